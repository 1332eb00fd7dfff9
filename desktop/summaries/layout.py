"""A summary drawn as a paper: what stands in which order, from the lead to the seal.

The order is the house order of every summary; an institution that reads two of them finds each figure in the
same place. Must never know a vault, and counts nothing itself.
"""

from __future__ import annotations

from collections.abc import Iterable

from desktop.figures.figures import TOTAL
from desktop.figures.rules import RULES, Rule, rule_for
from desktop.figures.subjects import SUBJECTS
from desktop.language import N_, Language
from desktop.paper import cells
from desktop.paper.cells import Column, Row, Table
from desktop.paper.sheet import Drawn, Foot, KeyFigure, Letterhead, ProfileMark, Sheet, Signature
from desktop.periods import Month
from desktop.summaries import sentences
from desktop.summaries.corrections_table import corrections_table
from desktop.summaries.parts import PARTS, Part, threshold
from desktop.summaries.summary import OFFICIAL, Summary
from desktop.summaries.tables import Drafting

SIGNS = {
    "0": N_("0 nothing counted"),
    "–": N_("– not asked or cannot be"),
    "●": N_("● not published: a small number, or one needed to protect a small number. It may also be zero."),
    "r": N_("r corrected since it was published"),
}
"""Signs of the tables, explained only where they occur."""
UNCHANGED = N_(
    "No figure published for a quarter has changed. Corrections of months are told in the monthly summaries."
)
OF_MONTHS = N_("Corrections of months are told in the monthly summaries.")


def draw(summary: Summary, language: Language | None = None) -> Drawn:
    """The paper, in the summary's own language or another; the same summary always gives the same bytes."""
    language = language or Language(summary.language)
    drafting = Drafting(summary, language)
    sheet = _begin(summary, language)
    sheet.lead(sentences.lead(summary, language))
    if summary.note:
        sheet.text(summary.note)
    large = tuple(_key_figures(summary, language))
    sheet.key_figures(large)
    number = 0
    for part in PARTS:
        number = _part(sheet, drafting, part, number)
    if summary.profile == OFFICIAL:
        number += 1
        _corrections(sheet, drafting, number)
    drafting.told |= {_rule(one.key).code for one in large}
    _rules(sheet, drafting, number + 1)
    _signatures(sheet, summary, language, number + 2)
    return sheet.draw()


def _begin(summary: Summary, language: Language) -> Sheet:
    title = sentences.title(summary, language)
    running = " · ".join(filter(None, (summary.letter.name, title)))
    sheet = Sheet(
        language,
        title=title,
        made=summary.made_at,
        letterhead=Letterhead(summary.letter.name, summary.letter.lines),
        mark=ProfileMark(sentences.mark(summary, language), filled=summary.profile == OFFICIAL),
        running=running,
        foot=_foot(summary, language, title),
    )
    facts = sentences.facts(summary.number, summary.made_on, summary.letter.town, language)
    sheet.heading(title, facts)
    return sheet


def _foot(summary: Summary, language: Language, title: str) -> Foot:
    receiver = language.say(N_("To: {receiver}"), receiver=summary.receiver) if summary.receiver else ""
    number = sentences.numbered(summary.number, language)
    words = " · ".join(filter(None, (number[:1].upper() + number[1:], title, receiver)))
    record = sentences.record_mark(summary.record_count, summary.record_mac, language)
    return Foot(words, record, language.say(N_("Example, invented data")) if summary.practice else "")


def _key_figures(summary: Summary, language: Language) -> Iterable[KeyFigure]:
    figures, say = summary.figures, language.say
    if figures.has("received"):
        received = figures.table("received")
        total, base = received.figure(TOTAL), ""
        if summary.profile == OFFICIAL:
            before = sentences.period_name(figures.period.later(-1), language)
            change = language.change(received.value(TOTAL, "change"))
            base = f"{before}: {language.number(received.value(TOTAL, 'before'))} ({change})"
        shown = language.number(total.value or 0)
        yield _key_figure(shown, N_("notices received"), base, f"received/{TOTAL}/count", language)
    yield from _persons(summary, language)
    for words, code, (part, whole) in (
        (N_("help accepted"), "outcome/accepted/count", sentences.accepted(figures)),
        (N_("first contact in time"), "contact/in_time/count", sentences.in_time(figures)),
    ):
        if part is not None and whole >= (1 if summary.profile == OFFICIAL else sentences.SMALL_BASE):
            base = say(N_("notices: {part} of {whole}"), part=language.number(part), whole=language.number(whole))
            yield _key_figure(language.percent(part, whole), words, base, code, language)
    yield from _help_hours(summary, language)


def _persons(summary: Summary, language: Language) -> Iterable[KeyFigure]:
    figures, say = summary.figures, language.say
    if figures.has("role"):
        children = language.number(figures.table("children").value(TOTAL, TOTAL))
        base = say(N_("of which children: {n}"), n=children)
        persons = language.number(figures.table("role").value(TOTAL, TOTAL))
        yield _key_figure(persons, N_("persons named"), base, f"role/{TOTAL}/{TOTAL}", language)
    elif figures.has("age"):
        persons = language.number(figures.table("age").value(TOTAL, TOTAL))
        yield _key_figure(persons, N_("persons to be helped"), "", f"age/{TOTAL}/{TOTAL}", language)


def _help_hours(summary: Summary, language: Language) -> Iterable[KeyFigure]:
    if not summary.figures.has("help"):
        return
    made = summary.figures.table("help")
    occasions = made.value(TOTAL)
    if not made.tells("minutes"):
        yield _key_figure(language.number(occasions), N_("occasions of help"), "", f"help/{TOTAL}/count", language)
        return
    hours = sentences.hours(made.value(TOTAL, "minutes"))
    base = language.say(N_("occasions: {n}"), n=language.number(occasions))
    yield _key_figure(language.number(hours, 1), N_("hours of help"), base, f"help/{TOTAL}/minutes", language)


def _key_figure(value: str, words: str, base: str, key: str, language: Language) -> KeyFigure:
    """A large figure with its unit in its words, and the name of its rule under it."""
    return KeyFigure(value, language.say(words), base, sentences.rule_named(_rule(key), language), key)


def _rule(key: str) -> Rule:
    return RULES[SUBJECTS[key.partition("/")[0]].rule]


def _part(sheet: Sheet, drafting: Drafting, part: Part, number: int) -> int:
    """Draw one part; it is left out where none of its tables was made."""
    if not any(drafting.figures.has(code) for code in part.tables):
        return number
    if part.title:
        number += 1
        sheet.section(f"{number}. {drafting.language.say(part.title)}")
    part.draw(sheet, drafting)
    return number


def _corrections(sheet: Sheet, drafting: Drafting, number: int) -> None:
    summary, language = drafting.summary, drafting.language
    say = language.say
    sheet.section(f"{number}. {say(N_('Corrections'))}")
    is_month = isinstance(summary.period, Month)
    if not summary.corrections:
        sheet.text(say(N_("No published figure has changed.") if is_month else UNCHANGED))
        return
    sheet.text(say(N_("Figures that changed after they were published. The earlier summary is not overwritten.")))
    sheet.table(corrections_table(summary, language))
    if not is_month:
        sheet.text(say(OF_MONTHS))


def _rules(sheet: Sheet, drafting: Drafting, number: int) -> None:
    summary, language = drafting.summary, drafting.language
    say = language.say
    sheet.section(f"{number}. {say(N_('Counting rules'))}")
    used = [rule_for(code, summary.period) for code in RULES if code in drafting.told]
    rows = tuple(Row((cells.text(say(rule.code)), cells.text(say(rule.sentence)))) for rule in used)
    columns = Column(say(N_("Rule")), 0.5), Column(say(N_("How it is counted")))
    notes = [say(N_("Version of the rules: {n}"), n=summary.figures.definitions)]
    for since in sorted({rule.since for rule in used}):
        codes = ", ".join(say(rule.code) for rule in used if rule.since == since)
        notes.append(say(N_("Counted so since {date}: {rules}"), date=language.long_day(since), rules=codes))
    if summary.profile != OFFICIAL:
        notes.append(say(N_("In protected papers corrections are published once a year.")))
    if summary.figures.threshold and not summary.figures.has("received"):
        notes.append(threshold(summary.figures.threshold, language))
    if summary.figures.left_out:
        tables = ", ".join(say(one) for one in summary.figures.left_out)
        notes.append(say(N_("Too few to publish: {tables}"), tables=tables))
    if summary.left_out:
        notes.append(sentences.not_in_it(summary, language))
    if summary.contact_rule:
        notes.append(say(N_("Rule of the first contact: {source}"), source=say(summary.contact_rule)))
    signs = [say(words) for sign, words in SIGNS.items() if sign in drafting.signs]
    if signs:
        notes.append(say(N_("Signs: {signs}"), signs="; ".join(signs)))
    sheet.table(Table("", "", columns, rows, tuple(notes), small=True))


def _signatures(sheet: Sheet, summary: Summary, language: Language, number: int) -> None:
    say = language.say
    sheet.section(f"{number}. {say(N_('Signatures'))}")
    sheet.signatures(
        [
            Signature(say(N_("PREPARED BY")), summary.prepared.title, summary.prepared.name),
            Signature(say(N_("APPROVED BY")), summary.approved.title, summary.approved.name),
        ]
    )
    sheet.seal_text(say(N_("What the digital seal shows")), [say(one) for one in sentences.SEAL])

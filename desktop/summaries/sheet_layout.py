"""A reconciliation sheet drawn as a paper: the first page is signed, the second explains, an annex tells the rest.

The first page stays one page: where units or differences are too many for it, it tells their sums alone. Must never
know a vault, and counts nothing itself.
"""

from __future__ import annotations

from desktop.language import N_, Language
from desktop.paper import face as type_
from desktop.paper.sheet import Drawn, Foot, Letterhead, ProfileMark, Sheet, Signature
from desktop.paper.sums import Sums, Term
from desktop.reconciliation.settling import ENTERED
from desktop.reconciliation.statement import UNDECIDED, UNEXPLAINED, Difference
from desktop.records.difference import OURS, THEIRS
from desktop.summaries import sentences, sheet_tables
from desktop.summaries import sheet_sentences as words
from desktop.summaries.reconciliation_sheet import ReconciliationSheet
from desktop.summaries.summary import Signatory

MOST_UNITS, MOST_DIFFERENCES = 12, 10
"""So many stand on the first page; more stand in the annex."""
WAYS = ((True, True), (True, False), (False, True), (False, False))
"""Whether the first page tells every unit, and every difference with its letter; the first that has room is taken."""


def draw(sheet: ReconciliationSheet, language: Language | None = None) -> Drawn:
    """The paper, in the sheet's own language or another; the same sheet always gives the same bytes."""
    language = language or Language(sheet.language)
    few = len(sheet.statement.lines) <= MOST_UNITS, len(sheet.statement.differences) <= MOST_DIFFERENCES
    for units, letters in [way for way in WAYS if all(fits or not told for fits, told in zip(few, way, strict=True))]:
        paper = _begin(sheet, language)
        _signed(paper, sheet, language, units=units, letters=letters)
        if paper.pages == 1:
            break
    _explained(paper, sheet, language)
    if not (units and letters):
        _annex(paper, sheet, language)
    if sheet.with_names:
        _named(paper, sheet, language)
    return paper.draw()


def tell_as_part(paper: Sheet, sheet: ReconciliationSheet, language: Language) -> None:
    """The same as a part of a pack, without the annex of names; the pack begins and ends its pages."""
    number = sentences.numbered(sheet.number, language)
    facts = (words.period(sheet, language), number, words.mark(sheet, language))
    paper.part(words.title(sheet, language), filter(None, facts))
    units = len(sheet.statement.lines) <= MOST_UNITS
    letters = len(sheet.statement.differences) <= MOST_DIFFERENCES
    _signed(paper, sheet, language, units=units, letters=letters)
    _explained(paper, sheet, language)
    if not (units and letters):
        _annex(paper, sheet, language)


def _begin(sheet: ReconciliationSheet, language: Language) -> Sheet:
    title = words.title(sheet, language)
    number = sentences.numbered(sheet.number, language)
    receiver = language.say(N_("To: {receiver}"), receiver=sheet.receiver) if sheet.receiver else ""
    facts = (number[:1].upper() + number[1:], title, words.sides(sheet, language), receiver)
    record = sentences.record_mark(sheet.record_count, sheet.record_mac, language)
    paper = Sheet(
        language,
        title=f"{title} · {words.period(sheet, language)}",
        made=sheet.made_at,
        letterhead=Letterhead(sheet.letter.name, sheet.letter.lines),
        mark=ProfileMark(words.mark(sheet, language), filled=sheet.is_agreed),
        running=" · ".join((title, words.period(sheet, language))),
        foot=Foot(
            " · ".join(filter(None, facts)),
            record,
            language.say(N_("Example, invented data")) if sheet.practice else "",
        ),
    )
    told = sentences.facts(sheet.number, sheet.made_on, sheet.letter.town, language)
    paper.heading(title, [" · ".join(told)] if language.locale.startswith("sr") else told)
    return paper


def _signed(paper: Sheet, sheet: ReconciliationSheet, language: Language, *, units: bool, letters: bool) -> None:
    """The first page."""
    say = language.say
    paper.text(f"{words.parties(sheet, language)} {words.rules_of_both(sheet, language)}")
    paper.table(sheet_tables.matrix(sheet, language, units=units))
    if not sheet.statement.differences:
        paper.text(say(N_("The figures of both sides do not differ.")))
    elif letters:
        paper.table(sheet_tables.differences(sheet, language))
    else:
        paper.table(sheet_tables.reasons(sheet, language))
    paper.block(Sums(_both_ways(sheet, language, letters=letters)))
    if sheet.what_next:
        paper.text(say(N_("What will be done: {what}"), what=" ".join(sheet.what_next.split())))
    heading = (
        N_("The sides agree on these figures: {date}")
        if sheet.agreed_on
        else N_("Room for signatures once the sides agree")
    )
    paper.subsection(say(heading, date=sheet.agreed_on), below=type_.STEP)
    paper.signatures(_signatures(sheet, language))
    told = N_("On the next page: earlier months, counting rules, and what the digital seal shows.")
    paper.note(
        say(told if sheet.is_agreed else N_("On the next page: earlier months and counting rules.")), only_here=True
    )


def _signatures(sheet: ReconciliationSheet, language: Language) -> list[Signature]:
    say = language.say

    def one(heading: str, who: Signatory, institution: str) -> Signature:
        return Signature(
            say(heading), ", ".join(filter(None, (who.title, institution))), who.name, date=say(N_("date"))
        )

    return [
        one(words.side_words(sheet).signs, sheet.for_them, sheet.partner.short),
        one(N_("FOR THE CENTRE"), sheet.for_us, sheet.us),
    ]


def _both_ways(sheet: ReconciliationSheet, language: Language, *, letters: bool) -> tuple[tuple[Term, ...], ...]:
    """From what was sent and from what was received to the one figure."""
    sums, number = sheet.sums, language.number

    def terms(sign: str, value: int, said: str, kind: str, *, alarm: bool = False) -> list[Term]:
        if not value:
            return []
        marks = words.letters(mark for mark, each in sheet.marks if _kind(each) == kind) if letters else ""
        told = language.say(said)
        return [Term(sign, number(value), f"{marks}: {told}" if marks else told, alarm)]

    explained, unexplained = N_("explained"), N_("not explained")
    agreed = [Term("=", number(sums.agreed), language.say(N_("agreed")), is_result=True)]
    theirs = [
        Term("", number(sums.sent), language.say(words.side_words(sheet).sent_figure)),
        *terms("−", sum(sums.theirs.values()), explained, "theirs"),
        *terms("−", sums.unexplained_theirs, unexplained, "unexplained theirs", alarm=True),
        *terms("−", sums.undecided_theirs, N_("not decided yet"), "undecided theirs", alarm=True),
        *terms("+", sums.month_before, N_("sent before, counted"), "before"),
        *agreed,
    ]
    ours = [
        Term("", number(sums.received), _received(sheet, language)),
        *terms("−", sum(sums.ours.values()), explained, "ours"),
        *terms("−", sums.unexplained_ours, unexplained, "unexplained ours", alarm=True),
        *terms("−", sums.undecided_ours, N_("not decided yet"), "undecided ours", alarm=True),
        *terms("+", sums.entered, N_("entered now"), "entered"),
        *agreed,
    ]
    return tuple(theirs), tuple(ours)


def _kind(each: Difference) -> str:
    """To which term of the sums a difference belongs."""
    if each.reason == ENTERED:
        return "entered"
    if each.reason in (UNDECIDED, UNEXPLAINED):
        return f"{'undecided' if each.reason else 'unexplained'} {each.side}"
    return "before" if each.side == OURS and each.counts else each.side


def _received(sheet: ReconciliationSheet, language: Language) -> str:
    sums = sheet.sums
    if sheet.counted:
        return language.say(N_("received by the centre"))
    if sums.agreed < sentences.SMALL_BASE:
        return language.say(N_("received by the centre at once"))
    share = language.percent(sums.agreed - sums.entered, sums.agreed, 1)
    return language.say(N_("received by the centre at once: {share}"), share=share)


def _explained(paper: Sheet, sheet: ReconciliationSheet, language: Language) -> None:
    """The second page: what was before, corrections, the rules, the seal."""
    say = language.say
    paper.section(say(N_("Earlier months")), new_page=True)
    if sheet.earlier:
        paper.table(sheet_tables.earlier(sheet.earlier, language))
    else:
        paper.text(say(N_("Nothing was agreed with this institution before.")))
    for table in sheet_tables.sister_tables(sheet, language):
        paper.table(table)
    if sheet.corrections:
        _corrections(paper, sheet, language)
    paper.section(say(N_("Counting rules")))
    paper.text(words.rules_of_both(sheet, language))
    if not sheet.counted:
        paper.text(sentences.unit_and_rule(words.RULE, language))
    paper.table(sheet_tables.counting(sheet, language))
    if sheet.is_agreed:
        paper.seal_text(say(N_("What the digital seal shows")), [say(one) for one in sentences.SEAL])


def _corrections(paper: Sheet, sheet: ReconciliationSheet, language: Language) -> None:
    say = language.say
    paper.section(say(N_("Corrections since the figures were agreed")))
    for came, sentence in ((True, N_("Came into the period: {numbers}")), (False, N_("No longer in it: {numbers}"))):
        numbers = [each.label or say(N_("a notice taken out")) for each in sheet.corrections if each.came is came]
        if numbers:
            paper.text(say(sentence, numbers=", ".join(numbers)))
    paper.text(say(N_("The agreed figure stays as both sides signed it.")))


def _annex(paper: Sheet, sheet: ReconciliationSheet, language: Language) -> None:
    """Unit by unit, where the first page told the sums alone."""
    paper.section(language.say(N_("Annex: unit by unit")), new_page=True)
    paper.table(sheet_tables.matrix(sheet, language))
    if sheet.statement.differences:
        paper.table(sheet_tables.differences(sheet, language))


def _named(paper: Sheet, sheet: ReconciliationSheet, language: Language) -> None:
    """The annex that names persons, for the one receiver who may see them."""
    say = language.say
    paper.section(say(N_("Annex with names")), new_page=True)
    paper.text(say(N_("Only for: {receiver}"), receiver=sheet.receiver))
    paper.note(say(N_("The centre said that this receiver may see these names. Do not pass this annex on.")))
    for side in (THEIRS, OURS):
        table = sheet_tables.named(sheet, side, language)
        if table.rows:
            paper.table(table)
    if not sheet.named:
        paper.text(say(N_("There is nothing to name: no single notice differs.")))

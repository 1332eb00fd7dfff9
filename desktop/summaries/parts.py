"""The parts of a summary in house order: which tables and charts each shows, and what is noted under them.

Must never know where the figures come from.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from desktop.figures.figures import TOTAL, UNKNOWN, FigureTable, PeriodFigures
from desktop.figures.meeting_figures import PLACE_THRESHOLD
from desktop.language import N_, Language
from desktop.paper.cells import Kind
from desktop.paper.pairs import Piece
from desktop.paper.sheet import Sheet
from desktop.periods import Month, Quarter
from desktop.summaries import sentences
from desktop.summaries.agreed import FEW, agreed_lines, agreed_sum, agreed_table
from desktop.summaries.summary import MEETING
from desktop.summaries.tables import Drafting

Notes = Mapping[str, tuple[str, ...]]
"""What stands under a table, by its code."""
BARS = ("channel",)
"""Tables that are drawn as bars wherever they stand."""
PERSONS_ONCE = N_("A person helped in several months is counted once in the quarter: the months do not add up to it.")
"""Told under the help of a quarter."""


@dataclass(frozen=True)
class Part:
    """One part of the paper."""

    title: str
    """A msgid; empty where the part opens the paper and needs no heading."""
    tables: tuple[str, ...]
    """The tables it may show; with none of them made the part is left out."""
    draw: Callable[[Sheet, Drafting], None]


def _received(sheet: Sheet, drafting: Drafting) -> None:
    figures, language = drafting.figures, drafting.language
    sheet.chart(drafting.months())
    if not figures.has("received"):
        return
    notes = list(_published_totals(drafting))
    if figures.threshold:
        notes.append(threshold(figures.threshold, language))
    if figures.duplicates:
        notes.append(language.say(N_("Not counted, came twice: {n}"), n=language.number(figures.duplicates)))
    sheet.table(drafting.table(figures.table("received"), notes=tuple(notes)))
    if drafting.summary.agreed:
        _agreed(sheet, drafting)


def _agreed(sheet: Sheet, drafting: Drafting) -> None:
    """What was agreed with the senders; a meeting hears the sum alone."""
    agreed, language = drafting.summary.agreed, drafting.language
    if drafting.summary.profile == MEETING:
        sheet.text(agreed_sum(agreed, language))
        return
    table = agreed_table(agreed, language)
    if any(cell.kind is Kind.NONE for row in table.rows for cell in row.cells):
        drafting.signs.add("–")
    if len(agreed) > FEW or not isinstance(drafting.summary.period, Month):
        sheet.table(table)
    else:
        sheet.text("\n".join(agreed_lines(agreed, language)))


def _published_totals(drafting: Drafting) -> list[str]:
    """What was published of earlier periods' totals, where it differs now."""
    say, number = drafting.language.say, drafting.language.number
    return [
        say(
            N_("Correction. {month}: was {old}, now {new}"),
            month=sentences.period_title(one.period, drafting.language),
            old=number(one.was),
            new=number(one.now),
        )
        for one in drafting.summary.corrections
        if one.key == "received/total/count"
    ]


def threshold(k: int, language: Language) -> str:
    """What the protection of small numbers promises, and what not."""
    return language.say(
        N_(
            "Threshold {k}. Checked: no hidden figure can be worked out from this document. "
            "It was not compared with other documents."
        ),
        k=k,
    )


def _persons(sheet: Sheet, drafting: Drafting) -> None:
    figures = drafting.figures
    if figures.has("role"):
        notes = (_posing(figures.table("posing"), drafting),) if figures.has("posing") else ()
        sheet.table(drafting.table(figures.table("role"), notes=notes))
    notes = (threshold(PLACE_THRESHOLD, drafting.language),) if figures.threshold else ()
    _laid(sheet, drafting, ("age", "children", "with_children", "municipality"), {"municipality": notes})


def _posing(made: FigureTable, drafting: Drafting) -> str:
    number = drafting.language.number
    told = drafting.language.say(
        N_(
            "Persons who pose the risk, not added: {n}. "
            "Women or girls: {women}; men or boys: {men}; unknown: {unknown}."
        ),
        n=number(made.value(TOTAL)),
        women=number(made.value("female")),
        men=number(made.value("male")),
        unknown=number(made.value(UNKNOWN)),
    )
    return f"{told} {drafting.brief(made.subject.rule)}"


def _each(*codes: str) -> Callable[[Sheet, Drafting], None]:
    def draw(sheet: Sheet, drafting: Drafting) -> None:
        _laid(sheet, drafting, codes, {})

    return draw


def _laid(sheet: Sheet, drafting: Drafting, codes: tuple[str, ...], notes: Notes) -> None:
    """Tables in their order, two in a row where they are narrow; one in which nothing was counted is a sentence.

    The sentence stands under the table before it, where there is one.
    """
    figures, pieces, nothing = drafting.figures, list[Piece](), list[str]()
    for made in (figures.table(code) for code in codes if figures.has(code)):
        if made.code in BARS:
            pieces.append(drafting.bars(made))
        elif all(one.value == 0 for one in made.lines[-1].figures):
            drafting.signs.add("0")
            nothing.append(f"{drafting.language.say(made.subject.title)}: 0. {drafting.brief(made.subject.rule)}")
        else:
            pieces.append(drafting.table(made, notes=notes.get(made.code, ())))
    if pieces and nothing:
        pieces[-1] = replace(pieces[-1], notes=(*pieces[-1].notes, *nothing))
        nothing.clear()
    sheet.side_by_side(pieces)
    for words in nothing:
        sheet.text(words)


def _violence(sheet: Sheet, drafting: Drafting) -> None:
    figures = drafting.figures
    if figures.has("kinds"):
        kinds = figures.table("kinds")
        base = drafting.language.say(N_("Persons counted: {n}"), n=drafting.language.number(kinds.base))
        sheet.chart(drafting.bars(kinds, notes=(base,)))
    _each("relation")(sheet, drafting)


def _outcome(sheet: Sheet, drafting: Drafting) -> None:
    figures = drafting.figures
    if figures.has("outcome"):
        made = figures.table("outcome")
        chart = drafting.share(drafting.language.say(N_("Outcome in shares")), made, _OUTCOME_PARTS)
        if chart:
            sheet.chart(chart)
    _laid(sheet, drafting, ("outcome", "contact"), {"contact": _median(figures, drafting.language)})


_OUTCOME_PARTS = (
    (N_("accepted"), ("accepted",)),
    (N_("not accepted"), ("not_accepted",)),
    (N_("not reached"), ("not_reached",)),
    (N_("passed on or declined"), ("centre_declined", "minor", "other_centre", "passed_on")),
    (N_("pending"), ("pending", "unknown")),
)


def _median(figures: PeriodFigures, language: Language) -> tuple[str, ...]:
    if figures.median_hours is None:
        return ()
    said = N_("Hours from receipt to first contact, median: {hours}. Notices reached: {n}.")
    hours = language.number(figures.median_hours)
    return (language.say(said, hours=hours, n=language.number(figures.reached)),)


def _help(sheet: Sheet, drafting: Drafting) -> None:
    say = drafting.language.say
    notes: tuple[str, ...] = ()
    if drafting.summary.profile != MEETING:
        notes = (
            say(N_("One person may get several kinds of help: the column of persons does not add up.")),
            *((say(PERSONS_ONCE),) if isinstance(drafting.summary.period, Quarter) else ()),
            say(N_("Figures are rounded, so sums may differ.")),
        )
    _laid(sheet, drafting, ("help", "channel", "onward"), {"help": notes})


def _trainings(sheet: Sheet, drafting: Drafting) -> None:
    """What was held and who came, and the groups at work; a period in which nothing was held is one sentence."""
    figures = drafting.figures
    held = not figures.has("trainings") or figures.table("trainings").figure(TOTAL).value != 0
    _laid(sheet, drafting, ("trainings", "groups", "training_people") if held else ("trainings", "groups"), {})


PARTS = (
    Part("", ("received",), _received),
    Part(N_("Persons"), ("role", "age", "children", "with_children", "municipality"), _persons),
    Part(N_("Violence and relation"), ("kinds", "relation"), _violence),
    Part(N_("Outcome and first contact"), ("outcome", "contact"), _outcome),
    Part(N_("Help given"), ("help", "channel", "onward"), _help),
    Part(N_("Orders, risk and repeat notices"), ("measures", "risk", "repeat"), _each("measures", "risk", "repeat")),
    Part(N_("Trainings and events"), ("trainings", "training_people", "groups"), _trainings),
)
"""The house order."""

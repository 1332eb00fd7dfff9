"""The parts of a monthly summary in house order: which tables and charts each shows, and what is noted under them.

Must never know where the figures come from.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop.figures.figures import TOTAL, UNKNOWN, FigureTable, MonthFigures
from desktop.figures.meeting_figures import PLACE_THRESHOLD
from desktop.language import N_, Language
from desktop.paper.sheet import Sheet
from desktop.summaries import sentences
from desktop.summaries.summary import MEETING
from desktop.summaries.tables import Drafting


@dataclass(frozen=True)
class Part:
    """One part of the paper."""

    title: str
    """A msgid; empty where the part opens the paper and needs no heading."""
    tables: tuple[str, ...]
    """The tables it may show; with none of them made the part is left out."""
    draw: Callable[[Sheet, Drafting], None]


def _received(sheet: Sheet, drafting: Drafting) -> None:
    figures, language = drafting.summary.figures, drafting.language
    sheet.chart(drafting.months())
    if not figures.has("received"):
        return
    notes = list(_published_totals(drafting))
    if figures.threshold:
        notes.append(threshold(figures.threshold, language))
    if figures.duplicates:
        notes.append(language.say(N_("Not counted, came twice: {n}"), n=language.number(figures.duplicates)))
    sheet.table(drafting.table(figures.table("received"), notes=tuple(notes)))


def _published_totals(drafting: Drafting) -> list[str]:
    """What was published of earlier months' totals, where it differs now."""
    say, number = drafting.language.say, drafting.language.number
    return [
        say(
            N_("Correction. {month}: was {old}, now {new}"),
            month=sentences.month_title(one.month, drafting.language),
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
    figures = drafting.summary.figures
    if figures.has("role"):
        notes = (_posing(figures.table("posing"), drafting),) if figures.has("posing") else ()
        sheet.table(drafting.table(figures.table("role"), notes=notes))
    _each("age")(sheet, drafting)
    if figures.has("municipality"):
        notes = (threshold(PLACE_THRESHOLD, drafting.language),) if figures.threshold else ()
        sheet.table(drafting.table(figures.table("municipality"), notes=notes))


def _posing(made: FigureTable, drafting: Drafting) -> str:
    number = drafting.language.number
    return drafting.language.say(
        N_(
            "Persons who pose the risk, not added: {n}. "
            "Women or girls: {women}; men or boys: {men}; unknown: {unknown}."
        ),
        n=number(made.value(TOTAL)),
        women=number(made.value("female")),
        men=number(made.value("male")),
        unknown=number(made.value(UNKNOWN)),
    )


def _each(*codes: str) -> Callable[[Sheet, Drafting], None]:
    def draw(sheet: Sheet, drafting: Drafting) -> None:
        for made in (drafting.summary.figures.table(code) for code in codes if drafting.summary.figures.has(code)):
            if all(one.value == 0 for one in made.lines[-1].figures):
                drafting.signs.add("0")
                sheet.text(f"{drafting.language.say(made.subject.title)}: 0. {drafting.unit(made.subject.rule)}")
            else:
                sheet.table(drafting.table(made))

    return draw


def _violence(sheet: Sheet, drafting: Drafting) -> None:
    figures = drafting.summary.figures
    if figures.has("kinds"):
        kinds = figures.table("kinds")
        base = drafting.language.say(N_("Persons counted: {n}"), n=drafting.language.number(kinds.base))
        sheet.chart(drafting.bars(kinds, notes=(base,)))
    _each("relation")(sheet, drafting)


def _outcome(sheet: Sheet, drafting: Drafting) -> None:
    figures = drafting.summary.figures
    if figures.has("outcome"):
        made = figures.table("outcome")
        chart = drafting.share(drafting.language.say(N_("Outcome in shares")), made, _OUTCOME_PARTS)
        if chart:
            sheet.chart(chart)
        sheet.table(drafting.table(made))
    _each("repeat")(sheet, drafting)


_OUTCOME_PARTS = (
    (N_("accepted"), ("accepted",)),
    (N_("not accepted"), ("not_accepted",)),
    (N_("not reached"), ("not_reached",)),
    (N_("passed on or declined"), ("centre_declined", "minor", "other_centre", "passed_on")),
    (N_("pending"), ("pending", "unknown")),
)


def _contact(sheet: Sheet, drafting: Drafting) -> None:
    figures, language = drafting.summary.figures, drafting.language
    sheet.table(drafting.table(figures.table("contact"), notes=_median(figures, language)))


def _median(figures: MonthFigures, language: Language) -> tuple[str, ...]:
    if figures.median_hours is None:
        return ()
    said = N_("Hours from receipt to first contact, median: {hours}. Notices reached: {n}.")
    hours = language.number(figures.median_hours)
    return (language.say(said, hours=hours, n=language.number(figures.reached)),)


def _help(sheet: Sheet, drafting: Drafting) -> None:
    figures, say = drafting.summary.figures, drafting.language.say
    if figures.has("help"):
        notes: tuple[str, ...] = ()
        if drafting.summary.profile != MEETING:
            notes = (
                say(N_("One person may get several kinds of help: the column of persons does not add up.")),
                say(N_("Figures are rounded, so sums may differ.")),
            )
        sheet.table(drafting.table(figures.table("help"), notes=notes))
    if figures.has("channel"):
        sheet.chart(drafting.bars(figures.table("channel")))
    _each("onward")(sheet, drafting)


PARTS = (
    Part("", ("received",), _received),
    Part(N_("Persons"), ("role", "age", "municipality"), _persons),
    Part(N_("Children"), ("children", "with_children"), _each("children", "with_children")),
    Part(N_("Violence and relation"), ("kinds", "relation"), _violence),
    Part(N_("Outcome of the notices"), ("outcome", "repeat"), _outcome),
    Part(N_("First contact"), ("contact",), _contact),
    Part(N_("Help given"), ("help", "channel", "onward"), _help),
    Part(N_("Orders, measures and risk"), ("measures", "risk"), _each("measures", "risk")),
)
"""The house order."""

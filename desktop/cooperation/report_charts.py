"""The charts of a yearly report: lines over two years, broken where counting changed; commitments by institution."""

from __future__ import annotations

from desktop.cooperation import report_sentences as sentences
from desktop.cooperation.indicators import SHARE
from desktop.cooperation.report import Report
from desktop.cooperation.report_lines import Commitments, Curve, Dot
from desktop.language import N_, Language
from desktop.paper.cells import Column, Row, Table, count, text
from desktop.paper.charts import Break, Line, Point, Stack, Stacks

DRAWN = ("S-1", "S-2", "S-3", "S-4", "S-5", "S-6", "S-7", "S-8", "S-10")
"""Which numbers are drawn among the figures, in their order; commitments have a chart of their own."""
ENOUGH = 4
"""A line has so many dots at least."""


def drawn(report: Report) -> tuple[Curve, ...]:
    """The numbers of which a line is drawn."""
    return tuple(each for each in report.curves if each.code in DRAWN and each.known >= ENOUGH)


def line(curve: Curve, title: str, language: Language) -> Line:
    """One number over two years."""
    times = 100 if curve.shape == SHARE else 1
    points = tuple(
        Point(
            _label(dot, curve, language), None if dot.value is None else round(dot.value * times, curve.digits),
            year=str(dot.month.year) if dot.month.month == 1 or not place else "", hidden=dot.is_hidden,
        )
        for place, dot in enumerate(curve.dots)
    )  # fmt: skip
    breaks = tuple(
        Break(turn.before, f"b {language.month_short(turn.month.month)} {turn.month.year}") for turn in curve.turns
    )
    return Line(title, sentences.unit(curve, language), points, _notes(curve, language), curve.digits, breaks)


def _label(dot: Dot, curve: Curve, language: Language) -> str:
    first = language.month_short(dot.month.month)
    if curve.step == 1:
        return first
    return f"{first}\u2013{language.month_short(dot.month.later(curve.step - 1).month)}"


def _notes(curve: Curve, language: Language) -> tuple[str, ...]:
    """What changed where the line is broken, and what a gap says."""
    say, notes = language.say, list(sentences.turned([curve], language))
    if any(dot.is_hidden for dot in curve.dots):
        notes.append(say(N_("A gap: no data, or too few to publish.")))
    elif any(dot.value is None for dot in curve.dots):
        notes.append(say(N_("A gap: no data.")))
    return tuple(notes)


def commitments(made: Commitments, title: str, unit: str, language: Language) -> Stacks:
    """What each institution promised and how it was kept."""
    rows = tuple(
        Stack(row.institution, (row.in_time, row.late, row.impossible, row.running), sentences.beside(row, language))
        for row in made.rows
    )
    return Stacks(title, unit, rows, language.say(N_("in time")))


def commitments_table(made: Commitments, title: str, unit: str, language: Language) -> Table:
    """The same as a table, where nothing is drawn."""
    say = language.say
    heads = (N_("In time"), N_("Late"), N_("No longer possible"), N_("Not due yet"))
    columns = (Column(say(N_("Institution"))), *(Column(say(head), 0.9, numbers=True) for head in heads))
    rows = tuple(
        Row((text(row.institution), *map(count, (row.in_time, row.late, row.impossible, row.running))))
        for row in made.rows
    )
    return Table(title, unit, columns, rows)

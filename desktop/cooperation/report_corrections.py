"""Which summaries of a year were corrected: read from the issued papers, told in a table."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from desktop.cooperation.report_around import Around
from desktop.language import N_, NBSP, Language
from desktop.paper.cells import STRONG, Column, Row, Table, text
from desktop.periods import Month
from desktop.records.issued import IssuedSummary
from desktop.summaries.numbers import IssuedRow, Kept
from desktop.summaries.sentences import month_title
from desktop.summaries.summary_json import from_json
from desktop.summaries.year_corrections import Changed, Corrected, corrected

LOOK_ON = 12
"""So many months after the year papers may still correct it."""
NONE = N_("No monthly summary of this year was corrected.")
HIDDEN = N_("● not published: it differs from the earlier number by fewer than 5, or is small itself.")
_LISTED = tuple(getattr(IssuedSummary, name) for name in IssuedRow._fields)


def corrections(around: Around) -> tuple[Corrected, ...]:
    """Every correction of a month of the year that an issued paper tells."""
    last = Month(around.year, 12).later(LOOK_ON)
    rows = around.session.execute(
        select(*_LISTED, IssuedSummary.figures)
        .where(IssuedSummary.month >= Month(around.year, 1).key, IssuedSummary.month <= last.key)
        .order_by(IssuedSummary.issued_at, IssuedSummary.id)
    )
    return corrected([Kept(IssuedRow._make(row[:-1]), from_json(row[-1])) for row in rows], around.year)


def table(lines: Sequence[Corrected], title: str, language: Language) -> Table:
    """Which month, in which paper, what is otherwise, and why."""
    say = language.say
    columns = (
        Column(say(N_("Month")), 0.8), Column(say(N_("Corrected paper")), 1.1), Column(say(N_("Told in")), 1.1),
        Column(say(N_("What changed")), 1.6), Column(say(N_("Why"))),
    )  # fmt: skip
    rows = tuple(
        Row((
            text(month_title(line.month, language), tone=STRONG), text(line.number),
            text(f"{line.later}, {language.day(line.on).replace(' ', NBSP)}"),
            text("; ".join(_changed(one, language) for one in line.changes)), text(_why(line, language)),
        ))
        for line in lines
    )  # fmt: skip
    hides = any(one.was is not None and one.now is None for line in lines for one in line.changes)
    unit = say(N_("Unit: month in a paper. The earlier paper is not overwritten."))
    return Table(title, unit, columns, rows, (say(HIDDEN),) if hides else ())


def _changed(one: Changed, language: Language) -> str:
    named = language.say(one.title)
    if one.was is None:
        return named
    now = "●" if one.now is None else language.number(one.now)
    return language.say(N_("{title}: {was}, now {now}"), title=named, was=language.number(one.was), now=now)


def _why(line: Corrected, language: Language) -> str:
    told = ", ".join(map(language.say, line.why))
    return " · ".join(filter(None, (told[:1].upper() + told[1:], line.note))) or "–"

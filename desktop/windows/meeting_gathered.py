"""What the program gathers for an item of an agenda, in plain lines as they will stand on paper."""

from __future__ import annotations

from desktop.language import _, chosen
from desktop.meetings.agenda import (
    Agenda,
    CaseCount,
    CentreFigure,
    ChangedLaw,
    DifferenceCount,
    Held,
    Line,
    Part,
    Problem,
    Promised,
    Told,
    UnitFigure,
)
from desktop.protocol.duty_protected import DutyLine
from desktop.records.difference import SIDES
from desktop.records.meeting import CASE_LISTS
from desktop.records.promise import COMMITMENT_STATES
from desktop.windows.meeting_parts import tell
from desktop.windows.protocol_duty_rows import duty_words

BULLET, DOT, UNKNOWN = "\u2013 ", " \u00b7 ", "\u2013"


def gathered(part: Part, agenda: Agenda) -> str:
    """A line for each thing, or the sentence that there is none."""
    lines = [BULLET + _line(line) for line in part.lines]
    if part.missing and part.part != "figures":
        lines.append(_("Not told yet: {names}", names=", ".join(part.missing)))
    return "\n".join(lines) or tell(part, agenda).second or _("Nothing is gathered for this item.")


def _line(line: Line) -> str:
    day = chosen().day
    if isinstance(line, Told):
        return f"{', '.join(line.institutions)}: {line.what}"
    if isinstance(line, Promised):
        return f"{line.institution}: {line.what} ({day(line.due_on)}, {_(COMMITMENT_STATES[line.state])})"
    if isinstance(line, CentreFigure | UnitFigure | DifferenceCount):
        return _figure(line)
    if isinstance(line, ChangedLaw):
        return f"{line.act} {line.number}, {day(line.in_force_from)}: {line.meaning}"
    if isinstance(line, Problem):
        return f"{line.number}. {line.fact}"
    return _short(line)


def _figure(line: CentreFigure | UnitFigure | DifferenceCount) -> str:
    number = chosen().number
    if isinstance(line, CentreFigure):
        return f"{line.centre}: {number(line.agreed)}"
    if isinstance(line, UnitFigure):
        return f"{line.unit}: {DOT.join(UNKNOWN if each is None else number(each) for each in line.agreed)}"
    return f"{_(SIDES[line.side])}: {_(line.reason)}, {number(line.number)}"


def _short(line: Line) -> str:
    if isinstance(line, CaseCount):
        return f"{_(CASE_LISTS[line.listed])}: {line.number}"
    if isinstance(line, DutyLine):
        return duty_words(line)
    assert isinstance(line, Held)
    return f"{chosen().day(line.on_day)}: {line.topic} ({line.organiser})"

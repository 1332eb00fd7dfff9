"""How far each part of an agenda is, in one line and one pill, and by which verb one goes on with it.

It is handed a composed agenda and says nothing but words; where a verb leads is known by the board.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from desktop.language import N_, _, chosen
from desktop.meetings.agenda import (
    EMPTY,
    MISSING,
    NOTHING,
    READY,
    Agenda,
    CaseCount,
    CentreFigure,
    ChangedLaw,
    Held,
    Part,
    Problem,
    Promised,
    Told,
)
from desktop.protocol.duty_protected import DutyLine
from desktop.records.meeting import CASE_LISTS
from desktop.records.promise import COMMITMENT_STATES
from desktop.windows.pill import CLOSED, GOOD, PARTLY, Sign
from desktop.windows.pill import MISSING as RED

DOT = " \u00b7 "
NAMED = 4
"""So many institutions are named in one line; of more the rest is counted."""
ASK, REMIND, REVIEW, WRITE, PLAN, BRING = (
    N_("Ask"), N_("Remind"), N_("Look through"), N_("Write"), N_("Plan it"), N_("Choose cases"),
)  # fmt: skip


@dataclass(frozen=True)
class PartTold:
    """What a row of the board says."""

    sign: Sign
    state: str
    second: str
    verb: str
    """English msgid."""


def tell(part: Part, agenda: Agenda) -> PartTold:
    """The row of one part."""
    state = part.state
    is_bare = not part.lines and not part.text
    second = _NOTHING_TOLD.get(part.part, "") if is_bare and not part.missing else ""
    second = _(second) if second else _SECOND[part.part](part, agenda)
    if state == NOTHING:
        said = _("Said to be none") if part.is_empty else _("Nothing open")
        return PartTold(CLOSED, said, second, _EMPTY_VERBS.get(part.part, REVIEW))
    if state == READY:
        return PartTold(GOOD, _("Ready"), second, REVIEW)
    if state == MISSING and part.part == "figures":
        return PartTold(RED, _("List missing"), second, REMIND)
    if state == MISSING or (state == EMPTY and part.missing):
        words, sign = _("Missing: {n}", n=len(part.missing)), PARTLY if state == MISSING else RED
        return PartTold(sign, words, second or _missing(part), ASK if part.part != "figures" else REMIND)
    return PartTold(RED, _("Nothing yet"), second, _EMPTY_VERBS.get(part.part, WRITE))


_EMPTY_VERBS = {
    "commitments": REVIEW,
    "figures": N_("Reconcile"),
    "problems": REVIEW,
    "trainings": REVIEW,
    "cases": BRING,
    "next": PLAN,
}
_NOTHING_TOLD = {
    "commitments": N_("Nothing was carried over from earlier meetings."),
    "duties": N_("No time limit of the protocol ended in the month before."),
    "law": N_("No change of law is noted since the last meeting."),
    "problems": N_("No problem is open."),
    "offers": N_("Nobody has offered anything yet."),
    "cases": N_("No case stands on the lists of this meeting."),
    "trainings": N_("Nothing was held since the last meeting, and nothing is to come."),
    "own": N_("Nothing is written to this item yet."),
}


def _names(names: tuple[str, ...]) -> str:
    shown = ", ".join(names[:NAMED])
    return f"{shown} +{len(names) - NAMED}" if len(names) > NAMED else shown


def _missing(part: Part) -> str:
    return _("Not told yet: {names}", names=_names(part.missing)) if part.missing else ""


def _achievements(part: Part, _agenda: Agenda) -> str:
    told = {name for line in part.lines if isinstance(line, Told) for name in line.institutions}
    count = _("Told: {n} of {all}", n=len(told), all=len(told) + len(part.missing))
    return DOT.join(filter(None, (count, _missing(part))))


def _commitments(part: Part, _agenda: Agenda) -> str:
    lines = [line for line in part.lines if isinstance(line, Promised)]
    states = Counter(line.state for line in lines)
    said = [f"{_(words)}: {states[code]}" for code, words in COMMITMENT_STATES.items() if states[code]]
    late = max((line.days_late for line in lines), default=0)
    if late:
        said.append(_("latest by {days}", days=chosen().working_days(late)))
    return ", ".join(said)


def _duties(part: Part, _agenda: Agenda) -> str:
    praised = dict.fromkeys(line.institution for line in part.lines if isinstance(line, DutyLine) and line.is_praise)
    return _("Everything in time: {names}", names=_names(tuple(praised))) if praised else ""


def _figures(part: Part, agenda: Agenda) -> str:
    agreed = tuple(line.centre for line in part.lines if isinstance(line, CentreFigure))
    month = chosen().month_title(agenda.month.year, agenda.month.month)
    said = [month, _("agreed: {names}", names=_names(agreed)) if agreed else ""]
    if part.missing:
        said.append(_("not settled: {names}", names=_names(part.missing)))
    return DOT.join(filter(None, said))


def _law(part: Part, _agenda: Agenda) -> str:
    lines = [line for line in part.lines if isinstance(line, ChangedLaw)]
    return DOT.join(f"{line.act} {line.number}".strip() for line in lines[:2])


def _problems(part: Part, _agenda: Agenda) -> str:
    lines = [line for line in part.lines if isinstance(line, Problem)]
    still_open = [line for line in lines if line.solved_on is None]
    said = [_("Open: {n}", n=len(still_open))]
    if len(lines) > len(still_open):
        said.append(_("solved: {n}", n=len(lines) - len(still_open)))
    times = max((line.times for line in still_open), default=0)
    if times > 1:
        said.append(_("raised most often: {n}\u00d7", n=times))
    return ", ".join(said)


def _offers(part: Part, _agenda: Agenda) -> str:
    told = dict.fromkeys(name for line in part.lines if isinstance(line, Told) for name in line.institutions)
    return _("Told: {names}", names=_names(tuple(told)))


def _cases(part: Part, _agenda: Agenda) -> str:
    lines = [line for line in part.lines if isinstance(line, CaseCount)]
    return ", ".join(f"{_(CASE_LISTS[line.listed])}: {line.number}" for line in lines)


def _trainings(part: Part, _agenda: Agenda) -> str:
    lines = [line for line in part.lines if isinstance(line, Held)]
    return DOT.join(f"{line.topic}, {chosen().day(line.on_day)}" for line in lines[-2:])


def _next(_part: Part, agenda: Agenda) -> str:
    if agenda.next_on is None:
        return _("No fixed rhythm: the day is agreed at the meeting.")
    return f"{chosen().weekday(agenda.next_on.weekday())}, {chosen().long_day(agenda.next_on)}"


def _own(part: Part, _agenda: Agenda) -> str:
    return part.text.split("\n", 1)[0][:120]


_SECOND: dict[str, Callable[[Part, Agenda], str]] = {
    "achievements": _achievements,
    "commitments": _commitments,
    "duties": _duties,
    "figures": _figures,
    "law": _law,
    "problems": _problems,
    "offers": _offers,
    "cases": _cases,
    "trainings": _trainings,
    "next": _next,
    "own": _own,
}

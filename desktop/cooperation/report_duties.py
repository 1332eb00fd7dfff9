"""How the duties of the protocol were kept in a year, as everybody may see it.

What rests on notices about persons is protected, each provision by itself as if its totals were known, and held against
others over the same notices. What rests on meetings and promises is told as it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from statistics import median
from uuid import UUID

from sqlalchemy import select

from desktop.cooperation.report_around import Around
from desktop.cooperation.report_protocol_lines import DutyLine
from desktop.figures.meeting_figures import MEDIAN_BASE
from desktop.protocol.duty_beside import Beside, Counted, publishable
from desktop.protocol.duty_cases import Duty, DutyCase
from desktop.protocol.duty_ground import DeskClock
from desktop.protocol.duty_read import DutyReading
from desktop.records.protocol import Protocol

PERSONAL = frozenset({"incident", "order", "contact", "order_end", "plan", "by_hand"})
"""Triggers whose occasions are about persons who are helped, or may be."""
STATES = ("kept", "late", "not_possible")
Key = tuple[UUID, UUID | None, bool]


def duties(around: Around) -> tuple[DutyLine, ...]:
    """By provision in the order of the text, and institution in house order; what still runs is left out."""
    protocols = around.session.scalars(select(Protocol.id).order_by(Protocol.position, Protocol.id))
    return tuple(line for one in protocols for line in _of(around, one))


def _of(around: Around, protocol_id: UUID) -> Iterable[DutyLine]:
    reading = DutyReading(around.session, DeskClock.of(around.world), protocol_id)
    cases: dict[Key, list[DutyCase]] = defaultdict(list)
    for case in reading.cases(around.first, date(around.year, 12, 31)):
        if case.state in STATES:
            cases[case.origin_id, case.agency_id, case.together].append(case)
    known: dict[UUID, tuple[int, Duty]] = {}
    for place, duty in enumerate(reading.duties):
        known[duty.origin_id] = place, duty
    keys = sorted(cases, key=lambda key: (known[key[0]][0], key[2], around.order(key[1])))
    counts = {key: _counted(cases[key]).counts for key in keys}
    personal = [origin for origin in dict.fromkeys(key[0] for key in keys) if known[origin][1].trigger in PERSONAL]
    told = publishable([
        Beside(known[origin][1].trigger, [_counted(cases[key]) for key in keys if key[0] == origin])
        for origin in personal
    ])  # fmt: skip
    shown = {origin: iter(rows) for origin, rows in zip(personal, told, strict=True)}
    for key in keys:
        duty = known[key[0]][1]
        is_personal = duty.trigger in PERSONAL
        kept, delayed, excused, whole = next(shown[key[0]]) if is_personal else (*counts[key], sum(counts[key]))
        late = [case.delay for case in cases[key] if case.state == "late"]
        tells = late and delayed is not None and (not is_personal or len(late) >= MEDIAN_BASE)
        yield DutyLine(
            duty.number, duty.title, "" if key[2] else around.named(key[1]), whole, kept, delayed, excused,
            float(median(late)) if tells else None, duty.limit.unit,
        )  # fmt: skip


def _counted(cases: Sequence[DutyCase]) -> Counted:
    kept, late, excused = ([case.state for case in cases].count(state) for state in STATES)
    return Counted((kept, late, excused), frozenset(case.event.record_id for case in cases))

"""Which number a paper bears, and which earlier papers it takes the place of. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from desktop.summaries.summary import MEETING, Summary


class IssuedRow(NamedTuple):
    """One issued summary as it stands in the list, without its file."""

    id: UUID
    month: str
    """Key of the month or quarter it tells of."""
    number: str
    profile: str
    language: str
    receiver: str
    prepared_by: str
    approved_by: str
    issued_at: datetime
    issued_by: str
    digest: str
    superseded_by_id: UUID | None


class Kept(NamedTuple):
    """An issued summary with what it told."""

    row: IssuedRow
    summary: Summary


def next_number(period: str, profile: str) -> str:
    """The first number of a month or quarter: SV-2026-10, SV-2026-Q4, or SV-2026-10-M for the meeting."""
    return f"SV-{period}{'-M' if profile == MEETING else ''}"


def number_of(draft: Summary, kept: Iterable[Kept]) -> str:
    """The number for a summary: that of the same figures in another language, else the next free one."""
    own = [one for one in kept if one.row.month == draft.period.key and one.row.profile == draft.profile]
    for one in own:
        twins = {other.row.language for other in own if other.row.number == one.row.number}
        if _same_paper(one.summary, draft) and draft.language not in twins:
            return one.row.number
    first = next_number(draft.period.key, draft.profile)
    taken = len({one.row.number for one in own})
    return f"{first}/{taken + 1}" if taken else first


def superseded(draft: Summary, kept: Sequence[Kept]) -> tuple[UUID, ...]:
    """Papers still valid whose place the new one takes: other figures, or the same paper for the same receiver."""
    found = []
    for row, summary in kept:
        if row.month != draft.period.key or row.profile != draft.profile or row.superseded_by_id:
            continue
        again = row.language == draft.language and row.receiver == draft.receiver
        if again or (summary.figures, summary.agreed) != (draft.figures, draft.agreed):
            found.append(row.id)
    return tuple(found)


def _same_paper(one: Summary, other: Summary) -> bool:
    told = [(each.figures, each.agreed, each.receiver, each.note, each.without) for each in (one, other)]
    return told[0] == told[1]

"""That a notice stood on the agenda of a meeting, as its time line tells it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.language import N_
from desktop.records.meeting import CASE_LISTS, Meeting, MeetingCase, MeetingKind
from desktop.records.timeline import Line, TimelineItem


def meetings_told(session: Session, referral_id: UUID) -> Iterator[TimelineItem]:
    """The meetings at which the notice was to be spoken of; those called off are left out."""
    wanted = (
        select(MeetingCase, Meeting, MeetingKind)
        .join(Meeting, Meeting.id == MeetingCase.meeting_id)
        .join(MeetingKind, MeetingKind.id == Meeting.kind_id)
        .where(MeetingCase.referral_id == referral_id, Meeting.called_off_on.is_(None))
    )
    for case, meeting, kind in session.execute(wanted):
        lines = [
            Line("", {"text": kind.name}) if kind.name else Line(kind.known_as, {}),
            Line(CASE_LISTS[case.listed], {}),
        ]
        lines += [Line("", {"text": case.agreed})] if case.agreed else []
        at = datetime.combine(meeting.on_day, meeting.begins)
        yield TimelineItem(at, "meeting", N_("On the agenda of a meeting"), {}, tuple(lines), "", meeting.id)

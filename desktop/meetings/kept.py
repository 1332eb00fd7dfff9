"""A meeting that may still be written in: the one place that says what may be changed when."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Session

from desktop.language import N_
from desktop.problems import Problem
from desktop.records.meeting import Meeting

GONE = N_("This entry was taken back meanwhile.")


def kept(session: Session, meeting_id: UUID) -> Meeting:
    """The meeting, whatever its state."""
    found = session.get(Meeting, meeting_id)
    if found is None:
        raise Problem(GONE)
    return found


def writable(session: Session, meeting_id: UUID) -> Meeting:
    """The meeting, while its minutes are not agreed and it was not called off."""
    meeting = kept(session, meeting_id)
    if meeting.agreed:
        raise Problem(N_("These minutes are agreed and stay as they are. A correction is listed under them."))
    if meeting.called_off_on:
        raise Problem(N_("This meeting was called off."))
    return meeting


def planned(session: Session, meeting_id: UUID) -> Meeting:
    """The meeting, while it is still being prepared or going on."""
    meeting = writable(session, meeting_id)
    if meeting.held:
        raise Problem(N_("This meeting was held already."))
    return meeting

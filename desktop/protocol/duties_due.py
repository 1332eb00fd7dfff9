"""Which duties of our own centre are due within the week or late, where nothing else among today's things tells it.

First contacts, papers, minutes, plans and commitments are told already; what is left is to speak with her before an
order ends, and what was noted by hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from desktop.protocol.duty_cases import DutyCase
from desktop.protocol.duty_ground import DeskClock
from desktop.protocol.duty_read import DutyReading
from desktop.records.centre_rules import CentreRules
from desktop.records.due import AHEAD, DUTY, TALK, Found
from desktop.records.referral import Referral

LONGEST_LATE = timedelta(days=60)
"""A limit counted back may have passed so long before the order itself ends."""


def duties_due(session: Session, now: datetime, rules: CentreRules) -> Iterator[Found]:
    """All of it."""
    reading = DutyReading(session, DeskClock(now, rules.zone))
    spoken = reading.cases((now - LONGEST_LATE).date(), (now + AHEAD).date(), ("order_end",))
    still = (case for case in spoken if case.event.moment and case.event.moment > now)
    for case in still:
        if _is_ours(case):
            yield _found(session, case)
    for duty in reading.duties:
        for case in reading.by_hand(duty):
            if _is_ours(case) and case.due <= now + AHEAD:
                yield _found(session, case)


def _is_ours(case: DutyCase) -> bool:
    return case.agency_id is None and not case.together and case.to_do


def _found(session: Session, case: DutyCase) -> Found:
    notice = session.get(Referral, case.event.notice_id) if case.event.notice_id else None
    if notice is None:
        what, number = case.event.what, case.number
        return Found(DUTY, case.event.record_id or case.provision_id, case.due, None, number, None, "", what=what)
    return Found(
        TALK, case.event.record_id or notice.id, case.due, notice.id, notice.label, notice.person_id,
        notice.person_name, notice.worker_id, case.number,
    )  # fmt: skip

"""Which protocols are to be looked at again soon, or should have been: told among today's things."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.protocol.protocols import in_force
from desktop.records.centre_rules import CentreRules
from desktop.records.due import REVIEW, Found, end_of
from desktop.records.protocol import Protocol

AHEAD = timedelta(days=60)
"""So long before the day it is told."""


def reviews_due(session: Session, now: datetime, rules: CentreRules) -> Iterator[Found]:
    """Every version in force whose day of review is near or over."""
    for protocol in session.scalars(select(Protocol).order_by(Protocol.position, Protocol.id)):
        version = in_force(session, protocol.id, now.date())
        if version is not None and version.review_on is not None and version.review_on - AHEAD <= now.date():
            at = end_of(version.review_on, rules.calendar)
            yield Found(REVIEW, version.id, at, None, str(version.number), None, "", what=protocol.name)

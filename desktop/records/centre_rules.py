"""The centre's rules by which notices are dated and judged, read together from the vault at the time of use.

So that a log needs no other log: week and closed days, length of measures, days of the first contact. It reads only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import tzinfo
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.records.centre_profile import CentreProfile, ClosedDay
from desktop.records.code_list import Code
from desktop.records.workdays import WorkCalendar

_WEEK = select(
    CentreProfile.work_days, CentreProfile.day_begins, CentreProfile.day_ends, CentreProfile.country
).limit(1)  # fmt: skip
_CLOSED = select(ClosedDay.day)


@dataclass(frozen=True)
class CentreRules:
    """What the centre has laid down."""

    country: str = "XX"
    locale: str = "en"
    """The office language, by which names are sorted."""
    calendar: WorkCalendar = field(default_factory=WorkCalendar)
    first_contact_days: int = 1
    repeat_months: int = 12
    safe_contact_days: int = 30
    measure_hours: Mapping[str, int] = field(default_factory=dict)
    """Length of each order or measure by its code; 0 where it has none."""
    zone: tzinfo | None = None
    """The centre's time zone; None: the computer's own."""


def rules_of(session: Session) -> CentreRules:
    """The rules as they stand; a vault that has no centre yet goes by the defaults."""
    profile = session.scalars(select(CentreProfile).limit(1)).first()
    hours = session.execute(select(Code.code, Code.hours).where(Code.list_name == "measure_kind"))
    lengths = {row.code: row.hours for row in hours}
    if profile is None:
        return CentreRules(measure_hours=lengths)
    return CentreRules(
        country=profile.country,
        locale=profile.language,
        calendar=calendar_of(session),
        first_contact_days=profile.first_contact_days,
        repeat_months=profile.repeat_months,
        safe_contact_days=profile.safe_contact_days,
        measure_hours=lengths,
        zone=ZoneInfo(profile.zone) if profile.zone else None,
    )


def calendar_of(session: Session) -> WorkCalendar:
    """The days on which the centre works, which is all that a page of a list asks for."""
    connection = session.connection()
    profile = connection.execute(_WEEK).first()
    return WorkCalendar(*profile, closed=frozenset(connection.scalars(_CLOSED))) if profile else WorkCalendar()

"""What every reader of duties' occasions asks of the vault: between which moments, and who stands above whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, tzinfo
from functools import cached_property
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Date, select
from sqlalchemy.orm import Session

from desktop.protocol.duty_cases import DAY_ENDS
from desktop.records.agency import Agency
from desktop.records.referral import Referral
from desktop.world import World

EARLIEST, LATEST = datetime.combine(date.min, time()), datetime.combine(date.max, DAY_ENDS)
OURS: tuple[UUID | None, ...] = (None,)
"""It is our own centre's."""


@dataclass(frozen=True)
class Sought:
    """Which occasions: those with a clock in a span of time, or those of one notice."""

    first: datetime = EARLIEST
    last: datetime = LATEST
    notice_id: UUID | None = None

    def among(self, column: Any) -> ColumnElement[bool]:
        """The condition: the notice's own, or that this moment or day lies between."""
        if self.notice_id is not None:
            return Referral.id == self.notice_id
        days = isinstance(column.type, Date)
        condition: ColumnElement[bool] = column.between(
            self.first.date() if days else self.first, self.last.date() if days else self.last
        )
        return condition


class DeskClock(NamedTuple):
    """The moment as of which duties are judged."""

    now: datetime
    """Desk time."""
    zone: tzinfo | None = None

    @classmethod
    def of(cls, world: World) -> DeskClock:
        """The present moment."""
        return cls(world.here(), world.zone)

    @classmethod
    def at(cls, moment: datetime, zone: tzinfo | None) -> DeskClock:
        """A stamped moment."""
        return cls(moment.astimezone(zone).replace(tzinfo=None, microsecond=0), zone)

    def desk(self, moment: datetime) -> datetime:
        """A stamped moment as desk time."""
        return moment.astimezone(self.zone).replace(tzinfo=None, microsecond=0)


class Ground:
    """One look at the vault, and the institutions in it."""

    def __init__(self, session: Session, clock: DeskClock) -> None:
        self.session, self.clock = session, clock

    @cached_property
    def agencies(self) -> Mapping[UUID, Agency]:
        """Every institution."""
        return {each.id: each for each in self.session.scalars(select(Agency))}

    def chain(self, *nearest: UUID | None) -> tuple[UUID | None, ...]:
        """These institutions and those above them; nobody, where she came in person."""
        found: dict[UUID, Agency] = {}
        for one in nearest:
            agency = self.agencies.get(one) if one else None
            while agency is not None and agency.id not in found:
                found[agency.id] = agency
                agency = self.agencies.get(agency.parent_id) if agency.parent_id else None
        return () if any(each.kind == "self" for each in found.values()) else tuple(found)

    def whose(self, agency_id: UUID | None) -> tuple[UUID | None, ...]:
        """The institution and those above it; None is our own centre."""
        return self.chain(agency_id) if agency_id else OURS

    def rows(self, query: Any) -> Any:
        """Plain rows, which cost less than records."""
        return self.session.connection().execute(query).all()


def known(at: datetime | date | None) -> tuple[datetime, ...]:
    """When it was done, as far as it is known; a day stands for its beginning."""
    if at is None:
        return ()
    return (at if isinstance(at, datetime) else datetime.combine(at, time()),)

"""What every part of a yearly report is composed from: the year, the institutions by name and order, the centre.

Must never know what is counted.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.periods import Month
from desktop.records.agency import Agency
from desktop.records.centre_profile import CentreProfile
from desktop.records.directory import house_order
from desktop.world import World


@dataclass(frozen=True)
class Around:
    """One year, seen from one day."""

    session: Session
    year: int
    today: date
    own: str
    """How our centre is called."""
    agencies: dict[UUID, Agency]
    world: World

    @property
    def first(self) -> date:
        """The first day of the year."""
        return date(self.year, 1, 1)

    @property
    def last(self) -> date:
        """Its last day, or today in the year that runs."""
        return min(self.today, date(self.year, 12, 31))

    @property
    def months(self) -> tuple[Month, Month]:
        """The first and the last month of the year, as far as it is over."""
        return Month(self.year, 1), Month.of(self.last)

    def named(self, agency_id: UUID | None) -> str:
        """An institution by its short name, our own centre by its own."""
        return self.agencies[agency_id].known_as if agency_id else self.own

    def order(self, agency_id: UUID | None) -> tuple[int, tuple[int, int, bytes], int]:
        """The house order, our own centre last."""
        if agency_id is None:
            return 1, (0, 0, b""), 0
        return 0, house_order(self.agencies[agency_id]), agency_id.int


def around(session: Session, year: int, world: World) -> Around:
    """The year as the vault knows it."""
    centre = session.scalars(select(CentreProfile)).one()
    agencies = {each.id: each for each in session.scalars(select(Agency))}
    return Around(session, year, world.today(), centre.short_name or centre.name, agencies, world)

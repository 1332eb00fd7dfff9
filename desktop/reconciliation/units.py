"""The units of a partner, and which of them a word in its list means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.records.agency import Agency
from desktop.vault.search import fold


class Units:
    """A partner and everything below it in the directory."""

    def __init__(self, agencies: Iterable[Agency], partner_id: UUID, chosen: Mapping[str, UUID] | None = None) -> None:
        everybody = {each.id: each for each in agencies}
        self.partner = everybody[partner_id]
        self.all: dict[UUID, Agency] = {partner_id: self.partner}
        grown = True
        while grown:
            below = {key: each for key, each in everybody.items() if each.parent_id in self.all and key not in self.all}
            self.all |= below
            grown = bool(below)
        self.chosen = {fold(written): unit_id for written, unit_id in (chosen or {}).items() if unit_id in self.all}

    def named(self, written: str) -> UUID | None:
        """The unit that a word means: chosen once by somebody, or written exactly as it is called here."""
        wanted = fold(written).strip()
        if not wanted:
            return None
        return self.chosen.get(wanted) or next((key for key, each in self.all.items() if wanted in called(each)), None)

    def known_as(self, unit_id: UUID | None) -> str:
        """What a unit is called; empty where it is not known."""
        found = self.all.get(unit_id) if unit_id else None
        return found.known_as if found else ""

    def line_of(self, unit_id: UUID | None) -> UUID | None:
        """The unit right below the partner to which a unit belongs, for it has a line of its own on the sheet."""
        found = self.all.get(unit_id) if unit_id else None
        while found and found.parent_id in self.all and found.parent_id != self.partner.id:
            found = self.all[found.parent_id]
        return found.id if found else None

    def lines(self) -> tuple[Agency, ...]:
        """The units right below the partner in house order: those with a line on the sheet."""
        return tuple(each for each in self.below() if each.parent_id == self.partner.id)

    def below(self) -> tuple[Agency, ...]:
        """Its units in house order, without itself."""
        units = [each for each in self.all.values() if each.id != self.partner.id]
        return tuple(sorted(units, key=lambda each: (each.place, each.name_sort, each.id)))


def units_of(session: Session, partner_id: UUID, chosen: Mapping[str, UUID] | None = None) -> Units:
    """The units of a partner as the directory has them."""
    return Units(session.scalars(select(Agency)), partner_id, chosen)


def called(agency: Agency) -> set[str]:
    """Every name it is known by, folded."""
    names = (agency.name, agency.short_name, *agency.other_names.values())
    return {fold(name).strip() for name in names if name}

"""Where the figures of a package belong here: its institutions and units found by their names, the rest asked.

Nothing is dropped silently. An institution that is not known by any of its names is chosen by a worker or left out by
her; a unit that is not known is chosen, or its figures are kept for the institution as a whole. Several of theirs may
mean one of ours: their figures add up. Pure.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from desktop.paper.told_figures import ToldFigures, ToldPartner, ToldUnit
from desktop.reconciliation.units import Units, called
from desktop.records.agency import Agency
from desktop.vault.letters import fold

CENTRE = "centre"
Place = tuple[str, UUID, UUID | None]
"""A month, an institution of ours, and a unit of it; None: of no single one."""


@dataclass(frozen=True)
class Choices:
    """What a worker said of those that are not known by their names; each is called as the package calls it."""

    partners: Mapping[str, UUID | None] = field(default_factory=dict)
    """Our institution; None: its figures are left out."""
    units: Mapping[tuple[str, str], UUID | None] = field(default_factory=dict)
    """By institution and unit, our unit; None: the institution as a whole."""

    def over(self, earlier: Choices) -> Choices:
        """These, and what was said earlier where nothing is said now."""
        return Choices({**earlier.partners, **self.partners}, {**earlier.units, **self.units})

    def to_text(self) -> str:
        """As they are kept."""
        partners = {name: _hex(one) for name, one in self.partners.items()}
        units = [[partner, unit, _hex(one)] for (partner, unit), one in self.units.items()]
        return json.dumps({"partners": partners, "units": units}, sort_keys=True, ensure_ascii=False)

    @classmethod
    def from_text(cls, text: str) -> Choices:
        """Those that `to_text` wrote; none where nothing is kept."""
        if not text:
            return cls()
        kept = json.loads(text)
        partners = {name: _id(one) for name, one in kept["partners"].items()}
        return cls(partners, {(partner, unit): _id(one) for partner, unit, one in kept["units"]})


@dataclass(frozen=True)
class PlacedUnit:
    """A unit of theirs, and which of ours it is."""

    told: ToldUnit
    unit: Agency | None
    """None: not found, or the institution as a whole."""
    is_settled: bool
    """Whether it was found by a name or by choice."""
    by_choice: bool = False


@dataclass(frozen=True)
class PlacedPartner:
    """An institution of theirs, and which of ours it is."""

    told: ToldPartner
    partner: Agency | None
    """None: not found, or left out."""
    is_settled: bool
    by_choice: bool
    units: tuple[PlacedUnit, ...]

    @property
    def is_left_out(self) -> bool:
        """Whether somebody said that its figures do not belong here."""
        return self.is_settled and self.partner is None

    @property
    def open_units(self) -> tuple[str, ...]:
        """The units still to be chosen."""
        return tuple(each.told.name for each in self.units if self.partner and not each.is_settled)


def placed(
    told: ToldFigures, agencies: Iterable[Agency], reconciled: Collection[UUID], choices: Choices
) -> tuple[PlacedPartner, ...]:
    """Every institution of the package with its place here; `reconciled` are those with which we agreed figures."""
    everybody = tuple(agencies)
    partners = possible_partners(everybody, reconciled)
    return tuple(_placed(partner, everybody, partners, choices) for partner in told.partners)


def possible_partners(agencies: Iterable[Agency], reconciled: Collection[UUID]) -> tuple[Agency, ...]:
    """The institutions about which the matrix may be: no centre, and no unit unless figures were agreed with it."""
    return tuple(each for each in agencies if each.kind != CENTRE and (each.parent_id is None or each.id in reconciled))


def figures_of(partners: Iterable[PlacedPartner]) -> dict[Place, tuple[int, str]]:
    """What is kept of placed institutions: the agreed figure and the numbers of the sheets, by place."""
    found: dict[Place, tuple[int, str]] = {}
    for each in partners:
        if each.partner is None:
            continue
        for figure in each.told.figures:
            unit = None if figure.unit is None else each.units[figure.unit].unit
            place = figure.month, each.partner.id, unit.id if unit else None
            agreed, sheets = found.get(place, (0, ""))
            sheets = ", ".join(dict.fromkeys(filter(None, (*sheets.split(", "), figure.sheet))))
            found[place] = agreed + figure.agreed, sheets
    return found


def _placed(
    told: ToldPartner, agencies: Sequence[Agency], partners: Sequence[Agency], choices: Choices
) -> PlacedPartner:
    partner = _one_of(told, partners, told.kind)
    by_choice = told.name in choices.partners
    if by_choice:
        wanted = choices.partners[told.name]
        partner = next((each for each in partners if each.id == wanted), None)
        by_choice = wanted is None or partner is not None  # one that is gone since is asked for again
    units = Units(agencies, partner.id) if partner else None
    return PlacedPartner(
        told, partner, by_choice or partner is not None, by_choice,
        tuple(_placed_unit(told, unit, units, choices) for unit in told.units),
    )  # fmt: skip


def _placed_unit(partner: ToldPartner, told: ToldUnit, units: Units | None, choices: Choices) -> PlacedUnit:
    if units is None:
        return PlacedUnit(told, None, is_settled=False)
    wanted = choices.units.get((partner.name, told.name), ...)
    if wanted is None or wanted in units.all:
        unit = units.all[wanted] if isinstance(wanted, UUID) else None
        whole = unit is None or unit.id == units.partner.id
        return PlacedUnit(told, None if whole else unit, is_settled=True, by_choice=True)
    found = _one_of(told, units.below(), "")
    line = units.all.get(units.line_of(found.id) or found.id) if found else None
    return PlacedUnit(told, line, is_settled=line is not None)


def _one_of(told: ToldPartner | ToldUnit, agencies: Iterable[Agency], kind: str) -> Agency | None:
    """The one institution that bears one of these names; of several the one of that kind, else none."""
    wanted = {fold(name).strip() for name in (told.name, *told.names)}
    found = [each for each in agencies if called(each) & wanted]
    for prefers in (lambda each: each.kind == kind, lambda each: each.active_until is None):
        if len(found) > 1:
            found = [each for each in found if prefers(each)] or found
    return found[0] if len(found) == 1 else None


def _hex(one: UUID | None) -> str:
    return one.hex if one else ""


def _id(text: str) -> UUID | None:
    return UUID(text) if text else None

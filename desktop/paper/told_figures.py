"""What one centre tells another: figures that it agreed with institutions, by unit and month. Counts, never a person.

As it is signed it is plain JSON; here it is read strictly, so that whatever is not exactly so is refused. The names of
the fields are those of docs/package-format.md. Knows no records.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

LONGEST = 200
"""Signs of a name at most."""
MOST_NAMES, MOST_MONTHS, MOST_PARTNERS, MOST_UNITS, MOST_FIGURES = 20, 120, 500, 1000, 20_000
LARGEST, MOST_PACKAGES = 1_000_000, 1_000_000_000
"""No count is larger, and no number of a package."""
_MONTH = re.compile(r"(19|20|21)\d\d-(0[1-9]|1[0-2])")
_CODE = re.compile(r"[0-9A-F]{64}")
_KIND = re.compile(r"[a-z_]{1,40}")
_MOMENT = "%Y-%m-%dT%H:%M:%SZ"


class NotFigures(Exception):
    """What was signed is not of this form; told to nobody as such."""


@dataclass(frozen=True)
class ToldCentre:
    """A centre, by the name it bears and the control code of its root."""

    name: str
    fingerprint: str


@dataclass(frozen=True)
class ToldUnit:
    """A unit of an institution, with whatever else it is called."""

    name: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class ToldFigure:
    """The figures of one unit in one month."""

    month: str
    """As `2026-10`."""
    unit: int | None
    """Its place among the units, from 0; None: of no single unit."""
    sent: int
    received: int | None
    """None: not known by unit."""
    agreed: int
    sheet: str = ""
    """The number of the sheet that both sides signed."""


@dataclass(frozen=True)
class ToldPartner:
    """An institution and what was agreed with it."""

    name: str
    names: tuple[str, ...]
    """What else it is called: its short name, its names in other languages."""
    kind: str
    units: tuple[ToldUnit, ...]
    figures: tuple[ToldFigure, ...]


@dataclass(frozen=True)
class ToldFigures:
    """Everything that one package tells."""

    serial: int
    """Counts up with every package of the sender, whoever receives it."""
    made_at: datetime
    """In UTC, whole seconds, by the sender's clock."""
    sender: ToldCentre
    receiver: ToldCentre
    months: tuple[str, ...]
    """The months it covers, in order."""
    partners: tuple[ToldPartner, ...]

    @property
    def agreed(self) -> int:
        """All agreed figures together."""
        return sum(figure.agreed for partner in self.partners for figure in partner.figures)


def figures_as_json(told: ToldFigures) -> dict[str, Any]:
    """As it is signed."""
    return {
        "serial": told.serial,
        "made_at": moment_as_text(told.made_at),
        "sender": vars(told.sender).copy(),
        "receiver": vars(told.receiver).copy(),
        "months": list(told.months),
        "partners": [
            {
                "name": partner.name,
                "names": list(partner.names),
                "kind": partner.kind,
                "units": [{"name": unit.name, "names": list(unit.names)} for unit in partner.units],
                "figures": [vars(figure).copy() for figure in partner.figures],
            }
            for partner in told.partners
        ],
    }


def figures_from_json(said: Mapping[str, Any]) -> ToldFigures:
    """Read it, every field and no other; raises `NotFigures`."""
    fields = _fields(said, ToldFigures)
    months = tuple(map(_month, _several(fields["months"], MOST_MONTHS)))
    _demand(bool(months) and sorted(set(months)) == list(months))
    partners = tuple(_partner(each, months) for each in _several(fields["partners"], MOST_PARTNERS))
    _demand(bool(partners) and _are_different(partner.name for partner in partners))
    _demand(sum(len(partner.figures) for partner in partners) <= MOST_FIGURES)
    sender, receiver = _centre(fields["sender"]), _centre(fields["receiver"])
    serial, made_at = _number(fields["serial"], least=1, most=MOST_PACKAGES), moment_from_text(fields["made_at"])
    return ToldFigures(serial, made_at, sender, receiver, months, partners)


def moment_as_text(moment: datetime) -> str:
    """A moment as it is signed: `2026-11-02T08:00:00Z`."""
    return moment.astimezone(UTC).strftime(_MOMENT)


def moment_from_text(text: Any) -> datetime:
    """Read it back; raises `NotFigures`."""
    try:
        moment = datetime.strptime(text, _MOMENT).replace(tzinfo=UTC)
    except (ValueError, TypeError) as error:
        raise NotFigures from error
    _demand(moment_as_text(moment) == text)
    return moment


def name_from_text(text: Any) -> str:
    """A name: something, in one line, without unseen signs; raises `NotFigures`."""
    _demand(isinstance(text, str) and 0 < len(text) <= LONGEST and text.isprintable() and text == text.strip())
    return str(text)


def _centre(said: Any) -> ToldCentre:
    fields = _fields(said, ToldCentre)
    code = fields["fingerprint"]
    _demand(isinstance(code, str) and _CODE.fullmatch(code) is not None)
    return ToldCentre(name_from_text(fields["name"]), code)


def _partner(said: Any, months: Collection[str]) -> ToldPartner:
    fields = _fields(said, ToldPartner)
    kind = fields["kind"]
    _demand(isinstance(kind, str) and _KIND.fullmatch(kind) is not None)
    units = tuple(map(_unit, _several(fields["units"], MOST_UNITS)))
    _demand(_are_different(unit.name for unit in units))
    figures = tuple(_figure(each, months, len(units)) for each in _several(fields["figures"], MOST_FIGURES))
    _demand(bool(figures) and _are_different((figure.month, figure.unit) for figure in figures))
    return ToldPartner(name_from_text(fields["name"]), _names(fields["names"]), kind, units, figures)


def _unit(said: Any) -> ToldUnit:
    fields = _fields(said, ToldUnit)
    return ToldUnit(name_from_text(fields["name"]), _names(fields["names"]))


def _figure(said: Any, months: Collection[str], units: int) -> ToldFigure:
    fields = _fields(said, ToldFigure)
    month, unit, received, sheet = (fields[name] for name in ("month", "unit", "received", "sheet"))
    _demand(_month(month) in months)
    return ToldFigure(
        month,
        None if unit is None else _number(unit, most=units - 1),
        _number(fields["sent"]),
        None if received is None else _number(received),
        _number(fields["agreed"]),
        sheet if sheet == "" else name_from_text(sheet),
    )


def _names(said: Any) -> tuple[str, ...]:
    return tuple(map(name_from_text, _several(said, MOST_NAMES)))


def _month(text: Any) -> str:
    _demand(isinstance(text, str) and _MONTH.fullmatch(text) is not None)
    return str(text)


def _number(value: Any, *, least: int = 0, most: int = LARGEST) -> int:
    _demand(type(value) is int and least <= value <= most)
    return int(value)


def _several(value: Any, most: int) -> Sequence[Any]:
    _demand(isinstance(value, list) and len(value) <= most)
    return list(value)


def _fields(said: Any, of: type[Any]) -> dict[str, Any]:
    """Every field of that class, and no other."""
    _demand(isinstance(said, Mapping) and said.keys() == of.__dataclass_fields__.keys())
    return dict(said)


def _are_different(values: Any) -> bool:
    kept = list(values)
    return len(set(kept)) == len(kept)


def _demand(holds: bool) -> None:
    if not holds:
        raise NotFigures

"""A reconciliation sheet as JSON and back, so that what was issued stays readable for as long as the vault."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from desktop.periods import Month
from desktop.reconciliation.settling import Sums
from desktop.reconciliation.statement import Difference, Statement, UnitLine
from desktop.summaries.reconciliation_sheet import Correction, Earlier, NamedRow, Partner, ReconciliationSheet, Sister
from desktop.summaries.summary import Letter, Signatory

FORMAT = 1
Plain = dict[str, Any]


def to_json(sheet: ReconciliationSheet) -> str:
    """The sheet as one JSON text; the same sheet gives the same text."""
    return json.dumps({"format": FORMAT, **_plain(sheet)}, ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> ReconciliationSheet:
    """The sheet kept as JSON."""
    plain: Plain = json.loads(text)
    del plain["format"]
    return ReconciliationSheet(**{name: _READ.get(name, _as_it_is)(value) for name, value in plain.items()})


def _plain(value: Any) -> Any:
    if isinstance(value, Month):
        return value.key
    if is_dataclass(value):
        return {one.name: _plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else str(value) if isinstance(value, UUID) else value


def _as_it_is(value: Any) -> Any:
    return value


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _statement(plain: Plain) -> Statement:
    return Statement(
        tuple(UnitLine(**line) for line in plain["lines"]),
        tuple(Difference(**each) for each in plain["differences"]),
        Sums(**plain["sums"]),
    )


def _letter(plain: Plain) -> Letter:
    return Letter(plain["name"], tuple(plain["lines"]), plain["town"])


def _signatory(plain: Plain) -> Signatory:
    return Signatory(**plain)


def _earlier(plain: Plain) -> Earlier:
    return Earlier(**{**plain, "first": Month.parse(plain["first"]), "last": Month.parse(plain["last"])})


_READ: dict[str, Callable[[Any], Any]] = {
    "reconciliation_id": UUID,
    "first": Month.parse,
    "last": Month.parse,
    "made_at": datetime.fromisoformat,
    "made_on": date.fromisoformat,
    "agreed_on": _day,
    "letter": _letter,
    "partner": lambda plain: Partner(**plain),
    "statement": _statement,
    "for_them": _signatory,
    "for_us": _signatory,
    "entered_on": lambda plain: {unit: tuple(map(date.fromisoformat, days)) for unit, days in plain.items()},
    "sisters": lambda rows: tuple(Sister(**row) for row in rows),
    "earlier": lambda rows: tuple(map(_earlier, rows)),
    "corrections": lambda rows: tuple(Correction(**row) for row in rows),
    "named": lambda rows: tuple(NamedRow(**{**row, "day": _day(row["day"])}) for row in rows),
}
"""How each field is read where JSON keeps it in another form."""

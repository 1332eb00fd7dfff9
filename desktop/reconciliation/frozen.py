"""A settled reconciliation as text: its groups and figures exactly as both sides agreed on them, and read back.

The rows themselves are kept elsewhere; here stand their identifiers. Pure.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from desktop.reconciliation.groups import Alone, Copy
from desktop.reconciliation.listed import Listed
from desktop.reconciliation.settling import Left, Match, Settlement, Sums
from desktop.reconciliation.statement import Difference, Statement, UnitLine


@dataclass(frozen=True)
class Frozen:
    """What was agreed."""

    statement: Statement
    names: Mapping[str, str]
    """What each unit was called, by its name in the statement."""
    settlement: Settlement | None
    """The rows in their groups; None where only numbers were compared."""


def to_text(frozen: Frozen) -> str:
    """As it is kept; the same agreement always gives the same text."""
    told = {
        "statement": asdict(frozen.statement),
        "names": dict(frozen.names),
        "groups": _groups(frozen.settlement) if frozen.settlement else None,
    }
    return json.dumps(told, sort_keys=True, ensure_ascii=False)


def from_text(text: str, theirs: Mapping[str, Listed], ours: Mapping[str, Listed]) -> Frozen:
    """Read it back; a row that is gone since stands there with its identifier alone."""
    told = json.loads(text)
    figures = told["statement"]
    return Frozen(
        Statement(
            tuple(UnitLine(**line) for line in figures["lines"]),
            tuple(Difference(**each) for each in figures["differences"]),
            Sums(**figures["sums"]),
        ),
        told["names"],
        _settlement(told["groups"], theirs, ours) if told["groups"] else None,
    )


def _groups(found: Settlement) -> dict[str, Any]:
    return {
        "matched": [[each.theirs.id, each.ours.id, each.how] for each in found.matched],
        "late": [[each.theirs.id, each.ours.id, each.how] for each in found.late],
        "only_theirs": [[left.alone.row.id, left.reason] for left in found.only_theirs],
        "only_ours": [[left.alone.row.id, left.reason] for left in found.only_ours],
        "copies_theirs": [[copy.row.id, copy.of.id] for copy in found.copies_theirs],
        "copies_ours": [[copy.row.id, copy.of.id] for copy in found.copies_ours],
        "in_month": sorted(found.in_month),
    }


def _settlement(groups: Mapping[str, Any], theirs: Mapping[str, Listed], ours: Mapping[str, Listed]) -> Settlement:
    def their(name: str) -> Listed:
        return theirs.get(name, Listed(id=name))

    def our(name: str) -> Listed:
        return ours.get(name, Listed(id=name))

    return Settlement(
        matched=tuple(Match(their(a), our(b), how, None) for a, b, how in groups["matched"]),
        late=tuple(Match(their(a), our(b), how, None) for a, b, how in groups["late"]),
        doubtful=(),
        only_theirs=tuple(Left(Alone(their(a), None), reason) for a, reason in groups["only_theirs"]),
        only_ours=tuple(Left(Alone(our(b), None), reason) for b, reason in groups["only_ours"]),
        copies_theirs=tuple(Copy(their(a), their(b)) for a, b in groups["copies_theirs"]),
        copies_ours=tuple(Copy(our(a), our(b)) for a, b in groups["copies_ours"]),
        in_month=frozenset(groups["in_month"]),
    )

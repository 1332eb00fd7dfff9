"""What no undoing may touch: a text that was closed, what was signed or adopted, and the order of what is in force.

A correction that leaves all of it as it was may be undone as any other; so may the latest closing or adoption itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date
from itertools import pairwise
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.language import N_
from desktop.problems import Problem
from desktop.protocol.kept import CLOSED, EARLIER, GONE, SIGNED
from desktop.records.protocol import (
    ProtocolChapter,
    ProtocolSignatory,
    ProtocolVersion,
    Provision,
    ProvisionHolder,
    ProvisionText,
)


class _Standing(NamedTuple):
    """What one version is known by."""

    protocol_id: UUID
    is_closed: bool
    is_bound: bool
    """Whether somebody signed it, or it was adopted."""
    adopted_on: date | None
    in_force_from: date | None
    text: frozenset[tuple[object, ...]]


def closed_texts_stand(session: Session) -> Callable[[], None]:
    """Asked before an undoing; what comes back is asked after it."""
    before = _standing(session)

    def stands() -> None:
        after = _standing(session)
        for version_id, was in before.items():
            _require_same(was, after.get(version_id))
        _require_order(after)

    return stands


def _require_same(was: _Standing, now: _Standing | None) -> None:
    if now is None:
        if was.is_bound:
            raise Problem(SIGNED)
    elif now.is_bound and not now.is_closed:
        raise Problem(SIGNED)
    elif was.is_closed and (now.is_closed or was.is_bound) and was.text != now.text:
        raise Problem(CLOSED)


def _require_order(after: Mapping[UUID, _Standing]) -> None:
    """Versions were adopted one after another, and came into force so."""
    by_protocol: dict[UUID, list[_Standing]] = defaultdict(list)
    for each in after.values():
        by_protocol[each.protocol_id].append(each)
    for versions in by_protocol.values():
        if any(each.adopted_on is None for each in versions[:-1]):
            raise Problem(N_("A later version rests on this one. Take that one out first."))
        days = [each.in_force_from for each in versions if each.in_force_from]
        if any(later <= earlier for earlier, later in pairwise(days)):
            raise Problem(EARLIER)


def _standing(session: Session) -> dict[UUID, _Standing]:
    """Every version, in the order of their numbers; read as rows, since an undoing writes past the records."""
    texts: dict[UUID, set[tuple[object, ...]]] = defaultdict(set)
    of_provision: dict[UUID, UUID] = {}
    rows = session.connection()
    for table in (ProtocolChapter, Provision, ProvisionText, ProvisionHolder):
        for row in rows.execute(select(table.__table__)).mappings():
            version_id = row["version_id"] if "version_id" in row else of_provision.get(row["provision_id"])
            if version_id is None:
                raise Problem(GONE)
            if table is Provision:
                of_provision[row["id"]] = version_id
            texts[version_id].add((table.__tablename__, *row.values()))
    signed = set(rows.execute(select(ProtocolSignatory.version_id).where(ProtocolSignatory.signed_on.is_not(None)))
                 .scalars())  # fmt: skip
    versions = rows.execute(select(ProtocolVersion.__table__).order_by(ProtocolVersion.number)).mappings()
    return {
        one["id"]: _Standing(
            one["protocol_id"], one["closed_on"] is not None, one["id"] in signed or one["adopted_on"] is not None,
            one["adopted_on"], one["in_force_from"], frozenset(texts[one["id"]]),
        )
        for one in versions
    }  # fmt: skip

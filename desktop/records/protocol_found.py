"""Which versions of protocols are searched: of each the one in force, or else the newest."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.records.protocol import ProtocolVersion, Provision


def versions_found(session: Session, today: date) -> Any:
    """The provisions of these versions; what was replaced or is only drafted is looked for in the protocol itself."""
    chosen: dict[UUID, ProtocolVersion] = {}
    for version in session.scalars(select(ProtocolVersion).order_by(ProtocolVersion.number)):
        before = chosen.get(version.protocol_id)
        if before is None or _holds(version, today) or not _holds(before, today):
            chosen[version.protocol_id] = version
    return Provision.version_id.in_([version.id for version in chosen.values()])


def _holds(version: ProtocolVersion, today: date) -> bool:
    return version.state(today) == "in_force"

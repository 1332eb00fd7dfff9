"""Copies a version into the next one, in a change that somebody else began; what is the same keeps its origin."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from desktop.records.alignment import Basis
from desktop.records.protocol import (
    ProtocolChapter,
    ProtocolSignatory,
    ProtocolVersion,
    Provision,
    ProvisionHolder,
    ProvisionText,
)
from desktop.vault.record import Record
from desktop.world import World


def copy_version(session: Session, base: ProtocolVersion, version: ProtocolVersion, world: World) -> None:
    """All of it but signatures, and parties that withdrew."""
    chapters: dict[UUID | None, UUID | None] = {None: None}
    for chapter in session.scalars(select(ProtocolChapter).where(ProtocolChapter.version_id == base.id)).all():
        chapters[chapter.id] = _copied(session, chapter, world, version_id=version.id).id
    session.flush()
    provisions: dict[UUID | None, UUID | None] = {None: None}
    for one in session.scalars(select(Provision).where(Provision.version_id == base.id)).all():
        copied = _copied(session, one, world, version_id=version.id, chapter_id=chapters[one.chapter_id])
        provisions[one.id] = copied.id
    session.flush()
    mine = select(Provision.id).where(Provision.version_id == base.id)
    for text in session.scalars(select(ProvisionText).where(ProvisionText.provision_id.in_(mine))).all():
        _copied(session, text, world, provision_id=provisions[text.provision_id])
    for holder in session.scalars(select(ProvisionHolder).where(ProvisionHolder.provision_id.in_(mine))).all():
        _copied(session, holder, world, provision_id=provisions[holder.provision_id])
    for basis in session.scalars(select(Basis).where(Basis.version_id == base.id)).all():
        _copied(session, basis, world, version_id=version.id, provision_id=provisions[basis.provision_id])
    parties = select(ProtocolSignatory).where(ProtocolSignatory.version_id == base.id)
    for party in session.scalars(parties.where(ProtocolSignatory.withdrawn_on.is_(None))).all():
        _copied(session, party, world, version_id=version.id, signed_on=None)
    session.flush()


def _copied(session: Session, row: Record, world: World, **other: Any) -> Record:
    """The same row under an identifier of its own, with other values in some columns."""
    values = {each.key: getattr(row, each.key) for each in inspect(type(row)).column_attrs}
    copied = type(row)(**{**values, "id": world.new_id(), **other})
    session.add(copied)
    return copied

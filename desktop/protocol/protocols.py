"""The log of protocols and their versions: begun, revised, closed for signature, adopted, in force, reviewed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from desktop.language import N_
from desktop.problems import Problem
from desktop.protocol.copying import copy_version
from desktop.protocol.drafts import ProtocolDraft
from desktop.protocol.kept import EARLIER, SIGNED, kept, kept_protocol, writable
from desktop.protocol.sheet import VersionSheet, read_version, replaced_on
from desktop.records.alignment import Basis
from desktop.records.issued import ProtocolPaper
from desktop.records.protocol import (
    CHAPTERS,
    Protocol,
    ProtocolChapter,
    ProtocolSignatory,
    ProtocolVersion,
    Provision,
    ProvisionHolder,
    ProvisionText,
)
from desktop.records.revision import ProposedChange, ProvisionComment
from desktop.records.typed_check import checked_days, insist
from desktop.records.typed_text import clean_line
from desktop.vault.vault import Vault, Worker
from desktop.world import World


@dataclass(frozen=True)
class Adoption:
    """When a version was adopted, from when it is in force, by when it is to be looked at again."""

    adopted_on: date | None = None
    in_force_from: date | None = None
    review_on: date | None = None

    def check(self, today: date) -> tuple[Problem, ...]:
        """Everything that keeps it from being saved."""
        found = [*checked_days(self, ("adopted_on", "in_force_from", "review_on"))]
        if self.adopted_on is None:
            found.append(Problem(N_("Fill in this field."), field="adopted_on"))
        elif self.adopted_on > today:
            found.append(Problem(N_("This date has not come yet."), field="adopted_on"))
        elif self.in_force_from and self.in_force_from < self.adopted_on:
            found.append(Problem(N_("A version is in force from the day it is adopted at the earliest."),
                                 field="in_force_from"))  # fmt: skip
        return tuple(found)


@dataclass(frozen=True)
class VersionRow:
    """A version as it stands in a list."""

    version: ProtocolVersion
    state: str
    """A code of `VERSION_STATES`."""
    replaced_on: date | None
    provisions: int
    signed: int
    """Parties that have signed and not withdrawn."""
    parties: int


class Protocols:
    """The protocols of one vault."""

    def __init__(self, vault: Vault, world: World) -> None:
        self.vault, self.world = vault, world

    def begin(self, draft: ProtocolDraft, by: Worker, *, outline: bool = True) -> ProtocolVersion:
        """A new protocol with its first version, a draft; with the usual chapters, empty, unless told otherwise."""
        draft = draft.cleaned()
        insist(draft.check())
        with self.vault.change(N_("Protocol begun: {name}"), by, name=draft.name) as session:
            position = (session.scalar(select(func.max(Protocol.position))) or 0) + 1
            protocol = Protocol(
                id=self.world.new_id(), name=draft.name, names=draft.names, language=draft.language, position=position
            )
            version = ProtocolVersion(
                id=self.world.new_id(), protocol_id=protocol.id, number=1, begun_on=self.world.today()
            )
            session.add(protocol)
            session.flush()
            session.add(version)
            session.flush()
            for place, code in enumerate(CHAPTERS if outline else (), 1):
                session.add(ProtocolChapter(id=self.world.new_id(), version_id=version.id, position=place, code=code))
            return version

    def amend(self, protocol_id: UUID, draft: ProtocolDraft, by: Worker) -> Protocol:
        """Give it another name; its language stays while there is text in it."""
        draft = draft.cleaned()
        insist(draft.check())
        with self.vault.change(N_("Protocol changed: {name}"), by, name=draft.name) as session:
            protocol = kept_protocol(session, protocol_id)
            mine = select(ProtocolVersion.id).where(ProtocolVersion.protocol_id == protocol_id)
            if draft.language != protocol.language and session.scalar(
                select(func.count()).select_from(Provision).where(Provision.version_id.in_(mine))
            ):
                raise Problem(N_("The protocol has text in its language already."), field="language")
            protocol.name, protocol.names, protocol.language = draft.name, draft.names, draft.language
            return protocol

    def all(self) -> Sequence[Protocol]:
        """Every protocol, in the order in which they were begun."""
        with self.vault.look() as session:
            return list(session.scalars(select(Protocol).order_by(Protocol.position, Protocol.id)))

    def versions(self, protocol_id: UUID) -> Sequence[VersionRow]:
        """The versions of a protocol, the newest first."""
        mine = select(ProtocolVersion).where(ProtocolVersion.protocol_id == protocol_id)
        with self.vault.look() as session:
            kept_protocol(session, protocol_id)
            found = session.scalars(mine.order_by(ProtocolVersion.number.desc()))
            return [_row(session, each, self.world.today()) for each in found]

    def in_force(self, protocol_id: UUID, day: date | None = None) -> ProtocolVersion | None:
        """The version in force on a day."""
        with self.vault.look() as session:
            return in_force(session, protocol_id, day or self.world.today())

    def sheet(self, version_id: UUID) -> VersionSheet:
        """A version, whole."""
        with self.vault.look() as session:
            return read_version(session, version_id, self.world.today())

    def revise(self, version_id: UUID, why: str, by: Worker) -> ProtocolVersion:
        """Begin the next version as a copy of this one: text, duties, bases and parties, but no signature."""
        with self.vault.change(N_("Revision of the protocol begun"), by) as session:
            base = kept(session, version_id)
            mine = ProtocolVersion.protocol_id == base.protocol_id
            if session.scalar(select(func.count()).where(mine, ProtocolVersion.adopted_on.is_(None))):
                raise Problem(N_("A version is being worked on already. Finish it or take it out first."))
            last = session.scalar(select(func.max(ProtocolVersion.number)).where(mine)) or 0
            version = ProtocolVersion(
                id=self.world.new_id(), protocol_id=base.protocol_id, number=last + 1, based_on_id=base.id,
                begun_on=self.world.today(), why=clean_line(why),
            )  # fmt: skip
            session.add(version)
            session.flush()
            copy_version(session, base, version, self.world)
            return version

    def close(self, version_id: UUID, by: Worker) -> ProtocolVersion:
        """Close the text, so that everybody signs the same; nothing proposed may be left open."""
        with self.vault.change(N_("Text of the protocol closed for signature"), by) as session:
            version = writable(session, version_id)
            mine = ProposedChange.version_id == version_id
            if left := session.scalar(select(func.count()).where(mine, ProposedChange.state == "open")):
                raise Problem(N_("Proposed changes still open: {n}. Decide on them first."), n=left)
            if not session.scalar(select(func.count()).where(Provision.version_id == version_id)):
                raise Problem(N_("There is no provision in it yet."))
            version.closed_on = self.world.today()
            return version

    def reopen(self, version_id: UUID, by: Worker) -> ProtocolVersion:
        """Open the text again, while nobody has signed it."""
        with self.vault.change(N_("Text of the protocol opened again"), by) as session:
            version = kept(session, version_id)
            ever = ProtocolSignatory.version_id == version_id, ProtocolSignatory.signed_on.is_not(None)
            if version.adopted_on or session.scalar(select(func.count()).where(*ever)):
                raise Problem(SIGNED)
            version.closed_on = None
            return version

    def adopt(self, version_id: UUID, adoption: Adoption, by: Worker) -> ProtocolVersion:
        """Keep when it was adopted and from when it is in force."""
        insist(adoption.check(self.world.today()))
        with self.vault.change(N_("Protocol adopted"), by) as session:
            version = kept(session, version_id)
            if version.is_open:
                raise Problem(N_("Close the text first, so that what is adopted cannot change any more."))
            _require_later(session, version, adoption.in_force_from)
            version.adopted_on, version.in_force_from = adoption.adopted_on, adoption.in_force_from
            version.review_on = adoption.review_on
            return version

    def review(self, version_id: UUID, day: date | None, by: Worker) -> ProtocolVersion:
        """Set by when it is to be looked at again."""
        with self.vault.change(N_("Review date of the protocol set"), by) as session:
            version = kept(session, version_id)
            version.review_on = day
            insist(checked_days(version, ("review_on",)))
            return version

    def end(self, version_id: UUID, day: date | None, by: Worker) -> ProtocolVersion:
        """Keep that it holds no longer though no other takes its place; None: it does hold."""
        with self.vault.change(N_("End of the protocol noted"), by) as session:
            version = kept(session, version_id)
            if day and (version.in_force_from is None or day < version.in_force_from):
                raise Problem(N_("The end lies before the beginning."), field="ended_on")
            version.ended_on = day
            return version

    def take_out(self, version_id: UUID, by: Worker) -> None:
        """Take out a draft; the history keeps it, its papers stay. With the only version the protocol goes too."""
        with self.vault.change(N_("Draft of the protocol taken out"), by) as session:
            version = writable(session, version_id)
            protocol = kept_protocol(session, version.protocol_id)
            for paper in session.scalars(select(ProtocolPaper).where(ProtocolPaper.version_id == version_id)).all():
                paper.version_id = None
            session.flush()
            provisions = select(Provision.id).where(Provision.version_id == version_id)
            for table in (ProvisionText, ProvisionHolder):
                session.execute(delete(table).where(table.provision_id.in_(provisions)))
            for each in (ProvisionComment, ProposedChange, Basis, Provision, ProtocolChapter, ProtocolSignatory):
                session.execute(delete(each).where(each.version_id == version_id))
            session.delete(version)
            session.flush()
            if not session.scalar(select(func.count()).where(ProtocolVersion.protocol_id == protocol.id)):
                session.delete(protocol)


def in_force(session: Session, protocol_id: UUID, day: date) -> ProtocolVersion | None:
    """The version of a protocol that is in force on a day."""
    mine = ProtocolVersion.protocol_id == protocol_id, ProtocolVersion.in_force_from <= day
    last = session.scalars(select(ProtocolVersion).where(*mine).order_by(ProtocolVersion.number.desc()).limit(1))
    found = last.first()
    return found if found and not (found.ended_on and found.ended_on <= day) else None


def meant_first(rows: Sequence[VersionRow]) -> VersionRow:
    """Which version is meant where none is named: the one that is worked on, else the one in force, else the newest."""
    return next((row for state in ("draft", "closed", "in_force") for row in rows if row.state == state), rows[0])


def _row(session: Session, version: ProtocolVersion, today: date) -> VersionRow:
    replaced = replaced_on(session, version)
    provisions = session.scalar(select(func.count()).where(Provision.version_id == version.id)) or 0
    parties = session.scalar(select(func.count()).where(ProtocolSignatory.version_id == version.id)) or 0
    return VersionRow(
        version, version.state(today, replaced), replaced, provisions, _signed(session, version.id), parties
    )  # fmt: skip


def _signed(session: Session, version_id: UUID) -> int:
    signed = ProtocolSignatory.signed_on.is_not(None), ProtocolSignatory.withdrawn_on.is_(None)
    return session.scalar(select(func.count()).where(ProtocolSignatory.version_id == version_id, *signed)) or 0


def _require_later(session: Session, version: ProtocolVersion, day: date | None) -> None:
    """A later version is in force from a later day than those before it."""
    mine = ProtocolVersion.protocol_id == version.protocol_id
    days = select(func.max(ProtocolVersion.in_force_from)).where(mine, ProtocolVersion.number < version.number)
    last = session.scalar(days)
    if day and last and day <= last:
        raise Problem(EARLIER, field="in_force_from")
    following = select(func.min(ProtocolVersion.in_force_from)).where(mine, ProtocolVersion.number > version.number)
    upper = session.scalar(following)
    if upper and (day is None or day >= upper):
        raise Problem(N_("A later version is in force already. It came after this one."), field="in_force_from")

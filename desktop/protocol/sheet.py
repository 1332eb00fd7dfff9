"""A version of a protocol read whole: chapters and provisions in their order, whom each binds, what it rests on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.protocol.drafts import BasisDraft, ProvisionDraft, TextDraft, draft_of
from desktop.protocol.kept import kept
from desktop.records.agency import Agency
from desktop.records.alignment import Act, ActPoint, Basis
from desktop.records.directory import house_order
from desktop.records.protocol import (
    Protocol,
    ProtocolChapter,
    ProtocolVersion,
    Provision,
    ProvisionHolder,
    ProvisionText,
)
from desktop.serbian import in_latin


@dataclass(frozen=True)
class BasisRow:
    """What a provision rests on, with the act and the point where these were brought in."""

    basis: Basis
    act: Act | None
    point: ActPoint | None

    @property
    def cited(self) -> str:
        """How it is cited, such as "OP 3.2"; empty for the provision as a whole."""
        return f"{self.act.cited} {self.point.number}" if self.act and self.point else self.basis.named


@dataclass(frozen=True)
class ProvisionRow:
    """One provision with all that belongs to it."""

    provision: Provision
    chapter: ProtocolChapter | None
    holders: tuple[Agency | None, ...]
    """Whom it binds, in house order, our own centre (None) first; empty where it binds all or nobody."""
    texts: tuple[ProvisionText, ...]
    bases: tuple[BasisRow, ...]

    def said(self, locale: str, own: str) -> tuple[str, str]:
        """Title and text in a language; those of the protocol's own language (`own`) where there are none.

        Serbian in Latin letters comes from the Cyrillic text where it was not written apart.
        """
        kept = {each.language: (each.title, each.text) for each in self.texts}
        kept[own] = self.provision.title, self.provision.text
        if locale in kept:
            return kept[locale]
        if locale == "sr_Latn" and "sr_Cyrl" in kept:
            title, text = kept["sr_Cyrl"]
            return in_latin(title), in_latin(text)
        return kept[own]

    def draft(self) -> ProvisionDraft:
        """As it stands, to be amended."""
        return draft_of(
            self.provision,
            tuple(each.id if each else None for each in self.holders),
            tuple(TextDraft(each.language, each.title, each.text) for each in self.texts),
            tuple(BasisDraft(each.basis.point_id, each.basis.named) for each in self.bases),
        )


@dataclass(frozen=True)
class VersionSheet:
    """One version, whole."""

    protocol: Protocol
    version: ProtocolVersion
    state: str
    """A code of `VERSION_STATES` on the day it was read."""
    replaced_on: date | None
    """From when a later version is in force."""
    chapters: tuple[ProtocolChapter, ...]
    provisions: tuple[ProvisionRow, ...]

    def in_chapter(self, chapter_id: UUID | None) -> tuple[ProvisionRow, ...]:
        """The provisions of one chapter; None: those of no chapter."""
        return tuple(row for row in self.provisions if row.provision.chapter_id == chapter_id)

    def numbered(self, number: str) -> ProvisionRow | None:
        """The provision of that number."""
        return next((row for row in self.provisions if row.provision.number == number), None)


def read_version(session: Session, version_id: UUID, today: date) -> VersionSheet:
    """The version with everything in it."""
    version = kept(session, version_id)
    protocol = session.get_one(Protocol, version.protocol_id)
    chapters = chapters_of(session, version_id)
    replaced = replaced_on(session, version)
    rows = _rows(session, version_id, {each.id: each for each in chapters})
    return VersionSheet(protocol, version, version.state(today, replaced), replaced, chapters, rows)


def chapters_of(session: Session, version_id: UUID) -> tuple[ProtocolChapter, ...]:
    """The chapters of a version in their order."""
    mine = select(ProtocolChapter).where(ProtocolChapter.version_id == version_id)
    return tuple(session.scalars(mine.order_by(ProtocolChapter.position, ProtocolChapter.id)))


def replaced_on(session: Session, version: ProtocolVersion) -> date | None:
    """From when a later version of the same protocol is or will be in force."""
    later = (
        ProtocolVersion.protocol_id == version.protocol_id, ProtocolVersion.number > version.number,
        ProtocolVersion.in_force_from.is_not(None),
    )  # fmt: skip
    return session.scalar(select(ProtocolVersion.in_force_from).where(*later).order_by(ProtocolVersion.in_force_from))


def provisions_of(session: Session, version_id: UUID) -> list[Provision]:
    """The provisions of a version: by chapter and, within it, by place; those of no chapter first."""
    places = {each.id: place for place, each in enumerate(chapters_of(session, version_id))}
    found = session.scalars(select(Provision).where(Provision.version_id == version_id))
    return sorted(
        found,
        key=lambda one: (places.get(one.chapter_id, -1) if one.chapter_id else -1, one.position, one.id),
    )


def _rows(session: Session, version_id: UUID, chapters: dict[UUID, ProtocolChapter]) -> tuple[ProvisionRow, ...]:
    mine = select(Provision.id).where(Provision.version_id == version_id)
    holders: dict[UUID, list[Agency | None]] = defaultdict(list)
    asked = select(ProvisionHolder.provision_id, Agency).outerjoin(Agency, Agency.id == ProvisionHolder.agency_id)
    for provision_id, agency in session.execute(asked.where(ProvisionHolder.provision_id.in_(mine))):
        holders[provision_id].append(agency)
    texts: dict[UUID, list[ProvisionText]] = defaultdict(list)
    wanted = select(ProvisionText).where(ProvisionText.provision_id.in_(mine)).order_by(ProvisionText.language)
    for text in session.scalars(wanted):
        texts[text.provision_id].append(text)
    bases: dict[UUID | None, list[BasisRow]] = defaultdict(list)
    for row in bases_of(session, version_id):
        bases[row.basis.provision_id].append(row)
    return tuple(
        ProvisionRow(
            one, chapters.get(one.chapter_id) if one.chapter_id else None, in_order(holders[one.id]),
            tuple(texts[one.id]), tuple(bases[one.id]),
        )
        for one in provisions_of(session, version_id)
    )  # fmt: skip


def bases_of(session: Session, version_id: UUID) -> list[BasisRow]:
    """What all provisions of a version rest on, and the points of acts that none answers to."""
    wanted = (
        select(Basis, Act, ActPoint)
        .outerjoin(ActPoint, ActPoint.id == Basis.point_id)
        .outerjoin(Act, Act.id == ActPoint.act_id)
        .where(Basis.version_id == version_id)
        .order_by(Basis.position, ActPoint.position, Basis.id)
    )
    return [BasisRow(*row) for row in session.execute(wanted)]


def in_order(agencies: Iterable[Agency | None]) -> tuple[Agency | None, ...]:
    """Our own centre (None) first, then the institutions in house order."""
    found = list(agencies)
    ours: tuple[Agency | None, ...] = (None,) if None in found else ()
    return ours + tuple(sorted((each for each in found if each), key=house_order))

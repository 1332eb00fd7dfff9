"""Whose packages are accepted here: centres that are pinned, their cards, our own keys, and what was read before."""

from __future__ import annotations

import hashlib
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.language import N_
from desktop.paper.centre_keys import CentreKeys, fingerprint_of
from desktop.paper.package import Card, read_package
from desktop.paper.told_figures import ToldFigures
from desktop.problems import Problem
from desktop.reconciliation.package_places import CENTRE
from desktop.records.agency import Agency
from desktop.records.centre_profile import KnownCentre, SealKey
from desktop.records.package import IN, OUT, CentreCard, ExchangeKey, FigurePackage
from desktop.world import World

REPLAY = N_("This package was read before. Number: {n}, made: {made}, read: {read}")
OLDER = N_("A newer package of this centre was read already: number {last}, made {last_made}. This one: {n}, {made}")
OTHER = N_("Another package with this number was read before. Ask the centre for a new one. Number: {n}, made: {made}")
NO_CARD_YET = N_("No card of this centre was read yet. Read it first and compare the words.")


class KnownPackages:
    """Opens what was received, once it is certain who sent it and that it is new."""

    def __init__(self, world: World) -> None:
        self.world = world

    def open(self, session: Session, file: bytes) -> ToldFigures:
        """The figures of a package; a Problem if it is not whole, not for us, of nobody known, or not new."""
        own_keys = session.scalars(select(ExchangeKey.private).order_by(ExchangeKey.made_at.desc())).all()
        known = {each.fingerprint: each.root_certificate for each in session.scalars(select(KnownCentre))}
        told = read_package(file, own_keys, own_codes(session), known)
        self._require_newer(session, told, hashlib.sha256(file).hexdigest())
        return told

    def require_card(self, session: Session, card: Card, centre_id: UUID) -> None:
        """A card is of another centre, of one institution, and none that is older than one that is known."""
        agency, kept = session.get_one(Agency, centre_id), card_of(session, card.fingerprint)
        wanted = select(Agency).where(Agency.fingerprint == card.fingerprint, Agency.id != centre_id)
        taken = session.scalars(wanted).first()
        if card.fingerprint in own_codes(session):
            raise Problem(N_("This is the card of this centre itself."), field="file")
        if agency.kind != CENTRE:
            raise Problem(N_("This institution is no crisis centre: {name}"), field="centre", name=agency.name)
        if taken is not None:
            raise Problem(N_("This card belongs to another institution here: {name}"), field="centre", name=taken.name)
        if agency.fingerprint not in ("", card.fingerprint):
            sentence = N_("Another control code stands at this institution: {name}. Change it there first.")
            raise Problem(sentence, field="centre", name=agency.name)
        if kept is not None and kept.made_at > card.made_at:
            made = self.world.desk(kept.made_at)
            raise Problem(N_("A newer card of this centre is known. It was made: {made}"), field="file", made=made)

    def _require_newer(self, session: Session, told: ToldFigures, digest: str) -> None:
        """A package is read once, and none that is older than one that was read."""
        mine = (FigurePackage.direction == IN, FigurePackage.fingerprint == told.sender.fingerprint)
        newer = select(FigurePackage).where(*mine, FigurePackage.serial >= told.serial)
        found = session.scalars(newer.order_by(FigurePackage.serial)).all()
        if not found:
            return
        desk, first, last = self.world.desk, found[0], found[-1]
        made = desk(told.made_at)
        if first.serial != told.serial:
            then = desk(last.made_at)
            raise Problem(OLDER, field="file", n=told.serial, made=made, last=last.serial, last_made=then)
        if first.digest == digest:
            raise Problem(REPLAY, field="file", n=told.serial, made=made, read=desk(first.at))
        raise Problem(OTHER, field="file", n=told.serial, made=made)


def own_codes(session: Session) -> frozenset[str]:
    """The control codes of this centre's own roots."""
    return frozenset(map(fingerprint_of, session.scalars(select(SealKey.root_certificate))))


def seal_of(session: Session) -> CentreKeys:
    """What this centre signs with now."""
    key = session.scalars(select(SealKey).order_by(SealKey.made_at.desc())).first()
    if key is None:
        raise Problem(N_("This vault has no seal yet."))
    return CentreKeys(key.root_certificate, key.root_key, key.leaf_certificate, key.leaf_key)


def exchange_key(session: Session) -> ExchangeKey | None:
    """The key that is handed out, if one was made."""
    return session.scalars(select(ExchangeKey).order_by(ExchangeKey.made_at.desc())).first()


def card_of(session: Session, fingerprint: str) -> CentreCard | None:
    """The card of the centre with that control code, if it was read."""
    return session.scalars(select(CentreCard).where(CentreCard.fingerprint == fingerprint)).first()


def receiver(session: Session, centre_id: UUID) -> CentreCard:
    """The card of the centre to which a package goes: read, and its root pinned."""
    fingerprint = session.get_one(Agency, centre_id).fingerprint
    card = card_of(session, fingerprint)
    pinned = session.scalar(select(KnownCentre.id).where(KnownCentre.fingerprint == fingerprint))
    if card is None or pinned is None:
        raise Problem(NO_CARD_YET, field="centre")
    return card


def last_of(session: Session, direction: str, centre_id: UUID) -> FigurePackage | None:
    """The package of the highest number that was read of a centre, or written for it."""
    mine = (FigurePackage.direction == direction, FigurePackage.centre_id == centre_id)
    return session.scalars(select(FigurePackage).where(*mine).order_by(FigurePackage.serial.desc())).first()


def next_serial(session: Session) -> int:
    """The number of the next package, whoever receives it."""
    highest = session.scalar(select(func.max(FigurePackage.serial)).where(FigurePackage.direction == OUT))
    return (highest or 0) + 1

"""The log of packages: figures that this centre agreed leave for another one, and those of another one come in.

What is trusted: a centre's root is *pinned* when it stands among the known centres (`KnownCentre`), which happens once
its eight words were compared by voice. Which institution of the directory it is says the control code of that
institution (`Agency.fingerprint`). Its card (`CentreCard`) brings the key to encrypt to, and nothing else is taken from
it. A package is read whole or not at all, in one change.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, delete, select
from sqlalchemy.orm import Session

from desktop.language import N_
from desktop.paper.package import public_of, read_card, write_card, write_package
from desktop.paper.signed_text import canonical
from desktop.paper.told_figures import ToldCentre, ToldFigures, figures_as_json
from desktop.periods import Month
from desktop.problems import Problem
from desktop.reconciliation.package_content import settled_in
from desktop.reconciliation.package_known import (
    KnownPackages,
    card_of,
    exchange_key,
    last_of,
    next_serial,
    own_codes,
    receiver,
    seal_of,
)
from desktop.reconciliation.package_places import CENTRE, Choices, PlacedPartner, figures_of, placed
from desktop.records.agency import Agency
from desktop.records.centre_profile import CentreProfile, KnownCentre
from desktop.records.package import IN, OUT, CentreCard, ExchangeKey, FigurePackage
from desktop.records.reconciliation import Reconciliation, SisterFigure
from desktop.vault.vault import Vault, Worker
from desktop.world import World

NO_PLACE = N_("No institution has the control code of this centre. Read its card first.")
ASSIGN = N_("Not known here: {names}. Say which institution or unit each of them is.")


@dataclass(frozen=True)
class Sister:
    """Another centre of the directory, and how far figures can go between both."""

    agency: Agency
    is_pinned: bool
    """Whether its seal is trusted since its words were compared."""
    card: CentreCard | None
    came: FigurePackage | None
    """The package of it that was read last."""
    went: FigurePackage | None
    """The package for it that was written last."""


@dataclass(frozen=True)
class Preview:
    """A package that was verified, with the place of everything in it; nothing of it is kept yet."""

    told: ToldFigures
    centre: Agency
    """Which institution here sent it."""
    partners: tuple[PlacedPartner, ...]
    said: Choices
    """What was said of them, now and with earlier packages."""
    replaced: int
    """Figures of this centre that stand here now and will be others afterwards."""

    @property
    def unknown(self) -> tuple[str, ...]:
        """The institutions and units somebody has to say something of."""
        names = ((each.told.name,) if not each.is_settled else each.open_units for each in self.partners)
        return tuple(name for several in names for name in several)


@dataclass(frozen=True)
class Written:
    """A package that was written."""

    kept: FigurePackage
    file: bytes
    figures: int
    left_out: int
    """Settled periods of several months, which do not leave."""


class Packages:
    """The packages of one vault."""

    def __init__(self, vault: Vault, world: World) -> None:
        self.vault, self.world = vault, world
        self._known = KnownPackages(world)

    def card(self, by: Worker) -> bytes:
        """Our card, to be handed to others; the first time a key for packages is made."""
        with self.vault.look() as session:
            keys, key = seal_of(session), exchange_key(session)
            name = session.scalars(select(CentreProfile.name)).one()
        if key is None:
            private = self.world.chance(32)
            key = ExchangeKey(
                id=self.world.new_id(), public=public_of(private), private=private, made_at=self.world.now()
            )
            with self.vault.change(N_("Key for packages made"), by) as session:
                session.add(key)
        return write_card(" ".join(name.split()), key.public, self.world.now(), keys)

    def know(self, file: bytes, centre_id: UUID, by: Worker) -> CentreCard:
        """Trust the centre of a card from now on, as this institution: its control words were compared by voice."""
        card = read_card(file)
        with self.vault.change(N_("Card of a centre known: {name}"), by, name=card.name) as session:
            self._known.require_card(session, card, centre_id)
            agency = session.get_one(Agency, centre_id)
            agency.fingerprint = card.fingerprint
            if session.scalar(select(KnownCentre.id).where(KnownCentre.fingerprint == card.fingerprint)) is None:
                session.add(
                    KnownCentre(
                        id=self.world.new_id(), name=card.name, fingerprint=card.fingerprint,
                        root_certificate=card.root, pinned_at=self.world.now(),
                    )
                )  # fmt: skip
            kept = card_of(session, card.fingerprint)
            if kept is None:
                kept = CentreCard(id=self.world.new_id(), fingerprint=card.fingerprint)
                session.add(kept)
            kept.name, kept.exchange_key, kept.made_at = card.name, card.exchange_key, card.made_at
            kept.read_at = self.world.now()
            return kept

    def centres(self) -> tuple[Sister, ...]:
        """The other centres of the directory, in house order."""
        with self.vault.look() as session:
            own = own_codes(session)
            order = (Agency.place, Agency.name_sort, Agency.id)
            agencies = session.scalars(select(Agency).where(Agency.kind == CENTRE).order_by(*order)).all()
            pinned = set(session.scalars(select(KnownCentre.fingerprint)))
            return tuple(
                Sister(
                    each, each.fingerprint in pinned, card_of(session, each.fingerprint),
                    last_of(session, IN, each.id), last_of(session, OUT, each.id),
                )
                for each in agencies if each.fingerprint not in own
            )  # fmt: skip

    def write(self, centre_id: UUID, months: Sequence[Month], by: Worker) -> Written:
        """A package of what is settled in these months, for one centre; its number is used from now on."""
        now = self.world.now().replace(microsecond=0)
        with self.vault.look() as session:
            number = next_serial(session)
        with self.vault.change(N_("Package of figures written: {number}"), by, number=number) as session:
            agency, card = session.get_one(Agency, centre_id), receiver(session, centre_id)
            settled = settled_in(session, months)
            if not settled.partners:
                raise Problem(N_("Nothing is settled in these months."), field="month")
            keys = seal_of(session)
            name = session.scalars(select(CentreProfile.name)).one()
            sender = ToldCentre(" ".join(name.split()), keys.fingerprint)
            covered = tuple(sorted({month.key for month in months}))
            whose = ToldCentre(card.name, card.fingerprint)
            told = ToldFigures(number, now, sender, whose, covered, settled.partners)
            file = write_package(told, keys, card.exchange_key)
            kept = self._kept(OUT, agency, told, file, by)
            session.add(kept)
        count = sum(len(partner.figures) for partner in settled.partners)
        return Written(kept, file, count, settled.left_out)

    def preview(self, file: bytes, choices: Choices | None = None) -> Preview:
        """What is in a package and where it belongs here; a Problem if it cannot be accepted. Nothing is kept."""
        with self.vault.look() as session:
            return self._preview(session, file, choices or Choices())

    def take_in(self, file: bytes, by: Worker, choices: Choices | None = None) -> FigurePackage:
        """Keep the figures of a package in the county matrix, all in one change, or nothing.

        For the institutions and months in it they take the place of whatever stood there of that centre.
        """
        with self.vault.look() as session:
            number = self._preview(session, file, choices or Choices()).told.serial
        with self.vault.change(N_("Package of figures read: {number}"), by, number=number) as session:
            seen = self._preview(session, file, choices or Choices())
            if seen.unknown:
                raise Problem(ASSIGN, names=", ".join(seen.unknown))
            for month, partner_id in _covered(seen.partners):
                session.execute(delete(SisterFigure).where(*_here(seen.centre.id, month, partner_id)))
            for (month, partner_id, unit_id), (agreed, sheet) in figures_of(seen.partners).items():
                session.add(
                    SisterFigure(
                        id=self.world.new_id(), month=month, partner_id=partner_id, unit_id=unit_id,
                        centre_id=seen.centre.id, agreed=agreed, source=sheet,
                    )
                )  # fmt: skip
            kept = self._kept(IN, seen.centre, seen.told, file, by)
            kept.choices = seen.said.to_text()
            session.add(kept)
            return kept

    def kept(self) -> tuple[FigurePackage, ...]:
        """Every package that was read or written, the latest first."""
        with self.vault.look() as session:
            order = (FigurePackage.at.desc(), FigurePackage.id.desc())
            return tuple(session.scalars(select(FigurePackage).order_by(*order)))

    def _preview(self, session: Session, file: bytes, choices: Choices) -> Preview:
        told = self._known.open(session, file)
        wanted = select(Agency).where(Agency.kind == CENTRE, Agency.fingerprint == told.sender.fingerprint)
        centre = session.scalars(wanted).first()
        if centre is None:
            raise Problem(NO_PLACE, field="file")
        last = last_of(session, IN, centre.id)
        said = choices.over(Choices.from_text(last.choices if last else ""))
        reconciled = set(session.scalars(select(Reconciliation.partner_id).distinct()))
        partners = placed(told, session.scalars(select(Agency)).all(), reconciled, said)
        return Preview(told, centre, partners, said, _replaced(session, centre.id, partners))

    def _kept(self, direction: str, centre: Agency, told: ToldFigures, file: bytes, by: Worker) -> FigurePackage:
        other = told.sender if direction == IN else told.receiver
        return FigurePackage(
            id=self.world.new_id(), direction=direction, centre_id=centre.id, fingerprint=other.fingerprint,
            serial=told.serial, made_at=told.made_at, months=told.months, digest=hashlib.sha256(file).hexdigest(),
            at=self.world.now(), by=by.name, content=canonical(figures_as_json(told)).decode(),
        )  # fmt: skip


def _covered(partners: Iterable[PlacedPartner]) -> set[tuple[str, UUID]]:
    """The months of each of our institutions of which the package tells."""
    return {(figure.month, each.partner.id) for each in partners if each.partner for figure in each.told.figures}


def _here(centre_id: UUID, month: str, partner_id: UUID) -> tuple[ColumnElement[bool], ...]:
    return SisterFigure.month == month, SisterFigure.partner_id == partner_id, SisterFigure.centre_id == centre_id


def _replaced(session: Session, centre_id: UUID, partners: Sequence[PlacedPartner]) -> int:
    """How many figures that stand here will be others, or none."""
    coming, replaced = figures_of(partners), 0
    for month, partner_id in _covered(partners):
        for each in session.scalars(select(SisterFigure).where(*_here(centre_id, month, partner_id))):
            agreed, _sheets = coming.get((month, partner_id, each.unit_id), (None, ""))
            replaced += agreed != each.agreed
    return replaced

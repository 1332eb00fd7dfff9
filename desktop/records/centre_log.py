"""The log of the centre itself: its profile, the key it seals with, and the other centres whose seal it knows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.language import N_
from desktop.paper.centre_keys import fingerprint_of
from desktop.problems import Problem
from desktop.records.centre_draft import CentreDraft
from desktop.records.centre_profile import CentreProfile, KnownCentre, SealKey
from desktop.records.typed_check import NAME, checked_filled, checked_lengths, insist
from desktop.records.typed_text import clean_line
from desktop.vault.refusals import NotUndoable
from desktop.vault.remembered import Remembered
from desktop.vault.vault import Vault, Worker
from desktop.world import World


def centre_stays(session: Session) -> Callable[[], None]:
    """No undoing takes the centre itself away: its vault could never be opened again. Asked after an undoing."""

    def stands() -> None:
        if session.scalar(select(CentreProfile.id)) is None:
            raise NotUndoable

    return stands


class CentreLog:
    """The centre's own page."""

    def __init__(self, vault: Vault, world: World) -> None:
        self.vault = vault
        self.world = world
        self._profile = Remembered(vault, lambda session: session.scalars(select(CentreProfile)).one())

    def profile(self) -> CentreProfile:
        """The centre as it stands."""
        return self._profile.get()

    def amend(self, draft: CentreDraft, by: Worker) -> CentreProfile:
        """Change the centre's name, week or rules. Deadlines already counted stay; the country never changes."""
        draft = draft.completed()
        insist(draft.check())
        with self.vault.change(N_("Centre's data changed"), by) as session:
            profile = session.scalars(select(CentreProfile)).one()
            if draft.country != profile.country:
                raise Problem(N_("The country was chosen when the vault was made and stays."), field="country")
            draft.write_to(profile)
            return profile

    def backed_up(self, at: datetime, by: Worker) -> None:
        """Note that a copy was made and checked; `at` is a stamped moment."""
        with self.vault.change(N_("Backup made"), by) as session:
            session.scalars(select(CentreProfile)).one().last_backup_at = at

    def list_left(self, title: str, rows: int, by: Worker) -> None:
        """Note that a list was printed or written to a file; `title` is an English msgid."""
        with self.vault.change(N_("List taken out: {what}. Rows: {n}"), by, what=title, of={}, n=rows):
            pass

    def seal_key(self) -> SealKey:
        """The keys and certificates with which documents are sealed, the newest where there are several."""
        with self.vault.look() as session:
            return session.scalars(select(SealKey).order_by(SealKey.made_at.desc())).first() or _no_key()

    def known_centres(self) -> tuple[KnownCentre, ...]:
        """The centres whose seal is trusted here, by name."""
        with self.vault.look() as session:
            return tuple(session.scalars(select(KnownCentre).order_by(KnownCentre.name)))

    def pin(self, name: str, certificate: bytes, by: Worker) -> KnownCentre:
        """Trust a centre's root certificate (PEM or DER), once its fingerprint was compared by voice."""
        known = KnownCentre(
            id=self.world.new_id(), name=clean_line(name), fingerprint=fingerprint_of(certificate),
            root_certificate=_der(certificate), pinned_at=self.world.now(),
        )  # fmt: skip
        insist([*checked_filled(known, ["name"]), *checked_lengths(known, {"name": NAME})])
        with self.vault.change(N_("Seal of a centre trusted: {name}"), by, name=known.name) as session:
            if session.scalar(select(KnownCentre).where(KnownCentre.fingerprint == known.fingerprint)):
                raise Problem(N_("The seal of this centre is trusted already."), field="certificate")
            session.add(known)
            return known

    def unpin(self, known_id: UUID, by: Worker) -> None:
        """Trust a centre's seal no longer."""
        with self.vault.change(N_("Seal of a centre no longer trusted"), by) as session:
            session.delete(session.get_one(KnownCentre, known_id))


def _der(certificate: bytes) -> bytes:
    if b"-----BEGIN" not in certificate:
        return certificate
    return x509.load_pem_x509_certificates(certificate)[0].public_bytes(Encoding.DER)


def _no_key() -> SealKey:
    raise Problem(N_("This vault has no seal yet."))

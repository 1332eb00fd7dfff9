"""The parties to a version: who signs for each, when it signed, and whether it withdrew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.language import N_
from desktop.problems import Problem
from desktop.protocol.drafts import SignatoryDraft
from desktop.protocol.kept import GONE, kept, writable
from desktop.protocol.sheet import in_order
from desktop.records.agency import Agency
from desktop.records.centre_profile import StaffMember
from desktop.records.protocol import ProtocolSignatory
from desktop.records.typed_check import insist
from desktop.vault.vault import Vault, Worker
from desktop.world import World


@dataclass(frozen=True)
class SignatoryRow:
    """A party with its institution."""

    signatory: ProtocolSignatory
    agency: Agency | None
    """None: our own centre."""

    @property
    def state(self) -> str:
        """withdrawn, signed or waiting."""
        if self.signatory.withdrawn_on:
            return "withdrawn"
        return "signed" if self.signatory.signed_on else "waiting"


STATES = {"waiting": N_("Not signed yet"), "signed": N_("Has signed"), "withdrawn": N_("Has withdrawn")}
"""How a party stands to the version."""


_DIRECTOR = (
    select(StaffMember).where(StaffMember.role == "director", StaffMember.until.is_(None)).order_by(StaffMember.since)
)


class Signatories:
    """The parties to the versions of one vault."""

    def __init__(self, vault: Vault, world: World) -> None:
        self.vault, self.world = vault, world

    def of(self, version_id: UUID) -> Sequence[SignatoryRow]:
        """The parties: our own centre first, then in house order."""
        with self.vault.look() as session:
            kept(session, version_id)
            return signatories_of(session, version_id)

    def add(self, version_id: UUID, draft: SignatoryDraft, by: Worker) -> ProtocolSignatory:
        """Name a party; where no representative is typed, those of the institution's card are taken."""
        draft = self._checked(draft)
        with self.vault.change(N_("Party to the protocol added"), by) as session:
            kept(session, version_id)
            if any(row.signatory.agency_id == draft.agency_id for row in signatories_of(session, version_id)):
                raise Problem(N_("This institution is a party already."), field="agency_id")
            self._require_closed(session, version_id, draft)
            party = ProtocolSignatory(
                id=self.world.new_id(), version_id=version_id,
                **{each.name: getattr(draft, each.name) for each in fields(draft)},
            )  # fmt: skip
            if not draft.representative:
                _fill_in(session, party)
            session.add(party)
            return party

    def add_several(self, version_id: UUID, agencies: Sequence[UUID | None], by: Worker) -> None:
        """Name several parties in one change, each with those of its card; who is a party already stays as it is."""
        with self.vault.change(N_("Parties to the protocol added: {n}"), by, n=len(agencies)) as session:
            kept(session, version_id)
            known = {row.signatory.agency_id for row in signatories_of(session, version_id)}
            for agency_id in dict.fromkeys(agencies):
                if agency_id not in known:
                    party = ProtocolSignatory(
                        id=self.world.new_id(), version_id=version_id, agency_id=agency_id,
                        representative="", role="", deputy="", why_withdrawn="",
                    )  # fmt: skip
                    _fill_in(session, party)
                    session.add(party)

    def amend(self, signatory_id: UUID, draft: SignatoryDraft, by: Worker) -> ProtocolSignatory:
        """Keep who signs, that it signed, or that it withdrew."""
        draft = self._checked(draft)
        with self.vault.change(N_("Party to the protocol changed"), by) as session:
            party = self._party(session, signatory_id)
            self._require_closed(session, party.version_id, draft)
            for each in fields(draft):
                if each.name != "agency_id":
                    setattr(party, each.name, getattr(draft, each.name))
            return party

    def sign(self, signatory_id: UUID, by: Worker, *, on: date | None = None) -> ProtocolSignatory:
        """Keep that it signed."""
        with self.vault.change(N_("Signature under the protocol noted"), by) as session:
            party = self._party(session, signatory_id)
            draft = SignatoryDraft.of(party)
            day = on or self.world.today()
            if day > self.world.today():
                raise Problem(N_("This date has not come yet."), field="signed_on")
            self._require_closed(session, party.version_id, SignatoryDraft(draft.agency_id, signed_on=day))
            party.signed_on, party.withdrawn_on, party.why_withdrawn = day, None, ""
            return party

    def take_out(self, signatory_id: UUID, by: Worker) -> None:
        """Take out a party that was never one, while the text is a draft."""
        with self.vault.change(N_("Party to the protocol taken out"), by) as session:
            party = self._party(session, signatory_id)
            writable(session, party.version_id)
            session.delete(party)

    def _checked(self, draft: SignatoryDraft) -> SignatoryDraft:
        draft = draft.cleaned()
        insist(draft.check(self.world.today()))
        return draft

    @staticmethod
    def _require_closed(session: Session, version_id: UUID, draft: SignatoryDraft) -> None:
        """Nobody signs a text that can still change."""
        version = kept(session, version_id)
        if draft.signed_on and version.closed_on is None:
            raise Problem(N_("Close the text first, so that everybody signs the same."), field="signed_on")

    @staticmethod
    def _party(session: Session, signatory_id: UUID) -> ProtocolSignatory:
        found = session.get(ProtocolSignatory, signatory_id)
        if found is None:
            raise Problem(GONE)
        return found


def signatories_of(session: Session, version_id: UUID) -> list[SignatoryRow]:
    """The parties to a version: our own centre first, then in house order."""
    asked = select(ProtocolSignatory, Agency).outerjoin(Agency, Agency.id == ProtocolSignatory.agency_id)
    found = [SignatoryRow(*row) for row in session.execute(asked.where(ProtocolSignatory.version_id == version_id))]
    order = in_order([row.agency for row in found])
    return sorted(found, key=lambda row: order.index(row.agency))


def _fill_in(session: Session, party: ProtocolSignatory) -> None:
    if party.agency_id:
        agency = session.get_one(Agency, party.agency_id)
        party.representative, party.deputy = agency.representative, party.deputy or agency.deputy
    elif director := session.scalars(_DIRECTOR).first():
        party.representative, party.role = director.name, director.job_title

"""The small pages about parties: several named at once, one changed, one that withdrew."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from desktop.language import N_, _
from desktop.problems import Problem
from desktop.protocol.drafts import SignatoryDraft
from desktop.protocol.signatories import SignatoryRow
from desktop.windows.centre_page import CentrePage
from desktop.windows.chips_field import ChipsField
from desktop.windows.fields import TextField
from desktop.windows.form import Group
from desktop.windows.labels import Label
from desktop.windows.meeting_named import OWN, OWN_WORDS, agency_named, agency_of, code_of
from desktop.windows.time_fields import DateField

GONE = N_("This entry was taken back meanwhile.")


class PartiesPage(CentrePage):
    """Institutions that become parties; `about` is a version."""

    NAME = "protocol_parties"
    HEADING = N_("Add parties")
    SAVE = N_("Add them")

    def groups(self) -> list[Group]:
        """All that are none yet."""
        self._parties = ChipsField("agencies", N_("Institutions"), self._offered, several=True, required=True)
        return [Group("", [[(self._parties, 12)]])]

    def above(self) -> QWidget:
        """What is taken over."""
        words = N_("Representative and deputy are taken from the card of each institution and can be changed after.")
        return Label(words, "body", wrap=True)

    def begin(self) -> None:
        """Nobody is chosen."""
        self._parties.chips.refill()

    def write(self, told: dict[str, Any]) -> None:
        """Name them, in one change."""
        version = self._version()
        if version is None:
            raise Problem(GONE)
        agencies = [agency_of(code) for code in told["agencies"]]
        self.desk.centre.signatories.add_several(version, agencies, self.desk.centre.worker)

    def _version(self) -> UUID | None:
        """The one that is named, or the newest."""
        protocols = self.desk.centre.protocols
        newest = next((protocols.versions(each.id)[0] for each in protocols.all()), None)
        return self.record() or (newest.version.id if newest else None)

    def _offered(self) -> list[tuple[str, str]]:
        version, centre = self._version(), self.desk.centre
        known = {code_of(row.signatory.agency_id) for row in centre.signatories.of(version)} if version else set()
        working = centre.directory.agencies(active_on=centre.world.today())
        entries = [(OWN, _(OWN_WORDS)), *((each.id.hex, each.known_as) for each in working if each.kind != "self")]
        return [entry for entry in entries if entry[0] not in known]


class OnePartyPage(CentrePage):
    """A page about one party; `about` is that."""

    def party(self) -> SignatoryRow:
        """The party with its institution."""
        protocols, found = self.desk.centre.protocols, self.record()
        for each in protocols.all():
            for version in protocols.versions(each.id):
                for row in self.desk.centre.signatories.of(version.version.id):
                    if row.signatory.id == found:
                        return row
        raise Problem(GONE)

    def begin(self) -> None:
        """What stands there."""
        row = self.party()
        draft = SignatoryDraft.of(row.signatory)
        self.title.put(" · ".join((_(self.HEADING), agency_named(row.agency))))
        self.form.put({each.name: getattr(draft, each.name) for each in fields(draft) if each.name in self.form.fields})

    def write(self, told: dict[str, Any]) -> None:
        """Keep it."""
        row, by = self.party(), self.desk.centre.worker
        lines = ("representative", "role", "deputy", "why_withdrawn")
        meant: dict[str, Any] = {name: value or "" if name in lines else value for name, value in told.items()}
        self.desk.centre.signatories.amend(row.signatory.id, replace(SignatoryDraft.of(row.signatory), **meant), by)


class PartyPage(OnePartyPage):
    """Who signs for it, and when it did."""

    NAME = "protocol_party"
    HEADING = N_("Party")

    def groups(self) -> list[Group]:
        """Representative, office, deputy, day of the signature."""
        today = self.desk.centre.world.today
        return [
            Group("", [
                [(TextField("representative", N_("Who signs")), 6), (TextField("role", N_("Office")), 6)],
                [(TextField("deputy", N_("Deputy")), 6), (DateField("signed_on", N_("Signed on"), today), 3)],
            ]),
        ]  # fmt: skip


class WithdrawPage(OnePartyPage):
    """It holds to the protocol no longer: since when, and why."""

    NAME = "protocol_withdraw"
    HEADING = N_("Withdrawal")

    def groups(self) -> list[Group]:
        """Day and reason; without a day it is a party as before."""
        today = self.desk.centre.world.today
        return [
            Group("", [
                [(DateField("withdrawn_on", N_("Withdrew on"), today), 4)],
                [(TextField("why_withdrawn", N_("Why")), 12)],
            ]),
        ]  # fmt: skip

    def above(self) -> QWidget:
        """How it is taken back."""
        return Label(N_("Left without a day, the institution is a party as before."), "body", wrap=True)

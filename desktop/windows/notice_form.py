"""The form of a notice: its fields in house order, and how they become a draft and come from one.

Fields bear the names that a `ReferralDraft` gives to its problems, so every sentence finds its place.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QApplication

from desktop.centre import Centre
from desktop.language import N_
from desktop.problems import Problem
from desktop.records.agency import Agency
from desktop.records.country import country
from desktop.records.referral_draft import MentionDraft, ReferralDraft
from desktop.records.telephone import shown, understood
from desktop.records.typed import read_number
from desktop.records.vocabulary import ENDED, ROLES, SEXES
from desktop.windows.buttons import Button
from desktop.windows.centre_agency import UNIT_OF
from desktop.windows.chips_field import ChipsField, ternary
from desktop.windows.choice import ChoiceField
from desktop.windows.desk import Desk
from desktop.windows.fields import Field, LongTextField, TextField
from desktop.windows.form import Form, Group
from desktop.windows.institution_field import InstitutionField
from desktop.windows.institutions import institution_words, institutions
from desktop.windows.kept_field import KeptField
from desktop.windows.notice_draft import FIRST, ORDER, read_draft, shown_values
from desktop.windows.offered import Entries, Offered
from desktop.windows.offered_lists import listed, optional, said
from desktop.windows.time_fields import DateField, TimeField


class NoticeForm(Form):
    """Everything that is asked of a notice, but for the persons after the first."""

    def __init__(self, desk: Desk, *, links: tuple[Button, ...], keep: Callable[[dict[str, Any]], bool]) -> None:
        self.centre = centre = desk.centre
        today = centre.world.today
        senders = Offered(self._senders, lambda code: institution_words(centre, code))
        self.from_whom = InstitutionField(
            desk, "sender_id", N_("Sender"), senders, take=self._take_sender, required=True
        )
        units = Offered(self._units, self._closed_unit)
        self.unit = InstitutionField(desk, "unit_id", N_("Unit"), units, about=self._of_sender, take=self._take_sender)
        profile = centre.profile_log.profile()
        self._country = profile.country
        reference = country(profile.country).reference_name
        received: list[list[tuple[Field, int]]] = [
            [
                (DateField("received_at", N_("Received"), today, required=True), 3),
                (TimeField("received_time", N_("Time"), required=True), 2),
                (ChoiceField("channel", N_("How it arrived"), optional(listed(centre, "referral_channel"))), 3),
                (self.from_whom, 4),
            ],
            [
                (self.unit, 4),
                (ChoiceField("officer", N_("Officer"), self._officers, free=True), 4),
                (TextField("reference", reference), 4),
            ],
        ]
        super().__init__(
            [
                Group(N_("Notice"), received),
                Group(N_("Person"), self._person_rows(centre), links=links),
                Group(N_("Incident, order and risk"), self._incident_rows(centre), folds=True),
                Group("", [[(LongTextField("description", N_("Short description")), 12)]]),
            ],
            keep=keep,
        )
        self._sent_by = ""
        self.from_whom.changed.connect(self._follow_sender)

    def _person_rows(self, centre: Centre) -> list[list[tuple[Field, int]]]:
        self.phone = KeptField(FIRST + "phone", N_("Telephone"), told=self._told)
        return [
            [
                (TextField(FIRST + "name", N_("Name as written"), required=False), 6),
                (TextField(FIRST + "birth_year", N_("Birth year"), read=read_number, signs=5), 2),
                (ChoiceField(FIRST + "role", N_("Role"), said(ROLES)), 4),
            ],
            [
                (self.phone, 4),
                (ChoiceField(FIRST + "municipality", N_("Residence"), self._municipalities, free=True), 5),
                (ChoiceField(FIRST + "sex", N_("Sex"), said(SEXES)), 3),
            ],
            [(ChipsField(FIRST + "kinds", N_("Kinds of violence"), listed(centre, "violence_kind"), several=True), 12)],
            [
                (ChoiceField(FIRST + "relation", N_("Who poses the risk"), optional(listed(centre, "relation"))), 4),
                (ChoiceField(FIRST + "relation_ended", N_("Present or former"), said(ENDED)), 4),
                (ternary("children_saw", N_("Children saw it")), 4),
            ],
        ]

    def _incident_rows(self, centre: Centre) -> list[list[tuple[Field, int]]]:
        today = centre.world.today
        return [
            [
                (DateField("incident_on", N_("Incident"), today), 3),
                (TimeField("incident_time", N_("Time")), 2),
                (TextField("incident_place", N_("Place of the incident")), 7),
            ],
            [
                (ChoiceField(ORDER + "kind", N_("Order or measure"), optional(listed(centre, "measure_kind"))), 5),
                (DateField(ORDER + "granted_at", N_("Granted"), today), 3),
                (TimeField("granted_time", N_("Time")), 2),
            ],
            [(ChoiceField(ORDER + "granted_by", N_("Granted by"), self._grantors, free=True), 5)],
            [(ChipsField(ORDER + "obligations", N_("Obligations"), listed(centre, "obligation"), several=True), 12)],
            [
                (ChoiceField("risk_instrument", N_("Risk assessment"), optional(listed(centre, "risk_instrument"))), 5),
                (ChoiceField("risk_level", N_("Risk level"), optional(listed(centre, "risk_level"))), 4),
                (DateField("risk_on", N_("Assessed on"), today), 3),
            ],
        ]

    def _closed_unit(self, code: str) -> str:
        """The words of a unit that closed since, if it is one of the chosen sender."""
        sender = self.from_whom.raw()[0] if hasattr(self, "from_whom") else ""
        words = institution_words(self.centre, code) if sender else ""
        return words if words and self.centre.directory.agency(UUID(code)).parent_id == UUID(sender) else ""

    def _senders(self) -> Entries:
        return [(agency.id.hex, agency.known_as) for agency in self.centre.directory.senders()]

    def _units(self) -> Entries:
        sender = self.from_whom.raw()[0] if hasattr(self, "from_whom") else ""
        units = self.centre.directory.units(UUID(sender)) if sender else ()
        return [("", ""), *((unit.id.hex, unit.known_as) for unit in units)]

    def _officers(self) -> Entries:
        sender = self.from_whom.raw()[0] if hasattr(self, "from_whom") else ""
        return [(name, name) for name in self.centre.referrals.officers(UUID(sender))] if sender else []

    def _grantors(self) -> Entries:
        """Any institution that works today; another name is as good."""
        return [(name, name) for name in dict.fromkeys(words for _code, words in institutions(self.centre)() if words)]

    def _follow_sender(self) -> None:
        """Another sender has other units, officers and places; chosen by her, it brings the unit that wrote last."""
        sender, before = self.from_whom.raw()[0], self._sent_by
        if sender == before:
            return
        self._sent_by = sender
        for field in (self.unit, self.fields["officer"], self.fields[FIRST + "municipality"]):
            field.retranslate()
        caret = QApplication.focusWidget()
        if sender and caret is not None and self.from_whom.isAncestorOf(caret) and not self._restoring:
            self._put_unit(self.centre.referrals.last_unit(UUID(sender)))

    def _of_sender(self) -> str:
        """What the page of a new unit begins with."""
        sender = self.from_whom.raw()[0]
        return UNIT_OF + sender if sender else ""

    def _take_sender(self, agency: Agency) -> None:
        """It comes from this institution, or from this unit of one."""
        self.from_whom.refill()
        self.from_whom.set_value((agency.parent_id or agency.id).hex)
        self.unit.refill()
        self._put_unit(agency.id if agency.parent_id else None)

    def _put_unit(self, unit: UUID | None) -> None:
        """Propose this unit, if it works still."""
        self.unit.set_value(self._working(unit))

    def _working(self, unit: UUID | None) -> str:
        """The code of this unit, if it works still."""
        units = {code for code, _words in self._units()}
        return unit.hex if unit and unit.hex in units else ""

    def _municipalities(self) -> Entries:
        """Where the sender works first, then where the centre does, then all others."""
        profile = self.centre.profile_log.profile()
        sender = self.from_whom.raw()[0] if hasattr(self, "from_whom") else ""
        near = self.centre.directory.agency(UUID(sender)).municipalities.splitlines() if sender else []
        served = profile.municipalities.splitlines()
        others = [place.name for place in country(profile.country).municipalities(profile.language)]
        names = dict.fromkeys([*near, *served, *others])
        return [("", ""), *((name, name) for name in names)]

    def _told(self, typed: str) -> str:
        return shown(understood(typed, self._country))

    def empty(self) -> None:
        """Nothing in any field: another notice is shown in it."""
        self.restore({name: [] if isinstance(value, list) else "" for name, value in self.raw().items()})

    def begin(self, before: ReferralDraft | None) -> None:
        """A new notice: now, as the last one came."""
        self.phone.keep("")
        now = self.centre.world.here()
        self.put(
            {
                "received_at": now.date(),
                "received_time": now.time().replace(second=0),
                FIRST + "role": "experienced",
                FIRST + "sex": "unknown",
                FIRST + "relation_ended": "unknown",
            }
        )
        if before is not None and before.sender_id is not None:
            channels = {code for code, _words in listed(self.centre, "referral_channel")()}
            senders = {code for code, _words in self._senders()}
            self.put({
                "channel": before.channel if before.channel in channels else "",
                "sender_id": before.sender_id.hex if before.sender_id.hex in senders else "",
            })  # fmt: skip
            self.unit.refill()
            self.put({"unit_id": self._working(before.unit_id)})

    def show_draft(self, draft: ReferralDraft) -> None:
        """Show a notice that is to be amended."""
        first = draft.mentions[0] if draft.mentions else MentionDraft()
        self.put({"sender_id": draft.sender_id.hex if draft.sender_id else ""})
        self.unit.refill()
        self.put(shown_values(draft))
        self.phone.keep(first.phone)
        granted_by = draft.measures[0].granted_by if draft.measures else ""
        self.restore({
            "officer": ["", draft.officer], FIRST + "municipality": ["", first.municipality],
            ORDER + "granted_by": ["", granted_by],
        })  # fmt: skip

    def peek(self, base: ReferralDraft) -> ReferralDraft:
        """What is typed so far, without showing what is wrong with it; raises the first `Problem`."""
        return self._read({name: field.value() for name, field in self.fields.items()}, base, ())

    def draft(self, base: ReferralDraft, others: tuple[MentionDraft, ...]) -> ReferralDraft:
        """What is typed, laid over `base` (a notice that is amended keeps what the form does not ask)."""
        return self._read(self.values(), base, others)

    def _read(self, told: dict[str, Any], base: ReferralDraft, others: tuple[MentionDraft, ...]) -> ReferralDraft:
        words = {name: self._words(name) for name in (FIRST + "municipality", "officer", ORDER + "granted_by")}
        return read_draft({**told, **words}, base, others, self.received_at())

    def received_at(self) -> datetime | None:
        """When it came, if that can be read so far."""
        try:
            day, clock = self.fields["received_at"].value(), self.fields["received_time"].value()
        except Problem:
            return None
        return datetime.combine(day, clock) if day and clock is not None else None

    def hint(self) -> MentionDraft:
        """What is known so far of the first person, for "looks alike"; nothing that cannot be read yet."""
        name, year = (str(self.fields[FIRST + n].raw()).strip() for n in ("name", "birth_year"))
        phone = str(self.phone.value() or "")
        return MentionDraft(
            name=name,
            birth_year=int(year) if year.isdigit() and len(year) == 4 else None,
            phone=understood(phone, self._country) if phone else "",
            municipality=self._words(FIRST + "municipality"),
        )

    def _words(self, name: str) -> str:
        field = self.fields[name]
        assert isinstance(field, ChoiceField)
        return field.words()

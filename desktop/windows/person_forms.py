"""The small pages about one person: what is known of her, her consents, the measures of her plan and their effect."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from desktop.language import N_, chosen
from desktop.records.assistance import PlanMeasure
from desktop.records.care_draft import PlanDraft
from desktop.records.country import country
from desktop.records.municipality import shown_place
from desktop.records.people import PersonDraft, PersonSheet
from desktop.records.typed import read_number
from desktop.records.vocabulary import SEXES
from desktop.windows.care_fields import CENTRE, consent_draft, consent_groups, plan_draft, plan_groups
from desktop.windows.choice import ChoiceField
from desktop.windows.fields import LongTextField, TextField
from desktop.windows.form import Group
from desktop.windows.kept_field import KeptField
from desktop.windows.offered_lists import said
from desktop.windows.person_form import PersonForm
from desktop.windows.time_fields import DateField

HIDDEN = ("phone", "email", "address")
"""What a form never shows of what is kept."""


class PersonAmend(PersonForm):
    """What is known of a person; telephone and addresses stay hidden and are kept unless something else is typed."""

    NAME = "person_amend"
    HEADING = N_("Change what is known of this person")

    def groups(self) -> list[Group]:
        """Name first."""
        titles = {"phone": N_("Telephone"), "email": N_("E-mail"), "address": N_("Address")}
        self.hidden = {name: KeptField(name, title) for name, title in titles.items()}
        return [
            Group("", [
                [(TextField("name", N_("Name as written")), 6),
                 (TextField("birth_year", N_("Birth year"), read=read_number, signs=5), 2),
                 (ChoiceField("sex", N_("Sex"), said(SEXES)), 4)],
                [(self.hidden["phone"], 4), (self.hidden["email"], 4),
                 (ChoiceField("municipality", N_("Residence"), self._places, free=True), 4)],
                [(self.hidden["address"], 12)],
                [(LongTextField("note", N_("Note")), 12)],
            ])
        ]  # fmt: skip

    def begin(self, sheet: PersonSheet) -> None:
        """As it is known."""
        kept, place = self.desk.centre.people.draft_of(sheet.person.id), self.form.fields["municipality"]
        assert isinstance(place, ChoiceField)
        place.refill()
        self.form.put({name: getattr(kept, name) for name in ("name", "birth_year", "sex", "municipality", "note")})
        for name, field in self.hidden.items():
            field.keep(getattr(kept, name))

    def write(self, sheet: PersonSheet, told: dict[str, Any]) -> None:
        """Keep it; her name follows in her notices."""
        self.desk.centre.people.amend(sheet.person.id, self.draft(told), self.desk.centre.worker)

    def draft(self, told: dict[str, Any]) -> PersonDraft:
        """What is typed."""
        place = self.form.fields["municipality"]
        assert isinstance(place, ChoiceField)
        texts = {name: told[name] or "" for name in ("name", "note", *HIDDEN)}
        return PersonDraft(
            birth_year=told["birth_year"], sex=told["sex"] or "unknown",
            municipality=told["municipality"] or place.new_words(), **texts,
        )  # fmt: skip

    def _places(self) -> list[tuple[str, str]]:
        profile = self.desk.centre.profile_log.profile()
        served = profile.municipalities.splitlines()
        others = [place.name for place in country(profile.country).municipalities(profile.language)]
        kept = [self.sheet.person.municipality] if self.sheet is not None else []
        return [
            ("", ""),
            *((name, shown_place(name, chosen().locale)) for name in dict.fromkeys([*served, *kept, *others])),
        ]


class PersonNew(PersonAmend):
    """Somebody whom no notice names: she came by herself, or is a relative or a child."""

    NAME = "person_new"
    HEADING = N_("New person")
    IS_NEW = True

    def show_record(self, about: UUID | Any | None) -> None:
        """Somebody new; `about` is the name by which another page has looked for her in vain, and waits for her."""
        self.asked = about if isinstance(about, str) else None
        super().show_record(None)
        if self.asked and not self.form.fields["name"].raw():
            self.form.put({"name": self.asked})

    def state(self) -> dict[str, Any]:
        """Whether a page waits for her."""
        return super().state() | {"asked": self.asked}

    def restore(self, state: dict[str, Any]) -> None:
        """The same, with what was typed."""
        self.show_record(state.get("asked"))

    def begin_new(self) -> None:
        """Nothing is known yet."""
        place = self.form.fields["municipality"]
        assert isinstance(place, ChoiceField)
        place.refill()
        for field in self.hidden.values():
            field.keep("")

    def write_new(self, told: dict[str, Any]) -> UUID:
        """Write her down; her page is shown next."""
        return self.desk.centre.people.enter(self.draft(told), self.desk.centre.worker).id


class PersonConsent(PersonForm):
    """What a person allows, to whom, until when."""

    NAME = "person_consent"
    HEADING = N_("Consent")

    def groups(self) -> list[Group]:
        """As about a notice."""
        return consent_groups(self.desk)

    def begin(self, sheet: PersonSheet) -> None:
        """Spoken, today; or as it was written down."""
        kept = next((consent for consent in sheet.consents if consent.id == self.record), None)
        if kept is None:
            self.form.put({"purpose": "assistance", "given_on": self.desk.centre.world.today(), "how": "spoken"})
        else:
            same = {name: getattr(kept, name) for name in ("purpose", "withheld", "given_on", "how", "until")}
            self.form.put({**same, "recipient_id": kept.recipient_id.hex if kept.recipient_id else ""})

    def write(self, sheet: PersonSheet, told: dict[str, Any]) -> None:
        """Keep the consent."""
        care, by, draft = self.desk.centre.care, self.desk.centre.worker, consent_draft(sheet.person.id, told)
        if self.record is None:
            care.give_consent(draft, by)
        else:
            care.amend_consent(self.record, draft, by)


class PersonWithdraw(PersonForm):
    """A consent that is taken back, from which day, and who was told."""

    NAME = "person_withdraw"
    HEADING = N_("Withdraw the consent")

    def groups(self) -> list[Group]:
        """When, and told to whom."""
        today = self.desk.centre.world.today
        return [
            Group("", [
                [(DateField("withdrawn_on", N_("Withdrawn on"), today, required=True), 4),
                 (TextField("told_to", N_("Who was told")), 8)],
            ])
        ]  # fmt: skip

    def begin(self, sheet: PersonSheet) -> None:
        """Today."""
        self.form.put({"withdrawn_on": self.desk.centre.world.today()})

    def write(self, sheet: PersonSheet, told: dict[str, Any]) -> None:
        """Keep that it does not hold any more."""
        assert self.record is not None
        centre = self.desk.centre
        centre.care.withdraw(self.record, told["withdrawn_on"], told["told_to"] or "", centre.worker)


class PersonPlan(PersonForm):
    """A measure of the plan, new or as agreed anew."""

    NAME = "person_plan"
    HEADING = N_("Plan measure")

    def groups(self) -> list[Group]:
        """As about a notice, and when it was done."""
        return plan_groups(self.desk, asks_end=True)

    def begin(self, sheet: PersonSheet) -> None:
        """Support, in a week; or as it was agreed."""
        measure = _measure(sheet, self.record)
        self.form.fields["done_on"].setVisible(measure is not None)
        if measure is None:
            due = self.desk.centre.world.today() + timedelta(days=7)
            self.form.put({"kind": "support", "implementer_id": CENTRE, "due_on": due})
        else:
            who = measure.implementer_id.hex if measure.implementer_id else CENTRE
            same = {name: getattr(measure, name) for name in ("kind", "what", "due_on", "done_on")}
            self.form.put({**same, "implementer_id": who})

    def write(self, sheet: PersonSheet, told: dict[str, Any]) -> None:
        """Keep the measure."""
        centre, measure = self.desk.centre, _measure(sheet, self.record)
        notice = sheet.notice.id if sheet.notice else None
        draft: PlanDraft = plan_draft(sheet.person.id, measure.referral_id if measure else notice, told)
        if measure is None:
            centre.care.plan_measure(draft, centre.worker)
        else:
            centre.care.amend_measure(measure.id, draft, centre.worker)


class PersonEffect(PersonForm):
    """What a measure that was carried out brought about."""

    NAME = "person_effect"
    HEADING = N_("Effect of the measure")

    def groups(self) -> list[Group]:
        """What came of it, and when that was looked at."""
        today = self.desk.centre.world.today
        return [
            Group("", [
                [(LongTextField("effect", N_("What it brought about")), 12)],
                [(DateField("effect_on", N_("Looked at on"), today), 4)],
            ])
        ]  # fmt: skip

    def begin(self, sheet: PersonSheet) -> None:
        """As it was noted last, or looked at today."""
        measure = _measure(sheet, self.record)
        on = (measure.effect_on if measure else None) or self.desk.centre.world.today()
        self.form.put({"effect": measure.effect if measure else "", "effect_on": on})

    def write(self, sheet: PersonSheet, told: dict[str, Any]) -> None:
        """Keep the effect."""
        assert self.record is not None
        centre = self.desk.centre
        centre.care.effect(self.record, told["effect"] or "", told["effect_on"], centre.worker)


def _measure(sheet: PersonSheet, record: UUID | None) -> PlanMeasure | None:
    return next((measure for measure in sheet.plan if measure.id == record), None)

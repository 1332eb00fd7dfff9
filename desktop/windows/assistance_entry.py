"""Noting help in twenty seconds: whom, kind and minutes by chip, onward only with the person's consent.

It is opened about a notice, or about nobody yet; then the person is found first, and the help belongs to her latest
notice.
"""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from desktop.language import N_, _, chosen
from desktop.problems import Problem
from desktop.records.assistance_draft import AssistanceDraft
from desktop.records.care_draft import HOW_GIVEN, ConsentDraft
from desktop.records.referral_sheet import ReferralSheet
from desktop.records.seeded_lists import PASSING_ON
from desktop.records.typed import read_number
from desktop.records.vocabulary import FOR_WHOM
from desktop.windows.buttons import OUTLINED, PLAIN, Button
from desktop.windows.chips_field import ChipsField
from desktop.windows.choice import ChoiceField
from desktop.windows.desk import Desk
from desktop.windows.fields import LongTextField, TextField
from desktop.windows.form import Group
from desktop.windows.institution_field import InstitutionField
from desktop.windows.institutions import institutions
from desktop.windows.minutes_field import MinutesField
from desktop.windows.offered import Entries, Offered
from desktop.windows.offered_lists import listed, optional, said
from desktop.windows.persons_field import Named, PersonsField
from desktop.windows.sheet_page import SheetPage
from desktop.windows.time_fields import DateField

USUAL_MINUTES = (15, 30, 45, 60)
REPEATED = ("kind", "channel", "minutes", "worker_role", "for_whom")
"""What is the same again when the last help is repeated."""
KEPT_FIELDS = (*REPEATED, "on_day", "note")


class AssistancePage(SheetPage):
    """One occasion of help, to one person or several together."""

    NAME = "assistance_entry"
    HEADING = N_("Assistance")
    IS_PANEL = True
    _opened_from: UUID | None = None
    """The notice from which the page was opened."""
    _before: tuple[UUID | None] | None = None
    """Who was written down last, when the page was left to write somebody down."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.persons.changed.connect(self._persons_changed)
        for field in (self.day, self.onward):
            field.changed.connect(self._ask_consent)
        self.calls.changed.connect(self._fit_calls)

    def groups(self) -> list[Group]:
        """Day and person first; they mostly stand already, and the caret begins with the kind."""
        centre, today = self.desk.centre, self.desk.centre.world.today
        self._last_kinds = centre.assistance.kinds_of(centre.worker)
        kinds = Offered(self._kinds, listed(centre, "assistance_kind").kept)
        self.day = DateField("on_day", N_("Day"), today, required=True)
        self.persons = PersonsField(
            "persons", N_("Who was helped"), centre, self.desk.background, new=self._write_down, required=True
        )
        self.calls = TextField("calls", N_("Calls without a name"), read=read_number, signs=4)
        self.kind = ChipsField("kind", N_("Kind of assistance"), kinds, required=True)
        self.onward = InstitutionField(self.desk, "onward_id", N_("Referred on to"), institutions(centre))
        self.consent = ChipsField("consent_id", N_("Consent to pass this on"), said(HOW_GIVEN), required=True)
        self.withheld = TextField("withheld", N_("What must not be passed on"))
        return [
            Group("", [
                [(self.day, 3), (self.persons, 6), (self.calls, 3)],
                [(self.kind, 12)],
                [
                    (ChoiceField("channel", N_("How"), listed(centre, "contact_channel"), required=True), 4),
                    (MinutesField("minutes", USUAL_MINUTES, required=True), 8),
                ],
                [
                    (ChoiceField("worker_role", N_("As"), optional(listed(centre, "worker_role"))), 4),
                    (ChipsField("for_whom", N_("For whom"), said(FOR_WHOM)), 8),
                ],
                [(self.onward, 6)],
                [(self.consent, 4), (self.withheld, 8)],
                [(LongTextField("note", N_("Note"), lines=2), 12)],
            ])
        ]  # fmt: skip

    def tools(self) -> tuple[Button, ...]:
        """The same as the last time."""
        self.repeat_button = Button(N_("Repeat last"), PLAIN, icon="undo", key="F6", do=self.repeat)
        self.repeat_button.setEnabled(bool(self._last_kinds))
        return (self.repeat_button,)

    def buttons(self) -> tuple[Button, ...]:
        """Save; save and go on."""
        self.next_button = Button(N_("Save, next one"), OUTLINED, key="Ctrl+Shift+Enter", do=self.save_and_next)
        return (self.next_button, *super().buttons())

    def first(self) -> QWidget:
        """The kind, or who was helped where nobody stands yet."""
        return self.kind.chips.chips()[0] if self.persons.raw() else self.persons.edit

    def show_record(self, about: UUID | Any | None) -> None:
        """Begin about this notice, about persons of whom no notice speaks, or about nobody yet."""
        if isinstance(about, UUID):
            super().show_record(about)
        else:
            self.begin_with(None)
            note = self.desk.centre.drafts.of(self.NAME, self.draft_key(), self.desk.centre.worker)
            if note is not None:
                self.form.restore(dict(note.fields))
            if isinstance(about, tuple):
                self.form.put({"persons": about})
        self._persons_changed()
        self.first().setFocus()

    def restore(self, state: dict[str, Any]) -> None:
        """The same notice, or nobody yet, with what was typed."""
        self.show_record(UUID(state["about"]) if state.get("about") else None)

    def begin(self, sheet: ReferralSheet) -> None:
        """Today, the person of the notice, as the last time."""
        self._opened_from = sheet.referral.id
        self.begin_with(sheet)

    def begin_with(self, sheet: ReferralSheet | None) -> None:
        """Defaults; what is repeated nearly always stands already."""
        centre = self.desk.centre
        mine, last = (
            centre.assistance.last_of(centre.worker),
            sheet.assistance[0] if sheet and sheet.assistance else None,
        )
        channel = last.channel if last else mine.channel if mine else "telephone"
        self.persons.offer(_named_in(sheet) if sheet else ())
        self.form.put(
            {
                **dict.fromkeys(self.form.fields),
                "on_day": centre.world.today(),
                "persons": (sheet.referral.person_id,) if sheet else (),
                "channel": channel,
                "worker_role": mine.worker_role if mine else "",
                "for_whom": "adult",
            }
        )
        self._ask_consent()

    def refresh(self) -> None:
        """Read the notice again, take whoever was written down meanwhile, say who is offered as names or codes."""
        super().refresh()
        self.persons.leave_out_gone()
        before, self._before = self._before, None
        now = self.desk.centre.people.written_down_last() if before is not None else None
        if now is not None and (now,) != before:
            self.persons.take(now)
        self.persons.retranslate()

    def draft_key(self) -> UUID | None:
        """The notice, if it was opened from one."""
        return self._opened_from

    def repeat(self) -> None:
        """Fill in what was the same the last time; nothing is saved yet."""
        last = self.desk.centre.assistance.last_of(self.desk.centre.worker)
        if last is not None:
            self.form.put({name: getattr(last, name) for name in REPEATED})
            self.form.changed.emit()
            self.save_button.setFocus()

    def save_and_next(self) -> None:
        """Keep it and begin the next one, about the same notice and on the same day."""
        day = self.day.raw()
        if not self.store():
            return
        self.form.forget()
        self.desk.drop_draft(self.NAME, self.draft_key())
        self._begin_again()
        self.day.set_raw(day)
        self.desk.kept()
        self.first().setFocus()

    def write_all(self, told: dict[str, Any]) -> None:
        """Keep it, and with it the consent that was given on the occasion; calls without a name each by itself."""
        if told["calls"] is not None:
            self.desk.centre.assistance.give_calls(self._draft(told), told["calls"], self.desk.centre.worker)
        else:
            self.keep_occasion(self._draft(told), self._consent(told))

    def keep_occasion(self, draft: AssistanceDraft, consent: ConsentDraft | None) -> None:
        """One occasion more."""
        self.desk.centre.assistance.give(draft, self.desk.centre.worker, consent)

    def notice(self) -> UUID | None:
        """The notice to which the help belongs: the one it was opened from, else the latest of whoever was helped."""
        if self._opened_from is not None or self.sheet is None:
            return self._opened_from
        named = {person.code for person in _named_in(self.sheet)}
        return self.sheet.referral.id if named.issuperset(self.persons.raw()) else None

    def _write_down(self, words: str) -> None:
        """Somebody whom nobody knows yet: she is among those helped when the worker comes back."""
        self._before = (self.desk.centre.people.written_down_last(),)
        self.desk.go("person_new", words)

    def _draft(self, told: dict[str, Any]) -> AssistanceDraft:
        return AssistanceDraft(
            on_day=told["on_day"],
            kind=told["kind"],
            channel=told["channel"],
            minutes=told["minutes"],
            persons=told["persons"],
            referral_id=self.notice(),
            worker_role=told["worker_role"] or "",
            for_whom=told["for_whom"] or "adult",
            onward_id=UUID(told["onward_id"]) if told["onward_id"] else None,
            note=told["note"] or "",
        )

    def _consent(self, told: dict[str, Any]) -> ConsentDraft | None:
        if self.consent.isHidden() or not told["onward_id"]:
            return None
        return ConsentDraft(
            person_id=told["persons"][0],
            purpose=PASSING_ON,
            recipient_id=UUID(told["onward_id"]),
            withheld=told["withheld"] or "",
            given_on=told["on_day"],
            how=told["consent_id"],
        )

    def _begin_again(self) -> None:
        if self._opened_from is not None:
            self.refresh()
        else:
            self.sheet = None
            self.show_sheet()
        self.begin_with(self.sheet)

    def _persons_changed(self) -> None:
        """Without a notice of its own the page shows the latest one of whoever is named first."""
        if self._opened_from is None:
            first = next((UUID(code) for code in self.persons.raw() if code), None)
            notices = self.desk.centre.people.sheet(first).referrals if first else ()
            self.sheet = self.desk.centre.referrals.sheet(notices[0].id) if notices else None
            self.show_sheet()
        self._ask_consent()
        self._fit_calls()

    def _fit_calls(self) -> None:
        """Many short calls of people without a name are noted together, where nobody is named."""
        asked, many = self._opened_from is None and not self.persons.raw(), bool(self.calls.raw().strip())
        self.calls.setVisible(asked or many)
        self.calls.note.put(_("each counts, minutes shared") if many else "")
        self.persons.require(not many)
        self.onward.setVisible(not many)

    def _ask_consent(self) -> None:
        """Passing on needs the person's consent: it is looked for, and asked here where none holds."""
        try:
            onward, day, persons = self.onward.value(), self.day.value(), self.persons.value()
        except Problem:
            onward, day, persons = "", None, ()
        held = self._held(onward, day, persons)
        asks = bool(onward) and held is None and len(persons) == 1
        self.consent.setVisible(asks)
        self.withheld.setVisible(asks)
        self.onward.note.put(_("Consent given: {date}", date=chosen().day(held)) if held else "")

    def _held(self, onward: str, day: date | None, persons: tuple[UUID | None, ...]) -> date | None:
        """Since when a consent holds for this institution, if one does."""
        if not onward or day is None or not persons:
            return None
        draft = AssistanceDraft(on_day=day, onward_id=UUID(onward), persons=persons)
        consent = self.desk.centre.assistance.consent_for(draft)
        return consent.given_on if consent else None

    def _keep(self, raw: dict[str, Any]) -> bool:
        title = self.sheet.referral.person_name if self.sheet else ""
        return self.desk.keep_draft(self.NAME, self.draft_key(), raw, title)

    def _kinds(self) -> Entries:
        """The list, those that she gave last first."""
        entries = dict(listed(self.desk.centre, "assistance_kind")())
        last = [code for code in self._last_kinds if code in entries]
        return [(code, entries[code]) for code in dict.fromkeys([*last, *entries])]


def _named_in(sheet: ReferralSheet) -> list[Named]:
    """The person of the notice, and whoever else it names but the one who poses the risk."""
    notice, person = sheet.referral, sheet.person
    named = [Named(notice.person_id, notice.person_name, person.birth_year if person else None)]
    for mention in sheet.mentions:
        if mention.person_id and mention.person_id != notice.person_id and mention.role != "posing_risk":
            named.append(Named(mention.person_id, mention.name, mention.birth_year))
    return named

"""Noting an attempt to reach her: the outcome by one digit, and what became of it when she was reached."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time
from typing import Any
from uuid import UUID

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.language import N_
from desktop.problems import Problem
from desktop.records.contact_draft import AttemptDraft, OutcomeDraft
from desktop.records.contact_log import ENDS_THE_WAY, IN_PERSON, is_outside
from desktop.records.contact_way import address_of
from desktop.records.referral_sheet import ReferralSheet
from desktop.records.vocabulary import ATTEMPT_OUTCOMES, OUTCOMES
from desktop.windows.attempt_whom import WhomField, WhomPage, agreed_with
from desktop.windows.chips_field import ChipsField
from desktop.windows.choice import ChoiceField
from desktop.windows.desk import Desk
from desktop.windows.fields import LongTextField
from desktop.windows.form import Group
from desktop.windows.masked import Masked
from desktop.windows.offered import Entries
from desktop.windows.offered_lists import listed, optional, said
from desktop.windows.stop_card import StopCard
from desktop.windows.stop_reasons import Stop, stop_for
from desktop.windows.time_fields import DateField, TimeField

OTHER_REASON = "other"
"""The reason that says nothing by itself: the note says it."""


def is_digit(event: QKeyEvent) -> bool:
    """Whether a digit was typed."""
    return event.text().isascii() and event.text().isdigit()


def as_attempt(told: dict[str, Any], person_id: UUID | None) -> AttemptDraft:
    """What was typed of an attempt; whoever was reached is not to be tried again."""
    again = told["again_at"] if told["outcome"] != "reached" else None
    return AttemptDraft(
        at=datetime.combine(told["at"], told["at_time"]),
        channel=told["channel"],
        outcome=told["outcome"],
        note=told["note"] or "",
        again_at=datetime.combine(again, told["again_time"] or time(9)) if again else None,
        outside_reason=told["outside_reason"] or "",
        person_id=person_id,
    )


class AttemptPage(WhomPage):
    """One attempt; outside the agreed way it asks why that was right."""

    NAME = "attempt"
    HEADING = N_("Contact attempt")

    def __init__(self, desk: Desk) -> None:
        self.goes_on = False
        """She knows that the agreement is old or that another way was agreed, and goes on all the same."""
        self.is_turned = False
        """Somebody else was chosen just now, rather than in a draft whose words are about her."""
        super().__init__(desk)
        self.stop = StopCard(understood=self.understood, record=self.go_to_safe_way, go_on=self.go_on)
        self.whole.addWidget(self.stop)
        self.stop.hide()

    def groups(self) -> list[Group]:
        """Outcome first: it is answered by a digit."""
        centre, today = self.desk.centre, self.desk.centre.world.today
        self.how = ChipsField("outcome", N_("How did it go"), _with_digits(said(ATTEMPT_OUTCOMES)), required=True)
        self.help = ChoiceField("help_outcome", N_("What she said to help"), optional(said(OUTCOMES)))
        self.reason = ChoiceField("reason", N_("Reason"), self._reasons)
        self.outside = ChoiceField(
            "outside_reason", N_("Why outside the agreed way"), optional(listed(centre, "unsafe_call_reason"))
        )
        self.day = DateField("at", N_("When"), today, required=True)
        self.clock = TimeField("at_time", N_("Time"), required=True)
        self.whom = WhomField()
        self.channel = ChoiceField("channel", N_("How"), listed(centre, "contact_channel"), required=True)
        self.note = LongTextField("note", N_("Note"))
        for field in (self.how, self.help, self.day, self.clock, self.channel, self.outside, self.note):
            field.changed.connect(self._fit)
        self.channel.changed.connect(self._other_way)
        self.whom.changed.connect(self._other_person)
        return [
            Group("", [
                [(self.how, 12)],
                [(self.help, 6), (self.reason, 6)],
                [(self.whom, 9)],
                [
                    (self.day, 3),
                    (self.clock, 2),
                    (self.channel, 4),
                ],
                [(self.outside, 9)],
                [(self.note, 12)],
                [
                    (DateField("again_at", N_("Again on"), today, lean="future"), 3),
                    (TimeField("again_time", N_("Time")), 2),
                ],
            ])
        ]  # fmt: skip

    def begin(self, sheet: ReferralSheet) -> None:
        """Now, in the agreed way; the next attempt at the next allowed time."""
        now = self.desk.centre.world.here()
        self.whom.put_sheet(sheet)
        channel = agreed_with(sheet.person)
        self.form.put(
            {"person_id": sheet.referral.person_id, "at": now.date(), "at_time": now.time(), "channel": channel}
        )
        self._fit()

    def extra(self) -> QWidget:
        """The number, where the rule hides it and a reason was given."""
        self.number = Masked(self._shown_all_the_same)
        self.number.hide()
        return self.number

    def show_record(self, about: UUID | Any | None) -> None:
        """Ask the rule before anything else, also before what was half typed is gone on with."""
        self.goes_on = False
        super().show_record(about)
        self.is_turned = False
        if self.sheet is not None:
            self._stop(True)
            self._fit()

    def refresh(self) -> None:
        """The rule may be another one by now."""
        super().refresh()
        if self.stop.isVisible():
            self._stop(True)
        self._fit()

    def go_on(self) -> None:
        """She had a reason: ask it in the form."""
        self.goes_on = True
        self._stop(False)
        self._fit()
        self.how.focus()

    def understood(self) -> None:
        """The safe answer: the agreed way or person where another was chosen, else nobody calls."""
        if self.is_other_way():
            self.take_agreed_way()
            self._stop(False)
            self.how.focus()
        elif self.take_first_person():
            self.first().setFocus()
        else:
            self.desk.back()

    def is_other_way(self) -> bool:
        """Whether she chose another channel than the one agreed, and has not gone on with it."""
        person, chosen_way = self.person(), self.channel.value()
        agreed = person.safe_channel if person is not None and person.safe_allowed == "yes" else ""
        return bool(agreed) and chosen_way not in ("", IN_PERSON, agreed) and not self.goes_on

    def take_agreed_way(self) -> None:
        """Choose the agreed channel again."""
        person = self.person()
        if person is not None:
            self.form.put({"channel": person.safe_channel})
            self._fit()

    def take_first_person(self) -> bool:
        """Take the choice back that was just made; words typed before stay with whom they are about."""
        return self.is_turned and super().take_first_person()

    def why_not(self) -> Stop | None:
        """Why nobody calls now; None where one may."""
        sheet, person, centre = self.sheet, self.person(), self.desk.centre
        if sheet is None or person is None:
            return None
        officer = ", ".join(part for part in (sheet.referral.officer, sheet.sender.known_as) if part)
        return stop_for(
            person, centre.world.here(), centre.profile_log.profile().safe_contact_days,
            channel=self.channel.value() if self.is_other_way() else "", officer=officer,
            way=self.desk.say_channel(person.safe_channel), has_asked=self.goes_on,
        )  # fmt: skip

    def first(self) -> QWidget:
        """The outcome, or the safe answer where nobody should call."""
        return self.stop.understood if not self.stop.isHidden() else self.how.chips.chips()[0]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit answers how it went, unless a text field has the caret."""
        chips = self.how.chips.chips()
        if self.stop.isHidden() and is_digit(event) and 0 < int(event.text()) <= len(chips):
            chips[int(event.text()) - 1].click()
        else:
            super().keyPressEvent(event)

    def _other_way(self) -> None:
        """Another channel than the agreed one was chosen: stop before it is used."""
        if self.is_other_way():
            self._stop(True)

    def _other_person(self) -> None:
        """Somebody else was chosen: her own way is proposed, and her own rule is asked first."""
        if self.sheet is None:
            return
        self.goes_on, self.is_turned = False, True
        self.form.put({"channel": agreed_with(self.person())})
        self.show_sheet()
        self._stop(True)
        self._fit()

    def _stop(self, wanted: bool) -> None:
        stop = self.why_not() if wanted else None
        stopped = stop is not None
        if stop is not None:
            self.stop.put(stop, self.who)
        self.stop.setVisible(stopped)
        self.page.setVisible(not stopped)
        if stopped:
            self.stop.understood.setFocus()

    def _shown_all_the_same(self) -> None:
        person = self.person()
        if person is not None:
            reason = ". ".join(part for part in (self.outside.words(), self.note.raw().strip()) if part)
            self.desk.centre.people.reveal(person.id, self.desk.centre.worker, reason)

    def _reasons(self) -> list[tuple[str, str]]:
        outcome = self.help.value() if hasattr(self, "help") else ""
        entries = self.desk.centre.lists.reasons(outcome) if outcome else ()
        return [("", ""), *((entry.code, entry.shown(self.desk.wording().language.say)) for entry in entries)]

    def _fit(self) -> None:
        """Ask only what belongs to the answer."""
        outcome = self.how.value()
        reached, asks = outcome == "reached", self.asks_outcome()
        self.help.setVisible(asks)
        self.reason.refill()
        self.reason.setVisible(asks and len(self._reasons()) > 1)
        for name in ("again_at", "again_time"):
            self.form.fields[name].setVisible(bool(outcome) and not reached)
        self._propose_again(outcome)
        outside = self._is_outside()
        self.outside.setVisible(outside)
        self.outside.require(outside)
        self.note.require(outside and self.outside.value() == OTHER_REASON)
        self._show_number()

    def asks_outcome(self) -> bool:
        """Whether it is asked here what became of the notice."""
        return bool(self.how.value() == "reached")

    def _show_number(self) -> None:
        person = self.person()
        said = bool(self.outside.value()) and (not self.note.required or bool(self.note.raw().strip()))
        may = person is not None and not self.outside.isHidden() and said
        number = address_of(person) if person is not None and may else ""
        if bool(number) == self.number.isHidden():
            self.number.put(number)
            self.number.setVisible(bool(number))

    def _propose_again(self, outcome: str) -> None:
        """The next allowed time, before the deadline where that can be; none after a call that ended the way."""
        person, sheet = self.person(), self.sheet
        is_over = outcome in ("", "reached", *ENDS_THE_WAY) or bool(self.form.fields["again_at"].raw())
        if person is None or sheet is None or is_over:
            return
        opens = person.again_after(self.desk.centre.world.here(), sheet.referral.due_at)
        if opens is not None:
            self.form.put({"again_at": opens.date(), "again_time": opens.time()})

    def _is_outside(self) -> bool:
        """Whether what is typed lies outside the way agreed with her, as the log will ask it."""
        person = self.person()
        try:
            day, clock = self.day.value(), self.clock.value()
        except Problem:
            return False
        if person is None or day is None or clock is None:
            return False
        draft = AttemptDraft(at=datetime.combine(day, clock), channel=self.channel.value())
        return is_outside(person, draft, self.desk.centre.profile_log.profile().safe_contact_days)

    def draft(self, told: dict[str, Any]) -> AttemptDraft:
        """What is typed."""
        person = self.person()
        return as_attempt(told, person.id if person else None)

    def write(self, sheet: ReferralSheet, told: dict[str, Any]) -> None:
        """One attempt, and with it the outcome when she answered."""
        helped = told["help_outcome"] if told["outcome"] == "reached" else ""
        outcome = OutcomeDraft(outcome=helped, reason=told["reason"] or "") if helped and helped != "pending" else None
        self.desk.centre.contacts.attempt(
            sheet.referral.id, self.draft(told), self.desk.centre.worker, help_outcome=outcome
        )


def _with_digits(entries: Callable[[], Entries]) -> Callable[[], Entries]:
    """The words with the digit that answers."""
    return lambda: [(code, f"{words}\u2002{place}") for place, (code, words) in enumerate(entries(), 1)]

"""Plays each act on a record before the real window, from whatever is on show."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel

from desktop.records.vocabulary import WEEKDAYS
from desktop.windows.buttons import Button
from desktop.windows.notice_aside import AlikeCard
from desktop.windows.stop_card import StopCard
from tests.journeys.hands import CTRL
from tests.journeys.seat import Seat

K = Qt.Key
DIGITS = {"reached": K.Key_1, "no_answer": K.Key_2, "call_later": K.Key_3, "wrong_number": K.Key_4}
GO_ON = "Go on all the same\u2026"


class Player(Seat):
    """Every act by its name."""

    def enter(self, name: str, year: int, description: str, order: bool, person: int = 0) -> None:
        screen = self.to("referrals")
        form = self._new_notice()
        self._fill_notice(form, name, year, description, order)
        if person:
            self._same_person()
        self.save(screen.NAME)

    def begin_notice(self, name: str) -> None:
        form = self._new_notice()
        self.hands.tab_to(form.fields["mentions.0.name"])
        self.hands.type(name)
        self.half = name

    def finish_notice(self, name: str, year: int, description: str, order: bool) -> None:
        if self.hands.screen.NAME != "notice":
            self.take_up()
        form = self.hands.on("notice").form
        assert form.fields["mentions.0.name"].raw() == self.half, "what was half typed is there"
        self._fill_notice(form, name, year, description, order)
        self.hands.press(K.Key_Return, CTRL)
        self.hands.until(lambda: self.hands.screen.NAME != "notice")

    def _new_notice(self) -> Any:
        self.hands.press(K.Key_F2)
        form = self.hands.on("notice").form
        if not form.fields["sender_id"].raw()[0]:
            self.hands.tab_to(form.fields["sender_id"])
            self.hands.type("PK")
            self.hands.press(K.Key_Down)
            self.hands.press(K.Key_Return)
        return form

    def _fill_notice(self, form: Any, name: str, year: int, description: str, order: bool) -> None:
        hands, fields = self.hands, form.fields
        hands.fill(fields["mentions.0.name"], name)
        hands.fill(fields["mentions.0.birth_year"], str(year))
        hands.fill(fields["description"], description)
        if order:
            self._unfold(form)
            hands.choose(fields["measures.0.kind"], "protection_order")

    def _unfold(self, form: Any) -> None:
        if form.fields["measures.0.kind"].isHidden() or not form.fields["measures.0.kind"].isVisible():
            self.hands.push("Incident, order and risk", form)

    def _same_person(self) -> None:
        page = self.hands.screen
        self.hands.until(lambda: page.aside.findChildren(AlikeCard))
        self.hands.press(K.Key_Down, CTRL)
        self.hands.press(K.Key_Space)
        self.hands.until(lambda: page.meant.person is not None)

    def attempt(self, label: str, outcome: str, note: str, helped: str, through_calls: bool) -> None:
        if through_calls:
            self._call(label)
        else:
            self.open(label)
            self.hands.press(K.Key_F6)
            self.hands.on("attempt")
        page = self._attempt_form()
        self.hands.press(DIGITS[outcome])
        self._fill_attempt(page, note)
        if helped:
            self.hands.choose(page.form.fields["help_outcome"], helped)
        self._save_attempt()

    def begin_attempt(self, label: str, note: str) -> None:
        self.open(label)
        self.hands.press(K.Key_F6)
        self.hands.on("attempt")
        page = self._attempt_form()
        self.hands.press(K.Key_2)
        self.hands.fill(page.form.fields["note"], note)
        self.half = note

    def finish_attempt(self, label: str, note: str, outcome: str) -> None:
        if self.hands.screen.NAME != "attempt":
            self.take_up()
        page = self._attempt_form()
        assert page.form.fields["note"].raw() == self.half, "what was half typed is there"
        assert page.how.value() == outcome
        self._fill_attempt(page, note)
        self._save_attempt()

    def _call(self, label: str) -> None:
        """Along the call list to that notice, and Enter."""
        calls = self.to("calls")
        self.hands.until(lambda: calls.model.rowCount() > 0)
        self.hands.press(K.Key_Home, CTRL)
        for _step in range(calls.model.rowCount()):
            if calls.card.sheet is not None and calls.card.sheet.referral.label == label:
                break
            self.hands.press(K.Key_Down)
        assert calls.card.sheet.referral.label == label
        self.hands.press(K.Key_Return)

    def _attempt_form(self) -> Any:
        """Past the stop, where one stands before it."""
        screen = self.hands.screen
        page = screen.card if screen.NAME == "calls" else screen
        stops = [s for s in self.hands.door.findChildren(StopCard) if s.isVisible()]
        if stops:
            self.hands.push(GO_ON, stops[0])
        return page

    def _fill_attempt(self, page: Any, note: str) -> None:
        fields = page.form.fields
        self.hands.fill(fields["note"], note)
        if fields["outside_reason"].isVisible() and not fields["outside_reason"].value():
            self.hands.choose(fields["outside_reason"], "agreed")
        if fields["again_at"].isVisible() and fields["again_at"].raw():
            self.hands.fill(fields["again_at"], "+3")

    def _save_attempt(self) -> None:
        screen = self.hands.screen
        self.hands.press(K.Key_Return, CTRL)
        if screen.NAME == "attempt":
            self.hands.until(lambda: self.hands.screen is not screen)

    def amend_attempt(self, number: int, label: str, old: str, note: str) -> None:
        self.click_event(label, old)
        page = self.hands.on("attempt_amend")
        self.hands.fill(page.form.fields["note"], note)
        self.save()

    def amend_help(self, number: int, label: str, note: str, minutes: int) -> None:
        self.click_event(label, note)
        page = self.hands.on("assistance_amend")
        self.hands.fill(page.form.fields["minutes"], str(minutes))
        self.save()

    def safe(self, label: str, begins: str, ends: str) -> None:
        self.open(label)
        self.choose_in_menu("Safe contact")
        page = self.hands.on("safe")
        self.hands.choose(page.form.fields["allowed"], "yes")
        for day in (day for day in WEEKDAYS[:5] if day not in page.form.fields["days"].value()):
            self.hands.choose(page.form.fields["days"], day)
        self.hands.fill(page.form.fields["begins"], begins)
        self.hands.fill(page.form.fields["ends"], ends)
        self.save()

    def help(self, label: str, kind: str, minutes: int, note: str, others: tuple[str, ...]) -> None:
        names = [self.open(other).sheet.referral.person_name for other in others]
        self.open(label)
        self.hands.press(K.Key_F7)
        page = self.hands.on("assistance_entry")
        fields = page.form.fields
        for name in names:
            self.hands.fill(fields["persons"], name)
            popup = fields["persons"]._finder.popup_shown
            self.hands.until(popup.isVisible)
            self.hands.press(K.Key_Return)
            self.hands.until(lambda: not fields["persons"].edit.text())
        self.hands.choose(fields["kind"], kind)
        self.hands.fill(fields["minutes"], str(minutes))
        self.hands.fill(fields["note"], note)
        self.save()

    def amend_notice(self, label: str, description: str) -> None:
        self.open(label)
        self.choose_in_menu("Change the notice")
        page = self.hands.on("notice")
        self.hands.fill(page.form.fields["description"], description)
        self.save()

    def outcome(self, label: str, outcome: str) -> None:
        self.open(label)
        self.choose_in_menu("Outcome")
        page = self.hands.on("outcome")
        self.hands.choose(page.form.fields["outcome"], outcome)
        self.save()

    def lift_order(self, label: str) -> None:
        self.open(label)
        self.choose_in_menu("Prolong or end the order")
        page = self.hands.on("measure")
        self.hands.fill(page.form.fields["ended_on"], f"{self.today:%Y-%m-%d}")
        self.save()

    def consent(self, label: str) -> None:
        self.open(label)
        self.choose_in_menu("Consent")
        self.hands.on("consent")
        self.save()

    def withdraw(self, number: int, label: str) -> None:
        self.open(label)
        self.choose_in_menu("Consent")
        page = self.hands.on("consent")
        self.hands.push("Withdraw", page)
        self.hands.on("person_withdraw")
        self.save("consent")
        self.hands.press(K.Key_Escape)
        self.hands.on("referrals")

    def plan(self, label: str, measure: str) -> None:
        self.open(label)
        self.choose_in_menu("Plan")
        page = self.hands.on("plan")
        self.hands.fill(page.form.fields["what"], measure)
        self.save()

    def plan_done(self, number: int, label: str, measure: str) -> None:
        self.open(label)
        self.choose_in_menu("Plan")
        page = self.hands.on("plan")
        words = [said for said in page.findChildren(QLabel) if said.isVisible() and said.text() == measure]
        height = words[0].mapTo(page, words[0].rect().center()).y()
        buttons = [b for b in page.findChildren(Button) if b.isVisible() and b.accessibleName() == "Done"]
        self.hands.click(min(buttons, key=lambda b: abs(b.mapTo(page, b.rect().center()).y() - height)))
        self.hands.press(K.Key_Escape)
        self.hands.on("referrals")

    def hand_over(self, label: str, text: str) -> None:
        if label:
            self.open(label)
        else:
            self.to("today")
        back = self.hands.screen.NAME
        self.hands.press(K.Key_F9)
        page = self.hands.on("handover")
        about = page.form.fields["referral_id"]
        if not label:
            about.focus()
            for _step in range(about.combo.currentIndex()):
                self.hands.press(K.Key_Up)
            assert about.value() == "none"
        self.hands.fill(page.form.fields["text"], text)
        self.save(back)

    def read_note(self, number: int, text: str) -> None:
        today = self.to("today")
        words = [said for said in today.handovers.findChildren(QLabel) if said.text() == text]
        assert words, f"{text} is not there to be read"
        height = words[0].mapTo(today, words[0].rect().bottomLeft()).y()
        card = today.handovers
        buttons = [b for b in card.findChildren(Button) if b.accessibleName() == "I have read it"]
        below = [b for b in buttons if b.mapTo(today, b.rect().center()).y() > height]
        self.hands.click(min(below, key=lambda b: b.mapTo(today, b.rect().center()).y()))

    def close_day(self, day: date) -> None:
        centre = self.to("centre")
        self.hands.click(centre.names.entries["days"])
        part = centre.part
        self.hands.fill(part.form.fields["day"], f"{day:%Y-%m-%d}")
        self.hands.press(K.Key_Return, CTRL)

    def issue(self, month: str) -> None:
        page = self.to("summaries")
        self.hands.until(lambda: page.summary is not None and page.sign.button.isEnabled())
        assert page.period.code() == month
        self.hands.fill(page.sign.passphrase, self.passphrases[self.who])
        self.hands.press(K.Key_Return, CTRL)
        self.hands.until(lambda: self.hands.door.findChildren(QFileDialog))
        paper = self.office.papers / f"{month}.pdf"
        self.hands.name_file(paper)
        self.hands.until(paper.exists)

    def undo(self) -> None:
        self.to("today")
        self.hands.press(K.Key_Z, CTRL)

    def redo(self) -> None:
        self.to("today")
        self.hands.press(K.Key_Y, CTRL)

"""A small form about one notice, laid over the screen: what is asked at the left, what is known at the right.

Contact attempts, outcomes, safe contact, help, consent, plan and orders are all pages of this kind. What is half typed
is kept as a draft; saving goes back to where she was.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from desktop.language import N_, _, chosen
from desktop.records.municipality import shown_place
from desktop.records.referral_sheet import NoticeGone, ReferralSheet
from desktop.windows.beside import Beside, foot_of
from desktop.windows.buttons import Button
from desktop.windows.desk import Desk
from desktop.windows.form_page import FormPage
from desktop.windows.labels import Label
from desktop.windows.layouts import Column
from desktop.windows.names import shown_name
from desktop.windows.safe_strip import SafeStrip
from desktop.windows.timeline import TimeLine
from desktop.windows.timeline_events import events_of


class SheetPage(FormPage):
    """The page; subclasses say its title, its fields and what saving does."""

    def __init__(self, desk: Desk) -> None:
        self.sheet: ReferralSheet | None = None
        self._is_panel = False
        super().__init__(desk)
        self._line, self._whose = TimeLine(), Label("", "strong", wrap=True)
        self.strip = SafeStrip(
            asked=self._number_shown,
            change=lambda: self._go("safe"),
            here=desk.centre.world.here,
            say_way=desk.say_channel,
        )
        self._build()

    def begin(self, sheet: ReferralSheet) -> None:
        """Put defaults for this notice."""

    def write(self, sheet: ReferralSheet, told: dict[str, Any]) -> None:
        """Save what is typed, by one verb of a log; raises `Problem`."""
        raise NotImplementedError

    def buttons(self) -> tuple[Button, ...]:
        """Those at the foot; the last one saves."""
        return (self.save_button,)

    def draft_key(self) -> UUID | None:
        """The record about which a draft is kept: the notice, where a page does not change a record of its own."""
        return self.sheet.referral.id if self.sheet else None

    def show_record(self, about: UUID | Any | None) -> None:
        """Begin about this notice, with the draft if one was kept."""
        if not isinstance(about, UUID):
            return
        self._read(about)
        if self.sheet is None:
            return
        self.form.clear()
        self.begin(self.sheet)
        note = self.desk.centre.drafts.of(self.NAME, self.draft_key(), self.desk.centre.worker)
        if note is not None:
            self.form.restore(dict(note.fields))
        self.show_sheet()
        self.first().setFocus()

    def refresh(self) -> None:
        """Read the notice again."""
        if self.sheet is not None:
            self._read(self.sheet.referral.id)
            self.show_sheet()

    def _read(self, about: UUID) -> None:
        """The notice as it is now; nothing can be saved about one whose entering was undone."""
        try:
            self.sheet = self.desk.centre.referrals.sheet(about)
        except NoticeGone as problem:
            self.sheet = None
            self.desk.tell(problem)
        self.save_button.setEnabled(self.sheet is not None)

    def show_sheet(self) -> None:
        """Show who it is about, how to reach her, and what happened."""
        self.known.setVisible(self.sheet is not None)
        self._whose.setVisible(self.sheet is not None and self._is_panel)
        if self.sheet is None:
            return
        notice, person, now = self.sheet.referral, self.sheet.person, self.desk.centre.world.here()
        who = shown_name(notice.person_name, person.code if person else notice.label)
        self._who.put(who)
        self._whose.put(" \u00b7 ".join(part for part in (who, notice.label) if part))
        sender = self.sheet.sender.known_as
        place = shown_place(notice.municipality, chosen().locale)
        self._about.put(" \u00b7 ".join(part for part in (notice.label, place, sender) if part))
        self.strip.setVisible(person is not None)
        if person is not None:
            self.strip.put(person, now, self.desk.centre.profile_log.profile().safe_contact_days)
        self._line.put(events_of(self.sheet.line[:8], self.desk.wording(), now))

    def be_panel(self, is_panel: bool) -> None:
        """One narrow column on the panel's own ground; about whom it is stays in sight over the fields."""
        self._is_panel = is_panel
        self._page.put_margins((1, 14, 0, 0) if is_panel else (24, 14, 24, 16))
        self._head.put_margins((20, 0, 20, 0) if is_panel else 0)
        self._columns.card.be_flat(is_panel)
        self._whose.setVisible(is_panel and self.sheet is not None)
        self._name_panel()

    def state(self) -> dict[str, Any]:
        """Which notice."""
        key = self.draft_key()
        return {"about": key.hex if key else ""}

    def restore(self, state: dict[str, Any]) -> None:
        """The same notice, with what was typed."""
        if state.get("about"):
            self.show_record(UUID(state["about"]))

    def save(self) -> bool:
        """Save and go back; False while something is wrong."""
        if not self.store():
            return False
        self.leave()
        self.desk.kept()
        return True

    def store(self) -> bool:
        """Save what is typed; False, and it is shown, while something is wrong."""
        return self.tell_what_is_wrong(self.write_all)

    def write_all(self, told: dict[str, Any]) -> None:
        """Save about the notice on show; nothing can be saved about one that is gone."""
        if self.sheet is None:
            raise NoticeGone
        self.write(self.sheet, told)

    def leave(self) -> None:
        """Back to where she was; what was typed is not wanted any more."""
        self.form.forget()
        self.desk.drop_draft(self.NAME, self.draft_key())
        self.desk.back()

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.show_sheet()
            self._name_panel()
        super().changeEvent(event)

    def _build(self) -> None:
        head, body = self.head(), self.body()
        side, self.known = QWidget(), QWidget()
        Column(side, gap=0, margins=(0, 0, 14, 0)).addWidget(self.known)
        column = Column(self.known, gap=12)
        title = Column(gap=3)
        title.addWidget(self._who)
        title.addWidget(self._about)
        column.addLayout(title)
        for widget in (self.strip, Label(N_("Time line"), "card"), self._line):
            column.addWidget(widget)
        column.addStretch(1)
        self._columns = Beside(body, foot_of((self.form.foot,), self.buttons()), side, wide=400)
        self._head = Column(gap=2)
        self._head.addWidget(head)
        self._head.addWidget(self._whose)
        self.page = QWidget()
        self._page = Column(self.page, gap=12)
        self._page.addLayout(self._head)
        self._page.addWidget(self._columns, 1)
        self.be_panel(False)
        self.whole = Column(self, gap=0)
        self.whole.addWidget(self.page)

    def _name_panel(self) -> None:
        self.setAccessibleName(_(self.HEADING) if self._is_panel else "")

    def _keep(self, raw: dict[str, Any]) -> bool:
        if self.sheet is None:
            return True
        return self.desk.keep_draft(self.NAME, self.draft_key(), raw, self.sheet.referral.person_name)

    def _go(self, where: str) -> None:
        if self.sheet is not None:
            self.desk.go(where, self.sheet.referral.id)

    def _number_shown(self, person: UUID) -> None:
        self.desk.centre.people.reveal(person, self.desk.centre.worker)

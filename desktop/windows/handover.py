"""The hand-over note: a few words for the next shift, perhaps about the notice that was at hand."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from desktop.language import N_, _, chosen
from desktop.problems import Problem
from desktop.records.handover_log import HandoverDraft, HandoverNote
from desktop.records.referral_sheet import NoticeGone
from desktop.windows.banner import Banner
from desktop.windows.beside import Beside, foot_of
from desktop.windows.buttons import PLAIN, PRIMARY, Button
from desktop.windows.card import Card
from desktop.windows.choice import ChoiceField
from desktop.windows.desk import Desk, Screen
from desktop.windows.fields import LongTextField
from desktop.windows.form import Form, Group
from desktop.windows.labels import Label, text
from desktop.windows.layouts import Column, Row, clear, line
from desktop.windows.names import shown_name

NONE = "none"
"""The answer that names no notice, or no worker."""
MOST_ABOUT = 200
"""Notices offered at most: those that are due."""


class HandoverPage(Screen):
    """To whom, about what, and the words; beside it what she left already."""

    NAME = "handover"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._about: UUID | None = None
        self._notices: list[tuple[str, str]] = []
        self.text = LongTextField("text", N_("What the next shift should know"), lines=6, required=True)
        self.about = ChoiceField("referral_id", N_("About"), self._offered, searched=True)
        self.whom = ChoiceField("for_id", N_("For"), self._workers)
        group = Group("", [[(self.whom, 5), (self.about, 7)], [(self.text, 12)]])
        self.form = Form([group], keep=self._keep)
        self.banner = Banner("red")
        self.save_button = Button(N_("Save"), PRIMARY, key="Ctrl+Enter", also=("Ctrl+S",), do=self.save)
        self._left = Card(margins=(16, 12, 16, 12), gap=10)
        self._build()
        self._offer()
        self._show_left()

    def show_record(self, about: UUID | Any | None) -> None:
        """Begin, about this notice if one was at hand, or with what was half typed."""
        self._about = about if isinstance(about, UUID) else None
        self._offer()
        centre = self.desk.centre
        note = centre.drafts.of(self.NAME, None, centre.worker)
        if note is not None:
            self.form.restore(dict(note.fields))
        else:
            self.form.put({"referral_id": self._about.hex if self._about else NONE, "for_id": NONE})

    def refresh(self) -> None:
        """Read again what was left."""
        self._show_left()

    def keep_now(self) -> None:
        """Keep what is typed."""
        if self.form.is_pending():
            self.form.keep_now()

    def state(self) -> dict[str, Any]:
        """The notice at hand; the words are kept as a draft."""
        return {"about": self._about.hex if self._about else ""}

    def restore(self, state: dict[str, Any]) -> None:
        """The same page again."""
        self.show_record(UUID(state["about"]) if state.get("about") else None)

    def first(self) -> QWidget:
        """The words."""
        return self.text

    def save(self) -> bool:
        """Leave the note and go back; False while something is wrong."""
        try:
            told = self.form.values()
            draft = HandoverDraft(told["text"] or "", _named(told["for_id"]), _named(told["referral_id"]))
            self.desk.centre.handovers.write(draft, self.desk.centre.worker)
        except Problem as problem:
            self.form.refuse(problem, self.banner.tell)
            return False
        self.form.forget()
        self.desk.drop_draft(self.NAME, None)
        self.desk.back()
        self.desk.kept(N_("Left for the next shift."))
        return True

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._offer()
            self._show_left()
        super().changeEvent(event)

    def _build(self) -> None:
        head = Row(gap=12)
        head.addWidget(Label(N_("Hand-over note"), "title", wrap=True), 1)
        head.addWidget(Button(N_("Close"), PLAIN, key="Esc", do=self.desk.back))
        side = QWidget()
        column = Column(side, gap=10, margins=(0, 0, 14, 0))
        column.addWidget(self._left)
        column.addStretch(1)
        foot = foot_of((self.form.foot,), (self.save_button,))
        page = Column(self, gap=12, margins=(24, 14, 24, 16))
        page.addLayout(head)
        page.addWidget(Beside((self.banner, self.form), foot, side, wide=360), 1)

    def _show_left(self) -> None:
        """What she left and nobody has read yet."""
        clear(self._left.column)
        self._left.column.addWidget(Label(N_("Not read yet"), "card"))
        centre = self.desk.centre
        notes = centre.handovers.left_by(centre.worker)
        if not notes:
            self._left.column.addWidget(Label(N_("Nothing of yours waits to be read."), "quiet", wrap=True))
        for place, kept in enumerate(notes):
            if place:
                self._left.column.addWidget(line())
            self._left.column.addWidget(text(kept.note.text, "body", wrap=True))
            self._left.column.addWidget(text(note_words(self.desk, kept), "second", wrap=True))
            back = Button(N_("Take this entry back"), PLAIN, do=partial(self._take_back, kept.note.id))
            self._left.column.addWidget(back)

    def _take_back(self, note: UUID) -> None:
        try:
            self.desk.centre.handovers.take_back(note, self.desk.centre.worker)
        except Problem as problem:
            self.banner.tell(problem)
        else:
            self.desk.kept(N_("Taken back."))
        self._show_left()

    def _offer(self) -> None:
        """The notices that are due, and the one at hand."""
        due = self.desk.centre.due.read().items
        listed = {i.referral_id: (i.label, shown_name(i.person_name, i.label)) for i in due if i.referral_id}
        found = dict(list(listed.items())[:MOST_ABOUT])
        if self._about is not None and self._about not in found:
            try:
                notice = self.desk.centre.referrals.sheet(self._about).referral
                found[self._about] = (notice.label, shown_name(notice.person_name, notice.label))
            except NoticeGone:
                self._about = None
        self._notices = [(key.hex, " \u00b7 ".join(part for part in words if part)) for key, words in found.items()]
        self.about.refill()

    def _offered(self) -> list[tuple[str, str]]:
        return [(NONE, _("Nothing in particular")), *self._notices]

    def _workers(self) -> list[tuple[str, str]]:
        centre = self.desk.centre
        members = centre.staff.members(active_only=True)
        return [(NONE, _("The next shift")), *((m.id.hex, m.name) for m in members if m.id != centre.worker.id)]

    def _keep(self, raw: dict[str, Any]) -> bool:
        return self.desk.keep_draft(self.NAME, None, raw, _("Hand-over note"))


def _named(code: str) -> UUID | None:
    return UUID(code) if code and code != NONE else None


def note_words(desk: Desk, kept: HandoverNote) -> str:
    """Who wrote it, when, about which notice."""
    world = desk.centre.world
    when = chosen().near(world.desk(kept.note.written_at), world.here())
    return " \u00b7 ".join(part for part in (kept.note.worker_name, when, kept.label) if part)

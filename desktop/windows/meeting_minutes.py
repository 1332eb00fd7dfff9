"""The minutes of a meeting: drafted when it ended, put into better words, agreed and locked, corrected beside."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QWidget

from desktop.language import N_, _, chosen
from desktop.problems import Problem
from desktop.windows.apart import Apart
from desktop.windows.asked_banner import AskedBanner
from desktop.windows.banner import Banner
from desktop.windows.buttons import OUTLINED, PLAIN, PRIMARY, Button
from desktop.windows.desk import Desk, Screen
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, scrolled
from desktop.windows.look import follow, px
from desktop.windows.meeting_loose import LooseCommitments
from desktop.windows.meeting_sitting import DOT, Sitting, reopen
from desktop.windows.meeting_words import STATE_SIGNS, state_words
from desktop.windows.minutes_end import Corrections, Signatories, say_state
from desktop.windows.minutes_item import AgreeQuestion
from desktop.windows.minutes_items import MinutesItems
from desktop.windows.minutes_paper import MinutesPapers
from desktop.windows.minutes_text import Kept
from desktop.windows.pill import CLOSED, Pill

CORRECTION = "correction"


class MeetingMinutes(Screen):
    """The whole page."""

    NAME = "meeting_minutes"
    sitting: Sitting | None = None

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk, self.kept = desk, Kept(desk, self.NAME, self)
        self._title, self._meeting, self.pill = Label("", "title", wrap=True), Label("", "quiet", wrap=True), Pill()
        self.banner, self.question = Banner("grey", icon="lock"), AgreeQuestion(agree=self.agree, keep=self._not_yet)
        self.refused, self.loose = AskedBanner(), LooseCommitments(desk, self.refresh)
        self.papers = MinutesPapers(desk, self, self.refused)
        self.signatories = Signatories(self._attend)
        self.corrections = Corrections(self.correct, self._correction_typed)
        self.items = MinutesItems(desk, self.kept)
        self._build()
        self.items.left.connect(self._write)
        self.items.changed.connect(self.refresh)
        self.items.asking.connect(self._let_panel_lead)
        self.kept.kept.connect(self._say_kept)
        follow(self._measure)

    def show_record(self, about: UUID | Any | None) -> None:
        """Show the minutes of this meeting; None: of the last one that was held."""
        if about is None and self.sitting is None:
            held = (row.meeting for row in self.desk.centre.diary.rows() if row.meeting.held)
            about = next((meeting.id for meeting in held), None)
        if about is not None:
            self._open(UUID(str(about)))
            self.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read again; what is half typed stays."""
        if self.sitting is not None and self.desk.centre.vault.is_open:
            self._open(self.sitting.meeting.id)

    def keep_now(self) -> None:
        """Write down what is typed; a correction that is half typed stays a draft."""
        self._write()

    def state(self) -> dict[str, Any]:
        """Which meeting."""
        return {"meeting": self.sitting.meeting.id.hex} if self.sitting else {}

    def restore(self, state: dict[str, Any]) -> None:
        """The same minutes again."""
        if state.get("meeting"):
            self._open(UUID(state["meeting"]))

    def first(self) -> QWidget:
        """The words of the first item, or where another correction is typed."""
        if self.sitting is not None and self.sitting.meeting.state == "held" and self.items.cards:
            return next(iter(self.items.cards.values())).text
        return self.corrections.field if not self.corrections.isHidden() else self.close_button

    def ask(self) -> None:
        """Ask before the minutes are locked."""
        if self.sitting is not None and self._write():
            self.refresh()
            unnoted = sum(not row.attendance.presence for row in self.sitting.attendance)
            self.question.ask(self.sitting.meeting.number, unnoted)
            self.agree_button.setEnabled(False)
            self.whole.verticalScrollBar().setValue(0)

    def agree(self) -> None:
        """Lock the minutes."""
        if self.sitting is None:
            return
        try:
            self.desk.centre.minuting.agree(self.sitting.meeting.id, self.desk.centre.worker)
        except Problem as problem:
            self._not_yet()
            self.desk.tell(problem)
            return
        self._not_yet()
        self.refresh()
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.desk.saved(N_("The minutes are agreed and locked."))

    def correct(self) -> None:
        """List a correction."""
        if self.sitting is None:
            return
        try:
            self.desk.centre.minuting.correct(
                self.sitting.meeting.id, self.corrections.words(), self.desk.centre.worker
            )
        except Problem as problem:
            self.corrections.field.show_problem(problem)
            self.corrections.field.focus()
            return
        self.corrections.field.set_value("")
        self.kept.beside = {}
        self.kept.keep()
        self.desk.saved(N_("Correction listed."))
        self.refresh()

    def open_again(self) -> None:
        """Go back into the meeting: it was ended too early."""
        if self.sitting is not None and self._write():
            meeting_id = self.sitting.meeting.id
            self.desk.back()
            reopen(self.desk, meeting_id)

    def write_pdf(self) -> None:
        """Ask where the sealed minutes go, or their draft."""
        if self.sitting is not None and self._write():
            meeting = self.sitting.meeting
            self.papers.pdf(meeting.id, meeting.number, is_agreed=meeting.state == "agreed")

    def write_docx(self) -> None:
        """Ask where the letter goes."""
        if self.sitting is not None and self._write():
            self.papers.docx(self.sitting.meeting.id, self.sitting.meeting.number)

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    def _build(self) -> None:
        self.close_button = Button(N_("Close"), PLAIN, key="Alt+Left", hears=False, do=self.desk.back)
        self.agree_button = Button(N_("Agree and lock"), PRIMARY, key="Ctrl+Enter", also=("Ctrl+S",), do=self.ask)
        self.again_button = Button(N_("Open the meeting again"), PLAIN, icon="undo", do=self.open_again)
        self.decide_button = Button(N_("Decision"), OUTLINED, icon="note", key="F7", do=self.items.decide)
        self.promise_button = Button(N_("Commitment"), OUTLINED, icon="flag", key="F6", do=self.items.promise)
        self.pdf_button = Button(N_("Write the PDF"), OUTLINED, icon="print", key="Ctrl+P", do=self.write_pdf)
        self.docx_button = Button(N_("Write the DOCX"), PLAIN, do=self.write_docx)
        self._kept_at = Label("", "second")
        said, inner, foot = QWidget(), QWidget(), QWidget()
        words = Column(said, gap=2)
        words.addWidget(self._title)
        words.addWidget(self._meeting)
        body = Column(inner, gap=12, margins=(24, 16, 24, 12))
        body.addWidget(Apart(said, (self.pill, self.close_button)))
        for widget in (self.banner, self.refused, self.question, self.items, self.loose, self.signatories):
            body.addWidget(widget)
        body.addWidget(self.corrections)
        body.addStretch(1)
        inner.setMinimumSize(1, 1)
        self.whole = scrolled(inner, is_modest=True)
        self._working = (self.again_button, self.decide_button, self.promise_button, self.agree_button)
        self._writing = (self.docx_button, self.pdf_button)
        column = Column(foot, gap=0, margins=(24, 6, 24, 14))
        column.addWidget(Apart(self._kept_at, (self._working[0], *self._writing, *self._working[1:])))
        page = Column(self, gap=0)
        page.addWidget(self.whole, 1)
        page.addWidget(foot)
        for later in (self.signatories, self.corrections, *self._working, *self._writing):
            later.hide()  # until there are minutes to show

    def _open(self, meeting_id: UUID) -> None:
        try:
            sitting = Sitting.read(self.desk.centre, meeting_id)
        except Problem as problem:
            self.desk.tell(problem)
            return
        is_other = self.sitting is None or self.sitting.meeting.id != meeting_id
        self.sitting = sitting
        title = DOT.join((sitting.kind_words(), chosen().day(sitting.meeting.on_day)))
        self.kept.begin(meeting_id, {item.id: item.heard for item in sitting.items}, title)
        self.items.take(sitting)
        self._show()
        if is_other and self.kept.beside.get(CORRECTION):
            self.corrections.field.set_raw(self.kept.beside[CORRECTION])

    def _show(self) -> None:
        sitting = self.sitting
        if sitting is None:
            return
        meeting, state = sitting.meeting, sitting.meeting.state
        self._title.say(N_("Minutes {number}"), number=meeting.number)
        self._meeting.put(DOT.join((sitting.kind_words(), sitting.when_words())))
        self.pill.put(CLOSED if state == "agreed" else STATE_SIGNS[state], state_words(meeting))
        minutes = self.desk.centre.minuting.minutes(meeting.id)
        self.items.put(minutes)
        self.loose.put(sitting, minutes)
        self.signatories.put(minutes, _, is_fixed=state not in ("planned", "held"))
        self.corrections.setVisible(state == "agreed")
        self.corrections.put(self.desk.centre.minuting.corrections(meeting.id), self.desk.centre)
        for widget in (*self._working, self._kept_at):
            widget.setVisible(state == "held")
        for button in self._writing:
            button.setVisible(state in ("held", "agreed"))
        back = self.desk.centre.minuting.taken_back(meeting.id) if state == "held" else None
        say_state(self.banner, meeting, (back.by_name, self.desk.centre.world.desk(back.at).date()) if back else None)

    def _write(self) -> bool:
        """Write down what is typed, and say anew where it differs from the draft."""
        if self.sitting is None or self.sitting.meeting.state != "held":
            self.kept.keep()
            return True
        was_typed = any(self.kept.is_typed(item.id) for item in self.sitting.items)
        written = self.kept.write()
        if was_typed and written and self.desk.centre.vault.is_open:
            self.refresh()
        return written

    def _let_panel_lead(self, is_open: bool) -> None:
        """While a panel is open its own Save is the filled button, and has the keys."""
        self.agree_button.set_kind(OUTLINED if is_open else PRIMARY)
        self.agree_button.setEnabled(not is_open)

    def _correction_typed(self) -> None:
        typed = self.corrections.field.raw()
        self.kept.beside = {CORRECTION: typed} if typed.strip() else {}
        self.kept.note()

    def _not_yet(self) -> None:
        self.question.hide()
        self.agree_button.setEnabled(True)

    def _say_kept(self) -> None:
        self._kept_at.say(N_("saved {time}"), time=chosen().clock(self.desk.centre.world.here()))

    def _attend(self) -> None:
        if self.sitting is not None:
            self.desk.go("meeting_attendance", self.sitting.meeting.id)

    def _measure(self) -> None:
        self.whole.setMinimumHeight(px(110))

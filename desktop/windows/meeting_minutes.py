"""The minutes of a meeting: drafted when it ended, put into better words, agreed and locked, corrected beside."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from desktop.language import N_, _, chosen
from desktop.meetings.commitments import CommitmentRow
from desktop.meetings.minutes import from_text
from desktop.problems import Problem
from desktop.records.meeting import Decision
from desktop.windows.apart import Apart
from desktop.windows.asked_banner import AskedBanner
from desktop.windows.banner import Banner
from desktop.windows.buttons import OUTLINED, PLAIN, PRIMARY, Button
from desktop.windows.desk import Desk, Screen
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, clear, scrolled
from desktop.windows.look import follow, px
from desktop.windows.meeting_loose import LooseCommitments
from desktop.windows.meeting_panel import CommitmentPanel, DecisionPanel, Panel
from desktop.windows.meeting_sitting import DOT, Sitting, reopen
from desktop.windows.meeting_words import STATE_SIGNS, state_words
from desktop.windows.minutes_end import Corrections, Signatories, say_state
from desktop.windows.minutes_item import AgreeQuestion, MinutesItemCard
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
        self.cards: dict[UUID, MinutesItemCard] = {}
        self._here: UUID | None = None
        self._title, self._meeting, self.pill = Label("", "title", wrap=True), Label("", "quiet", wrap=True), Pill()
        self.banner, self.question = Banner("grey", icon="lock"), AgreeQuestion(agree=self.agree, keep=self._not_yet)
        self.refused, self.loose = AskedBanner(), LooseCommitments(desk, self.refresh)
        self.papers = MinutesPapers(desk, self, self.refused)
        self.signatories = Signatories(self._attend)
        self.corrections = Corrections(self.correct, self._correction_typed)
        self.promising, self.deciding = CommitmentPanel(desk), DecisionPanel(desk)
        self.panels: tuple[Panel, ...] = (self.promising, self.deciding)
        self._build()
        for panel in self.panels:
            panel.setParent(self)
            panel.saved.connect(self.refresh)
            panel.closed.connect(self._closed)
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

    def step_back(self) -> bool:
        """Stay where words could not be kept: they stand here alone."""
        self._write()
        return self.kept.is_unkept or super().step_back()

    def state(self) -> dict[str, Any]:
        """Which meeting."""
        return {"meeting": self.sitting.meeting.id.hex} if self.sitting else {}

    def restore(self, state: dict[str, Any]) -> None:
        """The same minutes again."""
        if state.get("meeting"):
            self._open(UUID(state["meeting"]))

    def first(self) -> QWidget:
        """The words of the first item, or where another correction is typed."""
        if self.sitting is not None and self.sitting.meeting.state == "held" and self.cards:
            return next(iter(self.cards.values())).text
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

    def promise(self) -> None:
        """A commitment under the item with the caret."""
        self._ask(self.promising, self._item_at_hand())

    def decide(self) -> None:
        """A decision under the item with the caret."""
        self._ask(self.deciding, self._item_at_hand())

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    def _build(self) -> None:
        self.close_button = Button(N_("Close"), PLAIN, key="Alt+Left", hears=False, do=self.desk.back)
        self.agree_button = Button(N_("Agree and lock"), PRIMARY, key="Ctrl+Enter", also=("Ctrl+S",), do=self.ask)
        self.again_button = Button(N_("Open the meeting again"), PLAIN, icon="undo", do=self.open_again)
        self.decide_button = Button(N_("Decision"), OUTLINED, icon="note", key="F7", do=self.decide)
        self.promise_button = Button(N_("Commitment"), OUTLINED, icon="flag", key="F6", do=self.promise)
        self.pdf_button = Button(N_("Write the PDF"), OUTLINED, icon="print", key="Ctrl+P", do=self.write_pdf)
        self.docx_button = Button(N_("Write the DOCX"), PLAIN, do=self.write_docx)
        self._kept_at = Label("", "second")
        said, inner, foot = QWidget(), QWidget(), QWidget()
        words = Column(said, gap=2)
        words.addWidget(self._title)
        words.addWidget(self._meeting)
        body = Column(inner, gap=12, margins=(24, 16, 24, 12))
        body.addWidget(Apart(said, (self.pill, self.close_button)))
        self._items = Column(gap=12)
        for widget in (self.banner, self.refused, self.question):
            body.addWidget(widget)
        body.addLayout(self._items)
        for card in (self.loose, self.signatories, self.corrections):
            body.addWidget(card)
        body.addStretch(1)
        inner.setMinimumSize(1, 1)
        self.whole = scrolled(inner)
        self.whole.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
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
        if [item.id for item in sitting.items] != list(self.cards):
            self._make_cards()
        self._show()
        if is_other and self.kept.beside.get(CORRECTION):
            self.corrections.field.set_raw(self.kept.beside[CORRECTION])

    def _make_cards(self) -> None:
        assert self.sitting is not None
        for panel in self.panels:
            panel.setParent(self)
            panel.hide()
        clear(self._items)
        self.cards = {}
        for number, item in enumerate(self.sitting.items, 1):
            card = MinutesItemCard(self.desk, item.id, number)
            card.typed.connect(self._typed)
            card.left.connect(self._write)
            card.agreed.wanted.connect(partial(self._say_better, item.id))
            card.agreed.taken.connect(self.refresh)
            self._items.addWidget(card)
            self.cards[item.id] = card

    def _show(self) -> None:
        sitting = self.sitting
        if sitting is None:
            return
        meeting, state = sitting.meeting, sitting.meeting.state
        self._title.say(N_("Minutes {number}"), number=meeting.number)
        self._meeting.put(DOT.join((sitting.kind_words(), sitting.when_words())))
        self.pill.put(CLOSED if state == "agreed" else STATE_SIGNS[state], state_words(meeting))
        drafted = from_text(meeting.draft).items if meeting.draft else ()
        changed = self.desk.centre.minuting.changed(meeting.id) if state == "held" else ()
        minutes = self.desk.centre.minuting.minutes(meeting.id)
        for place, item in enumerate(sitting.items):
            if state == "agreed":
                self.cards[item.id].put_fixed(minutes.items[place])
                continue
            fields = frozenset(each.field for each in changed if each.item == place)
            was = drafted[place].heard if place < len(drafted) else None
            self.cards[item.id].put(sitting, self.kept.text(item.id, item.heard), was, fields)
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

    def _typed(self, item_id: UUID) -> None:
        if self.sitting is not None and self.sitting.meeting.state == "held":
            item = self.sitting.items[self.sitting.place(item_id)]
            self._here = item_id
            self.kept.type(item_id, self.cards[item_id].text.toPlainText(), item.heard)

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

    def _item_at_hand(self) -> UUID | None:
        """The item in which the caret is, or was last."""
        caret = QApplication.focusWidget()
        for item_id, card in self.cards.items():
            if caret is not None and card.isAncestorOf(caret):
                self._here = item_id
        return self._here if self._here in self.cards else next(iter(self.cards), None)

    def _ask(self, panel: Panel, item_id: UUID | None, about: UUID | None = None) -> None:
        if self.sitting is None or item_id is None or self.sitting.meeting.state != "held":
            return
        for other in self.panels:
            if other is not panel:
                other.hide()
        self.cards[item_id].hold(panel)
        panel.open(self.sitting, item_id, about)
        self._here = item_id
        self.agree_button.set_kind(OUTLINED)
        self.agree_button.setEnabled(False)  # the panel's own Save has the keys

    def _say_better(self, item_id: UUID, row: Decision | CommitmentRow) -> None:
        if isinstance(row, Decision):
            self._ask(self.deciding, item_id, row.id)
        else:
            self._ask(self.promising, item_id, row.commitment.id)

    def _closed(self) -> None:
        self.agree_button.set_kind(PRIMARY)
        self.agree_button.setEnabled(True)
        if self._here in self.cards:
            self.cards[self._here].text.setFocus(Qt.FocusReason.OtherFocusReason)

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

"""Who came to a meeting: one row a person, answered with digits; confidentiality and signatures beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.language import N_, _
from desktop.meetings.attendances import AttendanceDraft, AttendanceRow
from desktop.problems import Problem
from desktop.records.meeting import ANSWERS_TO_INVITATION, MEMBERS, PRESENCE
from desktop.windows.apart import Apart
from desktop.windows.banner import Banner
from desktop.windows.buttons import OUTLINED, PLAIN, PRIMARY, Button
from desktop.windows.desk import Desk, Screen
from desktop.windows.held_table import HeldTable
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, Flow
from desktop.windows.look import follow, px
from desktop.windows.meeting_guest import PersonPanel
from desktop.windows.meeting_outline import confided_words, present_words
from desktop.windows.meeting_sitting import DOT, Sitting
from desktop.windows.pill import CLOSED, GOING_ON, GOOD, MISSING, NOT_YET
from desktop.windows.table import Cell, TableColumn

COLUMNS = (
    TableColumn("who", N_("Institution"), "head", 18, stretch=3),
    TableColumn("name", N_("Name and surname"), "text", 16, stretch=2, leaves=4),
    TableColumn("answer", N_("Answer"), "quiet", 10, leaves=1),
    TableColumn("presence", N_("Attendance"), "pill", 12),
    TableColumn("sent", N_("Sent information"), "text", 10, leaves=2),
    TableColumn("confidential", N_("Confidentiality accepted"), "text", 10, leaves=3),
    TableColumn("signs", N_("Signs the minutes"), "text", 10),
)
SIGNS = {"": NOT_YET, "present": GOOD, "deputy": GOING_ON, "excused": CLOSED, "absent": MISSING}
PRESENT = tuple((code, words) for code, words in PRESENCE.items() if code)
"""Presence by the digits 1 to 4."""
TOLD = (
    ("sent_information", N_("Sent information")),
    ("confidential", N_("Confidentiality accepted")),
    ("signs", N_("Signs the minutes")),
)
"""What is noted besides, by the digits 5 to 7."""
NONE = "\u2013"


class MeetingAttendance(Screen):
    """The table, its answers, and a place for a guest."""

    NAME = "meeting_attendance"
    sitting: Sitting | None = None

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._meeting, self._present = Label("", "quiet", wrap=True), Label("", "strong", wrap=True)
        self._confided = Label("", "second", wrap=True)
        self.banner = Banner("grey", icon="lock")
        self.table = HeldTable(
            desk.background, COLUMNS, self._cells, N_("Attendance"), N_("Nobody was asked to this meeting yet."),
            most=40, high=52,
        )  # fmt: skip
        self.panel = PersonPanel(desk, self.refresh)
        self.guest = Button(N_("Add a guest"), OUTLINED, icon="plus", key="F6", do=self.add_guest)
        self.confide = Button(N_("All accepted confidentiality"), OUTLINED, key="F7", do=self.all_confide)
        self.as_answered = Button(N_("As answered"), PRIMARY, key="Ctrl+Enter", also=("Ctrl+S",), do=self.all_came)
        self.answers = self._answers()
        self._build()
        self.table.view.opened.connect(lambda _key: self.change())
        self.table.view.installEventFilter(self)
        self.panel.closed.connect(self._closed)
        follow(self._measure)

    def show_record(self, about: UUID | Any | None) -> None:
        """Show who was asked to this meeting; None: to the next one."""
        if about is None and self.sitting is None:
            coming = self.desk.centre.diary.coming()
            about = coming.id if coming else None
        if about is not None:
            self._open(UUID(str(about)))
            self.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read again."""
        if self.sitting is not None and self.desk.centre.vault.is_open:
            self._open(self.sitting.meeting.id)

    def state(self) -> dict[str, Any]:
        """Which meeting, which row."""
        row = self.table.view.current_id()
        return {"meeting": self.sitting.meeting.id.hex, "row": row.hex if row else ""} if self.sitting else {}

    def restore(self, state: dict[str, Any]) -> None:
        """The same row again."""
        if state.get("meeting"):
            self._open(UUID(state["meeting"]))
        if state.get("row"):
            self.table.view.choose(UUID(state["row"]))

    def keep_now(self) -> None:
        """Keep what is half typed about a guest."""
        self.panel.keep_now()

    def first(self) -> QWidget:
        """The table, or the fields of a guest."""
        return self.table.view if self.panel.isHidden() else next(iter(self.panel.form.fields.values()))

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def note(self, **changes: Any) -> None:
        """Note this of the marked rows, and go on to the next one."""
        rows = self.table.marked()
        if not rows:
            return
        try:
            for row in rows:
                self._amend(row, **changes)
        except Problem as problem:
            self.desk.tell(problem)
        self.refresh()
        if len(rows) == 1 and "presence" in changes:
            self.table.step_on()

    def turn(self, field: str) -> None:
        """Note it of the marked rows, or take it back where all of them have it."""
        rows = self.table.marked()
        self.note(**{field: not all(getattr(row.attendance, field) for row in rows)})

    def all_came(self) -> None:
        """Take over what everybody answered, where nothing is noted yet."""
        self._all(self.desk.centre.attendances.all_came, N_("Attendance noted as answered."))

    def all_confide(self) -> None:
        """Everybody present accepted the statement on confidentiality."""
        self._all(self.desk.centre.attendances.confide, N_("Confidentiality noted for all present."))

    def add_guest(self) -> None:
        """Somebody who was not asked before."""
        if self.sitting is not None:
            self.panel.open(self.sitting, None)

    def change(self) -> None:
        """Another name or office of the chosen row."""
        row = self.table.current()
        if self.sitting is not None and row is not None and self._can_write():
            self.panel.open(self.sitting, row)

    def take_out(self) -> None:
        """Take out somebody who was asked by mistake; the toast has the way back."""
        row = self.table.current()
        if row is None or not self._can_write():
            return
        try:
            self.desk.centre.attendances.remove(row.attendance.id, self.desk.centre.worker)
        except Problem as problem:
            self.desk.tell(problem)
            return
        self.desk.kept(N_("Taken out of the list."))
        self.refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Delete takes out."""
        pressed = event.key() if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress else None
        if pressed == Qt.Key.Key_Delete:
            self.take_out()
            return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        close = Button(N_("Close"), PLAIN, key="Esc", do=self.desk.back)
        self.close_button = close
        said, counted = QWidget(), QWidget()
        words = Column(said, gap=2)
        words.addWidget(Label(N_("Attendance"), "title", wrap=True))
        words.addWidget(self._meeting)
        told = Column(counted, gap=2)
        told.addWidget(self._present)
        told.addWidget(self._confided)
        page = Column(self, gap=12, margins=(24, 16, 24, 18))
        page.addWidget(Apart(said, (close,)))
        page.addWidget(self.banner)
        page.addWidget(self.answers)
        page.addWidget(self.table)
        page.addWidget(self.panel)
        page.addWidget(Apart(counted, (self.guest, self.confide, self.as_answered)))
        page.addStretch(1)

    def _answers(self) -> QWidget:
        """One button for each answer, with its digit."""
        answers = QWidget()
        flow = Flow(answers, gap=8)
        for digit, (code, msgid) in enumerate(PRESENT, 1):
            flow.addWidget(Button(msgid, OUTLINED, key=str(digit), do=partial(self.note, presence=code)))
        for digit, (field, msgid) in enumerate(TOLD, 1 + len(PRESENT)):
            flow.addWidget(Button(msgid, PLAIN, key=str(digit), do=partial(self.turn, field)))
        return answers

    def _open(self, meeting_id: UUID) -> None:
        try:
            self.sitting = Sitting.read(self.desk.centre, meeting_id)
        except Problem as problem:
            self.desk.tell(problem)
            return
        self.table.put({row.attendance.id: row for row in self.sitting.attendance})
        self._say()
        self.panel.put_back(self.sitting)

    def _say(self) -> None:
        sitting = self.sitting
        if sitting is None:
            return
        self._meeting.put(DOT.join((sitting.kind_words(), sitting.when_words())))
        self._present.put(present_words(sitting))
        self._confided.put(confided_words(sitting))
        can = self._can_write()
        for widget in (self.answers, self.guest, self.confide, self.as_answered):
            widget.setVisible(can)
        if can:
            self.banner.hide()
        elif sitting.meeting.state == "agreed":
            self.banner.say(N_("The minutes are agreed. Attendance stays as it is."))
        else:
            self.banner.say(N_("This meeting was called off."))

    def _can_write(self) -> bool:
        return self.sitting is not None and self.sitting.meeting.state in ("planned", "held")

    def _amend(self, row: AttendanceRow, **changes: Any) -> None:
        draft = replace(AttendanceDraft.of(row.attendance), **changes)
        self.desk.centre.attendances.amend(row.attendance.id, draft, self.desk.centre.worker)

    def _all(self, write: Callable[[UUID, Any], object], said: str) -> None:
        if self.sitting is None:
            return
        try:
            write(self.sitting.meeting.id, self.desk.centre.worker)
        except Problem as problem:
            self.desk.tell(problem)
            return
        self.desk.kept(said)
        self.refresh()

    def _closed(self) -> None:
        self.as_answered.set_kind(PRIMARY)
        self.table.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _measure(self) -> None:
        self.setMinimumWidth(px(300))

    def _cells(self, row: AttendanceRow) -> Mapping[str, Cell]:
        one, hidden = row.attendance, self.table.model.hidden
        assert self.sitting is not None
        member = "" if one.member == "permanent" else _(MEMBERS[one.member])
        second = [one.name if "name" in hidden else "", member]
        gone = (("sent", TOLD[0]), ("confidential", TOLD[1]))
        second += [_(words) for key, (field, words) in gone if key in hidden and getattr(one, field)]
        ticks = {field: _("Yes") if getattr(one, field) else NONE for field, _words in TOLD}
        return {
            "who": Cell(self.sitting.institution(row), DOT.join(part for part in second if part)),
            "name": Cell(one.name, one.role),
            "answer": Cell(_(ANSWERS_TO_INVITATION[one.answer])),
            "presence": Cell(_(PRESENCE[one.presence]), sign=SIGNS[one.presence]),
            "sent": Cell(ticks["sent_information"]), "confidential": Cell(ticks["confidential"]),
            "signs": Cell(ticks["signs"]),
        }  # fmt: skip

"""Who is asked to a meeting and what each answered: one key changes an answer, a click asks which.

It tells whom and what is meant; noting it is the board's.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QColor, QContextMenuEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QWidget

from desktop.language import N_, _, chosen, ngettext
from desktop.meetings.attendances import AttendanceRow
from desktop.records.meeting import ANSWERS_TO_INVITATION, PRESENCE
from desktop.windows.buttons import PLAIN, Button, DrawnButton
from desktop.windows.card import Card
from desktop.windows.labels import Label, text
from desktop.windows.layouts import Column, Row, clear
from desktop.windows.look import px, tokens
from desktop.windows.pill import CLOSED, GOING_ON, GOOD, NOT_YET, Pill, Sign

KEYS = {"1": "comes", "2": "deputy", "3": "excused", "4": ""}
"""The keys of the answers."""
SIGNS: dict[str, Sign] = {
    "comes": GOOD, "present": GOOD, "deputy": GOING_ON, "excused": CLOSED, "absent": CLOSED, "": NOT_YET,
}  # fmt: skip
HINT = N_("Keys: 1 comes \u00b7 2 deputy \u00b7 3 excused \u00b7 4 no answer")


class MemberRow(DrawnButton):
    """One person asked."""

    def __init__(self, row: AttendanceRow, name: str, card: MembersCard, *, is_over: bool) -> None:
        super().__init__()
        self.row, self._card = row, card
        one = row.attendance
        code, words = (one.presence, PRESENCE) if is_over else (one.answer, ANSWERS_TO_INVITATION)
        self.pill = Pill()
        self.pill.put(SIGNS[code], _(words[code]))
        second = [one.name or _("Not named"), one.role]
        if one.sent_information:
            second.append(_("sent information"))
        elif not one.answer and one.invited_on:
            second.append(_("asked: {day}", day=chosen().day(one.invited_on)))
        said = Column(gap=0)
        said.addWidget(text(name, "medium", wrap=True))
        said.addWidget(text(" \u00b7 ".join(filter(None, second)), "second", wrap=True))
        line = Row(self, gap=8, margins=(8, 4, 4, 4))
        line.addLayout(said, 1)
        line.addWidget(self.pill)
        self.setAccessibleName(", ".join((name, *filter(None, second), self.pill.words())))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.clicked.connect(self.open_menu)
        if not is_over:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit answers, arrows go on; Enter and Space ask which."""
        if event.text() in KEYS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._card.answer(self.row, KEYS[event.text()])
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._card.go_on(self, -1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The same by the menu key."""
        self.open_menu()

    def open_menu(self) -> None:
        """The answers, each with its key."""
        if not self._card.may_write:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key, code in KEYS.items():
            action = QAction(f"{_(ANSWERS_TO_INVITATION[code])}\t{key}", menu)
            action.setCheckable(True)
            action.setChecked(code == self.row.attendance.answer)
            action.triggered.connect(lambda _on=False, code=code: self._card.answer(self.row, code))
            menu.addAction(action)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        menu.setActiveAction(menu.actions()[0])

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Be the one that is meant."""
        super().focusInEvent(event)
        self._card.come_to(self)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Be an ordinary one again."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground of the one that has the caret."""
        if self.hasFocus():
            painter = QPainter(self)
            painter.fillRect(self.rect(), QColor(tokens().accent_soft))
            painter.fillRect(0, 0, px(3), self.height(), QColor(tokens().accent))
            painter.end()


class MembersCard(Card):
    """All who are asked."""

    def __init__(self, answered: Callable[[AttendanceRow, str], object], more: Callable[[], object]) -> None:
        super().__init__(gap=4, margins=(8, 12, 8, 10))
        self._answered, self.may_write = answered, True
        self.rows: list[MemberRow] = []
        self.now: object = None
        self._count, self._hint = Label("", "second"), Label(HINT, "small", wrap=True)
        head = Row(gap=8, margins=(8, 0, 8, 2))
        head.addWidget(Label(N_("Who is asked"), "card"), 1)
        head.addWidget(self._count)
        box = QWidget()
        self._list = Column(box, gap=0)
        foot = Row(gap=8, margins=(8, 4, 0, 0))
        foot.addWidget(self._hint, 1)
        foot.addWidget(Button(N_("Attendance"), PLAIN, do=more))
        self.column.addLayout(head)
        self.column.addWidget(box)
        self.column.addLayout(foot)

    def put(self, rows: Sequence[AttendanceRow], own: str, *, may_write: bool, is_over: bool) -> None:
        """Show these."""
        caret, now = any(row.hasFocus() for row in self.rows), self.now
        self.may_write = may_write
        self._hint.setVisible(may_write)
        clear(self._list)
        self.rows = []
        for row in rows:
            name = row.agency.known_as if row.agency else own
            made = MemberRow(row, name, self, is_over=is_over)
            self._list.addWidget(made)
            made.show()
            self.rows.append(made)
        institutions = len({row.agency.id if row.agency else None for row in rows})
        self._count.put(ngettext("{n} institution", "{n} institutions", institutions))
        known = [row.row.attendance.id for row in self.rows]
        self.now = now if now in known else (known[0] if known else None)
        self._lead_in()
        if caret and self.rows:
            next(row for row in self.rows if row.row.attendance.id == self.now).setFocus()

    def answer(self, row: AttendanceRow, code: str) -> None:
        """Somebody answered."""
        if self.may_write and code != row.attendance.answer:
            self._answered(row, code)

    def come_to(self, row: MemberRow) -> None:
        """Tab comes back to this one."""
        self.now = row.row.attendance.id
        self._lead_in()

    def go_on(self, row: MemberRow, step: int) -> None:
        """To the one before or after."""
        place = self.rows.index(row) + step
        if 0 <= place < len(self.rows):
            self.rows[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def _lead_in(self) -> None:
        for row in self.rows:
            is_home = row.row.attendance.id == self.now
            row.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_home else Qt.FocusPolicy.ClickFocus)

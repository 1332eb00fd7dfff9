"""The agenda beside a meeting: where it is, what is dealt with, who is there; in a narrow window one line instead."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.language import N_, _
from desktop.meetings.agenda import CaseCount, Part, Promised
from desktop.records.meeting import CASE_LISTS
from desktop.windows import icons
from desktop.windows.buttons import Button, DrawnButton
from desktop.windows.card import Ground
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, clear, line, scrolled
from desktop.windows.look import BODY, REGULAR, SEMIBOLD, follow, font, px, tokens
from desktop.windows.meeting_sitting import Sitting, part_words

WIDE = 330
HIGH, NUMBER, SIDE = 38, 22, 10


class OutlineRow(DrawnButton):
    """One item of the agenda; Space ticks it, Enter or a click goes to it."""

    ticked = Signal()

    def __init__(self, number: int, words: str, count: str, *, is_done: bool, is_here: bool) -> None:
        super().__init__()
        self._number, self._count, self._is_done, self._is_here = number, count, is_done, is_here
        self.setText(words)
        self.setToolTip(words)
        told = (f"{number}. {words}", count, _("dealt with") if is_done else "")
        self.setAccessibleName(", ".join(part for part in told if part))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_here else Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        follow(self.dress)

    def dress(self) -> None:
        """Take the sizes of the look in use."""
        self.setFixedHeight(px(HIGH))
        self.update()

    def sizeHint(self) -> QSize:
        """A line of words."""
        return QSize(px(200), px(HIGH))

    def minimumSizeHint(self) -> QSize:
        """It elides in the end; the title of the item on show stands whole at the right."""
        return QSize(px(120), px(HIGH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks, arrows go to the neighbour."""
        if event.key() == Qt.Key.Key_Space:
            self.ticked.emit()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.walk(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def walk(self, step: int) -> None:
        """Give the caret to the row before or after."""
        above = self.parentWidget()
        rows = [row for row in above.findChildren(OutlineRow) if not row.isHidden()] if above else [self]
        rows[(rows.index(self) + step) % len(rows)].setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, number, words, and the tick or the count."""
        t, painter = tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(t.accent), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.accent_soft) if self._is_here else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, px(5), px(5))
        ink = t.accent_ink if self._is_here else t.muted if self._is_done else t.text
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.setFont(font(BODY, SEMIBOLD))
        painter.setPen(QColor(t.accent_ink if self._is_here else t.muted))
        painter.drawText(box.adjusted(px(SIDE), 0, 0, 0), middle, str(self._number))
        used = font(BODY, SEMIBOLD if self._is_here else REGULAR)
        right = box.right() - px(SIDE)
        if self._is_done:
            right -= px(20)
            painter.drawPixmap(round(right), round(box.center().y()) - px(9), icons.pixmap("check", t.green, 18))
        elif self._count:
            wide = QFontMetrics(used).horizontalAdvance(self._count)
            right -= wide
            painter.setFont(used)
            painter.setPen(QColor(ink))
            painter.drawText(QRectF(right, box.top(), wide + 1, box.height()), middle, self._count)
        room = QRectF(box.left() + px(SIDE + NUMBER), box.top(), 0, box.height())
        room.setRight(right - px(8))
        painter.setFont(used)
        painter.setPen(QColor(ink))
        shown = QFontMetrics(used).elidedText(self.text(), Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, middle, shown)
        painter.end()


class Outline(Ground):
    """The whole pane."""

    chosen = Signal(object)
    """The identifier of an item."""
    ticked = Signal(object)

    def __init__(self, attend: Callable[[], object]) -> None:
        super().__init__("sunken", gap=12, margins=(20, 20, 16, 18), edge=Qt.Edge.RightEdge)
        self._kind, self._when = Label("", "card", wrap=True), Label("", "second", wrap=True)
        self._present, self._confided = Label("", "strong", wrap=True), Label("", "second", wrap=True)
        self.attend = Button(N_("Attendance"), icon="people", do=attend)
        inner = QWidget()
        self._list = Column(inner, gap=3)
        self.rows: dict[UUID, OutlineRow] = {}
        self._here: UUID | None = None
        head = Column(gap=2)
        head.addWidget(self._kind)
        head.addWidget(self._when)
        self.column.addLayout(head)
        self._area = scrolled(inner)
        self._area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.column.addWidget(self._area, 1)
        self.column.addWidget(line())
        foot = Column(gap=3)
        for widget in (self._present, self._confided):
            foot.addWidget(widget)
        self.column.addLayout(foot)
        self.column.addWidget(self.attend)
        follow(self._measure)

    def put(self, sitting: Sitting, here: UUID | None) -> None:
        """Show the agenda as it stands."""
        self._kind.put(sitting.kind_words())
        self._when.put(sitting.when_words())
        self._present.put(present_words(sitting))
        self._confided.put(confided_words(sitting))
        with_caret = next((key for key, row in self.rows.items() if row.hasFocus()), None)
        clear(self._list)
        self.rows = {}
        for number, item in enumerate(sitting.items, 1):
            part = sitting.part(item.id)
            row = OutlineRow(number, part_words(part), count_words(part), is_done=item.is_done, is_here=item.id == here)
            row.clicked.connect(lambda _on=False, key=item.id: self.chosen.emit(key))
            row.ticked.connect(lambda key=item.id: self.ticked.emit(key))
            self._list.addWidget(row)
            self.rows[item.id] = row
        self._list.addStretch(1)
        if with_caret in self.rows:
            self.rows[with_caret].setFocus(Qt.FocusReason.OtherFocusReason)
        self._here = here
        QTimer.singleShot(0, self, self._come_into_sight)

    def _come_into_sight(self) -> None:
        if self._here in self.rows:
            self._area.ensureWidgetVisible(self.rows[self._here], 0, px(HIGH))

    def _measure(self) -> None:
        self.setFixedWidth(px(WIDE))


def count_words(part: Part) -> str:
    """How much stands under an item, in few signs."""
    lines: Sequence[object] = part.lines
    if part.is_empty or not lines:
        return ""
    if isinstance(lines[0], CaseCount):
        return " + ".join(str(each.number) for each in lines if isinstance(each, CaseCount))
    if isinstance(lines[0], Promised):
        return str(sum(each.settled_on is None for each in lines if isinstance(each, Promised)))
    return str(len(lines))


def cases_words(part: Part) -> str:
    """How many cases stand on which list."""
    return ", ".join(
        f"{_(CASE_LISTS[each.listed])}: {each.number}" for each in part.lines if isinstance(each, CaseCount)
    )


def present_words(sitting: Sitting) -> str:
    """How many came of how many."""
    return _("Present: {came} of {asked}", came=sitting.came, asked=len(sitting.attendance))


def confided_words(sitting: Sitting) -> str:
    """Who of those present accepted the statement on confidentiality."""
    there = [row.attendance for row in sitting.attendance if row.attendance.came]
    missing = sum(not each.confidential for each in there)
    if not there:
        return _("Attendance is not noted yet.")
    if not missing:
        return _("Everybody present accepted confidentiality.")
    return _("Confidentiality not accepted yet: {n}", n=missing)

"""A month as a calendar: the days on which somebody meets are marked. Arrows go by day, PgUp and PgDn by month.

It knows the meetings it is handed and not where they lead.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.language import N_, chosen
from desktop.periods import Month
from desktop.windows.buttons import IconButton, is_enter
from desktop.windows.labels import Label, text
from desktop.windows.layouts import Column, Grid, Row, clear
from desktop.windows.look import BODY, LABEL, REGULAR, SEMIBOLD, follow, font, px, tokens

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
_MONTHS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
MOST_DOTS = 3


class DayCell(QAbstractButton):
    """One day: its number, a dot for each meeting, a ring around today."""

    def __init__(self, month: MonthDays, day: date, told: Sequence[str]) -> None:
        super().__init__()
        self.day, self.told, self._month = day, told, month
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(", ".join((chosen().long_day(day), *told)))
        self.setToolTip("\n".join(told))
        self.clicked.connect(lambda: month.chosen.emit(day))

    def sizeHint(self) -> QSize:
        """Room for two digits."""
        return QSize(px(34), px(36))

    def minimumSizeHint(self) -> QSize:
        """Narrower in the smallest windows."""
        return QSize(px(22), px(36))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go on, Enter opens."""
        key = Qt.Key(event.key())
        if is_enter(event):
            self._month.opened.emit(self.day)
        elif key in _STEPS and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._month.go_to(self.day + timedelta(days=_STEPS[key]))
        elif key in _MONTHS:
            self._month.turn(_MONTHS[key])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Be the day that is meant."""
        super().focusInEvent(event)
        self._month.come_to(self.day)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, number and dots."""
        t, painter = tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_meant, is_today = self._month.now == self.day, self._month.today() == self.day
        box = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setPen(Qt.PenStyle.NoPen)
        if is_meant or self.told or self.underMouse():
            painter.setBrush(QColor(t.accent_soft))
            painter.drawRoundedRect(box, px(5), px(5))
        if self.hasFocus() or is_meant or is_today:
            ink = t.accent if self.hasFocus() or is_meant else t.field
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(ink), 2 if self.hasFocus() else 1))
            painter.drawRoundedRect(box, px(5), px(5))
        painter.setFont(font(BODY, SEMIBOLD if self.told else REGULAR))
        resting = self.day.weekday() > 4 and not self.told
        painter.setPen(QColor(t.accent_ink if self.told else t.muted if resting else t.text))
        words = QRectF(self.rect()).adjusted(0, 0, 0, -px(8) if self.told else 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter), str(self.day.day))
        self._dots(painter, t.accent)
        painter.end()

    def _dots(self, painter: QPainter, ink: str) -> None:
        shown = min(len(self.told), MOST_DOTS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ink))
        for place in range(shown):
            left = self.width() / 2 + (place - (shown - 1) / 2) * px(7)
            painter.drawEllipse(QPointF(left, self.height() - px(9)), px(20) / 10, px(20) / 10)


class MonthDays(QWidget):
    """The month with its head."""

    chosen = Signal(object)
    """A day that was pressed."""
    opened = Signal(object)
    """A day on which Enter was pressed."""
    meant = Signal(object)
    """The day that has the caret, or had it last."""

    def __init__(self, today: Callable[[], date], meetings: Callable[[Month], Mapping[date, Sequence[str]]]) -> None:
        super().__init__()
        self.today, self._meetings = today, meetings
        self.now = today()
        self._is_laying = False
        self.cells: dict[date, DayCell] = {}
        self._title = Label("", "card")
        earlier = IconButton(N_("Earlier month"), "left", bare=True, do=lambda: self.turn(-1))
        later = IconButton(N_("Later month"), "right", bare=True, do=lambda: self.turn(1))
        head = Row(gap=4)
        head.addWidget(self._title, 1)
        head.addWidget(earlier)
        head.addWidget(later)
        self._days = QWidget()
        self._grid = Grid(self._days, gap=2)
        for column in range(7):
            self._grid.setColumnStretch(column, 1)
        whole = Column(self, gap=6)
        whole.addLayout(head)
        whole.addWidget(self._days)
        follow(self.put)

    def put(self) -> None:
        """Lay the month of the day that is meant out anew."""
        caret = any(cell.hasFocus() for cell in self.cells.values())
        self._is_laying = True  # the caret leaves what goes, and what it comes to on its way is not meant
        month = Month.of(self.now)
        self._title.put(chosen().month_title(month.year, month.month))
        clear(self._grid)
        for place in range(7):
            name = text(chosen().weekday(place, short=True), "small")
            name.setFont(font(LABEL, REGULAR))
            self._grid.addWidget(name, 0, place, Qt.AlignmentFlag.AlignHCenter)
        told = self._meetings(month)
        self.cells = {}
        for number in range((month.last - month.first).days + 1):
            day = month.first + timedelta(days=number)
            self.cells[day] = cell = DayCell(self, day, told.get(day, ()))
            self._grid.addWidget(cell, 1 + (month.first.weekday() + number) // 7, day.weekday())
            cell.show()  # else it could not take the caret yet
        self._lead_in()
        self._is_laying = False
        if caret:
            self.cells[self.now].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_day(self, day: date) -> None:
        """Mean that day, without taking the caret."""
        if day != self.now:
            is_other = Month.of(day) != Month.of(self.now)
            self.now = day
            self.put() if is_other else self._lead_in()
            self.meant.emit(day)

    def go_to(self, day: date) -> None:
        """Take the caret to that day."""
        if Month.of(day) != Month.of(self.now):
            self.now = day
            self.put()
        self.cells[day].setFocus(Qt.FocusReason.OtherFocusReason)

    def turn(self, months: int) -> None:
        """Show another month, the same day of it where it has one."""
        month = Month.of(self.now).later(months)
        self.show_day(min(month.first + timedelta(days=self.now.day - 1), month.last))

    def come_to(self, day: date) -> None:
        """Tab comes back to this day."""
        if self._is_laying:
            return
        self.now = day
        self._lead_in()
        self.meant.emit(day)

    def _lead_in(self) -> None:
        for day, cell in self.cells.items():
            is_home = day == self.now
            cell.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_home else Qt.FocusPolicy.ClickFocus)
            cell.update()

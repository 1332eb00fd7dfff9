"""The last sixty days as a strip: a dot on each day on which a backup was made."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.centre import Centre
from desktop.language import N_, _, chosen
from desktop.vault.history_query import HistoryQuery
from desktop.windows.look import SMALL, font, px, tokens

DAYS = 60
LINES = (30, 15)
"""So many days stand in one line: where there is room, and where there is less."""
A_DAY = 12
"""Pixels at text size 100 % that a day needs."""
MADE, RESTORED = N_("Backup made"), N_("Backup restored")
LOOKED_BACK = 2000
"""So many changes after a restoring nobody needs to be told of it any more."""
HEIGHT = 34
"""Of one line with its first day's name, at text size 100 %."""


def days_with_backup(centre: Centre) -> frozenset[date]:
    """The days among the last sixty on which a backup was made."""
    world = centre.world
    first = world.today() - timedelta(days=DAYS - 1)
    between = (world.moment(datetime.combine(first, time())), world.moment(world.here() + timedelta(minutes=1)))
    numbers = centre.history.numbers(HistoryQuery(tables=("centre",), between=between))
    made = (entry for entry in centre.history.among(numbers) if entry.what == MADE)
    return frozenset(world.desk(entry.at).date() for entry in made)


def restored_at(centre: Centre) -> datetime | None:
    """When the data were restored from a backup, if no other one was made since."""
    later = centre.vault.head().count - LOOKED_BACK
    numbers = centre.history.numbers(HistoryQuery(what=(MADE, RESTORED), later_than=max(later, 0)))
    last = next(iter(centre.history.among(numbers[:1])), None)
    return centre.world.desk(last.at) if last is not None and last.what == RESTORED else None


class BackupDays(QWidget):
    """The days in lines, today last."""

    def __init__(self) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._today, self._days = date.min, frozenset[date]()

    def put(self, today: date, days: frozenset[date]) -> None:
        """Show these days."""
        self._today, self._days = today, days
        self.setAccessibleName(self.words())
        self.setToolTip(self.words())
        self.update()

    def words(self) -> str:
        """The strip as a sentence."""
        return _(N_("Days with a backup among the last {total}: {n}"), total=DAYS, n=len(self._days))

    def sizeHint(self) -> QSize:
        """Two lines."""
        return QSize(px(LINES[0] * A_DAY), self.heightForWidth(px(LINES[0] * A_DAY)))

    def minimumSizeHint(self) -> QSize:
        """Never less than the dots need."""
        return QSize(px(LINES[-1] * A_DAY), px(HEIGHT))

    def heightForWidth(self, width: int) -> int:
        """More lines where there is less room."""
        return px(HEIGHT) * (DAYS // self._a_line(width))

    @staticmethod
    def _a_line(width: int) -> int:
        return next((days for days in LINES if px(days * A_DAY) <= width), LINES[-1])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a ground for each day, a dot where a backup was made, and the name of each line's first day."""
        if self._today == date.min:
            return
        t = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(SMALL))
        a_line = self._a_line(self.width())
        cell = min(self.width() / a_line, px(26))
        for place in range(DAYS):
            day = self._today - timedelta(days=DAYS - 1 - place)
            line, column = divmod(place, a_line)
            top, left = line * px(HEIGHT), column * cell
            if not column:
                painter.setPen(QColor(t.muted))
                words = QRectF(left, top, cell * a_line, px(16))
                painter.drawText(words, int(Qt.AlignmentFlag.AlignLeft), chosen().day_of_year(day, self._today))
            box = QRectF(left + 1, top + px(18), cell - 2, px(12))
            painter.setPen(QColor(t.accent) if day == self._today else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(t.sunken))
            painter.drawRoundedRect(box, px(3), px(3))
            if day in self._days:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(t.green))
                painter.drawEllipse(QPointF(box.center()), px(4), px(4))
        painter.end()

"""The centre's own page: its parts by name at the left, the chosen part at the right."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from desktop.language import N_, _
from desktop.windows import icons
from desktop.windows.buttons import DrawnButton
from desktop.windows.centre_agencies import AgenciesPart
from desktop.windows.centre_backups import BackupsPart
from desktop.windows.centre_data import DataPart
from desktop.windows.centre_days import DaysPart
from desktop.windows.centre_history import HistoryPart
from desktop.windows.centre_lists import ListsPart
from desktop.windows.centre_options import OptionsPart
from desktop.windows.centre_part import Part
from desktop.windows.centre_people import PeoplePart
from desktop.windows.desk import Desk, Screen
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, Flow
from desktop.windows.look import BODY, MEDIUM, REGULAR, follow, font, px, tokens

PARTS: tuple[type[Part], ...] = (
    AgenciesPart, PeoplePart, ListsPart, DaysPart, DataPart, HistoryPart, BackupsPart, OptionsPart,
)  # fmt: skip
WIDE = 840
"""From so many pixels at text size 100 % the names stand at the left, else over the part."""
NAMES = 212


class PartEntry(DrawnButton):
    """One part by its name."""

    def __init__(self, title: str, icon: str) -> None:
        super().__init__()
        self._title, self._icon, self._wide = title, icon, False
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.retranslate()
        follow(self.updateGeometry)

    def set_wide(self, wide: bool) -> None:
        """Fill the column of names, or be as wide as its own."""
        self._wide = wide
        self.updateGeometry()

    def retranslate(self) -> None:
        """Say its name again."""
        self.setText(_(self._title))
        self.setAccessibleName(_(self._title))
        self.updateGeometry()

    def word_width(self) -> int:
        """The room that its name needs."""
        return QFontMetrics(font(BODY, MEDIUM)).horizontalAdvance(self.text()) + px(56)

    def sizeHint(self) -> QSize:
        """One line high."""
        column = self.parentWidget()
        return QSize(column.width() if self._wide and column is not None else self.word_width(), px(38))

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground and edge of the chosen one, drawing and name."""
        t, on = tokens(), self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect().adjusted(1, 1, -1, -1)
        painter.setPen(QColor(t.accent) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.accent_soft) if on or self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, px(6), px(6))
        if on:
            painter.fillRect(QRect(0, box.center().y() - px(10), px(3), px(20)), QColor(t.accent))
        ink = t.accent_ink if on else t.muted
        painter.drawPixmap(px(12), (self.height() - px(20)) // 2, icons.pixmap(self._icon, ink, 20))
        painter.setPen(QColor(t.accent_ink if on else t.text))
        painter.setFont(font(BODY, MEDIUM if on else REGULAR))
        words = self.rect().adjusted(px(42), 0, -px(8), 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self.text())
        painter.end()


class PartNames(QWidget):
    """The names of all parts: a column, or a few lines where the window is small."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._flow = Flow(self, gap=2)
        self.entries: dict[str, PartEntry] = {}
        for part in PARTS:
            entry = PartEntry(part.TITLE, part.ICON)
            entry.clicked.connect(lambda _on, name=part.NAME: self.chosen.emit(name))
            self.entries[part.NAME] = entry
            self._flow.addWidget(entry)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def arrange(self, wide: bool) -> None:
        """One under the other, or side by side."""
        if wide:
            self.setFixedWidth(max(px(NAMES), *(entry.word_width() for entry in self.entries.values())))
        else:
            self.setMinimumWidth(0)
            self.setMaximumWidth(16_777_215)
        for entry in self.entries.values():
            entry.set_wide(wide)
        self._flow.invalidate()


class CentreScreen(Screen):
    """The centre's page; `desk.go("centre", NAME)` opens the part of that name."""

    NAME = "centre"
    TITLE = N_("Centre")
    ICON = "house"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._kinds = {part.NAME: part for part in PARTS}
        self._parts: dict[str, Part] = {}
        self.names, self._shelf, self._name = PartNames(), Column(), ""
        self.names.chosen.connect(self.choose)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._box.addWidget(self.names, 0, Qt.AlignmentFlag.AlignTop)
        self._box.addLayout(self._shelf, 1)
        page = Column(self, gap=12, margins=(24, 14, 24, 16))
        page.addWidget(Label(N_("Centre"), "title"))
        page.addLayout(self._box, 1)
        self.choose(PARTS[0].NAME)
        follow(self._arrange)

    @property
    def part(self) -> Part:
        """The part on show."""
        return self._parts[self._name]

    def choose(self, name: str) -> None:
        """Show that part, read anew."""
        if name not in self._parts:
            part = self._kinds[name](self.desk)
            self._parts[name] = part
            self._shelf.addWidget(part)
        self._name = name
        for other in self._parts.values():
            other.setVisible(name == other.NAME)
        if any(entry.hasFocus() for entry in self.names.entries.values()):
            self.names.entries[name].setFocus(Qt.FocusReason.OtherFocusReason)
        self.names.entries[name].setChecked(True)
        self._parts[name].refresh()

    def show_record(self, about: Any | None) -> None:
        """Open the part that is named; ("history", number of a notice) shows what was changed of that one."""
        name, record = about if isinstance(about, tuple) else (about, "")
        if isinstance(name, str) and name in self._kinds:
            self.choose(name)
        if isinstance(self.part, HistoryPart) and record:
            self.part.filters.show_record(record)

    def refresh(self) -> None:
        """Read again what is on show."""
        self.part.refresh()

    def keep_now(self) -> None:
        """Keep what is half typed in any part."""
        for part in self._parts.values():
            part.keep_now()

    def first(self) -> QWidget:
        """The name of the part on show."""
        return self.names.entries[self.part.NAME]

    def state(self) -> dict[str, Any]:
        """Which part."""
        return {"part": self.part.NAME}

    def restore(self, state: dict[str, Any]) -> None:
        """The part that was on show."""
        self.show_record(state.get("part"))

    def changeEvent(self, event: QEvent) -> None:
        """Names of another language are of another width."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Names at the left or over the part."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wide = self.width() >= px(WIDE)
        ways = QBoxLayout.Direction
        self._box.setDirection(ways.LeftToRight if wide else ways.TopToBottom)
        self._box.setSpacing(px(24 if wide else 12))
        self._box.setAlignment(self.names, Qt.AlignmentFlag.AlignTop if wide else Qt.AlignmentFlag(0))
        self.names.arrange(wide)

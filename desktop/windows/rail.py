"""The rail at the left: one entry per screen, icon over word, lock at the bottom; a low window scrolls by an arrow."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from desktop.language import N_, _
from desktop.windows import icons
from desktop.windows.buttons import DrawnButton, IconButton, sequence
from desktop.windows.card import Ground
from desktop.windows.layouts import Column, line, scrolled
from desktop.windows.look import RAIL, REGULAR, SEMIBOLD, SMALL, follow, font, px, tokens

WIDTH, WIDTH_ICONS, HIGH = 92, 64, 57


HEARD_ELSEWHERE = ("F1", "F12")
"""Keys that hold on every page, whatever has the caret; their entries only show them."""


class RailEntry(DrawnButton):
    """One screen in the rail."""

    def __init__(self, title: str, icon: str, key: str) -> None:
        super().__init__()
        self._title, self._icon, self._key = title, icon, key
        self._only_icon, self._badge = False, 0
        self.setCheckable(key not in HEARD_ELSEWHERE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.retranslate()
        follow(self.dress)

    @property
    def key(self) -> str:
        """Its key."""
        return self._key

    def set_only_icon(self, only: bool) -> None:
        """In the smallest windows only the chosen entry shows its word."""
        self._only_icon = only
        self.update()

    def set_badge(self, count: int) -> None:
        """Show a number beside the drawing; 0 shows none."""
        self._badge = count
        self.retranslate()
        self.update()

    def retranslate(self) -> None:
        """Say its word again."""
        self.setText(_(self._title))
        overdue = _("{n} overdue", n=self._badge) if self._badge else ""
        self.setAccessibleName(", ".join(part for part in (_(self._title), overdue) if part))
        self.setToolTip(f"{_(self._title)}  {self._key}")
        if self._key not in HEARD_ELSEWHERE:
            self.setShortcut(sequence(self._key))
        self.updateGeometry()

    def dress(self) -> None:
        """Take the sizes of the look in use."""
        self.setFixedHeight(px(HIGH))
        self.update()

    def word_width(self) -> int:
        """The room its word needs."""
        return QFontMetrics(font(RAIL, SEMIBOLD)).horizontalAdvance(self.text())

    def sizeHint(self) -> QSize:
        """As wide as its word."""
        return QSize(self.word_width() + px(16), px(HIGH))

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the soft ground of the chosen one, its edge, the drawing and the word."""
        t = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        box = self.rect().adjusted(px(7), px(2), -px(7), -px(2))
        if on or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(t.accent_soft))
            painter.drawRoundedRect(box, px(6), px(6))
        if on:
            painter.fillRect(QRect(0, box.center().y() - px(12), px(3), px(24)), QColor(t.accent))
        if self.hasFocus():
            painter.setPen(QColor(t.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, px(6), px(6))
        ink = t.accent_ink if on else t.muted
        alone = self._only_icon and not on
        top = (self.height() - px(20)) // 2 if alone else box.top() + px(5)
        painter.drawPixmap((self.width() - px(20)) // 2, top, icons.pixmap(self._icon, ink, 20))
        if self._badge:
            self._paint_badge(painter, top)
        if not alone:
            painter.setFont(font(RAIL, SEMIBOLD if on else REGULAR))
            painter.setPen(QColor(t.accent_ink if on else t.text))
            words = QRect(0, box.top() + px(27), self.width(), px(22))
            shown = QFontMetrics(painter.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
            painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter), shown)
        painter.end()

    def _paint_badge(self, painter: QPainter, top: int) -> None:
        words = str(self._badge) if self._badge < 100 else "99+"
        painter.setFont(font(SMALL, SEMIBOLD))
        wide = max(px(17), painter.fontMetrics().horizontalAdvance(words) + px(9))
        box = QRect(self.width() // 2 + px(6), max(0, top - px(4)), wide, px(17))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens().red))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(QColor(tokens().surface))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)


class Rail(Ground):
    """All entries, in groups; scrolls when the window is too low."""

    chosen = Signal(str)
    helped = Signal()
    locked = Signal()

    def __init__(self) -> None:
        super().__init__("sunken", edge=Qt.Edge.RightEdge, margins=(0, 8, 1, 8))
        self._entries: dict[str, RailEntry] = {}
        self._only_icons = False
        inner = QWidget()
        self._inner = Column(inner, gap=0)
        self._area: QScrollArea = scrolled(inner)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pointing = QTimer(self, singleShot=True, interval=0)  # an arrow shown amid laying out lies on Help
        self._pointing.timeout.connect(self._point)
        self._room = 0, 0
        self._seeking = QTimer(self, singleShot=True, interval=0)
        self._seeking.timeout.connect(self._seek)
        for timer in (self._pointing, self._seeking):
            self._area.verticalScrollBar().rangeChanged.connect(lambda *_at, timer=timer: timer.start())
        self._area.verticalScrollBar().valueChanged.connect(lambda *_at: self._pointing.start())
        self.down = IconButton(N_("Further screens"), "down", bare=True, do=lambda: self._turn(True))
        self.up = IconButton(N_("The screens before"), "up", bare=True, do=lambda: self._turn(False))
        self.lock = RailEntry(N_("Lock"), "lock", "F12")
        self.lock.clicked.connect(self.locked)
        self.help = RailEntry(N_("Help"), "question", "F1")
        self.help.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the caret at the question that is meant
        self.help.clicked.connect(self.helped)
        self.column.addWidget(self._area, 1)
        for arrow in (self.down, self.up):
            arrow.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes from entry to entry and brings each into sight
            arrow.hide()
            self.column.addWidget(arrow, 0, Qt.AlignmentFlag.AlignHCenter)
        for entry in (self.help, self.lock):
            self.column.addWidget(entry)
        self._inner.addStretch(1)
        follow(self._measure)

    def fill(self, groups: Iterable[Iterable[tuple[str, str, str]]]) -> None:
        """Take these entries, each with its name, title and icon; Ctrl and its number choose one."""
        for number, group in enumerate(groups):
            if number:
                self._add_gap()
            for name, title, icon in group:
                self._add(name, title, icon)
        self._measure()

    def set_badge(self, name: str, count: int) -> None:
        """Show a number on an entry."""
        self._entries[name].set_badge(count)

    def choose(self, name: str) -> None:
        """Mark the entry that is on show."""
        for other, entry in self._entries.items():
            entry.setChecked(other == name)
        self._measure()
        self._room = 0, 0
        self._seeking.start()

    def set_only_icons(self, only: bool) -> None:
        """In the smallest windows."""
        if only != self._only_icons:
            self._only_icons = only
            for entry in self._entries.values():
                entry.set_only_icon(only)
            self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Entries may have no room any more."""
        super().resizeEvent(event)
        self._pointing.start()

    def _add(self, name: str, title: str, icon: str) -> None:
        entry = RailEntry(title, icon, f"Ctrl+{(len(self._entries) + 1) % 10}")
        entry.clicked.connect(lambda: self.chosen.emit(name))
        self._entries[name] = entry
        self._inner.insertWidget(self._inner.count() - 1, entry)

    def _add_gap(self) -> None:
        """A hairline between two groups of entries."""
        space = QWidget()
        row = Column(space, margins=(22, 6, 22, 6))
        row.addWidget(line())
        self._inner.insertWidget(self._inner.count() - 1, space)

    def _point(self) -> None:
        """Show an arrow where there is more: down, and at the end back up."""
        bar, arrows = self._area.verticalScrollBar(), (self.down, self.up)
        room = self._area.height() + sum(arrow.height() for arrow in arrows if arrow.isVisible())
        is_low = self._inner.sizeHint().height() > room
        is_end = bar.value() >= bar.maximum() > 0
        self.down.setVisible(is_low and not is_end)
        self.up.setVisible(is_low and is_end)

    def _seek(self) -> None:
        """Where she is stays in sight when text or window have changed; an arrow that turns has changed neither."""
        bar = self._area.verticalScrollBar()
        before, self._room = self._room, (bar.maximum(), bar.pageStep())
        chosen = next((entry for entry in self._entries.values() if entry.isChecked()), None)
        if chosen is not None and self._room != before:
            self._area.ensureWidgetVisible(chosen, 0, 0)

    def _turn(self, onward: bool) -> None:
        """On by as many entries as are in sight, or back to the first."""
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + max(px(HIGH), bar.pageStep() - px(HIGH)) if onward else 0)

    def changeEvent(self, event: QEvent) -> None:
        """Words of another language are of another width."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._measure()

    def _measure(self) -> None:
        shown = [e for e in self._entries.values() if e.isChecked() or not self._only_icons]
        words = max(entry.word_width() for entry in (*shown, self.help, self.lock))
        self.setFixedWidth(max(px(WIDTH_ICONS if self._only_icons else WIDTH), words + px(12)))

"""Chips: a choice of few, one or several. On is a tick, a soft ground and an accent outline; Space toggles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.windows import icons
from desktop.windows.layouts import Flow
from desktop.windows.look import LABEL, MEDIUM, REGULAR, follow, font, px, tokens
from desktop.windows.offered import with_kept


class Chip(QAbstractButton):
    """One word that is on or off."""

    def __init__(self, words: str = "", code: str = "") -> None:
        super().__init__()
        self.code = code
        self.setCheckable(True)
        self.setText(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        follow(self.dress)

    def dress(self) -> None:
        """Take size and colours from the look in use."""
        self.updateGeometry()
        self.update()

    def put(self, words: str) -> None:
        """Show other words; the same ones lay nothing out again."""
        if words != self.text():
            self.setText(words)
            self.setAccessibleName(words)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As wide as its word with the tick, so that nothing jumps when it is toggled."""
        return QSize(QFontMetrics(font(LABEL, MEDIUM)).horizontalAdvance(self.text()) + px(42), px(27))

    def minimumSizeHint(self) -> QSize:
        """A chip never elides."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the arrows to the row of chips."""
        if event.key() in ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint outline, ground, tick and word."""
        t = tokens()
        on, focused = self.isChecked(), self.hasFocus()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if focused else 1
        painter.setPen(QPen(QColor(t.accent if on or focused else t.field), width))
        painter.setBrush(QColor(t.accent_soft if on else t.surface))
        inset = width / 2
        rect = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
        painter.setPen(QColor(t.muted if not self.isEnabled() else t.accent_ink if on else t.text))
        painter.setFont(font(LABEL, MEDIUM if on else REGULAR))
        words = QRectF(self.rect())
        if on:
            painter.drawPixmap(px(9), (self.height() - px(15)) // 2, icons.pixmap("check", t.accent_ink, 15))
            words = words.adjusted(px(28), 0, -px(12), 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter), self.text())
        painter.end()


ARROWS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
Entries = Sequence[tuple[str, str]]
"""(code, words) of each choice, in order."""


class Chips(QWidget):
    """A row of chips, of which one or several may be on; arrows move, Space toggles, digits 1 to 9 answer."""

    changed = Signal()

    def __init__(self, entries: Callable[[], Entries], *, several: bool = False, clearable: bool = True) -> None:
        super().__init__()
        self._entries, self._several, self._clearable = entries, several, clearable
        self._chips: list[Chip] = []
        self._held: tuple[str, ...] = ()
        self._flow = Flow(self, gap=8)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.refill()

    def chips(self) -> tuple[Chip, ...]:
        """The chips, in order."""
        return tuple(self._chips)

    def value(self) -> tuple[str, ...]:
        """The codes that are on, in the order of the list."""
        return tuple(chip.code for chip in self._chips if chip.isChecked())

    def set_value(self, codes: Iterable[str]) -> None:
        """Turn exactly these on."""
        wanted = set(codes)
        if wanted - {chip.code for chip in self._chips}:
            self._held = tuple(wanted)
            self.refill()
        for chip in self._chips:
            chip.setChecked(chip.code in wanted)
        self._lead_in()

    def keep_one(self) -> None:
        """One is always on: a choice can be changed but not taken back."""
        self._clearable = False

    def refill(self) -> None:
        """Take the entries anew (language or list changed); what was on stays on."""
        entries = with_kept(self._entries, self._held)
        if [code for code, _words in entries] != [chip.code for chip in self._chips]:
            on = self.value()
            for chip in self._chips:
                self._flow.removeWidget(chip)
                chip.deleteLater()
            self._chips = [self._chip(code) for code, _words in entries]
            self.set_value(on)
        for chip, (_code, words) in zip(self._chips, entries, strict=True):
            chip.put(words)
        self._lead_in()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.refill()
        super().changeEvent(event)

    def focus_first(self) -> None:
        """Give the caret to the first chip that is on, else to the first."""
        for chip in [c for c in self._chips if c.isChecked()] or self._chips:
            chip.setFocus(Qt.FocusReason.TabFocusReason)
            return

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The caret belongs to a chip, where it can be seen."""
        self.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from chip to chip, a digit toggles the chip of that place."""
        step = ARROWS.get(Qt.Key(event.key()), 0)
        here = next((i for i, chip in enumerate(self._chips) if chip.hasFocus()), 0)
        digit = event.text()
        if step and self._chips:
            self._chips[(here + step) % len(self._chips)].setFocus(Qt.FocusReason.TabFocusReason)
        elif digit.isascii() and digit.isdigit() and 0 < int(digit) <= len(self._chips):
            self._chips[int(digit) - 1].click()
        else:
            super().keyPressEvent(event)

    def _chip(self, code: str) -> Chip:
        chip = Chip(code=code)
        chip.clicked.connect(lambda on, c=chip: self._toggled(c, on))
        self._flow.addWidget(chip)
        return chip

    def _lead_in(self) -> None:
        """Tab comes to one chip alone, the first that is on, and leaves the row from any; arrows go within."""
        home = next((chip for chip in self._chips if chip.isChecked()), self._chips[0] if self._chips else None)
        for chip in self._chips:
            by_tab = chip is home
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if by_tab else Qt.FocusPolicy.ClickFocus)

    def _toggled(self, chip: Chip, on: bool) -> None:
        if not self._several:
            for other in self._chips:
                other.setChecked(other is chip and (on or not self._clearable))
        self._lead_in()
        self.changed.emit()

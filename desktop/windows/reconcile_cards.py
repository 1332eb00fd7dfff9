"""The five cards with the number of each group; the chosen one is outlined, and its rows stand below."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.language import _, chosen
from desktop.windows.labels import Label
from desktop.windows.layouts import Cards, Column, Flow
from desktop.windows.look import px, tokens
from desktop.windows.pill import NOT_YET, PARTLY, Pill
from desktop.windows.reconcile_groups import GROUPS, UNSURE, WORDS

LEAST = 148
"""Pixels at text size 100 % that a card needs."""
ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class GroupCard(QAbstractButton):
    """One of them."""

    def __init__(self, group: str) -> None:
        super().__init__()
        self.code, self.number = group, 0
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
        self._figure, self._pill, self._words = Label("", "display"), Pill(), Label("", "second", wrap=True)
        top = QWidget()
        head = Flow(top, gap=8)
        head.addWidget(self._figure)
        head.addWidget(self._pill)
        column = Column(self, gap=2, margins=(14, 8, 12, 8))
        column.addWidget(top)
        column.addWidget(self._words)
        column.addStretch(1)
        for part in (top, self._figure, self._pill, self._words):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            part.setForegroundRole(QPalette.ColorRole.WindowText)

    def put(self, number: int) -> None:
        """Show the number."""
        self.number = number
        sign, title, words = WORDS[self.code]
        if self.code == UNSURE and number:
            sign = PARTLY
        self._figure.put(chosen().number(number))
        self._pill.say(sign if number else NOT_YET, title)
        self._words.say(words)
        self.setAccessibleName(f"{_(title)}: {chosen().number(number)}, {_(words)}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses it too; arrows are the row's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface, and the outline of the chosen one."""
        t = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = 2 if self.isChecked() or self.hasFocus() else 1
        painter.setPen(QPen(QColor(t.accent if self.isChecked() or self.hasFocus() else t.line), wide))
        painter.setBrush(QColor(t.accent_soft if self.hasFocus() and not self.isChecked() else t.surface))
        inset = wide / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), px(8), px(8))
        painter.end()


class GroupCards(QWidget):
    """The row of five."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.cards = {group: GroupCard(group) for group in GROUPS}
        self._numbers: Mapping[str, int] = {}
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        Column(self, gap=0).addWidget(Cards(list(self.cards.values()), least=LEAST, gap=12))
        for group, card in self.cards.items():
            card.clicked.connect(partial(self.choose, group))

    @property
    def numbers(self) -> Mapping[str, int]:
        """What stands on the cards."""
        return self._numbers

    def put(self, numbers: Mapping[str, int]) -> None:
        """Show these numbers."""
        self._numbers = numbers
        for group, card in self.cards.items():
            card.put(numbers[group])

    def choose(self, group: str, _on: bool = True) -> None:
        """Outline this one and show its rows."""
        for name, card in self.cards.items():
            card.setChecked(name == group)
        self.chosen.emit(group)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from card to card."""
        caret, step = self.focusWidget(), ARROWS.get(Qt.Key(event.key()), 0)
        cards = list(self.cards.values())
        if step and caret in cards:
            cards[(cards.index(caret) + step) % len(cards)].setFocus()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange and self._numbers:
            self.put(self._numbers)
        super().changeEvent(event)

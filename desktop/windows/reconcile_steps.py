"""The steps of a reconciliation as a row of pills: which are done, which is on show, which are still to come.

A step to which a way leads is a button; what stands behind it is said by the page that shows the row.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.language import N_, _
from desktop.windows.buttons import KEYPAD_PRESSED
from desktop.windows.layouts import Flow
from desktop.windows.look import follow, px, tokens
from desktop.windows.pill import GOOD, NOT_YET, Sign, paint_pill, pill_size

STEPS = {
    "file": N_("File"),
    "columns": N_("Columns"),
    "matching": N_("Matching"),
    "review": N_("Review"),
    "agreed": N_("Agreed"),
}
"""The steps in order: code and English msgid."""
FILE, COLUMNS, MATCHING, REVIEW, AGREED = STEPS
PRESENT = Sign("dot", "accent")
STATES = {GOOD: N_("Step done"), PRESENT: N_("Step on show"), NOT_YET: N_("Step to come")}
"""What each sign says to those who do not see it."""
Ways = Mapping[str, Callable[[], object]]
PAGES = {FILE: "reconciliation", COLUMNS: "reconcile_columns", REVIEW: "reconcile_review", AGREED: "reconcile_agreed"}
"""The page on which each step stands; to match again is to read a page anew."""


def ways_of(go: Callable[..., object], about: UUID | None, match: Callable[[], object] | None) -> Ways:
    """The ways to every step of a reconciliation; `match` compares its lists anew, None: there is nothing to match."""
    ways: dict[str, Callable[[], object]] = {step: partial(go, page, about) for step, page in PAGES.items()}
    return ways | {MATCHING: match} if match else ways


class StepPill(QAbstractButton):
    """One step; a button where a way leads to it."""

    def __init__(self, msgid: str) -> None:
        super().__init__()
        self._msgid, self.sign = msgid, NOT_YET
        self.way: Callable[[], object] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._go)
        self.lead(NOT_YET, None)
        follow(self.dress)

    def lead(self, sign: Sign, way: Callable[[], object] | None) -> None:
        """Show how far it is, and where it leads."""
        self.sign, self.way = sign, way
        self.setEnabled(way is not None)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if way else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if way else Qt.CursorShape.ArrowCursor)
        self.retranslate()

    def retranslate(self) -> None:
        """Say word and state in the language of the screen."""
        self.setText(_(self._msgid))
        self.setAccessibleName(_(self._msgid))
        self.setAccessibleDescription(_(STATES[self.sign]))
        self.dress()

    def dress(self) -> None:
        """Take size and colours from the look in use."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its word."""
        return pill_size(self.text()) + QSize(px(4), px(4))

    def minimumSizeHint(self) -> QSize:
        """It never elides."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes there, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~KEYPAD_PRESSED:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pill, with an outline where it has the caret."""
        painter = QPainter(self)
        inset = px(4) / 2
        paint_pill(painter, inset, self.height() / 2, self.sign, self.text())
        if self.hasFocus() or self.underMouse():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(tokens().accent), 2 if self.hasFocus() else 1))
            rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _go(self) -> None:
        if self.way is not None:
            self.way()


class Steps(QWidget):
    """The row of the five steps."""

    def __init__(self, present: str = FILE, ways: Ways | None = None) -> None:
        super().__init__()
        self._pills = {code: StepPill(msgid) for code, msgid in STEPS.items()}
        flow = Flow(self, gap=4)
        for pill in self._pills.values():
            flow.addWidget(pill)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.stand(present, ways)

    def stand(self, present: str, ways: Ways | None = None, *, over: bool = False) -> None:
        """Show where it stands.

        Args:
            present: The step on show.
            ways: What to do for each other step that can be gone to, earlier or later.
            over: Whether the last one is done too: the month is settled.
        """
        codes = list(STEPS)
        for code, pill in self._pills.items():
            here, done = code == present, over or codes.index(code) < codes.index(present)
            pill.lead(GOOD if done else PRESENT if here else NOT_YET, None if here else (ways or {}).get(code))

    def pill(self, code: str) -> StepPill:
        """The pill of one step."""
        return self._pills[code]

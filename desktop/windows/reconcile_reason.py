"""Why rows stand in one list alone: typed letters find the reason, Enter takes it; another reason wants a note."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from desktop.language import N_, _, ngettext
from desktop.records.difference import REASONS, WANTS_NOTE
from desktop.vault.letters import fold
from desktop.windows.card import Card
from desktop.windows.labels import Label
from desktop.windows.look import px

WIDE, HIGH = 380, 420
"""Pixels at text size 100 %."""
NONE = N_("No reason")
TYPE, NOTE = N_("Type a part of the reason"), N_("What the reason is")
MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class ReasonEdit(QLineEdit):
    """Where the letters are typed; tells when the caret left it."""

    def __init__(self, left: Callable[[], object]) -> None:
        super().__init__()
        self._left = left

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nobody is choosing any more."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self._left()


class ReasonPick(Card):
    """Lies over the table at the row; gone when a reason is taken, on Esc, or when the caret leaves it."""

    def __init__(self, over: QWidget, taken: Callable[[str, str], object], closed: Callable[[], object]) -> None:
        super().__init__(margins=8, gap=6)
        self.setParent(over)
        self._over, self._taken, self._closed = over, taken, closed
        self._side, self._asks_note = "", False
        self._head = Label("", "second", wrap=True)
        self.edit, self.list = ReasonEdit(self._leave), QListWidget()
        self.list.setProperty("popup", True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setWordWrap(True)
        self.list.itemClicked.connect(self._take)
        self.edit.textEdited.connect(self._narrow)
        self.edit.installEventFilter(self)
        for widget in (self._head, self.edit, self.list):
            self.column.addWidget(widget)
        self.hide()

    def open(self, at: QPoint, side: str, count: int, typed: str = "") -> None:
        """Ask for the reason of so many rows of that side's list, at that place."""
        self._side, self._asks_note = side, False
        self._head.put(ngettext("The reason of {n} row", "The reason of {n} rows", count))
        self.edit.setText(typed)
        self.edit.setPlaceholderText(_(TYPE))
        self.edit.setAccessibleName(_("Reason"))
        self.list.setAccessibleName(_("Reason"))
        self.list.show()
        self._narrow()
        self._place(at)
        self.show()
        self.raise_()
        self.edit.setFocus()

    def codes(self) -> list[str]:
        """The reasons offered now."""
        return [str(self.list.item(at).data(Qt.ItemDataRole.UserRole)) for at in range(self.list.count())]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move in the list, Enter takes, Esc closes."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif event.key() in MOVES and not self._asks_note:
            self._move(-1 if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_PageUp) else 1)
        else:
            return False
        return True

    def _narrow(self, *_typed: str) -> None:
        if self._asks_note:
            return
        wanted = fold(self.edit.text()).split()
        offered = [(code, _(why.words)) for code, why in REASONS.items() if self._side in why.sides]
        self.list.clear()
        for code, words in sorted((*offered, ("", _(NONE))), key=lambda one: not _begins(one[1], wanted)):
            if all(part in fold(words) for part in wanted):
                item = QListWidgetItem(words)
                item.setData(Qt.ItemDataRole.UserRole, code)
                self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _move(self, step: int) -> None:
        last = self.list.count() - 1
        self.list.setCurrentRow(max(0, min(self.list.currentRow() + step, last)))

    def _enter(self) -> None:
        if self._asks_note:
            if self.edit.text().strip():
                self._done(WANTS_NOTE, self.edit.text().strip())
        elif self.list.currentItem() is not None:
            self._take(self.list.currentItem())

    def _take(self, item: QListWidgetItem) -> None:
        code = str(item.data(Qt.ItemDataRole.UserRole))
        if code != WANTS_NOTE:
            self._done(code, "")
            return
        self._asks_note = True
        self._head.say(N_("Another reason: write it down in a few words, then Enter."))
        self.edit.clear()
        self.edit.setPlaceholderText(_(NOTE))
        self.edit.setAccessibleName(_(NOTE))
        self.list.hide()
        self._place(self.pos())

    def _done(self, code: str, note: str) -> None:
        self._close()
        self._taken(code, note)

    def _close(self) -> None:
        if self.isVisible():
            self.hide()
            self._closed()

    def _leave(self) -> None:
        if self.isVisible() and not self.underMouse():
            self.hide()

    def _place(self, at: QPoint) -> None:
        """Under the row, or where there is room."""
        width = min(px(WIDE), self._over.width() - px(16))
        height = min(px(HIGH) if self.list.isVisibleTo(self) else px(96), self._over.height() - px(16))
        left = max(px(8), min(at.x(), self._over.width() - width - px(8)))
        top = max(px(8), min(at.y(), self._over.height() - height - px(8)))
        self.setGeometry(left, top, width, height)


def _begins(words: str, wanted: list[str]) -> bool:
    """Whether everything typed begins a word of it: such reasons come first."""
    return all(any(word.startswith(part) for word in fold(words).split()) for part in wanted)

"""List and detail side by side with a movable edge; in a small window the detail becomes a second page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedLayout, QWidget

from desktop.language import N_
from desktop.windows.buttons import PLAIN, Button
from desktop.windows.layouts import Column
from desktop.windows.look import follow, px

NARROW = 900
"""Under so many pixels at text size 100 % (frame's rail and margins not counted) there is room for one side only."""


def has_room(width: int) -> bool:
    """Whether two things can stand side by side in so many pixels."""
    return width >= px(NARROW)


KEYS = {Qt.Key.Key_F6: "F6", Qt.Key.Key_F7: "F7"}
"""The first and the second new thing of a screen."""


class Sides(QWidget):
    """Two sides, 3 : 2; the place of the edge is remembered, a double click on it resets."""

    moved = Signal(list)
    turned = Signal(bool)
    """True when the window became too small for both."""

    def __init__(self, main: QWidget, detail: QWidget, *, sizes: list[int] | None = None) -> None:
        super().__init__()
        self._main, self._detail = main, detail
        self._sizes = sizes or []
        self._single: bool | None = None
        self._narrow = px(NARROW)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setChildrenCollapsible(False)
        self._split.splitterMoved.connect(self._remember)
        self._alone = QWidget()
        self._page = Column(self._alone, gap=8)
        self._back = Button(N_("Back"), PLAIN, icon="left", key="Alt+Left", hears=False, do=self.show_main)
        self._page.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._split)
        self._stack.addWidget(self._alone)
        follow(self.dress)
        self._arrange()

    @property
    def is_single(self) -> bool:
        """Whether only one side is on show."""
        return bool(self._single)

    def show_detail(self) -> None:
        """Bring the detail to the front where there is room for one side only."""
        if self._single:
            self._stack.setCurrentWidget(self._alone)

    def show_main(self) -> None:
        """Back to the list."""
        self._stack.setCurrentWidget(self._split)
        self._main.setFocus()

    def is_on_detail(self) -> bool:
        """Whether the detail covers the list."""
        return self._stack.currentWidget() is self._alone

    def dress(self) -> None:
        """Take the measures of the look in use.

        Only here: while Qt dresses every widget anew, none may move to another parent.
        """
        self._narrow = px(NARROW)
        self._split.setHandleWidth(px(16))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One side or two."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of a detail that has no room beside the list act on the chosen row all the same."""
        button = self._unseen(event)
        if button is None:
            super().keyPressEvent(event)
            return
        self.show_detail()
        button.click()
        if not self.isVisible():  # it led to another page: back is the list
            self._stack.setCurrentWidget(self._split)

    def _unseen(self, event: QKeyEvent) -> Button | None:
        """What the key stands on in the detail, while the list alone is on show."""
        key = KEYS.get(Qt.Key(event.key())) if not event.modifiers() else None
        if key is None or not self._single or self.is_on_detail() or self._detail.isHidden():
            return None
        found = (button for button in self._detail.findChildren(Button) if button.key == key)
        return next((one for one in found if one.isEnabled() and one.isVisibleTo(self._detail)), None)

    def changeEvent(self, event: QEvent) -> None:
        """Beside a panel it is only looked at: at what is chosen, where there is room for one side only."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self._stack.setCurrentWidget(self._split)
            self._turn_to_look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A double click on the edge resets it."""
        if event.type() == QEvent.Type.MouseButtonDblClick:
            self._sizes = []
            self._share()
            self.moved.emit([])
            return True
        return False

    def _turn_to_look(self) -> None:
        is_looked_at = not self.isEnabled()
        self._back.setVisible(not is_looked_at)
        if is_looked_at and not self._detail.isHidden():
            self.show_detail()

    def _arrange(self) -> None:
        single = self.width() < self._narrow
        if single == self._single:
            return
        self._single = single
        if single:
            self._split.addWidget(self._main)
            self._page.addWidget(self._detail, 1)
        else:
            self._split.addWidget(self._main)
            self._split.addWidget(self._detail)
            self._split.handle(1).installEventFilter(self)
            self._stack.setCurrentWidget(self._split)
            self._share()
        self._detail.show()
        for inner in self._detail.findChildren(QWidget):  # Qt gave them the fonts of an earlier look with the new place
            if (dress := getattr(inner, "dress", None)) is not None:
                dress()
        self.turned.emit(single)
        self._turn_to_look()

    def _share(self) -> None:
        self._split.setStretchFactor(0, 3)
        self._split.setStretchFactor(1, 2)
        width = max(self.width(), 100)
        self._split.setSizes(self._sizes or [width * 3 // 5, width * 2 // 5])

    def _remember(self) -> None:
        self._sizes = self._split.sizes()
        self.moved.emit(self._sizes)

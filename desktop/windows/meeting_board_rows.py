"""The parts of an agenda as rows of the board: number, title, one line of context, state, and one verb each.

Up and Down go from row to row, Enter does the verb. It shows what it is handed and does nothing itself.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.language import N_
from desktop.meetings.agenda import EMPTY, MISSING, Agenda, Part
from desktop.windows.buttons import PLAIN, Button
from desktop.windows.card import Card
from desktop.windows.labels import Label, text
from desktop.windows.layouts import Column, Grid, Row, clear
from desktop.windows.look import follow, px, tokens
from desktop.windows.meeting_parts import PartTold, tell
from desktop.windows.pill import Pill

NARROW = 600
"""Under so many pixels at text size 100 % state and verb stand below the words."""
NONE = N_("Nothing to this")
TAKE_BACK = N_("Take back")


class PartRow(QWidget):
    """One part."""

    def __init__(self, number: int, part: Part, told: PartTold, title: str, board: PartRows) -> None:
        super().__init__()
        self.part, self.told, self._board = part, told, board
        self.setAccessibleName(", ".join(filter(None, (str(number), title, told.state, told.second))))
        self._words, self._acts = QWidget(), QWidget()
        self.pill = Pill()
        self.pill.put(told.sign, told.state)
        self._verb = Button(told.verb, PLAIN, do=lambda: board.do(part))
        self._verb.setAccessibleName(f"{self._verb.accessibleName()}: {title}")
        self.none = Button(TAKE_BACK if part.is_empty else NONE, PLAIN, do=lambda: board.say_none(part))
        self.none.setAccessibleName(f"{self.none.accessibleName()}: {title}")
        self.none.setVisible(False)
        said = Column(self._words, gap=1)
        said.addWidget(text(title, "strong", wrap=True))
        self._second = text(told.second, "second", wrap=True)
        said.addWidget(self._second)
        self._second.setVisible(bool(told.second))
        acts = Row(self._acts, gap=4)
        acts.addWidget(self.pill)
        acts.addStretch(1)
        acts.addWidget(self.none)
        acts.addWidget(self._verb)
        self._grid = Grid(self, gap=6, margins=(12, 7, 4, 7))
        self._grid.setColumnStretch(1, 1)
        self._number = text(str(number), "quiet")
        self._grid.addWidget(self._number, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(self._words, 0, 1)
        self.buttons = (self.none, self._verb)
        for button in self.buttons:
            button.installEventFilter(self)

    @property
    def verb(self) -> Button:
        """The button of its verb."""
        return self._verb

    def offer(self, *, may_write: bool) -> None:
        """Which buttons it has: to say that there is nothing only where nothing stands, and while it may be written."""
        self.none.setVisible(may_write and (self.part.state == EMPTY or self.part.is_empty))

    def needs(self) -> tuple[int, int]:
        """The widths of pill and buttons."""
        beside = self.none.sizeHint().width() + px(4) if not self.none.isHidden() else 0
        return self.pill.sizeHint().width(), self._verb.sizeHint().width() + beside

    def lay(self, acts: int, *, is_narrow: bool) -> None:
        """State and verb beside the words, in the same columns for all rows, or below them."""
        self._number.setFixedWidth(px(22))
        self._acts.setFixedWidth(acts) if not is_narrow else self._acts.setMinimumWidth(0)
        if is_narrow:
            self._acts.setMaximumWidth(16_777_215)
            self._grid.addWidget(self._acts, 1, 1)
        else:
            self._grid.addWidget(self._acts, 0, 2)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows go from row to row and within one."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and not event.modifiers():
            key = event.key()
            if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self._board.go_on(self, -1 if key == Qt.Key.Key_Up else 1)
                return True
            if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
                shown = [button for button in self.buttons if not button.isHidden()]
                shown[-1 if key == Qt.Key.Key_Right else 0].setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            if event.type() == QEvent.Type.FocusIn:
                self._board.come_to(self)
            self.update()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground of the row that is meant, its edge, and the hairline below."""
        t, painter = tokens(), QPainter(self)
        if self._board.now == self.part.item_id:
            painter.fillRect(self.rect(), QColor(t.accent_soft))
            painter.fillRect(0, 0, px(3), self.height(), QColor(t.accent))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(t.line))
        painter.end()


class PartRows(Card):
    """All rows on their card."""

    def __init__(self, do: Callable[[Part], object], say_none: Callable[[Part], object]) -> None:
        super().__init__(margins=1, gap=0)
        self.do, self.say_none = do, say_none
        self.rows: list[PartRow] = []
        self.now: object = None
        self._head = Row(gap=0, margins=(12, 7, 12, 7))
        self._head.addSpacing(px(28))
        self._head.addWidget(Label(N_("Agenda"), "label"), 1)
        self._box = QWidget()
        self._list = Column(self._box, gap=0)
        self.column.addLayout(self._head)
        self.column.addWidget(self._box)
        self.foot = Row(gap=8, margins=(8, 5, 8, 5))
        self.column.addLayout(self.foot)
        follow(self.measure)

    def put(self, agenda: Agenda, titles: Sequence[str], *, may_write: bool) -> None:
        """Show these parts; the caret stays on the row on which it was."""
        caret = any(button.hasFocus() for row in self.rows for button in row.buttons)
        now = self.now
        clear(self._list)
        self.rows = []
        for number, (part, title) in enumerate(zip(agenda.parts, titles, strict=True), 1):
            row = PartRow(number, part, tell(part, agenda), title, self)
            self._list.addWidget(row)
            row.show()
            row.offer(may_write=may_write)
            self.rows.append(row)
        known = [row.part.item_id for row in self.rows]
        wanted = next((row.part.item_id for row in self.rows if row.part.state in (EMPTY, MISSING)), None)
        self.now = now if now in known else wanted or (known[0] if known else None)
        self._lead_in()
        self.measure()
        if caret and self.rows:
            self.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def first(self) -> QWidget:
        """The verb of the row that is meant: the first that wants something."""
        return next((row.verb for row in self.rows if row.part.item_id == self.now), self)

    def come_to(self, row: PartRow) -> None:
        """Tab comes back to this row."""
        if self.now != row.part.item_id:
            self.now = row.part.item_id
            self._lead_in()

    def go_on(self, row: PartRow, step: int) -> None:
        """To the row before or after."""
        place = self.rows.index(row) + step
        if 0 <= place < len(self.rows):
            self.rows[place].verb.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside or below."""
        super().resizeEvent(event)
        self.measure()

    def measure(self) -> None:
        """Give all rows the same columns."""
        needs = [row.needs() for row in self.rows]
        acts = max((p for p, _b in needs), default=0) + max((b for _p, b in needs), default=0) + px(24)
        is_narrow = self.width() < max(px(NARROW), acts + px(260))
        for row in self.rows:
            row.lay(acts, is_narrow=is_narrow)

    def _lead_in(self) -> None:
        for row in self.rows:
            is_home = row.part.item_id == self.now
            for button in row.buttons:
                button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_home else Qt.FocusPolicy.ClickFocus)
            row.update()

"""Periods and institutions as a grid of pills: which lists are being reconciled, and on what both sides agreed.

In a narrow window the institutions stand below their period, each with its name. It knows the records it is given and
not where they lead.
"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.language import N_, _, chosen, ngettext
from desktop.reconciliation.reconciliations import Told
from desktop.windows import icons
from desktop.windows.buttons import KEYPAD_PRESSED
from desktop.windows.labels import text
from desktop.windows.layouts import Grid, clear, line
from desktop.windows.look import BODY, MEDIUM, REGULAR, SECOND, follow, font, px, tokens
from desktop.windows.pill import CLOSED, PARTLY, paint_pill, pill_size
from desktop.windows.reconcile_months import months_title

CELL, LABEL = 206, 150
"""Least widths of a cell and of the names of the periods, at text size 100 %."""
ROOMY = 5
"""With fewer institutions than these the grid ends before the edge of the page."""
NO_LIST = "\u2013"
_AHEAD = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class PeriodCell(QAbstractButton):
    """One period with one institution: its state as a pill, the figure beside it, the rows below."""

    def __init__(self, grid: PeriodGrid, told: Told) -> None:
        super().__init__(grid)
        self.told, self._grid, self.is_named = told, grid, False
        self.place = (0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(
            ", ".join((months_title(told.kept.first, told.kept.last), told.partner, self.state(), self.more()))
        )
        self.clicked.connect(lambda: grid.opened.emit(told.kept.id))

    def state(self) -> str:
        """The word of its pill."""
        return _(N_("Settled")) if self.told.kept.is_settled else _(N_("Being reconciled"))

    def more(self) -> str:
        """What stands below the pill."""
        rows = ngettext("{n} row", "{n} rows", self.told.rows)
        if self.told.kept.is_settled:
            return _(N_("Agreed figure: {n}"), n=chosen().number(self.told.kept.agreed or 0))
        return chosen().number(self.told.rows) if self.told.kept.counted else rows

    def sizeHint(self) -> QSize:
        """Room for its lines."""
        words = QFontMetrics(font(SECOND, REGULAR)).horizontalAdvance(self.more())
        wide = max(pill_size(self.state()).width() + px(26), words) + px(24)
        return QSize(max(px(CELL), wide), px(84 if self.is_named else 60))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, arrows go on."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~KEYPAD_PRESSED:
            self.click()
        elif event.key() in _AHEAD and not event.modifiers() & ~KEYPAD_PRESSED:
            self._grid.go_on(self, *_AHEAD[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What else can be done with it."""
        self.setFocus()
        self._grid.menu_wanted.emit(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Be the one that is meant."""
        super().focusInEvent(event)
        self._grid.come_to(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, pill, figure and words."""
        t, painter = tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_meant = self._grid.now == self.told.kept.id
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(t.accent), 2) if self.hasFocus() else QPen(QColor(t.line), 1))
        painter.setBrush(QColor(t.accent_soft if is_meant or self.underMouse() else t.surface))
        painter.drawRoundedRect(box, px(6), px(6))
        top, left = px(19), px(10)
        if self.is_named:
            self._write(painter, self.told.partner, font(BODY, MEDIUM), t.text, top)
            top += px(25)
        self._paint_state(painter, left, top)
        self._write(painter, self.more(), font(SECOND, REGULAR), t.text if is_meant else t.muted, top + px(23))
        painter.end()

    def _paint_state(self, painter: QPainter, left: int, top: int) -> None:
        if self.told.kept.is_settled:
            painter.drawPixmap(QPointF(left, top - px(8)), icons.pixmap("lock", tokens().muted, 16))
            left += px(22)
        paint_pill(painter, left, top, CLOSED if self.told.kept.is_settled else PARTLY, self.state())

    def _write(self, painter: QPainter, words: str, used: object, ink: str, middle: int) -> None:
        painter.setFont(used)  # type: ignore[arg-type]
        painter.setPen(QColor(ink))
        room = self.width() - px(20)
        fitting = QFontMetrics(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, room)
        box = QRectF(px(10), middle - px(12), room, px(24))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), fitting)


class PeriodGrid(QWidget):
    """The grid."""

    opened = Signal(object)
    """The identifier of a reconciliation."""
    menu_wanted = Signal(object)
    """The cell whose menu is asked for."""
    meant = Signal(object)
    """`Told` of the cell that has the caret, or had it last."""

    def __init__(self) -> None:
        super().__init__()
        self.now: UUID | None = None
        self.cells: list[PeriodCell] = []
        self._told: Sequence[Told] = ()
        self._across = -1
        self._grid = Grid(self, gap=8)
        self.setMinimumWidth(1)
        follow(self.dress)

    def put(self, told: Sequence[Told]) -> None:
        """Show these."""
        self._told, self._across = told, -1
        had_focus = any(cell.hasFocus() for cell in self.cells)
        self._arrange()
        if had_focus and self.cells:
            self.first().setFocus()

    def first(self) -> QWidget:
        """The cell that takes the caret: the one where it was, else the latest."""
        return next(
            (cell for cell in self.cells if cell.told.kept.id == self.now), self.cells[0] if self.cells else self
        )

    def dress(self) -> None:
        """Take the measures of the look in use."""
        self._across = -1
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As a grid, or one institution after the other."""
        super().resizeEvent(event)
        self._arrange()

    def go_on(self, cell: PeriodCell, down: int, right: int) -> None:
        """To the next cell in that direction."""
        row, column = cell.place
        ahead = [
            each for each in self.cells
            if (down and (each.place[0] - row) * down > 0) or (right and each.place[0] == row
                and (each.place[1] - column) * right > 0)
        ]  # fmt: skip
        if ahead:
            near = min(ahead, key=lambda e: (abs(e.place[0] - row), abs(e.place[1] - column)))
            near.setFocus(Qt.FocusReason.OtherFocusReason)

    def come_to(self, cell: PeriodCell) -> None:
        """Tab comes back to this one."""
        self.now = cell.told.kept.id
        self._let_tab_in()
        self.meant.emit(cell.told)

    def _let_tab_in(self) -> None:
        meant = self.first()
        for cell in self.cells:
            cell.setFocusPolicy(Qt.FocusPolicy.StrongFocus if cell is meant else Qt.FocusPolicy.ClickFocus)
            cell.update()

    def _partners(self) -> list[UUID]:
        return list(dict.fromkeys(each.kept.partner_id for each in self._told))

    def _arrange(self) -> None:
        """Lay the cells out; 0 across means a grid."""
        partners = self._partners()
        fits = px(LABEL) + len(partners) * (px(CELL) + px(8)) <= self.width()
        across = 0 if fits else max(1, self.width() // (px(CELL) + px(8)))
        if across == self._across:
            return
        caret = any(cell.hasFocus() for cell in self.cells)
        self._across = across
        clear(self._grid)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 0)
            self._grid.setColumnMinimumWidth(column, 0)
        self.cells = [PeriodCell(self, each) for each in self._told]
        if across:
            self._lay_below(across)
        else:
            self._lay_grid(partners)
        self._let_tab_in()
        if caret and self.cells:
            self.first().setFocus()

    def _periods(self) -> list[tuple[str, list[PeriodCell]]]:
        found: dict[str, list[PeriodCell]] = {}
        for cell in self.cells:
            found.setdefault(months_title(cell.told.kept.first, cell.told.kept.last), []).append(cell)
        return list(found.items())

    def _lay_grid(self, partners: Sequence[UUID]) -> None:
        names = {each.kept.partner_id: each.partner for each in self._told}
        self._grid.setColumnMinimumWidth(0, px(LABEL))
        for column, partner in enumerate(partners, 1):
            self._grid.addWidget(text(names[partner], "label", wrap=True), 0, column)
            self._grid.setColumnStretch(column, 3)
        self._grid.setColumnStretch(len(partners) + 1, max(0, 3 * (ROOMY - len(partners))))
        for row, (period, cells) in enumerate(self._periods(), 1):
            self._grid.addWidget(text(period, "strong", wrap=True), row, 0)
            mine = {cell.told.kept.partner_id: cell for cell in cells}
            for column, partner in enumerate(partners, 1):
                if (cell := mine.get(partner)) is None:
                    self._grid.addWidget(text(NO_LIST, "quiet"), row, column)
                    continue
                cell.place = (row, column)
                self._grid.addWidget(cell, row, column)

    def _lay_below(self, across: int) -> None:
        row = 0
        for number, (period, cells) in enumerate(self._periods()):
            if number:
                self._grid.addWidget(line(), row, 0, 1, across)
                row += 1
            self._grid.addWidget(text(period, "strong", wrap=True), row, 0, 1, across)
            for place, cell in enumerate(cells):
                cell.is_named = True
                cell.place = (row + 1 + place // across, place % across)
                self._grid.addWidget(cell, *cell.place)
            row += 2 + (len(cells) - 1) // across
        for column in range(across):
            self._grid.setColumnStretch(column, 1)

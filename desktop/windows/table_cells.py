"""How a cell is painted: two lines, a pill, a drawing, a figure to the right, the chosen row with its edge.

A list in sight is some sixty cells, painted anew with every letter that is typed over it. So what is alike for all of
them is made once for each look, words are laid out once for as long as they are shown, and a pill is drawn once.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPixmap, QStaticText, QTransform
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from desktop.windows import icons
from desktop.windows.drawn_pills import DrawnPills
from desktop.windows.look import BODY, LABEL, REGULAR, SECOND, SEMIBOLD, follow, font, px, tokens
from desktop.windows.pill import Sign, pill_size
from desktop.windows.table import WAITING, Cell, TableModel

ONE_LINE = 45
SIDE = 10
_KEPT = 1000
"""Words that are kept laid out: those of a few lists in sight."""
_SINGLE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)


@dataclass(frozen=True, eq=False)
class _Hand:
    """How some words are written."""

    font: QFont
    metrics: QFontMetrics
    high: int


class CellPainter(QStyledItemDelegate):
    """Paints every cell of one list. What it keeps goes with the list, at the lock."""

    def __init__(self, view: QTableView, model: TableModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model
        self._chosen: Sequence[range] = ()
        self._laid: dict[tuple[str, _Hand], QStaticText] = {}
        self._cut: dict[tuple[str, _Hand, int], QStaticText] = {}
        """Words that do not fit into so many pixels."""
        self._pills = DrawnPills()
        self._widths: dict[tuple[str, str, Sign | None, str], int] = {}
        follow(self.dress)

    def dress(self) -> None:
        """Take sizes and colours from the look in use."""
        for kept in (self._laid, self._cut, self._widths):
            kept.clear()
        self._pills.clear()
        self._bold, self._plain, self._small = (
            _Hand(used, QFontMetrics(used), QFontMetrics(used).height())
            for used in (font(BODY, SEMIBOLD), font(BODY, REGULAR), font(SECOND))
        )
        t = tokens()
        self._inks = {name: QColor(getattr(t, name)) for name in ("accent_soft", "surface", "line", "accent", "text")}
        self._side = px(SIDE)

    def begin(self, chosen: Sequence[range]) -> None:
        """The list is painted now, and these of its rows are chosen: a cell's own state is dear to ask for."""
        self._chosen = chosen

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell."""
        row, place = index.row(), index.column()
        rect: Any = option.rect  # `getRect` is said to return an object
        column, cell = self._model.columns[place], self._model.cell(row, place)
        chosen = any(row in part for part in self._chosen)
        left, top, wide, high = rect.getRect()
        painter.fillRect(left, top, wide, high, self._inks["accent_soft" if chosen else "surface"])
        painter.fillRect(left, top + high - 1, wide, 1, self._inks["line"])
        if chosen and self._is_first(place):
            painter.fillRect(left, top, px(3), high, self._inks["accent"])
        if cell.is_section:
            _paint_section(painter, rect, cell.text, option.widget)
        else:
            self._fill(painter, (left + self._side, top, wide - 2 * self._side, high), cell, column.kind)

    def prepare(self, cells: Mapping[str, Cell]) -> None:
        """Lay out the words of a row before it is shown: less is to be done then."""
        ratio = self._view.devicePixelRatioF()
        scrap = QPixmap(round(ratio), round(ratio))
        scrap.setDevicePixelRatio(ratio)
        painter = QPainter(scrap)
        for place, column in enumerate(self._model.columns):
            cell, wide = cells.get(column.key), self._view.columnWidth(place) - 2 * self._side
            if cell is not None and wide > 0 and not cell.is_section:
                self._fill(painter, (0, 0, wide, px(ONE_LINE)), cell, column.kind)
        painter.end()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The room that the cell's words need."""
        cell, column = self._model.cell(index.row(), index.column()), self._model.columns[index.column()]
        return QSize(self.width_of(cell, column.kind), px(ONE_LINE))

    def width_of(self, cell: Cell, kind: str) -> int:
        """How wide the cell must be so that none of its words is cut."""
        if cell.is_section:
            return px(80)
        about = cell.text, kind, cell.sign, cell.second
        if about not in self._widths:
            _forget_most(self._widths)
            wide = self._hand(kind).metrics.horizontalAdvance(cell.text)
            if cell.sign is not None:
                wide = pill_size(cell.text).width()
            wide = max(wide, self._small.metrics.horizontalAdvance(cell.second) if cell.second else 0)
            self._widths[about] = wide + 2 * self._side
        return self._widths[about] + (px(26) if cell.icon else 0)

    def _is_first(self, place: int) -> bool:
        head = self._view.horizontalHeader()
        before = range(head.visualIndex(place))
        return all(self._view.isColumnHidden(head.logicalIndex(earlier)) for earlier in before)

    def _hand(self, kind: str) -> _Hand:
        return self._bold if kind in ("key", "head") else self._plain

    def _fill(self, painter: QPainter, room: tuple[int, int, int, int], cell: Cell, kind: str) -> None:
        left, top, wide, high = room
        middle = top + (high - 1) // 2
        if cell.sign is not None and kind == "pill":
            self._pills.paint(painter, left, middle + 0.5, (cell.sign, cell.text, wide))
            return
        if cell.icon:
            painter.drawPixmap(left, middle - px(9), icons.pixmap(cell.icon, tokens().muted, 18))
            left, wide = left + px(26), wide - px(26)
        quiet = kind == "quiet" or cell.text == WAITING
        hand, ink, to_right = self._hand(kind), "muted" if quiet else "text", kind == "figure"
        if cell.second:
            self._write(painter, (left, middle - px(20), wide, px(21)), cell.text, hand, ink, to_right=to_right)
            lower = left, middle + px(1), wide, px(18)
            self._write(painter, lower, cell.second, self._small, cell.second_ink, to_right=to_right)
        else:
            self._write(painter, (left, top, wide, high), cell.text, hand, ink, to_right=to_right)

    def _write(
        self, painter: QPainter, room: tuple[int, int, int, int], words: str, hand: _Hand, ink: str, *, to_right: bool
    ) -> None:
        """Write the words into their room, as much of them as it has."""
        left, top, wide, high = room
        if not words:
            return
        laid = self._laid.get((words, hand)) or self._lay(self._laid, words, hand)
        long = laid.size().width()
        if long >= wide + 1:  # widths are whole numbers, words are not
            laid = self._cut.get((words, hand, wide)) or self._lay(self._cut, words, hand, wide)
            long = laid.size().width()
        painter.setFont(hand.font)
        painter.setPen(self._ink(ink))
        begins = left + wide - long if to_right else left
        painter.drawStaticText(QPointF(begins, top + (high - hand.high) / 2), laid)

    @staticmethod
    def _lay(kept: dict[Any, QStaticText], words: str, hand: _Hand, *wide: int) -> QStaticText:
        """Lay the words out, cut to that width where one is given, and keep them so."""
        _forget_most(kept)
        shown = hand.metrics.elidedText(words, Qt.TextElideMode.ElideRight, *wide) if wide else words
        laid = kept[words, hand, *wide] = QStaticText(shown)
        laid.setTextFormat(Qt.TextFormat.PlainText)
        laid.prepare(QTransform(), hand.font)
        return laid

    def _ink(self, name: str) -> QColor:
        if name not in self._inks:
            self._inks[name] = QColor(getattr(tokens(), name))
        return self._inks[name]


def _forget_most(kept: dict) -> None:  # type: ignore[type-arg]
    """Begin anew where very much is kept."""
    if len(kept) >= _KEPT:
        kept.clear()


def _paint_section(painter: QPainter, rect: QRect, words: str, view: QWidget) -> None:
    """A cell's part of a title that runs over all columns, whichever they are and wherever they stand."""
    painter.save()
    painter.setClipRect(rect)
    painter.fillRect(rect, QColor(tokens().window))
    whole = QRect(px(SIDE), rect.top(), view.width() - 2 * px(SIDE), rect.height())
    used = font(LABEL, SEMIBOLD)
    painter.setFont(used)
    painter.setPen(QColor(tokens().muted))
    shown = QFontMetrics(used).elidedText(words, Qt.TextElideMode.ElideRight, whole.width())
    painter.drawText(whole, _SINGLE, shown)
    painter.restore()

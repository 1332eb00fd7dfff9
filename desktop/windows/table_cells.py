"""How a cell is painted: two lines, a pill, a drawing, a figure to the right, the chosen row with its edge."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from desktop.windows import icons
from desktop.windows.look import BODY, LABEL, REGULAR, SECOND, SEMIBOLD, font, px, tokens
from desktop.windows.pill import paint_pill, pill_size
from desktop.windows.table import CELL, Cell, TableModel

ONE_LINE = 45
SIDE = 10


class CellPainter(QStyledItemDelegate):
    """Paints every cell of every list."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell."""
        model = index.model()
        assert isinstance(model, TableModel)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        t = tokens()
        painter.save()
        painter.fillRect(rect, QColor(t.accent_soft if chosen else t.surface))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(t.line))
        first = self._is_first(index)
        if chosen and first:
            painter.fillRect(rect.left(), rect.top(), px(3), rect.height(), QColor(t.accent))
        cell = index.data(CELL)
        column = model.columns[index.column()]
        if isinstance(cell, Cell) and cell.is_section:
            _paint_section(painter, rect, cell.text, option.widget)
        elif isinstance(cell, Cell):
            room = rect.adjusted(px(SIDE), 0, -px(SIDE), 0)
            self._fill(painter, room, cell, column.kind)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The room that the cell's words need."""
        model = index.model()
        assert isinstance(model, TableModel)
        kind = model.columns[index.column()].kind
        cell = index.data(CELL)
        if not isinstance(cell, Cell) or cell.is_section:
            return QSize(px(80), px(ONE_LINE))
        wide = QFontMetrics(_font(kind)).horizontalAdvance(cell.text)
        if cell.sign is not None:
            wide = pill_size(cell.text).width()
        wide = max(wide, QFontMetrics(font(SECOND)).horizontalAdvance(cell.second))
        return QSize(wide + 2 * px(SIDE) + (px(26) if cell.icon else 0), px(ONE_LINE))

    def _is_first(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        view = self.parent()
        if not isinstance(view, QTableView):
            return index.column() == 0
        head = view.horizontalHeader()
        before = range(head.visualIndex(index.column()))
        return all(view.isColumnHidden(head.logicalIndex(place)) for place in before)

    def _fill(self, painter: QPainter, room: QRect, cell: Cell, kind: str) -> None:
        middle = room.center().y() + 0.5
        if cell.sign is not None and kind == "pill":
            paint_pill(painter, room.left(), middle, cell.sign, cell.text, width=room.width())
            return
        if cell.icon:
            painter.drawPixmap(room.left(), int(middle) - px(9), icons.pixmap(cell.icon, tokens().muted, 18))
            room = room.adjusted(px(26), 0, 0, 0)
        side = Qt.AlignmentFlag.AlignRight if kind == "figure" else Qt.AlignmentFlag.AlignLeft
        ink = tokens().muted if kind == "quiet" or cell.text == "\u2026" else tokens().text
        if cell.second:
            upper = QRect(room.left(), int(middle) - px(20), room.width(), px(21))
            lower = QRect(room.left(), int(middle) + px(1), room.width(), px(18))
            _words(painter, upper, cell.text, (_font(kind), ink), side)
            _words(painter, lower, cell.second, (font(SECOND), getattr(tokens(), cell.second_ink)), side)
        else:
            _words(painter, room, cell.text, (_font(kind), ink), side)


def _paint_section(painter: QPainter, rect: QRect, words: str, view: QWidget) -> None:
    """A cell's part of a title that runs over all columns, whichever they are and wherever they stand."""
    painter.setClipRect(rect)
    painter.fillRect(rect, QColor(tokens().window))
    whole = QRect(px(SIDE), rect.top(), view.width() - 2 * px(SIDE), rect.height())
    _words(painter, whole, words, (font(LABEL, SEMIBOLD), tokens().muted), Qt.AlignmentFlag.AlignLeft)


def _font(kind: str) -> QFont:
    return font(BODY, SEMIBOLD if kind in ("key", "head") else REGULAR)


def _words(painter: QPainter, rect: QRect, words: str, style: tuple[QFont, str], side: Qt.AlignmentFlag) -> None:
    used, ink = style
    painter.setFont(used)
    painter.setPen(QColor(ink))
    shown = QFontMetrics(used).elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)

"""How a cell of the matrix is painted: three figures, the difference below them as a pill, a lock where settled."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from desktop.reconciliation.matrix import ALL, Cell
from desktop.windows import icons
from desktop.windows.look import BODY, MEDIUM, REGULAR, SEMIBOLD, follow, font, px, tokens
from desktop.windows.pill import GOOD, PARTLY, Sign, paint_pill, pill_size
from desktop.windows.reconcile_matrix_model import NOTHING, MatrixModel, cell_words, difference_words, unit_name

HIGH = 56
SIDE, LOCK = 12, 16
_SELECTED = QStyle.StateFlag.State_Selected


def difference_sign(cell: Cell) -> Sign:
    """What its pill is: a tick where every difference has its reason."""
    return PARTLY if cell.unexplained else GOOD


class MatrixPainter(QStyledItemDelegate):
    """Paints the cells of one matrix."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view
        follow(self.dress)

    def dress(self) -> None:
        """Take sizes from the look in use."""
        self._plain, self._strong, self._name = font(BODY, REGULAR), font(BODY, SEMIBOLD), font(BODY, MEDIUM)

    @property
    def _model(self) -> MatrixModel:
        model = self._view.model()
        assert isinstance(model, MatrixModel)
        return model

    def widest(self) -> int:
        """How wide a month must be so that none of its figures is cut."""
        model, metrics, least = self._model, QFontMetrics(self._strong), px(72)
        if model.matrix is None:
            return least
        cells = [*model.matrix.own.values(), *model.matrix.sums.values()]
        wide = max((metrics.horizontalAdvance(cell_words(cell)) for cell in cells), default=0)
        below = max((self._below(cell) for cell in cells), default=0)
        return max(least, wide + 2 * px(SIDE), below + 2 * px(SIDE))

    def names(self) -> int:
        """How wide the names of the units are."""
        model, metrics = self._model, QFontMetrics(self._strong)
        if model.matrix is None:
            return 0
        return max(metrics.horizontalAdvance(unit_name(model.matrix, unit)) for unit in model.rows) + 2 * px(SIDE)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell."""
        t, rect, model = tokens(), QRect(option.rect), self._model
        is_sum, is_meant = model.rows[index.row()] == ALL, _SELECTED in option.state
        painter.save()
        painter.fillRect(rect, QColor(t.accent_soft if is_meant else t.window if is_sum else t.surface))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(t.line))
        if is_meant:
            painter.setPen(QPen(QColor(t.accent), 2 if self._view.hasFocus() else 1))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        room = rect.adjusted(px(SIDE), 0, -px(SIDE), 0)
        cell = model.cell(index)
        if index.column() == 0 and model.matrix is not None:
            used = self._strong if is_sum else self._name
            _write(painter, room, unit_name(model.matrix, model.rows[index.row()]), used, t.text)
        elif cell is None:
            _write(painter, room, NOTHING, self._plain, t.muted, to_right=True)
        else:
            self._fill(painter, room, cell, self._strong if is_sum else self._plain)
        painter.restore()

    def _fill(self, painter: QPainter, room: QRect, cell: Cell, used: QFont) -> None:
        difference = difference_words(cell)
        is_low = bool(difference or cell.is_settled)
        upper = QRect(room.left(), room.top() + px(4), room.width(), px(24)) if is_low else room
        _write(painter, upper, cell_words(cell), used, tokens().text, to_right=True)
        right, middle = room.right() + 1, room.top() + px(40)
        if difference:
            wide = min(pill_size(difference).width(), room.width())
            right -= wide
            paint_pill(painter, right, middle, difference_sign(cell), difference, width=wide)
            right -= px(6)
        if cell.is_settled and right - px(LOCK) >= room.left():
            at = QPoint(right - px(LOCK), middle - px(LOCK) // 2)
            painter.drawPixmap(at, icons.pixmap("lock", tokens().muted, LOCK))

    def _below(self, cell: Cell) -> int:
        words = difference_words(cell)
        lock = px(LOCK + 6) if cell.is_settled else 0
        return lock + (pill_size(words).width() if words else 0)


def _write(painter: QPainter, room: QRect, words: str, used: QFont, ink: str, *, to_right: bool = False) -> None:
    painter.setFont(used)
    painter.setPen(QColor(ink))
    side = Qt.AlignmentFlag.AlignRight if to_right else Qt.AlignmentFlag.AlignLeft
    shown = QFontMetrics(used).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter), shown)

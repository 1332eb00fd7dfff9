"""The list of what was found: two lines each, hits on their own ground, the chosen one with its edge."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.windows import icons
from desktop.windows.banner import announce
from desktop.windows.found_hits import parts
from desktop.windows.found_rows import ALL, HEAD, ICONS, Entry
from desktop.windows.look import BODY, LABEL, MEDIUM, REGULAR, SECOND, SEMIBOLD, font, px, tokens
from desktop.windows.pill import paint_pill, pill_size

Index = QModelIndex | QPersistentModelIndex
HIGH = {HEAD: 30, ALL: 36}
"""Heights at text size 100 %; all others are of two lines."""
TWO_LINES = 50
LEFT, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
Style = tuple[QFont, str]
"""A font and an ink."""
ENTRY = Qt.ItemDataRole.UserRole + 1


class FoundModel(QAbstractListModel):
    """The entries, and what was looked for."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: Sequence[Entry] = ()
        self.query = ""

    def put(self, entries: Sequence[Entry], query: str) -> None:
        """Show these."""
        self.beginResetModel()
        self.entries, self.query = entries, query
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many lines there are."""
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The entry, or its words for a screen reader."""
        entry = self.entries[index.row()]
        if role == ENTRY:
            return entry
        reads = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return entry.read() if role in reads else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A head cannot be chosen."""
        can = self.entries[index.row()].can_open
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if can else Qt.ItemFlag.ItemIsEnabled


class EntryPainter(QStyledItemDelegate):
    """Paints one entry."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its lines."""
        return QSize(px(200), px(HIGH.get(index.data(ENTRY).kind, TWO_LINES)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground, drawing, words and what stands at the right."""
        entry, model, t = index.data(ENTRY), index.model(), tokens()
        assert isinstance(model, FoundModel)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(rect, QColor(t.accent_soft if chosen else t.surface))
        if chosen:
            painter.fillRect(rect.left(), rect.top(), px(3), rect.height(), QColor(t.accent))
        room = rect.adjusted(px(14), 0, -px(14), 0)
        if entry.kind == HEAD:
            _words(painter, room, entry.head, (font(LABEL, SEMIBOLD), t.muted))
            _words(painter, room, entry.right, (font(LABEL), t.muted), RIGHT)
        else:
            self._fill(painter, room, entry, model.query)
        painter.restore()

    @staticmethod
    def _fill(painter: QPainter, room: QRect, entry: Entry, query: str) -> None:
        t, middle = tokens(), room.center().y() + 1
        ink = t.accent if entry.kind == ALL else t.muted
        painter.drawPixmap(room.left(), middle - px(9), icons.pixmap(ICONS[entry.kind], ink, 18))
        room = room.adjusted(px(30), 0, 0, 0)
        if entry.kind == ALL:
            _words(painter, room, entry.head, (font(BODY, MEDIUM), t.accent))
            return
        if entry.sign is not None:
            wide = min(pill_size(entry.right).width(), room.width() // 2)
            paint_pill(painter, room.right() - wide, middle, entry.sign, entry.right, width=wide)
        else:
            wide = QFontMetrics(font(SECOND)).horizontalAdvance(entry.right)
            _words(painter, room, entry.right, (font(SECOND), t.muted), RIGHT)
        room = room.adjusted(0, 0, -wide - px(12), 0)
        upper = QRect(room.left(), middle - px(21), room.width(), px(21))
        lower = QRect(room.left(), middle, room.width(), px(19))
        _marked(painter, upper, entry.head, query, (font(BODY, MEDIUM), t.text), near=entry.is_near)
        _marked(painter, lower, entry.second, query, (font(SECOND, REGULAR), t.muted), near=False)


class FoundList(QListView):
    """The list; it never takes the caret, which stays in the field."""

    opened = Signal(object)
    """The entry that was clicked."""

    def __init__(self) -> None:
        super().__init__()
        self.found = FoundModel()
        self.setModel(self.found)
        self.setItemDelegate(EntryPainter(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda index: self._clicked(index.data(ENTRY)))

    def put(self, entries: Sequence[Entry], query: str) -> None:
        """Show these, the first that can be opened chosen."""
        self.found.put(entries, query)
        self.step(1)
        self.scrollToTop()

    def step(self, by: int) -> None:
        """Choose the entry so many further; heads are passed over, the ends hold."""
        can = [row for row, entry in enumerate(self.found.entries) if entry.can_open]
        if not can:
            return
        now = self.currentIndex().row()
        place = can.index(now) + by if now in can else 0
        index = self.found.index(can[max(0, min(len(can) - 1, place))])
        self.setCurrentIndex(index)
        self.scrollTo(index)
        announce(self, str(index.data()))

    def chosen(self) -> Entry | None:
        """The chosen entry."""
        index = self.currentIndex()
        return self.found.entries[index.row()] if index.isValid() else None

    def whole_height(self) -> int:
        """The height that all entries need."""
        return sum(px(HIGH.get(entry.kind, TWO_LINES)) for entry in self.found.entries)

    def _clicked(self, entry: Entry) -> None:
        if entry.can_open:
            self.opened.emit(entry)


def _words(painter: QPainter, rect: QRect, words: str, style: Style, side: Qt.AlignmentFlag = LEFT) -> None:
    used, ink = style
    painter.setFont(used)
    painter.setPen(QColor(ink))
    shown = QFontMetrics(used).elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)


def _marked(painter: QPainter, rect: QRect, words: str, query: str, style: Style, *, near: bool) -> None:
    """Words with what was typed on its own ground."""
    used, ink = style
    metrics, t = QFontMetrics(used), tokens()
    painter.setFont(used)
    left = rect.left()
    for part, is_hit in parts(metrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width()), query, near=near):
        wide = metrics.horizontalAdvance(part)
        piece = QRect(left, rect.top(), wide + 1, rect.height())
        if is_hit:
            high = metrics.height()
            painter.fillRect(left, rect.center().y() - high // 2, wide, high, QColor(t.mark))
        painter.setPen(QColor(t.mark_text if is_hit else ink))
        painter.drawText(piece, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), part)
        left += wide

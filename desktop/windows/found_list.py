"""The list of what was found: two lines each, hits on their own ground, the chosen one with its edge."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.windows import icons
from desktop.windows.banner import announce
from desktop.windows.drawn_pills import DrawnPills
from desktop.windows.found_hits import parts
from desktop.windows.found_rows import ALL, HEAD, ICONS, Entry
from desktop.windows.look import BODY, LABEL, MEDIUM, REGULAR, SECOND, SEMIBOLD, follow, font, px, tokens
from desktop.windows.pill import pill_size
from desktop.windows.worker import Steps

Index = QModelIndex | QPersistentModelIndex
HIGH = {HEAD: 30, ALL: 36}
"""Heights at text size 100 %; all others are of two lines."""
TWO_LINES = 50
LEFT, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
_SINGLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
ENTRY = Qt.ItemDataRole.UserRole + 1
AT_A_TURN = 4
"""So many entries are prepared at a turn of the window."""


class FoundModel(QAbstractListModel):
    """The entries."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: Sequence[Entry] = ()

    def put(self, entries: Sequence[Entry]) -> None:
        """Show these."""
        self.beginResetModel()
        self.entries = entries
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


@dataclass(frozen=True, eq=False)
class _Hand:
    """How some words are written."""

    font: QFont
    metrics: QFontMetrics


class EntryPainter(QStyledItemDelegate):
    """Paints one entry. Where its hits are is found out once, before it is shown."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._query = ""
        self._found: dict[tuple[str, int, _Hand], list[tuple[str, int, bool]]] = {}
        """The pieces of a line cut to that width (0: of all of it), how wide each is, and whether it is a hit."""
        self._pills = DrawnPills()
        follow(self.dress)

    def dress(self) -> None:
        """Take sizes and colours from the look in use."""
        self._found.clear()
        self._pills.clear()
        self._head, self._count, self._way, self._second = (
            _Hand(used, QFontMetrics(used))
            for used in (font(LABEL, SEMIBOLD), font(LABEL), font(BODY, MEDIUM), font(SECOND, REGULAR))
        )
        t = tokens()
        inks = ("accent_soft", "surface", "accent", "muted", "text", "mark", "mark_text")
        self._inks = {name: QColor(getattr(t, name)) for name in inks}

    def look_for(self, query: str) -> None:
        """Mark these words from now on."""
        if query != self._query:
            self._query = query
            self._found.clear()

    def prepare(self, entry: Entry, wide: int) -> None:
        """Find out where its hits are before it is shown in that width."""
        scrap = QPixmap(1, 1)
        painter = QPainter(scrap)
        self._fill(painter, QRect(0, 0, wide, px(TWO_LINES)), entry)
        painter.end()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its lines."""
        return QSize(px(200), px(HIGH.get(index.data(ENTRY).kind, TWO_LINES)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the ground, and what stands on it."""
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, self._inks["accent_soft" if chosen else "surface"])
        if chosen:
            painter.fillRect(rect.left(), rect.top(), px(3), rect.height(), self._inks["accent"])
        self._fill(painter, rect, index.data(ENTRY))

    def _fill(self, painter: QPainter, rect: QRect, entry: Entry) -> None:
        room = rect.adjusted(px(14), 0, -px(14), 0)
        if entry.kind == HEAD:
            self._write(painter, room, entry.head, self._head, "muted")
            self._write(painter, room, entry.right, self._count, "muted", side=RIGHT)
            return
        middle = room.center().y() + 1
        ink = "accent" if entry.kind == ALL else "muted"
        painter.drawPixmap(room.left(), middle - px(9), icons.pixmap(ICONS[entry.kind], self._inks[ink].name(), 18))
        room = room.adjusted(px(30), 0, 0, 0)
        if entry.kind == ALL:
            self._write(painter, room, entry.head, self._way, "accent")
            return
        if entry.sign is not None:
            wide = min(pill_size(entry.right).width(), room.width() // 2)
            self._pills.paint(painter, room.right() - wide, middle + 0.5, (entry.sign, entry.right, wide))
        else:
            wide = self._second.metrics.horizontalAdvance(entry.right)
            self._write(painter, room, entry.right, self._second, "muted", side=RIGHT)
        room = room.adjusted(0, 0, -wide - px(12), 0)
        upper = QRect(room.left(), middle - px(21), room.width(), px(21))
        lower = QRect(room.left(), middle, room.width(), px(19))
        self._mark(painter, upper, entry.head, self._way, "text", near=entry.is_near)
        self._mark(painter, lower, entry.second, self._second, "muted", near=False)

    def _write(
        self, painter: QPainter, room: QRect, words: str, hand: _Hand, ink: str, *, side: Qt.AlignmentFlag = LEFT
    ) -> None:
        painter.setFont(hand.font)
        painter.setPen(self._inks[ink])
        shown = hand.metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), shown)

    def _mark(self, painter: QPainter, room: QRect, words: str, hand: _Hand, ink: str, *, near: bool) -> None:
        """Words with what was typed on its own ground."""
        painter.setFont(hand.font)
        left, top, wide, high = room.left(), room.top(), room.width(), room.height()
        pieces = self._pieces(words, 0, hand, near=near)
        if sum(long for _part, long, _is_hit in pieces) > wide:
            pieces = self._pieces(words, max(1, wide), hand, near=near)
        for part, long, is_hit in pieces:
            if is_hit:
                line = hand.metrics.height()
                painter.fillRect(left, room.center().y() - line // 2, long, line, self._inks["mark"])
            painter.setPen(self._inks["mark_text" if is_hit else ink])
            painter.drawText(QRect(left, top, long + 1, high), _SINGLE, part)
            left += long

    def _pieces(self, words: str, wide: int, hand: _Hand, *, near: bool) -> list[tuple[str, int, bool]]:
        about = words, wide, hand
        if about not in self._found:
            shown = hand.metrics.elidedText(words, Qt.TextElideMode.ElideRight, wide) if wide else words
            found = parts(shown, self._query, near=near)
            self._found[about] = [(part, hand.metrics.horizontalAdvance(part), is_hit) for part, is_hit in found]
        return self._found[about]


class FoundList(QListView):
    """The list; it never takes the caret, which stays in the field."""

    opened = Signal(object)
    """The entry that was clicked."""

    def __init__(self) -> None:
        super().__init__()
        self.found = FoundModel()
        self.setModel(self.found)
        self._painter = EntryPainter(self)
        self.setItemDelegate(self._painter)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(lambda index: self._clicked(index.data(ENTRY)))

    def put(self, entries: Sequence[Entry], query: str) -> None:
        """Show these, the first that can be opened chosen."""
        self._painter.look_for(query)
        self.found.put(entries)
        self.step(1)
        self.scrollToTop()

    def prepare(self, entries: Sequence[Entry], query: str, wide: int) -> Steps:
        """These will be shown in that width: find out what is to be marked in them, a few at a turn."""
        self._painter.look_for(query)
        for place, entry in enumerate(entries, 1):
            self._painter.prepare(entry, wide)
            if place % AT_A_TURN == 0:
                yield

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

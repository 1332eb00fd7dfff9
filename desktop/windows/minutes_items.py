"""The items of the minutes one under another, and the panels that open under the one in which the caret is."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from desktop.meetings.commitments import CommitmentRow
from desktop.meetings.minutes import Minutes, from_text
from desktop.records.meeting import Decision
from desktop.windows.desk import Desk
from desktop.windows.layouts import Column, clear
from desktop.windows.meeting_panel import CommitmentPanel, DecisionPanel, Panel
from desktop.windows.meeting_sitting import Sitting
from desktop.windows.minutes_item import MinutesItemCard
from desktop.windows.minutes_text import Kept


class MinutesItems(QWidget):
    """A card for each item of the agenda; what is typed in them is handed to `kept`."""

    left = Signal()
    """The words of an item were left."""
    changed = Signal()
    """A commitment or a decision was saved or taken out: read again."""
    asking = Signal(bool)
    """A panel is open, whose own Save has the keys; or no longer."""

    def __init__(self, desk: Desk, kept: Kept) -> None:
        super().__init__()
        self._desk, self._kept = desk, kept
        self.cards: dict[UUID, MinutesItemCard] = {}
        self._sitting: Sitting | None = None
        self._here: UUID | None = None
        self.promising, self.deciding = CommitmentPanel(desk), DecisionPanel(desk)
        self._panels: tuple[Panel, ...] = (self.promising, self.deciding)
        self._column = Column(self, gap=12)
        for panel in self._panels:
            panel.setParent(self)
            panel.saved.connect(self.changed)
            panel.closed.connect(self._closed)

    def take(self, sitting: Sitting) -> None:
        """Make the cards of these minutes, if they have other items than those on show."""
        self._sitting = sitting
        if [item.id for item in sitting.items] == list(self.cards):
            return
        for panel in self._panels:
            panel.setParent(self)
            panel.hide()
        clear(self._column)
        self.cards = {}
        for number, item in enumerate(sitting.items, 1):
            card = MinutesItemCard(self._desk, item.id, number)
            card.typed.connect(self._typed)
            card.left.connect(self.left)
            card.agreed.wanted.connect(partial(self._say_better, item.id))
            card.agreed.taken.connect(self.changed)
            self._column.addWidget(card)
            self.cards[item.id] = card
        self.setVisible(bool(self.cards))

    def put(self, minutes: Minutes) -> None:
        """Show them as they stand, marked where they differ from the draft; agreed ones as they were agreed."""
        sitting = self._sitting
        assert sitting is not None
        meeting, state = sitting.meeting, sitting.meeting.state
        drafted = from_text(meeting.draft).items if meeting.draft else ()
        changed = self._desk.centre.minuting.changed(meeting.id) if state == "held" else ()
        for place, item in enumerate(sitting.items):
            if state == "agreed":
                self.cards[item.id].put_fixed(minutes.items[place])
                continue
            fields = frozenset(each.field for each in changed if each.item == place)
            was = drafted[place].heard if place < len(drafted) else None
            self.cards[item.id].put(sitting, self._kept.text(item.id, item.heard), was, fields)

    def promise(self) -> None:
        """A commitment under the item with the caret."""
        self._ask(self.promising, self._item_at_hand())

    def decide(self) -> None:
        """A decision under the item with the caret."""
        self._ask(self.deciding, self._item_at_hand())

    def _typed(self, item_id: UUID) -> None:
        if self._sitting is not None and self._sitting.meeting.state == "held":
            item = self._sitting.items[self._sitting.place(item_id)]
            self._here = item_id
            self._kept.type(item_id, self.cards[item_id].text.toPlainText(), item.heard)

    def _item_at_hand(self) -> UUID | None:
        """The item in which the caret is, or was last."""
        caret = QApplication.focusWidget()
        for item_id, card in self.cards.items():
            if caret is not None and card.isAncestorOf(caret):
                self._here = item_id
        return self._here if self._here in self.cards else next(iter(self.cards), None)

    def _ask(self, panel: Panel, item_id: UUID | None, about: UUID | None = None) -> None:
        if self._sitting is None or item_id is None or self._sitting.meeting.state != "held":
            return
        for other in self._panels:
            if other is not panel:
                other.hide()
        self.cards[item_id].hold(panel)
        panel.open(self._sitting, item_id, about)
        self._here = item_id
        self.asking.emit(True)

    def _say_better(self, item_id: UUID, row: Decision | CommitmentRow) -> None:
        if isinstance(row, Decision):
            self._ask(self.deciding, item_id, row.id)
        else:
            self._ask(self.promising, item_id, row.commitment.id)

    def _closed(self) -> None:
        self.asking.emit(False)
        if self._here in self.cards:
            self.cards[self._here].text.setFocus(Qt.FocusReason.OtherFocusReason)

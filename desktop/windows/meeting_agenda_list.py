"""The items of an agenda as a list: number and title, clock time and length, how far each is; Alt with arrows moves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from desktop.language import N_, _, chosen
from desktop.meetings.agenda import Agenda, Part
from desktop.records.meeting import PARTS, AgendaItem
from desktop.windows.meeting_parts import tell
from desktop.windows.table import Cell, Sort, TableColumn
from desktop.windows.table_view import TableView

COLUMNS = (
    TableColumn("title", N_("Agenda"), "head", signs=18, stretch=1),
    TableColumn("state", N_("State"), "pill", signs=9),
)
Row = tuple[AgendaItem, Part]
"""An item and what is composed for it."""


class Items:
    """The items as a list is fed."""

    def __init__(self) -> None:
        self.held: Mapping[UUID, tuple[AgendaItem, Part]] = {}

    def ids(self, query: Any, sort: Sort) -> list[UUID]:
        """In their order."""
        return list(self.held)

    def rows(self, ids: Any) -> Mapping[UUID, tuple[AgendaItem, Part]]:
        """These of them."""
        return {one: self.held[one] for one in ids if one in self.held}


class OutlineView(TableView):
    """The list; Alt with Up or Down moves the item."""

    moves: Callable[[int], object]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move instead of sorting."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self.moves(step)
        else:
            super().keyPressEvent(event)


def cells(row: Row, number: int, agenda: Agenda) -> Mapping[str, Cell]:
    """The cells of one item."""
    item, part = row
    told = tell(part, agenda)
    second = f"{chosen().clock(part.starts)} \u00b7 {chosen().minutes(item.minutes)}"
    return {
        "title": Cell(f"{number}. {item.title or _(PARTS[item.part])}", second),
        "state": Cell(told.state, sign=told.sign),
    }

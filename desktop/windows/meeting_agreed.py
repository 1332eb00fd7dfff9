"""What was decided and promised under one item of a meeting, in a table: Enter says it better, Delete takes it out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.language import N_, _, chosen
from desktop.meetings.commitments import CommitmentRow
from desktop.meetings.minutes import Agreed, MinutesItem
from desktop.problems import Problem
from desktop.records.meeting import Decision
from desktop.windows.desk import Desk
from desktop.windows.held_table import HeldTable
from desktop.windows.layouts import Column
from desktop.windows.meeting_promises import promise_cells, state_of
from desktop.windows.meeting_sitting import Sitting
from desktop.windows.pill import GOING_ON, GOOD
from desktop.windows.table import Cell, TableColumn

COLUMNS = (
    TableColumn("what", N_("Decisions and commitments of this item"), "head", 24, stretch=3),
    TableColumn("institution", N_("Institution"), "text", 14, stretch=1, leaves=1),
    TableColumn("due", N_("Due"), "quiet", 10, leaves=2),
    TableColumn("state", N_("State"), "pill", 10),
)
EMPTY = N_("What is decided and promised under this item stands here.")
NONE = "\u2013"


class AgreedTable(QWidget):
    """The table of one item."""

    wanted = Signal(object)
    """A decision or a commitment is to be said better."""
    taken = Signal()
    """One was taken out."""

    def __init__(self, desk: Desk, *, most: int = 4) -> None:
        super().__init__()
        self._desk, self.is_fixed = desk, False
        self._own = ""
        self.table = HeldTable(desk.background, COLUMNS, self._cells, COLUMNS[0].title, EMPTY, most=most, high=46)
        Column(self, gap=0).addWidget(self.table)
        self.table.view.opened.connect(self._open)
        self.table.view.installEventFilter(self)

    def put(self, sitting: Sitting, item_id: UUID) -> None:
        """Show what stands under this item."""
        self._own = sitting.own
        decided: Sequence[Decision] = [each for each in sitting.decisions if each.item_id == item_id]
        promised = [row for row in sitting.commitments if row.commitment.item_id == item_id]
        rows: dict[object, Decision | CommitmentRow] = {each.id: each for each in decided}
        self.table.put(rows | {row.commitment.id: row for row in promised})

    def put_rows(self, sitting: Sitting, rows: Mapping[UUID, CommitmentRow]) -> None:
        """Show these commitments, wherever they stand."""
        self._own = sitting.own
        self.table.put({key: row for key, row in rows.items()})  # noqa: C416

    def put_fixed(self, item: MinutesItem) -> None:
        """Show what stands in agreed minutes."""
        self.table.put(dict(enumerate((*item.conclusions, *item.commitments))))

    @property
    def has_rows(self) -> bool:
        """Whether anything was agreed."""
        return not self.table.view.isHidden()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Delete takes out what was never decided."""
        pressed = event.key() if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress else None
        if pressed == Qt.Key.Key_Delete:
            self.take_out()
            return True
        return super().eventFilter(watched, event)

    def take_out(self) -> None:
        """Take out the row with the caret; the toast has the way back."""
        row, centre = self.table.current(), self._desk.centre
        if row is None or self.is_fixed:
            return
        try:
            if isinstance(row, Decision):
                centre.minuting.take_back(row.id, centre.worker)
                self._desk.kept(N_("Decision taken out."))
            else:
                centre.commitments.take_out(row.commitment.id, centre.worker)
                self._desk.kept(N_("Commitment taken out."))
        except Problem as problem:
            self._desk.tell(problem)
        self.taken.emit()

    def _open(self, key: UUID) -> None:
        row = self.table.row(key)
        if row is not None and not self.is_fixed:
            self.wanted.emit(row)

    def _cells(self, row: Decision | CommitmentRow | Agreed | str) -> Mapping[str, Cell]:
        hidden = self.table.model.hidden
        if isinstance(row, Decision | str):
            told = row if isinstance(row, str) else row.text
            return promise_cells(told, NONE, NONE, (GOOD, _("Decision")), hidden) | {"what": Cell(told)}
        if isinstance(row, Agreed):
            return promise_cells(row.what, row.institution, chosen().day(row.due_on), (GOING_ON, _("Promised")), hidden)
        made, name = row.commitment, row.agency.known_as if row.agency else self._own
        state = (GOING_ON, _("Just promised")) if row.state == "open" else state_of(row.state, row.days_late)
        cells = promise_cells(made.what, name, chosen().day(made.due_on), state, hidden)
        return cells | {"institution": Cell(name, made.person)}

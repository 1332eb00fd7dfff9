"""What was promised at a meeting under no item of its agenda: below the items, or by itself where there are none."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from desktop.language import N_
from desktop.meetings.commitments import CommitmentRow
from desktop.meetings.minutes import Minutes
from desktop.records.meeting import Decision
from desktop.windows.card import Card
from desktop.windows.desk import Desk
from desktop.windows.labels import Label
from desktop.windows.meeting_agreed import AgreedTable
from desktop.windows.meeting_sitting import Sitting


class LooseCommitments(Card):
    """The card, hidden while there are none; Enter opens a commitment, Delete takes it out of minutes not agreed."""

    def __init__(self, desk: Desk, changed: Callable[[], object]) -> None:
        super().__init__(gap=8)
        self._desk = desk
        self.agreed = AgreedTable(desk)
        self.column.addWidget(Label(N_("Promised under no item"), "card", wrap=True))
        self.column.addWidget(self.agreed)
        self.agreed.wanted.connect(self._open)
        self.agreed.taken.connect(changed)
        self.hide()

    def put(self, sitting: Sitting, minutes: Minutes) -> None:
        """Those of a meeting that goes on or is drafted, or as its agreed minutes have them."""
        self.agreed.is_fixed = sitting.meeting.state == "agreed"
        if self.agreed.is_fixed:
            under = [each for item in minutes.items for each in item.commitments]
            loose = [each for each in minutes.commitments if each not in under]
            self.agreed.table.put(dict(enumerate(loose)))
            self.setVisible(bool(loose))
            return
        rows: dict[UUID, CommitmentRow] = {
            row.commitment.id: row for row in sitting.commitments if row.commitment.item_id is None
        }
        self.agreed.put_rows(sitting, rows)
        self.setVisible(bool(rows))

    def _open(self, row: Decision | CommitmentRow) -> None:
        if isinstance(row, CommitmentRow):
            self._desk.go("commitments", row.commitment.id)

"""What can be done with the rows and figures of a reconciliation: each act is one change with its undo in the toast."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from desktop.language import N_, chosen
from desktop.problems import Problem
from desktop.reconciliation.reconciliations import Agreement, Explained, Reconciliations, Remarks
from desktop.records.difference import SINGLE
from desktop.records.reconciliation import NOT, Reconciliation
from desktop.vault.vault import Worker
from desktop.windows.banner import Banner
from desktop.windows.desk import Desk
from desktop.windows.reconcile_groups import COPIES, GroupRow

Act = Callable[[Reconciliations, UUID, Worker], Any]


class Acts:
    """The acts of one page; a refusal is told in its banner, and after each that was done it reads again."""

    def __init__(self, desk: Desk, banner: Banner, done: Callable[[], object]) -> None:
        self.desk, self._banner, self._done = desk, banner, done
        self.about: UUID | None = None

    def explain(self, rows: Sequence[GroupRow], reason: str, note: str) -> None:
        """Give these rows a reason, or take it back."""
        said = Explained(rows[0].side, reason, note, tuple(_id(row) for row in rows))
        self._change(lambda log, about, by: log.explain(about, said, by), N_("Explained: {n}"), n=len(rows))

    def explain_numbers(self, said: Explained) -> None:
        """Say why two numbers differ by so many."""
        self._change(lambda log, about, by: log.explain(about, said, by), N_("Explained: {n}"), n=said.number)

    def drop_reason(self, reason_id: UUID) -> None:
        """Take one reason of two numbers back."""
        self._change(lambda log, about, by: log.drop_reason(about, reason_id, by))

    def remark(self, said: Remarks | None) -> None:
        """Keep what is said of the whole, if it is another than is kept."""
        if said is not None:
            self._change(lambda log, about, by: log.remark(about, said, by))

    def enter(self, row: GroupRow) -> None:
        """Enter one that never arrived as a notice; its number and its deadline are told."""
        entered = self._try(lambda log, about, by: log.enter_missing(about, UUID(row.their_id), by))
        if entered is not None:
            said = N_("Entered: {number}. First contact by: {date}")
            self.desk.kept(said, number=entered.label, date=chosen().moment(entered.due_at))
            self._done()

    def part(self, rows: Sequence[GroupRow]) -> None:
        """Two that were matched are two notices, or what looked like a copy is none."""

        def act(log: Reconciliations, about: UUID, by: Worker) -> None:
            for row in rows:
                if row.group == COPIES:
                    log.explain(about, Explained(row.side, SINGLE, rows=(_id(row),)), by)
                else:
                    log.decide(about, UUID(row.their_id), UUID(row.our_id), NOT, by)

        self._change(act)

    def settle(self, agreement: Agreement) -> Reconciliation | None:
        """Freeze the period; None where that was refused."""
        settled: Reconciliation | None = self._try(lambda log, about, by: log.settle(about, agreement, by))
        return settled

    def _change(self, act: Act, msgid: str = N_("Saved."), **values: object) -> None:
        if self._try(lambda *asked: (act(*asked), True)) is not None:
            self.desk.kept(msgid, **values)
            self._done()

    def _try(self, act: Act) -> Any:
        """What came of it; None where it was refused, which is told."""
        centre = self.desk.centre
        if self.about is None:
            return None
        try:
            came = act(centre.reconciliations, self.about, centre.worker)
        except Problem as problem:
            self._banner.tell(problem)
            return None
        self._banner.hide()
        return came


def _id(row: GroupRow) -> UUID:
    return UUID(row.our_id or row.their_id)

"""A list that was read is compared with our log and then kept, in the place of a former one where there is one.

Where work on the former list would have to be done again, that is said and asked; else nothing is asked.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from shiboken6 import isValid

from desktop.language import N_
from desktop.reconciliation.bringing import Brought
from desktop.reconciliation.bringing_again import Redone, bring_again, redone
from desktop.reconciliation.partner_list import PartnerList
from desktop.reconciliation.standing import Progress, Standing
from desktop.reconciliation.trial import compare
from desktop.records.reconciliation import Reconciliation
from desktop.windows.banner import Banner, ProgressCard
from desktop.windows.desk import Desk, Screen

COST = N_("To be done again if this list is taken: decided pairs {pairs}, reasons {reasons}.")
Found = tuple[Standing, Redone | None]


class Taking:
    """How one page takes lists; its banner says what that would cost."""

    def __init__(self, desk: Desk, page: Screen, shown: Callable[[], object], kept: Callable[..., object]) -> None:
        self._desk, self._page, self._shown, self._kept = desk, page, shown, kept
        self.cost = Banner("amber")
        self._take: Callable[[], object] = self.cost.hide
        self.take_button = self.cost.offer(N_("Take this list"), self._go_on)
        self.keep_button = self.cost.offer(N_("Keep the former list"), self.cost.hide)
        self.is_brought = False
        """Whether it is in the vault, and she has not been told so yet."""

    def begin(
        self, brought: Brought, listed: PartnerList, again: UUID | None, run: Callable[..., Any], refused: Any
    ) -> None:  # fmt: skip
        """Compare, ask where something would be lost, and keep it.

        Args:
            brought: Whose list it is, and of which months.
            listed: What was read.
            again: The reconciliation in whose list's place it comes.
            run: What starts the keeping.
            refused: Told the problem where it is refused.
        """
        log, by, name = self._desk.centre.reconciliations, self._desk.centre.worker, self._page.NAME

        def job(progress: Progress) -> Found:
            standing = compare(log, brought, listed, progress, again=again)
            return standing, redone(log, again, brought, listed) if again else None

        def keep() -> Reconciliation:
            kept = bring_again(log, again, brought, listed, by) if again else log.bring(brought, listed, by)
            self.is_brought = True
            self._desk.written(name, again)
            return kept

        def found(told: Found) -> None:
            standing, cost = told
            if not isValid(self._page):
                return
            is_doubtful = bool(standing.settlement and standing.settlement.doubtful)
            self._take = partial(run, keep, partial(self._told, is_doubtful), lasts=True)
            self._ask(cost) if cost else self._take()

        self.cost.hide()
        errand = self._desk.background.run(job, found, refused, counts=True)
        if not errand.is_over:
            ProgressCard(self._page, errand, N_("Comparing with our log"))

    def _ask(self, cost: Redone) -> None:
        self._shown()
        self.cost.say(COST, N_("Undo brings the former list back."), pairs=cost.pairs, reasons=cost.reasons)
        self.keep_button.setFocus()

    def _go_on(self) -> None:
        self._take()

    def _told(self, is_doubtful: bool, kept: Reconciliation) -> None:
        self.is_brought = False
        self._kept(kept, is_doubtful)

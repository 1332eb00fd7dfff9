"""The notices: find any of them in seconds, and see its whole course beside the list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from desktop.language import N_, ngettext
from desktop.problems import Problem
from desktop.records.referral import Referral
from desktop.records.referral_query import ReferralQuery
from desktop.records.referral_sheet import NoticeGone, ReferralSheet
from desktop.windows.buttons import OUTLINED, Button
from desktop.windows.desk import Desk
from desktop.windows.drop_area import FileDrop
from desktop.windows.hand_on import handing_on
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, Row
from desktop.windows.list_screen import ListScreen
from desktop.windows.protocol_case_rows import Told, of_notice
from desktop.windows.referral_card import ReferralCard
from desktop.windows.referral_filters import ReferralFilters
from desktop.windows.referral_foot import ABOUT
from desktop.windows.referral_rows import COLUMNS, ReferralSource, RowWriter
from desktop.windows.sides import Sides
from desktop.windows.table import Cell, Sort
from desktop.windows.table_acts import RowAct
from desktop.windows.timeline_events import Amendments, amendments
from desktop.windows.worker import Errand, Steps

PAGES = {"assistance": "assistance_entry", "amend": "notice"}
"""Where a wish of the card leads, if the page is not called like it."""
MINUTE_MS = 60_000
HELD_MS = 80
"""Rows that follow each other faster are passed by, by a key held down: they are not read."""


class Referrals(ListScreen):
    """The list at the left, the chosen notice at the right."""

    NAME = "referrals"
    TITLE = N_("Notices")
    ICON = "referral"
    FIRST = N_("The first notice will stand here. A spreadsheet can be dropped on this window.")

    def __init__(self, desk: Desk) -> None:
        self._writer = RowWriter(desk.centre.world.today())
        received = Sort("received_at", descending=True)
        super().__init__(desk, ReferralSource(desk.centre.referrals), COLUMNS, received, ReferralFilters)
        self.acts.together = handing_on(desk)
        self.acts.of_row = self._row_acts
        self.card = ReferralCard(desk)
        self._reading: Errand | None = None
        self._passing = QTimer(self, singleShot=True, interval=HELD_MS)
        self._passing.timeout.connect(self._rest)
        self.sides = Sides(self.list, self.card, sizes=desk.sizes(self.NAME))
        self._build()
        self.sides.turned.connect(lambda _single: self._fit_card())
        self.sides.moved.connect(lambda sizes: desk.sizes(self.NAME, sizes))
        self.view.chosen.connect(self._choose)
        self.view.opened.connect(self._open)
        self.card.wanted.connect(self._want)
        self._minute = QTimer(self, interval=MINUTE_MS)
        self._minute.timeout.connect(self._ask_rule_again)
        self._minute.start()
        self.begin()

    def _build(self) -> None:
        head = Row(gap=10)
        head.addWidget(Label(N_("Notices"), "title"), 1)
        head.addWidget(Button(N_("Bring in a list"), OUTLINED, icon="file", do=lambda: self.desk.go("bring_in")))
        page = Column(self, gap=14, margins=(24, 16, 24, 18))
        page.addLayout(head)
        page.addWidget(self.filters)
        page.addWidget(self.sides, 1)
        FileDrop(self, lambda file: self.desk.go("bring_in", file))
        self.card.hide()

    def ask(self) -> None:
        """Show what the filters say."""
        self._writer.today = self.desk.centre.world.today()
        super().ask()
        self.filters.count_again()

    def refresh(self) -> None:
        """Read again."""
        super().refresh()
        if self.card.about is not None:
            self._show(self.card.about)

    def hear_of(self, written: Any) -> None:
        """A notice of a month that is over, entered today, is not to be looked for in vain."""
        if isinstance(written, Referral):
            self.filters.let_in(written.received_at.date())

    def show_record(self, about: UUID | Any | None) -> None:
        """Show that notice, whatever the filters say; filters given by name: what they let through."""
        if isinstance(about, dict):
            self.filters.restore(about)
        if isinstance(about, UUID):
            if not self.view.choose(about):
                self.filters.clear()
                self.view.choose(about)
            self._show(about)
            self.sides.show_detail()

    def restore(self, state: dict[str, Any]) -> None:
        """Filters, order and the chosen notice, as they were."""
        super().restore(state)
        if state.get("row"):
            self._show(UUID(state["row"]))

    def is_new(self) -> bool:
        """Whether no notice was ever entered."""
        return not self.desk.centre.referrals.first(ReferralQuery(), 1)

    def first(self) -> QWidget:
        """The list, or what is next with the notice that covers it."""
        return self.card.foot.first() if self.sides.is_on_detail() else self.view

    def foot(self, count: int) -> str:
        """How many notices."""
        return ngettext("{n} notice", "{n} notices", count)

    def _row_acts(self) -> list[RowAct]:
        """What is done with a notice most often; everything stands under "More" on its card."""
        about = self.view.current_id()
        acts = (("attempt", N_("Contact attempt")), ("assistance", N_("Assistance")), *ABOUT)
        return [(words, partial(self._want, what, about)) for what, words in acts] if isinstance(about, UUID) else []

    def _cells(self, row: Any) -> Mapping[str, Cell]:
        return self._writer.cells(row, self.model.hidden)

    def _loaded(self, count: int) -> None:
        super()._loaded(count)
        self._fit_card()

    def _choose(self, identifier: UUID | None) -> None:
        """Show it at once; where a key is held down, only that at which it is let go."""
        if identifier is None or identifier == self.card.about:
            return
        if self._passing.isActive():
            self._turn_to(identifier)
        else:
            self._show(identifier)
        self._passing.start()

    def _rest(self) -> None:
        if self._reading is None and self.card.about is not None:
            self._show(self.card.about)

    def _open(self, identifier: UUID) -> None:
        self._show(identifier)
        self.sides.show_detail()
        self.card.foot.first().setFocus()

    def _show(self, identifier: UUID) -> None:
        """Read that notice, off the window's thread, and show it; one that is chosen meanwhile takes its place."""
        self._turn_to(identifier)
        self._reading = self.desk.background.run(lambda: read_notice(self.desk, identifier), self._put, self._gone)
        self._fit_card()

    def _turn_to(self, identifier: UUID) -> None:
        if self._reading is not None:
            self._reading.drop()
            self._reading = None
        self.card.wait_for(identifier)

    def _put(self, found: tuple[ReferralSheet, Amendments, Sequence[Told]]) -> Steps:
        yield from self.card.put(*found)
        self._fit_card()

    def _gone(self, problem: Problem) -> None:
        self.card.wait_for(None)
        self._fit_card()
        if not isinstance(problem, NoticeGone):
            self.desk.tell(problem)

    def _fit_card(self) -> None:
        """A card is on show beside its list alone: its keys must not reach somebody who is not there."""
        is_wanted = self.card.about is not None and self.model.rowCount() > 0
        if is_wanted and self.card.isHidden():
            self.card.come(is_alone=self.sides.is_single)
        elif not is_wanted:
            self.card.hide()

    def _want(self, what: str, identifier: UUID) -> None:
        if what == "open":
            self.show_record(identifier)
        elif what == "refresh":
            self.refresh()
        else:
            self.desk.go(PAGES.get(what, what), identifier)

    def _ask_rule_again(self) -> None:
        if self.card.sheet is not None and self.isVisible():
            self.card.look_again()


def read_notice(desk: Desk, identifier: UUID) -> tuple[ReferralSheet, Amendments, Sequence[Told]]:
    """Everything about a notice, what of its time line was amended, what the protocol says of it; by the worker."""
    sheet = desk.centre.referrals.sheet(identifier)
    return sheet, amendments(desk, sheet.line), of_notice(desk.centre, identifier)

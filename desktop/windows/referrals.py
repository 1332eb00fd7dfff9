"""The notices: find any of them in seconds, and see its whole course beside the list."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QWidget

from desktop.language import N_, ngettext
from desktop.records.referral_query import ReferralQuery
from desktop.records.referral_sheet import NoticeGone
from desktop.windows.banner import EmptyState
from desktop.windows.buttons import OUTLINED, Button
from desktop.windows.desk import Desk, Screen
from desktop.windows.drop_area import FileDrop
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, Row
from desktop.windows.referral_card import ReferralCard
from desktop.windows.referral_filters import ReferralFilters
from desktop.windows.referral_rows import COLUMNS, ReferralSource, RowWriter
from desktop.windows.sides import Sides
from desktop.windows.table import Sort, TableModel
from desktop.windows.table_acts import ListActs
from desktop.windows.table_card import TableCard, TableView

PAGES = {"assistance": "assistance_entry", "amend": "notice"}
"""Where a wish of the card leads, if the page is not called like it."""
FIRST = N_("The first notice will stand here. A spreadsheet can be dropped on this window.")
MINUTE_MS = 60_000


class Referrals(Screen):
    """The list at the left, the chosen notice at the right."""

    NAME = "referrals"
    TITLE = N_("Notices")
    ICON = "referral"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._writer = RowWriter(desk.centre.world.today())
        source, sort = ReferralSource(desk.centre.referrals), Sort("received_at", descending=True)
        self.model = TableModel(source, COLUMNS, self._cells, desk.background, sort=sort, parent=self)
        self.view = TableView(self.model, N_("Notices"))
        self._empty = EmptyState("referral", FIRST)
        self._empty_button = self._empty.offer(N_("New notice"), self._help_out)
        self.list = TableCard(self.view, self.model, self._empty, tells_order=True)
        self.acts = ListActs(desk, self.NAME, self.TITLE, self.list)
        self.filters, self.card = ReferralFilters(desk), ReferralCard(desk)
        self.sides = Sides(self.list, self.card, sizes=desk.sizes(self.NAME))
        self._build()
        self.sides.turned.connect(lambda _single: self._fit_card())
        self.sides.moved.connect(lambda sizes: desk.sizes(self.NAME, sizes))
        self.filters.changed.connect(self.ask)
        self.model.loaded.connect(self._count)
        self.view.chosen.connect(self._choose)
        self.view.opened.connect(self._open)
        self.card.wanted.connect(self._want)
        self._minute = QTimer(self, interval=MINUTE_MS)
        self._minute.timeout.connect(self._ask_rule_again)
        self._minute.start()
        self.ask()

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
        self.filters.count_again()
        self.model.ask(self.filters.query())

    def refresh(self) -> None:
        """Read again."""
        self.filters.refill()
        self.ask()
        if self.card.sheet is not None:
            self._show(self.card.sheet.referral.id)

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

    def search(self, words: str) -> None:
        """Show the notices that have these words."""
        self.filters.look_for(words)

    def state(self) -> dict[str, Any]:
        """Filters and the chosen notice."""
        chosen_id = self.view.current_id()
        return {"filters": self.filters.state(), "row": chosen_id.hex if chosen_id else ""}

    def restore(self, state: dict[str, Any]) -> None:
        """Filters and the chosen notice, as they were."""
        self.filters.restore(state.get("filters", {}))
        if state.get("row"):
            self.show_record(UUID(state["row"]))

    def first(self) -> QWidget:
        """The list."""
        return self.view

    def _cells(self, row: Any) -> Any:
        return self._writer.cells(row, self.model.hidden)

    def _count(self, count: int) -> None:
        words, shown = ngettext("{n} notice", "{n} notices", count), self.filters.in_words()
        self.list.foot.put(f"{words} \u00b7 {shown}" if shown else words)
        self._empty.say(self._why_empty(filtered=bool(shown)))
        self._empty_button.say(N_("Clear the filters") if shown else N_("New notice"))
        if count and self.view.current_id() is None:
            self.view.selectRow(0)
        self._fit_card()

    def _why_empty(self, *, filtered: bool) -> str:
        if self.filters.query().text:
            return N_("Nothing found. Try fewer letters.")
        return N_("No notice is like that.") if filtered else FIRST

    def _help_out(self) -> None:
        if self.filters.query() != ReferralQuery():
            self.filters.clear()
        else:
            self.desk.go("notice")

    def _choose(self, identifier: UUID | None) -> None:
        if identifier is not None:
            self._show(identifier)

    def _open(self, identifier: UUID) -> None:
        self._show(identifier)
        self.sides.show_detail()
        self.card.attempt.setFocus()

    def _show(self, identifier: UUID) -> None:
        try:
            self.card.put(self.desk.centre.referrals.sheet(identifier))
        except NoticeGone:
            self.card.sheet = None
        self._fit_card()

    def _fit_card(self) -> None:
        """A card is on show beside its list alone: its keys must not reach somebody who is not there."""
        self.card.setVisible(self.card.sheet is not None and self.model.rowCount() > 0)

    def _want(self, what: str, identifier: UUID) -> None:
        if what == "open":
            self.show_record(identifier)
        elif what == "refresh":
            self.refresh()
        else:
            self.desk.go(PAGES.get(what, what), identifier)

    def _ask_rule_again(self) -> None:
        if self.card.sheet is not None and self.isVisible():
            self.card.put(self.card.sheet)

    def changeEvent(self, event: QEvent) -> None:
        """Say the foot again in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._count(self.model.rowCount())
        super().changeEvent(event)

"""The notices: find any of them in seconds, and see its whole course beside the list."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget

from desktop.language import N_, _, chosen, ngettext
from desktop.records.referral_query import ReferralQuery
from desktop.windows.banner import EmptyState
from desktop.windows.buttons import OUTLINED, PLAIN, Button
from desktop.windows.desk import Desk, Screen
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, Row
from desktop.windows.look import px
from desktop.windows.referral_card import ReferralCard
from desktop.windows.referral_filters import ReferralFilters
from desktop.windows.referral_rows import COLUMNS, ReferralSource, RowWriter
from desktop.windows.table import Sort, TableModel
from desktop.windows.table_card import TableCard, TableView

NARROW = 980
"""Under this width the notice is a page of its own with a way back."""


class Referrals(Screen):
    """The list at the left, the chosen notice at the right."""

    NAME = "referrals"
    TITLE = N_("Notices")
    ICON = "referral"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._writer = RowWriter(desk.centre.world.today())
        source = ReferralSource(desk.centre.referrals)
        self.model = TableModel(
            source, COLUMNS, self._writer.cells, desk.background, sort=Sort("received_at", descending=True), parent=self
        )
        self.view = TableView(self.model, N_("Notices"))
        self._empty = EmptyState("referral", N_("The first notice will stand here."))
        self._empty_do = self._empty.offer(N_("New notice"), lambda: desk.go("notice"))
        self.list = TableCard(self.view, self.model, self._empty)
        self.filters = ReferralFilters(desk)
        self.card = ReferralCard(desk)
        self._build()
        self.filters.changed.connect(self.ask)
        self.model.loaded.connect(self._count)
        self.view.chosen.connect(self._choose)
        self.view.opened.connect(self._open)
        self.card.wanted.connect(self._want)
        self._minute = QTimer(self, interval=60_000)
        self._minute.timeout.connect(self._ask_rule_again)
        self._minute.start()
        self.ask()

    def _build(self) -> None:
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(px(16))
        self.split.addWidget(self.list)
        self.split.addWidget(self.card)
        self.split.setStretchFactor(0, 3)
        self.split.setStretchFactor(1, 2)
        self.card.setMinimumWidth(px(360))
        self._pages = QStackedWidget()
        self._pages.addWidget(self.split)
        self._back = Button(N_("Back"), PLAIN, icon="undo", do=self._to_list)
        self._back.hide()
        head = Row(gap=10)
        head.addWidget(Label(N_("Notices"), "title"), 1)
        head.addWidget(self._back)
        head.addWidget(Button(N_("Bring in a list"), OUTLINED, icon="file", do=lambda: self.desk.go("bring_in")))
        page = Column(self, gap=14, margins=(24, 16, 24, 18))
        page.addLayout(head)
        page.addWidget(self.filters)
        page.addWidget(self._pages, 1)
        self.card.hide()

    def ask(self) -> None:
        """Show what the filters say."""
        self._writer.today = self.desk.centre.world.today()
        self._writer.hidden = self.model.hidden
        self.model.ask(self.filters.query())

    def refresh(self) -> None:
        """Read again."""
        self.filters.refill()
        self.ask()
        if self.card.sheet is not None:
            self._show(self.card.sheet.referral.id)

    def show_record(self, about: UUID | Any | None) -> None:
        """Show that notice, whatever the filters say."""
        if isinstance(about, UUID):
            if not self.view.choose(about):
                self.filters.clear()
            self._show(about)
            if self._is_narrow():
                self._to_card()

    def state(self) -> dict[str, Any]:
        """Filters and the chosen notice."""
        chosen_id = self.view.current_id()
        return {"filters": self.filters.state(), "row": chosen_id.hex if chosen_id else ""}

    def restore(self, state: dict[str, Any]) -> None:
        """Filters and the chosen notice, as they were."""
        self.filters.restore(state.get("filters", {}))
        if state.get("row"):
            self.show_record(UUID(state["row"]))

    def _count(self, count: int) -> None:
        words = ngettext("{n} notice", "{n} notices", count)
        shown = self.filters.in_words()
        self.list.foot.put(f"{words} \u00b7 {shown}" if shown else words)
        is_filtered = self.filters.query() != ReferralQuery()
        self._empty.say(
            N_("Nothing found. Try fewer letters.") if is_filtered else N_("The first notice will stand here.")
        )
        self._empty_do.say(N_("Clear the filters") if is_filtered else N_("New notice"))
        self._empty_do.do = self.filters.clear if is_filtered else lambda: self.desk.go("notice")
        if count and self.view.current_id() is None and self.card.sheet is None:
            self.view.selectRow(0)

    def _choose(self, identifier: UUID | None) -> None:
        if identifier is not None:
            self._show(identifier)

    def _open(self, identifier: UUID) -> None:
        self._show(identifier)
        if self._is_narrow():
            self._to_card()
        self.card.attempt.setFocus()

    def _show(self, identifier: UUID) -> None:
        self.card.put(self.desk.centre.referrals.sheet(identifier))
        self.card.setVisible(not self._is_narrow() or self.list.isHidden())

    def _want(self, what: str, identifier: UUID) -> None:
        if what == "open":
            self.show_record(identifier)
        else:
            self.desk.go({"assistance": "assistance_entry", "amend": "notice"}.get(what, what), identifier)

    def _ask_rule_again(self) -> None:
        if self.card.sheet is not None and self.isVisible():
            self.card.put(self.card.sheet)

    def _is_narrow(self) -> bool:
        return self.width() < px(NARROW)

    def _to_card(self) -> None:
        self.list.hide()
        self.filters.hide()
        self.card.show()
        self._back.show()

    def _to_list(self) -> None:
        self.list.show()
        self.filters.show()
        self._back.hide()
        self.card.setVisible(not self._is_narrow() and self.card.sheet is not None)
        self.view.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One page or two."""
        super().resizeEvent(event)
        if self._back.isHidden():
            self.card.setVisible(not self._is_narrow() and self.card.sheet is not None)
        elif not self._is_narrow():
            self._to_list()

    def changeEvent(self, event: QEvent) -> None:
        """Say the foot again in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._count(self.model.rowCount())
        super().changeEvent(event)


def month_words(day: date) -> str:
    """A month as a filter names it."""
    return chosen().month_title(day.year, day.month) if day else _("Any time")

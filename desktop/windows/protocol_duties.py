"""Duties at work, a tab of the protocol's screen: a month's rows, praise first, and a picture of each institution."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from desktop.language import N_, _, chosen, ngettext
from desktop.periods import Month
from desktop.protocol.sheet import VersionSheet
from desktop.windows.banner import EmptyState
from desktop.windows.buttons import OUTLINED, PLAIN, PRIMARY, Button
from desktop.windows.card import Card
from desktop.windows.chart import Chart
from desktop.windows.choice import Combo
from desktop.windows.desk import Desk
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, Flow, scrolled
from desktop.windows.protocol_duty_rows import COLUMNS, PICTURE, DutyQuery, DutySource, cells, duties_picture
from desktop.windows.protocol_paper import paper_about
from desktop.windows.protocol_tab import LIST_LEAST, ProtocolTab
from desktop.windows.sides import Sides
from desktop.windows.table import Sort, TableModel
from desktop.windows.table_acts import ListActs
from desktop.windows.table_card import TableCard
from desktop.windows.table_view import TableView

MONTHS_BACK = 25
FIRST = N_("Provisions with a time limit are watched here from the day on which a version is in force.")
NOTHING = N_("No time limit ended in this month.")
RULE = N_("Unit: case. It counts in the month in which its time ends, by the version then in force.")


class DutiesTab(ProtocolTab):
    """The tab; Enter opens the records behind a row."""

    NAME = "duties"
    TITLE = N_("Duties")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.source = DutySource(desk.centre)
        self.model = TableModel(self.source, COLUMNS, self._cells, desk.background, sort=Sort("kept"), parent=self)
        self.view = TableView(self.model, N_("Duties"))
        self._empty = EmptyState("clock", FIRST)
        self.list = TableCard(self.view, self.model, self._empty, least=LIST_LEAST)
        self.list_acts = ListActs(desk, "protocol_duties", N_("Duties"), self.list)
        self.month = Combo()
        self.chart, self._rule = Chart(), Label(RULE, "second", wrap=True)
        self._nothing = Label(NOTHING, "quiet", wrap=True)
        self._wanted = ""
        self._by_hand = Button(N_("Case by hand"), OUTLINED, key="F6", do=lambda: desk.go("protocol_by_hand"))
        self._breach = Button(N_("Note a departure"), PLAIN, key="F7", do=lambda: desk.go("protocol_breach"))

        self._paper = Button(N_("Paper for the meeting"), PRIMARY, icon="print", do=self._to_paper)
        self._build()
        self.model.loaded.connect(self._loaded)
        self.view.opened.connect(self._open)
        self.month.activated.connect(self._choose_month)
        self.chart.opened.connect(self._open_bar)

    def put(self, sheet: VersionSheet) -> None:
        """Show the duties of this protocol, whatever version is on show."""
        super().put(sheet)
        today, speak = self.desk.centre.world.today(), chosen()
        now = Month.of(today)
        since = min((duty.since for duty in self.desk.centre.duties.watched(sheet.protocol.id)), default=today)
        months = [now.later(-back) for back in range(MONTHS_BACK) if now.later(-back).last >= since]
        self.month.fill([(one.key, speak.month_title(one.year, one.month)) for one in months])
        self.month.choose(self._wanted)
        if not self.month.code():
            self.month.choose(now.later(-1).key if len(months) > 1 else now.key)
        self._ask()

    def acts(self) -> tuple[Button, ...]:
        """What can be done."""
        return self._breach, self._by_hand, self._paper

    def show_record(self, about: object) -> None:
        """The month that is meant, as `2026-10`."""
        if isinstance(about, str):
            self._wanted = about
            self.month.choose(about)
            self._ask()

    def state(self) -> dict[str, object]:
        """The month."""
        return {"month": self.month.code()}

    def restore(self, state: dict[str, object]) -> None:
        """The month, as it was."""
        self._wanted = str(state.get("month", ""))

    def first(self) -> QWidget:
        """The list, or the choice of a month while it is empty."""
        return self.view if self.model.rowCount() else self.month

    def changeEvent(self, event: QEvent) -> None:
        """Say the picture and the foot again in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.month.setAccessibleName(_("Month"))
            self._loaded(self.model.rowCount())

    def _build(self) -> None:
        tools = QWidget()
        flow = Flow(tools, gap=12)
        self.month.setAccessibleName(_("Month"))
        flow.addWidget(self.month)
        flow.addWidget(self._rule)
        left = QWidget()
        main = Column(left, gap=12)
        main.addWidget(tools)
        main.addWidget(self.list, 1)
        self._card = Card(gap=10)
        body = QWidget()
        inner = Column(body, gap=10)
        inner.addWidget(self.chart)
        inner.addWidget(self._nothing)
        inner.addStretch(1)
        self._card.column.addWidget(Label(PICTURE, "card", wrap=True))
        self._card.column.addWidget(scrolled(body), 1)
        self.sides = Sides(left, self._card, sizes=self.desk.sizes("protocol_duties"))
        self.sides.moved.connect(lambda sizes: self.desk.sizes("protocol_duties", sizes))
        Column(self, gap=0).addWidget(self.sides, 1)

    def _ask(self) -> None:
        if self.sheet is not None and self.month.code():
            self.model.ask(DutyQuery(self.sheet.protocol.id, Month.parse(self.month.code())))

    def _choose_month(self) -> None:
        self._wanted = self.month.code()
        self._ask()

    def _cells(self, row: Any) -> Any:
        return cells(row, self.model.hidden)

    def _loaded(self, count: int) -> None:
        figures = self.source.figures
        if figures is None:
            return
        picture, total = duties_picture(figures), figures.total
        self.chart.put(picture)
        self.chart.setVisible(bool(picture.bars))
        self._nothing.setVisible(not picture.bars)
        words = [ngettext("{n} case", "{n} cases", total.cases)]
        if total.running:
            words.append(_("time still runs: {n}", n=chosen().number(total.running)))
        self.list.foot.put(" · ".join(words))
        watched = self.sheet and self.desk.centre.duties.watched(self.sheet.protocol.id)
        self._empty.say(NOTHING if watched else FIRST)
        if count and self.view.current_id() is None:
            self.view.selectRow(0)

    def _open(self, key: Any) -> None:
        provision_id, agency_id, together = key
        self._go(agency_id, together=together, provision=provision_id.hex)

    def _open_bar(self, about: Any) -> None:
        agency_id, together, state = about
        self._go(agency_id, together=together, state=state)

    def _go(self, agency_id: Any, *, together: bool, **more: str) -> None:
        if self.sheet is not None:
            whose = "together" if together else agency_id.hex if agency_id else "own"
            told = {"protocol": self.sheet.protocol.id.hex, "month": self.month.code(), "whose": whose, **more}
            self.desk.go("protocol_cases", told)

    def _to_paper(self) -> None:
        """The paper of the month, under the version on show."""
        if self.sheet is not None and self.month.code():
            self.desk.go("protocol_paper", paper_about("duties", self.sheet.version.id, self.month.code()))

"""The help that was given: a list by month and kind, whose foot sums the minutes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from desktop.language import N_, _, chosen, ngettext
from desktop.periods import Month
from desktop.records.assistance_draft import AssistanceQuery, AssistanceRow
from desktop.records.assistance_log import AssistanceLog
from desktop.windows.banner import EmptyState
from desktop.windows.buttons import OUTLINED, PRIMARY, Button
from desktop.windows.choice import Combo
from desktop.windows.desk import Desk, Screen
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, Flow, Row
from desktop.windows.names import shown_name
from desktop.windows.table import Cell, Sort, TableColumn, TableModel
from desktop.windows.table_acts import ListActs
from desktop.windows.table_card import TableCard, TableView
from desktop.windows.timeline_events import take_back

COLUMNS = (
    TableColumn("on_day", N_("Day"), "key", signs=10),
    TableColumn("person", N_("Person"), signs=18, stretch=3),
    TableColumn("kind", N_("Kind"), signs=16, stretch=2),
    TableColumn("channel", N_("How"), "quiet", signs=12, stretch=1, leaves=2),
    TableColumn("worker", N_("Worker"), "quiet", signs=14, stretch=1, leaves=1),
    TableColumn("minutes", N_("Minutes"), "figure", signs=7),
)
MONTHS_BACK = 24
HELP_STANDS_HERE = N_("Help given stands here and counts in the month's summary.")
NOTHING_FOUND = N_("No help was entered for this choice.")


class AssistanceSource:
    """The help of a query, for the table."""

    def __init__(self, log: AssistanceLog) -> None:
        self._log = log

    def ids(self, query: AssistanceQuery, sort: Sort) -> Sequence[UUID]:
        """The identifiers, newest first."""
        return self._log.ids(query)

    def rows(self, ids: Sequence[UUID]) -> Mapping[UUID, AssistanceRow]:
        """The rows by identifier."""
        return {row.id: row for row in self._log.rows(ids)}


class Assistance(Screen):
    """The list of help."""

    NAME = "help"
    TITLE = N_("Assistance")
    ICON = "lifebuoy"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.month, self.kind, self.worker = Combo(), Combo(), Combo()
        self._wording = desk.wording()
        source = AssistanceSource(desk.centre.assistance)
        self.model = TableModel(
            source, COLUMNS, self._cells, desk.background, sort=Sort("on_day", descending=True), parent=self
        )
        self.view = TableView(self.model, N_("Assistance"))
        self._empty = EmptyState("lifebuoy", HELP_STANDS_HERE)
        self._clear = self._empty.offer(N_("Clear the filters"), self.clear)
        self.list = TableCard(self.view, self.model, self._empty)
        self.acts = ListActs(desk, self.NAME, self.TITLE, self.list)
        self._build()
        self._fill()
        self.month.choose(Month.of(desk.centre.world.today()).key)
        for combo in (self.month, self.kind, self.worker):
            combo.currentIndexChanged.connect(self.ask)
        self.view.opened.connect(self._amend)
        self.model.loaded.connect(self._count)
        self.ask()

    def _build(self) -> None:
        self.more = Button(N_("More"), OUTLINED, icon="down", also=("F10",), do=self.open_menu)
        new = Button(N_("Assistance"), PRIMARY, icon="plus", key="F7", do=lambda: self.desk.go("assistance_entry"))
        head, filters = Row(gap=10), QWidget()
        head.addWidget(Label(N_("Assistance"), "title"), 1)
        for button in (self.more, new):
            head.addWidget(button)
        flow = Flow(filters, gap=8)
        for combo in (self.month, self.kind, self.worker):
            combo.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            flow.addWidget(combo)
        page = Column(self, gap=14, margins=(24, 16, 24, 18))
        page.addLayout(head)
        page.addWidget(filters)
        page.addWidget(self.list, 1)

    def ask(self) -> None:
        """Show what the filters say."""
        self.model.ask(self.query())

    def query(self) -> AssistanceQuery:
        """What is asked for."""
        worker = self.worker.code()
        return AssistanceQuery(
            month=self.month.code(), kind=self.kind.code(), worker_id=UUID(worker) if worker else None
        )

    def clear(self) -> None:
        """Show all the help there is."""
        for combo in (self.month, self.kind, self.worker):
            combo.choose("")
        self.view.setFocus()

    def open_menu(self) -> None:
        """What can be done with the help in which the caret is."""
        identifier = self.view.current_id()
        if identifier is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for msgid, do in (
            (N_("Change…"), self._amend),
            (N_("Take this entry back"), self._take_back),
            (N_("Open the notice"), self._open),
        ):
            action = QAction(_(msgid), menu)
            action.triggered.connect(partial(self._do, do, identifier))
            menu.addAction(action)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))
        menu.setActiveAction(menu.actions()[0])

    def refresh(self) -> None:
        """Read again."""
        self._fill()
        self.ask()

    def show_record(self, about: UUID | Any | None) -> None:
        """Show what filters given by name let through."""
        if isinstance(about, dict):
            self.restore(about)

    def first(self) -> Any:
        """The list."""
        return self.view

    def state(self) -> dict[str, Any]:
        """The filters."""
        return {"month": self.month.code(), "kind": self.kind.code(), "worker": self.worker.code()}

    def restore(self, state: dict[str, Any]) -> None:
        """The filters, as they were."""
        self.month.choose(state.get("month", ""))
        self.kind.choose(state.get("kind", ""))
        self.worker.choose(state.get("worker", ""))
        self.ask()

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()
            self._count(self.model.rowCount())
        super().changeEvent(event)

    def _fill(self) -> None:
        self._wording = self.desk.wording()
        speak, now = chosen(), Month.of(self.desk.centre.world.today())
        months = [now.later(-back) for back in range(MONTHS_BACK)]
        years = [(str(year), str(year)) for year in (now.year, now.year - 1)]
        shown = [(m.key, speak.month_title(m.year, m.month)) for m in months]
        self.month.fill([("", _("Any time")), *years, *shown])
        kinds = self.desk.centre.lists.entries("assistance_kind", active_only=False)
        self.kind.fill([("", _("All kinds")), *((k.code, k.shown(speak.say)) for k in kinds)])
        workers = self.desk.centre.staff.members()
        self.worker.fill([("", _("All workers")), *((w.id.hex, w.name) for w in workers)])
        for combo, name in ((self.month, N_("Month")), (self.kind, N_("Kind")), (self.worker, N_("Worker"))):
            combo.setAccessibleName(_(name))

    def _cells(self, row: AssistanceRow) -> Mapping[str, Cell]:
        speak, wording = chosen(), self._wording
        second = [row.referral_label]
        if "channel" in self.model.hidden:
            second.append(wording.code("contact_channel", row.channel))
        if "worker" in self.model.hidden:
            second.append(row.worker_name)
        return {
            "on_day": Cell(speak.day_of_year(row.on_day, self.desk.centre.world.today()), value=row.on_day),
            "person": Cell(
                shown_name(row.person_name, row.referral_label), " \u00b7 ".join(part for part in second if part)
            ),
            "kind": Cell(wording.code("assistance_kind", row.kind)),
            "channel": Cell(wording.code("contact_channel", row.channel)),
            "worker": Cell(row.worker_name),
            "minutes": Cell(speak.number(row.minutes), _("together") if row.is_group else "", value=row.minutes),
        }

    def _count(self, count: int) -> None:
        query = self.query()
        times = ngettext("{n} time", "{n} times", self.desk.centre.assistance.times(query))
        hours = chosen().number(self.desk.centre.assistance.minutes(query) / 60, 1)
        self.list.foot.put(f"{times} \u00b7 {_('Hours: {hours}', hours=hours)}")
        self.more.setEnabled(bool(count))
        is_filtered = query != AssistanceQuery()
        self._empty.say(NOTHING_FOUND if is_filtered else HELP_STANDS_HERE)
        self._clear.setVisible(is_filtered)
        if count and self.view.current_id() is None:
            self.view.selectRow(0)

    def _do(self, do: Callable[[UUID], None], identifier: UUID, _is_on: bool = False) -> None:
        do(identifier)

    def _amend(self, identifier: UUID) -> None:
        self.desk.go("assistance_amend", identifier)

    def _open(self, identifier: UUID) -> None:
        rows = self.desk.centre.assistance.rows([identifier])
        if rows and rows[0].referral_id is not None:
            self.desk.go("referrals", rows[0].referral_id)

    def _take_back(self, identifier: UUID) -> None:
        take_back(self.desk, "assistance", identifier)
        self.ask()

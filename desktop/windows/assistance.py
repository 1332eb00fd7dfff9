"""The help that was given: a list by month and kind, whose foot sums the minutes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent

from desktop.language import N_, _, chosen, ngettext
from desktop.periods import Month
from desktop.records.assistance_draft import AssistanceQuery, AssistanceRow
from desktop.records.assistance_log import AssistanceLog
from desktop.windows.banner import EmptyState
from desktop.windows.buttons import OUTLINED, Button
from desktop.windows.choice import Combo
from desktop.windows.desk import Desk, Screen
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, Row
from desktop.windows.table import Cell, Sort, TableColumn, TableModel
from desktop.windows.table_card import TableCard, TableView

COLUMNS = (
    TableColumn("on_day", N_("Day"), "key", signs=10),
    TableColumn("person", N_("Person"), signs=18, stretch=3),
    TableColumn("kind", N_("Kind"), signs=16, stretch=2),
    TableColumn("channel", N_("How"), "quiet", signs=12, stretch=1, leaves=2),
    TableColumn("worker", N_("Worker"), "quiet", signs=14, stretch=1, leaves=1),
    TableColumn("minutes", N_("Minutes"), "figure", signs=7),
)
MONTHS_BACK = 24


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
        self.month, self.kind = Combo(), Combo()
        self._wording = desk.wording()
        source = AssistanceSource(desk.centre.assistance)
        self.model = TableModel(
            source, COLUMNS, self._cells, desk.background, sort=Sort("on_day", descending=True), parent=self
        )
        self.view = TableView(self.model, N_("Assistance"))
        self.list = TableCard(
            self.view,
            self.model,
            EmptyState("lifebuoy", N_("Help given stands here and counts in the month's summary.")),
        )
        self.take_back = Button(N_("Take back"), OUTLINED, do=self._take_back)
        head, filters = Row(gap=10), Row(gap=8)
        head.addWidget(Label(N_("Assistance"), "title"), 1)
        head.addWidget(self.take_back)
        for combo in (self.month, self.kind):
            filters.addWidget(combo)
        filters.addStretch(1)
        page = Column(self, gap=14, margins=(24, 16, 24, 18))
        page.addLayout(head)
        page.addLayout(filters)
        page.addWidget(self.list, 1)
        self._fill()
        self.month.choose(Month.of(desk.centre.world.today()).key)
        self.month.currentIndexChanged.connect(self.ask)
        self.kind.currentIndexChanged.connect(self.ask)
        self.view.opened.connect(self._open)
        self.model.loaded.connect(self._count)
        self.ask()

    def ask(self) -> None:
        """Show what the filters say."""
        self.model.ask(self.query())

    def query(self) -> AssistanceQuery:
        """What is asked for."""
        return AssistanceQuery(month=self.month.code(), kind=self.kind.code())

    def refresh(self) -> None:
        """Read again."""
        self._fill()
        self.ask()

    def first(self) -> Any:
        """The list."""
        return self.view

    def state(self) -> dict[str, Any]:
        """The filters."""
        return {"month": self.month.code(), "kind": self.kind.code()}

    def restore(self, state: dict[str, Any]) -> None:
        """The filters, as they were."""
        self.month.choose(state.get("month", ""))
        self.kind.choose(state.get("kind", ""))
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
        self.month.fill([("", _("Any time")), *((m.key, speak.month_title(m.year, m.month)) for m in months)])
        kinds = self.desk.centre.lists.entries("assistance_kind", active_only=False)
        self.kind.fill([("", _("All kinds")), *((k.code, k.shown(speak.say)) for k in kinds)])
        for combo, name in ((self.month, N_("Month")), (self.kind, N_("Kind"))):
            combo.setAccessibleName(_(name))

    def _cells(self, row: AssistanceRow) -> Mapping[str, Cell]:
        speak, wording = chosen(), self._wording
        second = [row.referral_label]
        if "channel" in self.model.hidden:
            second.append(wording.code("contact_channel", row.channel))
        if "worker" in self.model.hidden:
            second.append(row.worker_name)
        return {
            "on_day": Cell(speak.day_of_year(row.on_day, self.desk.centre.world.today())),
            "person": Cell(row.person_name or _("No name"), " \u00b7 ".join(part for part in second if part)),
            "kind": Cell(wording.code("assistance_kind", row.kind)),
            "channel": Cell(wording.code("contact_channel", row.channel)),
            "worker": Cell(row.worker_name),
            "minutes": Cell(speak.number(row.minutes)),
        }

    def _count(self, count: int) -> None:
        times = ngettext("{n} time", "{n} times", count)
        minutes = self.desk.centre.assistance.minutes(self.query())
        hours = chosen().number(minutes / 60, 1)
        self.list.foot.put(f"{times} \u00b7 {_('Hours: {hours}', hours=hours)}")
        self.take_back.setEnabled(bool(count))

    def _open(self, identifier: UUID) -> None:
        row = self.desk.centre.assistance.rows([identifier])[0]
        if row.referral_id is not None:
            self.desk.go("referrals", row.referral_id)

    def _take_back(self) -> None:
        identifier = self.view.current_id()
        if identifier is not None:
            self.desk.centre.assistance.take_back(identifier, self.desk.centre.worker)
            self.ask()
            self.desk.kept()

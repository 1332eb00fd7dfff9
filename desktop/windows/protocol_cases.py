"""The records behind a figure of duties: each with its moments; each opens its notice, meeting or commitment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from desktop.language import N_, _, chosen, ngettext
from desktop.periods import Month
from desktop.problems import Problem
from desktop.protocol.duty_cases import DutyCase
from desktop.records.duty import DUTY_STATES
from desktop.records.protocol import TRIGGERS
from desktop.windows.apart import Apart
from desktop.windows.banner import Banner, EmptyState
from desktop.windows.buttons import DANGER, OUTLINED, PLAIN, PRIMARY, Button
from desktop.windows.desk import Desk, Screen
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, Flow
from desktop.windows.meeting_named import OWN, OWN_WORDS
from desktop.windows.protocol_case_rows import COLUMNS, TOGETHER, CaseQuery, CaseSource, cells
from desktop.windows.protocol_duty_rows import TOGETHER as TOGETHER_WORDS
from desktop.windows.protocol_duty_rows import first_line
from desktop.windows.table import Cell, Sort, TableModel
from desktop.windows.table_acts import ListActs
from desktop.windows.table_card import TableCard
from desktop.windows.table_view import TableView

OPENS = {"commitment": "commitments", "meeting": "meeting_view"}
"""Where the record of a case stands; notices, orders and plans stand at their notice."""


class DutyCasesPage(Screen):
    """The page; `about` tells protocol, month and institution, and perhaps a provision or a state."""

    NAME = "protocol_cases"
    TITLE = N_("Records behind the figures")

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.query: CaseQuery | None = None
        self.source = CaseSource(desk.centre)
        self.model = TableModel(self.source, COLUMNS, self._cells, desk.background, sort=Sort("due"), parent=self)
        self.view = TableView(self.model, self.TITLE)
        self.list = TableCard(self.view, self.model, EmptyState("clock", N_("There is no such case.")))
        self.list_acts = ListActs(desk, self.NAME, self.TITLE, self.list)
        self.banner = Banner("red")
        self.name, self.second = Label("", "title", wrap=True), Label("", "second", wrap=True)
        self.open_button = Button(N_("Open the record"), PRIMARY, key="F6", do=lambda: self._open(self._key()))
        self.impossible = Button(N_("Was not possible"), OUTLINED, do=lambda: self._note("protocol_impossible"))
        self.done = Button(N_("Done, known from elsewhere"), OUTLINED, do=lambda: self._note("protocol_done"))
        self.breach = Button(N_("Note a departure"), OUTLINED, key="F7", do=self._depart)
        self.forget = Button(N_("Take the note back"), DANGER, do=self._forget)
        self._build()
        self.view.opened.connect(self._open)
        self.view.chosen.connect(lambda _key: self._fit())
        self.model.loaded.connect(self._loaded)

    def show_record(self, about: Any | None) -> None:
        """Show these cases."""
        if isinstance(about, dict):
            self.query = CaseQuery(**about)
            self.refresh()

    def refresh(self) -> None:
        """Read again."""
        if self.query is not None:
            self._say(self.query)
            self.model.ask(self.query)

    def state(self) -> dict[str, Any]:
        """Which cases, and which of them."""
        return {"query": asdict(self.query) if self.query else {}}

    def restore(self, state: dict[str, Any]) -> None:
        """The same cases."""
        if state.get("query"):
            self.show_record(dict(state["query"]))

    def first(self) -> QWidget:
        """The list."""
        return self.view

    def at_hand(self) -> UUID | None:
        """The notice of the chosen case."""
        case = self._case()
        return case.event.notice_id if case else None

    def _build(self) -> None:
        said = QWidget()
        words = Column(said, gap=2)
        words.addWidget(self.name)
        words.addWidget(self.second)
        acts = QWidget()
        flow = Flow(acts, gap=8, right=True)
        for button in (self.forget, self.breach, self.impossible, self.done, self.open_button):
            flow.addWidget(button)
        page = Column(self, gap=12, margins=(24, 16, 24, 18))
        page.addWidget(Apart(said, (Button(N_("Close"), PLAIN, key="Esc", do=self.desk.back),)))
        page.addWidget(self.banner)
        page.addWidget(self.list, 1)
        page.addWidget(acts)

    def _say(self, query: CaseQuery) -> None:
        month, speak = Month.parse(query.month), chosen()
        duties = self.desk.centre.duties.watched(UUID(query.protocol))
        duty = next((one for one in duties if one.provision_id.hex == query.provision), None)
        self.name.put(
            f"{duty.number} · {first_line(duty.title)}" if duty else _(DUTY_STATES.get(query.state, self.TITLE))
        )
        said = [self._whose(query.whose), speak.month_title(month.year, month.month)]
        if duty:
            said.append(_(TRIGGERS[duty.trigger]))
        self.second.put(" · ".join(said))

    def _whose(self, code: str) -> str:
        if code in (OWN, TOGETHER):
            return _(OWN_WORDS if code == OWN else TOGETHER_WORDS)
        try:
            return self.desk.centre.directory.agency(UUID(code)).known_as
        except Problem:
            return "–"

    def _cells(self, case: Any) -> Mapping[str, Cell]:
        return cells(case, self.model.hidden)

    def _loaded(self, count: int) -> None:
        self.list.foot.put(ngettext("{n} case", "{n} cases", count))
        if count and self.view.current_id() is None:
            self.view.selectRow(0)
        self._fit()

    def _key(self) -> Any:
        return self.view.current_id()

    def _case(self) -> DutyCase | None:
        return self.source.rows((self._key(),)).get(self._key())

    def _fit(self) -> None:
        """Offer what can be done with the chosen case."""
        case = self._case()
        by_hand = case is not None and not case.event.record
        self.open_button.setEnabled(case is not None)
        self.breach.setVisible(case is not None and case.state == "late")
        for button in (self.impossible, self.done):
            button.setVisible(case is not None and not by_hand and case.state in {"late", "running"})
        self.forget.setVisible(case is not None and (case.note is not None or by_hand))

    def _open(self, _key: Any) -> None:
        case = self._case()
        if case is None:
            return
        event = case.event
        if not event.record:
            self.desk.go("protocol_by_hand", event.record_id)
        elif event.record in OPENS:
            self.desk.go(OPENS[event.record], event.record_id)
        else:
            self.desk.go("referrals", event.notice_id)

    def _note(self, page: str) -> None:
        if (case := self._case()) is not None:
            self.desk.go(page, case_code(case))

    def _depart(self) -> None:
        if (case := self._case()) is not None:
            self.desk.go("protocol_breach", case_code(case))

    def _forget(self) -> None:
        case = self._case()
        found = case and (case.note.id if case.note else case.event.record_id)
        if not found:
            return
        try:
            self.desk.centre.duties.take_out(found, self.desk.centre.worker)
        except Problem as problem:
            self.desk.tell(problem)
        else:
            self.desk.kept(N_("Taken back."))
        self.refresh()


def case_code(case: DutyCase) -> str:
    """A case as text, which a page laid over this one is about: provision, kind of record, record, institution."""
    event = case.event
    whose = case.agency_id.hex if case.agency_id else OWN
    return f"{case.provision_id.hex}/{event.record}/{event.record_id.hex if event.record_id else ''}/{whose}"

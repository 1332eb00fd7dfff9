"""The parties to the version on show: who signs for each, who has signed, who withdrew, and what is still missing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from desktop.centre import Centre
from desktop.language import N_, _, chosen
from desktop.problems import Problem
from desktop.protocol.sheet import VersionSheet
from desktop.protocol.signatories import STATES, SignatoryRow
from desktop.windows.apart import Apart
from desktop.windows.banner import Banner, EmptyState
from desktop.windows.buttons import DANGER, OUTLINED, PRIMARY, Button
from desktop.windows.desk import Desk
from desktop.windows.labels import Label
from desktop.windows.layouts import Column
from desktop.windows.meeting_named import agency_named
from desktop.windows.pill import CLOSED, GOOD, NOT_YET
from desktop.windows.protocol_tab import LIST_LEAST, ProtocolTab
from desktop.windows.table import Cell, Sort, TableColumn, TableModel
from desktop.windows.table_acts import ListActs
from desktop.windows.table_card import TableCard
from desktop.windows.table_view import TableView

COLUMNS = (
    TableColumn("party", N_("Institution"), "key", signs=20, stretch=3),
    TableColumn("representative", N_("Who signs"), "text", signs=18, stretch=2, leaves=1),
    TableColumn("deputy", N_("Deputy"), "quiet", signs=14, stretch=1, leaves=3),
    TableColumn("signed", N_("Signed on"), "quiet", signs=10, leaves=2),
    TableColumn("state", N_("State"), "pill", signs=20),
)
SIGNS = {"waiting": NOT_YET, "signed": GOOD, "withdrawn": CLOSED}
EMPTY = N_("No party is named yet. Those who sign stand here, with their representatives.")


@dataclass
class _Source:
    """The parties to the version on show."""

    centre: Centre
    held: Sequence[SignatoryRow] = ()

    def ids(self, query: Any, sort: Sort) -> Sequence[UUID]:
        """Our own centre first, then in house order."""
        return [row.signatory.id for row in self.held]

    def rows(self, ids: Sequence[Any]) -> Mapping[UUID, SignatoryRow]:
        """These of them."""
        return {row.signatory.id: row for row in self.held if row.signatory.id in ids}


class SignatoriesTab(ProtocolTab):
    """The list, and how many have signed."""

    NAME = "signatories"
    TITLE = N_("Signatories")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.banner = Banner("red")
        self.source = _Source(desk.centre)
        self.model = TableModel(self.source, COLUMNS, self._cells, desk.background, sort=Sort(""), parent=self)
        self.view = TableView(self.model, self.TITLE)
        empty = EmptyState("people", EMPTY)
        self._first = empty.offer(N_("Add parties"), self.add)
        self.list = TableCard(self.view, self.model, empty, least=LIST_LEAST)
        self.list_acts = ListActs(desk, "protocol_signatories", self.TITLE, self.list)
        self.told = Label("", "strong", wrap=True)
        self.add_button = Button(N_("Add parties"), OUTLINED, icon="plus", key="F7", do=self.add)
        self.sign_button = Button(N_("Signed today"), PRIMARY, icon="check", key="F6", do=self.sign)
        self.change_button = Button(N_("Change…"), OUTLINED, icon="edit", do=self.change)
        self.withdraw_button = Button(N_("Withdrew…"), OUTLINED, do=self.withdraw)
        self.out_button = Button(N_("Take it out"), DANGER, do=self.take_out)
        column = Column(self, gap=10)
        column.addWidget(self.banner)
        column.addWidget(Apart(self.told, (self.out_button, self.withdraw_button, self.change_button)))
        column.addWidget(self.list, 1)
        self.view.chosen.connect(lambda _found: self._offer())
        self.view.opened.connect(lambda _found: self.change())
        self.model.loaded.connect(self._loaded)

    @property
    def row(self) -> SignatoryRow | None:
        """The chosen party."""
        found = self.view.current_id()
        return next((row for row in self.source.held if row.signatory.id == found), None)

    def put(self, sheet: VersionSheet) -> None:
        """Show the parties to this version."""
        if self.sheet is None or self.sheet.version.id != sheet.version.id:
            self.banner.hide()
        super().put(sheet)
        self.source.held = self.desk.centre.signatories.of(sheet.version.id)
        self.model.ask(sheet.version.id)
        self._say()

    def acts(self) -> tuple[Button, ...]:
        """What is to be done next stands last, and filled: name the parties, then note who signed."""
        is_closed = self.sheet is not None and not self.sheet.version.is_open
        self.sign_button.set_kind(PRIMARY if is_closed else OUTLINED)
        self.add_button.set_kind(OUTLINED if is_closed else PRIMARY)
        return (self.add_button, self.sign_button) if is_closed else (self.add_button,)

    def first(self) -> QWidget:
        """The list, or naming the first party."""
        return self.view if self.source.held else self._first

    def show_record(self, about: object) -> None:
        """That party."""
        if isinstance(about, UUID):
            self.view.choose(about)

    def state(self) -> dict[str, object]:
        """The chosen row."""
        found = self.view.current_id()
        return {"row": found.hex if isinstance(found, UUID) else ""}

    def restore(self, state: dict[str, object]) -> None:
        """The same row."""
        if state.get("row"):
            self.view.choose(UUID(str(state["row"])))

    def add(self) -> None:
        """To the choice of institutions."""
        if self.sheet is not None:
            self.desk.go("protocol_parties", self.sheet.version.id)

    def change(self) -> None:
        """To the form of the chosen one."""
        if self.row is not None:
            self.desk.go("protocol_party", self.row.signatory.id)

    def withdraw(self) -> None:
        """To the form that asks since when and why."""
        if self.row is not None:
            self.desk.go("protocol_withdraw", self.row.signatory.id)

    def sign(self) -> None:
        """The chosen one signed today; the next that has not is chosen then."""
        row = self.row
        if row is None:
            return
        by, log = self.desk.centre.worker, self.desk.centre.signatories
        if self._do(lambda: log.sign(row.signatory.id, by), N_("Signature noted.")):
            waiting = next((one for one in self.source.held if one.state == "waiting"), None)
            if waiting is not None:
                self.view.choose(waiting.signatory.id)
            self._offer()

    def take_out(self) -> None:
        """Take out who was named by mistake, with the way back offered."""
        row = self.row
        if row is not None:
            by, log = self.desk.centre.worker, self.desk.centre.signatories
            self._do(lambda: log.take_out(row.signatory.id, by), N_("Party taken out."))

    def changeEvent(self, event: QEvent) -> None:
        """Say how many have signed in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "withdraw_button"):
            self._say()

    def _do(self, change: Callable[[], object], said: str) -> bool:
        self.banner.hide()
        try:
            change()
        except Problem as problem:
            self.banner.tell(problem)
            return False
        self.desk.kept(said)
        self.changed.emit()
        self.view.setFocus()
        return True

    def _loaded(self, count: int) -> None:
        if count and self.view.current_id() is None:
            self.view.selectRow(0)
        self._say()
        self._offer()

    def _offer(self) -> None:
        row, sheet = self.row, self.sheet
        is_closed = sheet is not None and not sheet.version.is_open
        self.sign_button.setEnabled(is_closed and row is not None and row.state != "signed")
        self.change_button.setEnabled(row is not None)
        self.withdraw_button.setVisible(is_closed)
        self.withdraw_button.setEnabled(row is not None and row.state == "signed")
        self.out_button.setVisible(not is_closed)
        self.out_button.setEnabled(row is not None)

    def _say(self) -> None:
        held, sheet = self.source.held, self.sheet
        if sheet is None:
            return
        signed = sum(row.state == "signed" for row in held)
        self.list.foot.say(N_("Parties: {n}"), n=len(held))
        self.told.tint("")
        if not held:
            self.told.put("")
        elif sheet.version.is_open:
            self.told.say(N_("Signing begins when the text is closed. Parties: {n}"), n=len(held))
        elif signed == len(held):
            self.told.say(N_("All parties have signed."))
        else:
            self.told.say(N_("Signed: {signed} of {n}"), signed=signed, n=len(held))

    def _cells(self, row: SignatoryRow) -> Mapping[str, Cell]:
        party, hidden, day = row.signatory, self.model.hidden, chosen().day
        signed = day(party.signed_on) if party.signed_on else ""
        since = _("since {date}", date=day(party.withdrawn_on)) if party.withdrawn_on else ""
        told = {"representative": party.representative, "deputy": party.deputy, "signed": signed}
        second = [told[key] for key in ("representative", "signed") if key in hidden]
        second += [" · ".join(filter(None, (since, party.why_withdrawn)))]
        return {
            "party": Cell(agency_named(row.agency), " · ".join(filter(None, second))),
            "representative": Cell(party.representative, party.role),
            "deputy": Cell(party.deputy),
            "signed": Cell(signed, value=party.signed_on),
            "state": Cell(_(STATES[row.state]), sign=SIGNS[row.state]),
        }

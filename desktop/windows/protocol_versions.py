"""Versions side by side, a tab of the protocol: what is proposed is decided here, any two versions are compared."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QEvent, QSignalBlocker
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.language import N_, _, chosen
from desktop.problems import Problem
from desktop.protocol.sheet import VersionSheet
from desktop.records.protocol import VERSION_STATES
from desktop.windows.apart import Apart
from desktop.windows.banner import Banner, EmptyState
from desktop.windows.buttons import OUTLINED, PLAIN, PRIMARY, Button
from desktop.windows.chips import Chip
from desktop.windows.choice import Combo
from desktop.windows.desk import Desk
from desktop.windows.labels import Label
from desktop.windows.layouts import Column
from desktop.windows.protocol_change_form import about_change, about_new
from desktop.windows.protocol_paper import paper_about
from desktop.windows.protocol_tab import LIST_LEAST, ProtocolTab
from desktop.windows.protocol_versions_rows import COLUMNS, PROPOSED, VersionRow, VersionsSource, cells
from desktop.windows.protocol_versions_sides import ChangeView
from desktop.windows.sides import Sides
from desktop.windows.table import Sort, TableModel
from desktop.windows.table_acts import ListActs
from desktop.windows.table_card import TableCard
from desktop.windows.table_view import TableView

EMPTY = N_("Nothing is proposed for this version, and nothing is different from the one it is compared with.")
ONLY = N_("Only open ones")


class VersionsTab(ProtocolTab):
    """The list of changes, and the chosen one beside it."""

    NAME = "versions"
    TITLE = N_("Versions")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.source = VersionsSource(desk.centre)
        self._wanted: str | None = None
        """With what it was compared before the lock."""
        self.banner, self.settled = Banner("red"), Label("", "strong", wrap=True)
        self.against, self.only = Combo(), Chip(_(ONLY))
        self.model = TableModel(self.source, COLUMNS, cells, desk.background, sort=Sort(""), parent=self)
        self.view = TableView(self.model, N_("Changes"))
        self.list = TableCard(self.view, self.model, EmptyState("protocol", EMPTY), least=LIST_LEAST)
        self.list_acts = ListActs(desk, "protocol_versions", self.TITLE, self.list)
        self.card = ChangeView()
        self.propose_button = Button(N_("Propose a change"), OUTLINED, icon="note", key="F6", do=self.propose)
        self.bring_button = Button(N_("Comments by DOCX…"), OUTLINED, icon="mail", do=self.bring)
        self.paper_button = Button(N_("List of changes"), OUTLINED, icon="file", do=self.to_paper)
        self.accept_button = Button(N_("Accept"), PRIMARY, icon="check", key="1", do=self.accept)
        self.reject_button = Button(N_("Reject"), OUTLINED, icon="x", key="2", do=self.reject)
        self.open_button = Button(N_("Leave open"), OUTLINED, key="3", do=self.leave_open)
        self.comment_button = Button(N_("Comment"), PLAIN, icon="note", key="F7", do=self.comment)
        self._build()

    def _build(self) -> None:
        self.foot = Apart(QWidget(), (self.comment_button, self.reject_button, self.open_button, self.accept_button))
        beside = QWidget()
        column = Column(beside, gap=10)
        column.addWidget(self.card, 1)
        column.addWidget(self.foot)
        left = QWidget()
        above = Column(left, gap=8)
        above.addWidget(self.against)
        above.addWidget(Apart(self.settled, (self.only,)))
        above.addWidget(self.list, 1)
        self.sides = Sides(left, beside, sizes=self.desk.sizes("protocol_versions") or [460, 740])
        self.sides.moved.connect(lambda sizes: self.desk.sizes("protocol_versions", sizes))
        page = Column(self, gap=10)
        page.addWidget(self.banner)
        page.addWidget(self.sides, 1)
        self.view.chosen.connect(lambda _chosen: self._show())
        self.view.opened.connect(lambda _found: self.sides.show_detail())
        self.model.loaded.connect(self._loaded)
        self.against.activated.connect(self._choose)
        self.only.toggled.connect(lambda _on: self._ask())
        QShortcut(QKeySequence("F4"), self, self.only.toggle)

    def put(self, sheet: VersionSheet) -> None:
        """Show this version."""
        if self.sheet is None or self.sheet.version.id != sheet.version.id:
            self.banner.hide()
            wanted, self._wanted = self._wanted, None
            known = {PROPOSED, *(row.version.id.hex for row in self.desk.centre.protocols.versions(sheet.protocol.id))}
            self.source.against = wanted if wanted is not None and wanted in known else self._usual(sheet)
        super().put(sheet)
        self.source.sheet = sheet
        self._fill_versions(sheet)
        self._ask()

    def acts(self) -> tuple[Button, ...]:
        """What is proposed, what came back, and the paper."""
        is_open = self.sheet is not None and self.sheet.version.is_open
        return (self.bring_button, self.propose_button, self.paper_button) if is_open else (self.paper_button,)

    def first(self) -> QWidget:
        """The list."""
        return self.view

    def show_record(self, about: object) -> None:
        """The row of that change."""
        if isinstance(about, UUID):
            self.view.choose(about)
            self.sides.show_detail()

    def state(self) -> dict[str, object]:
        """With what it is compared, the filter and the chosen row."""
        found = self.view.current_id()
        row = found.hex if isinstance(found, UUID) else ""
        return {"against": self.source.against, "only": self.only.isChecked(), "row": row}

    def restore(self, state: dict[str, object]) -> None:
        """The same again."""
        self.only.setChecked(bool(state.get("only")))
        if "against" in state:
            self._wanted = str(state["against"])
        if state.get("row"):
            self.view.choose(UUID(str(state["row"])))

    @property
    def row(self) -> VersionRow | None:
        """The chosen row."""
        return self.source.row(self.view.current_id())

    def accept(self) -> None:
        """Take the chosen change into the draft."""
        log, by = self.desk.centre.revision, self.desk.centre.worker
        self._decide(lambda change_id: log.accept(change_id, by), N_("Accepted: it stands in the draft."))

    def reject(self) -> None:
        """Leave the draft as it is."""
        log, by = self.desk.centre.revision, self.desk.centre.worker
        self._decide(lambda change_id: log.reject(change_id, by), N_("Not accepted: the draft stays as it is."))

    def leave_open(self) -> None:
        """Decide later."""
        log, by = self.desk.centre.revision, self.desk.centre.worker
        self._decide(lambda change_id: log.leave_open(change_id, by), N_("Left open."))

    def propose(self) -> None:
        """To the form: the chosen change written anew, or a provision of the draft to be changed."""
        if self.sheet is None:
            return
        change = self.row.change.change if self.row and self.row.change else None
        if change is not None and change.state != "accepted":
            self.desk.go("protocol_change", about_change(change.id))
        else:
            self.desk.go("protocol_change", about_new(self.sheet.version.id))

    def comment(self) -> None:
        """To the form for what an institution says to the chosen change."""
        if self.row is not None and self.row.change is not None:
            self.desk.go("protocol_comment", about_change(self.row.change.change.id))

    def bring(self) -> None:
        """To the table that is sent out and comes back."""
        if self.sheet is not None:
            self.desk.go("protocol_returned", self.sheet.version.id)

    def to_paper(self) -> None:
        """To the comparison on paper, of the two versions that are on show."""
        pair = self._pair()
        if pair:
            against = pair[0].version.id if len(pair) == 2 else None
            self.desk.go("protocol_paper", paper_about("comparison", pair[-1].version.id, against=against))

    def changeEvent(self, event: QEvent) -> None:
        """Say everything in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "sides") and self.sheet:
            self.only.put(_(ONLY))
            self._fill_versions(self.sheet)
            self._ask()

    def _decide(self, decide: Callable[[UUID], object], said: str) -> None:
        row = self.row
        if row is None or row.change is None:
            return
        self.banner.hide()
        try:
            decide(row.change.change.id)
        except Problem as problem:
            self.banner.tell(problem)
            return
        after = self.source.next_open(row.id)
        self.desk.kept(said)
        self.changed.emit()
        if after is not None:
            self.view.choose(after)
        self.view.setFocus()

    def _usual(self, sheet: VersionSheet) -> str:
        """What is proposed, where something may be; else the version that it revised."""
        if sheet.version.is_open or self.desk.centre.revision.changes(sheet.version.id):
            return PROPOSED
        return sheet.version.based_on_id.hex if sheet.version.based_on_id else PROPOSED

    def _fill_versions(self, sheet: VersionSheet) -> None:
        others = [row.version for row in self.desk.centre.protocols.versions(sheet.protocol.id)
                  if row.version.id != sheet.version.id]  # fmt: skip
        entries = [(PROPOSED, _("Proposed changes"))]
        entries += [(each.id.hex, _("Compared with version {number}", number=each.number)) for each in others]
        with QSignalBlocker(self.against):
            self.against.fill(entries)
            self.against.choose(self.source.against)
        self.against.setAccessibleName(_("What is compared"))
        self.against.setVisible(len(entries) > 1)

    def _choose(self) -> None:
        self.source.against = self.against.code()
        self._ask()

    def _ask(self) -> None:
        if self.sheet is not None:
            self.model.ask(self.only.isChecked() and self.source.against == PROPOSED)

    def _loaded(self, count: int) -> None:
        if count and self.view.current_id() is None:
            self.view.selectRow(0)
        proposed = self.source.against == PROPOSED
        settled, all_ = self.source.counts()
        self.settled.setVisible(proposed and bool(all_))
        self.settled.say(N_("{settled} of {n} settled"), settled=settled, n=all_)
        self.only.setVisible(proposed and bool(all_))
        self.list.foot.say(N_("Changes: {n}"), n=len(self.source.shown))
        self._show()

    def _show(self) -> None:
        row, sheet = self.row, self.sheet
        self.card.setVisible(row is not None)
        change = row.change.change if row and row.change else None
        may = change is not None and sheet is not None and sheet.version.is_open
        self.foot.setVisible(may)
        if change is not None:
            self.accept_button.setEnabled(change.state != "accepted")
            self.reject_button.setEnabled(change.state != "rejected")
            self.open_button.setEnabled(change.state != "open")
        if sheet is not None:
            self.card.put(row, self._names())

    def _pair(self) -> list[VersionSheet]:
        """The versions on show, the earlier one first; the later one alone where there is no other."""
        sheet, against = self.sheet, self.source.against
        if sheet is None:
            return []
        other_id = UUID(against) if against != PROPOSED else sheet.version.based_on_id
        other = self.desk.centre.protocols.sheet(other_id) if other_id else None
        return sorted(filter(None, (other, sheet)), key=lambda one: one.version.number)

    def _names(self) -> tuple[tuple[str, str], tuple[str, str]]:
        """What stands over both sides, with the state and the day of each version."""
        told = [_named(each) for each in self._pair()]
        return (told[0], told[1]) if len(told) == 2 else ((_("Until now"), ""), told[0])


def _named(sheet: VersionSheet) -> tuple[str, str]:
    version, speak = sheet.version, chosen()
    day = version.in_force_from or version.adopted_on or version.begun_on
    state = _(VERSION_STATES[sheet.state])
    return _("Version {number}", number=version.number), f"{state} · {speak.long_day(day)}"

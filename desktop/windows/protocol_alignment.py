"""How the protocol stands to what it rests on, a tab of its screen: judged by digits, what is needed typed beside."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.language import N_, _, ngettext
from desktop.problems import Problem
from desktop.protocol.alignments import NOT_IN_LINE, AlignmentRow
from desktop.protocol.sheet import BasisRow, VersionSheet
from desktop.records.alignment import ALIGNMENTS
from desktop.windows.banner import Banner, EmptyState
from desktop.windows.buttons import OUTLINED, PLAIN, PRIMARY, Button
from desktop.windows.desk import Desk
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, Row
from desktop.windows.look import follow, px
from desktop.windows.protocol_alignment_bar import AlignmentBar
from desktop.windows.protocol_alignment_card import AlignmentCard
from desktop.windows.protocol_alignment_draft import NeededDraft
from desktop.windows.protocol_alignment_rows import ALL, COLUMNS, DIGITS, NOT_YET_IN_LINE, AlignmentSource, cells
from desktop.windows.protocol_change_form import about_new
from desktop.windows.protocol_paper import paper_about
from desktop.windows.protocol_tab import LIST_LEAST, ProtocolTab
from desktop.windows.sides import Sides
from desktop.windows.table import Sort, TableModel
from desktop.windows.table_acts import ListActs
from desktop.windows.table_card import TableCard
from desktop.windows.table_view import TableView

FIRST = N_("Provisions, and the points of acts that none of them answers to, stand here to be judged.")
KEYS = N_("1 in line · 2 partly · 3 missing · 4 contradicts · 5 does not concern us · 0 not judged")


class AlignmentTab(ProtocolTab):
    """The bar, the table, and the card of the chosen row."""

    NAME = "alignment"
    TITLE = N_("Alignment")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.source = AlignmentSource(desk.centre)
        self.banner, self.bar = Banner("red"), AlignmentBar()
        self.model = TableModel(self.source, COLUMNS, self._cells, desk.background, sort=Sort(""), parent=self)
        self.view = TableView(self.model, self.TITLE)
        self.list = TableCard(self.view, self.model, EmptyState("scale", FIRST), least=LIST_LEAST)
        self.list_acts = ListActs(desk, "protocol_alignment", self.TITLE, self.list)
        self.acts_button = Button(N_("Acts"), OUTLINED, icon="scale", key="F7", do=lambda: desk.go("protocol_acts"))
        self.paper_button = Button(N_("Table for the meeting"), OUTLINED, icon="file", do=self.to_paper)
        self.propose_button = Button(N_("Propose a change"), PRIMARY, icon="note", key="F6", do=self.propose)
        self._is_open = False
        foot = Row(gap=8)
        foot.addWidget(Label(KEYS, "second", wrap=True), 1)
        foot.addWidget(Button(N_("Close"), PLAIN, key="Esc", do=self._close))
        self.card = AlignmentCard(self.judge, self.answer, self.loosen, foot)
        self.draft = NeededDraft(desk, self)
        self.card.typing.connect(self.draft.note)
        self.card.began.connect(self._began)
        self.card.hide()
        self.sides = Sides(self.list, self.card, sizes=desk.sizes("protocol_alignment"))
        self.sides.moved.connect(lambda sizes: desk.sizes("protocol_alignment", sizes))
        self.sides.turned.connect(lambda single: self.card.setVisible(single or self._is_open))
        self.card.setVisible(self.sides.is_single)
        column = Column(self, gap=12)
        column.addWidget(self.banner)
        column.addWidget(self.bar)
        column.addWidget(self.sides, 1)
        self.view.installEventFilter(self)
        self.view.chosen.connect(lambda _chosen: self._show())
        self.view.opened.connect(self._open)
        self.bar.changed.connect(self._ask)
        self.model.loaded.connect(self._loaded)
        follow(self.dress)

    def dress(self) -> None:
        """Both sides scroll by themselves: take the least height of the look in use."""
        self.sides.setMinimumHeight(px(LIST_LEAST))

    def put(self, sheet: VersionSheet) -> None:
        """Show this version."""
        super().put(sheet)
        self._ask()

    def acts(self) -> tuple[Button, ...]:
        """The acts, the paper; of a draft also what should be changed."""
        is_open = self.sheet is not None and self.sheet.version.is_open
        self.paper_button.set_kind(OUTLINED if is_open else PRIMARY)
        return self.acts_button, self.paper_button, *((self.propose_button,) if is_open else ())

    def first(self) -> QWidget:
        """The table."""
        return self.view

    def show_record(self, about: object) -> None:
        """The row of that provision or point."""
        if isinstance(about, UUID):
            self.bar.only.setChecked(False)
            self._ask()
            self.view.choose(about)
            self._open_card()

    def state(self) -> dict[str, object]:
        """The filter and the chosen row."""
        found = self.view.current_id()
        return {
            "only": self.bar.only.isChecked(),
            "open": self._is_open,
            "row": found.hex if isinstance(found, UUID) else "",
        }

    def restore(self, state: dict[str, object]) -> None:
        """The same again."""
        self.bar.only.setChecked(bool(state.get("only")))
        self._is_open = bool(state.get("open"))
        self.card.setVisible(self._is_open or self.sides.is_single)
        if state.get("row"):
            self.view.choose(UUID(str(state["row"])))

    def keep_now(self) -> None:
        """Keep what is typed beside the table."""
        self.card.keep_now()

    def to_paper(self) -> None:
        """To the paper for the meeting."""
        if self.sheet is not None:
            self.card.keep_now()
            self.desk.go("protocol_paper", paper_about("alignment", self.sheet.version.id))

    def propose(self) -> None:
        """To the form of a change: of the chosen provision, or a new one that answers to the chosen point."""
        row, sheet = self.source.row(self.view.current_id()), self.sheet
        if row is None or sheet is None or not sheet.version.is_open:
            return
        self.card.keep_now()
        provision, point = row.key
        self.desk.go("protocol_change", provision or about_new(sheet.version.id, point))

    def judge(self, row: AlignmentRow, basis: BasisRow | None, state: str, needed: str | None) -> bool:
        """Keep a judgement about one thing the provision rests on, or about the whole row; False where it could not."""
        alignments, by, sheet = self.desk.centre.alignments, self.desk.centre.worker, self.sheet
        if sheet is None:
            return False
        provision, point = row.key
        if basis is not None:
            is_kept = self._do(lambda: alignments.judge_basis(basis.basis.id, state, by, needed=needed))
        else:
            is_kept = self._do(
                lambda: alignments.judge(sheet.version.id, provision, state, by, needed=needed, point_id=point)
            )  # fmt: skip
        if not is_kept:
            self.draft.note()
        elif needed is not None:
            self.draft.written(row)
        return is_kept

    def answer(self, point_id: UUID, provision_id: UUID) -> None:
        """Say which provision answers to a point."""
        by = self.desk.centre.worker
        self._do(lambda: self.desk.centre.alignments.answer(point_id, provision_id, by))
        self.view.choose(provision_id)

    def loosen(self, basis_id: UUID) -> None:
        """Say that the provision does not answer to the point."""
        self._do(lambda: self.desk.centre.alignments.loosen(basis_id, self.desk.centre.worker))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A digit judges the row with the caret."""
        if watched is self.view and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
            row = self.source.row(self.view.current_id())
            if plain and event.text() in DIGITS and row is not None:
                self.judge(row, None, DIGITS[event.text()], None)
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Say the foot in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "sides"):
            self._say()

    def _began(self) -> None:
        if self.card.sheet is not None and self.card.row is not None:
            self.draft.take(self.card.sheet.version.id, self.card.row, self.card.parts)

    def _do(self, change: Callable[[], object]) -> bool:
        self.banner.hide()
        try:
            change()
        except Problem as problem:
            self.banner.tell(problem)
            return False
        self.desk.kept(N_("Judgement kept."))
        self.changed.emit()
        return True

    def _ask(self) -> None:
        if self.sheet is not None:
            self.model.ask((self.sheet.version.id, NOT_YET_IN_LINE if self.bar.only.isChecked() else ALL))

    def _cells(self, row: AlignmentRow) -> Any:
        return cells(row, self.model.hidden, self.sheet)

    def _open(self, _identifier: object) -> None:
        self._open_card()
        self.card.focus_needed()

    def _open_card(self) -> None:
        self._is_open = True
        self.card.show()
        self.sides.show_detail()

    def _close(self) -> None:
        self.card.keep_now()
        self._is_open = False
        self.card.setVisible(self.sides.is_single)
        self.sides.show_main()
        self.view.setFocus()

    def _loaded(self, count: int) -> None:
        self.bar.put(self.source.table.counts)
        self.bar.setVisible(bool(self.source.table.rows))
        self._say()
        if count and self.view.current_id() is None:
            self.view.selectRow(0)
        self._show()

    def _say(self) -> None:
        counts = self.source.table.counts
        left = sum(counts[state] for state in NOT_IN_LINE)
        words = [ngettext("{n} row", "{n} rows", len(self.source.table.rows)), _("not in line: {n}", n=left)]
        words.append(_("{state}: {n}", state=_(ALIGNMENTS[""]).lower(), n=counts[""]))
        self.list.foot.put(" · ".join(words))

    def _show(self) -> None:
        self.card.put(self.sheet, self.source.row(self.view.current_id()))

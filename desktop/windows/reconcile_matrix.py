"""The matrix: what one institution sent, what the centres received and agreed, unit by unit and month by month."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from desktop.language import N_, _
from desktop.periods import Month
from desktop.problems import Problem
from desktop.reconciliation.matrix import ALL, WHOLE, Matrix, Place, read_matrix
from desktop.windows.apart import Apart
from desktop.windows.banner import Banner, ProgressCard
from desktop.windows.buttons import OUTLINED, PLAIN, PRIMARY, Button
from desktop.windows.choice import Combo
from desktop.windows.desk import Desk, Screen
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, Flow
from desktop.windows.reconcile_matrix_card import FIRST, TITLE, MatrixCard
from desktop.windows.reconcile_matrix_centres import CentresPane
from desktop.windows.reconcile_sister import SisterPlace
from desktop.windows.sides import Sides
from desktop.windows.worker import Errand

LAST, ALL_MONTHS = "12", "all"
SPANS = {LAST: N_("Last 12 months"), "24": N_("Last 24 months"), ALL_MONTHS: N_("All months")}
"""How many months are shown, the present one among them; the years stand beside."""
NOTHING_THEN = N_("Nothing was reconciled with this institution in these months.")
NOTHING_EVER = N_(
    "Nothing was reconciled with this institution yet. Bring its list, or type in the figure of another centre."
)


class ReconcileMatrix(Screen):
    """The page; it is about an institution, or about the one that was reconciled with last."""

    NAME = "reconcile_matrix"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._errand: Errand | None = None
        self._keep: Place | None = None
        self._reconciled: tuple[UUID, ...] = ()
        self.partner, self.span, self.banner = Combo(), Combo(), Banner("red")
        self.new_button = Button(N_("Figure of another centre"), PRIMARY, icon="plus", key="F6", do=self.note)
        others = partial(self.desk.go, "packages")
        self.others_button = Button(N_("Packages of figures"), OUTLINED, icon="house", do=others)
        self.pane = CentresPane(self.open, self.correct)
        self.card = MatrixCard(desk, self._show_pane)
        self.card.help_out.do = self._help_out
        self.sides = Sides(self.card, self.pane, sizes=desk.sizes(self.NAME))
        self._build()
        self.sides.moved.connect(lambda sizes: desk.sizes(self.NAME, sizes))
        self.sides.turned.connect(lambda _single: self._turn())
        self.card.view.meant.connect(lambda place: self.pane.put(self.card.shown, place))
        self.card.view.opened.connect(lambda _place: self.open())
        for combo in (self.partner, self.span):
            combo.currentIndexChanged.connect(lambda _index: self._ask())
        self._fill()

    def _build(self) -> None:
        head, choices = QWidget(), QWidget()
        said = Column(head, gap=2)
        said.addWidget(Label(TITLE, "title", wrap=True))
        said.addWidget(choices)
        flow = Flow(choices, gap=10)
        for combo in (self.partner, self.span):
            flow.addWidget(combo)
        close = Button(N_("Close"), PLAIN, key="Esc", do=self.desk.back)
        page = Column(self, gap=12, margins=(24, 14, 24, 16))
        page.addWidget(Apart(head, (self.others_button, self.new_button, close)))
        page.addWidget(self.banner)
        page.addWidget(self.sides, 1)
        self._turn()

    def first(self) -> QWidget:
        """The cells; while there are none what helps on."""
        return self.card.view if self.card.shown else self.card.help_out

    def show_record(self, about: UUID | Any | None) -> None:
        """Show this institution."""
        if isinstance(about, UUID) and self.partner.findData(about.hex) >= 0:
            self.partner.choose(about.hex)
        self._ask()

    def refresh(self) -> None:
        """Read again: something was changed."""
        self._fill()
        self._ask()

    def state(self) -> dict[str, Any]:
        """Whose, which months, and the cell."""
        place = self.card.view.place()
        kept = {"partner": self.partner.code(), "span": self.span.code()}
        return kept | ({"period": list(place[0]), "unit": place[1]} if place else {})

    def restore(self, state: dict[str, Any]) -> None:
        """The same cell."""
        if state.get("period"):
            first, last = state["period"]
            self._keep = (first, last), state["unit"]
        for combo, name in ((self.partner, "partner"), (self.span, "span")):
            if combo.findData(state.get(name, "")) >= 0:
                combo.choose(state[name])
        self._ask()

    def changeEvent(self, event: QEvent) -> None:
        """Say everything in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "sides"):
            self._fill()
            self.card.say()
            self.pane.say()

    def open(self) -> None:
        """Open the reconciliation of the cell."""
        cell = self.card.view.matrix.cell(self.card.view.currentIndex())
        if cell is not None:
            self.desk.go("reconcile_agreed", cell.reconciliation_id)

    def note(self) -> None:
        """Type in what another centre agreed, for the cell that is meant."""
        self._type("")

    def correct(self, centre: str) -> None:
        """Correct what this centre agreed."""
        self._type(centre)

    def _type(self, centre: str) -> None:
        partner, place = self.partner.code(), self.card.view.place()
        if not partner:
            return
        month = unit = ""
        if place is not None:
            (month, until), unit = place
            month = month if month == until else ""
        unit_id = UUID(unit) if unit not in (WHOLE, ALL) else None
        self.desk.go("reconcile_sister", SisterPlace(UUID(partner), month, unit_id, UUID(centre) if centre else None))

    def _fill(self) -> None:
        """Take institutions and months anew; the choice stays."""
        told = self.desk.centre.reconciliations.overview()
        self._reconciled = tuple(dict.fromkeys(each.kept.partner_id for each in told))
        agencies = self.desk.centre.directory.agencies()
        known = {agency.id: agency.known_as for agency in agencies}
        others = [each.id for each in agencies if each.parent_id is None and each.kind != "centre"]
        order = dict.fromkeys((*self._reconciled, *others))
        year = self.desk.centre.world.today().year
        spans = [(code, _(words)) for code, words in SPANS.items()]
        spans[2:2] = [(str(each), str(each)) for each in (year, year - 1)]
        fills: Sequence[tuple[Combo, list[tuple[str, str]], str]] = (
            (self.partner, [(each.hex, known[each]) for each in order if each in known], N_("Institution")),
            (self.span, spans, N_("Months")),
        )
        for combo, entries, name in fills:
            combo.blockSignals(True)
            combo.fill(entries)
            if not combo.code() and entries:
                combo.choose(entries[0][0])
            combo.blockSignals(False)
            combo.setAccessibleName(_(name))
        self.new_button.setEnabled(bool(self.partner.code()))

    def _months(self) -> tuple[Month, Month]:
        now, code = Month.of(self.desk.centre.world.today()), self.span.code() or LAST
        if code == ALL_MONTHS:
            return Month(1900, 1), now
        if code not in SPANS:
            return Month(int(code), 1), Month(int(code), 12)
        return now.later(1 - int(code)), now

    def _ask(self) -> None:
        """Read the matrix off the window's thread."""
        if self._errand is not None:
            self._errand.drop()
        self.banner.hide()
        if not self.partner.code():
            self._put(None)
            return
        vault, partner, (first, last) = self.desk.centre.vault, UUID(self.partner.code()), self._months()
        self._errand = self.desk.background.run(
            lambda progress: read_matrix(vault, partner, first, last, progress), self._put, self._refused, counts=True
        )
        if not self._errand.is_over:
            ProgressCard(self, self._errand, N_("Comparing the lists\u2026"))

    def _put(self, matrix: Matrix | None) -> None:
        had_caret = self.card.view.hasFocus() or self.card.help_out.hasFocus()
        keep, self._keep = self._keep, None
        self.card.put(matrix, keep)
        self._say_empty()
        self.pane.put(self.card.shown, self.card.view.place())
        self.pane.setVisible(self.card.shown is not None)
        self._turn()
        if had_caret:
            self.first().setFocus()

    def _refused(self, problem: Problem) -> None:
        self._put(None)
        self.banner.tell(problem)

    def _say_empty(self) -> None:
        """What stands in place of the matrix, and what helps on."""
        is_elsewhere = self.partner.code() in {each.hex for each in self._reconciled}
        if not self._reconciled:
            self.card.empty.say(FIRST)
        else:
            self.card.empty.say(NOTHING_THEN if is_elsewhere else NOTHING_EVER)
        self.card.help_out.say(N_("All months") if is_elsewhere else N_("Bring a list"))

    def _help_out(self) -> None:
        if self.partner.code() in {each.hex for each in self._reconciled}:
            self.span.choose(ALL_MONTHS)
        else:
            self.desk.go("reconcile_columns")

    def _show_pane(self) -> None:
        self.sides.show_detail()
        self.pane.first().setFocus()

    def _turn(self) -> None:
        """The way to the centres is a button where they have no room beside."""
        self.card.detail_button.setVisible(self.sides.is_single and self.card.shown is not None)

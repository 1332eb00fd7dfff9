"""What the vault holds for the item on show: one card for each part of an agenda, as its kind asks for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from desktop.language import N_, _, chosen, ngettext
from desktop.meetings import figure_tables
from desktop.meetings.agenda import CentreFigure, ChangedLaw, Held, Part, Problem, Promised, Told
from desktop.protocol.duty_protected import DutyLine
from desktop.records.meeting import CASE_LISTS
from desktop.windows.apart import Apart
from desktop.windows.card import Card
from desktop.windows.desk import Desk
from desktop.windows.held_table import HeldTable
from desktop.windows.labels import Label, text
from desktop.windows.layouts import Cards, Column, clear
from desktop.windows.meeting_outline import cases_words
from desktop.windows.meeting_promises import Carried
from desktop.windows.meeting_sitting import DOT, Sitting
from desktop.windows.names import shown_name
from desktop.windows.pill import GOOD, PARTLY, Pill
from desktop.windows.protocol_duty_rows import duty_words
from desktop.windows.table import Cell, TableColumn

FIGURES = (
    TableColumn("centre", N_("Centre"), "head", 18, stretch=3),
    TableColumn("sent", N_("Sent"), "figure", 9, leaves=2),
    TableColumn("agreed", N_("Agreed"), "figure", 9),
    TableColumn("at_once", N_("Arrived by themselves"), "figure", 12, leaves=3),
    TableColumn("sheets", N_("Sheets"), "quiet", 12, leaves=1),
)
CASES = (
    TableColumn("case", N_("Case"), "head", 16, stretch=2),
    TableColumn("listed", N_("On which list"), "text", 16, leaves=1),
    TableColumn("asked", N_("Step that is asked for"), "text", 16, stretch=3),
    TableColumn("agreed", N_("What was agreed"), "text", 16, stretch=3, leaves=2),
)
NOTHING = N_("Nothing was brought for this item.")
SAID_EMPTY = N_("It was said that there is nothing to this item.")
UNKNOWN = "\u2013"


class Points(QWidget):
    """The cards of the item on show."""

    rested = Signal()
    """They may be higher or lower now."""
    case_wanted = Signal(object)
    """Enter on this case."""

    def __init__(self, desk: Desk, settled: Callable[[], object]) -> None:
        super().__init__()
        self._desk = desk
        self._cards = Column(self, gap=12)
        self.carried = Carried(desk, settled)
        self.carried.hide()
        self._cards.addWidget(self.carried)
        self._made = QWidget()
        self._rest = Column(self._made, gap=12)
        self._cards.addWidget(self._made)
        self._tables: list[HeldTable] = []
        self.setMinimumSize(1, 1)

    def put(self, part: Part, sitting: Sitting) -> None:
        """Show what stands under this item."""
        clear(self._rest)
        self._tables = [self.carried.table] if part.part == "commitments" else []
        self.carried.setVisible(part.part == "commitments")
        if part.part == "commitments":
            self.carried.put([each for each in part.lines if isinstance(each, Promised)], part.item_id)
        for widget in self._widgets(part, sitting):
            self._rest.addWidget(widget)
        self._made.setVisible(self._rest.count() > 0)

    def fit(self, width: int, room: int) -> int:
        """How high all of them are at this width; a table among them shows no more rows than there is room for."""
        high = self._height_at(width)
        tables = [table for table in self._tables if not table.isHidden()]
        if len(tables) == 1 and tables[0].fit(room - (high - tables[0].view.height())):
            high = self._height_at(width)
        return high

    def _height_at(self, width: int) -> int:
        for layout in (self._rest, self._cards):
            layout.invalidate()
        layout = self._cards
        return layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()

    def event(self, event: QEvent) -> bool:
        """Tell when something in them has grown."""
        told = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.rested.emit()
        return told

    def _widgets(self, part: Part, sitting: Sitting) -> list[QWidget]:
        made: list[QWidget] = []
        if part.text:
            card = Card(gap=4)
            card.column.addWidget(text(part.text, wrap=True))
            made.append(card)
        lines = part.lines
        if part.part == "cases":
            made += self._cases(part, sitting)
        elif part.part == "figures":
            made.append(self._figures(part, sitting))
        elif part.part == "next":
            made.append(_next(sitting))
        else:
            made += [_problem(each) for each in lines if isinstance(each, Problem)]
            told = [_told(each) for each in lines if isinstance(each, Told | ChangedLaw | Held)]
            told += [text(duty_words(each), wrap=True) for each in lines if isinstance(each, DutyLine)]
            if told or part.missing:
                made.append(_listed(told, part))
        if not made and part.part != "commitments":
            made.append(_quiet(SAID_EMPTY if part.is_empty else NOTHING))
        return made

    def _figures(self, part: Part, sitting: Sitting) -> Card:
        card = Card()
        month = sitting.agenda.month
        card.column.addWidget(text(chosen().month_title(month.year, month.month), "card", wrap=True))
        table = HeldTable(
            self._desk.background,
            FIGURES,
            _figure,
            N_("Reconciled figures"),
            N_("No figures are agreed yet."),
            bare=True,
        )
        table.put({each.centre: each for each in part.lines if isinstance(each, CentreFigure)})
        card.column.addWidget(table)
        self._tables.append(table)
        if units := figure_tables.told(part.lines, chosen()):
            card.column.addWidget(_said("\n".join(units)))
        if part.missing:
            card.column.addWidget(_said(_("Not settled yet: {names}", names=", ".join(part.missing))))
        return card

    def _cases(self, part: Part, sitting: Sitting) -> list[QWidget]:
        card = Card()
        card.column.addWidget(text(cases_words(part), "label", wrap=True))
        table = HeldTable(
            self._desk.background,
            CASES,
            _case,
            N_("Cases"),
            N_("No case stands on the lists of this meeting."),
            bare=True,
        )
        table.put({row.case.id: row for row in sitting.cases})
        table.view.opened.connect(self.case_wanted)
        card.column.addWidget(table)
        self._tables.append(table)
        return [card]


def _figure(row: CentreFigure) -> Mapping[str, Cell]:
    def number(value: int | None) -> str:
        return UNKNOWN if value is None else chosen().number(value)

    return {
        "centre": Cell(row.centre), "sent": Cell(number(row.sent)), "agreed": Cell(number(row.agreed)),
        "at_once": Cell(number(row.at_once)), "sheets": Cell(", ".join(row.sheets)),
    }  # fmt: skip


def _case(row: Any) -> Mapping[str, Cell]:
    return {
        "case": Cell(shown_name(row.name, row.code)), "listed": Cell(_(CASE_LISTS[row.case.listed])),
        "asked": Cell(row.case.asked), "agreed": Cell(row.case.agreed),
    }  # fmt: skip


def _problem(each: Problem) -> Card:
    """A problem with its fact, its effect and the wish, side by side where there is room."""
    card = Card(gap=8)
    if each.solved_on:
        pill = Pill(GOOD)
        pill.put(GOOD, _("Solved on {day}", day=each.solved_on))
    else:
        pill = Pill(PARTLY)
        pill.put(PARTLY, ngettext("Open for {n} day", "Open for {n} days", each.days))
    raised = text(ngettext("raised once", "raised {n} times", each.times), "second")
    head = DOT.join((_("Problem {number}", number=each.number), each.raised_by))
    card.column.addWidget(Apart(text(head, "card", wrap=True), (pill, raised)))
    told = [(N_("Fact"), each.fact), (N_("Effect"), each.effect), (N_("Wish"), each.wish)]
    boxes = []
    for title, words in told:
        if words:
            box = QWidget()
            column = Column(box, gap=1)
            column.addWidget(Label(title, "second"))
            column.addWidget(text(words, wrap=True))
            column.addStretch(1)
            boxes.append(box)
    card.column.addWidget(Cards(boxes, least=200))
    if each.last_step:
        card.column.addWidget(_said(_("Last step: {what}", what=each.last_step)))
    return card


def _told(each: Told | ChangedLaw | Held) -> QWidget:
    """Who told what, in two lines."""
    box = QWidget()
    column = Column(box, gap=1)
    if isinstance(each, Told):
        head, words = ", ".join(each.institutions), each.what
    elif isinstance(each, ChangedLaw):
        force = _("In force from {day}", day=each.in_force_from)
        head = DOT.join(filter(None, (each.act, each.number, force)))
        words = "\n".join(filter(None, (each.meaning, each.link)))
    else:
        head = DOT.join(filter(None, (chosen().day(each.on_day), each.organiser)))
        came = ", ".join(f"{name} {n}" if n else name for name, n in each.participants)
        words = "\n".join(filter(None, (each.topic, came)))
    column.addWidget(text(head, "second", wrap=True))
    column.addWidget(text(words, wrap=True))
    return box


def _listed(told: Sequence[QWidget], part: Part) -> Card:
    card = Card(gap=10)
    for widget in told:
        card.column.addWidget(widget)
    if part.missing:
        card.column.addWidget(_said(_("Nothing told yet: {names}", names=", ".join(part.missing))))
    return card


def _next(sitting: Sitting) -> Card:
    day = sitting.agenda.next_on
    card = Card(gap=2)
    if day is None:
        card.column.addWidget(
            Label(N_("This kind of meeting has no rhythm. Agree on the next day."), "body", wrap=True)
        )
    else:
        card.column.addWidget(Label(N_("As the rhythm proposes it"), "second"))
        words = f"{chosen().weekday(day.weekday())}, {chosen().long_day(day)}"
        card.column.addWidget(text(words[:1].upper() + words[1:], "card", wrap=True))
    return card


def _quiet(msgid: str) -> Card:
    card = Card()
    card.column.addWidget(Label(msgid, "quiet", wrap=True))
    return card


def _said(words: str) -> Label:
    return text(words, "second", wrap=True)

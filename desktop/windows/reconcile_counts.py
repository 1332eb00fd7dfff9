"""Two numbers instead of two lists: theirs by unit beside ours, our own number, and reasons that explain so many."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.language import N_, _, chosen
from desktop.problems import Problem
from desktop.reconciliation.reconciliations import Explained
from desktop.reconciliation.standing import Lists, Standing
from desktop.records.difference import OURS, REASONS, SIDES, THEIRS, WANTS_NOTE
from desktop.windows.buttons import OUTLINED, PLAIN, Button
from desktop.windows.card import Card
from desktop.windows.chips_field import ChipsField
from desktop.windows.choice import ChoiceField
from desktop.windows.fields import TextField
from desktop.windows.form import Form, Group
from desktop.windows.labels import Label, text
from desktop.windows.layouts import Column, Flow, Grid, clear, line
from desktop.windows.look import px
from desktop.windows.person_rows import LinkRow

LONGEST_NUMBER = 7
NO_NUMBER = N_("This number cannot be used here.")


def read_number(typed: str) -> int:
    """A whole number, whatever stands between its thousands."""
    digits = "".join(sign for sign in typed if not sign.isspace() and sign not in ".,'")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= LONGEST_NUMBER):
        raise Problem(NO_NUMBER)
    return int(digits)


class CountsPart(QWidget):
    """Stands in place of the groups where only numbers are compared."""

    explained = Signal(object)
    """An `Explained` to be kept."""
    dropped = Signal(object)
    """The reason with this identifier is taken back."""
    counted = Signal(object)
    """Our own number, or None: counted from the log."""

    def __init__(self) -> None:
        super().__init__()
        self._standing: Standing | None = None
        self._grid, self._reasons = Grid(gap=4), Column(gap=0)
        self._none = Label(N_("No reason yet."), "quiet", wrap=True)
        self.ours = TextField("our_number", N_("Our own number"), read=read_number, signs=8)
        self.ours_hint = Label(N_("Left empty, it is counted from our log."), "second", wrap=True)
        self.side = ChipsField("side", N_("Whose number has more"), lambda: [(c, _(w)) for c, w in SIDES.items()])
        self.reason = ChoiceField("reason", N_("Reason"), self._offered, searched=True, required=True)
        self.number = TextField("number", N_("How many it explains"), read=read_number, required=True, signs=8)
        self.unit = ChoiceField("unit_id", N_("Unit"), self._units)
        self.note = TextField("note", N_("Note"))
        self.add = Button(N_("Add the reason"), OUTLINED, icon="plus", key="F7", do=self._add)
        self.form = Form([Group("", [
            [(self.side, 12)], [(self.reason, 8), (self.number, 4)], [(self.unit, 6), (self.note, 6)],
        ])])  # fmt: skip
        self.form.foot.hide()
        self._build()
        self.side.chips.keep_one()
        self.side.changed.connect(self.reason.refill)
        self.ours.left.connect(self._count)
        self.ours.edit.returnPressed.connect(self._count)

    def _build(self) -> None:
        numbers, reasons = Card(gap=8), Card(gap=8)
        numbers.column.addWidget(Label(N_("Their numbers beside ours"), "card", wrap=True))
        numbers.column.addLayout(self._grid)
        numbers.column.addWidget(line())
        numbers.column.addWidget(self.ours)
        numbers.column.addWidget(self.ours_hint)
        self._title = Label(N_("Reasons of the difference"), "card", wrap=True)
        reasons.column.addWidget(self._title)
        reasons.column.addWidget(self._none)
        reasons.column.addLayout(self._reasons)
        self._asking = QWidget()
        asking, foot = Column(self._asking, gap=8), QWidget()
        asking.addWidget(self.form)
        flow = Flow(foot, right=True)
        flow.addWidget(self.add)
        asking.addWidget(foot)
        reasons.column.addWidget(self._asking)
        column = Column(self, gap=12)
        column.addWidget(numbers)
        column.addWidget(reasons)
        column.addStretch(1)

    @property
    def is_typed(self) -> bool:
        """Whether a reason is half typed."""
        return any(field.raw() not in ("", ["", ""]) for field in (self.reason, self.number, self.note))

    def put(self, standing: Standing) -> None:
        """Show the numbers, the reasons given, and ask about what is left."""
        self._standing = standing
        kept, sums, is_open = standing.kept, standing.statement.sums, not standing.kept.is_settled
        self._put_numbers(standing)
        if not self.ours.edit.hasFocus():
            self.ours.set_value(kept.our_number)
        for field in (self.ours, self.ours_hint):
            field.setEnabled(is_open)
        clear(self._reasons)
        for each in standing.lists.reasons:
            drop = Button(N_("Take back"), PLAIN, do=partial(self.dropped.emit, each.id))
            second = " \u00b7 ".join(filter(None, (_(SIDES[each.side]), _unit(standing, each.unit_id), each.note)))
            head = f"{chosen().number(each.number)}  {_(REASONS[each.reason].words)}"
            self._reasons.addWidget(LinkRow(head, second, buttons=[drop] if is_open else []))
        self._none.setVisible(not standing.lists.reasons)
        self._asking.setVisible(is_open)
        more = THEIRS if sums.unexplained_theirs >= sums.unexplained_ours else OURS
        if not self.reason.words():
            self.side.set_value(more)
        for choice in (self.reason, self.unit):
            choice.refill()

    def _put_numbers(self, standing: Standing) -> None:
        clear(self._grid)
        self._grid.setColumnStretch(0, 1)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        for column, msgid in enumerate((N_("Unit"), N_("Theirs"), N_("Ours"), N_("Difference"))):
            self._grid.addWidget(
                Label(msgid, "second", wrap=not column), 0, column, right if column else Qt.AlignmentFlag.AlignTop
            )
        lines = count_lines(standing)
        for place, (name, *numbers) in enumerate(lines, 1):
            is_last = place == len(lines)
            self._grid.addWidget(text(name, "strong" if is_last else "body", wrap=True), place, 0)
            for column, number in enumerate(numbers, 1):
                shown = "\u2013" if number is None else _change(number) if column == 3 else chosen().number(number)
                self._grid.addWidget(text(shown, "strong" if is_last else "body"), place, column, right)
        self._grid.setHorizontalSpacing(px(10))

    def _add(self) -> None:
        standing = self._standing
        if standing is None or self.form.check():
            return
        code, note = self.reason.value(), self.note.raw().strip()
        if code == WANTS_NOTE and not note:
            self.note.show_problem(Problem(N_("Fill in this field.")))
            self.note.focus()
            return
        unit = UUID(self.unit.combo.code()) if self.unit.combo.code() else None
        said = Explained(self.side.value(), code, note, unit_id=unit, number=self.number.value())
        for field in (self.reason, self.number, self.note):
            field.set_raw(["", ""] if field is self.reason else "")
        self.explained.emit(said)

    def _count(self) -> None:
        """Our own number was typed, or taken away."""
        kept = self._standing.kept if self._standing else None
        if kept is None or kept.is_settled or self.ours.check() is not None:
            return
        if self.ours.value() != kept.our_number:
            self.counted.emit(self.ours.value())

    def _offered(self) -> Sequence[tuple[str, str]]:
        side = self.side.value() or THEIRS
        return [(code, _(why.words)) for code, why in REASONS.items() if side in why.sides]

    def _units(self) -> Sequence[tuple[str, str]]:
        known = self._standing.lists.units.below() if self._standing else ()
        return [("", ""), *((unit.id.hex, unit.known_as) for unit in known)]


Numbers = tuple[str, int, int | None, int | None]


def count_lines(standing: Standing) -> list[Numbers]:
    """What each number of theirs is called, it, ours beside it, and the difference; last the whole."""
    lists, sums = standing.lists, standing.statement.sums
    lines: list[Numbers] = []
    for name, unit_id, number in _their_units(lists):
        by_unit = unit_id is not None and lists.kept.our_number is None
        mine = lists.our_counts.get(unit_id, 0) if by_unit and unit_id is not None else None
        lines.append((name, number, mine, None if mine is None else mine - number))
    return [*lines, (_("Together"), sums.sent, sums.received, sums.received - sums.sent)]


def _their_units(lists: Lists) -> list[tuple[str, UUID | None, int]]:
    """Their numbers, those of several months of one unit added up."""
    found: dict[tuple[str, UUID | None], int] = {}
    for each in lists.counts:
        name = lists.units.known_as(each.unit_id) or each.unit or _("No single unit")
        found[name, each.unit_id] = found.get((name, each.unit_id), 0) + each.number
    return [(name, unit_id, number) for (name, unit_id), number in found.items()]


def _unit(standing: Standing, unit_id: UUID | None) -> str:
    return standing.lists.units.known_as(unit_id)


def _change(number: int) -> str:
    return chosen().change(number)

"""A package that was read and verified: what is in it, where it belongs here, and taking it in.

What is not known by its names is asked; nothing is left out unless she says so. Knows nothing of files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.centre import Centre
from desktop.language import N_, _, chosen
from desktop.reconciliation.package_places import Choices, PlacedPartner, PlacedUnit, possible_partners
from desktop.reconciliation.packages import Preview
from desktop.reconciliation.units import Units
from desktop.windows.buttons import PLAIN, PRIMARY, Button
from desktop.windows.card import Card
from desktop.windows.choice import Combo
from desktop.windows.labels import Label, text
from desktop.windows.layouts import Column, Flow, Grid, clear, line
from desktop.windows.look import px
from desktop.windows.period_choice import period_words
from desktop.windows.reconcile_matrix_model import NOTHING

WHOLE, OUT = "whole", "out"
"""In place of a unit: the institution as a whole. In place of an institution: its figures are left out."""
SHOWN = 120
"""Figures listed at most."""


@dataclass(frozen=True)
class Question:
    """One institution or unit of theirs that is not known by its names."""

    partner: str
    unit: str
    """Empty: the institution itself."""
    entries: tuple[tuple[str, str], ...]
    answer: str
    """The code that is chosen; empty while nothing is."""

    @property
    def about(self) -> str:
        """What it is called there."""
        return self.unit or self.partner


@dataclass(frozen=True)
class Row:
    """One figure as it is shown."""

    unit: str
    about: str
    """Its month, which unit it is here if that is called otherwise, its sheet."""
    numbers: str


class ReceivedPackage(Card):
    """The preview. `choose` is told what she says of those that are not known."""

    def __init__(
        self, centre: Centre, choose: Callable[[Choices], object], take: Callable[[], object],
        leave: Callable[[], object],
    ) -> None:  # fmt: skip
        super().__init__(margins=(22, 16, 22, 18), gap=10)
        self._centre, self._choose = centre, choose
        self.seen: Preview | None = None
        self.combos: dict[tuple[str, str], Combo] = {}
        self._head, self._facts = Label("", "name", wrap=True), Label("", "second", wrap=True)
        self._asked, self._figures = Grid(gap=6), Grid(gap=6)
        self._ask, self._more = Label("", "strong", wrap=True), Label("", "second", wrap=True)
        self.take_button = Button(N_("Take the figures in"), PRIMARY, icon="check", key="Ctrl+Enter", do=take)
        self._build(Button(N_("Cancel"), PLAIN, do=leave))
        self.hide()

    def _build(self, leave: Button) -> None:
        buttons = QWidget()
        flow = Flow(buttons, gap=8, right=True)
        for button in (leave, self.take_button):
            flow.addWidget(button)
        for part in (self._head, self._facts, self._ask):
            self.column.addWidget(part)
        self.column.addLayout(self._asked)
        self.column.addWidget(line())
        self.column.addLayout(self._figures)
        self.column.addWidget(self._more)
        self.column.addWidget(buttons)

    def put(self, seen: Preview | None) -> None:
        """Show this package, or none; what was being answered keeps the caret."""
        at = next((key for key, combo in self.combos.items() if combo.hasFocus()), None)
        self.seen = seen
        self.setVisible(seen is not None)
        self.say()
        if at in self.combos:
            self.combos[at].setFocus()

    def say(self) -> None:
        """Say everything again in the language of the screen."""
        for grid in (self._asked, self._figures):
            clear(grid)
        self.combos = {}
        seen = self.seen
        if seen is None:
            return
        self.set_edge("amber" if seen.unknown else "green")
        self._head.say(N_("Figures of this centre: {name}"), name=seen.centre.known_as)
        self._facts.put(" \u00b7 ".join(self._about(seen)))
        self._put_questions(seen)
        self._put_figures(seen)
        self.take_button.setEnabled(not seen.unknown)

    def first(self) -> QWidget:
        """The first question without an answer, else taking it in."""
        return next((combo for combo in self.combos.values() if not combo.code()), self.take_button)

    def _about(self, seen: Preview) -> Iterator[str]:
        told = seen.told
        yield _("Number: {n}", n=chosen().number(told.serial))
        yield _("made: {when}", when=chosen().moment(self._centre.world.desk(told.made_at)))
        yield _("months: {months}", months=", ".join(map(period_words, told.months)))
        yield _("agreed in all: {n}", n=chosen().number(told.agreed))
        if seen.replaced:
            yield _("take the place of others: {n}", n=chosen().number(seen.replaced))

    def _put_questions(self, seen: Preview) -> None:
        questions = tuple(self._questions(seen))
        self._ask.setVisible(bool(questions))
        if seen.unknown:
            self._ask.say(N_("Not known here by name: {n}. Say what each of them is."), n=len(seen.unknown))
        else:
            self._ask.say(N_("Said by you of what is not known by name"))
        self._asked.setColumnStretch(0, 1)
        self._asked.setColumnStretch(1, 1)
        self._asked.setHorizontalSpacing(px(16))
        for row, each in enumerate(questions):
            combo = Combo()
            combo.setAccessibleName(each.about)
            combo.fill([("", ""), *each.entries])
            combo.choose(each.answer)
            combo.currentIndexChanged.connect(partial(self._answered, each))
            self.combos[each.partner, each.unit] = combo
            self._asked.addWidget(text(each.about, "body", wrap=True), row, 0)
            self._asked.addWidget(combo, row, 1)
            combo.show()  # what is not on show yet cannot take the caret

    def _questions(self, seen: Preview) -> Iterator[Question]:
        agencies = self._centre.directory.agencies()
        reconciled = {each.kept.partner_id for each in self._centre.reconciliations.overview()}
        partners = possible_partners(agencies, reconciled)
        for each in seen.partners:
            if each.by_choice or not each.is_settled:
                entries = (*((one.id.hex, one.known_as) for one in partners), (OUT, _("Leave its figures out")))
                answer = (each.partner.id.hex if each.partner else OUT) if each.is_settled else ""
                yield Question(each.told.name, "", entries, answer)
            if each.partner is not None:
                units = Units(agencies, each.partner.id).below()
                offered = ((WHOLE, _("Not by unit")), *((one.id.hex, one.known_as) for one in units))
                for unit in each.units:
                    if unit.by_choice or not unit.is_settled:
                        yield Question(each.told.name, unit.told.name, offered, _answer_of(unit))

    def _answered(self, question: Question, _index: int) -> None:
        assert self.seen is not None
        code = self.combos[question.partner, question.unit].code()
        said = self.seen.said
        partners, units = dict(said.partners), dict(said.units)
        place = UUID(code) if code not in ("", WHOLE, OUT) else None
        if question.unit:
            units.pop((question.partner, question.unit), None)
            if code:
                units[question.partner, question.unit] = place
        else:
            partners.pop(question.partner, None)
            if code:
                partners[question.partner] = place
        self._choose(Choices(partners, units))

    def _put_figures(self, seen: Preview) -> None:
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        self._figures.setHorizontalSpacing(px(14))
        for column, share in ((0, 3), (1, 1)):
            self._figures.setColumnStretch(column, share)
        row = count = 0
        for partner in seen.partners:
            self._figures.addWidget(text(self._named(partner), "strong", wrap=True), row, 0)
            head = Label(N_("Sent / received / agreed"), "label", wrap=True)
            head.setAlignment(right)
            self._figures.addWidget(head, row, 1)
            for told in _rows(partner):
                count += 1
                if count <= SHOWN:
                    row += 1
                    self._figures.addLayout(_two_lines(told.unit, told.about), row, 0)
                    self._figures.addWidget(text(told.numbers, "body"), row, 1, right)
            row += 1
        self._more.setVisible(count > SHOWN)
        self._more.say(N_("And {n} more."), n=chosen().number(count - SHOWN))

    def _named(self, partner: PlacedPartner) -> str:
        if partner.is_left_out:
            return f"{partner.told.name} \u00b7 {_('left out')}"
        here = partner.partner.known_as if partner.partner else ""
        return f"{partner.told.name} \u00b7 {here}" if here and here != partner.told.name else partner.told.name


def _answer_of(unit: PlacedUnit) -> str:
    if not unit.is_settled:
        return ""
    return unit.unit.id.hex if unit.unit else WHOLE


def _rows(partner: PlacedPartner) -> Iterator[Row]:
    number = chosen().number
    for figure in partner.told.figures:
        unit = None if figure.unit is None else partner.units[figure.unit]
        name = unit.told.name if unit else _("Not by unit")
        here = unit.unit.known_as if unit and unit.unit else _("Not by unit")
        is_open = not partner.partner or (unit is not None and not unit.is_settled)
        about = [period_words(figure.month)]
        if not is_open and here != name:
            about.append(_("here: {name}", name=here))
        if figure.sheet:
            about.append(_("Sheet: {number}", number=figure.sheet))
        received = NOTHING if figure.received is None else number(figure.received)
        yield Row(name, " \u00b7 ".join(about), f"{number(figure.sent)} / {received} / {number(figure.agreed)}")


def _two_lines(first: str, second: str) -> Column:
    column = Column(gap=1)
    column.addWidget(text(first, "body", wrap=True))
    column.addWidget(text(second, "second", wrap=True))
    return column

"""The chosen figure: its number, what it counts, by which rule, and every record behind it."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from desktop.figures.figures import MonthFigures
from desktop.figures.rules import RULES
from desktop.language import N_, _, chosen
from desktop.summaries.behind import Behind
from desktop.summaries.sentences import shown
from desktop.windows.buttons import PLAIN, Button
from desktop.windows.card import Card
from desktop.windows.labels import Label, text
from desktop.windows.layouts import Column, Row, clear

SHOWN = 40
"""Records listed at most; the rest is told as a number."""


class FigurePanel(QWidget):
    """What stands behind one number of a summary."""

    opened = Signal(object)
    """The identifier of the notice to open."""

    def __init__(self) -> None:
        super().__init__()
        self._card = Card(margins=(16, 12, 16, 14), gap=4)
        self._value, self._title = Label("", "display"), Label("", "strong", wrap=True)
        self._row, self._rule = Label("", "quiet", wrap=True), Label("", "second", wrap=True)
        for widget in (self._value, self._title, self._row, self._rule):
            self._card.column.addWidget(widget)
        self._records = Card(margins=(14, 10, 10, 10), gap=3)
        column = Column(self, gap=12)
        column.addWidget(self._card)
        column.addWidget(self._records)
        self.forget()

    def forget(self) -> None:
        """Nothing is chosen."""
        self._put: tuple[MonthFigures, str, tuple[Behind, ...]] | None = None
        self._value.put("")
        self._value.hide()
        self._title.say(N_("Choose a figure to see what is behind it."))
        for words in (self._row, self._rule, self._records):
            words.hide()

    def put(self, figures: MonthFigures, key: str, behind: tuple[Behind, ...]) -> None:
        """Show the figure of that key and its records."""
        code, rest = key.split("/", 1)
        row, column = rest.rsplit("/", 1)
        if not figures.has(code):
            self.forget()
            return
        table = figures.table(code)
        figure = table.figure(row, column)
        speak = chosen()
        rule = RULES[table.subject.rule]
        self._put = figures, key, behind
        for words in (self._value, self._row, self._rule):
            words.show()
        self._value.put("\u25cf" if figure.value is None else speak.number(figure.value))
        self._title.say(table.subject.title)
        line = next(one for one in table.lines if one.code == row)
        self._row.put(shown(line.words, speak))
        unit = _(
            "Unit: {unit}. Rule {rule}: {sentence}", unit=_(rule.unit), rule=_(rule.code), sentence=_(rule.sentence)
        )
        self._rule.put(unit)
        self._show(behind)

    def changeEvent(self, event: QEvent) -> None:
        """Say what is chosen again in the new language."""
        if event.type() == QEvent.Type.LanguageChange and self._put is not None:
            self.put(*self._put)
        super().changeEvent(event)

    def _show(self, behind: tuple[Behind, ...]) -> None:
        clear(self._records.column)
        self._records.setVisible(bool(behind))
        speak = chosen()
        for one in behind[:SHOWN]:
            row = Row(gap=10)
            row.addWidget(text(one.label, "strong"))
            row.addWidget(text(speak.day(one.at.date()) if one.at else "", "second"), 1)
            if one.referral_id is not None:
                row.addWidget(Button(N_("Open"), PLAIN, do=partial(self._open, one.referral_id)))
            self._records.column.addLayout(row)
        if len(behind) > SHOWN:
            self._records.column.addWidget(Label(N_("Further records: {n}"), "second", n=len(behind) - SHOWN))

    def _open(self, referral_id: UUID) -> None:
        self.opened.emit(referral_id)

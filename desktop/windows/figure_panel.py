"""The chosen figure: its number, what it counts, by which rule, and every record behind it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.figures.figures import Figure, Heading, PeriodFigures
from desktop.figures.rules import RULES
from desktop.language import N_, Language, _, chosen
from desktop.periods import Month, Quarter
from desktop.records.training import PART_ROLES, TRAINING_KINDS
from desktop.records.vocabulary import OUTCOMES, ROLES
from desktop.records.wording import Wording
from desktop.summaries.behind import Behind
from desktop.summaries.sentences import head, hours, shown, unit_and_rule
from desktop.windows.banner import announce
from desktop.windows.buttons import PLAIN, SOFT, Button
from desktop.windows.card import Card
from desktop.windows.labels import Label, text
from desktop.windows.layouts import Column, Flow, Row, clear, scrolled
from desktop.windows.look import follow, px

SHOWN = 200
"""Records listed at most; the rest is told as a number."""
LEFT_OUT = {
    Month: N_("Left out of the whole month, for they came twice: {n}"),
    Quarter: N_("Left out of the whole quarter, for they came twice: {n}"),
}
HIGH = 250
"""The list of records is no higher than this at text size 100 %; it scrolls."""


class FigurePanel(QWidget):
    """What stands behind one number of a summary."""

    opened = Signal(object)
    """The identifier of the notice to open."""
    register_opened = Signal(str, object)
    """The page of a training or a working group to open, and its identifier."""
    left = Signal()
    """Esc: back to the paper."""

    def __init__(self, wording: Callable[[], Wording]) -> None:
        super().__init__()
        self._wording = wording
        self._card = Card(margins=(16, 12, 16, 14), gap=4)
        self._value, self._title = Label("", "display"), Label("", "strong", wrap=True)
        self._row, self._rule = Label("", "quiet", wrap=True), Label("", "second", wrap=True)
        self._out, self._since = Label("", "second", wrap=True), Label("", "second", wrap=True)
        self._why, self._told = QWidget(), Column(gap=2)
        why = Column(self._why, gap=2)
        why.addWidget(self._since)
        why.addLayout(self._told)
        self.why_button = Button(N_("Why this figure"), SOFT, key="F6", do=self.tell_why)
        self.records_button = Button(N_("All records: {n}"), PLAIN, key="F7", do=self.to_records)
        acts = QWidget()
        flow = Flow(acts, gap=8)
        for button in (self.why_button, self.records_button):
            flow.addWidget(button)
        for widget in (self._value, self._title, self._row, self._rule, self._out, self._why, acts):
            self._card.column.addWidget(widget)
        self._records = Card(margins=(14, 8, 4, 8), gap=3)
        body = QWidget()
        self._list = Column(body, gap=2, margins=(0, 0, 8, 0))
        self._area = scrolled(body)
        body.installEventFilter(self)
        self._records.column.addWidget(self._area)
        column = Column(self, gap=12)
        column.addWidget(self._card)
        column.addWidget(self._records)
        self.forget()
        follow(self.dress)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The list is as high as its records, once they are laid out."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.dress()
        return super().eventFilter(watched, event)

    def dress(self) -> None:
        """Take the measures of the look in use."""
        self._area.setFixedHeight(min(self._list.sizeHint().height(), px(HIGH)))

    def forget(self) -> None:
        """Nothing is chosen."""
        self._put: tuple[PeriodFigures, str, tuple[Behind, ...], tuple[Behind, ...]] | None = None
        self._value.put("")
        self._value.hide()
        self._title.say(N_("Choose a figure to see what is behind it."))
        for part in (self._row, self._rule, self._out, self._why, self.why_button, self.records_button, self._records):
            part.hide()

    def put(
        self, figures: PeriodFigures, key: str, behind: tuple[Behind, ...], left_out: tuple[Behind, ...] = ()
    ) -> None:
        """Show the figure of that key, its records, and those that it leaves out."""
        code, rest = key.split("/", 1)
        row, column = rest.rsplit("/", 1)
        if not figures.has(code):
            self.forget()
            return
        table = figures.table(code)
        figure = table.figure(row, column)
        speak = chosen()
        self._put = figures, key, behind, left_out
        for words in (self._value, self._row, self._rule, self.why_button):
            words.show()
        heading = next(one for one in table.headings if one.code == column)
        self._value.put(_written(figure, heading, speak))
        self._title.say(table.subject.title)
        line = next(one for one in table.lines if one.code == row)
        named = head(heading, speak) if len(table.headings) > 1 and heading.words != line.words else ""
        self._row.put(" \u00b7 ".join(filter(None, (shown(line.words, speak), named))))
        self._rule.put(unit_and_rule(table.subject.rule, speak, period=figures.period))
        self._out.say(LEFT_OUT[type(figures.period)], n=speak.number(len(left_out)))
        self._out.setVisible(bool(left_out))
        self._tell(table.subject.rule, left_out)
        self._show(behind)
        self.records_button.say(N_("All records: {n}"), n=speak.number(len(behind)))
        self.records_button.setVisible(bool(behind))

    def tell_why(self) -> None:
        """Since when it is counted so, and each notice that is left out with the one it repeats; again: no more."""
        self._why.setVisible(self._why.isHidden())
        self.why_button.setFocus()
        if self._why.isVisible():
            announce(self, self.reasons())

    def to_records(self) -> None:
        """The caret goes to the first record."""
        first = next(iter(self._area.findChildren(Button)), None)
        (first or self.records_button).setFocus()

    def reasons(self) -> str:
        """Why it is this figure, as one text."""
        left_out = self._out.text() if self._put and self._put[3] else ""
        return "\n".join(filter(None, (self._rule.text(), self._since.text(), left_out)))

    def brief(self) -> str:
        """The chosen figure in a few words, for where this panel lies out of sight."""
        return f"{self._value.text()} \u00b7 {self._row.text()}" if self._put else ""

    def changeEvent(self, event: QEvent) -> None:
        """Say what is chosen again in the new language."""
        if event.type() == QEvent.Type.LanguageChange and self._put is not None:
            self.put(*self._put)
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes what was asked, then goes back to the paper."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._why.isVisible():
            self.tell_why()
        else:
            self.left.emit()

    def _tell(self, rule: str, left_out: tuple[Behind, ...]) -> None:
        clear(self._told)
        self._since.say(N_("Counted by this rule since: {date}"), date=chosen().long_day(RULES[rule].since))
        for one in left_out[:SHOWN]:
            self._told.addLayout(self._row_of(one, _("the same as {number}", number=one.state)))
        self._why.hide()

    def _show(self, behind: tuple[Behind, ...]) -> None:
        clear(self._list)
        self._records.setVisible(bool(behind))
        wording = self._wording()
        for one in behind[:SHOWN]:
            self._list.addLayout(self._row_of(one, _state(one, wording)))
        if len(behind) > SHOWN:
            self._list.addWidget(Label(N_("Further records: {n}"), "second", n=len(behind) - SHOWN))

    def _row_of(self, one: Behind, state: str) -> Row:
        """One record, with the way to it."""
        row, words = Row(gap=10), Column(gap=0)
        words.addWidget(text(one.label, "strong"))
        said = (chosen().day(one.at.date()) if one.at else "", state)
        told = text(" \u00b7 ".join(filter(None, said)), "second", wrap=True)
        told.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        words.addWidget(told)
        row.addLayout(words, 1)
        if one.referral_id is not None:
            row.addWidget(Button(N_("Open"), PLAIN, do=partial(self.opened.emit, one.referral_id)))
        elif one.opens is not None:
            row.addWidget(Button(N_("Open"), PLAIN, do=partial(self.register_opened.emit, _PAGES[one.kind], one.opens)))
        return row


_PAGES = {"training": "trainings", "training_part": "trainings", "group": "working_groups"}
_WORDS = {"referral": OUTCOMES, "mention": ROLES, "training": TRAINING_KINDS, "training_part": PART_ROLES}


def _written(figure: Figure, heading: Heading, language: Language) -> str:
    """The number as it stands on the paper."""
    if figure.value is None:
        return "\u25cf"
    return language.number(hours(figure.value), 1) if heading.measure == "minutes" else language.number(figure.value)


def _state(one: Behind, wording: Wording) -> str:
    """What its code says: an outcome, the role of those named or present, the kind of help, order or training."""
    words = _WORDS.get(one.kind)
    if words is not None:
        return _(words.get(one.state, ""))
    lists = {"assistance": "assistance_kind", "measure": "measure_kind"}
    return wording.code(lists[one.kind], one.state) if one.kind in lists else ""

"""What a partner's list does not tell, each on a card of its own: a question, its answers, what hangs on them.

No answer is ever chosen beforehand but the one that was given the last time; what seems likelier is said in words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QRadioButton, QWidget

from desktop.language import N_, _, chosen
from desktop.problems import Problem
from desktop.reconciliation.opened import OpenedList, key_of
from desktop.reconciliation.partner_dates import read_day
from desktop.reconciliation.partner_list import Answers, Question
from desktop.records.reconciliation import COUNTED
from desktop.windows.card import Card, Drawing
from desktop.windows.choice import Combo
from desktop.windows.labels import text
from desktop.windows.layouts import Flow, Row
from desktop.windows.names import shown_name

ENCODING_NAMES = {
    "cp1257": "Windows-1257", "cp1250": "Windows-1250", "cp1251": "Windows-1251", "iso8859_13": "ISO 8859-13",
    "iso8859_2": "ISO 8859-2", "iso8859_5": "ISO 8859-5", "utf-8": "UTF-8", "utf-16": "UTF-16",
    "utf-16-le": "UTF-16", "utf-16-be": "UTF-16",
}  # fmt: skip
YES_NO = {
    "hidden": {"no": N_("Leave it out"), "yes": N_("Read it too")},
    "apart": {"yes": N_("Persons of the notice above"), "no": N_("Notices of their own")},
}
MANY = 5
"""More answers than this are offered in a list that opens."""


@dataclass(frozen=True)
class Asked:
    """A question as it is shown."""

    question: Question
    choices: tuple[tuple[str, str], ...]
    """Code and words of each answer."""
    answer: str
    """The code of the answer given; empty: none yet."""
    more: str
    """What hangs on it, in words."""

    @property
    def is_dead_end(self) -> bool:
        """Whether nothing here can answer it."""
        return not self.choices


class Choices(QWidget):
    """The answers side by side, of which one is taken; many stand in a list."""

    def __init__(self, name: str, asked: Asked, take: Callable[[str], object]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.radios: dict[str, QRadioButton] = {}
        flow = Flow(self, gap=18)
        if len(asked.choices) > MANY:
            self.combo = Combo()
            self.combo.fill([("", ""), *asked.choices])
            self.combo.choose(asked.answer)
            self.combo.setAccessibleName(name)
            self.combo.activated.connect(lambda: take(self.combo.code()))
            flow.addWidget(self.combo)
            return
        for code, words in asked.choices:
            radio = QRadioButton(words.replace("&", "&&"))
            radio.setChecked(code == asked.answer)
            radio.clicked.connect(lambda _on, code=code: take(code))
            self.radios[code] = radio
            flow.addWidget(radio)


class QuestionCard(Card):
    """One question; amber until it is answered, red where nothing here can answer it."""

    def __init__(self, asked: Asked, take: Callable[[str], object]) -> None:
        super().__init__(gap=8)
        self.asked = asked
        tone = "red" if asked.is_dead_end else "green" if asked.answer else "amber"
        self.set_edge(tone)
        values = dict(asked.question.values)
        is_whole = asked.question.kind == "header" and not values.get("sheet")
        title = _(N_("Which row names the columns?")) if is_whole else _(asked.question.sentence, **values)
        head = Row(gap=10)
        icon = "check" if asked.answer else "calendar" if asked.question.kind in {"date_order", "month"} else "question"
        head.addWidget(Drawing("warn" if asked.is_dead_end else icon, tone))
        head.addWidget(text(title, "card", wrap=True), 1)
        self.column.addLayout(head)
        self.choices = Choices(title, asked, take)
        if asked.choices:
            self.column.addWidget(self.choices)
        if asked.more:
            self.column.addWidget(text(asked.more, "second", wrap=True))
        self.column.addStretch(1)

    def first(self) -> QWidget:
        """What takes the caret when it has to be answered."""
        radios = list(self.choices.radios.values())
        if radios:
            return radios[0]
        return getattr(self.choices, "combo", self)


@dataclass(frozen=True)
class Facts:
    """What the answers are shown with."""

    doubtful: int
    """How many dates hang on the order of day and month."""
    fits: Callable[[date], bool]
    """Whether a day lies in the months of the list."""
    habits: frozenset[str]
    """Kinds of questions answered by habit."""
    choices: dict[tuple[str, str], Sequence[tuple[str, str]]]
    """Answers to what has many: months, rows of headings."""

    def is_habit(self, kind: str) -> bool:
        """Whether the answer is that of the last time."""
        return kind in self.habits

    def answer(self, answers: Answers, question: Question) -> str:
        """The code of the answer given; empty: none yet."""
        kind, sheet = key_of(question)
        if kind == "hidden":
            return "" if answers.hidden is None else "yes" if answers.hidden else "no"
        if kind == "apart":
            return "" if answers.apart is None else "no" if answers.apart else "yes"
        if kind == "header":
            return str(answers.header[sheet]) if sheet in answers.header else ""
        if kind == "month":
            return answers.month.key if answers.month else ""
        return str(getattr(answers, kind, ""))


def asked_of(opened: OpenedList, question: Question, facts: Facts) -> Asked:
    """A question with its answers in words."""
    kind = question.kind
    answer = facts.answer(opened.answers, question)
    more = _(N_("As last month. Look whether it still holds.")) if answer and facts.is_habit(kind) else ""
    if kind == "date_order":
        read = _(N_("Dates read so: {n}. Nothing is guessed silently."), n=chosen().number(facts.doubtful))
        days = _days(question)
        words = {"dmy": N_("{day} (day first)"), "mdy": N_("{day} (month first)")}
        told = tuple((order, _(words[order], day=chosen().long_day(day))) for order, day in days.items())
        fit = [day for day in days.values() if facts.fits(day)]
        within = _(N_("{day} lies within the list's months."), day=chosen().long_day(fit[0])) if len(fit) == 1 else ""
        return Asked(question, told, answer, " ".join(filter(None, (within, read, more))))
    if kind == "encoding":
        return Asked(question, _encodings(question), answer, more)
    if kind in YES_NO:
        rows = ", ".join(map(str, question.rows[:20]))
        more = " ".join(filter(None, (_(N_("Rows: {rows}"), rows=rows) if rows else "", more)))
        return Asked(question, tuple((code, _(words)) for code, words in YES_NO[kind].items()), answer, more)
    if kind == "counted":
        return Asked(question, tuple((code, _(words)) for code, words in COUNTED.items()), answer, more)
    return Asked(question, tuple(facts.choices.get(key_of(question), ())), answer, more)


def _days(question: Question) -> dict[str, date]:
    """The days that the example may be, by the order in which it is read."""
    days = {}
    for order in question.choices:
        with suppress(Problem):
            days[order] = read_day(str(question.values.get("text", "")), order)
    return {order: day for order, day in days.items() if day is not None}


def _encodings(question: Question) -> tuple[tuple[str, str], ...]:
    """Each encoding with the same words as they would be read by it."""
    first, told = question.choices[0], []
    written = str(question.values.get("words", "")).encode(first, "replace")
    for code in question.choices:
        words = shown_name(written.decode(code, "replace"), "")
        told.append((code, f"{words} ({ENCODING_NAMES.get(code, code)})"))
    return tuple(told)

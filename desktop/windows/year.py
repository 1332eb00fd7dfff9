"""The year at a glance: pictures of what came, how soon it was answered, what help was given, and what was held."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from desktop.figures.year import YearFigures
from desktop.language import N_, _, chosen
from desktop.periods import Month
from desktop.summaries.sentences import unit_and_rule
from desktop.windows.apart import Apart
from desktop.windows.banner import EmptyState, ProgressCard
from desktop.windows.buttons import OUTLINED, PLAIN, Button
from desktop.windows.card import Card
from desktop.windows.chart import Chart
from desktop.windows.choice import Combo
from desktop.windows.desk import Desk, Screen
from desktop.windows.labels import Label
from desktop.windows.layouts import Cards, Column, Flow
from desktop.windows.year_pictures import (
    CONTACTS,
    HELD,
    HELP,
    NOTICES,
    contacts_picture,
    held_picture,
    help_picture,
    notices_picture,
)

EMPTY = N_("Here a year stands in three pictures: notices by month, contacts against the rule, and help by kind.")
NO_HELP = N_("No help was entered for this choice.")
MARKED = N_("The thin mark is the same month a year before. The last month is not over.")
LEFT_OUT = N_("Left out because they had come before: {n}")


class Year(Screen):
    """The page; it is laid over the summaries."""

    NAME = "year"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.year: YearFigures | None = None
        self.notices, self.contacts, self.help, self.held = Chart(), Chart(), Chart(), Chart()
        self.period, self._last, self._wanted = Combo(), self.notices, ""
        self._rules = {code: Label("", "second", wrap=True) for code in ("P-2", "K-3", "V-1", "T-1")}
        self._marked, self._left_out = Label(MARKED, "second", wrap=True), Label("", "second", wrap=True)
        self._no_help = Label(NO_HELP, "quiet", wrap=True)
        self._build()
        screens = ("referrals", "referrals", "help", "trainings")
        for chart, screen in zip(self._charts(), screens, strict=True):
            chart.opened.connect(lambda about, chart=chart, screen=screen: self._open(chart, screen, about))
        self.period.currentIndexChanged.connect(self._show_help)
        self.refresh()

    def _build(self) -> None:
        close = Button(N_("Close"), PLAIN, key="Esc", do=self.desk.back)
        self.report_button = Button(
            N_("Yearly report"), OUTLINED, icon="file", do=lambda: self.desk.go("protocol_report")
        )
        head = Apart(Label(N_("The year at a glance"), "title", wrap=True), (close, self.report_button))
        first = _card(Label(NOTICES, "card"), self._rules["P-2"], self._marked, self.notices, self._left_out)
        second = _card(Label(CONTACTS, "card"), self._rules["K-3"], self.contacts)
        over, chosen_part = QWidget(), Flow(gap=12)
        over.setLayout(chosen_part)
        chosen_part.addWidget(Label(HELP, "card"))
        chosen_part.addWidget(self.period)
        third = _card(over, self._rules["V-1"], self.help, self._no_help)
        self._fourth = _card(Label(HELD, "card"), self._rules["T-1"], self.held)
        self.pictures = QWidget()
        column = Column(self.pictures, gap=16)
        column.addWidget(first)
        column.addWidget(Cards((second, third), least=470))
        column.addWidget(self._fourth)
        column.addStretch(1)
        self.empty = EmptyState("chart", EMPTY)
        self.empty.offer(N_("New notice"), lambda: self.desk.go("notice"))
        page = Column(self, gap=14, margins=(24, 16, 24, 18))
        page.addWidget(head)
        page.addWidget(self.pictures)
        page.addWidget(self.empty, 1)
        self.pictures.hide()
        self.empty.hide()

    def refresh(self) -> None:
        """Count again, off the window's thread."""
        errand = self.desk.background.run(self.desk.centre.press.figures.year, self._show, self.desk.tell)
        ProgressCard(self, errand, N_("Counting the year…"))

    def _show(self, year: YearFigures) -> None:
        self.year = year
        self.empty.setVisible(year.is_empty)
        self.pictures.setVisible(not year.is_empty)
        self._say()
        if self.isVisible() and self.window().focusWidget() in (None, self, *self._charts()):
            self.first().setFocus()

    def _say(self) -> None:
        """Draw what is known in the language of the screen."""
        if self.year is None:
            return
        speak = chosen()
        for code, words in self._rules.items():
            words.put(unit_and_rule(code, speak, told=True))
        self._left_out.say(LEFT_OUT, n=speak.number(self.year.duplicates))
        self._left_out.setVisible(bool(self.year.duplicates))
        months = [one.month for one in reversed(self.year.months)]
        self.period.fill([*((one, one) for one in self.year.years), *_named(months)])
        if not self.period.code():
            self.period.choose(self._wanted)
        if not self.period.code():
            self.period.choose(self.year.years[0])
        self.period.setAccessibleName(_("Month or year"))
        self.notices.put(notices_picture(self.year))
        self.contacts.put(contacts_picture(self.year))
        self._show_help()

    def _show_help(self) -> None:
        if self.year is not None:
            picture = help_picture(self.year, self.period.code())
            self.help.put(picture)
            self.help.setVisible(bool(picture.bars))
            self._no_help.setVisible(not picture.bars)
            held = held_picture(self.year, self.period.code())
            self.held.put(held)
            self._fourth.setVisible(bool(held.bars))
            self._order()

    def _order(self) -> None:
        """Tab goes from picture to picture as the eye does."""
        stops = [*self.notices.stops(), *self.contacts.stops(), self.period, *self.help.stops(), *self.held.stops()]
        for one, following in pairwise(stops):
            self.setTabOrder(one, following)

    def _charts(self) -> tuple[Chart, Chart, Chart, Chart]:
        return self.notices, self.contacts, self.help, self.held

    def _open(self, chart: Chart, screen: str, about: object) -> None:
        self._last = chart
        self.desk.go(screen, about)

    def first(self) -> QWidget:
        """The value that was opened last, at first the notices of this month."""
        if self.year is None:
            return self
        return self.empty.findChildren(Button)[0] if self.year.is_empty else self._last.first()

    def state(self) -> dict[str, Any]:
        """Whose help was looked at."""
        return {"period": self.period.code()}

    def restore(self, state: dict[str, Any]) -> None:
        """The same choice, once it is counted."""
        self._wanted = state.get("period", "")
        self.period.choose(self._wanted)
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)


def _named(months: list[Month]) -> list[tuple[str, str]]:
    return [(one.key, chosen().month_title(one.year, one.month)) for one in months]


def _card(*widgets: QWidget) -> Card:
    card = Card(gap=4)
    for widget in widgets:
        card.column.addWidget(widget)
    card.column.addStretch(1)
    return card

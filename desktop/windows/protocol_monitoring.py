"""Monitoring, a tab of the protocol: each number over time on a card, with its definition, its line, and what grew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import pairwise
from uuid import UUID

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QWidget

from desktop.cooperation.indicators import INDICATORS
from desktop.cooperation.line import Change
from desktop.cooperation.monitoring import Watched
from desktop.cooperation.told import grown, notes, told_break, value_of
from desktop.language import N_, _, chosen
from desktop.periods import Month
from desktop.problems import Problem
from desktop.protocol.sheet import VersionSheet
from desktop.summaries.sentences import month_title
from desktop.windows.apart import Apart
from desktop.windows.banner import Banner, ProgressCard
from desktop.windows.buttons import OUTLINED, PLAIN, PRIMARY, Button
from desktop.windows.card import Card
from desktop.windows.chart import Value
from desktop.windows.choice import Combo
from desktop.windows.desk import Desk
from desktop.windows.labels import Label
from desktop.windows.layouts import Cards, Column, Flow, clear, scrolled
from desktop.windows.line_chart import LineChart
from desktop.windows.list_leaving import Leaves, Leaving
from desktop.windows.monitoring_words import opens, picture
from desktop.windows.protocol_tab import ProtocolTab
from desktop.windows.table import Cell, TableColumn

PERIODS = {"24": N_("24 months"), "36": N_("36 months"), "60": N_("60 months")}
"""How many months may be looked at."""
SIDE_BY_SIDE = 470


class IndicatorCard(Card):
    """One number: what it is, its line, what changed, what grew."""

    def __init__(self, code: str) -> None:
        super().__init__(gap=6)
        self.code, self.chart = code, LineChart()
        indicator = INDICATORS[code]
        self._title = Label(indicator.title, "card", wrap=True)
        self._definition = Label("", "second", wrap=True)
        self._notes, self._grown = Label("", "second", wrap=True), Label("", "body", wrap=True)
        for widget in (self._title, self._definition, self.chart, self._notes, self._grown):
            self.column.addWidget(widget)
        self.column.addStretch(1)

    def put(self, watched: Watched) -> None:
        """Show this."""
        indicator = watched.series.indicator
        self._definition.put(f"{_(indicator.code)} \N{MIDDLE DOT} {_(indicator.definition)}")
        is_empty = watched.series.is_empty
        self.chart.setVisible(not is_empty)
        if not is_empty:
            self.chart.put(picture(watched.series))
        self._notes.put(_("No data in these months.") if is_empty else "\n".join(notes(watched.series, chosen())))
        self._notes.setVisible(bool(self._notes.text()))
        self._grown.put("" if is_empty else "\n".join(grown(watched, chosen())))
        self._grown.setVisible(bool(self._grown.text()))


class BreakLine(QWidget):
    """One change in the way of counting, with what can be done about it."""

    def __init__(self, change: Change, amend: Button, take_out: Button) -> None:
        super().__init__()
        row, words = Column(self), QWidget()
        said = Column(words, gap=0)
        strong, second = Label("", "medium", wrap=True), Label("", "second", wrap=True)
        strong.put(change.words)
        second.put(told_break(change, chosen()))
        said.addWidget(strong)
        said.addWidget(second)
        row.addWidget(Apart(words, (amend, take_out)))
        for button in (amend, take_out):
            button.setAccessibleName(f"{button.accessibleName()}: {change.words}")


class MonitoringTab(ProtocolTab):
    """The tab; what it shows does not depend on the version."""

    NAME = "monitoring"
    TITLE = N_("Monitoring")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.watched: tuple[Watched, ...] = ()
        self._wanted: dict[str, object] = {}
        self._last, self._is_read = "", False
        self.banner = Banner("red")
        self.months, self.until, self.without = Combo(), Combo(), Combo()
        self.cards = {code: IndicatorCard(code) for code in INDICATORS}
        self.breaks = Card(gap=8)
        self._break_lines = Column(gap=10)
        self.note_button = Button(N_("Note a break"), PRIMARY, icon="plus", key="F6", do=lambda: desk.go(BREAK))
        self.export_button = Button(N_("Export"), OUTLINED, do=self.export)
        self.report_button = Button(N_("Yearly report"), OUTLINED, icon="file", do=lambda: desk.go("protocol_report"))
        self._leaving = Leaving(desk, N_("Numbers over time"), self, self.banner)
        self._build()

    def _build(self) -> None:
        over, choices = QWidget(), Flow(gap=12)
        over.setLayout(choices)
        for combo in (self.months, self.until, self.without):
            choices.addWidget(combo)
            combo.currentIndexChanged.connect(self.count)
        self.breaks.column.addWidget(Label(N_("Breaks in counting"), "card", wrap=True))
        self.breaks.column.addLayout(self._break_lines)
        body = QWidget()
        column = Column(body, gap=16)
        for widget in (self.banner, over, self.breaks, Cards(list(self.cards.values()), least=SIDE_BY_SIDE)):
            column.addWidget(widget)
        column.addStretch(1)
        page = Column(self)
        page.addWidget(scrolled(body))
        for code, card in self.cards.items():
            card.chart.opened.connect(lambda month, code=code: self._open(code, month))

    def acts(self) -> tuple[Button, ...]:
        """Taking the numbers out, the report of a year, noting a break."""
        return self.export_button, self.report_button, self.note_button

    def put(self, sheet: VersionSheet) -> None:
        """Read again."""
        super().put(sheet)
        self.read()

    def read(self) -> None:
        """Offer what can be chosen, and count."""
        self._is_read = True
        self._offer()
        self.count()

    def first(self) -> QWidget:
        """The month that was opened last, else the first line that has any."""
        shown = [card for card in self.cards.values() if not card.chart.isHidden()]
        chosen_one = next((card for card in shown if card.code == self._last), next(iter(shown), None))
        return chosen_one.chart.first() if chosen_one and self.watched else self.months

    def state(self) -> dict[str, object]:
        """What was looked at."""
        return {"months": self.months.code(), "until": self.until.code(), "without": self.without.code()}

    def restore(self, state: dict[str, object]) -> None:
        """The same again."""
        self._wanted = state

    def show_record(self, about: object) -> None:
        """The number of that code."""
        if isinstance(about, str) and about in self.cards:
            self._last = about

    def count(self) -> None:
        """Count again, off the window's thread."""
        log, last, months = self.desk.centre.monitoring, self._until(), int(self.months.code() or 24)
        without = (UUID(self.without.code()),) if self.without.code() else ()
        errand = self.desk.background.run(lambda: log.watched(last, months, without), self._show, self.banner.tell)
        ProgressCard(self, errand, N_("Counting…"))

    def take_out(self, change: Change) -> None:
        """Take out a break that never was; it can be undone."""
        try:
            self.desk.centre.monitoring.take_out_break(change.id, self.desk.centre.worker)
        except Problem as problem:
            self.banner.tell(problem)
            return
        self.desk.kept(N_("Break in counting taken out"))
        self.changed.emit()
        self.note_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def export(self) -> None:
        """The numbers as a workbook, a row for each month."""
        if self.watched:
            self._leaving.export(leaves(self.watched, self.without.currentText() if self.without.code() else ""))

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again in the new language."""
        if event.type() == QEvent.Type.LanguageChange and self._is_read:
            self._offer()
            self._say()
        super().changeEvent(event)

    def _until(self) -> Month:
        return Month.parse(self.until.code()) if self.until.code() else self.desk.centre.monitoring.last_month()

    def _offer(self) -> None:
        """Which months, and without whom."""
        last, speak = self.desk.centre.monitoring.last_month(), chosen()
        wanted, self._wanted = self._wanted or self.state(), {}
        ends = [last, *(Month(year, 12) for year in range(last.year - 1, last.year - 6, -1) if Month(year, 12) < last)]
        agencies = [one for one in self.desk.centre.directory.agencies() if one.parent_id is None]
        filled: Mapping[str, tuple[Combo, str, Sequence[tuple[str, str]]]] = {
            "months": (self.months, N_("How many months"), [(code, _(words)) for code, words in PERIODS.items()]),
            "until": (self.until, N_("Last month"), [
                (one.key, _("until: {month}", month=month_title(one, speak))) for one in ends
            ]),
            "without": (self.without, N_("Without an institution"), [
                ("", _("All institutions")),
                *((one.id.hex, _("without: {name}", name=one.known_as)) for one in agencies),
            ]),
        }  # fmt: skip
        for name, (combo, title, entries) in filled.items():
            combo.blockSignals(True)
            combo.fill(entries)
            combo.choose(str(wanted.get(name) or entries[0][0]))
            if combo.currentIndex() < 0:
                combo.setCurrentIndex(0)
            combo.blockSignals(False)
            combo.setAccessibleName(_(title))

    def _show(self, watched: tuple[Watched, ...]) -> None:
        had_caret = self.window().focusWidget()
        self.watched = watched
        self._say()
        if self.isVisible() and had_caret in (None, self):
            self.first().setFocus()

    def _say(self) -> None:
        for one in self.watched:
            self.cards[one.series.indicator.code].put(one)
        self._say_breaks()
        self.export_button.setEnabled(any(not one.series.is_empty for one in self.watched))
        stops: list[Value] = [stop for card in self.cards.values() for stop in card.chart.stops()]
        for one_stop, following in pairwise(stops):
            self.setTabOrder(one_stop, following)

    def _say_breaks(self) -> None:
        clear(self._break_lines)
        found = self.desk.centre.monitoring.breaks()
        for change in found:
            amend = Button(N_("Correct"), PLAIN, do=partial(self.desk.go, BREAK, change.id))
            take_out = Button(N_("Take out"), PLAIN, do=partial(self.take_out, change))
            self._break_lines.addWidget(BreakLine(change, amend, take_out))
        self.breaks.setVisible(bool(found))

    def _open(self, code: str, month: object) -> None:
        self._last = code
        if isinstance(month, Month):
            screen, about = opens(INDICATORS[code], month)
            self.desk.go(screen, about)


BREAK = "counting_break"


def leaves(watched: Sequence[Watched], told: str) -> Leaves:
    """The numbers as a list: a row for each month, a column for each number."""
    columns = (
        TableColumn("month", N_("Month"), "key"),
        *(TableColumn(one.series.indicator.code, one.series.indicator.title, "figure") for one in watched),
    )
    rows: list[dict[str, Cell]] = []
    for place, point in enumerate(watched[0].series.points):
        row = {"month": Cell(month_title(point.month, chosen()))}
        for one in watched:
            found, indicator = one.series.points[place], one.series.indicator
            row[indicator.code] = Cell(value_of(indicator, found, chosen()), value=found.value)
        rows.append(row)
    return Leaves(len(rows), told, columns, lambda _progress: rows)

"""Meetings, the screen of the rail: every meeting that was and will be, as a list with the month beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from desktop.language import N_, chosen
from desktop.meetings.diary import MeetingRow
from desktop.periods import Month
from desktop.problems import Problem
from desktop.windows.apart import Apart
from desktop.windows.banner import Banner, EmptyState
from desktop.windows.buttons import OUTLINED, PLAIN, PRIMARY, Button
from desktop.windows.card import Card
from desktop.windows.desk import Desk, Screen
from desktop.windows.flanked import Flanked
from desktop.windows.labels import Label
from desktop.windows.layouts import Column
from desktop.windows.meeting_month import MonthDays
from desktop.windows.meeting_rows import COLUMNS, LATEST, MeetingSource, cells
from desktop.windows.meeting_words import kind_words
from desktop.windows.table import Cell, Sort, TableModel
from desktop.windows.table_acts import ListActs
from desktop.windows.table_card import TableCard
from desktop.windows.table_view import TableView
from desktop.windows.when import near

FIRST = N_("No meeting planned. Choose its kind and date. The program then lays out the agenda, what went well first.")
NO_KINDS = N_("Meetings stand here. First say which kinds you have: who is asked, how often, with which agenda.")
CONTEXT = N_("What went well comes first, and nothing that was promised is forgotten.")
WIDE = 300


class MeetingsScreen(Screen):
    """The list, and the month beside it."""

    NAME = "meetings"
    TITLE = N_("Meetings")
    ICON = "meeting"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._rows: Sequence[MeetingRow] = ()
        self.banner = Banner("red")
        self.model = TableModel(
            MeetingSource(desk.centre.diary), COLUMNS, self._cells, desk.background, sort=LATEST, parent=self
        )
        self.view = TableView(self.model, self.TITLE)
        self._empty = EmptyState(self.ICON, FIRST)
        self._first_button = self._empty.offer(N_("New meeting"), self._begin)
        self.list = TableCard(self.view, self.model, self._empty, tells_order=True)
        self.acts = ListActs(desk, self.NAME, self.TITLE, self.list)
        self.month = MonthDays(desk.centre.world.today, self._told)
        self._context, self._day = Label("", "second", wrap=True), Label("", "second", wrap=True)
        self._on_day = Button(N_("New meeting on this day"), PLAIN, icon="plus", do=self._plan_on_day)
        self.new_button = Button(N_("New meeting"), PRIMARY, icon="plus", key="F6", do=self.plan)
        self._build()
        self.view.opened.connect(self.open_it)
        self.view.chosen.connect(self._mean)
        self.model.loaded.connect(self._loaded)
        self.month.chosen.connect(self._choose_day)
        self.month.opened.connect(self._open_day)
        self.month.meant.connect(self._tell_day)
        self.refresh()

    def _build(self) -> None:
        words = QWidget()
        said = Column(words, gap=2)
        said.addWidget(Label(self.TITLE, "title", wrap=True))
        said.addWidget(self._context)
        others = [
            Button(msgid, OUTLINED, do=partial(self.desk.go, name))
            for msgid, name in (
                (N_("Commitments"), "commitments"), (N_("Problems"), "problems"), (N_("Trainings"), "trainings"),
                (N_("Kinds"), "meeting_kinds"),
            )
        ]  # fmt: skip
        flank, card = QWidget(), Card(gap=8)
        card.column.addWidget(self.month)
        card.column.addWidget(self._day)
        card.column.addWidget(self._on_day)
        beside = Column(flank, gap=16)
        beside.addWidget(card)
        beside.addStretch(1)
        page = Column(self, gap=14, margins=(24, 16, 24, 18))
        page.addWidget(Apart(words, (*others, self.new_button)))
        page.addWidget(self.banner)
        page.addWidget(Flanked(self.list, flank, wide=WIDE, room=560), 1)

    def first(self) -> QWidget:
        """The list, or planning the first meeting."""
        return self.view if self.model.rowCount() else self._first_button

    def refresh(self) -> None:
        """Read the diary again."""
        centre = self.desk.centre
        self.banner.hide()
        self._rows = centre.diary.rows()
        has_kinds = bool(centre.diary.kinds())
        self._empty.say(FIRST if has_kinds else NO_KINDS)
        self._first_button.say(N_("New meeting") if has_kinds else N_("Bring the usual kinds"))
        coming = centre.diary.coming()
        if coming is None:
            self._context.say(CONTEXT)
        else:
            begins, now = datetime.combine(coming.on_day, coming.begins), centre.world.here()
            kind = kind_words(centre.diary.kind(coming.kind_id))
            late = begins < now and coming.on_day != now.date()
            msgid = N_("Not ended yet: {kind}, {when}") if late else N_("Next: {kind}, {when}")
            self._context.say(msgid, kind=kind, when=near(begins, now))
        self.model.ask("")
        self.month.put()
        self._tell_day(self.month.now)

    def plan(self) -> None:
        """To the form of a new meeting."""
        self.desk.go("meeting_new")

    def open_it(self, meeting_id: UUID) -> None:
        """To the preparation of a meeting."""
        self.desk.go("meeting", meeting_id)

    def state(self) -> dict[str, Any]:
        """Order, the chosen row, the day that is meant."""
        found, sort = self.view.current_id(), self.model.sort_by
        return {
            "sort": [sort.key, sort.descending], "row": found.hex if found else "", "day": self.month.now.isoformat(),
        }  # fmt: skip

    def restore(self, state: dict[str, Any]) -> None:
        """The same again."""
        key, descending = state.get("sort") or ("", False)
        if key:
            self.model.sort_by = Sort(key, bool(descending))
        if state.get("row"):
            self.view.choose(UUID(state["row"]))
        if state.get("day"):
            self.month.show_day(date.fromisoformat(state["day"]))
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Say days and kinds in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_on_day"):
            self.refresh()

    def _cells(self, row: MeetingRow) -> Mapping[str, Cell]:
        return cells(row, self.model.hidden, self.desk.centre.world.today())

    def _loaded(self, count: int) -> None:
        coming = sum(row.meeting.state == "planned" for row in self._rows)
        self.list.foot.say(N_("Meetings: {n} · still to be held: {coming}"), n=count, coming=coming)
        if count and self.view.current_id() is None:
            nearest = self.desk.centre.diary.coming()
            if nearest is None or not self.view.choose(nearest.id):
                self.view.selectRow(0)

    def _begin(self) -> None:
        """The button of the empty list."""
        centre = self.desk.centre
        if centre.diary.kinds():
            self.plan()
            return
        try:
            centre.diary.bring_usual(centre.worker)
        except Problem as problem:
            self.banner.tell(problem)
            return
        self.desk.kept(N_("Usual kinds of meeting added"))
        self.refresh()

    def _told(self, month: Month) -> Mapping[date, Sequence[str]]:
        """What stands on each day of a month."""
        told: dict[date, list[str]] = {}
        for row in reversed(self._rows):
            if Month.of(row.meeting.on_day) == month and not row.meeting.called_off_on:
                words = f"{kind_words(row.kind)} {chosen().clock(row.meeting.begins)}"
                told.setdefault(row.meeting.on_day, []).append(words)
        return told

    def _on(self, day: date) -> list[UUID]:
        return [row.meeting.id for row in reversed(self._rows) if row.meeting.on_day == day]

    def _mean(self, meeting_id: UUID | None) -> None:
        """The month shows the day of the chosen meeting."""
        row = next((row for row in self._rows if row.meeting.id == meeting_id), None)
        if row is not None:
            self.month.show_day(row.meeting.on_day)

    def _choose_day(self, day: date) -> None:
        found = self._on(day)
        if found and self.view.current_id() not in found:
            self.view.choose(found[0])

    def _open_day(self, day: date) -> None:
        """Enter on a day: its meeting, or a new one; of several the list shows the first."""
        found = self._on(day)
        if len(found) == 1:
            self.open_it(found[0])
        elif found:
            self._choose_day(day)
            self.view.setFocus()
        else:
            self.desk.go("meeting_new", day)

    def _tell_day(self, day: date) -> None:
        told = self._told(Month.of(day)).get(day, ())
        self._day.put("\n".join((chosen().long_day(day), *told)))
        self._on_day.setVisible(not told and day >= self.desk.centre.world.today())

    def _plan_on_day(self) -> None:
        self.desk.go("meeting_new", self.month.now)

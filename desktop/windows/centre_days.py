"""The days on which the centre is closed though the calendar says otherwise: no deadline ends on them."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.language import N_, chosen
from desktop.problems import Problem
from desktop.records.workdays import public_holidays
from desktop.windows.buttons import PRIMARY, Button
from desktop.windows.card import Card
from desktop.windows.centre_form import FormPart
from desktop.windows.centre_part import entry_row, plain
from desktop.windows.fields import TextField
from desktop.windows.form import Group
from desktop.windows.labels import Label
from desktop.windows.layouts import Row, clear
from desktop.windows.time_fields import DateField

HOLIDAYS = 4
"""So many of the coming public holidays are named."""


class DaysPart(FormPart):
    """A form of one line, and the days below it."""

    NAME = "days"
    TITLE = N_("Closed days")
    SAYS = N_("Public holidays are known already. Here are the centre's own closed days; deadlines leave them out.")
    ICON = "calendar"
    DRAFT = "closed_day"

    def build(self) -> None:
        """The new day, then those there are."""
        today = self.desk.centre.world.today
        self.day = DateField("day", N_("Day"), today, lean="future", required=True)
        self.form = self.kept_form([Group("", [[(self.day, 4), (TextField("why", N_("Why")), 8)]])])
        self.button = Button(N_("Add"), PRIMARY, icon="plus", key="Ctrl+Enter", do=self.add)
        if self.leads:
            card, foot = Card(gap=10), Row(gap=8)
            self.form.foot.setWordWrap(True)
            foot.addWidget(self.form.foot, 1)
            foot.addWidget(self.button, 0, Qt.AlignmentFlag.AlignBottom)
            card.column.addWidget(self.form)
            card.column.addLayout(foot)
            self.column.addWidget(card)
        self._days = Card(gap=8)
        self.column.addWidget(self._days)
        self._holidays = Label("", "second", wrap=True)
        self.column.addWidget(self._holidays)
        self.column.addStretch(1)

    def refresh(self) -> None:
        """Read the days again, the coming ones first, and what is half typed."""
        self.show_what_stands({"day": None, "why": ""})
        clear(self._days.column)
        today = self.desk.centre.world.today()
        days = sorted(self.desk.centre.lists.closed_days(), key=lambda one: (one.day < today, one.day))
        for closed in days:
            said = f"{chosen().long_day(closed.day)}, {chosen().weekday(closed.day.weekday())}"
            opened = partial(self.desk.centre.lists.open_day, closed.id, self.desk.centre.worker)
            buttons = [plain(N_("Remove"), partial(self.attempt, opened), about=said)] if self.leads else []
            self._days.column.addLayout(entry_row(said, closed.why, *buttons))
        if not days:
            self._days.column.addWidget(Label(N_("No closed day is entered."), "quiet"))
        self._show_holidays(today)

    def _show_holidays(self, today: date) -> None:
        """The next ones, so that none is entered a second time."""
        country = self.desk.centre.profile_log.profile().country
        known = sorted(public_holidays(country, today.year) | public_holidays(country, today.year + 1))
        coming = [chosen().long_day(day) for day in known if day >= today][:HOLIDAYS]
        self._holidays.say(N_("The next public holidays: {days}"), days=" \u00b7 ".join(coming))
        self._holidays.setVisible(bool(coming))

    def first(self) -> QWidget:
        """The new day."""
        return self.day

    def add(self) -> None:
        """Close the centre on that day."""
        centre = self.desk.centre
        try:
            told = self.form.values()
            centre.lists.close_day(told["day"], told["why"] or "", centre.worker)
        except Problem as problem:
            self.refuse(problem)
            return
        self.saved()
        self.refresh()
        self.desk.kept()

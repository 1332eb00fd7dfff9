"""A day by which something is to be done, typed as a date or counted in the centre's working days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from desktop.language import _, chosen
from desktop.problems import Problem
from desktop.records.typed import read_date
from desktop.records.workdays import WorkCalendar
from desktop.windows.time_fields import DateField


class DueField(DateField):
    """A day to come: typed as a date, or as so many working days (+10); says how many working days are left."""

    def __init__(self, name: str, title: str, today: Callable[[], date], calendar: WorkCalendar) -> None:
        self.calendar = calendar
        super().__init__(name, title, today, lean="future", required=True, told=self._in_working_days)

    def _parse(self, text: str) -> date:
        plain = text.replace(" ", "")
        if plain.startswith("+") and plain[1:].isdigit() and len(plain) < 5:
            return self.calendar.later(self._today(), int(plain[1:]))
        return read_date(text, self._today(), lean=self._lean)

    def _in_working_days(self, typed: str) -> str:
        try:
            day = self._parse(typed)
        except Problem:
            return _("+10 means in 10 working days")
        today, count = self._today(), 0
        while today < day and count < 400:
            today, count = self.calendar.later(today, 1), count + 1
        return chosen().working_days(count) if day > self._today() else ""

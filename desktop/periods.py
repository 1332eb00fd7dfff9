"""Months as the centre counts them: first and last day, the one before and after, and their key such as `2026-10`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from desktop.language import N_
from desktop.problems import Problem


@dataclass(frozen=True, order=True)
class Month:
    """One calendar month."""

    year: int
    month: int
    """1 to 12."""

    @classmethod
    def of(cls, day: date) -> Month:
        """The month in which a day lies."""
        return cls(day.year, day.month)

    @classmethod
    def parse(cls, text: str) -> Month:
        """The month written as `2026-10`; a Problem if it is not one."""
        found = re.fullmatch(r"(\d{4})-(\d{1,2})", text.strip())
        if not found or not 1 <= int(found[2]) <= 12 or not 1900 <= int(found[1]) < 9999:
            raise Problem(N_("There is no such month: {text}. Write it as 2026-10."), text=text, field="month")
        return cls(int(found[1]), int(found[2]))

    @property
    def key(self) -> str:
        """As it is stored and sorted: `2026-10`."""
        return f"{self.year:04d}-{self.month:02d}"

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return self.later(1).first - timedelta(days=1)

    def later(self, months: int) -> Month:
        """The month so many months later (earlier if negative)."""
        years, month = divmod(self.year * 12 + self.month - 1 + months, 12)
        return Month(years, month + 1)

    def __contains__(self, day: date) -> bool:
        return (day.year, day.month) == (self.year, self.month)

    def __str__(self) -> str:
        return self.key

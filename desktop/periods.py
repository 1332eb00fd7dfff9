"""Months and quarters as the centre counts them: first and last day, the one before and after, and their key."""

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

    @property
    def months(self) -> tuple[Month, ...]:
        """The months it is made of: itself."""
        return (self,)

    @property
    def year_before(self) -> Month:
        """The same month a year before."""
        return self.later(-12)

    def later(self, months: int) -> Month:
        """The month so many months later (earlier if negative)."""
        years, month = divmod(self.year * 12 + self.month - 1 + months, 12)
        return Month(years, month + 1)

    def __contains__(self, day: date) -> bool:
        return (day.year, day.month) == (self.year, self.month)

    def __str__(self) -> str:
        return self.key


@dataclass(frozen=True, order=True)
class Quarter:
    """Three calendar months, as a month is asked."""

    year: int
    quarter: int
    """1 to 4."""

    @classmethod
    def of(cls, day: date) -> Quarter:
        """The quarter in which a day lies."""
        return cls(day.year, (day.month + 2) // 3)

    @property
    def key(self) -> str:
        """As it is stored and sorted among quarters: `2026-Q4`."""
        return f"{self.year:04d}-Q{self.quarter}"

    @property
    def first(self) -> date:
        """Its first day."""
        return self.months[0].first

    @property
    def last(self) -> date:
        """Its last day."""
        return self.months[-1].last

    @property
    def months(self) -> tuple[Month, ...]:
        """The three months it is made of."""
        return tuple(Month(self.year, self.quarter * 3 - back) for back in (2, 1, 0))

    @property
    def year_before(self) -> Quarter:
        """The same quarter a year before."""
        return self.later(-4)

    def later(self, quarters: int) -> Quarter:
        """The quarter so many quarters later (earlier if negative)."""
        years, quarter = divmod(self.year * 4 + self.quarter - 1 + quarters, 4)
        return Quarter(years, quarter + 1)

    def __contains__(self, day: date) -> bool:
        return Quarter.of(day) == self

    def __str__(self) -> str:
        return self.key


Period = Month | Quarter
"""What a summary may tell of."""


def period_of(text: str) -> Period:
    """The month written as `2026-10` or the quarter written as `2026-Q4`; a Problem if it is neither."""
    found = re.fullmatch(r"(\d{4})-[Qq]([1-4])", text.strip())
    if found and 1900 <= int(found[1]) < 9999:
        return Quarter(int(found[1]), int(found[2]))
    try:
        return Month.parse(text)
    except Problem:
        sentence = N_("There is no such month or quarter: {text}. Write it as 2026-10 or as 2026-Q4.")
        raise Problem(sentence, text=text, field="month") from None

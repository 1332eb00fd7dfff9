"""The choice of the month or quarter that a summary is of."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont

from desktop.language import chosen
from desktop.periods import Month, Period, Quarter
from desktop.summaries.sentences import period_title
from desktop.windows.choice import Combo

MONTHS_BACK = 24
"""Summaries are offered of so many months."""


def months_and_quarters(now: Month) -> list[Period]:
    """The months up to this one, the latest first, and under the months of a quarter the quarter itself."""
    found: list[Period] = []
    for month in (now.later(-back) for back in range(MONTHS_BACK)):
        quarter = Quarter.of(month.first)
        found += (month, quarter) if month.first == quarter.first else (month,)
    return found


class SummaryPeriod(Combo):
    """The months, and the quarters in heavier letters, as a sum stands under its rows."""

    def offer(self, now: Month) -> None:
        """Offer those up to this month, in the language of the screen; the month that is over last, unless chosen."""
        heavy, periods = QFont(), months_and_quarters(now)
        heavy.setWeight(QFont.Weight.DemiBold)
        self.fill([(one.key, period_title(one, chosen())) for one in periods])
        for place, one in enumerate(periods):
            if isinstance(one, Quarter):
                self.setItemData(place, heavy, Qt.ItemDataRole.FontRole)
        if not self.code():
            self.choose(now.later(-1).key)

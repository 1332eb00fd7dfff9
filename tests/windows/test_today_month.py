"""The card of the month on Today: the tick is only for a month in which everybody was reached in time."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtWidgets import QApplication

from desktop.records.due import DueList
from desktop.windows.card import Drawing
from desktop.windows.today_parts import MonthCard


@pytest.mark.parametrize(("in_time", "name"), [(4, "check"), (2, "clock"), (0, "clock")])
def test_the_tick_is_for_a_month_in_which_all_were_reached(app: QApplication, in_time: int, name: str) -> None:
    card = MonthCard()
    card.put(DueList(datetime(2026, 11, 23, 9, 40), in_time=in_time, asked=4))
    (drawing,) = card.findChildren(Drawing)
    assert drawing.name == name

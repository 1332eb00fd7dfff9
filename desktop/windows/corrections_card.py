"""Published figures that have changed since they were told: which, what it was, what it is now, and why."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.language import N_, _, chosen
from desktop.summaries.sentences import hours, period_title, shown, why
from desktop.summaries.summary import Correction
from desktop.windows.card import Card
from desktop.windows.labels import Label, text
from desktop.windows.layouts import Column, clear

MOST = 5
"""So many are told here; all of them stand on the paper."""


class CorrectionsCard(Card):
    """Beside the paper; hidden where nothing changed."""

    def __init__(self) -> None:
        super().__init__(margins=(16, 12, 16, 12), gap=6)
        self.hide()

    def put(self, corrections: Sequence[Correction]) -> None:
        """Tell of these."""
        clear(self.column)
        self.setVisible(bool(corrections))
        self.column.addWidget(Label(N_("Corrections since earlier summaries"), "card", wrap=True))
        for one in corrections[:MOST]:
            self.column.addLayout(_told(one))
        left = len(corrections) - MOST
        if left > 0:
            said = N_("Further corrections, all of them on the paper: {n}")
            self.column.addWidget(Label(said, "second", wrap=True, n=chosen().number(left)))


def _told(one: Correction) -> Column:
    """One of them in two lines."""
    speak, both = chosen(), Column(gap=0)
    is_time = one.measure == "minutes"
    was, now = (speak.number(hours(n), 1) if is_time else speak.number(n) for n in (one.was, one.now))
    month = period_title(one.period, speak)
    both.addWidget(text(_("{month}: was {old}, now {new}", month=month, old=was, new=now), "body", wrap=True))
    what = f"{_(one.title)}: {shown(one.row, speak)}"
    both.addWidget(text(" \u00b7 ".join((what, why(one, speak))), "second", wrap=True))
    return both

"""Summaries that were issued: each with whom it is for, who answers for it, and what took its place; and the last file.

It knows what was written down of them, and not where their files are asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Signal

from desktop.language import N_, OWN_NAMES, _, chosen
from desktop.paper.centre_keys import grouped
from desktop.periods import Month, Period, Quarter
from desktop.records.issued import IssuedSummary
from desktop.summaries.numbers import IssuedRow
from desktop.summaries.summary import MEETING, OFFICIAL
from desktop.windows.buttons import PLAIN, Button
from desktop.windows.card import Card
from desktop.windows.facts_grid import FactsGrid
from desktop.windows.labels import Label, text
from desktop.windows.layouts import Column, Row, clear

NOTHING = {
    Month: N_("Nothing was issued for this month yet."),
    Quarter: N_("Nothing was issued for this quarter yet."),
}
PROFILE_WORDS = {OFFICIAL: N_("Official, exact"), MEETING: N_("Meeting, protected")}


class IssuedCard(Card):
    """The papers of one month or quarter, the latest first."""

    copied = Signal(object)
    """The identifier of a paper of which a copy is wanted."""

    def __init__(self) -> None:
        super().__init__(margins=(16, 12, 12, 12), gap=6)

    def put(self, issued: Sequence[IssuedRow], desk_time: Callable[[datetime], datetime], period: Period) -> None:
        """Show these, all of them of that period."""
        clear(self.column)
        self.column.addWidget(Label(N_("Issued"), "card"))
        numbers = {one.id: one.number for one in issued}
        for one in issued:
            row, words = Row(gap=8), Column(gap=1)
            words.addWidget(text(f"{one.number} \u00b7 {OWN_NAMES[one.language]}", "medium", wrap=True))
            for said in _told(one, numbers, chosen().moment(desk_time(one.issued_at))):
                words.addWidget(text(said, "second", wrap=True))
            row.addLayout(words, 1)
            row.addWidget(Button(N_("Save a copy"), PLAIN, do=partial(self.copied.emit, one.id)))
            self.column.addLayout(row)
        if not issued:
            self.column.addWidget(Label(NOTHING[type(period)], "quiet", wrap=True))


def _told(one: IssuedRow, numbers: dict[UUID, str], when: str) -> list[str]:
    """What is known of one paper, in lines."""
    prepared = _("Prepared by: {name}", name=one.prepared_by) if one.prepared_by else ""
    approved = _("Approved by: {name}", name=one.approved_by) if one.approved_by else ""
    later = numbers.get(one.superseded_by_id, "") if one.superseded_by_id else ""
    replaced = _("Replaced by a later one") if one.superseded_by_id else ""
    lines = (
        (when, _(PROFILE_WORDS[one.profile]), one.receiver),
        (prepared,),
        (approved,),
        (_("Replaced by: {number}", number=later) if later else replaced,),
    )
    return [said for line in lines if (said := " \u00b7 ".join(filter(None, line)))]


class HandedCard(Card):
    """The file that was written last: its name, its place, its fingerprint, and for whom it is."""

    def __init__(self) -> None:
        super().__init__(margins=(16, 12, 16, 12), gap=6)
        self._facts = FactsGrid(shares=(1, 3))
        self.column.addWidget(Label(N_("Written just now"), "card", wrap=True))
        self.column.addLayout(self._facts)
        self._put: tuple[IssuedSummary, Path] | None = None
        self.hide()

    def put(self, issued: IssuedSummary, path: Path) -> None:
        """Tell of this one."""
        self._put = issued, path
        self._facts.put((
            (N_("File"), path.name, ""),
            (N_("Place"), str(path.parent), ""),
            (N_("Fingerprint"), " ".join(grouped(issued.digest.upper())), ""),
            (N_("Receiver"), issued.receiver or "\u2013", ""),
        ))  # fmt: skip
        self.show()

    def stay_for(self, period: str, profile: str, language: str) -> None:
        """Hide where another paper is looked at."""
        issued = self._put[0] if self._put else None
        self.setVisible(
            issued is not None and (issued.month, issued.profile, issued.language) == (period, profile, language)
        )

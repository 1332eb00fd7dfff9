"""The papers of a meeting on its board: what was made for whom, what is withheld, and the panel that says why.

The panel lists every item that a copy does not tell, or not by name, receiver by receiver; it closes with Esc.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from desktop.language import N_, _, chosen
from desktop.meetings.paper_content import Withheld
from desktop.meetings.papers import PaperRow
from desktop.meetings.permission import LEVELS, REASONS
from desktop.records.meeting import CASE_LISTS
from desktop.windows.buttons import PLAIN, Button
from desktop.windows.card import Card, Drawing
from desktop.windows.labels import Label, text
from desktop.windows.layouts import Column, Row, clear
from desktop.windows.pill import CLOSED, GOOD, MUST_NOT, NOT_YET, Pill

DOT = " \u00b7 "
DIGEST = 8
"""So many signs of a file's fingerprint tell it apart on the screen."""


@dataclass(frozen=True)
class PapersTold:
    """What the card is handed."""

    meeting_id: UUID
    log: Sequence[PaperRow]
    withheld: Mapping[str, Sequence[Withheld]]
    """By the receiver's name, in house order."""
    moments: Mapping[UUID, datetime]
    """Desk time at which each paper was handed over, else made."""
    names: Mapping[UUID, str]
    """The receivers by their short names, in house order."""
    doubted: frozenset[UUID]
    """Papers that tell more than their receiver may see today."""

    @property
    def current(self) -> list[PaperRow]:
        """The packs that no later one has superseded, in house order."""
        rows = [row for row in self.log if row.kind == "pack" and row.superseded_by_id is None]
        order: list[UUID | None] = list(self.names)
        return sorted(rows, key=lambda r: order.index(r.receiver_id) if r.receiver_id in order else len(order))

    def name(self, row: PaperRow) -> str:
        """The receiver's short name, where it is still asked."""
        return (row.receiver_id and self.names.get(row.receiver_id)) or row.receiver


class PapersCard(Card):
    """The card at the right of the board."""

    def __init__(self, why: Callable[[], object], look: Callable[[], object]) -> None:
        super().__init__(gap=8, margins=(16, 12, 12, 12))
        self.log: list[Pill] = []
        self._withheld = Label("", "body", wrap=True)
        self.why_button = Button(N_("Why"), PLAIN, do=why)
        self._rows = Column(gap=8)
        self.column.addWidget(Label(N_("Papers"), "card"))
        self.column.addLayout(_line("shield", Label(N_("Each institution gets only what it may see"), wrap=True)))
        self._row = _line("eye", self._withheld)
        self._row.addWidget(self.why_button)
        self.column.addLayout(self._row)
        self.column.addLayout(self._rows)
        self.column.addWidget(Button(N_("All papers of this meeting"), PLAIN, do=look))

    def put(self, told: PapersTold) -> None:
        """Show how it stands."""
        count = sum(map(len, told.withheld.values()))
        self._withheld.say(N_("Withheld or without a name: {n}") if count else N_("Nothing is withheld."), n=count)
        self.why_button.setVisible(bool(count))
        clear(self._rows)
        self.log = []
        for row in told.current:
            pill = Pill()
            if row.id in told.doubted:
                pill.say(MUST_NOT, N_("Make again"))
            else:
                pill.say(GOOD, N_("Handed over")) if row.sent_at else pill.say(NOT_YET, N_("Made"))
            words, line = Column(gap=0), Row(gap=8)
            words.addWidget(text(told.name(row), "medium", wrap=True))
            by = row.sent_by or row.made_by
            words.addWidget(
                text(DOT.join((chosen().moment(told.moments[row.id]), by, row.digest[:DIGEST])), "second", wrap=True)
            )
            line.addLayout(words, 1)
            line.addWidget(pill)
            self._rows.addLayout(line)
            self.log.append(pill)


class WithheldPanel(Card):
    """Why something is not told, receiver by receiver."""

    def __init__(self, close: Callable[[], object]) -> None:
        super().__init__(gap=6, margins=(16, 12, 12, 14))
        head = Row(gap=8)
        head.addWidget(Label(N_("Not told, and why"), "card", wrap=True), 1)
        self.close_button = Button(N_("Close"), PLAIN, key="Esc", do=close)
        head.addWidget(self.close_button)
        self._rows = Column(gap=6)
        self.column.addLayout(head)
        self.column.addLayout(self._rows)

    def put(self, told: PapersTold) -> None:
        """List everything."""
        clear(self._rows)
        for receiver, items in told.withheld.items():
            self._rows.addWidget(text(receiver, "strong", wrap=True))
            if not items:
                self._rows.addWidget(Label(N_("Everything is told by name."), "second", wrap=True))
            for item in items:
                pill = Pill()
                pill.put(CLOSED, _(LEVELS[item.level]))
                line = Row(gap=8)
                line.addWidget(text(f"{item.code} \u00b7 {_(CASE_LISTS[item.listed])}", "body", wrap=True), 1)
                line.addWidget(pill)
                self._rows.addLayout(line)
                self._rows.addWidget(text(_(REASONS[item.reason]), "second", wrap=True))


def _line(icon: str, words: Label) -> Row:
    row = Row(gap=10)
    row.addWidget(Drawing(icon, "muted", 18))
    row.addWidget(words, 1)
    return row

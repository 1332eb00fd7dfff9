"""The arithmetic of both sides line by line: what was sent and received, what does not count and why, what remains."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.language import N_, chosen
from desktop.reconciliation.settling import Sums
from desktop.reconciliation.statement import SPECIAL, UNDECIDED, UNEXPLAINED
from desktop.records.difference import REASONS
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, Grid, Row, clear, line
from desktop.windows.look import px
from desktop.windows.pill import GOOD, PARTLY, Pill

MINUS = "\u2212"


@dataclass(frozen=True)
class SumLine:
    """One line of the arithmetic."""

    words: str
    """English msgid."""
    number: int
    kind: str = "part"
    """`part` is taken off or added, `whole` begins a side, `total` ends it."""


def lines_of(sums: Sums) -> tuple[tuple[SumLine, ...], tuple[SumLine, ...]]:
    """Both sides; what is added up in each gives its last line, and both last lines are the same."""
    theirs = [
        SumLine(N_("Sent by the institution"), sums.sent, "whole"),
        *_parts(sums.theirs, sums.unexplained_theirs, sums.undecided_theirs),
        *([SumLine(REASONS["month_before"].words, sums.month_before)] if sums.month_before else []),
        SumLine(N_("Total by their list"), sums.agreed, "total"),
    ]
    ours = [
        SumLine(N_("Received by the centre"), sums.received, "whole"),
        *_parts(sums.ours, sums.unexplained_ours, sums.undecided_ours),
        *([SumLine(N_("Never received, entered now"), sums.entered)] if sums.entered else []),
        SumLine(N_("Total by our log"), sums.agreed_by_us, "total"),
    ]
    return tuple(theirs), tuple(ours)


def unexplained(sums: Sums) -> int:
    """The rest on both sides that has no reason."""
    return sums.unexplained_theirs + sums.unexplained_ours


def _parts(reasons: Mapping[str, int], rest: int, undecided: int) -> Sequence[SumLine]:
    known = [SumLine(REASONS[code].words, -reasons[code]) for code in REASONS if reasons.get(code)]
    special = ((UNEXPLAINED, rest), (UNDECIDED, undecided))
    return [*known, *(SumLine(SPECIAL[code], -n) for code, n in special if n)]


class SumsView(QWidget):
    """The lines, the agreed figure, and the pill of the rest."""

    def __init__(self) -> None:
        super().__init__()
        self._lines, self.agreed, self.pill = Column(gap=3), Label("", "name"), Pill()
        self.arrived = Label("", "second", wrap=True)
        figure = Row(gap=8)
        figure.addWidget(Label(N_("Agreed figure"), "name", wrap=True), 1)
        figure.addWidget(self.agreed, 0, Qt.AlignmentFlag.AlignTop)
        rest = Row(gap=0)
        rest.addWidget(self.pill)
        rest.addStretch(1)
        column = Column(self, gap=6)
        column.addLayout(self._lines)
        column.addLayout(figure)
        column.addLayout(rest)
        column.addWidget(self.arrived)

    def put(self, sums: Sums) -> None:
        """Show these sums."""
        clear(self._lines)
        for side in lines_of(sums):
            grid = Grid(gap=3)
            grid.setColumnStretch(0, 1)
            for place, each in enumerate(side):
                kind = "quiet" if each.kind == "part" else "medium" if each.kind == "whole" else "strong"
                figure = Label("", kind)
                figure.put(_signed(each))
                grid.addWidget(Label(each.words, kind, wrap=True), place, 0)
                grid.addWidget(figure, place, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            grid.setHorizontalSpacing(px(12))
            self._lines.addLayout(grid)
            self._lines.addWidget(line())
        self.agreed.put(chosen().number(sums.agreed))
        rest = unexplained(sums)
        if rest:
            self.pill.say(PARTLY, N_("Still unexplained: {n}"), n=rest)
        else:
            self.pill.say(GOOD, N_("Fully explained"))
        share = sums.arrived_share
        self.arrived.setVisible(share is not None)
        if share is not None:
            part = chosen().percent(sums.agreed - sums.entered, sums.agreed)
            self.arrived.say(N_("Arrived by themselves: {share}"), share=part)


def _signed(each: SumLine) -> str:
    shown = chosen().number(abs(each.number))
    return shown if each.kind != "part" else f"{MINUS if each.number < 0 else '+'}{shown}"

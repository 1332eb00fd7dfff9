"""What the windows let each role do, told as it is: a table to read, not to change."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.language import N_
from desktop.windows.card import Card
from desktop.windows.labels import Label
from desktop.windows.layouts import Grid
from desktop.windows.pill import CLOSED, GOOD, Pill

DEEDS: tuple[tuple[str, bool], ...] = (
    (N_("Read, enter and change notices, persons and assistance"), True),
    (N_("Issue and check summaries"), True),
    (N_("Enter and change institutions"), True),
    (N_("Look at the history, undo changes, back up"), True),
    (N_("Add and remove workers, make recovery sheets"), False),
    (N_("Change lists, closed days and the centre's data"), False),
    (N_("Restore from a backup, choose the second place"), False),
)
"""What can be done, and whether other roles than director and deputy may do it in the windows."""


class RolesCard(Card):
    """Each deed with who may do it."""

    def __init__(self) -> None:
        super().__init__(gap=10)
        grid = Grid(gap=10)
        grid.setColumnStretch(0, 1)
        heads = (N_("What each role may do"), N_("Director, deputy"), N_("Other roles"))
        for column, words in enumerate(heads):
            grid.addWidget(Label(words, "label" if column else "card", wrap=True), 0, column)
        for row, (deed, everybody) in enumerate(DEEDS, start=1):
            grid.addWidget(Label(deed, "body", wrap=True), row, 0)
            for column, may in ((1, True), (2, everybody)):
                pill = Pill(GOOD, N_("Yes")) if may else Pill(CLOSED, N_("No"))
                grid.addWidget(pill, row, column, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(grid)
        reach = N_("Roles guide what the windows show. Whoever can open the data can read all of them.")
        self.column.addWidget(Label(reach, "second", wrap=True))

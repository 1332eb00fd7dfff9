"""The rows on a person's page: what can be done with each is wholly in sight, however narrow the card."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.windows.buttons import PLAIN, Button
from desktop.windows.layouts import Column
from desktop.windows.person_rows import LinkRow, ListCard
from desktop.windows.pill import NOT_YET
from tests.windows.looking import settle, shown


def test_a_row_is_as_high_as_its_buttons_where_they_stand_below_each_other(qapp: object) -> None:
    column = QWidget()
    column.setFixedWidth(300)
    card, lines = ListCard("Family and household", "Nobody is linked yet."), Column(column)
    lines.addWidget(card)
    lines.addStretch(1)
    buttons = (Button("Change this", PLAIN), Button("Take it out", PLAIN, icon="x"))
    card.put([LinkRow("Sara", "Daughter or son, born 2019, P-2040", (NOT_YET, "Child"), buttons=buttons)])
    column.resize(300, 600)
    column.show()
    settle()
    row = card.rows()[0]
    feet = [child.mapTo(row, child.rect().bottomLeft()).y() for child in shown(row)]
    assert max(feet) <= row.height()
    column.close()

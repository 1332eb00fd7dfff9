"""The groups of a form: rows of fields under a title, side by side as the room allows, folded behind one line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.windows.buttons import PLAIN, Button
from desktop.windows.fields import Field
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, Flow, Grid, Row
from desktop.windows.look import CARD_TITLE, SEMIBOLD, follow, font, px

WIDE, NARROW = 560, 340
"""Under these widths at text size 100 % a field takes twice its share of a row, or the whole row."""
Place = tuple[Field, int]
"""A field and its share of the row, in twelfths."""


@dataclass(frozen=True)
class Group:
    """Rows of fields under a title; `folds` hides them behind a one-line summary, `links` stand right of the title."""

    title: str
    rows: Sequence[Sequence[Place]]
    folds: bool = False
    links: tuple[Button, ...] = ()


class FoldButton(Button):
    """The title of a group that folds: as strong as other titles, with the way it opens before it."""

    def dress(self) -> None:
        """Take font and drawing from the look in use."""
        super().dress()
        self.setFont(font(CARD_TITLE, SEMIBOLD))
        self.setStyleSheet("padding-left: 0; text-align: left;")

    def draw(self, icon: str) -> None:
        """Show whether the group is open."""
        self._icon = icon
        self.dress()


class GroupBox(QWidget):
    """One group as it is shown."""

    def __init__(self, group: Group) -> None:
        super().__init__()
        self.fields = tuple(field for row in group.rows for field, _share in row)
        column = Column(self, gap=6)
        self._inner = QWidget()
        if group.folds:
            self._summary = Label("", "second", wrap=True)
            self._fold = FoldButton(group.title, PLAIN, icon="down", do=self._turn)
        if group.title:
            column.addLayout(self._head(group))
        self._rows, self._widen = group.rows, 0
        self._inner.setMinimumWidth(1)
        self._grid = Grid(self._inner, gap=9)
        for twelfth in range(12):
            self._grid.setColumnStretch(twelfth, 1)
        follow(self._arrange)
        column.addWidget(self._inner)
        if group.folds:
            self.fold()

    def fold(self) -> None:
        """Hide the fields behind their summary."""
        self._inner.hide()
        self._fold.draw("right")
        self.summarise()
        self._summary.show()

    def unfold(self) -> None:
        """Show the fields."""
        self._inner.show()
        self._fold.draw("down")
        self._summary.hide()

    def is_folded(self) -> bool:
        """Whether its fields are hidden."""
        return self._inner.isHidden()

    def summarise(self) -> None:
        """Say in one line what stands in the hidden fields."""
        self._summary.put(" \u00b7 ".join(said for field in self.fields if (said := field.summary().strip())))

    def _head(self, group: Group) -> Row:
        head = Row(gap=6)
        if group.folds:
            head.addWidget(self._fold)
            head.addWidget(self._summary, 1)
            head.addStretch()
        else:
            head.addWidget(Label(group.title, "card"), 0, Qt.AlignmentFlag.AlignVCenter)
            head.addStretch(0 if group.links else 1)
        if group.links:
            links = QWidget()
            flow = Flow(links, gap=6, right=True)
            for link in group.links:
                flow.addWidget(link)
            head.addWidget(links, 1)
        return head

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fewer fields side by side in a narrow form."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Arrange anew when a field has grown: a list that was filled with longer words."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        width = self.width()
        ways = ((1, px(WIDE)), (2, px(NARROW)), (12, 0))
        needs = max((sum(self._need(f) for f, _share in row) for row in self._rows), default=0)
        widen = next(w for w, least in ways if width >= least and (w == 12 or needs / w <= width))
        if widen == self._widen:
            return
        self._widen = widen
        number = 0
        for row in self._rows:
            at = 0
            for field, share in row:
                wide = min(12, share * widen)
                if at + wide > 12:
                    number, at = number + 1, 0
                self._grid.addWidget(field, number, at, 1, wide, Qt.AlignmentFlag.AlignTop)
                at += wide
            number += 1

    def _need(self, field: Field) -> int:
        """The room that a field needs in its row, its gap included; what is hidden needs none."""
        return 0 if field.isHidden() else field.minimumSizeHint().width() + self._grid.horizontalSpacing()

    def _turn(self) -> None:
        if self.is_folded():
            self.unfold()
            self.fields[0].focus()
        else:
            self.fold()

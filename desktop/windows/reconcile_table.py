"""The first rows of a partner's list, with a choice over each column of what it holds, and how that was known.

In a narrow window the columns stand one under the other, each with what is written in it: nothing has to be scrolled
sideways. What a column may hold is decided elsewhere; here it is shown and asked.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.language import N_, _
from desktop.reconciliation.at_work import CHOSEN, LEFT_OUT, RECOGNISED, REMEMBERED
from desktop.reconciliation.partner_columns import Column, letter
from desktop.reconciliation.sample import DOUBTFUL, MISSING, NAMES, SURE, UNREAD, Sample
from desktop.windows.apart import Apart
from desktop.windows.buttons import PLAIN, Button
from desktop.windows.card import Card, Drawing
from desktop.windows.choice import Combo
from desktop.windows.labels import Label, text
from desktop.windows.layouts import Column as Stack
from desktop.windows.layouts import Flow, Grid, Row, clear, line
from desktop.windows.look import follow, px, tokens
from desktop.windows.names import are_hidden, shown_name

FIELD_WORDS = {
    "notice_no": N_("Number of the notice"),
    "date": N_("Date of the notice"),
    "incident_date": N_("Date of the incident"),
    "name": N_("Name and surname"),
    "given": N_("First name"),
    "surname": N_("Surname"),
    "birth": N_("Birth year or date"),
    "personal_code": N_("Personal code"),
    "phone": N_("Telephone"),
    "address": N_("Residence"),
    "unit": N_("Unit"),
    "month": N_("Month"),
    "count": N_("Count"),
    "remarks": N_("Remarks"),
    "sequence": N_("Number of the row"),
    "": N_("Do not use"),
}
"""What a column may hold, as it is offered."""

HOW_WORDS = {
    RECOGNISED: N_("recognised"),
    REMEMBERED: N_("as last month"),
    CHOSEN: N_("chosen by you"),
    LEFT_OUT: N_("left out"),
}
TONES = {DOUBTFUL: "amber", UNREAD: "red", MISSING: "red"}
LONGEST = 26
"""Signs of a cell that are shown; the rest is in its tooltip."""
NONE = "\u2013"


@dataclass(frozen=True)
class Shown:
    """What the table shows."""

    sample: Sample
    how: tuple[str, ...]
    """Of each column how it was known."""
    sheets: tuple[str, ...]
    foot: str
    """What is shown of how much, in words."""


class ColumnCombo(Combo):
    """As wide as what is chosen in it; its list is as wide as its longest entry."""

    def __init__(self) -> None:
        super().__init__()
        self.currentIndexChanged.connect(self.dress)

    def dress(self) -> None:
        """Take the width of the chosen entry."""
        metrics = self.fontMetrics()
        self.setMinimumWidth(metrics.horizontalAdvance(self.currentText()) + px(50))
        longest = max((metrics.horizontalAdvance(self.itemText(i)) for i in range(self.count())), default=0)
        self.view().setMinimumWidth(longest + px(40))


class Cell(Label):
    """What stands in one cell, on the ground of how surely it was read."""

    def __init__(self, words: str, state: str = SURE, kind: str = "body") -> None:
        self._tone = TONES.get(state, "")
        super().__init__("", kind, ink=self._tone)
        self.put(words if len(words) <= LONGEST else words[: LONGEST - 1] + "\u2026")
        if len(words) > LONGEST:
            self.setToolTip(words)
        self.setContentsMargins(px(8), px(5), px(8), px(5))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground of what is doubtful or cannot be read."""
        if self._tone:
            painter = QPainter(self)
            painter.fillRect(QRectF(self.rect()), QColor(tokens().tone(self._tone)[1]))
            painter.end()
        super().paintEvent(event)


class Head(QWidget):
    """What stands over one column: its heading, what it holds, how that was known."""

    def __init__(self, column: Column, how: str, chosen: Callable[[str], object]) -> None:
        super().__init__()
        name = f"{letter(column.place)} \u00b7 {_short(column.heading)}".rstrip(" \u00b7")
        self.combo = ColumnCombo()
        self.combo.fill([(code, _(FIELD_WORDS[code])) for code in FIELD_WORDS])
        self.combo.choose(column.field)
        self.combo.dress()
        self.combo.setAccessibleName(name)
        self.combo.setAccessibleDescription(_(HOW_WORDS[how]))
        self.combo.activated.connect(lambda: chosen(self.combo.code()))
        known = Row(gap=4)
        is_out = how == LEFT_OUT
        known.addWidget(Drawing("x" if is_out else "check", "muted" if is_out else "green", 16))
        known.addWidget(text(_(HOW_WORDS[how]), "small", ink="" if is_out else "green", wrap=True), 1)
        column_ = Stack(self, gap=4, margins=(4, 0, 4, 4))
        column_.addWidget(text(name, "second"))
        column_.addWidget(self.combo)
        column_.addLayout(known)


class ColumnsCard(Card):
    """The table."""

    chosen = Signal(str, str)
    """Letter of a column, and what it holds now."""
    sheet_chosen = Signal(str)
    header_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(margins=(6, 10, 6, 8), gap=6)
        self._shown: Shown | None = None
        self._is_wide = True
        self.heads: list[Head] = []
        self._sheet = Combo()
        self._sheet.setAccessibleName(_(N_("Sheet")))
        self._sheet.activated.connect(lambda: self.sheet_chosen.emit(self._sheet.code()))
        self._table = QWidget()
        self._table.setMinimumWidth(1)
        self._grid = Grid(self._table, gap=0)
        self._foot = Label("", "second", wrap=True)
        self.header_button = Button(N_("Another heading row"), PLAIN, do=self.header_wanted.emit)
        acts = QWidget()
        flow = Flow(acts, gap=8, right=True)
        flow.addWidget(self._sheet)
        flow.addWidget(self.header_button)
        self.column.addWidget(self._table)
        self.column.addWidget(Apart(self._foot, (acts,), margins=(8, 0)))
        follow(self._arrange)

    def show_list(self, shown: Shown) -> None:
        """Show these rows and columns."""
        self._shown = shown
        self._sheet.setAccessibleName(_(N_("Sheet")))
        self._sheet.setVisible(len(shown.sheets) > 1)
        self._sheet.fill([(name, name) for name in shown.sheets])
        self._sheet.choose(shown.sample.sheet)
        self._foot.put(shown.foot)
        self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side, or one under the other."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Lie as the width allows."""
        if self._shown is not None and self._fits() != self._is_wide:
            self._fill()

    def _fits(self) -> bool:
        return self._needed() <= self.width() - px(14)

    def _needed(self) -> int:
        """The width of the table as a table."""
        if self._shown is None:
            return 0
        metrics, wide = self.fontMetrics(), px(44)
        for place, head in enumerate(self.heads):
            cells = (row.cells[place].text[:LONGEST] for row in self._shown.sample.rows)
            words = max((metrics.horizontalAdvance(words) for words in cells), default=0) + px(18)
            wide += max(head.minimumSizeHint().width(), words)
        return wide

    def _fill(self) -> None:
        """Show everything anew."""
        assert self._shown is not None
        focused = next((number for number, head in enumerate(self.heads) if head.combo.hasFocus()), None)
        clear(self._grid)
        for number in range(self._grid.columnCount()):
            self._grid.setColumnStretch(number, 0)
        sample = self._shown.sample
        pairs = zip(sample.columns, self._shown.how, strict=True)
        self.heads = [Head(column, how, partial(self.chosen.emit, letter(column.place))) for column, how in pairs]
        self._is_wide = self._fits()
        if self._is_wide:
            self._lay_wide(sample)
        else:
            self._lay_narrow(sample)
        if focused is not None and focused < len(self.heads):
            self.heads[focused].combo.setFocus()

    def _lay_wide(self, sample: Sample) -> None:
        for place, head in enumerate(self.heads, 1):
            self._grid.addWidget(head, 0, place)
            self._grid.setColumnStretch(place, 1)
        across = len(self.heads) + 1
        for number, row in enumerate(sample.rows):
            self._grid.addWidget(line(), number * 2 + 1, 0, 1, across)
            self._grid.addWidget(Cell(str(row.number), kind="small"), number * 2 + 2, 0, Qt.AlignmentFlag.AlignVCenter)
            for place, cell in enumerate(row.cells):
                words = _words(cell.text, cell.state, sample.columns[place])
                self._grid.addWidget(Cell(words, cell.state), number * 2 + 2, place + 1)

    def _lay_narrow(self, sample: Sample) -> None:
        self._grid.setColumnStretch(1, 1)
        for place, head in enumerate(self.heads):
            if place:
                self._grid.addWidget(line(), place * 2, 0, 1, 2)
            self._grid.addWidget(head, place * 2 + 1, 0, Qt.AlignmentFlag.AlignTop)
            told = QWidget()
            flow = Flow(told, gap=4)
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            told.setSizePolicy(policy)
            for row in sample.rows:
                cell = row.cells[place]
                if cell.text or cell.state:
                    flow.addWidget(Cell(_words(cell.text, cell.state, sample.columns[place]), cell.state))
            self._grid.addWidget(told, place * 2 + 1, 1, Qt.AlignmentFlag.AlignVCenter)

    def minimumSizeHint(self) -> QSize:
        """It lies narrow where there is no room."""
        return QSize(px(200), super().minimumSizeHint().height())


def _words(written: str, state: str, column: Column) -> str:
    """What a cell shows: a name as names are shown just now."""
    if state == MISSING and not written:
        return NONE
    if column.field in NAMES | {"personal_code", "phone"} and written and are_hidden():
        return shown_name(written, "")
    return written


def _short(heading: str) -> str:
    return heading if len(heading) <= LONGEST else heading[: LONGEST - 1] + "\u2026"

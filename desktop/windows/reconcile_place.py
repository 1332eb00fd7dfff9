"""Where a partner's list may be dropped, chosen or pasted; of a list that is kept, how its columns were read.

The list that is kept cannot be shown again, since its cells are not kept: it is told how it was read, and whether it
may be brought again in its place.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

from desktop.language import N_, _
from desktop.reconciliation.bringing_again import Former
from desktop.reconciliation.habits import Habits
from desktop.windows.apart import Apart
from desktop.windows.banner import Banner
from desktop.windows.buttons import OUTLINED, PRIMARY, Button
from desktop.windows.card import Card
from desktop.windows.drop_area import DropArea
from desktop.windows.files import ask_open
from desktop.windows.labels import Label, text
from desktop.windows.layouts import Column, Grid, clear
from desktop.windows.reconcile_table import FIELD_WORDS

KINDS = "(*.xlsx *.xls *.ods *.csv *.tsv *.txt *.docx)"
AGAIN = N_(
    "The file itself is not kept. Bring it again to have its columns read otherwise; "
    "what was decided of rows that stay as they are is kept."
)
NOT_REMEMBERED = N_("How its columns were read was not to be remembered.")


class FormerCard(Card):
    """How the columns of the list that is kept were read."""

    def __init__(self) -> None:
        super().__init__(gap=8)
        self._grid = Grid(gap=6)
        self._grid.setColumnStretch(1, 1)
        self._said = Label("", "second", wrap=True)
        self.column.addWidget(Label(N_("How its columns were read"), "card", wrap=True))
        self.column.addLayout(self._grid)
        self.column.addWidget(self._said)

    def put(self, former: Former) -> None:
        """Show this one."""
        clear(self._grid)
        habits = Habits.from_text(former.kept.reading)
        for row, (heading, held) in enumerate(habits.told()):
            self._grid.addWidget(text(heading, "medium"), row, 0)
            self._grid.addWidget(text(_(FIELD_WORDS[held]), "body" if held else "quiet", wrap=True), row, 1)
        if former.fixed is not None:
            self._said.tell(former.fixed)
        else:
            self._said.say(AGAIN)
        if not habits.columns:
            self._grid.addWidget(text(_(NOT_REMEMBERED), "quiet", wrap=True), 0, 0, 1, 2)


class ListPlace(QWidget):
    """The place; `take` is handed the file, `take_pasted` the text."""

    def __init__(self, take: Callable[[Path], object], take_pasted: Callable[[str], object], banner: Banner) -> None:
        super().__init__()
        self._take, self._take_pasted, self._banner = take, take_pasted, banner
        self.area = DropArea(
            N_("Drop the institution's list here."),
            N_("XLSX, ODS, CSV, a table in a Word document, or a pasted table."),
        )
        self.former = FormerCard()
        self.choose_button = Button(N_("Choose a file"), PRIMARY, icon="file", key="F6", do=self.choose_file)
        self.paste_button = Button(N_("Paste a table"), OUTLINED, do=self.paste)
        self._foot = Apart(
            Label(N_("Nothing enters the vault until you accept it."), "second", wrap=True),
            (self.paste_button, self.choose_button),
        )
        page = Column(self, gap=12)
        page.addWidget(self.former)
        page.addWidget(self.area, 1)
        page.addWidget(self._foot)
        page.addStretch(0)
        self.former.hide()

    def put(self, former: Former) -> None:
        """Tell how the list that is kept was read, and whether another one may come in its place."""
        self.former.put(former)
        self.former.show()
        for widget in (self.area, self._foot):
            widget.setVisible(former.fixed is None)

    def minimumSizeHint(self) -> QSize:
        """As low as its width allows: words that wrap count as many lines as the narrowest window makes of them."""
        return QSize(super().minimumSizeHint().width(), 0)

    def first(self) -> QWidget:
        """To choose a file, where one may come."""
        return self if self._foot.isHidden() else self.choose_button

    def choose_file(self) -> None:
        """Ask which file."""
        ask_open(self, f"{_('Lists')} {KINDS}", self._take)

    def paste(self) -> None:
        """Read the table that was copied in another program."""
        copied = QApplication.clipboard().text()
        if copied.strip():
            self._take_pasted(copied)
        else:
            self._banner.say(N_("Nothing was copied. Copy the table in the other program first."), tone="amber")

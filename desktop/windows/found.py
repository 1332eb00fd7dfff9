"""What the one search found, in a panel under its field: grouped, counted, hits marked; Enter opens the right place.

The search runs in the worker's thread. Of several questions typed while one is under way only the last is asked.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtWidgets import QWidget

from desktop.language import N_, _
from desktop.problems import Problem
from desktop.records.search_everything import Found
from desktop.windows.banner import announce
from desktop.windows.card import Card
from desktop.windows.desk import Desk
from desktop.windows.found_list import FoundList
from desktop.windows.found_rows import ALL, SHOWN, Entry, entries
from desktop.windows.labels import Label
from desktop.windows.layouts import Column
from desktop.windows.look import follow, px
from desktop.windows.search_field import SearchField
from desktop.windows.worker import Errand, Steps

MOST = 5
"""Records of one kind that are shown at first."""
WIDE = 620
NOTHING = N_("Nothing found. Try fewer letters.")
HINT = N_(
    "You can look for a part of a name, a number of a notice or of its sender, a telephone, a place, an institution."
)


class FoundPanel(Card):
    """Lies over the screen, under the search field, as long as the caret is there."""

    def __init__(self, desk: Desk, field: SearchField, over: QWidget, look_in: Callable[[str, str], None]) -> None:
        super().__init__(margins=1, gap=0)
        self.setParent(over)
        self._desk, self._field, self._over, self._look_in = desk, field, over, look_in
        self._query = self._asked = ""
        self._opens = False
        self._asking: Errand | None = None
        self.list = FoundList()
        self._nothing = QWidget()
        self.words, self._hint = Label(NOTHING, "strong", wrap=True), Label(HINT, "second", wrap=True)
        column = Column(self._nothing, gap=4, margins=(16, 14, 16, 14))
        column.addWidget(self.words)
        column.addWidget(self._hint)
        self.column.addWidget(self.list)
        self.column.addWidget(self._nothing)
        field.searched.connect(self.look_for)
        field.stepped.connect(self.list.step)
        field.accepted.connect(self._accept)
        field.left.connect(self.hide)
        self.list.opened.connect(self.open)
        over.installEventFilter(self)
        self.hide()
        follow(self.place)
        self._name_it()

    def look_for(self, words: str) -> None:
        """Look for these words; empty hides the panel."""
        self._query, self._opens = words, False
        if not words:
            self.list.put([], "")
            self.hide()
        elif self._asking is None or words != self._asked:
            self._ask()

    def open(self, entry: Entry) -> None:
        """Go to what was found; the field is empty again."""
        words = self._query
        self._field.clear()
        self._field.give_back()
        self.look_for("")
        if entry.kind == ALL:
            self._look_in(str(entry.about), words)
        else:
            self._desk.go(SHOWN[entry.kind].page, entry.about)

    def place(self) -> None:
        """Lie under the field, as high as what was found."""
        if self._field.window() is not self._over.window():
            return
        at, wide = self._at(), self._wide()
        room = self._over.height() - at.y() - px(16)
        if self.list.isHidden():
            self.setGeometry(
                at.x(), at.y(), wide, min(room, self._nothing.heightForWidth(wide - 2 * px(1)) + 2 * px(1))
            )
        else:
            self.setGeometry(at.x(), at.y(), wide, min(room, self.list.whole_height() + 2 * px(1) + 2))

    def _at(self) -> QPoint:
        return self._field.mapTo(self._over, QPoint(0, self._field.height() + px(4)))

    def _wide(self) -> int:
        return min(max(px(WIDE), self._field.width()), self._over.width() - self._at().x() - px(16))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay under the field."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.place()
        return False

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._name_it()
        super().changeEvent(event)

    def _name_it(self) -> None:
        self.list.setAccessibleName(_("Found"))

    def _ask(self) -> None:
        words, search = self._query, self._desk.centre.search
        if self._asking is not None:
            self._asking.drop()
        self._asked = words
        asking = self._desk.background.run(lambda: search.find(words, MOST), self._take, self._refused)
        self._asking = None if asking.is_over else asking

    def _take(self, found: Found) -> Steps:
        rows = entries(found, self._asked)
        yield from self.list.prepare(rows, self._asked, self._wide() - 2 * px(1))
        yield
        self._asking = None
        if self._query != self._asked or not self._field.hasFocus():
            return
        self._show(rows)
        if self._opens:
            self._accept()

    def _refused(self, problem: Problem) -> None:
        self._asking = None
        self._show([])
        self.words.tell(problem)

    def _show(self, rows: list[Entry]) -> None:
        self.words.say(NOTHING)
        self.list.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        self.list.put(rows, self._query)
        if not rows:
            announce(self, self.words.text())
        self.place()
        self.show()
        self.raise_()

    def _accept(self) -> None:
        """Enter: open the chosen entry; where the answer is not there yet, open its first when it comes."""
        if self._field.is_waiting():
            self._field.send()
        if self._asking is not None:
            self._opens = True
        elif self.isVisible() and (entry := self.list.chosen()) is not None and self._query == self._asked:
            self.open(entry)

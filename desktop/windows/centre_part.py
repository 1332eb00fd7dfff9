"""What each part of the centre's page is: a heading, one sentence, what there is, and what may be done with it.

A part is shown at the right of the centre's page; what is typed at length is a page of its own laid over it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.language import N_
from desktop.problems import Problem
from desktop.records.staff import LEADING
from desktop.windows.banner import Banner, ProgressCard, announce
from desktop.windows.buttons import DANGER, OUTLINED, PLAIN, Button
from desktop.windows.card import Card
from desktop.windows.desk import Desk
from desktop.windows.labels import Label, text
from desktop.windows.layouts import Column, Flow, Row
from desktop.windows.pill import Pill
from desktop.windows.worker import Progress


class Question(Card):
    """Asks once more, in the page itself: what will happen, and two buttons of which the safe one comes first."""

    def __init__(self) -> None:
        super().__init__(tone="amber", margins=(18, 12, 14, 12), gap=8)
        self._asked, self._more = Label("", "strong", wrap=True), Label("", "body", wrap=True)
        self._do: Callable[[], object] = lambda: None
        self.no = Button(N_("Cancel"), OUTLINED, do=self.hide)
        self.yes = Button("", DANGER, do=self._agreed)
        row = Row(gap=8)
        row.addStretch(1)
        row.addWidget(self.no)
        row.addWidget(self.yes)
        for widget in (self._asked, self._more):
            self.column.addWidget(widget)
        self.column.addLayout(row)
        self.hide()

    def ask(self, msgid: str, more: str, yes: str, do: Callable[[], object], **values: object) -> None:
        """Show the question; `do` is done after the danger button only."""
        self._asked.say(msgid, **values)
        self._more.say(more, **values)
        self._more.setVisible(bool(more))
        self.yes.say(yes)
        self._do = do
        self.show()
        announce(self, self._asked.text())
        self.no.setFocus()

    def event(self, event: QEvent) -> bool:
        """Esc within says no to the question, and does not close the page behind it."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.hide()
                return True
        return super().event(event)

    def words(self) -> str:
        """The question."""
        return self._asked.text()

    def _agreed(self) -> None:
        self.hide()
        self._do()


class Part(QWidget):
    """One part of the centre's page."""

    NAME = ""
    """What `desk.go("centre", NAME)` calls it."""
    TITLE = ""
    SAYS = ""
    """One sentence under the heading."""
    ICON = ""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.banner, self.question = Banner("red"), Question()
        self.column = Column(self, gap=14)
        words = Column(gap=2)
        words.addWidget(Label(self.TITLE, "name", wrap=True))
        words.addWidget(Label(self.SAYS, "second", wrap=True))
        self._actions = QWidget()
        self._flow = Flow(self._actions, gap=8)
        self._actions.hide()
        self.column.addLayout(words)
        for widget in (self._actions, self.banner, self.question):
            self.column.addWidget(widget)
        self.build()

    def build(self) -> None:
        """Lay out what stands under the heading."""

    def refresh(self) -> None:
        """Read again what is shown."""

    def keep_now(self) -> None:
        """Keep what is half typed, at once."""

    def first(self) -> QWidget:
        """What takes the caret when the part is shown."""
        return self

    def action(self, button: Button) -> Button:
        """Put a button under the heading."""
        self._flow.addWidget(button)
        self._actions.show()
        return button

    @property
    def leads(self) -> bool:
        """Whether whoever works may decide about the centre."""
        return self.desk.centre.worker.role in LEADING

    def attempt(self, do: Callable[[], object], msgid: str = N_("Saved.")) -> bool:
        """Do one change of a log and say that it is durable, with undo; a problem is told over the part."""
        self.banner.hide()
        try:
            do()
        except Problem as problem:
            self.banner.tell(problem)
            return False
        self.refresh()
        self.desk.kept(msgid)
        return True

    def work(self, job: Callable[[Progress], Any], done: Callable[[Any], None], what: str) -> None:
        """Do something long off the window's thread, with its card over the part."""
        self.banner.hide()
        errand = self.desk.background.run(job, done, self.banner.tell, counts=True, lasts=True)
        if not errand.is_over:
            ProgressCard(self, errand, what)

    def changeEvent(self, event: QEvent) -> None:
        """Say the records again in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)


def entry_row(words: str, second: str, *right: QWidget, pill: Pill | None = None) -> Row:
    """One record on a card: its words, a second line, its state, and what may be done with it."""
    row, both = Row(gap=10), Column(gap=1)
    both.addWidget(text(words, "body", wrap=True))
    if second:
        both.addWidget(text(second, "second", wrap=True))
    row.addLayout(both, 1)
    beside = [*([pill] if pill is not None else []), *right]
    if beside:
        box = QWidget()
        flow = Flow(box, gap=10, right=True)
        for widget in beside:
            flow.addWidget(widget)
        row.addWidget(box, 0, Qt.AlignmentFlag.AlignVCenter)
    return row


def plain(msgid: str, do: Callable[[], object], *, about: str = "", icon: str = "") -> Button:
    """A quiet button in a row of many; a screen reader is told which row it belongs to."""
    button = Button(msgid, PLAIN, icon=icon, do=do)
    if about:
        button.setAccessibleName(f"{button.accessibleName()}: {about}")
    return button

"""Making one person of two records: both side by side, which values stay, what moves, and which safe way holds."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from desktop.language import N_, _, chosen
from desktop.problems import Problem
from desktop.records.people import JoinDraft, TwoPersons
from desktop.records.person_join import MOVED
from desktop.records.vocabulary import TERNARY
from desktop.windows.banner import Banner
from desktop.windows.buttons import OUTLINED, PLAIN, PRIMARY, Button
from desktop.windows.desk import Desk, Screen
from desktop.windows.footed import Footed
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, Flow, Row
from desktop.windows.person_two import TwoCard


class JoinPage(Screen):
    """The page; it is about two persons, the one whose record stays first."""

    NAME = "person_join"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.two: TwoPersons | None = None
        self.banner = Banner("amber")
        self.both = TwoCard()
        self._moves, self._contact = Label("", "body", wrap=True), Label("", "body", wrap=True)
        self.swap_button = Button(N_("Keep the other record"), OUTLINED, key="F6", do=self.swap)
        self.join_button = Button(N_("One person: join"), PRIMARY, key="Ctrl+Enter", also=("Ctrl+S",), do=self.join)
        self._build()

    def _build(self) -> None:
        head = Row(gap=12)
        head.addWidget(Label(N_("Are they one person?"), "title", wrap=True), 1)
        head.addWidget(Button(N_("Close"), PLAIN, key="Esc", do=self.desk.back))
        body, foot = QWidget(), QWidget()
        column = Column(body, gap=10, margins=(20, 12, 20, 10))
        asked = N_("Choose the value that stays where they differ. Of two notes both stay.")
        column.addWidget(Label(asked, "quiet", wrap=True))
        column.addWidget(self.both)
        for title, words in ((N_("What moves"), self._moves), (N_("Safe contact"), self._contact)):
            part = Column(gap=2)
            part.addWidget(Label(title, "card", wrap=True))
            part.addWidget(words)
            column.addLayout(part)
        column.addStretch(1)
        line = Row(foot, gap=12, margins=(20, 10, 20, 12))
        line.addWidget(Label(N_("For 30 days they can be parted again."), "second", wrap=True), 1)
        right = QWidget()
        flow = Flow(right, gap=8, right=True)
        different = Button(N_("Two different persons"), PLAIN, do=self.desk.back)
        for button in (different, self.swap_button, self.join_button):
            flow.addWidget(button)
        line.addWidget(right, 2)
        page = Column(self, gap=12, margins=(24, 14, 24, 16))
        page.addLayout(head)
        page.addWidget(self.banner)
        page.addWidget(Footed(body, foot), 1)

    def show_record(self, about: UUID | Any | None) -> None:
        """Show these two."""
        if isinstance(about, tuple):
            self._read(*about)

    def refresh(self) -> None:
        """Read both again; what was chosen stays chosen."""
        if self.two is not None:
            self._read(self.two.kept.id, self.two.other.id, self.both.taken())

    def state(self) -> dict[str, Any]:
        """Who, and what was chosen."""
        if self.two is None:
            return {}
        ids = [self.two.kept.id.hex, self.two.other.id.hex]
        return {"two": ids, "take": sorted(self.both.taken())}

    def restore(self, state: dict[str, Any]) -> None:
        """The same two, with what was chosen."""
        if state.get("two"):
            kept, other = map(UUID, state["two"])
            self._read(kept, other, frozenset(state.get("take") or ()))

    def first(self) -> QWidget:
        """The first choice, or the way out: nobody is joined by a key too many."""
        return self.both.first() or self.swap_button

    def swap(self) -> None:
        """Let the other record be the one that stays; the values that were chosen stay chosen."""
        if self.two is not None:
            taken = frozenset(self.two.differs) - self.both.taken()
            self._read(self.two.other.id, self.two.kept.id, taken)

    def join(self) -> None:
        """Join them and go back, with the way back in the toast."""
        two, centre = self.two, self.desk.centre
        if two is None:
            return
        try:
            centre.people.join(JoinDraft(two.kept.id, two.other.id, self.both.taken()), centre.worker)
        except Problem as problem:
            self.banner.tell(problem)
            return
        self.desk.back()
        self.desk.kept(N_("Joined: {one} and {other}"), one=two.kept.code, other=two.other.code)

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again in the new language."""
        if event.type() == QEvent.Type.LanguageChange and self.two is not None:
            self._show(self.two, self.both.taken())
        super().changeEvent(event)

    def _read(self, kept: UUID, other: UUID, take: frozenset[str] | None = None) -> None:
        people = self.desk.centre.people
        sheets = [people.find(one) for one in (kept, other)]
        present = [sheet.person.id for sheet in sheets if sheet is not None]
        is_there = len(set(present)) == 2
        for widget in (self.both, self.join_button, self.swap_button):
            widget.setEnabled(is_there)
        if not is_there:
            self.two = None
            self.banner.tell(Problem(N_("This entry was taken back meanwhile.")))
            return
        self.two = people.two(*present)
        self._show(self.two, self.two.proposed if take is None else take)

    def _show(self, two: TwoPersons, take: frozenset[str]) -> None:
        self.both.put(two, take)
        moves = [_(MOVED[name][1], n=chosen().number(n)) for name, n in two.moves.items()]
        self._moves.put(" \u00b7 ".join(moves) or _("Nothing: nothing hangs on the other record."))
        allowed = two.contact["safe_allowed"]
        rule = N_("The stricter rule holds, and must be confirmed with the person.")
        self._contact.put(f"{_('May we contact her')}: {_(TERNARY[allowed])}. {_(rule)}")
        if two.named_together:
            more = N_("Then they are hardly one person. Look at it before you join.")
            numbers = ", ".join(two.named_together[:5])
            self.banner.say(N_("One notice names both: {numbers}"), more, tone="red", numbers=numbers)
        elif two.kinship is not None:
            self.banner.say(N_("They are linked as family. That link ends when they are joined."))
        else:
            self.banner.hide()

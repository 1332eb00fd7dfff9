"""Figures of other centres: cards and packages are read here, whole or not at all, and written for other centres.

A file is dropped or chosen; by its first signs it is a card or a package. What was read is shown, and nothing of it is
kept before she accepts it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.language import N_, _, chosen
from desktop.paper.package import CARD_ENDING, LARGEST, PACKAGE_ENDING, is_card, read_card
from desktop.problems import Problem
from desktop.reconciliation.package_places import Choices
from desktop.reconciliation.packages import Preview, Sister
from desktop.records.package import DIRECTIONS, FigurePackage
from desktop.summaries.press import write_file
from desktop.windows.apart import Apart
from desktop.windows.banner import Banner
from desktop.windows.buttons import OUTLINED, PLAIN, PRIMARY, Button
from desktop.windows.desk import Desk, Screen
from desktop.windows.drop_area import DropArea, FileDrop
from desktop.windows.files import ask_open, ask_save
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, scrolled
from desktop.windows.package_card import ReceivedCard
from desktop.windows.package_read import ReceivedPackage
from desktop.windows.period_choice import period_words
from desktop.windows.person_rows import LinkRow, ListCard
from desktop.windows.pill import CONFIRM, GOOD, NOT_YET, Sign

KINDS = f"(*{PACKAGE_ENDING} *{CARD_ENDING})"
SHOWN = 12
"""Packages listed at most, the latest first."""


class PackagesPage(Screen):
    """The page; about a file that was dropped elsewhere, or nothing."""

    NAME = "packages"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._file = b""
        self.banner = Banner("red")
        self.area = DropArea(
            N_("Drop a package or the card of a centre here."),
            N_("It is checked on this computer, whole or not at all. Nothing is kept before you accept it."),
        )
        self.card = ReceivedCard(desk.centre, self.know, self.leave)
        self.package = ReceivedPackage(desk.centre, self.choose, self.take_in, self.leave)
        self.centres = ListCard(
            N_("Other crisis centres"),
            N_("No other crisis centre stands among the institutions. Enter it there first."),
        )
        self.kept = ListCard(N_("What came and went"), N_("No package was read or written yet."))
        self.read_button = Button(N_("Read a file"), PRIMARY, icon="file", key="F6", do=self.choose_file)
        self.card_button = Button(N_("Save our card"), OUTLINED, icon="shield", do=self.save_card)
        FileDrop(self, self.read, self.area)
        self._build()
        self.refresh()

    def _build(self) -> None:
        words, body = QWidget(), QWidget()
        said = Column(words, gap=2)
        said.addWidget(Label(N_("Figures of other centres"), "title", wrap=True))
        sentence = N_("Packages hold counts, never persons. They are signed, and only one centre can read each.")
        said.addWidget(Label(sentence, "second", wrap=True))
        column = Column(body, gap=14, margins=(0, 0, 14, 0))
        for widget in (self.banner, self.area, self.card, self.package, self.centres, self.kept):
            column.addWidget(widget)
        column.addStretch(1)
        close = Button(N_("Close"), PLAIN, key="Esc", do=self.desk.back)
        page = Column(self, gap=14, margins=(24, 16, 24, 18))
        page.addWidget(Apart(words, (self.card_button, self.read_button, close)))
        page.addWidget(scrolled(body), 1)

    def first(self) -> QWidget:
        """What is to be done with what was read, else reading."""
        if self.package.seen is not None:
            return self.package.first()
        return self.read_button

    def show_record(self, about: Path | Any | None) -> None:
        """Read the file that was dropped elsewhere."""
        if isinstance(about, Path):
            self.read(about)

    def refresh(self) -> None:
        """Read again which centres there are and what came."""
        packages = self.desk.centre.packages
        sisters, kept = packages.centres(), packages.kept()
        names = {each.agency.id: each.agency.known_as for each in sisters}
        self.centres.put([self._sister_row(each) for each in sisters], self._about_cards(sisters))
        rows = [self._kept_row(each, names.get(each.centre_id, "")) for each in kept[:SHOWN]]
        more = _("And {n} more.", n=chosen().number(len(kept) - SHOWN)) if len(kept) > SHOWN else ""
        self.kept.put(rows, more)

    def changeEvent(self, event: QEvent) -> None:
        """Say everything in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "kept"):
            self.card.say()
            self.package.say()
            self.refresh()

    def choose_file(self) -> None:
        """Ask which file."""
        ask_open(self, f"{_('Packages and cards')} {KINDS}", self.read)

    def read(self, path: Path) -> None:
        """Read a card or a package; one that is refused is told, and nothing is changed."""
        self.leave()
        self.banner.hide()
        self.desk.background.run(lambda: self._opened(path), self._show, self._refused)

    def leave(self) -> None:
        """Let go what was read."""
        self._file = b""
        self.card.put(None)
        self.package.put(None)
        self.area.show()
        self.read_button.set_kind(PRIMARY)

    def know(self, centre_id: UUID) -> None:
        """Know the centre of the card from now on: its words were compared."""
        try:
            kept = self.desk.centre.packages.know(self._file, centre_id, self.desk.centre.worker)
        except Problem as problem:
            self.banner.tell(problem)
            return
        self.leave()
        self.banner.say(N_("This centre is known from now on: {name}"), tone="green", name=kept.name)
        self._changed()

    def choose(self, said: Choices) -> None:
        """She said what one of those is that are not known by name."""
        self.package.put(self.desk.centre.packages.preview(self._file, said))

    def take_in(self) -> None:
        """Keep the figures."""
        seen = self.package.seen
        if seen is None or seen.unknown:
            return
        try:
            kept = self.desk.centre.packages.take_in(self._file, self.desk.centre.worker, seen.said)
        except Problem as problem:
            self.banner.tell(problem)
            return
        self.leave()
        number = chosen().number(kept.serial)
        self.banner.say(
            N_("Figures taken in: {name}, number {n}"), N_("They stand in the matrix beside ours."),
            tone="green", name=seen.centre.known_as, n=number,
        )  # fmt: skip
        self._changed()

    def save_card(self) -> None:
        """Ask where our card goes, then write it."""
        ask_save(self, f"liepa{CARD_ENDING}", f"(*{CARD_ENDING})", self.write)

    def write(self, path: Path) -> None:
        """Write our card there."""
        try:
            write_file(path, self.desk.centre.packages.card(self.desk.centre.worker))
        except Problem as problem:
            self.banner.tell(problem)
            return
        more = N_("Hand it to the other centre, and read your control words to it by telephone.")
        self.banner.say(N_("Written: {path}"), more, tone="green", path=path)
        self.refresh()

    def _opened(self, path: Path) -> bytes:
        """The bytes of the file, no more than are needed to know that it is too large."""
        try:
            with path.open("rb") as file:
                return file.read(LARGEST + 1)
        except (OSError, ValueError) as error:
            raise Problem(N_("The file could not be read: {reason}"), reason=path.name or str(path)) from error

    def _show(self, file: bytes) -> None:
        try:
            seen: Preview | None = None
            if is_card(file):
                self.card.put(read_card(file))
            else:
                seen = self.desk.centre.packages.preview(file)
        except Problem as problem:
            self._refused(problem)
            return
        self._file = file
        self.area.hide()
        self.read_button.set_kind(OUTLINED)
        if seen is not None:
            self.package.put(seen)
        (self.package.first() if seen is not None else self.card.which.combo).setFocus()

    def _refused(self, problem: Problem) -> None:
        self.leave()
        self.banner.tell(problem)

    def _changed(self) -> None:
        self.desk.kept()
        self.refresh()
        self.changed.emit()
        self.read_button.setFocus()

    def _about_cards(self, sisters: tuple[Sister, ...]) -> str:
        if sisters and not any(each.card for each in sisters):
            return _("Exchange cards first: save ours, and read that of the other centre.")
        return ""

    def _sister_row(self, sister: Sister) -> LinkRow:
        buttons = []
        if sister.card and sister.is_pinned:
            write = partial(self.desk.go, "package_write", sister.agency.id)
            buttons = [Button(N_("Write a package…"), PLAIN, do=write)]
        row = LinkRow(sister.agency.known_as, " \u00b7 ".join(self._said_of(sister)), _state(sister), buttons=buttons)
        narrow = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        narrow.setHeightForWidth(True)  # its button goes below the sign in a narrow page
        row.setSizePolicy(narrow)
        return row

    def _said_of(self, sister: Sister) -> Iterator[str]:
        if sister.came is not None:
            yield _("read last: {n}, {when}", n=chosen().number(sister.came.serial), when=self._day(sister.came))
        if sister.went is not None:
            yield _("written last: {n}, {when}", n=chosen().number(sister.went.serial), when=self._day(sister.went))

    def _kept_row(self, kept: FigurePackage, name: str) -> LinkRow:
        months = ", ".join(map(period_words, kept.months))
        head = (
            f"{_(DIRECTIONS[kept.direction])} \u00b7 {name} \u00b7 {_('Number: {n}', n=chosen().number(kept.serial))}"
        )
        return LinkRow(head, " \u00b7 ".join((months, self._day(kept), kept.by)))

    def _day(self, kept: FigurePackage) -> str:
        return chosen().moment(self.desk.centre.world.desk(kept.at))


def _state(sister: Sister) -> tuple[Sign, str]:
    """How far it is known."""
    if sister.card is None:
        return NOT_YET, _("No card yet")
    return (GOOD, _("Words compared")) if sister.is_pinned else (CONFIRM, _("Seal not trusted yet"))

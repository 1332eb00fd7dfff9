"""Sitting at the window: unlocking, leaving, finding a notice, playing a script of acts by keys and clicks alone."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from datetime import UTC, date
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from desktop.windows.screens import RAIL
from desktop.windows.unlock import Unlock
from tests.journeys.acts import Act
from tests.journeys.hands import CTRL, Hands, Office

K = Qt.Key
ZONE = ZoneInfo("Europe/Vilnius")


@dataclass
class Seat:
    """The hands, the office, and what the two workers unlock with."""

    office: Office
    folder: Path
    passphrases: dict[str, str]
    hands: Hands = field(init=False)
    crashes: int = 0
    who: str = ""
    half: str = ""
    """What was half typed last."""

    def __post_init__(self) -> None:
        self.hands = self.office.begin(self.folder)

    def play(self, act: Act) -> None:
        """Do it, at its hour."""
        self.office.still.moment = act.at.replace(tzinfo=ZONE).astimezone(UTC)
        if act.what != "idle":
            QTest.keyClick(self.hands.door, K.Key_Shift)  # somebody is there
        getattr(self, act.what)(**act.told)

    def sit_down(self, who: str) -> None:
        self.who = who
        if not isinstance(self.hands.door.page, Unlock):
            self.hands.press(K.Key_Space)
        self.hands.unlock(who, self.passphrases[who])

    def hide(self) -> None:
        self.hands.hide()

    evening = hide

    def idle(self) -> None:
        """The clock goes on, and nobody presses anything."""
        self.hands.until(lambda: self.hands.door.centre is None and isinstance(self.hands.door.page, Unlock))

    def crash(self) -> None:
        """What lies on the disk at this moment is all that is left; the program is started on it anew."""
        page = self.hands.screen
        if hasattr(page, "form"):
            self.hands.until(lambda: not page.form.is_pending())
        self.crashes += 1
        left = self.folder.with_name(f"left-{self.crashes}.liepa")
        shutil.copytree(self.hands.door.centre.vault.folder, left)
        door = self.hands.door
        QApplication.instance().removeEventFilter(door.watch)  # type: ignore[union-attr]
        door.close()
        self.folder = left
        self.hands = self.office.begin(left)

    def leave(self) -> None:
        self.to("today")

    def search(self, words: str, label: str) -> None:
        """Half of a name, then the notice by its number."""
        self.hands.press(K.Key_F3)
        self.hands.type(words[:5])
        self.hands.until(self._is_found)
        self.hands.press(K.Key_Escape)
        self.open(label, words)

    def open(self, label: str, words: str = "") -> Any:
        """Find a notice by its number from wherever she is, and be on its card."""
        hands = self.hands
        hands.press(K.Key_F3)
        hands.press(K.Key_A, CTRL)
        hands.type(label)
        hands.until(self._is_found)
        for _step in range(8):
            entry = self._found().list.chosen()
            if entry is not None and entry.head.split(" ")[0] == label:
                break
            hands.press(K.Key_Down)
        hands.press(K.Key_Return)
        screen = hands.on("referrals")
        hands.until(lambda: screen.card.sheet is not None and screen.card.sheet.referral.label == label)
        return screen.card

    def to(self, name: str) -> Any:
        """Another screen, by its digit in the rail; the tenth by 0."""
        names = [kind.NAME for group in RAIL for kind in group]
        self.hands.press(Qt.Key(K.Key_0 + (names.index(name) + 1) % 10), CTRL)
        return self.hands.on(name)

    def choose_in_menu(self, words: str) -> None:
        """F10, the arrows, Enter."""
        self.hands.press(K.Key_F10)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        for _step in menu.actions():
            self.hands.press(K.Key_Down)
            active = menu.activeAction()
            if active is not None and active.text() == words:
                self.hands.press(K.Key_Return)
                return
        raise AssertionError(f"no {words} in the menu")

    def save(self, back: str = "referrals") -> None:
        """Ctrl+Enter; it is saved when the page is gone."""
        self.hands.press(K.Key_Return, CTRL)
        self.hands.on(back)

    def take_up(self) -> None:
        """Today, and the way on beside what is unfinished."""
        today = self.to("today")
        self.hands.push("Continue", today.drafts)

    def click_event(self, label: str, words: str) -> None:
        """Click what happened on the time line."""
        card = self.open(label)
        if card._whole.isVisible():
            self.hands.push("Whole time line", card)
        rows = [row for row in card._line.rows() if words in row.accessibleName()]
        assert rows, f"{words} is not on the time line of {label}"
        self.hands.click(rows[0])

    @property
    def today(self) -> date:
        return self.office.still.moment.astimezone(ZONE).date()

    def _is_found(self) -> bool:
        """Whether the search has looked for all that was typed, and found something."""
        waits = self.hands.door.frame.bar.search.is_waiting() or self.hands.door.background.is_busy()
        return not waits and self._found().list.chosen() is not None

    def _found(self) -> Any:
        return self.hands.door.frame.found

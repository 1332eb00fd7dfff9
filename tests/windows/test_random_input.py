"""Keys and clicks at random over every screen and page of a busy centre: nothing may break, whatever is pressed.

`LIEPA_KEYS=20000 LIEPA_SEED=3 python3 run.py test tests/windows/test_random_input.py` presses more, or others.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QMenu, QWidget

from desktop import language
from desktop.centre import Centre, open_centre
from desktop.language import LOCALES
from desktop.records.assistance_draft import AssistanceQuery
from desktop.records.people_query import PeopleQuery
from desktop.vault.vault import Vault
from desktop.windows.door import Door
from desktop.windows.names import hide
from desktop.windows.screens import PAGES, RAIL
from desktop.windows.unlock import Unlock
from tests.conftest import PASSPHRASE, WORKER, Still
from tests.windows.looking import settle, type_text
from tests.windows.thrown_away import destroy_thrown_away

KEYS = int(os.environ.get("LIEPA_KEYS", "400"))
SEED = int(os.environ.get("LIEPA_SEED", "7"))
STAY, SPEAK, GROW = 40, 250, 500
"""Another screen after so many steps, another language after so many, another size of text, which is dear."""
NONE, CTRL, SHIFT = (
    Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier,
)  # fmt: skip
K = Qt.Key
OFTEN = [K.Key_Tab, K.Key_Tab, K.Key_Down, K.Key_Up, K.Key_Return, K.Key_Space, K.Key_Right, K.Key_Left]
SELDOM = [
    K.Key_Escape, K.Key_Home, K.Key_End, K.Key_PageDown, K.Key_PageUp, K.Key_Delete, K.Key_Backspace, K.Key_F1,
    K.Key_F2, K.Key_F3, K.Key_F4, K.Key_F5, K.Key_F6, K.Key_F7, K.Key_F8, K.Key_F9, K.Key_F10, K.Key_F12, K.Key_1,
    K.Key_2, K.Key_3, K.Key_5,
]  # fmt: skip
HELD = [
    K.Key_Return, K.Key_Z, K.Key_Y, K.Key_F, K.Key_C, K.Key_P, K.Key_Down,
    *(getattr(K, f"Key_{n}") for n in range(10)),
]  # fmt: skip
WORDS = ["jon", "Ђорђевић", "61230041", "2026-11-01", "31.12.", "0", "-1", "9" * 30, "<b>&", "\u202eabc", "ąčęėįšųūž"]
OF_PERSONS = ("person", "person_amend", "person_consent", "person_plan", "person_link")
OF_NOTICES = ("notice", "attempt", "outcome", "help_end", "duplicate", "safe", "consent", "plan", "measure", "handover")


@pytest.fixture
def door(
    app: QApplication, make_door: Callable[..., Door], busy: Centre, monkeypatch: pytest.MonkeyPatch, still: Still
) -> Iterator[Door]:
    """The whole program on a busy centre, locked."""
    busy.vault.lock()
    for module in ("step", "files", "printing", "centre_backups", "centre_restore"):
        monkeypatch.setattr(f"desktop.windows.{module}.documents_folder", lambda: busy.vault.folder.parent)
    made = make_door(busy.vault.folder)
    app.installEventFilter(made.watch)
    yield made
    app.removeEventFilter(made.watch)
    hide(are_hidden=False)


@dataclass
class Monkey:
    """Whoever presses anything."""

    door: Door
    still: Still
    chance: random.Random
    locked: int = 0
    """How many times it had to unlock."""

    def step(self) -> str:
        """Do one thing at random and say what it was; unlock where it is locked."""
        self.still.wait(seconds=1)
        if self.door.frame is None:
            return self.unlock()
        popup = QApplication.activePopupWidget()
        caret = popup or QApplication.focusWidget() or self.door
        dice = self.chance.random()
        if popup is None and dice < 0.25:
            return self.click()
        if dice < 0.35:
            word = self.chance.choice(WORDS)
            type_text(caret, word)
            return f"type {word!r}"
        if dice < 0.45:
            key, held = self.chance.choice(HELD), self.chance.choice([CTRL, CTRL, CTRL | SHIFT])
        elif dice < 0.6:
            key, held = self.chance.choice(SELDOM), NONE
        else:
            key, held = self.chance.choice(OFTEN), self.chance.choice([NONE, NONE, NONE, SHIFT])
        QTest.keyClick(caret, key, held)
        return f"{held} {key} on {type(caret).__name__}"

    def click(self) -> str:
        """Click something that can be seen, anywhere on it."""
        able = [w for w in self.door.findChildren(QWidget) if w.isVisible() and w.isEnabled()]
        seen = [widget for widget in able if not widget.visibleRegion().isEmpty()]
        buttons = [w for w in seen if isinstance(w, QAbstractButton)]
        target = self.chance.choice(buttons if buttons and self.chance.random() < 0.6 else seen)
        place = QPoint(self.chance.randrange(target.width()), self.chance.randrange(target.height()))
        told = f"click {type(target).__name__} {target.accessibleName()!r}"
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, NONE, place)
        return told

    def unlock(self) -> str:
        """Whatever stands there instead of the frame, go on to it with the passphrase."""
        self.locked += 1
        settle()
        if not isinstance(self.door.page, Unlock):
            self.door.show_unlock()
            settle()
        page = self.door.page
        assert isinstance(page, Unlock), page
        page.worker.set_value(WORKER)
        page.passphrase.edit.setText(PASSPHRASE)
        QTest.keyClick(page.passphrase.edit, K.Key_Return)
        settle()
        assert self.door.frame is not None, page.banner.isVisible()
        return "unlock"

    def go(self) -> str:
        """To any screen, or to any page about anything there is."""
        name = self.chance.choice([kind.NAME for group in (*RAIL, PAGES) for kind in group])
        about = self.about(name)
        self.door.frame.go(name, about)
        return f"go {name} {about}"

    def about(self, name: str) -> Any:
        """A record of the kind that this page is about, taken at random; None where there is none, or at random."""
        centre = self.door.centre
        notices = list(centre.referrals.ids())
        sheets = [centre.referrals.sheet(notice) for notice in notices]
        known: list[Any] = []
        if name in OF_PERSONS:
            known = list(centre.people.ids(PeopleQuery()))
        elif name in OF_NOTICES or name == "assistance_entry":
            known = notices
        elif name == "attempt_amend":
            known = [one.id for sheet in sheets for one in sheet.attempts]
        elif name == "assistance_amend":
            known = list(centre.assistance.ids(AssistanceQuery()))
        elif name == "agency":
            known = [agency.id.hex for agency in centre.directory.agencies()]
        return self.chance.choice([*known, None]) if known else None

    def speak(self) -> str:
        """Another language."""
        locale = self.chance.choice(LOCALES)
        self.door.frame.settle(language=locale)
        return f"speak {locale}"

    def grow(self) -> str:
        """Another size of text."""
        key = self.chance.choice((K.Key_Plus, K.Key_Plus, K.Key_Minus))
        QTest.keyClick(QApplication.focusWidget() or self.door, key, CTRL)
        return f"text size {self.door.settings.text_size}"


def close_dialogs() -> None:
    """Files are not asked for here; a menu is left alone half of the time by its own keys."""
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog) and widget.isVisible():
            widget.reject()


def close_popup() -> None:
    popup = QApplication.activePopupWidget()
    if isinstance(popup, QMenu):
        popup.close()


def test_keys_and_clicks_at_random_break_nothing(door: Door, still: Still) -> None:
    monkey, done = Monkey(door, still, random.Random(SEED)), list[str]()
    try:
        for number in range(KEYS):
            done.append(monkey.step())
            if number % STAY == 0 and door.frame is not None:
                close_popup()
                done.append(monkey.go())
            if number % SPEAK == 1 and door.frame is not None:
                done.append(monkey.speak())
            if number % GROW == 2 and door.frame is not None:
                done.append(monkey.grow())
            settle(2)
            destroy_thrown_away()
            close_dialogs()
    except BaseException:
        print(f"LIEPA_SEED={SEED} LIEPA_KEYS={KEYS}, after {len(done)}:", *done[-20:], sep="\n  ")
        raise
    settle()
    folder = door.centre.vault.folder if door.centre is not None else None
    door.hide_all()
    settle()
    destroy_thrown_away()
    language.choose("en")
    assert monkey.locked
    assert folder is None or still_whole(folder, still), done[-20:]


def still_whole(folder: Any, still: Still) -> bool:
    """Whether file and history hold together."""
    vault = Vault.unlock(folder, WORKER, PASSPHRASE, world=still.world)
    centre = open_centre(vault, still.world)
    try:
        return centre.vault.check().whole and centre.history.verify().whole
    finally:
        vault.lock()

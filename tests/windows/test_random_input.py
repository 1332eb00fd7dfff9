"""Keys and clicks at random over every screen and page of a busy centre: nothing may break, whatever is pressed.

`LIEPA_KEYS=20000 LIEPA_SEED=3 python3 run.py test tests/windows/test_random_input.py` presses more, or others.
"""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QFileDialog, QMenu, QWidget

from desktop import language
from desktop.centre import Centre, open_centre
from desktop.language import LOCALES
from desktop.vault.vault import Vault
from desktop.windows.door import Door
from desktop.windows.names import hide
from desktop.windows.unlock import Unlock
from tests.conftest import PASSPHRASE, WORKER, Day, Fill, Still
from tests.windows.anywhere import everywhere, place
from tests.windows.looking import settle, type_text
from tests.windows.protocol_day import protocol_too
from tests.windows.reconciling import october, year_2020
from tests.windows.thrown_away import destroy_thrown_away

KEYS = int(os.environ.get("LIEPA_KEYS", "400"))
SEED = int(os.environ.get("LIEPA_SEED", "7"))
STAY, SPEAK, GROW = 30, 250, 500
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
    K.Key_0, K.Key_3, K.Key_7,
]  # fmt: skip
WORDS = ["jon", "Ђорђевић", "61230041", "2026-11-01", "31.12.", "0", "-1", "9" * 30, "<b>&", "\u202eabc", "ąčęėįšųūž"]
FILES = {
    "list.csv": "Reg. nr.;Data;Asmuo\n3321;2026-10-02;Petrauskaitė Asta\n3325;03.10.;Rimkutė Ieva\n".encode(),
    "text.txt": "1. Tikslas\n1.1. Policija praneša centrui per 24 valandas.\n2.\nnieko\n".encode(),
    "broken.xlsx": b"PK\x03\x04 no workbook", "broken.pdf": b"%PDF-1.7\n", "nothing.docx": b"",
}  # fmt: skip
"""What may be brought in: good, broken and empty."""


def everything(centre: Centre) -> None:
    """Something of every kind."""
    protocol_too(centre)
    october(centre)
    year_2020(centre)


@pytest.fixture
def day(later_day: Callable[[Fill], Day]) -> Day:
    """A centre in which every screen has something to show."""
    return later_day(everything)


@pytest.fixture
def door(
    app: QApplication, make_door: Callable[..., Door], centre: Centre, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Door]:
    """The whole program on a busy centre, locked."""
    centre.vault.lock()
    for module in ("step", "files", "printing", "centre_backups", "centre_restore"):
        monkeypatch.setattr(f"desktop.windows.{module}.documents_folder", lambda: centre.vault.folder.parent)
    made = make_door(centre.vault.folder)
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
    files: Path
    """Where there are files to be brought in, and room for those that are kept."""
    locked: int = 0
    """How many times it had to unlock."""
    seen: Counter[str] = field(default_factory=Counter)
    """How many keys and clicks each screen got."""

    def __post_init__(self) -> None:
        self.wanted = everywhere(self.chance)
        for name, content in FILES.items():
            (self.files / name).write_bytes(content)

    def step(self) -> str:
        """Do one thing at random and say what it was; unlock where it is locked."""
        self.still.wait(seconds=1)
        if self.door.frame is None:
            return self.unlock()
        self.seen[self.door.frame.top.NAME] += 1
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
        """Click something that can be seen, anywhere on it; on the page more often than beside it."""
        within: QWidget = self.door.frame.top if self.chance.random() < 0.8 else self.door
        able = [w for w in within.findChildren(QWidget) if w.isVisible() and w.isEnabled()]
        seen = [widget for widget in able if not widget.visibleRegion().isEmpty()]
        if not seen:
            return "nothing to click"
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
        """To the next screen, about any record there is."""
        name, about = place(next(self.wanted), self.door.centre, self.chance)
        self.door.frame.go(name, about)
        return f"go {name} {about}"

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

    def answer(self) -> str:
        """Name a file where one is asked for, or think better of it; a menu is left alone half of the time."""
        told = ""
        for dialog in QApplication.topLevelWidgets():
            if not isinstance(dialog, QDialog) or not dialog.isVisible():
                continue
            if isinstance(dialog, QFileDialog) and self.chance.random() < 0.5:
                told = self.name_file(dialog)
            dialog.reject()
        return told

    def name_file(self, dialog: QFileDialog) -> str:
        """Any file to be brought in, a place for one that is kept, or a folder."""
        chosen = self.files / self.chance.choice(list(FILES))
        if dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave:
            chosen = self.files / f"kept-{len(list(self.files.iterdir()))}"
        if dialog.fileMode() == QFileDialog.FileMode.Directory:
            chosen = self.files
        dialog.fileSelected.emit(str(chosen))
        return f"name {chosen.name}"


def close_popup() -> None:
    popup = QApplication.activePopupWidget()
    if isinstance(popup, QMenu):
        popup.close()


def test_keys_and_clicks_at_random_break_nothing(door: Door, still: Still, tmp_path: Path) -> None:
    monkey, done = Monkey(door, still, random.Random(SEED), tmp_path), list[str]()
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
            done.append(monkey.answer())
    except BaseException:
        print(f"LIEPA_SEED={SEED} LIEPA_KEYS={KEYS}, after {len(done)}:", *filter(None, done[-40:]), sep="\n  ")
        raise
    print(f"{monkey.locked} times locked;", dict(monkey.seen.most_common()))
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

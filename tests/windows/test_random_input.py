"""Keys and clicks at random over every screen of a busy centre: nothing may break, whatever is pressed.

`LIEPA_KEYS=20000 LIEPA_SEED=3 python3 run.py test tests/windows/test_random_input.py` presses more, or others.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QMenu, QWidget

from desktop.centre import Centre
from desktop.windows.main import Main
from tests.windows.looking import settle, type_text

KEYS = int(os.environ.get("LIEPA_KEYS", "1000"))
SEED = int(os.environ.get("LIEPA_SEED", "7"))
NONE, CTRL, SHIFT = (
    Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier,
)  # fmt: skip
K = Qt.Key
OFTEN = [K.Key_Tab, K.Key_Tab, K.Key_Down, K.Key_Up, K.Key_Return, K.Key_Space, K.Key_Right, K.Key_Left]
SELDOM = [
    K.Key_Escape, K.Key_Home, K.Key_End, K.Key_PageDown, K.Key_PageUp, K.Key_Delete, K.Key_Backspace, K.Key_F1,
    K.Key_F2, K.Key_F3, K.Key_F4, K.Key_F5, K.Key_F6, K.Key_F7, K.Key_F8, K.Key_F9, K.Key_F10, K.Key_1, K.Key_2,
    K.Key_3, K.Key_5,
]  # fmt: skip
HELD = [K.Key_Return, K.Key_Z, K.Key_Y, K.Key_Down, *(getattr(K, f"Key_{n}") for n in range(10))]
WORDS = ["jon", "Ђорђевић", "61230041", "2026-11-01", "31.12.", "0", "-1", "9" * 30, "<b>&", "\u202eabc", "ąčęėįšųūž"]


def step(frame: Main, chance: random.Random) -> str:
    """Do one thing at random and say what it was."""
    popup = QApplication.activePopupWidget()
    caret = popup or QApplication.focusWidget() or frame
    dice = chance.random()
    if popup is None and dice < 0.25:
        return click(frame, chance)
    if dice < 0.35:
        word = chance.choice(WORDS)
        type_text(caret, word)
        return f"type {word!r}"
    if dice < 0.45:
        key, held = chance.choice(HELD), chance.choice([CTRL, CTRL, CTRL | SHIFT])
    elif dice < 0.6:
        key, held = chance.choice(SELDOM), NONE
    else:
        key, held = chance.choice(OFTEN), chance.choice([NONE, NONE, NONE, SHIFT])
    QTest.keyClick(caret, key, held)
    return f"{held} {key} on {type(caret).__name__}"


def click(frame: Main, chance: random.Random) -> str:
    """Click something that can be seen, anywhere on it."""
    able = [widget for widget in frame.findChildren(QWidget) if widget.isVisible() and widget.isEnabled()]
    seen = [widget for widget in able if not widget.visibleRegion().isEmpty()]
    buttons = [w for w in seen if isinstance(w, QAbstractButton)]
    target = chance.choice(buttons if buttons and chance.random() < 0.6 else seen)
    place = QPoint(chance.randrange(target.width()), chance.randrange(target.height()))
    told = f"click {type(target).__name__} {target.accessibleName()!r}"
    QTest.mouseClick(target, Qt.MouseButton.LeftButton, NONE, place)
    return told


def close_dialogs() -> None:
    """Files are not asked for here; a menu is left alone half of the time by its own keys."""
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog) and widget.isVisible():
            widget.reject()


def test_keys_and_clicks_at_random_break_nothing(busy: Centre, desk_of: Callable[[Centre], Main]) -> None:
    chance, done = random.Random(SEED), []
    frame = desk_of(busy)
    names = list(frame._kinds)
    for number in range(KEYS):
        if number % 40 == 0:
            menu = QApplication.activePopupWidget()
            if isinstance(menu, QMenu):
                menu.close()
            frame.go(chance.choice(names[:8]))
        done.append(step(frame, chance))
        settle(2)
        close_dialogs()
    settle()
    assert busy.vault.check().whole, done[-20:]
    assert busy.history.verify().whole, done[-20:]

"""Hands before the real window: keys, clicks and file names, and an office of its own in which they work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLineEdit, QPushButton, QWidget

from desktop.language import _
from desktop.windows.buttons import Button
from desktop.windows.chips import Chip
from desktop.windows.chips_field import ChipsField
from desktop.windows.choice import ChoiceField
from desktop.windows.door import Door
from desktop.windows.fields import Field
from desktop.windows.minutes_field import MinutesField
from desktop.windows.unlock import Unlock
from tests.conftest import Still
from tests.windows.looking import settle, type_text, until
from tests.windows.thrown_away import destroy_thrown_away

CTRL, SHIFT, PLAIN = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier(0)


@dataclass
class Hands:
    """Whoever sits before the window: presses keys, types, clicks, and waits until something is there."""

    door: Door
    keys: int = 0

    def until(self, condition: Callable[[], object]) -> None:
        """Process events until that holds, however long it takes."""
        until(condition)
        settle()
        destroy_thrown_away()

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
        """Press a key where the caret is."""
        self.keys += 1
        if QApplication.activePopupWidget() is None and not self.door.isActiveWindow():
            self.door.activateWindow()  # without a window manager nobody hands it back when a list closes
        QTest.keyClick(QApplication.activePopupWidget() or QApplication.focusWidget() or self.door, key, held)
        settle()
        self.until(self._is_at_rest)

    def _is_at_rest(self) -> bool:
        """A button that is pressed by its key goes down for a moment before it does anything."""
        buttons = self.door.findChildren(QAbstractButton)
        return not any(button.isDown() and button.window() is self.door for button in buttons)

    def type(self, text: str) -> None:
        """Type where the caret is."""
        widget = QApplication.focusWidget()
        assert widget is not None
        type_text(widget, text)
        settle()

    def tab_to(self, field: Field) -> None:
        """Go on with Tab until the caret is in that field: it can be reached without a mouse."""
        for _step in range(40):
            caret = QApplication.focusWidget()
            if caret is not None and (caret is field or field.isAncestorOf(caret)):
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never reaches {field.name}")

    def fill(self, field: Field, text: str) -> None:
        """Go into a field and type over what stands there."""
        if isinstance(field, MinutesField):
            field.edit.setFocus()
        else:
            field.focus()
        self.press(Qt.Key.Key_A, CTRL)
        self.type(text)

    def choose(self, field: ChipsField | ChoiceField, code: str) -> None:
        """Answer with a chip, or with the arrows of a list."""
        field.focus()
        if isinstance(field, ChipsField):
            chip = chip_of(field, code)
            if not chip.isChecked():  # a second click would take the answer back
                self.click(chip)
            return
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Up):  # what is proposed may stand below it
            for _step in range(field.combo.count()):
                if field.combo.code() == code:
                    return
                self.press(key)
        assert field.combo.code() == code

    def click(self, button: QWidget) -> None:
        """Click it with the mouse."""
        assert button.isVisible()
        assert button.isEnabled()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        settle()
        destroy_thrown_away()

    def push(self, msgid: str, within: QWidget | None = None) -> None:
        """Click the button that bears these words."""
        self.click(button_of(within or self.door, msgid))

    def name_file(self, path: Path) -> None:
        """Type a path into the file dialog that is open, and Enter."""
        dialogs = [w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog) and w.isVisible()]
        (dialog,) = dialogs or self.door.findChildren(QFileDialog)
        assert dialog.windowTitle() == "Liepa", "a dialog tells nobody what the program is for"
        entry = dialog.findChild(QLineEdit, "fileNameEdit")
        assert entry is not None
        entry.clear()
        type_text(entry, str(path))
        QTest.keyClick(entry, Qt.Key.Key_Return)
        self.door.activateWindow()
        self.until(self.door.isActiveWindow)

    def unlock(self, who: str, words: str) -> None:
        """Choose her name, type her passphrase, Enter."""
        self.until(lambda: isinstance(self.door.page, Unlock) and self.door.page.worker.combo.findText(who) >= 0)
        page: Any = self.door.page
        self.choose(page.worker, who)
        self.fill(page.passphrase, words)
        self.press(Qt.Key.Key_Return)
        self.until(lambda: self.door.frame is not None)

    def hide(self) -> None:
        """F12, then any key: the door."""
        self.press(Qt.Key.Key_F12)
        assert self.door.page is self.door.cover, "the cover comes at once"
        self.until(lambda: self.door.centre is None and not self.door.background.is_busy())
        self.press(Qt.Key.Key_Space)

    @property
    def screen(self) -> Any:
        """The screen or page on show."""
        return self.door.frame.top

    def on(self, name: str) -> Any:
        """Wait until that screen is on show, with what it tells."""
        self.until(lambda: self.door.frame is not None and name == self.screen.NAME)
        self.until(lambda: not self.door.background.is_busy())
        settle()
        return self.screen


def chip_of(field: ChipsField, code: str) -> Chip:
    return next(chip for chip in field.chips.chips() if chip.code == code)


def button_of(within: QWidget, msgid: str) -> QPushButton:
    found = [b for b in within.findChildren(Button) if b.isVisible() and b.accessibleName() == _(msgid)]
    assert found, f"no button {msgid}"
    return found[0]


@dataclass
class Office:
    """A computer of its own: settings, documents and temporary files lie in one folder that can be searched."""

    folder: Path
    """Whatever the program writes by itself lies below."""
    papers: Path
    """Where papers go that were asked for."""
    stick: Path
    """Where backups go."""
    still: Still
    make: Callable[[], Door]

    def begin(self, folder: Path | None = None) -> Hands:
        """The program is started."""
        door = self.make()
        door.start(folder)
        door.show()
        door.activateWindow()
        settle()
        return Hands(door)

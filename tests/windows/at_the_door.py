"""How a worker comes in at the door."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.windows.door import Door
from desktop.windows.unlock import Unlock
from tests.conftest import PASSPHRASE
from tests.windows.looking import settle, type_text


def type_passphrase(door: Door, passphrase: str = PASSPHRASE) -> None:
    """Type it and press Enter; what is done in a thread of its own goes on."""
    page = door.page
    assert isinstance(page, Unlock)
    type_text(page.passphrase.edit, passphrase)
    QTest.keyClick(page.passphrase.edit, Qt.Key.Key_Return)


def unlock(door: Door, passphrase: str = PASSPHRASE) -> None:
    """Type it, press Enter, and wait."""
    type_passphrase(door, passphrase)
    settle()

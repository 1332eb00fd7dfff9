"""Objects of Qt are destroyed in the window's thread, whoever lets go of them and wherever Python would clear up."""

from __future__ import annotations

import gc
import threading

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from desktop.vault.vault import Vault
from desktop.windows.garbage import clear_all


class Ringed(QObject):
    """Holds itself, so that only a clearing lets it go; its timer must be stopped in the thread that began it."""

    def __init__(self, ends: list[str]) -> None:
        super().__init__()
        self.itself = self
        self.timer = QTimer(self, interval=10)
        self.timer.start()
        self.destroyed.connect(lambda: ends.append(threading.current_thread().name))


def elsewhere(work: object) -> None:
    thread = threading.Thread(target=work, name="elsewhere")  # type: ignore[arg-type]
    thread.start()
    thread.join()


def test_nothing_is_cleared_by_itself_in_another_thread(app: QApplication) -> None:
    ends: list[str] = []
    Ringed(ends)
    elsewhere(lambda: [[[]] for _each in range(200_000)])
    assert not gc.isenabled()
    assert ends == []
    clear_all()
    assert ends == ["MainThread"]


def test_locking_in_the_worker_clears_nothing_there(app: QApplication, vault: Vault) -> None:
    ends: list[str] = []
    Ringed(ends)
    elsewhere(vault.lock)
    assert ends == []


@pytest.mark.parametrize("many", [1, 3])
def test_the_window_clears_what_is_due(app: QApplication, many: int) -> None:
    ends: list[str] = []
    for _each in range(many):
        Ringed(ends)
    clear_all()
    assert ends == ["MainThread"] * many

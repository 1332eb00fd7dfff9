"""The office in which a journey is made: a computer of its own, with nothing on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from desktop import language
from desktop.settings import Settings
from desktop.windows.application import make_application
from desktop.windows.door import Door
from desktop.windows.messages import Messages
from desktop.windows.translator import speak
from tests.conftest import Still
from tests.journeys.hands import Office


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: Any, still: Still,
           tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:  # fmt: skip
    language.choose("en")
    app = make_application(Settings(look="light"))
    papers, stick = tmp_path_factory.mktemp("papers"), tmp_path_factory.mktemp("stick")
    for name in ("documents", "config", "tmp"):
        (tmp_path / name).mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    for module in ("step", "files", "printing", "centre_backups", "centre_restore"):
        monkeypatch.setattr(f"desktop.windows.{module}.documents_folder", lambda: tmp_path / "documents")
    made: list[Door] = []

    def make() -> Door:
        messages = Messages(still.world, tmp_path / "config")
        messages.tell = raise_it  # type: ignore[method-assign]
        config = tmp_path / "config"
        door = Door(still.world, Settings.read(config), config, messages)
        app.installEventFilter(door.watch)
        made.append(door)
        return door

    yield Office(tmp_path, papers, stick, still, make)
    for door in made:
        app.removeEventFilter(door.watch)
        door.close()
        door.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    speak("en")


def raise_it(error: BaseException) -> None:
    raise error

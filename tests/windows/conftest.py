"""What the tests of the windows share: the application in its look, and a door into a folder of its own."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from desktop import language
from desktop.settings import Settings
from desktop.windows.application import make_application
from desktop.windows.door import Door
from desktop.windows.look import look
from desktop.windows.messages import Messages
from desktop.windows.translator import speak
from desktop.windows.worker import Background
from desktop.world import World
from tests.windows.looking import settle

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def _raise(error: BaseException) -> None:
    raise error


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    """The application, English, light, at text size 100 %."""
    language.choose("en")
    made = make_application(Settings(look="light"))
    yield made
    speak("en")
    look().apply("light", 100)


@pytest.fixture
def background(app: QApplication) -> Background:
    """Does every job on the spot; a bug fails the test."""
    return Background(_raise, at_once=True)


@pytest.fixture
def make_door(
    app: QApplication, world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., Door]]:
    """A door with settings of its own, shown in a given size; documents go into the test's folder."""
    made: list[Door] = []
    monkeypatch.setattr("desktop.windows.step.documents_folder", lambda: tmp_path)

    def make(folder: Path | None = None, size: tuple[int, int] = (1366, 768), **settings: object) -> Door:
        messages = Messages(world, tmp_path)
        messages.tell = _raise  # type: ignore[method-assign]
        kept = replace(Settings(look="light"), **settings)  # type: ignore[arg-type]
        door = Door(world, kept, tmp_path / "config", messages, at_once=True)
        made.append(door)
        door.resize(*size)
        door.start(folder)
        door.show()
        door.activateWindow()
        settle()
        return door

    yield make
    for door in made:
        door.close()
        door.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

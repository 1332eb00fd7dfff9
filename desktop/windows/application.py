"""Starts the windows: the application, its look and language, the one window, the last resort for what breaks."""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop.language import N_, _, chosen
from desktop.places import NAME, config_folder
from desktop.settings import Settings
from desktop.windows.door import Door
from desktop.windows.garbage import clear_in_this_thread
from desktop.windows.hearing import listen
from desktop.windows.look import look
from desktop.windows.messages import Messages
from desktop.windows.translator import speak
from desktop.windows.window_name import call_window
from desktop.world import World

STYLE = "Fusion"
"""Named to a new application: setting it later hands back an object for which Qt builds all its lists of names."""
NO_SCREEN = N_("There is no screen here on which windows could be shown. Everything can be done by command: {command}")


def main(folder: Path | None = None) -> int:
    """Open the windows, on that vault if one is named; returns the exit code."""
    if not has_screen():
        sys.stderr.write(_(NO_SCREEN, command="liepa --help") + "\n")
        return 1
    world, config = World.real(), config_folder()
    settings = Settings.read(config)
    app = make_application(settings)
    messages = Messages(world)
    messages.install()
    door = Door(world, settings, config, messages)
    call_window(door, settings.window_name)
    door.start(folder)
    door.show()
    QTimer.singleShot(0, app, partial(put_sign_on, app))
    listen(door.watch)  # only now: of the hundreds of events of its making none is a key
    return app.exec()


def put_sign_on(app: QApplication) -> None:
    """Give the program its sign in the task bar, once the door is painted."""
    from desktop.windows.qt_icons import application_icon

    app.setWindowIcon(application_icon())


def has_screen() -> bool:
    """Whether windows can be shown: without a display Qt would end the whole process."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def make_application(settings: Settings) -> QApplication:
    """The application in its style, its look and the language that was chosen."""
    found = QApplication.instance()
    app = found if isinstance(found, QApplication) else QApplication([NAME])
    clear_in_this_thread(app)
    app.setApplicationName(NAME)
    app.setApplicationDisplayName(NAME)
    app.setDesktopFileName(NAME.lower())
    look().apply(settings.look, settings.text_size)
    speak(chosen().locale)
    app.styleHints().colorSchemeChanged.connect(lambda _scheme: look().apply(look().scheme, look().percent))
    return app

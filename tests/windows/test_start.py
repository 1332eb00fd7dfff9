"""The start, in a process of its own: the worker's thread loads no window and makes no class of Qt's.

PySide ends the process now and then, about one start in twenty, when a class of Qt's is made in one thread while the
window's own is at its events. A run that ends well proves nothing, so the thread of each is looked at.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.conftest import PASSPHRASE

ROOT = Path(__file__).resolve().parents[2]
WATCHED = """
import builtins, json, sys, threading
from importlib.abc import MetaPathFinder
from pathlib import Path

import shiboken6

loaded, elsewhere = [], []
make = builtins.__build_class__


def is_elsewhere():
    return threading.current_thread() is not threading.main_thread()


class Watching(MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.startswith(("desktop.windows", "PySide6.")):
            (elsewhere if is_elsewhere() else loaded).append(name)


def watch(body, name, *bases, **how):
    made = make(body, name, *bases, **how)
    if is_elsewhere() and isinstance(made, type) and issubclass(made, shiboken6.Shiboken.Object):
        elsewhere.append(name)
    return made


sys.meta_path.insert(0, Watching())
builtins.__build_class__ = watch
"""
START = """
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication
from desktop.settings import Settings
from desktop.windows.application import make_application
from desktop.windows.door import Door
from desktop.windows.messages import Messages
from desktop.world import World

folder, passphrase = Path(sys.argv[1]), sys.argv[2]
app = make_application(Settings())
world = World.real()
messages = Messages(world, folder.parent)
problems = []
messages.told.connect(lambda problem: problems.append(str(problem)))
door = Door(world, Settings(), folder.parent, messages)
door.start(folder)
door.show()


def until(holds):
    while not holds():
        app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


until(lambda: "desktop.windows.screens" in sys.modules and door.loading and not door.loading.is_going_on())
screens = sys.modules["desktop.windows.screens"]
door.page.passphrase.edit.setText(passphrase)
door.page.unlock()
until(lambda: door.centre is not None and not door.background.is_busy())
if door.frame is None:
    door.show_centre(door.centre)
for group in screens.RAIL:
    for screen in group:
        door.frame.go(screen.NAME)
        until(lambda: not door.background.is_busy())
door.close()
print(json.dumps([len(loaded), elsewhere, problems]))
"""


def test_windows_and_classes_of_qt_are_made_in_the_windows_own_thread(folder: Path) -> None:
    loaded, elsewhere, problems = _started(WATCHED + START, folder)
    assert loaded > 200
    assert elsewhere == []
    assert problems == []


def test_one_that_is_made_in_the_worker_is_seen(folder: Path) -> None:
    as_it_was = """
import desktop.windows.door
def preload():
    import desktop.centre
    import desktop.windows.screens
desktop.windows.door.preload = preload
"""
    _loaded, elsewhere, _problems = _started(WATCHED + as_it_was + START, folder)
    assert {"desktop.windows.screens", "Referrals"} <= set(elsewhere)


def _started(script: str, folder: Path) -> tuple[int, list[str], list[str]]:
    done = subprocess.run(
        [sys.executable, "-c", script, str(folder), PASSPHRASE], cwd=ROOT, capture_output=True, text=True, check=False,
        env={"QT_QPA_PLATFORM": "offscreen", "HOME": str(folder.parent), "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.stdout, done.stderr
    loaded, elsewhere, problems = json.loads(done.stdout.splitlines()[-1])
    return loaded, elsewhere, problems


def test_the_helpers_of_pyside_are_not_compiled_at_each_start() -> None:
    loader = sys.modules["shibokensupport.signature.loader"]
    assert Path(str(loader.__cached__)).is_file(), "run.py unpacks and compiles them when it sets up"

"""The unlock window in a fresh process, against a bare PySide6 window: time until it is painted, and memory."""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

from bench.timing import Line, Time, middle

ROOT = Path(__file__).resolve().parents[1]
SLOW = ("sqlalchemy", "reportlab", "pyhanko", "aiohttp", "lxml", "PIL", "pikepdf", "cryptography", "holidays")
_BEGIN = "import time; began, worked = time.perf_counter(), time.process_time()\nimport json, resource, sys\n"
_END = f"""
taken = time.perf_counter() - began, time.process_time() - worked
try:
    most = int(next(line for line in open("/proc/self/status") if line.startswith("VmHWM")).split()[1])
except OSError:
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps([*taken, most, sorted(set({SLOW!r}) & set(sys.modules))]))
"""
BARE = """
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication(["bare"])
window = QWidget()
window.resize(1100, 720)
window.show()
window.grab()
"""
OURS = """
import gc
gc.disable()
from pathlib import Path
from desktop.settings import Settings
from desktop.windows.application import make_application
from desktop.windows.door import Door
from desktop.windows.messages import Messages
from desktop.world import World
folder = Path(sys.argv[1])
settings = Settings(last_vault=sys.argv[2])
app = make_application(settings)
world = World.real()
door = Door(world, settings, folder, Messages(world, folder))
door.start()
door.show()
door.grab()
"""


UNPACKED = "files.dir"
"""The folder in which the set-up leaves the helpers of PySide that it would else compile anew at each start."""


def measured(vault: Path, rounds: int) -> tuple[list[Line], list[str]]:
    """Ours, a bare window of PySide6 as it is fetched, and one with its helpers unpacked as ours; by turns.

    The times are told as lines, the memory as sentences.
    """
    taken: dict[str, list[tuple[Time, int]]] = {"bare": [], "unpacked": [], "ours": []}
    with tempfile.TemporaryDirectory() as folder:
        fetched = _as_fetched(Path(folder) / "fetched")
        for _ in range(rounds + 1):
            for name, script, path in (("bare", BARE, fetched), ("unpacked", BARE, ROOT), ("ours", OURS, ROOT)):
                time, most, slow = _run(script, folder, vault, path)
                if slow:
                    raise SystemExit(f"The unlock window loads what is slow: {', '.join(slow)}")
                taken[name].append((time, most))
    times = {name: middle([one[0] for one in all_[1:]]) for name, all_ in taken.items()}
    memory = {name: statistics.median(one[1] for one in all_[1:]) / 1024 for name, all_ in taken.items()}
    told = f"Memory of the unlock window: {memory['ours']:.0f} MiB; of a bare PySide6 window: {memory['bare']:.0f} MiB."
    return [
        Line("unlock window painted", times["ours"], "bare PySide6 window", times["bare"], 1.5),
        Line("unlock window painted", times["ours"], "the same, helpers unpacked", times["unpacked"]),
    ], [told]


def _as_fetched(folder: Path) -> Path:
    """A folder with PySide's helpers as they are fetched, to be looked in first."""
    found = find_spec("shiboken6")
    assert found is not None
    assert found.origin is not None
    shutil.copytree(Path(found.origin).parent, folder / "shiboken6", ignore=shutil.ignore_patterns(UNPACKED))
    return folder


def _run(script: str, folder: str, vault: Path, path: Path) -> tuple[Time, int, list[str]]:
    around = os.environ | {"QT_QPA_PLATFORM": "offscreen", "HOME": folder, "PYTHONPATH": str(path)}
    around.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        [sys.executable, "-c", _BEGIN + script + _END, folder, str(vault)],
        cwd=ROOT, env=around, capture_output=True, text=True, check=True,
    )  # fmt: skip
    clock, processor, most, slow = json.loads(done.stdout.strip().splitlines()[-1])
    return Time(clock, processor), most, slow

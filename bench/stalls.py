"""How long the window cannot answer while somebody types, jumps, sorts and filters; in a process of its own.

A timer of one millisecond runs in the window's thread. Whatever holds the thread, work or waiting, holds the timer, so
the longest pause between two ticks is the longest time in which a key would not have been answered. Beside the time on
the clock stands the processor time that the window's thread took in it, which other programs cannot lengthen.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from compileall import compile_dir
from dataclasses import dataclass
from pathlib import Path

from bench.timing import in_columns
from desktop.demo.passphrase import PASSPHRASE

ROOT = Path(__file__).resolve().parents[1]
SOON, NEVER = 16, 50
"""Milliseconds: the aim for 95 of 100 doings, and for all of them."""


@dataclass(frozen=True)
class Stall:
    """The longest pause of each doing of one kind, in milliseconds."""

    what: str
    wall: tuple[float, ...]
    processor: tuple[float, ...]

    def told(self) -> tuple[str, ...]:
        """Its cells."""
        most = (at(self.wall, 0.95), max(self.wall), at(self.processor, 0.95), max(self.processor))
        over = " (!)" if most[0] > SOON or most[1] > NEVER else ""
        return (self.what, str(len(self.wall)), *(f"{value:.1f}" for value in most[:3]), f"{most[3]:.1f}{over}")


def told(name: str, found: tuple[list[Stall], dict[str, float]]) -> str:
    """Stalls and memory of one vault as a table."""
    stalls, memory = found
    head = (f"stalls, {name}", "times", "95 % ms", "longest", "processor 95 %", "longest")
    rest = ", ".join(f"{what} {mebibytes:.0f}" for what, mebibytes in memory.items())
    return f"{in_columns([head, *(stall.told() for stall in stalls)])}\nMemory in MiB: {rest}."


def at(values: tuple[float, ...], share: float) -> float:
    """The value that so large a share does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def measured(vault: Path) -> tuple[list[Stall], dict[str, float]]:
    """The stalls on this vault by kind, and the memory of the program in MiB at rest and at most."""
    with tempfile.TemporaryDirectory() as home:
        around = os.environ | {"QT_QPA_PLATFORM": "offscreen", "HOME": home, "XDG_CONFIG_HOME": home}
        compile_dir(ROOT / "desktop", quiet=2)  # as an installed program is: compiling takes memory, too
        done = subprocess.run(
            [sys.executable, "-m", "bench.desk", str(vault), PASSPHRASE],
            cwd=ROOT, env=around, stdout=subprocess.PIPE, text=True, check=True,
        )  # fmt: skip
    told = json.loads(done.stdout.strip().splitlines()[-1])
    return [Stall(name, tuple(w), tuple(p)) for name, (w, p) in told["stalls"].items()], told["memory"]

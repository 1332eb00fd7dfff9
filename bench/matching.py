"""Comparing two lists, beside the libraries that link records, each in a process of its own on the same files.

A folder of lists holds `police.csv`, `centre.csv` and `truth.csv` (`left_id,right_id,event_id`). Recall is by notice:
a notice is found if one of its true pairs is. Processor time is what counts; the machine may be busy. The libraries
are no part of Liepa: they are run by another Python that has them.
"""

from __future__ import annotations

import csv
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PEERS = ("splink", "recordlinkage")


@dataclass(frozen=True)
class Linked:
    """How one engine did on one pair of lists."""

    lists: str
    engine: str
    rows: tuple[int, int]
    f1: float
    f1_all: float
    sure: float
    """Precision of the pairs proposed as sure."""
    review: float
    """Share of the pairs left for a look."""
    processor: float
    wall: float
    megabytes: float

    def told(self) -> str:
        """One line of the table."""
        shares = f"{self.f1:.4f}  {self.f1_all:.4f}  {self.sure:.4f}  {100 * self.review:5.1f}%"
        size = f"{self.rows[0]:,} x {self.rows[1]:,}"
        used = f"{self.processor:6.1f} s  {self.wall:6.1f} s  {self.megabytes:5.0f} MB"
        return f"{self.lists:16}{size:17}{self.engine:15}{shares}  {used}"


HEADING = f"{'lists':16}{'rows':17}{'engine':15}F1>=0   F1 all  sure    review   processor   wall      memory"


def measured(folders: Sequence[Path], peers: Path | None) -> str:
    """Every engine on every pair of lists, as a table."""
    lines = [HEADING]
    for folder in folders:
        lines += [linked(folder, engine, peers).told() for engine in ("liepa", *(PEERS if peers else ()))]
    return "\n".join(lines)


def linked(folder: Path, engine: str, peers: Path | None) -> Linked:
    """Run one engine on one pair of lists, in a process of its own."""
    theirs, ours = folder / "police.csv", folder / "centre.csv"
    with tempfile.TemporaryDirectory(prefix="liepa-bench-") as temporary:
        pairs = Path(temporary) / "pairs.csv"
        if engine == "liepa":
            command = [sys.executable, "-m", "desktop", "reconcile", "match", theirs, ours, "--output", pairs]
        else:
            command = [peers or sys.executable, ROOT / "bench" / "matching_peers.py", engine, theirs, ours, pairs]
        around = os.environ | {"PYTHONPATH": str(ROOT)}
        began = time.perf_counter()
        running = subprocess.Popen(list(map(str, command)), stdout=subprocess.DEVNULL, env=around)
        _, status, used = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(status)
        wall = time.perf_counter() - began
        if running.returncode not in (0, 3):
            raise SystemExit(f"{engine}: {running.returncode}")
        found = read(pairs)
    truth = {
        (row["left_id"], row["right_id"]): row.get("event_id") or row["left_id"] for row in read(folder / "truth.csv")
    }
    sure = [row for row in found if row["band"] == "auto"]
    true_sure = sum((row["left_id"], row["right_id"]) in truth for row in sure)
    return Linked(
        folder.name,
        engine,
        (len(read(theirs)), len(read(ours))),
        f1([row for row in found if float(row["weight"]) >= 0], truth),
        f1(found, truth),
        true_sure / len(sure) if sure else float("nan"),
        1 - len(sure) / len(found) if found else 0.0,
        used.ru_utime + used.ru_stime,
        wall,
        used.ru_maxrss / 1024,
    )


def read(path: Path) -> list[dict[str, str]]:
    """The rows of a file."""
    with path.open(encoding="utf-8-sig", newline="") as source:
        return list(csv.DictReader(source))


def f1(found: Sequence[dict[str, str]], truth: dict[tuple[str, str], str]) -> float:
    """By notice: a second true pair of a notice counts neither for nor against."""
    events = [truth.get((row["left_id"], row["right_id"])) for row in found]
    right, wrong = len({event for event in events if event}), sum(event is None for event in events)
    return 2 * right / (right + wrong + len(set(truth.values()))) if truth else 0.0

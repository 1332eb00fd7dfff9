"""Invented centres of a given size for measuring, and the same tables once more in a file that is not encrypted."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from desktop.demo.passphrase import PASSPHRASE
from desktop.demo.telling import Telling
from desktop.vault.engine import unwiped
from desktop.vault.keys import KeyCost

TODAY = date(2026, 10, 20)
COPIED = ("referral", "mention", "measure", "assistance", "agency", "person", "search_text")


def made(folder: Path, count: int) -> Path:
    """The vault with so many notices; told in a process of its own, since that one does not wipe its memory."""
    vault = folder / f"{count}.liepa"
    if not vault.exists():
        print(f"Telling a centre of {count:,} notices…", flush=True)
        subprocess.run([sys.executable, "-m", "bench.centres", str(vault), str(count)], check=True)
    return vault


def tell(vault: Path, count: int) -> None:
    """Tell it, by the demo's own way, behind a true key."""
    with unwiped():
        telling = Telling(vault, country="LT", seed=7, today=TODAY, words=PASSPHRASE, cost=KeyCost.real())
        telling.tell(count, lambda done, of: None)
        telling.centre.vault.lock()


def plain_copy(encrypted: Any, path: Path) -> Any:
    """The same rows, tables and indexes in plain SQLite of the same release, without the history's triggers."""
    if not path.exists():
        begun = path.with_suffix(".new")
        begun.unlink(missing_ok=True)
        plain = dbapi2.connect(begun)
        for kind in ("table", "index"):
            for name, owner, statement in encrypted.execute(
                "SELECT name, tbl_name, sql FROM sqlite_master WHERE type = ? AND sql IS NOT NULL", (kind,)
            ).fetchall():
                if owner in COPIED or name == "search_index":
                    plain.execute(statement)
                if kind == "table" and name in COPIED:
                    rows = encrypted.execute(f'SELECT * FROM "{name}"')
                    marks = ", ".join("?" * len(rows.description))
                    plain.executemany(f'INSERT INTO "{name}" VALUES ({marks})', rows)
        plain.execute("INSERT INTO search_index(rowid, text) SELECT row, text FROM search_text")
        plain.execute("ANALYZE")
        plain.commit()
        plain.close()
        begun.rename(path)
    opened = dbapi2.connect(path)
    opened.execute("PRAGMA cache_size=-32000")
    return opened


if __name__ == "__main__":
    tell(Path(sys.argv[1]), int(sys.argv[2]))

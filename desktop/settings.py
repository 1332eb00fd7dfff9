"""What this computer remembers between two starts: language, look, lock time, where the window stood.

Nothing personal is ever written here. A damaged or foreign file gives the defaults again; a file that cannot be written
is no reason to stop.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from desktop.language import LOCALES

FILE = "settings.json"
LOOKS = ("system", "light", "dark", "contrast")
TEXT_SIZES = (100, 200)
LOCK_MINUTES = (1, 15)
WINDOW_NAMES = ("liepa", "notes", "office")


class Settings(NamedTuple):
    """The settings of this computer; each value is within its bounds."""

    language: str = ""
    """One of `LOCALES`; empty: the computer's own."""
    look: str = "system"
    """One of `LOOKS`."""
    text_size: int = 100
    """Per cent."""
    lock_minutes: int = 5
    """Minutes without a key after which the vault locks; never off."""
    window_name: str = "liepa"
    """One of `WINDOW_NAMES`: what the window is called where others can see it."""
    last_vault: str = ""
    """The folder that was open last."""
    geometry: str = ""
    """Where the window stood, base64."""
    splitters: Mapping[str, list[int]] = {}
    """The widths on both sides of each movable edge, by screen."""
    columns: Mapping[str, list[str]] = {}
    """The columns chosen for a list and their order, by screen; a list that is not named here shows its usual ones."""
    last_worker: str = ""
    """Who was at work last, by an identifier that names nobody outside the vault."""
    minimise: bool = False
    """Whether F12 takes the window off the screen, besides hiding what stands in it."""
    disk_left: bool = False
    """Whether it was decided to leave this computer's disk unencrypted: Today does not remind of it any more."""

    @classmethod
    def read(cls, folder: Path) -> Settings:
        """The settings kept in a folder; defaults for whatever is missing or damaged."""
        try:
            found: Any = json.loads((folder / FILE).read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            found = None
        found = found if isinstance(found, dict) else {}
        return cls(
            language=_one_of(found.get("language"), LOCALES, ""),
            look=_one_of(found.get("look"), LOOKS, "system"),
            text_size=_within(found.get("text_size"), TEXT_SIZES, 100),
            lock_minutes=_within(found.get("lock_minutes"), LOCK_MINUTES, 5),
            window_name=_one_of(found.get("window_name"), WINDOW_NAMES, "liepa"),
            last_vault=_text(found.get("last_vault")),
            geometry=_text(found.get("geometry")),
            splitters=_places(found.get("splitters")),
            columns=_words(found.get("columns")),
            last_worker=_text(found.get("last_worker")),
            minimise=found.get("minimise") is True,
            disk_left=found.get("disk_left") is True,
        )

    def write(self, folder: Path) -> None:
        """Keep them, whole or not at all."""
        beside = folder / f"{FILE}.new"
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            with beside.open("w", encoding="utf-8") as file:
                json.dump(self._asdict(), file, ensure_ascii=False, indent=1)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(folder / FILE)


def _one_of(value: Any, known: tuple[str, ...], otherwise: str) -> str:
    return value if isinstance(value, str) and value in known else otherwise


def _within(value: Any, bounds: tuple[int, int], otherwise: int) -> int:
    whole = isinstance(value, int) and not isinstance(value, bool)
    return max(bounds[0], min(bounds[1], value)) if whole else otherwise


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _places(value: Any) -> dict[str, list[int]]:
    if not isinstance(value, dict):
        return {}
    return {
        name: sizes
        for name, sizes in value.items()
        if isinstance(sizes, list) and all(isinstance(size, int) and 0 <= size < 10_000 for size in sizes)
    }


def _words(value: Any) -> dict[str, list[str]]:
    if not isinstance(value, dict):
        return {}
    return {
        name: words
        for name, words in value.items()
        if isinstance(words, list) and all(isinstance(word, str) and len(word) < 40 for word in words)
    }

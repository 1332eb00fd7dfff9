"""Serbian in Latin letters, derived from Serbian in Cyrillic letters.

Cyrillic to Latin loses nothing and needs no dictionary; the other way round does. So the Cyrillic catalogue is written
by hand and the Latin one is derived from it. Whatever already stands in Latin letters (placeholders, mark-up, keys,
names of programs and formats) passes untouched. What must stay Cyrillic on a Latin screen, or read otherwise there,
stands in `sr_Latn.exceptions`.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from desktop.serbian import in_latin

EXCEPTIONS = Path(__file__).with_name("sr_Latn.exceptions")


def read_exceptions(path: Path = EXCEPTIONS) -> dict[str, str]:
    """The fragments that are not derived letter by letter: `Cyrillic text = Latin text`, one a line."""
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    pairs = (line.partition(" = ") for line in lines if line and not line.startswith("#"))
    return {cyrillic: latin for cyrillic, _sign, latin in pairs}


def to_latin(text: str, exceptions: dict[str, str] | None = None) -> str:
    """The text in Latin letters; `exceptions` are taken whole before any letter is looked at."""
    kept = exceptions or {}
    if not kept:
        return in_latin(text)
    pattern = "|".join(re.escape(fragment) for fragment in sorted(kept, key=len, reverse=True))
    parts = re.split(f"({pattern})", text)
    return "".join(kept[part] if part in kept else in_latin(part) for part in parts)

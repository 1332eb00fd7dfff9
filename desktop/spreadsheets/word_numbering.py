"""The numbers that a DOCX letter puts before its paragraphs by itself, counted as Word counts them.

They are nowhere written in the letter: each paragraph only says which list it belongs to and how deep.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.etree import ElementTree as Xml

from desktop.spreadsheets.word_parts import W, value

DEEPEST_LEVEL = 9
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_GREATEST = 100_000
"""No list of a letter counts further."""


@dataclass(frozen=True)
class Level:
    """How one level of a list counts."""

    start: int = 1
    form: str = "decimal"
    words: str = ""
    """What stands there, with %1 for the number of the first level."""
    legal: bool = False
    """Whether all levels are told in digits."""


@dataclass
class Numbering:
    """All lists of a letter and how far each has counted."""

    levels: dict[str, dict[int, Level]]
    """By abstract list and depth."""
    lists: dict[str, tuple[str, dict[int, int]]]
    """By number of the list: its abstract list, and where it begins anew."""
    counted: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    def mark(self, list_id: str, depth: int) -> str:
        """The number of the next paragraph of this list at this depth; empty for a plain point."""
        if list_id not in self.lists or not 0 <= depth < DEEPEST_LEVEL:
            return ""
        abstract, anew = self.lists[list_id]
        levels = self.levels.get(abstract, {})
        level = levels.get(depth)
        if level is None:
            return ""
        counted = self.counted.setdefault(abstract, {})
        if depth in anew and (list_id, depth) not in self.begun:
            self.begun.add((list_id, depth))
            counted[depth] = anew[depth]
        else:
            counted[depth] = min(_GREATEST, counted.get(depth, level.start - 1) + 1)
        for deeper in [each for each in counted if each > depth]:
            del counted[deeper]
        return self._told(level, levels, counted)

    @staticmethod
    def _told(level: Level, levels: dict[int, Level], counted: dict[int, int]) -> str:
        if level.form in {"bullet", "none"}:
            return ""

        def number(found: re.Match[str]) -> str:
            depth = int(found[1]) - 1
            other = levels.get(depth, Level())
            return formed(counted.get(depth, other.start), "decimal" if level.legal else other.form)

        return re.sub(r"%([1-9])", number, level.words).strip()


def read_numbering(root: Xml.Element | None) -> Numbering:
    """The lists of a letter; those of a letter without any are none."""
    numbering = Numbering({}, {})
    if root is None:
        return numbering
    for abstract in root.findall(f"{W}abstractNum"):
        levels = {depth: _level(each) for each in abstract.findall(f"{W}lvl") if (depth := _depth(each)) is not None}
        numbering.levels[abstract.get(f"{W}abstractNumId", "")] = levels
    for one in root.findall(f"{W}num"):
        list_id, abstract_id = one.get(f"{W}numId", ""), value(one, f"{W}abstractNumId") or ""
        anew: dict[int, int] = {}
        own = dict(numbering.levels.get(abstract_id, {}))
        for each in one.findall(f"{W}lvlOverride"):
            depth = _depth(each)
            if depth is None:
                continue
            if (start := value(each, f"{W}startOverride")) is not None:
                anew[depth] = whole(start, 1)
            if (level := each.find(f"{W}lvl")) is not None:
                own[depth] = _level(level)
        if own != numbering.levels.get(abstract_id, {}):
            abstract_id = f"{abstract_id} {list_id}"
            numbering.levels[abstract_id] = own
        numbering.lists[list_id] = abstract_id, anew
    return numbering


def formed(number: int, form: str) -> str:
    """A number as a list shows it: in digits, Roman, or in letters."""
    if form in {"upperRoman", "lowerRoman"} and 0 < number < 4000:
        roman = _roman(number)
        return roman.upper() if form == "upperRoman" else roman
    if form in {"upperLetter", "lowerLetter"} and number > 0:
        letter = chr(ord("a") + (number - 1) % 26) * min(9, (number - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    return f"{number:02}" if form == "decimalZero" else str(number)


def whole(written: str | None, otherwise: int) -> int:
    """A small whole number as written, or another one if it is none."""
    return int(written) if written and written.isascii() and written.isdigit() and len(written) < 6 else otherwise


def _roman(number: int) -> str:
    told = ""
    for size, letters in _ROMAN:
        told += letters * (number // size)
        number %= size
    return told


def _depth(element: Xml.Element) -> int | None:
    depth = whole(element.get(f"{W}ilvl"), -1)
    return depth if 0 <= depth < DEEPEST_LEVEL else None


def _level(element: Xml.Element) -> Level:
    legal = element.find(f"{W}isLgl")
    return Level(
        whole(value(element, f"{W}start"), 1),
        value(element, f"{W}numFmt") or "decimal",
        (value(element, f"{W}lvlText") or "")[:200],
        legal is not None and legal.get(f"{W}val", "1") not in {"0", "false"},
    )

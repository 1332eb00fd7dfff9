"""The face of the type: fonts, sizes, how wide words are and where lines break.

The choke point for whatever a person has typed: `plain` is the only way for words onto a page. It keeps every visible
sign, removes what only steers (control signs, marks that turn the direction of writing), and refuses a sign that the
font lacks, because a PDF would otherwise leave it out without a word. Words are never mark-up.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from desktop.language import N_, NBSP, Language
from desktop.places import res
from desktop.problems import Problem
from desktop.serbian import in_latin

INK = "#1A2321"
ACCENT = "#1C5D63"
GREY = "#56625E"
RED = "#A02A20"
MID = "#7EA9AC"
PALE = "#D2E2E2"
BAND = "#EDF3F2"
HAIR = "#C7D0CE"
WHITE = "#FFFFFF"
STEP = 4.5
"""The vertical step of the page in points: what stands after something begins on a multiple of it."""


@dataclass(frozen=True)
class Role:
    """What a line of type is for: size and lead in points, weight, colour."""

    size: float
    lead: float
    weight: str = "Regular"
    colour: str = INK


TITLE = Role(20, 24, "SemiBold", ACCENT)
SECTION = Role(13, 18, "SemiBold", ACCENT)
SUBSECTION = Role(10, 13.5, "SemiBold")
LEAD = Role(11.5, 16)
TEXT = Role(10, 13.5)
CELL = Role(9.5, 12.5)
HEAD = Role(9.5, 12.5, "SemiBold")
NOTE = Role(8.5, 11.5, colour=GREY)
SMALL = Role(8.5, 11.5)
EDGE = Role(8, 10.5, colour=GREY)
FIGURE = Role(24, 26, "Bold", ACCENT)
MARK = Role(6.2, 8)
NAME = Role(12, 14, "SemiBold")
TILE = Role(8, 10.5, "SemiBold")
STRONG = Role(10, 13.5, "SemiBold")
LABEL = Role(10, 13.5, colour=GREY)
RECEIVER = Role(13, 18, "SemiBold")
CONCLUSION = Role(8.5, 11.5, "SemiBold", ACCENT)


class Face:
    """The type of one document: which fonts its language asks for, and how large it is set."""

    def __init__(self, language: Language, *, large: bool = False) -> None:
        self.language = language
        self.scale = 1.25 if large else 1.0
        self._broken: dict[tuple[str, float, Role], list[str]] = {}
        self._words: dict[tuple[str, Role], float] = {}
        self._plain: dict[str, str] = {}

    def font(self, role: Role) -> str:
        """The registered name of the font of a role."""
        family = "LiepaSansSR" if self.language.locale == "sr_Cyrl" else "SourceSans3"
        return _registered(f"{family}-{role.weight}")

    def size(self, role: Role) -> float:
        """The size of a role in points, large print included."""
        return role.size * self.scale

    def lead(self, role: Role) -> float:
        """The distance of two lines of a role in points."""
        return role.lead * self.scale

    def plain(self, words: str) -> str:
        """The words as they may be drawn; a sign that the font lacks is a `Problem`."""
        if words not in self._plain:
            self._plain[words] = self._checked(words)
        return self._plain[words]

    def _checked(self, words: str) -> str:
        kept = written_in(words, self.language)
        if lacking := set(kept) - self._signs:
            first = min(lacking, key=kept.index)
            raise Problem(N_("This font lacks the sign: {char}"), char=_shown(first))
        return kept

    def width(self, words: str, role: Role) -> float:
        """How wide the words are in points; `words` are already plain."""
        return 0.001 * self.size(role) * sum(map(_widths(self.font(role)).__getitem__, words))

    def _wide(self, word: str, role: Role) -> float:
        """The same of a single word, which comes again and again; a line is as wide as its words and spaces."""
        asked = (word, role)
        if asked not in self._words:
            self._words[asked] = self.width(word, role)
        return self._words[asked]

    def lines(self, words: str, width: float, role: Role) -> list[str]:
        """The words broken into lines at spaces; a word wider than the column is broken between signs, never cut."""
        asked = (words, width, role)
        if asked not in self._broken:
            self._broken[asked] = self._break(self.plain(words), width, role)
        return list(self._broken[asked])

    def _break(self, words: str, width: float, role: Role) -> list[str]:
        lines: list[str] = []
        line, used, space = "", 0.0, self._wide(" ", role)
        for word in words.split(" "):
            longer = used + space + self._wide(word, role) if line else self._wide(word, role)
            if longer <= width:
                line, used = f"{line} {word}" if line else word, longer
                continue
            if line:
                lines.append(line)
            *whole, line = self._pieces(word, width, role)
            lines.extend(whole)
            used = self._wide(line, role)
        if line or not lines:
            lines.append(line)
        self._give_company(lines, width, role)
        return lines

    def _give_company(self, lines: list[str], width: float, role: Role) -> None:
        """Take a word of the line before along to a last line of one word."""
        if len(lines) < 2 or " " in lines[-1] or lines[-2].count(" ") < 3:
            return
        before, _, word = lines[-2].rpartition(" ")
        if self.width(f"{word} {lines[-1]}", role) <= width:
            lines[-2:] = [before, f"{word} {lines[-1]}"]

    def widest_word(self, texts: Iterable[str], role: Role) -> float:
        """The width of the longest single word among the texts."""
        return max((self._wide(word, role) for text in texts for word in self.plain(text).split(" ")), default=0.0)

    def _pieces(self, word: str, width: float, role: Role) -> list[str]:
        pieces: list[str] = []
        begin, used = 0, 0.0
        for number, char in enumerate(word):
            wide = self.width(char, role)
            if used + wide > width and number > begin:
                pieces.append(word[begin:number])
                begin, used = number, 0.0
            used += wide
        return [*pieces, word[begin:]]

    @cached_property
    def _signs(self) -> frozenset[str]:
        return frozenset(map(chr, _metrics().getFont(self.font(TEXT)).face.charToGlyph))


def plain(words: str) -> str:
    """The visible signs of a text on one line: composed, without control signs and marks that turn its direction."""
    if words.replace(NBSP, "").isprintable() and unicodedata.is_normalized("NFC", words):
        return words
    kept = []
    for char in unicodedata.normalize("NFC", words):
        category = unicodedata.category(char)
        if char in "\t\n\v\f\r\x85" or category in ("Zl", "Zp"):
            kept.append(" ")
        elif category not in ("Cc", "Cf"):
            kept.append(char)
    return "".join(kept)


def written_in(words: str, language: Language) -> str:
    """The same as it is written in a document of that language: in Serbian Latin nothing stays in Cyrillic letters."""
    return in_latin(plain(words)) if language.locale == "sr_Latn" else plain(words)


def _shown(char: str) -> str:
    code = f"U+{ord(char):04X}"
    return f"{char} ({code})" if char.isprintable() else code


@cache
def _registered(name: str) -> str:
    from reportlab.pdfbase.ttfonts import TTFont

    _metrics().registerFont(TTFont(name, str(res("resources", "fonts", f"{name}.ttf"))))
    return name


class _Widths(dict[str, float]):
    """How wide each sign of a font is, in thousandths of its size."""

    def __init__(self, font: str) -> None:
        super().__init__()
        self._face = _metrics().getFont(font).face

    def __missing__(self, sign: str) -> float:
        self[sign] = float(self._face.charWidths.get(ord(sign), self._face.defaultWidth))
        return self[sign]


_widths = cache(_Widths)


@cache
def _metrics() -> Any:
    from reportlab.pdfbase import pdfmetrics

    return pdfmetrics

"""How chapters and articles are numbered in protocols and laws: Lithuanian, Serbian in both scripts, English. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ROMAN = "[IVXLCІХ]+"
"""Cyrillic letters that look like Roman numbers are taken for them."""
_LOOKALIKE = str.maketrans("ІХ", "IX")
_CHAPTER_WORD = "skyrius|skirsnis|dalis|poglavlje|glava|deo|поглавље|глава|део|chapter|part|section|title"
_NUMBER = "[0-9]{1,4}[⁰¹²³⁴-⁹]*(?:[a-zа-шčćđšž](?![a-zа-шčćđšž]))?"
_DOTTED = rf"{_NUMBER}(?:\.{_NUMBER})*"
_ENDS = r"\s*[.):–—-]*\s*"
_CHAPTERS = (
    re.compile(rf"(?P<n>{_ROMAN}|[0-9]{{1,3}}|[^\W\d]+)\s+(?:{_CHAPTER_WORD})\b{_ENDS}(?P<rest>.*)$", re.I | re.S),
    re.compile(rf"(?:{_CHAPTER_WORD})\s+(?P<n>{_ROMAN}|[0-9]{{1,3}})\b{_ENDS}(?P<rest>.*)$", re.I | re.S),
    re.compile(rf"(?P<n>{_ROMAN})(?:[.)–—-]+\s*|\s+(?=[A-ZĄČĘĖĮŠŲŪŽĆĐЂА-Ш]{{2}}))(?P<rest>.*)$", re.S),
)
_ARTICLES = (
    re.compile(
        rf"(?:član|čl|члан|чл|article|art|clause|straipsnis|str)\b\.?\s*(?P<n>{_DOTTED})(?!\w){_ENDS}(?P<rest>.*)$",
        re.I | re.S,
    ),
    re.compile(rf"(?P<n>{_NUMBER})\s*[-–]?\s*(?:straipsnis|str)\b{_ENDS}(?P<rest>.*)$", re.I | re.S),
)
_POINT = re.compile(
    rf"(?P<n>{_DOTTED})(?:\.\s*(?!\d)|\s+(?=\D))(?P<rest>.*)$",
    re.I | re.S,
)
_LONE = re.compile(rf"(?:(?:p|t|tačka|тачка|т|point|punktas)\.?\s*)?(?P<n>{_DOTTED})\.?$", re.I)
_ORDINALS = (
    ("PIRM", "PRVI", "PRVA", "PRVO", "ПРВИ", "ПРВА", "ПРВО"), ("ANTR", "DRUG", "ДРУГ"), ("TREČ", "TREĆ", "ТРЕЋ"),
    ("KETV", "ČETV", "ЧЕТВ"), ("PENK", "PET", "ПЕТ"), ("ŠEŠT", "ŠEST", "ШЕСТ"), ("SEPT", "SEDM", "СЕДМ"),
    ("AŠTU", "OSM", "ОСМ"), ("DEVI", "DEVE", "ДЕВЕ"), ("DEŠI", "DESE", "ДЕСЕ"),
)  # fmt: skip
"""How ordinal numbers in words begin, the first to the tenth."""
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


@dataclass(frozen=True)
class Numbered:
    """A line that begins with a number."""

    number: str
    rest: str
    """What stands behind it."""


def chapter_of(line: str) -> Numbered | None:
    """A line that opens a chapter: "II. Duties", "II SKYRIUS", "PIRMASIS SKIRSNIS", "Глава 2"."""
    for pattern in _CHAPTERS:
        found = pattern.match(line)
        if found is None:
            continue
        number = _chapter_number(found["n"])
        if number and len(found["rest"]) <= 200:
            return Numbered(number, found["rest"].strip())
    return None


def article_of(line: str) -> Numbered | None:
    """A line that opens an article: "Član 4.", "4 straipsnis. Pagalba", "Чл. 4", "Article 4"."""
    found = next(filter(None, (pattern.match(line) for pattern in _ARTICLES)), None)
    return Numbered(found["n"].rstrip("."), found["rest"].strip()) if found else None


def point_of(line: str) -> Numbered | None:
    """A line that opens a point: "4. Police...", "4.2 Police...". "(4)", "4)" and a day are none."""
    found = _POINT.match(line)
    if found is None or not (found["rest"].strip() or _LONE.match(line)):
        return None
    plain = "." not in found["n"] and not line[found.end("n") :].startswith(".")
    return None if plain else Numbered(found["n"], found["rest"].strip())


def number_of(cell: str) -> str:
    """The number that a cell of a table holds, "4.2" of "čl. 4.2."; empty if it holds none."""
    said = cell.strip()
    if lone := _LONE.match(said):
        return lone["n"]
    found = article_of(said)
    return found.number if found and not found.rest else ""


def parts_of(number: str) -> tuple[int, ...] | None:
    """4.2 as (4, 2); None of one with a letter, such as 4a."""
    parts = number.split(".")
    return tuple(map(int, parts)) if all(each.isascii() and each.isdigit() for each in parts) else None


def _chapter_number(written: str) -> str:
    said = written.upper().translate(_LOOKALIKE)
    if len(said) > 2 and not set(said) <= set("IVXLC"):
        return next((roman for roman, words in zip(_ROMANS, _ORDINALS, strict=True) if said.startswith(words)), "")
    if said.isdigit():
        return said
    return said if re.fullmatch("M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})", said) else ""

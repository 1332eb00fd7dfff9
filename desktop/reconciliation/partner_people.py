"""The people that a row of a partner's list names, and what it says of each: names stay as they are written. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import zip_longest

from desktop.records.telephone import is_understood, understood

_BETWEEN = re.compile(r"\s*(?:[;\n|]|(?<=\S)\s/\s(?=\S)|(?:^|[\s,;]+)\d{1,2}[.)](?=\s*[^\W\d_]))\s*")
_JOINED = re.compile(r"\s*,\s*|\s+(?:ir|i|и|and|&)\s+")
_LETTERS = re.compile(r"[^\W\d_]+")
_YEAR_BEHIND = re.compile(
    r"[\s,(]*\(?\s*(?:gim|g|rođ|rodj|r|рођ|р|b|born)?\.?\s*((?:19|20)\d\d)\s*(?:m|g|god|г|год)?\.?\s*\)?\s*$", re.I
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NOBODY = {"-", "–", "—", "n/a", "nd", "nėra", "nera", "nežinoma", "nezinoma", "nepoznato", "непознато", "unknown", "?"}
_COUNTRIES = {"370": "LT", "381": "RS"}


@dataclass(frozen=True)
class PartnerPerson:
    """One person named in a row."""

    name: str = ""
    """As written."""
    birth_year: int | None = None
    personal_code: str = ""
    """Digits; used for comparing and never kept."""
    phone: str = ""
    """With the country's prefix where the number was understood, else as written."""
    address: str = ""


def people(name: str, *, birth: str, code: str, phone: str, address: str, country: str) -> tuple[PartnerPerson, ...]:
    """Everybody named in the cell of names, with what the other cells say; one value alone belongs to the first."""
    names = names_in(name)
    found = []
    rest = (_pieces(birth, len(names)), _pieces(code, len(names)), _pieces(phone, len(names)), _pieces(address, 1))
    for each, born, number, call, home in zip_longest(names, *rest, fillvalue=""):
        bare, year = _without_year(each)
        digits = "".join(sign for sign in number if sign.isdigit())
        found.append(
            PartnerPerson(
                bare, birth_year(born) or year or year_of_code(digits), digits, telephone(call, country), home
            )
        )
    if len(names) > 1 and address:
        found = [PartnerPerson(p.name, p.birth_year, p.personal_code, p.phone, address) for p in found]
    return tuple(person for person in found if person != PartnerPerson())


def names_in(cell: str) -> list[str]:
    """The names in a cell. A comma or "and" parts them only where a whole name stands on either side."""
    names = []
    for part in _BETWEEN.split(cell):
        pieces = _JOINED.split(part)
        whole = len(pieces) > 1 and all(len(_LETTERS.findall(piece)) >= 2 for piece in pieces)
        names += pieces if whole else [part]
    return [bare for name in names if (bare := " ".join(name.split()).strip(",")) and bare.casefold() not in _NOBODY]


def birth_year(cell: str) -> int | None:
    """The year of birth in a cell, which may hold a whole date; None if there is none."""
    found = _YEAR.findall(cell)
    return int(found[0]) if len(found) == 1 else None


def year_of_code(digits: str) -> int | None:
    """The year of birth that a personal code of Lithuania (11 digits) or Serbia (13) tells."""
    if len(digits) == 11 and digits[0] in "123456" and _is_day(digits[3:5], digits[5:7]):
        return 1800 + 100 * ((int(digits[0]) - 1) // 2) + int(digits[1:3])
    full = digits.zfill(13) if len(digits) == 12 else digits
    if len(full) == 13 and _is_day(full[2:4], full[:2]):
        return (1000 if full[4] == "9" else 2000) + int(full[4:7])
    return None


def _is_day(month: str, day: str) -> bool:
    return 1 <= int(month) <= 12 and 1 <= int(day) <= 31


def telephone(cell: str, country: str) -> str:
    """The number with its plus, which spreadsheets like to lose; as written where it is no number of the country."""
    written = " ".join(cell.split())
    digits = "".join(sign for sign in written if sign.isdigit())
    if not digits or set(written) & set(";|"):
        return written
    code = _COUNTRIES.get(digits.removeprefix("00")[:3], "")
    for guess in (f"+{digits.removeprefix('00')}" if code else "", written, f"0{digits}" if country == "RS" else ""):
        if guess and is_understood(guess, code if guess.startswith("+") else country):
            return understood(guess, code if guess.startswith("+") else country)
    return written


def _pieces(cell: str, wanted: int) -> list[str]:
    """A cell cut into as many pieces as there are names, if it can be; else whole."""
    pieces = [piece for piece in re.split(r"\s*[;\n|,/]\s*", cell.strip()) if piece]
    return pieces if wanted > 1 and len(pieces) == wanted else [cell.strip()]


def _without_year(name: str) -> tuple[str, int | None]:
    """A name and the year of birth that somebody wrote behind it."""
    found = _YEAR_BEHIND.search(name)
    return (name[: found.start()].strip(" ,("), int(found[1])) if found and found.start() else (name, None)

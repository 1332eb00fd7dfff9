"""One row of a list, as it was written, and the same made ready to be compared.

What is empty or says "not known" becomes nothing at all: an empty field is no evidence either way.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from desktop.reconciliation.addresses import Address, address_of
from desktop.reconciliation.digits import Number, birth_years_of, codes_of, number_of, phones_of
from desktop.reconciliation.names import NameBook, folded, persons_of

FIELDS = ("notice_no", "date", "name", "birth_year", "personal_code", "address", "phone", "unit")
"""The fields that are compared, in the order in which they are explained."""

_UNIT_WORD = re.compile(r"[^\W\d_]{4,}|\d+")


@dataclass(frozen=True, slots=True)
class Listed:
    """One notice in a list; every field as written, any of them may be empty. The date is in ISO form."""

    notice_no: str = ""
    date: str = ""
    name: str = ""
    birth_year: str = ""
    personal_code: str = ""
    address: str = ""
    phone: str = ""
    unit: str = ""
    id: str = ""
    """Names the row within its list."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What is compared of one row."""

    day: int | None
    """Its date as a number of days."""
    swapped: int | None
    """The same with day and month changed round, where that is another day."""
    persons: tuple[tuple[int, ...], ...]
    """For each person named, the numbers of the words of the name in the book."""
    years: tuple[int, ...]
    codes: tuple[str, ...]
    phones: tuple[str, ...]
    number: Number | None
    address: Address | None
    unit: frozenset[str]


def traits_of(row: Listed, book: NameBook) -> Traits:
    """Make a row ready to be compared; its names enter the book."""
    written = date.fromisoformat(row.date) if row.date else None
    codes = codes_of(row.personal_code)
    persons = persons_of(row.name)
    return Traits(
        written.toordinal() if written else None,
        _swapped(written),
        tuple(tuple(sorted({book.place(word) for word in words})) for words in persons),
        birth_years_of(row.birth_year, codes),
        codes,
        phones_of(row.phone),
        number_of(row.notice_no),
        address_of(row.address, book),
        unit_of(row.unit, book),
    )


def unit_of(text: str, book: NameBook) -> frozenset[str]:
    """The telling words of a unit's name; what every unit has in its name is too short to be among them."""
    return frozenset(book.stem(word) for word in _UNIT_WORD.findall(folded(text[:200]))) if text else frozenset()


def _swapped(written: date | None) -> int | None:
    if written is None or written.day > 12 or written.day == written.month:
        return None
    return date(written.year, written.day, written.month).toordinal()

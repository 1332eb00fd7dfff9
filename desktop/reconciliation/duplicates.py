"""Rows of one list that are the same notice written twice, so that none of them seems to be missing in the other list.

Asks more than a pair of two lists does: notices about one person on two days running are two notices. Pure.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence, Set
from itertools import islice

from desktop.reconciliation import digits, weights
from desktop.reconciliation.candidates import TELLING, keys_of
from desktop.reconciliation.evidence import Scale, weigh
from desktop.reconciliation.listed import Traits
from desktop.reconciliation.names import NameBook

_MOST_ALIKE = 20
"""Rows alike in every word that may still be notices of their own."""
_MOST_NEAR = 100
"""Rows that share what a copy shares; beyond that it tells nothing, and the work would grow with their square."""


def copies(rows: Sequence[Traits], book: NameBook, scale: Scale, single: Set[int]) -> dict[int, int]:
    """By the place of a row: the place of the first row of the same number that it repeats.

    `single` are the places of rows of which somebody said that they repeat none and are repeated by none.
    """
    first = _said_again(rows, single)
    numbered: dict[str, list[int]] = {}
    for at, row in enumerate(rows):
        if row.number and at not in single and at not in first:
            same = numbered.setdefault(row.number.whole, [])
            near = islice(same, _MOST_NEAR)
            found = next((other for other in near if is_copy(rows[other], row, book, scale)), None)
            if found is not None:
                first[at] = first.get(found, found)
            same.append(at)
    return first


def _said_again(rows: Sequence[Traits], single: Set[int]) -> dict[int, int]:
    """Of rows that stand in a list word for word more often than chance has it: all but the first, and the first."""
    alike: dict[Traits, list[int]] = {}
    for at, row in enumerate(rows):
        if at not in single and (row.number or row.persons or row.codes or row.phones or row.address):
            alike.setdefault(row, []).append(at)
    return {at: same[0] for same in alike.values() if len(same) > _MOST_ALIKE for at in same[1:]}


def further_copies(
    alone: Sequence[int],
    rows: Sequence[Traits],
    book: NameBook,
    scale: Scale,
    first: dict[int, int],
    *,
    single: Set[int],
) -> dict[int, int]:
    """Of the rows that found no partner: those that repeat another of their list, and the first that they repeat."""
    shelves: dict[Hashable, list[int]] = {}
    for at, row in enumerate(rows):
        for key in () if at in single else _keys(row, book):
            shelves.setdefault(key, []).append(at)
    found: dict[int, int] = {}
    left = set(alone)
    for at in (at for at in alone if at not in single):
        held = (shelves[key] for key in _keys(rows[at], book))
        near = {other for shelf in held if len(shelf) <= _MOST_NEAR for other in shelf} - {at}
        for other in sorted({first.get(each, each) for each in near} - {at}):
            if (other not in left or other < at) and other not in found and is_copy(rows[other], rows[at], book, scale):
                found[at] = other
                break
    return found


def _keys(row: Traits, book: NameBook) -> Iterator[Hashable]:
    """What two copies share: something of a person's own, on the same day or the day after."""
    if row.day is None:
        return
    telling = [key for key in keys_of(row, book) if not isinstance(key, int) and key[0] in TELLING]
    for day in (row.day, row.day + 1):
        yield from ((day, key) for key in telling)


def is_copy(one: Traits, other: Traits, book: NameBook, scale: Scale) -> bool:
    """Whether two rows of one list are one notice."""
    if one.day is None or other.day is None:
        if not (one.number and other.number):
            return False
    elif abs(one.day - other.day) > weights.COPY_DAYS:
        return False
    earlier, later = sorted((one, other), key=lambda row: row.day or 0)
    evidence = weigh(earlier, later, book, scale)
    levels = {finding.field: finding.level for finding in evidence.findings}
    if levels.get("notice_no") == digits.DIFFERS:
        return False
    told = sum(finding.bits for finding in evidence.findings if finding.field not in ("notice_no", "date"))
    return told >= weights.COPY_PERSON and evidence.weight >= weights.COPY

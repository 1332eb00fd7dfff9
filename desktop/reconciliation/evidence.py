"""What two rows tell for and against being one notice, field by field, and the two questions that are weighed.

*Same person?* rests on everything known; *same notice?* on the date and the number alone. The weaker of the two
decides: much that is known of a person never makes her second notice into her first. Pure; explains nothing in words.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import NamedTuple

from desktop.reconciliation import addresses, weights
from desktop.reconciliation.addresses import Address, same_address, shared
from desktop.reconciliation.days import same_day
from desktop.reconciliation.digits import same_code, same_number, same_phone, same_year
from desktop.reconciliation.listed import Traits
from desktop.reconciliation.names import INITIAL, OTHER, SAME, NameBook

Paired = list[tuple[int, int, int]]


class Finding(NamedTuple):
    """What one field tells."""

    field: str
    level: str
    bits: float


class Evidence(NamedTuple):
    """What two rows tell together."""

    findings: tuple[Finding, ...]
    """Only fields that are known on both sides."""
    person: float
    """The weight of "the same person", in bits."""
    notice: float
    """The weight of "the same notice", in bits; infinite where no row of a list has a date or a number."""

    @property
    def weight(self) -> float:
        """The weight of both together; the weaker decides."""
        if math.isinf(self.notice):
            return round(self.person, 2)
        low, high = sorted((self.person, self.notice))
        return round(low - math.log2(1 + 2 ** (low - high)), 2)


@dataclass(frozen=True)
class Scale:
    """What the lists as a whole say before two rows are compared."""

    chance: float
    """How many bits it takes to make up for the number of rows that a row could be."""
    dated: bool
    """Whether both lists have dates or numbers; without them "same person?" decides alone."""


def weigh(one: Traits, other: Traits, book: NameBook, scale: Scale) -> Evidence:
    """Compare a row of theirs with a row of ours."""
    findings: list[Finding] = []
    notice = 0.0
    if one.number and other.number:
        level = same_number(one.number, other.number)
        findings.append(Finding("notice_no", level, weights.NUMBER[level]))
        notice += weights.NUMBER[level]
    if one.day is not None and other.day is not None:
        level = same_day(one.day, other.day, one.swapped, other.swapped)
        findings.append(Finding("date", level, weights.DAY[level]))
        notice += weights.DAY[level]
    person = notice - scale.chance
    if one.persons and other.persons:
        if len(one.persons) == len(other.persons) == 1:
            named = name_finding(one.persons[0], other.persons[0], book)
        else:
            named = max((name_finding(a, b, book) for a in one.persons for b in other.persons), key=lambda f: f.bits)
        findings.append(named)
        person += named.bits
    if one.years and other.years and not (one.codes and other.codes):  # a code tells the year as well
        level = same_year(one.years, other.years)
        findings.append(Finding("birth_year", level, weights.YEAR[level]))
        person += weights.YEAR[level]
    if one.codes and other.codes:
        level = same_code(one.codes, other.codes)
        findings.append(Finding("personal_code", level, weights.CODE[level]))
        person += weights.CODE[level]
    if one.phones and other.phones:
        level = same_phone(one.phones, other.phones)
        findings.append(Finding("phone", level, weights.PHONE[level]))
        person += weights.PHONE[level]
    if one.address and other.address:
        finding = address_finding(one.address, other.address)
        findings.append(finding)
        person += finding.bits
    if one.unit and other.unit:
        finding = unit_finding(one.unit, other.unit)
        findings.append(finding)
        person += finding.bits
    return Evidence(tuple(findings), person, notice + weights.SAME_NOTICE if scale.dated else math.inf)


def name_finding(one: tuple[int, ...], other: tuple[int, ...], book: NameBook) -> Finding:
    """How two names agree: their best two words, and what is left over on both sides."""
    pairs = [(SAME, word, word) for word in one] if one == other and book.spelled_out(one) else book.paired(one, other)
    left = min(len(one), len(other)) - len(pairs)
    if not pairs:
        return Finding("name", "other", weights.NAME_DIFFERS if left > 1 else weights.NAME_DIFFERS / 2)
    bits = sum(weights.WORDS[level] for level, _, _ in pairs[:2])
    bits += sum(weights.WORDS[level] * weights.THIRD_WORD for level, _, _ in pairs[2:])
    worst = max(level for level, _, _ in pairs[:2])
    if left <= 0 or len(pairs) > 1:
        return Finding("name", _NAME_LEVEL[worst], bits)
    _, mine, hers = pairs[0]
    rest = [book.words[place].surname for place in one if place != mine] + [
        book.words[place].surname for place in other if place != hers
    ]
    if book.words[mine].surname and book.words[hers].surname and not all(rest):
        return Finding("name", "given_differs", bits + weights.GIVEN_DIFFERS)
    if any(rest):
        return Finding("name", "surname_differs", bits + weights.SURNAME_DIFFERS)
    return Finding("name", "one_differs", bits + weights.WORD_DIFFERS)


_NAME_LEVEL = ("same", "ending", "slip", "short", "family", "alike", "initial")
assert len(_NAME_LEVEL) == OTHER == INITIAL + 1 > SAME


def address_finding(one: Address, other: Address) -> Finding:
    """How two addresses agree: street and house, and how much of the rest."""
    level = same_address(one, other)
    words = min(shared(one, other), weights.MOST_PLACE_WORDS) - (level == addresses.PLACE)
    return Finding("address", level, weights.ADDRESS[level] + words * weights.PLACE_WORD)


def unit_finding(one: frozenset[str], other: frozenset[str]) -> Finding:
    """How the names of two units agree."""
    if one <= other or other <= one:
        return Finding("unit", "same", weights.UNIT_SAME)
    if one & other:
        return Finding("unit", "part", weights.UNIT_PARTLY)
    return Finding("unit", "differs", weights.UNIT_DIFFERS)

"""Lists as the police of an invented centre's towns send them: three institutions, three kinds of file, usual damage.

Each list is told from the centre's own notices of a month: names in another order, case or script, telephone numbers
without their plus, days on which a notice was sent and not received, rows that the centre has not got, and one twice.
Pure: the same chance always gives the same lists.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import Any

from desktop.vault.letters import fold

Row = tuple[object, ...]
"""Cells as they are written: text, numbers, days, or nothing."""


@dataclass(frozen=True)
class Sent:
    """One notice as a list tells it: the partner's, or ours on which theirs is modelled."""

    number: str
    on: date
    """The day of sending; of ours, that of receipt."""
    names: tuple[str, ...]
    birth_year: int | None
    phone: str
    unit: str


class ListWriter:
    """Writes the lists of one country."""

    def __init__(self, country: str, lines: dict[str, Any], chance: Random) -> None:
        self.country, self.names, self.chance = country, lines["names"], chance

    def sent(self, ours: Sequence[Sent], late: Sequence[Sent], month: date, unit: str) -> list[Sent]:
        """Their notices of a month; `late` are ours of the days after it, `unit` is where most of theirs come from.

        One of ours is missing, one of theirs stands twice, two never arrived, and two are hard to tell.
        """
        chance = self.chance
        found = [self._as_theirs(each) for each in ours[1:] or ours]
        found += [replace(self._as_theirs(each), on=_end(month)) for each in late[:1]]
        if len(found) > 1:
            found.append(replace(found[0], names=tuple(map(self._shouted, found[0].names))))
            found[-3:-1] = [self._long_before(found[-3]), self._another_year(found[-2])]
        found += [self._never_arrived(month, unit) for _each in range(2)]
        found.sort(key=lambda each: (each.on, chance.random()))
        return found

    def _as_theirs(self, ours: Sent) -> Sent:
        chance = self.chance
        on = max(ours.on - timedelta(days=chance.choice((0, 0, 0, 1, 1, 2))), ours.on.replace(day=1))
        names = tuple(self._written(name) for name in ours.names)
        year = ours.birth_year if chance.random() < 0.85 else None
        return Sent(ours.number or self._number(ours.on), on, names, year, self._phone(ours.phone), ours.unit)

    def _long_before(self, sent: Sent) -> Sent:
        """Without a number, and so long before it was received that somebody has to look at it."""
        return replace(sent, number="", phone="", on=max(sent.on - timedelta(days=9), sent.on.replace(day=1)))

    def _another_year(self, sent: Sent) -> Sent:
        """Without a number, and with a year of birth that may be a slip."""
        return replace(sent, number="", phone="", birth_year=sent.birth_year and sent.birth_year - 3)

    def _never_arrived(self, month: date, unit: str) -> Sent:
        chance, names = self.chance, self.names
        surname = chance.choice(names["surnames"])
        name = f"{chance.choice(names['women'])} {surname[min(1, len(surname) - 1)]}"
        on = month + timedelta(days=chance.randrange(3, 26))
        year = on.year - chance.randrange(21, 70)
        phone = self._phone(f"{names['phone_prefix']}{chance.randrange(10**7):07d}")
        return Sent(self._number(on), on, (self._written(name),), year, phone, unit)

    def _number(self, on: date) -> str:
        return f"{self.chance.randrange(1, 6)}-{9000 + self.chance.randrange(900)}/{on.year % 100}"

    def _written(self, name: str) -> str:
        """A name as somebody else writes it: surname first, often, and sometimes in capitals without marks."""
        first, _space, rest = name.partition(" ")
        written = f"{rest} {first}" if rest and self.chance.random() < 0.8 else name
        if self.country == "RS":
            return self._latin(written)
        return self._shouted(written) if self.chance.random() < 0.2 else written

    def _latin(self, name: str) -> str:
        plain = fold(name)
        return plain.upper() if self.chance.random() < 0.2 else plain.title()

    def _shouted(self, name: str) -> str:
        return fold(name).upper()

    def _phone(self, phone: str) -> str:
        """As a spreadsheet keeps it: without plus or country, or with spaces."""
        digits = "".join(sign for sign in phone if sign.isdigit())
        local = digits.removeprefix("370").removeprefix("381")
        if not local or self.chance.random() < 0.15:
            return ""
        return local if self.chance.random() < 0.6 else f"0 {local[:3]} {local[3:5]} {local[5:]}"


def _end(month: date) -> date:
    return (month.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)

"""The invented people of a story: names as the country spells them, families that could be, a safe way to call.

Pure: it draws from a sequence of chance that is handed in, and knows no vault.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from datetime import time
from itertools import count
from random import Random
from typing import Any

from desktop.demo.invented import SafeWay, Someone

GROWN = 18
COUPLE = ("spouse", "partner")
RELATIONS = (
    ("spouse", 40, GROWN, 99),
    ("partner", 26, GROWN, 99),
    ("parent", 12, 8, 42),
    ("child", 9, 40, 99),
    ("sibling", 5, 10, 99),
    ("other_relative", 5, 0, 99),
    ("household", 3, GROWN, 99),
)
"""What the one who poses the risk is to her: how often, and between which of her ages it can be."""
KNOWN = 0.14
"""How many notices are about somebody who was named before."""
REMEMBERED = 400
"""Of whom a new notice may come once more: those of the last so many."""
WORKING_WEEK = ("mo", "tu", "we", "th", "fr")


class Cast:
    """Everybody who is named in the notices of one story."""

    def __init__(self, lines: dict[str, Any], chance: Random) -> None:
        self.names, self.words, self.chance = lines["names"], lines["words"], chance
        self._known: deque[Someone] = deque(maxlen=REMEMBERED)
        self._numbers = count(1)

    def who(self, municipality: str, year: int) -> Someone:
        """Whom the next notice is about, in that year: somebody new, or now and then somebody named before."""
        if self._known and self.chance.random() < KNOWN:
            return self.chance.choice(self._known)
        person = self._someone(municipality, year)
        if not person.is_minor:
            self._known.append(person)
        return person

    def _someone(self, municipality: str, year: int) -> Someone:
        names, chance = self.names, self.chance
        family = chance.choice(names["surnames"])
        is_woman, is_minor = chance.random() < 0.84, chance.random() < 0.02
        age = chance.randrange(10, 17) if is_minor else int(min(max(chance.gauss(41, 14), GROWN + 1), 88))
        relation = self._relation(age)
        his = family if relation != "partner" else chance.choice(names["surnames"])
        may_be_reached = not is_minor and chance.random() < 0.9
        return Someone(
            number=next(self._numbers),
            name=f"{chance.choice(self._first_names(is_woman, is_minor))} {self._surname(family, is_woman, relation)}",
            birth_year=year - age,
            sex="female" if is_woman else "male",
            phone=f"{names['phone_prefix']}{chance.randrange(10**7):07d}" if chance.random() < 0.93 else "",
            municipality=municipality if chance.random() < 0.95 else "",
            other_name=f"{chance.choice(names['men'])} {his[0]}",
            relation=relation,
            ended=chance.choice(("present", "present", "present", "former", "former", "unknown"))
            if relation in COUPLE
            else "present",
            children=self._children(age, year),
            safe=self._safe() if may_be_reached else None,
            is_minor=is_minor,
        )

    def _relation(self, age: int) -> str:
        fitting = [(code, share) for code, share, youngest, oldest in RELATIONS if youngest <= age <= oldest]
        return self.chance.choices([code for code, _ in fitting], [share for _, share in fitting])[0]

    def _first_names(self, is_woman: bool, is_minor: bool) -> Sequence[str]:
        if is_minor:
            return list(self.names["girls" if is_woman else "boys"])
        return list(self.names["women" if is_woman else "men"])

    def _surname(self, family: Sequence[str], is_woman: bool, relation: str) -> str:
        """Of a man; of a woman by birth or, where the language tells them apart, by marriage."""
        if not is_woman or len(family) < 3:
            return family[0]
        is_married = relation in ("spouse", "child") or (relation == "partner" and self.chance.random() < 0.3)
        return family[1] if is_married else family[2]

    def _children(self, age: int, year: int) -> tuple[tuple[str, int], ...]:
        """Those under 17 who live with somebody of that age."""
        youngest, oldest = max(1, age - 45), min(16, age - 19)
        if oldest < youngest:
            return ()
        how_many = self.chance.choice((0, 0, 0, 1, 1, 2, 2, 3))
        names = self.chance.sample(self.names["girls"] + self.names["boys"], how_many)
        return tuple((name, year - self.chance.randint(youngest, oldest)) for name in names)

    def _safe(self) -> SafeWay:
        chance = self.chance
        begins = chance.choice((8, 9, 9, 10, 12, 13))
        return SafeWay(
            allowed="yes" if chance.random() < 0.97 else "no",
            channel=chance.choice(("telephone", "telephone", "telephone", "telephone", "text")),
            days=chance.choice((*[WORKING_WEEK] * 6, ("mo", "we", "fr"), ("tu", "th"))),
            begins=time(begins),
            ends=time(begins + chance.choice((3, 3, 4, 5))),
            voicemail=chance.random() < 0.1,
            say=chance.choice(self.words["say"]) if chance.random() < 0.5 else "",
            who=chance.choice(self.words["who"]) if chance.random() < 0.2 else "",
        )

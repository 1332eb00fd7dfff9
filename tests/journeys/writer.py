"""Whoever writes a script: keeps the model in step, knows who sits there, and gives everybody a name of her own."""

from __future__ import annotations

import random
from datetime import date, datetime, time, timedelta

from tests.journeys.acts import Act, tell, working_days
from tests.journeys.plain_model import Model

FIRST_DAY = date(2026, 11, 11)
"""A Wednesday; the fifteenth working day is 1 December, on which November is issued."""
NAMES = (
    "Aušra",
    "Dovilė",
    "Živilė",
    "Ieva",
    "Ђурђица",
    "Milica",
    "Љубица",
    "Oksana",
    "Šarūnė",
    "Vaida",
    "Нада",
    "Zoja",
)
SURNAMES = ("Žvirblytė", "Jonaitienė", "Ђорђевић", "Kazlauskienė", "Petrović", "Šimkutė", "Њежић", "Bondarenko")


class Writer:
    """The script so far, and what the model says after it."""

    def __init__(self, seed: int, days: int, workers: tuple[str, str]) -> None:
        self.chance, self.workers = random.Random(seed), workers
        self.days = working_days(FIRST_DAY, days)
        self.model = Model(datetime.combine(FIRST_DAY, time(8, 30)))
        self.script: list[Act] = []
        self.number = 0

    def _do(self, what: str, after: int = 0, **told: object) -> None:
        """One act more, so many minutes later."""
        at = self.model.now + timedelta(minutes=after or self.chance.randrange(2, 5))
        act = Act(at, what, told)
        tell(self.model, act)
        self.script.append(act)

    def _change_places(self) -> None:
        other = next(who for who in self.workers if who != self.model.who)
        self._do("hide")
        self._do("sit_down", who=other)

    def _as_director(self) -> None:
        if self.model.who != self.workers[0]:
            self._change_places()

    def _words(self, what: str) -> str:
        """Words that stand nowhere else."""
        self.number += 1
        return f"{what} {self.number}q"

    def _somebody(self) -> tuple[str, int]:
        self.number += 1
        name = self.chance.choice(NAMES)
        return f"{name} {self.chance.choice(SURNAMES)}{'abcdefghij'[self.number % 10]}", 1950 + self.number % 50

    def _labels(self, *, waiting: bool = False) -> list[str]:
        """Notices there are; those that wait for a call."""
        reached = {row["notice"] for row in self.model.of("attempt").values() if row["outcome"] == "reached"}
        found = self.model.of("notice").items()
        return [label for label, row in found if not waiting or (row["outcome"] == "pending" and label not in reached)]

    def _draft(self) -> bool:
        """Whether she has something half typed."""
        return bool(self.model.drafts.get(self.model.who))

"""Two invented years at a centre: who was named in which notice, who was reached, what help was given.

Pure: from a seed and a country's lists of names it tells the same story every time. It knows no vault.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from desktop.places import res
from desktop.vault.record import Codes

HOURS = (1, 0, 2, 7, 8, 9, 10, 11, 13, 14, 15, 16, 17, 18, 19, 20, 20, 21, 21, 22, 22, 23)
"""Hours at which police notices arrive: evenings most of all."""
KINDS: tuple[tuple[Codes, int], ...] = (
    (("psychological",), 34),
    (("physical", "psychological"), 34),
    (("physical",), 16),
    (("psychological", "economic"), 9),
    (("physical", "psychological", "sexual"), 3),
    (("physical", "psychological", "economic"), 3),
    (("neglect",), 1),
)
RELATIONS = (
    ("spouse", 40),
    ("partner", 26),
    ("parent", 12),
    ("child", 9),
    ("sibling", 5),
    ("other_relative", 5),
    ("household", 3),
)
OUTCOMES = (("accepted", 74), ("not_accepted", 12), ("not_reached", 10), ("other_centre", 2), ("centre_declined", 1))
ASSISTANCE = (
    ("information", 26), ("support", 22), ("consultation", 20), ("psychological", 12), ("legal", 10),
    ("mediation", 6), ("accommodation", 2), ("representation", 2),
)  # fmt: skip


@dataclass(frozen=True)
class Someone:
    """An invented person."""

    name: str
    birth_year: int
    sex: str
    phone: str
    municipality: str
    other_name: str
    """The one who poses the risk."""
    children: tuple[tuple[str, int], ...]
    """First name and birth year of each child."""
    safe: dict[str, Any] | None
    """The agreed way to reach her, or None while nobody knows one."""


@dataclass(frozen=True)
class Call:
    """An invented attempt to reach somebody."""

    at: datetime
    outcome: str
    worker: int
    note: str = ""


@dataclass(frozen=True)
class Help:
    """An invented occasion of help."""

    on_day: date
    kind: str
    channel: str
    minutes: int
    worker: int
    for_whom: str
    note: str


@dataclass(frozen=True)
class Notice:
    """An invented notice and what came of it."""

    at: datetime
    agency: int
    unit: str
    officer: str
    reference: str
    person: Someone
    is_known: bool
    """True when the same person was named in an earlier notice."""
    as_written: str
    incident: date
    place: str
    kinds: Codes
    relation: str
    ended: str
    children_saw: str
    order: bool
    risk: str
    description: str
    calls: tuple[Call, ...]
    outcome: str
    help: tuple[Help, ...]
    worker: int
    plan: tuple[tuple[str, str], ...] = field(default=())


class Story:
    """The invented centre of one country, told from a seed."""

    def __init__(self, country: str, chance: Random) -> None:
        self.lines: dict[str, Any] = tomllib.loads(
            res("resources", "demo", f"{country.lower()}.toml").read_text("utf-8")
        )
        self.country = country
        self.chance = chance
        self.agencies: list[dict[str, Any]] = self.lines["agency"]
        self.known: list[Someone] = []

    def notices(self, count: int, today: date, days: int = 730) -> Iterator[Notice]:
        """So many notices over the days up to this one, in order of receipt."""
        moments = sorted(self._moment(today, days) for _ in range(count))
        for place, at in enumerate(moments):
            yield self._notice(place, at, today)

    def _moment(self, today: date, days: int) -> datetime:
        # Slow growth over the two years; a little more in winter and after holidays, as the published series show.
        while True:
            ago = self.chance.randrange(days)
            day = today - timedelta(days=ago)
            weight = 0.62 + 0.26 * (days - ago) / days + (0.12 if day.month in {1, 7, 12} else 0.0)
            if self.chance.random() < weight:
                break
        at = datetime.combine(day, time(self.chance.choice(HOURS), self.chance.randrange(60)))
        return min(at, datetime.combine(today, time(8, 31)))

    def _weighted(self, table: tuple[tuple[Any, int], ...]) -> Any:
        return self.chance.choices([row[0] for row in table], [row[1] for row in table])[0]

    def _someone(self, agency: dict[str, Any]) -> Someone:
        names, chance = self.lines["names"], self.chance
        family = chance.choice(names["surnames"])
        is_woman = chance.random() < 0.84
        year = 2026 - int(min(max(chance.gauss(41, 14), 18), 88))
        first = chance.choice(names["women" if is_woman else "men"])
        wife, daughter = (family[1], family[2]) if len(family) > 2 else (family[0], family[0])
        surname = (wife if chance.random() < 0.62 else daughter) if is_woman else family[0]
        children = tuple(
            (chance.choice(names["girls"] + names["boys"]), 2026 - chance.randrange(1, 17))
            for _ in range(chance.choice((0, 0, 0, 1, 1, 2, 2, 3)))
        )
        return Someone(
            name=f"{first} {surname}",
            birth_year=year,
            sex="female" if is_woman else "male",
            phone=f"{names['phone_prefix']}{chance.randrange(10**7):07d}" if chance.random() < 0.93 else "",
            municipality=agency.get("municipality", "") if chance.random() < 0.95 else "",
            other_name=f"{chance.choice(names['men'])} {family[0]}",
            children=children,
            safe=self._safe() if chance.random() < 0.72 else None,
        )

    def _safe(self) -> dict[str, Any]:
        chance, words = self.chance, self.lines["words"]
        begins = chance.choice((8, 9, 9, 10, 12, 14))
        return {
            "allowed": "yes" if chance.random() < 0.96 else "no",
            "channel": chance.choice(("telephone", "telephone", "telephone", "text")),
            "days": chance.choice(
                (("mo", "tu", "we", "th", "fr"), ("mo", "tu", "we", "th", "fr"), ("mo", "we", "fr"), ("tu", "th"))
            ),
            "begins": time(begins),
            "ends": time(begins + chance.choice((3, 3, 5, 8))),
            "voicemail": chance.random() < 0.1,
            "say": chance.choice(words["say"]) if chance.random() < 0.5 else "",
            "who": chance.choice(words["who"]) if chance.random() < 0.2 else "",
        }

    def _notice(self, place: int, at: datetime, today: date) -> Notice:
        chance, words = self.chance, self.lines["words"]
        agency_place = chance.choices(range(len(self.agencies)), [a["share"] for a in self.agencies])[0]
        agency = self.agencies[agency_place]
        is_known = bool(self.known) and chance.random() < 0.14
        person = chance.choice(self.known[-400:]) if is_known else self._someone(agency)
        if not is_known:
            self.known.append(person)
        police = agency["kind"] == "police"
        home = agency.get("places", [self.lines["centre"]["town"]])
        order = police and chance.random() < 0.46
        age_days = (today - at.date()).days
        worker = chance.randrange(len(self.lines["centre"]["workers"]))
        outcome, calls = self._calls(at, age_days, worker)
        return Notice(
            at=at,
            agency=agency_place,
            unit=chance.choice(agency.get("units") or [""]),
            officer=chance.choice(agency.get("officers") or [""]),
            reference=words["reference"].format(a=chance.randrange(1, 6), n=8000 + place, yy=at.year % 100)
            if police and chance.random() < 0.86
            else "",
            person=person,
            is_known=is_known,
            as_written=person.name,
            incident=at.date() - timedelta(days=chance.choice((0, 0, 0, 0, 1, 1, 2))),
            place=chance.choice(home),
            kinds=self._weighted(KINDS),
            relation=self._weighted(RELATIONS),
            ended=chance.choice(("present", "present", "present", "former", "former", "unknown")),
            children_saw="yes" if person.children and chance.random() < 0.7 else chance.choice(("no", "no", "unknown")),
            order=order,
            risk=chance.choice(("high", "medium", "medium", "low")) if order else "",
            description=chance.choice(words["descriptions"]) if chance.random() < 0.6 else "",
            calls=calls,
            outcome=outcome,
            help=self._help(calls, outcome, today, worker, bool(person.children)),
            worker=worker,
            plan=tuple((k, w) for k, w in chance.sample(words["plan"], 2))
            if outcome == "accepted" and chance.random() < 0.2
            else (),
        )

    def _calls(self, at: datetime, age_days: int, worker: int) -> tuple[str, tuple[Call, ...]]:
        """Attempts on the working days after receipt; the last days are still open."""
        chance, notes = self.chance, self.lines["words"]["notes"]
        outcome = self._weighted(OUTCOMES)
        tries = chance.choice((1, 1, 1, 2, 2, 3)) if outcome != "not_reached" else chance.choice((2, 3, 4))
        calls, day = [], at.date()
        for turn in range(tries):
            day += timedelta(
                days=chance.choice((0, 1, 1)) if turn == 0 and at.hour < 14 else chance.choice((1, 1, 1, 2))
            )
            while day.weekday() > 4:
                day += timedelta(days=1)
            moment = datetime.combine(day, time(chance.randrange(9, 16), chance.choice(range(0, 60, 5))))
            if moment <= at or (at.date() - day).days + age_days < 1:
                continue
            last = turn == tries - 1
            how = (
                "reached"
                if last and outcome != "not_reached"
                else chance.choice(("no_answer", "no_answer", "call_later"))
            )
            calls.append(Call(moment, how, worker, chance.choice(notes) if chance.random() < 0.4 else ""))
        reached = any(call.outcome == "reached" for call in calls)
        if (not reached and outcome != "not_reached") or (outcome == "not_reached" and age_days < 9):
            outcome = "pending"
        return outcome, tuple(calls)

    def _help(
        self, calls: tuple[Call, ...], outcome: str, today: date, worker: int, has_children: bool
    ) -> tuple[Help, ...]:
        if outcome != "accepted":
            return ()
        chance = self.chance
        day, given = calls[-1].at.date(), []
        for _ in range(chance.choice((1, 1, 2, 2, 3, 3, 4, 6))):
            kind = self._weighted(ASSISTANCE)
            given.append(
                Help(
                    on_day=day,
                    kind=kind,
                    channel=chance.choice(("telephone", "telephone", "in_person", "in_person", "email", "online")),
                    minutes=chance.choice((10, 15, 15, 20, 30, 30, 45, 50, 60, 90)),
                    worker=worker
                    if kind not in {"psychological"}
                    else min(1, len(self.lines["centre"]["workers"]) - 1),
                    for_whom="child" if has_children and chance.random() < 0.12 else "adult",
                    note=chance.choice(self.lines["words"]["notes"]) if chance.random() < 0.3 else "",
                )
            )
            day += timedelta(days=chance.randrange(2, 20))
            while day.weekday() > 4:
                day += timedelta(days=1)
            if day >= today:
                break
        return tuple(given)

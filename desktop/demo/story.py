"""Two invented years at a centre: who was named in which notice, who was reached, what help was given.

Pure: from a seed and a country's lists of names it tells the same story every time, one notice after another and never
all at once. It knows no vault.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from desktop.demo.cast import COUPLE, Cast
from desktop.demo.endings import ending
from desktop.demo.invented import Call, Help, Notice, SafeWay, Someone
from desktop.places import res
from desktop.records.vocabulary import WEEKDAYS
from desktop.records.workdays import WorkCalendar
from desktop.vault.record import Codes

EVENING = time(17, 30)
"""Most of what is told of the next day happened after it."""
LAST_NOTICE, ENDS = time(8, 31), time(8, 45)
"""When on its last day the story brings its last notice, and when it ends."""
HOURS = (1, 0, 2, 7, 8, 9, 10, 11, 13, 14, 15, 16, 17, 18, 19, 20, 20, 21, 21, 22, 22, 23)
"""Hours at which police notices arrive: evenings most of all."""
DAY_BEGINS, DAY_ENDS = 8, 17
"""The centre's working hours."""
KINDS: tuple[tuple[Codes, int], ...] = (
    (("psychological",), 34),
    (("physical", "psychological"), 34),
    (("physical",), 16),
    (("psychological", "economic"), 9),
    (("physical", "psychological", "sexual"), 3),
    (("physical", "psychological", "economic"), 3),
)
RARE_KINDS: dict[str, tuple[tuple[Codes, int], ...]] = {
    "LT": ((("neglect",), 1),),
    "RS": ((("psychological", "stalking"), 3),),
}
"""What the list of one country alone has."""
OUTCOMES = (("accepted", 74), ("not_accepted", 12), ("not_reached", 10), ("other_centre", 2), ("centre_declined", 1))
REASONS = {
    "centre_declined": ("centre_declined.not_domestic",),
    "other_centre": ("other_centre.residence", "other_centre.wish"),
    "not_accepted": ("not_accepted.elsewhere", "not_accepted.no_need", "not_accepted.not_now"),
    "not_reached": ("not_reached.no_answer",),
}
MINOR = ("minor", "minor.child_protection")
UNREACHABLE = ("not_reached", "not_reached.no_safe_way")
ASSISTANCE = (
    ("information", 26), ("support", 22), ("consultation", 20), ("psychological", 12), ("legal", 10),
    ("mediation", 6), ("accommodation", 2), ("representation", 2),
)  # fmt: skip
FACE_TO_FACE = ("accommodation", "representation")


class Story:
    """The invented centre of one country, told from a seed."""

    def __init__(self, country: str, chance: Random) -> None:
        path = res("resources", "demo", f"{country.lower()}.toml")
        self.lines: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
        self.country, self.chance = country, chance
        self.agencies: list[dict[str, Any]] = self.lines["agency"]
        self._shares = [agency["share"] for agency in self.agencies]
        self._cast = Cast(self.lines, chance)
        self._calendar = WorkCalendar(country=country)
        self._kinds = KINDS + RARE_KINDS[country]

    def moments(self, count: int, today: date, days: int = 730) -> list[datetime]:
        """When so many notices arrived, over the days up to this one, in order."""
        return sorted(self._moment(today, days) for _ in range(count))

    def notices(self, moments: Iterable[datetime], today: date) -> Iterator[Notice]:
        """The notices that arrived at these moments, and what came of them until the morning of this day."""
        for place, at in enumerate(moments):
            yield self._notice(place, at, datetime.combine(today, ENDS))

    def _moment(self, today: date, days: int) -> datetime:
        """Slow growth over the two years; a little more in winter and after holidays, as published series show."""
        while True:
            ago = self.chance.randrange(days)
            day = today - timedelta(days=ago)
            weight = 0.62 + 0.26 * (days - ago) / days + (0.12 if day.month in {1, 7, 12} else 0.0)
            at = datetime.combine(day, time(self.chance.choice(HOURS), self.chance.randrange(60)))
            if self.chance.random() < weight and at <= datetime.combine(today, LAST_NOTICE):
                return at

    def _weighted(self, table: Sequence[tuple[Any, int]]) -> Any:
        return self.chance.choices([row[0] for row in table], [row[1] for row in table])[0]

    def _notice(self, place: int, at: datetime, now: datetime) -> Notice:
        chance, words = self.chance, self.lines["words"]
        sender = chance.choices(range(len(self.agencies)), self._shares)[0]
        agency = self.agencies[sender]
        by_police = agency["kind"] == "police"
        person = self._cast.who(agency.get("municipality", ""), at.year)
        order = by_police and not person.is_minor and chance.random() < 0.46
        saw = "yes" if person.children and chance.random() < 0.7 else chance.choice(("no", "no", "unknown"))
        worker = chance.randrange(len(self.lines["centre"]["workers"]))
        outcome, reason, calls = self._course(person, at, now, worker)
        may_have_number = by_police and chance.random() < 0.86
        notice = Notice(
            at=at,
            agency=sender,
            unit=chance.choice(agency.get("units") or [""]),
            officer=chance.choice(agency.get("officers") or [""]),
            reference=words["reference"].format(a=chance.randrange(1, 6), n=8000 + place, yy=at.year % 100)
            if may_have_number
            else "",
            person=person,
            incident=(incident := at.date() - timedelta(days=chance.choice((0, 0, 0, 0, 1, 1, 2)))),
            incident_time=_clock(at, incident, place) if by_police and place % 8 else None,
            place=chance.choice(agency.get("places", [self.lines["centre"]["town"]])),
            kinds=self._weighted(self._kinds),
            children_saw=saw,
            order=order,
            risk=chance.choice(("high", "medium", "medium", "low")) if order else "",
            description=self._description(person, saw, order) if chance.random() < 0.6 else "",
            calls=calls,
            outcome=outcome,
            reason=reason,
            help=self._help(calls[-1].at.date(), now, worker, person) if outcome == "accepted" else (),
            worker=worker,
            plan=tuple((kind, what) for kind, what in chance.sample(words["plan"], 2))
            if outcome == "accepted" and chance.random() < 0.2
            else (),
        )
        ends, why = ending(place, notice.help, now)
        return replace(notice, ends=ends, end_reason=why)

    def _description(self, person: Someone, saw: str, order: bool) -> str:
        """A few words that do not contradict the rest of the notice."""
        true = {
            "woman": person.sex == "female" and person.relation in COUPLE,
            "children": saw == "yes",
            "several": saw == "yes" and len(person.children) > 1,
            "order": order,
            "former": person.ended == "former",
        }
        fitting = [words for words, *wants in self.lines["words"]["descriptions"] if all(true[want] for want in wants)]
        return str(self.chance.choice(fitting))

    def _course(self, person: Someone, at: datetime, now: datetime, worker: int) -> tuple[str, str, tuple[Call, ...]]:
        """Outcome, its reason and the attempts that led to it; what came last is still open."""
        if person.is_minor:
            return *MINOR, ()
        if person.safe and person.safe.allowed == "no":
            return *UNREACHABLE, ()
        outcome: str = self._weighted(OUTCOMES)
        calls = self._calls(person.safe, at, now, worker, outcome)
        was_reached = any(call.outcome == "reached" for call in calls)
        is_over = was_reached if outcome != "not_reached" else (now - at).days >= 9 and bool(calls)
        return (outcome, self.chance.choice(REASONS.get(outcome, ("",))), calls) if is_over else ("pending", "", calls)

    def _calls(self, safe: SafeWay | None, at: datetime, now: datetime, worker: int, outcome: str) -> tuple[Call, ...]:
        """Attempts in the agreed hours of working days after receipt."""
        chance, notes = self.chance, self.lines["words"]["call_notes"]
        tries = chance.choice((2, 3, 4) if outcome == "not_reached" else (1, 1, 1, 1, 2, 3))
        calls: list[Call] = []
        day = at.date() - timedelta(days=0 if at.hour >= 14 else 1)
        for turn in range(tries):
            day = self._open_day(day, safe)
            moment = datetime.combine(day, self._hour(safe))
            if moment <= at:
                continue
            if moment > now:
                break
            is_reached = turn == tries - 1 and outcome != "not_reached"
            how = "reached" if is_reached else chance.choice(("no_answer", "no_answer", "call_later"))
            note = chance.choice(notes[how]) if chance.random() < 0.4 else ""
            channel, reason = (safe.channel, "") if safe else ("telephone", chance.choice(("agreed", "only_way")))
            calls.append(Call(moment, channel, how, worker, note, reason))
        return tuple(calls)

    def _open_day(self, after: date, safe: SafeWay | None) -> date:
        """The next day on which the centre works and she may be called."""
        day = self._calendar.later(after, 1)
        while safe and WEEKDAYS[day.weekday()] not in safe.days:
            day = self._calendar.later(day, 1)
        return day

    def _hour(self, safe: SafeWay | None) -> time:
        first = max(DAY_BEGINS, safe.begins.hour) if safe else DAY_BEGINS
        last = min(DAY_ENDS, safe.ends.hour) if safe else DAY_ENDS
        return time(self.chance.randrange(first, last), self.chance.randrange(0, 60, 5))

    def _help(self, day: date, now: datetime, worker: int, person: Someone) -> tuple[Help, ...]:
        chance, notes, given = self.chance, self.lines["words"]["help_notes"], []
        psychologist = [who[3] for who in self.lines["centre"]["workers"]].index("psychologist")
        for _ in range(chance.choice((1, 1, 2, 2, 3, 3, 4, 6))):
            kind = self._weighted(ASSISTANCE)
            is_there = kind in FACE_TO_FACE
            given.append(
                Help(
                    on_day=day,
                    kind=kind,
                    channel="in_person"
                    if is_there
                    else chance.choice(("telephone", "telephone", "telephone", "in_person", "in_person", "online")),
                    minutes=chance.choice((60, 90, 120) if is_there else (10, 15, 15, 20, 30, 30, 45, 50, 60)),
                    worker=psychologist if kind == "psychological" else worker,
                    for_whom="child"
                    if person.children and kind == "psychological" and chance.random() < 0.3
                    else "adult",
                    note=chance.choice(notes[kind]) if kind in notes and chance.random() < 0.4 else "",
                )
            )
            day = self._calendar.later(day + timedelta(days=chance.randrange(2, 20)), 0)
            if day >= now.date():
                break
        return tuple(given)


def _clock(received: datetime, day: date, place: int) -> time:
    """When it happened: some hours before the notice on the same day, in the evening of an earlier one."""
    if day < received.date():
        return (datetime.combine(day, EVENING) + timedelta(minutes=place * 53 % 380)).time()
    before = received - timedelta(minutes=50 + place * 37 % 500)
    return max(before, datetime.combine(day, time())).time().replace(second=0)

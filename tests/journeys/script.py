"""Days of work drawn from a seed: a script of acts, each possible when its turn comes.

Whatever a day must have once (a crash while she types, a lock, a day on which the centre is closed, a month issued) has
its day; the rest is drawn by weight from what can be done with what the model holds by then.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time

from tests.journeys.acts import Act, working_days
from tests.journeys.writer import Writer

ISSUED_ON = 15
OUTCOMES = ("accepted", "not_accepted", "not_reached", "pending")


class Author(Writer):
    """Draws the acts of all days."""

    def __init__(self, seed: int, days: int, acts_a_day: int, workers: tuple[str, str]) -> None:
        super().__init__(seed, days, workers)
        self.acts_a_day = acts_a_day

    def write(self) -> list[Act]:
        """Every day, from the first act to the last lock."""
        for place, day in enumerate(self.days, 1):
            self.model.now = datetime.combine(day, time(8, 30))
            self._day(place)
        return self.script

    def _day(self, place: int) -> None:
        first = self.workers[place % 2]
        self._do("sit_down", who=first)
        musts = self._musts(place)
        acts: list[Callable[[], None]] = [self._any] * max(self.acts_a_day - len(musts), 0) + musts
        self.chance.shuffle(acts)
        change = self.chance.choice((0, 0, self.chance.randrange(1, len(acts) + 1)))
        for number, act in enumerate(acts):
            if change and number == change:
                self._change_places()
            act()
        if place == ISSUED_ON:
            self._as_director()
            self._do("issue", month="2026-11")
        self._do("evening")

    def _musts(self, place: int) -> list[Callable[[], None]]:
        """What this day has in any case."""
        by_turns = [
            [self._order, self._help_several],
            [self._ordered, self._help, self._attempt, self._safe],
            [self._lock_while_typing, self._hand_over],
            [self._correct_yesterday, self._undo_and_redo],
            [self._crash_between, self._attempt],
            [self._interrupted, self._consent],
            [self._close_a_day, self._repeat],
            [self._call_interrupted, self._plan],
            [self._idle_while_typing, self._outcome],
            [self._crash_while_typing, self._correct_yesterday],
        ]
        return by_turns[place % len(by_turns)]

    def _any(self) -> None:
        """Something that is done every day."""
        weighted = {
            self._enter: 2, self._attempt: 5, self._help: 3, self._safe: 1, self._outcome: 1, self._search: 2,
            self._correct_yesterday: 2, self._undo_and_redo: 1, self._consent: 1, self._plan: 1, self._hand_over: 1,
            self._read_note: 1, self._amend_notice: 1, self._repeat: 1, self._interrupted: 1, self._order: 1,
        }  # fmt: skip
        self.chance.choices(list(weighted), list(weighted.values()))[0]()

    def _pick(self, labels: list[str]) -> str | None:
        """One of these notices; where there is none, one is entered instead."""
        if not labels:
            self._enter()
            return None
        return self.chance.choice(labels)

    def _ordered(self) -> None:
        self._enter(order=True)

    def _enter(self, *, order: bool = False) -> None:
        if self._draft():
            return
        name, year = self._somebody()
        order = order or self.chance.random() < 0.3
        self._do("enter", name=name, year=year, description=self._words("įvykis"), order=order)

    def _repeat(self) -> None:
        label = self._pick(self._labels())
        if label is None or self._draft():
            return
        number = self.model.rows["notice", label]["person"]
        person = self.model.rows["person", number]
        words = self._words("vėl")
        self._do("enter", name=person["name"], year=person["year"], description=words, order=False, person=number)

    def _attempt(self) -> None:
        waiting = self._labels(waiting=True)
        label = self._pick(waiting or self._labels())
        if label is None or ("attempt", label) in self.model.drafts.get(self.model.who, {}):
            return
        outcome = self.chance.choice(("reached", "no_answer", "no_answer", "call_later", "wrong_number"))
        helped = self.chance.choice(("", "accepted", "not_accepted")) if outcome == "reached" else ""
        through = label in waiting and self.chance.random() < 0.5
        self._do("attempt", label=label, outcome=outcome, note=self._words("skambutis"), helped=helped,
                 through_calls=through)  # fmt: skip

    def _safe(self) -> None:
        label = self._pick(self._labels())
        if label is not None:
            hours = self.chance.choice((("08:00", "20:00"), ("09:00", "12:00"), ("14:00", "16:30")))
            self._do("safe", label=label, begins=hours[0], ends=hours[1])

    def _help(self, others: int = 0) -> None:
        label = self._pick(self._labels())
        if label is None:
            return
        person = self.model.rows["notice", label]["person"]
        known = {row["person"]: other for other, row in self.model.of("notice").items() if row["person"] != person}
        several = self.chance.sample(sorted(known.values()), min(others, len(known)))
        kind = self.chance.choice(("information", "support", "consultation", "legal"))
        self._do("help", label=label, kind=kind, minutes=self.chance.randrange(5, 120), note=self._words("pagalba"),
                 others=tuple(several))  # fmt: skip

    def _help_several(self) -> None:
        self._help(others=2)

    def _outcome(self) -> None:
        label = self._pick(self._labels())
        if label is not None:
            now = self.model.rows["notice", label]["outcome"]
            others = [one for one in OUTCOMES if one != now]
            self._do("outcome", label=label, outcome=self.chance.choice(others))

    def _amend_notice(self) -> None:
        label = self._pick(self._labels())
        if label is not None:
            self._do("amend_notice", label=label, description=self._words("pataisyta"))

    def _order(self) -> None:
        held = [one for one, row in self.model.of("notice").items() if row["order"] == "holds"]
        if held:
            self._do("lift_order", label=self.chance.choice(held))

    def _consent(self) -> None:
        holding = [(n, row["person"]) for n, row in self.model.of("consent").items() if not row["withdrawn"]]
        taken = {person for _number, person in holding}
        free = [one for one in self._labels() if self.model.rows["notice", one]["person"] not in taken]
        if holding and self.chance.random() < 0.4:
            number, person = self.chance.choice(holding)
            label = next(one for one, row in self.model.of("notice").items() if row["person"] == person)
            self._do("withdraw", number=number, label=label)
        elif (label := self._pick(free)) is not None:
            self._do("consent", label=label)

    def _plan(self) -> None:
        planned = [(n, row) for n, row in self.model.of("plan").items() if not row["done"]]
        if planned and self.chance.random() < 0.5:
            number, row = self.chance.choice(planned)
            self._do("plan_done", number=number, label=row["label"], measure=row["what"])
        elif (label := self._pick(self._labels())) is not None:
            self._do("plan", label=label, measure=self._words("spyna"))

    def _hand_over(self) -> None:
        label = self.chance.choice([*self._labels(), ""])
        self._do("hand_over", label=label, text=self._words("perduota"))
        self._change_places()
        self._read_note()

    def _read_note(self) -> None:
        """What another left, or she herself on another day."""
        for number, row in self.model.of("note").items():
            mine = row["by"] == self.model.who and row["on"] == self.model.now.date()
            if not row["read_by"] and not mine:
                self._do("read_note", number=number, text=row["text"])
                return

    def _close_a_day(self) -> None:
        self._as_director()
        day = working_days(self.model.now.date(), 9)[self.chance.randrange(3, 9)]
        if ("closed", day.isoformat()) not in self.model.rows:
            self._do("close_day", day=day)

    def _search(self) -> None:
        label = self._pick(self._labels())
        if label is not None:
            name = self.model.rows["person", self.model.rows["notice", label]["person"]]["name"]
            self._do("search", words=name, label=label)

    def _correct_yesterday(self) -> None:
        """An attempt or help of an earlier day, if there is one."""
        today = self.model.now.date()
        attempts = [(n, row) for n, row in self.model.of("attempt").items() if row["at"].date() < today]
        helps = [(n, row) for n, row in self.model.of("help").items() if row["day"] < today]
        if attempts:
            number, row = self.chance.choice(attempts)
            told = {"number": number, "label": row["notice"], "old": row["note"], "note": self._words("pataisa")}
            self._do("amend_attempt", **told)
        if helps:
            number, row = self.chance.choice(helps)
            minutes = row["minutes"] + self.chance.randrange(1, 30)
            self._do("amend_help", number=number, label=row["notice"], note=row["note"], minutes=minutes)

    def _undo_and_redo(self) -> None:
        """One or two of hers, back and perhaps again."""
        steps = 0
        while steps < self.chance.randrange(1, 3) and (one := self.model.last()) is not None:
            if any(kind in ("note", "issued", "closed") for kind, _key in one.after):
                break
            self._do("undo")
            steps += 1
        for step in range(steps):
            if step == 0 or self.chance.random() < 0.5:
                self._do("redo")

    def _interrupted(self) -> None:
        """A half-typed notice, left for a search and a call, taken up again."""
        if self._draft():
            return
        name, year = self._begin()
        self._search()
        self._do("leave")
        self._finish(name, year)

    def _begin(self) -> tuple[str, int]:
        name, year = self._somebody()
        self._do("begin_notice", name=name[: len(name) // 2].strip())
        return name, year

    def _finish(self, name: str, year: int) -> None:
        self._do("finish_notice", name=name, year=year, description=self._words("tęsta"), order=False)

    def _idle_while_typing(self) -> None:
        self._lock_while_typing(by_key=False)

    def _lock_while_typing(self, *, by_key: bool = True) -> None:
        """F12 or an empty chair while a notice is half typed; the other works meanwhile."""
        if self._draft():
            return
        who, (name, year) = self.model.who, self._begin()
        self._do("hide" if by_key else "idle", after=7 - 5 * by_key)
        self._do("sit_down", who=next(one for one in self.workers if one != who))
        self._help()
        self._change_places()
        self._finish(name, year)

    def _crash_while_typing(self) -> None:
        if self._draft():
            return
        who, (name, year) = self.model.who, self._begin()
        self._do("crash")
        self._do("sit_down", who=who)
        self._finish(name, year)

    def _crash_between(self) -> None:
        who = self.model.who
        self._enter()
        self._do("crash")
        self._do("sit_down", who=who)

    def _call_interrupted(self) -> None:
        """A note on a call half typed when the door bell rings: locked, and taken up again."""
        label = self._pick(self._labels(waiting=True))
        if label is None or self._draft():
            return
        note, who = self._words("pusiau"), self.model.who
        self._do("begin_attempt", label=label, note=note)
        self._do(self.chance.choice(("leave", "hide", "hide", "crash")))
        if not self.model.who:
            self._do("sit_down", who=who)
        self._do("finish_attempt", label=label, note=f"{note} iki galo", outcome="no_answer")

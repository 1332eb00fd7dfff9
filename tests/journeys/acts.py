"""What a worker may do in the course of a day, as data, and what each act must leave in the vault.

An act is a name and a few plain values. `tell` says to the model what it means; the hands of `player` do the same
before the window, and know nothing of the model but what they are told.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from tests.journeys.plain_model import Key, Model, Row

IDLE = 6
"""Minutes after which an empty desk is locked, and one more."""
MAKES_NO_CHANGE = ("sit_down", "hide", "idle", "crash", "begin_notice", "begin_attempt", "leave", "search", "evening")


@dataclass(frozen=True)
class Act:
    """One thing done at the window, at this hour of the centre."""

    at: datetime
    what: str
    told: dict[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return f"{self.at:%a %d %H:%M} {self.what} {self.told or ''}"


def tell(model: Model, act: Act) -> None:
    """Let the model know what was done."""
    model.now = act.at
    getattr(Meaning(model), act.what)(**act.told)


@dataclass
class Meaning:
    """What each act leaves."""

    model: Model

    def sit_down(self, who: str) -> None:
        self.model.who = who

    def hide(self) -> None:
        self.model.who = ""
        self.model.taken_back.clear()

    idle = crash = hide

    def evening(self) -> None:
        """The vault is asked; then she locks."""
        self.hide()

    def leave(self) -> None:
        """Nothing: what is half typed stays as it is."""

    def search(self, words: str, label: str) -> None:
        """Nothing."""

    def enter(self, name: str, year: int, description: str, order: bool, person: int = 0) -> None:
        self._notice(self.model.now, name, year, description, order, person)

    def begin_notice(self, name: str) -> None:
        self.model.keep_draft("notice", "", name)

    def finish_notice(self, name: str, year: int, description: str, order: bool) -> None:
        self._notice(self.model.drop_draft("notice", ""), name, year, description, order, 0)

    def _notice(self, at: datetime, name: str, year: int, description: str, order: bool, person: int) -> None:
        model, label = self.model, self.model.next_label()
        rows: dict[Key, Row | None] = {}
        if not person:
            model.count += 1
            person = model.count
            rows["person", person] = {"name": name, "year": year, "allowed": "unknown", "begins": "", "ends": ""}
        rows["notice", label] = {
            "person": person, "received": at, "description": description, "outcome": "pending",
            "order": "holds" if order else "",
        }  # fmt: skip
        model.change(rows, {label, person})

    def begin_attempt(self, label: str, note: str) -> None:
        self.model.keep_draft("attempt", label, note)

    def finish_attempt(self, label: str, note: str, outcome: str) -> None:
        self._attempt(label, self.model.drop_draft("attempt", label), outcome, note, "")

    def attempt(self, label: str, outcome: str, note: str, helped: str, through_calls: bool) -> None:
        self._attempt(label, self.model.now, outcome, note, helped)

    def _attempt(self, label: str, at: datetime, outcome: str, note: str, helped: str) -> None:
        model = self.model
        model.count += 1
        kept = {"notice": label, "at": at, "outcome": outcome, "note": note, "by": model.who}
        rows: dict[Key, Row | None] = {("attempt", model.count): kept}
        if helped:
            rows["notice", label] = model.rows["notice", label] | {"outcome": helped}
        person = self._person(label)
        if outcome == "wrong_number" and model.rows["person", person]["allowed"] == "yes":
            rows["person", person] = model.rows["person", person] | {"allowed": "unknown"}
        model.change(rows, {label, person})

    def amend_attempt(self, number: int, label: str, old: str, note: str) -> None:
        self.model.amend("attempt", number, {label, self._person(label)}, note=note)

    def safe(self, label: str, begins: str, ends: str) -> None:
        person = self._person(label)
        self.model.amend("person", person, {label, person}, allowed="yes", begins=begins, ends=ends)

    def help(self, label: str, kind: str, minutes: int, note: str, others: tuple[str, ...]) -> None:
        model = self.model
        helped = (self._person(label), *(self._person(other) for other in others))
        kept = {"notice": label, "day": model.now.date(), "kind": kind, "minutes": minutes, "note": note,
                "by": model.who, "persons": helped}  # fmt: skip
        model.new("help", {label, *helped}, **kept)

    def amend_help(self, number: int, label: str, note: str, minutes: int) -> None:
        helped = self.model.rows["help", number]["persons"]
        self.model.amend("help", number, {label, *helped}, minutes=minutes)

    def amend_notice(self, label: str, description: str) -> None:
        self.model.amend("notice", label, {label, self._person(label)}, description=description)

    def outcome(self, label: str, outcome: str) -> None:
        self.model.amend("notice", label, {label, self._person(label)}, outcome=outcome)

    def lift_order(self, label: str) -> None:
        self.model.amend("notice", label, {label, self._person(label)}, order=self.model.now.date().isoformat())

    def consent(self, label: str) -> None:
        person = self._person(label)
        self.model.new("consent", {label, person}, person=person, withdrawn="")

    def withdraw(self, number: int, label: str) -> None:
        about = {label, self._person(label)}
        self.model.amend("consent", number, about, withdrawn=self.model.now.date().isoformat())

    def plan(self, label: str, measure: str) -> None:
        self.model.new("plan", {label, self._person(label)}, label=label, what=measure, done="")

    def plan_done(self, number: int, label: str, measure: str) -> None:
        about = {label, self._person(label)}
        self.model.amend("plan", number, about, done=self.model.now.date().isoformat())

    def hand_over(self, label: str, text: str) -> None:
        model = self.model
        model.new("note", {text, label} - {""}, text=text, by=model.who, read_by="", label=label, on=model.now.date())

    def read_note(self, number: int, text: str) -> None:
        self.model.amend("note", number, {text}, read_by=self.model.who)

    def close_day(self, day: date) -> None:
        self.model.change({("closed", day.isoformat()): {}}, {day})

    def issue(self, month: str) -> None:
        received = [row["received"] for row in self.model.of("notice").values()]
        count = sum(f"{at:%Y-%m}" == month for at in received)
        self.model.change({("issued", month): {"received": count}}, {month})

    def undo(self) -> None:
        self.model.undo()

    def redo(self) -> None:
        self.model.redo()

    def _person(self, label: str) -> int:
        return int(self.model.rows["notice", label]["person"])


def working_days(first: date, count: int) -> list[date]:
    """So many days from Monday to Friday, from this one on."""
    days = [first]
    while len(days) < count:
        days.append(days[-1] + timedelta(days=3 if days[-1].weekday() == 4 else 1))
    return days

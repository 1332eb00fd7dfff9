"""Minutes as text of their own: drafted from agenda and decisions, edited, and frozen when they are agreed. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from datetime import date, time
from typing import Any

from desktop.meetings.agenda import Agenda, Told


@dataclass(frozen=True)
class Present:
    """One person asked to the meeting."""

    institution: str
    name: str
    role: str
    member: str
    """A code of `MEMBERS`."""
    presence: str
    """A code of `PRESENCE`."""
    sent_information: bool
    confidential: bool
    signs: bool


@dataclass(frozen=True)
class Agreed:
    """A commitment made at the meeting."""

    what: str
    institution: str
    due_on: date


@dataclass(frozen=True)
class MinutesItem:
    """One item: what was heard, what was concluded, what was promised."""

    part: str
    title: str
    """Other words than the usual ones."""
    heard: str
    conclusions: tuple[str, ...] = ()
    commitments: tuple[Agreed, ...] = ()


@dataclass(frozen=True)
class Minutes:
    """The minutes of one meeting."""

    number: str
    kind: str
    kind_code: str
    topic: str
    on_day: date
    begins: time
    ends: time | None
    place: str
    chair: str
    minute_taker: str
    present: tuple[Present, ...]
    items: tuple[MinutesItem, ...]
    next_on: date | None = None
    institution: str = ""
    """Our own centre's name."""
    loose: tuple[Agreed, ...] = ()
    """Promised at a meeting without any item."""

    @property
    def commitments(self) -> tuple[Agreed, ...]:
        """All that was promised, in the order of the agenda."""
        return *(each for item in self.items for each in item.commitments), *self.loose

    @property
    def signatories(self) -> tuple[Present, ...]:
        """Those who will sign; nobody else is named as a signatory."""
        return tuple(each for each in self.present if each.signs)


@dataclass(frozen=True)
class Difference:
    """What was changed since the program drafted the minutes."""

    item: int
    """Which item, from 0."""
    field: str
    """heard, conclusions or commitments."""


def differences(drafted: Minutes, now: Minutes) -> tuple[Difference, ...]:
    """Where the minutes differ from their draft; an item that was not drafted differs wherever it says something."""
    found = []
    for place, item in enumerate(now.items):
        was = drafted.items[place] if place < len(drafted.items) else MinutesItem(item.part, item.title, "")
        names = ("heard", "conclusions", "commitments")
        found += [Difference(place, name) for name in names if getattr(was, name) != getattr(item, name)]
    return tuple(found)


def to_text(minutes: Minutes) -> str:
    """As they are kept; the same minutes always give the same text."""
    return json.dumps(asdict(minutes), sort_keys=True, ensure_ascii=False, default=str)


def from_text(text: str) -> Minutes:
    """Read them back."""
    told: dict[str, Any] = json.loads(text)
    told["on_day"], told["begins"] = date.fromisoformat(told["on_day"]), time.fromisoformat(told["begins"])
    told["ends"] = time.fromisoformat(told["ends"]) if told["ends"] else None
    told["next_on"] = date.fromisoformat(told["next_on"]) if told["next_on"] else None
    told["present"] = tuple(Present(**each) for each in told["present"])
    told["items"] = tuple(_item(each) for each in told["items"])
    told["loose"] = _agreed(told.get("loose", ()))
    return Minutes(**{each.name: told[each.name] for each in fields(Minutes)})


def _item(told: dict[str, Any]) -> MinutesItem:
    commitments = _agreed(told["commitments"])
    return MinutesItem(told["part"], told["title"], told["heard"], tuple(told["conclusions"]), commitments)


def _agreed(told: Iterable[dict[str, Any]]) -> tuple[Agreed, ...]:
    return tuple(Agreed(each["what"], each["institution"], date.fromisoformat(each["due_on"])) for each in told)


def drafted_heard(agenda: Agenda, place: int) -> str:
    """What the program proposes for an item of which nobody wrote anything: what was told of it on the agenda."""
    part = agenda.parts[place]
    told = [f"{', '.join(line.institutions)}: {line.what}" for line in part.lines if isinstance(line, Told)]
    return "\n".join(filter(None, (part.text, *told)))

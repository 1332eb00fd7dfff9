"""Why nobody calls now, and what can be done instead: what the stop says, without how it looks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from desktop.language import N_, chosen
from desktop.records.contact_log import IN_PERSON
from desktop.records.contact_way import address_of
from desktop.records.person import MayCall, Person

STOPS = (MayCall.UNKNOWN, MayCall.NO, MayCall.NOT_NOW)
"""Answers of the rule at which nobody calls."""


@dataclass(frozen=True)
class Sentence:
    """An English msgid with its values."""

    msgid: str
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Stop:
    """Everything that the stop says."""

    tone: str
    """red or amber."""
    head: Sentence
    why: Sentence
    instead: tuple[Sentence, ...]
    """What can be done."""
    go_on: str
    """What the plain button says."""
    asks_reason: bool = True


_DANGER = Sentence(N_("A call can bring danger if somebody else holds the telephone."))
_OTHERS = (
    Sentence(N_("Arrange it through a social worker or the school.")),
    Sentence(N_("Wait until she comes herself.")),
)


def stop_for(
    person: Person, now: datetime, confirm_days: int, *, channel: str, officer: str, way: str, has_asked: bool
) -> Stop | None:
    """The stop before this person now; None where one may go on. `channel`: one that was chosen on purpose."""
    answer = person.may_call(now, confirm_days)
    if answer in STOPS:
        return _not_allowed(person, answer, now, officer)
    if channel not in ("", IN_PERSON, person.safe_channel) and person.safe_channel:
        return _other_way(way)
    return _ask_first(person, now) if answer is MayCall.ASK_FIRST and not has_asked else None


def _not_allowed(person: Person, answer: MayCall, now: datetime, officer: str) -> Stop:
    ask = Sentence(N_("Ask the officer how she can be reached safely."))
    if officer:
        ask = Sentence(N_("Ask the officer how she can be reached safely: {who}"), {"who": officer})
    go_on = N_("Show the number all the same…") if address_of(person) else N_("Go on all the same…")
    if answer is MayCall.NOT_NOW:
        opens = person.next_allowed(now)
        when = chosen().near(opens, now) if opens else "\u2013"
        head = Sentence(N_("Not now. Next time: {when}"), {"when": when})
        wait = Sentence(N_("Call at the agreed time: the list brings her up by itself."))
        return Stop("amber", head, _DANGER, (wait, ask, *_OTHERS[:1]), go_on)
    if answer is MayCall.NO:
        return Stop("red", Sentence(N_("Do not call: she asked not to be contacted.")), _DANGER, _OTHERS, go_on)
    head = Sentence(N_("Do not call: it is not known when it is safe."))
    return Stop("red", head, _DANGER, (ask, *_OTHERS), go_on)


def _other_way(way: str) -> Stop:
    head = Sentence(N_("Not in this way. Agreed: {way}"), {"way": way})
    why = Sentence(N_("She may be reached in the agreed way alone. Any other can be seen or heard by somebody else."))
    instead = (
        Sentence(N_("Take the agreed way: Understood brings it back.")),
        Sentence(N_("If she has agreed to another way since, record it first.")),
    )
    return Stop("amber", head, why, instead, N_("Go on all the same…"))


def _ask_first(person: Person, now: datetime) -> Stop:
    head = Sentence(N_("Ask first: nobody has confirmed this way yet."))
    if person.safe_confirmed_on is not None:
        days = chosen().number((now.date() - person.safe_confirmed_on).days)
        head = Sentence(N_("Ask first. Days since it was confirmed: {n}"), {"n": days})
    why = Sentence(N_("What was safe then may not be safe any more."))
    instead = (
        Sentence(N_("Begin by asking whether she can speak now and whether this way is still safe.")),
        Sentence(N_("Then record her answer: it holds anew from today.")),
    )
    return Stop("amber", head, why, instead, N_("Ask, and go on"), asks_reason=False)

"""When an agreed way holds no more, and which one holds for two records of one person that are joined or parted.

Pure. An agreed way holds for the number with which it was agreed. Of two records the stricter way holds, and it is
asked about anew: no contact is stricter than none known, and none known than an agreed way; of two agreed ways only
what both allow is left, and where that is nothing, no safe way is known.
"""

from __future__ import annotations

from datetime import time

from desktop.records.contact_way import address_of
from desktop.records.entry_values import Values
from desktop.records.person import Person
from desktop.records.vocabulary import WEEKDAYS

_STRICTEST = ("no", "unknown", "yes")
COLUMNS = (
    "safe_allowed", "safe_channel", "safe_number", "safe_days", "safe_from", "safe_to", "safe_voicemail", "safe_who",
    "safe_say", "safe_confirmed_on", "safe_confirmed_by",
)  # fmt: skip
NOT_KNOWN: Values = {"safe_allowed": "unknown", "safe_confirmed_on": None, "safe_confirmed_by": ""}
"""The agreed way is not known to be safe any more, until it is agreed anew; how it was agreed stays readable."""


def corrected(person: Person, values: Values) -> Values:
    """A correction of what is known of her; where it puts another number into the agreed way, that way ends."""
    ends = person.safe_allowed == "yes" and address_of(person) != address_of(_with(person, values))
    return {**values, **NOT_KNOWN} if ends else values


def parted_contact(person: Person, learnt: str) -> Values:
    """The columns for each of two who are parted, where something was learnt while they were one: the stricter."""
    return _asked_anew({"safe_allowed": min(person.safe_allowed, learnt, key=_STRICTEST.index)})


def _with(person: Person, values: Values) -> Person:
    """By whose number or address she would be reached then."""
    own = {name: values.get(name, getattr(person, name)) for name in ("phone", "email")}
    return Person(safe_channel=person.safe_channel, safe_number=person.safe_number, **own)


def joined_contact(kept: Person, other: Person) -> Values:
    """The columns of the safe contact for both as one; what was agreed before stays readable in them."""
    one, two = sorted((kept, other), key=lambda person: _STRICTEST.index(person.safe_allowed))
    if two.safe_allowed == "yes" == one.safe_allowed:
        return _asked_anew(_both(kept, other))
    told = two if one.safe_allowed == "unknown" and two.safe_allowed == "yes" else one
    return _asked_anew({**_as_agreed(told), "safe_allowed": one.safe_allowed})


def _asked_anew(values: Values) -> Values:
    return {**values, "safe_confirmed_on": None, "safe_confirmed_by": ""}


def _as_agreed(person: Person) -> Values:
    """What was agreed with her, its number said even where it was her own: the joined one may have another."""
    values = {name: getattr(person, name) for name in COLUMNS}
    return {**values, "safe_number": address_of(person) if person.safe_allowed == "yes" else person.safe_number}


def _both(kept: Person, other: Person) -> Values:
    """Only what both agreed ways allow."""
    values, theirs = _as_agreed(kept), _as_agreed(other)
    days = tuple(day for day in WEEKDAYS if day in kept.safe_days and day in other.safe_days)
    hours = _hours((kept.safe_from, kept.safe_to), (other.safe_from, other.safe_to))
    same_way = all(values[name] == theirs[name] for name in ("safe_channel", "safe_number"))
    if not (same_way and days and hours):
        return {**values, "safe_allowed": "unknown"}
    return {
        **values,
        "safe_days": days,
        "safe_from": hours[0],
        "safe_to": hours[1],
        "safe_voicemail": kept.safe_voicemail and other.safe_voicemail,
        "safe_who": kept.safe_who if kept.safe_who == other.safe_who else "",
        "safe_say": kept.safe_say or other.safe_say,
    }


def _hours(one: tuple[time | None, time | None], other: tuple[time | None, time | None]) -> tuple[time, time] | None:
    """The hours that lie in both windows; of windows past midnight only those that are the same."""
    (begins, ends), (first, last) = one, other
    if begins is None or ends is None or first is None or last is None:
        return None
    if one == other:
        return begins, ends
    if begins > ends or first > last or max(begins, first) >= min(ends, last):
        return None
    return max(begins, first), min(ends, last)

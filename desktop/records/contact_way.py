"""What the agreed way of contact says of one person at one moment, told without her number.

Pure. A list may know this much and no more: whether, how and until when she may be reached. Which number or address
that is stands on her card alone, and only while the rule allows it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time

from desktop.records.person import MayCall, Person
from desktop.vault.record import Codes

TELEPHONE, TEXT, EMAIL = "telephone", "text", "email"
"""Channels that have a number or an address of their own."""


@dataclass(frozen=True, kw_only=True)
class Way:
    """What the rule answers, and what was agreed."""

    may: MayCall
    until: datetime | None = None
    """How long she may be called; None where she may not now."""
    next_at: datetime | None = None
    """When the agreed hours begin next; now while they run; None where none are agreed."""
    days: Codes = ()
    """The agreed days; none where nothing is agreed."""
    begins: time | None = None
    ends: time | None = None
    channel: str = ""
    """The agreed way, a code of `contact_channel`."""
    voicemail: bool = False

    @property
    def is_by_telephone(self) -> bool:
        """Whether she may be called; else she is reached in the agreed way alone."""
        return self.channel in ("", TELEPHONE)


def way_of(person: Person | None, now: datetime, confirm_days: int) -> Way:
    """The way to somebody at this desk time; to somebody who is not known there is none."""
    if person is None:
        return Way(may=MayCall.UNKNOWN)
    may = person.may_call(now, confirm_days)
    until, next_at = (person.allowed_until(now) if may is MayCall.YES else None), person.next_allowed(now)
    if person.safe_allowed != "yes":
        return Way(may=may, until=until, next_at=next_at, voicemail=person.safe_voicemail)
    return Way(
        may=may, until=until, next_at=next_at, days=person.safe_days, begins=person.safe_from, ends=person.safe_to,
        channel=person.safe_channel, voicemail=person.safe_voicemail,
    )  # fmt: skip


def address_of(person: Person) -> str:
    """The number or address for the agreed way; never her telephone where another way was agreed."""
    if person.safe_number or person.safe_channel in ("", TELEPHONE, TEXT):
        return person.safe_number or person.phone
    return person.email if person.safe_channel == EMAIL else ""

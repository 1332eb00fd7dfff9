"""What is typed of a notice before it is kept: frozen drafts, what is wrong with them, and what looks odd in them.

A problem keeps the notice from being saved, a warning never does. Both name their field; a field of a person or an
order inside the notice is written `mentions.0.name`, `measures.1.until_at`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from uuid import UUID

from desktop.language import N_
from desktop.problems import Problem
from desktop.records.typed_check import (
    LONG,
    NAME,
    SHORT,
    checked_birth_year,
    checked_choices,
    checked_days,
    checked_lengths,
)
from desktop.records.typed_text import clean_line, has_personal_code
from desktop.records.vocabulary import ENDED, ORIGINS, ROLES, SEXES, TERNARY
from desktop.vault.record import Codes


@dataclass(frozen=True)
class MentionDraft:
    """A person as the notice names her."""

    name: str = ""
    role: str = "experienced"
    birth_year: int | None = None
    sex: str = "unknown"
    phone: str = ""
    """In any shape; kept in international form where it can be understood."""
    municipality: str = ""
    """Residence; empty: not given."""
    kinds: Codes = ()
    relation: str = ""
    relation_ended: str = "unknown"
    person_id: UUID | None = None
    """Set when she was recognised as someone known; otherwise a new person is made."""

    @property
    def says_something(self) -> bool:
        """Whether anything at all is known of this person; an empty row of a form is not kept."""
        known = (self.birth_year, self.kinds, self.relation, self.person_id)
        typed = (self.name, self.phone, self.municipality)
        return self.sex != "unknown" or any(known) or any(clean_line(text) for text in typed)

    def problems(self, now: datetime) -> Iterator[Problem]:
        """What is wrong with it, each with its field."""
        yield from checked_lengths(self, {"name": NAME, "phone": SHORT, "municipality": SHORT})
        yield from checked_choices(self, {"role": ROLES, "sex": SEXES, "relation_ended": ENDED})
        yield from checked_birth_year(self.birth_year, now)


@dataclass(frozen=True)
class MeasureDraft:
    """A protection order or an urgent measure."""

    kind: str
    granted_at: datetime
    granted_by: str = ""
    until_at: datetime | None = None
    """None: counted from the length of its kind."""
    obligations: Codes = ()
    prolonged_until: datetime | None = None
    ended_on: date | None = None
    """The day on which it was lifted before its time."""

    def problems(self, now: datetime) -> Iterator[Problem]:
        """What is wrong with it, each with its field."""
        if not self.kind:
            yield Problem(N_("Fill in this field."), field="kind")
        yield from checked_lengths(self, {"granted_by": SHORT})
        yield from checked_days(self, ("granted_at", "until_at", "prolonged_until"))
        for name in ("until_at", "prolonged_until"):
            if (ends := getattr(self, name)) is not None and ends <= self.granted_at:
                yield Problem(N_("It ends before it begins. Check both times."), field=name)


@dataclass(frozen=True)
class ReferralDraft:
    """A notice as typed."""

    received_at: datetime | None = None
    sender_id: UUID | None = None
    unit_id: UUID | None = None
    channel: str = ""
    officer: str = ""
    reference: str = ""
    mentions: tuple[MentionDraft, ...] = ()
    incident_on: date | None = None
    incident_time: time | None = None
    incident_place: str = ""
    incident_municipality: str = ""
    children_saw: str = "unknown"
    measures: tuple[MeasureDraft, ...] = ()
    risk_instrument: str = ""
    risk_level: str = ""
    risk_on: date | None = None
    risk_by: str = ""
    description: str = ""
    month: str = ""
    """The month in which it counts, as `2026-10`; empty: that of receipt. Of a notice that had never arrived alone."""
    origin: str = field(default="log")
    worker_id: UUID | None = None

    def check(self, now: datetime) -> tuple[Problem, ...]:
        """Everything that keeps the notice from being saved at this desk time; empty when it can be."""
        return tuple(self._problems(now))

    def _problems(self, now: datetime) -> Iterator[Problem]:
        if self.received_at is None:
            yield Problem(N_("Fill in this field."), field="received_at")
        elif (self.received_at.date() - now.date()).days > _FARTHEST_DAYS:
            yield Problem(N_("This date has not come yet."), field="received_at")
        if self.sender_id is None:
            yield Problem(N_("Fill in this field."), field="sender_id")
        if not self._names_somebody_or_a_place():
            sentence = N_("Needed at least: date received, sender, and a name or a place.")
            yield Problem(sentence, field="mentions.0.name")
        if self.incident_time is not None and self.incident_on is None:
            yield Problem(N_("Fill in this field."), field="incident_on")
        yield from checked_days(self, ("received_at", "incident_on", "risk_on"))
        yield from checked_lengths(self, dict.fromkeys(_LINES, SHORT) | {"description": LONG})
        yield from checked_choices(self, {"children_saw": TERNARY, "origin": ORIGINS})
        parts = {f"mentions.{place}": mention.problems(now) for place, mention in enumerate(self.mentions)}
        parts |= {f"measures.{place}": measure.problems(now) for place, measure in enumerate(self.measures)}
        for place, problems in parts.items():
            for problem in problems:
                yield Problem(problem.sentence, field=f"{place}.{problem.field}", **problem.values)

    def _incident(self, day: date) -> datetime:
        """The earliest moment at which it can have happened."""
        return datetime.combine(day, self.incident_time or time())

    def _names_somebody_or_a_place(self) -> bool:
        places = (self.incident_place, self.incident_municipality)
        people = (text for mention in self.mentions for text in (mention.name, mention.municipality))
        known = any(mention.person_id for mention in self.mentions)
        return known or any(clean_line(text) for text in (*places, *people))

    def warnings(self, now: datetime) -> tuple[Problem, ...]:
        """What looks odd, and is saved all the same when the person says so."""
        return tuple(self._warnings(now))

    def _warnings(self, now: datetime) -> Iterator[Problem]:
        received = self.received_at
        if received is not None and received > now:
            yield Problem(N_("This date has not come yet."), field="received_at")
        if received is not None and self.incident_on is not None and self._incident(self.incident_on) > received:
            late = "incident_on" if self.incident_on > received.date() else "incident_time"
            yield Problem(N_("The incident is later than the notice. Check both dates."), field=late)
        texts = {name: getattr(self, name) for name in (*_LINES, "description")}
        texts |= {f"mentions.{place}.name": mention.name for place, mention in enumerate(self.mentions)}
        for name, text in texts.items():
            if has_personal_code(text):
                yield Problem(N_("This looks like a personal code. Do not write it here."), field=name)


_LINES = ("channel", "officer", "reference", "incident_place", "incident_municipality", "risk_instrument", "risk_level",
          "risk_by")  # fmt: skip
_FARTHEST_DAYS = 366
"""A receipt farther ahead than this is a slip of the year; nearer ones are only warned about (a clock set back)."""

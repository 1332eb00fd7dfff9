"""What each column holds of what was typed: cleaned texts, understood telephone numbers, computed dates.

Pure: drafts and the centre's rules in, plain columns out; knows neither session nor identifiers.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Any

from desktop.periods import Month
from desktop.records.centre_rules import CentreRules
from desktop.records.contact_draft import AttemptDraft, OutcomeDraft, PersonDraft, SafeContactDraft
from desktop.records.municipality import stored_place
from desktop.records.referral_draft import MeasureDraft, MentionDraft, ReferralDraft
from desktop.records.repeats import age_group
from desktop.records.telephone import understood
from desktop.records.typed_text import clean, clean_line
from desktop.vault.search import sort_key
from desktop.vault.vault import Worker

Values = dict[str, Any]
"""The columns of one row by name."""

COUNTED_IN_HOURS = 72
"""Lengths up to this are hours that pass; longer ones are days."""
NO_SAFE_CONTACT: Values = {
    "safe_allowed": "unknown", "safe_channel": "", "safe_number": "", "safe_days": (), "safe_from": None,
    "safe_to": None, "safe_voicemail": False, "safe_who": "", "safe_say": "", "safe_confirmed_on": None,
    "safe_confirmed_by": "",
}  # fmt: skip
"""A person of whom nobody knows a safe way."""


def referral_values(draft: ReferralDraft, rules: CentreRules) -> Values:
    """The notice itself, without number, person and what became of it; it must have been checked."""
    received = draft.received_at
    assert received is not None
    lines = ("channel", "officer", "reference", "incident_place", "risk_instrument", "risk_level", "risk_by")
    same = ("sender_id", "unit_id", "incident_on", "incident_time", "children_saw", "risk_on", "origin", "worker_id")
    return {
        "year": received.year,
        "received_at": received.replace(microsecond=0),
        "month": draft.month or Month.of(received).key,
        "due_at": rules.calendar.deadline(received, rules.first_contact_days),
        "description": clean(draft.description),
        **{name: clean_line(getattr(draft, name)) for name in lines},
        "incident_municipality": _place(draft.incident_municipality, rules),
        **{name: getattr(draft, name) for name in same},
    }


def _place(typed: str, rules: CentreRules) -> str:
    return stored_place(clean_line(typed), rules.country, rules.locale)


def mention_values(mention: MentionDraft, place: int, received: date, rules: CentreRules) -> Values:
    """A person as the notice names her."""
    return {
        "place": place,
        "role": mention.role,
        "name": clean_line(mention.name),
        "birth_year": mention.birth_year,
        "sex": mention.sex,
        "phone": understood(mention.phone, rules.country),
        "municipality": _place(mention.municipality, rules),
        "kinds": mention.kinds,
        "relation": mention.relation,
        "relation_ended": mention.relation_ended,
        "age_group": age_group(mention.birth_year, received),
    }


def person_values(said: MentionDraft | PersonDraft, rules: CentreRules) -> Values:
    """What is said of a person: by a notice, or on her own sheet."""
    name = clean_line(said.name)
    return {
        "name": name,
        "name_sort": sort_key(name, rules.locale),
        "birth_year": said.birth_year,
        "sex": said.sex,
        "phone": understood(said.phone, rules.country),
        "municipality": _place(said.municipality, rules),
    }


def own_values(draft: PersonDraft) -> Values:
    """What only her own sheet says of a person."""
    lines = {name: clean_line(getattr(draft, name)) for name in ("email", "address")}
    return {**lines, "note": clean(draft.note)}


def measure_end(granted: datetime, hours: int, zone: tzinfo | None) -> datetime:
    """When an order or measure of that length ends, both by the clock on the centre's wall.

    A short length is one that the law gives in hours (an urgent measure: 48 hours from service): they are hours that
    pass, so in the night in which the clock is turned the end shows another time of day. A longer one is given in days
    and ends at the same time of day.
    """
    if hours > COUNTED_IN_HOURS:
        return granted + timedelta(hours=hours)
    moment = granted.replace(tzinfo=zone) if zone else granted.astimezone()
    return (moment.astimezone(UTC) + timedelta(hours=hours)).astimezone(zone).replace(tzinfo=None)


def measure_values(measure: MeasureDraft, rules: CentreRules) -> Values:
    """An order or measure; where no end was typed, it is counted from the length of its kind."""
    hours = rules.measure_hours.get(measure.kind, 0)
    ends = measure_end(measure.granted_at, hours, rules.zone) if hours else None
    return {
        "kind": measure.kind,
        "granted_at": measure.granted_at,
        "granted_by": clean_line(measure.granted_by),
        "until_at": measure.until_at or ends,
        "obligations": measure.obligations,
        "prolonged_until": measure.prolonged_until,
        "ended_on": measure.ended_on,
    }


def attempt_values(attempt: AttemptDraft, by: Worker) -> Values:
    """A contact attempt, but for the person."""
    return {
        "at": attempt.at,
        "channel": attempt.channel,
        "outcome": attempt.outcome,
        "note": clean(attempt.note),
        "again_at": attempt.again_at,
        "outside_reason": clean_line(attempt.outside_reason),
        "worker_id": by.id,
        "worker_name": by.name,
    }


def outcome_values(draft: OutcomeDraft | None, on: date) -> Values:
    """What became of a notice; pending, as of no day, while nothing did."""
    is_open = draft is None or draft.outcome == "pending"
    return {
        "outcome": "pending" if draft is None else draft.outcome,
        "outcome_reason": "" if draft is None or is_open else clean_line(draft.reason),
        "outcome_on": None if draft is None or is_open else draft.on or on,
        "other_centre_id": None if draft is None or is_open else draft.other_centre_id,
    }


def safe_contact_values(draft: SafeContactDraft, rules: CentreRules, by: Worker, today: date) -> Values:
    """The agreed way; what does not belong to an unknown one is kept all the same, as the person typed it."""
    known = draft.allowed != "unknown"
    return {
        "safe_allowed": draft.allowed,
        "safe_channel": draft.channel,
        "safe_number": understood(draft.number, rules.country),
        "safe_days": draft.days,
        "safe_from": draft.begins,
        "safe_to": draft.ends,
        "safe_voicemail": draft.voicemail,
        "safe_who": clean_line(draft.who),
        "safe_say": clean_line(draft.say),
        "safe_confirmed_on": (draft.confirmed_on or today) if known else None,
        "safe_confirmed_by": by.name if known else "",
    }


def referral_words(referral: Values, mentions: Iterable[Values]) -> str:
    """The words by which a notice is found: numbers, names, telephones, places."""
    own = (f"{referral['year']}/{referral['number']}", referral["reference"], referral["person_name"])
    places = (referral["municipality"], referral["incident_place"], referral["incident_municipality"])
    named = (f"{m['name']} {m['phone']} {m['municipality']}" for m in mentions)
    return " ".join([*own, *places, *named])


def person_words(person: Values) -> str:
    """The words by which a person is found."""
    return " ".join([person["code"], person["name"], person["phone"], person["municipality"]])


def sort_of(received: datetime) -> str:
    """The time of receipt as text that sorts."""
    return received.isoformat(" ", "seconds")

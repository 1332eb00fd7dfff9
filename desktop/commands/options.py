"""Which option of the command line a field of a draft was typed into, so that a problem names what can be mended."""

from __future__ import annotations

OPTIONS = {
    "sender_id": "--sender",
    "unit_id": "--unit",
    "received_at": "--received",
    "incident_on": "--incident",
    "incident_time": "--incident",
    "incident_place": "--place",
    "granted_at": "--order-granted",
    "until_at": "--order-until",
    "recipient_id": "--to",
    "onward_id": "--to",
    "other_centre_id": "--to",
    "consent_id": "--to",
    "persons": "--with",
    "worker_role": "--profession",
    "given_on": "--on",
    "withdrawn_on": "--on",
    "done_on": "--on",
    "effect_on": "--on",
    "active_from": "--from",
    "active_until": "--on",
    "name_sr_Latn": "--name-sr-latn",
    "name_sr_Cyrl": "--name-sr-cyrl",
    "due_on": "--due",
    "implementer_id": "--by",
    "told_to": "--told",
    "again_at": "--again",
    "first_contact_source": "--first-contact-source",
    "day": "DATE",
    "why": "TEXT",
    "what": "TEXT",
    "fact": "TEXT",
    "text": "TEXT",
    "solved_on": "--on",
    "impossible_on": "--on",
    "effect": "TEXT",
    "words": "TEXT",
    "until_day": "--until",
    "organiser_id": "--by",
    "parts": "--participants",
    "members": "--member",
    "in_force_from": "--from",
    "meaning": "--changes",
    "topic": "TOPIC",
    "act": "ACT",
    "certificate": "FILE",
    "file": "FILE",
    "prolonged_hours": "--prolonged",
    "day_begins": "--hours",
    "day_ends": "--hours",
    "work_days": "--days",
    "of_id": "",
    "other_id": "",
    "person_id": "",
    "kinds": "--kind",
    "on_day": "--on",
    "on": "--on",
    "parent_id": "--part-of",
    "short_name": "--short",
    "job_title": "--title",
    "begins": "--hours",
    "ends": "--hours",
    "first": "--sheet",
    "second": "--sheet",
    "name": "NAME",
    "folder": "FOLDER",
    "passphrase": "",
    "new": "",
}
"""Fields whose option is called otherwise; empty: the sentence says enough by itself."""


def option_of(field: str) -> str:
    """The option, or the argument, that belongs to a field such as `mentions.0.birth_year`."""
    if field.startswith("-"):
        return field
    record, _, last = field.rpartition(".")
    if record.startswith("mentions") and last == "name":
        return "--person"
    return OPTIONS.get(last, "--" + last.replace("_", "-"))

"""Which option of the command line a field of a draft was typed into, so that a problem names what can be mended."""

from __future__ import annotations

OPTIONS = {
    "sender_id": "--sender",
    "unit_id": "--unit",
    "received_at": "--received",
    "incident_on": "--incident",
    "incident_place": "--place",
    "granted_at": "--order-granted",
    "until_at": "--order-granted",
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

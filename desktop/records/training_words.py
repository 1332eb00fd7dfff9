"""What the fields of trainings, working groups and changes of law are called, for the history."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.language import N_
from desktop.records.training import PART_ROLES, TRAINING_KINDS

RECORDS = {
    "training": N_("Training or event"),
    "training_part": N_("Part in a training or event"),
    "working_group": N_("Working group"),
    "working_group_member": N_("Member of a working group"),
    "law_change": N_("Change of law"),
}
KIND = (N_("Trainings, groups, changes of law"), tuple(RECORDS))
"""By what the history may be narrowed."""
FIELDS: dict[str, dict[str, str]] = {
    "training": {
        "kind": N_("Kind"), "topic": N_("Topic"), "on_day": N_("Day"), "until_day": N_("Until"),
        "minutes": N_("Minutes"), "organiser_id": N_("Organiser"), "place": N_("Place"),
        "publicity": N_("Publicity"), "note": N_("Note"),
    },
    "training_part": {
        "agency_id": N_("Institution"), "role": N_("Role"), "persons": N_("Persons"), "names": N_("Names"),
    },
    "working_group": {
        "name": N_("Name"), "purpose": N_("Purpose"), "since": N_("Since"), "until": N_("Until"),
        "results": N_("Results"),
    },
    "working_group_member": {"agency_id": N_("Institution"), "person": N_("Person")},
    "law_change": {
        "act": N_("Act"), "number": N_("Number"), "in_force_from": N_("In force from"),
        "meaning": N_("What it changes for us"), "link": N_("Link"), "noted_on": N_("Noted on"),
    },
}  # fmt: skip
KEPT_IN_STEP = {
    "training_part": frozenset({"training_id"}), "working_group_member": frozenset({"group_id"}),
}  # fmt: skip
ABOUT: dict[str, tuple[str, ...]] = {
    "training": ("topic",), "training_part": ("training_id", "agency_id"), "working_group": ("name",),
    "working_group_member": ("group_id", "agency_id"), "law_change": ("act",),
}  # fmt: skip
WORDS: dict[tuple[str, str], Mapping[str, str]] = {
    ("training", "kind"): TRAINING_KINDS, ("training_part", "role"): PART_ROLES,
}  # fmt: skip
NAMES = {("training_part", "names"), ("working_group_member", "person")}
"""Officials by name: not told while names are hidden."""

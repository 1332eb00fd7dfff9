"""Every screen there is, by the screens' own table, each about any record of the kind that it shows."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

from sqlalchemy import select

from desktop.centre import Centre
from desktop.records.agency import Agency
from desktop.records.alignment import Act, ActPoint
from desktop.records.assistance import Assistance
from desktop.records.code_list import Code
from desktop.records.law_change import LawChange
from desktop.records.meeting import Meeting, MeetingKind
from desktop.records.person import Person
from desktop.records.promise import Commitment, Contribution, RaisedProblem
from desktop.records.protocol import ProtocolChapter, ProtocolSignatory, ProtocolVersion, Provision
from desktop.records.reconciliation import Reconciliation
from desktop.records.referral import Attempt, Referral
from desktop.records.revision import ProposedChange
from desktop.records.training import Training, WorkingGroup
from desktop.windows.album import BEFORE, PICTURES
from desktop.windows.album_records import Records
from desktop.windows.protocol_change_form import about_change

ABOUT: dict[type[Any], tuple[str, ...]] = {
    Referral: ("notice", "attempt", "outcome", "help_end", "hand_on", "duplicate", "safe", "consent", "plan", "measure",
               "handover", "case_numbers", "assistance_entry", "put_on_meeting", "referrals", "calls"),
    Person: ("person", "person_amend", "person_consent", "person_plan", "person_link", "person_attempt", "person_same",
             "people"),
    Attempt: ("attempt_amend",),
    Assistance: ("assistance_amend",),
    Agency: ("agency", "reconcile_sister"),
    Code: ("entry",),
    Meeting: ("meeting", "meeting_view", "meeting_attendance", "meeting_minutes", "meeting_agenda", "meeting_papers",
              "meeting_cases", "meeting_new", "meeting_off"),
    MeetingKind: ("meeting_kind",),
    Commitment: ("commitments", "commitment"),
    RaisedProblem: ("problems", "problem"),
    Contribution: ("contributions", "contribution"),
    Reconciliation: ("reconcile_review", "reconcile_agreed", "reconcile_sheet"),
    Training: ("trainings", "training"),
    WorkingGroup: ("working_groups", "working_group", "group_end"),
    LawChange: ("law_changes", "law_change"),
    ProtocolVersion: ("protocol", "protocol_revise", "protocol_adopt", "protocol_review", "protocol_end",
                      "protocol_paper", "protocol_parties", "protocol_chapters", "protocol_returned"),
    Provision: ("provision",),
    ProtocolChapter: ("protocol_chapter",),
    ProtocolSignatory: ("protocol_party", "protocol_withdraw"),
    Act: ("protocol_act",),
    ActPoint: ("protocol_point",),
    ProposedChange: ("protocol_change", "protocol_comment"),
}  # fmt: skip
"""What a page is about, where it is about one record of that kind."""
KIND_OF = {name: kind for kind, names in ABOUT.items() for name in names}
KNOWN, ANY = 0.5, 0.9
"""So often what the pictures show; else any record; else nothing."""


def everywhere(chance: random.Random) -> Iterator[str]:
    """The name of every picture once, in any order, then all again."""
    names = [picture.name for picture in PICTURES if picture.screen not in BEFORE]
    while True:
        yield from chance.sample(names, len(names))


def place(name: str, centre: Centre, chance: random.Random) -> tuple[str, Any]:
    """What shows that picture, and about what."""
    picture = next(each for each in PICTURES if each.name == name)
    dice = chance.random()
    kind = KIND_OF.get(picture.screen)
    if dice < KNOWN or kind is None:
        return picture.screen, Records(centre).about(picture) if dice < ANY else None
    with centre.vault.look() as session:
        known = sorted(session.scalars(select(kind.id)), key=str)
    found = chance.choice(known) if known and dice < ANY else None
    return picture.screen, about_change(found) if found and kind is ProposedChange else found

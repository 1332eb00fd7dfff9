"""What is counted: frozen plain facts of one month or quarter, free of everything that is not counted.

No name of a person stands here, no telephone, no description. Must never know how the facts are kept, nor how the
figures look.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from desktop.periods import Month, Period


class Words(NamedTuple):
    """What a row or column is called: a sentence of the program's, or words of the centre's own."""

    msgid: str = ""
    """Translated when shown."""
    own: str = ""
    """Shown as typed in every language."""


class ReferralFact(NamedTuple):
    """What is counted of one notice."""

    id: UUID
    received_at: datetime
    """Desk time."""
    sender_id: UUID
    unit_id: UUID | None
    due_at: datetime
    first_contact_at: datetime | None
    outcome: str
    has_person: bool
    """Whether its first person is known, so that an earlier notice about her could be found."""
    is_repeat: bool
    """Whether an earlier notice about the same person came within the repeat period."""
    children_saw: str
    risk_level: str


class MentionFact(NamedTuple):
    """What is counted of one person named in one notice."""

    id: UUID
    referral_id: UUID
    role: str
    sex: str
    age_group: str
    municipality: str
    kinds: tuple[str, ...]
    relation: str
    relation_ended: str


class MeasureFact(NamedTuple):
    """What is counted of one protection order or urgent measure."""

    id: UUID
    referral_id: UUID
    kind: str
    granted: bool
    """Whether it was granted in this period."""
    ended: bool
    """Whether it ended in this period, by time or earlier."""
    risk_level: str = ""
    """The risk written in its notice."""


class AssistanceFact(NamedTuple):
    """What is counted of one occasion of help; rows with one `group_id` are one occasion."""

    id: UUID
    person_id: UUID | None
    kind: str
    channel: str
    minutes: int
    onward_id: UUID | None
    group_id: UUID | None


class TrainingFact(NamedTuple):
    """What is counted of one training, event or piece of publicity."""

    id: UUID
    kind: str
    minutes: int


class TrainingPartFact(NamedTuple):
    """Those who came to a training from one institution, in one role."""

    id: UUID
    at_ours: bool
    """Whether the centre held it."""
    from_us: bool
    """Whether they came from the centre."""
    role: str
    persons: int


class GroupFact(NamedTuple):
    """What is counted of one working group."""

    id: UUID
    name: str
    results: str
    """What came of its work, as typed."""
    institutions: int
    """How many sit in it, the centre as well."""
    members: int


class AgencyFact(NamedTuple):
    """What a figure needs of an institution."""

    id: UUID
    kind: str
    name: str
    place: int
    """Position among its kin, the fixed house order."""


class CodeFact(NamedTuple):
    """One entry of an editable list, in the list's order."""

    code: str
    words: Words
    active: bool = True
    """A retired entry is shown only where a record of the period still bears it."""


class SentBefore(NamedTuple):
    """How many notices one sender sent in an earlier month."""

    month: Month
    sender_id: UUID
    unit_id: UUID | None
    notices: int


@dataclass(frozen=True)
class PeriodFacts:
    """Everything that the figures of one month or quarter are made from."""

    period: Period
    as_of: datetime
    """Desk time at which it was read; a first contact still owed then is overdue or not."""
    referrals: tuple[ReferralFact, ...] = ()
    """Notices received in the period; those that had come before are left out."""
    duplicates: int = 0
    """How many notices of the period were left out because they had come before."""
    mentions: tuple[MentionFact, ...] = ()
    """Persons named in `referrals`."""
    measures: tuple[MeasureFact, ...] = ()
    assistance: tuple[AssistanceFact, ...] = ()
    agencies: tuple[AgencyFact, ...] = ()
    codes: dict[str, tuple[CodeFact, ...]] = field(default_factory=dict)
    """Entries of the lists that are counted by: violence_kind, relation, assistance_kind ..."""
    municipalities: tuple[str, ...] = ()
    """The municipalities the centre serves, in its own order."""
    before: tuple[SentBefore, ...] = ()
    """The period before and the same one of last year, by month, sender and unit."""
    series: tuple[tuple[Month, int], ...] = ()
    """Notices by month, oldest first, the last month of the period last."""
    trainings: tuple[TrainingFact, ...] = ()
    """Those that began in the period."""
    training_parts: tuple[TrainingPartFact, ...] = ()
    """Who took part in `trainings`."""
    groups: tuple[GroupFact, ...] = ()
    """Working groups that were at work in the period, the oldest first."""

"""What is typed of one occasion of help, what a list of help asks for, and what it shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from desktop.language import N_
from desktop.problems import Problem
from desktop.records.typed_check import (
    LONG,
    checked_choices,
    checked_days,
    checked_filled,
    checked_lengths,
    checked_ranges,
)
from desktop.records.typed_text import clean, has_personal_code
from desktop.records.vocabulary import FOR_WHOM
from desktop.vault.vault import Worker

ONWARD = "onward"
"""The kind of assistance that names an institution."""
NEEDS_CONSENT = N_("Passing on needs the person's consent for this institution.")


@dataclass(frozen=True)
class AssistanceDraft:
    """One occasion of help; for several persons together its minutes count once."""

    on_day: date | None = None
    kind: str = ""
    """A code of `assistance_kind`."""
    channel: str = ""
    """A code of `contact_channel`."""
    minutes: int | None = None
    persons: tuple[UUID | None, ...] = ()
    """Who was helped; None in it: somebody whose name is not known. Empty: the person the referral is about."""
    referral_id: UUID | None = None
    worker_role: str = ""
    """A code of `worker_role`."""
    for_whom: str = "adult"
    onward_id: UUID | None = None
    """The institution she was referred on to."""
    consent_id: UUID | None = None
    """The consent to that; None: the one of hers that holds is looked for."""
    note: str = ""
    given_by: Worker | None = None
    """Who helped; None: who enters it."""

    def cleaned(self) -> AssistanceDraft:
        """The same without unseen signs."""
        return replace(self, note=clean(self.note))

    def check(self, today: date) -> tuple[Problem, ...]:
        """Everything that keeps it from being saved on this day, lists and consents of the vault apart."""
        return tuple(self._problems(today))

    def _problems(self, today: date) -> Iterator[Problem]:
        yield from checked_filled(self, ("on_day", "kind", "channel", "minutes"))
        yield from checked_ranges(self, {"minutes": (1, 24 * 60)})
        yield from checked_lengths(self, {"note": LONG})
        yield from checked_choices(self, {"for_whom": FOR_WHOM})
        yield from checked_days(self, ("on_day",))
        if self.referral_id is None:
            yield from checked_filled(self, ("persons",))
        if self.on_day is not None and self.on_day > today:
            yield Problem(N_("This date has not come yet."), field="on_day")
        known = [person for person in self.persons if person is not None]
        if len(known) != len(set(known)):
            yield Problem(N_("The same person is named twice."), field="persons")
        if self.kind == ONWARD:
            yield from checked_filled(self, ("onward_id",))
        if self.onward_id is not None and len(self.persons) > 1:
            yield Problem(N_("Passing on is noted for one person at a time."), field="persons")

    def warnings(self) -> tuple[Problem, ...]:
        """What looks odd, and is saved all the same when the person says so."""
        if has_personal_code(self.note):
            return (Problem(N_("This looks like a personal code. Do not write it here."), field="note"),)
        return ()


@dataclass(frozen=True)
class AssistanceQuery:
    """Which help a list shows; what is empty is not asked."""

    month: str = ""
    """A month's key, `2026-10`, or a whole year, `2026`."""
    kind: str = ""
    worker_id: UUID | None = None
    person_id: UUID | None = None
    referral_id: UUID | None = None
    text: str = ""
    """Words of a person or of a notice, each from its beginning, in any script and spelling."""
    sort: str = "on_day"
    """on_day, person, kind, channel, worker or minutes."""
    descending: bool = True


@dataclass(frozen=True)
class AssistanceRow:
    """One line of the list: one person on one occasion."""

    id: UUID
    on_day: date
    person_id: UUID | None
    person_name: str
    """Empty where the name is not known."""
    person_code: str
    """What stands for the name while names are hidden."""
    referral_id: UUID | None
    referral_label: str
    """2026/419; empty where it belongs to no notice."""
    kind: str
    channel: str
    minutes: int
    worker_name: str
    is_group: bool
    """Whether several persons were helped together, so that the minutes count once for all of them."""

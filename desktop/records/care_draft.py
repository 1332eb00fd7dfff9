"""What is typed of a consent, and of a measure of the plan made together; drafts and their checks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from desktop.language import N_
from desktop.problems import Problem
from desktop.records.seeded_lists import PASSING_ON
from desktop.records.typed_check import SHORT, checked_choices, checked_days, checked_filled, checked_lengths
from desktop.records.typed_text import clean, clean_line
from desktop.records.vocabulary import PLAN_KINDS

HOW_GIVEN = {"spoken": N_("Spoken"), "signed": N_("Signed")}
"""How a consent was given."""


@dataclass(frozen=True)
class ConsentDraft:
    """What a person allows."""

    person_id: UUID | None = None
    purpose: str = ""
    """A code of `consent_purpose`."""
    recipient_id: UUID | None = None
    """To which institution; wanted for passing data on."""
    withheld: str = ""
    given_on: date | None = None
    how: str = "spoken"
    until: date | None = None
    """Last day on which it holds; None: until it is withdrawn."""

    def cleaned(self) -> ConsentDraft:
        """The same without unseen signs."""
        return replace(self, withheld=clean(self.withheld))

    def check(self, today: date) -> tuple[Problem, ...]:
        """Everything that keeps it from being saved on this day."""
        return tuple(self._problems(today))

    def _problems(self, today: date) -> Iterator[Problem]:
        yield from checked_filled(self, ("person_id", "purpose", "given_on"))
        yield from checked_lengths(self, {"withheld": SHORT})
        yield from checked_choices(self, {"how": HOW_GIVEN})
        yield from checked_days(self, ("given_on", "until"))
        if self.purpose == PASSING_ON:
            yield from checked_filled(self, ("recipient_id",))
        if self.given_on is not None and self.given_on > today:
            yield Problem(N_("This date has not come yet."), field="given_on")
        if self.given_on is not None and self.until is not None and self.until < self.given_on:
            yield Problem(N_("The end lies before the beginning."), field="until")


@dataclass(frozen=True)
class PlanDraft:
    """One measure of the plan."""

    person_id: UUID | None = None
    kind: str = ""
    """One of `PLAN_KINDS`."""
    what: str = ""
    due_on: date | None = None
    implementer_id: UUID | None = None
    """Who does it; None: the centre."""
    referral_id: UUID | None = None
    done_on: date | None = None
    """When it was carried out, as far as it was."""

    def cleaned(self) -> PlanDraft:
        """The same without unseen signs."""
        return replace(self, what=clean_line(self.what))

    def check(self) -> tuple[Problem, ...]:
        """Everything that keeps it from being saved."""
        return (
            *checked_filled(self, ("person_id", "kind", "what", "due_on")),
            *checked_lengths(self, {"what": SHORT}),
            *checked_choices(self, {"kind": ("", *PLAN_KINDS)}),
            *checked_days(self, ("due_on", "done_on")),
        )

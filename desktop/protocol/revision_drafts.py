"""A proposed change and an institution's comment as typed, before they are kept; each tells what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date
from uuid import UUID

from desktop.language import N_
from desktop.problems import Problem
from desktop.protocol.drafts import ProvisionDraft
from desktop.records.protocol import Provision
from desktop.records.revision import CHANGE_KINDS, COMMENT_SOURCES, ProposedChange
from desktop.records.typed_check import LONG, checked_choices, checked_days, checked_filled, checked_lengths
from desktop.records.typed_text import clean, clean_line

WORDED = ("number", "title", "text", "trigger", "limit_number", "limit_unit")
"""What a proposed change may change of a provision."""


@dataclass(frozen=True)
class ChangeDraft:
    """A proposed change as typed; see `ProposedChange`."""

    kind: str = "change"
    provision_id: UUID | None = None
    number: str = ""
    title: str = ""
    text: str = ""
    chapter_id: UUID | None = None
    """Of a new provision."""
    trigger: str = ""
    limit_number: int | None = None
    limit_unit: str = ""
    point_id: UUID | None = None
    """The point of an act that a new provision answers to."""
    why: str = ""
    agency_id: UUID | None = None
    """Who proposes it; None: our own centre."""
    on_day: date | None = None
    """None: today."""

    @classmethod
    def of(cls, change: ProposedChange) -> ChangeDraft:
        """As it stands, to be amended."""
        return cls(**{each.name: getattr(change, each.name) for each in fields(cls)})

    @classmethod
    def for_provision(cls, provision: Provision, kind: str = "change") -> ChangeDraft:
        """A provision as it stands, to be proposed otherwise or to be left out."""
        return cls(kind, provision.id, **{name: getattr(provision, name) for name in WORDED})

    def cleaned(self) -> ChangeDraft:
        """The same without unseen signs."""
        return replace(
            self, number=clean_line(self.number), title=clean_line(self.title), text=clean(self.text),
            why=clean(self.why),
        )  # fmt: skip

    def check(self, today: date) -> tuple[Problem, ...]:
        """Everything that keeps it from being saved."""
        worded = ProvisionDraft(**{name: getattr(self, name) for name in WORDED}).check()
        later = self.on_day is not None and self.on_day > today
        return (
            *checked_choices(self, {"kind": CHANGE_KINDS}),
            *(checked_filled(self, ("provision_id",)) if self.kind != "add" else ()),
            *(worded if self.kind != "remove" else ()),
            *checked_lengths(self, {"why": LONG}),
            *checked_days(self, ("on_day",)),
            *((Problem(N_("This date has not come yet."), field="on_day"),) if later else ()),
        )


@dataclass(frozen=True)
class CommentDraft:
    """What an institution says, as typed; see `ProvisionComment`."""

    text: str = ""
    provision_id: UUID | None = None
    change_id: UUID | None = None
    """Where it is about a new provision that is not accepted yet."""
    agency_id: UUID | None = None
    """Whose; None: our own centre's."""
    source: str = "typed"
    meeting_id: UUID | None = None
    on_day: date | None = None
    """None: today."""

    def cleaned(self) -> CommentDraft:
        """The same without unseen signs; only what was said at a meeting names one."""
        meeting = self.meeting_id if self.source == "meeting" else None
        return replace(self, text=clean(self.text), meeting_id=meeting)

    def check(self, today: date) -> tuple[Problem, ...]:
        """Everything that keeps it from being saved."""
        about = self.provision_id or self.change_id
        later = self.on_day is not None and self.on_day > today
        return (
            *checked_filled(self, ("text",)),
            *checked_lengths(self, {"text": LONG}),
            *checked_choices(self, {"source": COMMENT_SOURCES}),
            *checked_days(self, ("on_day",)),
            *((Problem(N_("Choose from the list."), field="provision_id"),) if not about else ()),
            *((Problem(N_("This date has not come yet."), field="on_day"),) if later else ()),
        )

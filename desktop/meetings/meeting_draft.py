"""What is typed of a meeting before it is planned."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from desktop.language import LOCALES, N_
from desktop.problems import Problem
from desktop.records.meeting import Meeting
from desktop.records.typed_check import NAME, SHORT, checked_days, checked_filled, checked_lengths
from desktop.records.typed_text import clean_line

_LINES = {"place": SHORT, "topic": SHORT, "chair": NAME, "minute_taker": NAME}


@dataclass(frozen=True)
class MeetingDraft:
    """A meeting as typed; what is None is filled in from its kind and the diary."""

    kind_id: UUID | None = None
    on_day: date | None = None
    begins: time | None = None
    place: str | None = None
    topic: str = ""
    chair: str = ""
    minute_taker: str = ""
    language: str = ""
    """Empty: the office's own."""
    cut_off: datetime | None = None

    @classmethod
    def of(cls, meeting: Meeting) -> MeetingDraft:
        """A meeting as it stands, to be amended."""
        return cls(**{each.name: getattr(meeting, each.name) for each in fields(cls)})

    def cleaned(self) -> MeetingDraft:
        """The same without unseen signs."""
        typed: dict[str, Any] = {
            name: clean_line(getattr(self, name)) for name in _LINES if getattr(self, name) is not None
        }
        return replace(self, **typed)

    def check(self) -> tuple[Problem, ...]:
        """Everything that keeps a meeting with nothing left open from being saved."""
        return tuple(self._problems())

    def _problems(self) -> Iterator[Problem]:
        yield from checked_filled(self, ("kind_id", "on_day", "begins", "cut_off"))
        yield from checked_lengths(self, {name: most for name, most in _LINES.items() if getattr(self, name)})
        yield from checked_days(self, ("on_day", "cut_off"))
        if self.language not in LOCALES:
            yield Problem(N_("Choose from the list."), field="language")
        if self.on_day and self.begins and self.cut_off and self.cut_off > datetime.combine(self.on_day, self.begins):
            yield Problem(N_("The papers must be closed before the meeting begins."), field="cut_off")

"""From what happened to what a time line shows, in the language of the screen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from desktop.records.timeline import TimelineItem
from desktop.records.vocabulary import ATTEMPT_OUTCOMES
from desktop.records.wording import Wording
from desktop.windows.timeline import Event


def events_of(items: Sequence[TimelineItem], wording: Wording, now: datetime) -> list[Event]:
    """The events of a time line, in the order given."""
    return [_event(item, wording, now) for item in items]


def _event(item: TimelineItem, wording: Wording, now: datetime) -> Event:
    when = wording.language.near(item.at.date() if item.day_only else item.at, now)
    reached = item.kind == "attempt" and item.head == ATTEMPT_OUTCOMES["reached"]
    return Event(
        kind="reached" if reached else item.kind,
        head=wording.head(item),
        when=" \u00b7 ".join(part for part in (when, item.who) if part),
        body="\n".join(wording.lines(item)),
        key=item.record_id,
    )

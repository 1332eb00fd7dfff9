"""What a meeting, its kind and its items are called on the screen, and how its state is signed; one place for all."""

from __future__ import annotations

from datetime import datetime

from desktop.language import _, chosen
from desktop.records.meeting import PARTS, STATES, AgendaItem, Meeting, MeetingKind
from desktop.windows.pill import CLOSED, GOING_ON, GOOD, PARTLY, Sign

STATE_SIGNS: dict[str, Sign] = {"planned": GOING_ON, "held": PARTLY, "agreed": GOOD, "called_off": CLOSED}


def kind_words(kind: MeetingKind) -> str:
    """The centre's own name of a kind as it is, a usual one in the language of the screen."""
    return kind.name or _(kind.known_as)


def item_words(item: AgendaItem) -> str:
    """The title of an item."""
    return item.title or _(PARTS[item.part])


def state_words(meeting: Meeting) -> str:
    """How far a meeting is."""
    return _(STATES[meeting.state])


def when_words(meeting: Meeting) -> str:
    """Weekday, day and hour: what stands below the title of a meeting."""
    speak = chosen()
    day = speak.long_day(meeting.on_day)
    return f"{speak.weekday(meeting.on_day.weekday())}, {day}, {speak.clock(meeting.begins)}"


def begins_at(meeting: Meeting) -> datetime:
    """Desk time at which it begins."""
    return datetime.combine(meeting.on_day, meeting.begins)

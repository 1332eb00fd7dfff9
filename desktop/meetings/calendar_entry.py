"""A meeting as a calendar entry: when, where, and the titles of its items. No person is in it."""

from __future__ import annotations

from datetime import datetime, timedelta

from desktop.language import Language
from desktop.meetings.paper_content import CalendarEntry
from desktop.meetings.paper_layout import item_title
from desktop.paper.calendar_file import Someone, event


def entry_file(entry: CalendarEntry) -> bytes:
    """The calendar file, in the language of whoever gets it."""
    language, agenda = Language(entry.head.language), entry.agenda
    kind = language.say(agenda.kind) if agenda.kind_code else agenda.kind
    items = (
        item_title(number, part.part, part.title, part.msgid, language) for number, part in enumerate(agenda.parts, 1)
    )
    begins = datetime.combine(agenda.on_day, agenda.begins)
    return event(
        f"{agenda.meeting_id}@liepa", f"{kind} · {entry.head.us}", begins,
        begins + timedelta(minutes=sum(part.minutes for part in agenda.parts)), entry.zone,
        made=entry.head.made_at, language=language,
        place=agenda.place, description="\n".join(items),
        organiser=Someone(entry.head.us, entry.email) if entry.email else None, sequence=entry.sequence,
        cancelled=entry.cancelled,
    )  # fmt: skip

"""What a meeting and an institution are called on the screen, wherever another page names them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from desktop.centre import Centre
from desktop.language import N_, _, chosen
from desktop.meetings.diary import MeetingRow
from desktop.records.agency import Agency
from desktop.records.directory import Naming
from desktop.records.meeting import Meeting, MeetingKind
from desktop.windows.institutions import institution_words, working
from desktop.windows.meeting_words import kind_words
from desktop.windows.offered import Entries, Offered

OWN = "own"
"""Stands for the own centre among institutions."""
OWN_WORDS = N_("Our centre")


def meeting_named(meeting: Meeting, kind: MeetingKind) -> str:
    """A meeting by its day and kind."""
    return f"{chosen().day(meeting.on_day)} \u00b7 {kind_words(kind)}"


def agency_named(agency: Agency | None) -> str:
    """An institution, or the own centre."""
    return agency.known_as if agency else _(OWN_WORDS)


def meetings_by_id(centre: Centre) -> Mapping[UUID, MeetingRow]:
    """Every meeting."""
    return {row.meeting.id: row for row in centre.diary.rows()}


def latest_meetings(centre: Centre, until: date | None = None) -> list[tuple[str, str]]:
    """Every meeting up to a day as (code, words), the latest first."""
    return [(row.meeting.id.hex, meeting_named(row.meeting, row.kind)) for row in centre.diary.rows(last=until)]


def who(centre: Centre, place: Naming | None = None) -> Offered:
    """The own centre, and every institution that works today; first whom records named last in this place."""

    def entries() -> Entries:
        others = ((one.id.hex, one.known_as) for one in working(centre, place) if one.kind != "self")
        return [(OWN, _(OWN_WORDS)), *others]

    return Offered(entries, lambda code: institution_words(centre, code))


def agency_of(code: str) -> UUID | None:
    """The institution of that code; None for the own centre."""
    return None if code in ("", OWN) else UUID(code)


def code_of(agency_id: UUID | None) -> str:
    """The code of an institution, or of the own centre."""
    return agency_id.hex if agency_id else OWN

"""A meeting as a calendar file (.ics), which the receiver's own calendar opens: RFC 5545, written here in full.

Times are written in UTC, so no calendar has to know our zone; what a person typed is escaped, never read as a property.
The same event gives the same bytes. Must never know what is met about, nor send anything.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from desktop.language import Language
from desktop.paper.pen import TAGS

LONGEST_LINE = 75
"""Octets of a line; what is longer goes on in the next, which begins with a space."""
REQUEST, PUBLISH, CANCEL = "REQUEST", "PUBLISH", "CANCEL"


@dataclass(frozen=True)
class Someone:
    """A person or an office with an address for letters."""

    name: str
    email: str


def event(
    uid: str,
    summary: str,
    begins: datetime,
    ends: datetime,
    zone: str,
    *,
    made: datetime,
    language: Language,
    place: str = "",
    description: str = "",
    organiser: Someone | None = None,
    attendee: Someone | None = None,
    sequence: int = 0,
    cancelled: bool = False,
) -> bytes:
    """The calendar file of one meeting; `begins` and `ends` are desk time of that zone, `made` is aware.

    `uid` stays the same for one meeting, `sequence` grows with each change: the receiver's calendar then moves the
    entry instead of adding one. With an organiser and an attendee it asks for an answer, otherwise it only tells.
    """
    tag = f";LANGUAGE={TAGS[language.locale]}"
    asks = organiser is not None and attendee is not None
    method = CANCEL if cancelled else REQUEST if asks else PUBLISH
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Liepa//Liepa//EN",
        "CALSCALE:GREGORIAN",
        f"METHOD:{method}",
        "BEGIN:VEVENT",
        f"UID:{_escaped(uid)}",
        f"DTSTAMP:{_utc(made)}",
        f"DTSTART:{_utc(begins.replace(tzinfo=ZoneInfo(zone)))}",
        f"DTEND:{_utc(ends.replace(tzinfo=ZoneInfo(zone)))}",
        f"SEQUENCE:{sequence}",
        f"STATUS:{'CANCELLED' if cancelled else 'CONFIRMED'}",
        f"SUMMARY{tag}:{_escaped(summary)}",
    ]
    lines += [f"LOCATION{tag}:{_escaped(place)}"] if place else []
    lines += [f"DESCRIPTION{tag}:{_escaped(description)}"] if description else []
    lines += [f"ORGANIZER;CN={_quoted(organiser.name)}:mailto:{_address(organiser)}"] if organiser else []
    if attendee:
        lines.append(f"ATTENDEE;CN={_quoted(attendee.name)};RSVP=TRUE:mailto:{_address(attendee)}")
    lines += ["END:VEVENT", "END:VCALENDAR"]
    return b"".join(_folded(line) for line in lines)


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _visible(words: str) -> str:
    """The words without signs that only steer; a new line stays."""
    lines = unicodedata.normalize("NFC", words).splitlines()
    return "\n".join("".join(sign for sign in line if unicodedata.category(sign) not in ("Cc", "Cf")) for line in lines)


def _escaped(words: str) -> str:
    kept = _visible(words).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return kept.replace("\n", "\\n")


def _quoted(name: str) -> str:
    """A name as a parameter: RFC 6868 tells how a quotation mark and a new line are written there."""
    kept = _visible(name).replace("^", "^^").replace('"', "^'").replace("\n", "^n")
    return f'"{kept}"'


def _address(someone: Someone) -> str:
    return "".join(_visible(someone.email).split())


def _folded(line: str) -> bytes:
    """The line in pieces of at most 75 octets, never through the middle of a letter."""
    pieces, piece = [], b""
    for sign in line:
        octets = sign.encode("utf-8")
        if len(piece) + len(octets) > LONGEST_LINE:
            pieces.append(piece)
            piece = b" "
        piece += octets
    return b"\r\n".join([*pieces, piece]) + b"\r\n"

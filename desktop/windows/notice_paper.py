"""One notice on paper: what its card shows, told in words. A telephone or an address never stands on it.

Knows no vault: it is handed what was on show.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop.language import N_, Language
from desktop.paper import cells as paper
from desktop.paper.sheet import Foot, Letterhead, Sheet
from desktop.windows.timeline import Event


@dataclass(frozen=True)
class NoticeOnPaper:
    """What stood on the card."""

    label: str
    """2026/419."""
    name: str
    state: str
    facts: Sequence[tuple[str, str]]
    """English msgid and words."""
    events: Sequence[Event]
    centre: str


def notice_pdf(told: NoticeOnPaper, language: Language, made: datetime) -> bytes:
    """The sheet as a PDF file."""
    day, say = language.day(made.date()), language.say
    title = say(N_("Notice {number}"), number=told.label)
    sheet = Sheet(
        language, title=title, made=made, letterhead=Letterhead(told.centre), running=title,
        foot=Foot(f"{title} \u00b7 {day}"),
    )  # fmt: skip
    sheet.heading(title, facts=tuple(part for part in (told.name, told.state, day) if part))
    facts = tuple(paper.Row((paper.text(say(title)), paper.text(words))) for title, words in told.facts)
    sheet.table(paper.Table("", "", (paper.Column("", 0.22), paper.Column("")), facts))
    sheet.section(say(N_("Time line")))
    columns = (paper.Column(say(N_("When")), 0.3), paper.Column(say(N_("What happened"))))
    events = tuple(paper.Row((paper.text(event.when), paper.text(_what(event)))) for event in told.events)
    sheet.table(paper.Table("", "", columns, events))
    sheet.note(say(N_("Telephones and addresses are left out on purpose.")))
    return sheet.draw().pdf


def _what(event: Event) -> str:
    """Head and lines of an event, one after the other."""
    return ". ".join(words for words in (event.head, *event.body.splitlines()) if words)

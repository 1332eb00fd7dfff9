"""Draws each paper of a meeting with a layout of its own: pages, letters that others can edit, calendar files."""

from __future__ import annotations

from desktop.meetings import agenda_layout, invitation_layout, minutes_layout, pack_layout
from desktop.meetings.calendar_entry import entry_file
from desktop.meetings.paper_content import AgendaPaper, CalendarEntry, Invitation, Pack, Paper
from desktop.paper.sheet import Drawn


def drawn(paper: Paper) -> Drawn:
    """The pages of a paper."""
    if isinstance(paper, AgendaPaper):
        return agenda_layout.draw(paper)
    if isinstance(paper, Pack):
        return pack_layout.draw(paper)
    return invitation_layout.draw(paper) if isinstance(paper, Invitation) else minutes_layout.draw(paper)


def lettered(paper: Paper) -> bytes:
    """The agenda or the minutes as DOCX; of a pack or an invitation its agenda, which names nobody."""
    if isinstance(paper, Pack | Invitation):
        paper = AgendaPaper(paper.head, paper.agenda)
    return agenda_layout.letter(paper) if isinstance(paper, AgendaPaper) else minutes_layout.letter(paper)


def event_of(entry: CalendarEntry) -> bytes:
    """The meeting as a calendar file."""
    return entry_file(entry)

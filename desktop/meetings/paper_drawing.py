"""Draws each paper of a meeting with a layout of its own: pages, letters that others can edit, calendar files."""

from __future__ import annotations

from desktop.meetings import agenda_layout
from desktop.meetings.paper_content import AgendaPaper, Invitation, Paper
from desktop.paper.sheet import Drawn
from desktop.world import World


def drawn(paper: Paper) -> Drawn:
    """The pages of a paper."""
    if isinstance(paper, AgendaPaper):
        return agenda_layout.draw(paper)
    raise NotImplementedError(type(paper))


def lettered(paper: Paper) -> bytes:
    """The agenda or the minutes as DOCX."""
    if isinstance(paper, AgendaPaper):
        return agenda_layout.letter(paper)
    raise NotImplementedError(type(paper))


def event_of(paper: Invitation, world: World) -> bytes:
    """The meeting as a calendar file."""
    raise NotImplementedError(world)

"""Makes a paper of a meeting ready: for one receiver in one language, as it would be made now."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.language import N_
from desktop.meetings import composing
from desktop.meetings.attendances import rows_of
from desktop.meetings.kept import kept, writable
from desktop.meetings.meeting_cases import seen_by
from desktop.meetings.minuting import Minuting
from desktop.meetings.pack_content import (
    Gathered,
    gather,
    head_of,
    invitation_of,
    look_through,
    refuse_leaks,
    withheld_of,
)
from desktop.meetings.paper_content import (
    AgendaPaper,
    CalendarEntry,
    Correction,
    Head,
    MinutesPaper,
    Paper,
    Withheld,
    texts_in,
    texts_of,
)
from desktop.meetings.permission import NAMED, WITHHELD
from desktop.problems import Problem
from desktop.records.agency import Agency
from desktop.records.assistance import Consent
from desktop.records.centre_profile import CentreProfile
from desktop.records.issued import MeetingPaper
from desktop.records.meeting import Meeting
from desktop.vault.history import History
from desktop.vault.vault import Vault
from desktop.world import World

MOST_CHANGES = 10_000
"""So many changes of one meeting are counted."""
NO_LONGER = N_("A consent on which this copy rests was withdrawn or has run out. Make the papers again.")
CALLED_OFF = N_("This meeting was called off.")
NOT_ASKED = N_("This institution is not asked to the meeting. Ask it first.")
TELLS = N_("A text of this copy tells of a person who is known by now. Mend the text and make the papers again.")
CHANGED = N_("What this institution may see has changed since the copy was made. Make the papers again.")


@dataclass(frozen=True)
class Asked:
    """Which paper is wanted."""

    meeting_id: UUID
    kind: str
    """A code of `PAPERS`."""
    receiver_id: UUID | None = None
    language: str = ""
    """Empty: the receiver's own."""
    asks: bool = False
    """Whether an official who is called as somebody we know is told as a `Namesake`."""


class Preparation:
    """Makes papers ready from one vault."""

    def __init__(self, vault: Vault, world: World) -> None:
        self.vault, self.world = vault, world

    def paper(self, asked: Asked) -> tuple[Paper, Gathered | None]:
        """The paper as it would be made now; of a pack what is kept back in it, too."""
        meeting_id, kind, receiver_id, language = asked.meeting_id, asked.kind, asked.receiver_id, asked.language
        with self.vault.look() as session:
            meeting = kept(session, meeting_id) if kind == "minutes" else writable(session, meeting_id)
            receiver = session.get_one(Agency, receiver_id) if receiver_id else None
            if receiver is None:
                if kind not in {"agenda", "minutes"}:
                    raise Problem(N_("Name the institution this paper is for."), field="receiver")
                return self._for_all(session, meeting, asked, receiver), None
            if kind == "invitation":
                head = self._head(session, meeting, receiver, language)
                return invitation_of(session, meeting, receiver, head, asks=asked.asks), None
            if kind == "pack":
                if receiver.id not in {each.id for each in receivers_of(session, meeting.id)}:
                    raise Problem(NOT_ASKED, field="receiver")
                head = self._head(session, meeting, receiver, language)
                found = gather(session, meeting, receiver, head, self.world, asks=asked.asks)
                return found.pack, found
            return self._for_all(session, meeting, asked, receiver), None

    def entry(self, meeting_id: UUID, receiver_id: UUID) -> CalendarEntry:
        """A meeting for the calendar of one institution, though it be called off; no change of it is left out."""
        changes = len(History(self.vault).entries(limit=MOST_CHANGES, record=meeting_id))
        with self.vault.look() as session:
            meeting = kept(session, meeting_id)
            agenda = composing.compose(session, meeting, self.world.today())
            refuse_leaks(session, texts_of(agenda), set(), meeting)
            head = self._head(session, meeting, session.get_one(Agency, receiver_id), "")
            centre = session.scalars(select(CentreProfile)).one()
        return CalendarEntry(head, agenda, changes - 1, meeting.called_off_on is not None, centre.email, centre.zone)

    def _for_all(self, session: Session, meeting: Meeting, asked: Asked, receiver: Agency | None) -> Paper:
        head = self._head(session, meeting, receiver, asked.language)
        made = self._agenda_or_minutes(session, meeting, asked.kind, head)
        refuse_leaks(session, texts_in(made), set(), meeting, asks=asked.asks)
        return made

    def _agenda_or_minutes(self, session: Session, meeting: Meeting, kind: str, head: Head) -> Paper:
        if kind == "agenda":
            return AgendaPaper(head, composing.compose(session, meeting, self.world.today()))
        minuting = Minuting(self.vault, self.world)
        minutes = minuting.minutes(meeting.id)
        corrections = tuple(
            Correction(self.world.desk(each.at).date(), each.by, each.text) for each in minuting.corrections(meeting.id)
        )
        return MinutesPaper(head, minutes, bool(meeting.agreed), corrections)

    def _head(self, session: Session, meeting: Meeting, receiver: Agency | None, language: str) -> Head:
        head = head_of(session, meeting, receiver, language, (self.world.now(), self.world))
        record = self.vault.head()
        return replace(head, record_count=record.count, record_mac=record.mac.hex())

    def withheld(self, meeting_id: UUID) -> dict[UUID, tuple[Withheld, ...]]:
        """What each institution's pack would not tell, or not by name; whatever may be wrong with its texts."""
        with self.vault.look() as session:
            meeting = kept(session, meeting_id)
            return {
                each.id: withheld_of(seen_by(session, meeting, each.id, self.world))
                for each in receivers_of(session, meeting_id)
            }

    def doubt(self, paper: MeetingPaper, tells: bool | None = None) -> str:
        """Why a paper should not be handed over; empty where nothing speaks against it.

        `tells`: whether some text of it is known to tell of anybody; None: not looked through yet.
        """
        return self._pack_doubt(paper) or ("" if tells is False else self._text_doubt(paper))

    def telling(self, meeting_id: UUID, papers: Iterable[MeetingPaper]) -> set[UUID]:
        """Those of which a text tells of anybody at all: every text of all of them is looked through once."""
        texts = {each.id: set(json.loads(each.content).get("texts", ())) for each in papers}
        with self.vault.look() as session:
            meeting = kept(session, meeting_id)
            told = {leak.text for leak in look_through(session, set().union(*texts.values()), set(), meeting)}
        return {paper for paper, mine in texts.items() if mine & told}

    def _text_doubt(self, paper: MeetingPaper) -> str:
        """Whether a text of it tells of somebody, by what is known today."""
        texts = json.loads(paper.content).get("texts", ())
        with self.vault.look() as session:
            meeting, named = kept(session, paper.meeting_id), set[UUID]()
            if paper.kind == "pack" and paper.receiver_id:
                seen = seen_by(session, meeting, paper.receiver_id, self.world)
                named = {each.row.person.id for each in seen if each.seen.level == NAMED and each.row.person}
            return TELLS if any(look_through(session, texts, named, meeting)) else ""

    def _pack_doubt(self, paper: MeetingPaper) -> str:
        if paper.kind != "pack" or paper.receiver_id is None:
            return ""
        with self.vault.look() as session:
            today = self.world.today()
            consents = [session.get(Consent, UUID(one)) for one in paper.rests_on.split()]
            if not all(each is not None and each.holds(today) and not each.withheld for each in consents):
                return NO_LONGER
            meeting = kept(session, paper.meeting_id)
            if meeting.called_off_on:
                return CALLED_OFF
            if paper.receiver_id not in {each.id for each in receivers_of(session, meeting.id)}:
                return CHANGED
            now = [
                each for each in seen_by(session, meeting, paper.receiver_id, self.world) if each.seen.level != WITHHELD
            ]
        named = {each.row.name or each.row.code for each in now if each.seen.level == NAMED}
        allowed = named | {each.row.code for each in now}
        return CHANGED if {who for _listed, who, _named in json.loads(paper.content)["cases"]} - allowed else ""


def receivers_of(session: Session, meeting_id: UUID) -> list[Agency]:
    """The institutions asked to a meeting, each once, in house order; not one that is closed by then."""
    day = kept(session, meeting_id).on_day
    asked = [row.agency for row in rows_of(session, meeting_id) if row.agency]
    return list({each.id: each for each in asked if not each.active_until or each.active_until >= day}.values())

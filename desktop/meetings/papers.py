"""The papers of meetings: made for one receiver, sealed, kept, handed over, and looked at once more before that.

What is made is first kept in the vault and only then written to a file: a full disk loses nothing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import select

from desktop.language import LOCALES, N_
from desktop.meetings.kept import kept
from desktop.meetings.pack_content import Gathered
from desktop.meetings.paper_content import (
    MinutesPaper,
    Pack,
    Paper,
    Withheld,
    texts_in,
)
from desktop.meetings.paper_drawing import drawn, event_of, lettered
from desktop.meetings.preparing import Asked, Preparation, receivers_of
from desktop.paper.seal import sign
from desktop.paper.sheet import Drawn
from desktop.problems import Problem
from desktop.records.agency import Agency
from desktop.records.issued import MeetingPaper
from desktop.records.meeting import Attendance
from desktop.summaries.press import keys_of, write_file
from desktop.vault.vault import Vault, Worker
from desktop.world import World

Progress = Callable[[int, int], None]
_LISTED = (
    MeetingPaper.id, MeetingPaper.meeting_id, MeetingPaper.kind, MeetingPaper.number, MeetingPaper.language,
    MeetingPaper.receiver_id, MeetingPaper.receiver, MeetingPaper.withheld, MeetingPaper.digest, MeetingPaper.made_at,
    MeetingPaper.made_by, MeetingPaper.sent_at, MeetingPaper.sent_by, MeetingPaper.superseded_by_id,
)  # fmt: skip


class PaperRow(NamedTuple):
    """A paper in the share log, without the file itself."""

    id: UUID
    meeting_id: UUID
    kind: str
    number: str
    language: str
    receiver_id: UUID | None
    receiver: str
    withheld: int
    digest: str
    made_at: datetime
    made_by: str
    sent_at: datetime | None
    sent_by: str
    superseded_by_id: UUID | None


@dataclass(frozen=True)
class Doubt:
    """Why a paper that was made should not be handed over as it is."""

    paper_id: UUID
    receiver: str
    because: str
    """English msgid."""


class MeetingPapers:
    """The papers of the meetings of one vault."""

    def __init__(self, vault: Vault, world: World) -> None:
        self.vault, self.world = vault, world
        self.ready = Preparation(vault, world)

    def receivers(self, meeting_id: UUID) -> Sequence[Agency]:
        """The institutions that get a copy of their own: everybody asked, in house order."""
        with self.vault.look() as session:
            kept(session, meeting_id)
            return receivers_of(session, meeting_id)

    def prepare(self, meeting_id: UUID, kind: str, receiver_id: UUID | None = None, language: str = "") -> Paper:
        """A paper as it would be made now: invitation and pack for one institution, agenda and minutes for all."""
        if language and language not in LOCALES:
            raise ValueError(language)
        paper, _found = self.ready.paper(Asked(meeting_id, kind, receiver_id, language))
        return paper

    def withheld(self, meeting_id: UUID) -> dict[UUID, tuple[Withheld, ...]]:
        """For the worker alone: what each institution's copy does not tell, or not by name, and why."""
        return self.ready.withheld(meeting_id)

    def preview(self, paper: Paper) -> Drawn:
        """The pages as they would be sealed."""
        return drawn(paper)

    def make(
        self, meeting_id: UUID, kind: str, by: Worker, *, receiver_id: UUID | None = None, language: str = "",
        sure: bool = False, progress: Progress = lambda done, total: None,
    ) -> MeetingPaper:  # fmt: skip
        """Draw, seal and keep one paper; the earlier one for the same receiver in the same language is superseded.

        `sure`: an official who is called as somebody we know is meant indeed; else a `Namesake` is told.
        """
        progress(0, 3)
        asked = Asked(meeting_id, kind, receiver_id, language, asks=not sure)
        paper, found = self.ready.paper(asked)
        if isinstance(paper, MinutesPaper) and not paper.is_agreed:
            raise Problem(N_("Minutes are sealed once they are agreed. Until then they can be written as a draft."))
        pages = drawn(paper)
        progress(1, 3)
        sealed = sign(pages.pdf, keys_of(self.vault), paper.head.made_at, pages.fields)
        progress(2, 3)
        made = self._record(asked, paper, found, sealed, by)
        self._keep([made], kind, by)
        progress(3, 3)
        return made

    def make_packs(
        self, meeting_id: UUID, by: Worker, *, kind: str = "pack", sure: bool = False,
        progress: Progress = lambda done, total: None,
    ) -> Sequence[MeetingPaper]:  # fmt: skip
        """The pack, or the invitation, of every institution in its own language: all of them or none."""
        receivers = self.receivers(meeting_id)
        if not receivers:
            raise Problem(N_("Nobody is asked to this meeting yet."))
        keys, made = keys_of(self.vault), []
        for done, receiver in enumerate(receivers):
            progress(done, len(receivers))
            asked = Asked(meeting_id, kind, receiver.id, asks=not sure)
            paper, found = self.ready.paper(asked)
            sealed = sign(drawn(paper).pdf, keys, paper.head.made_at)
            made.append(self._record(asked, paper, found, sealed, by))
        self._keep(made, kind, by)
        progress(len(receivers), len(receivers))
        return made

    def of(self, meeting_id: UUID) -> Sequence[PaperRow]:
        """The share log of a meeting: what was made for whom, when, and whether it was handed over; newest first."""
        wanted = select(*_LISTED).where(MeetingPaper.meeting_id == meeting_id)
        with self.vault.look() as session:
            rows = session.execute(wanted.order_by(MeetingPaper.made_at.desc(), MeetingPaper.id.desc()))
            return [PaperRow._make(row) for row in rows]

    def to(self, agency_id: UUID) -> Sequence[PaperRow]:
        """Everything that one institution got or was to get, newest first."""
        wanted = select(*_LISTED).where(MeetingPaper.receiver_id == agency_id)
        with self.vault.look() as session:
            rows = session.execute(wanted.order_by(MeetingPaper.made_at.desc(), MeetingPaper.id.desc()))
            return [PaperRow._make(row) for row in rows]

    def paper(self, paper_id: UUID) -> MeetingPaper:
        """One paper with its file, byte for byte as it was sealed."""
        with self.vault.look() as session:
            found = session.get(MeetingPaper, paper_id)
        if found is None:
            raise Problem(N_("There is no such paper."))
        return found

    def doubts(self, meeting_id: UUID) -> Sequence[Doubt]:
        """Papers not superseded that tell more than their receiver may see today: told before anything is sent."""
        rows = [row for row in self.of(meeting_id) if row.superseded_by_id is None]
        papers = {row.id: self.paper(row.id) for row in rows}
        tell = self.ready.telling(meeting_id, papers.values())
        return [
            Doubt(row.id, row.receiver, because)
            for row in rows
            if (because := self.ready.doubt(papers[row.id], row.id in tell))
        ]

    def send(self, paper_id: UUID, by: Worker, *, path: Path | None = None) -> MeetingPaper:
        """Hand a paper over: looked at once more, written to `path` if one is named, and noted in the share log."""
        paper = self.paper(paper_id)
        if because := self.ready.doubt(self.paper(paper_id)):
            raise Problem(because)
        if paper.superseded_by_id:
            raise Problem(N_("A newer copy was made. Hand that one over."))
        if path:
            write_file(path, paper.pdf)
        what = N_("Paper handed over: {number}, {receiver}")
        with self.vault.change(what, by, number=paper.number, receiver=paper.receiver) as session:
            sent = session.get_one(MeetingPaper, paper_id)
            sent.sent_at, sent.sent_by = self.world.now(), by.name
            if sent.kind == "invitation":
                mine = Attendance.meeting_id == sent.meeting_id, Attendance.agency_id == sent.receiver_id
                for row in session.scalars(select(Attendance).where(*mine)):
                    row.invited_on = row.invited_on or self.world.today()
            return sent

    def write(self, paper_id: UUID, path: Path) -> Path:
        """Write a paper to look at it; only `send` notes that it was handed over."""
        return write_file(path, self.paper(paper_id).pdf)

    def write_draft(self, paper: Paper, path: Path) -> Path:
        """Write an unsealed working copy, marked as one."""
        if isinstance(paper, MinutesPaper):
            if paper.is_agreed:
                raise ValueError(paper.head.number)
            return write_file(path, drawn(paper).pdf)
        return write_file(path, drawn(replace(paper, head=replace(paper.head, is_draft=True))).pdf)

    def write_letter(self, paper: Paper, path: Path) -> Path:
        """The agenda or the minutes as a DOCX that others can edit; it bears no seal."""
        return write_file(path, lettered(paper))

    def write_event(self, meeting_id: UUID, receiver_id: UUID, path: Path) -> Path:
        """The meeting as a calendar file for one institution, in its language."""
        entry = self.ready.entry(meeting_id, receiver_id)
        return write_file(path, event_of(entry))

    def _record(self, asked: Asked, paper: Paper, found: Gathered | None, sealed: bytes, by: Worker) -> MeetingPaper:
        return MeetingPaper(
            id=self.world.new_id(), meeting_id=asked.meeting_id, kind=asked.kind, number=paper.head.number,
            language=paper.head.language, receiver_id=asked.receiver_id, receiver=paper.head.receiver,
            content=json.dumps(_content(paper, found), ensure_ascii=False, default=str),
            rests_on="\n".join(map(str, found.consents)) if found else "",
            withheld=found.pack.withheld if found else 0, pdf=sealed, digest=hashlib.sha256(sealed).hexdigest(),
            made_at=paper.head.made_at, made_by=by.name,
        )  # fmt: skip

    def _keep(self, made: Sequence[MeetingPaper], kind: str, by: Worker) -> None:
        what = {
            "invitation": N_("Invitations made: {number}"), "agenda": N_("Agenda made: {number}"),
            "pack": N_("Papers made: {number}"), "minutes": N_("Minutes made: {number}"),
        }[kind]  # fmt: skip
        with self.vault.change(what, by, number=made[0].number) as session:
            for one in made:
                mine = (
                    MeetingPaper.meeting_id == one.meeting_id, MeetingPaper.kind == one.kind,
                    MeetingPaper.language == one.language, MeetingPaper.receiver_id == one.receiver_id,
                    MeetingPaper.superseded_by_id.is_(None),
                )  # fmt: skip
                earlier = session.scalars(select(MeetingPaper.id).where(*mine)).all()
                session.add(one)
                session.flush()
                for each in earlier:
                    session.get_one(MeetingPaper, each).superseded_by_id = one.id


def _content(paper: Paper, found: Gathered | None) -> dict[str, Any]:
    """What the share log keeps of what stood on a paper: enough to tell later what its receiver saw."""
    told: dict[str, Any] = {"kind": type(paper).__name__, "texts": tuple(dict.fromkeys(texts_in(paper)))}
    if isinstance(paper, Pack) and found:
        told["cases"] = [(each.listed, each.who, each.is_named) for each in paper.cases]
        told["withheld"] = [asdict(each) for each in found.withheld]
        told["sheets"] = [each.number for each in paper.sheets]
    return told

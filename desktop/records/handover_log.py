"""The log of hand-over notes: written by one shift, read once by the next.

Writing and reading are changes like any other, so both can be undone. Who may read what is not decided here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy import select

from desktop.language import N_
from desktop.problems import Problem
from desktop.records.handover import Handover
from desktop.records.referral import Referral
from desktop.records.typed_check import LONG, checked_filled, checked_lengths, insist
from desktop.records.typed_text import clean
from desktop.vault.vault import Vault, Worker
from desktop.world import World


@dataclass(frozen=True)
class HandoverDraft:
    """What is typed of a note."""

    text: str = ""
    for_id: UUID | None = None
    """For whom; None: whoever comes next."""
    referral_id: UUID | None = None

    def cleaned(self) -> HandoverDraft:
        """The same without unseen signs."""
        return replace(self, text=clean(self.text))

    def check(self) -> tuple[Problem, ...]:
        """Everything that keeps it from being saved."""
        return (*checked_filled(self, ("text",)), *checked_lengths(self, {"text": LONG}))


@dataclass(frozen=True)
class HandoverNote:
    """A note as Today shows it."""

    note: Handover
    label: str
    """The number of the notice it is about; empty where there is none."""
    person_name: str


class NoteGone(Problem):
    """A note was taken back since it was shown."""

    def __init__(self) -> None:
        super().__init__(N_("This entry was taken back meanwhile."))


class HandoverLog:
    """The hand-over notes of one vault."""

    def __init__(self, vault: Vault, world: World) -> None:
        self.vault, self.world = vault, world

    def write(self, draft: HandoverDraft, by: Worker) -> Handover:
        """Leave a note for the next shift, or for one worker."""
        draft = draft.cleaned()
        insist(draft.check())
        with self.vault.change(N_("Hand-over note written"), by) as session:
            note = self._note(draft, by)
            session.add(note)
            return note

    def hand_on(self, notices: Sequence[UUID], to_id: UUID | None, text: str, by: Worker) -> None:
        """Let another worker look after these notices, or whoever comes next; words for her stay with each notice."""
        draft = HandoverDraft(text, to_id).cleaned()
        insist(checked_lengths(draft, {"text": LONG}))
        with self.vault.look() as session:
            labels = [session.get_one(Referral, notice).label for notice in notices]
        with self.vault.change(N_("Handed on: {numbers}"), by, numbers=", ".join(labels)) as session:
            for notice in notices:
                session.get_one(Referral, notice).worker_id = to_id
                if draft.text:
                    session.add(self._note(replace(draft, referral_id=notice), by))

    def read(self, note_id: UUID, by: Worker) -> Handover:
        """Keep that a note was read; read again it stays as it was."""
        self._find(note_id)
        with self.vault.change(N_("Hand-over note read"), by) as session:
            note = session.get_one(Handover, note_id)
            if note.read_at is None:
                note.read_at, note.read_by_id, note.read_by = self.world.now(), by.id, by.name
            return note

    def take_back(self, note_id: UUID, by: Worker) -> None:
        """Take out a note that is not wanted any more; the history keeps it."""
        self._find(note_id)
        with self.vault.change(N_("Hand-over note taken back"), by) as session:
            session.delete(session.get_one(Handover, note_id))

    def waiting(self, by: Worker) -> tuple[HandoverNote, ...]:
        """Notes that this worker should read now, the oldest first.

        Those for her, and those for whoever comes next: of others at once, her own from the next day on, since in a
        small centre she may be the next shift herself.
        """
        return tuple(note for note in self._unread() if self._is_for(note.note, by))

    def left_by(self, by: Worker) -> tuple[HandoverNote, ...]:
        """Notes that this worker left and nobody has read yet, the oldest first."""
        return tuple(n for n in self._unread() if n.note.worker_id == by.id and not self._is_for(n.note, by))

    def everything(self, limit: int = 50) -> tuple[HandoverNote, ...]:
        """The latest notes, read or not, newest first; 0 is all of them."""
        query = _WITH_NOTICE.order_by(Handover.written_at.desc(), Handover.id.desc())
        with self.vault.look() as session:
            rows = session.execute(query.limit(limit) if limit else query).all()
        return tuple(HandoverNote(note, _label(year, number), name or "") for note, year, number, name in rows)

    def _unread(self) -> Iterator[HandoverNote]:
        query = _WITH_NOTICE.where(Handover.read_at.is_(None)).order_by(Handover.written_at, Handover.id)
        with self.vault.look() as session:
            rows = session.execute(query).all()
        for note, year, number, name in rows:
            yield HandoverNote(note, _label(year, number), name or "")

    def _is_for(self, note: Handover, by: Worker) -> bool:
        if note.for_id is not None:
            return note.for_id == by.id
        return note.worker_id != by.id or self.world.desk(note.written_at).date() < self.world.today()

    def _note(self, draft: HandoverDraft, by: Worker) -> Handover:
        return Handover(
            id=self.world.new_id(), referral_id=draft.referral_id, for_id=draft.for_id, text=draft.text,
            written_at=self.world.now(), worker_id=by.id, worker_name=by.name,
        )  # fmt: skip

    def _find(self, note_id: UUID) -> Handover:
        with self.vault.look() as session:
            note = session.get(Handover, note_id)
        if note is None:
            raise NoteGone
        return note


_WITH_NOTICE = select(Handover, Referral.year, Referral.number, Referral.person_name).outerjoin(
    Referral, Referral.id == Handover.referral_id
)


def _label(year: int | None, number: int | None) -> str:
    return f"{year}/{number}" if year is not None else ""

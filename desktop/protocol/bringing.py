"""The log that keeps a protocol's text as it was read from a file: its chapters and provisions, all of it or none."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Session

from desktop.language import N_, Language
from desktop.protocol.drafts import ChapterDraft, ProvisionDraft
from desktop.protocol.kept import kept_protocol, writable
from desktop.protocol.provisions import put_in
from desktop.protocol.reading import Read, ReadChapter
from desktop.protocol.sheet import chapters_of
from desktop.protocol.spoken import chapter_words
from desktop.records.protocol import ProtocolChapter, Provision
from desktop.records.typed_check import insist
from desktop.vault.vault import Vault, Worker
from desktop.world import World


class Bringing:
    """What was brought in from files."""

    def __init__(self, vault: Vault, world: World) -> None:
        self.vault, self.world = vault, world

    def text(self, version_id: UUID, read: Read, by: Worker) -> list[Provision]:
        """Put everything that was read into a draft; a chapter of the same title is used, others are added."""
        drafts = [ProvisionDraft(each.number, each.title, each.text or ("" if each.title else "–")).cleaned()
                  for each in read.provisions]  # fmt: skip
        for draft in drafts:
            insist(draft.check())
        with self.vault.change(N_("Provisions brought in: {n}"), by, n=len(drafts)) as session:
            version = writable(session, version_id)
            own = kept_protocol(session, version.protocol_id).language
            chapters = self._chapters(session, version_id, read.chapters, own)
            session.flush()
            made = []
            for draft, each in zip(drafts, read.provisions, strict=True):
                chapter = chapters[each.chapter] if each.chapter is not None else None
                placed = ProvisionDraft(draft.number, draft.title, draft.text, chapter_id=chapter)
                made.append(put_in(session, version_id, placed, self.world))
            return made

    def _chapters(
        self, session: Session, version_id: UUID, wanted: tuple[ReadChapter, ...], own: str
    ) -> list[UUID]:  # fmt: skip
        """The chapter for each that was read."""
        speak = Language(own)
        kept = chapters_of(session, version_id)
        known = {_alike(chapter_words(each, speak, own)): each.id for each in kept}
        place, found = max((each.position for each in kept), default=0), []
        for each in wanted:
            draft = ChapterDraft(title=each.told).cleaned()
            insist(draft.check())
            if _alike(draft.title) not in known:
                place += 1
                chapter = ProtocolChapter(
                    id=self.world.new_id(), version_id=version_id, position=place, title=draft.title
                )
                session.add(chapter)
                known[_alike(draft.title)] = chapter.id
            found.append(known[_alike(draft.title)])
        return found


def _alike(title: str) -> str:
    return " ".join(title.casefold().split())

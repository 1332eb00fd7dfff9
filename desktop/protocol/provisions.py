"""The log of what a draft says: its chapters, its provisions, whom they bind and what they rest on."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from desktop.language import N_
from desktop.problems import Problem
from desktop.protocol.drafts import BasisDraft, ChapterDraft, ProvisionDraft
from desktop.protocol.kept import GONE, writable, writable_provision
from desktop.protocol.sheet import chapters_of, provisions_of
from desktop.records.alignment import Basis
from desktop.records.protocol import ProtocolChapter, Provision, ProvisionHolder, ProvisionText
from desktop.records.revision import ProposedChange, ProvisionComment
from desktop.records.typed_check import insist
from desktop.vault.vault import Vault, Worker
from desktop.world import World

_PLAIN = (
    "number", "title", "text", "chapter_id", "holds_all", "trigger", "trigger_words", "meeting_kind_id",
    "limit_number", "limit_unit",
)  # fmt: skip
"""What a provision and its draft have in common as it is."""


class Provisions:
    """The chapters and provisions of the drafts of one vault."""

    def __init__(self, vault: Vault, world: World) -> None:
        self.vault, self.world = vault, world

    def add(self, version_id: UUID, draft: ProvisionDraft, by: Worker) -> Provision:
        """Put a provision at the end of its chapter."""
        return self.bring(version_id, [draft], by)[0]

    def bring(self, version_id: UUID, drafts: Sequence[ProvisionDraft], by: Worker) -> list[Provision]:
        """Put several provisions in, in one change: all of them or none."""
        cleaned = [draft.cleaned() for draft in drafts]
        for draft in cleaned:
            insist(draft.check())
        one = len(cleaned) == 1
        what = N_("Provision added: {number}") if one else N_("Provisions brought in: {n}")
        told = {"number": cleaned[0].number} if one else {"n": len(cleaned)}
        with self.vault.change(what, by, **told) as session:
            writable(session, version_id)
            return [put_in(session, version_id, draft, self.world) for draft in cleaned]

    def amend(self, provision_id: UUID, draft: ProvisionDraft, by: Worker) -> Provision:
        """Write it anew in a draft."""
        draft = draft.cleaned()
        insist(draft.check())
        with self.vault.change(N_("Provision changed: {number}"), by, number=draft.number) as session:
            provision = writable_provision(session, provision_id)
            rewrite(session, provision, draft, self.world)
            return provision

    def move(self, provision_id: UUID, place: int, by: Worker) -> None:
        """Give it another place among the provisions of its chapter, counted from 0."""
        with self.vault.change(N_("Provision moved"), by) as session:
            provision = writable_provision(session, provision_id)
            mine = [each for each in provisions_of(session, provision.version_id)
                    if each.chapter_id == provision.chapter_id and each.id != provision_id]  # fmt: skip
            mine.insert(max(0, min(place, len(mine))), provision)
            _set_places(mine)

    def remove(self, provision_id: UUID, by: Worker) -> None:
        """Leave it out of a draft; the history keeps it."""
        with self.vault.change(N_("Provision left out"), by) as session:
            take_from(session, writable_provision(session, provision_id))

    def add_chapter(self, version_id: UUID, draft: ChapterDraft, by: Worker) -> ProtocolChapter:
        """Put a chapter at the end."""
        draft = draft.cleaned()
        insist(draft.check())
        with self.vault.change(N_("Chapter added"), by) as session:
            writable(session, version_id)
            last = max((each.position for each in chapters_of(session, version_id)), default=0)
            chapter = ProtocolChapter(
                id=self.world.new_id(), version_id=version_id, position=last + 1, code=draft.code, title=draft.title,
                titles=draft.titles,
            )  # fmt: skip
            session.add(chapter)
            return chapter

    def amend_chapter(self, chapter_id: UUID, draft: ChapterDraft, by: Worker) -> ProtocolChapter:
        """Give it another title."""
        draft = draft.cleaned()
        insist(draft.check())
        with self.vault.change(N_("Chapter changed"), by) as session:
            chapter = _chapter(session, chapter_id)
            chapter.code, chapter.title, chapter.titles = draft.code, draft.title, draft.titles
            return chapter

    def move_chapter(self, chapter_id: UUID, place: int, by: Worker) -> None:
        """Give it another place among the chapters, counted from 0."""
        with self.vault.change(N_("Chapter moved"), by) as session:
            chapter = _chapter(session, chapter_id)
            others = [each for each in chapters_of(session, chapter.version_id) if each.id != chapter_id]
            others.insert(max(0, min(place, len(others))), chapter)
            _set_places(others)

    def remove_chapter(self, chapter_id: UUID, by: Worker) -> None:
        """Take out a chapter that has no provision."""
        with self.vault.change(N_("Chapter taken out"), by) as session:
            chapter = _chapter(session, chapter_id)
            if any(each.chapter_id == chapter_id for each in provisions_of(session, chapter.version_id)):
                raise Problem(N_("There are provisions in this chapter. Put them into another one first."))
            for change in session.scalars(select(ProposedChange).where(ProposedChange.chapter_id == chapter_id)).all():
                change.chapter_id = None
            session.flush()
            session.delete(chapter)


def put_in(
    session: Session, version_id: UUID, draft: ProvisionDraft, world: World, origin_id: UUID | None = None
) -> Provision:
    """A new provision at the end of its chapter; the draft is clean and checked."""
    _require_free(session, version_id, draft)
    identifier = world.new_id()
    mine = [each.position for each in provisions_of(session, version_id) if each.chapter_id == draft.chapter_id]
    provision = Provision(
        id=identifier, version_id=version_id, origin_id=origin_id or identifier, position=max(mine, default=0) + 1,
        **{name: getattr(draft, name) for name in _PLAIN},
    )  # fmt: skip
    session.add(provision)
    session.flush()
    _write_parts(session, provision, draft, world)
    return provision


def rewrite(session: Session, provision: Provision, draft: ProvisionDraft, world: World) -> None:
    """Write a provision as the draft says; a text in another language that was not touched falls behind."""
    _require_free(session, provision.version_id, draft, provision.id)
    changed = (provision.title, provision.text) != (draft.title, draft.text)
    before = {each.language: (each.title, each.text) for each in _texts(session, provision.id)}
    behind = {each.language for each in _texts(session, provision.id) if each.is_behind}
    for name in _PLAIN:
        setattr(provision, name, getattr(draft, name))
    _write_parts(session, provision, draft, world)
    session.flush()
    for each in _texts(session, provision.id):
        same = before.get(each.language) == (each.title, each.text)
        each.is_behind = same and (changed or each.language in behind)


def take_from(session: Session, provision: Provision) -> None:
    """Take a provision out of a draft; points of acts that it answered to are not forgotten, they are missing."""
    for table in (ProvisionText, ProvisionHolder):
        session.execute(delete(table).where(table.provision_id == provision.id))
    for basis in session.scalars(select(Basis).where(Basis.provision_id == provision.id)).all():
        if basis.point_id:
            basis.provision_id, basis.state = None, "missing"
        else:
            session.delete(basis)
    for change in session.scalars(select(ProposedChange).where(ProposedChange.provision_id == provision.id)).all():
        change.provision_id = None
    for comment in session.scalars(select(ProvisionComment).where(ProvisionComment.provision_id == provision.id)).all():
        comment.provision_id = None
    session.flush()
    session.delete(provision)


def _require_free(session: Session, version_id: UUID, draft: ProvisionDraft, own: UUID | None = None) -> None:
    taken = select(Provision.id).where(Provision.version_id == version_id, Provision.number == draft.number)
    if any(each != own for each in session.scalars(taken)):
        raise Problem(N_("There is a provision {number} already."), field="number", number=draft.number)
    if draft.chapter_id and _chapter(session, draft.chapter_id).version_id != version_id:
        raise Problem(GONE, field="chapter_id")


def _write_parts(session: Session, provision: Provision, draft: ProvisionDraft, world: World) -> None:
    """Its holders, texts and bases; those that stay the same leave no trace in the history."""
    mine = provision.id
    wanted = set() if draft.holds_all else set(draft.holders)
    for holder in session.scalars(select(ProvisionHolder).where(ProvisionHolder.provision_id == mine)).all():
        if holder.agency_id in wanted:
            wanted.discard(holder.agency_id)
        else:
            session.delete(holder)
    for agency_id in sorted(wanted, key=str):
        session.add(ProvisionHolder(id=world.new_id(), provision_id=mine, agency_id=agency_id))
    texts = {each.language: each for each in draft.texts}
    for kept in _texts(session, mine):
        if new := texts.pop(kept.language, None):
            kept.title, kept.text = new.title, new.text
        else:
            session.delete(kept)
    for each in texts.values():
        session.add(
            ProvisionText(
                id=world.new_id(), provision_id=mine, language=each.language, title=each.title, text=each.text
            )
        )
    _write_bases(session, provision, draft.bases, world)


def _write_bases(session: Session, provision: Provision, bases: Sequence[BasisDraft], world: World) -> None:
    kept = session.scalars(select(Basis).where(Basis.provision_id == provision.id)).all()
    known = {BasisDraft(each.point_id, each.named): each for each in kept}
    for each, basis in known.items():
        if each not in bases and (each.point_id or each.named):
            session.delete(basis)
    for place, wanted in enumerate(bases, 1):
        if wanted in known:
            known[wanted].position = place
            continue
        free = _unanswered(session, provision.version_id, wanted.point_id) if wanted.point_id else None
        if free:
            free.provision_id, free.position, free.state = provision.id, place, ""
        else:
            session.add(
                Basis(
                    id=world.new_id(), version_id=provision.version_id, provision_id=provision.id,
                    point_id=wanted.point_id, named="" if wanted.point_id else wanted.named, position=place,
                )
            )  # fmt: skip


def _unanswered(session: Session, version_id: UUID, point_id: UUID) -> Basis | None:
    """What stands for a point that no provision answered to until now."""
    free = Basis.version_id == version_id, Basis.point_id == point_id, Basis.provision_id.is_(None)
    return session.scalars(select(Basis).where(*free)).first()


def _texts(session: Session, provision_id: UUID) -> Sequence[ProvisionText]:
    return session.scalars(select(ProvisionText).where(ProvisionText.provision_id == provision_id)).all()


def _chapter(session: Session, chapter_id: UUID) -> ProtocolChapter:
    found = session.get(ProtocolChapter, chapter_id)
    if found is None:
        raise Problem(GONE)
    writable(session, found.version_id)
    return found


def _set_places(rows: Sequence[Provision | ProtocolChapter]) -> None:
    for place, each in enumerate(rows, 1):
        each.position = place

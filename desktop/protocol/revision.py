"""The log of a round of revision: what is proposed for a draft, what institutions say to it, and what is decided.

A draft is changed when a change is accepted, and stands again as before when that is left open again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from desktop.language import N_
from desktop.problems import Problem
from desktop.protocol.changing import before_of, undo_change, write_change
from desktop.protocol.drafts import NUMBER
from desktop.protocol.kept import GONE, kept, kept_provision, writable
from desktop.protocol.sheet import BasisRow, ProvisionRow, read_version
from desktop.records.agency import Agency
from desktop.records.alignment import Act, ActPoint, Basis
from desktop.records.protocol import TRIGGERS, UNITS, Provision
from desktop.records.revision import CHANGE_KINDS, COMMENT_SOURCES, ProposedChange, ProvisionComment
from desktop.records.typed_check import LONG, SHORT, checked_choices, checked_filled, checked_lengths, insist
from desktop.records.typed_text import clean, clean_line
from desktop.vault.vault import Vault, Worker
from desktop.world import World


@dataclass(frozen=True)
class ChangeDraft:
    """A proposed change as typed; see `ProposedChange` for what each field means."""

    kind: str = "change"
    provision_id: UUID | None = None
    point_id: UUID | None = None
    chapter_id: UUID | None = None
    number: str = ""
    title: str = ""
    text: str = ""
    trigger: str = ""
    limit_number: int | None = None
    limit_unit: str = ""
    why: str = ""
    agency_id: UUID | None = None

    @classmethod
    def of(cls, change: ProposedChange) -> ChangeDraft:
        """As it stands, to be amended."""
        return cls(**{each.name: getattr(change, each.name) for each in fields(cls)})

    @classmethod
    def for_provision(cls, provision: Provision) -> ChangeDraft:
        """A change of a provision, to be typed over what it says now."""
        said = ("chapter_id", "number", "title", "text", "trigger", "limit_number", "limit_unit")
        return cls("change", provision.id, **{name: getattr(provision, name) for name in said})

    def cleaned(self) -> ChangeDraft:
        """The same without unseen signs."""
        return replace(
            self, number=clean_line(self.number), title=clean_line(self.title), text=clean(self.text),
            why=clean(self.why),
        )  # fmt: skip

    def check(self) -> tuple[Problem, ...]:
        """Everything that keeps it from being saved."""
        says = self.kind != "remove"
        halves = (self.limit_number is None) != (not self.limit_unit)
        return (
            *checked_choices(self, {"kind": CHANGE_KINDS, "trigger": TRIGGERS, "limit_unit": UNITS}),
            *(checked_filled(self, ("number",)) if says else ()),
            *((Problem(N_("Fill in this field."), field="text"),) if says and not (self.title or self.text) else ()),
            *((Problem(N_("Choose from the list."), field="provision_id"),)
              if self.kind != "add" and self.provision_id is None else ()),
            *((Problem(N_("Say whether the limit counts hours, days or working days."), field="limit_unit"),)
              if halves else ()),
            *checked_lengths(self, {"number": NUMBER, "title": SHORT, "text": LONG, "why": LONG}),
        )  # fmt: skip


@dataclass(frozen=True)
class CommentDraft:
    """A comment as typed; see `ProvisionComment`."""

    text: str = ""
    provision_id: UUID | None = None
    change_id: UUID | None = None
    agency_id: UUID | None = None
    source: str = "typed"
    meeting_id: UUID | None = None

    def check(self) -> tuple[Problem, ...]:
        """Everything that keeps it from being saved."""
        about = self.provision_id or self.change_id
        return (
            *checked_filled(self, ("text",)),
            *checked_lengths(self, {"text": LONG}),
            *checked_choices(self, {"source": COMMENT_SOURCES}),
            *(() if about else (Problem(N_("Choose from the list."), field="provision_id"),)),
        )


@dataclass(frozen=True)
class CommentRow:
    """A comment with its institution."""

    comment: ProvisionComment
    agency: Agency | None
    """None: our own centre."""


@dataclass(frozen=True)
class ChangeRow:
    """A proposed change with the provision it is about, what it rests on, and what is said to it."""

    change: ProposedChange
    was: ProvisionRow | None
    """The provision in the version that is revised; None for a new one."""
    now: ProvisionRow | None
    """The provision in the draft; None for a new one that is not accepted, and for one that was left out."""
    proposer: Agency | None
    comments: tuple[CommentRow, ...]
    point: BasisRow | None = None
    """The point of an act that a new provision answers to."""

    @property
    def bases(self) -> tuple[BasisRow, ...]:
        """What it rests on."""
        row = self.now or self.was
        return row.bases if row else (self.point,) if self.point else ()


class Revision:
    """The rounds of revision of one vault."""

    def __init__(self, vault: Vault, world: World) -> None:
        self.vault, self.world = vault, world

    def propose(self, version_id: UUID, draft: ChangeDraft, by: Worker) -> ProposedChange:
        """Propose a change of a draft."""
        draft = draft.cleaned()
        insist(draft.check())
        with self.vault.change(N_("Change of the protocol proposed: {number}"), by, number=draft.number) as session:
            writable(session, version_id)
            origin = None
            if draft.provision_id:
                origin = kept_provision(session, draft.provision_id).origin_id
                self._require_alone(session, version_id, draft.provision_id)
            mine = ProposedChange.version_id == version_id
            last = session.scalar(select(func.max(ProposedChange.position)).where(mine)) or 0
            change = ProposedChange(
                id=self.world.new_id(), version_id=version_id, position=last + 1, origin_id=origin,
                on_day=self.world.today(), **{each.name: getattr(draft, each.name) for each in fields(draft)},
            )  # fmt: skip
            session.add(change)
            return change

    def amend(self, change_id: UUID, draft: ChangeDraft, by: Worker) -> ProposedChange:
        """Say it better, while it is open; what it is about stays."""
        draft = draft.cleaned()
        with self.vault.change(N_("Proposed change rewritten: {number}"), by, number=draft.number) as session:
            change = self._open(session, change_id)
            draft = replace(draft, kind=change.kind, provision_id=change.provision_id)
            insist(draft.check())
            for each in fields(draft):
                setattr(change, each.name, getattr(draft, each.name))
            return change

    def accept(self, change_id: UUID, by: Worker) -> ProposedChange:
        """Take it into the draft."""
        with self.vault.change(N_("Proposed change accepted"), by) as session:
            change = self._decided(session, change_id, "accepted", by)
            change.before = before_of(session, change)
            write_change(session, change, self.world)
            return change

    def reject(self, change_id: UUID, by: Worker) -> ProposedChange:
        """Leave the draft as it is."""
        with self.vault.change(N_("Proposed change not accepted"), by) as session:
            return self._decided(session, change_id, "rejected", by)

    def leave_open(self, change_id: UUID, by: Worker) -> ProposedChange:
        """Decide later; the draft stands as before."""
        with self.vault.change(N_("Proposed change left open"), by) as session:
            return self._decided(session, change_id, "open", by)

    def take_out(self, change_id: UUID, by: Worker) -> None:
        """Take out a proposal that was made by mistake, with what was said to it; the history keeps it."""
        with self.vault.change(N_("Proposed change taken out"), by) as session:
            change = self._open(session, change_id)
            session.execute(delete(ProvisionComment).where(ProvisionComment.change_id == change_id))
            session.delete(change)

    def changes(self, version_id: UUID) -> Sequence[ChangeRow]:
        """What is proposed for a draft: in the order of its provisions, new ones by their numbers."""
        with self.vault.look() as session:
            return changes_of(session, version_id, self.world)

    def comment(self, version_id: UUID, draft: CommentDraft, by: Worker) -> ProvisionComment:
        """Keep what an institution says."""
        return self.bring_comments(version_id, [draft], by)[0]

    def bring_comments(self, version_id: UUID, drafts: Sequence[CommentDraft], by: Worker) -> list[ProvisionComment]:
        """Keep several comments, in one change: all of them or none; one that is there already is not kept twice."""
        drafts = [replace(draft, text=clean(draft.text)) for draft in drafts]
        for draft in drafts:
            insist(draft.check())
        with self.vault.change(N_("Comments noted: {n}"), by, n=len(drafts)) as session:
            writable(session, version_id)
            mine = select(ProvisionComment).where(ProvisionComment.version_id == version_id)
            known = {(each.provision_id, each.change_id, each.agency_id, each.text): each
                     for each in session.scalars(mine)}  # fmt: skip
            kept_ones = []
            for draft in drafts:
                key = draft.provision_id, draft.change_id, draft.agency_id, draft.text
                if key not in known:
                    known[key] = ProvisionComment(
                        id=self.world.new_id(), version_id=version_id, on_day=self.world.today(),
                        **{each.name: getattr(draft, each.name) for each in fields(draft)},
                    )  # fmt: skip
                    session.add(known[key])
                kept_ones.append(known[key])
            return kept_ones

    def forget_comment(self, comment_id: UUID, by: Worker) -> None:
        """Take out a comment that was noted by mistake; the history keeps it."""
        with self.vault.change(N_("Comment taken out"), by) as session:
            found = session.get(ProvisionComment, comment_id)
            if found is None:
                raise Problem(GONE)
            writable(session, found.version_id)
            session.delete(found)

    def comments(self, version_id: UUID) -> Sequence[CommentRow]:
        """Everything that was said to a draft, the oldest first."""
        with self.vault.look() as session:
            return _comment_rows(session, version_id)

    def _decided(self, session: Session, change_id: UUID, state: str, by: Worker) -> ProposedChange:
        change = self._change(session, change_id)
        writable(session, change.version_id)
        if change.state == state:
            raise Problem(N_("This was decided so already."))
        if change.state == "accepted":
            undo_change(session, change, self.world)
            change.before = ""
        change.state = state
        change.decided_on = self.world.today() if state != "open" else None
        change.decided_by = by.name if state != "open" else ""
        return change

    def _open(self, session: Session, change_id: UUID) -> ProposedChange:
        change = self._change(session, change_id)
        writable(session, change.version_id)
        if change.state == "accepted":
            raise Problem(N_("It stands in the draft already. Leave it open first."))
        return change

    @staticmethod
    def _change(session: Session, change_id: UUID) -> ProposedChange:
        found = session.get(ProposedChange, change_id)
        if found is None:
            raise Problem(GONE)
        return found

    @staticmethod
    def _require_alone(session: Session, version_id: UUID, provision_id: UUID) -> None:
        same = ProposedChange.version_id == version_id, ProposedChange.provision_id == provision_id
        if session.scalar(select(func.count()).where(*same, ProposedChange.state == "open")):
            raise Problem(N_("A change of this provision is open already. Decide on it, or rewrite it."))


def changes_of(session: Session, version_id: UUID, world: World) -> list[ChangeRow]:
    """What is proposed for a draft, with all that belongs to it."""
    version = kept(session, version_id)
    now = {row.provision.origin_id: row for row in read_version(session, version_id, world.today()).provisions}
    was: dict[UUID, ProvisionRow] = {}
    if version.based_on_id:
        base = read_version(session, version.based_on_id, world.today())
        was = {row.provision.origin_id: row for row in base.provisions}
    comments = defaultdict(list)
    for row in _comment_rows(session, version_id):
        comments[row.comment.change_id or row.comment.provision_id].append(row)
    asked = select(ProposedChange, Agency).outerjoin(Agency, Agency.id == ProposedChange.agency_id)
    rows = [
        ChangeRow(
            change, was.get(change.origin_id) if change.origin_id else None,
            now.get(change.origin_id) if change.origin_id else None, agency,
            tuple(comments[change.id] + (comments[change.provision_id] if change.provision_id else [])),
            _point(session, change.point_id),
        )
        for change, agency in session.execute(asked.where(ProposedChange.version_id == version_id))
    ]  # fmt: skip
    order = {origin: place for place, origin in enumerate([*was, *(each for each in now if each not in was)])}
    return sorted(rows, key=lambda row: (order.get(row.change.origin_id or row.change.id, len(order)),
                                         row.change.position))  # fmt: skip


def _point(session: Session, point_id: UUID | None) -> BasisRow | None:
    if point_id is None:
        return None
    point = session.get_one(ActPoint, point_id)
    return BasisRow(
        Basis(point_id=point_id, named="", state="missing", needed=""), session.get(Act, point.act_id), point
    )


def _comment_rows(session: Session, version_id: UUID) -> list[CommentRow]:
    asked = select(ProvisionComment, Agency).outerjoin(Agency, Agency.id == ProvisionComment.agency_id)
    mine = asked.where(ProvisionComment.version_id == version_id)
    return [CommentRow(*row) for row in session.execute(mine.order_by(ProvisionComment.on_day, ProvisionComment.id))]

"""The log of working groups: what each is for, who sits in it, since when, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.language import N_
from desktop.problems import Problem
from desktop.records.agency import Agency
from desktop.records.training import WorkingGroup, WorkingGroupMember
from desktop.records.typed_check import LONG, NAME, checked_days, checked_filled, checked_lengths, insist
from desktop.records.typed_text import clean, clean_line
from desktop.records.word_search import has_words, wanted_words
from desktop.vault.vault import Vault, Worker
from desktop.world import World

_NAMED = 80
"""Letters of a name that the history tells."""


@dataclass(frozen=True)
class MemberDraft:
    """One institution of a group, or one official of it."""

    agency_id: UUID | None = None
    """None: the centre."""
    person: str = ""


@dataclass(frozen=True)
class GroupDraft:
    """A working group as typed."""

    name: str = ""
    purpose: str = ""
    since: date | None = None
    until: date | None = None
    results: str = ""
    members: tuple[MemberDraft, ...] = ()

    @classmethod
    def of(cls, sheet: GroupSheet) -> GroupDraft:
        """A group as it stands, to be amended."""
        values = {field.name: getattr(sheet.group, field.name) for field in fields(cls) if field.name != "members"}
        return cls(**values, members=tuple(MemberDraft(one.agency_id, one.person) for one in sheet.members))

    def cleaned(self) -> GroupDraft:
        """The same without unseen signs."""
        members = tuple(replace(one, person=clean_line(one.person)) for one in self.members)
        return replace(self, name=clean_line(self.name), purpose=clean(self.purpose), results=clean(self.results),
                       members=members)  # fmt: skip

    def check(self, today: date) -> tuple[Problem, ...]:
        """Everything that is wrong with it."""
        return (
            *checked_filled(self, ["name", "since"]),
            *checked_lengths(self, {"name": NAME, "purpose": LONG, "results": LONG}),
            *checked_days(self, ["since", "until"]),
            *self._checked_order(today),
            *self._checked_members(),
        )

    def _checked_order(self, today: date) -> Iterator[Problem]:
        for field in ("since", "until"):
            day = getattr(self, field)
            if day is not None and day > today:
                yield Problem(N_("This date has not come yet."), field=field)
        if self.since and self.until and self.until < self.since:
            yield Problem(N_("The end lies before the beginning."), field="until")

    def _checked_members(self) -> Iterator[Problem]:
        for one in self.members:
            for problem in checked_lengths(one, {"person": NAME}):
                yield Problem(problem.sentence, field="members", **problem.values)
        if len(set(self.members)) < len(self.members):
            yield Problem(N_("The same member stands twice."), field="members")


@dataclass(frozen=True)
class GroupSheet:
    """One working group with its members, the centre first."""

    group: WorkingGroup
    members: tuple[WorkingGroupMember, ...]


class WorkingGroups:
    """The working groups of one vault; there are a few."""

    def __init__(self, vault: Vault, world: World) -> None:
        self.vault, self.world = vault, world

    def found(self, draft: GroupDraft, by: Worker) -> WorkingGroup:
        """Keep that a group began its work."""
        draft = self._checked(draft)
        with self.vault.change(N_("Working group entered: {name}"), by, name=draft.name[:_NAMED]) as session:
            group = WorkingGroup(id=self.world.new_id(), **_values(draft))
            session.add(group)
            self._write_members(session, group.id, draft.members)
            return group

    def amend(self, group_id: UUID, draft: GroupDraft, by: Worker) -> WorkingGroup:
        """Change a group; members that stay leave no trace in the history."""
        draft = self._checked(draft)
        with self.vault.change(N_("Working group changed: {name}"), by, name=draft.name[:_NAMED]) as session:
            group = _present(session, group_id)
            for name, value in _values(draft).items():
                setattr(group, name, value)
            self._write_members(session, group_id, draft.members)
            return group

    def end(self, group_id: UUID, on: date, results: str, by: Worker) -> WorkingGroup:
        """Keep that a group ended its work on a day, and what came of it."""
        sheet = self.sheet(group_id)
        ended = replace(GroupDraft.of(sheet), until=on, results=results or sheet.group.results).cleaned()
        insist(ended.check(self.world.today()))
        with self.vault.change(N_("Working group ended: {name}"), by, name=ended.name[:_NAMED]) as session:
            group = _present(session, group_id)
            group.until, group.results = ended.until, ended.results
            return group

    def sheet(self, group_id: UUID) -> GroupSheet:
        """One group with its members; a Problem if it was taken back meanwhile."""
        with self.vault.look() as session:
            group = _present(session, group_id)
            return GroupSheet(group, _members(session, [group_id])[group_id])

    def all(self, *, working: bool = False) -> tuple[GroupSheet, ...]:
        """Every group: those at work first, then the others, the youngest first; those at work alone if asked."""
        with self.vault.look() as session:
            groups = sorted(session.scalars(select(WorkingGroup)), key=lambda one: (one.since, one.id), reverse=True)
            members = _members(session, [one.id for one in groups])
        groups.sort(key=lambda one: one.until is not None)
        return tuple(GroupSheet(one, members[one.id]) for one in groups if not (working and one.until))

    def find(self, text: str) -> tuple[GroupSheet, ...]:
        """The groups that have every word typed, in name, purpose, results or members."""
        wanted = wanted_words(text)
        return tuple(sheet for sheet in self.all() if has_words(_told(sheet), wanted))

    def _checked(self, draft: GroupDraft) -> GroupDraft:
        draft = draft.cleaned()
        insist(draft.check(self.world.today()))
        return draft

    def _write_members(self, session: Session, group_id: UUID, drafts: Sequence[MemberDraft]) -> None:
        if any(one.agency_id is not None and session.get(Agency, one.agency_id) is None for one in drafts):
            raise Problem(N_("Choose from the list."), field="members")
        standing = {(one.agency_id, one.person): one for one in _members(session, [group_id])[group_id]}
        for draft in drafts:
            if standing.pop((draft.agency_id, draft.person), None) is None:
                session.add(WorkingGroupMember(id=self.world.new_id(), group_id=group_id,
                                               agency_id=draft.agency_id, person=draft.person))  # fmt: skip
        for one in standing.values():
            session.delete(one)


def _values(draft: GroupDraft) -> dict[str, object]:
    return {field.name: getattr(draft, field.name) for field in fields(draft) if field.name != "members"}


def _told(sheet: GroupSheet) -> str:
    people = " ".join(one.person for one in sheet.members)
    return " ".join((sheet.group.name, sheet.group.purpose, sheet.group.results, people))


def _present(session: Session, group_id: UUID) -> WorkingGroup:
    found = session.get(WorkingGroup, group_id)
    if found is None:
        raise Problem(N_("This entry was taken back meanwhile."))
    return found


def _members(session: Session, groups: Sequence[UUID]) -> dict[UUID, tuple[WorkingGroupMember, ...]]:
    sorts = {each: sort for each, sort in session.execute(select(Agency.id, Agency.name_sort))}  # noqa: C416
    query = select(WorkingGroupMember).where(WorkingGroupMember.group_id.in_(groups)).order_by(WorkingGroupMember.id)
    found: dict[UUID, list[WorkingGroupMember]] = {each: [] for each in groups}
    for one in session.scalars(query):
        found[one.group_id].append(one)
    return {
        group: tuple(sorted(members, key=lambda one: sorts.get(one.agency_id, b"") if one.agency_id else b""))
        for group, members in found.items()
    }

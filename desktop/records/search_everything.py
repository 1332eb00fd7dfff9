"""The one search over everything: persons, notices, institutions and the few other records, by any word.

The words are kept in step by whoever writes a record; here they are only asked. What is typed may be a part of a name,
a number of a notice or of its sender, a telephone in any shape. Where no person is written so, those are offered whose
name differs by a slip of the pen. Records of which there are few are read and compared in memory: another kind of
them is one line of `FEW`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.records.agency import Agency
from desktop.records.centre_rules import rules_of
from desktop.records.law_change import LawChange
from desktop.records.meeting import AgendaItem, Meeting
from desktop.records.people_near import near_names
from desktop.records.people_query import PeopleRow, list_rows
from desktop.records.promise import Commitment, Contribution, ProblemStep, RaisedProblem
from desktop.records.protocol import Provision, ProvisionText
from desktop.records.protocol_found import versions_found
from desktop.records.referral import Referral
from desktop.records.referral_row import ReferralRow
from desktop.records.referral_row import list_rows as list_referrals
from desktop.records.telephone import dialled
from desktop.records.training import Training, TrainingPart, WorkingGroup, WorkingGroupMember
from desktop.records.word_search import has_words, wanted_words
from desktop.vault import search
from desktop.vault.vault import Vault
from desktop.world import World

FEWEST_LETTERS = 2
"""Signs from which on anything is looked for."""
LONGEST_NUMBER = 20
MOST_COUNTED = 1000
"""Records of one kind counted at most; whoever finds so many types another letter."""


PERSON, NOTICE = "person", "referral"


class Few(NamedTuple):
    """A kind of records of which there are few: in which of their words they are looked for, and in what order."""

    kind: str
    record: type[Any]
    columns: tuple[str, ...]
    order: tuple[Any, ...]
    belongs: Any = None
    """The column by which rows of another table belong to it, whose words find it too."""
    also: tuple[str, ...] = ()
    """The columns of those rows."""
    only: Callable[[Session, date], Any] | None = None
    """Which of them, where not all are meant."""


FEW = (
    Few("agency", Agency, ("name", "short_name", "other_names", "representative", "deputy"), (Agency.name_sort,)),
    Few("training", Training, ("topic", "place", "publicity", "note"), (Training.on_day.desc(), Training.id),
        TrainingPart.training_id, ("names",)),
    Few("working_group", WorkingGroup, ("name", "purpose", "results"), (WorkingGroup.since.desc(), WorkingGroup.id),
        WorkingGroupMember.group_id, ("person",)),
    Few("meeting", Meeting, ("number", "topic", "place", "chair"), (Meeting.on_day.desc(), Meeting.id),
        AgendaItem.meeting_id, ("title", "text", "heard")),
    Few("commitment", Commitment, ("what", "person", "evidence", "reason"), (Commitment.due_on.desc(), Commitment.id)),
    Few("raised_problem", RaisedProblem, ("fact", "effect", "wish", "solution"), (RaisedProblem.number.desc(),),
        ProblemStep.problem_id, ("text",)),
    Few("provision", Provision, ("number", "title", "text"), (Provision.position, Provision.id),
        ProvisionText.provision_id, ("title", "text"), versions_found),
    Few("contribution", Contribution, ("what",), (Contribution.noted_on.desc(), Contribution.id)),
    Few("law_change", LawChange, ("act", "number", "meaning"), (LawChange.in_force_from.desc(), LawChange.id)),
)  # fmt: skip
"""In the order in which what was found is shown, after persons and notices."""


@dataclass(frozen=True)
class FoundKind:
    """What was found of one kind."""

    kind: str
    records: tuple[Any, ...]
    """`PeopleRow`, `ReferralRow`, or the few themselves; at most as many as were asked for."""
    count: int
    """How many there are, `MOST_COUNTED` at most."""


@dataclass(frozen=True)
class Found:
    """What a search found, kind by kind; a kind of which nothing was found is left out."""

    kinds: tuple[FoundKind, ...] = ()
    is_near: bool = False
    """Whether the persons are written otherwise than was typed."""

    def of(self, kind: str) -> tuple[Any, ...]:
        """The records of that kind."""
        return next((one.records for one in self.kinds if one.kind == kind), ())

    def count(self, kind: str) -> int:
        """How many there are of that kind."""
        return next((one.count for one in self.kinds if one.kind == kind), 0)

    @property
    def persons(self) -> tuple[PeopleRow, ...]:
        """The persons."""
        return self.of(PERSON)

    @property
    def referrals(self) -> tuple[ReferralRow, ...]:
        """The notices."""
        return self.of(NOTICE)

    def __bool__(self) -> bool:
        return bool(self.kinds)


class Search:
    """The search over one vault."""

    def __init__(self, vault: Vault, world: World) -> None:
        self.vault, self.world = vault, world

    def find(self, text: str, limit: int = 8) -> Found:
        """Everything that has every word, each word from its beginning; newest first."""
        if len(text.strip()) < FEWEST_LETTERS:
            return Found()
        with self.vault.look() as session:
            rules, now = rules_of(session), self.world.here()
            asked = [part for part in (text, dialled(text, rules.country)) if part]
            ids = {kind: _ids(session, asked, kind) for kind in (PERSON, NOTICE)}
            ids[NOTICE] = list(dict.fromkeys([*_of_number(session, text), *ids[NOTICE]]))
            near = [] if ids[PERSON] else near_names(session, text)
            persons = near or ids[PERSON]
            shown = tuple(list_rows(session, persons[:limit], now, rules.safe_contact_days))
            notices = tuple(list_referrals(self.vault, ids[NOTICE][:limit], now, rules.calendar))
            kinds = [FoundKind(PERSON, shown, len(persons)), FoundKind(NOTICE, notices, len(ids[NOTICE]))]
            for few in FEW:
                found = _few(session, few, text, now.date())
                kinds.append(FoundKind(few.kind, found[:limit], len(found)))
            return Found(tuple(one for one in kinds if one.count), is_near=bool(near))


def _ids(session: Session, asked: list[str], kind: str) -> list[UUID]:
    found = (record_id for words in asked for _, record_id in search.find(session, words, [kind], MOST_COUNTED))
    return list(dict.fromkeys(found))[:MOST_COUNTED]


def _of_number(session: Session, text: str) -> list[UUID]:
    """The notice of exactly this number: 2026/4 stands before 2026/41, which begins alike."""
    year, _, number = text.strip().partition("/")
    if not (year.isdecimal() and number.isdecimal() and len(text.strip()) < LONGEST_NUMBER):
        return []
    return list(session.scalars(select(Referral.id).where(Referral.year == int(year), Referral.number == int(number))))


def _few(session: Session, few: Few, text: str, today: date) -> tuple[Any, ...]:
    """Those that have every word: an index of many notices is slower at telling so of a few others."""
    wanted = wanted_words(text)
    if not wanted:
        return ()
    also: dict[UUID, list[str]] = {}
    if few.belongs is not None:
        columns = (getattr(few.belongs.class_, name) for name in few.also)
        for owner, *words in session.execute(select(few.belongs, *columns)):
            also.setdefault(owner, []).extend(words)
    every = session.scalars(select(few.record).where(*_only(session, few, today)).order_by(*few.order))
    return tuple(one for one in every if has_words(_told(one, few, also), wanted))


def _only(session: Session, few: Few, today: date) -> tuple[Any, ...]:
    return (few.only(session, today),) if few.only else ()


def _told(one: Any, few: Few, also: dict[UUID, list[str]]) -> str:
    words = [getattr(one, name) for name in few.columns] + also.get(one.id, [])
    return " ".join(word if isinstance(word, str) else " ".join(word.values()) for word in words)

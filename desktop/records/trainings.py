"""The log of trainings, events and publicity: who held them, and how many came from where, in which role."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from desktop.language import N_
from desktop.problems import Problem
from desktop.records.agency import Agency
from desktop.records.centre_rules import rules_of
from desktop.records.training import Training, TrainingPart
from desktop.records.training_draft import PartDraft, TrainingDraft, TrainingQuery, TrainingRow
from desktop.records.typed_check import insist
from desktop.records.word_search import has_words, wanted_words
from desktop.vault.letters import sort_key
from desktop.vault.vault import Vault, Worker
from desktop.world import World

__all__ = ["PartDraft", "TrainingDraft", "TrainingQuery", "TrainingRow", "TrainingSheet", "Trainings"]

_NAMED = 80
"""Letters of a topic that the history tells."""


@dataclass(frozen=True)
class TrainingSheet:
    """One training with those who took part: the centre first, then the institutions in house order."""

    training: Training
    parts: tuple[TrainingPart, ...]

    def persons(self, role: str) -> int:
        """How many took part in that role."""
        return sum(part.persons for part in self.parts if part.role == role)


class Trainings:
    """The trainings of one vault. There are some dozens a year, so they are searched in memory."""

    def __init__(self, vault: Vault, world: World) -> None:
        self.vault, self.world = vault, world

    def enter(self, draft: TrainingDraft, by: Worker) -> Training:
        """Keep a training, an event or publicity."""
        draft = self._checked(draft)
        with self.vault.change(N_("Training or event entered: {topic}"), by, topic=draft.topic[:_NAMED]) as session:
            training = Training(id=self.world.new_id(), **_values(draft))
            _require_institutions(session, draft)
            session.add(training)
            self._write_parts(session, training.id, draft.parts)
            return training

    def amend(self, training_id: UUID, draft: TrainingDraft, by: Worker) -> Training:
        """Correct one; parts that stay the same leave no trace in the history."""
        draft = self._checked(draft)
        with self.vault.change(N_("Training or event changed: {topic}"), by, topic=draft.topic[:_NAMED]) as session:
            training = _present(session, training_id)
            _require_institutions(session, draft)
            for name, value in _values(draft).items():
                setattr(training, name, value)
            self._write_parts(session, training_id, draft.parts)
            return training

    def take_out(self, training_id: UUID, by: Worker) -> None:
        """Take out one that never was; the history keeps it."""
        topic = self.sheet(training_id).training.topic[:_NAMED]
        with self.vault.change(N_("Training or event taken out: {topic}"), by, topic=topic) as session:
            training = _present(session, training_id)
            for part in session.scalars(_parts_of([training_id])):
                session.delete(part)
            session.flush()
            session.delete(training)

    def sheet(self, training_id: UUID) -> TrainingSheet:
        """One training with its parts; a Problem if it was taken out meanwhile."""
        with self.vault.look() as session:
            training = _present(session, training_id)
            return TrainingSheet(training, _ordered(session, session.scalars(_parts_of([training_id]))))

    def between(self, first: date, last: date) -> tuple[TrainingSheet, ...]:
        """Those that begin within these days, earliest first."""
        query = select(Training).where(Training.on_day.between(first, last)).order_by(Training.on_day, Training.id)
        with self.vault.look() as session:
            found = list(session.scalars(query))
            parts = list(session.scalars(_parts_of([each.id for each in found])))
            return tuple(
                TrainingSheet(each, _ordered(session, (part for part in parts if part.training_id == each.id)))
                for each in found
            )

    def ids(self, query: TrainingQuery) -> list[UUID]:
        """Those that a list shows, in its order."""
        with self.vault.look() as session:
            rows = self._listed(session, query)
            locale = rules_of(session).locale
        keys: dict[str, Callable[[TrainingRow], Any]] = {
            "on_day": lambda row: row.on_day, "kind": lambda row: row.kind, "minutes": lambda row: row.minutes,
            "topic": lambda row: sort_key(row.topic, locale), "organiser": lambda row: sort_key(row.organiser, locale),
            "participants": lambda row: row.participants, "lecturers": lambda row: row.lecturers,
        }  # fmt: skip
        newest = sorted(rows, key=lambda row: (row.on_day, row.id), reverse=True)
        return [row.id for row in sorted(newest, key=keys[query.sort], reverse=query.descending)]

    def rows(self, ids: Iterable[UUID]) -> tuple[TrainingRow, ...]:
        """These as rows, in the order given; one that is gone is left out."""
        wanted = list(ids)
        with self.vault.look() as session:
            found = {row.id: row for row in _rows(session, select(Training).where(Training.id.in_(wanted)))}
        return tuple(found[each] for each in wanted if each in found)

    def find(self, text: str) -> tuple[TrainingRow, ...]:
        """Those that have every word typed, each from its beginning, the newest first."""
        return self.rows(self.ids(TrainingQuery(text=text)))

    def _listed(self, session: Session, query: TrainingQuery) -> list[TrainingRow]:
        asked = select(Training)
        if query.days:
            asked = asked.where(Training.on_day.between(*query.days))
        if query.kind:
            asked = asked.where(Training.kind == query.kind)
        if query.agency_id:
            came = select(TrainingPart.training_id).where(TrainingPart.agency_id == query.agency_id)
            asked = asked.where((Training.organiser_id == query.agency_id) | Training.id.in_(came))
        wanted = wanted_words(query.text)
        if not wanted:
            return _rows(session, asked)
        names = {each: name for each, name in session.execute(select(Agency.id, Agency.name))}  # noqa: C416
        told = {each.id: _told(each, names) for each in session.scalars(asked)}
        for part in session.scalars(_parts_of(list(told))):
            told[part.training_id] += f" {part.names} {names.get(part.agency_id, '') if part.agency_id else ''}"
        return [row for row in _rows(session, asked) if has_words(told[row.id], wanted)]

    def _checked(self, draft: TrainingDraft) -> TrainingDraft:
        draft = draft.cleaned()
        insist(draft.check(self.world.today()))
        return draft

    def _write_parts(self, session: Session, training_id: UUID, drafts: Sequence[PartDraft]) -> None:
        standing = {(part.agency_id, part.role): part for part in session.scalars(_parts_of([training_id]))}
        for draft in drafts:
            part = standing.pop((draft.agency_id, draft.role), None)
            if part is None:
                session.add(TrainingPart(id=self.world.new_id(), training_id=training_id, agency_id=draft.agency_id,
                                         role=draft.role, persons=draft.persons, names=draft.names))  # fmt: skip
            else:
                part.persons, part.names = draft.persons, draft.names
        for part in standing.values():
            session.delete(part)


def _values(draft: TrainingDraft) -> dict[str, object]:
    return {field.name: getattr(draft, field.name) for field in fields(draft) if field.name != "parts"}


def _told(training: Training, names: Mapping[UUID, str]) -> str:
    organiser = names.get(training.organiser_id, "") if training.organiser_id else ""
    return " ".join((training.topic, training.place, training.publicity, training.note, organiser))


def _present(session: Session, training_id: UUID) -> Training:
    found = session.get(Training, training_id)
    if found is None:
        raise Problem(N_("This entry was taken back meanwhile."))
    return found


def _require_institutions(session: Session, draft: TrainingDraft) -> None:
    wanted = {"organiser_id": [draft.organiser_id], "parts": [part.agency_id for part in draft.parts]}
    for field, ids in wanted.items():
        if any(each is not None and session.get(Agency, each) is None for each in ids):
            raise Problem(N_("Choose from the list."), field=field)


def _parts_of(ids: Sequence[UUID]) -> Select[TrainingPart]:
    return select(TrainingPart).where(TrainingPart.training_id.in_(ids)).order_by(TrainingPart.id)


def _ordered(session: Session, parts: Iterable[TrainingPart]) -> tuple[TrainingPart, ...]:
    """The centre first, then by the institution's name; those who taught before those who listened."""
    sorts = {each: sort for each, sort in session.execute(select(Agency.id, Agency.name_sort))}  # noqa: C416

    def key(part: TrainingPart) -> tuple[bool, bytes, bool]:
        name = sorts.get(part.agency_id, b"") if part.agency_id else b""
        return part.agency_id is not None, name, part.role != "lecturer"

    return tuple(sorted(parts, key=key))


def _rows(session: Session, query: Select[Training]) -> list[TrainingRow]:
    found = list(session.scalars(query))
    names = {agency.id: agency.known_as for agency in session.scalars(select(Agency))}
    counts: dict[tuple[UUID, str], int] = {}
    for part in session.scalars(_parts_of([each.id for each in found])):
        counts[part.training_id, part.role] = counts.get((part.training_id, part.role), 0) + part.persons
    return [
        TrainingRow(
            each.id, each.kind, each.topic, each.on_day, each.until_day, each.minutes,
            names.get(each.organiser_id, "") if each.organiser_id else "", each.place,
            counts.get((each.id, "participant"), 0), counts.get((each.id, "lecturer"), 0),
        )
        for each in found
    ]  # fmt: skip

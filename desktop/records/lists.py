"""The log of the editable lists and of the days on which the centre is closed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.language import N_
from desktop.problems import Problem
from desktop.records.centre_profile import ClosedDay
from desktop.records.centre_rules import rules_of
from desktop.records.code_list import LISTS, Code
from desktop.records.seeded_lists import Seeds
from desktop.records.typed_check import (
    NAME,
    SHORT,
    checked_days,
    checked_filled,
    checked_lengths,
    checked_ranges,
    insist,
)
from desktop.records.typed_text import clean_line
from desktop.records.workdays import WorkCalendar
from desktop.vault.remembered import Remembered
from desktop.vault.vault import Vault, Worker
from desktop.world import World

LONGEST_MEASURE = 5 * 365 * 24
"""Hours that an order or a measure may last at most."""


@dataclass(frozen=True)
class CodeDraft:
    """A list entry as typed."""

    words: str = ""
    hours: int = 0
    """Length of an order or measure; 0: no set end."""
    prolonged_hours: int = 0
    source: str = ""
    """Where the length was taken from."""

    def check(self) -> tuple[Problem, ...]:
        """What is wrong with it."""
        return (
            *checked_filled(self, ["words"]),
            *checked_lengths(self, {"words": NAME, "source": SHORT}),
            *checked_ranges(self, {"hours": (0, LONGEST_MEASURE), "prolonged_hours": (0, LONGEST_MEASURE)}),
        )

    def cleaned(self) -> CodeDraft:
        """The same without unseen signs."""
        return replace(self, words=clean_line(self.words), source=clean_line(self.source))


def seed_lists(session: Session, lists: Seeds, world: World) -> None:
    """Put a country's entries into a new vault; part of the change that makes the centre."""
    for list_name, entries in lists.items():
        for place, entry in enumerate(entries):
            session.add(
                Code(
                    id=world.new_id(), list_name=list_name, code=entry.code, msgid=entry.msgid, place=place,
                    hours=entry.hours, prolonged_hours=entry.prolonged_hours, source=entry.source,
                )
            )  # fmt: skip


def _every(session: Session) -> dict[str, tuple[Code, ...]]:
    """All lists by name, each in its order."""
    every = session.scalars(select(Code).order_by(Code.list_name, Code.place, Code.code)).all()
    return {name: tuple(entries) for name, entries in groupby(every, lambda entry: entry.list_name)}


class Lists:
    """The editable lists: asked by everybody, amended by the director."""

    def __init__(self, vault: Vault, world: World) -> None:
        self.vault = vault
        self.world = world
        self._every = Remembered(vault, _every)

    def entries(self, list_name: str, *, active_only: bool = True) -> tuple[Code, ...]:
        """The entries of a list (one of `LISTS`) in its order, retired ones only when asked for."""
        entries = self._every.get().get(list_name, ())
        return tuple(entry for entry in entries if entry.is_active) if active_only else entries

    def reasons(self, outcome: str) -> tuple[Code, ...]:
        """The reasons that belong to an outcome; what stands before the full stop of a code says to which."""
        return tuple(entry for entry in self.entries("outcome_reason") if entry.code.startswith(f"{outcome}."))

    def code(self, list_name: str, code: str) -> Code | None:
        """One entry, retired or not; None where there is none."""
        with self.vault.look() as session:
            return session.scalar(select(Code).where(Code.list_name == list_name, Code.code == code))

    def add(self, list_name: str, draft: CodeDraft, by: Worker, *, outcome: str = "") -> Code:
        """Add an entry in the centre's own words at the end of a list; a reason belongs to an outcome."""
        draft = draft.cleaned()
        insist(draft.check())
        if list_name not in LISTS:
            raise ValueError(list_name)
        if list_name == "outcome_reason" and not outcome:
            raise Problem(N_("Fill in this field."), field="outcome")
        with self.vault.change(N_("List entry added: {words}"), by, words=draft.words) as session:
            siblings = self._siblings(session, list_name)
            self._require_new(siblings, draft.words)
            taken = {entry.code for entry in siblings}
            names = (f"{outcome}." * bool(outcome) + f"own_{n}" for n in range(1, len(taken) + 2))
            entry = Code(
                id=self.world.new_id(), list_name=list_name, code=next(name for name in names if name not in taken),
                own_words=draft.words, place=max((entry.place for entry in siblings), default=-1) + 1,
                hours=draft.hours, prolonged_hours=draft.prolonged_hours, source=draft.source,
            )  # fmt: skip
            session.add(entry)
            return entry

    def rename(self, code_id: UUID, words: str, by: Worker) -> Code:
        """Give an entry the centre's own words; empty words bring back the seeded ones."""
        draft = CodeDraft(words).cleaned()
        insist(problem for problem in draft.check() if words)
        words = draft.words
        with self.vault.change(N_("List entry renamed: {words}"), by, words=words) as session:
            entry = session.get_one(Code, code_id)
            if not words and not entry.msgid:
                raise Problem(N_("Fill in this field."), field="words")
            self._require_new(
                [other for other in self._siblings(session, entry.list_name) if other is not entry], words
            )
            entry.own_words = words
            return entry

    def set_length(self, code_id: UUID, draft: CodeDraft, by: Worker) -> Code:
        """Say how long an order or measure lasts, and where that was taken from; measures already kept stay."""
        draft = draft.cleaned()
        insist(problem for problem in draft.check() if problem.field != "words")
        with self.vault.change(N_("Length of an order or measure changed"), by) as session:
            entry = session.get_one(Code, code_id)
            entry.hours, entry.prolonged_hours, entry.source = draft.hours, draft.prolonged_hours, draft.source
            return entry

    def retire(self, code_id: UUID, by: Worker) -> Code:
        """Offer an entry no longer; past records still show it."""
        return self._set_active(code_id, by, on=False)

    def revive(self, code_id: UUID, by: Worker) -> Code:
        """Offer a retired entry again."""
        return self._set_active(code_id, by, on=True)

    def move(self, code_id: UUID, place: int, by: Worker) -> None:
        """Put an entry at a place of its list, counted from 0; the others close up."""
        with self.vault.change(N_("List put into another order"), by) as session:
            entry = session.get_one(Code, code_id)
            order = [other for other in self._siblings(session, entry.list_name) if other is not entry]
            order.insert(max(0, place), entry)
            for position, other in enumerate(order):
                other.place = position

    def closed_days(self) -> tuple[ClosedDay, ...]:
        """The centre's own closed days, earliest first."""
        with self.vault.look() as session:
            return tuple(session.scalars(select(ClosedDay).order_by(ClosedDay.day)))

    def close_day(self, day: date, why: str, by: Worker) -> ClosedDay:
        """Say that the centre is closed on a day; deadlines counted from now on leave it out."""
        closed = ClosedDay(id=self.world.new_id(), day=day, why=clean_line(why))
        insist([*checked_lengths(closed, {"why": SHORT}), *checked_days(closed, ["day"])])
        with self.vault.change(N_("Closed day entered: {day}"), by, day=day) as session:
            if session.scalar(select(ClosedDay).where(ClosedDay.day == day)):
                raise Problem(N_("This day is entered already."), field="day")
            session.add(closed)
            return closed

    def open_day(self, closed_id: UUID, by: Worker) -> None:
        """Take back a closed day."""
        with self.vault.change(N_("Closed day taken back"), by) as session:
            session.delete(session.get_one(ClosedDay, closed_id))

    def calendar(self) -> WorkCalendar:
        """The centre's working days: its week, its country's holidays, its own closed days."""
        with self.vault.look() as session:
            return rules_of(session).calendar

    def _set_active(self, code_id: UUID, by: Worker, *, on: bool) -> Code:
        what = N_("List entry offered again") if on else N_("List entry retired")
        with self.vault.change(what, by) as session:
            entry = session.get_one(Code, code_id)
            others = select(func.count()).where(
                Code.list_name == entry.list_name, Code.is_active, Code.id != entry.id
            )  # fmt: skip
            if not on and not session.scalar(others):
                raise Problem(N_("At least one entry must stay in the list."))
            entry.is_active = on
            return entry

    @staticmethod
    def _siblings(session: Session, list_name: str) -> list[Code]:
        return list(session.scalars(select(Code).where(Code.list_name == list_name).order_by(Code.place, Code.code)))

    @staticmethod
    def _require_new(others: list[Code], words: str) -> None:
        if words and any(other.own_words.casefold() == words.casefold() for other in others):
            raise Problem(N_("The list has this entry already."), field="words")

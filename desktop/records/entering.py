"""Turning typed notices into rows, one or a million by the same rules: numbers, persons, deadlines, repeats, search.

Works inside a change that somebody else began, and writes with statements over many rows. Decides nothing that the
person at the desk decides: nobody is joined with anybody unless the draft says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

from sqlalchemy import Table, func, insert, select, update
from sqlalchemy.orm import Session

from desktop.records.centre_rules import CentreRules
from desktop.records.contact_draft import AttemptDraft, OutcomeDraft, SafeContactDraft
from desktop.records.entry_values import (
    NO_SAFE_CONTACT,
    Values,
    attempt_values,
    measure_values,
    mention_values,
    outcome_values,
    person_values,
    person_words,
    referral_values,
    referral_words,
    safe_contact_values,
    sort_of,
)  # fmt: skip
from desktop.records.person import JoinedPerson, Person
from desktop.records.person_contact import corrected
from desktop.records.person_links import make_person_findable
from desktop.records.referral import Attempt, Measure, Mention, Referral
from desktop.records.referral_draft import MentionDraft, ReferralDraft
from desktop.records.repeats import Received, repeats
from desktop.records.typed_text import clean_line
from desktop.vault import search
from desktop.vault.record import Record
from desktop.vault.vault import Worker


@dataclass(frozen=True)
class ReferralCourse:
    """A notice together with what has already become of it, for bringing in what lies behind."""

    draft: ReferralDraft
    """A person_id in it that nobody bears yet makes a new person by that identifier."""
    attempts: tuple[AttemptDraft, ...] = ()
    outcome: OutcomeDraft | None = None
    safe_contact: SafeContactDraft | None = None
    """Agreed with the person the notice is about."""
    id: UUID | None = None
    """The identifier that the notice is to bear; None: a new one."""
    worker: Worker | None = None
    """Who made the attempts; None: whoever brings it in."""


class Entering:
    """Writes notices in a session of one change."""

    def __init__(self, session: Session, rules: CentreRules, new_id: Callable[[], UUID], by: Worker) -> None:
        self.session, self.rules, self.new_id, self.by = session, rules, new_id, by
        self._numbers: dict[int, int] = {}
        self._codes = last_code(session)
        self._rows: dict[type[Record], list[Values]] = defaultdict(list)
        self._people: dict[UUID, Person | Values] = {}
        self._filled: set[UUID] = set()

    def enter(self, courses: Sequence[ReferralCourse]) -> list[UUID]:
        """Write them, numbered in the order given; each must have been checked before."""
        wanted = {mention.person_id for course in courses for mention in course.draft.mentions if mention.person_id}
        self.know(wanted)
        earlier = set(self._people)
        ids = [self._course(course) for course in courses]
        repeating = self._note_repeats(earlier)
        self.keep_people()
        for table in (Referral, Mention, Measure, Attempt):
            self._insert(table)
        for notice_id, repeated in repeating.items():
            self.session.execute(update(Referral).where(Referral.id == notice_id).values(repeat_of_id=repeated))
        self._make_notices_findable()
        self.session.flush()
        return ids

    def know(self, wanted: Collection[UUID]) -> None:
        """Look up the persons whom the next notices may mean."""
        known = self.session.scalars(select(Person).where(Person.id.in_(wanted))) if wanted else ()
        self._rows.clear()
        self._filled.clear()
        self._people = {person.id: person for person in known}

    def keep_people(self) -> None:
        """Write the new persons, and make those findable of whom something was learnt."""
        self._insert(Person)
        new = [(row["id"], row["name"], person_words(row)) for row in self._rows[Person]]
        search.index_new(self.session, "person", new)
        for person_id in self._filled:
            if isinstance(person := self._people[person_id], Person):
                make_person_findable(self.session, person)

    def _insert(self, table: type[Record]) -> None:
        """By the table and not the class, because the unit of work has nothing to add here but time."""
        if rows := self._rows[table]:
            self.session.connection().execute(insert(cast(Table, table.__table__)), rows)

    def _course(self, course: ReferralCourse) -> UUID:
        draft, referral_id = course.draft, course.id or self.new_id()
        assert draft.received_at is not None
        mentions = [mention for mention in draft.mentions if mention.says_something]
        people = [self.person_for(mention) for mention in mentions]
        for place, (mention, person_id) in enumerate(zip(mentions, people, strict=True)):
            values = mention_values(mention, place, draft.received_at, self.rules)
            row = {"id": self.new_id(), "referral_id": referral_id, "person_id": person_id, **values}
            self._rows[Mention].append(row)
        for measure in draft.measures:
            values = measure_values(measure, self.rules)
            self._rows[Measure].append({"id": self.new_id(), "referral_id": referral_id, **values})
        first = people[0] if people else None
        if course.safe_contact and first:
            agreed = safe_contact_values(course.safe_contact, self.rules, self.by, draft.received_at.date())
            give(self._people[first], agreed)
        row = {"id": referral_id, "number": self.next_number(draft.received_at.year), "repeat_of_id": None,
               **referral_values(draft, self.rules), **self.about(mentions, people)}  # fmt: skip
        self._follow(course, row)
        self._rows[Referral].append(row)
        return referral_id

    def _follow(self, course: ReferralCourse, row: Values) -> None:
        """What became of the notice since."""
        for attempt in course.attempts:
            values = attempt_values(attempt, course.worker or self.by)
            values["person_id"] = attempt.person_id or row["person_id"]
            self._rows[Attempt].append({"id": self.new_id(), "referral_id": row["id"], **values})
        reached = [attempt.at for attempt in course.attempts if attempt.outcome == "reached" and attempt.at]
        last = max([attempt.at for attempt in course.attempts if attempt.at] + [row["received_at"]])
        row |= {
            "attempts": len(course.attempts),
            "first_contact_at": min(reached, default=None),
            **outcome_values(course.outcome, last.date()),
        }

    def next_number(self, year: int) -> int:
        """The next number of that year, and counted from now on."""
        if year not in self._numbers:
            last = self.session.scalar(select(func.max(Referral.number)).where(Referral.year == year))
            self._numbers[year] = last or 0
        self._numbers[year] += 1
        return self._numbers[year]

    def person_for(self, mention: MentionDraft) -> UUID | None:
        """The person a mention means: the one named by it, or a new one; nobody where no name or number is known.

        Of a person known already only what was empty is filled in.
        """
        said = person_values(mention, self.rules)
        if mention.person_id and mention.person_id in self._people:
            present = self._people[mention.person_id]
            empty = {name: value for name, value in said.items() if _get(present, name) in (None, "", b"", "unknown")}
            if any(empty.values()):
                give(present, corrected(present, empty) if isinstance(present, Person) else empty)
                self._filled.add(mention.person_id)
            return mention.person_id
        if not (said["name"] or said["phone"] or mention.person_id):
            return None
        self._codes += 1
        person_id = mention.person_id or self.new_id()
        code = {"code": code_of(self._codes), "number": self._codes}
        row = {"id": person_id, **code, **NO_SAFE_CONTACT, **said}
        self._people[person_id] = row
        self._rows[Person].append(row)
        return person_id

    def about(self, mentions: Sequence[MentionDraft], people: Sequence[UUID | None]) -> Values:
        """What the notice itself repeats of the person it is about, for lists and figures."""
        if not mentions:
            return {"person_id": None, "person_name": "", "person_sort": b"", "municipality": ""}
        present = self._people[people[0]] if people[0] else person_values(mentions[0], self.rules)
        return {
            "person_id": people[0],
            "person_name": _get(present, "name"),
            "person_sort": _get(present, "name_sort"),
            "municipality": clean_line(mentions[0].municipality) or _get(present, "municipality"),
        }

    def _note_repeats(self, known: set[UUID]) -> dict[UUID, UUID | None]:
        """Link each notice with the last one before about the same person, also within this batch.

        Gives those kept before that repeat another one from now on: they can point to it only once it is there.
        """
        courses: dict[UUID, list[Received]] = defaultdict(list)
        new = {row["id"]: row for row in self._rows[Referral]}
        for row in new.values():
            if row["person_id"]:
                courses[row["person_id"]].append(Received(row["received_at"], row["id"]))
        before = notices_of(self.session, known & set(courses))
        for person_id, notices in before.items():
            courses[person_id] += [notice for notice, _ in notices]
        noted = {notice.id: repeated for notices in before.values() for notice, repeated in notices}
        changed: dict[UUID, UUID | None] = {}
        for received in courses.values():
            for notice_id, repeated in repeats(received, self.rules.repeat_months).items():
                if notice_id in new:
                    new[notice_id]["repeat_of_id"] = repeated
                elif noted[notice_id] != repeated:
                    changed[notice_id] = repeated
        return changed

    def _make_notices_findable(self) -> None:
        named: dict[UUID, list[Values]] = defaultdict(list)
        for row in self._rows[Mention]:
            named[row["referral_id"]].append(row)
        new = (
            (row["id"], sort_of(row["received_at"]), referral_words(row, named[row["id"]]))
            for row in self._rows[Referral]
        )
        search.index_new(self.session, "referral", new)


def last_code(session: Session) -> int:
    """The last number that any person's code has or had."""
    return max(session.scalar(select(func.max(kind.number))) or 0 for kind in (Person, JoinedPerson))


def code_of(number: int) -> str:
    """The code of a person by its number: P-0388."""
    return f"P-{number:04d}"


def notices_of(session: Session, people: Collection[UUID]) -> dict[UUID, list[tuple[Received, UUID | None]]]:
    """The notices about each of these persons, with what each repeats as noted so far."""
    found: dict[UUID, list[tuple[Received, UUID | None]]] = defaultdict(list)
    if not people:
        return found
    wanted = (Referral.person_id, Referral.received_at, Referral.id, Referral.duplicate_of_id, Referral.repeat_of_id)
    for person_id, at, notice_id, duplicate, repeated in session.execute(
        select(*wanted).where(Referral.person_id.in_(people))
    ):
        assert person_id is not None
        found[person_id].append((Received(at, notice_id, duplicate is not None), repeated))
    return found


def note_repeats(session: Session, people: Collection[UUID], months: int) -> None:
    """Link the notices of these persons anew, after one of them was moved, joined with another or taken out."""
    for notices in notices_of(session, people).values():
        noted = {notice.id: repeated for notice, repeated in notices}
        for notice_id, repeated in repeats([notice for notice, _ in notices], months).items():
            if noted[notice_id] != repeated:
                session.execute(update(Referral).where(Referral.id == notice_id).values(repeat_of_id=repeated))


def _get(person: Person | Values, name: str) -> Any:
    return person[name] if isinstance(person, dict) else getattr(person, name)


def give(record: Record | Values, values: Values) -> None:
    """Fill the columns of a record, or of a row that is still to be written."""
    if isinstance(record, dict):
        record.update(values)
    else:
        for name, value in values.items():
            setattr(record, name, value)

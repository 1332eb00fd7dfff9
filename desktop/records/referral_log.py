"""The log of received notices: entering, amending, deciding, and finding them again.

Each writing verb is one change in the vault. Nothing is ever joined by itself: a person known already or a notice that
had come before is linked because somebody said so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence, Sized
from datetime import datetime
from itertools import islice
from uuid import UUID

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from desktop.language import N_
from desktop.problems import Problem
from desktop.records.amending import Amending
from desktop.records.centre_rules import calendar_of, rules_of
from desktop.records.contact_draft import OutcomeDraft
from desktop.records.entering import Entering, ReferralCourse, give, note_repeats
from desktop.records.entry_values import outcome_values
from desktop.records.help_log import follow_outcome
from desktop.records.referral import Referral
from desktop.records.referral_draft import ReferralDraft
from desktop.records.referral_query import ReferralQuery, at_once, how_many, list_first, list_ids
from desktop.records.referral_row import ReferralRow, list_rows, rows_of
from desktop.records.referral_sheet import ReferralSheet, draft_as_kept, read_sheet
from desktop.records.repeats import months_before
from desktop.records.typed_check import insist
from desktop.records.typed_text import clean_line
from desktop.vault.remembered import Remembered
from desktop.vault.vault import Vault, Worker
from desktop.world import World

__all__ = ["OutcomeDraft", "ReferralCourse", "ReferralLog", "ReferralQuery", "ReferralRow", "ReferralSheet"]

_BATCH = 1000
_MAY_DOUBLE = 50


class ReferralLog:
    """The notices of one vault."""

    def __init__(self, vault: Vault, world: World) -> None:
        self.vault, self.world = vault, world
        self._calendar = Remembered(vault, calendar_of)

    def enter(self, draft: ReferralDraft, by: Worker) -> Referral:
        """Keep a new notice; it gets the next number of its year of receipt."""
        insist(draft.check(self.world.here()))
        assert draft.received_at is not None
        label = f"{draft.received_at.year}/{self.next_number(draft.received_at.year)}"
        with self.vault.change(N_("Notice entered: {number}"), by, number=label) as session:
            (referral_id,) = self._entering(session, by).enter([ReferralCourse(draft)])
            return session.get_one(Referral, referral_id)

    def enter_all(
        self,
        entries: Iterable[ReferralDraft | ReferralCourse],
        by: Worker,
        progress: Callable[[int, int], None] | None = None,
        total: int = 0,
    ) -> list[UUID]:
        """Keep many notices as one change, all or none, numbered by year in the order given: that of receipt.

        By the same rules as one alone. `progress` is told how many of `total` (or of the entries' own length) are done.
        """
        total = len(entries) if isinstance(entries, Sized) else total
        left, ids, now = iter(entries), list[UUID](), self.world.here()
        with self.vault.change(N_("Notices brought in"), by) as session:
            entering = self._entering(session, by)
            while batch := list(islice(left, _BATCH)):
                courses = [e if isinstance(e, ReferralCourse) else ReferralCourse(e) for e in batch]
                for course in courses:
                    insist(course.draft.check(now))
                ids += entering.enter(courses)
                session.expunge_all()
                if progress:
                    progress(len(ids), max(total, len(ids)))
        return ids

    def _entering(self, session: Session, by: Worker) -> Entering:
        return Entering(session, rules_of(session), self.world.new_id, by)

    def amend(self, referral_id: UUID, draft: ReferralDraft, by: Worker) -> Referral:
        """Correct a notice; numbers, deadlines, persons and repeats follow."""
        insist(draft.check(self.world.here()))
        label = self._get(referral_id).label
        with self.vault.change(N_("Notice amended: {number}"), by, number=label) as session:
            rules = rules_of(session)
            return Amending(session, rules, self.world.new_id, by).amend(referral_id, draft)

    def draft_of(self, referral_id: UUID) -> ReferralDraft:
        """The notice as a form shows it, to be amended."""
        with self.vault.look() as session:
            return draft_as_kept(session, referral_id)

    def decide(self, referral_id: UUID, draft: OutcomeDraft, by: Worker) -> Referral:
        """Say what became of a notice; pending opens it again."""
        today = self.world.today()
        insist(draft.check(today))
        label = self._get(referral_id).label
        with self.vault.change(N_("Outcome noted: {number}"), by, number=label) as session:
            referral = session.get_one(Referral, referral_id)
            follow_outcome(session, referral, draft.outcome, draft.on or today, by)
            give(referral, outcome_values(draft, today))
            return referral

    def mark_duplicate(self, referral_id: UUID, of_id: UUID | None, by: Worker) -> Referral:
        """Say that a notice is one that had come before, so that it is not counted; None takes it back."""
        label = self._get(referral_id).label
        what = N_("Marked as duplicate: {number}") if of_id else N_("No longer a duplicate: {number}")
        with self.vault.change(what, by, number=label) as session:
            referral = session.get_one(Referral, referral_id)
            first = session.get_one(Referral, of_id) if of_id else None
            if first is not None and (first.id == referral_id or first.duplicate_of_id is not None):
                raise Problem(N_("Choose the first of the notices, not a duplicate."), field="of_id")
            copies = select(func.count()).select_from(Referral).where(Referral.duplicate_of_id == referral_id)
            if first is not None and session.scalar(copies):
                raise Problem(N_("Another notice is marked as duplicate of this one."), field="of_id")
            referral.duplicate_of_id = of_id
            session.flush()
            if referral.person_id:
                note_repeats(session, {referral.person_id}, rules_of(session).repeat_months)
            return referral

    def sheet(self, referral_id: UUID) -> ReferralSheet:
        """Everything about one notice, with its time line."""
        with self.vault.look() as session:
            return read_sheet(session, referral_id, self.world)

    def ids(self, query: ReferralQuery | None = None) -> Sequence[UUID]:
        """Which notices a list shows, in its order."""
        query = query or ReferralQuery()
        if (asked := at_once(query, self.vault.read)) is not None:
            return self.vault.identifiers(*asked)
        with self.vault.look() as session:
            return list_ids(session, query, self.world.here())

    def first(self, query: ReferralQuery, most: int) -> list[ReferralRow]:
        """The first so many notices of a list, as it shows them."""
        now, calendar = self.world.here(), self._calendar.get()
        if (asked := at_once(query, self.vault.read, most)) is not None:
            return rows_of(self.vault.read(*asked), now, calendar)
        with self.vault.look() as session:
            return list_first(session, query, now, calendar, most)

    def rows(self, ids: Sequence[UUID]) -> list[ReferralRow]:
        """These notices as a list shows them."""
        return list_rows(self.vault, ids, self.world.here(), self._calendar.get())

    def count(self, query: ReferralQuery | None = None) -> int:
        """How many notices a list shows."""
        with self.vault.look() as session:
            return how_many(session, query or ReferralQuery(), self.world.here())

    def next_number(self, year: int) -> int:
        """The number that the next notice of that year will get."""
        with self.vault.look() as session:
            return 1 + (session.scalar(select(func.max(Referral.number)).where(Referral.year == year)) or 0)

    def by_label(self, label: str) -> Referral | None:
        """The notice with that number, such as 2026/419."""
        year, _, number = label.strip().partition("/")
        if not (year.isdecimal() and number.isdecimal() and len(label) < 20):
            return None
        with self.vault.look() as session:
            wanted = select(Referral).where(Referral.year == int(year), Referral.number == int(number))
            return session.scalars(wanted).first()

    def officers(self, sender_id: UUID, limit: int = 30) -> tuple[str, ...]:
        """The officers who sent notices for this institution, the latest first."""
        latest = (
            select(Referral.officer)
            .where(Referral.sender_id == sender_id, Referral.officer != "")
            .order_by(Referral.received_at.desc())
            .limit(400)
        )
        with self.vault.look() as session:
            return tuple(dict.fromkeys(session.scalars(latest)))[:limit]

    def last_unit(self, sender_id: UUID) -> UUID | None:
        """The unit from which the last notice of this institution came, if it was told."""
        last = select(Referral.unit_id).where(Referral.sender_id == sender_id).order_by(Referral.received_at.desc())
        with self.vault.look() as session:
            return session.scalars(last.limit(1)).first()

    def same_reference(self, reference: str, but: UUID | None = None) -> Referral | None:
        """The last notice that came under this number of the sender's, if any; `but` is the one being amended."""
        if not (wanted := clean_line(reference)):
            return None
        with self.vault.look() as session:
            found = session.scalars(select(Referral).where(Referral.reference == wanted))
            return max((r for r in found if r.id != but), key=lambda r: r.received_at, default=None)

    def may_double(self, referral_id: UUID) -> list[ReferralRow]:
        """Notices of which this one may be a copy: earlier ones about the person, and those of the same number."""
        referral = self._get(referral_id)
        ways = []
        if referral.person_id:
            ways.append(and_(Referral.person_id == referral.person_id, Referral.received_at <= referral.received_at))
        if referral.reference:
            ways.append(Referral.reference == referral.reference)
        if not ways:
            return []
        wanted = select(Referral.id).where(or_(*ways), Referral.id != referral_id, Referral.duplicate_of_id.is_(None))
        with self.vault.look() as session:
            ids = session.scalars(wanted.order_by(Referral.received_at.desc()).limit(_MAY_DOUBLE)).all()
        return self.rows(ids)

    def repeated_by(self, person_id: UUID, received: datetime, but: UUID | None = None) -> tuple[Referral, ...]:
        """The notices that one about this person, received then, would repeat, the latest first."""
        with self.vault.look() as session:
            since = months_before(received, rules_of(session).repeat_months)
            own = (Referral.person_id == person_id, Referral.duplicate_of_id.is_(None))
            found = select(Referral).where(*own, Referral.received_at.between(since, received))
            return tuple(r for r in session.scalars(found.order_by(Referral.received_at.desc())) if r.id != but)

    def latest(self) -> UUID | None:
        """The notice that was received last."""
        with self.vault.look() as session:
            return session.scalar(
                select(Referral.id).order_by(Referral.received_at.desc(), Referral.id.desc()).limit(1)
            )

    def _get(self, referral_id: UUID) -> Referral:
        with self.vault.look() as session:
            return session.get_one(Referral, referral_id)

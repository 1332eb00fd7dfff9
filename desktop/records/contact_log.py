"""Attempts to reach a person: noted, amended, and whom to call next.

Nobody is ever called because the program forgot to ask: an attempt outside the way agreed with her, or made while no
safe way is known, is kept only with the reason why it was right.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.language import N_
from desktop.problems import Problem
from desktop.records.agency import Agency
from desktop.records.centre_rules import CentreRules, rules_of
from desktop.records.contact_draft import AttemptDraft, OutcomeDraft
from desktop.records.contact_way import Way, way_of
from desktop.records.entering import give
from desktop.records.entry_values import attempt_values, outcome_values
from desktop.records.help_log import follow_outcome
from desktop.records.person import MayCall, Person
from desktop.records.person_contact import NOT_KNOWN
from desktop.records.referral import Attempt, Referral
from desktop.records.referral_query import state_is
from desktop.records.referral_state import ReferralState, state_of
from desktop.records.typed_check import insist
from desktop.vault.record import in_parts
from desktop.vault.vault import Vault, Worker
from desktop.world import World

__all__ = ["AttemptDraft", "AttemptGone", "ContactLog", "DueCall", "OutcomeDraft", "calls_due"]

IN_PERSON = "in_person"
"""The channel to which no safe hours apply: she came herself."""
NOTED = N_("Contact attempt noted: {number}")
ENDS_THE_WAY = ("unsafe", "wrong_number")
"""Outcomes after which the way agreed with her is not known to be safe any more, until it is agreed anew."""
_CALL_ORDER = (MayCall.YES, MayCall.NOT_NOW, MayCall.ASK_FIRST, MayCall.UNKNOWN, MayCall.NO)
_SOME = 200
"""Waiting notices that are read at once: thousands with all that is known take memory that is never given back."""


@dataclass(frozen=True, kw_only=True)
class DueCall(Way):
    """Somebody who has not been reached yet."""

    referral_id: UUID
    label: str
    person_id: UUID | None
    person_name: str
    municipality: str
    sender: str
    """As the institution is known."""
    worker_id: UUID | None
    due_at: datetime
    state: ReferralState
    attempts: int
    again_at: datetime | None
    """When the last attempt said to try again."""


class AttemptGone(Problem):
    """An attempt was taken back since it was shown."""

    def __init__(self) -> None:
        super().__init__(N_("This entry was taken back meanwhile."))


class ContactLog:
    """The contact attempts of one vault."""

    def __init__(self, vault: Vault, world: World) -> None:
        self.vault, self.world = vault, world

    def attempt(
        self, referral_id: UUID, draft: AttemptDraft, by: Worker, help_outcome: OutcomeDraft | None = None
    ) -> Attempt:
        """Keep an attempt, and with it, if she was reached, what became of the notice."""
        self._insist(draft, help_outcome)
        label = self._label(referral_id, draft.person_id)
        with self.vault.change(NOTED, by, number=label) as session:
            return self._keep(session, referral_id, draft, by, help_outcome)

    def attempt_person(self, person_id: UUID, draft: AttemptDraft, by: Worker) -> Attempt:
        """Keep an attempt to reach somebody about whom there is no notice."""
        self._insist(draft, None)
        with self.vault.change(NOTED, by, number=self._label(None, person_id)) as session:
            self._insist_on_safety(session, person_id, draft)
            _heed(session, person_id, draft)
            attempt = Attempt(id=self.world.new_id(), person_id=person_id, **attempt_values(draft, by))
            session.add(attempt)
            return attempt

    def attempt_all(
        self,
        attempts: Iterable[tuple[UUID, AttemptDraft, OutcomeDraft | None, Worker]],
        by: Worker,
        progress: Callable[[int, int], None] | None = None,
        total: int = 0,
    ) -> int:
        """Keep many attempts (notice, attempt, outcome, who made it) as one change; how many they were."""
        done = 0
        with self.vault.change(N_("Contact attempts brought in"), by) as session:
            for referral_id, draft, outcome, worker in attempts:
                self._insist(draft, outcome)
                self._keep(session, referral_id, draft, worker, outcome, strict=False)
                done += 1
                if done % 500 == 0:
                    session.flush()
                    session.expunge_all()
                    if progress:
                        progress(done, max(total, done))
        return done

    def _insist(self, draft: AttemptDraft, outcome: OutcomeDraft | None) -> None:
        now = self.world.here()
        insist(draft.check(now) + (outcome.check(now.date()) if outcome else ()))

    def _keep(
        self,
        session: Session,
        referral_id: UUID,
        draft: AttemptDraft,
        by: Worker,
        outcome: OutcomeDraft | None,
        *,
        strict: bool = True,
    ) -> Attempt:
        referral = session.get_one(Referral, referral_id)
        person_id = draft.person_id or referral.person_id
        if strict:
            self._insist_on_safety(session, person_id, draft)
            _heed(session, person_id, draft)
        attempt = Attempt(
            id=self.world.new_id(), referral_id=referral_id, person_id=person_id, **attempt_values(draft, by)
        )
        session.add(attempt)
        session.flush()
        keep_in_step(session, referral)
        if outcome:
            follow_outcome(session, referral, outcome.outcome, outcome.on or attempt.at.date(), by)
            give(referral, outcome_values(outcome, attempt.at.date()))
        return attempt

    def find(self, attempt_id: UUID) -> Attempt:
        """One attempt; raises `AttemptGone` where it was taken back meanwhile."""
        with self.vault.look() as session:
            attempt = session.get(Attempt, attempt_id)
        if attempt is None:
            raise AttemptGone
        return attempt

    def draft_of(self, attempt_id: UUID) -> AttemptDraft:
        """An attempt as a form shows it, to be amended."""
        attempt = self.find(attempt_id)
        return AttemptDraft(**{name: getattr(attempt, name) for name in AttemptDraft.__dataclass_fields__})

    def amend_attempt(self, attempt_id: UUID, draft: AttemptDraft, by: Worker) -> Attempt:
        """Correct an attempt; who made it stays."""
        self._insist(draft, None)
        kept = self.find(attempt_id)
        label = self._label(kept.referral_id, kept.person_id)
        with self.vault.change(N_("Contact attempt amended: {number}"), by, number=label) as session:
            attempt = session.get_one(Attempt, attempt_id)
            person_id = draft.person_id or attempt.person_id
            same_way = (attempt.channel, attempt.person_id) == (draft.channel, person_id)
            if attempt.outside_reason or not same_way or not _same_minute(attempt.at, draft.at):
                self._insist_on_safety(session, person_id, draft)
            if (draft.outcome, person_id) != (attempt.outcome, attempt.person_id):
                _heed(session, person_id, draft)
            made_by = Worker(attempt.worker_id, attempt.worker_name, "")
            give(attempt, {"person_id": person_id, **attempt_values(draft, made_by)})
            session.flush()
            self._follow(session, kept.referral_id)
            return attempt

    def take_back(self, attempt_id: UUID, by: Worker) -> None:
        """Take out an attempt that was never made; the history keeps it."""
        kept = self.find(attempt_id)
        label = self._label(kept.referral_id, kept.person_id)
        with self.vault.change(N_("Contact attempt taken back: {number}"), by, number=label) as session:
            session.delete(session.get_one(Attempt, attempt_id))
            session.flush()
            self._follow(session, kept.referral_id)

    def due(self, now: datetime | None = None) -> tuple[DueCall, ...]:
        """Whom to reach: first those who may be called now, by nearest deadline; then those who may not."""
        with self.vault.look() as session:
            return calls_due(session, now or self.world.here())

    def _insist_on_safety(self, session: Session, person_id: UUID | None, draft: AttemptDraft) -> None:
        person = session.get(Person, person_id) if person_id else None
        days = rules_of(session).safe_contact_days
        if person is not None and not draft.outside_reason.strip() and is_outside(person, draft, days):
            raise Problem(
                N_("This is outside the agreed way of contact. Write down why it was right."), field="outside_reason"
            )

    def _label(self, referral_id: UUID | None, person_id: UUID | None) -> str:
        """The number of the notice; where there is none, the code of the person."""
        with self.vault.look() as session:
            if referral_id is not None:
                return session.get_one(Referral, referral_id).label
            return session.get_one(Person, person_id).code

    @staticmethod
    def _follow(session: Session, referral_id: UUID | None) -> None:
        if referral_id is not None:
            keep_in_step(session, session.get_one(Referral, referral_id))


def _heed(session: Session, person_id: UUID | None, draft: AttemptDraft) -> None:
    """Nobody is called again in a way that was found to be unsafe, or by a number that somebody else has."""
    person = session.get(Person, person_id) if person_id else None
    if person is not None and draft.outcome in ENDS_THE_WAY and person.safe_allowed == "yes":
        give(person, NOT_KNOWN)


def calls_due(session: Session, now: datetime) -> tuple[DueCall, ...]:
    """Whom to reach, in the order of the calls."""
    rules = rules_of(session)
    parts = (part for code in ("late", "today", "waiting") for part in _waiting(session, code, now))
    senders = {agency.id: agency.known_as for agency in session.scalars(select(Agency))}
    calls = (call for part in parts for call in _due_calls(session, part, senders, now, rules))
    return tuple(sorted(calls, key=lambda call: (_CALL_ORDER.index(call.may), call.due_at, call.label)))


def _due_calls(
    session: Session, waiting: Sequence[Referral], senders: Mapping[UUID, str], now: datetime, rules: CentreRules
) -> Iterator[DueCall]:
    people = _people(session, {r.person_id for r in waiting if r.person_id})
    again = _last_again(session, [r.id for r in waiting if r.attempts])
    for one in waiting:
        way = way_of(people.get(one.person_id), now, rules.safe_contact_days)
        state = state_of(one, now, rules.calendar)
        yield _due_call(one, senders[one.sender_id], again.get(one.id), way, state)


def _due_call(referral: Referral, sender: str, again: datetime | None, way: Way, state: ReferralState) -> DueCall:
    return DueCall(
        referral_id=referral.id,
        label=referral.label,
        person_id=referral.person_id,
        person_name=referral.person_name,
        municipality=referral.municipality,
        sender=sender,
        worker_id=referral.worker_id,
        due_at=referral.due_at,
        state=state,
        attempts=referral.attempts,
        again_at=again,
        **vars(way),
    )


def is_outside(person: Person, draft: AttemptDraft, confirm_days: int = 30) -> bool:
    """Whether an attempt needs a reason: no safe way is known, not at that hour, not in that way, or not at all."""
    if draft.channel == IN_PERSON or draft.at is None:
        return False
    if person.may_call(draft.at, confirm_days) not in (MayCall.YES, MayCall.ASK_FIRST):
        return True
    return bool(person.safe_channel) and draft.channel != person.safe_channel


def _same_minute(one: datetime, other: datetime | None) -> bool:
    return other is not None and one.replace(second=0, microsecond=0) == other.replace(second=0, microsecond=0)


def keep_in_step(session: Session, referral: Referral) -> None:
    """Write into the notice how many attempts were made and when she was first reached."""
    own = Attempt.referral_id == referral.id
    referral.attempts = session.scalar(select(func.count()).select_from(Attempt).where(own)) or 0
    reached = select(func.min(Attempt.at)).where(own, Attempt.outcome == "reached")
    referral.first_contact_at = session.scalar(reached)


def _waiting(session: Session, code: str, now: datetime) -> Iterable[Sequence[Referral]]:
    asked = select(Referral).where(*state_is(code, now)).execution_options(yield_per=_SOME)
    return session.scalars(asked).partitions()


def _people(session: Session, ids: set[UUID]) -> dict[UUID | None, Person]:
    found = (session.scalars(select(Person).where(Person.id.in_(part))) for part in in_parts(ids))
    return {person.id: person for part in found for person in part}


def _last_again(session: Session, ids: list[UUID]) -> dict[UUID, datetime | None]:
    """When the last attempt of each notice said to try again."""
    last = select(Attempt.referral_id, Attempt.again_at).order_by(Attempt.at)
    found = (session.execute(last.where(Attempt.referral_id.in_(part))) for part in in_parts(ids))
    return {row.referral_id: row.again_at for part in found for row in part if row.referral_id is not None}

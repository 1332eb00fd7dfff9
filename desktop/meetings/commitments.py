"""What was promised: nothing is forgotten until it is done, or somebody says why it is no longer possible."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, time
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from desktop.language import N_
from desktop.meetings.kept import writable
from desktop.problems import Problem
from desktop.records.agency import Agency
from desktop.records.centre_rules import calendar_of
from desktop.records.promise import Commitment
from desktop.records.typed_check import NAME, SHORT, checked_days, checked_filled, checked_lengths, insist
from desktop.records.typed_text import clean, clean_line
from desktop.records.workdays import WorkCalendar
from desktop.vault.vault import Vault, Worker
from desktop.world import World


@dataclass(frozen=True)
class CommitmentDraft:
    """A commitment as typed; see `Commitment` for what each field means."""

    what: str = ""
    agency_id: UUID | None = None
    """None: our own centre."""
    due_on: date | None = None
    person: str = ""
    meeting_id: UUID | None = None
    item_id: UUID | None = None
    problem_id: UUID | None = None

    @classmethod
    def of(cls, commitment: Commitment) -> CommitmentDraft:
        """As it stands, to be amended."""
        return cls(**{each.name: getattr(commitment, each.name) for each in fields(cls)})

    def cleaned(self) -> CommitmentDraft:
        """The same without unseen signs."""
        return replace(self, what=clean_line(self.what), person=clean_line(self.person))

    def check(self) -> tuple[Problem, ...]:
        """Everything that keeps it from being saved."""
        return (
            *checked_filled(self, ("what", "due_on")),
            *checked_lengths(self, {"what": SHORT, "person": NAME}),
            *checked_days(self, ("due_on",)),
        )


@dataclass(frozen=True)
class CommitmentRow:
    """A commitment with its institution, its state on a day and how many working days it is late."""

    commitment: Commitment
    agency: Agency | None
    """None: our own centre."""
    state: str
    """A code of `COMMITMENT_STATES`."""
    days_late: int
    """Working days since it was due: until now, or until it was done; 0 in time."""


class Commitments:
    """The commitments of one vault."""

    def __init__(self, vault: Vault, world: World) -> None:
        self.vault, self.world = vault, world

    def promise(self, draft: CommitmentDraft, by: Worker) -> Commitment:
        """Keep what an institution promised."""
        draft = draft.cleaned()
        insist(draft.check())
        assert draft.due_on
        with self.vault.change(N_("Commitment noted: {what}"), by, what=draft.what) as session:
            made_on = self.world.today()
            if draft.meeting_id:
                made_on = min(made_on, writable(session, draft.meeting_id).on_day)
            values = {each.name: getattr(draft, each.name) for each in fields(draft)}
            commitment = Commitment(id=self.world.new_id(), **values, made_on=made_on, first_due_on=draft.due_on)
            session.add(commitment)
            return commitment

    def amend(self, commitment_id: UUID, draft: CommitmentDraft, by: Worker) -> Commitment:
        """Agree on another day or better words; the day promised first stays known."""
        draft = draft.cleaned()
        insist(draft.check())
        with self.vault.change(N_("Commitment changed: {what}"), by, what=draft.what) as session:
            commitment = self._commitment(session, commitment_id)
            if (draft.meeting_id, draft.item_id) != (commitment.meeting_id, commitment.item_id):
                for meeting_id in filter(None, (draft.meeting_id, commitment.meeting_id)):
                    writable(session, meeting_id)
            for each in fields(draft):
                setattr(commitment, each.name, getattr(draft, each.name))
            return commitment

    def done(self, commitment_id: UUID, by: Worker, *, on: date | None = None, evidence: str = "") -> Commitment:
        """Keep that it was done, and by what it is known."""
        day = on or self.world.today()
        with self.vault.change(N_("Commitment done"), by) as session:
            commitment = self._commitment(session, commitment_id)
            self._require_between(commitment.made_on, day, "done_on")
            if not commitment.done_on:
                commitment.noted_on = self.world.today()
            commitment.done_on, commitment.evidence = day, clean(evidence)
            commitment.impossible_on, commitment.reason = None, ""
            return commitment

    def impossible(self, commitment_id: UUID, reason: str, by: Worker, *, on: date | None = None) -> Commitment:
        """Keep that it can no longer be done, and why; this is not the same as not done."""
        reason, day = clean(reason), on or self.world.today()
        if not reason:
            raise Problem(N_("Say why it is no longer possible."), field="reason")
        with self.vault.change(N_("Commitment no longer possible"), by) as session:
            commitment = self._commitment(session, commitment_id)
            self._require_between(commitment.made_on, day, "impossible_on")
            if not commitment.impossible_on:
                commitment.noted_on = self.world.today()
            commitment.impossible_on, commitment.reason = day, reason
            commitment.done_on, commitment.evidence = None, ""
            return commitment

    def reopen(self, commitment_id: UUID, by: Worker) -> Commitment:
        """Take back that it was done or impossible."""
        with self.vault.change(N_("Commitment open again"), by) as session:
            commitment = self._commitment(session, commitment_id)
            commitment.done_on, commitment.impossible_on, commitment.noted_on = None, None, None
            commitment.evidence, commitment.reason = "", ""
            return commitment

    def take_out(self, commitment_id: UUID, by: Worker) -> None:
        """Take out a commitment that was never made; the history keeps it."""
        with self.vault.change(N_("Commitment taken out"), by) as session:
            commitment = self._commitment(session, commitment_id)
            if commitment.meeting_id:
                writable(session, commitment.meeting_id)
            session.delete(commitment)

    def row(self, commitment_id: UUID) -> CommitmentRow:
        """One of them as it stands today."""
        with self.vault.look() as session:
            one = self._commitment(session, commitment_id)
            agency = session.get(Agency, one.agency_id) if one.agency_id else None
            return _row(one, agency, self.world.today(), calendar_of(session))

    def calendar(self) -> WorkCalendar:
        """The centre's working days, in which a day to come is agreed on."""
        with self.vault.look() as session:
            return calendar_of(session)

    def all(self, *, open_only: bool = False, meeting_id: UUID | None = None) -> Sequence[CommitmentRow]:
        """What is due first, first; of all meetings or of one."""
        wanted = select(Commitment, Agency).outerjoin(Agency, Agency.id == Commitment.agency_id)
        if open_only:
            wanted = wanted.where(Commitment.done_on.is_(None), Commitment.impossible_on.is_(None))
        if meeting_id:
            wanted = wanted.where(Commitment.meeting_id == meeting_id)
        today = self.world.today()
        with self.vault.look() as session:
            calendar = calendar_of(session)
            rows = session.execute(wanted.order_by(Commitment.due_on, Commitment.made_on, Commitment.id))
            return [_row(one, agency, today, calendar) for one, agency in rows]

    def _require_between(self, first: date, day: date, field: str) -> None:
        if day > self.world.today():
            raise Problem(N_("This date has not come yet."), field=field)
        if day < first:
            raise Problem(N_("The end lies before the beginning."), field=field)

    @staticmethod
    def _commitment(session: Session, commitment_id: UUID) -> Commitment:
        found = session.get(Commitment, commitment_id)
        if found is None:
            raise Problem(N_("This entry was taken back meanwhile."))
        return found


def carried_over(session: Session, day: date, since: date | None, as_of: date) -> list[CommitmentRow]:
    """What a meeting on a day looks at: all that is still to be done, and what was settled since the last one.

    What was settled earlier and noted since is among it: the last meeting could not hear of it. Each stands as it is on
    the day `as_of`, which is never later than today.
    """
    settled = since or date.min
    wanted = (
        select(Commitment, Agency)
        .outerjoin(Agency, Agency.id == Commitment.agency_id)
        .where(Commitment.made_on < day)
        .where(
            or_(
                Commitment.done_on.is_(None) & Commitment.impossible_on.is_(None),
                Commitment.done_on >= settled,
                Commitment.impossible_on >= settled,
                Commitment.noted_on >= settled,
            )
        )
    )
    calendar = calendar_of(session)
    rows = session.execute(wanted.order_by(Commitment.due_on, Commitment.made_on, Commitment.id))
    return [_row(one, agency, as_of, calendar) for one, agency in rows]


def _row(one: Commitment, agency: Agency | None, today: date, calendar: WorkCalendar) -> CommitmentRow:
    settled = one.done_on or one.impossible_on
    until = min(settled, today) if settled else today
    late = calendar.days_late(datetime.combine(one.due_on, time(23, 59)), datetime.combine(until, time(23, 59)))
    return CommitmentRow(one, agency, one.state(today), late)

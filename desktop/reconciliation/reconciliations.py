"""The log of reconciliations: a partner's list kept for a month, decided row by row, and frozen when both sides agree.

Every verb is one change in the history and can be taken back. A settled month is never changed; what was corrected in
the log afterwards is listed beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from uuid import UUID

from sqlalchemy import delete, func, or_, select

from desktop.language import N_
from desktop.periods import Month
from desktop.problems import Problem
from desktop.reconciliation.bringing import Brought, count_rows, missing_draft, notice_rows
from desktop.reconciliation.frozen import Frozen, to_text
from desktop.reconciliation.kept import require_free, require_no_sheet, still_open
from desktop.reconciliation.partner_list import PartnerList
from desktop.reconciliation.settling import Decisions
from desktop.reconciliation.standing import Lists, Progress, Standing, read_decisions, read_lists, standing_of
from desktop.reconciliation.units import units_of
from desktop.records.agency import Agency
from desktop.records.centre_rules import rules_of
from desktop.records.difference import OURS, REASONS, SINGLE, THEIRS, WANTS_NOTE
from desktop.records.entering import Entering, ReferralCourse
from desktop.records.reconciliation import (
    ANSWERS,
    SAME,
    THEIR_RULES,
    DifferenceReason,
    PairDecision,
    Reconciliation,
    TheirCount,
    TheirNotice,
)
from desktop.records.referral import Referral
from desktop.records.typed_check import insist
from desktop.records.typed_text import clean, clean_line
from desktop.vault.vault import Vault, Worker
from desktop.world import World


@dataclass(frozen=True)
class Remarks:
    """What is said of a reconciliation as a whole."""

    their_rule: str = "sent"
    """A code of `THEIR_RULES`."""
    our_number: int | None = None
    """Our own number where the log does not have the period."""
    what_next: str = ""


@dataclass(frozen=True)
class Explained:
    """A reason for rows of one list, or for a part of a number."""

    side: str
    reason: str
    """A code of `REASONS`; empty takes it back."""
    note: str = ""
    rows: tuple[UUID, ...] = ()
    """Rows of their list or notices of ours; empty where two numbers are compared."""
    unit_id: UUID | None = None
    number: int = 1
    """How many of a number it explains."""


@dataclass(frozen=True)
class Agreement:
    """Who agreed to the figure, for each side."""

    for_them: str
    for_us: str
    for_them_title: str = ""
    for_us_title: str = ""


@dataclass(frozen=True)
class Told:
    """One reconciliation in an overview."""

    kept: Reconciliation
    partner: str
    rows: int
    """How many rows their list has, or what their numbers add up to."""


class Reconciliations:
    """The reconciliations of one vault."""

    def __init__(self, vault: Vault, world: World) -> None:
        self.vault, self.world = vault, world

    def bring(self, brought: Brought, listed: PartnerList, by: Worker) -> Reconciliation:
        """Keep a partner's list, all of it or nothing; once for a period."""
        with self.vault.look() as session:
            partner = session.get_one(Agency, brought.partner_id)
            units = units_of(session, brought.partner_id, brought.units)
            require_free(session, brought)
        kept = brought.kept(self.world.new_id(), self.world.now(), listed)
        rows = (count_rows if kept.counted else notice_rows)(kept, listed, units, self.world.new_id)
        what = N_("List brought: {name}, {month}")
        with self.vault.change(what, by, name=partner.known_as, month=kept.month) as session:
            session.add(kept)
            session.flush()
            session.add_all(rows)
        return kept

    def take_out(self, reconciliation_id: UUID, by: Worker) -> None:
        """Take an open reconciliation out with all that was decided in it; the history keeps it."""
        kept = self._open(reconciliation_id)
        with self.vault.change(N_("List taken out: {month}"), by, month=kept.month) as session:
            require_no_sheet(session, reconciliation_id)
            for table in (PairDecision, DifferenceReason, TheirNotice, TheirCount):
                session.execute(delete(table).where(table.reconciliation_id == reconciliation_id))
            session.execute(delete(Reconciliation).where(Reconciliation.id == reconciliation_id))

    def remark(self, reconciliation_id: UUID, said: Remarks, by: Worker) -> Reconciliation:
        """Note by which day they count, our number where the log lacks it, and what will be done about the rest."""
        kept = self._open(reconciliation_id)
        if said.their_rule not in THEIR_RULES:
            raise Problem(N_("Choose one of the list."), field="their_rule")
        if said.our_number is not None and (said.our_number < 0 or not kept.counted):
            raise Problem(N_("This number cannot be used here."), field="our_number")
        with self.vault.change(N_("Reconciliation amended: {month}"), by, month=kept.month) as session:
            kept = session.get_one(Reconciliation, reconciliation_id)
            kept.their_rule, kept.our_number = said.their_rule, said.our_number
            kept.what_next = clean(said.what_next)
            return kept

    def decide(self, reconciliation_id: UUID, their_id: UUID, referral_id: UUID, answer: str, by: Worker) -> None:
        """Say whether one of theirs and one of ours are the same notice; empty takes it back."""
        self._open(reconciliation_id)
        if answer not in {*ANSWERS, ""}:
            raise Problem(N_("Choose one of the list."), field="answer")
        with self.vault.look() as session:
            label = session.get_one(Referral, referral_id).label
        with self.vault.change(N_("Reconciled: {number}"), by, number=label) as session:
            mine = (PairDecision.their_id == their_id, PairDecision.referral_id == referral_id)
            session.execute(delete(PairDecision).where(*mine))
            if answer == SAME:  # a row that is one notice with another is no longer one with a third
                either = or_(PairDecision.their_id == their_id, PairDecision.referral_id == referral_id)
                session.execute(delete(PairDecision).where(either, PairDecision.answer == SAME))
            if answer:
                session.add(self._decision(reconciliation_id, their_id, referral_id, answer))

    def explain(self, reconciliation_id: UUID, said: Explained, by: Worker) -> None:
        """Say why rows stand in one list alone, several at once, or why two numbers differ by so many."""
        kept = self._open(reconciliation_id)
        known = REASONS.get(said.reason)
        if said.reason and said.reason != SINGLE and (known is None or said.side not in known.sides):
            raise Problem(N_("Choose one of the list."), field="reason")
        if said.reason == WANTS_NOTE and not clean_line(said.note):
            raise Problem(N_("Fill in this field."), field="note")
        if bool(kept.counted) == bool(said.rows) or said.number < 1:
            raise Problem(N_("This number cannot be used here."), field="number")
        with self.vault.change(N_("Difference explained: {month}"), by, month=kept.month) as session:
            column = DifferenceReason.their_id if said.side == THEIRS else DifferenceReason.referral_id
            mine = [DifferenceReason.reconciliation_id == reconciliation_id]
            if said.rows:
                mine += [column.in_(said.rows)]
                if said.reason:  # that a row is no copy holds beside why it stands alone
                    mine += [(DifferenceReason.reason == SINGLE) == (said.reason == SINGLE)]
                session.execute(delete(DifferenceReason).where(*mine))
            else:
                mine += [DifferenceReason.side == said.side, DifferenceReason.unit_id.is_(said.unit_id)]
                session.execute(delete(DifferenceReason).where(*mine, DifferenceReason.reason == said.reason))
            if said.reason:
                session.add_all(self._reasons(reconciliation_id, said))

    def drop_reason(self, reconciliation_id: UUID, reason_id: UUID, by: Worker) -> None:
        """Take back one reason of two numbers."""
        kept = self._open(reconciliation_id)
        with self.vault.change(N_("Difference explained: {month}"), by, month=kept.month) as session:
            session.delete(session.get_one(DifferenceReason, reason_id))

    def enter_missing(self, reconciliation_id: UUID, their_id: UUID, by: Worker) -> Referral:
        """Enter one of theirs that never arrived as a notice: received now, due from now, counted in this month."""
        kept = self._open(reconciliation_id)
        with self.vault.look() as session:
            draft = missing_draft(session.get_one(TheirNotice, their_id), kept, self.world.here())
            used = session.scalar(
                select(PairDecision.id).where(PairDecision.their_id == their_id, PairDecision.answer == SAME)
            )
            last = session.scalar(select(func.max(Referral.number)).where(Referral.year == self.world.here().year))
        if used:
            raise Problem(N_("This notice is in the log already."))
        insist(draft.check(self.world.here()))
        label = f"{self.world.here().year}/{(last or 0) + 1}"
        with self.vault.change(N_("Notice that never arrived entered: {number}"), by, number=label) as session:
            entering = Entering(session, rules_of(session), self.world.new_id, by)
            (referral_id,) = entering.enter([ReferralCourse(draft)])
            session.add(self._decision(reconciliation_id, their_id, referral_id, SAME))
            mine = DifferenceReason.their_id == their_id
            session.execute(delete(DifferenceReason).where(mine))
            return session.get_one(Referral, referral_id)

    def settle(self, reconciliation_id: UUID, agreement: Agreement, by: Worker) -> Reconciliation:
        """Settle the period: both sides agree on the figure, and nothing of it is changed any more."""
        kept = self._open(reconciliation_id)
        said = {each.name: clean_line(getattr(agreement, each.name)) for each in fields(Agreement)}
        for name in ("for_them", "for_us"):
            if not said[name]:
                raise Problem(N_("Fill in this field."), field=name)
        now = self.standing(reconciliation_id)
        if now.settlement and now.settlement.doubtful:
            n = len(now.settlement.doubtful)
            raise Problem(N_("Pairs still to be decided: {n}. Decide them first."), n=n)
        names = {line.unit: now.names.get(line.unit, "") for line in now.statement.lines}
        with self.vault.change(N_("Month settled: {month}"), by, month=kept.month) as session:
            settled = session.get_one(Reconciliation, reconciliation_id)
            for name, value in said.items():
                setattr(settled, name, value)
            settled.agreed, settled.agreed_on = now.statement.sums.agreed, self.world.today()
            settled.frozen = to_text(Frozen(now.statement, names, now.settlement))
            return settled

    def standing(self, reconciliation_id: UUID, progress: Progress | None = None) -> Standing:
        """How it stands now; `progress` is told how many of their rows are done and may raise `Cancelled`."""
        return standing_of(self.lists(reconciliation_id), progress)

    def lists(self, reconciliation_id: UUID) -> Lists:
        """Both lists and what was decided of them, before anything is compared."""
        with self.vault.look() as session:
            if session.get(Reconciliation, reconciliation_id) is None:
                raise Problem(N_("This entry was taken back meanwhile."))
            return read_lists(session, reconciliation_id)

    def decisions(self, reconciliation_id: UUID) -> Decisions:
        """What was decided so far."""
        with self.vault.look() as session:
            return read_decisions(session, reconciliation_id)

    def find(self, first: Month, partner_id: UUID, last: Month | None = None) -> Reconciliation | None:
        """The reconciliation of that period with that partner."""
        period = (Reconciliation.month == first.key, Reconciliation.until == (last or first).key)
        with self.vault.look() as session:
            return session.scalars(
                select(Reconciliation).where(*period, Reconciliation.partner_id == partner_id)
            ).first()

    def theirs(self, reconciliation_id: UUID) -> Sequence[TheirNotice]:
        """The rows of their list, in its order."""
        mine = TheirNotice.reconciliation_id == reconciliation_id
        with self.vault.look() as session:
            return session.scalars(select(TheirNotice).where(mine).order_by(TheirNotice.place)).all()

    def overview(self) -> Sequence[Told]:
        """All of them, the latest first."""
        notices = select(func.count()).where(TheirNotice.reconciliation_id == Reconciliation.id).scalar_subquery()
        counts = (
            select(func.coalesce(func.sum(TheirCount.number), 0))
            .where(TheirCount.reconciliation_id == Reconciliation.id)
            .scalar_subquery()
        )
        order = (Reconciliation.until.desc(), Reconciliation.month.desc(), Agency.place, Reconciliation.id)
        wanted = select(Reconciliation, Agency, notices + counts).join(Agency, Agency.id == Reconciliation.partner_id)
        with self.vault.look() as session:
            return [
                Told(kept, agency.known_as, rows) for kept, agency, rows in session.execute(wanted.order_by(*order))
            ]

    def last_reading(self, partner_id: UUID) -> str:
        """How the last list of a partner was understood, as JSON; empty if there was none."""
        latest = select(Reconciliation.reading).where(
            Reconciliation.partner_id == partner_id, Reconciliation.reading != ""
        )
        with self.vault.look() as session:
            return session.scalars(latest.order_by(Reconciliation.brought_at.desc())).first() or ""

    def _open(self, reconciliation_id: UUID) -> Reconciliation:
        with self.vault.look() as session:
            return still_open(session, reconciliation_id)

    def _decision(self, reconciliation_id: UUID, their_id: UUID, referral_id: UUID, answer: str) -> PairDecision:
        return PairDecision(
            id=self.world.new_id(), reconciliation_id=reconciliation_id, their_id=their_id, referral_id=referral_id,
            answer=answer,
        )  # fmt: skip

    def _reasons(self, reconciliation_id: UUID, said: Explained) -> list[DifferenceReason]:
        places: Sequence[dict[str, UUID]] = [{}]
        if said.rows:
            places = [{"referral_id" if said.side == OURS else "their_id": row} for row in said.rows]
        return [
            DifferenceReason(
                id=self.world.new_id(), reconciliation_id=reconciliation_id, side=said.side, reason=said.reason,
                note=clean_line(said.note), unit_id=said.unit_id, number=said.number, **place,
            )
            for place in places
        ]  # fmt: skip

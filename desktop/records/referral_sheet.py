"""Everything about one notice as its page shows it, read in one look; and the notice as a form shows it again."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TypeVar
from uuid import UUID

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session

from desktop.language import N_
from desktop.periods import Month
from desktop.problems import Problem
from desktop.records.agency import Agency
from desktop.records.assistance import Assistance, Consent, PlanMeasure
from desktop.records.centre_profile import StaffMember
from desktop.records.centre_rules import rules_of
from desktop.records.handover import Handover
from desktop.records.help_end import HelpEnd
from desktop.records.meeting import CaseNumbers
from desktop.records.meeting_told import meetings_told
from desktop.records.person import Person
from desktop.records.referral import Attempt, Measure, Mention, Referral
from desktop.records.referral_draft import MeasureDraft, MentionDraft, ReferralDraft
from desktop.records.referral_state import ReferralState, state_of
from desktop.records.safe_contact_told import safe_contact_told
from desktop.records.timeline import HandoverTold, Happened, TimelineItem, Whom, timeline
from desktop.vault.record import Record
from desktop.world import World

Kept = TypeVar("Kept", bound=Record)
Draft = TypeVar("Draft", MentionDraft, MeasureDraft)


@dataclass(frozen=True)
class ReferralSheet:
    """One notice with all that belongs to it."""

    referral: Referral
    sender: Agency
    unit: Agency | None
    mentions: tuple[Mention, ...]
    """In the order of the notice; the first is whom it is about."""
    measures: tuple[Measure, ...]
    attempts: tuple[Attempt, ...]
    """Latest first."""
    assistance: tuple[Assistance, ...]
    """Latest first."""
    person: Person | None
    """Whom the notice is about."""
    consents: tuple[Consent, ...]
    plan: tuple[PlanMeasure, ...]
    earlier: tuple[Referral, ...]
    """Other notices about the same person that came before, latest first."""
    duplicate_of: Referral | None
    state: ReferralState
    line: tuple[TimelineItem, ...] = ()
    """Everything that happened, latest first."""
    ends: tuple[HelpEnd, ...] = ()
    """When help ended, the latest first."""
    numbers: CaseNumbers | None = None
    """Under which numbers other bodies keep it."""
    others: tuple[Person, ...] = ()
    """Whom else it names, or with whom else contact was sought about it."""
    worker_name: str = ""
    """Who of the centre looks after it."""

    @property
    def help_end(self) -> HelpEnd | None:
        """The end of help, unless it went on again."""
        return next((end for end in self.ends if end.resumed_on is None), None)


class NoticeGone(Problem):
    """Entering the notice was undone since it was shown."""

    def __init__(self) -> None:
        super().__init__(N_("There is no such notice: {number}"), number="\u2013")


def read_sheet(session: Session, referral_id: UUID, world: World) -> ReferralSheet:
    """Read one notice with all that belongs to it."""
    referral = session.get(Referral, referral_id)
    if referral is None:
        raise NoticeGone
    person_id = referral.person_id
    before = select(Referral).where(
        Referral.person_id == person_id, Referral.received_at <= referral.received_at, Referral.id != referral_id
    )
    ended = select(HelpEnd).where(HelpEnd.referral_id == referral_id).order_by(HelpEnd.ended_on.desc())
    ends = _all(session, ended)
    worker = session.get(StaffMember, referral.worker_id) if referral.worker_id else None
    is_over = any(end.resumed_on is None for end in ends)
    plan = or_(PlanMeasure.person_id == person_id, PlanMeasure.referral_id == referral_id)
    sheet = ReferralSheet(
        referral=referral,
        sender=session.get_one(Agency, referral.sender_id),
        unit=session.get(Agency, referral.unit_id) if referral.unit_id else None,
        mentions=_all(session, select(Mention).where(Mention.referral_id == referral_id).order_by(Mention.place)),
        measures=_all(session, select(Measure).where(Measure.referral_id == referral_id).order_by(Measure.granted_at)),
        attempts=_all(session, select(Attempt).where(Attempt.referral_id == referral_id).order_by(Attempt.at.desc())),
        assistance=_all(
            session,
            select(Assistance).where(Assistance.referral_id == referral_id).order_by(Assistance.on_day.desc()),
        ),
        person=session.get(Person, person_id) if person_id else None,
        consents=_all(session, select(Consent).where(Consent.person_id == person_id)) if person_id else (),
        plan=_all(session, select(PlanMeasure).where(plan)) if person_id else (),
        earlier=_all(session, before.order_by(Referral.received_at.desc())) if person_id else (),
        duplicate_of=session.get(Referral, referral.duplicate_of_id) if referral.duplicate_of_id else None,
        state=state_of(referral, world.here(), rules_of(session).calendar, help_ended=is_over),
        ends=ends,
        worker_name=worker.name if worker else "",
        numbers=session.scalars(select(CaseNumbers).where(CaseNumbers.referral_id == referral_id)).first(),
    )
    others = _others(session, sheet)
    kept = Happened(
        (referral, *sheet.earlier), sheet.measures, sheet.attempts, sheet.assistance, sheet.consents, sheet.plan,
        {agency.id: agency.known_as for agency in (sheet.sender, sheet.unit, *_onward(session, sheet)) if agency},
        _handovers(session, referral_id, world), {other.id: Whom(other.name, other.code) for other in others}, ends,
        (*(safe_contact_told(session, person_id, world) if person_id else ()), *meetings_told(session, referral_id)),
    )  # fmt: skip
    return replace(sheet, line=timeline(kept, about=referral_id), others=others)


def _others(session: Session, sheet: ReferralSheet) -> tuple[Person, ...]:
    """In the order of their codes."""
    known = {mention.person_id for mention in sheet.mentions} | {attempt.person_id for attempt in sheet.attempts}
    known -= {None, sheet.referral.person_id}
    return _all(session, select(Person).where(Person.id.in_(known)).order_by(Person.code)) if known else ()


def _handovers(session: Session, referral_id: UUID, world: World) -> tuple[HandoverTold, ...]:
    """What one shift left for the next about this notice."""
    notes = _all(session, select(Handover).where(Handover.referral_id == referral_id))
    return tuple(HandoverTold(n, world.desk(n.written_at), world.desk(n.read_at) if n.read_at else None) for n in notes)


def _onward(session: Session, sheet: ReferralSheet) -> tuple[Agency, ...]:
    """The institutions to which she was referred on."""
    wanted = {help_.onward_id for help_ in sheet.assistance if help_.onward_id}
    return _all(session, select(Agency).where(Agency.id.in_(wanted))) if wanted else ()


def _all(session: Session, wanted: Select[Kept]) -> tuple[Kept, ...]:
    return tuple(session.scalars(wanted))


def draft_as_kept(session: Session, referral_id: UUID) -> ReferralDraft:
    """The notice as it was typed, cleaned."""
    referral = session.get(Referral, referral_id)
    if referral is None:
        raise NoticeGone
    mentions = session.scalars(select(Mention).where(Mention.referral_id == referral_id).order_by(Mention.place))
    measures = session.scalars(select(Measure).where(Measure.referral_id == referral_id).order_by(Measure.granted_at))
    same = set(ReferralDraft.__dataclass_fields__) - {"mentions", "measures", "month"}
    elsewhere = referral.month != Month.of(referral.received_at).key
    return ReferralDraft(
        month=referral.month if elsewhere else "",
        mentions=tuple(_again(MentionDraft, mention) for mention in mentions),
        measures=tuple(_again(MeasureDraft, measure) for measure in measures),
        **{name: getattr(referral, name) for name in same},
    )


def _again(draft: type[Draft], record: Record) -> Draft:
    return draft(**{field.name: getattr(record, field.name) for field in fields(draft)})

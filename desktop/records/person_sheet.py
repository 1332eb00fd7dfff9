"""Everything about one person as her page shows it, read in one look."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

from desktop.records.agency import Agency
from desktop.records.assistance import Assistance, Consent, PlanMeasure
from desktop.records.centre_rules import rules_of
from desktop.records.help_end import HelpEnd
from desktop.records.person import JoinedPerson, Kinship, MayCall, Person
from desktop.records.person_join import joined_with
from desktop.records.referral import Attempt, Measure, Mention, Referral
from desktop.records.repeats import months_before
from desktop.records.safe_contact_told import safe_contact_told
from desktop.records.timeline import Happened, TimelineItem, timeline
from desktop.vault.record import Record
from desktop.world import World

Kept = TypeVar("Kept", bound=Record)
_TURNED = {"parent": "child", "child": "parent"}
"""What a person is to somebody who is this to her; other relations are the same both ways."""


@dataclass(frozen=True)
class Relative:
    """Somebody of her family."""

    kinship_id: UUID
    person: Person
    relation: str
    """What that somebody is to her, a code of `relation`; empty where unknown."""


@dataclass(frozen=True)
class PersonSheet:
    """One person with all that belongs to her."""

    person: Person
    may: MayCall
    """Whether she may be called at this moment."""
    referrals: tuple[Referral, ...]
    """Notices that name her, in whatever role; latest first."""
    mentions: tuple[Mention, ...]
    """As they name her, in the same order."""
    attempts: tuple[Attempt, ...]
    assistance: tuple[Assistance, ...]
    consents: tuple[Consent, ...]
    plan: tuple[PlanMeasure, ...]
    family: tuple[Relative, ...]
    line: tuple[TimelineItem, ...]
    """Everything that happened, latest first."""
    measures: tuple[Measure, ...]
    agencies: Mapping[UUID, str]
    """Names of institutions by identifier."""
    repeat_months: int
    """Within so many months a further notice is a repeat."""
    recent: int
    """Notices about her in so many months until now; duplicates are not counted."""
    same_two: int = 0
    """The most of these that name the same one who poses the risk: two people, again and again."""
    ends: tuple[HelpEnd, ...] = ()
    """When help on these notices ended."""
    joined: tuple[JoinedPerson, ...] = ()
    """Who was joined with her, the latest first."""

    @property
    def about(self) -> tuple[Referral, ...]:
        """The notices that are about her; the others only name her."""
        return tuple(referral for referral in self.referrals if referral.person_id == self.person.id)

    @property
    def notice(self) -> Referral | None:
        """The notice to which what is done now belongs: the latest about her that is pending, else the latest."""
        kept = [referral for referral in self.about if referral.duplicate_of_id is None]
        return next((referral for referral in kept if referral.outcome == "pending"), kept[0] if kept else None)

    @property
    def roles(self) -> tuple[str, ...]:
        """The roles in which notices name her, the latest first."""
        return tuple(dict.fromkeys(mention.role for mention in self.mentions))


def read_sheet(session: Session, person_id: UUID, world: World) -> PersonSheet:
    """Read one person with all that belongs to her."""
    person = session.get_one(Person, person_id)
    named = _all(session, select(Mention).where(Mention.person_id == person_id))
    notices = {r.id: r for r in _all(session, _referrals(named))}
    mentions = sorted((m for m in named), key=lambda m: notices[m.referral_id].received_at, reverse=True)
    measures = _all(session, select(Measure).where(Measure.referral_id.in_(notices)))
    attempts = _all(session, select(Attempt).where(Attempt.person_id == person_id).order_by(Attempt.at.desc()))
    helped = _all(
        session, select(Assistance).where(Assistance.person_id == person_id).order_by(Assistance.on_day.desc())
    )
    consents = _all(session, select(Consent).where(Consent.person_id == person_id).order_by(Consent.given_on.desc()))
    plan = _all(session, select(PlanMeasure).where(PlanMeasure.person_id == person_id).order_by(PlanMeasure.due_on))
    referrals = tuple(dict.fromkeys(notices[mention.referral_id] for mention in mentions))
    hers = {r.id for r in referrals if r.person_id == person_id}
    ends = _all(session, select(HelpEnd).where(HelpEnd.referral_id.in_(hers)))
    agencies = {agency.id: agency.known_as for agency in session.scalars(select(Agency))}
    rules, now = rules_of(session), world.here()
    since = months_before(now, rules.repeat_months)
    kept = [r for r in referrals if r.person_id == person_id and r.duplicate_of_id is None]
    return PersonSheet(
        person=person,
        may=person.may_call(now, rules.safe_contact_days),
        referrals=referrals,
        mentions=tuple(mentions),
        attempts=attempts,
        assistance=helped,
        consents=consents,
        plan=plan,
        family=tuple(_family(session, person_id)),
        line=timeline(
            Happened(
                referrals,
                measures,
                attempts,
                helped,
                consents,
                plan,
                agencies,
                ends=ends,
                told=tuple(safe_contact_told(session, person_id, world)),
            )
        ),
        measures=measures,
        agencies=agencies,
        repeat_months=rules.repeat_months,
        recent=sum(referral.received_at >= since for referral in kept),
        same_two=_same_two(session, [r.id for r in kept if r.received_at >= since]),
        ends=ends,
        joined=joined_with(session, person_id),
    )


def _same_two(session: Session, notices: list[UUID]) -> int:
    risk = (Mention.referral_id.in_(notices), Mention.role == "posing_risk", Mention.person_id.is_not(None))
    named = select(func.count(Mention.referral_id.distinct())).where(*risk).group_by(Mention.person_id)
    return max(session.scalars(named), default=0)


def _referrals(named: tuple[Mention, ...]) -> Select[Referral]:
    return select(Referral).where(Referral.id.in_({mention.referral_id for mention in named}))


def _all(session: Session, wanted: Select[Kept]) -> tuple[Kept, ...]:
    return tuple(session.scalars(wanted))


def _family(session: Session, person_id: UUID) -> list[Relative]:
    both = or_(Kinship.person_id == person_id, Kinship.other_id == person_id)
    relatives = []
    for link in session.scalars(select(Kinship).where(both)):
        is_mine = link.person_id == person_id
        other = session.get_one(Person, link.other_id if is_mine else link.person_id)
        relation = link.relation if is_mine else _TURNED.get(link.relation, link.relation)
        relatives.append(Relative(link.id, other, relation))
    return sorted(relatives, key=lambda relative: relative.person.name_sort)

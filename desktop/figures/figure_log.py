"""Reading what the figures of a month or a quarter are made from: a few queries, never a row that is not counted.

Earlier months come as grouped counts over stored month columns, so a series costs the same however much each month
holds. Must never know how the figures are drawn.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import datetime, time
from itertools import starmap
from uuid import UUID

from sqlalchemy import and_, case, func, or_, select
from sqlalchemy.orm import Session

from desktop.figures.counts import count
from desktop.figures.facts import (
    AgencyFact,
    AssistanceFact,
    CodeFact,
    GroupFact,
    MeasureFact,
    MentionFact,
    PeriodFacts,
    ReferralFact,
    SentBefore,
    TrainingFact,
    TrainingPartFact,
    Words,
)
from desktop.figures.figures import PeriodFigures
from desktop.figures.year import MONTHS, YearFigures, read_year
from desktop.periods import Month, Period
from desktop.records.agency import Agency
from desktop.records.assistance import Assistance
from desktop.records.centre_profile import CentreProfile
from desktop.records.code_list import Code
from desktop.records.referral import Measure, Mention, Referral
from desktop.records.training import Training, TrainingPart, WorkingGroup, WorkingGroupMember
from desktop.vault.vault import Vault
from desktop.world import World

COUNTED_LISTS = ("violence_kind", "relation", "assistance_kind", "contact_channel", "measure_kind", "risk_level")
_NO_ID = UUID(int=0)
_NOT_DUPLICATE = Referral.duplicate_of_id.is_(None)


class FigureLog:
    """The figures of each month and each quarter, counted from the records."""

    def __init__(self, vault: Vault, world: World) -> None:
        self._vault, self._world = vault, world

    def figures(self, period: Period, months: int = 13) -> PeriodFigures:
        """Everything counted for the period, with a series of so many months that ends with it."""
        return count(self.facts(period, months))

    def facts(self, period: Period, months: int = 13) -> PeriodFacts:
        """What the figures of the period are made from."""
        now = self._world.here()
        with self._vault.look() as session:
            served = session.scalar(select(CentreProfile.municipalities)) or ""
            duplicates = _duplicates(session)
            return PeriodFacts(
                period,
                now,
                _referrals(session, period),
                sum(duplicates[key] for key in _keys(period)),
                _mentions(session, period),
                _measures(session, period, now),
                _assistance(session, period),
                _agencies(session),
                _codes(session),
                tuple(line.strip() for line in served.splitlines() if line.strip()),
                _before(session, (*period.later(-1).months, *period.year_before.months)),
                _series(session, period.months[-1], months, duplicates),
                *_trainings(session, period, now),
                _groups(session, period, now),
            )

    def year(self) -> YearFigures:
        """The months up to this one, each beside the same month a year before, and the help given in them."""
        now = self._world.here()
        with self._vault.look() as session:
            duplicates = _duplicates(session)
            notices = dict(_series(session, Month.of(now.date()), MONTHS + 12, duplicates))
            return read_year(session, now, notices, duplicates, _codes(session))


def _duplicates(session: Session) -> Counter[str]:
    """How many notices of each month had come before."""
    return Counter(session.scalars(select(Referral.month).where(Referral.duplicate_of_id > _NO_ID)))


def _keys(period: Period) -> list[str]:
    """The keys under which its months are stored."""
    return [month.key for month in period.months]


def _referrals(session: Session, period: Period) -> tuple[ReferralFact, ...]:
    rows = session.execute(
        select(
            Referral.id, Referral.received_at, Referral.sender_id, Referral.unit_id, Referral.due_at,
            Referral.first_contact_at, Referral.outcome, Referral.person_id.is_not(None),
            Referral.repeat_of_id.is_not(None), Referral.children_saw, Referral.risk_level,
        ).where(Referral.month.in_(_keys(period)), _NOT_DUPLICATE)
    )  # fmt: skip
    return tuple(map(ReferralFact._make, rows))


def _mentions(session: Session, period: Period) -> tuple[MentionFact, ...]:
    rows = session.execute(
        select(
            Mention.id, Mention.referral_id, Mention.role, Mention.sex, Mention.age_group, Mention.municipality,
            Mention.kinds, Mention.relation, Mention.relation_ended,
        )
        .join(Referral, Referral.id == Mention.referral_id)
        .where(Referral.month.in_(_keys(period)), _NOT_DUPLICATE)
    )  # fmt: skip
    return tuple(map(MentionFact._make, rows))


def _measures(session: Session, period: Period, now: datetime) -> tuple[MeasureFact, ...]:
    begins, ends = datetime.combine(period.first, time()), datetime.combine(period.later(1).first, time())
    ran_out = func.coalesce(Measure.prolonged_until, Measure.until_at)
    rows = session.execute(
        select(
            Measure.id, Measure.referral_id, Measure.kind, Measure.granted_at, Measure.until_at,
            Measure.prolonged_until, Measure.ended_on, Referral.risk_level,
        )
        .join(Referral, Referral.id == Measure.referral_id)
        .where(
            _NOT_DUPLICATE,
            or_(
                and_(Measure.granted_at >= begins, Measure.granted_at < ends),
                and_(ran_out >= begins, ran_out < ends),
                and_(Measure.ended_on >= period.first, Measure.ended_on <= period.last),
            ),
        )
    )  # fmt: skip
    made = []
    for one, referral, kind, granted_at, until_at, prolonged_until, ended_on, risk in rows:
        over = prolonged_until or until_at
        lifted = ended_on is not None and (over is None or ended_on <= over.date())
        end = datetime.combine(ended_on, time()) if lifted and ended_on else over
        ended = end is not None and begins <= end < ends and end <= now
        made.append(MeasureFact(one, referral, kind, begins <= granted_at < ends, ended, risk))
    return tuple(fact for fact in made if fact.granted or fact.ended)


def _assistance(session: Session, period: Period) -> tuple[AssistanceFact, ...]:
    rows = session.execute(
        select(
            Assistance.id, Assistance.person_id, Assistance.kind, Assistance.channel, Assistance.minutes,
            Assistance.onward_id, Assistance.group_id,
        ).where(Assistance.month.in_(_keys(period)))
    )  # fmt: skip
    return tuple(map(AssistanceFact._make, rows))


def _trainings(
    session: Session, period: Period, now: datetime
) -> tuple[tuple[TrainingFact, ...], tuple[TrainingPartFact, ...]]:
    """What began in the period, and who came to it; what is only planned yet is left out."""
    begun = Training.on_day.between(period.first, min(period.last, now.date()))
    held = session.execute(select(Training.id, Training.kind, Training.minutes).where(begun))
    came = session.execute(
        select(
            TrainingPart.id, Training.organiser_id.is_(None), TrainingPart.agency_id.is_(None),
            TrainingPart.role, TrainingPart.persons,
        )
        .join(Training, Training.id == TrainingPart.training_id)
        .where(begun)
    )  # fmt: skip
    return tuple(map(TrainingFact._make, held)), tuple(map(TrainingPartFact._make, came))


def _groups(session: Session, period: Period, now: datetime) -> tuple[GroupFact, ...]:
    """The working groups at work in the period, with those who sit in them now."""
    begun = WorkingGroup.since <= min(period.last, now.date())
    at_work = begun, or_(WorkingGroup.until.is_(None), WorkingGroup.until >= period.first)
    places = func.count(func.distinct(func.coalesce(WorkingGroupMember.agency_id, _NO_ID)))
    rows = session.execute(
        select(
            WorkingGroup.id, WorkingGroup.name, WorkingGroup.results,
            case((func.count(WorkingGroupMember.id) > 0, places), else_=0), func.count(WorkingGroupMember.id),
        )
        .outerjoin(WorkingGroupMember, WorkingGroupMember.group_id == WorkingGroup.id)
        .where(*at_work)
        .group_by(WorkingGroup.id)
        .order_by(WorkingGroup.since, WorkingGroup.id)
    )  # fmt: skip
    return tuple(map(GroupFact._make, rows))


def _agencies(session: Session) -> tuple[AgencyFact, ...]:
    rows = session.execute(select(Agency.id, Agency.kind, Agency.short_name, Agency.name, Agency.place))
    return tuple(AgencyFact(one, kind, short or name, place) for one, kind, short, name, place in rows)


def _codes(session: Session) -> dict[str, tuple[CodeFact, ...]]:
    rows = session.execute(
        select(Code.list_name, Code.code, Code.msgid, Code.own_words, Code.is_active)
        .where(Code.list_name.in_(COUNTED_LISTS))
        .order_by(Code.list_name, Code.place, Code.code)
    )
    listed: dict[str, list[CodeFact]] = {name: [] for name in COUNTED_LISTS}
    for name, code, msgid, own, active in rows:
        listed[name].append(CodeFact(code, Words(own=own) if own else Words(msgid), active))
    return {name: tuple(entries) for name, entries in listed.items()}


def _before(session: Session, months: Iterable[Month]) -> tuple[SentBefore, ...]:
    rows = session.execute(
        select(Referral.month, Referral.sender_id, Referral.unit_id, func.count())
        .where(Referral.month.in_([month.key for month in months]), _NOT_DUPLICATE)
        .group_by(Referral.month, Referral.sender_id, Referral.unit_id)
    )
    found = starmap(lambda key, *rest: SentBefore(Month.parse(key), *rest), rows)
    return tuple(sorted(found, key=lambda one: (one.month, one.sender_id, one.unit_id or _NO_ID)))


def _series(session: Session, month: Month, months: int, duplicates: Counter[str]) -> tuple[tuple[Month, int], ...]:
    """All notices by month from the index alone, less the few that had come before."""
    shown = [month.later(-back) for back in reversed(range(months))]
    rows = session.execute(
        select(Referral.month, func.count())
        .where(Referral.month >= shown[0].key, Referral.month <= month.key)
        .group_by(Referral.month)
    )
    found = Counter({str(key): int(number) for key, number in rows})
    return tuple((one, found[one.key] - duplicates[one.key]) for one in shown)

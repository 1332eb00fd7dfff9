"""In which order persons stand by whether they may be called now: asked of the vault what `Person.may_call` answers."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, String, and_, case, or_, type_coerce

from desktop.records.person import MayCall, Person
from desktop.records.vocabulary import WEEKDAYS

ORDER = (MayCall.YES, MayCall.NOT_NOW, MayCall.ASK_FIRST, MayCall.UNKNOWN, MayCall.NO)
"""Those who may be called now before all others, as in the list of calls."""


def may_rank(now: datetime, confirm_days: int) -> ColumnElement[int]:
    """The place in `ORDER` of what the agreed rule says at this desk time."""
    rank = {answer: place for place, answer in enumerate(ORDER)}
    days, begins, ends = type_coerce(Person.safe_days, String), Person.safe_from, Person.safe_to
    unknown = or_(Person.safe_allowed != "yes", begins.is_(None), ends.is_(None), days == "")
    first = now.date() - timedelta(days=confirm_days)
    return case(
        (Person.safe_allowed == "no", rank[MayCall.NO]),
        (unknown, rank[MayCall.UNKNOWN]),
        (~_in_window(now), rank[MayCall.NOT_NOW]),
        (Person.safe_confirmed_on.between(first, now.date()), rank[MayCall.YES]),
        else_=rank[MayCall.ASK_FIRST],
    )


def _in_window(now: datetime) -> ColumnElement[bool]:
    """Whether it is an agreed hour of an agreed day; hours that end before they begin run past midnight."""
    days, begins, ends = type_coerce(Person.safe_days, String), Person.safe_from, Person.safe_to
    today, yesterday = (days.contains(WEEKDAYS[now.weekday() - back]) for back in (0, 1))
    clock = now.time()
    by_day = and_(begins < ends, today, begins <= clock, ends > clock)
    over_night = and_(begins >= ends, or_(and_(today, begins <= clock), and_(yesterday, ends > clock)))
    return or_(by_day, over_night)

"""The year at a glance: notices by month, contacts against the rule, and help by kind, each in one pass.

Only sums are read, grouped by the vault itself, so a year costs hardly more than a month. What a record is counted as
is decided by the same rules as on paper. Must never know how the figures are drawn.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import String, cast, func, select
from sqlalchemy.orm import Session

from desktop.figures.counts import contact_code
from desktop.figures.crossing import Named, listed
from desktop.figures.facts import AssistanceFact, CodeFact, PeriodFacts, Words
from desktop.figures.figures import UNKNOWN
from desktop.figures.help_counts import occasions
from desktop.figures.training_counts import KINDS
from desktop.periods import Month
from desktop.records.assistance import Assistance
from desktop.records.referral import Referral
from desktop.records.training import Training

MONTHS = 13
"""How many months are shown: the one that runs, and a year before it."""
SHOWN_AS = {"in_time": "in_time", "late": "late", "not_reached": "never", "overdue": "never"}
"""In which part of the picture a first contact stands; whose time still runs, or is not owed, stands in none."""


@dataclass(frozen=True)
class YearMonth:
    """What is counted of one month."""

    month: Month
    notices: int
    before: int
    """Notices of the same month a year before."""
    contacts: Mapping[str, int] = field(default_factory=dict)
    """First contacts whose time is over: in_time, late, never."""

    @property
    def owed(self) -> int:
        """First contacts whose time is over."""
        return sum(self.contacts.values())


@dataclass(frozen=True)
class KindOfHelp:
    """The help of one kind in a month or a year."""

    code: str
    words: Words
    occasions: int
    minutes: int


@dataclass(frozen=True)
class KindHeld:
    """The trainings or events of one kind in a month or a year."""

    code: str
    words: Words
    count: int
    minutes: int


@dataclass(frozen=True)
class YearFigures:
    """Everything that the pictures of a year show."""

    months: tuple[YearMonth, ...]
    """Oldest first; the last one is not over."""
    duplicates: int
    """Notices of these months left out because they had come before."""
    kinds: Named
    """Kinds of help in house order."""
    help: Mapping[tuple[str, str], tuple[int, int]]
    """Occasions and minutes by month and kind."""
    held: Mapping[tuple[str, str], tuple[int, int]] = field(default_factory=dict)
    """Trainings and events, and their minutes, by month and kind."""

    @property
    def years(self) -> tuple[str, ...]:
        """The calendar years whose help can be shown, the one that runs first."""
        last = self.months[-1].month.year
        return str(last), str(last - 1)

    def help_in(self, period: str) -> tuple[KindOfHelp, ...]:
        """Help by kind in a month (`2026-10`) or a whole year (`2026`); kinds that were not given are left out."""
        known = {code for code, _ in self.kinds}
        sums: dict[str, list[int]] = defaultdict(lambda: [0, 0])
        for (month, given), (count, minutes) in self.help.items():
            if period in (month, month[:4]):
                kind = given if given in known else UNKNOWN
                sums[kind][0] += count
                sums[kind][1] += minutes
        return tuple(KindOfHelp(code, words, *sums[code]) for code, words in self.kinds if code in sums)

    def held_in(self, period: str) -> tuple[KindHeld, ...]:
        """Trainings and events by kind in a month or a whole year; kinds of which there were none are left out."""
        found = []
        for code, words in KINDS:
            pairs = [pair for (month, kind), pair in self.held.items() if kind == code and period in (month, month[:4])]
            if pairs:
                found.append(
                    KindHeld(code, words, sum(count for count, _ in pairs), sum(length for _, length in pairs))
                )
        return tuple(found)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not (self.help or self.held) and not any(one.notices or one.before for one in self.months)


def read_year(
    session: Session,
    now: datetime,
    notices: Mapping[Month, int],
    duplicates: Mapping[str, int],
    codes: dict[str, tuple[CodeFact, ...]],
) -> YearFigures:
    """The year that ends now; `notices` are those of each month of two years, without `duplicates`."""
    last = Month.of(now.date())
    months = [last.later(-back) for back in reversed(range(MONTHS))]
    contacts = _contacts(session, months[0], last, now)
    given = _help(session, Month(last.year - 1, 1), last)
    facts = PeriodFacts(last, now, codes=codes)
    return YearFigures(
        tuple(YearMonth(one, notices[one], notices[one.later(-12)], contacts[one.key]) for one in months),
        sum(duplicates.get(one.key, 0) for one in months),
        listed(facts, "assistance_kind", (kind for _, kind in given)),
        given,
        _held(session, Month(last.year - 1, 1).first, now.date()),
    )


def _held(session: Session, first: date, last: date) -> dict[tuple[str, str], tuple[int, int]]:
    """Trainings and events by the month in which they began, and kind."""
    month = func.substr(cast(Training.on_day, String), 1, 7)
    rows = session.execute(
        select(month, Training.kind, func.count(), func.sum(Training.minutes))
        .where(Training.on_day.between(first, last))
        .group_by(month, Training.kind)
        .order_by(month, Training.kind)
    )
    return {(key, kind): (count, minutes) for key, kind, count, minutes in rows}


def _contacts(session: Session, first: Month, last: Month, now: datetime) -> dict[str, dict[str, int]]:
    """What became of the first contacts of each month."""
    in_time, is_over = Referral.first_contact_at <= Referral.due_at, Referral.due_at < now
    rows = session.execute(
        select(Referral.month, Referral.outcome, in_time, is_over, func.count())
        .where(Referral.month >= first.key, Referral.month <= last.key, Referral.duplicate_of_id.is_(None))
        .group_by(Referral.month, Referral.outcome, in_time, is_over)
    )
    made: dict[str, dict[str, int]] = defaultdict(lambda: {"in_time": 0, "late": 0, "never": 0})
    for month, outcome, was_in_time, over, count in rows:
        shown = SHOWN_AS.get(contact_code(outcome, was_in_time, is_over=bool(over)))
        if shown is not None:
            made[month][shown] += count
    return made


def _help(session: Session, first: Month, last: Month) -> dict[tuple[str, str], tuple[int, int]]:
    """Occasions and minutes by month and kind; help to a group is one occasion and its minutes count once."""
    within = Assistance.month >= first.key, Assistance.month <= last.key
    alone = session.execute(
        select(Assistance.month, Assistance.kind, func.count(), func.sum(Assistance.minutes))
        .where(*within, Assistance.group_id.is_(None))
        .group_by(Assistance.month, Assistance.kind)
    )
    together = session.execute(
        select(
            Assistance.month, Assistance.id, Assistance.person_id, Assistance.kind, Assistance.channel,
            Assistance.minutes, Assistance.onward_id, Assistance.group_id,
        ).where(*within, Assistance.group_id.is_not(None))
    )  # fmt: skip
    counts: Counter[tuple[str, str]] = Counter()
    minutes: Counter[tuple[str, str]] = Counter()
    for month, kind, count, sum_of in alone:
        counts[month, kind] += count
        minutes[month, kind] += sum_of
    groups: dict[str, list[AssistanceFact]] = defaultdict(list)
    for month, *values in together:
        groups[month].append(AssistanceFact._make(values))
    for month, rows in groups.items():
        for one in occasions(rows):
            counts[month, one.kind] += 1
            minutes[month, one.kind] += one.minutes
    return {place: (counts[place], minutes[place]) for place in sorted(counts)}

"""Counting a month or a quarter: from plain facts to tables, the same facts always giving the same figures.

Pure: no clock, no vault, no language. Every notice, person and occasion stands exactly once in each table that adds up.
"""

from __future__ import annotations

from collections.abc import Callable
from statistics import median_low

from desktop.figures.crossing import Counted, Named, cross, ending_unknown, listed, named, side_by_side
from desktop.figures.facts import PeriodFacts, ReferralFact, Words
from desktop.figures.figures import UNKNOWN, Figure, FigureTable, Heading, PeriodFigures
from desktop.figures.help_counts import channel_table, help_table, onward_table
from desktop.figures.person_counts import is_child, person_tables
from desktop.figures.rules import DEFINITIONS
from desktop.figures.sender_counts import received_table
from desktop.figures.subjects import SUBJECTS
from desktop.figures.training_counts import training_tables
from desktop.language import N_
from desktop.records.vocabulary import OUTCOMES

CONTACT = {
    "in_time": N_("In time"),
    "late": N_("Late"),
    "not_reached": N_("Not reached"),
    "waiting": N_("Waiting, time still runs"),
    "overdue": N_("Waiting, time is over"),
    "not_due": N_("No contact due: passed on or declined"),
    "unknown": N_("Contact not recorded"),
}
"""What became of the first contact."""
CONTACT_OVER = ("in_time", "late", "not_reached", "overdue")
"""Those on which the share in time is based: the time to contact is over."""


def count(facts: PeriodFacts) -> PeriodFigures:
    """All figures of the period."""
    hours = [_hours(one) for one in facts.referrals if one.first_contact_at is not None]
    tables = (
        received_table(facts),
        *person_tables(facts),
        *_notice_tables(facts),
        help_table(facts),
        channel_table(facts),
        onward_table(facts),
        _measure_table(facts),
        _risk_table(facts),
        _repeat_table(facts),
        *training_tables(facts),
    )
    return PeriodFigures(
        facts.period,
        DEFINITIONS,
        facts.duplicates,
        tuple((month, Figure(number)) for month, number in facts.series),
        median_low(hours) if hours else None,
        len(hours),
        tables,
    )


def contact_of(one: ReferralFact, facts: PeriodFacts) -> str:
    """What became of the first contact, a code of `CONTACT`."""
    in_time = None if one.first_contact_at is None else one.first_contact_at <= one.due_at
    return contact_code(one.outcome, in_time, is_over=facts.as_of > one.due_at)


def contact_code(outcome: str, in_time: bool | None, *, is_over: bool) -> str:
    """A code of `CONTACT`; `in_time`: None where nobody was reached, `is_over`: whether the time to contact is over."""
    if in_time is not None:
        return "in_time" if in_time else "late"
    if outcome == "pending":
        return "overdue" if is_over else "waiting"
    if outcome in {"centre_declined", "minor", "other_centre"}:
        return "not_due"
    return "not_reached" if outcome == "not_reached" else UNKNOWN


def _hours(one: ReferralFact) -> int:
    assert one.first_contact_at is not None
    return max(0, round((one.first_contact_at - one.received_at).total_seconds() / 3600))


def _notice_tables(facts: PeriodFacts) -> tuple[FigureTable, ...]:
    with_child = {one.referral_id for one in facts.mentions if is_child(one)}
    children: Named = (("yes", Words(N_("With children"))), ("no", Words(N_("Without children"))))
    return (
        _by_notice(
            facts,
            "with_children",
            ending_unknown(children),
            lambda one: "yes" if one.id in with_child else one.children_saw,
        ),
        _by_notice(facts, "outcome", ending_unknown(named(OUTCOMES)), lambda one: one.outcome),
        _by_notice(facts, "contact", named(CONTACT), lambda one: contact_of(one, facts)),
    )


def _by_notice(facts: PeriodFacts, code: str, rows: Named, row_of: Callable[[ReferralFact], str]) -> FigureTable:
    return cross(SUBJECTS[code], rows, [Counted(row_of(one), "", one.id) for one in facts.referrals])


def _measure_table(facts: PeriodFacts) -> FigureTable:
    """Granted and ended stand side by side; an order may be in both."""
    rows = listed(facts, "measure_kind", (one.kind for one in facts.measures))
    granted = [Counted(one.kind, "", one.id) for one in facts.measures if one.granted]
    ended = [Counted(one.kind, "", one.id) for one in facts.measures if one.ended]
    subject = SUBJECTS["measures"]
    headings = Heading("granted", Words(N_("Granted"))), Heading("ended", Words(N_("Ended")))
    return side_by_side(cross(subject, rows, granted), cross(subject, rows, ended), headings)


def _risk_table(facts: PeriodFacts) -> FigureTable:
    """Notices received, and orders granted in the period, by the risk written in the notice."""
    used = {one.risk_level for one in facts.referrals} | {one.risk_level for one in facts.measures}
    rows = listed(facts, "risk_level", used, Words(N_("Not assessed")))
    notices = [Counted(one.risk_level, "", one.id) for one in facts.referrals]
    granted = [Counted(one.risk_level, "", one.id) for one in facts.measures if one.granted]
    subject = SUBJECTS["risk"]
    headings = Heading("count", Words(N_("Notices"))), Heading("granted", Words(N_("Orders and measures granted")))
    return side_by_side(cross(subject, rows, notices), cross(subject, rows, granted), headings)


def _repeat_table(facts: PeriodFacts) -> FigureTable:
    rows: Named = (("repeat", Words(N_("Repeat notices"))), ("first", Words(N_("First notices"))))
    return _by_notice(facts, "repeat", ending_unknown(rows, Words(N_("Person not known"))), _repeat_row)


def _repeat_row(one: ReferralFact) -> str:
    if one.is_repeat:
        return "repeat"
    return "first" if one.has_person else UNKNOWN

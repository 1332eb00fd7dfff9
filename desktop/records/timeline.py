"""What happened, in one line of time: notices, attempts, help, orders, consents, plans; latest first.

Pure: made from records, told in msgids. A field that is a word of a list stands as `Coded`, to be said in the language
of whoever reads; dates stand as dates.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any, NamedTuple
from uuid import UUID

from desktop.language import N_
from desktop.records.assistance import Assistance, Consent, PlanMeasure
from desktop.records.handover import Handover
from desktop.records.help_end import HELP_END_REASONS, HelpEnd
from desktop.records.referral import Attempt, Measure, Referral
from desktop.records.vocabulary import ATTEMPT_OUTCOMES, OUTCOMES

KINDS = {
    "notice": N_("Notices"),
    "attempt": N_("Contact attempts"),
    "assistance": N_("Assistance"),
    "help_end": N_("End of help"),
    "order": N_("Orders and measures"),
    "consent": N_("Consents"),
    "plan": N_("Plan"),
    "safe": N_("Safe contact"),
    "note": N_("Hand-over notes"),
    "change": N_("Outcomes"),
    "earlier": N_("Earlier notices"),
    "meeting": N_("Meetings"),
}
"""Kinds of what stands in a time line."""

EFFECT = N_("Effect looked at")
"""What is told when the effect of a measure was looked at."""


class Coded(NamedTuple):
    """A word of an editable list."""

    list_name: str
    code: str


class Whom(NamedTuple):
    """A person, by name; the code stands for the name where names are hidden."""

    name: str
    code: str


class Weekdays(NamedTuple):
    """Days on which something recurs, by their codes."""

    days: tuple[str, ...]


class Line(NamedTuple):
    """One line under the head."""

    msgid: str
    """Empty: `fields["text"]` is shown as typed."""
    fields: Mapping[str, Any]
    """Texts, numbers, dates, `Coded`, `Whom` or `Weekdays`."""


@dataclass(frozen=True)
class TimelineItem:
    """One thing that happened."""

    at: datetime
    """Desk time; midnight where only the day is known."""
    kind: str
    """One of `KINDS`."""
    head: str
    """English msgid."""
    fields: Mapping[str, Any] = field(default_factory=dict)
    lines: tuple[Line, ...] = ()
    who: str = ""
    """The worker, where one is known."""
    record_id: UUID | None = None
    """The record that it tells of."""
    day_only: bool = False


class HandoverTold(NamedTuple):
    """A hand-over note, with its stamped times as desk time."""

    note: Handover
    written: datetime
    read: datetime | None


@dataclass(frozen=True)
class Happened:
    """The records of which a line of time is made."""

    referrals: Sequence[Referral] = ()
    measures: Sequence[Measure] = ()
    attempts: Sequence[Attempt] = ()
    assistance: Sequence[Assistance] = ()
    consents: Sequence[Consent] = ()
    plan: Sequence[PlanMeasure] = ()
    agencies: Mapping[UUID, str] = field(default_factory=dict)
    """Names of institutions by identifier."""
    handovers: Sequence[HandoverTold] = ()
    others: Mapping[UUID, Whom] = field(default_factory=dict)
    """Persons besides the one whom the line is about."""
    ends: Sequence[HelpEnd] = ()
    told: Sequence[TimelineItem] = ()
    """What is told already, since it stands in no record of its own: how the safe way was agreed."""


def timeline(happened: Happened, about: UUID | None = None) -> tuple[TimelineItem, ...]:
    """The line of time; all notices but the one it is `about` stand in it as earlier ones."""
    items = [
        *(_notice(r, happened) if about in (None, r.id) else _earlier(r) for r in happened.referrals),
        *(_outcome(r) for r in happened.referrals if r.outcome_on and about in (None, r.id)),
        *(_measure(measure) for measure in happened.measures),
        *(_attempt(attempt, happened) for attempt in happened.attempts),
        *(_assistance(assistance, happened) for assistance in _occasions(happened.assistance)),
        *(item for consent in happened.consents for item in _consent(consent)),
        *(item for measure in happened.plan for item in _plan(measure)),
        *(_handover(told) for told in happened.handovers),
        *(item for end in happened.ends for item in _help_end(end)),
        *happened.told,
    ]
    return tuple(sorted(items, key=_when, reverse=True))


def _when(item: TimelineItem) -> tuple[date, bool, datetime]:
    """What is known by its day alone came of what else happened on that day, and stands after it."""
    return item.at.date(), item.day_only, item.at


def _typed(text: str) -> tuple[Line, ...]:
    return (Line("", {"text": text}),) if text else ()


def _day(value: date) -> datetime:
    return datetime.combine(value, time())


def _notice(referral: Referral, happened: Happened) -> TimelineItem:
    sender = happened.agencies.get(referral.sender_id, "")
    lines = [Line(N_("Sender: {agency}"), {"agency": sender})] if sender else []
    lines.append(Line(N_("First contact by: {date}"), {"date": referral.due_at}))
    return TimelineItem(
        at=referral.received_at,
        kind="notice",
        head=N_("Notice received: {number}"),
        fields={"number": referral.label},
        lines=(*lines, *_typed(referral.description)),
        who=referral.officer,
        record_id=referral.id,
    )


def _earlier(referral: Referral) -> TimelineItem:
    return TimelineItem(
        at=referral.received_at,
        kind="earlier",
        head=N_("Earlier notice {number}"),
        fields={"number": referral.label},
        lines=(Line(OUTCOMES[referral.outcome], {}),),
        record_id=referral.id,
    )


def _outcome(referral: Referral) -> TimelineItem:
    assert referral.outcome_on is not None
    reason = referral.outcome_reason
    lines = (Line(N_("Reason: {reason}"), {"reason": Coded("outcome_reason", reason)}),) if reason else ()
    at = _day(referral.outcome_on)
    return TimelineItem(at, "change", OUTCOMES[referral.outcome], lines=lines, record_id=referral.id, day_only=True)


def _measure(measure: Measure) -> TimelineItem:
    lines = [Line(N_("Valid until: {date}"), {"date": measure.ends_at})] if measure.ends_at else []
    if measure.ended_on:
        lines.append(Line(N_("Lifted on: {date}"), {"date": measure.ended_on}))
    lines += [Line("{obligation}", {"obligation": Coded("obligation", code)}) for code in measure.obligations]
    return TimelineItem(
        at=measure.granted_at,
        kind="order",
        head=N_("Order or measure granted"),
        lines=(Line("{kind}", {"kind": Coded("measure_kind", measure.kind)}), *lines),
        who=measure.granted_by,
        record_id=measure.id,
    )


def _attempt(attempt: Attempt, happened: Happened) -> TimelineItem:
    lines = [Line("{channel}", {"channel": Coded("contact_channel", attempt.channel)})]
    if attempt.person_id and attempt.person_id in happened.others:
        lines.append(Line(N_("With: {person}"), {"person": happened.others[attempt.person_id]}))
    lines += _typed(attempt.note)
    if attempt.outside_reason:
        reason = Coded("unsafe_call_reason", attempt.outside_reason)
        lines.append(Line(N_("Outside the agreed way: {reason}"), {"reason": reason}))
    if attempt.again_at:
        lines.append(Line(N_("Again: {date}"), {"date": attempt.again_at}))
    return TimelineItem(
        at=attempt.at,
        kind="attempt",
        head=ATTEMPT_OUTCOMES[attempt.outcome],
        lines=tuple(lines),
        who=attempt.worker_name,
        record_id=attempt.id,
    )


def _occasions(rows: Sequence[Assistance]) -> Iterator[Assistance]:
    """One row of each occasion of help, however many persons were there."""
    seen: set[UUID] = set()
    for row in rows:
        if row.group_id is None or row.group_id not in seen:
            yield row
        if row.group_id is not None:
            seen.add(row.group_id)


def _assistance(assistance: Assistance, happened: Happened) -> TimelineItem:
    kind = Coded("assistance_kind", assistance.kind)
    lines = [Line(N_("{kind}: {n} min"), {"kind": kind, "n": assistance.minutes})]
    if assistance.onward_id and assistance.onward_id in happened.agencies:
        lines.append(Line(N_("Referred on to: {agency}"), {"agency": happened.agencies[assistance.onward_id]}))
    if assistance.group_id:
        lines.append(Line(N_("Several persons together; the minutes count once."), {}))
    return TimelineItem(
        at=_day(assistance.on_day),
        kind="assistance",
        head=N_("Assistance given"),
        lines=(*lines, *_typed(assistance.note)),
        who=assistance.worker_name,
        record_id=assistance.id,
        day_only=True,
    )


def _consent(consent: Consent) -> Iterator[TimelineItem]:
    lines = (Line("{purpose}", {"purpose": Coded("consent_purpose", consent.purpose)}),)
    heads = ((consent.given_on, N_("Consent given")), (consent.withdrawn_on, N_("Consent withdrawn")))
    for day, head in heads:
        if day:
            yield TimelineItem(_day(day), "consent", head, lines=lines, record_id=consent.id, day_only=True)


def _plan(measure: PlanMeasure) -> Iterator[TimelineItem]:
    done = (measure.done_on, N_("Done as planned"), _typed(measure.what))
    effect = (measure.effect_on, EFFECT, (*_typed(measure.what), *_typed(measure.effect)))
    for day, head, lines in (done, effect):
        if day:
            yield TimelineItem(_day(day), "plan", head, lines=lines, record_id=measure.id, day_only=True)


def _handover(told: HandoverTold) -> TimelineItem:
    note = told.note
    read = (Line(N_("Read {date}: {worker}"), {"date": told.read, "worker": note.read_by}),) if told.read else ()
    return TimelineItem(
        at=told.written,
        kind="note",
        head=N_("Hand-over note"),
        lines=(*_typed(note.text), *read),
        who=note.worker_name,
        record_id=note.id,
    )


def _help_end(end: HelpEnd) -> Iterator[TimelineItem]:
    """That it ended, and why; and that it went on again."""
    lines = (Line(HELP_END_REASONS[end.reason], {}), *_typed(end.note))
    about = end.referral_id
    yield TimelineItem(
        _day(end.ended_on), "help_end", N_("Help ended"), {}, lines, end.worker_name, record_id=about, day_only=True
    )
    if end.resumed_on is not None:
        head, day = N_("Help goes on again"), _day(end.resumed_on)
        yield TimelineItem(day, "help_end", head, who=end.resumed_by, record_id=about, day_only=True)

"""From what happened to what a time line shows, in the language of the screen; and where each event leads.

It knows the kinds of events and the names of pages, never how anything is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from desktop.language import N_, _
from desktop.problems import Problem
from desktop.records.timeline import TimelineItem
from desktop.records.vocabulary import ATTEMPT_OUTCOMES
from desktop.records.wording import Wording
from desktop.vault.vault import Worker
from desktop.windows.desk import Desk
from desktop.windows.timeline import CHANGE, OPEN, TAKE_BACK, Event

LEADS = {
    "notice": "amend", "attempt": "attempt_amend", "assistance": "assistance_amend", "order": "measure",
    "consent": "consent", "plan": "plan", "change": "outcome", "earlier": "open",
    "note": "handover", "help_end": "help_end", "meeting": "meeting",
}  # fmt: skip
"""The page on which an event of each kind is seen or changed."""
OWN_PAGE = ("attempt", "assistance", "earlier", "meeting")
"""Kinds whose page is about the record itself; the others' is about the notice."""
TAKEN_BACK = {
    "attempt": N_("Contact attempt taken back."), "assistance": N_("Assistance taken back."),
    "consent": N_("Consent taken back."), "plan": N_("Plan measure taken back."),
}  # fmt: skip
"""Kinds of events that can be taken back one by one, and what is said then."""
AMENDED = (
    N_("Contact attempt amended: {number}"), N_("Assistance changed"),
    N_("Consent amended"), N_("Plan measure changed"),
)  # fmt: skip
"""The changes that an event tells of."""
Amendments = Mapping[UUID, tuple[datetime, str]]
"""When, and by whom, a record was amended; desk time."""


def events_of(
    items: Sequence[TimelineItem], wording: Wording, now: datetime, amended: Amendments | None = None
) -> list[Event]:
    """The events of a time line, in the order given; with `amended` something may be done with them."""
    return [_event(item, wording, now, amended) for item in items]


def amendments(desk: Desk, items: Iterable[TimelineItem]) -> Amendments:
    """Which of these were amended, when and by whom."""
    ids = {item.record_id for item in items if item.kind in TAKEN_BACK and item.record_id}
    done = desk.centre.history.last_done(ids, AMENDED)
    return {record: (desk.centre.world.desk(at), who) for record, (at, who) in done.items()}


def leads_to(item: TimelineItem, notice: UUID) -> tuple[str, UUID]:
    """The page to which an event leads, and about which record."""
    own = item.record_id if item.kind in OWN_PAGE else None
    return LEADS[item.kind], own or notice


def take_back(desk: Desk, kind: str, record: UUID) -> bool:
    """Take an entry out, with the way back in the toast; False where it is gone already, or others need it."""
    centre = desk.centre
    verbs: dict[str, Callable[[UUID, Worker], None]] = {
        "attempt": centre.contacts.take_back, "assistance": centre.assistance.take_back,
        "consent": centre.care.take_back_consent, "plan": centre.care.take_back_measure,
    }  # fmt: skip
    try:
        verbs[kind](record, centre.worker)
    except Problem as problem:
        desk.tell(problem)
        return False
    desk.kept(TAKEN_BACK[kind])
    return True


def _event(item: TimelineItem, wording: Wording, now: datetime, amended: Amendments | None) -> Event:
    when = wording.language.near(item.at.date() if item.day_only else item.at, now)
    reached = item.kind == "attempt" and item.head == ATTEMPT_OUTCOMES["reached"]
    head, body = _words(item, wording)
    changed = (amended or {}).get(item.record_id) if item.record_id else None
    note = (
        _("Amended: {when} \u00b7 {who}", when=wording.language.near(changed[0], now), who=changed[1])
        if changed
        else ""
    )
    return Event(
        kind="reached" if reached else item.kind,
        head=head,
        when=" \u00b7 ".join(part for part in (when, item.who) if part),
        body="\n".join(body),
        note=note,
        key=item,
        acts=_acts(item) if amended is not None else (),
    )


def _words(item: TimelineItem, wording: Wording) -> tuple[str, Sequence[str]]:
    """Head and lines: of help its kind, of an attempt its way stand in the head."""
    head, lines = wording.head(item), wording.lines(item)
    if item.kind == "assistance":
        return lines[0], lines[1:]
    if item.kind == "attempt":
        return f"{head} \u00b7 {lines[0]}", lines[1:]
    return head, lines


def _acts(item: TimelineItem) -> tuple[str, ...]:
    if item.kind in TAKEN_BACK:
        return CHANGE, TAKE_BACK
    return (OPEN,) if item.kind in LEADS else ()

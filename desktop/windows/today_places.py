"""Where what stands on Today is found: the work of something that is due, its record, the form of what is unfinished.

A place is a screen as the frame calls it, and what it is asked for.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any
from uuid import UUID

from desktop.records.drafts import DraftNote
from desktop.records.due import (
    CALL,
    CONFIRM,
    CONSENT,
    DUTY,
    MEETING,
    MINUTES,
    OF_MEETINGS,
    ORDER,
    PAPERS,
    PLAN,
    PROMISE,
    REVIEW,
    TALK,
    Due,
)
from desktop.windows.unfinished_forms import ASKED, OF_PARTS, OF_TABS

PLACES = {
    CALL: "calls", ORDER: "measure", TALK: "attempt", CONFIRM: "safe", CONSENT: "consent", PLAN: "plan",
    PAPERS: "meeting", MEETING: "meeting_view", MINUTES: "meeting_minutes", PROMISE: "commitments",
    DUTY: "protocol_by_hand", REVIEW: "protocol",
}  # fmt: skip
"""Where each kind of thing is done."""
Place = tuple[str, Any]


def place_of_work(item: Due) -> Place:
    """Where it is done, and not the record."""
    if item.kind in OF_MEETINGS:
        return PLACES[item.kind], item.record_id
    if item.referral_id is None:
        return "person", item.person_id
    return PLACES[item.kind], item.referral_id


def place_of_record(item: Due) -> Place:
    """The notice, or the person where her notices are gone; of a meeting its own page."""
    if item.kind in OF_MEETINGS:
        return PLACES[item.kind] if item.kind in (PROMISE, DUTY, REVIEW) else "meeting", item.record_id
    return ("referrals", item.referral_id) if item.referral_id else ("person", item.person_id)


def places_of_draft(draft: DraftNote, called: Collection[UUID | None]) -> tuple[Place, ...]:
    """The way to the form, one place after another; `called`: the notices that stand on the call list."""
    about: Any = draft.about
    asked = draft.fields.get(ASKED)
    if asked:
        about = asked if isinstance(asked, str) else tuple(map(UUID, asked))
    if "record" in draft.fields:
        record = draft.fields["record"]
        about = (UUID(str(draft.fields["person"])), UUID(str(record)) if record else None)
    if "version" in draft.fields and draft.form in OF_TABS:
        return ("protocol", UUID(str(draft.fields["version"]))), ("protocol", (OF_TABS[draft.form], about))
    form = "calls" if draft.form == "attempt" and about in called else draft.form
    return (OF_PARTS.get(draft.form, (form, about)),)

"""How what is typed of a notice becomes a draft, and what of a draft stands in the fields of its form. No widget."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, time
from typing import Any
from uuid import UUID

from desktop.records.referral_draft import MeasureDraft, MentionDraft, ReferralDraft

FIRST, ORDER = "mentions.0.", "measures.0."
"""Before the fields of the person, and of the order: as a `ReferralDraft` names them in its problems."""
_AS_THEY_ARE = (
    "channel", "reference", "incident_on", "incident_time", "incident_place", "children_saw", "risk_instrument",
    "risk_level", "risk_on", "description",
)  # fmt: skip
_OF_FIRST = ("name", "birth_year", "role", "sex", "kinds", "relation", "relation_ended")


def shown_values(draft: ReferralDraft) -> dict[str, Any]:
    """What stands in the fields for a draft; sender, officer, telephone and residence are shown by the form itself."""
    first = draft.mentions[0] if draft.mentions else MentionDraft()
    assert draft.received_at is not None
    values = {
        **{name: getattr(draft, name) for name in _AS_THEY_ARE},
        **{FIRST + name: getattr(first, name) for name in _OF_FIRST},
        "unit_id": draft.unit_id.hex if draft.unit_id else "",
        "received_at": draft.received_at.date(),
        "received_time": draft.received_at.time(),
    }
    for order in draft.measures[:1]:
        values |= {ORDER + "kind": order.kind, ORDER + "obligations": order.obligations}
        values |= {ORDER + "granted_at": order.granted_at.date(), "granted_time": order.granted_at.time()}
    return values


def read_draft(
    told: Mapping[str, Any], base: ReferralDraft, others: tuple[MentionDraft, ...], received_at: datetime | None
) -> ReferralDraft:
    """What the fields mean, laid over `base`: a notice that is amended keeps what the form does not ask."""
    texts: dict[str, Any] = {n: told[FIRST + n] or "" for n in ("name", "phone", "relation", "municipality")}
    texts |= {n: told[FIRST + n] or "unknown" for n in ("sex", "relation_ended")}
    mention = replace(
        base.mentions[0] if base.mentions else MentionDraft(),
        **texts,
        birth_year=told[FIRST + "birth_year"],
        kinds=told[FIRST + "kinds"],
        role=told[FIRST + "role"] or "experienced",
    )
    plain = ("channel", "reference", "officer", "incident_place", "risk_instrument", "risk_level", "description")
    texts = {name: told[name] or "" for name in plain}
    return replace(
        base,
        **texts,
        received_at=received_at,
        sender_id=UUID(told["sender_id"]) if told["sender_id"] else None,
        unit_id=UUID(told["unit_id"]) if told["unit_id"] else None,
        incident_on=told["incident_on"],
        incident_time=told["incident_time"],
        risk_on=told["risk_on"],
        children_saw=told["children_saw"] or "unknown",
        mentions=(mention, *others) if mention.says_something or others else (),
        measures=_measures(told, base),
    )


def _measures(told: Mapping[str, Any], base: ReferralDraft) -> tuple[MeasureDraft, ...]:
    if not told[ORDER + "kind"] or not told["received_at"]:
        return base.measures[1:]
    day = told[ORDER + "granted_at"] or told["incident_on"] or told["received_at"]
    clock = told["granted_time"] or (told["received_time"] if day == told["received_at"] else None) or time(12)
    granted = datetime.combine(day, clock)
    before = base.measures[0] if base.measures else MeasureDraft(kind="", granted_at=granted)
    same = before.kind == told[ORDER + "kind"] and before.granted_at == granted
    first = replace(
        before,
        kind=told[ORDER + "kind"],
        granted_at=granted,
        granted_by=told[ORDER + "granted_by"],
        obligations=told[ORDER + "obligations"],
        until_at=before.until_at if same else None,
    )
    return (first, *base.measures[1:])

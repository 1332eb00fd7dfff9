"""Invented notices for the tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from desktop.records.referral_draft import MentionDraft, ReferralDraft

DAIVA = MentionDraft(
    name="Daiva Jonaitienė", birth_year=1984, sex="female", phone="0 612 30 041", municipality="Gargždai",
    kinds=("physical", "psychological"), relation="spouse", relation_ended="former",
)  # fmt: skip


def somebody(**said: object) -> MentionDraft:
    return replace(DAIVA, **said)


def notice(sender: UUID, *mentions: MentionDraft, **said: object) -> ReferralDraft:
    draft = ReferralDraft(
        received_at=datetime(2026, 11, 1, 9, 5),
        sender_id=sender,
        reference="21-4-08312-26",
        mentions=mentions or (DAIVA,),
    )
    return replace(draft, **said)

"""October reconciled with the police in a real vault: what the tests of sheets and summaries begin with."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from desktop.centre import Centre
from desktop.periods import Month
from desktop.reconciliation.reconciliations import Agreement
from desktop.records.referral import Referral
from tests.builders import a_mention, a_referral

OCTOBER = Month(2026, 10)
NAMES = ("Asta Petrauskienė", "Eglė Stonkutė", "Zita Norvilienė", "Jūratė Kusaitė", "Lina Bružaitė")
"""Those in their list: two arrived, one never did and is entered, one went elsewhere, one is not explained."""
BOTH = Agreement("A. Kalvaitis", "Ona Petraitė", "vyresnysis tyrėjas", "direktorė")


def enter_ours(centre: Centre, police: UUID, unit: UUID, number: int, name: str) -> Referral:
    """One notice of ours of October."""
    draft = a_referral(
        police, received_at=datetime(2026, 10, number * 5 + 2, 9), unit_id=unit, reference=f"77-PR-{number}-26",
        mentions=(a_mention(name=name, birth_year=None),),
    )  # fmt: skip
    return centre.referrals.enter(draft, centre.worker)

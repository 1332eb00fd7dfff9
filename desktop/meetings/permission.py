"""What one receiver may see of one case at one meeting. Pure: it is handed everything, and decides.

A name is seen where the law names the receiver or the person allowed it, a code where neither holds, and nothing at all
where she took her consent back. An address, a telephone or her safe contact is never seen by anybody.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from desktop.language import N_
from desktop.records.assistance import Consent
from desktop.records.seeded_lists import PASSING_ON

BY_LAW = frozenset({"police", "prosecution", "social_services"})
"""Kinds of institution that are permanent members of the Serbian groups for coordination and cooperation (Law on
Prevention of Domestic Violence, articles 25 and 26)."""
MEETING_PURPOSE = "meeting"
"""Consent to being discussed at a meeting."""
NAMED, CODED, WITHHELD = "named", "coded", "withheld"
LEVELS = {NAMED: N_("With name"), CODED: N_("By code"), WITHHELD: N_("Not in this copy")}
REASONS = {
    "law": N_("The law names this institution as a permanent member."),
    "consent": N_("The person allowed it."),
    "no_consent": N_("There is no consent for this institution. A code stands instead of the name."),
    "part_withheld": N_("The person wants a part of it kept back. A code stands instead of the name."),
    "withdrawn": N_("The person took her consent back. Nothing of it is told."),
    "run_out": N_("Her consent has run out. A code stands instead of the name."),
    "no_cases": N_("This kind of meeting does not speak of single cases."),
    "not_linked": N_("The notice is not linked with a person, so nobody could consent."),
}


@dataclass(frozen=True)
class Receiver:
    """An institution as the reader of a paper."""

    agency_id: UUID
    kind: str
    """A code of `AGENCY_KINDS`."""
    is_permanent: bool
    parents: frozenset[UUID] = frozenset()
    """The institutions whose unit it is; what is allowed to the whole is allowed to the unit."""


@dataclass(frozen=True)
class Seen:
    """What a receiver sees of a case."""

    level: str
    """A code of `LEVELS`."""
    reason: str
    """A code of `REASONS`."""
    consent_id: UUID | None = None
    """The consent on which it rests."""


def may_see(ground: str, receiver: Receiver, person_id: UUID | None, consents: Iterable[Consent], today: date) -> Seen:
    """What this receiver may see of a case about this person.

    `ground` is a code of `CASES`; without one no case is told at all. `consents` are all of the person's.
    """
    if ground == "law" and receiver.is_permanent and receiver.kind in BY_LAW:
        return Seen(NAMED, "law")
    if not ground or person_id is None:
        return Seen(CODED, "not_linked") if ground else Seen(WITHHELD, "no_cases")
    mine = [each for each in consents if each.person_id == person_id and _is_for(each, receiver)]
    holding = sorted((each for each in mine if each.holds(today)), key=lambda each: (each.given_on, each.id))
    withdrawn = [each.withdrawn_on for each in mine if each.withdrawn_on is not None and each.withdrawn_on <= today]
    if withdrawn and (not holding or max(withdrawn) >= holding[-1].given_on):
        return Seen(WITHHELD, "withdrawn")
    if holding:
        whole = not any(each.withheld.strip() for each in holding)
        return Seen(NAMED, "consent", holding[-1].id) if whole else Seen(CODED, "part_withheld")
    return Seen(CODED, "run_out" if mine else "no_consent")


def _is_for(consent: Consent, receiver: Receiver) -> bool:
    """Whether a consent speaks of this receiver: by name, or of whoever takes part in the meeting."""
    named = consent.recipient_id is not None and consent.recipient_id in {receiver.agency_id, *receiver.parents}
    if consent.purpose == MEETING_PURPOSE:
        return named or consent.recipient_id is None
    return consent.purpose == PASSING_ON and named

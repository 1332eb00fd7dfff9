"""When a way that was agreed holds no more: nobody is called by a number, or after a call, to which nobody agreed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from desktop.centre import Centre
from desktop.records.contact_way import address_of
from desktop.records.people import JoinDraft, PersonDraft
from desktop.records.person import MayCall, Person
from tests.builders import a_mention, a_referral, a_safe_contact, an_agency, an_attempt
from tests.conftest import Still

OWN, OTHER = "+37061200001", "+37046312345"


def somebody(centre: Centre, phone: str = OWN, **agreed: Any) -> UUID:
    """Somebody who may be called on working mornings, by her own telephone unless it is said otherwise."""
    made = centre.people.enter(PersonDraft(name="Daiva Jonaitienė", phone=phone), centre.worker).id
    return centre.people.agree_safe_contact(made, a_safe_contact(**agreed), centre.worker).id


def may(centre: Centre, person_id: UUID) -> MayCall:
    return centre.people.sheet(person_id).may


def with_phone(centre: Centre, person_id: UUID, phone: str) -> Person:
    draft = replace(centre.people.draft_of(person_id), phone=phone)
    return centre.people.amend(person_id, draft, centre.worker)


def test_another_telephone_of_hers_is_not_the_one_that_was_agreed(centre: Centre) -> None:
    own = somebody(centre)
    with_phone(centre, own, "0 612 00001")
    assert may(centre, own) is MayCall.YES, "the same number, typed otherwise"
    amended = with_phone(centre, own, OTHER)
    assert may(centre, own) is MayCall.UNKNOWN
    assert (amended.safe_confirmed_on, amended.safe_confirmed_by) == (None, "")
    assert amended.safe_days, "how it was agreed is there to be agreed anew"


@pytest.mark.parametrize("agreed", [{"number": OWN}, {"channel": "in_person"}, {"channel": "email"}])
def test_a_way_that_does_not_go_by_her_telephone_outlives_another_one(centre: Centre, agreed: dict[str, Any]) -> None:
    own = somebody(centre, **agreed)
    before = address_of(centre.people.sheet(own).person)
    assert address_of(with_phone(centre, own, OTHER)) == before
    assert may(centre, own) is MayCall.YES


def test_another_address_ends_a_way_that_goes_by_it_and_no_contact_stays_no(centre: Centre) -> None:
    own, never = somebody(centre, channel="email"), somebody(centre, allowed="no")
    centre.people.amend(own, replace(centre.people.draft_of(own), email="d@pavyzdys.example"), centre.worker)
    assert may(centre, own) is MayCall.UNKNOWN
    with_phone(centre, never, OTHER)
    assert may(centre, never) is MayCall.NO


def test_a_telephone_that_a_notice_brings_was_not_agreed_with_her(centre: Centre) -> None:
    by, own = centre.worker, somebody(centre, phone="")
    sender = centre.directory.enter(an_agency(), by).id
    centre.referrals.enter(a_referral(sender, mentions=(a_mention(person_id=own, phone=OTHER),)), by)
    assert centre.people.sheet(own).person.phone == OTHER
    assert may(centre, own) is MayCall.UNKNOWN


def test_a_telephone_that_a_corrected_notice_brings_was_not_agreed_with_her(centre: Centre) -> None:
    by, sender = centre.worker, centre.directory.enter(an_agency(), centre.worker).id
    kept = centre.referrals.enter(a_referral(sender, mentions=(a_mention(phone=OWN),)), by)
    assert kept.person_id is not None
    centre.people.agree_safe_contact(kept.person_id, a_safe_contact(), by)
    draft = centre.referrals.draft_of(kept.id)
    centre.referrals.amend(kept.id, replace(draft, mentions=(replace(draft.mentions[0], phone=OTHER),)), by)
    assert centre.people.sheet(kept.person_id).person.phone == OTHER
    assert may(centre, kept.person_id) is MayCall.UNKNOWN


def test_an_unsafe_call_that_was_to_somebody_else_ends_her_way(centre: Centre) -> None:
    by, one, other = centre.worker, somebody(centre), somebody(centre, phone=OTHER)
    sender = centre.directory.enter(an_agency(), by).id
    named = (a_mention(person_id=one), a_mention(person_id=other, role="child_witness"))
    notice = centre.referrals.enter(a_referral(sender, mentions=named), by)
    made = centre.contacts.attempt(notice.id, an_attempt(outcome="unsafe", person_id=one), by)
    assert may(centre, other) is MayCall.YES
    draft = replace(centre.contacts.draft_of(made.id), person_id=other)
    centre.contacts.amend_attempt(made.id, draft, by)
    assert may(centre, other) is MayCall.UNKNOWN


@pytest.mark.parametrize("is_other_agreed", [False, True])
@pytest.mark.parametrize("is_first_kept", [False, True])
def test_an_unsafe_call_to_two_who_were_one_ends_the_way_of_both(
    centre: Centre, is_other_agreed: bool, is_first_kept: bool
) -> None:
    by, one, other = centre.worker, somebody(centre), somebody(centre, allowed="yes" if is_other_agreed else "unknown")
    kept, joined = (one, other) if is_first_kept else (other, one)
    centre.people.join(JoinDraft(kept, joined), by)
    centre.people.agree_safe_contact(kept, a_safe_contact(), by)
    centre.contacts.attempt_person(kept, an_attempt(outcome="unsafe"), by)
    centre.people.part(joined, by)
    assert (may(centre, one), may(centre, other)) == (MayCall.UNKNOWN, MayCall.UNKNOWN)


def test_whoever_asked_for_no_contact_may_be_either_of_two_who_were_one(centre: Centre, still: Still) -> None:
    by, one, other = centre.worker, somebody(centre), somebody(centre)
    centre.people.join(JoinDraft(one, other), by)
    still.wait(days=-1)  # a clock that was set back does not hide what came later
    centre.people.agree_safe_contact(one, a_safe_contact(allowed="no"), by)
    still.wait(days=1)
    centre.people.part(other, by)
    assert (may(centre, one), may(centre, other)) == (MayCall.NO, MayCall.NO)


def test_an_unsafe_call_while_nobody_might_call_leaves_no_way_known_but_forbids_nothing_more(centre: Centre) -> None:
    by, one, never = centre.worker, somebody(centre), somebody(centre, allowed="no")
    centre.people.join(JoinDraft(one, never), by)
    centre.contacts.attempt_person(one, an_attempt(outcome="wrong_number"), by)
    centre.people.part(never, by)
    assert (may(centre, one), may(centre, never)) == (MayCall.UNKNOWN, MayCall.NO)


def test_what_was_learnt_and_taken_back_changes_nothing_at_parting(centre: Centre) -> None:
    by, one, other = centre.worker, somebody(centre), somebody(centre)
    centre.people.join(JoinDraft(one, other), by)
    centre.people.agree_safe_contact(one, a_safe_contact(allowed="no"), by)
    centre.history.undo(centre.vault.head().count, by)
    centre.people.part(other, by)
    assert (may(centre, one), may(centre, other)) == (MayCall.YES, MayCall.YES)


def test_a_way_agreed_with_two_who_were_one_is_known_of_neither(centre: Centre) -> None:
    by, one, other = centre.worker, somebody(centre, allowed="unknown"), somebody(centre, OTHER, allowed="unknown")
    centre.people.join(JoinDraft(one, other, frozenset({"phone"})), by)
    agreed = centre.people.agree_safe_contact(one, a_safe_contact(), by)
    assert address_of(agreed) == OTHER
    centre.people.part(other, by)
    assert address_of(centre.people.sheet(one).person) == OWN
    assert (may(centre, one), may(centre, other)) == (MayCall.UNKNOWN, MayCall.UNKNOWN)


def test_a_way_that_comes_back_does_not_lead_to_a_telephone_that_came_since(centre: Centre) -> None:
    by, one, other = centre.worker, somebody(centre), somebody(centre, allowed="unknown")
    centre.people.join(JoinDraft(one, other), by)
    with_phone(centre, one, OTHER)
    centre.people.part(other, by)
    assert centre.people.sheet(one).person.phone == OTHER, "what came since stays with her"
    assert may(centre, one) is MayCall.UNKNOWN

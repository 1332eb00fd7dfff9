"""What a receiver may see of a case: a name by law or consent alone, nothing where consent was taken back."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from desktop.meetings.permission import BY_LAW, CODED, NAMED, WITHHELD, Receiver, may_see
from desktop.records.assistance import Consent
from desktop.records.meeting import CASES
from desktop.records.vocabulary import AGENCY_KINDS

TODAY = date(2026, 11, 2)
SHE, OTHER = UUID(int=1), UUID(int=2)
US, UNIT, WHOLE = UUID(int=10), UUID(int=11), UUID(int=12)
RECEIVERS = st.builds(
    Receiver, agency_id=st.sampled_from([US, UNIT]), kind=st.sampled_from([*AGENCY_KINDS]), is_permanent=st.booleans(),
    parents=st.sampled_from([frozenset(), frozenset({WHOLE})]),
)  # fmt: skip
DAYS = st.dates(TODAY - timedelta(days=5), TODAY + timedelta(days=5))
CONSENTS = st.builds(
    Consent, id=st.uuids(), person_id=st.sampled_from([SHE, OTHER]),
    purpose=st.sampled_from(["assistance", "passing_on", "meeting", "plan"]),
    recipient_id=st.sampled_from([None, US, UNIT, WHOLE]), withheld=st.sampled_from(["", "adresas"]), given_on=DAYS,
    until=st.none() | DAYS, withdrawn_on=st.none() | DAYS,
)  # fmt: skip


def a_consent(**changes: object) -> Consent:
    values = {"id": UUID(int=7), "person_id": SHE, "purpose": "meeting", "given_on": TODAY}
    return Consent(**values | changes)


def a_receiver(kind: str = "health", *, permanent: bool = False) -> Receiver:
    return Receiver(UNIT, kind, permanent, frozenset({WHOLE}))


def test_the_law_names_its_three_permanent_members_alone() -> None:
    assert may_see("law", a_receiver("police", permanent=True), SHE, [], TODAY).level == NAMED
    assert may_see("law", a_receiver("police"), SHE, [], TODAY).level == CODED
    assert may_see("law", a_receiver("health", permanent=True), SHE, [], TODAY).level == CODED
    assert may_see("consent", a_receiver("police", permanent=True), SHE, [], TODAY).level == CODED


def test_consent_to_being_discussed_holds_for_all_who_meet() -> None:
    seen = may_see("consent", a_receiver(), SHE, [a_consent()], TODAY)
    assert (seen.level, seen.reason, seen.consent_id) == (NAMED, "consent", UUID(int=7))


def test_consent_for_the_whole_holds_for_its_unit() -> None:
    consent = a_consent(purpose="passing_on", recipient_id=WHOLE)
    assert may_see("consent", a_receiver(), SHE, [consent], TODAY).level == NAMED


def test_what_she_took_back_is_not_told_at_all() -> None:
    consents = [a_consent(withdrawn_on=TODAY)]
    assert may_see("consent", a_receiver(), SHE, consents, TODAY).level == WITHHELD


def test_a_consent_given_after_she_took_one_back_holds() -> None:
    consents = [a_consent(given_on=date(2026, 10, 1), withdrawn_on=date(2026, 10, 5)), a_consent(id=UUID(int=8))]
    assert may_see("consent", a_receiver(), SHE, consents, TODAY).level == NAMED


def test_a_wish_to_keep_a_part_back_hides_the_name() -> None:
    seen = may_see("consent", a_receiver(), SHE, [a_consent(withheld="darbovietė")], TODAY)
    assert (seen.level, seen.reason) == (CODED, "part_withheld")


def test_where_no_cases_are_spoken_of_nothing_is_told() -> None:
    assert may_see("", a_receiver("police", permanent=True), SHE, [a_consent()], TODAY).level == WITHHELD


@given(st.sampled_from([*CASES]), RECEIVERS, st.none() | st.just(SHE), st.lists(CONSENTS, max_size=5))
def test_a_name_always_rests_on_the_law_or_on_a_consent_that_holds(
    ground: str, receiver: Receiver, person: UUID | None, consents: list[Consent]
) -> None:
    seen = may_see(ground, receiver, person, consents, TODAY)
    if seen.level != NAMED:
        assert seen.consent_id is None
        return
    if seen.reason == "law":
        assert (ground, receiver.is_permanent, receiver.kind in BY_LAW) == ("law", True, True)
        return
    (rests,) = [each for each in consents if each.id == seen.consent_id]
    mine = {receiver.agency_id, *receiver.parents}
    assert rests.person_id == person
    assert rests.holds(TODAY)
    assert not rests.withheld
    assert rests.recipient_id in mine or (rests.purpose == "meeting" and rests.recipient_id is None)


@given(RECEIVERS, st.lists(CONSENTS, max_size=5))
def test_taking_everything_back_today_leaves_no_name_but_the_laws(receiver: Receiver, consents: list[Consent]) -> None:
    for each in consents:
        each.withdrawn_on = TODAY
    seen = may_see("consent", receiver, SHE, consents, TODAY)
    assert seen.level != NAMED

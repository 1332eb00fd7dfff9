from dataclasses import replace
from datetime import date, datetime, time
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.records.contact_draft import AttemptDraft, OutcomeDraft, PersonDraft, SafeContactDraft
from desktop.records.referral_draft import MeasureDraft, MentionDraft, ReferralDraft
from tests.records.notices import notice, somebody

NOW = datetime(2026, 11, 24, 9, 5)
SENDER = UUID(int=1)
TEXTS = st.text(st.characters(exclude_categories=()), max_size=50)
MENTIONS = st.builds(
    MentionDraft, name=TEXTS, role=TEXTS, phone=TEXTS, municipality=TEXTS, sex=TEXTS, relation=TEXTS,
    birth_year=st.none() | st.integers(),
)  # fmt: skip
MEASURES = st.builds(MeasureDraft, kind=TEXTS, granted_at=st.datetimes(), until_at=st.none() | st.datetimes())
DRAFTS = st.builds(
    ReferralDraft,
    received_at=st.none() | st.datetimes(),
    sender_id=st.none() | st.uuids(),
    mentions=st.lists(MENTIONS, max_size=3).map(tuple),
    measures=st.lists(MEASURES, max_size=2).map(tuple),
    incident_on=st.none() | st.dates(),
    incident_time=st.none() | st.times(),
    channel=TEXTS, officer=TEXTS, reference=TEXTS, description=TEXTS, incident_place=TEXTS, children_saw=TEXTS,
)  # fmt: skip


def fields(draft: ReferralDraft) -> list[str | None]:
    return [problem.field for problem in draft.check(NOW)]


def warned(draft: ReferralDraft) -> list[str | None]:
    return [problem.field for problem in draft.warnings(NOW)]


def test_date_sender_and_a_name_or_a_place_are_enough() -> None:
    assert fields(ReferralDraft()) == ["received_at", "sender_id", "mentions.0.name"]
    bare = ReferralDraft(received_at=NOW, sender_id=SENDER)
    assert fields(replace(bare, incident_place="Gargždai")) == []
    assert fields(replace(bare, mentions=(MentionDraft(name="Ona"),))) == []
    assert fields(replace(bare, mentions=(MentionDraft(name=" \u200b "),))) == ["mentions.0.name"]


def test_every_problem_names_its_field() -> None:
    order = MeasureDraft("protection_order", NOW, until_at=datetime(2026, 11, 1))
    draft = notice(
        SENDER, somebody(), somebody(name="ž" * 10_000, birth_year=2030, role="victim"),
        measures=(replace(order, until_at=None), order), incident_on=date(1026, 11, 2), description="x" * 10_001,
        children_saw="maybe",
    )  # fmt: skip
    assert fields(draft) == [
        "incident_on", "description", "children_saw", "mentions.1.name", "mentions.1.role", "mentions.1.birth_year",
        "measures.1.until_at",
    ]  # fmt: skip
    long = next(problem for problem in draft.check(NOW) if problem.field == "mentions.1.name")
    assert long.told(str.format) == "The text is too long. Characters allowed: 200"


def test_oddities_are_warned_about_and_do_not_stop() -> None:
    draft = notice(
        SENDER, somebody(name="Ona 33309240064"), received_at=datetime(2026, 11, 25), incident_on=date(2026, 11, 26),
        description="a. k. 33309240064",
    )  # fmt: skip
    assert warned(draft) == ["received_at", "incident_on", "description", "mentions.0.name"]
    assert fields(draft) == []
    assert fields(replace(draft, received_at=datetime(2062, 11, 2))) == ["received_at"], "a slip of the year"
    assert warned(notice(SENDER)) == []


def test_a_time_of_the_incident_wants_its_day_and_lies_before_the_notice() -> None:
    evening = notice(SENDER, incident_on=NOW.date(), incident_time=time(21, 40), received_at=NOW)
    assert fields(evening) == []
    assert warned(evening) == ["incident_time"]
    assert warned(replace(evening, incident_time=time(9, 5))) == []
    assert fields(replace(evening, incident_on=None)) == ["incident_on"]


@given(DRAFTS)
def test_nothing_that_can_be_typed_makes_a_check_fail(draft: ReferralDraft) -> None:
    assert all(problem.told(str.format) for problem in (*draft.check(NOW), *draft.warnings(NOW)))


@pytest.mark.parametrize(
    ("draft", "wrong"),
    [
        (AttemptDraft(), ["at", "channel", "outcome"]),
        (AttemptDraft(NOW, "telephone", "reached"), []),
        (AttemptDraft(NOW, "telephone", "spoke", again_at=datetime(2026, 11, 23)), ["outcome", "again_at"]),
        (AttemptDraft(datetime(2026, 11, 25), "telephone", "reached"), ["at"]),
    ],
)
def test_an_attempt_says_when_how_and_with_what_result(draft: AttemptDraft, wrong: list[str]) -> None:
    assert [problem.field for problem in draft.check(NOW)] == wrong


@pytest.mark.parametrize(
    ("draft", "wrong"),
    [
        (OutcomeDraft("accepted"), []),
        (OutcomeDraft("centre_declined"), ["reason"]),
        (OutcomeDraft("other_centre"), ["reason"]),
        (OutcomeDraft("lost"), ["outcome"]),
        (OutcomeDraft("accepted", on=date(2026, 11, 25)), ["on"]),
    ],
)
def test_some_outcomes_want_a_reason(draft: OutcomeDraft, wrong: list[str]) -> None:
    assert [problem.field for problem in draft.check(NOW.date())] == wrong


def test_a_window_has_two_different_ends_and_known_days() -> None:
    agreed = SafeContactDraft("yes", "telephone", days=("mo",), begins=time(9), ends=time(9))
    assert [problem.field for problem in agreed.check(NOW.date())] == ["ends"]
    assert [p.field for p in replace(agreed, ends=time(8), days=("xx",)).check(NOW.date())] == ["days"]
    assert SafeContactDraft("no").check(NOW.date()) == ()


@given(TEXTS, TEXTS, st.integers())
def test_nothing_typed_of_a_person_makes_a_check_fail(one: str, other: str, year: int) -> None:
    draft = PersonDraft(one, year, other, one, other, one, other, one)
    assert all(problem.told(str.format) for problem in draft.check(NOW))

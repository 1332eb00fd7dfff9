from dataclasses import replace
from datetime import datetime, time
from uuid import UUID

import pytest
from sqlalchemy import func, select

from desktop.problems import Invalid, Problem
from desktop.records.contact_draft import AttemptDraft, OutcomeDraft
from desktop.records.contact_log import ContactLog
from desktop.records.people import People, SafeContactDraft
from desktop.records.person import Person
from desktop.records.referral import Attempt, Mention
from desktop.records.referral_draft import MeasureDraft
from desktop.records.referral_log import ReferralCourse, ReferralLog, ReferralQuery
from desktop.vault.history import History
from tests.records.notices import notice, somebody


def how_many(log: ReferralLog, table: type) -> int:
    with log.vault.look() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def test_a_notice_amended_with_what_was_kept_does_not_change(referrals: ReferralLog, sender: UUID) -> None:
    by = referrals.vault.worker
    draft = notice(
        sender, somebody(), somebody(name="Tomas Jonaitis", role="posing_risk", phone=""),
        measures=(MeasureDraft("protection_order", datetime(2026, 10, 31, 17, 40), obligations=("no_contact",)),),
    )  # fmt: skip
    kept = referrals.enter(draft, by)
    assert referrals.sheet(kept.id).measures[0].ends_at == datetime(2026, 11, 15, 17, 40), "15 days"
    again = referrals.draft_of(kept.id)
    assert (again.mentions[1].name, again.measures[0].obligations) == ("Tomas Jonaitis", ("no_contact",))
    referrals.amend(kept.id, again, by)
    assert referrals.draft_of(kept.id) == again
    assert History(referrals.vault).entries(limit=1)[0].changes == ()


def test_a_slip_in_a_name_is_corrected_on_her_sheet_too(referrals: ReferralLog, sender: UUID) -> None:
    by = referrals.vault.worker
    kept = referrals.enter(notice(sender, somebody(name="Daiva Jonaitine")), by)
    draft = referrals.draft_of(kept.id)
    amended = referrals.amend(
        kept.id, replace(draft, mentions=(replace(draft.mentions[0], name="Daiva Jonaitienė"),)), by
    )
    assert amended.person_name == "Daiva Jonaitienė"
    sheet = referrals.sheet(kept.id)
    assert sheet.person is not None
    assert sheet.person.name == "Daiva Jonaitienė"
    assert referrals.ids(ReferralQuery(text="jonaitiene")) == [kept.id]
    assert referrals.ids(ReferralQuery(text="jonaitine")) == []
    assert how_many(referrals, Person) == 1


def test_recognising_someone_later_joins_the_notices_and_leaves_nobody_behind(
    referrals: ReferralLog, sender: UUID
) -> None:
    by = referrals.vault.worker
    first = referrals.enter(notice(sender, received_at=datetime(2026, 9, 1, 9)), by)
    second = referrals.enter(notice(sender, somebody(name="Jonaitiene Daiva", phone="")), by)
    assert second.repeat_of_id is None
    draft = referrals.draft_of(second.id)
    mention = replace(draft.mentions[0], person_id=first.person_id)
    amended = referrals.amend(second.id, replace(draft, mentions=(mention,)), by)
    assert amended.repeat_of_id == first.id
    assert amended.person_name == "Daiva Jonaitienė", "as she is known"
    assert referrals.sheet(second.id).mentions[0].name == "Jonaitiene Daiva", "as it was written"
    assert [r.id for r in referrals.sheet(second.id).earlier] == [first.id]
    assert how_many(referrals, Person) == 1
    apart = replace(referrals.draft_of(second.id), mentions=(replace(mention, person_id=None),))
    assert referrals.amend(second.id, apart, by).repeat_of_id is None
    assert how_many(referrals, Person) == 2


def test_persons_can_be_added_and_taken_out(referrals: ReferralLog, sender: UUID) -> None:
    by, kept = referrals.vault.worker, referrals.enter(notice(sender), referrals.vault.worker)
    draft = referrals.draft_of(kept.id)
    child = somebody(name="Daina Jonaitytė", role="child_witness", phone="", birth_year=2015)
    referrals.amend(kept.id, replace(draft, mentions=(*draft.mentions, child, somebody(name="", phone=""))), by)
    sheet = referrals.sheet(kept.id)
    assert [(m.name, m.age_group, m.person_id is None) for m in sheet.mentions] == [
        ("Daiva Jonaitienė", "30-44", False), ("Daina Jonaitytė", "7-13", False), ("", "30-44", True),
    ]  # fmt: skip
    referrals.amend(kept.id, replace(draft, mentions=referrals.draft_of(kept.id).mentions[1:2]), by)
    assert referrals.sheet(kept.id).referral.person_name == "Daina Jonaitytė"
    assert (how_many(referrals, Mention), how_many(referrals, Person)) == (1, 1)


def test_another_year_of_receipt_gives_another_number(referrals: ReferralLog, sender: UUID) -> None:
    by, kept = referrals.vault.worker, referrals.enter(notice(sender), referrals.vault.worker)
    moved = referrals.amend(kept.id, replace(referrals.draft_of(kept.id), received_at=datetime(2025, 12, 30, 9)), by)
    assert (moved.label, moved.month, moved.due_at) == ("2025/1", "2025-12", datetime(2025, 12, 31, 17))
    assert referrals.by_label("2025/1").id == kept.id
    assert [referrals.by_label(text) for text in ("2026/1", "x", "2026/", "²/1", "")] == [None] * 5


def test_a_notice_that_cannot_be_kept_changes_nothing(referrals: ReferralLog, sender: UUID) -> None:
    by = referrals.vault.worker
    before = referrals.vault.head()
    with pytest.raises(Invalid):
        referrals.enter(notice(sender, received_at=None), by)
    with pytest.raises(Invalid):
        referrals.enter_all([notice(sender), notice(sender, sender_id=None)], by)
    assert referrals.vault.head() == before
    assert referrals.count() == 0


def test_stopping_while_many_are_brought_in_leaves_nothing(referrals: ReferralLog, sender: UUID) -> None:
    class Stopped(Problem):
        pass

    def stop(done: int, total: int) -> None:
        assert (done, total) == (2, 2)
        raise Stopped("")

    with pytest.raises(Stopped):
        referrals.enter_all([notice(sender), notice(sender)], referrals.vault.worker, stop)
    assert referrals.count() == 0


def test_markup_marks_and_long_names_are_kept_as_text(referrals: ReferralLog, sender: UUID) -> None:
    name = "<b>Ona</b> & \u202e" + "ž" * 150
    kept = referrals.enter(notice(sender, somebody(name=name)), referrals.vault.worker)
    assert kept.person_name == "<b>Ona</b> & " + "ž" * 150


def test_a_duplicate_is_not_a_repeat_and_can_be_taken_back(referrals: ReferralLog, sender: UUID) -> None:
    by, who = referrals.vault.worker, somebody(person_id=UUID(int=9))
    days = (datetime(2026, 9, day, 9) for day in (1, 2, 3))
    one, two, three = referrals.enter_all([ReferralCourse(notice(sender, who, received_at=day)) for day in days], by)
    referrals.mark_duplicate(two, one, by)
    assert [referrals.sheet(i).referral.repeat_of_id for i in (one, two, three)] == [None, None, one]
    assert referrals.sheet(two).state.code == "duplicate"
    for wrong in ((three, two), (three, three), (one, three)):
        with pytest.raises(Problem):
            referrals.mark_duplicate(*wrong, by)
    referrals.mark_duplicate(two, None, by)
    assert [referrals.sheet(i).referral.repeat_of_id for i in (one, two, three)] == [None, one, two]


def test_an_outcome_is_noted_and_opened_again(referrals: ReferralLog, sender: UUID) -> None:
    by, kept = referrals.vault.worker, referrals.enter(notice(sender), referrals.vault.worker)
    with pytest.raises(Invalid):
        referrals.decide(kept.id, OutcomeDraft("other_centre"), by)
    decided = referrals.decide(kept.id, OutcomeDraft("other_centre", "other_centre.wish"), by)
    assert (decided.outcome_on, decided.is_closed) == (referrals.world.today(), True)
    opened = referrals.decide(kept.id, OutcomeDraft("pending"), by)
    assert (opened.outcome_on, opened.outcome_reason, opened.is_closed) == (None, "", False)


def test_a_number_of_the_sender_is_recognised(referrals: ReferralLog, sender: UUID) -> None:
    kept = referrals.enter(notice(sender), referrals.vault.worker)
    found = referrals.same_reference(" 21-4-08312-26 ")
    assert found is not None
    assert found.id == kept.id
    assert referrals.same_reference("21-4-08312-26", but=kept.id) is None
    assert referrals.same_reference("") is None


def test_calling_where_no_safe_way_is_known_needs_a_reason(
    referrals: ReferralLog, contacts: ContactLog, sender: UUID
) -> None:
    by, kept = referrals.vault.worker, referrals.enter(notice(sender), referrals.vault.worker)
    attempt = AttemptDraft(datetime(2026, 11, 2, 9), "telephone", "no_answer")
    with pytest.raises(Problem) as told:
        contacts.attempt(kept.id, attempt, by)
    assert told.value.field == "outside_reason"
    assert how_many(referrals, Attempt) == 0
    made = contacts.attempt(kept.id, replace(attempt, outside_reason="agreed"), by)
    contacts.amend_attempt(made.id, replace(attempt, outcome="reached", outside_reason="agreed"), by)
    assert referrals.sheet(kept.id).referral.first_contact_at == attempt.at
    contacts.take_back(made.id, by)
    assert referrals.sheet(kept.id).referral.first_contact_at is None
    assert referrals.sheet(kept.id).referral.attempts == 0


def test_a_call_amended_to_have_been_unsafe_ends_the_agreed_way_too(
    referrals: ReferralLog, contacts: ContactLog, sender: UUID
) -> None:
    by, kept = referrals.vault.worker, referrals.enter(notice(sender), referrals.vault.worker)
    assert kept.person_id is not None
    agreed = SafeContactDraft(
        "yes", channel="telephone", number="0 612 30 041", days=("mo", "tu"), begins=time(8), ends=time(18)
    )
    people = People(referrals.vault, referrals.world)
    people.agree_safe_contact(kept.person_id, agreed, by)
    attempt = AttemptDraft(datetime(2026, 11, 2, 9), "telephone", "no_answer")
    made = contacts.attempt(kept.id, attempt, by)
    contacts.amend_attempt(made.id, replace(attempt, outcome="unsafe"), by)
    person = people.sheet(kept.person_id).person
    assert (person.safe_allowed, person.safe_confirmed_on) == ("unknown", None)
    assert person.safe_number, "what was agreed is there to be confirmed anew"
    people.agree_safe_contact(kept.person_id, agreed, by)
    contacts.amend_attempt(made.id, replace(attempt, outcome="unsafe", note="Atsiliepė vyras."), by)
    assert people.sheet(kept.person_id).person.safe_allowed == "yes", "a word more changes nothing"


def test_calls_stand_in_the_order_in_which_they_may_be_made(
    referrals: ReferralLog, contacts: ContactLog, sender: UUID
) -> None:
    by, people = referrals.vault.worker, People(referrals.vault, referrals.world)
    every_day = ("mo", "tu", "we", "th", "fr")
    ways = {
        "Uždrausta": SafeContactDraft("no"),
        "Vėliau": SafeContactDraft("yes", "telephone", days=every_day, begins=time(14), ends=time(16)),
        "Galima": SafeContactDraft("yes", "telephone", days=every_day, begins=time(9), ends=time(12)),
        "Nežinoma": SafeContactDraft(),
    }
    for name, way in ways.items():
        kept = referrals.enter(notice(sender, somebody(name=name)), by)
        people.agree_safe_contact(kept.person_id, way, by)
    calls = contacts.due()
    assert [(call.person_name, call.may.value) for call in calls] == [
        ("Galima", "yes"), ("Vėliau", "not_now"), ("Nežinoma", "unknown"), ("Uždrausta", "no"),
    ]  # fmt: skip
    assert calls[0].until == datetime(2026, 11, 2, 12)
    assert calls[1].next_at == datetime(2026, 11, 2, 14)
    first = AttemptDraft(datetime(2026, 11, 2, 9, 30), "telephone", "call_later", again_at=datetime(2026, 11, 2, 11))
    contacts.attempt(calls[0].referral_id, first, by)
    assert contacts.due()[0].again_at == first.again_at
    many = [(call.referral_id, replace(first, outcome="reached"), OutcomeDraft("accepted"), by) for call in calls]
    assert contacts.attempt_all(many, by) == 4
    assert contacts.due() == ()

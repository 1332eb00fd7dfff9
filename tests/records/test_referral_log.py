from datetime import datetime
from uuid import UUID

from desktop.records.contact_draft import AttemptDraft, OutcomeDraft
from desktop.records.contact_log import ContactLog
from desktop.records.referral_log import ReferralCourse, ReferralLog
from tests.records.notices import notice, somebody


def test_a_notice_gets_number_deadline_person_and_a_place_in_the_list(referrals: ReferralLog, sender: UUID) -> None:
    kept = referrals.enter(notice(sender), referrals.vault.worker)
    assert kept.label == "2026/1"
    assert kept.due_at == datetime(2026, 11, 3, 17, 0), "2 November is a holiday"
    sheet = referrals.sheet(kept.id)
    assert sheet.person is not None
    assert (sheet.person.code, sheet.person.name, sheet.person.phone) == ("P-0001", "Daiva Jonaitienė", "+37061230041")
    assert sheet.mentions[0].age_group == "30-44"
    (row,) = referrals.rows(referrals.ids())
    assert (row.label, row.person_name, row.sender) == ("2026/1", "Daiva Jonaitienė", "Klaipėdos r. PK")
    assert row.state.code == "waiting"
    assert [item.kind for item in sheet.line] == ["notice"]


def test_an_attempt_that_reached_her_sets_the_first_contact(
    referrals: ReferralLog, contacts: ContactLog, sender: UUID
) -> None:
    by, kept = referrals.vault.worker, referrals.enter(notice(sender), referrals.vault.worker)
    first = AttemptDraft(datetime(2026, 11, 1, 10), "telephone", "no_answer", outside_reason="agreed")
    second = AttemptDraft(datetime(2026, 11, 2, 9), "telephone", "reached", outside_reason="agreed")
    contacts.attempt(kept.id, first, by)
    contacts.attempt(kept.id, second, by, OutcomeDraft("accepted"))
    sheet = referrals.sheet(kept.id)
    assert (sheet.referral.attempts, sheet.referral.first_contact_at) == (2, second.at)
    assert (sheet.referral.outcome, sheet.state.code) == ("accepted", "accepted")
    assert [item.kind for item in sheet.line] == ["change", "attempt", "attempt", "notice"]
    assert contacts.due() == ()


def test_many_notices_enter_by_the_same_rules_as_one(referrals: ReferralLog, sender: UUID) -> None:
    by, who = referrals.vault.worker, UUID(int=77)
    known = somebody(person_id=who)
    courses = [
        ReferralCourse(notice(sender, known, received_at=datetime(2025, 12, 30, 9))),
        ReferralCourse(
            notice(sender, known, received_at=datetime(2026, 3, 1, 9)),
            attempts=(AttemptDraft(datetime(2026, 3, 2, 9), "telephone", "reached"),),
            outcome=OutcomeDraft("not_accepted"),
        ),
        notice(sender, somebody(name="Rūta", person_id=None)),
    ]
    ids = referrals.enter_all(courses, by)
    rows = referrals.rows(ids)
    assert [row.label for row in rows] == ["2025/1", "2026/1", "2026/2"]
    assert [row.is_repeat for row in rows] == [False, True, False]
    assert [row.outcome for row in rows] == ["pending", "not_accepted", "pending"]
    assert rows[0].person_id == rows[1].person_id == who != rows[2].person_id
    assert referrals.enter(notice(sender, known), by).repeat_of_id == ids[1]

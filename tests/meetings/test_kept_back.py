"""What may not leave stays, by whatever way it came into a paper; and what was told is not lost on the way."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path

import pytest

from desktop.meetings.agendas import ItemDraft
from desktop.meetings.attendances import AttendanceDraft
from desktop.meetings.commitments import CommitmentDraft
from desktop.meetings.contributions import ContributionDraft
from desktop.meetings.meeting_cases import Numbers
from desktop.meetings.meeting_draft import MeetingDraft
from desktop.meetings.pack_content import Namesake
from desktop.meetings.preparing import CALLED_OFF, CHANGED, NOT_ASKED, TELLS
from desktop.meetings.raised_problems import ProblemDraft
from desktop.problems import Invalid, Problem
from desktop.records.agency import Agency
from desktop.records.meeting import Meeting, MeetingKind
from desktop.records.person import Person
from desktop.records.referral import Referral
from tests.builders import TODAY, a_consent, a_mention, a_referral, an_agency
from tests.meetings.conftest import Table

NAMED = "names a person"


@pytest.fixture
def case(table: Table) -> Referral:
    """A notice about a person with a safe e-mail address, which names somebody not linked, too."""
    centre, by = table.centre, table.centre.worker
    notice = centre.referrals.enter(a_referral(table.police.id, mentions=(a_mention(),)), by)
    with centre.vault.change("A safe address noted", by) as session:
        session.get_one(Person, notice.person_id).safe_number = "saugi@pastas.lt"
    return notice


def speaks_of(table: Table, case: Referral, meeting: Meeting, ground: str = "consent") -> None:
    centre, by = table.centre, table.centre.worker
    centre.meeting_cases.put(meeting.id, [case.id], "new", by, asked="rizikos vertinimas")
    with centre.vault.change("The ground changed", by) as session:
        session.get_one(MeetingKind, table.kind.id).cases = ground


def ended(table: Table, meeting: Meeting) -> None:
    table.centre.attendances.all_came(meeting.id, table.centre.worker)
    table.centre.minuting.end(meeting.id, table.centre.worker)


def test_minutes_that_name_a_person_are_not_locked(table: Table, case: Referral) -> None:
    centre, by, meeting = table.centre, table.centre.worker, table.plan(TODAY)
    item = table.item(meeting, "problems")
    centre.minuting.write(item, "Kalbėta apie Daivą Jonaitienę.", by)
    ended(table, meeting)
    with pytest.raises(Problem, match=NAMED):
        centre.minuting.agree(meeting.id, by)
    assert centre.diary.meeting(meeting.id).state == "held"
    centre.minuting.write(item, "Kalbėta apie P-0001.", by)
    assert centre.minuting.agree(meeting.id, by).state == "agreed"
    with pytest.raises(Problem, match=NAMED):
        centre.minuting.correct(meeting.id, "Daivos Jonaitienės byla.", by)


@pytest.mark.parametrize("where", ["topic", "place", "title", "role"])
def test_every_text_of_the_minutes_is_looked_through(table: Table, case: Referral, where: str) -> None:
    centre, by, meeting = table.centre, table.centre.worker, table.plan(TODAY)
    said = "dėl Daivos Jonaitienės"
    if where == "title":
        centre.agendas.add(meeting.id, ItemDraft(title=said), by)
    elif where == "role":
        centre.attendances.add(meeting.id, AttendanceDraft(table.police.id, "Ieva K.", role=said), by)
    else:
        centre.diary.amend(meeting.id, replace(MeetingDraft.of(meeting), **{where: said}), by)
    ended(table, meeting)
    with pytest.raises(Problem, match=NAMED):
        centre.meeting_papers.prepare(meeting.id, "minutes")


def test_an_invitation_reminds_of_no_commitment_that_names_a_person(table: Table, case: Referral) -> None:
    centre, by = table.centre, table.centre.worker
    centre.commitments.promise(CommitmentDraft("Aplankyti Daivą Jonaitienę", table.police.id, date(2026, 12, 1)), by)
    meeting = table.plan()
    centre.agendas.remove(table.item(meeting, "commitments"), by)
    with pytest.raises(Problem, match=NAMED):
        centre.meeting_papers.prepare(meeting.id, "invitation", table.police.id)


def test_a_case_number_tells_nobodys_telephone_or_safe_address(table: Table, case: Referral) -> None:
    centre, by, meeting = table.centre, table.centre.worker, table.plan()
    speaks_of(table, case, meeting, "law")
    for number, said in (("8 612 30041 Rasa", "telephone"), ("saugi@pastas.lt", "address")):
        centre.meeting_cases.number(case.id, Numbers(prosecution=number), by)
        with pytest.raises(Problem, match=said):
            centre.meeting_papers.prepare(meeting.id, "pack", table.police.id)


def test_a_name_as_a_notice_had_it_is_found_after_the_person_was_called_otherwise(table: Table, case: Referral) -> None:
    centre, by, meeting = table.centre, table.centre.worker, table.plan()
    with centre.vault.change("The name changed", by) as session:
        session.get_one(Person, case.person_id).name = "Daiva Petraitė"
    note = ContributionDraft("achievement", table.police.id, "Padėta Daivai Jonaitienei", meeting_id=meeting.id)
    centre.contributions.note(note, by)
    with pytest.raises(Problem, match=NAMED):
        centre.meeting_papers.prepare(meeting.id, "agenda")


def test_who_is_not_asked_gets_no_pack(table: Table, case: Referral) -> None:
    """Consent to being discussed speaks of those who take part."""
    centre, by, meeting = table.centre, table.centre.worker, table.plan()
    speaks_of(table, case, meeting)
    centre.care.give_consent(a_consent(case.person_id, purpose="meeting"), by)
    stranger = centre.directory.enter(an_agency(name="Skuodo seniūnija", short_name="", kind="other"), by)
    with pytest.raises(Problem, match=NOT_ASKED):
        centre.meeting_papers.make(meeting.id, "pack", by, receiver_id=stranger.id)


def test_who_was_taken_off_the_meeting_is_not_handed_its_pack(table: Table, case: Referral) -> None:
    centre, by, meeting = table.centre, table.centre.worker, table.plan()
    made = centre.meeting_papers.make(meeting.id, "pack", by, receiver_id=table.health.id)
    (row,) = [each for each in centre.attendances.of(meeting.id) if each.agency and each.agency.id == table.health.id]
    centre.attendances.remove(row.attendance.id, by)
    assert [each.because for each in centre.meeting_papers.doubts(meeting.id)] == [CHANGED]
    with pytest.raises(Problem):
        centre.meeting_papers.send(made.id, by)


def test_the_pack_of_a_meeting_called_off_is_not_handed_over(table: Table) -> None:
    centre, by, meeting = table.centre, table.centre.worker, table.plan()
    centre.meeting_papers.make(meeting.id, "pack", by, receiver_id=table.health.id)
    centre.diary.call_off(meeting.id, "audra", by)
    assert [each.because for each in centre.meeting_papers.doubts(meeting.id)] == [CALLED_OFF]


def test_a_code_of_whom_nothing_may_be_told_any_more_is_not_handed_over(table: Table, case: Referral) -> None:
    centre, by, meeting = table.centre, table.centre.worker, table.plan()
    speaks_of(table, case, meeting)
    given = centre.care.give_consent(a_consent(case.person_id, purpose="meeting", withheld="darbovietė"), by)
    centre.meeting_papers.make(meeting.id, "pack", by, receiver_id=table.health.id)
    assert centre.meeting_papers.doubts(meeting.id) == []
    centre.care.withdraw(given.id, TODAY, "", by)
    assert [each.because for each in centre.meeting_papers.doubts(meeting.id)] == [CHANGED]


def test_doubts_are_told_though_a_text_names_somebody_by_now(table: Table, case: Referral) -> None:
    centre, by, meeting = table.centre, table.centre.worker, table.plan()
    centre.meeting_papers.make(meeting.id, "pack", by, receiver_id=table.health.id)
    centre.contributions.note(ContributionDraft("achievement", None, "Daiva Jonaitienė", meeting_id=meeting.id), by)
    assert centre.meeting_papers.doubts(meeting.id) == []


def test_a_meeting_past_midnight_ends_in_the_calendar_after_it_began(table: Table, tmp_path: Path) -> None:
    meeting = table.plan(begins=time(23, 50))
    file = table.centre.meeting_papers.write_event(meeting.id, table.police.id, tmp_path / "meeting.ics")
    lines = dict(line.split(":", 1) for line in file.read_text("utf-8").splitlines() if line.startswith(("DTS", "DTE")))
    starts, ends = (
        datetime.fromisoformat(value.rstrip("Z")) for key in ("DTSTART", "DTEND")
        for name, value in lines.items() if name.split(";")[0] == key
    )  # fmt: skip
    assert starts < ends


def test_what_went_well_waits_for_a_meeting_that_tells_it(table: Table) -> None:
    centre, by, meeting = table.centre, table.centre.worker, table.plan(TODAY)
    centre.contributions.note(ContributionDraft("achievement", None, "Viskas laiku"), by)
    centre.agendas.remove(table.item(meeting, "achievements"), by)
    centre.minuting.end(meeting.id, by)
    assert [row.contribution.meeting_id for row in centre.contributions.all()] == [None]


def test_what_was_told_for_a_meeting_called_off_waits_for_the_next(table: Table) -> None:
    centre, by, meeting = table.centre, table.centre.worker, table.plan()
    centre.contributions.note(ContributionDraft("achievement", None, "Viskas laiku", meeting_id=meeting.id), by)
    centre.diary.call_off(meeting.id, "audra", by)
    assert [row.contribution.meeting_id for row in centre.contributions.all()] == [None]


def test_a_commitment_of_agreed_minutes_is_not_moved_away_and_taken_out(table: Table) -> None:
    centre, by, meeting = table.centre, table.centre.worker, table.plan(TODAY)
    draft = CommitmentDraft("Sąrašas", table.police.id, date(2026, 12, 1), meeting_id=meeting.id)
    one = centre.commitments.promise(draft, by)
    ended(table, meeting)
    centre.minuting.agree(meeting.id, by)
    with pytest.raises(Problem, match="agreed"):
        centre.commitments.amend(one.id, replace(draft, meeting_id=None), by)
    assert centre.commitments.amend(one.id, replace(draft, due_on=date(2026, 12, 9)), by).due_on == date(2026, 12, 9)


def test_a_commitment_under_an_item_of_another_meeting_stands_in_the_minutes_all_the_same(table: Table) -> None:
    centre, by, meeting, other = table.centre, table.centre.worker, table.plan(TODAY), table.plan()
    item = table.item(other, "problems")
    centre.commitments.promise(CommitmentDraft("Sąrašas", None, date(2026, 12, 1), "", meeting.id, item), by)
    assert [each.what for each in centre.minuting.minutes(meeting.id).commitments] == ["Sąrašas"]


def test_a_problem_is_raised_once_by_one_meeting(table: Table) -> None:
    centre, by, meeting = table.centre, table.centre.worker, table.plan(TODAY)
    problem = centre.raised_problems.put(ProblemDraft("Sąrašai vėluoja", since=date(2026, 10, 1)), by)
    centre.raised_problems.step(problem.id, "", by, kind="raised", meeting_id=meeting.id)
    centre.minuting.end(meeting.id, by)
    assert [row.times for row in centre.raised_problems.all()] == [2]


def test_an_official_called_as_somebody_we_know_is_asked_about_before_a_paper_is_made(
    table: Table, case: Referral
) -> None:
    centre, by, meeting = table.centre, table.centre.worker, table.plan()
    with centre.vault.change("A new representative", by) as session:
        session.get_one(Agency, table.health.id).representative = "Daiva Jonaitienė"
    note = ContributionDraft("achievement", table.police.id, "Dr. Daiva Jonaitienė priėmė visus", meeting_id=meeting.id)
    centre.contributions.note(note, by)
    for make in (
        lambda sure: centre.meeting_papers.make(meeting.id, "agenda", by, sure=sure),
        lambda sure: centre.meeting_papers.make(meeting.id, "pack", by, receiver_id=table.police.id, sure=sure),
        lambda sure: centre.meeting_papers.make_packs(meeting.id, by, kind="invitation", sure=sure),
    ):
        with pytest.raises(Namesake) as asked:
            make(False)
        assert asked.value.values["code"] == "P-0001"
        make(True)
    assert centre.meeting_papers.prepare(meeting.id, "agenda"), "looking at it asks nothing"
    assert centre.meeting_papers.doubts(meeting.id) == [], "said once, it is not asked again"


def test_every_text_that_tells_of_somebody_is_told_at_once(table: Table, case: Referral) -> None:
    centre, by, meeting = table.centre, table.centre.worker, table.plan()
    for what in ("Padėta Daivai Jonaitienei", "Jonaitienės byla baigta"):
        centre.contributions.note(ContributionDraft("achievement", None, what, meeting_id=meeting.id), by)
    with pytest.raises(Invalid) as refused:
        centre.meeting_papers.prepare(meeting.id, "pack", table.police.id)
    assert [each.values["text"] for each in refused.value.problems] == [
        "Padėta Daivai Jonaitienei", "Jonaitienės byla baigta",
    ]  # fmt: skip
    speaks_of(table, case, meeting)
    assert {len(kept) for kept in centre.meeting_papers.withheld(meeting.id).values()} == {1}


@pytest.mark.parametrize("kind", ["pack", "invitation", "agenda"])
def test_a_paper_made_before_somebody_was_registered_is_looked_at_again(table: Table, kind: str) -> None:
    centre, by, meeting = table.centre, table.centre.worker, table.plan()
    note = ContributionDraft("achievement", table.police.id, "Ona Kazlauskaitė apgyvendinta", meeting_id=meeting.id)
    centre.contributions.note(note, by)
    receiver = None if kind == "agenda" else table.health.id
    made = centre.meeting_papers.make(meeting.id, kind, by, receiver_id=receiver)
    assert centre.meeting_papers.doubts(meeting.id) == []
    centre.referrals.enter(a_referral(table.police.id, mentions=(a_mention(name="Ona Kazlauskaitė"),)), by)
    assert [each.because for each in centre.meeting_papers.doubts(meeting.id)] == [TELLS]
    with pytest.raises(Problem, match=TELLS):
        centre.meeting_papers.send(made.id, by)
    assert centre.meeting_papers.paper(made.id).sent_at is None

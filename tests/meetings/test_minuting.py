"""Minutes: drafted when the meeting ends, edited, agreed, and from then on never changed; corrections stand beside."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from desktop.meetings.agendas import ItemDraft
from desktop.meetings.attendances import AttendanceDraft
from desktop.meetings.commitments import CommitmentDraft
from desktop.meetings.contributions import ContributionDraft
from desktop.meetings.minutes import from_text, to_text
from desktop.meetings.paper_content import said_in
from desktop.problems import Invalid, Problem
from desktop.records.meeting import Meeting
from desktop.vault.history import History
from tests.builders import TODAY
from tests.meetings.conftest import Table


@pytest.fixture
def meeting(table: Table) -> Meeting:
    return table.plan(date(2026, 11, 2))


def held(table: Table, meeting: Meeting) -> None:
    by = table.centre.worker
    table.centre.contributions.note(ContributionDraft(agency_id=table.police.id, what="Viskas laiku"), by)
    table.centre.minuting.write(table.item(meeting, "problems"), "Kalbėta apie budinčią.", by, seconds=300, done=True)
    table.centre.minuting.decide(table.item(meeting, "problems"), "Viena budinti.", by)
    draft = CommitmentDraft("Sąrašas", table.police.id, date(2026, 12, 1), meeting_id=meeting.id,
                            item_id=table.item(meeting, "problems"))  # fmt: skip
    table.centre.commitments.promise(draft, by)
    table.centre.attendances.all_came(meeting.id, by)
    table.centre.minuting.end(meeting.id, by)


def test_the_draft_is_made_from_what_was_told_and_decided(table: Table, meeting: Meeting) -> None:
    held(table, meeting)
    minutes = table.centre.minuting.minutes(meeting.id)
    assert minutes.items[0].heard == "Kretingos r. PK: Viskas laiku"
    problems = next(item for item in minutes.items if item.part == "problems")
    assert (problems.heard, problems.conclusions) == ("Kalbėta apie budinčią.", ("Viena budinti.",))
    assert [each.what for each in minutes.commitments] == ["Sąrašas"]
    assert table.centre.minuting.changed(meeting.id) == ()


def test_what_was_changed_since_the_draft_is_told(table: Table, meeting: Meeting) -> None:
    held(table, meeting)
    table.centre.minuting.write(table.item(meeting, "law"), "Naujas įsakymas.", table.centre.worker)
    (change,) = table.centre.minuting.changed(meeting.id)
    assert (change.field, table.centre.minuting.minutes(meeting.id).items[change.item].part) == ("heard", "law")


def test_agreed_minutes_cannot_be_changed_by_any_verb(table: Table, meeting: Meeting) -> None:
    held(table, meeting)
    centre, by = table.centre, table.centre.worker
    item, decision = table.item(meeting, "problems"), centre.minuting.decisions(meeting.id)[0]
    commitment = centre.commitments.all()[0].commitment
    centre.minuting.agree(meeting.id, by)
    before = centre.minuting.minutes(meeting.id)
    verbs = [
        lambda: centre.minuting.write(item, "kitaip", by),
        lambda: centre.minuting.decide(item, "kitaip", by),
        lambda: centre.minuting.reword(decision.id, "kitaip", by),
        lambda: centre.minuting.take_back(decision.id, by),
        lambda: centre.minuting.reopen(meeting.id, by),
        lambda: centre.minuting.agree(meeting.id, by),
        lambda: centre.agendas.amend(item, ItemDraft("problems", "Kitaip"), by),
        lambda: centre.agendas.remove(item, by),
        lambda: centre.attendances.all_came(meeting.id, by),
        lambda: centre.attendances.add(meeting.id, AttendanceDraft(name="Kita"), by),
        lambda: centre.commitments.take_out(commitment.id, by),
        lambda: centre.commitments.promise(CommitmentDraft("Kita", None, date(2026, 12, 1), meeting_id=meeting.id), by),
    ]
    for verb in verbs:
        with pytest.raises(Problem):
            verb()
    assert centre.minuting.minutes(meeting.id) == before


def test_what_becomes_of_a_commitment_leaves_the_agreed_minutes_as_they_were(table: Table, meeting: Meeting) -> None:
    held(table, meeting)
    centre, by = table.centre, table.centre.worker
    centre.minuting.agree(meeting.id, by)
    before = centre.minuting.minutes(meeting.id)
    centre.commitments.done(centre.commitments.all()[0].commitment.id, by)
    centre.directory.amend(table.police.id, _renamed(table), by)
    assert centre.minuting.minutes(meeting.id) == before


def test_a_correction_is_listed_and_the_minutes_stay(table: Table, meeting: Meeting) -> None:
    held(table, meeting)
    centre, by = table.centre, table.centre.worker
    with pytest.raises(Problem, match="not agreed yet"):
        centre.minuting.correct(meeting.id, "Dalyvavo ir teismas.", by)
    centre.minuting.agree(meeting.id, by)
    before = centre.minuting.minutes(meeting.id)
    centre.minuting.correct(meeting.id, "Dalyvavo ir teismas.", by)
    assert [each.text for each in centre.minuting.corrections(meeting.id)] == ["Dalyvavo ir teismas."]
    assert centre.minuting.minutes(meeting.id) == before


def test_minutes_wait_until_it_is_noted_who_came(table: Table, meeting: Meeting) -> None:
    centre, by = table.centre, table.centre.worker
    with pytest.raises(Problem, match="End the meeting first"):
        centre.minuting.agree(meeting.id, by)
    centre.minuting.end(meeting.id, by)
    with pytest.raises(Problem, match="who came"):
        centre.minuting.agree(meeting.id, by)


def test_nobody_signs_without_a_name(table: Table, meeting: Meeting) -> None:
    with pytest.raises(Invalid):
        table.centre.attendances.add(meeting.id, AttendanceDraft(signs=True), table.centre.worker)


def test_minutes_are_read_back_as_they_were_kept(table: Table, meeting: Meeting) -> None:
    held(table, meeting)
    minutes = table.centre.minuting.minutes(meeting.id)
    assert from_text(to_text(minutes)) == minutes


def _renamed(table: Table) -> object:
    from dataclasses import replace

    from desktop.records.directory import AgencyDraft

    return replace(AgencyDraft.of(table.centre.directory.agency(table.police.id)), short_name="Kitas PK")


def test_minutes_are_agreed_on_no_day_to_come(table: Table) -> None:
    centre, by, meeting = table.centre, table.centre.worker, table.plan(TODAY)
    centre.attendances.all_came(meeting.id, by)
    centre.minuting.end(meeting.id, by)
    with pytest.raises(Problem, match="This date has not come yet"):
        centre.minuting.agree(meeting.id, by, on=TODAY + timedelta(days=1))
    assert centre.diary.meeting(meeting.id).state == "held"
    assert centre.minuting.agree(meeting.id, by, on=TODAY).agreed_on == TODAY


def test_it_is_told_who_took_an_agreement_back(table: Table) -> None:
    centre, by, meeting = table.centre, table.centre.worker, table.plan(TODAY)
    centre.attendances.all_came(meeting.id, by)
    centre.minuting.end(meeting.id, by)
    assert centre.minuting.taken_back(meeting.id) is None
    centre.minuting.agree(meeting.id, by)
    assert centre.minuting.taken_back(meeting.id) is None
    history = History(centre.vault)
    history.undo(history.entries(limit=1)[0].number, by)
    told = centre.minuting.taken_back(meeting.id)
    assert told is not None
    assert told.by_name == by.name
    centre.minuting.agree(meeting.id, by)
    assert centre.minuting.taken_back(meeting.id) is None


def test_minutes_of_a_meeting_without_items_tell_what_was_promised(table: Table) -> None:
    centre, by, meeting = table.centre, table.centre.worker, table.plan(TODAY)
    for item in centre.agendas.items(meeting.id):
        centre.agendas.remove(item.id, by)
    centre.commitments.promise(CommitmentDraft("Sąrašas", None, date(2026, 12, 1), meeting_id=meeting.id), by)
    minutes = centre.minuting.minutes(meeting.id)
    assert [each.what for each in minutes.commitments] == ["Sąrašas"]
    assert from_text(to_text(minutes)) == minutes
    assert "Sąrašas" in said_in(minutes)

"""What the history says of meetings: every change of each of their tables is a sentence without codes."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import pytest

from desktop.centre import Centre
from desktop.language import Language
from desktop.meetings.attendances import AttendanceDraft
from desktop.meetings.commitments import CommitmentDraft
from desktop.meetings.contributions import ContributionDraft
from desktop.meetings.kinds import KindDraft
from desktop.meetings.meeting_cases import Numbers
from desktop.meetings.raised_problems import ProblemDraft
from desktop.records.meeting_words import RECORDS
from desktop.records.named_records import NamedRecords
from desktop.records.told_change import Teller, referred
from desktop.records.wording import Wording
from tests.builders import a_mention, a_referral, an_agency

CODE = re.compile(r"[0-9a-f]{12}|\{|^(th|mo|county|consent|achievement|permanent|current|speed_up|raised)$")


@pytest.fixture
def met(centre: Centre) -> Centre:
    """A centre that did one of everything with a meeting, but for its papers and minutes."""
    by, today = centre.worker, centre.world.today()
    police = centre.directory.enter(an_agency(name="Tauragės policija", short_name="TP"), by).id
    notice = centre.referrals.enter(a_referral(police, mentions=(a_mention(),)), by).id
    centre.diary.bring_usual(by)
    kind = centre.diary.lay_down(
        KindDraft(name="Atvejų grupė", cases="consent", rhythm="days", permanent=(police,)), by
    )
    meeting = centre.diary.plan(replace(centre.diary.proposed(kind.id), topic="Budėjimas"), by)
    row = centre.attendances.of(meeting.id)[0].attendance
    centre.attendances.amend(row.id, replace(AttendanceDraft.of(row), name="Ona Petraitė", presence="deputy"), by)
    centre.meeting_cases.put(meeting.id, [notice], "speed_up", by, "Prašoma greičiau")
    centre.meeting_cases.number(notice, Numbers("P-1", "PR-2", "S-3"), by)
    promised = centre.commitments.promise(
        CommitmentDraft("Paskirti pavaduotoją", police, today + timedelta(days=5)), by
    )
    centre.commitments.done(promised.id, by, evidence="Raštas")
    problem = centre.raised_problems.put(ProblemDraft("Vėluoja pranešimai", agency_id=police), by)
    centre.raised_problems.step(problem.id, "Parašyta", by, kind="raised", meeting_id=meeting.id)
    centre.raised_problems.solve(problem.id, "Nebevėluoja", by)
    centre.contributions.note(ContributionDraft("achievement", police, "Viskas laiku", None, meeting.id), by)
    item = centre.agendas.items(meeting.id)[0]
    centre.minuting.write(item.id, "Pasidžiaugta", by, seconds=60)
    centre.minuting.decide(item.id, "Tęsti", by)
    return centre


@pytest.mark.parametrize("locale", ["lt", "sr_Cyrl"])
def test_every_change_of_a_meeting_reads_as_a_sentence(met: Centre, locale: str) -> None:
    speak, entries = Language(locale), met.history.entries(limit=500)
    teller = Teller(Wording(met.lists, speak), NamedRecords(met.vault).of(referred(entries)), met.world.desk)
    tables = set()
    for entry in entries:
        assert speak.say(entry.what) != entry.what, entry.what
        tables |= {change.table for change in entry.changes}
        for record in teller.told(entry):
            sides = [side for field in record.fields for side in (field.before, field.after)]
            assert not [words for words in (record.about, *sides) if CODE.search(words)], record
            assert speak.say(record.kind) != record.kind or record.kind not in RECORDS.values()
            assert not [field.label for field in record.fields if speak.say(field.label) == field.label]
    assert tables >= set(RECORDS) - {"meeting_paper", "minutes_correction"}


def test_a_step_names_its_problem_and_meeting_and_a_kind_its_agenda(met: Centre) -> None:
    entries = met.history.entries(limit=500)
    teller = Teller(Wording(met.lists, Language("lt")), NamedRecords(met.vault).of(referred(entries)), met.world.desk)
    told = {record.kind: record for entry in entries for record in teller.told(entry)}
    step = {field.label: field.after for field in told["Step about a problem"].fields}
    assert told["Step about a problem"].about == "1"
    assert step["Meeting"].startswith("P")
    kind = next(
        record for entry in entries for record in teller.told(entry)
        if record.kind == "Kind of meeting" and record.about == "Atvejų grupė"
    )  # fmt: skip
    fields = {field.label: field.after for field in kind.fields}
    assert fields["Usual agenda"].startswith("Kas pavyko, ")
    assert fields["Weekday"] == "ketvirtadienis"
    came = [field for entry in entries for record in teller.told(entry) if record.kind == "Attendance"
            for field in record.fields if field.after == "Ona Petraitė"]  # fmt: skip
    assert [(field.label, field.is_name) for field in came] == [("Name", True)]

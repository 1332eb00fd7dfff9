"""Papers that leave: no receiver sees whom it may not, no address and no telephone; what changed is told before."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from desktop.language import LOCALES
from desktop.meetings.attendances import AttendanceDraft
from desktop.meetings.contributions import ContributionDraft
from desktop.meetings.meeting_draft import MeetingDraft
from desktop.meetings.paper_drawing import drawn, lettered
from desktop.meetings.preparing import NO_LONGER
from desktop.paper.seal import Kind, verify
from desktop.problems import Problem
from desktop.records.assistance import Consent
from desktop.records.meeting import CASES, Meeting, MeetingKind
from desktop.records.person import Person
from desktop.records.referral import Referral
from tests.builders import TODAY, a_consent, a_mention, a_referral
from tests.conftest import Still
from tests.meetings.conftest import Table
from tests.meetings.test_papers_agenda import docx_text
from tests.summaries.conftest import text_of

NAMES = ("Daiva Jonaitienė", "Zita Norvilienė", "Jūratė Kusaitė")
PHONES = ("0 612 30 041", "0 612 30 042", "0 612 30 043")
ADDRESSES = ("Vilties g. 7-12, Kretinga", "Tiltų g. 19, Palanga", "Ežero g. 3, Skuodas")
DAYS = (date(2026, 10, 1), date(2026, 10, 20), date(2026, 11, 2))
Told = tuple[int, str, int, str, date, date | None, bool]
CONSENTS = st.lists(
    st.tuples(
        st.integers(0, 2), st.sampled_from(["assistance", "passing_on", "meeting"]), st.integers(0, 3),
        st.sampled_from(["", "adresas"]), st.sampled_from(DAYS),
        st.sampled_from([None, date(2026, 11, 1), date(2026, 12, 1)]),
        st.booleans(),
    ),
    max_size=5,
)  # fmt: skip


@pytest.fixture
def people(table: Table) -> list[Referral]:
    """Three persons, each with a notice, a telephone and an address."""
    centre, by, found = table.centre, table.centre.worker, []
    for name, phone, address in zip(NAMES, PHONES, ADDRESSES, strict=True):
        draft = a_referral(
            table.police.id, mentions=(a_mention(name=name, phone=phone),), incident_municipality="Kretingos r."
        )
        found.append(centre.referrals.enter(draft, by))
        with centre.vault.change("An address noted", by) as session:
            session.get_one(Person, found[-1].person_id).address = address
    return found


def planned(table: Table, people: list[Referral], ground: str = "consent") -> Meeting:
    """A meeting that speaks of all three, on this ground."""
    by, meeting = table.centre.worker, table.plan()
    table.centre.meeting_cases.put(meeting.id, [each.id for each in people], "new", by, asked="rizikos vertinimas")
    stands_on(table, ground)
    return meeting


def stands_on(table: Table, ground: str) -> None:
    with table.centre.vault.change("The ground changed", table.centre.worker) as session:
        session.get_one(MeetingKind, table.kind.id).cases = ground


def consents(table: Table, people: list[Referral], told: list[Told]) -> list[Consent]:
    """These consents and no others."""
    receivers = (None, table.police.id, table.prosecution.id, table.health.id)
    with table.centre.vault.change("Consents replaced", table.centre.worker) as session:
        for each in session.scalars(select(Consent)):
            session.delete(each)
        kept = [
            Consent(
                id=table.centre.world.new_id(), person_id=people[who].person_id, purpose=purpose,
                recipient_id=receivers[to], withheld=withheld, given_on=given, until=until,
                withdrawn_on=TODAY if withdrawn else None,
            )
            for who, purpose, to, withheld, given, until, withdrawn in told
        ]  # fmt: skip
        session.add_all(kept)
    return kept


def consent(table: Table, whose: Referral) -> Consent:
    return table.centre.care.give_consent(a_consent(whose.person_id, purpose="meeting"), table.centre.worker)


def flat(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\u00a0", " "))


@settings(
    max_examples=12,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(CONSENTS, st.sampled_from([*CASES]), st.integers(0, 2), st.sampled_from(LOCALES))
def test_no_receiver_sees_a_name_it_may_not_nor_any_address_or_telephone(
    table: Table, people: list[Referral], told: list[Told], ground: str, place: int, locale: str
) -> None:
    meetings = table.centre.diary.rows(TODAY, date.max)
    meeting = meetings[0].meeting if meetings else planned(table, people)
    kept = consents(table, people, told)
    stands_on(table, ground)
    receiver = (table.police, table.prosecution, table.health)[place]
    pack = table.centre.meeting_papers.prepare(meeting.id, "pack", receiver.id, locale)
    text = flat(text_of(drawn(pack).pdf))
    file = flat(docx_text(lettered(pack)))
    by_law = ground == "law" and receiver is not table.health
    for each, name in zip(people, NAMES, strict=True):
        allowing = [
            one for one in kept
            if one.person_id == each.person_id and one.holds(TODAY) and not one.withheld
            and ((one.purpose == "meeting" and one.recipient_id is None)
                 or (one.purpose in ("meeting", "passing_on") and one.recipient_id == receiver.id))
        ]  # fmt: skip
        assert name not in file
        assert name not in text or by_law or (ground and allowing)
        if by_law:
            assert name in text
    digits = re.sub(r"\D", "", text + file)
    assert not any(re.sub(r"\D", "", phone)[1:] in digits for phone in PHONES)
    assert not any(address in told_text for address in ADDRESSES for told_text in (text, file))


def test_a_consent_withdrawn_after_making_is_told_and_nothing_is_handed_over(
    table: Table, people: list[Referral], tmp_path: Path
) -> None:
    centre, papers = table.centre, table.centre.meeting_papers
    meeting = planned(table, people)
    given = consent(table, people[0])
    made = papers.make(meeting.id, "pack", centre.worker, receiver_id=table.health.id)
    assert NAMES[0] in flat(text_of(made.pdf))
    assert papers.doubts(meeting.id) == []
    centre.care.withdraw(given.id, TODAY, "", centre.worker)
    (doubt,) = papers.doubts(meeting.id)
    assert (doubt.paper_id, doubt.because) == (made.id, NO_LONGER)
    file = tmp_path / "pack.pdf"
    with pytest.raises(Problem, match="withdrawn"):
        papers.send(made.id, centre.worker, path=file)
    assert not file.exists()
    assert papers.of(meeting.id)[0].sent_at is None
    again = papers.make(meeting.id, "pack", centre.worker, receiver_id=table.health.id)
    assert NAMES[0] not in flat(text_of(again.pdf))
    assert "1 punkto" in flat(text_of(again.pdf))
    assert papers.doubts(meeting.id) == []


def test_the_share_log_keeps_what_went_to_whom_and_when(table: Table, still: Still, tmp_path: Path) -> None:
    centre, papers = table.centre, table.centre.meeting_papers
    meeting = table.plan()
    made = papers.make(meeting.id, "invitation", centre.worker, receiver_id=table.police.id)
    still.wait(hours=3)
    file = tmp_path / "invitation.pdf"
    papers.send(made.id, centre.worker, path=file)
    (row,) = papers.to(table.police.id)
    assert (row.sent_at, row.sent_by, row.receiver) == (still.moment, centre.worker.name, table.police.name)
    assert row.digest == hashlib.sha256(file.read_bytes()).hexdigest()
    assert verify(file.read_bytes(), [*centre.press.known()]).kind is Kind.GENUINE
    came = centre.attendances.of(meeting.id)
    assert all(
        each.attendance.invited_on == TODAY for each in came if each.agency and each.agency.id == table.police.id
    )


def test_a_text_that_names_a_person_is_refused_with_a_sentence(table: Table, people: list[Referral]) -> None:
    centre = table.centre
    meeting = planned(table, people)
    centre.contributions.note(
        ContributionDraft("achievement", table.police.id, "Padėjome Daivai Jonaitienei laiku.", meeting_id=meeting.id),
        centre.worker,
    )
    for kind, receiver in (("agenda", None), ("pack", table.police.id), ("invitation", table.police.id)):
        with pytest.raises(Problem, match="names a person") as told:
            centre.meeting_papers.make(meeting.id, kind, centre.worker, receiver_id=receiver)
        assert NAMES[0] not in str(told.value.values["code"])
    assert centre.meeting_papers.of(meeting.id) == []


def test_every_paper_is_made_sealed_and_drawn_again_when_asked(table: Table, still: Still) -> None:
    centre, papers = table.centre, table.centre.meeting_papers
    meeting = table.plan()
    assert len(papers.make_packs(meeting.id, centre.worker)) == len(papers.receivers(meeting.id)) == 3
    papers.make(meeting.id, "agenda", centre.worker)
    still.wait(days=(meeting.on_day - TODAY).days)
    centre.minuting.end(meeting.id, centre.worker)
    with pytest.raises(Problem, match="once they are agreed"):
        papers.make(meeting.id, "minutes", centre.worker)
    row = next(each for each in centre.attendances.of(meeting.id) if each.attendance.name)
    centre.attendances.amend(row.attendance.id, replace(AttendanceDraft.of(row.attendance), signs=True), centre.worker)
    centre.attendances.all_came(meeting.id, centre.worker)
    centre.minuting.agree(meeting.id, centre.worker)
    made = papers.make(meeting.id, "minutes", centre.worker)
    fields = verify(made.pdf, [*centre.press.known()]).fields
    signing = [each.attendance.name for each in centre.attendances.of(meeting.id) if each.attendance.signs]
    assert row.attendance.name in signing
    assert len(fields) == len(signing)
    assert all(name.replace(".", "") in each.name for name, each in zip(signing, fields, strict=True))


def test_the_calendar_entry_moves_with_the_meeting_and_goes_when_it_is_called_off(table: Table, tmp_path: Path) -> None:
    centre, papers = table.centre, table.centre.meeting_papers
    meeting = table.plan()

    def entry() -> dict[str, str]:
        file = papers.write_event(meeting.id, table.police.id, tmp_path / "meeting.ics")
        lines = file.read_bytes().decode().replace("\r\n ", "").split("\r\n")
        return {line.split(":", 1)[0].split(";")[0]: line.split(":", 1)[-1] for line in lines}

    first = entry()
    assert (first["UID"], first["STATUS"], first["SEQUENCE"]) == (f"{meeting.id}@liepa", "CONFIRMED", "0")
    centre.diary.amend(meeting.id, replace(MeetingDraft.of(meeting), begins=time(11)), centre.worker)
    second = entry()
    assert second["UID"] == first["UID"]
    assert int(second["SEQUENCE"]) > int(first["SEQUENCE"])
    assert second["DTSTART"] != first["DTSTART"]
    centre.diary.call_off(meeting.id, "audra", centre.worker)
    last = entry()
    assert last["STATUS"] == "CANCELLED"
    assert int(last["SEQUENCE"]) > int(second["SEQUENCE"])

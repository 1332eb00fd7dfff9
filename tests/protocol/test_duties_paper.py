"""The paper of duties goes to many: praise first, nothing small in it, nothing drawn that is not published."""

from __future__ import annotations

import io
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.figures.small_numbers import THRESHOLD
from desktop.language import Language
from desktop.protocol.drafts import ProvisionDraft
from desktop.protocol.duties_paper import DutiesContent, picture
from desktop.protocol.duty_figures import DutyRow, DutyTally
from desktop.protocol.duty_protected import ShownDuty, protected
from desktop.records.agency import Agency
from desktop.records.promise import Commitment
from desktop.records.referral import Referral
from tests.protocol.conftest import Local
from tests.summaries.conftest import text_of

tallies = st.lists(st.tuples(*[st.integers(0, 30)] * 3), min_size=1, max_size=6)


def a_row(place: int, counts: tuple[int, int, int], trigger: str = "incident") -> DutyRow:
    """One institution under one provision."""
    agency = Agency(id=UUID(int=place + 1), kind="police", name=f"PK {place}")
    median = 3.0 if counts[1] else None
    return DutyRow(
        UUID(int=99), "4", "Pranešimas", trigger, "hours", 1, place, agency, False, DutyTally(*counts), median,
        9 if counts[1] else None, 0, (),
    )  # fmt: skip


@settings(max_examples=60)
@given(tallies)
def test_no_small_number_about_persons_is_told(counts: list[tuple[int, int, int]]) -> None:
    for one in protected([a_row(place, each) for place, each in enumerate(counts)]):
        for number in (one.kept, one.late, one.not_possible, one.cases):
            assert number is None or number == 0 or number >= THRESHOLD
        assert one.longest is None
        assert one.median is None or (one.late or 0) >= 20


@given(tallies)
def test_the_order_depends_on_what_is_published_alone(counts: list[tuple[int, int, int]]) -> None:
    shown = protected([a_row(place, each) for place, each in enumerate(counts)])

    def group(one: ShownDuty) -> int:
        return 0 if one.is_praise else 1 if one.cases and one.kept is not None else 2

    assert [group(one) for one in shown] == sorted(group(one) for one in shown)
    hidden = [one.row.place for one in shown if group(one) == 2]
    assert hidden == sorted(hidden)


def test_duties_about_meetings_and_promises_are_told_as_they_are() -> None:
    (one,) = protected([a_row(0, (2, 1, 0), "commitment")])
    assert (one.kept, one.late, one.cases, one.median, one.longest) == (2, 1, 3, 3.0, 9)


@pytest.fixture
def october(local: Local) -> Local:
    """October with seven notices of the police, one of the court, three commitments and a meeting."""
    centre, chapter = local.centre, local.sheet.provisions[1].provision.chapter_id
    draft = ProvisionDraft("8", "Įsipareigojimai", "t", chapter, holds_all=True, trigger="commitment", limit_number=0,
                           limit_unit="days")  # fmt: skip
    centre.provisions.add(local.version_id, draft, centre.worker)
    local.adopt(on=date(2026, 9, 1))
    with centre.vault.change("Test", centre.worker) as session:
        for number in range(7):
            received = datetime(2026, 10, 5 + number, 9, 0)
            session.add(
                Referral(id=centre.world.new_id(), year=2026, number=500 + number, received_at=received,
                         month="2026-10", sender_id=local.police, due_at=received + timedelta(days=1),
                         incident_on=received.date(), first_contact_at=received, outcome="accepted")
            )  # fmt: skip
        day = date(2026, 10, 9)
        for agency, done in ((local.court, day), (local.court, day + timedelta(days=3)), (None, day)):
            session.add(Commitment(id=centre.world.new_id(), what="Pažadas", made_on=date(2026, 10, 1), due_on=day,
                                   first_due_on=day, agency_id=agency, done_on=done))  # fmt: skip
    return local


def content(local: Local, locale: str) -> DutiesContent:
    papers = local.centre.protocol_papers
    made = papers.prepare(papers.asked("duties", local.version_id, period="2026-10", language=locale))
    assert isinstance(made, DutiesContent)
    return made


def test_the_paper_praises_first_and_draws_what_is_published(october: Local) -> None:
    made = content(october, "en")
    assert made.lines[0].is_praise
    assert [(row.label, row.parts) for row in picture(made.lines, Language("en")).rows] == [
        ("Kretingos r. PK", (7, 0, 0)), ("Kretingos moterų centras", (8, 0, 0)), ("Kretingos r. PK", (1, 1, 0)),
    ]  # fmt: skip
    read = " ".join(text_of(october.centre.protocol_papers.preview(made).pdf).split())
    assert "Everything in time" in read
    assert "Kretingos r. PK (4)" in read
    assert "Protected figures" in read


def test_a_bar_is_left_out_where_something_of_it_is_hidden(october: Local) -> None:
    centre = october.centre
    with centre.vault.change("Test", centre.worker) as session:
        late = datetime(2026, 10, 20, 9, 0)
        session.add(
            Referral(id=centre.world.new_id(), year=2026, number=600, received_at=late, month="2026-10",
                     sender_id=october.police, due_at=late, incident_on=date(2026, 10, 12), first_contact_at=late,
                     outcome="accepted")
        )  # fmt: skip
    assert [row.parts[1] for row in picture(content(october, "en").lines, Language("en")).rows] == [0, 1]


@pytest.mark.parametrize("locale", ["lt", "sr_Cyrl", "sr_Latn"])
def test_the_paper_is_sealed_and_written_for_others_to_edit(october: Local, locale: str) -> None:
    centre = october.centre
    papers, made = centre.protocol_papers, content(october, locale)
    path = centre.vault.folder.parent / "duties.docx"
    papers.write_letter(made, path)
    told = Document(io.BytesIO(path.read_bytes()))
    assert [cell.text for cell in told.tables[-1].columns[1].cells][1:] == ["7", "7", "1", "2"]
    sealed = papers.make(papers.asked("duties", october.version_id, period="2026-10", language=locale), centre.worker)
    assert (sealed.kind, sealed.period, sealed.number) == ("duties", "2026-10", "LPD-2026-10")

"""The yearly report through its log: composed from the vault, protected for many, completed, sealed and kept."""

from __future__ import annotations

import hashlib
from datetime import date, datetime
from pathlib import Path

import pytest

from desktop.centre import Centre
from desktop.cooperation.indicators import COUNT, INDICATORS, NOTICES, SHARE
from desktop.cooperation.report import COMPOSED, EMPTY, OWN, PARTS
from desktop.cooperation.reports import LENGTH, MOST_PAGES
from desktop.figures.small_numbers import THRESHOLD
from desktop.figures.subjects import SUBJECTS
from desktop.language import Language
from desktop.meetings.contributions import ContributionDraft
from desktop.meetings.pack_content import Namesake
from desktop.paper.seal import Kind, verify
from desktop.periods import Month
from desktop.problems import Invalid, Problem
from desktop.records.directory import AgencyDraft
from desktop.records.person import Person
from desktop.summaries.sentences import SMALL_BASE
from desktop.summaries.summary import MEETING, OFFICIAL
from tests.builders import a_law_change, a_mention, a_referral
from tests.meetings.test_papers_agenda import docx_text

YEAR = 2026


def say_well(centre: Centre, what: str) -> None:
    centre.contributions.note(ContributionDraft("achievement", None, what), centre.worker)


def know_daiva(centre: Centre) -> None:
    """A person whose name, telephone and address the centre knows."""
    sender = centre.directory.senders()[0].id
    notice = centre.referrals.enter(a_referral(sender, mentions=(a_mention(),)), centre.worker)
    with centre.vault.change("An address noted", centre.worker) as session:
        session.get_one(Person, notice.person_id).address = "Vilniaus g. 12-4, Kretinga"


def test_every_part_is_composed_from_what_the_vault_holds(centre: Centre) -> None:
    say_well(centre, "Visi atėjo laiku.")
    centre.law_changes.note(a_law_change(in_force_from=date(2027, 2, 1)), centre.worker)
    report = centre.reports.prepare(YEAR)
    states = {part: report.state(part) for part in PARTS}
    assert {part for part, state in states.items() if state == EMPTY} == {"duties", "protocol"}
    assert set(states.values()) == {COMPOSED, EMPTY}
    assert report.achieved[0].what == ("Visi atėjo laiku.",)
    assert report.coming.laws == (("Pavyzdinis įsakymas", date(2027, 2, 1)),)
    assert (report.head.number, report.head.language, report.is_draft) == ("CR-2026", "lt", True)


def test_a_summary_issued_again_with_other_figures_is_told_once_a_year(centre: Centre) -> None:
    assert centre.reports.prepare(YEAR).corrections == ()
    month, by = Month(YEAR, 9), centre.worker
    for profile in (OFFICIAL, MEETING):
        centre.press.issue(month, profile, by=by)
    sender = centre.directory.senders()[0].id
    for hour in range(8, 18):
        centre.referrals.enter(a_referral(sender, received_at=datetime(YEAR, 9, 30, hour)), by)
    assert centre.reports.prepare(YEAR).corrections == ()
    centre.press.issue(month, MEETING, by=by, note="Sąrašas atėjo spalį.")
    (row,) = centre.reports.prepare(YEAR).corrections or ()
    assert (row.month, row.number, row.later) == (month, f"SV-{YEAR}-09-M", f"SV-{YEAR}-09-M/2")
    received = next(one for one in row.changes if one.title == SUBJECTS["received"].title)
    assert (received.now or 0) - (received.was or 0) == 10
    assert row.note == "Sąrašas atėjo spalį."
    centre.press.issue(month.later(1), OFFICIAL, by=by)
    assert [each.later for each in centre.reports.prepare(YEAR).corrections or ()] == [
        f"SV-{YEAR}-09-M/2", f"SV-{YEAR}-10",
    ]  # fmt: skip


def test_figures_are_those_of_the_numbers_over_time_as_far_as_everybody_may_see_them(centre: Centre) -> None:
    shown = hidden = 0
    for curve in centre.reports.prepare(YEAR).curves:
        one, points = INDICATORS[curve.code], {p.month: p for p in centre.monitoring.series(curve.code).points}
        for dot in curve.dots:
            if curve.step > 1:
                continue
            point = points[dot.month]
            small = 0 < point.tally.top < THRESHOLD
            few = point.base < SMALL_BASE
            if one.about == NOTICES and ((one.shape == COUNT and small) or (one.shape != COUNT and few)):
                assert dot.value is None, (curve.code, dot.month)
                hidden += point.value is not None
            elif one.shape == COUNT:
                assert dot.value == point.value, (curve.code, dot.month)
                shown += 1
            elif one.shape == SHARE and few:
                assert dot.value is None
    assert shown > 20
    assert hidden


def test_no_sum_gives_a_hidden_month_away(centre: Centre) -> None:
    for curve in centre.reports.prepare(YEAR).curves:
        for grown in curve.grown:
            if INDICATORS[curve.code].shape != COUNT or INDICATORS[curve.code].about != NOTICES:
                continue
            for first, last in (grown.first, grown.second):
                covered = [dot for dot in curve.dots if first <= dot.month <= last]
                assert not (any(dot.is_hidden for dot in covered) and grown.was is not None)


def test_commitments_equal_a_query_written_by_hand(centre: Centre) -> None:
    by_hand = (
        "SELECT sum(done_on <= due_on), sum(CASE WHEN impossible_on IS NOT NULL THEN 0 WHEN done_on IS NULL THEN "
        "due_on < '2026-11-02' ELSE done_on > due_on END), sum(impossible_on IS NOT NULL), sum(done_on IS NULL AND "
        "impossible_on IS NULL AND due_on >= '2026-11-02') FROM commitment WHERE due_on LIKE '2026-%'"
    )
    with centre.vault.look() as session:
        wanted = tuple(session.connection().exec_driver_sql(by_hand).one())
    total = centre.reports.prepare(YEAR).commitments.total
    assert (total.in_time, total.late, total.impossible, total.running) == wanted
    assert total.late


def test_an_earlier_year_is_told_as_it_was_at_its_end(centre: Centre) -> None:
    report = centre.reports.prepare(2025)
    assert report.as_of == date(2025, 12, 31)
    assert all(each.since <= report.as_of for each in report.problems)
    assert report.curves[0].dots[-1].month.key == "2025-12"
    assert centre.reports.years() == (2026, 2025, 2024)


def test_a_year_that_has_not_begun_has_no_report(centre: Centre) -> None:
    with pytest.raises(Problem, match="has not begun"):
        centre.reports.prepare(2027)


def test_own_words_stand_in_one_part_and_one_language_and_can_be_taken_back(centre: Centre) -> None:
    reports, by = centre.reports, centre.worker
    reports.put(YEAR, "next", "lt", "  Atmintinė mokykloms. ", by)
    assert reports.words(YEAR, "lt") == {"next": "Atmintinė mokykloms."}
    assert reports.prepare(YEAR).state("next") == OWN
    assert reports.prepare(YEAR, "en").own("next") == ""
    before = len(centre.history.entries())
    reports.put(YEAR, "next", "lt", "Atmintinė mokykloms.", by)
    assert len(centre.history.entries()) == before
    reports.put(YEAR, "next", "lt", "", by)
    assert reports.words(YEAR, "lt") == {}
    centre.history.undo(centre.history.entries()[0].number, by)
    assert reports.words(YEAR, "lt") == {"next": "Atmintinė mokykloms."}


def test_words_that_cannot_be_kept_are_refused(centre: Centre) -> None:
    with pytest.raises(Problem, match="too long"):
        centre.reports.put(YEAR, "next", "lt", "a" * (LENGTH + 1), centre.worker)
    with pytest.raises(Problem, match="no such part"):
        centre.reports.put(YEAR, "weather", "lt", "Sunny", centre.worker)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ačiū Daivai Jonaitienei už drąsą.", "paminėtas asmuo"),
        ("Skambinkite 0 612 30 041.", "telefono numeris"),
        ("Gyvena Vilniaus g. 12-4.", "adresas"),
    ],
)
def test_a_text_that_tells_of_a_helped_person_is_refused_with_the_part_where_it_stands(
    centre: Centre, text: str, told: str
) -> None:
    know_daiva(centre)
    centre.reports.put(YEAR, "next", "lt", text, centre.worker)
    with pytest.raises(Invalid, match="A text of the report") as refused:
        centre.reports.prepare(YEAR)
    (problem,) = refused.value.problems
    assert problem.field == "next"
    said = problem.told(Language("lt").say)
    assert told in said
    assert "Dalis: Kiti metai" in said
    assert text in said


def test_a_name_that_several_bear_is_one_problem_with_all_their_codes(centre: Centre) -> None:
    know_daiva(centre)
    sender = centre.directory.senders()[0].id
    other = a_mention(birth_year=1960, phone="0 612 99 999")
    centre.referrals.enter(a_referral(sender, mentions=(other,)), centre.worker)
    centre.reports.put(YEAR, "next", "lt", "Ačiū Daivai Jonaitienei.", centre.worker)
    with pytest.raises(Invalid) as refused:
        centre.reports.prepare(YEAR)
    (problem,) = refused.value.problems
    assert len(str(problem.values["code"]).split(", ")) == 2


def test_what_institutions_told_is_looked_through_as_well(centre: Centre) -> None:
    know_daiva(centre)
    say_well(centre, "Padėta Daivai Jonaitienei.")
    with pytest.raises(Invalid) as refused:
        centre.reports.prepare(YEAR)
    assert refused.value.problems[0].field == "achieved"


def test_an_official_of_a_persons_name_is_asked_about_before_sealing(centre: Centre) -> None:
    know_daiva(centre)
    draft = AgencyDraft(name="Vaiko teisės", kind="child_protection", representative="Daiva Jonaitienė")
    centre.directory.enter(draft, centre.worker)
    centre.reports.put(YEAR, "lead", "lt", "Dėkojame Daivai Jonaitienei.", centre.worker)
    assert centre.reports.prepare(YEAR).own("lead")
    with pytest.raises(Namesake, match="only if the official is meant"):
        centre.reports.make(YEAR, centre.worker)
    assert centre.reports.of() == []
    assert centre.reports.make(YEAR, centre.worker, sure=True).number == "CR-2026"


def test_a_sealed_report_is_kept_whole_and_a_later_one_takes_its_place(centre: Centre, tmp_path: Path) -> None:
    reports, by = centre.reports, centre.worker
    seen: list[tuple[int, int]] = []
    first = reports.make(YEAR, by, progress=lambda done, total: seen.append((done, total)))
    assert seen[0] == (0, 3)
    assert seen[-1] == (3, 3)
    file = reports.write(first.id, tmp_path / "report.pdf")
    assert hashlib.sha256(file.read_bytes()).hexdigest() == first.digest
    found = verify(file.read_bytes(), centre.press.known())
    assert found.kind is Kind.GENUINE
    kept = reports.kept(first.id)
    assert (kept.is_draft, kept.year, kept.head.number) == (False, YEAR, "CR-2026")
    english = reports.make(YEAR, by, language="en")
    second = reports.make(YEAR, by)
    assert (english.number, second.number) == ("CR-2026", "CR-2026/2")
    rows = {row.id: row for row in reports.of(YEAR)}
    assert rows[first.id].superseded_by_id == second.id
    assert rows[english.id].superseded_by_id is None
    assert reports.of(2025) == []


def test_what_was_sealed_does_not_change_with_the_records(centre: Centre) -> None:
    made = centre.reports.make(YEAR, centre.worker)
    say_well(centre, "Vėliau prisiminta.")
    assert centre.reports.kept(made.id).achieved != centre.reports.prepare(YEAR).achieved


def test_a_report_of_too_many_pages_is_not_sealed(centre: Centre) -> None:
    for part in PARTS:
        centre.reports.put(YEAR, part, "lt", "\n".join(["Ilgas žodis. " * 9] * 33), centre.worker)
    with pytest.raises(Problem, match="pages") as refused:
        centre.reports.make(YEAR, centre.worker)
    assert refused.value.values["most"] == MOST_PAGES


def test_the_file_for_editing_says_the_same_without_a_seal(centre: Centre, tmp_path: Path) -> None:
    report = centre.reports.prepare(YEAR)
    said = docx_text(centre.reports.write_letter(report, tmp_path / "report.docx").read_bytes())
    assert "2026\u00a0m. bendradarbiavimo ataskaita" in said
    assert "skaitmeninis spaudas" not in said.lower()
    assert centre.reports.write_draft(report, tmp_path / "draft.pdf").read_bytes().startswith(b"%PDF")


def test_a_cancelled_report_leaves_nothing(centre: Centre) -> None:
    def stop(done: int, total: int) -> None:
        if done == 1:
            raise Problem("Cancelled")

    with pytest.raises(Problem, match="Cancelled"):
        centre.reports.make(YEAR, centre.worker, progress=stop)
    assert centre.reports.of() == []

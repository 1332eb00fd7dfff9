"""The yearly report on paper: its words in four languages, its numbering, what a draft shows, what is never cut."""

from __future__ import annotations

import re
from dataclasses import replace

import pypdfium2
import pytest

from desktop.cooperation.report import PARTS, Report, texts_of
from desktop.cooperation.report_json import from_json, to_json
from desktop.cooperation.report_layout import KEY, draw, letter
from desktop.language import LOCALES, Language
from tests.cooperation.invented_report import GROUP, OFFICE, report
from tests.meetings.test_papers_agenda import docx_text
from tests.summaries.conftest import text_of
from tests.summaries.test_layout import compare, one_line

HIDDEN = "not published"
"""What a reader hears in place of the sign."""


def words(content: Report) -> str:
    """All words of the pages."""
    return one_line(text_of(draw(content).pdf)).replace("\u00a0", " ")


@pytest.mark.parametrize("locale", LOCALES)
def test_the_words_of_the_report_are_those_that_were_read_and_approved(locale: str) -> None:
    compare(f"report-{locale}.txt", text_of(draw(report(locale)).pdf))


def test_the_same_report_gives_the_same_bytes_and_survives_being_kept() -> None:
    assert draw(report()).pdf == draw(report()).pdf
    assert letter(report()) == letter(report())
    assert from_json(to_json(report())) == report()


def test_tables_and_figures_are_numbered_as_they_come_in_both_files() -> None:
    printed = [int(n) for n in re.findall(r"(?:Table|Figure) (\d+)\. [A-Z]", words(report("en")))]
    assert sorted(set(printed)) == list(range(1, max(printed) + 1))
    assert printed == sorted(printed)
    written = docx_text(letter(report("en")))
    assert sorted({int(n) for n in re.findall(r"(?:Table|Figure) (\d+)\. [A-Z]", written)}) == sorted(set(printed))


def test_the_first_page_holds_title_opening_words_and_contents() -> None:
    first = one_line(text_of(draw(report("en")).pdf).split("----- page -----")[0])
    for said in ("Cooperation report 2025", "Meetings held: 11", "at one table", "Contents", "1. Achieved together"):
        assert said in first


def test_bookmarks_and_places_lead_to_every_part() -> None:
    drawn = draw(report("en"))
    with pypdfium2.PdfDocument(drawn.pdf) as file:
        marks = [mark.get_title() for mark in file.get_toc() if mark.level == 1]
    assert [mark.partition(". ")[2] for mark in marks[:-1]] == [
        Language("en").say(words) for part, words in PARTS.items() if part != "lead"
    ]
    assert {spot.key for spot in drawn.spots} == {KEY + part for part in PARTS if part != "lead"}


def test_a_draft_says_so_in_place_of_the_mark() -> None:
    draft = words(replace(report("en"), is_draft=True))
    assert "DRAFT – not approved" in draft
    assert "Protected figures · for the meeting" not in draft
    assert "DRAFT" not in words(report("en"))


def test_a_line_is_broken_and_growth_told_for_each_side_alone() -> None:
    said = words(report("en"))
    assert "b Apr 2025" in said
    assert "b counting changed, April 2025: pranešama tik atvykus pareigūnams" in said
    assert "January–March 2024 and January–March 2025 431 509 +18%" in said
    assert "April–June 2025 and October–December 2025 (b) 302 342 +13%" in said
    assert "Year 2024 and Year 2025 1,897 ≠ ≠" in said
    assert f"without: {OFFICE}" in said


def test_what_is_hidden_is_nowhere_a_number() -> None:
    said = words(report("en"))
    assert f"Vaiko teisių apsaugos skyrius 3 {' '.join([HIDDEN] * 4)}" in said
    assert f"Skuodo komisariatas 24 {HIDDEN} – {HIDDEN} – 0" in said


def test_an_empty_part_is_left_out_and_the_rest_numbered_on() -> None:
    little = replace(report("en"), duties=(), protocols=(), problems=(), solved=(), words=(("duties", "Soon."),))
    said = words(little)
    assert "5. Duties and time limits kept Soon." in said
    assert "8. Next year" in said
    assert "Local protocol" not in said


def test_every_text_that_was_typed_is_looked_through() -> None:
    told = {text for _part, text in texts_of(report())}
    for text in ("Lektorė išvyko.", "Sutarta dėl budėtojo.", "Forma papildyta.", "Rizikos vertinimas", GROUP,
                 "pranešama tik atvykus pareigūnams", "Pavyzdinės taisyklės", "Laikraštis"):  # fmt: skip
        assert text in told
    assert "Andrius Kalvaitis" not in told


def test_long_words_of_ones_own_flow_over_pages() -> None:
    long = " ".join(f"žodis{n}" for n in range(900))
    said = words(replace(report(), words=(("next", long),)))
    assert "žodis899" in said


def test_where_nothing_was_corrected_one_sentence_says_so() -> None:
    assert "No monthly summary of this year was corrected." in words(replace(report("en"), corrections=()))
    assert "No monthly summary of this year was corrected." in docx_text(letter(replace(report("en"), corrections=())))
    assert "Corrected summaries" not in words(replace(report("en"), corrections=None))  # sealed before this was told

"""The workbook: numbers as numbers, never a formula, the rule beside each figure."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest
from python_calamine import CalamineWorkbook

from desktop.figures.figures import TOTAL
from desktop.language import LOCALES, Language
from desktop.summaries.spreadsheet import spreadsheet
from desktop.summaries.summary import MEETING, OFFICIAL
from tests.summaries.conftest import fixed_summary


def cells_of(content: bytes) -> dict[str, list[list[object]]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("profile", [OFFICIAL, MEETING])
def test_every_figure_is_a_number_in_the_workbook_too(locale: str, profile: str) -> None:
    summary = fixed_summary(locale, profile)
    language = Language(locale)
    sheets = cells_of(spreadsheet(summary, language))
    outcome = summary.figures.table("outcome")
    rows = {row[0]: row[1] for row in sheets[language.say(outcome.subject.title)[:31]] if len(row) > 1}
    assert rows[language.say("Total")] == outcome.value(TOTAL)
    for line in outcome.lines:
        shown = rows[language.say(line.words.msgid)]
        assert shown == (line.figures[0].value if line.figures[0].value is not None else language.say("not published"))


def test_beside_the_months_stands_how_many_not_a_number_of_papers() -> None:
    assert ["Mėnuo", "Skaičius"] in [
        row[:2] for row in cells_of(spreadsheet(fixed_summary("lt"), Language("lt")))["Pranešimai"]
    ]


def test_no_cell_is_a_formula_or_a_link_whatever_a_name_is() -> None:
    summary = fixed_summary()
    evil = replace(summary.letter, name='=HYPERLINK("http://x","y")')
    content = spreadsheet(replace(summary, letter=evil, receiver="@SUM(1)"), Language("en"))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/")]
    assert sheets
    assert not any(b"<f>" in sheet or b"hyperlink" in sheet.lower() for sheet in sheets)


def test_each_table_has_its_rule_beside_it_and_the_profile_is_told() -> None:
    sheets = cells_of(spreadsheet(fixed_summary(profile=MEETING), Language("en")))
    words = [str(cell) for row in sheets["Outcome"] for cell in row]
    assert any(word.startswith("Unit: notice. Rule\u00a0P-3") for word in words)
    assert "Protected figures · for the meeting" in words


def test_hidden_figures_are_a_word() -> None:
    summary = fixed_summary(profile=MEETING, notices=40)
    assert any(one.is_hidden for line in summary.figures.table("age").lines for one in line.figures)
    words = [
        str(cell) for rows in cells_of(spreadsheet(summary, Language("en"))).values() for row in rows for cell in row
    ]
    assert "not published" in words
    assert "●" not in words


def test_the_same_summary_gives_the_same_workbook() -> None:
    summary = fixed_summary("lt")
    assert spreadsheet(summary, Language("lt")) == spreadsheet(summary, Language("lt"))

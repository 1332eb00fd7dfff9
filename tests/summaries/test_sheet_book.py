"""A reconciliation sheet as a workbook: numbers as numbers, never a formula, no empty column."""

from __future__ import annotations

import io
import zipfile

import pytest

from desktop.language import LOCALES, Language
from desktop.summaries.sheet_book import spreadsheet
from tests.summaries.invented_sheet import A_CORRECTION, NAMED, PERSONS, code, fixed_sheet, large_sheet
from tests.summaries.test_spreadsheet import cells_of


@pytest.mark.parametrize("locale", LOCALES)
def test_figures_are_typed_and_letters_stand_beside(locale: str) -> None:
    sheet, language = fixed_sheet(locale), Language(locale)
    rows = cells_of(spreadsheet(sheet, language))[language.say("Reconciliation")]
    unit = next(row for row in rows if row[0] == sheet.units[code(2)][""])
    assert unit[1:6] == [36, 34, -2, "c,\u00a0d", 35]
    totals = [row for row in rows if row[0] == language.say("Total")]
    assert totals[0][1:4] == [113, 108, -5]
    assert [row[1] for row in rows if row[0] == language.say("Agreed")] == [109, 109]


def test_no_cell_is_a_formula_or_a_link_whatever_a_unit_is_called() -> None:
    units = {code(place): {"": '=HYPERLINK("http://x","y")'} for place in range(6)}
    content = spreadsheet(fixed_sheet("en", units=units, what_next="=1+1", receiver="@SUM(1)"), Language("en"))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/")]
    assert len(sheets) == 2
    assert not any(b"<f>" in sheet or b"hyperlink" in sheet.lower() for sheet in sheets)


def test_names_stand_on_a_page_of_their_own_or_nowhere() -> None:
    def words(**changes: object) -> dict[str, str]:
        pages = cells_of(spreadsheet(fixed_sheet("en", **changes), Language("en")))
        return {name: " ".join(str(cell) for row in rows for cell in row) for name, rows in pages.items()}

    assert not any(name in told for told in words().values() for name in PERSONS)
    with_names = words(with_names=True, named=NAMED, receiver="A. Kalvaitis")
    annex = with_names.pop("Annex with names")
    assert all(name in annex for name in PERSONS)
    assert "Only for: A. Kalvaitis" in annex
    assert not any(name in told for told in with_names.values() for name in PERSONS)


def test_corrections_and_every_difference_of_a_large_sheet_are_there() -> None:
    sheet = large_sheet("en")
    rows = cells_of(spreadsheet(sheet, Language("en")))["Reconciliation"]
    assert [row[0] for row in rows if row[0] in {mark for mark, _each in sheet.marks}] == list("abcdefghijklmno")
    told = cells_of(spreadsheet(fixed_sheet("en", corrections=(A_CORRECTION,)), Language("en")))["Counting rules"]
    assert ["2026/431", "came in"] in [row[:2] for row in told]


def test_the_same_sheet_gives_the_same_workbook() -> None:
    assert spreadsheet(fixed_sheet(), Language("lt")) == spreadsheet(fixed_sheet(), Language("lt"))

"""A partner's list brought in by windows: shown as it is read, asked about, compared, and kept by one change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from desktop.centre import Centre
from desktop.reconciliation.habits import Habits
from desktop.windows.main import Main
from desktop.windows.pill import GOOD
from desktop.windows.reconcile_steps import COLUMNS, FILE, PRESENT
from tests.spreadsheets.files import csv_text, ods, xlsx
from tests.windows.bringing_lists import (
    HEADINGS,
    OCTOBER,
    ROWS,
    answer,
    choose,
    compare,
    enter_station,
    hows,
    read,
    said,
    stop_at_once,
    written_list,
)
from tests.windows.looking import faults, settle, turned
from tests.windows.measuring import closer_faults, english_left
from tests.windows.test_institution_field import choose_new, write_down


@pytest.fixture
def station(centre: Centre) -> UUID:
    return enter_station(centre)


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    return written_list(tmp_path)


@pytest.fixture
def page(desk_of: Callable[..., Main], centre: Centre, station: UUID) -> Any:
    """The page, laid over the overview."""
    frame = desk_of(centre)
    frame.go("reconciliation")
    frame.go("reconcile_columns")
    settle()
    return frame.top


def test_the_list_is_shown_as_it_is_read_and_the_rows_add_up(page: Any, centre: Centre, sheet: Path) -> None:
    before = centre.vault.head().count
    read(page, sheet)
    work = page.work
    assert (page.list.partner.words(), work.first, work.last) == ("Kretingos PK", OCTOBER, OCTOBER)
    assert [head.combo.code() for head in page.list.table.heads] == ["notice_no", "date", "name", "birth", "unit", ""]
    assert hows(page) == ["recognised"] * 5 + ["left out"]
    words = said(page)
    for sentence in (
        "5 rows = 2 readable + 1 without a name + 1 not read + 1 sum or title. None is lost.",
        "Nothing has been written yet.", "headings in row 2", "How is the date 03.10.2026 to be read?",
    ):  # fmt: skip
        assert sentence in words
    assert page.steps.pill(FILE).sign == GOOD
    assert centre.vault.head().count == before


def test_whose_list_it_is_may_be_written_down_from_here(page: Any, centre: Centre, sheet: Path) -> None:
    read(page, sheet)
    columns = page.work.how(page.list._sheet)
    choose_new(page.list.partner, "Nauj")
    write_down(page.window(), "Naujas PK", "police")
    made = next(each for each in centre.directory.agencies() if each.name == "Naujas PK")
    assert page.window().top is page
    assert (page.list.partner.value(), page.work.partner_id) == (made.id.hex, made.id)
    assert page.work.how(page.list._sheet) == columns


def test_what_is_asked_must_be_answered_and_is_never_answered_beforehand(
    page: Any, centre: Centre, sheet: Path
) -> None:
    read(page, sheet)
    (card,) = page.list.cards
    assert not any(radio.isChecked() for radio in card.choices.radios.values())
    compare(page)
    assert "Something has to be answered first." in said(page)
    assert card.choices.radios["dmy"].hasFocus()
    assert centre.reconciliations.overview() == []
    answer(page, "date_order", "dmy")
    (card,) = page.list.cards
    assert card.choices.radios["dmy"].isChecked(), "it stays, so that it can be answered otherwise"
    compare(page)
    (told,) = centre.reconciliations.overview()
    assert (told.partner, told.rows, told.kept.month) == ("Kretingos PK", 3, "2026-10")


def test_comparing_keeps_the_list_by_one_change_that_can_be_undone(page: Any, centre: Centre, sheet: Path) -> None:
    read(page, sheet)
    answer(page, "date_order", "dmy")
    before, frame = centre.vault.head().count, page.window()
    compare(page)
    assert centre.vault.head().count == before + 1
    assert frame.top.NAME != "reconcile_columns"
    frame.desk.undo(centre.vault.head().count)
    settle()
    assert centre.reconciliations.overview() == []
    assert "This entry was taken back meanwhile." in said(frame.top), "the page of a list that is gone says so"


def test_a_comparison_that_is_stopped_changes_nothing(
    desk_of: Callable[..., Main], centre: Centre, station: UUID, sheet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    frame = desk_of(centre)
    frame.go("reconcile_columns")
    page: Any = frame.top
    read(page, sheet)
    answer(page, "date_order", "dmy")
    before = centre.vault.head().count
    stop_at_once(monkeypatch)
    compare(page)
    assert page.banner.words() == "Stopped. Nothing was changed."
    assert centre.vault.head().count == before
    assert page.list.compare_button.isEnabled()
    assert page.steps.pill(COLUMNS).sign == PRESENT


def test_a_column_chosen_by_hand_is_remembered_by_its_heading(page: Any, centre: Centre, tmp_path: Path) -> None:
    good = [HEADINGS, *(row for row in ROWS[2:4])]
    october = tmp_path / "one.csv"
    october.write_text(csv_text(good), encoding="utf-8")
    read(page, october)
    choose(page, 5, "remarks")
    assert hows(page)[5] == "chosen by you"
    answer(page, "date_order", "dmy")
    frame = page.window()
    compare(page)
    (told,) = centre.reconciliations.overview()
    assert Habits.from_text(told.kept.reading).columns["zyma"] == "remarks"
    november = tmp_path / "two.ods"
    november.write_bytes(ods([HEADINGS[::-1], ("x", "Kretingos nuovada", "1970", "Ona Onaitė", "04.11.2026", "3400")]))
    frame.go("reconcile_columns", november)
    settle()
    page = frame.top
    assert page.list.table.heads[0].combo.code() == "remarks"
    assert set(hows(page)) == {"as last month"}
    (card,) = page.list.cards
    assert card.choices.radios["dmy"].isChecked(), "by habit, in sight, and said so"
    assert "As last month" in said(card)
    assert page.work.opened.listed.notices[0].remarks == "x"


def test_what_is_not_to_be_remembered_is_not(page: Any, centre: Centre, sheet: Path) -> None:
    read(page, sheet)
    answer(page, "date_order", "dmy")
    page.list.remember.setChecked(False)
    compare(page)
    (told,) = centre.reconciliations.overview()
    assert told.kept.reading == ""


def test_one_column_gives_up_what_another_one_holds_now(page: Any, sheet: Path) -> None:
    read(page, sheet)
    for place, held in ((0, "remarks"), (0, "notice_no"), (5, "notice_no")):
        choose(page, place, held)
    assert [head.combo.code() for head in page.list.table.heads][::5] == ["", "notice_no"]
    assert page.work.opened.listed.notices[0].notice_no == "a"


def test_an_unknown_unit_is_asked_and_its_answer_kept_with_the_list(page: Any, centre: Centre, sheet: Path) -> None:
    rows = [HEADINGS, ("1", "2026-10-01", "Ona Onaitė", "", "Kretingos nuovada", ""),
            ("2", "2026-10-02", "Rūta Rūtaitė", "", "Darbėnai", "")]  # fmt: skip
    sheet.write_bytes(xlsx(rows))
    read(page, sheet)
    assert list(page.list.units.combos) == ["Darbėnai"]
    combo = page.list.units.combos["Darbėnai"]
    wanted = next(each for each in centre.directory.agencies() if each.name == "Salantų nuovada").id
    combo.choose(wanted.hex)
    combo.activated.emit(combo.currentIndex())
    compare(page)
    (told,) = centre.reconciliations.overview()
    rows_kept = centre.reconciliations.standing(told.kept.id).lists.theirs.values()
    assert [row.unit_id for row in rows_kept][1] == wanted
    assert Habits.from_text(told.kept.reading).units == {"darbenai": wanted}


def test_the_row_of_the_headings_can_be_another_one(page: Any, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text(csv_text([("Data", "Asmuo"), *ROWS[1:3]]), encoding="utf-8")
    read(page, file)
    page.list.table.header_button.click()
    card = next(card for card in page.list.cards if card.asked.question.kind == "header")
    card.choices.radios["2"].click()
    settle()
    assert page.work.opened.answers.header == {"": 2}
    assert "headings in row 2" in said(page)
    assert page.work.opened.listed.notices[0].notice_no == "3321"


def test_a_list_of_numbers_is_shown_by_unit_and_month_and_asks_what_it_counts(
    page: Any, centre: Centre, sheet: Path
) -> None:
    sheet.write_bytes(xlsx([("2026 m. duomenys",), ("Padalinys", "Spalis"), ("Kretingos nuovada", 31),
                            ("Salantų nuovada", 27)]))  # fmt: skip
    read(page, sheet)
    words = said(page.list.counts)
    assert "This list is only numbers" in words
    assert "31" in words
    assert "58" in words
    answer(page, "counted", "persons")
    assert "Persons" in said(page.list.counts)
    compare(page)
    (told,) = centre.reconciliations.overview()
    assert (told.kept.counted, told.rows, told.kept.month) == ("persons", 58, "2026-10")


def test_the_month_of_a_list_that_is_there_already_is_told_before_anything_is_compared(
    page: Any, centre: Centre, sheet: Path
) -> None:
    frame = page.window()
    for _time in range(2):
        frame.go("reconcile_columns", sheet)
        settle()
        if any(card.asked.question.kind == "date_order" and not card.asked.answer for card in frame.top.list.cards):
            answer(frame.top, "date_order", "dmy")
        compare(frame.top)
    assert frame.top.NAME == "reconcile_columns"
    assert "is here already" in frame.top.banner.words()
    assert len(centre.reconciliations.overview()) == 1


def test_the_list_may_be_shown_in_every_language_and_size(page: Any, sheet: Path) -> None:
    read(page, sheet)
    page.list.rows.show_button.click()
    page.list.table.header_button.click()
    settle()
    found = []
    for locale in turned(page.window()):
        wrong = [*faults(page.window()), *closer_faults(page.window())]
        wrong += english_left(page.window(), locale) if locale != "en" else []
        found += [(locale, fault) for fault in wrong]
    assert found == []

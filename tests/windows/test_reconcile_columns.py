"""A partner's list brought in by windows: shown as it is read, asked about, compared, and kept by one change."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop.centre import Centre
from desktop.language import N_
from desktop.periods import Month
from desktop.problems import Cancelled
from desktop.reconciliation.habits import Habits
from desktop.records.directory import AgencyDraft
from desktop.windows import names
from desktop.windows.banner import ProgressCard
from desktop.windows.main import Main
from desktop.windows.pill import GOOD
from desktop.windows.reconcile_steps import COLUMNS, FILE, PRESENT
from desktop.windows.worker import Background, Errand
from tests.spreadsheets.files import csv_text, docx, ods, xlsx
from tests.windows.looking import faults, settle, turned
from tests.windows.measuring import closer_faults, english_left
from tests.windows.test_bring_in import drop, hanging

HEADINGS = ("Reg. nr.", "Data", "Asmuo", "Gim.", "Nuovada", "Žyma")
ROWS = [
    ("Pranešimai, 2026 m. spalis",),
    HEADINGS,
    ("3321", "2026-10-01", "Petrauskienė Asta", "1979", "Kretingos nuovada", "a"),
    ("3325", "03.10.2026", "Rimkutė Ieva", "2001", "Salantų nuovada", "b"),
    ("3330", "2026-10-03", None, None, "Kretingos nuovada", None),
    ("3331", "2026-02-31", "Mažeikaitė Ona", "1951", "Darbėnų nuovada", "c"),
    ("Iš viso", None, "4"),
]
OCTOBER = Month(2026, 10)


def stop_at_once(patch: pytest.MonkeyPatch) -> None:
    """Somebody cancels every work that counts, at its first count."""
    plain = Background.run

    def stop(_done: int, _total: int) -> None:
        raise Cancelled(N_("Stopped. Nothing was changed."))

    def run(self: Background, job: Any, done: Any = print, failed: Any = None, *, counts: bool = False) -> Errand:
        return plain(self, (lambda: job(stop)) if counts else job, done, failed)

    patch.setattr(Background, "run", run)


@pytest.fixture
def station(centre: Centre) -> UUID:
    """A police station with two units in the directory; a third is not there."""
    made = centre.directory.enter(AgencyDraft(name="Kretingos PK", kind="police"), centre.worker).id
    for name in ("Kretingos nuovada", "Salantų nuovada"):
        centre.directory.enter(AgencyDraft(name=name, kind="police", parent_id=made), centre.worker)
    return made


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """The list as a workbook."""
    file = tmp_path / "pranesimai.xlsx"
    file.write_bytes(xlsx(ROWS))
    return file


@pytest.fixture
def page(desk_of: Callable[..., Main], centre: Centre, station: UUID) -> Any:
    """The page, laid over the overview."""
    frame = desk_of(centre)
    frame.go("reconciliation")
    frame.go("reconcile_columns")
    settle()
    return frame.top


def said(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def read(page: Any, file: Path) -> None:
    page.read(file)
    settle()


def answer(page: Any, kind: str, code: str) -> None:
    card = next(card for card in page.list.cards if card.asked.question.kind == kind)
    card.choices.radios[code].click()
    settle()


def choose(page: Any, place: int, field: str) -> None:
    combo = page.list.table.heads[place].combo
    combo.choose(field)
    combo.activated.emit(combo.currentIndex())
    settle()


def compare(page: Any) -> None:
    QTest.keyClick(page.window(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()


def hows(page: Any) -> list[str]:
    return [head.combo.accessibleDescription() for head in page.list.table.heads]


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


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("list.xlsx", b"%PDF-1.7\n1 0 obj", "This file is a PDF with another name."),
        ("list.csv", b"  \n", "The file is empty."),
        ("list.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, ""),
    ],
)
def test_a_file_that_cannot_be_read_is_a_sentence_in_its_place(
    page: Any, tmp_path: Path, name: str, content: bytes, sentence: str
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    read(page, file)
    assert page.banner.isVisible()
    assert page.banner.words().startswith(sentence)
    assert page.work is None
    assert page.area.isVisible()


def test_what_is_pasted_is_read_the_same_way_and_becomes_no_file(page: Any, centre: Centre, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    QApplication.clipboard().setText(csv_text(ROWS, "\t"))
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert page.work is not None
    assert len(page.work.opened.listed.notices) == 3
    assert "Pasted table" in said(page)
    assert sorted(tmp_path.rglob("*")) == before
    QApplication.clipboard().clear()


def test_a_table_in_a_letter_can_be_dropped_anywhere_on_the_page(page: Any, tmp_path: Path) -> None:
    file = tmp_path / "list.docx"
    file.write_bytes(docx([HEADINGS, *ROWS[2:3]]))
    drop(page, hanging(file))
    assert page.work is not None
    assert page.work.opened.listed.notices[0].notice_no == "3321"


def test_after_a_lock_the_half_done_list_is_there_again(
    desk_of: Callable[..., Main], page: Any, centre: Centre, sheet: Path
) -> None:
    read(page, sheet)
    answer(page, "date_order", "mdy")
    choose(page, 5, "remarks")
    page.window().keep()
    later: Any = desk_of(centre).top
    assert later.NAME == "reconcile_columns"
    assert later.work.own.date_order == "mdy"
    assert hows(later)[5] == "chosen by you"
    assert later.banner.isHidden()


def test_what_was_being_read_leaves_nothing_when_something_else_is_answered(
    page: Any, sheet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read(page, sheet)
    waiting: list[Any] = []

    def later(_self: Background, job: Any, done: Any = print, failed: Any = None, **_how: Any) -> Errand:
        errand = Errand(done, failed)
        waiting.append((errand, job, done))
        return errand

    with monkeypatch.context() as patch:
        patch.setattr(Background, "run", later)
        answer(page, "date_order", "mdy")
        answer(page, "date_order", "dmy")
    (first, _job, _done), (second, job, done) = waiting
    assert (first.is_dropped, second.is_dropped) == (True, False)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(page.findChildren(ProgressCard)) == 1, "the card of the first one is gone"
    second.is_over = True
    second.ended.emit()
    done(job())
    settle()
    assert page.work.own.date_order == "dmy"
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert page.findChildren(ProgressCard) == []


@pytest.mark.parametrize("what", ["gone", "changed"])
def test_a_file_that_is_gone_or_changed_after_the_lock_is_told(
    desk_of: Callable[..., Main], page: Any, centre: Centre, sheet: Path, what: str
) -> None:
    read(page, sheet)
    page.window().keep()
    if what == "gone":
        sheet.unlink()
    else:
        sheet.write_bytes(xlsx(ROWS[:4]))
    later: Any = desk_of(centre).top
    assert (later.work is None) == (what == "gone")
    assert later.banner.isVisible()


def test_what_was_pasted_comes_back_from_the_vault_alone(
    desk_of: Callable[..., Main], page: Any, centre: Centre, tmp_path: Path
) -> None:
    page.read_pasted(csv_text(ROWS))
    settle()
    assert "Petrauskien" in json.dumps(page.state(), ensure_ascii=False)
    page.window().keep()
    later: Any = desk_of(centre).top
    assert len(later.work.opened.listed.notices) == 3
    assert not any(b"Petrauskien" in file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())


def test_a_long_paste_is_not_kept_over_a_lock_and_that_is_told(
    desk_of: Callable[..., Main], page: Any, centre: Centre, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.windows.reconcile_columns.LONGEST_KEPT", 10)
    page.read_pasted(csv_text(ROWS))
    settle()
    page.window().keep()
    later: Any = desk_of(centre).top
    assert later.work is None
    assert "Paste it again" in later.banner.words()


def test_codes_stand_for_names_here_too(page: Any, sheet: Path) -> None:
    read(page, sheet)
    assert "Petrauskienė Asta" in said(page)
    names.hide(True)
    try:
        page.refresh()
        settle()
        assert "Petrauskienė" not in said(page)
    finally:
        names.hide(False)


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

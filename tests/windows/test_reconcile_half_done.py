"""A list that is half done: over a lock, pasted, dropped, gone, or no list at all."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.centre import Centre
from desktop.windows import names
from desktop.windows.banner import ProgressCard
from desktop.windows.main import Main
from desktop.windows.worker import Background, Errand
from tests.spreadsheets.files import csv_text, docx, xlsx
from tests.windows.bringing_lists import (
    HEADINGS,
    ROWS,
    answer,
    choose,
    compare,
    enter_station,
    hows,
    read,
    said,
    written_list,
)
from tests.windows.looking import settle, words
from tests.windows.test_bring_in import drop, hanging


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
    assert page.place.area.isVisible()


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


def test_a_list_left_half_done_by_esc_is_offered_again(page: Any, centre: Centre, sheet: Path) -> None:
    frame = page.window()
    read(page, sheet)
    answer(page, "date_order", "mdy")
    choose(page, 5, "remarks")
    QTest.keyClick(frame, Qt.Key.Key_Escape)
    settle()
    assert frame.top.NAME == "reconciliation"
    frame.go("today")
    settle()
    assert {"Bring a list", "Continue"} <= set(words(frame.top))
    frame.go("reconcile_columns")
    settle()
    again: Any = frame.top
    assert again.work.own.date_order == "mdy"
    assert hows(again)[5] == "chosen by you"
    assert again.banner.words().startswith("This list was left half done.")
    again.list.other_button.click()
    frame.back()
    frame.go("reconcile_columns")
    settle()
    assert frame.top.work is None


def test_a_list_that_was_brought_is_not_offered_again(page: Any, centre: Centre, sheet: Path) -> None:
    frame = page.window()
    read(page, sheet)
    answer(page, "date_order", "dmy")
    frame.keep()
    assert centre.drafts.of("reconcile_columns", None, centre.worker) is not None
    compare(page)
    assert frame.top.NAME != "reconcile_columns"
    assert centre.drafts.of("reconcile_columns", None, centre.worker) is None


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

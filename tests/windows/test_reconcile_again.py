"""Back to the columns: how the list that is kept was read, and another one in its place, with nothing lost silently."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt

from desktop.centre import Centre
from desktop.reconciliation.reconciliations import Agreement, Explained
from desktop.records.difference import THEIRS
from desktop.windows.look import look
from desktop.windows.main import Main
from desktop.windows.reconcile_steps import AGREED, COLUMNS, MATCHING, REVIEW, STEPS
from desktop.windows.translator import speak
from tests.windows.bringing_lists import (
    answer,
    choose,
    compare,
    enter_station,
    hows,
    read,
    said,
    written_list,
)
from tests.windows.looking import faults, press, settle
from tests.windows.measuring import closer_faults

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    return written_list(tmp_path)


@pytest.fixture
def desk(desk_of: Callable[..., Main], centre: Centre) -> Main:
    """A police station in the directory, and the overview on show."""
    enter_station(centre)
    frame = desk_of(centre)
    frame.go("reconciliation")
    return frame


@pytest.fixture
def about(desk: Main, centre: Centre, sheet: Path) -> UUID:
    """The list brought by the window; its figures are on show."""
    desk.go("reconcile_columns")
    settle()
    read(desk.top, sheet)
    answer(desk.top, "date_order", "dmy")
    compare(desk.top)
    assert desk.top is not None
    assert desk.top.NAME == "reconcile_agreed"
    (told,) = centre.reconciliations.overview()
    return told.kept.id


def back_to_columns(desk: Main) -> Any:
    top: Any = desk.top
    top.steps.pill(COLUMNS).click()
    settle()
    return desk.top


def explain_all(centre: Centre, about: UUID) -> None:
    rows = tuple(row.id for row in centre.reconciliations.theirs(about))
    centre.reconciliations.explain(about, Explained(THEIRS, "other_centre", rows=rows), centre.worker)


def test_every_step_can_be_returned_to(desk: Main, about: UUID) -> None:
    for name in ("reconcile_agreed", "reconcile_review"):
        desk.go(name, about)
        settle()
        top: Any = desk.top
        assert [code for code in STEPS if top.steps.pill(code).way is None] == [{"d": AGREED, "w": REVIEW}[name[-1]]]
        for step, there in ((MATCHING, name), (COLUMNS, "reconcile_columns")):
            top.steps.pill(step).click()
            settle()
            shown: Any = desk.top
            assert there in (shown.NAME,), step


def test_it_tells_how_the_columns_were_read_and_that_the_file_is_wanted(desk: Main, about: UUID) -> None:
    page = back_to_columns(desk)
    words = said(page)
    for told in ("Reconciliation: October 2026", "pranesimai.xlsx", "Reg. nr.", "Number of the notice", "Žyma",
                 "Do not use", "Bring it again", "Drop the institution's list here."):  # fmt: skip
        assert told in words
    assert page.steps.pill(MATCHING).way is None, "there is nothing to match yet"
    button = page.place.choose_button
    assert button.visibleRegion().boundingRect().height() == button.height(), "it is not cut off"
    assert page.steps.pill(REVIEW).way is not None


def test_columns_are_read_otherwise_and_nothing_is_asked_where_nothing_is_lost(
    desk: Main, about: UUID, centre: Centre, sheet: Path
) -> None:
    explain_all(centre, about)
    page = back_to_columns(desk)
    read(page, sheet)
    assert hows(page)[0] == "as last month"
    choose(page, 5, "remarks")
    compare(page)
    top: Any = desk.top
    assert top.NAME == "reconcile_agreed"
    assert [row.remarks for row in centre.reconciliations.theirs(about)] == ["a", "b", ""]
    assert len(centre.reconciliations.lists(about).reasons) == 3
    press(Qt.Key.Key_Z, CTRL)
    settle()
    assert [row.remarks for row in centre.reconciliations.theirs(about)] == ["", "", ""]


def test_what_would_be_done_again_is_said_and_the_former_list_is_the_safe_answer(
    desk: Main, about: UUID, centre: Centre, sheet: Path
) -> None:
    explain_all(centre, about)
    before = centre.vault.head().count
    page = back_to_columns(desk)
    read(page, sheet)
    choose(page, 0, "")
    compare(page)
    assert "decided pairs 0, reasons 3" in page.taking.cost.words()
    assert page.taking.keep_button.hasFocus()
    page.taking.keep_button.click()
    assert page.taking.cost.isHidden()
    assert centre.vault.head().count == before, "nothing was written"
    compare(page)
    page.taking.take_button.click()
    settle()
    assert centre.vault.head().count == before + 1
    assert [row.notice_no for row in centre.reconciliations.theirs(about)] == [""] * 3
    assert centre.reconciliations.lists(about).reasons == ()


def test_an_agreed_month_can_be_looked_at_and_not_changed(desk: Main, about: UUID, centre: Centre, sheet: Path) -> None:
    centre.reconciliations.settle(about, Agreement("A. Kalvaitis", "Ona Petraitė"), centre.worker)
    desk.go("reconcile_columns", about)
    settle()
    page: Any = desk.top
    assert "Number of the notice" in said(page)
    assert "The period is agreed." in said(page)
    assert (page.place.area.isVisible(), page.place.choose_button.isVisible()) == (False, False)
    read(page, sheet)
    page.read_pasted("a\tb")
    settle()
    assert page.work is None


def test_after_a_lock_it_still_comes_in_the_place_of_the_former(
    desk_of: Callable[..., Main], desk: Main, about: UUID, centre: Centre, sheet: Path
) -> None:
    page = back_to_columns(desk)
    desk.keep()
    empty: Any = desk_of(centre).top
    assert (empty.NAME, "Number of the notice" in said(empty)) == ("reconcile_columns", True)
    read(page, sheet)
    choose(page, 5, "remarks")
    desk.keep()
    again: Any = desk_of(centre).top
    assert (again.NAME, again.work.own.columns) == ("reconcile_columns", page.work.own.columns)
    compare(again)
    assert [row.remarks for row in centre.reconciliations.theirs(about)] == ["a", "b", ""]
    assert centre.drafts.of("reconcile_columns", about, centre.worker) is None


def test_the_review_reads_anew_where_another_list_took_the_place(
    desk: Main, about: UUID, centre: Centre, sheet: Path
) -> None:
    desk.go("reconcile_review", about)
    settle()
    review: Any = desk.top
    page = back_to_columns(desk)
    read(page, sheet)
    choose(page, 0, "")
    compare(page)
    desk.back()
    settle()
    shown: Any = desk.top
    assert shown is review
    now = {str(row.id) for row in centre.reconciliations.theirs(about)}
    assert set(shown.reading.standing.lists.theirs) == now


def test_one_that_was_taken_out_meanwhile_says_so(desk: Main, about: UUID, centre: Centre) -> None:
    centre.reconciliations.take_out(about, centre.worker)
    desk.go("reconcile_columns", about)
    settle()
    page: Any = desk.top
    assert "taken back" in page.banner.words()


@pytest.mark.parametrize(("locale", "percent"), [("lt", 100), ("sr_Cyrl", 200), ("sr_Latn", 160)])
def test_every_state_may_be_shown(
    desk: Main, about: UUID, centre: Centre, sheet: Path, locale: str, percent: int
) -> None:  # fmt: skip
    explain_all(centre, about)
    page = back_to_columns(desk)
    desk._toast.hide()
    speak(locale)
    look().apply("light", percent)
    for _state in ("former", "cost"):
        for size in ((1366, 768), (1024, 640), (800, 600)):
            desk.resize(*size)
            settle()
            assert [*faults(desk), *closer_faults(desk)] == [], (_state, size)
        read(page, sheet)
        choose(page, 0, "")
        compare(page)
        assert page.taking.cost.isVisible()

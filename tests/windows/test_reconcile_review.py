"""The review queue: answers by digits, each durable at once; undo, rivals, the end, hidden names, the lock."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt

from desktop.centre import Centre
from desktop.reconciliation.reconciliations import Agreement
from desktop.windows import names
from desktop.windows.look import look
from desktop.windows.main import Main
from desktop.windows.translator import speak
from tests.windows.looking import faults, press, settle, words
from tests.windows.measuring import closer_faults
from tests.windows.reconciling import found, october, year_2020

Desk = Callable[..., Main]
CTRL = Qt.KeyboardModifier.ControlModifier
KEY = Qt.Key


@pytest.fixture
def about(centre: Centre) -> UUID:
    return october(centre)


@pytest.fixture
def desk(desk_of: Desk, centre: Centre, about: UUID) -> Main:
    return desk_of(centre)


def open_page(desk: Main, about: UUID) -> Any:
    desk.go("reconcile_review", about)
    settle()
    return desk.top


def counts(centre: Centre, about: UUID) -> tuple[int, int]:
    now = found(centre, about)
    return len(now.matched), len(now.doubtful)


def test_a_digit_answers_durably_and_the_next_opens_by_itself(desk: Main, centre: Centre, about: UUID) -> None:
    page = open_page(desk, about)
    assert (page.head.place.text(), page.head.left.text()) == ("1 of 3", "Left: 3")
    first, before = page.queue.shown, centre.vault.head().count
    press(KEY.Key_1)
    assert centre.vault.head().count == before + 1
    assert page.queue.shown != first
    assert (page.head.place.text(), page.head.left.text()) == ("2 of 3", "Left: 2")
    second = page.queue.shown
    press(KEY.Key_2)
    assert (first.theirs.id, first.ours.id) in centre.reconciliations.decisions(about).same
    assert (second.theirs.id, second.ours.id) in centre.reconciliations.decisions(about).never
    press(KEY.Key_3)
    assert page.end.isVisible()
    assert "Put off: 1" in page.end.more.text()
    assert page.end.on.hasFocus()


@pytest.mark.parametrize("back", [(KEY.Key_Z, CTRL), (KEY.Key_Backspace, Qt.KeyboardModifier.AltModifier)])
def test_either_key_takes_answers_back_one_by_one(
    desk: Main, centre: Centre, about: UUID, back: tuple[Qt.Key, Qt.KeyboardModifier]
) -> None:
    page = open_page(desk, about)
    first = page.queue.shown
    press(KEY.Key_1)
    second = page.queue.shown
    press(KEY.Key_2)
    press(*back)
    assert page.queue.shown == second
    press(*back)
    assert page.queue.shown == first
    assert not page.undo.isEnabled()
    assert counts(centre, about) == (2, 3)
    assert page.head.left.text() == "Left: 3"


def test_at_the_end_undo_brings_the_last_pair_back(desk: Main, centre: Centre, about: UUID) -> None:
    page = open_page(desk, about)
    shown = []
    for _pair in range(3):
        shown.append(page.queue.shown)
        press(KEY.Key_2)
    while not page.end.isVisible():  # of two that are not the same the rival may come up
        shown.append(page.queue.shown)
        press(KEY.Key_2)
    press(KEY.Key_Z, CTRL)
    assert not page.end.isVisible()
    assert page.queue.shown == shown[-1]


def test_left_and_right_walk_and_an_answer_can_be_changed(desk: Main, centre: Centre, about: UUID) -> None:
    page = open_page(desk, about)
    first = page.queue.shown
    press(KEY.Key_2)
    press(KEY.Key_Left)
    assert page.queue.shown == first
    assert page.pill.words() == "Not the same"
    press(KEY.Key_1)
    said = centre.reconciliations.decisions(about)
    assert (first.theirs.id, first.ours.id) in said.same
    press(KEY.Key_Right)
    assert page.queue.at == 2


def test_a_rival_is_looked_at_instead_and_taken(desk: Main, centre: Centre, about: UUID) -> None:
    page = open_page(desk, about)
    place = next(at for at, pair in enumerate(page.queue.asked) if pair.rivals)
    page.walk(place)
    settle()
    (row,) = page.rivals.rivals
    proposed = page.queue.shown
    page.rivals.view.setFocus()
    press(KEY.Key_Return)
    assert page.rival is not None
    assert (page.rival.theirs, page.rival.ours) == (row.rival.theirs, row.rival.ours)
    assert page.to_pair.isVisible()
    press(KEY.Key_1)
    said = centre.reconciliations.decisions(about)
    assert said.same == {(row.rival.theirs.id, row.rival.ours.id)}
    assert proposed not in page.queue.asked, "its row is one notice with another now"
    assert page.head.place.text().endswith("of 2")


def test_what_came_up_on_comparing_anew_is_asked_too(desk: Main, centre: Centre, about: UUID) -> None:
    page = open_page(desk, about)
    at = next(at for at, pair in enumerate(page.queue.asked) if pair.rivals)
    page.walk(at)
    press(KEY.Key_2)
    for _pair in range(2):
        assert not page.end.isVisible()
        press(KEY.Key_1)
    assert not page.end.isVisible()
    assert page.head.place.text() == "4 of 4"
    press(KEY.Key_2)
    assert page.end.isVisible()
    assert counts(centre, about)[1] == 0


def test_names_and_places_are_hidden_with_f8(desk: Main, about: UUID) -> None:
    page = open_page(desk, about)
    pair = page.queue.shown
    assert any(pair.ours.name in label.accessibleName() for _title, label in page.sides.ours.rows)
    try:
        desk.turn_names()
        settle()
        said = {*words(desk), *(label.accessibleName() for _title, label in page.sides.ours.rows)}
        assert not any(part in word for word in said for part in pair.ours.name.split())
        assert page.queue.shown == pair
    finally:
        names.hide(False)


def test_after_the_lock_the_same_pair_is_back(desk_of: Desk, desk: Main, centre: Centre, about: UUID) -> None:
    page = open_page(desk, about)
    press(KEY.Key_1)
    press(KEY.Key_3)
    shown = page.queue.shown
    desk.keep()
    again: Any = desk_of(centre).top
    assert again.NAME == "reconcile_review"
    assert (again.queue.shown.theirs, again.queue.shown.ours) == (shown.theirs, shown.ours)
    assert again.head.left.text() == "Left: 1"


def test_a_settled_month_and_one_of_numbers_ask_nothing(desk: Main, centre: Centre, about: UUID) -> None:
    for pair in found(centre, about).doubtful:
        centre.reconciliations.decide(about, UUID(pair.theirs.id), UUID(pair.ours.id), "same", centre.worker)
    centre.reconciliations.settle(about, Agreement("A. Kalvaitis", "Ona"), centre.worker)
    assert open_page(desk, about).end.said.text().startswith("The period is agreed")
    assert "numbers" in open_page(desk, year_2020(centre)).end.said.text()


def test_one_that_was_taken_out_says_so(desk: Main, centre: Centre, about: UUID) -> None:
    centre.reconciliations.take_out(about, centre.worker)
    page = open_page(desk, about)
    assert page.banner.isVisible()
    assert not page.work.isVisible()


@pytest.mark.parametrize(("locale", "percent"), [("lt", 100), ("sr_Cyrl", 200), ("sr_Cyrl", 160)])
def test_every_state_may_be_shown(desk: Main, about: UUID, locale: str, percent: int) -> None:
    page = open_page(desk, about)
    speak(locale)
    look().apply("light", percent)
    for size in ((1366, 768), (1024, 640), (800, 600)):
        desk.resize(*size)
        settle()
        assert [*faults(desk), *closer_faults(desk)] == [], size
    while not page.end.isVisible():
        press(KEY.Key_3)
        assert [*faults(desk), *closer_faults(desk)] == []

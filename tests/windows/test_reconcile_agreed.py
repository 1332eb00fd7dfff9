"""Agreed figures: five cards that add up, reasons on the rows, a notice that never arrived, the freeze, two numbers."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt

from desktop.centre import Centre
from desktop.records.difference import REASONS, THEIRS
from desktop.windows import names
from desktop.windows.look import look
from desktop.windows.main import Main
from desktop.windows.reconcile_groups import COPIES, MATCHED, ONLY_OURS, ONLY_THEIRS, UNSURE
from desktop.windows.reconcile_sums import lines_of
from desktop.windows.translator import speak
from tests.windows.looking import faults, press, settle, type_text
from tests.windows.measuring import closer_faults
from tests.windows.reconciling import found, october, year_2020

Desk = Callable[..., Main]
KEY, SHIFT, CTRL = Qt.Key, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def about(centre: Centre) -> UUID:
    return october(centre)


@pytest.fixture
def desk(desk_of: Desk, centre: Centre, about: UUID) -> Main:
    return desk_of(centre)


def open_page(desk: Main, about: UUID) -> Any:
    desk.go("reconcile_agreed", about)
    settle()
    return desk.top


def decide_all(centre: Centre, about: UUID) -> None:
    """Nothing is doubtful any more."""
    while pairs := found(centre, about).doubtful:
        for pair in pairs:
            centre.reconciliations.decide(about, UUID(pair.theirs.id), UUID(pair.ours.id), "same", centre.worker)


def told(page: Any) -> list[tuple[str, str, str]]:
    return [(row.person, row.state, row.done) for row in page.table.rows]


def add_up(page: Any, sent: int) -> bool:
    numbers = page.cards.numbers
    return sum(numbers[group] for group in (MATCHED, UNSURE, ONLY_THEIRS, COPIES)) == sent


def test_the_cards_show_each_group_and_the_chosen_one_is_listed(desk: Main, about: UUID) -> None:
    page = open_page(desk, about)
    assert dict(page.cards.numbers) == {MATCHED: 2, UNSURE: 3, ONLY_THEIRS: 3, ONLY_OURS: 3, COPIES: 1}
    assert page.cards.cards[ONLY_THEIRS].isChecked()
    for group, card in page.cards.cards.items():
        card.click()
        settle()
        assert [other.isChecked() for other in page.cards.cards.values()].count(True) == 1
        assert len(page.table.rows) == page.cards.numbers[group]
        assert page.table.model.rowCount() == page.cards.numbers[group]
    assert "9" in page.table.card.foot.text()


def test_one_received_in_another_month_stands_with_what_was_not_received(desk: Main, about: UUID) -> None:
    page = open_page(desk, about)
    assert told(page)[-1] == ("Norkienė Vida", "Arrived in the next month", "ours 2026/9, 02/11/2026")


@pytest.mark.parametrize("seed", range(3))
def test_the_cards_always_add_up_to_their_list(desk: Main, centre: Centre, about: UUID, seed: int) -> None:
    page, chance, log = open_page(desk, about), random.Random(seed), centre.reconciliations
    sent = len(log.lists(about).theirs)
    for _step in range(12):
        now = found(centre, about)
        pairs = [*now.doubtful, *now.matched, *now.late]
        pair = chance.choice(pairs)
        answer = chance.choice(["same", "not", "later", ""])
        log.decide(about, UUID(pair.theirs.id), UUID(pair.ours.id), answer, centre.worker)
        if chance.random() < 0.4 and now.only_theirs:
            row = chance.choice(now.only_theirs)
            page.refresh()
            settle()
            page._choose(ONLY_THEIRS)
            chosen = next(each for each in page.table.rows if each.their_id == row.alone.row.id and each.can_explain)
            page.acts.explain(
                [chosen], chance.choice([code for code, why in REASONS.items() if THEIRS in why.sides]), "x"
            )
        page.refresh()
        settle()
        assert add_up(page, sent), (seed, page.cards.numbers)
        sums = page.standing.statement.sums
        for side in lines_of(sums):
            assert sum(each.number for each in side if each.kind != "total") == side[-1].number
        assert sums.agreed == sums.agreed_by_us


def test_a_reason_is_typed_on_several_rows_at_once(desk: Main, centre: Centre, about: UUID) -> None:
    page = open_page(desk, about)
    before = centre.vault.head().count
    page.table.view.selectRow(0)
    page.table.view.setFocus()
    press(KEY.Key_Down, SHIFT)
    assert len(page.table.marked()) == 2
    press(KEY.Key_F7)
    pick = page.table.pick_list
    assert pick.isVisible()
    assert "in_person" not in pick.codes(), "that cannot be in their list"
    type_text(pick.edit, "centr")
    assert pick.codes() == ["other_centre"]
    press(KEY.Key_Return)
    assert centre.vault.head().count == before + 1
    assert [state for _who, state, _done in told(page)] == [
        *["Sent to another centre"] * 2,
        "Arrived in the next month",
    ]
    assert page.table.view.hasFocus()
    press(KEY.Key_Z, CTRL)
    assert found(centre, about).sums.unexplained_theirs == 2


def test_a_letter_begins_the_reason_and_another_reason_wants_a_note(desk: Main, centre: Centre, about: UUID) -> None:
    page = open_page(desk, about)
    page.table.view.setFocus()
    type_text(page.table.view, "a")
    pick = page.table.pick_list
    assert pick.edit.text() == "a"
    type_text(pick.edit, "nother rea")
    press(KEY.Key_Return)
    assert pick.isVisible(), "it wants a note"
    press(KEY.Key_Return)
    assert pick.isVisible()
    type_text(pick.edit, "gyvena užsienyje")
    press(KEY.Key_Return)
    row = next(row for row in page.table.rows if row.reason)
    assert (row.reason, row.done) == ("other", "gyvena užsienyje")
    page.table.view.choose(row.key)
    press(KEY.Key_F7)
    pick.list.setCurrentRow(pick.list.count() - 1)
    press(KEY.Key_Return)
    assert found(centre, about).sums.unexplained_theirs == 2


def test_escape_leaves_the_pick_list_without_a_change(desk: Main, centre: Centre, about: UUID) -> None:
    page, before = open_page(desk, about), centre.vault.head().count
    page.table.view.setFocus()
    press(KEY.Key_F7)
    press(KEY.Key_Escape)
    assert not page.table.pick_list.isVisible()
    assert page.table.view.hasFocus()
    assert centre.vault.head().count == before


def test_one_that_never_arrived_is_entered_in_one_step(desk: Main, centre: Centre, about: UUID) -> None:
    page, before = open_page(desk, about), centre.vault.head().count
    row = page.table.rows[0]
    page.table.view.choose(row.key)
    page.table.view.setFocus()
    press(KEY.Key_F6)
    assert centre.vault.head().count == before + 1
    entered = next(match for match in found(centre, about).matched if match.how == "entered")
    label = page.standing.lists.ours[entered.ours.id].label
    assert label in desk._toast.words()
    assert "03/11/2026" in desk._toast.words(), "its deadline"
    page._choose(MATCHED)
    settle()
    assert (row.person, "Entered now") in [(who, state) for who, state, _done in told(page)]
    press(KEY.Key_Z, CTRL)
    assert not any(match.how == "entered" for match in found(centre, about).matched)
    assert page.cards.numbers[ONLY_THEIRS] == 3


def test_what_was_matched_is_parted_and_a_copy_is_none(desk: Main, centre: Centre, about: UUID) -> None:
    page = open_page(desk, about)
    page.cards.choose(MATCHED)
    settle()
    page.table.view.setFocus()
    press(KEY.Key_2)
    assert page.cards.numbers[MATCHED] == 1
    page.cards.choose(COPIES)
    settle()
    page.table.view.setFocus()
    press(KEY.Key_2)
    assert page.cards.numbers[COPIES] == 0
    assert add_up(page, 9)


def test_enter_opens_our_notice_and_a_doubtful_pair_in_the_review(desk: Main, centre: Centre, about: UUID) -> None:
    page = open_page(desk, about)
    page.cards.choose(UNSURE)
    settle()
    page.table.view.selectRow(1)
    key = page.table.view.current_id()
    page.table.view.setFocus()
    press(KEY.Key_Return)
    review: Any = desk.top
    assert review.NAME == "reconcile_review"
    assert (review.queue.shown.theirs.id, review.queue.shown.ours.id) == key
    page = open_page(desk, about)
    page.cards.choose(ONLY_OURS)
    settle()
    page.table.view.setFocus()
    press(KEY.Key_Return)
    assert desk.top is not None
    assert desk.top.NAME == "referrals"


def test_it_is_frozen_after_a_question_and_then_read_only(desk: Main, centre: Centre, about: UUID) -> None:
    decide_all(centre, about)
    page = open_page(desk, about)
    page.figures.freeze.click()
    settle()
    assert page.figures.them.problem is not None, "both sides are named first"
    assert [code for code, _words in page.figures.them._entries()] == ["A. Kalvaitis"]
    page.figures.them.set_raw(["", "A. Kalvaitis"])
    page.figures.us.set_value(centre.worker.name)
    assert page.figures.form.fields["for_us_title"].raw() == "direktorė"
    page.figures.freeze.click()
    settle()
    question = desk._cover
    assert question is not None
    assert question.keep.hasFocus(), "the safe answer is at hand"
    press(KEY.Key_Escape)
    assert desk._cover is None
    assert not centre.reconciliations.lists(about).kept.is_settled
    page.figures.freeze.click()
    settle()
    desk._cover.freeze.click()  # type: ignore[union-attr]
    settle()
    kept = centre.reconciliations.lists(about).kept
    assert (kept.for_them, kept.for_us, kept.for_us_title) == ("A. Kalvaitis", centre.worker.name, "direktorė")
    assert page.lock.isVisible()
    for button in (page.figures.freeze, page.table.enter, page.table.reason, page.table.part):
        assert not button.isVisible()
    before = centre.vault.head().count
    page.table.view.setFocus()
    type_text(page.table.view, "a")
    assert not page.table.pick_list.isVisible()
    assert centre.vault.head().count == before
    assert centre.drafts.of("reconcile_agreed", about, centre.worker) is None


def test_what_changed_after_the_freeze_is_listed(desk: Main, centre: Centre, about: UUID) -> None:
    decide_all(centre, about)
    page = open_page(desk, about)
    page.figures.them.set_raw(["", "A. Kalvaitis"])
    page.figures.us.set_raw(["", "Ona"])
    page.ask_to_freeze()
    page.freeze()
    agreed = page.standing.kept.agreed
    first = next(iter(page.standing.settlement.matched)).ours.id
    by, last = centre.worker, centre.referrals.ids()[0]
    centre.referrals.mark_duplicate(UUID(first), last, by)
    page.refresh()
    settle()
    said = page.figures._corrections.text()
    assert f"was {agreed}, now {agreed - 1}" in said
    assert "no longer in the log" in said


def test_doubtful_pairs_hold_the_freeze(desk: Main, about: UUID) -> None:
    page = open_page(desk, about)
    page.figures.them.set_raw(["", "A. Kalvaitis"])
    page.figures.us.set_raw(["", "Ona"])
    page.ask_to_freeze()
    assert desk._cover is None
    assert "Pairs still to be decided: 3" in page.banner.words()


def test_how_they_count_and_what_will_be_done_are_kept(desk: Main, centre: Centre, about: UUID) -> None:
    page = open_page(desk, about)
    page.figures.rule.combo.setCurrentIndex(1)
    settle()
    assert centre.reconciliations.lists(about).kept.their_rule == "incident"
    page.figures.next.focus()
    type_text(page.figures.next.edit, "Paprašyti sąrašo anksčiau")
    page.table.view.setFocus()
    settle()
    assert centre.reconciliations.lists(about).kept.what_next == "Paprašyti sąrašo anksčiau"


def test_after_the_lock_who_agreed_is_still_typed(desk_of: Desk, desk: Main, centre: Centre, about: UUID) -> None:
    page = open_page(desk, about)
    page.cards.choose(ONLY_OURS)
    page.figures.form.fields["for_them_title"].set_raw("viršininkas")
    page.figures.form.fields["for_them_title"].changed.emit()
    desk.keep()
    again: Any = desk_of(centre).top
    assert again.NAME == "reconcile_agreed"
    assert again.cards.cards[ONLY_OURS].isChecked()
    assert again.figures.form.fields["for_them_title"].raw() == "viršininkas"


def test_names_are_hidden_with_f8(desk: Main, about: UUID) -> None:
    page = open_page(desk, about)
    try:
        desk.turn_names()
        settle()
        assert not any("Kusaitė" in who for who, _state, _done in told(page))
    finally:
        names.hide(False)


def test_one_that_was_taken_out_says_so(desk: Main, centre: Centre, about: UUID) -> None:
    centre.reconciliations.take_out(about, centre.worker)
    page = open_page(desk, about)
    assert page.banner.isVisible()
    assert not page.table.isVisible()


@pytest.mark.parametrize(("locale", "percent"), [("lt", 100), ("sr_Cyrl", 200), ("sr_Cyrl", 160)])
def test_every_state_may_be_shown(desk: Main, centre: Centre, about: UUID, locale: str, percent: int) -> None:
    page = open_page(desk, about)
    speak(locale)
    look().apply("light", percent)
    for size in ((1366, 768), (1024, 640), (800, 600)):
        desk.resize(*size)
        settle()
        assert [*faults(desk), *closer_faults(desk)] == [], size
    for group in (MATCHED, UNSURE, ONLY_OURS, COPIES):
        page.cards.choose(group)
        settle()
        assert [*faults(desk), *closer_faults(desk)] == [], group
    page = open_page(desk, year_2020(centre))
    for size in ((1366, 768), (800, 600)):
        desk.resize(*size)
        settle()
        assert [*faults(desk), *closer_faults(desk)] == [], size

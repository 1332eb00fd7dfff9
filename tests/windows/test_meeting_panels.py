"""What is promised, decided and agreed in the meeting: in panels below its minutes, one key and a few words each."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.centre import Centre
from desktop.records.meeting import Meeting
from desktop.windows.main import Main
from tests.conftest import Day, Fill, Still
from tests.windows.looking import press, settle, type_text
from tests.windows.sitting import a_sitting, at, item_of
from tests.windows.test_institution_field import choose_new, write_down


@pytest.fixture
def day(later_day: Callable[[Fill], Day]) -> Day:
    return later_day(a_sitting)


@pytest.fixture
def meeting(centre: Centre, still: Still) -> Meeting:
    """The meeting, on its own morning."""
    found = centre.diary.coming()
    assert found is not None
    still.wait(days=24)
    return found


@pytest.fixture
def frame(desk_of: Callable[..., Main], centre: Centre, meeting: Meeting) -> Main:
    made = desk_of(centre)
    made.go("meeting_view", meeting.id)
    settle()
    return made


def test_a_commitment_is_one_key_a_few_words_and_enter(frame: Main, centre: Centre, meeting: Meeting) -> None:
    view: Any = at(frame, "problems")
    press(Qt.Key.Key_F6)
    type_text(QApplication.focusWidget(), "Sąrašas per naktį")
    view.promising.who.set_value(view.sitting.attendance[1].agency.id.hex)
    view.promising.due.set_raw("+5")
    press(Qt.Key.Key_Return)
    (made,) = (row.commitment for row in centre.commitments.all(meeting_id=meeting.id))
    assert (made.what, made.due_on, made.item_id) == ("Sąrašas per naktį", date(2026, 12, 3), view.item_id)
    assert made.problem_id == centre.raised_problems.all()[0].problem.id
    assert view.promising.isHidden()
    assert QApplication.focusWidget() is view.page.text
    assert "Sąrašas per naktį" in view.page.agreed.table.model.index(0, 0).data()


def test_a_commitment_without_an_institution_is_not_saved_and_says_so(frame: Main, centre: Centre) -> None:
    view: Any = frame.top
    press(Qt.Key.Key_F6)
    type_text(QApplication.focusWidget(), "Sąrašas")
    press(Qt.Key.Key_Return)
    assert view.promising.who.problem is not None
    assert len(centre.commitments.all()) == 2
    press(Qt.Key.Key_Escape)
    assert view.promising.isHidden()


def test_who_promises_may_be_written_down_in_the_meeting_and_nothing_typed_is_lost(frame: Main, centre: Centre) -> None:
    view: Any = at(frame, "problems")
    press(Qt.Key.Key_F6)
    type_text(QApplication.focusWidget(), "Sąrašas per naktį")
    item = view.item_id
    choose_new(view.promising.who, "Probacija")
    write_down(frame, "Probacijos tarnyba", "other")
    assert (frame.top, view.item_id) == (view, item)
    assert view.promising.isVisible()
    assert view.promising.form.fields["what"].raw() == "Sąrašas per naktį"
    assert view.promising.who.words() == "Probacijos tarnyba"
    assert view.promising.save()
    assert "Sąrašas per naktį" in [row.commitment.what for row in centre.commitments.all()]


def test_a_decision_is_noted_said_better_and_taken_out(frame: Main, centre: Centre, meeting: Meeting) -> None:
    view: Any = frame.top
    press(Qt.Key.Key_F7)
    type_text(QApplication.focusWidget(), "Kviesti probaciją")
    press(Qt.Key.Key_Return)
    table = view.page.agreed.table.view
    table.setFocus()
    press(Qt.Key.Key_Return)
    type_text(QApplication.focusWidget(), " visada")
    press(Qt.Key.Key_Return)
    assert [each.text for each in centre.minuting.decisions(meeting.id)] == ["Kviesti probaciją visada"]
    table.setFocus()
    press(Qt.Key.Key_Delete)
    assert centre.minuting.decisions(meeting.id) == []


def test_each_commitment_carried_over_is_settled_with_one_key(frame: Main, centre: Centre) -> None:
    view: Any = at(frame, "commitments")
    table = view.page.points.carried.table.view
    table.setFocus()
    first, second = (row.commitment.id for row in centre.commitments.all())
    assert table.current_id() == first
    press(Qt.Key.Key_1)
    assert centre.commitments.row(first).state == "done"
    assert table.current_id() == second
    press(Qt.Key.Key_3)
    type_text(QApplication.focusWidget(), "Teismas persikėlė")
    press(Qt.Key.Key_Return)
    assert centre.commitments.row(second).commitment.reason == "Teismas persikėlė"
    table.choose(first)
    press(Qt.Key.Key_2)
    assert centre.commitments.row(first).commitment.is_open


def test_a_half_typed_reason_is_there_again_after_a_lock_and_kept_with_its_own_commitment(
    frame: Main, desk_of: Callable[..., Main], centre: Centre, meeting: Meeting
) -> None:
    view: Any = at(frame, "commitments")
    _first, second = (row.commitment.id for row in centre.commitments.all())
    carried = view.page.points.carried
    carried.table.view.setFocus()
    carried.table.view.choose(second)
    press(Qt.Key.Key_3)
    type_text(QApplication.focusWidget(), "Teismas persi")
    frame.keep()
    again: Any = desk_of(centre)
    after = again.top
    assert after.NAME == "meeting_view"
    assert after.item_id == item_of(centre, meeting, "commitments")
    carried = after.page.points.carried
    assert carried.why.raw() == "Teismas persi"
    assert carried.why.edit.hasFocus()
    carried.table.view.selectRow(0)
    type_text(carried.why.edit, "kėlė")
    QTest.keyClick(carried.why.edit, Qt.Key.Key_Return)
    settle()
    assert [row.commitment.reason for row in centre.commitments.all()] == ["", "Teismas persikėlė"]
    again.keep()
    assert centre.drafts.of("meeting_view", meeting.id, centre.worker) is None, "nothing is half typed any more"


def test_a_meeting_does_not_end_over_a_half_typed_reason(frame: Main, centre: Centre, meeting: Meeting) -> None:
    view: Any = at(frame, "commitments")
    first = centre.commitments.all()[0].commitment.id
    view.page.points.carried.table.view.setFocus()
    press(Qt.Key.Key_3)
    type_text(QApplication.focusWidget(), "Teismas persikėlė")
    view.go_to(item_of(centre, meeting, "achievements"))
    view.keep_now()
    assert "Teismas" in str(centre.drafts.of("meeting_view", meeting.id, centre.worker)), "elsewhere it is kept too"
    view.end()
    assert centre.commitments.row(first).commitment.reason == "Teismas persikėlė"
    assert centre.diary.meeting(meeting.id).state == "held"


def test_digits_typed_into_the_minutes_settle_nothing(frame: Main, centre: Centre) -> None:
    view: Any = at(frame, "commitments")
    QTest.keyClick(view.page.text, Qt.Key.Key_1)
    assert view.page.text.toPlainText() == "1"
    assert all(row.commitment.is_open for row in centre.commitments.all())


def test_what_is_agreed_about_a_case_is_noted_with_it(frame: Main, centre: Centre, meeting: Meeting) -> None:
    view: Any = at(frame, "cases")
    view.page.points._tables[0].view.setFocus()
    press(Qt.Key.Key_Return)
    type_text(QApplication.focusWidget(), "Skambina policija")
    view.noting.form.fields["again"].set_value(("yes",))
    press(Qt.Key.Key_Return)
    (row,) = centre.meeting_cases.of(meeting.id)
    assert (row.case.agreed, row.case.again, row.case.asked) == ("Skambina policija", True, "Skubus pokalbis")


def test_a_meeting_does_not_end_over_a_half_typed_commitment(frame: Main, centre: Centre, meeting: Meeting) -> None:
    view: Any = frame.top
    press(Qt.Key.Key_F6)
    type_text(QApplication.focusWidget(), "Sąrašas")
    view.end()
    assert centre.diary.meeting(meeting.id).state == "planned"
    assert view.promising.who.problem is not None
    view.promising.who.set_value(view.sitting.attendance[1].agency.id.hex)
    view.end()
    assert centre.diary.meeting(meeting.id).state == "held"
    assert len(centre.commitments.all(meeting_id=meeting.id)) == 1

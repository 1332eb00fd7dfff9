"""In the meeting: page keys, minutes that nothing loses, commitments in one key, names hidden from a projector."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from desktop.centre import Centre
from desktop.records.meeting import Meeting
from desktop.windows import item_clock, names
from desktop.windows.main import Main
from tests.conftest import PASSPHRASE, Day, Fill, Still
from tests.windows.looking import faults, press, settle, type_text, words
from tests.windows.measuring import closer_faults
from tests.windows.sitting import a_sitting, heard, item_of

Opener = Callable[..., Main]


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
def frame(desk_of: Opener, centre: Centre, meeting: Meeting) -> Main:
    made = desk_of(centre)
    made.go("meeting_view", meeting.id)
    settle()
    return made


def at(frame: Main, part: str) -> Any:
    """The screen, with the item of that part on show."""
    view: Any = frame.top
    view.go_to(item_of(frame.desk.centre, view.sitting.meeting, part))
    settle()
    return view


def history(centre: Centre) -> int:
    return centre.vault.head().count


def test_page_keys_go_through_the_agenda_and_tick_what_was_left(frame: Main, centre: Centre, meeting: Meeting) -> None:
    view: Any = frame.top
    items = centre.agendas.items(meeting.id)
    assert view.item_id == items[0].id
    assert QApplication.focusWidget() is view.page.text
    press(Qt.Key.Key_PageDown)
    assert view.item_id == items[1].id
    press(Qt.Key.Key_PageUp)
    assert view.item_id == items[0].id
    assert [item.is_done for item in centre.agendas.items(meeting.id)][:2] == [True, False]
    assert QApplication.focusWidget() is view.page.text


def test_what_is_typed_is_a_draft_within_seconds_and_written_when_its_item_is_left(
    frame: Main, centre: Centre, meeting: Meeting
) -> None:
    view: Any = frame.top
    before = history(centre)
    type_text(view.page.text, "Policija įvedė budėtoją")
    assert view.kept.is_pending
    view.kept.keep()
    assert history(centre) == before
    draft = centre.drafts.of("meeting_view", meeting.id, centre.worker)
    assert draft is not None
    assert "Policija įvedė budėtoją" in str(draft.fields)
    settle()
    assert [word for word in words(view) if "saved" in word] == ["saved 10:00"]
    press(Qt.Key.Key_PageDown)
    assert heard(centre, meeting, "achievements") == "Policija įvedė budėtoją"
    assert centre.drafts.of("meeting_view", meeting.id, centre.worker) is None


def test_after_a_crash_the_half_typed_words_are_there_again(
    frame: Main, desk_of: Opener, centre: Centre, meeting: Meeting
) -> None:
    view: Any = at(frame, "problems")
    type_text(view.page.text, "Trys iš penkių")
    view.promise()
    settle()
    type_text(QApplication.focusWidget(), "Budėtojo sąrašas")
    view._panel_typed()
    view.kept.keep()
    again = desk_of(centre)
    again.go("meeting_view", meeting.id)
    settle()
    after: Any = again.top
    assert after.item_id == item_of(centre, meeting, "problems")
    assert after.page.text.toPlainText() == "Trys iš penkių"
    assert after.promising.form.fields["what"].raw() == "Budėtojo sąrašas"


def test_what_somebody_else_wrote_meanwhile_is_not_lost_to_a_draft(
    frame: Main, desk_of: Opener, centre: Centre, meeting: Meeting
) -> None:
    type_text(frame.top.page.text, "Mano žodžiai")  # type: ignore[union-attr]
    frame.top.kept.keep()  # type: ignore[union-attr]
    centre.minuting.write(item_of(centre, meeting, "achievements"), "Kolegės žodžiai", centre.worker)
    again = desk_of(centre)
    again.go("meeting_view", meeting.id)
    settle()
    assert again.top.page.text.toPlainText() == "Kolegės žodžiai\nMano žodžiai"  # type: ignore[union-attr]


def test_a_lock_writes_the_minutes_and_shows_the_same_item_afterwards(
    make_door: Callable[..., Any], day: Day, still: Still, tmp_path: Path
) -> None:
    folder, past = day
    still.ids, still.drawn = past.ids, past.drawn
    shutil.copytree(folder, tmp_path / folder.name)
    still.wait(days=24)
    door = make_door(tmp_path / folder.name)
    unlock(door)
    door.frame.go("meeting_view")
    at(door.frame, "problems")
    type_text(door.frame.top.page.text, "Pusė sakinio")
    door.watch.hide.emit()
    settle()
    assert door.frame is None
    door.show_unlock()
    settle()
    unlock(door)
    view = door.frame.top
    assert view.NAME == "meeting_view"
    assert view.page.text.toPlainText() == "Pusė sakinio"
    assert heard(door.centre, view.sitting.meeting, "problems") == "Pusė sakinio"


def unlock(door: Any) -> None:
    type_text(door.page.passphrase.edit, PASSPHRASE)
    QTest.keyClick(door.page.passphrase.edit, Qt.Key.Key_Return)
    settle()


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


def test_digits_typed_into_the_minutes_settle_nothing(frame: Main, centre: Centre) -> None:
    view: Any = at(frame, "commitments")
    QTest.keyClick(view.page.text, Qt.Key.Key_1)
    assert view.page.text.toPlainText() == "1"
    assert all(row.commitment.is_open for row in centre.commitments.all())


def test_the_time_of_an_item_is_the_worlds_and_can_be_switched_off(
    frame: Main, still: Still, centre: Centre, meeting: Meeting
) -> None:
    view: Any = frame.top
    still.wait(minutes=12)
    view.clock.looked.emit()
    assert "12 of 15\xa0min" in words(view)
    view.go_on()
    assert centre.agendas.items(meeting.id)[0].seconds == 720
    view.turn_timer()
    try:
        still.wait(minutes=5)
        view.go_on()
        assert not any(" min" in word for word in words(view))
        assert centre.agendas.items(meeting.id)[1].seconds == 0
    finally:
        item_clock.turn()


def test_f8_hides_the_names_of_those_who_are_spoken_of(frame: Main) -> None:
    view: Any = at(frame, "cases")
    table = view.page.points._tables[0]
    assert table.model.index(0, 0).data() == "Daiva Jonaitienė"
    try:
        press(Qt.Key.Key_F8)
        table = view.page.points._tables[0]
        assert "Jonaitienė" not in table.model.index(0, 0).data()
        assert "Show names" in words(view)
    finally:
        names.hide(False)


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


def test_in_full_screen_rail_and_top_bar_go_and_the_lock_warning_stays(frame: Main) -> None:
    press(Qt.Key.Key_F11)
    assert not frame.rail.isVisible()
    assert not frame.bar.isVisible()
    frame.warn_of_lock(30)
    assert frame.bar.isVisible()
    frame.warn_of_lock(0)
    assert not frame.bar.isVisible()
    press(Qt.Key.Key_F11)
    assert frame.rail.isVisible()


def test_other_screens_keep_the_rail_in_full_screen(frame: Main) -> None:
    press(Qt.Key.Key_F11)
    frame.go("today")
    settle()
    assert frame.rail.isVisible()
    assert frame.bar.isVisible()


def test_ending_is_undone_from_the_toast_without_loss(frame: Main, centre: Centre, meeting: Meeting) -> None:
    view: Any = frame.top
    type_text(view.page.text, "Padėkota")
    view.end()
    settle()
    assert frame.top is not None
    assert frame.top.NAME == "meeting_minutes"
    assert centre.diary.meeting(meeting.id).state == "held"
    undo = next(b for b in frame.findChildren(QPushButton) if b.text().startswith("Undo") and b.isVisible())
    undo.click()
    settle()
    assert frame.top.NAME == "meeting_view"
    assert centre.diary.meeting(meeting.id).state == "planned"
    assert heard(centre, meeting, "achievements").startswith("Padėkota")


def test_a_meeting_that_was_ended_cannot_be_written_in_here(frame: Main, centre: Centre, meeting: Meeting) -> None:
    centre.minuting.end(meeting.id, centre.worker)
    view: Any = frame.top
    view.refresh()
    settle()
    assert view.page.text.isReadOnly()
    assert not view.page.promise.isVisible()
    assert "This meeting was ended. Its minutes are a draft." in words(view)


def test_space_ticks_an_item_of_the_agenda_and_arrows_walk_it(frame: Main, centre: Centre, meeting: Meeting) -> None:
    view: Any = frame.top
    rows = list(view.outline.rows.values())
    rows[0].setFocus()
    press(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is rows[1]
    press(Qt.Key.Key_Space)
    assert centre.agendas.items(meeting.id)[1].is_done
    press(Qt.Key.Key_Return)
    assert view.item_id == centre.agendas.items(meeting.id)[1].id


@pytest.mark.parametrize("size", [(800, 600), (1024, 640), (1366, 768)])
def test_every_item_is_whole_in_every_window(frame: Main, size: tuple[int, int]) -> None:
    frame.resize(*size)
    settle()
    view: Any = frame.top
    for item in view.sitting.items:
        view.go_to(item.id)
        settle()
        assert [*faults(frame), *closer_faults(frame)] == [], item.part
    view.promise()
    settle()
    assert faults(frame) == []


def test_nothing_of_the_persons_address_or_telephone_is_on_show(frame: Main) -> None:
    at(frame, "cases")
    shown = " ".join(label.text() for label in frame.findChildren(QLabel) if label.isVisible())
    assert "30041" not in shown.replace(" ", "")

"""Who came: digits answer for a row or for several, everybody at once as answered, and a guest is written down."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.centre import Centre
from desktop.meetings.attendances import AttendanceDraft
from desktop.records.meeting import Meeting
from desktop.windows.main import Main
from tests.conftest import Day, Fill, Still
from tests.windows.looking import faults, press, settle, turned, type_text, words
from tests.windows.measuring import closer_faults
from tests.windows.sitting import a_sitting


@pytest.fixture
def day(later_day: Callable[[Fill], Day]) -> Day:
    return later_day(a_sitting)


@pytest.fixture
def meeting(centre: Centre, still: Still) -> Meeting:
    found = centre.diary.coming()
    assert found is not None
    still.wait(days=24)
    return found


@pytest.fixture
def frame(desk_of: Callable[..., Main], centre: Centre, meeting: Meeting) -> Main:
    made = desk_of(centre)
    made.go("meeting_attendance", meeting.id)
    settle()
    return made


def presence(centre: Centre, meeting: Meeting) -> list[str]:
    return [row.attendance.presence for row in centre.attendances.of(meeting.id)]


def test_a_digit_answers_and_goes_to_the_next_row(frame: Main, centre: Centre, meeting: Meeting) -> None:
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3):
        press(key)
    assert presence(centre, meeting) == ["present", "deputy", "excused"]
    assert "Present: 2 of 3" in words(frame)


def test_a_page_that_is_reached_with_shift_held_answers_to_digits_too(
    frame: Main, centre: Centre, meeting: Meeting
) -> None:
    frame.go("today")
    press(Qt.Key.Key_F4, Qt.KeyboardModifier.ShiftModifier)
    frame.go("meeting_attendance", meeting.id)
    press(Qt.Key.Key_1)
    assert presence(centre, meeting) == ["present", "", ""]


def test_one_digit_answers_for_all_that_are_marked(frame: Main, centre: Centre, meeting: Meeting) -> None:
    screen: Any = frame.top
    screen.table.view.selectAll()
    press(Qt.Key.Key_4)
    assert presence(centre, meeting) == ["absent"] * 3


def test_all_are_noted_as_they_answered_and_it_can_be_undone(frame: Main, centre: Centre, meeting: Meeting) -> None:
    court = centre.attendances.of(meeting.id)[2].attendance
    centre.attendances.amend(court.id, AttendanceDraft(court.agency_id, answer="deputy"), centre.worker)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert presence(centre, meeting) == ["present", "absent", "deputy"]
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert presence(centre, meeting) == [""] * 3


def test_confidentiality_is_noted_for_all_present_at_once(frame: Main, centre: Centre, meeting: Meeting) -> None:
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_F7)
    assert [row.attendance.confidential for row in centre.attendances.of(meeting.id)] == [True, False, False]
    assert "Everybody present accepted confidentiality." in words(frame)


def test_who_signs_must_be_named(frame: Main, centre: Centre, meeting: Meeting) -> None:
    screen: Any = frame.top
    screen.table.view.selectRow(2)
    press(Qt.Key.Key_7)
    assert "Who will sign must be named." in words(frame)
    assert not centre.attendances.of(meeting.id)[2].attendance.signs


def test_a_guest_is_written_down_as_present(frame: Main, centre: Centre, meeting: Meeting) -> None:
    screen: Any = frame.top
    press(Qt.Key.Key_F6)
    form = screen.panel.form
    form.fields["agency_id"].set_value(centre.directory.agencies()[0].id.hex)
    form.fields["name"].focus()
    type_text(QApplication.focusWidget(), "Jolanta Vaitkienė")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    guest = next(row.attendance for row in centre.attendances.of(meeting.id) if row.attendance.member == "guest")
    assert (guest.name, guest.presence) == ("Jolanta Vaitkienė", "present")
    assert centre.drafts.of("meeting_attendance", meeting.id, centre.worker) is None


def test_a_half_typed_guest_is_there_again(
    frame: Main, desk_of: Callable[..., Main], centre: Centre, meeting: Meeting
) -> None:
    press(Qt.Key.Key_F6)
    screen: Any = frame.top
    screen.panel.form.fields["name"].focus()
    type_text(QApplication.focusWidget(), "Jolan")
    screen.keep_now()
    again = desk_of(centre)
    again.go("meeting_attendance", meeting.id)
    settle()
    assert again.top.panel.form.fields["name"].raw() == "Jolan"  # type: ignore[union-attr]


def test_delete_takes_out_and_the_toast_brings_back(frame: Main, centre: Centre, meeting: Meeting) -> None:
    frame.top.table.view.selectRow(2)  # type: ignore[union-attr]
    press(Qt.Key.Key_Delete)
    assert len(presence(centre, meeting)) == 2
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(presence(centre, meeting)) == 3


def test_after_the_minutes_are_agreed_it_stays_as_it_is(frame: Main, centre: Centre, meeting: Meeting) -> None:
    centre.attendances.all_came(meeting.id, centre.worker)
    centre.minuting.end(meeting.id, centre.worker)
    centre.minuting.agree(meeting.id, centre.worker)
    screen: Any = frame.top
    screen.refresh()
    settle()
    assert not screen.answers.isVisible()
    assert "The minutes are agreed. Attendance stays as it is." in words(frame)


def test_it_is_whole_in_every_size(frame: Main) -> None:
    for locale in turned(frame):
        assert [*faults(frame), *closer_faults(frame)] == [], locale

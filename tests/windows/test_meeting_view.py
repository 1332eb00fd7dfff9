"""In the meeting: page keys, minutes that nothing loses, its time, names hidden from a projector."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from desktop.centre import Centre
from desktop.records.meeting import Meeting
from desktop.windows import item_clock, names
from desktop.windows.main import Main
from tests.conftest import Day, Fill, Still
from tests.windows.at_the_door import unlock
from tests.windows.looking import faults, press, settle, type_text, words
from tests.windows.measuring import closer_faults
from tests.windows.sitting import a_sitting, at, heard, item_of

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

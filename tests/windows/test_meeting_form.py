"""A meeting planned, changed and called off; its kinds laid down, with members and their usual agenda."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.centre import Centre
from desktop.windows.main import Main
from tests.builders import an_agency
from tests.windows.looking import let_go, settle
from tests.windows.test_meetings import planned


@pytest.fixture
def frame(desk_of: Callable[..., Main], centre: Centre) -> Main:
    """The frame, with the meetings on show."""
    made = desk_of(centre)
    made.go("meetings")
    settle()
    return made


def opened(frame: Main, name: str, about: Any = None) -> Any:
    frame.go(name, about)
    settle()
    return frame.top


def test_the_next_day_by_rhythm_and_its_cut_off_are_proposed_and_saving_opens_the_board(
    frame: Main, centre: Centre
) -> None:
    page = opened(frame, "meeting_new")
    proposed = centre.diary.proposed(centre.diary.kinds()[0].id)
    assert proposed.on_day is not None
    assert proposed.cut_off is not None
    assert page.day.value() == proposed.on_day
    assert page.cut_off.value() == proposed.cut_off.date()
    page.save()
    settle()
    assert frame.top is not None
    assert frame.top.NAME == "meeting"
    coming = centre.diary.coming()
    assert coming is not None
    assert (coming.on_day, coming.cut_off) == (proposed.on_day, proposed.cut_off)


def test_the_cut_off_follows_the_day_and_a_taken_day_is_told(frame: Main, centre: Centre) -> None:
    day = centre.world.today() + timedelta(days=30)
    planned(centre, day)
    page = opened(frame, "meeting_new", day)
    assert page.day.value() == day
    assert page._other.isVisible()
    page.day.set_value(day + timedelta(days=7))
    page.day.left.emit()
    assert not page._other.isVisible()
    assert day < page.cut_off.value() < day + timedelta(days=7)


def test_a_cut_off_after_the_beginning_is_refused_at_its_field(frame: Main, centre: Centre) -> None:
    page = opened(frame, "meeting_new")
    page.cut_off.set_value(page.day.value() + timedelta(days=1))
    page.save()
    settle()
    assert page.cut_off.problem is not None
    assert centre.diary.coming() is None


def test_a_meeting_is_changed_and_called_off(frame: Main, centre: Centre) -> None:
    about = planned(centre, centre.world.today() + timedelta(days=9))
    page = opened(frame, "meeting_new", about)
    page.form.fields["place"].set_raw("Biblioteka")
    page.save()
    settle()
    assert centre.diary.meeting(about).place == "Biblioteka"
    page = opened(frame, "meeting_off", about)
    page.save()
    assert page.form.fields["why"].problem is not None
    page.form.fields["why"].set_raw("Salė užimta")
    page.save()
    settle()
    assert centre.diary.meeting(about).state == "called_off"


def test_what_is_half_typed_is_offered_again(frame: Main) -> None:
    page = opened(frame, "meeting_new")
    page.form.fields["topic"].set_raw("Žiemos budėjimas")
    page.form.fields["topic"].changed.emit()
    page.keep_now()
    frame.back()
    settle()
    assert opened(frame, "meeting_new").form.raw()["topic"] == "Žiemos budėjimas"


def test_a_kind_keeps_members_and_the_order_of_its_agenda(frame: Main, centre: Centre) -> None:
    court = centre.directory.enter(an_agency(name="Teismas", short_name="", kind="court"), centre.worker)
    police = centre.directory.enter(an_agency(), centre.worker)
    kind = centre.diary.kinds()[0]
    page = opened(frame, "meeting_kind", kind.id)
    for name in ("Teismas", police.known_as):
        page.form.fields["permanent"]._take_words(name)
    order = page.form.fields["parts"]
    before = order.value()
    order.chips[1].setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert order.value()[:2] == (before[1], before[0])
    page.save()
    settle()
    draft = centre.diary.kind_draft(kind.id)
    assert set(draft.permanent) == {court.id, police.id}
    assert draft.parts[:2] == (before[1], before[0])
    assert (draft.rhythm, draft.cases) == (kind.rhythm, kind.cases)


def test_a_part_of_the_usual_agenda_is_taken_and_left_out_by_space_or_a_click(frame: Main, centre: Centre) -> None:
    order = opened(frame, "meeting_kind", centre.diary.kinds()[0].id).form.fields["parts"]
    first, *rest = order.value()
    order.chips[0].setFocus()
    QTest.keyClick(order.chips[0], Qt.Key.Key_Space)
    let_go()
    assert order.value() == tuple(rest)
    QTest.mouseClick(order.chips[0], Qt.MouseButton.LeftButton)
    assert order.value() == (first, *rest)


def test_a_new_kind_needs_a_name_and_a_kind_that_is_gone_is_told(frame: Main, centre: Centre) -> None:
    page = opened(frame, "meeting_kind")
    page.save()
    assert page.form.fields["name"].problem is not None
    page = opened(frame, "meeting_kind", centre.world.new_id())
    assert page.banner.isVisible()
    assert not page.save_button.isEnabled()


def test_kinds_are_retired_used_again_and_the_usual_ones_brought(frame: Main, centre: Centre) -> None:
    page = opened(frame, "meeting_kinds")
    count = len(centre.diary.kinds())
    page.view.selectRow(0)
    page.retire()
    settle()
    assert len(centre.diary.kinds()) == count - 1
    page.view.selectRow(count - 1)
    page.retire()
    settle()
    assert len(centre.diary.kinds()) == count
    page.bring()
    assert page.banner.words() == "All usual kinds are here already."

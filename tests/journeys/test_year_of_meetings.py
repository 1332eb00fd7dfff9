"""A year of monthly meetings through the real windows: each opens with what went well, and no promise is ever lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.centre import Centre
from desktop.records.meeting import Meeting
from desktop.windows.main import Main
from tests.builders import an_agency
from tests.conftest import Still
from tests.windows.conftest import *  # noqa: F403 - the windows and their application
from tests.windows.looking import press, settle, type_text, words

MONTHS = 12


@pytest.fixture
def county(centre: Centre) -> Centre:
    """A centre whose county meeting has two members."""
    by, enter = centre.worker, centre.directory.enter
    police = enter(an_agency(representative="Andrius Kalvaitis"), by)
    court = enter(an_agency(name="Klaipėdos apylinkės teismas", short_name="KAT", kind="court"), by)
    kind = next(each for each in centre.diary.kinds() if each.code == "county")
    draft = centre.diary.kind_draft(kind.id)
    centre.diary.lay_down(replace(draft, permanent=(police.id, court.id)), by, kind.id)
    return centre


def test_a_year_of_meetings(desk_of: Callable[..., Main], county: Centre, still: Still) -> None:
    frame = desk_of(county)
    promised: list[str] = []
    days: list[date] = []
    for month in range(MONTHS):
        meeting = planned(frame)
        days.append(meeting.on_day)
        told(frame, f"Gerai {month}")
        still.wait(seconds=(datetime.combine(meeting.on_day, meeting.begins) - still.world.here()).total_seconds())
        view = begun(frame, meeting)
        assert f"Gerai {month}" in words(view), "what went well stands first"
        view = item(frame, meeting, "commitments")
        carried = [row.commitment.what for row in rows(county) if row.commitment.made_on < meeting.on_day]
        assert [what for what in carried if what in promised] == promised
        if month % 3 == 2:
            view.page.points.carried.table.view.setFocus()
            press(Qt.Key.Key_1)
            promised.pop(0)
        promise(frame, meeting, f"Pažadas {month}")
        promised.append(f"Pažadas {month}")
        ended(frame, meeting)
        assert [row.commitment.what for row in rows(county)] == promised
    assert len(set(days)) == MONTHS
    assert {row.meeting.state for row in county.diary.rows()} == {"agreed"}
    assert [len(county.minuting.minutes(row.meeting.id).commitments) for row in county.diary.rows()] == [1] * MONTHS


def rows(centre: Centre) -> Any:
    """What is still to be done, in the order in which it is due."""
    return centre.commitments.all(open_only=True)


def planned(frame: Main) -> Meeting:
    """The next meeting as its rhythm proposes it, planned with two keys."""
    frame.go("meetings")
    settle()
    press(Qt.Key.Key_F6)
    assert frame.top is not None
    assert frame.top.NAME == "meeting_new"
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert frame.top.NAME == "meeting"
    coming = frame.desk.centre.diary.coming()
    assert coming is not None
    return coming


def told(frame: Main, what: str) -> None:
    """Ask the first institution that is missing from the board, and write down what it told."""
    board: Any = frame.top
    board.first().setFocus()
    press(Qt.Key.Key_Return)
    page: Any = frame.top
    assert page.NAME == "contribution"
    type_text(page.form.fields["what"].edit, what)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def begun(frame: Main, meeting: Meeting) -> Any:
    """In the meeting."""
    frame.go("meeting_view", meeting.id)
    settle()
    return frame.top


def item(frame: Main, meeting: Meeting, part: str) -> Any:
    """With that item on show."""
    view: Any = frame.top
    view.go_to(next(each.id for each in frame.desk.centre.agendas.items(meeting.id) if each.part == part))
    settle()
    return view


def promise(frame: Main, meeting: Meeting, what: str) -> None:
    """A commitment of the first member, due in ten working days."""
    view = item(frame, meeting, "problems")
    press(Qt.Key.Key_F6)
    caret = QApplication.focusWidget()
    assert caret is not None
    type_text(caret, what)
    view.promising.who.set_value(view.sitting.attendance[1].agency.id.hex)
    view.promising.due.set_raw("+10")
    press(Qt.Key.Key_Return)
    assert view.promising.isHidden()


def ended(frame: Main, meeting: Meeting) -> None:
    """End it, note who came, agree on the minutes."""
    view: Any = frame.top
    view.end()
    settle()
    frame.go("meeting_attendance", meeting.id)
    settle()
    page: Any = frame.top
    page.table.view.setFocus()
    for _row in range(len(page.sitting.attendance)):
        press(Qt.Key.Key_1)
    frame.go("meeting_minutes", meeting.id)
    settle()
    minutes: Any = frame.top
    minutes.ask()
    settle()
    minutes.question.agree.click()
    settle()
    assert frame.desk.centre.diary.meeting(meeting.id).state == "agreed"

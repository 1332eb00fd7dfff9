"""What went well and what each can do: written down fast for one institution after another, listed by meeting."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.centre import Centre
from desktop.meetings.contributions import ContributionDraft
from desktop.windows.contributions_form import asked_of
from desktop.windows.main import Main
from tests.builders import an_agency
from tests.windows.looking import faults, let_go, settle, type_text

Desk = Callable[..., Main]


@pytest.fixture
def police(centre: Centre) -> UUID:
    return centre.directory.enter(an_agency(name="Tauragės policija", short_name="TP"), centre.worker).id


@pytest.fixture
def meeting(centre: Centre) -> UUID:
    kinds = centre.diary.kinds() or centre.diary.bring_usual(centre.worker)
    draft = centre.diary.proposed(kinds[0].id)
    assert draft.begins >= time()
    return centre.diary.plan(draft, centre.worker).id


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, held)
    let_go()


def told(page: Any) -> list[str]:
    settle()
    return [next(iter(page.model.cells(row).values())).text for row in range(page.model.rowCount())]


def test_the_board_opens_it_for_one_institution_and_the_next_one_follows(
    desk_of: Desk, centre: Centre, police: UUID, meeting: UUID
) -> None:
    frame = desk_of(centre)
    frame.go("meetings")
    frame.go("contribution", {"kind": "achievement", "agency": police, "meeting": meeting})
    settle()
    page: Any = frame.top
    assert page.form.fields["what"].edit.hasFocus()
    type_text(page.form.fields["what"].edit, "Every notice came within a day")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert page.form.fields["what"].raw() == ""
    assert page.form.fields["meeting_id"].value() == meeting.hex
    page.form.fields["agency_id"].set_value("own")
    page.form.fields["what"].set_value("Everybody was called in a day")
    page.save()
    settle()
    assert frame.top.NAME == "meetings"
    kept = [(row.contribution.agency_id, row.contribution.meeting_id) for row in centre.contributions.all()]
    assert sorted(kept, key=str) == sorted([(police, meeting), (None, meeting)], key=str)


def test_what_has_no_meeting_waits_for_the_next_and_stands_first(
    desk_of: Desk, centre: Centre, police: UUID, meeting: UUID
) -> None:
    log, by = centre.contributions, centre.worker
    log.note(ContributionDraft("achievement", police, "Told at it", None, meeting), by)
    log.note(ContributionDraft("offer", None, "Can lend a room"), by)
    frame = desk_of(centre)
    frame.go("contributions")
    page: Any = frame.top
    rows = told(page)
    assert rows[:2] == ["Waits for the next meeting", "Can lend a room"]
    assert rows[3] == "Told at it"
    assert page.list.foot.text() == "2 entries"
    page.show_record({"kind": "achievement", "meeting": meeting})
    assert told(page)[1:] == ["Told at it"]
    assert faults(page) == []


def test_enter_words_it_better_and_it_can_be_taken_out(desk_of: Desk, centre: Centre, police: UUID) -> None:
    kept = centre.contributions.note(ContributionDraft("achievement", police, "Wel done"), centre.worker).id
    frame = desk_of(centre)
    frame.go("contributions", kept)
    settle()
    press(Qt.Key.Key_Return)
    page: Any = frame.top
    assert page.NAME == "contribution"
    assert faults(page) == []
    page.form.fields["what"].set_value("Well done")
    page.save()
    settle()
    assert [row.contribution.what for row in centre.contributions.all()] == ["Well done"]
    frame.go("contribution", kept)
    settle()
    gone: Any = frame.top
    gone.take_out()
    settle()
    assert list(centre.contributions.all()) == []


def test_half_a_new_one_is_kept_with_its_institution(
    desk_of: Desk, centre: Centre, police: UUID, meeting: UUID
) -> None:
    frame = desk_of(centre)
    frame.go("contribution", asked_of(police, meeting, "offer"))
    settle()
    page: Any = frame.top
    type_text(page.form.fields["what"].edit, "half")
    page.keep_now()
    again = desk_of(centre)
    again.go("contribution")
    settle()
    other: Any = again.top
    assert other.form.fields["what"].raw() == "half"
    assert other.form.fields["agency_id"].value() == police.hex
    assert other.form.fields["kind"].value() == "offer"

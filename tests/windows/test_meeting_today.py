"""Today shows what meetings leave to be done, and each row is one key from where it is done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt

from desktop.centre import Centre
from desktop.meetings.commitments import CommitmentDraft
from desktop.records.due import MEETING, MINUTES, PAPERS, PROMISE
from desktop.windows.main import Main
from tests.conftest import Day, Fill, Still
from tests.windows.looking import faults, press, settle, words
from tests.windows.sitting import a_sitting


@pytest.fixture
def day(later_day: Callable[[Fill], Day]) -> Day:
    return later_day(a_sitting)


@pytest.mark.parametrize(
    ("kind", "days", "screen"),
    [(PAPERS, 20, "meeting"), (MEETING, 24, "meeting_view"), (MINUTES, 24, "meeting_minutes"),
     (PROMISE, 24, "commitments")],
)  # fmt: skip
def test_each_row_is_one_key_from_its_work(
    desk_of: Callable[..., Main], centre: Centre, still: Still, kind: str, days: int, screen: str
) -> None:
    still.wait(days=days)
    meeting, by = centre.diary.coming(), centre.worker
    assert meeting is not None
    if kind == MINUTES:
        centre.minuting.end(meeting.id, by)
    about = meeting.id
    if kind == PROMISE:
        about = centre.commitments.promise(CommitmentDraft("Mūsų sąrašas", None, date(2026, 11, 27)), by).id
    frame = desk_of(centre)
    today: Any = frame.top
    today.view.setFocus()
    assert today.view.choose((kind, about))
    settle()
    assert faults(frame) == []
    press(Qt.Key.Key_F6)
    assert frame.top is not None
    assert screen == frame.top.NAME


def test_the_rows_say_what_and_when(desk_of: Callable[..., Main], centre: Centre, still: Still) -> None:
    still.wait(days=20)
    frame = desk_of(centre)
    model = frame.top.model  # type: ignore[union-attr]
    told = [model.index(row, 1).data() for row in range(model.rowCount())]
    assert "Papers close: County meeting" in told


def test_what_was_half_typed_in_a_meeting_is_offered_again(
    desk_of: Callable[..., Main], centre: Centre, still: Still
) -> None:
    still.wait(days=24)
    meeting = centre.diary.coming()
    assert meeting is not None
    first = centre.agendas.items(meeting.id)[0]
    fields = {"heard": {first.id.hex: ("", "Pusė sakinio")}, "beside": {}}
    centre.drafts.keep("meeting_view", meeting.id, fields, "County meeting", centre.worker)
    frame = desk_of(centre)
    assert "County meeting" in " ".join(words(frame))
    today: Any = frame.top
    today._continue(centre.drafts.all(centre.worker)[0])
    settle()
    assert frame.top.page.text.toPlainText() == "Pusė sakinio"  # type: ignore[union-attr]

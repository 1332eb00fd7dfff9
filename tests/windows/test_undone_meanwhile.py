"""What was undone on another page, or must not be undone at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.centre import Centre
from desktop.records.referral import Referral
from desktop.vault.refusals import NotUndoable
from desktop.windows.door import Door
from desktop.windows.main import Main
from tests.builders import a_referral, an_agency
from tests.windows.at_the_door import unlock
from tests.windows.looking import settle, type_text


def _with_notice(door: Door) -> tuple[Door, Referral]:
    """The door, unlocked, and the one notice of its centre."""
    unlock(door)
    centre = door.centre
    sender = centre.directory.enter(an_agency(), centre.worker)
    return door, centre.referrals.enter(a_referral(sender.id), centre.worker)


def test_a_notice_whose_entering_was_undone_breaks_no_page_that_shows_it(
    make_door: Callable[..., Door], folder: Path
) -> None:
    door, notice = _with_notice(make_door(folder))
    centre = door.centre
    entered = centre.vault.head().count
    door.frame.go("referrals", notice.id)
    door.frame.go("attempt", notice.id)
    centre.history.undo(entered, centre.worker)
    door.frame.top.refresh()
    assert not door.frame.top.save_button.isEnabled()
    door.lock()
    settle()
    unlock(door)
    door.frame.back()
    settle()
    assert door.frame.top.NAME == "referrals"


def test_what_was_half_typed_of_a_notice_whose_entering_was_undone_leads_to_a_sentence(
    make_door: Callable[..., Door], folder: Path
) -> None:
    door, notice = _with_notice(make_door(folder))
    centre = door.centre
    door.frame.go("notice", notice.id)
    type_text(door.frame.top.form.fields["reference"].edit, "77-PR")
    door.frame.go("today")
    centre.history.undo(centre.vault.head().count, centre.worker)
    (draft,) = centre.drafts.all(centre.worker)
    door.frame.top.refresh()
    door.frame.top._continue(draft)
    settle()
    assert (door.frame.top.NAME, door.frame.banner.isVisible()) == ("notice", True)
    assert not door.frame.top.save_button.isEnabled()
    door.frame.go("put_on_meeting", notice.id)
    door.frame.top.save()
    settle()
    assert door.frame.top.NAME == "put_on_meeting"


def test_ctrl_z_on_the_first_day_does_not_take_the_centre_itself_away(frame: Main, centre: Centre) -> None:
    frame.go("today")
    settle()
    frame.setFocus()
    QTest.keyClick(frame, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert centre.profile_log.profile().name
    assert frame.banner.isVisible()


def test_setting_up_the_centre_cannot_be_undone_with_all_that_stands_on_it(centre: Centre) -> None:
    centre.directory.enter(an_agency(), centre.worker)
    founded = next(each for each in centre.history.entries(limit=100) if each.what.startswith("Centre set up"))
    head = centre.vault.head().count
    with pytest.raises(NotUndoable):
        centre.history.undo(founded.number, centre.worker, along=True)
    assert (centre.vault.head().count, centre.history.verify().whole) == (head, True)

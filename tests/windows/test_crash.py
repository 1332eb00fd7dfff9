"""After something broke: what is half typed is kept or stays, the door opens again, the report has no words of hers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from desktop.records.drafts import Drafts
from desktop.vault.refusals import DiskFull
from desktop.windows.crash import CrashWindow
from desktop.windows.door import Door
from desktop.windows.messages import Messages
from desktop.windows.unlock import Unlock
from tests.windows.at_the_door import unlock
from tests.windows.looking import faults, settle, words

NAME = "Daiva Jonaitienė"
FULL = "The disk is full. Your text is safe in memory. Free 20 MB, then open again."


@pytest.fixture
def door(make_door: Callable[..., Door], folder: Path) -> Door:
    """A frame with a notice half typed."""
    made = make_door(folder)
    unlock(made)
    made.frame.go("notice")
    made.frame.top.form.fields["description"].set_raw(NAME)
    return made


def _broken(door: Door) -> CrashWindow:
    Messages.tell(door._messages, ZeroDivisionError(NAME))
    settle()
    window = door._messages.window
    assert window is not None
    return window


def test_what_is_half_typed_is_kept_at_once_and_the_door_opens_again(door: Door) -> None:
    window = _broken(door)
    assert words(window) >= {"What you typed is kept, encrypted.", "Nothing was sent to anyone."}
    assert any(said.startswith("Code: ") and "02/11/2026 10:00" in said for said in words(window))
    assert faults(window) == []
    window.go_on.click()
    settle()
    assert door.centre is None
    unlock(door)
    assert door.frame.top.form.raw()["description"] == NAME


def test_a_full_disk_is_told_with_the_room_it_needs_and_nothing_is_thrown_away(
    door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_told: object) -> None:
        raise DiskFull

    with monkeypatch.context() as full:
        full.setattr(Drafts, "keep", refuse)
        window = _broken(door)
        assert FULL in words(window)
        assert "What you typed is kept, encrypted." not in words(window)
        window.go_on.click()
        assert window.isVisible(), "what is typed would be lost behind the door"
        assert door.frame.top.form.raw()["description"] == NAME
    window.go_on.click()
    settle()
    unlock(door)
    assert door.frame.top.form.raw()["description"] == NAME


def test_a_folder_that_can_only_be_read_is_told(door: Door) -> None:
    door.centre.vault.read_only = True
    window = _broken(door)
    assert "This folder is read-only: you can read, but not save." in words(window)
    window.go_on.click()
    settle()
    assert isinstance(door.page, Unlock)


def test_a_second_bug_while_keeping_promises_no_more_than_is_true(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down() -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as broken:
        broken.setattr(door.frame, "keep", break_down)
        window = _broken(door)
    assert "Saved records are safe." in words(window)
    assert "What you typed is kept, encrypted." not in words(window)


def test_the_report_can_be_read_and_saved_and_names_no_one(door: Door, tmp_path: Path) -> None:
    window = _broken(door)
    window._show_report()
    report = window.findChild(QPlainTextEdit)
    assert report is not None
    assert report.isVisible()
    assert "builtins.ZeroDivisionError" in report.toPlainText()
    assert NAME not in report.toPlainText()
    window._write(str(tmp_path / "report.txt"))
    assert "Saved." in words(window)
    window._write(str(tmp_path / "gone" / "report.txt"))
    assert "The disk did not answer as it should. Saved records are not lost." in words(window)


def test_before_the_door_nothing_is_said_to_be_kept(make_door: Callable[..., Door], folder: Path) -> None:
    locked = make_door(folder)
    window = _broken(locked)
    assert "Saved records are safe." in words(window)
    window.go_on.click()
    settle()
    assert isinstance(locked.page, Unlock)

"""A disk that takes nothing more: she can still read, and is told of the words that could not be kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from desktop.records.drafts import Drafts
from desktop.vault.refusals import DiskFull
from desktop.windows.door import Door
from desktop.windows.main import Main
from tests.windows.at_the_door import unlock
from tests.windows.looking import settle, type_text


def test_a_full_disk_does_not_keep_her_from_reading(
    make_door: Callable[..., Door], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    door = make_door(folder)
    unlock(door)
    door.lock()
    settle()

    def refuse(*_told: object) -> None:
        raise DiskFull

    monkeypatch.setattr(Drafts, "drop", refuse)
    unlock(door)
    assert isinstance(door.page, Main)
    assert door.frame.top is not None


@contextmanager
def _half_typed_on_a_full_disk(door: Door, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A notice half typed while the disk takes nothing; afterwards it takes everything again."""

    def refuse(*_told: object) -> None:
        raise DiskFull

    unlock(door)
    door.frame.go("notice")
    settle()
    page = door.frame.top
    with monkeypatch.context() as full:
        full.setattr(Drafts, "keep", refuse)
        type_text(page.form.fields["reference"].edit, "R-77")
        page.keep_now()
        yield page


def test_words_that_a_full_disk_did_not_take_are_told_ahead_and_after_the_lock(
    make_door: Callable[..., Door], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    door = make_door(folder)
    with _half_typed_on_a_full_disk(door, monkeypatch):
        assert door.frame.banner.words().startswith("This cannot be kept now: the disk is full.")
        door.lock()
        settle()
    unlock(door)
    assert door.frame.banner.words() == (
        "Not kept when the program locked at 10:00, for the disk took nothing more: Notice"
    )  # fmt: skip
    door.lock()
    settle()
    unlock(door)
    assert not door.frame.banner.isVisible(), "told once"


def test_what_cannot_be_kept_is_no_longer_told_once_it_is_kept(
    make_door: Callable[..., Door], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    door = make_door(folder)
    with _half_typed_on_a_full_disk(door, monkeypatch) as page:
        assert door.frame.banner.isVisible()
    page.keep_now()
    assert not door.frame.banner.isVisible()
    door.lock()
    settle()
    unlock(door)
    assert not door.frame.banner.isVisible()

"""Bad things met at the door: each gets its sentence, and nothing is lost."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.vault.vault import Vault
from desktop.windows.door import Door
from desktop.windows.main import Main
from desktop.windows.unlock import Unlock
from desktop.world import World
from tests.conftest import PASSPHRASE, WORKER, Still
from tests.windows.at_the_door import unlock
from tests.windows.looking import settle, words


def test_a_vault_of_a_newer_program_is_told_and_no_backup_is_offered(
    make_door: Callable[..., Door], folder: Path
) -> None:
    (folder / "keys.json.prev").unlink(missing_ok=True)
    keys = json.loads((folder / "keys.json").read_text())
    (folder / "keys.json").write_text(json.dumps(keys | {"format": 99}))
    page = make_door(folder).page
    assert isinstance(page, Unlock)
    assert page.banner.words() == "This vault was made by a newer version of the program. Update the program."
    assert "Restore from a backup" not in words(page)
    assert not page.button.isEnabled()


def test_a_key_file_older_than_the_data_is_told(make_door: Callable[..., Door], folder: Path, world: World) -> None:
    old = (folder / "keys.json").read_bytes()
    vault = Vault.unlock(folder, WORKER, PASSPHRASE, world=world)
    rasa = vault.add_worker("Rasa", "cases", "rasa likes asters", vault.worker)
    vault.remove_worker(rasa.id, vault.worker)
    vault.lock()
    (folder / "keys.json.prev").unlink(missing_ok=True)
    (folder / "keys.json").write_bytes(old)
    door = make_door(folder)
    unlock(door)
    assert isinstance(door.page, Unlock)
    assert door.page.banner.words() == "The key file is older than the data."
    assert "Restore from a backup" in words(door)


def test_a_clock_set_back_is_told_and_keeps_nobody_out(
    make_door: Callable[..., Door], folder: Path, still: Still
) -> None:
    still.wait(hours=-72)
    door = make_door(folder)
    unlock(door)
    assert isinstance(door.page, Main)
    assert door.page.banner.words() == "The computer's clock has changed. Check date and time."


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="who may do everything is refused nothing")
def test_a_folder_that_takes_no_writing_opens_for_reading(make_door: Callable[..., Door], folder: Path) -> None:
    for path in (*folder.iterdir(), folder):
        path.chmod(0o500 if path.is_dir() else 0o400)
    try:
        door = make_door(folder)
        unlock(door)
        assert isinstance(door.page, Main)
        assert door.centre.vault.read_only
        assert "This folder is read-only: you can read, but not save." in words(door)
    finally:
        folder.chmod(0o700)


@pytest.mark.parametrize("typed", ["x" * 10_000, "<b>&amp;</b>", "\u202eabc\u202c", "\u0141\U0001f600"])
def test_strange_letters_in_the_passphrase_are_only_wrong(
    make_door: Callable[..., Door], folder: Path, typed: str
) -> None:
    door = make_door(folder)
    page = door.page
    assert isinstance(page, Unlock)
    page.passphrase.edit.setText(typed)
    page.unlock()
    settle()
    assert page.passphrase._problem.text() == "Wrong passphrase. Check the keyboard language and try again."

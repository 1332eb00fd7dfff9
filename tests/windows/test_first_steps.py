"""What leads from the first steps elsewhere, and what the window remembers: real vaults, real backups."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.settings import Settings
from desktop.vault.backup import back_up
from desktop.vault.vault import Vault
from desktop.windows.door import Door
from desktop.windows.first_run import FirstRun
from desktop.windows.main import Main
from desktop.windows.unlock import Unlock
from desktop.world import World
from tests.conftest import PASSPHRASE, WORKER
from tests.windows.at_the_door import unlock
from tests.windows.looking import settle, words


def test_looking_round_makes_a_practice_vault_whose_band_stands_over_every_screen(
    make_door: Callable[..., Door], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.windows.first_run.PRACTICE", 3)
    door = make_door()
    page = door.page
    assert isinstance(page, FirstRun)
    page.practise()
    settle()
    assert isinstance(door.page, Main)
    assert door.centre.vault.is_practice
    assert door.centre.vault.folder.parent == tmp_path
    for name in ("referrals", "notice", "centre"):
        door.frame.go(name)
        assert "Practice: everything here is invented." in words(door)
    door.lock()
    settle()
    assert any(said.startswith("Practice with invented data. Passphrase: ") for said in words(door))


def test_from_the_first_steps_a_backup_leads_to_the_door_of_its_vault(
    make_door: Callable[..., Door], folder: Path, tmp_path: Path, world: World
) -> None:
    vault = Vault.unlock(folder, WORKER, PASSPHRASE, world=world)
    copied = tmp_path / "2026-11-02.liepa-backup"
    back_up(vault, copied)
    vault.lock()
    door = make_door()
    page = door.page
    assert isinstance(page, FirstRun)
    page.restore(str(copied))
    settle()
    assert isinstance(door.page, Unlock)
    unlock(door)
    assert door.centre.profile_log.profile().name == "Krizių centras „Uosis“"
    assert door.centre.vault.folder != folder


def test_from_the_first_steps_an_existing_vault_is_opened(make_door: Callable[..., Door], folder: Path) -> None:
    door = make_door()
    door._other(str(folder))
    settle()
    unlock(door)
    assert door.centre.vault.folder == folder


def test_the_window_stands_where_it_stood_and_the_text_is_as_large(
    make_door: Callable[..., Door], folder: Path, tmp_path: Path
) -> None:
    door = make_door(folder, (800, 655))
    door.watch.resized.emit(30)
    unlock(door)
    door.frame.desk.sizes("referrals", [500, 300])
    door.close()
    kept = Settings.read(tmp_path / "config")
    assert (kept.text_size, kept.splitters) == (130, {"referrals": [500, 300]})
    again = Door(door.world, kept, tmp_path / "config", door._messages, at_once=True)
    assert (again.width(), again.height()) == (800, 655)
    again.close()

"""A vault that cannot be made to its end leaves nothing that would keep it from being made again."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from desktop.vault.keys import KeyCost
from desktop.vault.refusals import DiskFull
from desktop.vault.vault import Vault
from desktop.world import World
from tests.conftest import PASSPHRASE, WORKER


@pytest.mark.parametrize("there", [False, True])
def test_a_disk_that_is_full_while_a_vault_is_made_leaves_room_to_try_again(
    tmp_path: Path, world: World, monkeypatch: pytest.MonkeyPatch, there: bool
) -> None:
    folder = tmp_path / "new.liepa"
    if there:
        folder.mkdir()

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(DiskFull):
            Vault.create(folder, worker_name=WORKER, passphrase=PASSPHRASE, world=world, cost=KeyCost.cheap())
    assert list(folder.iterdir()) == []
    Vault.create(folder, worker_name=WORKER, passphrase=PASSPHRASE, world=world, cost=KeyCost.cheap()).lock()

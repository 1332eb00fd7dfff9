"""What lies where the vault's own files should, and files that want to lie among them: nothing is lost."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from desktop.summaries.press import write_file
from desktop.vault.backup import back_up
from desktop.vault.head import HEAD
from desktop.vault.keyfile import KEYS, KEYS_BEFORE
from desktop.vault.owner import OWNER
from desktop.vault.refusals import InsideVault, VaultProblem
from desktop.vault.tries import TRIES
from desktop.vault.vault import Vault
from desktop.world import World
from tests.conftest import PASSPHRASE, WORKER
from tests.vault.conftest import enter, names

DATA = "data-1.db"


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of another kind")
@pytest.mark.parametrize("name", [DATA, KEYS, KEYS_BEFORE, HEAD, TRIES, OWNER])
@pytest.mark.parametrize("harm", ["folder", "pipe", "endless", "loop"])
def test_what_lies_in_place_of_a_file_is_never_waited_for(vault: Vault, world: World, name: str, harm: str) -> None:
    vault.lock()
    path = vault.folder / name
    path.unlink(missing_ok=True)
    if harm == "folder":
        path.mkdir()
    elif harm == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to("/dev/zero" if harm == "endless" else path.name)
    try:
        Vault.unlock(vault.folder, WORKER, PASSPHRASE, world=world).lock()
    except VaultProblem:
        assert name in (DATA, OWNER), "without the others the vault opens all the same"


@pytest.mark.parametrize("name", [DATA, KEYS, HEAD, "copy.zip"])
@pytest.mark.parametrize("roundabout", [False, True])
def test_no_file_takes_the_place_of_one_of_the_vault_s_own(
    vault: Vault, world: World, tmp_path: Path, name: str, roundabout: bool
) -> None:
    enter(vault, "Liepa")
    folder = vault.folder
    if roundabout:
        folder = tmp_path / "elsewhere"
        folder.symlink_to(vault.folder, target_is_directory=True)
    before = sorted(path.name for path in vault.folder.iterdir())
    with pytest.raises(InsideVault):
        back_up(vault, folder / name)
    with pytest.raises(InsideVault):
        write_file(folder / name, b"a paper")
    assert sorted(path.name for path in vault.folder.iterdir()) == before
    vault.lock()
    again = Vault.unlock(vault.folder, WORKER, PASSPHRASE, world=world)
    assert names(again) == ["Liepa"]
    again.lock()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only there can a disk be full at will")
def test_a_disk_too_full_for_the_owner_s_name_keeps_nobody_out(
    vault: Vault, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault.lock()
    monkeypatch.setattr(os, "write", lambda handle, content: (_ for _ in ()).throw(OSError(28, "full")))
    again = Vault.unlock(vault.folder, WORKER, PASSPHRASE, world=world)
    again.lock()

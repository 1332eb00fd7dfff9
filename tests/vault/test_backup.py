"""One file out, the same vault back beside."""

from __future__ import annotations

import json
import os
import zipfile
from pathlib import Path

import pytest

from desktop.problems import Cancelled
from desktop.vault.backup import BackupDamaged, NotABackup, back_up, read_backup
from desktop.vault.engine import assert_encrypted
from desktop.vault.history import History
from desktop.vault.refusals import DataDamaged, UnknownWorker, VaultProblem, WrongPassphrase
from desktop.vault.restoring import counts, folder_beside, restore_beside
from desktop.vault.restoring import switch as switch_to
from desktop.vault.vault import Vault
from desktop.world import World
from tests.conftest import PASSPHRASE, WORKER
from tests.vault.conftest import enter, names


@pytest.fixture
def saved(vault: Vault, tmp_path: Path) -> Path:
    enter(vault, "MARKERLIEPA")
    back_up(vault, tmp_path / "2026-11-02.liepa-backup")
    return tmp_path / "2026-11-02.liepa-backup"


def test_a_backup_is_one_file_that_reads_back_and_says_nothing(saved: Path, vault: Vault, world: World) -> None:
    info = read_backup(saved)
    assert (info.store_id, info.changes, info.workers) == (vault.store_id, 2, (WORKER,))
    assert info.made == world.now()
    assert b"MARKERLIEPA" not in saved.read_bytes()
    assert [path.name for path in saved.parent.iterdir() if path.is_file()] == [saved.name]
    assert vault.backup_day == "2026-11-02"
    assert History(vault).entries(limit=1)[0].what == "Backup made"


def test_a_restored_vault_lies_beside_and_opens_with_what_it_held(saved: Path, vault: Vault, world: World) -> None:
    enter(vault, "later")
    beside = folder_beside(vault.folder, read_backup(saved))
    assert beside.name == "centre 2026-11-02.liepa"
    restore_beside(saved, beside)
    assert_encrypted(beside / "data-1.db")
    restored = Vault.unlock(beside, WORKER, PASSPHRASE, world=world)
    assert restored.warnings == ()
    assert names(restored) == ["MARKERLIEPA"]
    assert restored.check().whole
    assert (counts(vault)["test_leaf"], counts(restored)["test_leaf"]) == (2, 1)
    assert folder_beside(vault.folder, read_backup(saved)).name == "centre 2026-11-02 (2).liepa"
    restored.lock()


def test_restoring_never_overwrites(saved: Path, vault: Vault, tmp_path: Path) -> None:
    with pytest.raises(VaultProblem):
        restore_beside(saved, vault.folder)
    assert names(vault) == ["MARKERLIEPA"]


def test_switching_keeps_the_present_key_and_workers_and_the_file_before(
    saved: Path, vault: Vault, world: World, tmp_path: Path
) -> None:
    rasa = vault.add_worker("Rasa", "cases", "rasa's words", vault.worker)
    vault.remove_worker(rasa.id, vault.worker)
    enter(vault, "later")
    restore_beside(saved, tmp_path / "beside")
    restored = Vault.unlock(tmp_path / "beside", WORKER, PASSPHRASE, world=world)
    switch_to(restored, vault.folder, present=vault)
    restored.lock()
    assert names(vault) == ["MARKERLIEPA"]
    assert History(vault).entries(limit=1)[0].what == "Backup restored"
    assert sorted(path.name for path in vault.folder.glob("data-*")) == ["data-2.db", "data-3.db"]
    vault.lock()
    again = Vault.unlock(vault.folder, WORKER, PASSPHRASE, world=world)
    assert again.warnings == ()
    assert again.check().whole
    with pytest.raises(UnknownWorker):
        Vault.unlock(vault.folder, "Rasa", "rasa's words", world=world)
    again.lock()


def test_switching_mends_a_vault_whose_data_file_is_damaged(
    saved: Path, vault: Vault, world: World, tmp_path: Path
) -> None:
    vault.add_worker("Rasa", "cases", "rasa's words", vault.worker)
    vault.lock()
    content = bytearray(vault.path.read_bytes())
    content[9000] ^= 1
    vault.path.write_bytes(content)
    with pytest.raises(DataDamaged):
        Vault.unlock(vault.folder, WORKER, PASSPHRASE, world=world)
    restore_beside(saved, tmp_path / "beside")
    restored = Vault.unlock(tmp_path / "beside", WORKER, PASSPHRASE, world=world)
    switch_to(restored, vault.folder)
    restored.lock()
    again = Vault.unlock(vault.folder, "Rasa", "rasa's words", world=world)
    assert names(again) == ["MARKERLIEPA"]
    assert again.warnings == ()
    assert again.path.name == "data-2.db"
    again.lock()


def test_a_backup_made_before_a_removal_still_opens_to_the_removed_worker(
    vault: Vault, world: World, tmp_path: Path
) -> None:
    rasa = vault.add_worker("Rasa", "cases", "rasa's words", vault.worker)
    back_up(vault, tmp_path / "before")
    vault.remove_worker(rasa.id, vault.worker)
    back_up(vault, tmp_path / "after")
    restore_beside(tmp_path / "before", tmp_path / "b")
    restore_beside(tmp_path / "after", tmp_path / "a")
    Vault.unlock(tmp_path / "b", "Rasa", "rasa's words", world=world).lock()
    with pytest.raises(UnknownWorker):
        Vault.unlock(tmp_path / "a", "Rasa", "rasa's words", world=world)
    with pytest.raises(WrongPassphrase):
        Vault.unlock(tmp_path / "a", WORKER, "rasa's words", world=world)


def test_every_damaged_byte_of_a_backup_is_noticed_or_without_effect(saved: Path, world: World, tmp_path: Path) -> None:
    content = saved.read_bytes()
    restore_beside(saved, tmp_path / "whole")
    whole = {path.name: path.read_bytes() for path in (tmp_path / "whole").iterdir()}
    damaged = tmp_path / "damaged"
    for n, at in enumerate([*range(0, len(content), 4001), *range(len(content) - 600, len(content), 13)]):
        altered = bytearray(content)
        altered[at] ^= 1
        damaged.write_bytes(altered)
        target = tmp_path / f"r{n}"
        try:
            restore_beside(damaged, target)
        except (BackupDamaged, NotABackup):
            assert not target.exists()
        else:
            assert {path.name: path.read_bytes() for path in target.iterdir()} == whole


@pytest.mark.parametrize("share", [0, 0.1, 0.5, 0.99])
def test_a_cut_backup_is_refused(saved: Path, tmp_path: Path, share: float) -> None:
    content = saved.read_bytes()
    (tmp_path / "cut").write_bytes(content[: int(len(content) * share)])
    with pytest.raises(NotABackup):
        restore_beside(tmp_path / "cut", tmp_path / "r")
    assert not (tmp_path / "r").exists()


def test_a_packed_file_with_foreign_names_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "z", "w") as packed:
        packed.writestr(
            "manifest.json", json.dumps({"format": 1, "files": {"../evil": [1, ""]}, "made": "", "changes": 1})
        )
        packed.writestr("../evil", "x")
    with pytest.raises(BackupDamaged):
        restore_beside(tmp_path / "z", tmp_path / "r")
    assert not (tmp_path / "evil").exists()


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_stopping_a_backup_leaves_nothing(vault: Vault, tmp_path: Path, share: float) -> None:
    def stop(done: int, total: int) -> None:
        if done >= share * total:
            raise Cancelled("x")

    (tmp_path / "out").mkdir()
    with pytest.raises(Cancelled):
        back_up(vault, tmp_path / "out" / "b", stop)
    assert list((tmp_path / "out").iterdir()) == []
    enter(vault, "Liepa")


def test_an_older_backup_of_that_name_stays_until_the_new_one_is_good(saved: Path, vault: Vault) -> None:
    before = saved.read_bytes()

    def stop(done: int, total: int) -> None:
        if done * 10 > total * 9:
            raise Cancelled("x")

    with pytest.raises(Cancelled):
        back_up(vault, saved, stop)
    assert saved.read_bytes() == before
    back_up(vault, saved)
    assert read_backup(saved).changes == 3


def test_a_backup_packed_anew_with_other_content_is_refused(saved: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(saved) as packed, zipfile.ZipFile(tmp_path / "forged", "w") as forged:
        for info in packed.infolist():
            content = packed.read(info)
            forged.writestr(info, content[:-1] + b"!" if info.filename.startswith("data") else content)
    with pytest.raises(BackupDamaged):
        restore_beside(tmp_path / "forged", tmp_path / "r")
    assert not (tmp_path / "r").exists()


def test_a_name_that_is_too_long_is_a_sentence(vault: Vault, tmp_path: Path) -> None:
    long = tmp_path / ("x" * 300)
    with pytest.raises(VaultProblem):
        back_up(vault, long)
    with pytest.raises(VaultProblem):
        restore_beside(tmp_path / "copy", long)


def test_a_folder_is_no_place_for_a_backup(vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for folder in (Path(), tmp_path):
        with pytest.raises(VaultProblem):
            back_up(vault, folder)
    assert [path.name for path in tmp_path.iterdir()] == [vault.folder.name]


def test_nobody_else_on_the_computer_looks_into_a_vault(vault: Vault, tmp_path: Path) -> None:
    if os.name == "nt":
        pytest.skip("Windows has rights of another kind")
    back_up(vault, tmp_path / "copy")
    restore_beside(tmp_path / "copy", tmp_path / "beside.liepa")
    assert {folder.stat().st_mode & 0o077 for folder in (vault.folder, tmp_path / "beside.liepa")} == {0}

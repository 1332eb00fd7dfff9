"""Files of a vault that are damaged, cut, missing, older or of another vault: each is noticed and told."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from desktop.vault.keyfile import KEYS, KEYS_BEFORE
from desktop.vault.refusals import (
    DataDamaged,
    DataMissing,
    KeyFileDamaged,
    OlderKeyFile,
    OldKeysUsed,
)
from desktop.vault.vault import Vault
from desktop.world import World
from tests.conftest import PASSPHRASE, WORKER
from tests.vault.locked import DATA, flip, thirty_leaves, unlock


@pytest.fixture
def folder(vault: Vault) -> Path:
    return thirty_leaves(vault)


@pytest.mark.parametrize("where", [0, 20, 100, 4096, 9000, -1, -3000])
def test_one_bit_anywhere_in_the_data_file_is_noticed_and_the_file_left_alone(
    folder: Path, world: World, where: int
) -> None:
    flip(folder / DATA, where)
    before = (folder / DATA).read_bytes()
    with pytest.raises(DataDamaged):
        unlock(folder, world)
    assert (folder / DATA).read_bytes() == before


@pytest.mark.parametrize("size", [0, 1, 2000, 4096, 8192, 40960, -4096, -1])
def test_a_cut_data_file_is_damaged_and_never_an_empty_vault(folder: Path, world: World, size: int) -> None:
    content = (folder / DATA).read_bytes()
    (folder / DATA).write_bytes(content[:size])
    with pytest.raises(DataDamaged):
        unlock(folder, world)


def test_bytes_after_the_end_are_noticed(folder: Path, world: World) -> None:
    with (folder / DATA).open("ab") as file:
        file.write(bytes(4096))
    with pytest.raises(DataDamaged):
        unlock(folder, world)


def test_a_plain_database_in_its_place_is_refused(folder: Path, world: World) -> None:
    (folder / DATA).unlink()
    plain = dbapi2.connect(str(folder / DATA))
    plain.executescript("CREATE TABLE store(store_id); CREATE TABLE t(x)")
    plain.close()
    with pytest.raises(DataDamaged):
        unlock(folder, world)


def test_the_data_file_of_another_vault_is_refused(folder: Path, world: World, tmp_path: Path, vault: Vault) -> None:
    other = Vault.create(
        tmp_path / "other", worker_name=WORKER, passphrase=PASSPHRASE, world=world, cost=vault.keys.slots[0].cost
    )
    other.lock()
    shutil.copy(other.path, folder / DATA)
    with pytest.raises(DataDamaged):
        unlock(folder, world)


def test_damage_names_the_newest_good_backup(folder: Path, world: World) -> None:
    vault = unlock(folder, world)
    vault.backup_day = "2026-10-31"
    vault.remember()
    vault.lock()
    flip(folder / DATA, 5000)
    with pytest.raises(DataDamaged) as refused:
        unlock(folder, world)
    assert refused.value.backup == date(2026, 10, 31)
    assert "2026-10-31" in refused.value.told(lambda msgid, **fields: msgid.format(**fields))


def test_a_missing_folder_key_file_or_data_file_is_told(folder: Path, world: World, tmp_path: Path) -> None:
    with pytest.raises(DataMissing):
        unlock(tmp_path / "nowhere", world)
    (folder / DATA).rename(tmp_path / "away.db")
    with pytest.raises(DataMissing):
        unlock(folder, world)
    (tmp_path / "away.db").rename(folder / DATA)
    (folder / KEYS).unlink()
    (folder / KEYS_BEFORE).unlink()
    with pytest.raises(DataMissing):
        unlock(folder, world)
    with pytest.raises(DataMissing):
        Vault.workers(folder)


def test_a_damaged_key_file_is_told_or_its_copy_used(folder: Path, world: World) -> None:
    (folder / KEYS).write_bytes(b"{")
    vault = unlock(folder, world)
    assert [type(warning) for warning in vault.warnings] == [OldKeysUsed]
    vault.lock()
    (folder / KEYS_BEFORE).write_bytes(b"{")
    with pytest.raises(KeyFileDamaged):
        unlock(folder, world)


def test_an_older_key_file_beside_newer_data_is_told(folder: Path, world: World) -> None:
    old = (folder / KEYS).read_bytes()
    vault = unlock(folder, world)
    rasa = vault.add_worker("Rasa", "cases", "rasa's words", vault.worker)
    between = (folder / KEYS).read_bytes()
    vault.lock()
    (folder / KEYS).write_bytes(old)
    vault = unlock(folder, world)
    assert [type(warning) for warning in vault.warnings] == [OlderKeyFile]
    vault.lock()
    (folder / KEYS).write_bytes(between)
    vault = unlock(folder, world)
    vault.remove_worker(rasa.id, vault.worker)
    vault.lock()
    (folder / KEYS).write_bytes(between)
    with pytest.raises(OlderKeyFile):
        unlock(folder, world)

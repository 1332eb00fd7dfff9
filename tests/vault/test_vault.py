"""Making, looking, changing, locking, and what the vault does not let happen."""

from __future__ import annotations

import gc
import os
import threading
from pathlib import Path

import pytest
from sqlalchemy import insert, select, text
from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from desktop.vault.engine import APPLICATION_ID, assert_encrypted
from desktop.vault.keys import KeyCost
from desktop.vault.migrations import newest
from desktop.vault.refusals import DataMissing, VaultProblem
from desktop.vault.vault import Vault
from desktop.world import World
from tests.conftest import PASSPHRASE, WORKER, Still
from tests.vault.conftest import Leaf, enter, names


def test_what_was_changed_is_there_after_unlocking_again(vault: Vault, world: World) -> None:
    enter(vault, "Liepa")
    vault.lock()
    again = Vault.unlock(vault.folder, WORKER, PASSPHRASE, world=world)
    with again.look() as session:
        assert [(leaf.name, leaf.kinds) for leaf in session.scalars(select(Leaf))] == [("Liepa", ("a", "b"))]
    assert again.head().count == 2
    assert again.warnings == ()
    again.lock()


def test_a_change_that_fails_leaves_nothing(vault: Vault) -> None:
    def fail() -> None:
        with vault.change("Leaf entered", vault.worker) as session:
            session.add(Leaf(id=vault.world.new_id(), name="Liepa", kinds=()))
            session.flush()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert names(vault) == []
    assert vault.head().count == 1
    enter(vault, "Uosis")
    assert names(vault) == ["Uosis"]


def test_every_setting_holds_on_every_connection(vault: Vault) -> None:
    wanted = {
        "journal_mode": "delete", "synchronous": 3, "temp_store": 2, "secure_delete": 1, "foreign_keys": 1,
        "recursive_triggers": 1, "cell_size_check": 1, "user_version": newest(), "application_id": APPLICATION_ID,
    }  # fmt: skip
    with vault.look() as first, vault.look() as second:
        for session in (first, second):
            asked = {name: session.execute(text(f"PRAGMA {name}")).scalar() for name in wanted}
            assert asked == wanted


def test_looking_cannot_write(vault: Vault) -> None:
    def write() -> None:
        with vault.look() as session:
            session.execute(insert(Leaf).values(id=vault.world.new_id(), name="Liepa", kinds=()))

    with pytest.raises(DBAPIError):
        write()
    assert names(vault) == []


def test_looking_inside_a_change_sees_what_was_just_written(vault: Vault) -> None:
    with vault.change("Leaf entered", vault.worker) as session:
        session.add(Leaf(id=vault.world.new_id(), name="Liepa", kinds=()))
        session.flush()
        assert names(vault) == ["Liepa"]


def test_a_change_inside_a_look_or_a_change_is_refused_instead_of_waiting_for_itself(vault: Vault) -> None:
    with pytest.raises(RuntimeError), vault.look(), vault.change("x", vault.worker):
        pass
    with pytest.raises(RuntimeError), vault.change("x", vault.worker), vault.change("y", vault.worker):
        pass
    enter(vault, "Liepa")


def test_changes_from_several_threads_all_arrive_in_one_row(vault: Vault) -> None:
    threads = [threading.Thread(target=lambda n=n: [enter(vault, f"{n}-{i}") for i in range(8)]) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(names(vault))) == 32
    assert vault.check().whole
    assert vault.head().count == 33


def test_nothing_outside_the_data_file_says_what_is_in_it(vault: Vault) -> None:
    enter(vault, "MARKERLIEPA")
    vault.lock()
    for path in vault.folder.iterdir():
        assert b"MARKERLIEPA" not in path.read_bytes(), path.name
        assert PASSPHRASE.encode() not in path.read_bytes()
    assert_encrypted(vault.path)


def test_a_plain_file_is_noticed(tmp_path: Path) -> None:
    plain = dbapi2.connect(str(tmp_path / "plain.db"))
    plain.execute("CREATE TABLE t(x)")
    plain.close()
    with pytest.raises(RuntimeError):
        assert_encrypted(tmp_path / "plain.db")


def test_locking_drops_the_keys_and_shuts_the_file(vault: Vault) -> None:
    key = vault._key
    before = bytes(key)
    vault.lock()
    gc.collect()
    assert bytes(key) == bytes(32) != before
    assert not vault.is_open
    with pytest.raises(RuntimeError), vault.look():
        pass
    vault.lock()


@pytest.mark.skipif(os.name == "nt", reason="Windows does not let an open file be taken away")
def test_a_data_file_taken_away_or_exchanged_is_noticed_before_a_change(vault: Vault) -> None:
    enter(vault, "Liepa")
    content = vault.path.read_bytes()
    vault.path.unlink()
    with pytest.raises(DataMissing):
        enter(vault, "Uosis")
    vault.path.write_bytes(content)
    with pytest.raises(DataMissing):
        enter(vault, "Uosis")


def test_a_vault_is_not_made_over_something_else(tmp_path: Path, world: World) -> None:
    (tmp_path / "letter.txt").write_text("x")
    with pytest.raises(VaultProblem) as refused:
        Vault.create(tmp_path, worker_name=WORKER, passphrase=PASSPHRASE, world=world, cost=KeyCost.cheap())
    assert refused.value.field == "folder"
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


@pytest.mark.parametrize(
    ("name", "passphrase", "field"),
    [("", "long enough, surely", "name"), ("Ona", " ", "passphrase"), ("Ona", "short", "passphrase")],
)
def test_a_true_vault_asks_for_a_name_and_a_long_passphrase(
    tmp_path: Path, world: World, name: str, passphrase: str, field: str
) -> None:
    with pytest.raises(VaultProblem) as refused:
        Vault.create(tmp_path / "v", worker_name=name, passphrase=passphrase, world=world)
    assert refused.value.field == field
    assert not (tmp_path / "v").exists()


def test_a_vault_with_a_cheap_key_says_that_it_is_for_practice(vault: Vault, still: Still) -> None:
    assert vault.is_practice
    still.wait(days=1)
    assert vault.check().changes == 1

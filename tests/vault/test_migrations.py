"""From one form of the tables to the next: on a copy, whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection

from desktop.vault import migrations, schema
from desktop.vault.history import History
from desktop.vault.keys import KeyCost
from desktop.vault.migrations import Step
from desktop.vault.refusals import NewerVersion
from desktop.vault.vault import Vault
from desktop.world import World
from tests.conftest import PASSPHRASE, WORKER
from tests.vault.conftest import Bud, enter, names


def _rebuild(connection: Connection) -> None:
    """What a true step does: the table is made anew and filled from the old one."""
    run = connection.exec_driver_sql
    made = run("SELECT sql FROM sqlite_master WHERE name = 'test_leaf'").scalar()
    run(made.replace("test_leaf", "new_leaf", 1))
    run("INSERT INTO new_leaf(id, name, count, kinds) SELECT id, name, 7, kinds FROM test_leaf")
    run("DROP TABLE test_leaf")
    run("ALTER TABLE new_leaf RENAME TO test_leaf")


def _lose(connection: Connection) -> None:
    connection.exec_driver_sql("DELETE FROM test_bud")


def _orphan(connection: Connection) -> None:
    connection.exec_driver_sql("UPDATE test_bud SET leaf_id = x'00'")


def _alter(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE test_leaf ADD COLUMN colour VARCHAR")


RELEASED = migrations.STEPS


@pytest.fixture(autouse=True)
def first_form(monkeypatch: pytest.MonkeyPatch) -> None:
    """The vaults of these tests begin in the first form."""
    monkeypatch.setattr(migrations, "STEPS", ())


@pytest.fixture
def vault(tmp_path: Path, world: World, first_form: None) -> Iterator[Vault]:
    """Made here, in the first form."""
    made = Vault.create(
        tmp_path / "centre.liepa", worker_name=WORKER, passphrase=PASSPHRASE, world=world, cost=KeyCost.cheap()
    )
    yield made
    made.lock()


@pytest.fixture
def folder(vault: Vault) -> Path:
    leaf = enter(vault, "Liepa")
    with vault.change("Bud added", vault.worker) as session:
        session.add(Bud(id=vault.world.new_id(), leaf_id=leaf))
    vault.lock()
    return vault.folder


def _unlock(folder: Path, world: World) -> Vault:
    return Vault.unlock(folder, WORKER, PASSPHRASE, world=world)


def _with(monkeypatch: pytest.MonkeyPatch, *steps: Step) -> None:
    monkeypatch.setattr(migrations, "STEPS", steps)


def test_a_step_is_taken_on_a_copy_that_then_takes_over(
    folder: Path, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (folder / "data-1.db").read_bytes()
    _with(monkeypatch, Step(2, "leaves are counted", _rebuild))
    vault = _unlock(folder, world)
    assert vault.path.name == "data-2.db"
    assert vault.warnings == ()
    with vault.look() as session:
        run = session.connection().exec_driver_sql
        assert run("SELECT count FROM test_leaf").scalar() == 7
        assert run("SELECT count(*) FROM test_bud").scalar() == 1
        assert run("PRAGMA user_version").scalar() == 2
    history = History(vault)
    assert history.entries(limit=1)[0].what == "Vault brought up to date"
    enter(vault, "Uosis")
    history.undo(vault.head().count, vault.worker)
    vault.lock()
    assert (folder / "data-1.db").exists() is False or (folder / "data-1.db").read_bytes() == before
    vault = _unlock(folder, world)
    assert [path.name for path in folder.glob("data-*")] == ["data-2.db"]
    assert names(vault) == ["Liepa"]
    vault.lock()


@pytest.mark.parametrize("run", [_lose, _orphan, _alter, lambda connection: 1 / 0])
def test_a_step_that_fails_or_loses_something_changes_nothing(
    folder: Path, world: World, monkeypatch: pytest.MonkeyPatch, run: object
) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.name != "owner"}
    _with(monkeypatch, Step(2, "fine", _rebuild), Step(3, "not fine", run))  # type: ignore[arg-type]
    with pytest.raises((RuntimeError, ZeroDivisionError)):
        _unlock(folder, world)
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.name != "owner"} == before
    _with(monkeypatch)
    vault = _unlock(folder, world)
    assert names(vault) == ["Liepa"]
    vault.lock()


def test_a_program_without_the_step_refuses_the_file_that_had_it(
    folder: Path, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    _with(monkeypatch, Step(2, "leaves are counted", _rebuild))
    _unlock(folder, world).lock()
    _with(monkeypatch)
    with pytest.raises(NewerVersion):
        _unlock(folder, world)


def test_a_trigger_that_is_missing_or_different_is_made_again_at_unlocking(folder: Path, world: World) -> None:
    vault = _unlock(folder, world)
    with vault.mending() as connection:
        connection.exec_driver_sql("DROP TRIGGER history_test_leaf_update")
        connection.exec_driver_sql("DROP TRIGGER history_test_bud_insert")
        connection.exec_driver_sql(
            "CREATE TRIGGER history_test_bud_insert AFTER INSERT ON test_bud BEGIN SELECT 1; END"
        )
        connection.exec_driver_sql("DROP TABLE test_scrap")
    vault.lock()
    vault = _unlock(folder, world)
    leaf = enter(vault, "Uosis")
    with vault.change("Bud added", vault.worker) as session:
        session.add(Bud(id=world.new_id(), leaf_id=leaf))
    assert len(History(vault).entries(limit=1)[0].changes) == 1
    with vault.look() as session:
        assert session.connection().exec_driver_sql("SELECT count(*) FROM test_scrap").scalar() == 0
        migrations.require_form(session.connection())
    vault.lock()


def test_steps_are_numbered_without_gaps() -> None:
    assert [step.number for step in RELEASED] == list(range(2, 2 + len(RELEASED)))


def test_what_was_written_before_packing_is_still_read_undone_and_proven(
    folder: Path, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = _unlock(folder, world)
    plain = {
        name: sql.replace("audit_pack(b), audit_pack(a)", "b, a")
        for name, sql in schema.triggers().items()
        if "audit_pack" in sql
    }
    with vault.mending() as connection:
        for name, sql in plain.items():
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
            connection.exec_driver_sql(sql)
    enter(vault, "Beržas")
    old = vault.head().count
    vault.lock()
    _with(monkeypatch, *RELEASED)
    vault = _unlock(folder, world)
    enter(vault, "Drebulė")
    with vault.look() as session:
        kinds = session.connection().exec_driver_sql("SELECT typeof(after) FROM history_change ORDER BY number")
        assert [row[0] for row in kinds][-2:] == ["text", "blob"]
    history = History(vault)
    assert history.verify().whole
    assert history.entries()[2].changes[0].after["name"] == "Beržas"
    history.undo(old, vault.worker)
    assert "Beržas" not in names(vault)
    assert history.verify().whole
    vault.lock()

"""Letting workers in, other passphrases, shutting workers out."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

import pytest

from desktop.problems import Cancelled
from desktop.vault import successor, workers
from desktop.vault.history import History
from desktop.vault.keyfile import KEYS, KeyFile
from desktop.vault.refusals import OlderKeyFile, TooSoon, UnknownWorker, VaultProblem, WrongPassphrase
from desktop.vault.vault import Vault, Worker
from desktop.world import World
from tests.conftest import PASSPHRASE, WORKER, Still
from tests.vault.conftest import enter, names

RASA = "rasa likes asters"


@pytest.fixture
def rasa(vault: Vault) -> Worker:
    return vault.add_worker("Rasa", "cases", RASA, vault.worker)


def test_an_added_worker_opens_the_vault_with_her_own_passphrase(vault: Vault, rasa: Worker, world: World) -> None:
    enter(vault, "Liepa")
    assert [(slot.name, slot.role) for slot in Vault.workers(vault.folder)] == [(WORKER, "director"), ("Rasa", "cases")]
    vault.lock()
    hers = Vault.unlock(vault.folder, rasa.id, RASA, world=world)
    assert hers.worker == rasa
    assert names(hers) == ["Liepa"]
    assert History(hers).entries(limit=2)[1].what == "Worker added: {name}"
    hers.lock()


def test_two_workers_cannot_have_one_name(vault: Vault, rasa: Worker) -> None:
    with pytest.raises(VaultProblem):
        vault.add_worker(rasa.name, "cases", "another one", vault.worker)


def test_a_changed_passphrase_replaces_the_old_one(vault: Vault, world: World) -> None:
    with pytest.raises(WrongPassphrase):
        vault.change_passphrase(vault.worker, "not hers", "new words")
    vault.change_passphrase(vault.worker, PASSPHRASE, "new words")
    vault.lock()
    with pytest.raises(WrongPassphrase):
        Vault.unlock(vault.folder, WORKER, PASSPHRASE, world=world)
    Vault.unlock(vault.folder, WORKER, "new words", world=world).lock()


def test_a_worker_shut_out_opens_nothing_any_more_not_even_with_an_old_key_file(
    vault: Vault, rasa: Worker, world: World, tmp_path: Path
) -> None:
    enter(vault, "Liepa")
    old = (vault.folder / KEYS).read_bytes()
    shutil.copytree(vault.folder, tmp_path / "copy.liepa")
    vault.remove_worker(rasa.id, vault.worker)
    enter(vault, "Uosis")
    assert names(vault) == ["Liepa", "Uosis"]
    assert vault.check().whole
    data = [path.name for path in vault.folder.glob("data-*")]
    assert data == ["data-2.db"]
    vault.lock()
    with pytest.raises(UnknownWorker):
        Vault.unlock(vault.folder, "Rasa", RASA, world=world)
    (vault.folder / KEYS).write_bytes(old)
    with pytest.raises(OlderKeyFile):
        Vault.unlock(vault.folder, "Rasa", RASA, world=world)
    hers = Vault.unlock(tmp_path / "copy.liepa", "Rasa", RASA, world=world)
    assert names(hers) == ["Liepa"]  # the screen says so: copies made earlier stay readable
    hers.lock()


def test_the_key_file_before_a_removal_is_not_kept(vault: Vault, rasa: Worker) -> None:
    vault.remove_worker(rasa.id, vault.worker)
    assert all(b"Rasa" not in path.read_bytes() for path in vault.folder.glob("keys*"))


def test_the_last_director_cannot_be_removed(vault: Vault, rasa: Worker) -> None:
    with pytest.raises(VaultProblem):
        vault.remove_worker(vault.worker.id, vault.worker)


def test_stopping_a_removal_changes_nothing(vault: Vault, rasa: Worker, world: World) -> None:
    def stop(done: int, total: int) -> None:
        if done * 2 > total:
            raise Cancelled("x")

    before = (vault.folder / KEYS).read_bytes()
    with pytest.raises(Cancelled):
        vault.remove_worker(rasa.id, vault.worker, stop)
    assert (vault.folder / KEYS).read_bytes() == before
    assert [path.name for path in vault.folder.glob("data-*")] == ["data-1.db"]
    enter(vault, "Liepa")
    vault.lock()
    Vault.unlock(vault.folder, "Rasa", RASA, world=world).lock()


def test_a_role_raised_by_hand_in_the_key_file_shuts_the_worker_out(vault: Vault, rasa: Worker, world: World) -> None:
    vault.lock()
    path = vault.folder / KEYS
    forged = path.read_text().replace('"role": "cases"', '"role": "director"')
    body = KeyFile.parse(path.read_bytes())
    assert body.slot("Rasa") is not None
    path.write_text(forged)
    (vault.folder / "keys.json.prev").unlink()
    with pytest.raises(VaultProblem):
        Vault.unlock(vault.folder, "Rasa", RASA, world=world)


@pytest.mark.parametrize("stage", ["copied", "noted", "named"])
def test_a_removal_that_breaks_off_anywhere_leaves_a_whole_vault(
    vault: Vault, rasa: Worker, world: World, monkeypatch: pytest.MonkeyPatch, stage: str
) -> None:
    def stop(*args: object, **named: object) -> None:
        raise KeyboardInterrupt

    enter(vault, "Liepa")
    place = {"copied": (workers, "note"), "noted": (successor, "verify"), "named": (Vault, "become")}[stage]
    with monkeypatch.context() as patch:
        patch.setattr(*place, stop)
        with pytest.raises(KeyboardInterrupt):
            vault.remove_worker(rasa.id, vault.worker)
    vault.lock()
    again = Vault.unlock(vault.folder, WORKER, PASSPHRASE, world=world)
    assert names(again) == ["Liepa"]
    assert again.check().whole
    enter(again, "Uosis")
    assert (again.keys.slot("Rasa") is None) == (stage == "named")
    assert len(list(again.folder.glob("data-*.db"))) == 1
    again.lock()


@pytest.mark.parametrize(
    "harm",
    [
        '{"count": 9, "last": "9999-12-31T23:59:59+00:00"}', '{"count": 9, "last": "2026-11-02T08:00:00"}',
        '{"count": 1e999, "last": "2026-11-02T08:00:00+00:00", "mac": ""}', "[" * 100_000, "null",
    ],
    ids=["far future", "no zone", "endless", "deep", "null"],
)  # fmt: skip
def test_nobody_shuts_her_out_by_spoiling_a_small_file(vault: Vault, still: Still, world: World, harm: str) -> None:
    vault.lock()
    for name in ("tries.json", "head.json", "owner"):
        (vault.folder / name).write_text(harm, encoding="utf-8")
    with suppress(TooSoon):
        Vault.unlock(vault.folder, WORKER, PASSPHRASE, world=world).lock()
    still.wait(minutes=1)
    Vault.unlock(vault.folder, WORKER, PASSPHRASE, world=world).lock()

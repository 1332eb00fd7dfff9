"""Bad input at the door: each case gets its own sentence, and nothing is lost."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.problems import Cancelled
from desktop.vault.engine import connect
from desktop.vault.owner import Owner
from desktop.vault.refusals import (
    AlreadyOpen,
    Busy,
    ClockChanged,
    DataDamaged,
    HeadMissing,
    NewerVersion,
    OlderData,
    OtherData,
    ReadOnly,
    SharedFolder,
    TooSoon,
    UnknownWorker,
    WrongPassphrase,
)
from desktop.vault.vault import Vault
from desktop.world import World
from tests.conftest import PASSPHRASE, WORKER, Still
from tests.vault.conftest import enter, names
from tests.vault.locked import DATA, flip, thirty_leaves, unlock


@pytest.fixture
def folder(vault: Vault) -> Path:
    return thirty_leaves(vault)


def test_a_wrong_passphrase_is_told_apart_from_damage(folder: Path, world: World) -> None:
    with pytest.raises(WrongPassphrase):
        unlock(folder, world, "not this")
    flip(folder / DATA, 100)
    with pytest.raises(WrongPassphrase):
        unlock(folder, world, "not this")
    with pytest.raises(DataDamaged):
        unlock(folder, world)


def test_an_unknown_worker_is_told(folder: Path, world: World) -> None:
    with pytest.raises(UnknownWorker):
        Vault.unlock(folder, "Nobody", PASSPHRASE, world=world)


def test_a_vault_of_a_newer_program_is_refused_and_left_alone(folder: Path, world: World, vault: Vault) -> None:
    key = bytes(vault.keys.slots[0].open(vault.store_id, PASSPHRASE))
    raw = connect(folder / DATA, key, vault.chain)
    raw.execute("PRAGMA user_version=99")
    raw.close()
    before = (folder / DATA).read_bytes()
    with pytest.raises(NewerVersion):
        unlock(folder, world)
    assert (folder / DATA).read_bytes() == before


def test_data_put_back_to_an_older_state_open_for_reading_with_the_number_of_missing_changes(
    folder: Path, world: World
) -> None:
    old = (folder / DATA).read_bytes()
    vault = unlock(folder, world)
    enter(vault, "one")
    enter(vault, "two")
    vault.lock()
    (folder / DATA).write_bytes(old)
    vault = unlock(folder, world)
    (warning,) = vault.warnings
    assert isinstance(warning, OlderData)
    assert warning.missing == 2
    assert vault.read_only
    assert not vault.check().whole
    assert len(names(vault)) == 30
    with pytest.raises(ReadOnly):
        enter(vault, "three")
    vault.accept_as_it_is(vault.worker)
    enter(vault, "three")
    vault.lock()
    vault = unlock(folder, world)
    assert vault.warnings == ()
    vault.lock()


def test_data_that_went_another_way_open_for_reading(folder: Path, world: World) -> None:
    old = (folder / DATA).read_bytes()
    vault = unlock(folder, world)
    enter(vault, "one")
    vault.lock()
    newest_head = (folder / "head.json").read_bytes()
    (folder / DATA).write_bytes(old)
    (folder / "head.json").unlink()
    vault = unlock(folder, world)
    assert [type(warning) for warning in vault.warnings] == [HeadMissing]
    enter(vault, "another one")
    vault.lock()
    (folder / "head.json").write_bytes(newest_head)
    vault = unlock(folder, world)
    assert [type(warning) for warning in vault.warnings] == [OtherData]
    assert vault.read_only
    vault.lock()


def test_a_head_that_lags_behind_is_no_matter(folder: Path, world: World) -> None:
    head = (folder / "head.json").read_bytes()
    vault = unlock(folder, world)
    enter(vault, "one")
    vault.lock()
    (folder / "head.json").write_bytes(head)
    vault = unlock(folder, world)
    assert vault.warnings == ()
    vault.lock()


def test_a_clock_set_back_is_told(folder: Path, world: World, still: Still) -> None:
    still.wait(days=-2)
    vault = unlock(folder, world)
    assert [type(warning) for warning in vault.warnings] == [ClockChanged]
    enter(vault, "still saved")
    assert vault.check().whole
    vault.lock()


def test_wrong_passphrases_in_a_row_must_wait_and_the_wait_outlives_the_program(
    folder: Path, world: World, still: Still
) -> None:
    waits = []
    for _ in range(8):
        with pytest.raises(WrongPassphrase):
            unlock(folder, world, "not this")
        waits.append(Vault.seconds_to_wait(folder, world))
        if waits[-1]:
            with pytest.raises(TooSoon) as refused:
                unlock(folder, world)
            assert refused.value.seconds == waits[-1]
        still.wait(seconds=waits[-1])
    assert waits == [0, 0, 2, 5, 15, 30, 30, 30]
    still.wait(days=-400)
    assert Vault.seconds_to_wait(folder, world) <= 30
    still.wait(days=401)
    unlock(folder, world).lock()
    assert Vault.seconds_to_wait(folder, world) == 0


def test_stopping_the_check_leaves_the_vault_locked_and_free(folder: Path, world: World) -> None:
    def stop(done: int, total: int) -> None:
        raise Cancelled("x")

    with pytest.raises(Cancelled):
        Vault.unlock(folder, WORKER, PASSPHRASE, world=world, progress=stop)
    unlock(folder, world).lock()


def test_a_second_start_is_told_who_is_inside_and_since_when(vault: Vault, world: World, tmp_path: Path) -> None:
    with pytest.raises(AlreadyOpen) as refused:
        unlock(vault.folder, world)
    assert (refused.value.who, refused.value.since) == (WORKER, world.here())
    link = tmp_path / "link.liepa"
    link.symlink_to(vault.folder)
    with pytest.raises(AlreadyOpen):
        unlock(link, world)
    code = (
        "import sys; from pathlib import Path; from desktop.vault.owner import Owner; "
        "from desktop.vault.refusals import AlreadyOpen\n"
        "try: Owner(Path(sys.argv[1])).take()\nexcept AlreadyOpen as p: print(p.who)"
    )
    told = subprocess.run([sys.executable, "-c", code, str(vault.folder)], capture_output=True, check=True, text=True)
    assert told.stdout.strip() == WORKER
    vault.lock()
    unlock(vault.folder, world).lock()


def test_a_synchronised_folder_is_refused_for_a_new_vault_and_warned_about_later(
    folder: Path, world: World, tmp_path: Path
) -> None:
    (tmp_path / ".stfolder").mkdir()
    with pytest.raises(SharedFolder):
        Vault.create(tmp_path / "new", worker_name=WORKER, passphrase=PASSPHRASE, world=world)
    vault = unlock(folder, world)
    assert [type(warning) for warning in vault.warnings] == [SharedFolder]
    enter(vault, "still saved")
    vault.lock()


READER = """
import os, sys
from pathlib import Path
import tests.vault.conftest as t
from desktop.vault.vault import Vault
from desktop.vault.refusals import ReadOnly
from desktop.world import World
if os.getuid() == 0:
    import sqlalchemy.dialects.sqlite
    os.setgid(65534); os.setuid(65534)
world = World.real()
vault = Vault.unlock(Path(sys.argv[1]), sys.argv[-2], sys.argv[-1], world=world)
assert vault.read_only, "can write"
assert [type(w) for w in vault.warnings] == [ReadOnly], vault.warnings
assert len(t.names(vault)) == 30
try:
    t.enter(vault, "x")
except ReadOnly:
    print("fine")
vault.lock()
"""


@pytest.mark.skipif(os.name == "nt", reason="rights of another kind")
def test_a_read_only_folder_opens_for_reading_and_nothing_is_put_beside(
    folder: Path,
) -> None:
    base = Path("/tmp") / f"liepa-{os.getpid()}"
    shutil.copytree(folder, base / "v")
    (base / "v" / "owner").unlink()
    try:
        for path in (*(base / "v").iterdir(), base / "v"):
            path.chmod(0o555 if path.is_dir() else 0o444)
        base.chmod(0o755)
        before = sorted(path.name for path in (base / "v").iterdir())
        run = subprocess.run(
            [sys.executable, "-c", READER, str(base / "v"), WORKER, PASSPHRASE],
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.stdout.strip() == "fine", run.stderr
        assert sorted(path.name for path in (base / "v").iterdir()) == before
    finally:
        (base / "v").chmod(0o755)
        shutil.rmtree(base)


def test_every_refusal_is_a_sentence(folder: Path, world: World) -> None:
    say: Callable[..., str] = lambda msgid, **fields: msgid.format(**fields)  # noqa: E731
    for problem in (WrongPassphrase(), TooSoon(5), AlreadyOpen("", None), OlderData(3), DataDamaged(), NewerVersion()):
        assert problem.told(say).endswith((".", ")", "3"))


def test_keys_that_were_changed_while_the_vault_was_taken_are_not_put_back(
    folder: Path, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    taking = Owner.take

    def late(owner: Owner) -> bool:
        monkeypatch.setattr(Owner, "take", taking)
        other = unlock(folder, world)
        other.change_passphrase(other.worker, PASSPHRASE, "another tree here")
        other.lock()
        return taking(owner)

    monkeypatch.setattr(Owner, "take", late)
    with pytest.raises(Busy):
        unlock(folder, world)
    Vault.unlock(folder, WORKER, "another tree here", world=world).lock()

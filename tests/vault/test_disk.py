"""A full disk, at every point: a sentence, and nothing lost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from desktop.vault.vault import Vault
from desktop.world import World
from tests.conftest import PASSPHRASE, WORKER
from tests.vault.conftest import enter, names

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits of another kind")

CHILD = """
import resource, signal, sys
from pathlib import Path
from desktop.vault.backup import back_up
from desktop.vault.refusals import DiskFull, DiskTrouble
from desktop.vault.vault import Vault
from desktop.world import World
from tests.vault.conftest import enter

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
folder, what = Path(sys.argv[1]), sys.argv[2]
vault = Vault.unlock(folder, sys.argv[-2], sys.argv[-1], world=World.real())
room = int(sys.argv[3])
size = vault.path.stat().st_size if what == "save" else 0
resource.setrlimit(resource.RLIMIT_FSIZE, (size + room, resource.RLIM_INFINITY))
for n in range(400):
    try:
        if what == "save":
            enter(vault, f"{n} " + "x" * 2000)
            print("saved", n, flush=True)
        elif what == "backup":
            back_up(vault, folder.parent / "backup")
            print("done", flush=True)
        else:
            vault.add_worker(f"Rasa {n}", "cases", "rasa's words", vault.worker)
            print("saved", n, flush=True)
    except (DiskFull, DiskTrouble) as problem:
        print("refused", type(problem).__name__, flush=True)
        break
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
if what == "save":
    enter(vault, "after")
vault.lock()
"""


def _run(vault: Vault, what: str, room: int) -> list[str]:
    vault.lock()
    command = [sys.executable, "-c", CHILD, str(vault.folder), what, str(room), WORKER, PASSPHRASE]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return run.stdout.splitlines()


@pytest.mark.parametrize("room", [0, 3000, 40_000])
def test_a_full_disk_while_saving_takes_back_that_change_and_no_other(vault: Vault, world: World, room: int) -> None:
    enter(vault, "Liepa")
    told = _run(vault, "save", room)
    assert told[-1].startswith("refused")
    again = Vault.unlock(vault.folder, WORKER, PASSPHRASE, world=world)
    kept = [name.split()[0] for name in names(again)]
    assert kept == ["Liepa", *(line.split()[1] for line in told if line.startswith("saved")), "after"]
    assert again.check().whole
    again.lock()


@pytest.mark.parametrize("room", [0, 5000, 100_000])
def test_a_full_disk_while_backing_up_leaves_nothing_behind(vault: Vault, tmp_path: Path, room: int) -> None:
    assert _run(vault, "backup", room)[-1].startswith("refused")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["centre.liepa"]


def test_a_full_disk_while_the_key_file_is_written_leaves_the_old_one(vault: Vault, world: World) -> None:
    told = _run(vault, "keys", len(vault.keys.content(vault.key)) + 200)
    assert told == ["refused DiskTrouble"] or told == ["refused DiskFull"]
    again = Vault.unlock(vault.folder, WORKER, PASSPHRASE, world=world)
    assert [slot.name for slot in again.keys.slots] == [WORKER]
    assert again.check().whole
    again.lock()

"""Kill -9 at any moment: what was told as saved is there, and the vault opens without anybody mending it."""

from __future__ import annotations

import os
import random
import select
import signal
import subprocess
import sys

import pytest

from desktop.vault.vault import Vault
from desktop.world import World
from tests.conftest import PASSPHRASE, WORKER
from tests.vault.conftest import names

ROUNDS = 200
"""One process serves them all by forking, after it has opened the vault and saved itself: so libraries are loaded, the
key is derived and statements are made ready once. One life of ten wipes its memory, as the program does: that takes
five times as long as the rest of it, and changes nothing on the disk."""

CHILD = """
import os, sys
from contextlib import nullcontext
from functools import cache
from pathlib import Path
from desktop.vault import keys
from desktop.vault.engine import unwiped
from desktop.vault.vault import Vault
from desktop.world import World
from tests.vault.conftest import Leaf
import sqlalchemy.dialects.sqlite

keys.hash_secret_raw = cache(keys.hash_secret_raw)

def opened():
    return Vault.unlock(Path(sys.argv[1]), sys.argv[-2], sys.argv[-1], world=World.real())

def save(vault, name, n):
    with vault.change("Leaf entered: {name}", vault.worker, name=name) as session:
        new_id = vault.world.new_id
        session.add_all(Leaf(id=new_id(), name=f"{name}/{part}", kinds=(), count=n) for part in range(3))

def live(life):
    vault = opened()
    os.write(1, f"pid {os.getpid()}\\n".encode())
    for n in range(10_000):
        save(vault, f"{life}-{n}", n)
        os.write(1, f"saved {life}-{n}\\n".encode())

with unwiped():
    vault = opened()
    save(vault, "first", 0)
    vault.lock()
for order in sys.stdin:
    child = os.fork()
    if child == 0:
        with nullcontext() if order.endswith("0\\n") else unwiped():
            live(order.strip())
    os.waitpid(child, 0)
    os.write(1, b"dead\\n")
"""


@pytest.mark.skipif(os.name == "nt", reason="no fork there")
def test_two_hundred_kills_during_saves_lose_no_acknowledged_change(vault: Vault, world: World) -> None:
    chance = random.Random(7)
    vault.lock()
    acknowledged = ["first"]
    command = [sys.executable, "-u", "-c", CHILD, str(vault.folder), WORKER, PASSPHRASE]
    child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    for round_ in range(ROUNDS):
        acknowledged += _one_life(child, str(round_), chance)
    assert child.stdin is not None
    child.stdin.close()
    assert child.wait() == 0
    child.stdout and child.stdout.close()
    again = Vault.unlock(vault.folder, WORKER, PASSPHRASE, world=world)
    kept = names(again)
    parts = {name: {f"{name}/{part}" for part in range(3)} for name in acknowledged}
    assert len(acknowledged) > ROUNDS
    assert [name for name in acknowledged if not parts[name] <= set(kept)] == []
    assert len(kept) % 3 == 0
    assert len(kept) // 3 <= len(acknowledged) + ROUNDS
    assert again.head().count == len(kept) // 3 + 1
    report = again.check()
    assert report.whole
    assert not [warning for warning in report.sentences if type(warning).__name__ != "ClockChanged"]
    again.lock()


def _one_life(child: subprocess.Popen[bytes], order: str, chance: random.Random) -> list[str]:
    """One worker saving until she is killed; the names that were told as saved."""
    assert child.stdin is not None
    assert child.stdout is not None
    child.stdin.write(f"{order}\n".encode())
    child.stdin.flush()
    victim = int(child.stdout.readline().split()[1])
    told = [child.stdout.readline().decode().split()[1] for _ in range(chance.choice((0, 1, 1, 2)))]
    select.select([], [], [], chance.uniform(0, 0.03))
    os.kill(victim, signal.SIGKILL)
    while (line := child.stdout.readline().decode().split()) and line[0] != "dead":
        told.append(line[1])
    return told

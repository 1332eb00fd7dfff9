"""A vault with some leaves, locked; and how its files are harmed and opened again."""

from __future__ import annotations

from pathlib import Path

from desktop.vault.vault import Vault
from desktop.world import World
from tests.conftest import PASSPHRASE, WORKER
from tests.vault.conftest import Leaf

DATA = "data-1.db"


def thirty_leaves(vault: Vault) -> Path:
    """The folder of the vault, after thirty leaves were entered and it was locked."""
    with vault.change("Leaves entered", vault.worker) as session:
        session.add_all(Leaf(id=vault.world.new_id(), name=f"leaf {n} " + "x" * 300, kinds=()) for n in range(30))
    vault.lock()
    return vault.folder


def unlock(folder: Path, world: World, passphrase: str = PASSPHRASE) -> Vault:
    """Open it as its one worker."""
    return Vault.unlock(folder, WORKER, passphrase, world=world)


def flip(path: Path, at: int) -> None:
    """Turn one bit of a file."""
    content = bytearray(path.read_bytes())
    content[at] ^= 4
    path.write_bytes(content)

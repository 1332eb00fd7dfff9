"""The vault: made, unlocked, looked into, changed and locked.

The one object through which everybody else reaches what is kept. It knows keys, files and changes, and nothing of what
the tables mean.
"""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.language import N_
from desktop.vault import schema
from desktop.vault.chain import Chain
from desktop.vault.engine import assert_encrypted, connect, make_engine
from desktop.vault.files import Progress, no_progress, sync_folder
from desktop.vault.keys import KeyCost, KeyFile, Slot
from desktop.vault.owner import Owner
from desktop.vault.refusals import UnknownWorker
from desktop.vault.store import Store, Worker
from desktop.world import World

__all__ = ["Vault", "Worker"]


class Vault(Store):
    """A vault that was unlocked by a worker."""

    worker: Worker
    owner: Owner

    @classmethod
    def create(
        cls, folder: Path, *, worker_name: str, passphrase: str, world: World, cost: KeyCost | None = None,
        role: str = "director", progress: Progress | None = None,
    ) -> Vault:  # fmt: skip
        """A new vault in a folder that does not exist yet, unlocked by its first worker."""
        folder.mkdir(parents=True)
        owner = Owner(folder)
        owner.take()
        key, store_id, who = bytearray(world.chance(32)), world.new_id(), world.new_id()
        cost = cost or KeyCost.real()
        slot = Slot.make(store_id, who, worker_name, role, passphrase, cost, bytes(key), world.chance)
        keys = KeyFile(store_id, 0, "data-1.db", not cost.is_real, (slot,))
        chain = Chain(bytes(key), world.chance)
        connect(folder / keys.data, bytes(key), chain, new=True).close()
        engine = make_engine(folder / keys.data, key, chain)
        with Session(engine.execution_options(write=True)) as session:
            schema.complete(session.connection())
            session.execute(schema.store_row.insert().values(id=1, store_id=store_id, made=world.now()))
            session.commit()
        engine.dispose()
        assert_encrypted(folder / keys.data)
        keys = keys.write(folder, bytes(key))
        sync_folder(folder)
        vault = cls(folder, keys, key, world)
        vault._enter_as(Worker(who, worker_name, role), owner)
        with vault.change(N_("Vault made"), vault.worker):
            pass
        return vault

    @classmethod
    def unlock(
        cls, folder: Path, who: UUID | str, passphrase: str, *, world: World, progress: Progress = no_progress
    ) -> Vault:
        """Open the vault with a worker's passphrase."""
        keys = KeyFile.read(folder)
        slot = keys.slot(who)
        if slot is None:
            raise UnknownWorker(name=who)
        owner = Owner(folder)
        owner.take()
        try:
            key = slot.open(keys.store_id, passphrase)
            vault = cls(folder, keys, key, world)
        except BaseException:
            owner.let_go()
            raise
        vault._enter_as(Worker(slot.id, slot.name, slot.role), owner)
        return vault

    @staticmethod
    def workers(folder: Path) -> tuple[Slot, ...]:
        """Who can unlock the vault, read without a key."""
        return KeyFile.read(folder).slots

    def _enter_as(self, worker: Worker, owner: Owner) -> None:
        self.worker, self.owner = worker, owner
        owner.say(worker.name, self.world.here())

    def lock(self) -> None:
        """Close the file, drop the keys and let others in."""
        self.close()
        self.owner.let_go()

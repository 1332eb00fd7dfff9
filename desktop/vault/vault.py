"""The vault: made, unlocked, looked into, changed and locked.

The one object through which everybody else reaches what is kept. It knows keys, files and changes, and nothing of what
the tables mean.
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Self
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.language import N_
from desktop.problems import Problem
from desktop.vault import ground, migrations, opening, recovery, schema, workers
from desktop.vault.chain import Chain
from desktop.vault.engine import Opened, assert_encrypted, connect, make_engine
from desktop.vault.files import Progress, no_progress, sync_folder
from desktop.vault.history import History
from desktop.vault.keyfile import KeyFile, read_keys
from desktop.vault.keys import KeyCost, Slot
from desktop.vault.owner import Owner
from desktop.vault.refusals import (
    DataDamaged,
    KeyFileDamaged,
    OlderData,
    OtherData,
    SearchWrong,
    SharedFolder,
    UnknownWorker,
    VaultProblem,
    WrongPassphrase,
)
from desktop.vault.shares import Share
from desktop.vault.store import Store, Worker
from desktop.vault.tries import Tries
from desktop.vault.workers import Along, nothing
from desktop.world import World

__all__ = ["CheckReport", "Vault", "Worker"]


@dataclass(frozen=True)
class CheckReport:
    """What a look at the whole vault found."""

    whole: bool
    pages: int
    changes: int
    sentences: tuple[Problem, ...]
    """What is wrong, if anything."""


class Vault(Store):
    """A vault that was unlocked by a worker."""

    def __init__(
        self, folder: Path, keys: KeyFile, key: bytearray, world: World, *, worker: Worker, owner: Owner,
        read_only: bool = False, first: Opened | None = None,
    ) -> None:  # fmt: skip
        super().__init__(folder, keys, key, world, read_only=read_only, first=first)
        self.worker = worker
        """Who unlocked it."""
        self.warnings: tuple[Problem, ...] = ()
        """What was strange when it was opened."""
        self._owner = owner
        owner.say(worker.name, world.here())

    @property
    def store_id(self) -> UUID:
        """The vault's own identifier, the same through all its backups."""
        return self.keys.store_id

    @property
    def is_practice(self) -> bool:
        """Whether it was made with a cheap key, for tests and invented centres: true records do not belong in it."""
        return self.keys.practice

    @classmethod
    def create(
        cls, folder: Path, *, worker_name: str, passphrase: str, world: World, cost: KeyCost | None = None,
        role: str = "director", practice: bool = False, progress: Progress = no_progress,
    ) -> Self:  # fmt: skip
        """A new vault in a folder that is not there yet or is empty, unlocked by its first worker.

        One for `practice`, or with a cheap key, is marked so for ever.
        """
        cost = cost or KeyCost.real()
        practice = practice or not cost.is_real
        workers.require_name_and_passphrase(worker_name, passphrase, practice=practice)
        if ground.is_on_network(folder.parent) or ground.is_synchronised(folder.parent):
            raise SharedFolder(field="folder")
        with workers.new_folder(folder) as owner:
            progress(0, 3)
            who = Worker(world.new_id(), worker_name, role)
            return cls._make(
                folder, who, passphrase, cost, practice=practice, world=world, owner=owner, progress=progress
            )

    @classmethod
    def _make(
        cls, folder: Path, who: Worker, passphrase: str, cost: KeyCost, *, practice: bool, world: World, owner: Owner,
        progress: Progress,
    ) -> Self:  # fmt: skip
        key, store_id = bytearray(world.chance(32)), world.new_id()
        blank = Slot(who.id, who.name, who.role, cost)
        slot = blank.with_passphrase(passphrase, world.chance).sealing(store_id, bytes(key))
        keys = KeyFile(store_id, 0, "data-1.db", practice, (slot,))
        progress(1, 3)
        _make_tables(folder / keys.data, key, store_id, world)
        progress(2, 3)
        keys = keys.write(folder, bytes(key))
        sync_folder(folder)
        vault = cls(folder, keys, key, world, worker=who, owner=owner)
        with vault.change(N_("Vault made"), who):
            pass
        progress(3, 3)
        return vault

    @classmethod
    def unlock(
        cls, folder: Path, who: UUID | str, passphrase: str, *, world: World, progress: Progress = no_progress
    ) -> Self:
        """Open the vault with a worker's passphrase, after reading the whole data file. Every refusal has its class."""
        keys, warnings = read_keys(folder)
        opening.require_data(folder, keys)
        slot = keys.slot(who)
        if slot is None:
            raise UnknownWorker(field="worker", name=who)
        tries = Tries(folder, world)
        tries.require()
        owner = Owner(folder)
        may_write = owner.take() and not opening.cannot_write(folder, keys)
        try:
            opening.require_same_keys(folder, keys)
            key = slot.open(keys.store_id, passphrase)
            vault = cls._open(folder, keys, key, world, slot=slot, owner=owner, may_write=may_write, progress=progress)
        except WrongPassphrase:
            tries.wrong()
            owner.let_go()
            raise
        except BaseException:
            owner.let_go()
            raise
        tries.right()
        vault.warnings = warnings + vault.warnings
        return vault

    @classmethod
    def _open(
        cls, folder: Path, keys: KeyFile, key: bytearray, world: World, *, slot: Slot, owner: Owner,
        may_write: bool, progress: Progress,
    ) -> Self:  # fmt: skip
        if not keys.is_whole(bytes(key)):
            raise KeyFileDamaged
        chain = Chain(world.chance)
        raw, _ = opening.require_sound(folder, keys, bytes(key), chain, progress)
        worker, first = Worker(slot.id, slot.name, slot.role), None
        with ExitStack() as unneeded:
            unneeded.callback(raw.close)
            form = int(raw.execute("PRAGMA user_version").fetchone()[0])
            if may_write and not migrations.is_needed(form):
                first = raw, chain
                unneeded.pop_all()
        if migrations.is_needed(form):
            keys = migrations.migrate(folder, keys, key, world, worker, may_write=may_write, progress=progress)
        vault = cls(folder, keys, key, world, worker=worker, owner=owner, read_only=not may_write, first=first)
        try:
            vault.warnings = opening.doubts(vault)
            if not vault.read_only:
                opening.tidy(vault)
        except BaseException:
            vault.close()
            raise
        return vault

    @staticmethod
    def workers(folder: Path) -> tuple[Slot, ...]:
        """Who can unlock the vault, read without a key."""
        return read_keys(folder)[0].slots

    @staticmethod
    def seconds_to_wait(folder: Path, world: World) -> int:
        """How long the next passphrase must wait after wrong ones."""
        return Tries(folder, world).seconds_left()

    def lock(self) -> None:
        """Close the file, drop the keys and let others in. Locking twice does no harm."""
        self.close()
        self._owner.let_go()

    def check(self, progress: Progress = no_progress) -> CheckReport:
        """Read every page, every link of the history and every row against it."""
        pages, sentences = 0, list(self.warnings)
        try:
            raw, pages = opening.require_sound(self.folder, self.keys, self.key, Chain(self.world.chance), progress)
            raw.close()
            report = History(self).verify(progress)
        except DataDamaged as problem:
            return CheckReport(False, pages, 0, (*sentences, problem))
        if report.broken_entry is not None:
            sentences.append(VaultProblem(N_("The history does not hold from change {n} on."), n=report.broken_entry))
        if report.strays:
            sentences.append(VaultProblem(N_("Records not as the history left them: {n}"), n=len(report.strays)))
        sentences += opening.search_problems(self)
        spoilt = any(isinstance(problem, OlderData | OtherData | SearchWrong) for problem in sentences)
        whole = report.whole and not spoilt
        return CheckReport(whole, pages, report.entries, tuple(sentences))

    def accept_as_it_is(self, by: Worker) -> None:
        """Go on with data that are older than what was saved last, after a person has compared and decided."""
        self.read_only = False
        self._drop_connections()
        self._reopen()
        with self.change(N_("Older data accepted"), by):
            pass
        self.warnings = ()

    def add_worker(
        self, name: str, role: str, passphrase: str, by: Worker, *, along: Along = nothing
    ) -> Worker:  # fmt: skip
        """Let another worker in with a passphrase of her own; `along` writes her down in the same change."""
        return workers.add(self, name, role, passphrase, by, along=along)

    def confirm(self, passphrase: str) -> None:
        """Prove that the worker herself is at the desk; raises `WrongPassphrase`. Takes as long as unlocking."""
        slot = self.keys.slot(self.worker.id)
        if slot is None:
            raise UnknownWorker(name=self.worker.name)
        slot.open(self.keys.store_id, passphrase)

    def change_passphrase(self, worker: Worker, old: str, new: str) -> None:
        """Give a worker another passphrase; raises `WrongPassphrase` if the old one is not hers."""
        workers.change_passphrase(self, worker, old, new)

    def remove_worker(
        self, worker_id: UUID, by: Worker, progress: Progress = no_progress, *, along: Along = nothing
    ) -> None:  # fmt: skip
        """Shut a worker out by a new data key, in one change with `along`. Copies made earlier stay readable to her."""
        workers.remove(self, worker_id, by, progress, along=along)

    @property
    def recovery_state(self) -> recovery.State:
        """Whether recovery sheets exist, and whether anybody ever proved them."""
        return recovery.state(self.keys)

    def make_recovery(self, by: Worker) -> tuple[Share, Share, Share]:
        """Three new sheets, of which any two open the vault; earlier sheets open nothing any more."""
        return recovery.make(self, by)

    def rehearse(self, first: str, second: str, by: Worker | None = None) -> None:
        """Prove two sheets as they were typed back; raises a problem with the field that is wrong."""
        recovery.rehearse(self, first, second, by or self.worker)

    @classmethod
    def recover(
        cls, folder: Path, first: str, second: str, *, new_passphrase: str, worker_name: str, world: World,
        progress: Progress = no_progress, along: Along = nothing,
    ) -> Self:  # fmt: skip
        """Open the vault with two sheets and give a worker a new passphrase; the sheets are void afterwards."""
        keys, _ = read_keys(folder)
        opening.require_data(folder, keys)
        key = recovery.open_with(keys, first, second)
        workers.require_name_and_passphrase(worker_name, new_passphrase, practice=keys.practice)
        slot = keys.slot(worker_name) or Slot(world.new_id(), worker_name, "director", keys.slots[0].cost)
        owner = Owner(folder)
        may_write = owner.take() and not opening.cannot_write(folder, keys)
        try:
            opening.require_same_keys(folder, keys)
            vault = cls._open(folder, keys, key, world, slot=slot, owner=owner, may_write=may_write, progress=progress)
            recovery.let_in(vault, slot, new_passphrase, progress, along=along)
        except BaseException:
            owner.let_go()
            raise
        Tries(folder, world).right()
        return vault


def _make_tables(path: Path, key: bytearray, store_id: UUID, world: World) -> None:
    chain = Chain(world.chance)
    connect(path, bytes(key), chain, new=True).close()
    engine = make_engine(path, key, chain)
    with Session(engine.execution_options(write=True)) as session:
        schema.complete(session.connection())
        row = {"id": 1, "store_id": store_id, "made": world.now(), "history_key": world.chance(32)}
        session.execute(schema.store_row.insert().values(row))
        session.connection().exec_driver_sql(f"PRAGMA user_version={migrations.newest()}")
        session.commit()
    engine.dispose()
    assert_encrypted(path)

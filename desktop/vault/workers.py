"""Letting workers in, giving them other passphrases, shutting them out.

Shutting out means a new data key for the whole file: without it an old copy of the key file would open today's data.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlcipher3 import dbapi2

from desktop.language import N_
from desktop.vault import successor
from desktop.vault.chain import Chain
from desktop.vault.engine import connect, driver_problem
from desktop.vault.files import Progress, disk_problem, no_progress
from desktop.vault.head import Head
from desktop.vault.keyfile import KeyFile, RecoveryKit
from desktop.vault.keys import ROLES, Slot
from desktop.vault.owner import Owner
from desktop.vault.refusals import WORKER_ADDED, WORKER_REMOVED, ReadOnly, UnknownWorker, VaultProblem
from desktop.vault.store import Store, Worker
from desktop.world import World

SHORTEST = 12
"""Characters a true passphrase has at least."""
_LONGEST_NAME = 80
Along = Callable[[Session, Worker], object]
"""Writes down, in the same change, what belongs to a worker's coming or going."""


def nothing(session: Session, who: Worker) -> None:
    """Nothing more is written down."""


def require_name_and_passphrase(name: str, passphrase: str, *, practice: bool) -> None:
    """Raise a problem if nobody could be let in under them."""
    if not name.strip():
        raise VaultProblem(N_("Fill in this field."), field="name")
    if len(name) > _LONGEST_NAME:
        raise VaultProblem(N_("The text is too long. Characters allowed: {n}"), field="name", n=_LONGEST_NAME)
    if not passphrase.strip():
        raise VaultProblem(N_("Fill in this field."), field="passphrase")
    if not practice and len(passphrase) < SHORTEST:
        raise VaultProblem(N_("The passphrase is too short. Characters needed: {n}"), field="passphrase", n=SHORTEST)


def require_new_folder(folder: Path) -> None:
    """Raise a problem if something lies where a vault is to be made."""
    try:
        taken = folder.exists() and (not folder.is_dir() or any(folder.iterdir()))
    except OSError as error:
        raise disk_problem(error) from None
    if taken:
        raise VaultProblem(N_("Something lies there already. Choose another folder."), field="folder")


@contextmanager
def new_folder(folder: Path) -> Iterator[Owner]:
    """A folder for a new vault, held by this program; if the vault cannot be made, what there is of it goes again."""
    require_new_folder(folder)
    owner = Owner(folder)
    try:
        folder.mkdir(0o700, parents=True, exist_ok=True)
        owner.take()
        try:
            yield owner
        except BaseException:
            owner.let_go()
            for left in folder.iterdir():
                left.unlink()
            raise
    except OSError as error:
        raise disk_problem(error) from None
    except (DBAPIError, dbapi2.Error) as error:
        raise driver_problem(error) or error from None


def add(
    store: Store, name: str, role: str, passphrase: str, by: Worker, *, along: Along = nothing
) -> Worker:  # fmt: skip
    """Let another worker in; the key file is written last, so that a record that is refused lets nobody in."""
    if role not in ROLES:
        raise ValueError(role)
    require_name_and_passphrase(name, passphrase, practice=store.keys.practice)
    if store.keys.slot(name):
        raise VaultProblem(N_("Somebody of this name can already open the vault."), field="name")
    blank = Slot(store.world.new_id(), name, role, store.keys.slots[0].cost)
    slot = blank.with_passphrase(passphrase, store.world.chance).sealing(store.keys.store_id, store.key)
    worker = Worker(slot.id, slot.name, slot.role)
    with store.change(WORKER_ADDED, by, name=name, role=role) as session:
        along(session, worker)
        session.flush()
        store.keys = replace(store.keys, slots=(*store.keys.slots, slot)).write(store.folder, store.key)
    return worker


def change_passphrase(store: Store, worker: Worker, old: str, new: str) -> None:
    """Give a worker another passphrase."""
    slot = _slot(store, worker.id)
    slot.open(store.keys.store_id, old)
    require_name_and_passphrase(slot.name, new, practice=store.keys.practice)
    changed = slot.with_passphrase(new, store.world.chance).sealing(store.keys.store_id, store.key)
    slots = tuple(changed if other.id == slot.id else other for other in store.keys.slots)
    with store.change(N_("Passphrase changed: {name}"), worker, name=slot.name):
        store.keys = replace(store.keys, slots=slots).write(store.folder, store.key, keep_before=False)


def remove(
    store: Store, worker_id: UUID, by: Worker, progress: Progress = no_progress, *, along: Along = nothing
) -> None:  # fmt: skip
    """Shut a worker out by a new data key."""
    leaving = _slot(store, worker_id)
    staying = tuple(slot for slot in store.keys.slots if slot.id != worker_id)
    if not any(slot.role == "director" for slot in staying):
        raise VaultProblem(N_("One director must be able to open the vault."))
    entry = (WORKER_REMOVED, by, leaving.name)
    gone = Worker(leaving.id, leaving.name, leaving.role)
    change_key(store, staying, store.keys.recovery, entry, progress, along=lambda session: along(session, gone))


def change_key(
    store: Store, slots: tuple[Slot, ...], kit: RecoveryKit | None, entry: tuple[str, Worker, str],
    progress: Progress = no_progress, *, along: Callable[[Session], object] = lambda _session: None,
) -> None:  # fmt: skip
    """A new data key in a new data file, sealed to these slots and this kit; the entry is what, by, name.

    Until the key file is replaced nothing has happened; after it the old file is taken away.
    """
    if store.read_only:
        raise ReadOnly
    key, store_id = bytearray(store.world.chance(32)), store.keys.store_id
    data = successor.next_name(store.folder, store.keys.data)
    path, chain = store.folder / data, Chain(store.world.chance)
    source = connect(store.path, store.key, chain)
    try:
        successor.copy(source, path, bytes(key), chain, successor.in_parts(progress, 0, 2))
    finally:
        source.close()
    sealed = tuple(slot.sealing(store_id, bytes(key)) for slot in slots)
    recovery = kit and kit.sealing(store_id, bytes(key))
    keys = replace(store.keys, data=data, slots=sealed, recovery=recovery, spare=store.keys.data)
    try:
        note(store.folder, keys, key, store.world, entry, along=along)
        successor.verify(path, bytes(key), chain, store_id, successor.in_parts(progress, 1, 2))
        keys = keys.write(store.folder, bytes(key), keep_before=False)
    except BaseException:
        if not _is_named(store.folder, data):
            successor.discard(path)
        raise
    before = store.path
    store.become(keys, key)
    successor.discard(before)


def note(
    folder: Path, keys: KeyFile, key: bytearray, world: World, entry: tuple[str, Worker, str], *,
    along: Callable[[Session], object] = lambda _session: None,
) -> Head:  # fmt: skip
    """Write an entry into a data file before the key file on disk names it."""
    coming = Store(folder, keys, bytearray(key), world)
    coming.quiet = True
    what, by, name = entry
    try:
        with coming.change(what, by, **({"name": name} if name else {})) as session:
            along(session)
        return coming.head()
    finally:
        coming.close()


def _is_named(folder: Path, data: str) -> bool:
    return KeyFile.read(folder).data == data


def _slot(store: Store, worker_id: UUID) -> Slot:
    slot = store.keys.slot(worker_id)
    if slot is None:
        raise UnknownWorker(name="?")
    return slot

"""What tests share: a world that stands still, and a vault in it."""

from __future__ import annotations

import gc
import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from argon2.low_level import hash_secret_raw
from hypothesis import settings

from desktop.centre import Centre, new_centre, open_centre
from desktop.paper.centre_keys import CentreKeys, make_centre_keys
from desktop.vault.engine import unwiped
from desktop.vault.keys import KeyCost
from desktop.vault.vault import Vault
from desktop.world import World
from tests.builders import a_centre

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # without a display Qt would end the whole process

settings.register_profile("liepa", deadline=None, derandomize=True)  # no clock and no chance decides about a test
settings.load_profile("liepa")

PASSPHRASE = "linden tea at four"
WORKER = "Ona Petraitė"


GROUPED = {"tests/windows/test_demo_lists.py": "tests/demo"}
"""Files, and rooms, whose tests share what is dear to make: they run in one process, one after the other."""


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: Any, log: Any) -> Any:
    """Each process takes file by file, and what stands on the invented centres as one."""
    from xdist.scheduler import LoadFileScheduling

    class ByRoom(LoadFileScheduling):
        def _split_scope(self, nodeid: str) -> str:
            file = super()._split_scope(nodeid)
            room = GROUPED.get(file, file.rpartition("/")[0])
            return room if room in GROUPED.values() else file

    return ByRoom(config, log)


@dataclass
class Still:
    """Where a test's world stands: its moment can be moved, its identifiers are counted, its chance repeats itself."""

    moment: datetime = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)
    ids: int = 0
    drawn: int = 0
    zone: str = "Europe/Vilnius"
    world: World = field(init=False)

    def __post_init__(self) -> None:
        self.world = World(lambda: self.moment, self._new_id, self._chance, ZoneInfo(self.zone))

    def _new_id(self) -> UUID:
        self.ids += 1
        return UUID(int=0x7000 << 64 | 0x8000 << 48 | self.ids)

    def _chance(self, count: int) -> bytes:
        self.drawn += 1
        return hashlib.shake_256(self.drawn.to_bytes(8, "big")).digest(count)

    def wait(self, **time: float) -> None:
        """Let time pass: `still.wait(days=2)`."""
        self.moment += timedelta(**time)


Day = tuple[Path, Still]
"""A vault, locked, and the world as it was left."""
Fill = Callable[[Centre], object]
"""Writes something down in a centre."""
Sample = Callable[[Vault], object]
"""Writes a sample straight into a vault."""


@pytest.fixture(scope="session", autouse=True)
def unwiped_memory() -> Iterator[None]:
    """Wiping takes most of the time; tests/vault/test_wiping.py looks at it in a process of its own."""
    with unwiped():
        yield


@pytest.fixture(scope="session", autouse=True)
def derived_once() -> Iterator[None]:
    """What a passphrase stands for is worked out once: it is always the same, and a third of what unlocking takes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("desktop.vault.keys.hash_secret_raw", cache(hash_secret_raw))
        yield


@pytest.fixture(scope="session", autouse=True)
def loaded_once() -> Iterator[None]:
    """What was loaded stays apart when rubbish is cleared: to look through it takes longer than many a test."""
    gc.collect()
    gc.freeze()
    with pytest.MonkeyPatch.context() as patch:
        for name in ("freeze", "unfreeze"):
            patch.setattr(gc, name, lambda: None)
        yield


@pytest.fixture(autouse=True)
def rubbish() -> Iterator[None]:
    """What a test leaves is cleared in the main thread, as in the window, once the windows have taken that over."""
    yield
    if not gc.isenabled():
        clear_rubbish()


def clear_rubbish() -> None:
    from desktop.windows.garbage import clear

    clear()


@pytest.fixture
def still() -> Still:
    return Still()


@pytest.fixture
def world(still: Still) -> World:
    return still.world


@pytest.fixture(scope="session")
def new_vault(tmp_path_factory: pytest.TempPathFactory) -> Day:
    """A vault that was just made, locked; every test's vault is a copy."""
    still = Still()
    folder = tmp_path_factory.mktemp("new") / "centre.liepa"
    Vault.create(
        folder, worker_name=WORKER, passphrase=PASSPHRASE, world=still.world, cost=KeyCost.cheap()
    ).lock()  # fmt: skip
    return folder, still


def copied(day: Day, place: Path, still: Still) -> Vault:
    """A copy of a vault that was made before, unlocked in this test's world, which goes on from there."""
    folder, past = day
    still.ids, still.drawn = past.ids, past.drawn
    shutil.copytree(folder, place / folder.name)
    return Vault.unlock(place / folder.name, WORKER, PASSPHRASE, world=still.world)


def written_once(
    factory: pytest.TempPathFactory, before: Day, opened: Callable[[Vault, World], Any]
) -> Callable[[Callable[[Any], object]], Day]:
    """Makes later days of a vault: each is written once, however many tests begin with it."""

    @cache
    def after(fill: Callable[[Any], object]) -> Day:
        still = Still()
        vault = copied(before, factory.mktemp("later"), still)
        fill(opened(vault, still.world))
        vault.lock()
        return vault.folder, still

    return after


@pytest.fixture(scope="session")
def later_vault(tmp_path_factory: pytest.TempPathFactory, new_vault: Day) -> Callable[[Sample], Day]:
    """The same vault after something was written straight into it, which is written once."""
    return written_once(tmp_path_factory, new_vault, lambda vault, world: vault)


@pytest.fixture
def vault_day(new_vault: Day) -> Day:
    """The vault of which every test's is a copy; a room or a module may begin with another."""
    return new_vault


@pytest.fixture
def vault(tmp_path: Path, still: Still, vault_day: Day) -> Iterator[Vault]:
    made = copied(vault_day, tmp_path, still)
    yield made
    made.lock()


@pytest.fixture(scope="session")
def seal_keys() -> CentreKeys:
    """Keys are dear to make, so the tests' centres share one pair."""
    return make_centre_keys("Kretingos centras", Still().world)


@pytest.fixture(scope="session")
def first_day(tmp_path_factory: pytest.TempPathFactory, seal_keys: CentreKeys) -> Day:
    """A centre after its first run, locked, and the world as it left it."""
    still = Still()
    folder = tmp_path_factory.mktemp("first") / "centre.liepa"
    made = new_centre(
        folder, a_centre(), worker_name=WORKER, job_title="direktorė", passphrase=PASSPHRASE,
        world=still.world, cost=KeyCost.cheap(), keys=seal_keys,
    )  # fmt: skip
    made.vault.lock()
    return folder, still


@pytest.fixture(scope="session")
def later_day(tmp_path_factory: pytest.TempPathFactory, first_day: Day) -> Callable[[Fill], Day]:
    """The same centre after more was written down in it, which is written once."""
    return written_once(tmp_path_factory, first_day, open_centre)


@pytest.fixture
def day(first_day: Day) -> Day:
    """The day of which every test's centre is a copy; a room or a module may begin with another."""
    return first_day


@pytest.fixture
def centre(tmp_path: Path, still: Still, day: Day) -> Iterator[Centre]:
    """A Lithuanian centre as it is after the first run, at ten in the morning of Monday, 2 November 2026."""
    vault = copied(day, tmp_path, still)
    yield open_centre(vault, still.world)
    vault.lock()

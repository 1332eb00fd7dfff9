"""Reading by single statements: from any thread at once, within a change, and not after the lock."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest

from desktop.language import N_
from desktop.records.agency import Agency
from desktop.vault.reader import MANY
from desktop.vault.vault import Vault

COUNT = "SELECT count(*) FROM agency"


def count(vault: Vault) -> int:
    return int(vault.read(COUNT)[0][0])


def test_what_was_just_written_is_read_within_the_change(vault: Vault) -> None:
    before = count(vault)
    with vault.change(N_("Changed."), vault.worker) as session:
        session.add(Agency(id=UUID(int=9), kind="police", name="Police"))
        session.flush()
        assert count(vault) == before + 1
    assert count(vault) == before + 1


def test_nobody_waits_for_the_connection_that_another_has(vault: Vault) -> None:
    assert vault.read(COUNT)
    with vault.look() as session, vault._reader.connection(session.get_bind()) as taken:
        with vault._reader.connection(session.get_bind()) as other:
            assert other is not taken
        assert count(vault) == taken.execute(COUNT).fetchone()[0]


@pytest.mark.parametrize("many", [1, MANY, 500])
def test_values_are_handed_in_however_many(vault: Vault, many: int) -> None:
    marks = ", ".join("?" * many)
    assert vault.read(f"SELECT count(*) FROM agency WHERE id IN ({marks})", [bytes(16)] * many) == [(0,)]


def test_a_locked_vault_is_not_read(vault: Vault) -> None:
    assert vault.read(COUNT)
    vault.lock()
    with pytest.raises(RuntimeError):
        vault.read(COUNT)


@pytest.mark.skipif(not Path("/proc/self/io").exists(), reason="what was read of the disk is told by Linux alone")
def test_a_vault_at_rest_keeps_no_pages_and_is_read_anew(vault: Vault) -> None:
    def from_disk() -> int:
        before = read_so_far()
        assert vault.read(COUNT)
        with vault.look() as session:
            assert session.get(Agency, UUID(int=9)) is None
        return read_so_far() - before

    from_disk()
    kept = from_disk()
    vault.rest()
    assert from_disk() > kept + 2 * 4096  # a page for the reader at least, and one for the sessions
    assert from_disk() == kept
    vault.lock()
    vault.rest()


def read_so_far() -> int:
    """Bytes that this process has asked the system for."""
    lines = Path("/proc/self/io").read_text().splitlines()
    return int(next(line.split()[1] for line in lines if line.startswith("rchar")))

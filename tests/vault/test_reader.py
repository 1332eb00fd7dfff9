"""Reading by single statements: from any thread at once, within a change, and not after the lock."""

from __future__ import annotations

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

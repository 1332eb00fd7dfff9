"""Making, unlocking, looking, changing, locking."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from desktop.vault.vault import Vault
from desktop.world import World
from tests.conftest import PASSPHRASE, WORKER
from tests.vault.conftest import Leaf


def test_what_was_changed_is_there_after_unlocking_again(vault: Vault, world: World) -> None:
    with vault.change("Leaf entered", vault.worker, name="linden") as session:
        session.add(Leaf(id=world.new_id(), name="Liepa", kinds=("a", "b")))
    vault.lock()
    again = Vault.unlock(vault.folder, WORKER, PASSPHRASE, world=world)
    with again.look() as session:
        assert [(leaf.name, leaf.kinds) for leaf in session.scalars(select(Leaf))] == [("Liepa", ("a", "b"))]
    assert again.head().count == 2
    again.lock()


def test_a_change_that_fails_leaves_nothing(vault: Vault, world: World) -> None:
    with pytest.raises(ZeroDivisionError), vault.change("Leaf entered", vault.worker) as session:
        session.add(Leaf(id=world.new_id(), name="Liepa", kinds=()))
        session.flush()
        raise ZeroDivisionError
    with vault.look() as session:
        assert session.scalars(select(Leaf)).all() == []
    assert vault.head().count == 1

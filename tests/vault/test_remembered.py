"""What is remembered of a vault is what stands in it, whatever was written, taken back or failed meanwhile."""

from __future__ import annotations

from uuid import uuid4

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.vault.history import History
from desktop.vault.remembered import Remembered
from desktop.vault.vault import Vault
from tests.vault.conftest import Leaf, enter


def _names(session: Session) -> list[str]:
    return list(session.scalars(select(Leaf.name).order_by(Leaf.name)))


def test_it_is_read_once_until_something_is_written_or_taken_back(vault: Vault) -> None:
    enter(vault, "Liepa")
    leaves = Remembered(vault, _names)
    assert leaves.get() is leaves.get()
    enter(vault, "Uosis")
    assert leaves.get() == ["Liepa", "Uosis"]
    History(vault).undo(vault.head().count, vault.worker)
    assert leaves.get() == ["Liepa"]


def test_a_change_sees_what_it_writes_itself_and_nothing_of_a_failed_one_stays(vault: Vault) -> None:
    enter(vault, "Liepa")
    leaves, inside = Remembered(vault, _names), list[list[str]]()
    assert leaves.get() == ["Liepa"]

    def fail() -> None:
        with vault.change("Leaf entered", vault.worker) as session:
            session.add(Leaf(id=uuid4(), name="Uosis", kinds=()))
            session.flush()
            inside.append(leaves.get())
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert inside == [["Liepa", "Uosis"]]
    assert leaves.get() == ["Liepa"]

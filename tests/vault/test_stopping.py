"""A long reading that nobody wants any more ends soon, and the vault goes on as if it had not begun."""

from __future__ import annotations

import pytest
from sqlalchemy import select, text

from desktop.problems import Cancelled
from desktop.vault.stopping import stoppable
from desktop.vault.vault import Vault
from tests.vault.conftest import Leaf, enter, names

ENDLESS = text("WITH RECURSIVE counted(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted) SELECT sum(n) FROM counted")


def test_a_reading_that_would_never_end_is_stopped(vault: Vault) -> None:
    enter(vault, "Liepa")
    asked: list[bool] = []

    def is_stopped() -> bool:
        asked.append(True)
        return len(asked) > 3

    with pytest.raises(Cancelled, match="Nothing was changed"), stoppable(is_stopped), vault.look() as session:
        session.scalar(ENDLESS)
    assert len(asked) == 4
    assert names(vault) == ["Liepa"]


def test_what_is_still_wanted_is_read_to_its_end_and_later_readings_are_not_asked_about(vault: Vault) -> None:
    enter(vault, "Liepa")
    with stoppable(lambda: False), vault.look() as session:
        assert session.scalars(select(Leaf.name)).all() == ["Liepa"]
    with vault.look() as session:
        many = text("WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c LIMIT 200000) SELECT sum(n) FROM c")
        assert session.scalar(many) == 200_000 * 200_001 // 2

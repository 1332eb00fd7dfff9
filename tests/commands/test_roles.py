"""What leads the centre is done by director and deputy alone, on the command line as in the windows."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop.vault.vault import Vault
from tests.commands.conftest import Desk, Ended
from tests.conftest import WORKER

Hers = Callable[..., Ended]


@pytest.fixture
def as_role(desk: Desk) -> Callable[[str], Hers]:
    """Lets in a worker of that role; gives the commands as she types them."""

    def let_in(role: str) -> Hers:
        words = desk.folder / "hers.txt"
        words.write_text("uoga stogas marios\n", encoding="utf-8")
        added = desk.on("worker", "add", "Rasa Vaitkutė", "--role", role, "--new-passphrase-file", words)
        assert added.code == 0, added

        def type_in(noun: str, verb: str, *rest: object) -> Ended:
            return desk.run(noun, verb, desk.vault, *rest, "--worker", "Rasa Vaitkutė", "--passphrase-file", words)

        return type_in

    return let_in


@pytest.mark.parametrize("role", ["cases", "intake", "statistics", "audit"])
def test_no_other_role_lets_in_shuts_out_or_changes_the_centre(
    desk: Desk, as_role: Callable[[str], Hers], role: str
) -> None:
    hers, new = as_role(role), desk.folder / "new.txt"
    new.write_text("kitas takas per pievą\n", encoding="utf-8")
    keys = (desk.vault / "keys.json").read_bytes()
    refused = [
        hers("worker", "add", "Kita", "--role", "director", "--new-passphrase-file", new),
        hers("worker", "remove", WORKER),
        hers("vault", "sheets", desk.folder / "sheets"),
        hers("centre", "amend", "--name", "Kitas"),
        hers("choices", "add", "outcome_reason", "Kita"),
        hers("closed-day", "add", "2027-01-04", "Atostogos"),
        hers("vault", "switch", desk.vault, "--yes"),
    ]
    assert [(ended.code, ended.err.strip()) for ended in refused] == [
        (1, "Only director and deputy may do this.")
    ] * len(refused)
    assert {slot.name for slot in Vault.workers(desk.vault)} == {WORKER, "Rasa Vaitkutė"}
    assert not (desk.folder / "sheets").exists()
    assert (desk.vault / "keys.json").read_bytes() == keys
    assert hers("centre", "show").code == hers("referral", "list").code == 0


def test_the_deputy_leads_too(desk: Desk, as_role: Callable[[str], Hers]) -> None:
    hers = as_role("deputy")
    assert hers("centre", "amend", "--town", "Klaipėda").code == 0
    assert hers("closed-day", "add", "2027-01-04", "Atostogos").code == 0

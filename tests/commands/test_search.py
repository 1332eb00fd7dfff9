"""One search by command, over persons, notices and institutions, in any script and spelling."""

from __future__ import annotations

from tests.commands.conftest import Desk, Ended
from tests.conftest import WORKER


def test_a_misspelt_name_in_the_other_script_is_found(desk: Desk) -> None:
    found = _search(desk, "Јонаиттиен", "--json")
    assert [(line["kind"], line["name"]) for line in found.json] == [("person", "Daiva Jonaitienė")]


def test_every_kind_stands_in_one_table_without_a_telephone(desk: Desk) -> None:
    told = _search(desk, "jonait").out
    assert "P-0001" in told
    assert "2024/1" in told
    assert "612" not in told
    assert [line["kind"] for line in _search(desk, "kretingos", "policij", "--json").json] == ["agency"]


def test_one_letter_is_too_few(desk: Desk) -> None:
    assert _search(desk, "j").code == 1


def _search(desk: Desk, *words: str) -> Ended:
    who = ("--worker", WORKER, "--passphrase-file", desk.passphrase)
    return desk.run("search", desk.vault, *words, *who)

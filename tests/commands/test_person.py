"""Persons by command: written down, emptied again, joined and parted."""

from __future__ import annotations

from tests.commands.conftest import POLICE, RECEIVED, Desk


def test_a_person_without_a_notice_is_written_down_and_helped(desk: Desk) -> None:
    added = desk.on("person", "add", "--name", "Ieva Ievaitė", "--birth-year", "2015", "--note", "sesers dukra")
    assert (added.code, added.out.split()[0]) == (0, "P-0002")
    assert desk.on("person", "add", "--name", " ").code == 1
    way = ("--allowed", "yes", "--days", "mo,tu", "--hours", "09:00-12:00", "--number", "861230041")
    assert desk.on("person", "safe-contact", "P-0002", *way).code == 0
    assert desk.on("consent", "give", "P-0002", "--purpose", "assistance", "--on", "2024-03-06").code == 0
    assert desk.on("plan", "add", "P-0002", "School", "--kind", "support", "--due", "2024-03-12").code == 0
    helped = ("--on", "2024-03-06", "--kind", "consultation", "--minutes", "30")
    assert desk.on("assistance", "give", "P-0002", *helped).code == 0
    shown = desk.on("person", "show", "p-0002", "--json").json
    assert (shown["birth_year"], shown["notices"], len(shown["line"])) == (2015, [], 3)
    assert [row["code"] for row in desk.on("person", "list", "--find", "ieva", "--json").json] == ["P-0002"]
    later = ("--received", RECEIVED, "--sender", POLICE, "--known", "P-0002")
    assert desk.on("referral", "enter", *later).code == 0


def test_every_field_of_a_person_is_emptied_by_an_empty_value(desk: Desk) -> None:
    full = (
        "--name", "Ieva", "--birth-year", "1990", "--phone", "861230041", "--email", "a@b.lt",
        "--address", "Gatvė 1", "--municipality", "Kretinga", "--note", "tekstas",
    )  # fmt: skip
    assert desk.on("person", "add", *full).code == 0
    empty = [part if part.startswith("--") else "" for part in full[2:]]
    assert desk.on("person", "amend", "P-0002", *empty).code == 0
    shown = desk.on("person", "show", "P-0002", "--json").json
    assert (shown["birth_year"], shown["municipality"], shown["name"]) == (None, "", "Ieva")
    assert desk.on("person", "reveal", "P-0002").out.strip() == ""
    assert desk.on("person", "amend", "P-0002", "--birth-year", "x").code == 2


def test_two_persons_are_joined_and_parted(desk: Desk) -> None:
    assert desk.on("person", "add", "--name", "Deiva", "--email", "d@example.lt").code == 0
    assert desk.on("person", "join", "P-0001", "P-0001").code == 1
    joined = desk.on("person", "join", "P-0001", "P-0002", "--take", "name")
    assert joined.code == 0
    assert [row["code"] for row in desk.on("person", "list", "--json").json] == ["P-0001"]
    shown = desk.on("person", "show", "P-0002", "--json").json
    assert (shown["code"], shown["name"], shown["joined"]) == ("P-0001", "Deiva", ["P-0002"])
    assert desk.on("person", "amend", "P-0001", "--note", "vėliau").code == 0
    parted = desk.on("person", "part", "P-0002")
    assert parted.code == 0
    assert "1 later change stays with P-0001" in parted.out
    assert [row["code"] for row in desk.on("person", "list", "--json").json] == ["P-0001", "P-0002"]
    assert desk.on("person", "part", "P-0002").code == 1

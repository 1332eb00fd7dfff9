"""What belongs to the centre itself, by command: its lists, closed days, data, seals it trusts, institutions."""

from __future__ import annotations

from tests.commands.conftest import ENTER, POLICE, Desk


def test_the_lists_are_the_centre_s_own(desk: Desk) -> None:
    added = desk.on("choices", "add", "measure_kind", "Own measure", "--hours", "48", "--source", "a rule")
    assert added.code == 0
    code = added.out.strip()
    assert desk.on("choices", "length", "measure_kind", code, "--hours", "72").code == 0
    assert desk.on("choices", "rename", "measure_kind", code, "Other words").code == 0
    assert desk.on("choices", "move", "measure_kind", code, "1").code == 0
    first = desk.on("choices", "list", "measure_kind", "--json").json[0]
    assert (first["code"], first["words"], first["hours"], first["active"]) == (code, "Other words", 72, True)
    assert desk.on("choices", "retire", "measure_kind", code).code == 0
    assert "Retired" in desk.on("choices", "list").out
    assert desk.on("choices", "offer", "measure_kind", code).code == 0
    assert desk.on("choices", "rename", "measure_kind", "nonsense", "x").code == 1
    assert desk.on("choices", "add", "outcome_reason", "x").err.startswith("--outcome: ")


def test_closed_days_move_deadlines(desk: Desk) -> None:
    assert desk.on("closed-day", "add", "2024-03-06", "Training").code == 0
    assert desk.on("closed-day", "list", "--json").json == [{"day": "2024-03-06", "why": "Training"}]
    assert "Training" in desk.on("closed-day", "list").out
    desk.on(*ENTER, "x")
    assert desk.on("referral", "show", "2024/2", "--json").json["due"].startswith("2024-03-07")
    assert desk.on("closed-day", "add", "2024-03-06").code == 1
    assert desk.on("closed-day", "remove", "2024-03-06").code == 0
    assert desk.on("closed-day", "remove", "2024-03-06").err.startswith("DATE: ")


def test_the_centre_s_own_data_and_the_seals_it_trusts(desk: Desk) -> None:
    changed = ("--town", "Kretinga", "--days", "mo,tu", "--hours", "09:00-15:00", "--repeat-months", "6")
    assert desk.on("centre", "amend", *changed).code == 0
    shown = desk.on("centre", "show", "--json").json
    assert (shown["town"], shown["work_days"], shown["day_ends"], shown["repeat_months"]) == (
        "Kretinga", ["mo", "tu"], "15:00:00", 6,
    )  # fmt: skip
    assert "Kretinga" in desk.on("centre", "show").out
    assert desk.on("centre", "amend", "--zone", "Moon/Sea").err.startswith("--zone: ")
    pem = desk.folder / "centre.pem"
    assert desk.on("summary", "certificate", pem).code == 0
    assert desk.on("centre", "trust", "Kitas centras", pem).code == 0
    assert desk.on("centre", "trusted", "--json").json[0]["name"] == "Kitas centras"
    assert desk.on("centre", "trust", "Kitas centras", pem).code == 1
    assert desk.on("centre", "trust", "Kitas centras", desk.passphrase).code == 1
    assert desk.on("centre", "distrust", "Kitas centras").code == 0
    assert desk.on("centre", "distrust", "Kitas centras").code == 1


def test_institutions_change_close_and_come_by_county(desk: Desk) -> None:
    assert desk.on("agency", "amend", POLICE, "--representative", "A. B.", "--short", "Kr. PK").code == 0
    assert desk.on("agency", "list", "--find", "kr pk", "--json").json[0]["short_name"] == "Kr. PK"
    offered = desk.on("agency", "offered", "Klaipėdos apskritis", "--json")
    known = desk.on("agency", "offered", "nowhere")
    assert known.code == 1
    county = known.err.split(": ")[-1].split(",")[0].strip(" .\n")
    assert (offered if offered.code == 0 else desk.on("agency", "offered", county, "--json")).json
    assert desk.on("agency", "take", county).code == 0
    assert len(desk.on("agency", "list", "--json").json) > 5
    assert desk.on("agency", "close", "Kr. PK", "--on", "2024-03-10").code == 0


def test_all_that_is_known_of_an_institution_is_written_and_shown(desk: Desk) -> None:
    better = (
        "--name-en",
        "Kretinga police",
        "--note",
        "Ask Ona first",
        "--language",
        "sr_Cyrl",
        "--from",
        "2020-01-01",
    )
    assert desk.on("agency", "amend", POLICE, *better).code == 0
    known = desk.on("agency", "show", "Kretinga police", "--json").json
    assert (known["names"], known["note"], known["active_from"]) == (
        {"en": "Kretinga police"},
        "Ask Ona first",
        "2020-01-01",
    )
    told = desk.on("agency", "show", POLICE).out
    assert "српски" in told
    assert "English: Kretinga police" in told
    assert desk.on("agency", "add", "Salantai", "--kind", "police", "--part-of", POLICE).code == 0
    assert desk.on("agency", "show", POLICE, "--json").json["units"] == ["Salantai"]
    wrong = desk.on("agency", "amend", POLICE, "--fingerprint", "12")
    assert (wrong.code, wrong.err.split(":")[0]) == (1, "--fingerprint")
    assert desk.on("agency", "close", POLICE, "--on", "2024-06-30").code == 0
    assert desk.on("agency", "show", POLICE, "--json").json["active_until"] == "2024-06-30"
    assert desk.on("agency", "reopen", POLICE).code == 0
    assert desk.on("agency", "show", POLICE, "--json").json["active_until"] is None

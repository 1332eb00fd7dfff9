"""Trainings, working groups and changes of law by command: written down, corrected, taken out, listed."""

from __future__ import annotations

from tests.commands.conftest import Desk
from tests.conftest import WORKER

POLICE = "Kretingos r. PK"
FULL = "Kretingos rajono policijos komisariatas"


def test_a_training_is_written_down_corrected_listed_and_taken_out(desk: Desk) -> None:
    told = ("--kind", "training", "--on", "2024-03-06", "--until", "2024-03-07", "--hours", "1:30", "--by", POLICE,
            "--place", "Kretinga", "--participants", f"{POLICE}=12", "--participants", "ours=2: Rasa, Inga",
            "--lecturers", "ours", "--note", "A lecture")  # fmt: skip
    assert desk.on("training", "add", "Safe talk", *told).code == 0
    (kept,) = desk.on("training", "list", "--json").json
    assert kept == {
        "number": 1, "kind": "training", "topic": "Safe talk", "on": "2024-03-06", "until": "2024-03-07",
        "minutes": 90, "by": FULL, "place": "Kretinga", "publicity": "", "note": "A lecture",
        "parts": [
            {"institution": None, "role": "lecturer", "persons": 1, "names": ""},
            {"institution": None, "role": "participant", "persons": 2, "names": "Rasa, Inga"},
            {"institution": FULL, "role": "participant", "persons": 12, "names": ""},
        ],
    }  # fmt: skip
    changed = ("--until", "", "--by", "ours", "--participants", f"{POLICE}=15", "--hours", "2")
    assert desk.on("training", "amend", "1", *changed).code == 0
    (kept,) = desk.on("training", "list", "--json", "--year", "2024", "--with", POLICE, "--find", "safe").json
    assert (kept["until"], kept["by"], kept["minutes"], len(kept["parts"])) == (None, None, 120, 2)
    assert "Safe talk" in desk.on("training", "list", "--kind", "training").out
    assert desk.on("training", "list", "--json", "--year", "2023").json == []
    assert desk.on("training", "remove", "2").code == 1
    assert desk.on("training", "remove", "1").code == 0
    assert desk.on("training", "list", "--json").json == []


def test_what_is_wrong_with_a_training_names_its_option(desk: Desk) -> None:
    for told, option in (
        (("--on", "2024-03-06", "--until", "2024-03-05"), "--until"),
        (("--hours", "long"), "--hours"),
        (("--by", "Nobody"), "--by"),
        (("--participants", "ours=0"), "--participants"),
        (("--lecturers", "ours=many"), "--participants"),
    ):
        refused = desk.on("training", "add", "Safe talk", *told)
        assert (refused.code, refused.err.split(":")[0]) == (1, option)
    assert desk.on("training", "list", "--json").json == []


def test_a_working_group_is_founded_changed_and_ended(desk: Desk) -> None:
    told = ("--purpose", "One form", "--since", "2024-01-10", "--member", f"{POLICE}: Tomas", "--member", "ours")
    assert desk.on("group", "add", "Form of the notice", *told).code == 0
    assert desk.on("group", "amend", "1", "--purpose", "One form for all").code == 0
    assert desk.on("group", "end", "1", "--on", "2024-01-09").code == 1
    assert desk.on("group", "end", "1", "--on", "2024-03-01", "--results", "The form").code == 0
    (kept,) = desk.on("group", "list", "--json").json
    assert kept == {
        "entry": 1, "name": "Form of the notice", "purpose": "One form for all", "since": "2024-01-10",
        "until": "2024-03-01", "results": "The form",
        "members": [{"institution": None, "person": ""}, {"institution": FULL, "person": "Tomas"}],
    }  # fmt: skip
    assert desk.on("group", "list", "--working", "--json").json == []
    assert "Form of the notice" in desk.on("group", "list").out


def test_a_change_of_law_is_noted_corrected_found_and_taken_out(desk: Desk) -> None:
    told = ("--from", "2024-05-01", "--changes", "A new form", "--link", "https://example.test/x")
    assert desk.on("law", "add", "Sample order", *told).code == 0
    refused = desk.on("law", "add", "Sample order", "--changes", "x")
    assert (refused.code, refused.err.split(":")[0]) == (1, "--from")
    assert desk.on("law", "amend", "1", "--number", "X-1").code == 0
    (kept,) = desk.on("law", "list", "--json", "--find", "sampl").json
    assert (kept["act"], kept["number"], kept["in_force_from"], kept["meaning"], kept["link"]) == (
        "Sample order", "X-1", "2024-05-01", "A new form", "https://example.test/x",
    )  # fmt: skip
    who = ("--worker", WORKER, "--passphrase-file", desk.passphrase)
    found = desk.run("search", desk.vault, "sample", "--json", *who).json
    assert found == [{"kind": "law_change", "number": "X-1", "name": "Sample order"}]
    assert "Sample order" in desk.on("law", "list").out
    assert desk.on("law", "remove", "1").code == 0
    assert desk.on("law", "list", "--json").json == []

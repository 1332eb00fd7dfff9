"""Meetings by command: a year of them, and every verb that a worker needs."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.conftest import POLICE, Desk


@pytest.fixture
def group(desk: Desk) -> Desk:
    """A desk whose county meeting has the police as a permanent member."""
    assert desk.on("meeting", "kind", "county", "--permanent", POLICE, "--place", "214 kab.").code == 0
    return desk


def test_a_year_of_meetings_opens_with_what_went_well_and_forgets_nothing(group: Desk) -> None:
    promised: list[str] = []
    for month in range(1, 13):
        on = ("--on", f"2024-{month:02d}-18")
        made = group.on("meeting", "new", "county", *on)
        assert (made.code, f"PM-2024-{month:02d}" in made.out) == (0, True)
        number = f"PM-2024-{month:02d}"
        assert group.on("meeting", "told", "achievement", POLICE, f"Gerai {month}", "--meeting", number).code == 0
        agenda = group.on("meeting", "agenda", number, "--json").json
        assert agenda[0]["part"] == "achievements"
        assert [line["what"] for line in agenda[0]["lines"]] == [f"Gerai {month}"]
        carried = next(part for part in agenda if part["part"] == "commitments")["lines"]
        assert [line["what"] for line in carried if line["state"] in {"open", "not_done"}] == promised
        if month % 3 == 0:
            first = group.on("commitment", "list", "--json").json[0]
            gone = (f"2024-{month:02d}-18", str(first["number"]))
            assert group.on("commitment", "done", gone[1], "--on", gone[0], "--evidence", "laiškas").code == 0
            promised.remove(first["what"])
        under = ("--meeting", number, "--item", "problems")
        due = f"2024-{month:02d}-28"
        add = ("commitment", "add", f"Pažadas {month}", "--institution", POLICE, "--due", due)
        assert group.on(add[0], add[1], *add[2:], *under).code == 0
        promised.append(f"Pažadas {month}")
        assert group.on("meeting", "close", number, "--at", "11:30").code == 0
        assert group.on("meeting", "attend", number, "--institution", POLICE, "--presence", "present").code == 0
        assert group.on("meeting", "minutes", number, "--agree").code == 0
    still = [row["what"] for row in group.on("commitment", "list", "--json").json]
    assert still == promised
    states = {row["state"] for row in group.on("meeting", "list", "--json").json}
    assert states == {"agreed"}


def test_agreed_minutes_are_refused_every_change_and_take_corrections(group: Desk) -> None:
    group.on("meeting", "new", "county", "--on", "2024-03-21")
    wrote = group.on("meeting", "write", "PM-2024-03", "law", "--heard", "Nieko naujo.", "--decided", "Stebėti.")
    assert wrote.code == 0
    assert group.on("meeting", "minutes", "PM-2024-03", "--agree").code == 1
    assert group.on("meeting", "correct", "PM-2024-03", "Kitaip").code == 1
    assert group.on("meeting", "close", "PM-2024-03").code == 0
    assert group.on("meeting", "attend", "PM-2024-03", "--as-answered", "--all-confidential").code == 0
    assert group.on("meeting", "minutes", "2024-03-21", "--agree").code == 0
    refusals = [
        ("write", "PM-2024-03", "law", "--heard", "Kitaip"),
        ("close", "PM-2024-03", "--open-again"),
        ("item", "PM-2024-03", "law", "--title", "Kita"),
        ("amend", "PM-2024-03", "--place", "kitur"),
    ]
    for words in refusals:
        refused = group.on("meeting", *words)
        assert (refused.code, refused.out) == (1, ""), words
    assert group.on("meeting", "correct", "PM-2024-03", "Dalyvavo ir teismas.").code == 0
    told = group.on("meeting", "minutes", "PM-2024-03", "--json").json
    assert [each["text"] for each in told["corrections"]] == ["Dalyvavo ir teismas."]
    law = next(each for each in told["items"] if each["part"] == "law")
    assert (law["heard"], law["conclusions"]) == ("Nieko naujo.", ["Stebėti."])


def test_the_agenda_is_edited_and_reordered(group: Desk) -> None:
    group.on("meeting", "new", "county", "--on", "2024-03-21", "--chair", "Dalia Ž.")
    on = ("meeting", "item", "PM-2024-03")
    assert group.on(*on[:2], on[2], "Bendra atmintinė", "--add", "--minutes", "5").code == 0
    assert group.on(*on[:2], on[2], "Bendra atmintinė", "--to", "2").code == 0
    assert group.on(*on[:2], on[2], "law", "--nothing").code == 0
    assert group.on(*on[:2], on[2], "offers", "--take-off").code == 0
    agenda = group.on("meeting", "agenda", "PM-2024-03", "--json").json
    assert [part["title"] for part in agenda[:2]] == ["What went well", "Bendra atmintinė"]
    assert {part["part"]: part["state"] for part in agenda}["law"] == "nothing"
    assert "offers" not in {part["part"] for part in agenda}
    assert group.on(*on[:2], on[2], "law", "--add").code == 1


def test_two_meetings_on_one_day_are_named_by_their_numbers(group: Desk) -> None:
    group.on("meeting", "new", "county", "--on", "2024-03-21")
    second = group.on("meeting", "new", "commission", "--on", "2024-03-21")
    assert (second.code, "same day" in second.err) == (0, True)
    assert group.on("meeting", "agenda", "2024-03-21").code == 1
    assert group.on("meeting", "call-off", "PM-2024-03-2", "liga").code == 0
    assert group.on("meeting", "agenda", "PM-2024-03-2").code == 0


def test_problems_are_raised_worked_on_and_solved(group: Desk) -> None:
    assert group.on("problem", "add", "Žinia ateina po dviejų dienų", "--since", "2024-01-05", "--by", POLICE).code == 0
    assert group.on("problem", "amend", "1", "--effect", "pokalbis vėluoja", "--wish", "viena budinti").code == 0
    assert group.on("problem", "step", "1", "budinti paskirta").code == 0
    assert group.on("problem", "raised", "1").code == 0
    (kept,) = group.on("problem", "list", "--json").json
    assert (kept["times"], kept["effect"], kept["by"]) == (2, "pokalbis vėluoja", POLICE)
    assert group.on("problem", "solve", "1", "ateina laiku", "--on", "2024-03-01").code == 0
    assert group.on("problem", "list", "--json").json == []
    assert group.on("problem", "list", "--all", "--json").json[0]["days"] == 56
    assert group.on("problem", "reopen", "1").code == 0
    assert group.on("problem", "take-out", "1").code == 0
    assert group.on("problem", "step", "1", "x").code == 1


def test_a_commitment_is_moved_made_impossible_and_opened_again(group: Desk) -> None:
    assert group.on("commitment", "add", "Sąrašas", "--institution", "us", "--due", "2024-03-01").code == 0
    assert group.on("commitment", "due", "1", "2024-04-01").code == 0
    (kept,) = group.on("commitment", "list", "--json").json
    assert (kept["due"], kept["first_due"], kept["state"]) == ("2024-04-01", "2024-03-01", "not_done")
    assert group.on("commitment", "impossible", "1", "nebėra lėšų").code == 0
    (gone,) = group.on("commitment", "list", "--all", "--json").json
    assert (gone["state"], gone["reason"]) == ("impossible", "nebėra lėšų")
    assert group.on("commitment", "reopen", "1").code == 0
    assert group.on("commitment", "take-out", "1").code == 0
    assert group.on("commitment", "done", "1").code == 1


def test_a_kind_of_its_own_speaks_of_cases(group: Desk, tmp_path: Path) -> None:
    made = group.on("meeting", "kind", "Atvejo aptarimas", "--cases", "consent", "--parts", "achievements,cases,next",
                    "--permanent", POLICE)  # fmt: skip
    assert made.code == 0
    assert group.on("meeting", "new", "Atvejo aptarimas", "--on", "2024-03-21").code == 0
    put = ("case", "PM-2024-03", "2024/1", "--list", "new", "--asked", "patikrinti orderį", "--prosecution", "K-1")
    assert group.on("meeting", *put).code == 0
    (seen,) = group.on("meeting", "cases", "PM-2024-03", "--for", POLICE, "--json").json
    assert (seen["level"], seen["reason"]) == ("coded", "no_consent")
    given = ("--purpose", "meeting", "--on", "2024-03-06")
    assert group.on("consent", "give", "2024/1", *given).code == 0
    (seen,) = group.on("meeting", "cases", "PM-2024-03", "--for", POLICE, "--json").json
    assert seen["level"] == "named"
    (case,) = group.on("meeting", "cases", "PM-2024-03", "--json").json
    assert (case["asked"], case["prosecution"]) == ("patikrinti orderį", "K-1")
    assert group.on("meeting", "case", "PM-2024-03", "2024/1", "--agreed", "patikrinta", "--again", "yes").code == 0
    assert group.on("meeting", "new", "county", "--on", "2024-04-18").code == 0
    assert group.on("meeting", "case", "PM-2024-04", "2024/1", "--list", "new").code == 1
    assert group.on("meeting", "case", "PM-2024-03", "2024/1", "--take-off").code == 0


def test_whoever_is_meant_must_be_known(group: Desk) -> None:
    assert group.on("meeting", "new", "nieko").code == 1
    assert group.on("meeting", "agenda", "PM-1999-01").code == 1
    group.on("meeting", "new", "county", "--on", "2024-03-21")
    assert group.on("meeting", "write", "PM-2024-03", "99", "--heard", "x").code == 1
    assert group.on("meeting", "attend", "PM-2024-03", "--institution", "us", "--presence", "present").code == 0
    assert group.on("meeting", "kinds", "--usual", "--json").code == 0

"""Everything a centre writes down can be written by command: consents, plans, help, persons, notices, views."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.conftest import ENTER, POLICE, RECEIVED, Desk


def test_a_consent_is_given_listed_and_withdrawn(desk: Desk) -> None:
    given = ("--purpose", "passing_on", "--to", POLICE, "--on", "2024-03-06", "--withheld", "the address")
    assert desk.on("consent", "give", "2024/1", *given).code == 0
    (kept,) = desk.on("consent", "list", "2024/1", "--json").json
    assert (kept["to"], kept["given_on"], kept["holds"]) == (
        "Kretingos rajono policijos komisariatas",
        "2024-03-06",
        True,
    )
    assert "2024" in desk.on("consent", "list", "P-0001").out
    help_ = ("--on", "2024-03-07", "--kind", "onward", "--minutes", "10", "--to", POLICE)
    assert desk.on("assistance", "give", "2024/1", *help_).code == 0
    assert desk.on("consent", "withdraw", "2024/1", "1", "--on", "2024-03-08", "--told", "the officer").code == 0
    again = desk.on("consent", "withdraw", "2024/1", "1", "--on", "2024-03-08")
    assert (again.code, again.err.split(":")[0]) == (1, "--on")
    refused = desk.on("assistance", "give", "2024/1", *("--on", "2024-03-09", *help_[2:]))
    assert (refused.code, refused.err.split(":")[0]) == (1, "--to")
    assert desk.on("consent", "withdraw", "2024/1", "2").code == 1


def test_a_plan_is_made_changed_carried_out_and_looked_back_at(desk: Desk) -> None:
    assert desk.on("plan", "add", "2024/1", "Change the lock", "--kind", "protect", "--due", "2024-03-12").code == 0
    assert desk.on("plan", "amend", "2024/1", "1", "--due", "2024-03-13", "--by", POLICE).code == 0
    assert desk.on("plan", "done", "2024/1", "1", "--on", "2024-03-12").code == 0
    assert desk.on("plan", "effect", "2024/1", "1", "She sleeps", "--on", "2024-03-20").code == 0
    (kept,) = desk.on("plan", "list", "2024/1", "--json").json
    assert (kept["due"], kept["done_on"], kept["effect"], kept["what"]) == (
        "2024-03-13", "2024-03-12", "She sleeps", "Change the lock",
    )  # fmt: skip
    assert "Change the lock" in desk.on("plan", "list", "2024/1").out
    late = desk.on("plan", "done", "2024/1", "1", "--on", "2999-01-01")
    assert (late.code, late.err.split(":")[0]) == (1, "--on")


def test_help_for_several_persons_counts_its_minutes_once_and_can_be_taken_out(desk: Desk) -> None:
    assert desk.on(*ENTER, "Rūta Kalnienė").code == 0
    (first, second) = desk.on("person", "list", "--json").json
    together = ("--on", "2024-03-06", "--kind", "legal", "--minutes", "30", "--with", second["code"])
    assert desk.on("assistance", "give", first["code"], *together, "--with", first["code"]).code == 1
    assert desk.on("assistance", "give", "2024/2", *together[:-1], "2024/1").code == 0
    rows = desk.on("assistance", "list", "--json").json
    assert [(row["minutes"], row["group"]) for row in rows] == [(30, True)] * 2
    (hers,) = desk.on("assistance", "list", "--json", "--notice", "2024/2").json
    assert hers["person"] == "Rūta Kalnienė", "the other one is not named in this notice"
    assert "30 minutes in all" in desk.on("assistance", "list").out
    assert desk.on("assistance", "take-back", "2024/2", "2").code == 1
    assert desk.on("assistance", "take-back", "2024/2", "1").code == 0
    assert desk.on("assistance", "list", "--json").json == []


def test_a_person_is_shown_corrected_agreed_with_and_linked(desk: Desk) -> None:
    desk.on(*ENTER, "Ugnė", "--child", "Jonas")
    child = next(row["code"] for row in desk.on("person", "list", "--json").json if row["name"] == "Jonas")
    assert desk.on("person", "amend", child, "--birth-year", "2018", "--phone", "8 612 30041").code == 0
    assert desk.on("person", "family", "2024/2", child, "--relation", "child").code == 0
    agreed = (
        "--allowed",
        "yes",
        "--days",
        "tu,mo",
        "--hours",
        "22:00-02:00",
        "--who",
        "she herself",
        "--on",
        "2024-03-06",
    )
    assert desk.on("person", "safe-contact", "2024/2", *agreed).code == 0
    shown = desk.on("person", "show", "2024/2", "--json").json
    assert (shown["safe_contact"]["days"], shown["safe_contact"]["confirmed_on"]) == (["mo", "tu"], "2024-03-06")
    assert shown["family"] == [{"code": child, "relation": "child"}]
    assert (shown["notices"], shown["may_call"]) != ([], "yes")
    assert "Ugnė" in desk.on("person", "show", "2024/2").out
    assert desk.on("person", "confirm", "2024/2").code == 0
    assert desk.on("person", "reveal", child, "--reason", "she asked").out == "+37061230041\n"
    assert "Number shown" in desk.on("history", "list", "--limit", "1").out
    assert desk.on("person", "not-family", "2024/2", child).code == 0
    assert desk.on("person", "not-family", "2024/2", child).code == 1
    assert desk.on("person", "show", "P-9999").code == 1


def test_the_time_of_an_incident_is_typed_after_its_day(desk: Desk) -> None:
    assert desk.on(*ENTER, "Ugnė Lapė", "--incident", "2024-03-04 21:40").code == 0
    shown = desk.on("referral", "show", "2024/2", "--json").json
    assert (shown["incident"], shown["incident_time"]) == ("2024-03-04", "21:40:00")
    assert desk.on("referral", "amend", "2024/2", "--incident", "2024-03-04").code == 0
    assert desk.on("referral", "show", "2024/2", "--json").json["incident_time"] is None


def test_a_notice_is_corrected_and_marked_as_duplicate(desk: Desk) -> None:
    order = ("--order", "protection_order", "--order-granted", "2024-03-05 10:00")
    entered = desk.on(*ENTER, "Ugnė Lapė", "--posing-risk",
                      "Petras Lapė", "--reference", "R-7", *order)  # fmt: skip
    assert entered.code == 0
    again = desk.on(
        "referral", "enter", "--received", RECEIVED, "--sender", POLICE, "--person", "Ugnė Lapė", "--reference", "R-7"
    )
    assert again.code == 0
    assert "Looks like someone already here: P-0002" in again.err
    assert "2024/2" in again.err
    assert desk.on("referral", "duplicate", "2024/3", "2024/2").code == 0
    assert desk.on("referral", "list", "--json").json[0]["state"] == "duplicate"
    assert desk.on("referral", "duplicate", "2024/3").code == 0
    fixed = (
        "--person",
        "Ugnė Lapienė",
        "--order-ended",
        "2024-03-10",
        "--risk-level",
        "high",
        "--officer",
        "Vyr. t. A. B.",
    )
    assert desk.on("referral", "amend", "2024/2", *fixed).code == 0, desk.on("referral", "amend", "2024/2", *fixed)
    shown = desk.on("referral", "show", "2024/2", "--json").json
    assert [p["name"] for p in shown["persons"]] == ["Ugnė Lapienė", "Petras Lapė"]
    assert shown["reference"] == "R-7"
    assert desk.on("referral", "amend", "2024/1", "--order-ended", "2024-03-10").err.startswith("--order: ")


def test_an_attempt_says_when_to_try_again_and_can_be_taken_out(desk: Desk) -> None:
    tried = ("--at", "2024-03-05 09:00", "--outcome", "no_answer", "--outside-reason", "only way")
    assert desk.on("referral", "attempt", "2024/1", *tried, "--again", "2024-03-06 09:00").code == 0
    assert desk.on("referral", "attempt", "2024/1", *tried, "--again", "2024-03-04 09:00").err.startswith("--again: ")
    assert desk.on("referral", "attempt-back", "2024/1", "1").code == 0
    assert desk.on("referral", "show", "2024/1", "--json").json["attempts"] == []


def test_help_ends_is_corrected_and_goes_on_again(desk: Desk) -> None:
    assert desk.on("referral", "help-end", "2024/1", "goals").code == 1
    assert desk.on("referral", "outcome", "2024/1", "accepted", "--on", "2024-03-06").code == 0
    early = desk.on("referral", "help-end", "2024/1", "goals", "--on", "2024-03-05")
    assert (early.code, early.err.split(":")[0]) == (1, "--on")
    assert desk.on("referral", "help-end", "2024/1", "other").err.startswith("--note: ")
    ended = ("referral", "help-end", "2024/1", "moved", "--on", "2024-03-07", "--note", "To her sister")
    assert desk.on(*ended).code == 0
    assert desk.on("referral", "show", "2024/1", "--json").json["state"] == "ended"
    told = desk.on("referral", "show", "2024/1").out
    assert all(words in told for words in ("Help ended: ", "Moved away", "To her sister"))
    assert desk.on("referral", "help-again", "2024/1").code == 0
    assert desk.on("referral", "list", "--json").json[0]["state"] == "accepted"
    assert desk.on("referral", "help-again", "2024/1").code == 1


def test_what_was_undone_is_done_again(desk: Desk) -> None:
    desk.on(*ENTER, "x")
    number = desk.on("history", "list", "--limit", "1", "--json").json[0]["number"]
    assert desk.on("history", "undo").code == 0
    assert desk.on("history", "redo", number).code == 0
    assert len(desk.on("referral", "list", "--json").json) == 2
    assert desk.on("history", "redo", number).code == 1
    assert len(desk.on("history", "list", "--limit", "0", "--json").json) == number + 2
    assert desk.on("history", "list", "--before", "3", "--json").json[0]["number"] == 2
    assert desk.on("history", "list", "--notice", "2024/2", "--json").json


def test_the_history_is_narrowed_and_told_field_by_field(desk: Desk) -> None:
    assert desk.on("person", "amend", "P-0001", "--birth-year", "1990", "--phone", "8 612 30077").code == 0
    number = desk.on("history", "list", "--limit", "1", "--json").json[0]["number"]
    by_record = desk.on("history", "list", "--record", "p-0001", "--json").json
    assert by_record[0]["number"] == number
    assert len(by_record) < number
    assert desk.on("history", "list", "--kind", "worker", "--json").json[-1]["what"].startswith("Centre set up")
    assert len(desk.on("history", "list", "--by", "Ona Petraitė", "--json").json) == number
    assert desk.on("history", "list", "--by", "Nobody").code == 1
    assert desk.on("history", "list", "--on", "2001-01-01", "--json").json == []
    rows = desk.on("history", "show", number, "--json").json
    told = {row["field"]: (row["record"], row["after"]) for row in rows}
    assert told["Birth year"] == ("Person P-0001", "1990")
    assert "30077" not in told["Telephone"][1]
    assert desk.on("history", "show", "999").code == 1
    desk.on("closed-day", "add", "2026-12-23")
    assert "23/12/2026" in desk.on("history", "list", "--limit", "1").out


def test_a_telephone_hour_is_noted_by_one_command(desk: Desk) -> None:
    hour = ("--on", "2024-03-06", "--kind", "information", "--minutes", "90")
    assert desk.on("assistance", "calls", "12", *hour).code == 0
    rows = desk.on("assistance", "list", "--month", "2024-03", "--json").json
    assert len([row for row in rows if row["kind"] == "information" and not row["person"]]) == 12
    assert desk.on("assistance", "calls", "99", *hour).code == 1


def test_a_view_is_kept_listed_renamed_shown_first_and_removed(desk: Desk, tmp_path: Path) -> None:
    told = {"filters": {"state": "late", "chips": ["repeat"]}, "sort": ["number", True], "columns": ["number"]}
    file = tmp_path / "view.json"
    file.write_text(json.dumps({"view": told, "name": "else"}), encoding="utf-8")
    assert desk.on("view", "save", "notices", "Vėluojantys", str(file)).code == 0
    assert desk.on("view", "rename", "notices", "veluojantys", "Late ones").code == 0
    assert desk.on("view", "first", "notices", "Late ones").code == 0
    assert desk.on("view", "list", "--json").json == [
        {"list": "notices", "name": "Late ones", "first": True, "view": told}
    ]
    shown = desk.on("view", "list").out
    assert "Late ones" in shown
    assert "The list opens with it" in shown
    assert desk.on("view", "first", "notices", "Late ones", "--not").code == 0
    assert desk.on("view", "list", "--json").json[0]["first"] is False
    assert desk.on("view", "remove", "persons", "Late ones").code == 1
    assert desk.on("view", "remove", "notices", "Late ones").code == 0
    assert desk.on("view", "list", "--json").json == []


HALF = ('{"sort": ["number"]}', '{"filters": {"chips": 3}}', '{"filters": {"state": 3}}', '{"columns": [1]}')
"""Views that no list could show."""


@pytest.mark.parametrize("words", ["", "[]", "{}", '{"view": 7}', '{"filters": 3}', "\x00", *HALF])
def test_what_is_no_view_is_not_kept(desk: Desk, tmp_path: Path, words: str) -> None:
    file = tmp_path / "view.json"
    file.write_text(words, encoding="utf-8")
    assert desk.on("view", "save", "notices", "Nothing", str(file)).code == 1
    assert desk.on("view", "list", "--json").json == []

"""Numbers over time by command: shown, listed, broken, compared without whom it broke."""

from __future__ import annotations

from desktop.cooperation.indicators import INDICATORS
from tests.commands.conftest import POLICE, RECEIVED, Desk


def test_every_number_is_listed_with_its_definition_and_shown_month_by_month(desk: Desk) -> None:
    listed = desk.on("monitoring", "list", "--json").json
    assert [one["code"] for one in listed] == list(INDICATORS)
    for code in INDICATORS:
        assert desk.on("monitoring", "show", code).code == 0
    desk.on("referral", "enter", "--received", "2024-02-06", "--sender", POLICE, "--person", "Ugnė Lapė")
    shown = desk.on("monitoring", "show", "s-1", "--until", RECEIVED[:7], "--months", "3", "--json").json
    assert [(one["month"], one["value"]) for one in shown] == [("2024-01", None), ("2024-02", 1), ("2024-03", 1)]
    without = ("--without", POLICE, "--until", "2024-03", "--months", "2", "--json")
    assert [one["value"] for one in desk.on("monitoring", "show", "S-1", *without).json] == [0, 0]
    assert desk.on("monitoring", "show", "S-99").err == "There is no such number over time: S-99.\n"


def test_a_break_is_noted_corrected_listed_told_and_taken_out(desk: Desk) -> None:
    noted = ("All reports", "--from", "2024-03", "--until", "2024-05", "--agency", POLICE)
    assert desk.on("monitoring", "break", *noted).code == 0
    assert desk.on("monitoring", "break", "x", "--from", "2024-05", "--until", "2024-03").err.startswith("--until: ")
    assert desk.on("monitoring", "amend", "1", "--what", "Every report", "--until", "").code == 0
    (kept,) = desk.on("monitoring", "breaks", "--json").json
    assert (kept["since"], kept["until"], kept["words"], kept["agency"]) == ("2024-03", None, "Every report", POLICE)
    assert "Every report" in desk.on("monitoring", "show", "S-1", "--until", "2024-08", "--months", "8").out
    assert desk.on("monitoring", "remove", "1").code == 0
    assert desk.on("monitoring", "breaks", "--json").json == []
    assert desk.on("monitoring", "remove", "1").code == 1

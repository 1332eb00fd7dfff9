"""`liepa reconcile read`: lists without a vault, and the three ways in which it ends."""

from __future__ import annotations

import pytest

from tests.commands.conftest import Desk, Ended
from tests.spreadsheets.files import csv_text, xlsx

HEADINGS = ("Reg. nr.", "Data", "Asmuo", "Nuovada")
SURE = ("77/1", "2026-10-03", "Ona Jonaitytė", "Kretingos nuovada")
DOUBTFUL = ("77/2", "03.04.2026", "Rūta Jonaitytė", "Kretingos nuovada")


def read(desk: Desk, content: bytes, *words: str, name: str = "list.csv") -> Ended:
    file = desk.folder / name
    file.write_bytes(content)
    return desk.run("reconcile", "read", file, "--json", *words)


def test_a_list_is_read_as_json(desk: Desk) -> None:
    ended = read(desk, xlsx([HEADINGS, SURE]), name="list.xlsx")
    assert ended.code == 0
    assert ended.json["notices"] == [{
        "notice_no": "77/1", "date": "2026-10-03", "unit": "Kretingos nuovada", "remarks": "", "sheet": "Lapas1",
        "persons": [{"name": "Ona Jonaitytė", "birth_year": None, "personal_code": "", "phone": "", "address": ""}],
        "rows": [2], "unread": {},
    }]  # fmt: skip
    assert (ended.json["counts"], ended.json["unread"], ended.json["questions"]) == ([], [], [])


def test_what_may_mean_two_things_is_asked_and_can_be_answered(desk: Desk) -> None:
    content = csv_text([HEADINGS, DOUBTFUL]).encode()
    asked = read(desk, content)
    assert asked.code == 3
    assert [(each["kind"], each["choices"], each["proposed"]) for each in asked.json["questions"]] == [
        ("date_order", ["dmy", "mdy"], "dmy")
    ]
    assert asked.json["notices"][0]["date"] is None
    answered = read(desk, content, "--date-order", "dmy")
    assert (answered.code, answered.json["notices"][0]["date"]) == (0, "2026-04-03")


def test_what_is_no_list_is_refused_in_a_sentence(desk: Desk) -> None:
    ended = read(desk, b"%PDF-1.7", name="list.xlsx")
    assert (ended.code, ended.out) == (1, "")
    assert ended.err == "This file is a PDF with another name. Ask for the list as XLSX or CSV.\n"


@pytest.mark.parametrize("wrong", ["C", "C=shoe", "7=name"])
def test_a_column_is_told_by_its_letter(desk: Desk, wrong: str) -> None:
    content = csv_text([("A", "B", "C", "D"), SURE]).encode()
    right = read(desk, content, "--header", "1", "--column", "A=notice_no", "--column", "b=date", "--column", "C=name")
    assert (right.code, right.json["notices"][0]["persons"][0]["name"]) == (0, "Ona Jonaitytė")
    assert read(desk, content, "--column", wrong).code == 1


def test_counts_are_shown_and_asked_about(desk: Desk) -> None:
    content = csv_text([("Padalinys", "Skaičius"), ("Kretingos PK", "12")]).encode()
    assert [each["kind"] for each in read(desk, content).json["questions"]] == ["counted", "month"]
    ended = read(desk, content, "--counted", "notices", "--month", "2026-10")
    assert ended.json["counts"] == [
        {"unit": "Kretingos PK", "month": "2026-10", "number": 12, "counted": "notices", "sheet": "", "row": 2}
    ]
    file = desk.folder / "list.csv"
    shown = desk.run("reconcile", "read", file, "--counted", "notices", "--month", "2026-10")
    assert "Kretingos PK" in shown.out
    assert "12" in shown.out


def test_rows_that_cannot_be_read_are_shown_with_their_reason(desk: Desk) -> None:
    content = csv_text([HEADINGS, SURE, ("77/3", "2026-02-30", "Asta", "")]).encode()
    assert [(each["row"], each["reason"]) for each in read(desk, content).json["unread"]] == [
        (3, "There is no such date: 2026-02-30. Write it as 2026-11-02.")
    ]
    assert "Row 3: There is no such date: 2026-02-30." in desk.run("reconcile", "read", desk.folder / "list.csv").out

"""How a partner's lists are read is kept by headings, so that next month's columns may stand in another order."""

from __future__ import annotations

from uuid import UUID

from desktop.reconciliation.habits import Habits, keyed
from desktop.reconciliation.opened import Source, answered, open_list
from desktop.reconciliation.partner_columns import Column
from desktop.reconciliation.partner_list import Answers, PartnerList
from tests.spreadsheets.files import csv_text

UNIT = UUID(int=7)
OCTOBER = [
    ("Žyma", "Data", "Asmuo", "Kita"),
    ("77-1", "03.10.2026", "Ona Onaitė", "x"),
    ("77-2", "04.10.2026", "Rūta", ""),
]
NOVEMBER = [("Asmuo", "KITA", "Data", "žyma"), ("Eglė Eglaitė", "y", "05.11.2026", "78-1")]


def understood(rows: list[tuple[str, ...]], habits: Habits, own: Answers | None = None) -> PartnerList:
    opened = open_list(Source(pasted=csv_text(rows)), own or Answers())
    return answered(opened, habits.answers(opened.listed.columns, own or Answers())).listed


def test_what_was_chosen_is_known_again_by_its_heading_in_another_order() -> None:
    chosen = Answers(columns={"!A": "notice_no", "!D": "remarks"}, date_order="dmy")
    first = understood(OCTOBER, Habits(), chosen)
    assert [(each.notice_no, each.remarks) for each in first.notices] == [("77-1", "x"), ("77-2", "")]
    habits = Habits.from_text(Habits.of(first.columns, chosen, {"Kretingos nuovada": UNIT}).to_text())
    assert habits.units == {"kretingos nuovada": UNIT}
    told = [("Žyma", "notice_no"), ("Data", "date"), ("Asmuo", "name"), ("Kita", "remarks")]
    assert habits.told() == told, "as it was written, in the order of the list"
    (notice,) = understood(NOVEMBER, habits).notices
    assert (notice.notice_no, notice.persons[0].name, notice.remarks) == ("78-1", "Eglė Eglaitė", "y")
    assert notice.date is not None
    assert (notice.date.day, notice.date.month) == (5, 11), "the order of day and month too"


def test_what_is_said_today_goes_before_the_habit() -> None:
    habits = Habits({"zyma": "notice_no", "data": "date"}, "dmy", "persons", True)
    opened = open_list(Source(pasted=csv_text(NOVEMBER)), Answers())
    found = habits.answers(opened.listed.columns, Answers(columns={"!D": ""}, date_order="mdy", apart=False))
    assert (found.columns["!D"], found.columns["!C"]) == ("", "date")
    assert (found.date_order, found.counted, found.apart) == ("mdy", "persons", False)


def test_two_columns_of_one_heading_are_told_apart_and_one_without_is_not_kept() -> None:
    columns = [Column(0, "Data", "date", "heading"), Column(1, " data ", "", ""), Column(2, "", "name", "values")]
    assert [key for key, _column in keyed(columns)] == ["data", "data 2"]
    habits = Habits.of({"": columns}, Answers(), {})
    assert (habits.knows("data", "date"), habits.knows("data 2", "")) == (True, True)


def test_what_cannot_be_read_any_more_is_no_habit() -> None:
    for text in (
        "",
        "not JSON",
        "[]",
        '{"columns": {"a": 3}}',
        '{"units": {"a": "b"}, "apart": "yes"}',
        '{"headings": [3, ["a"]]}',
    ):
        assert Habits.from_text(text) == Habits()
    former = Habits.from_text('{"columns": {"a": "no_field", "b": "name"}}')
    assert (former.columns, former.told()) == ({"b": "name"}, [("b", "name")])

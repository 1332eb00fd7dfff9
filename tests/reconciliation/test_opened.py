"""A list on its way: what was asked stays on the table, the rows add up, and whose it is is proposed."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from desktop.centre import Centre
from desktop.language import N_
from desktop.periods import Month
from desktop.problems import Cancelled, Problem
from desktop.reconciliation.bringing import Brought
from desktop.reconciliation.opened import Source, answered, count_rows_of, from_plain, key_of, open_list, to_plain
from desktop.reconciliation.partner_list import Answers, PartnerList
from desktop.reconciliation.proposals import outside, partner_of, period_of, unknown_units
from desktop.reconciliation.trial import compare
from desktop.reconciliation.units import Units
from desktop.records.directory import AgencyDraft
from tests.spreadsheets.files import csv_text, xlsx

HEADINGS = ("Reg. nr.", "Data", "Asmuo", "Gim. m.", "Nuovada")
ROWS = [
    ("Spalio sąrašas",),
    HEADINGS,
    ("3321", "2026-10-01", "Petrauskienė Asta", "1979", "Kretingos nuovada"),
    ("3322", "2026-10-02", "Stonkutė Eglė", "1996", "Salantų nuovada"),
    ("3330", "2026-10-03", "", "", "Kretingos nuovada"),
    ("3331", "2026-02-31", "Mažeikaitė Ona", "", "Salantų nuovada"),
    ("Iš viso", "", "4"),
]


def listed(rows: list[tuple[str, ...]], name: str = "", answers: Answers | None = None) -> PartnerList:
    return open_list(Source(pasted=csv_text(rows)), answers or Answers()).listed


@pytest.fixture
def police(centre: Centre) -> dict[str, UUID]:
    """A county's police with a station and its two units; another institution beside it."""
    by, found = centre.worker, {}
    station = "Kretingos PK"
    kin = {"Klaipėdos VPK": "", station: "Klaipėdos VPK", "Kretingos nuovada": station, "Salantų nuovada": station}
    for name, parent in {**kin, "Vaiko teisės": ""}.items():
        draft = AgencyDraft(name=name, kind="police", parent_id=found.get(parent))
        found[name] = centre.directory.enter(draft, by).id
    return found


def test_every_row_under_the_headings_is_counted_once() -> None:
    count = count_rows_of(listed(ROWS))
    assert (count.readable, count.nameless, count.unread, count.aside) == (2, 1, 1, 1)
    assert count.rows == len(ROWS) - 2


def test_a_question_stays_on_the_table_when_it_was_answered() -> None:
    rows = [HEADINGS, ("1", "03.10.2026", "Ona Onaitė", "", ""), ("2", "04.10.2026", "Rūta Rūtaitė", "", "")]
    opened = open_list(Source(pasted=csv_text(rows)), Answers())
    assert opened.open_questions() == {("date_order", "")}
    after = answered(opened, Answers(date_order="dmy"))
    assert after.open_questions() == set()
    assert [key_of(each) for each in after.asked] == [("date_order", "")]
    assert after.listed.notices[0].date == date(2026, 10, 3)


def test_another_encoding_reads_the_file_again(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_bytes(csv_text([HEADINGS, ("1", "2026-10-03", "Jonaitienė Živilė", "", "")]).encode("cp1257"))
    opened = open_list(Source(file), Answers())
    again = answered(opened, Answers(encoding="cp1250"))
    assert opened.listed.notices[0].persons[0].name == "Jonaitienė Živilė"
    assert again.listed.notices[0].persons[0].name != "Jonaitienė Živilė"
    assert again.digest == opened.digest


def test_a_file_that_is_gone_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Problem):
        open_list(Source(tmp_path / "gone.xlsx"), Answers())


def test_answers_come_back_from_what_is_kept_over_a_lock() -> None:
    answers = Answers(
        "dmy", "cp1257", {"Lapas1": 3}, {"Lapas1!A": "name"}, "persons", Month(2026, 10), True, False, "LT"
    )
    assert from_plain(to_plain(answers)) == answers
    assert from_plain(to_plain(Answers())) == Answers()


def test_a_column_chosen_in_one_sheet_leaves_the_others_as_they_are(tmp_path: Path) -> None:
    rows = [HEADINGS, ("1", "2026-10-03", "Ona Onaitė", "", "Kretingos nuovada")]
    file = tmp_path / "list.xlsx"
    file.write_bytes(xlsx({"Vienas": rows, "Du": rows}))
    found = open_list(Source(file), Answers(columns={"Du!C": ""})).listed
    assert [any(person.name for person in each.persons) for each in found.notices] == [True, False]


def test_the_months_are_those_of_the_list_and_a_slip_does_not_stretch_them() -> None:
    today = date(2026, 11, 3)
    rows = [HEADINGS, *((str(n), f"2026-10-{n:02}", f"Ona Onaitė {n}", "", "") for n in range(1, 9))]
    october = Month(2026, 10)
    assert period_of(listed(rows), (), today) == (october, october)
    slipped = listed([*rows, ("9", "2062-10-09", "Ona", "", "")])
    assert period_of(slipped, (), today) == (october, october)
    assert outside(slipped, october, october) == 1
    quarter = [HEADINGS, *((str(n), f"2026-{n:02}-05", f"Ona Onaitė {n}", "", "") for n in range(7, 10))]
    assert period_of(listed(quarter), (), today) == (Month(2026, 7), Month(2026, 9))


def test_without_a_date_the_name_of_the_file_tells_the_month() -> None:
    rows = [("Asmuo", "Gim. m."), ("Ona Onaitė", "1979"), ("Rūta Rūtaitė", "1981")]
    assert period_of(listed(rows), ("pranesimai_gruodis.xlsx",), date(2026, 3, 3))[0] == Month(2025, 12)
    assert period_of(listed(rows), ("sąrašas.xlsx",), date(2026, 3, 3))[0] == Month(2026, 2)


def test_the_institution_is_the_smallest_that_has_all_units_of_the_list(
    centre: Centre, police: dict[str, UUID]
) -> None:
    agencies = centre.directory.agencies()
    assert partner_of(listed(ROWS), (), agencies) == police["Kretingos PK"]
    assert partner_of(listed(ROWS), (), agencies, {police["Klaipėdos VPK"]}) == police["Klaipėdos VPK"]
    row = ("2026-10-03", "Ona Onaitė", "")
    one = [HEADINGS, ("1", *row, "Kretingos nuovada")]
    assert partner_of(listed(one), (), agencies) == police["Kretingos nuovada"]
    assert partner_of(listed([*one, ("2", *row, "Darbėnai")]), (), agencies) == police["Kretingos PK"], "one of several"
    bare = [HEADINGS, ("1", *row, "")]
    assert partner_of(listed(bare), ("Kretingos PK spalis.xlsx",), agencies) == police["Kretingos PK"]
    assert partner_of(listed(bare), ("spalis.xlsx",), agencies, {police["Vaiko teisės"]}) == police["Vaiko teisės"]
    assert partner_of(listed(bare), ("spalis.xlsx",), agencies) is None


def test_only_units_that_the_directory_does_not_know_are_asked(centre: Centre, police: dict[str, UUID]) -> None:
    rows = [*ROWS, ("3340", "2026-10-09", "Rūta Rūtaitė", "", "Darbėnų nuovada"),
            ("3341", "2026-10-09", "Rasa Rasaitė", "", "DARBĖNŲ NUOVADA")]  # fmt: skip
    agencies = centre.directory.agencies()
    assert unknown_units(listed(rows), Units(agencies, police["Kretingos PK"])) == ["Darbėnų nuovada"]
    known = Units(agencies, police["Kretingos PK"], {"darbenu nuovada": police["Kretingos nuovada"]})
    assert unknown_units(listed(rows), known) == []


def test_comparing_writes_nothing_and_may_be_stopped(centre: Centre, police: dict[str, UUID]) -> None:
    october, before = Month(2026, 10), centre.vault.head().count
    brought = Brought(october, police["Kretingos PK"], october)
    found = compare(centre.reconciliations, brought, listed(ROWS))
    assert found.statement.sums.sent == 3
    assert found.settlement is not None
    assert len(found.settlement.only_theirs) == 3

    def stop(_done: int, _total: int) -> None:
        raise Cancelled(N_("Stopped. Nothing was changed."))

    with pytest.raises(Cancelled):
        compare(centre.reconciliations, brought, listed(ROWS), stop)
    assert centre.vault.head().count == before
    assert centre.reconciliations.overview() == []
    centre.reconciliations.bring(brought, listed(ROWS), centre.worker)
    with pytest.raises(Problem):
        compare(centre.reconciliations, brought, listed(ROWS))


def test_a_file_changed_while_it_is_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "list.csv"
    file.write_text(csv_text([HEADINGS, ("1", "2026-10-03", "Ona Onaitė", "", "")]), encoding="utf-8")
    plain = Path.read_bytes

    def written_meanwhile(path: Path) -> bytes:
        content = plain(path)
        os.utime(path, ns=(1, path.stat().st_mtime_ns + 1))
        return content

    monkeypatch.setattr(Path, "read_bytes", written_meanwhile)
    with pytest.raises(Problem):
        open_list(Source(file), Answers())

"""Lists in the shapes in which they come: nothing is dropped, and nothing is taken for what it is not."""

from __future__ import annotations

from datetime import date

from desktop.periods import Month
from desktop.reconciliation.partner_columns import field_of
from desktop.reconciliation.partner_list import PartnerList, understand
from desktop.reconciliation.partner_people import names_in
from desktop.spreadsheets.sheets import Book, Cell, RawSheet


def of(*rows: tuple[Cell, ...], **sheets: tuple[tuple[Cell, ...], ...]) -> PartnerList:
    held = sheets or {"Lapas1": rows}
    return understand(Book("XLSX", tuple(RawSheet(name, lines) for name, lines in held.items())))


def test_a_sheet_named_after_a_unit_gives_its_notices_that_unit() -> None:
    heading = ("Nr.", "Data", "Asmuo")
    sheets = {
        "Kretingos PK": (heading, ("1-26", "2026-10-01", "Asta Petrauskienė")),
        "Lapas2": (heading, ("2-26", "2026-10-02", "Rūta Jonaitytė")),
    }
    assert [notice.unit for notice in of(**sheets).notices] == ["Kretingos PK", ""]


def test_the_title_of_a_section_right_below_the_headings_is_no_heading() -> None:
    listed = of(
        ("Бр.", "Датум", "Име и презиме жртве"), ("ПС Нови Бечеј",), ("12/26", "3.10.2026.", "Јелена Ђорђевић"),
        ("Свега ПС Нови Бечеј", 1.0), ("ПС Житиште",), ("13/26", "23.10.2026.", "Мира Петровић"), ("СВЕГА", 2.0),
    )  # fmt: skip
    assert [(notice.notice_no, notice.unit) for notice in listed.notices] == [
        ("12/26", "ПС Нови Бечеј"), ("13/26", "ПС Житиште"),
    ]  # fmt: skip
    assert [aside.what for aside in listed.aside] == ["title", "section", "sum", "section", "sum"]


def test_headings_of_a_program_and_a_bare_sign_for_number_are_known() -> None:
    assert [field_of(heading) for heading in ("notice_no", "birth_year", "personal_code", "Br.", "Бр.")] == [
        "notice_no", "birth", "personal_code", "notice_no", "notice_no",
    ]  # fmt: skip


def test_persons_numbered_within_a_cell_are_parted() -> None:
    assert names_in("1) Lina Kazlauskienė 2) Ema Kazlauskaitė") == ["Lina Kazlauskienė", "Ema Kazlauskaitė"]
    assert names_in("1. Јелена Ђорђевић, 2. Милан Ђорђевић") == ["Јелена Ђорђевић", "Милан Ђорђевић"]
    assert names_in("Ona Jonaitytė (g. 1991)") == ["Ona Jonaitytė (g. 1991)"]


def test_who_signed_below_the_list_is_no_notice() -> None:
    listed = of(
        ("Nr.", "Data", "Asmuo"), ("1-26", date(2026, 10, 1), "Asta Petrauskienė"), ("b/n", "2026-10-02", "Ona"),
        (None,), ("2026-11-02",), ("Viršininkas", None, "Jonas Kazlauskas"), ("3-26", None, "Rūta Rimkutė"),
    )  # fmt: skip
    assert [notice.notice_no for notice in listed.notices] == ["1-26", "b/n", "3-26"]
    assert [unread.row for unread in listed.unread] == [5, 6], "told, not dropped"


def test_a_column_of_sums_beside_months_is_no_count() -> None:
    listed = of(("2026 m. pranešimai",), ("PK", "Rugsėjis", "Spalis", "Iš viso"), ("Kretingos PK", 10.0, 9.0, 19.0))
    assert [(count.month, count.number) for count in listed.counts] == [(Month(2026, 9), 10), (Month(2026, 10), 9)]
    assert listed.questions == ()


def test_a_column_of_children_with_a_dash_for_none_is_counted() -> None:
    listed = of(
        ("2026 m. spalio mėn.",), ("Padalinys", "Pranešimų skaičius", "Iš jų vaikų"), ("Kretingos PK", 9.0, 2.0),
        ("Skuodo PK", 5.0, "-"),
    )  # fmt: skip
    assert [(count.number, count.counted) for count in listed.counts] == [
        (9, "notices"), (2, "children"), (5, "notices"),
    ]  # fmt: skip

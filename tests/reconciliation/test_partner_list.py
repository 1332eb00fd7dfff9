"""Partners' lists as they come: headings, dates, telephones, sums, sections, several persons; no row is lost."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.periods import Month
from desktop.reconciliation.partner_columns import field_of
from desktop.reconciliation.partner_dates import is_doubtful, order_of, read_day
from desktop.reconciliation.partner_list import Answers, PartnerList, understand
from desktop.reconciliation.partner_people import names_in, telephone, year_of_code
from desktop.spreadsheets.reading import read_book
from desktop.spreadsheets.sheets import Book, Cell, RawSheet
from tests.spreadsheets.files import csv_text, docx, ods, xlsx

TITLE = ("Klaipėdos apskr. VPK pranešimai už 2026 m. spalį",)
HEADINGS = ("Reg. nr.", "Data", "Asmuo", "Gim.", "Tel.", "Nuovada", "Past.")
ROWS: tuple[tuple[object, ...], ...] = (
    (3321, date(2026, 10, 1), "Petrauskienė Asta", 1979, 61240018, "Kretingos nuovada", None),
    (3322, date(2026, 10, 1), "STONKUTE EGLE", 1996, "0 698 11 270", "Kretingos nuovada", "2 vaikai"),
    (3327, date(2026, 10, 2), "Vaitkienė (Jonušaitė) Rasa", 1988, 37060055512, "Kretingos nuovada", None),
    (3330, date(2026, 10, 3), "—", None, None, "Kretingos nuovada", "anoniminis"),
    (3331, date(2026, 10, 13), "Mažeikaitė Ona", 1951, "0 445 78024", "Salantų nuovada", None),
)
LIST = (TITLE, (), HEADINGS, *ROWS, ("Iš viso:", None, 5))


def of(
    *rows: Sequence[Cell], answers: Answers | None = None, merged: Sequence[tuple[int, int, int, int]] = ()
) -> PartnerList:
    """What a list with these rows says."""
    return understand(Book("XLSX", (RawSheet("Lapas1", tuple(map(tuple, rows)), merged=tuple(merged)),)), answers)


def kinds(listed: PartnerList) -> list[str]:
    return [question.kind for question in listed.questions]


SOURCES = {
    "xlsx": xlsx(LIST),
    "ods": ods(LIST),
    "cp1257": csv_text(LIST).encode("cp1257"),
    "utf-16": csv_text(LIST, "\t").encode("utf-16"),
    "docx": docx(LIST),
}


@pytest.mark.parametrize("kind", SOURCES)
def test_one_list_says_the_same_in_every_form(kind: str) -> None:
    listed = understand(read_book(SOURCES[kind]))
    assert [notice.notice_no for notice in listed.notices] == ["3321", "3322", "3327", "3330", "3331"]
    assert [notice.date for notice in listed.notices] == [row[1] for row in ROWS]
    assert [[p.name for p in notice.persons] for notice in listed.notices] == [
        ["Petrauskienė Asta"], ["STONKUTE EGLE"], ["Vaitkienė (Jonušaitė) Rasa"], [], ["Mažeikaitė Ona"],
    ]  # fmt: skip
    assert [notice.persons[0].phone for notice in listed.notices if notice.persons] == [
        "+37061240018", "+37069811270", "+37060055512", "+37044578024",
    ]  # fmt: skip
    assert [aside.what for aside in listed.aside] == ["title", "title", "sum"]
    assert (listed.unread, listed.questions) == ((), ())


SERBIAN = (
    ("Списак пријава, октобар 2026.",),
    (
        "Р. бр.",
        "Број предмета",
        "Датум пријаве",
        "Презиме и име жртве",
        "Година рођења",
        "Телефон",
        "Полицијска станица",
    ),
    (1.0, "230-1", "3. 10. 2026.", "Петровић Мира; Петровић Ана", "1980; 2010", 641234567.0, "ПС Зрењанин"),
    (2.0, "230-2", "13.10.2026.", "Jović Sanja", "1990", "064 1234567", "ПС Зрењанин"),
    ("", "Укупно", 2.0),
)


def test_a_serbian_list_in_two_scripts() -> None:
    listed = of(*SERBIAN)
    first, second = listed.notices
    assert [(p.name, p.birth_year, p.phone) for p in first.persons] == [
        ("Петровић Мира", 1980, "+381641234567"), ("Петровић Ана", 2010, ""),
    ]  # fmt: skip
    assert (first.notice_no, first.date, second.date) == ("230-1", date(2026, 10, 3), date(2026, 10, 13))
    assert second.persons[0].phone == "+381641234567"
    assert (listed.questions, listed.unread) == ((), ())


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Eil. Nr.", "sequence"), ("Р. бр.", "sequence"), ("Pranešimo Nr.", "notice_no"), ("ROIK", "notice_no"),
        ("Број предмета", "notice_no"), ("Pranešimo data", "date"), ("Датум пријаве", "date"),
        ("Gavimo data ir laikas", "date"),
        ("Įvykio data", "incident_date"), ("Датум догађаја", "incident_date"), ("Gimimo data", "birth"),
        ("ЈМБГ", "personal_code"),
        ("Година рођења", "birth"), ("Nukentėjusio asmens vardas, pavardė", "name"), ("Ime i prezime", "name"),
        ("Презиме", "surname"), ("Vardas", "given"), ("Kontaktinis tel.", "phone"), ("Gyvenamoji vieta", "address"),
        ("Полицијска станица", "unit"), ("Nuovada", "unit"), ("Pranešimų skaičius", "count"), ("Broj lica", "count"),
        ("Spalis", "count"), ("oktobar 2026.", "count"), ("Pastabos", "remarks"), ("Kažkas", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_heading_is_known_in_every_language(heading: str, field: str) -> None:
    assert field_of(heading) == field


def test_a_column_without_a_heading_is_known_by_what_stands_in_it() -> None:
    listed = of(("2026-10-01", "Asta Petrauskienė", "+37061240018"), ("2026-10-02", "Eglė Stonkutė", "+37069811270"))
    assert kinds(listed) == ["header"]
    assert [(n.date, n.persons[0].name, n.persons[0].phone) for n in listed.notices] == [
        (date(2026, 10, 1), "Asta Petrauskienė", "+37061240018"), (date(2026, 10, 2), "Eglė Stonkutė", "+37069811270"),
    ]  # fmt: skip
    answered = of(
        ("2026-10-01", "Asta Petrauskienė"), answers=Answers(header={"Lapas1": 0}, columns={"A": "date", "B": "name"})
    )
    assert (kinds(answered), answered.notices[0].date) == ([], date(2026, 10, 1))


def test_headings_in_two_rows_names_in_two_columns_and_a_unit_over_the_list() -> None:
    listed = of(
        ("Kretingos PK",), ("Nr", "Pranešimo", "Asmens", "Asmens"), (None, "data", "vardas", "pavardė"),
        ("77/1", "2026-10-03", "Ona", "Jonaitytė"), ("77/2", "2026-10-04", "Rūta", "Jonaitytė"),
    )  # fmt: skip
    assert [(n.unit, n.date, n.persons[0].name) for n in listed.notices] == [
        ("Kretingos PK", date(2026, 10, 3), "Ona Jonaitytė"), ("Kretingos PK", date(2026, 10, 4), "Rūta Jonaitytė"),
    ]  # fmt: skip


def test_sections_sums_and_headings_said_again_are_no_notices() -> None:
    listed = of(
        ("Nr.", "Data", "Asmuo"), ("Kretingos PK",), ("71", "2026-10-03", "Ona Jonaitytė"), ("Iš viso", None, 1.0),
        ("Nr.", "Data", "Asmuo"), ("Skuodo PK",), ("72", "2026-10-04", "Rūta Jonaitytė"), ("IŠ VISO:", None, 2.0),
    )  # fmt: skip
    assert [(n.notice_no, n.unit) for n in listed.notices] == [("71", "Kretingos PK"), ("72", "Skuodo PK")]
    assert [aside.what for aside in listed.aside] == ["title", "section", "sum", "heading", "section", "sum"]


def test_one_notice_may_name_several_persons() -> None:
    joined = of(
        ("Nr.", "Data", "Asmuo"), ("71", "2026-10-03", "Ona Jonaitytė"), (None, None, "Rūta Jonaitytė"),
        merged=[(1, 0, 2, 0), (1, 1, 2, 1)],
    )  # fmt: skip
    assert ([len(n.persons) for n in joined.notices], kinds(joined)) == ([2], []), "joined cells say so themselves"
    rows = (("Nr.", "Data", "Asmuo"), ("71", "2026-10-03", "Ona Jonaitytė"), (None, None, "Rūta Jonaitytė"))
    asked = of(*rows)
    assert ([n.rows for n in asked.notices], kinds(asked)) == ([(2, 3)], ["apart"]), (
        "a row that hangs in the air is asked about"
    )
    assert [n.rows for n in of(*rows, answers=Answers(apart=True)).notices] == [(2,), (3,)]
    twice = of(
        ("Nr.", "Data", "Asmuo"), ("71", "2026-10-03", "Ona"), ("71", "2026-10-03", "Rūta"), ("71", "2026-10-03", "ONA")
    )
    assert [n.rows for n in twice.notices] == [(2, 3), (4,)], "the same name twice is a duplicate and stays one"


def test_what_cannot_be_read_is_listed_and_what_hangs_on_it_too() -> None:
    listed = of(
        ("Nr.", "Data", "Asmuo"), ("71", "2026-02-30", "Ona Jonaitytė"), (None, None, "Rūta Jonaitytė"),
        ("72", "vakar", "Eglė Stonkutė"), ("73", "2026-10-03", "Asta Petrauskienė"),
    )  # fmt: skip
    assert [(each.row, str(each.reason)) for each in listed.unread] == [
        (2, "There is no such date: {text}. Write it as 2026-11-02."),
        (3, "It belongs to the row above, which cannot be read."),
        (4, "There is no such date: {text}. Write it as 2026-11-02."),
    ]
    assert [n.notice_no for n in listed.notices] == ["73"]


DAYS = {
    "2026-10-03": date(2026, 10, 3), "2026.10.03": date(2026, 10, 3), "2026 10 03": date(2026, 10, 3),
    "2026-10-03 14:20": date(2026, 10, 3), "2026-10-03T14:20:00": date(2026, 10, 3), "20261003": date(2026, 10, 3),
    "2026 m. spalio 3 d.": date(2026, 10, 3), "3. oktobar 2026.": date(2026, 10, 3),
    "3. октобра 2026.": date(2026, 10, 3),
    "3 October 2026": date(2026, 10, 3), "23.10.2026": date(2026, 10, 23), "23. 10. 2026.": date(2026, 10, 23),
    "10/23/2026": date(2026, 10, 23), "23/10/26": date(2026, 10, 23), "3. 10. 2026.": date(2026, 10, 3),
    "45933": date(2025, 10, 3),
}  # fmt: skip


@pytest.mark.parametrize("written", DAYS)
def test_a_date_is_read_in_every_form(written: str) -> None:
    assert read_day(written) == DAYS[written]


def test_days_are_counted_from_the_year_of_the_file() -> None:
    assert read_day(45933.0) == date(2025, 10, 3)
    assert read_day(44471.0, epoch=1904) == date(2025, 10, 3)


SOME_DAYS = st.lists(st.dates(date(2024, 1, 1), date(2026, 12, 31)), min_size=1, max_size=12)


@given(SOME_DAYS, st.sampled_from(("dmy", "mdy")), st.sampled_from("./-"))
@settings(max_examples=150, deadline=None)
def test_day_and_month_are_never_swapped_silently(days: list[date], order: str, between: str) -> None:
    form = between.join(("%d", "%m", "%Y") if order == "dmy" else ("%m", "%d", "%Y"))
    cells = [day.strftime(form) for day in days]
    found = order_of(cells)
    for cell, day in zip(cells, days, strict=True):
        assert is_doubtful(cell, found.order) or read_day(cell, found.order) == day
        assert read_day(cell, order) == day, "once it is answered, every date is right"


def test_a_date_that_may_be_two_is_asked_and_answered() -> None:
    rows = (("Nr.", "Data", "Asmuo"), ("1/26", "03.04.2026", "Ona Jonaitytė"), ("2/26", "2026-04-05", "Rūta Jonaitytė"))
    asked = of(*rows)
    assert (kinds(asked), asked.questions[0].proposed) == (["date_order"], "dmy")
    assert [n.date for n in asked.notices] == [None, date(2026, 4, 5)]
    assert asked.notices[0].unread == {"date": "03.04.2026"}
    assert of(*rows, answers=Answers(date_order="mdy")).notices[0].date == date(2026, 3, 4)
    assert of(*rows, ("3/26", "23.04.2026", "Asta")).notices[0].date == date(2026, 4, 3), "the column itself tells"


@pytest.mark.parametrize(
    ("written", "country", "kept"),
    [
        ("37061240018", "", "+37061240018"), ("0037061240018", "", "+37061240018"),
        ("861240018", "LT", "+37061240018"),
        ("061240018", "LT", "+37061240018"), ("61240018", "LT", "+37061240018"),
        ("+370 612 40018", "RS", "+37061240018"),
        ("381641234567", "", "+381641234567"), ("0641234567", "RS", "+381641234567"),
        ("641234567", "RS", "+381641234567"),
        ("12", "LT", "12"), ("nežino", "LT", "nežino"), ("", "LT", ""),
    ],
)  # fmt: skip
def test_a_telephone_finds_its_plus_again(written: str, country: str, kept: str) -> None:
    assert telephone(written, country) == kept


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Ona Jonaitienė; Rūta Jonaitytė", ["Ona Jonaitienė", "Rūta Jonaitytė"]),
        ("Ona Jonaitienė\nRūta Jonaitytė", ["Ona Jonaitienė", "Rūta Jonaitytė"]),
        ("Ona Jonaitienė ir Rūta Jonaitytė", ["Ona Jonaitienė", "Rūta Jonaitytė"]),
        ("Мира Петровић и Ана Петровић", ["Мира Петровић", "Ана Петровић"]),
        ("Jonaitienė, Ona", ["Jonaitienė, Ona"]), ("Ona ir Petras Jonaičiai", ["Ona ir Petras Jonaičiai"]),
        ("Mira Petrović-Jović", ["Mira Petrović-Jović"]), ("—", []), ("nežinoma", []),
    ],
)  # fmt: skip
def test_names_are_parted_only_where_whole_names_stand(cell: str, names: list[str]) -> None:
    assert names_in(cell) == names


def test_a_personal_code_tells_the_year() -> None:
    assert [year_of_code(code) for code in ("47908074101", "1503006715012", "503006715012", "99", "12345678901")] == [
        1979, 2006, 2006, None, None,
    ]  # fmt: skip


def test_counts_by_unit_and_month() -> None:
    wide = of(
        ("2026 m. pranešimai",), ("Padalinys", "Sausis", "Vasaris"), ("Kretingos PK", 12.0, "8"), ("Iš viso", 12.0, 8.0)
    )
    assert [(c.unit, c.month, c.number, c.counted) for c in wide.counts] == [
        ("Kretingos PK", Month(2026, 1), 12, "notices"), ("Kretingos PK", Month(2026, 2), 8, "notices"),
    ]  # fmt: skip
    long = of(("Jedinica", "Mesec", "Broj prijava", "Broj lica"), ("PS Zrenjanin", "oktobar 2026.", 12.0, 14.0))
    assert [(c.month, c.number, c.counted) for c in long.counts] == [
        (Month(2026, 10), 12, "notices"), (Month(2026, 10), 14, "persons"),
    ]  # fmt: skip
    assert (wide.questions, long.questions) == ((), ())


def test_counts_that_do_not_say_what_or_when_are_asked_about() -> None:
    rows = (("Padalinys", "Skaičius"), ("Kretingos PK", 1204.0), ("Skuodo PK", "1 300"))
    assert kinds(of(*rows)) == ["counted", "month"]
    answered = of(*rows, answers=Answers(counted="events", month=Month(2026, 10)))
    assert [(c.number, c.counted, c.month) for c in answered.counts] == [
        (1204, "events", Month(2026, 10)), (1300, "events", Month(2026, 10)),
    ]  # fmt: skip
    assert answered.questions == ()


def test_a_hidden_sheet_is_asked_about() -> None:
    rows = (("Nr.", "Data", "Asmuo"), ("71", "2026-10-03", "Ona Jonaitytė"))
    book = Book("XLSX", (RawSheet("Yra", rows), RawSheet("Paslėpta", rows, hidden=True)))
    assert (kinds(understand(book)), len(understand(book).notices)) == (["hidden"], 1)
    assert len(understand(book, Answers(hidden=True)).notices) == 2


CELLS = st.one_of(
    st.none(), st.sampled_from(("Iš viso", "Kretingos PK", "Nr.", "Data", "Asmuo")),
    st.sampled_from(("2026-10-03", "2026-02-30", "03.04.2026", "71")),
    st.text(max_size=12), st.floats(allow_nan=False, allow_infinity=False), st.booleans(), st.dates(),
)  # fmt: skip


@given(st.lists(st.lists(CELLS, max_size=5), max_size=12), st.booleans())
@settings(max_examples=200, deadline=None)
def test_every_row_ends_in_exactly_one_place(rows: list[list[Cell]], headed: bool) -> None:
    table = [["Nr.", "Data", "Asmuo"], *rows] if headed else rows
    listed = of(*table)
    places = Counter(
        [row for notice in listed.notices for row in notice.rows]
        + list({count.row for count in listed.counts})
        + [each.row for each in (*listed.unread, *listed.aside)]
    )
    filled = {
        n
        for n, row in enumerate(table, 1)
        if any(c is not None and not isinstance(c, bool) and str(c).strip() for c in row)
    }
    assert places == Counter(filled)


def test_rows_in_any_order_say_the_same() -> None:
    pick = random.Random(4)
    rows = [(f"{n}/26", f"2026-10-{n % 28 + 1:02}", f"Ona Jonaitytė {n}") for n in range(40)]
    first = {(n.notice_no, n.date) for n in of(("Nr.", "Data", "Asmuo"), *rows).notices}
    pick.shuffle(rows)
    assert {(n.notice_no, n.date) for n in of(("Nr.", "Data", "Asmuo"), *rows).notices} == first

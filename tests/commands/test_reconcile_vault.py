"""A partner's list by command, from the file to the agreed figure, on a real vault."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.commands.conftest import POLICE, Desk

MARCH = ("--partner", POLICE, "--month", "2024-03")
LIST = """Reg. nr.;Data;Vardas ir pavardė;Gim. metai;Tel.;Nuovada
3321;2024-03-02;Petrauskienė Asta;1979;861240018;Salantų nuovada
3322;2024-03-05;STONKUTE EGLE;1996;869811270;Salantų nuovada
3322;2024-03-05;Stonkutė Eglė;1996;869811270;Salantų nuovada
3360;2024-03-22;Norvilienė Zita;1969;;Salantų nuovada
3363;2024-03-27;Kusaitė Jūratė;;;Salantų nuovada
"""


@pytest.fixture
def march(desk: Desk, begun: Path) -> Desk:
    """A month with two notices of theirs, and one of somebody else."""
    return desk.after(begun, enter)


def enter(desk: Desk) -> None:
    assert desk.on("agency", "add", "Salantų nuovada", "--kind", "police", "--part-of", POLICE).code == 0
    for number, day, name in ((3321, 2, "Asta Petrauskienė"), (3322, 6, "Eglė Stonkutė")):
        told = ("--received", f"2024-03-0{day} 09:00", "--sender", POLICE, "--unit", "Salantų nuovada",
                "--reference", str(number), "--person", name)  # fmt: skip
        assert desk.on("referral", "enter", *told).code == 0


def listed(desk: Desk, text: str = LIST) -> Path:
    path = desk.folder / "kovas.csv"
    path.write_text(text, encoding="utf-8")
    return path


def shown(desk: Desk, *which: str) -> dict[str, object]:
    found = desk.on("reconcile", "show", *(which or MARCH), "--json").json
    assert isinstance(found, dict)
    return found


def test_from_the_list_to_the_agreed_figure(march: Desk) -> None:
    assert march.on("reconcile", "propose", listed(march), *MARCH).code == 0
    was = shown(march)
    groups = [row["group"] for row in was["rows"]]  # type: ignore[attr-defined]
    assert sorted(groups) == ["duplicate_theirs", "matched", "matched", "only_ours", "only_theirs", "only_theirs"]
    assert (was["sent"], was["received"], was["agreed"]) == (5, 3, 2)
    assert march.on("reconcile", "explain", *MARCH, "residence_unknown", "--theirs", 5).code == 0
    entered = march.on("reconcile", "enter", *MARCH, "--theirs", 4)
    assert entered.code == 0
    assert "2" in entered.out
    assert march.on("reconcile", "explain", *MARCH, "in_person", "--ours", "2024/1").code == 0
    rule = ("--their-rule", "incident", "--what-next", "Nuovada patikrins iki balandžio 10 d.")
    assert march.on("reconcile", "remark", *MARCH, *rule).code == 0
    agreed = ("--for-them", "A. Kalvaitis", "--for-us", "Ona Petraitė")
    settled = march.on("reconcile", "settle", *MARCH, *agreed)
    assert (settled.code, settled.out.strip()) == (0, "Agreed figure: 3")
    now = shown(march)
    assert (now["settled"], now["agreed"], now["agreed_by_us"], now["entered"]) == (True, 3, 3, 1)
    assert now["unexplained_theirs"] == now["unexplained_ours"] == 0
    assert march.on("reconcile", "remove", *MARCH).code == 1
    assert "The period is agreed" in march.on("reconcile", "remark", *MARCH, "--what-next", "x").err
    (row,) = march.on("reconcile", "list", "--json").json
    assert (row["month"], row["rows"], row["agreed"]) == ("2024-03", 5, 3)


def test_the_sheet_is_a_draft_then_sealed_and_written_again_byte_for_byte(march: Desk) -> None:
    march.on("reconcile", "propose", listed(march), *MARCH)
    draft, sealed, again = (march.folder / name for name in ("draft.pdf", "sealed.pdf", "again.pdf"))
    assert "draft" in march.on("reconcile", "sheet", *MARCH, "--output", draft).err
    assert march.on("reconcile", "settle", *MARCH, "--for-them", "A. Kalvaitis", "--for-us", "Ona Petraitė").code == 0
    assert march.on("reconcile", "sheet", *MARCH, "--again", "--output", again).code == 1
    told = march.on("reconcile", "sheet", *MARCH, "--output", sealed)
    assert (told.code, "SA-2024-03" in told.out) == (0, True)
    assert march.on("reconcile", "sheet", *MARCH, "--again", "--output", again).code == 0
    assert again.read_bytes() == sealed.read_bytes() != draft.read_bytes()
    assert march.run("summary", "verify", again).code == 3
    (row,) = march.on("reconcile", "sheets", "--json").json
    assert (row["number"], row["with_names"]) == ("SA-2024-03", False)
    book = march.folder / "sheet.xlsx"
    assert march.on("reconcile", "sheet", *MARCH, "--output", book).code == 0
    assert book.read_bytes()[:2] == b"PK"
    assert march.on("reconcile", "sheet", *MARCH, "--output", march.folder / "sheet.doc").code == 1


def test_nothing_is_kept_while_something_is_asked_and_the_list_can_be_taken_out(march: Desk) -> None:
    doubtful = LIST.replace("2024-03-02", "03.04.2024").replace("2024-03-05", "05.03.2024")
    asked = march.on("reconcile", "propose", listed(march, doubtful.replace("2024-03-2", "07.03.2")), *MARCH)
    assert (asked.code, "Nothing has been written yet" in asked.err) == (3, True), asked
    assert march.on("reconcile", "list", "--json").json == []
    assert march.on("reconcile", "propose", listed(march), *MARCH).code == 0
    assert march.on("reconcile", "propose", listed(march), *MARCH).code == 1
    assert march.on("reconcile", "remove", *MARCH).code == 0
    assert march.on("reconcile", "list", "--json").json == []


def test_a_pair_is_decided_and_the_decision_taken_back(march: Desk) -> None:
    march.on("reconcile", "propose", listed(march), *MARCH)
    for answer, groups in (("same", 0), ("none", 1)):
        assert march.on("reconcile", "decide", *MARCH, "--theirs", 5, "--ours", "2024/1", answer).code == 0
        found = [row for row in shown(march)["rows"] if row["group"] == "only_ours"]  # type: ignore[attr-defined]
        assert len(found) == groups
    wrong = march.on("reconcile", "decide", *MARCH, "--theirs", 9, "--ours", "2024/1", "same")
    assert (wrong.code, "no such row" in wrong.err) == (1, True)


def test_the_published_figures_of_2020_by_command(desk: Desk) -> None:
    counties = {"Klaipėdos": 1750, "Telšių": 1104, "Tauragės": 517, "Utenos": 631, "Marijampolės": 915,
                "Alytaus": 1153, "Panevėžio": 1664, "Šiaulių": 2240, "Kauno": 3093, "Vilniaus": 3482}  # fmt: skip
    text = "Apskritis;Asmenų skaičius 2020 m.\n" + "".join(f"{name};{n}\n" for name, n in counties.items())
    year = ("--partner", POLICE, "--month", "2020-01", "--until", "2020-12")
    assert desk.on("reconcile", "propose", listed(desk, text), *year, "--counted", "persons").code == 0
    assert desk.on("reconcile", "remark", *year, "--our-number", 16672).code == 0
    assert shown(desk, *year)["unexplained_ours"] == 123
    for reason, number in (("residence_unknown", 43), ("other_centre", 80)):
        explained = desk.on("reconcile", "explain", *year, reason, "--side", "ours", "--number", number)
        assert explained.code == 0
    now = shown(desk, *year)
    assert (now["sent"], now["received"], now["agreed"], now["unexplained_ours"]) == (16549, 16672, 16549, 0)
    told = desk.on("reconcile", "show", *year).out
    assert "The difference is fully explained." in told


def test_the_matrix_tells_every_centre(march: Desk) -> None:
    march.on("reconcile", "propose", listed(march), *MARCH)
    assert march.on("agency", "add", "Marių centras", "--kind", "centre").code == 0
    figure = ("--centre", "Marių centras", "--unit", "Salantų nuovada")
    assert march.on("reconcile", "sister", *MARCH, *figure, "--agreed", 7).code == 0
    assert march.on("reconcile", "sister", *MARCH, "--centre", POLICE, "--agreed", 7).code == 1
    cells = march.on("reconcile", "matrix", *MARCH, "--json").json
    (salantai,) = (cell for cell in cells if cell["unit"] == "Salantų nuovada")
    assert (salantai["sent"], salantai["received"], salantai["agreed"]) == (5, 2, 2)
    assert (salantai["centres"], salantai["all"]) == ({"Marių centras": 7}, 9)
    assert march.on("reconcile", "sister", *MARCH, *figure).code == 0
    cells = march.on("reconcile", "matrix", *MARCH, "--json").json
    assert {each for cell in cells for each in cell["centres"].values()} <= {None}

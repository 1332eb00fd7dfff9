"""The local protocol by command: drafted, signed, in force, revised."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from tests.commands.conftest import POLICE, Desk


@pytest.fixture
def drafted(desk: Desk, begun: Path) -> Desk:
    """A draft of two provisions, whose parties are the police and our own centre."""
    return desk.after(begun, draft)


def draft(desk: Desk) -> None:
    assert desk.on("protocol", "new", "Bendradarbiavimo protokolas").code == 0
    first = ("4", "--title", "Pranešimas", "--text", "Policija praneša per 24 valandas.", "--chapter", "referral")
    duty = ("--holder", POLICE, "--trigger", "incident", "--limit", "24h", "--basis", "BP 3.2")
    second = ("--title", "Ryšys", "--holder", "us", "--chapter", "plan")
    assert desk.on("protocol", "provision", *first, *duty).code == 0
    assert desk.on("protocol", "provision", "5", *second, "--limit", "1wd").code == 0
    assert desk.on("protocol", "party", POLICE, "--representative", "Jonas Jonaitis").code == 0
    assert desk.on("protocol", "party", "us").code == 0


def test_a_protocol_is_drafted_signed_adopted_and_revised(drafted: Desk) -> None:
    assert drafted.on("protocol", "party", POLICE, "--signed").code == 1  # its text can still change
    assert drafted.on("protocol", "close").code == 0
    assert drafted.on("protocol", "provision", "4", "--title", "Kitaip").code == 1
    assert drafted.on("protocol", "party", POLICE, "--signed", "2024-03-05").code == 0
    days = ("--on", "2024-03-05", "--in-force", "2024-03-05", "--review", "2026-03-05")
    assert drafted.on("protocol", "adopt", *days).code == 0
    (only,) = drafted.on("protocol", "list", "--json").json
    told = (only["state"], only["in_force"], only["review"], only["signed"], only["parties"])
    assert told == ("in_force", "2024-03-05", "2026-03-05", 1, 2)
    assert "Has signed" in drafted.on("protocol", "list").out
    assert "2" in drafted.on("protocol", "revise", "--why", "Nauja tvarka").out
    assert drafted.on("protocol", "provision", "4", "--limit", "12h").code == 0
    new, old = (drafted.on("protocol", "show", "--version", number, "--json").json for number in ("2", "1"))
    assert [each["limit"] for each in new] == [12, 1]
    assert [each["limit"] for each in old] == [24, 1]
    assert drafted.on("protocol", "take-out").code == 0
    assert [row["version"] for row in drafted.on("protocol", "list", "--json").json] == [1]


def test_a_provision_is_shown_with_whom_it_binds_and_said_in_further_languages(drafted: Desk) -> None:
    cyrillic = ("--in", "sr_Cyrl", "--title", "Обавештење", "--text", "Полиција обавештава.")
    assert drafted.on("protocol", "provision", "4", *cyrillic).code == 0
    told = drafted.on("protocol", "show", "--language", "sr_Latn", "--json").json[0]
    assert told["title"] == "Obaveštenje"
    first = drafted.on("protocol", "show", "--json").json[0]
    assert (first["title"], first["holders"], first["basis"]) == ("Pranešimas", [POLICE], ["BP 3.2"])
    assert drafted.on("protocol", "provision", "4", "--holder", "all", "--renumber", "3").code == 0
    assert drafted.on("protocol", "show", "--json").json[0]["binds_all"] is True
    assert drafted.on("protocol", "provision", "3", "--remove").code == 0
    assert [each["number"] for each in drafted.on("protocol", "show", "--json").json] == ["5"]
    shown = drafted.on("protocol", "show").out
    assert "Ryšys" in shown


def test_parties_are_listed_with_what_became_of_them(drafted: Desk) -> None:
    drafted.on("protocol", "close")
    drafted.on("protocol", "party", POLICE, "--signed", "2024-03-05")
    gone = ("--withdrawn", "2024-03-05", "--why", "Kita tvarka")
    assert drafted.on("protocol", "party", POLICE, *gone).code == 0
    ours, police = drafted.on("protocol", "show", "--parties", "--json").json
    assert (ours["institution"], ours["state"]) == ("us", "waiting")
    assert (police["state"], police["why"], police["representative"]) == ("withdrawn", "Kita tvarka", "Jonas Jonaitis")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("show", "--version", "7"), "There is no such version: 7"),
        (("show", "--protocol", "Kitas"), "There is no such protocol: Kitas"),
        (("provision", "4", "--limit", "soon"), "Write the time limit as"),
        (("provision", "4", "--chapter", "99"), "There is no such chapter: 99"),
        (("provision", "99", "--remove"), "There is no such provision: 99"),
        (("party", "Nėra tokios"), "There is no such institution"),
        (("provision", "6"), "Fill in this field."),
    ],
)
def test_what_cannot_be_is_told_in_a_sentence(drafted: Desk, words: tuple[str, ...], said: str) -> None:
    refused = drafted.on("protocol", *words)
    assert refused.code == 1
    assert said in refused.err


def test_without_a_protocol_the_way_to_one_is_told(desk: Desk) -> None:
    assert "liepa protocol new" in desk.on("protocol", "show").err
    assert desk.on("protocol", "list", "--json").json == []


def test_where_there_are_several_protocols_one_is_named(drafted: Desk) -> None:
    assert drafted.on("protocol", "new", "Kitas", "--no-chapters").code == 0
    assert "Name one with --protocol" in drafted.on("protocol", "show").err
    assert drafted.on("protocol", "show", "--protocol", "kitas", "--json").json == []


@pytest.fixture
def in_force(drafted: Desk) -> Desk:
    """The same protocol in force since the beginning of 2024, signed by nobody but adopted."""
    assert drafted.on("protocol", "close").code == 0
    days = ("--on", "2024-01-01", "--in-force", "2024-01-01")
    assert drafted.on("protocol", "adopt", *days).code == 0
    return drafted


def test_a_round_of_revision_from_a_proposal_to_the_list_of_changes(in_force: Desk) -> None:
    assert in_force.on("protocol", "revise").code == 0
    text = ("--text", "Policija praneša per 12 valandų.", "--limit", "12h", "--why", "BP 3.2")
    assert in_force.on("protocol", "propose", "4", *text).code == 0
    assert in_force.on("protocol", "propose", "6", "--title", "Vaikas", "--chapter", "plan").code == 0
    assert in_force.on("protocol", "comment", "4", "Sutinkame.", "--institution", POLICE).code == 0
    assert in_force.on("protocol", "comment", "6", "Reikia.", "--institution", "us").code == 0
    told = in_force.on("protocol", "changes", "--json").json
    assert [(each["number"], each["kind"], each["state"]) for each in told] == [
        ("4", "change", "open"), ("6", "add", "open"),
    ]  # fmt: skip
    assert [each["comments"][0]["institution"] for each in told] == [POLICE, "us"]
    assert in_force.on("protocol", "close").code == 1
    assert in_force.on("protocol", "decide", "4", "accept").code == 0
    assert in_force.on("protocol", "decide", "6", "reject").code == 0
    assert in_force.on("protocol", "changes", "--open", "--json").json == []
    (changed,) = in_force.on("protocol", "compare", "--json").json
    assert (changed["number"], changed["kind"]) == ("4", "changed")
    assert ["inserted", "12 valandų"] in changed["text"]
    shown = in_force.on("protocol", "compare", "--all").out
    assert "[24 valandas]{12 valandų}" in shown
    assert in_force.on("protocol", "decide", "4", "open").code == 0
    assert in_force.on("protocol", "compare", "--json").json == []


def test_duties_are_shown_with_the_records_behind_and_cases_noted_by_hand(in_force: Desk) -> None:
    case = ("--institution", POLICE, "--from", "2024-03-04 08:00")
    assert in_force.on("protocol", "case", "4", "Skambutis", *case, "--done", "2024-03-04 09:00").code == 0
    rows = in_force.on("protocol", "duties", "--month", "2024-03", "--json").json
    (police,) = [row for row in rows if row["number"] == "4" and row["institution"] == POLICE]
    assert (police["cases"], police["kept"], police["late"]) == (1, 1, 0)
    (behind,) = in_force.on("protocol", "duties", "--month", "2024-03", "--provision", "4", "--json").json
    assert (behind["state"], behind["done"]) == ("kept", "2024-03-04 09:00")
    assert in_force.on("protocol", "duties", "--month", "2024-03").code == 0


def test_a_departure_stands_among_the_problems(in_force: Desk) -> None:
    told = ("Pranešta po trijų dienų", "--effect", "Asmuo liko be pagalbos", "--wish", "Pranešti laiku")
    assert in_force.on("protocol", "breach", "4", *told, "--institution", POLICE).code == 0
    (problem,) = in_force.on("problem", "list", "--json").json
    assert problem["fact"] == "Pranešta po trijų dienų"


def test_a_yearly_report_is_completed_sealed_and_verified(in_force: Desk) -> None:
    assert in_force.on("protocol", "report", "2024", "--part", "next", "--text", "Bendri mokymai.").code == 0
    parts = {each["part"]: each for each in in_force.on("protocol", "report", "2024", "--json").json}
    assert (parts["next"]["words"], parts["next"]["state"]) == ("Bendri mokymai.", "own")
    paper, letter = in_force.folder / "report.pdf", in_force.folder / "report.docx"
    made = in_force.on("protocol", "report", "2024", "--output", paper)
    assert (made.code, "CR-2024" in made.out) == (0, True)
    assert in_force.on("protocol", "report", "2024", "--output", letter, "--language", "sr_Latn").code == 0
    assert letter.read_bytes()[:2] == b"PK"
    certificate = in_force.folder / "centre.pem"
    assert in_force.on("summary", "certificate", certificate).code == 0
    assert in_force.run("summary", "verify", paper, "--centre", certificate).code == 0
    assert in_force.on("protocol", "report", "2024", "--part", "next").code == 1


def test_a_text_is_brought_in_and_measured_by_an_act(desk: Desk) -> None:
    own, act = desk.folder / "own.csv", desk.folder / "act.csv"
    own.write_text("number,text\n1,Tikslas.\n4,Policija praneša per 24 valandas.\n", encoding="utf-8")
    act.write_text("number,text\n3.2,Pranešama nedelsiant.\n4.1,Vaikui skiriamas specialistas.\n", encoding="utf-8")
    assert desk.on("protocol", "new", "Protokolas", "--no-chapters").code == 0
    looked = desk.on("protocol", "import", own, "--look").out
    assert "24 valandas" in looked
    assert desk.on("protocol", "show", "--json").json == []
    assert desk.on("protocol", "import", own).code == 0
    assert [each["number"] for each in desk.on("protocol", "show", "--json").json] == ["1", "4"]
    named = ("--act", "Bendrasis protokolas", "--kind", "general", "--short", "BP")
    assert desk.on("protocol", "import", act, *named).code == 0
    assert [(each["short"], each["points"]) for each in desk.on("protocol", "acts", "--json").json] == [("BP", 2)]
    partly = ("--point", "bp 3.2", "--state", "partly", "--needed", "trumpinti")
    assert desk.on("protocol", "align", "4", *partly).code == 0
    assert desk.on("protocol", "align", "--point", "BP 4.1", "--state", "missing").code == 0
    told = {(each["number"], *each["basis"]): each for each in desk.on("protocol", "align", "--json").json}
    assert (told["4", "BP 3.2"]["state"], told["4", "BP 3.2"]["needed"]) == ("partly", ["trumpinti"])
    assert told["", "BP 4.1"]["state"] == "missing"
    assert desk.on("protocol", "acts", "--remove", "BP", "--point", "9").code == 1
    assert desk.on("protocol", "acts", "--remove", "BP", "--point", "3.2").code == 1
    assert desk.on("protocol", "acts", "--remove", "BP", "--point", "4.1", "--anyway").code == 0
    assert [each["points"] for each in desk.on("protocol", "acts", "--json").json] == [1]
    assert desk.on("protocol", "acts", "--remove", "BP").code == 1
    assert desk.on("protocol", "acts", "--remove", "BP", "--anyway").code == 0
    assert desk.on("protocol", "acts", "--json").json == []
    assert desk.on("protocol", "import", desk.folder / "nothing.docx").code == 1


def test_the_protocol_and_its_papers_are_written_sealed_or_as_drafts(in_force: Desk) -> None:
    certificate = in_force.folder / "centre.pem"
    in_force.on("summary", "certificate", certificate)
    sealed, draft, table = (in_force.folder / name for name in ("protocol.pdf", "draft.pdf", "table.docx"))
    assert in_force.on("protocol", "show", "--output", sealed).code == 0
    assert in_force.run("summary", "verify", sealed, "--centre", certificate).code == 0
    in_force.on("protocol", "revise")
    assert in_force.on("protocol", "show", "--output", draft).code == 0
    assert in_force.run("summary", "verify", draft, "--centre", certificate).code == 1
    in_force.on("protocol", "propose", "4", "--text", "Kitaip.")
    in_force.on("protocol", "decide", "4", "accept")
    for verb in ("compare", "align"):
        made = in_force.folder / f"{verb}.pdf"
        assert in_force.on("protocol", verb, "--output", made).code == 0, verb
        assert in_force.run("summary", "verify", made, "--centre", certificate).code == 0
        assert in_force.on("protocol", verb, "--output", table, "--language", "sr_Cyrl").code == 0
        assert table.read_bytes()[:2] == b"PK"
    duties = in_force.folder / "duties.pdf"
    assert in_force.on("protocol", "duties", "--month", "2024-03", "--output", duties).code == 0
    assert in_force.run("summary", "verify", duties, "--centre", certificate).code == 0


def test_any_two_versions_are_compared_on_paper(in_force: Desk) -> None:
    days = ("--on", "2024-06-01", "--in-force", "2024-06-01")
    for step in (("revise",), ("close",), ("adopt", *days), ("revise",)):
        assert in_force.on("protocol", *step).code == 0
    told = []
    for name, old in (("usual.docx", ()), ("first.docx", ("--old", "1"))):
        assert in_force.on("protocol", "compare", *old, "--output", in_force.folder / name).code == 0
        tables = Document(str(in_force.folder / name)).tables
        told.append([cell.text for table in tables for cell in table.rows[0].cells if cell.text.endswith("redakcija")])
    assert told == [["2 redakcija", "3 redakcija"], ["1 redakcija", "3 redakcija"]]


def test_a_closed_text_that_names_a_person_is_written_once_it_is_said_to_be_meant(in_force: Desk) -> None:
    person = in_force.on("person", "list", "--json").json[0]["name"]
    assert in_force.on("protocol", "revise").code == 0
    assert in_force.on("protocol", "provision", "4", "--text", f"Praneša {person}.").code == 0
    assert in_force.on("protocol", "close").code == 0
    file = in_force.folder / "named.pdf"
    refused = in_force.on("protocol", "show", "--output", file)
    assert (refused.code, person in refused.err, file.exists()) == (1, True, False)
    assert in_force.on("protocol", "show", "--meant", "--output", file).code == 0
    assert in_force.on("protocol", "show", "--output", file).code == 0

from __future__ import annotations

import errno
import os
import re
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from desktop.paper.preview import page_text
from tests.commands.conftest import RECEIVED, Desk
from tests.conftest import WORKER

ENTER = ("referral", "enter", "--received", RECEIVED, "--sender", "kretingos r. pk", "--person", "Daiva <b>&Jonaitienė")


def test_a_notice_and_what_comes_of_it(desk: Desk) -> None:
    entered = desk.on(*ENTER, "--child", "Ugnė", "--kind", "physical", "--order", "protection_order")
    assert entered.code == 0
    assert "2024/2" in entered.out
    assert desk.on("person", "safe-contact", "2024/2", "--allowed", "yes", "--days", "mo,tu,we,th,fr",
                   "--hours", "09:00-12:00").code == 0  # fmt: skip
    assert desk.on("referral", "attempt", "2024/2", "--at", "2024-03-06 09:30", "--outcome", "reached",
                   "--outside-reason", "agreed").code == 0  # fmt: skip
    assert desk.on("referral", "outcome", "2024/2", "accepted").code == 0
    assert desk.on("assistance", "give", "2024/2", "--on", "2024-03-06", "--kind", "legal", "--minutes", "30").code == 0
    shown = desk.on("referral", "show", "2024/2", "--json").json
    assert set(shown) == {"number", "received", "sender", "unit", "reference", "persons", "due", "first_contact",
                          "outcome", "state", "attempts", "line", "incident", "incident_time"}  # fmt: skip
    assert shown["persons"][0]["name"] == "Daiva <b>&Jonaitienė"
    assert shown["persons"][1]["role"] == "child_witness"
    assert (shown["received"], shown["first_contact"]) == (RECEIVED, "2024-03-06 09:30")
    assert shown["outcome"] == "accepted"
    told = desk.on("referral", "show", "2024/2").out
    assert "Daiva <b>&Jonaitienė" in told
    assert "Reached" in told


def test_lists_are_arrays_of_objects_with_fixed_names(desk: Desk) -> None:
    desk.on("assistance", "give", "2024/1", "--on", "2024-03-06", "--kind", "legal", "--minutes", "30")
    shapes = {
        ("referral", "list"): {"number", "received", "person", "municipality", "sender", "outcome", "state"},
        ("person", "list"): {"code", "name", "birth_year", "municipality"},
        ("assistance", "list"): {"on", "notice", "person", "kind", "channel", "minutes", "worker", "group"},
        ("agency", "list"): {"name", "short_name", "kind", "unit_of"},
        ("history", "list"): {"number", "at", "by", "what", "undone_by"},
    }
    for (noun, verb), names in shapes.items():
        rows = desk.on(noun, verb, "--json").json
        assert isinstance(rows, list)
        assert rows
        assert all(set(row) == names for row in rows)
    assert desk.on("summary", "list", "--json").json == []
    assert desk.run("worker", "list", desk.vault, "--json").json == [{"name": WORKER, "role": "director"}]
    assert desk.on("agency", "list").out
    assert desk.on("history", "list", "--limit", "1").out.count("\n") == 2


def test_the_year_is_counted_month_by_month(desk: Desk) -> None:
    year = desk.on("summary", "year", "--json").json
    assert set(year) == {"months", "left_out", "help"}
    assert len(year["months"]) == 13
    assert all(set(one) == {"month", "notices", "a_year_before", "in_time", "late", "never"} for one in year["months"])
    table = desk.on("summary", "year")
    assert table.code == 0
    assert table.out.count("\n") == 14
    assert "A year before" in table.out.splitlines()[0]


def test_a_list_is_narrowed_and_cut(desk: Desk) -> None:
    desk.on(*ENTER)
    assert len(desk.on("referral", "list", "--json").json) == 2
    assert len(desk.on("referral", "list", "--json", "--limit", "1").json) == 1
    assert len(desk.on("referral", "list", "--json", "--limit", "0").json) == 2
    assert desk.on("referral", "list", "--json", "--month", "2024-02").json == []
    assert len(desk.on("referral", "list", "--json", "--find", "ДАИВА").json) == 2
    assert desk.on("referral", "list", "--json", "--find", '"AND* NEAR(').json == []


def test_undo_takes_the_last_change_back(desk: Desk) -> None:
    desk.on(*ENTER)
    assert desk.on("history", "undo").code == 0
    assert len(desk.on("referral", "list", "--json").json) == 1
    assert desk.on("history", "list", "--json").json[1]["undone_by"]


def test_a_unit_names_its_institution(desk: Desk) -> None:
    assert desk.on("agency", "add", "Salantų nuovada", "--kind", "police", "--part-of", "Kretingos r. PK").code == 0
    rows = desk.on("agency", "list", "--json").json
    unit = next(row for row in rows if row["name"] == "Salantų nuovada")
    assert unit["unit_of"] == "Kretingos rajono policijos komisariatas"


def test_workers_come_go_and_change_their_passphrase(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    second = desk.folder / "second.txt"
    second.write_text("uoga stogas marios\n", encoding="utf-8")
    assert desk.on("worker", "add", "Rasa Vaitkutė", "--new-passphrase-file", second).code == 0
    listed = desk.run("worker", "list", desk.vault, "--json").json
    assert [row["name"] for row in listed] == [WORKER, "Rasa Vaitkutė"]
    unnamed = desk.run("referral", "list", desk.vault, "--passphrase-file", second)
    assert unnamed.code == 1
    assert "--worker" in unnamed.err
    hers = ("--worker", "Rasa Vaitkutė", "--passphrase-file", second)
    assert desk.run("referral", "list", desk.vault, *hers).code == 0
    new = desk.folder / "new.txt"
    new.write_text("kitas takas per pievą\n", encoding="utf-8")
    with second.open(encoding="utf-8") as typed:
        monkeypatch.setattr("sys.stdin", typed)
        ended = desk.run("worker", "passphrase", desk.vault, "--worker", "Rasa Vaitkutė", "--passphrase-file", "-",
                         "--new-passphrase-file", new)  # fmt: skip
    assert ended.code == 0, ended
    assert desk.run("referral", "list", desk.vault, *hers).code == 1
    assert desk.on("worker", "remove", "Rasa Vaitkutė").code == 0
    assert len(desk.run("worker", "list", desk.vault, "--json").json) == 1


def test_check_backup_and_restore(desk: Desk) -> None:
    checked = desk.on("vault", "check", "--json").json
    assert checked["whole"] is True
    assert checked["sentences"] == []
    assert checked["changes"] > 0
    assert desk.on("vault", "backup", desk.folder / "copy.zip").code == 0
    beside = desk.folder / "beside.liepa"
    assert desk.run("vault", "restore", desk.folder / "copy.zip", beside).code == 0
    again = desk.run("vault", "restore", desk.folder / "copy.zip", beside)
    assert (again.code, again.err[:8]) == (1, "FOLDER: ")
    (desk.folder / "copy.zip").write_bytes(b"PK nothing")
    assert desk.run("vault", "restore", desk.folder / "copy.zip", desk.folder / "c.liepa").code == 1
    assert not (desk.folder / "c.liepa").exists()


def test_recovery_sheets_let_in_who_forgot(desk: Desk) -> None:
    made = desk.on("vault", "sheets", desk.folder / "sheets")
    assert made.code == 0
    assert len(list((desk.folder / "sheets").glob("*.pdf"))) == 3
    ended = desk.on("vault", "sheets", desk.passphrase)
    assert ended.code == 1


def test_personal_codes_and_markup_in_a_notice_are_warned_about_or_kept_as_typed(desk: Desk) -> None:
    ended = desk.on(*ENTER, "--description", "a.k. 38703181745, \u202eevil\u202c")
    assert ended.code == 0
    assert ended.err
    assert "\u202e" not in desk.on("referral", "show", "2024/2").out


def test_a_file_that_cannot_be_written_is_told_and_nothing_lost(desk: Desk, tmp_path: Path) -> None:
    nowhere = tmp_path / "no" / "such" / "folder" / "a.pdf"
    ended = desk.on("summary", "issue", "--month", "2024-03", "--output", nowhere)
    assert ended.code == 1
    (kept,) = desk.on("summary", "list", "--json").json
    assert "stays in the vault" in ended.err
    assert f"liepa summary write VAULT {kept['number']} FILE --language {kept['language']}" in ended.err
    assert desk.on("summary", "write", kept["number"], tmp_path / "a.pdf").code == 0
    assert desk.on("summary", "certificate", nowhere).code == 1
    assert desk.on("vault", "backup", nowhere).code == 1


def test_a_quarter_is_issued_where_a_month_is(desk: Desk, tmp_path: Path) -> None:
    ended = desk.on("summary", "issue", "--month", "2024-q1", "--language", "en", "--output", tmp_path / "a.pdf")
    assert ended.code == 0, ended
    assert "Issued: SV-2024-Q1" in ended.out
    (kept,) = desk.on("summary", "list", "--json").json
    assert (kept["month"], kept["number"]) == ("2024-Q1", "SV-2024-Q1")
    assert desk.on("summary", "write", "SV-2024-Q1", tmp_path / "b.pdf").code == 0
    assert (tmp_path / "b.pdf").read_bytes() == (tmp_path / "a.pdf").read_bytes()


def test_a_summary_can_do_without_tables_and_what_always_stays_cannot_be_left_out(desk: Desk, tmp_path: Path) -> None:
    issue = ("summary", "issue", "--month", "2024-03", "--language", "en", "--output", tmp_path / "a.pdf")
    assert desk.on(*issue, "--without", "kinds", "--without", "age").code == 0
    pdf = (tmp_path / "a.pdf").read_bytes()
    with PdfDocument(pdf) as document:
        pages = range(len(document))
    text = " ".join(" ".join(page_text(pdf, page) for page in pages).split())
    assert "Notices received by sender" in text
    assert "Not in this summary: Persons to be helped, by age and sex; Kinds of violence" in text
    assert desk.on(*issue, "--without", "received").code == 2


def test_the_demo_refuses_what_it_cannot_make(desk: Desk) -> None:
    for words in (["--referrals", "0"], ["--referrals", "1000001"], ["--today", "2999-01-01"], ["--today", "x"]):
        ended = desk.run("demo", desk.folder / "out", *words)
        assert ended.code == 1
        assert re.search(r"\.\n$", ended.err)
    assert desk.run("demo", desk.folder, "--today", "2024-05-06").code == 1
    assert not (desk.folder / "out").exists()


def test_a_sign_that_the_paper_lacks_stops_the_issue_and_is_named(desk: Desk) -> None:
    ended = desk.on(
        "summary", "issue", "--month", "2024-03", "--output", desk.folder / "a.pdf", "--receiver", "Receiver 漢字"
    )  # fmt: skip
    assert ended.code == 1
    assert "漢" in ended.err
    assert desk.on("summary", "list", "--json").json == []
    assert not (desk.folder / "a.pdf").exists()


def test_a_full_disk_while_a_summary_is_written_loses_nothing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    synced = os.fsync

    def full(handle: int) -> None:
        if Path(f"/proc/self/fd/{handle}").resolve().name.startswith("a.pdf") or not Path("/proc").exists():
            raise OSError(errno.ENOSPC, "full")
        synced(handle)

    monkeypatch.setattr(os, "fsync", full)
    ended = desk.on("summary", "issue", "--month", "2024-03", "--output", desk.folder / "a.pdf")
    monkeypatch.undo()
    assert ended.code == 1
    assert "The disk is full." in ended.err
    assert not (desk.folder / "a.pdf").exists()
    assert len(desk.on("summary", "list", "--json").json) == 1
    assert desk.on("vault", "check").code == 0

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desktop.paper.centre_keys import make_centre_keys
from tests.commands.conftest import Desk
from tests.conftest import Still


@pytest.fixture
def paper(desk: Desk) -> Path:
    file = desk.folder / "march.pdf"
    book = desk.folder / "march.xlsx"
    ended = desk.on(
        "summary", "issue", "--month", "2024-03", "--language", "lt", "--output", file, "--spreadsheet", book
    )
    assert ended.code == 0, ended
    assert book.read_bytes().startswith(b"PK")
    assert desk.on("summary", "certificate", desk.folder / "centre.pem").code == 0
    return file


def test_whole_and_known_is_0_unknown_3_and_everything_else_1(desk: Desk, paper: Path) -> None:
    known = ("--centre", desk.folder / "centre.pem")
    assert desk.run("summary", "verify", paper, *known).code == 0
    asked = desk.run("summary", "verify", paper)
    assert asked.code == 3
    assert "Control code" in asked.out
    content = paper.read_bytes()
    for place, changed in enumerate(
        (content + b"\n", content[:-7], content[:2000] + b"x" + content[2001:], b"", b"%PDF")
    ):
        other = paper.with_name(f"changed{place}.pdf")
        other.write_bytes(changed)
        ended = desk.run("summary", "verify", other, *known)
        assert ended.code == 1
        assert ended.err.strip()
        assert desk.run("summary", "verify", other).code == 1


def test_the_answer_as_json(desk: Desk, paper: Path) -> None:
    told = desk.run("summary", "verify", paper, "--centre", desk.folder / "centre.pem", "--json").json
    assert set(told) == {"verdict", "sentence", "signer", "fingerprint", "signed_at"}
    assert told["verdict"] == "genuine"
    assert desk.run("summary", "verify", paper, "--json").json["verdict"] == "unknown"
    changed = desk.run("summary", "verify", shutil.copy(desk.passphrase, desk.folder / "not.pdf"), "--json")
    assert (changed.code, changed.json["verdict"]) == (1, "bad")


def test_the_certificate_of_another_centre_is_1(desk: Desk, paper: Path) -> None:
    other = desk.folder / "other.pem"
    other.write_bytes(make_centre_keys("Kitas centras", Still().world).certificate_pem)
    ended = desk.run("summary", "verify", paper, "--centre", other)
    assert ended.code == 1
    assert ended.err


def test_what_is_no_certificate_or_not_there_is_1(desk: Desk, paper: Path) -> None:
    assert desk.run("summary", "verify", paper, "--centre", desk.passphrase).code == 1
    assert desk.run("summary", "verify", paper, "--centre", desk.folder / "none.pem").code == 1
    assert desk.run("summary", "verify", desk.folder / "none.pdf").code == 1
    assert desk.run("summary", "verify", desk.folder).code == 1


def test_what_was_issued_is_listed(desk: Desk, paper: Path) -> None:
    (row,) = desk.on("summary", "list", "--json").json
    assert set(row) == {"number", "month", "profile", "language", "receiver", "issued_at", "digest"}
    assert (row["month"], row["language"], row["profile"]) == ("2024-03", "lt", "official")
    assert row["number"] in desk.on("summary", "list").out

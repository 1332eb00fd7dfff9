from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desktop.centre import open_centre
from desktop.meetings import minutes_layout
from desktop.paper.centre_keys import make_centre_keys
from desktop.paper.seal import LARGEST, read_received, sign
from desktop.summaries.layout import draw
from desktop.vault.vault import Vault
from desktop.world import World
from tests.commands.conftest import Desk
from tests.conftest import PASSPHRASE, WORKER, Still
from tests.meetings.invented_papers import minutes
from tests.paper.test_later_signatures import signed_by
from tests.summaries.conftest import MADE, fixed_summary


@pytest.fixture
def paper(desk: Desk, begun: Path) -> Path:
    return desk.after(begun, issue).folder / "march.pdf"


def issue(desk: Desk) -> None:
    month, book = ("--month", "2024-03", "--language", "lt"), desk.folder / "march.xlsx"
    ended = desk.on("summary", "issue", *month, "--output", desk.folder / "march.pdf", "--spreadsheet", book)
    assert ended.code == 0, ended
    assert book.read_bytes().startswith(b"PK")
    assert desk.on("summary", "certificate", desk.folder / "centre.pem").code == 0


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
    assert set(told) == {"verdict", "sentence", "signer", "fingerprint", "signed_at", "fields"}
    assert told["verdict"] == "genuine"
    assert desk.run("summary", "verify", paper, "--json").json["verdict"] == "unknown"
    changed = desk.run("summary", "verify", shutil.copy(desk.passphrase, desk.folder / "not.pdf"), "--json")
    assert (changed.code, changed.json["verdict"]) == (1, "bad")


def test_the_certificate_of_another_centre_is_1_but_one_of_several_may_be_the_signers(desk: Desk, paper: Path) -> None:
    other = desk.folder / "other.pem"
    other.write_bytes(make_centre_keys("Kitas centras", Still().world).certificate_pem)
    ended = desk.run("summary", "verify", paper, "--centre", other)
    assert ended.code == 1
    assert ended.err
    several = desk.folder / "several.pem"
    several.write_bytes(other.read_bytes() + (desk.folder / "centre.pem").read_bytes())
    assert desk.run("summary", "verify", paper, "--centre", several).code == 0


def test_a_vault_knows_its_own_seal_and_the_centres_it_trusts(desk: Desk, paper: Path) -> None:
    asked = ("--vault", desk.vault, "--worker", WORKER, "--passphrase-file", desk.passphrase)
    assert desk.run("summary", "verify", paper, *asked).code == 0
    keys = make_centre_keys("Kitas centras", Still().world)
    stranger = desk.folder / "stranger.pdf"
    stranger.write_bytes(sign(draw(fixed_summary()).pdf, keys, MADE))
    assert desk.run("summary", "verify", stranger, *asked).code == 3, "another centre may have sent it"
    vault = Vault.unlock(desk.vault, WORKER, PASSPHRASE, world=World.real())
    centre = open_centre(vault, World.real())
    centre.profile_log.pin("Kitas centras", keys.root, centre.worker)
    vault.lock()
    assert desk.run("summary", "verify", stranger, *asked).code == 0
    assert desk.run("summary", "verify", stranger, "--centre", desk.folder / "centre.pem").code == 1


def test_a_large_file_is_not_read_whole(desk: Desk) -> None:
    large = desk.folder / "large.pdf"
    with large.open("wb") as file:
        file.truncate(4 * LARGEST)
    assert len(read_received(large)) == LARGEST + 1
    ended = desk.run("summary", "verify", large)
    assert ended.code == 1
    assert "too large" in ended.err


def test_an_issued_paper_is_written_again_byte_for_byte(desk: Desk, paper: Path) -> None:
    (row,) = desk.on("summary", "list", "--json").json
    again, book = desk.folder / "again.pdf", desk.folder / "again.xlsx"
    ended = desk.on("summary", "write", row["number"], again, "--spreadsheet", book)
    assert (ended.code, ended.err) == (0, "")
    assert again.read_bytes() == paper.read_bytes()
    assert book.read_bytes() == (desk.folder / "march.xlsx").read_bytes()
    assert desk.on("summary", "write", "SV-1999-01", again).code == 1
    assert desk.on("summary", "write", row["number"], again, "--language", "en").code == 1


def test_a_number_in_several_languages_wants_one_named(desk: Desk, paper: Path) -> None:
    file = desk.folder / "en.pdf"
    assert desk.on("summary", "issue", "--month", "2024-03", "--language", "en", "--output", file).code == 0
    (one, other) = desk.on("summary", "list", "--json").json
    assert one["number"] == other["number"]
    again = desk.folder / "again.pdf"
    ended = desk.on("summary", "write", one["number"], again)
    assert ended.code == 1
    assert ended.err.startswith("--language: ")
    assert desk.on("summary", "write", one["number"], again, "--language", "lt").code == 0
    assert again.read_bytes() == paper.read_bytes()


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


def test_who_signed_minutes_later_is_told_one_line_each(desk: Desk) -> None:
    centre, stranger = (make_centre_keys(name, World.real()) for name in ("Centre", "Milda Rasaitė"))
    drawn = minutes_layout.draw(minutes("lt"))
    file = desk.folder / "minutes.pdf"
    sealed = sign(drawn.pdf, centre, World.real().now(), drawn.fields)
    file.write_bytes(signed_by(sealed, stranger, drawn.fields[1].name))
    told = desk.run("summary", "verify", file).out.splitlines()
    lines = [line for line in told if line.startswith("Parašas ")]
    assert len(lines) == len(drawn.fields) == 3
    assert "signed: Milda Rasaitė · certificate issued by: Milda Rasaitė" in lines[1]
    assert lines[0].endswith("not signed yet")
    fields = desk.run("summary", "verify", file, "--json").json["fields"]
    assert [bool(each["signer"]) for each in fields] == [False, True, False]

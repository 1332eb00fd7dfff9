from __future__ import annotations

import argparse
import io
import os
from pathlib import Path
from typing import Any

import pytest

from desktop.commands import parser, terminal
from desktop.commands.options import option_of
from desktop.commands.parser_kit import Later
from desktop.problems import Invalid, Problem
from desktop.vault.vault import Vault
from desktop.world import World
from tests.commands.conftest import Desk
from tests.conftest import PASSPHRASE, WORKER


def test_done_is_0(desk: Desk) -> None:
    ended = desk.on("referral", "list", "--json")
    assert (ended.code, ended.err) == (0, "")
    assert [row["number"] for row in ended.json] == ["2024/1"]


@pytest.mark.parametrize("words", [["nonsense"], ["referral"], ["referral", "enter"], ["--nonsense"],
                                   ["vault", "create", "x", "--country", "ZZ"]])  # fmt: skip
def test_wrong_usage_is_2_and_tells_the_usage(desk: Desk, words: list[str]) -> None:
    ended = desk.run(*words)
    assert ended.code == 2
    assert "usage: " in ended.err


def test_no_command_is_2_and_prints_the_manual(desk: Desk) -> None:
    ended = desk.run()
    assert ended.code == 2
    assert "referral" in ended.out


def test_a_limit_below_zero_is_wrong_usage(desk: Desk) -> None:
    assert desk.on("referral", "list", "--limit", "-3").code == 2


def test_a_wrong_passphrase_is_1_and_one_sentence(desk: Desk) -> None:
    desk.passphrase.write_text("not the one\n", encoding="utf-8")
    ended = desk.on("referral", "list")
    assert (ended.code, ended.out) == (1, "")
    assert ended.err == "Wrong passphrase. Check the keyboard language and try again.\n"


def test_a_vault_that_is_not_there_is_1(desk: Desk) -> None:
    ended = desk.run("referral", "list", desk.folder / "nowhere.liepa", "--passphrase-file", desk.passphrase)
    assert ended.code == 1
    assert ended.err.count("\n") == 1
    assert desk.run("worker", "list", desk.folder).code == 1


def test_a_passphrase_file_that_cannot_be_read_is_1(desk: Desk) -> None:
    desk.passphrase.unlink()
    assert desk.on("referral", "list").code == 1
    desk.passphrase.write_bytes(b"\xff\xfe\xff")
    assert desk.on("referral", "list").code == 1


def test_a_passphrase_that_is_no_text_is_1(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = io.TextIOWrapper(io.BytesIO(b"\xff\xff\n"), encoding="latin-1")
    monkeypatch.setattr("sys.stdin", typed)
    assert desk.run("referral", "list", desk.vault, "--passphrase-file", "-").code == 1


def test_a_passphrase_is_the_same_whatever_the_computer_takes_input_for(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = "šaltas vėjas žiemą"
    desk.passphrase.write_text(PASSPHRASE + "\n", encoding="utf-8")
    new = desk.folder / "new.txt"
    new.write_text(words, encoding="utf-8")
    assert desk.on("worker", "passphrase", "--new-passphrase-file", new).code == 0
    typed = io.TextIOWrapper(io.BytesIO(b"\xef\xbb\xbf" + words.encode() + b"\r\n"), encoding="cp1252")
    monkeypatch.setattr("sys.stdin", typed)
    assert desk.run("referral", "list", desk.vault, "--passphrase-file", "-").code == 0


def test_without_a_terminal_or_a_file_no_passphrase_is_asked(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    with Path(os.devnull).open(encoding="utf-8") as nothing:
        monkeypatch.setattr("sys.stdin", nothing)
        ended = desk.run("referral", "list", desk.vault)
    assert ended.code == 1
    assert "--passphrase-file" in ended.err


def test_a_vault_that_is_open_elsewhere_is_1_and_says_who_is_inside(desk: Desk) -> None:
    inside = Vault.unlock(desk.vault, WORKER, PASSPHRASE, world=World.real())
    try:
        ended = desk.on("referral", "list")
    finally:
        inside.lock()
    assert ended.code == 1
    assert WORKER in ended.err
    assert desk.on("referral", "list").code == 0


def test_each_problem_is_told_with_its_option(desk: Desk) -> None:
    ended = desk.on(
        "referral", "enter", "--received", "2999-01-01", "--sender", "Kretingos r. PK", "--person", "x" * 10_000,
        "--birth-year", "1700",
    )  # fmt: skip
    assert ended.code == 1
    lines = ended.err.splitlines()
    assert {line.split(":")[0] for line in lines} == {"--received", "--person", "--birth-year"}
    assert desk.on("referral", "list", "--json").json[1:] == []


@pytest.mark.parametrize("received", ["2024-02-30", "yesterday", "", "2024-03-05 25:00", "0001-01-01"])
def test_an_impossible_date_is_1(desk: Desk, received: str) -> None:
    ended = desk.on("referral", "enter", "--received", received, "--sender", "Kretingos r. PK", "--person", "x")
    assert ended.code == 1
    assert "date" in ended.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["referral", "enter", "--received", "2024-03-05", "--sender", "Nobody", "--person", "x"], "--sender: "),
        (["referral", "show", "2024/99"], "2024/99"),
        (["referral", "show", "a/b"], "a/b"),
        (["referral", "list", "--month", "2024-13"], "--month: "),
        (["referral", "attempt", "2024/1", "--outcome", "reached", "--channel", "pigeon"], "pigeon"),
        (["referral", "attempt", "2024/1", "--outcome", "reached"], "--outside-reason: "),
        (["referral", "outcome", "2024/1", "other_centre"], "--reason: "),
        (["assistance", "give", "2024/1", "--kind", "magic", "--minutes", "10"], "magic"),
        (["assistance", "give", "2024/1", "--kind", "legal", "--minutes", "-10"], "--minutes: "),
        (["person", "safe-contact", "2024/1", "--allowed", "yes", "--hours", "nine to five"], "09:00-12:00"),
        (["person", "safe-contact", "2024/1", "--allowed", "yes"], "--days: "),
        (["worker", "add", "Ona Petraitė", "--new-passphrase-file", "PASSPHRASE"], "NAME: "),
        (["worker", "remove", "Nobody"], "Nobody"),
        (["worker", "remove", "Ona Petraitė"], "own access"),
        (["history", "undo", "99"], "undo"),
        (["summary", "issue", "--month", "2999-01", "--output", "x.pdf"], "--month: "),
        (["summary", "issue", "--month", "2024-Q5", "--output", "x.pdf"], "2026-Q4"),
        (["summary", "issue", "--month", "2024-Q1", "--profile", "meeting", "--output", "x.pdf"], "--profile: "),
        (["vault", "rehearse", "--sheet", "x", "--sheet", "y"], "--sheet: "),
    ],
)
def test_what_cannot_be_done_is_1_and_a_sentence(desk: Desk, words: list[str], told: str) -> None:
    given = [desk.passphrase if word == "PASSPHRASE" else word for word in words[2:]]
    ended = desk.on(words[0], words[1], *given)
    assert ended.code == 1, ended
    assert told in ended.err
    assert ended.err.count("\n") == len(ended.err.splitlines())


def test_a_bug_is_70_and_its_report_holds_no_data(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def broken(_: argparse.Namespace) -> int:
        raise KeyError("Daiva Jonaitienė")

    assert terminal.run(broken, argparse.Namespace()) == 70
    told = capsys.readouterr().err
    assert "KeyError" in told
    assert "Daiva" not in told


@pytest.mark.parametrize(
    ("raised", "code"),
    [
        (KeyboardInterrupt(), 1),
        (Problem("Something."), 1),
        (Invalid([Problem("One.", field="a_b"), Problem("Two.")]), 1),
    ],
)
def test_what_is_raised_becomes_an_exit_code(raised: BaseException, code: int) -> None:
    def stopped(_: argparse.Namespace) -> int:
        raise raised

    assert terminal.run(stopped, argparse.Namespace()) == code


def test_every_option_that_a_problem_names_exists() -> None:
    options: set[str] = set()

    def gather(one: argparse.ArgumentParser) -> None:
        if isinstance(one, Later):
            one.fill()
        for action in one._actions:
            options.update(action.option_strings or [str(action.metavar)])
            choices: Any = action.choices
            if isinstance(action, argparse._SubParsersAction):
                for below in choices.values():
                    gather(below)

    gather(parser.build())
    fields = (
        "sender_id", "received_at", "mentions.0.name", "mentions.1.birth_year", "measures.0.granted_at", "on_day",
        "begins", "first", "parent_id", "incident_on", "outside_reason", "month", "folder", "job_title", "name",
    )  # fmt: skip
    assert {option_of(field) for field in fields} <= options


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only there can a disk be full at will")
def test_an_output_that_takes_no_more_is_1_and_a_sentence(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        monkeypatch.setattr("sys.stdout", full)
        ended = desk.on("referral", "list")
        monkeypatch.undo()
    assert ended.code == 1
    assert "The disk is full." in ended.err


def test_without_any_standard_input_or_output_nothing_breaks(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    for words in (["--passphrase-file", "-"], []):
        ended = desk.run("referral", "list", desk.vault, *words)
        assert (ended.code, ended.err.count("\n")) == (1, 1)
    monkeypatch.setattr("sys.stdout", None)
    assert desk.on("referral", "list", "--json").code == 0


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["history", "undo", "9" * 30], 2),
        (["history", "list", "--limit", "9" * 30], 2),
        (["referral", "list", "--month", "9999-12"], 1),
        (["referral", "attempt", "2024/1", "--outcome", "reached", "--at", "2024-03-05T10:00+02:00"], 1),
        (["referral", "enter", "--received", "2024-03-05", "--sender", "", "--person", "x"], 1),
        (["referral", "outcome", "2024/1", "other_centre", "--reason", "nonsense"], 1),
        (["person", "safe-contact", "2024/1", "--allowed", "yes", "--days", "mo,xx", "--hours", "09:00-12:00"], 1),
        (["person", "safe-contact", "2024/1", "--allowed", "yes", "--days", "mo", "--hours", "09:00Z-12:00Z"], 1),
    ],
)
def test_nothing_odd_is_taken_for_something_else(desk: Desk, words: list[str], code: int) -> None:
    ended = desk.on(words[0], words[1], *words[2:])
    assert (ended.code, bool(ended.err)) == (code, True), ended

"""A working day by the command line, each command a process of its own, from first run to restore."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
import zlib
from contextlib import suppress
from pathlib import Path

import pytest

from tests.journeys import a_day

ROOT = Path(__file__).resolve().parents[2]


class Desk:
    """A computer of its own: home, settings and temporary files lie in one folder that can be searched."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.vault = folder / "centras.liepa"
        self.around = {
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONUTF8": "1",
        }
        for name in ("HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
            place = folder / name.lower()
            place.mkdir()
            self.around[name] = str(place)

    def liepa(self, *words: str, given: str = a_day.PASSPHRASE + "\n", expect: int = 0) -> str:
        ended = subprocess.run(
            [sys.executable, "-m", "desktop", *words],
            input=given,
            capture_output=True,
            text=True,
            encoding="utf-8",
            env=self.around,
            cwd=self.folder,
            check=False,
        )
        assert ended.returncode == expect, ended.stdout + ended.stderr
        return ended.stdout

    def on(self, noun: str, verb: str, *words: str, worker: str = a_day.DIRECTOR, **more: object) -> str:
        return self.liepa(noun, verb, str(self.vault), *words, "--worker", worker, "--passphrase-file", "-", **more)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def live(desk: Desk) -> str:
    """The whole day; returns the number of the notice."""
    desk.liepa(
        "vault", "create", str(desk.vault), "--centre", a_day.CENTRE, "--country", "LT", "--language", "lt",
        "--worker", a_day.DIRECTOR, "--passphrase-file", "-",
    )  # fmt: skip
    second = desk.folder / "second.txt"
    second.write_text(a_day.SECOND, encoding="utf-8")
    desk.on("worker", "add", a_day.WORKER, "--role", "cases", "--new-passphrase-file", str(second))
    second.unlink()
    desk.on(
        "agency", "add", "Klaipėdos rajono policijos komisariatas žymuo", "--kind", "police", "--short", a_day.SENDER
    )
    as_worker = {"worker": a_day.WORKER, "given": a_day.SECOND + "\n"}
    desk.on(
        "referral", "enter", "--received", a_day.RECEIVED.isoformat(" ", "minutes"), "--sender", a_day.SENDER,
        "--person", a_day.PERSON, "--birth-year", "1984", "--sex", "female", "--phone", a_day.PHONE,
        "--municipality", "Klaipėdos r.", "--kind", "physical", "--kind", "psychological", "--relation", "spouse",
        "--order", "protection_order", "--description", a_day.DESCRIPTION, **as_worker,
    )  # fmt: skip
    number = json.loads(desk.on("referral", "list", "--json", **as_worker))[0]["number"]
    desk.on(
        "person", "safe-contact", number, "--allowed", "yes", "--days", "mo,tu,we,th,fr", "--hours", "09:00-12:00",
        **as_worker,
    )  # fmt: skip
    for at, outcome in ((a_day.FIRST_TRY, "no_answer"), (a_day.SECOND_TRY, "reached")):
        desk.on(
            "referral", "attempt", number, "--at", at.isoformat(" ", "minutes"), "--outcome", outcome,
            "--note", a_day.NOTE, **as_worker,
        )  # fmt: skip
    desk.on("referral", "outcome", number, "accepted", **as_worker)
    for minutes in (a_day.MINUTES, 20):
        desk.on(
            "assistance", "give", number, "--on", "2026-10-22", "--kind", "consultation", "--minutes", str(minutes),
            "--note", a_day.NOTE, **as_worker,
        )  # fmt: skip
    desk.on("history", "undo", **as_worker)
    return number


def test_a_working_day_by_commands(desk: Desk) -> None:
    number = live(desk)
    assert leaks(desk.folder, a_day.MARKERS) == [], "nothing of the day stands in any file outside the vault"
    paper, certificate = desk.folder / "out.pdf", desk.folder / "centre.pem"
    desk.on("summary", "issue", "--month", a_day.MONTH, "--language", "lt", "--output", str(paper))
    desk.on("summary", "certificate", str(certificate))
    desk.liepa("summary", "verify", str(paper), "--centre", str(certificate))
    desk.liepa("summary", "verify", str(paper), expect=3)
    changed = bytearray(paper.read_bytes())
    changed[len(changed) // 2] ^= 1
    paper.with_name("changed.pdf").write_bytes(changed)
    desk.liepa("summary", "verify", str(paper.with_name("changed.pdf")), "--centre", str(certificate), expect=1)

    shown = json.loads(desk.on("referral", "show", number, "--json"))
    helped = json.loads(desk.on("assistance", "list", "--json"))
    evening = a_day.DayEnd(
        persons=tuple(p["name"] for p in shown["persons"]),
        outcome=shown["outcome"],
        attempts=tuple(sorted((attempt["at"], attempt["outcome"]) for attempt in shown["attempts"])),
        minutes=sum(row["minutes"] for row in helped),
        workers=tuple(sorted(w["name"] for w in json.loads(desk.liepa("worker", "list", str(desk.vault), "--json")))),
        issued=tuple(row["month"] for row in json.loads(desk.on("summary", "list", "--json"))),
    )
    assert evening == a_day.EXPECTED

    copy, beside = desk.folder / "copy.zip", desk.folder / "beside.liepa"
    desk.on("vault", "backup", str(copy))
    desk.liepa("vault", "restore", str(copy), str(beside))
    again = json.loads(
        desk.liepa(
            "referral", "list", str(beside), "--json", "--worker", a_day.WORKER, "--passphrase-file", "-",
            given=a_day.SECOND + "\n",
        )
    )  # fmt: skip
    assert [row["number"] for row in again] == [number]
    assert json.loads(desk.on("vault", "check", "--json"))["whole"] is True


def test_the_search_for_leaks_finds_one(tmp_path: Path) -> None:
    (tmp_path / "leak.log").write_bytes(b"..." + base64.b64encode(("x" * 3 + a_day.PERSON).encode()) + b"...")
    (tmp_path / "leak2").write_bytes(zlib.compress(a_day.DESCRIPTION.encode()))
    (tmp_path / "leak3").write_text(a_day.PERSON, encoding="utf-16")
    assert len(leaks(tmp_path, a_day.MARKERS)) == 3


def leaks(folder: Path, markers: tuple[str, ...]) -> list[str]:
    """Every file below a folder in which a marker stands, plainly or in a common disguise; the key file names the
    workers and is left out, as the data files are (they are encrypted: nothing is found in them either)."""
    found = []
    for file in sorted(folder.rglob("*")):
        if not file.is_file() or file.name.startswith("keys.json") or file.name == "open.json":
            continue
        content = file.read_bytes()
        with suppress(zlib.error):
            content += zlib.decompress(content)
        if any(form in content for marker in markers for form in _disguises(marker)):
            found.append(file.name)
    return found


def _disguises(marker: str) -> list[bytes]:
    plain = marker.encode()
    forms = [plain, marker.encode("utf-16-le"), marker.encode("utf-16-be"), plain.hex().encode(), plain[::-1]]
    for shift in range(3):
        coded = base64.b64encode(b"\0" * shift + plain)
        forms.append(coded[4:-4] if len(coded) > 12 else coded)
    return forms

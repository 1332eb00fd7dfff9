"""The command line in process, on a real vault with a cheap key."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from desktop import language
from desktop.centre import new_centre
from desktop.commands import parser
from desktop.paper.centre_keys import CentreKeys
from desktop.vault.keys import KeyCost
from desktop.world import World
from tests.builders import a_centre, a_referral, an_agency
from tests.conftest import PASSPHRASE, WORKER

RECEIVED, POLICE = "2024-03-05 09:05", "Kretingos r. PK"
ENTER = ("referral", "enter", "--received", RECEIVED, "--sender", POLICE, "--person")
"""A notice of that institution, up to her name."""


@dataclass(frozen=True)
class Ended:
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class Desk:
    """A folder with a vault and its passphrase, and the commands that are typed there."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.vault, self.capsys = folder, folder / "centre.liepa", capsys
        self.passphrase = folder / "passphrase.txt"
        self.passphrase.write_text(PASSPHRASE + "\n", encoding="utf-8")

    def run(self, *words: object) -> Ended:
        """One command; what argparse itself ends counts as its exit code."""
        try:
            code = parser.main([str(word) for word in words])
        except SystemExit as ended:
            code = int(ended.code or 0)
        return Ended(code, *self.capsys.readouterr())

    def after(self, begun: Path, begin: Callable[[Desk], object]) -> Desk:
        """This desk after what many tests begin with, which is typed once and then copied from `begun`."""
        if begun.exists():
            shutil.rmtree(self.vault)
            shutil.copytree(begun, self.folder, dirs_exist_ok=True)
        else:
            begin(self)
            shutil.copytree(self.folder, begun)
        return self

    def on(self, noun: str, verb: str, *words: object) -> Ended:
        """A command on the vault, with its passphrase."""
        return self.run(noun, verb, self.vault, *words, "--worker", WORKER, "--passphrase-file", self.passphrase)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Tests read English; a command may have chosen another language."""
    language.choose("en")
    yield
    language.choose("en")


@pytest.fixture(scope="session")
def a_vault(tmp_path_factory: pytest.TempPathFactory, seal_keys: CentreKeys) -> Path:
    """A centre with one institution and one notice of March 2024, locked; every test gets a copy.

    It is made by the computer's own clock, as the commands ask that too; nothing in the tests depends on its answer.
    """
    folder = tmp_path_factory.mktemp("commands") / "centre.liepa"
    centre = new_centre(
        folder, a_centre(), worker_name=WORKER, passphrase=PASSPHRASE, world=World.real(), cost=KeyCost.cheap(),
        keys=seal_keys,
    )  # fmt: skip
    agency = centre.directory.enter(an_agency(), centre.worker)
    centre.referrals.enter(a_referral(agency.id, received_at=datetime(2024, 3, 4, 21, 30)), centre.worker)
    centre.vault.lock()
    return folder


@pytest.fixture
def desk(a_vault: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    """A desk with a copy of that centre."""
    shutil.copytree(a_vault, tmp_path / a_vault.name)
    return Desk(tmp_path, capsys)


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a module keeps what its tests begin with."""
    return tmp_path_factory.mktemp("begun") / "desk"

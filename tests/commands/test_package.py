"""`liepa package` between two vaults: cards are compared, packages written, read, listed, and refused in a sentence."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desktop.centre import new_centre
from desktop.paper.centre_keys import CentreKeys, make_centre_keys
from desktop.periods import Month
from desktop.records.directory import AgencyDraft
from desktop.vault.keys import KeyCost
from desktop.wordlist import words_for
from desktop.world import World
from tests.builders import a_centre
from tests.commands.conftest import Desk
from tests.conftest import PASSPHRASE, WORKER
from tests.reconciliation.two_centres import COUNTY, UNITS, police, settle

SISTER, OURS = "Telšių krizių centras", "Kretingos moterų centras"
MONTH = Month(2024, 5)


@pytest.fixture(scope="module")
def both_keys() -> tuple[CentreKeys, CentreKeys]:
    """Ours and the sister's; made by the computer's own clock, as the commands ask that too."""
    ours, sister = (make_centre_keys(name, World.real()) for name in (OURS, SISTER))
    return ours, sister


@pytest.fixture(scope="module")
def vaults(tmp_path_factory: pytest.TempPathFactory, both_keys: tuple[CentreKeys, CentreKeys]) -> Path:
    """A folder with both vaults; the sister has May 2024 settled, and each has the other among its institutions."""
    folder = tmp_path_factory.mktemp("vaults")
    for name, other, keys, vault in zip((OURS, SISTER), (SISTER, OURS), both_keys, ("centre", "sister"), strict=True):
        made = new_centre(
            folder / f"{vault}.liepa", a_centre(name=name), worker_name=WORKER, passphrase=PASSPHRASE,
            world=World.real(), cost=KeyCost.cheap(), keys=keys,
        )  # fmt: skip
        made.directory.enter(AgencyDraft(name=other, kind="centre"), made.worker)
        if name == SISTER:
            settle(made, police(made), MONTH)
        made.vault.lock()
    return folder


@pytest.fixture
def desk(vaults: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    """Our desk, with copies of both vaults."""
    shutil.copytree(vaults, tmp_path / "both")
    return Desk(tmp_path / "both", capsys)


@pytest.fixture
def sister(desk: Desk, capsys: pytest.CaptureFixture[str]) -> Desk:
    """The other desk."""
    other = Desk(desk.folder, capsys)
    other.vault = desk.folder / "sister.liepa"
    return other


@pytest.fixture
def keys(both_keys: tuple[CentreKeys, CentreKeys]) -> CentreKeys:
    """The sister's."""
    return both_keys[1]


@pytest.fixture
def introduced(desk: Desk, sister: Desk, both_keys: tuple[CentreKeys, CentreKeys]) -> None:
    """Cards went both ways, and both were compared."""
    ours, theirs = both_keys
    for writer, reader, name, how in (
        (sister, desk, SISTER, ("--words", words_of(theirs).upper())),
        (desk, sister, OURS, ("--code", ours.fingerprint)),
    ):
        card = desk.folder / f"{reader.vault.name}.liepa-card"
        assert writer.on("package", "card", "--output", card).code == 0
        assert reader.on("package", "know", card, "--centre", name, *how).code == 0


def words_of(keys: CentreKeys) -> str:
    return " ".join(words_for(bytes.fromhex(keys.fingerprint), "en"))


def test_a_card_is_known_only_once_its_words_agree(desk: Desk, sister: Desk, keys: CentreKeys) -> None:
    card = desk.folder / "sister.liepa-card"
    told = sister.on("package", "card", "--output", card)
    assert words_of(keys).replace(" ", " · ") in told.out
    asked = desk.on("package", "know", card, "--centre", SISTER)
    assert asked.code == 3
    assert words_of(keys).replace(" ", " · ") in asked.out
    wrong = desk.on("package", "know", card, "--centre", SISTER, "--words", "lime " * 8)
    assert wrong.code == 1
    assert "not those of this card" in wrong.err
    assert desk.on("package", "know", card, "--centre", SISTER, "--code", "AB" * 32).code == 1
    assert desk.on("centre", "trusted", "--json").json == []
    assert desk.on("package", "know", card, "--centre", SISTER, "--words", words_of(keys)).code == 0
    assert [each["name"] for each in desk.on("centre", "trusted", "--json").json] == [SISTER]


def test_nothing_is_written_for_a_centre_that_is_not_known(sister: Desk) -> None:
    package = sister.folder / "may.liepa-package"
    refused = sister.on("package", "write", "--centre", OURS, "--month", "2024-05", "--output", package)
    assert (refused.code, "No card of this centre" in refused.err) == (1, True)
    assert not package.exists()


@pytest.mark.usefixtures("introduced")
def test_figures_go_from_one_vault_into_the_matrix_of_the_other(desk: Desk, sister: Desk) -> None:
    package = desk.folder / "may.liepa-package"
    written = sister.on("package", "write", "--centre", OURS, "--month", "2024-05", "--output", package)
    assert (written.code, "Package written: 1. Figures: 1" in written.out) == (0, True)
    asked = desk.on("package", "read", package, "--json")
    assert (asked.code, asked.json["not_known"], asked.json["taken_in"]) == (3, [COUNTY], False)
    assert COUNTY in asked.err
    assert desk.on("agency", "add", "Policija", "--kind", "police").code == 0
    assert desk.on("agency", "add", "Kretinga", "--kind", "police", "--part-of", "Policija").code == 0
    says = ("--institution", f"{COUNTY}=Policija", "--unit", f"{UNITS[0]}=Kretinga")
    looked = desk.on("package", "read", package, "--look", *says)
    assert (looked.code, desk.on("package", "list", "--json").json) == (0, [])
    assert "Kretinga" in looked.out
    taken = desk.on("package", "read", package, *says)
    assert (taken.code, "number 1" in taken.out) == (0, True)
    (cell,) = desk.on("reconcile", "matrix", "--partner", "Policija", "--month", "2024-05", "--json").json
    assert (cell["unit"], cell["centres"]) == ("Kretinga", {SISTER: 2})
    (kept,) = desk.on("package", "list", "--json").json
    assert (kept["direction"], kept["number"], kept["months"], kept["centre"]) == ("in", 1, ["2024-05"], SISTER)
    assert SISTER in desk.on("package", "list").out
    again = desk.on("package", "read", package)
    assert (again.code, "was read before. Number: 1" in again.err) == (1, True)


@pytest.mark.usefixtures("introduced")
def test_what_is_wrong_is_told_in_a_sentence(desk: Desk, sister: Desk) -> None:
    package = desk.folder / "may.liepa-package"
    assert sister.on("package", "write", "--centre", OURS, "--month", "2024-05", "--output", package).code == 0
    harmed = desk.folder / "harmed.liepa-package"
    harmed.write_bytes(package.read_bytes()[:-1])
    for words, said in (
        ((harmed,), "damaged"),
        ((desk.folder,), "could not be read"),
        ((desk.passphrase,), "no package of figures"),
        ((package, "--unit", "Kita=Policija"), "--unit"),
        ((package, "--institution", "x"), "THEIRS=OURS"),
        ((package, "--leave-out", "Kita"), "does not name this"),
    ):
        ended = desk.on("package", "read", *words)
        assert (ended.code, said in ended.err) == (1, True), ended.err
    out = desk.on("package", "read", package, "--leave-out", COUNTY)
    assert out.code == 0
    month = ("--centre", SISTER, "--output", harmed, "--month")
    assert "Nothing is settled" in desk.on("package", "write", *month, "2024-05").err
    assert "ends before" in desk.on("package", "write", *month, "2024-05", "--until", "2024-04").err

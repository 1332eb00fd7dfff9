"""The vault by command: a backup takes the place of the present one, damage is told, a sheet is tried before."""

from __future__ import annotations

import pytest

from tests.commands.conftest import ENTER, Desk


@pytest.mark.parametrize("harm", [None, "data", "keys"])
def test_a_restored_vault_is_compared_and_takes_the_place_of_the_present_one(desk: Desk, harm: str | None) -> None:
    copy, beside = desk.folder / "copy.zip", desk.folder / "beside.liepa"
    desk.on("vault", "backup", copy)
    desk.on(*ENTER, "x")
    assert desk.run("vault", "restore", copy, beside).code == 0
    if harm == "data":
        (desk.vault / "data-1.db").write_bytes(b"nothing" * 2000)
    if harm == "keys":
        for name in ("keys.json", "keys.json.prev"):
            (desk.vault / name).write_bytes(b"nothing")
    compared = desk.on("vault", "switch", beside, "--json")
    assert compared.code == 3
    counted = next(row for row in compared.json if row["records"] == "referral")
    assert (counted["now"], counted["backup"]) == (None if harm else 2, 1)
    assert desk.on("vault", "switch", beside, "--yes").code == 0
    assert len(desk.on("referral", "list", "--json").json) == 1
    assert desk.on("vault", "check").code == 0


def test_a_backup_of_another_vault_takes_no_other_s_place(desk: Desk) -> None:
    other = desk.folder / "other.liepa"
    made = ("--centre", "Other", "--worker", "Ona Petraitė", "--passphrase-file", desk.passphrase)
    assert desk.run("vault", "create", other, *made).code == 0
    ended = desk.on("vault", "switch", other, "--yes")
    assert ended.code == 1
    assert "another vault" in ended.err


def test_a_damaged_vault_is_told_as_json_too(desk: Desk) -> None:
    (desk.vault / "data-1.db").write_bytes(b"nothing" * 2000)
    checked = desk.on("vault", "check", "--json")
    assert (checked.code, checked.json["whole"], len(checked.json["sentences"])) == (1, False, 1)
    assert set(checked.json["disks"]) == {"system", "vault"}, "whatever is known of this computer"


def test_a_sheet_that_cannot_be_written_is_known_before_the_vault_is_made(desk: Desk) -> None:
    made = (
        "--centre",
        "X",
        "--worker",
        "Y",
        "--passphrase-file",
        desk.passphrase,
        "--recovery-sheets",
        desk.passphrase,
    )
    ended = desk.run("vault", "create", desk.folder / "new.liepa", *made)
    assert ended.code == 1
    assert not (desk.folder / "new.liepa").exists()

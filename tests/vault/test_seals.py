"""The seals of a data file: each byte of it is covered, and the check tells how far it is and can be stopped."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.problems import Cancelled
from desktop.vault import seals
from desktop.vault.chain import Chain
from desktop.vault.engine import check_file, connect
from desktop.vault.seals import LOCKS, PAGE, are_whole
from desktop.vault.vault import Vault
from tests.vault.conftest import enter


@pytest.fixture
def copy(vault: Vault, tmp_path: Path) -> Path:
    """The vault's data file once more, with some pages in it."""
    for number in range(40):
        enter(vault, f"Liepa {number} " + "lapas " * 200)
    copy = tmp_path / "copy.db"
    copy.write_bytes(vault.path.read_bytes())
    assert copy.stat().st_size > 30 * PAGE
    return copy


def _is_whole(copy: Path, key: bytes) -> bool:
    return are_whole(copy, key, lambda done, total: None)


def test_a_file_is_whole_by_its_own_key_only(copy: Path, vault: Vault) -> None:
    assert _is_whole(copy, vault.key)
    assert not _is_whole(copy, bytes(32))


def test_every_part_of_every_page_is_sealed_as_the_driver_itself_says(copy: Path, vault: Vault) -> None:
    content = copy.read_bytes()
    pages = len(content) // PAGE
    for place in (16, PAGE - 1, PAGE, 2 * PAGE - 80, 7 * PAGE + 2000, (pages - 1) * PAGE, len(content) - 1):
        changed = bytearray(content)
        changed[place] ^= 1
        copy.write_bytes(changed)
        assert not _is_whole(copy, vault.key), place
        if place >= PAGE:  # the first page must be right for the driver to open the file at all
            raw = connect(copy, vault.key, Chain(vault.world.chance), read_only=True)
            assert raw.execute("PRAGMA cipher_integrity_check").fetchall(), place
            raw.close()


def test_the_page_by_which_sqlite_locks_is_never_sealed(
    copy: Path, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert LOCKS == 0x40000000 // PAGE + 1 == 262_145, "the page that lies at 1 GiB"
    content = copy.read_bytes()
    copy.write_bytes(content[: 2 * PAGE] + bytes(PAGE) + content[3 * PAGE :])
    assert not _is_whole(copy, vault.key)
    monkeypatch.setattr(seals, "LOCKS", 3)
    assert _is_whole(copy, vault.key)


def test_a_page_in_the_place_of_another_and_a_file_cut_short_are_noticed(copy: Path, vault: Vault) -> None:
    content = copy.read_bytes()
    copy.write_bytes(content[:PAGE] + content[2 * PAGE : 3 * PAGE] + content[PAGE : 2 * PAGE] + content[3 * PAGE :])
    assert not _is_whole(copy, vault.key)
    copy.write_bytes(content[:-100])
    assert not _is_whole(copy, vault.key)
    copy.write_bytes(b"")
    assert not _is_whole(copy, vault.key)


def test_the_check_tells_how_far_it_is_and_can_be_stopped_anywhere(copy: Path, vault: Vault) -> None:
    def check(stop_at: int) -> list[int]:
        told: list[int] = []

        def progress(done: int, total: int) -> None:
            told.append(done)
            if total and done >= stop_at:
                raise Cancelled("Stopped. Nothing was changed.")

        raw = connect(copy, vault.key, Chain(vault.world.chance), read_only=True)
        try:
            check_file(raw, copy, vault.key, vault.store_id, progress)
        except Cancelled:
            return told
        finally:
            raw.close()
        return told

    whole = check(101)
    assert whole == sorted(whole)
    assert (whole[0], whole[-1]) == (0, 100)
    assert len(whole) > 2
    for stop_at in (0, whole[1], 100):
        assert check(stop_at)[-1] >= stop_at

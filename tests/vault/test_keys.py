"""Passphrases, slots and the key file."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from desktop.vault.keyfile import KEYS, KEYS_BEFORE, KeyFile, read_keys
from desktop.vault.keys import KeyCost, Slot
from desktop.vault.refusals import DiskTrouble, KeyFileDamaged, NewerVersion, WrongPassphrase
from desktop.world import World

STORE, WHO, KEY = UUID(int=1), UUID(int=2), bytes(range(32))


@pytest.fixture
def slot(world: World) -> Slot:
    blank = Slot(WHO, "Ona", "director", KeyCost.cheap())
    return blank.with_passphrase("žalia liepa", world.chance).sealing(STORE, KEY)


@pytest.fixture
def keys(slot: Slot) -> KeyFile:
    return KeyFile(STORE, 1, "data-1.db", True, (slot,))


def test_the_passphrase_opens_the_data_key(slot: Slot) -> None:
    assert bytes(slot.open(STORE, "žalia liepa")) == KEY


def test_letters_made_of_two_signs_are_the_same_passphrase(slot: Slot) -> None:
    assert bytes(slot.open(STORE, unicodedata.normalize("NFD", "žalia liepa"))) == KEY


@pytest.mark.parametrize("typed", ["", "zalia liepa", "žalia liepa ", "Žalia liepa", "žalia\0liepa", "'; PRAGMA key"])
def test_any_other_passphrase_is_wrong(slot: Slot, typed: str) -> None:
    with pytest.raises(WrongPassphrase):
        slot.open(STORE, typed)


@pytest.mark.parametrize("forged", [{"role": "statistics"}, {"name": "Rasa"}])
def test_a_slot_with_another_role_or_name_does_not_open(slot: Slot, forged: dict[str, str]) -> None:
    with pytest.raises(KeyFileDamaged):
        replace(slot, **forged).open(STORE, "žalia liepa")


def test_a_slot_does_not_open_another_vault(slot: Slot) -> None:
    with pytest.raises(KeyFileDamaged):
        slot.open(UUID(int=9), "žalia liepa")


def test_the_key_file_comes_back_as_it_was_written(keys: KeyFile, tmp_path: Path) -> None:
    written = keys.write(tmp_path, KEY)
    assert KeyFile.read(tmp_path) == written
    assert written.is_whole(KEY)
    assert not written.is_whole(bytes(32))
    assert written.generation == 2


@pytest.mark.parametrize("change", [{"data": "data-2.db"}, {"generation": 7}, {"practice": False}, {"slots": ()}])
def test_a_key_file_changed_without_the_key_is_not_whole(
    keys: KeyFile, tmp_path: Path, change: dict[str, object]
) -> None:
    assert not replace(keys.write(tmp_path, KEY), **change).is_whole(KEY)


def test_every_damaged_byte_of_the_key_file_is_noticed(keys: KeyFile) -> None:
    content = keys.content(KEY)
    whole = KeyFile.parse(content)
    for at in range(0, len(content), 7):
        damaged = bytearray(content)
        damaged[at] ^= 1
        try:
            assert KeyFile.parse(bytes(damaged)) == whole  # white space and letter case carry nothing
        except (KeyFileDamaged, NewerVersion):
            continue


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[]", b"null", b"\xff\xfe", b"[" * 100_000, b'{"format": 1, "sum": ""}']
)
def test_anything_else_is_a_damaged_key_file(content: bytes) -> None:
    with pytest.raises(KeyFileDamaged):
        KeyFile.parse(content)


def test_a_key_file_of_a_newer_program_is_told_apart(keys: KeyFile) -> None:
    body = json.loads(keys.content(KEY))
    body["format"] = 99
    with pytest.raises(NewerVersion):
        KeyFile.parse(json.dumps(body).encode())


@pytest.mark.parametrize(
    "cost", [KeyCost(64 * 1024 * 1024, 4, 4), KeyCost(8, 1, 1), KeyCost(8192, 10_000, 1), KeyCost(8192, 1, 99)]
)
def test_a_key_file_cannot_ask_for_all_memory_nor_for_a_free_guess(keys: KeyFile, slot: Slot, cost: KeyCost) -> None:
    with pytest.raises(KeyFileDamaged):
        KeyFile.parse(replace(keys, slots=(replace(slot, cost=cost),)).content(KEY))


def test_a_cheap_key_is_taken_only_in_a_practice_vault(keys: KeyFile) -> None:
    with pytest.raises(KeyFileDamaged):
        KeyFile.parse(replace(keys, practice=False).content(KEY))


def test_a_key_file_cannot_name_a_file_elsewhere(keys: KeyFile) -> None:
    with pytest.raises(KeyFileDamaged):
        KeyFile.parse(replace(keys, data="../data-1.db").content(KEY))


def test_the_copy_beside_is_used_when_the_key_file_is_damaged(keys: KeyFile, tmp_path: Path) -> None:
    keys.write(tmp_path, KEY)
    (tmp_path / KEYS).write_bytes(b"")
    read, warnings = read_keys(tmp_path)
    assert read.slots == keys.slots
    assert len(warnings) == 1
    (tmp_path / KEYS_BEFORE).write_bytes(b"")
    with pytest.raises(KeyFileDamaged):
        read_keys(tmp_path)


def test_the_real_cost_is_what_the_design_says() -> None:
    assert KeyCost.real() == KeyCost(128 * 1024, 4, 4)
    assert KeyCost.real().is_real
    assert not KeyCost.cheap().is_real
    assert KeyCost.cheap().is_sane


def test_half_a_sign_in_a_passphrase_is_a_wrong_passphrase() -> None:
    assert len(KeyCost.cheap().derive("linden \ud800 tea", b"s" * 16)) == 32


def test_a_key_file_that_cannot_be_read_is_a_sentence(keys: KeyFile, tmp_path: Path) -> None:
    (tmp_path / KEYS).mkdir()
    with pytest.raises(DiskTrouble):
        read_keys(tmp_path)
    with pytest.raises(DiskTrouble):
        read_keys(tmp_path / ("x" * 300))
    (tmp_path / KEYS_BEFORE).write_bytes(keys.content(KEY))
    assert read_keys(tmp_path)[0].slots == keys.slots

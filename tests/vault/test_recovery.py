"""Three sheets of paper: what is printed, typing mistakes, rehearsal, and the way back in."""

from __future__ import annotations

import hashlib
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.vault.keyfile import KeyFile
from desktop.vault.recovery import OtherSheets, SameSheet, State
from desktop.vault.refusals import WrongPassphrase
from desktop.vault.shares import SIGNS, Share, ShareMistyped
from desktop.vault.vault import Vault
from desktop.world import World
from tests.conftest import PASSPHRASE, WORKER
from tests.vault.conftest import enter, names

SECRET = hashlib.sha256(b"sheet").digest()[:20]
SHEETS = st.builds(
    Share.make, st.integers(1, 3), st.text(SIGNS, min_size=5, max_size=5), st.binary(min_size=20, max_size=20)
)


@given(SHEETS)
def test_what_is_printed_reads_back_however_it_is_typed(sheet: Share) -> None:
    assert Share.parse(sheet.text) == sheet
    assert Share.parse(sheet.text.lower().replace(" ", "-").replace("0", "o").replace("1", "l")) == sheet
    assert Share.parse(sheet.text.replace("A", "А").replace("H", "Н").replace("J", "Ј")) == sheet
    assert [len(group) for group in sheet.text.split()] == [4] * 11


@given(SHEETS, st.data())
def test_up_to_four_wrong_signs_are_always_noticed(sheet: Share, data: st.DataObject) -> None:
    signs = list(sheet.text.replace(" ", ""))
    places = data.draw(st.lists(st.integers(0, 43), min_size=1, max_size=4, unique=True))
    for at in places:
        signs[at] = data.draw(st.sampled_from([sign for sign in SIGNS if sign != signs[at]]))
    with pytest.raises(ShareMistyped) as refused:
        Share.parse("".join(signs))
    if len(places) == 1:
        assert refused.value.group == places[0] // 4 + 1


@given(SHEETS, st.integers(0, 42))
def test_two_signs_in_the_wrong_order_are_noticed(sheet: Share, at: int) -> None:
    signs = list(sheet.text.replace(" ", ""))
    signs[at : at + 2] = signs[at + 1], signs[at]
    if "".join(signs) != sheet.text.replace(" ", ""):
        with pytest.raises(ShareMistyped):
            Share.parse("".join(signs))


@given(st.text(max_size=60))
def test_nothing_else_is_taken_for_a_sheet(typed: str) -> None:
    with pytest.raises(ShareMistyped):
        Share.parse(typed)


def test_a_sign_that_is_not_used_is_told_with_its_group() -> None:
    text = Share.make(1, "AAAAA", SECRET).text
    with pytest.raises(ShareMistyped) as refused:
        Share.parse(text[:11] + "!" + text[12:])
    assert refused.value.group == 3


def test_any_two_of_three_sheets_open_the_vault_and_set_a_new_passphrase(vault: Vault, world: World) -> None:
    enter(vault, "Liepa")
    for one, other in permutations(range(3), 2):
        sheets = vault.make_recovery(vault.worker)
        vault.lock()
        vault = Vault.recover(
            vault.folder, sheets[one].text, sheets[other].text, new_passphrase=f"new {one}{other}", worker_name=WORKER,
            world=world,
        )  # fmt: skip
        assert names(vault) == ["Liepa"]
        assert vault.worker.role == "director"
        assert vault.recovery_state == State.USED
        vault.lock()
        with pytest.raises(WrongPassphrase):
            Vault.unlock(vault.folder, WORKER, PASSPHRASE, world=world)
        with pytest.raises(OtherSheets):
            Vault.recover(
                vault.folder, sheets[0].text, sheets[1].text, new_passphrase="x", worker_name=WORKER, world=world
            )
        vault = Vault.unlock(vault.folder, WORKER, f"new {one}{other}", world=world)
    assert vault.check().whole
    vault.lock()


def test_a_rehearsal_proves_two_sheets_and_is_remembered(vault: Vault, world: World) -> None:
    assert vault.recovery_state == State.NONE
    first, second, third = vault.make_recovery(vault.worker)
    assert vault.recovery_state == State.MADE
    with pytest.raises(SameSheet):
        vault.rehearse(first.text, first.text)
    with pytest.raises(ShareMistyped) as refused:
        vault.rehearse(first.text, second.text[:-1] + ("A" if second.text[-1] != "A" else "B"))
    assert (refused.value.field, refused.value.group) == ("second", 11)
    assert vault.recovery_state == State.MADE
    vault.rehearse(third.text, second.text)
    assert vault.recovery_state == State.REHEARSED
    vault.lock()
    again = Vault.unlock(vault.folder, WORKER, PASSPHRASE, world=world)
    assert again.recovery_state == State.REHEARSED
    again.lock()


def test_sheets_of_an_earlier_making_or_another_kit_open_nothing(vault: Vault) -> None:
    old = vault.make_recovery(vault.worker)
    new = vault.make_recovery(vault.worker)
    for first, second in ((old[0], old[1]), (old[0], new[1]), (new[0], old[1])):
        with pytest.raises(OtherSheets):
            vault.rehearse(first.text, second.text)


def test_sheets_with_the_right_kit_and_a_wrong_secret_open_nothing(vault: Vault) -> None:
    first, second, _ = vault.make_recovery(vault.worker)
    forged = Share.make(2, second.kit, SECRET)
    with pytest.raises(OtherSheets):
        vault.rehearse(first.text, forged.text)


def test_the_sheets_still_open_after_a_worker_was_shut_out(vault: Vault, world: World) -> None:
    first, second, _ = vault.make_recovery(vault.worker)
    rasa = vault.add_worker("Rasa", "cases", "rasa's words", vault.worker)
    vault.remove_worker(rasa.id, vault.worker)
    vault.rehearse(first.text, second.text)
    assert vault.recovery_state == State.REHEARSED


def test_the_key_file_holds_nothing_of_the_sheets_secrets(vault: Vault) -> None:
    sheets = vault.make_recovery(vault.worker)
    content = (vault.folder / "keys.json").read_text()
    assert all(sheet.secret.hex() not in content and sheet.text not in content for sheet in sheets)
    assert KeyFile.read(vault.folder).recovery is not None

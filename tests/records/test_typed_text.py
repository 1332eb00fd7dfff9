import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.records.telephone import is_understood, masked, shown, understood
from desktop.records.typed_text import clean, clean_line, has_personal_code


def test_unseen_signs_go_and_everything_else_stays() -> None:
    assert clean_line("  Ona\u202e\u200b <b>&amp;\u0000 Petraitė\t\n ") == "Ona <b>&amp; Petraitė"
    assert clean("pirma\r\nantra\u2028trečia\ud800") == "pirma\nantra\ntrečia"
    assert clean_line("S\u030carka") == "Šarka"
    assert clean_line("شهد") == "شهد", "letters of every script are letters"


@given(st.text(st.characters(exclude_categories=())))
@example("\u0000" * 10_000)
@example("e\u0301" * 10_000)
def test_cleaning_twice_changes_nothing_and_what_is_left_can_be_kept(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert once.encode("utf-8").decode("utf-8") == once
    assert not any(unicodedata.bidirectional(sign) in {"RLE", "LRE", "RLO", "LRO", "PDF", "RLI"} for sign in once)
    assert "\n" not in clean_line(text)
    assert clean_line(clean_line(text)) == clean_line(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a. k. 33309240064", True),
        ("a. k. 333 0924-0064.", True),
        ("33309240164", False),
        ("JMBG 0101006500006", True),
        ("0101006500007", False),
        ("tel. +370 612 30041", False),
        ("37061230041", False),
        ("ROIK 21-4-08312-26", False),
        ("233309240064", False),
    ],
)
def test_a_personal_code_is_noticed_and_other_numbers_are_not(text: str, found: bool) -> None:
    assert has_personal_code(text) is found


@pytest.mark.parametrize(
    ("typed", "country", "kept", "read", "hidden"),
    [
        ("0 612 30 041", "LT", "+37061230041", "+370 612 30041", "+370 6•• •••41"),
        ("8 445 78024", "LT", "+37044578024", "+370 445 78024", "+370 4•• •••24"),
        ("00370 612 30041", "LT", "+37061230041", "+370 612 30041", "+370 6•• •••41"),
        ("023 561 234", "RS", "+38123561234", "+381 23 561234", "+381 2• ••••34"),
        ("064/123-4567", "RS", "+381641234567", "+381 64 1234567", "+381 6• •••••67"),
        ("061 230 041", "XX", "061 230 041", "061 230 041", "••• ••• •41"),
        ("kaimynės, po 18", "LT", "kaimynės, po 18", "kaimynės, po 18", "••••••••, •• 18"),
        ("", "LT", "", "", ""),
    ],
)
def test_a_number_is_understood_shown_and_masked(typed: str, country: str, kept: str, read: str, hidden: str) -> None:
    assert understood(typed, country) == kept
    assert shown(kept) == read
    assert masked(kept) == hidden
    assert is_understood(typed, country) is kept.startswith("+")


@given(st.text(), st.sampled_from(("LT", "RS", "XX")))
def test_any_text_can_stand_where_a_number_should(text: str, country: str) -> None:
    kept = understood(text, country)
    assert understood(kept, country) == kept
    assert len(masked(kept)) == len(shown(kept))
    letters = [sign for sign in masked(kept) if sign.isalpha()]
    assert letters == []

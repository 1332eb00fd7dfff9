"""The words read aloud cannot be mistaken for each other, and an offered passphrase is worth what is said."""

from __future__ import annotations

import hashlib
from collections import Counter
from itertools import combinations

import pytest
from rapidfuzz.distance import Levenshtein

from desktop.language import LOCALES
from desktop.wordlist import (
    control_list,
    offered_passphrase,
    passphrase_bits,
    passphrase_list,
    same_words,
    words_for,
)


@pytest.mark.parametrize("locale", LOCALES)
def test_256_words_are_told_apart_by_four_letters_and_by_ear(locale: str) -> None:
    words = control_list(locale)
    assert len(words) == 256
    assert len({word[:4] for word in control_list(locale.replace("Cyrl", "Latn"))}) == 256
    assert min(Levenshtein.distance(one, other) for one, other in combinations(words, 2)) >= 2


@pytest.mark.parametrize("locale", LOCALES)
def test_words_have_no_letter_that_a_plain_keyboard_lacks(locale: str) -> None:
    letters = set("".join(passphrase_list(locale) + control_list(locale)))
    plain = set("абвгдезијклљмнњопрстуфхц") if locale == "sr_Cyrl" else set("abcdefghijklmnopqrstuvwxyz")
    assert letters <= plain


@pytest.mark.parametrize("locale", LOCALES)
def test_no_word_is_offered_twice(locale: str) -> None:
    assert [word for word, times in Counter(passphrase_list(locale)).items() if times > 1] == []


@pytest.mark.parametrize(("locale", "bits"), [("en", 60), ("lt", 59), ("sr_Latn", 59.8), ("sr_Cyrl", 59.8)])
def test_an_offered_passphrase_is_worth_what_is_said(locale: str, bits: float) -> None:
    assert passphrase_bits(locale) >= bits


def test_a_fingerprint_is_eight_words_in_the_script_of_the_screen() -> None:
    mac = hashlib.sha256(b"linden").digest()
    cyrillic, latin = words_for(mac, "sr_Cyrl"), words_for(mac, "sr_Latn")
    assert len(cyrillic) == 8
    assert cyrillic != latin
    assert same_words(", ".join(latin).upper(), "  ".join(cyrillic))
    assert not same_words(" ".join(latin), " ".join(reversed(latin)))


def test_too_short_a_fingerprint_is_a_bug() -> None:
    with pytest.raises(ValueError, match="7"):
        words_for(bytes(7), "en")


def test_the_draw_is_even() -> None:
    """A draw from the last, incomplete round of the list is thrown away, not folded back on its first words."""
    limit = len(passphrase_list("en"))
    unfair = (65536 - 65536 % limit).to_bytes(2)
    draws = iter([unfair, b"\x00\x01"] + [b"\x00\x00"] * 5)
    first, second = passphrase_list("en")[:2]
    assert offered_passphrase(lambda _count: next(draws), "en") == " ".join([second] + [first] * 5)

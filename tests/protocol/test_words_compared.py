"""Texts are compared word by word: nothing is lost between the pieces, and they can be read."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.protocol.words_compared import Piece, compare_words, new_text, old_text

_WORDS = st.sampled_from(
    ["centras", "praneša", "per", "24", "valandas", ".", ",", "–", " ", "  ", "\n", "полиција", "обавештава", "центар",
     "у року", "čl.", "4.2", "Đorđe", "„odmah“", "e\u0301", "警察", "通知", "المركز", "(", ")", "darbo-dieną"]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=60), st.lists(_WORDS, max_size=25).map(" ".join))


def told(old: str, new: str) -> str:
    """The pieces as one line: [what went], {what came}."""
    signs = {"kept": "{}", "removed": "[{}]", "inserted": "{{{}}}"}
    return "".join(signs[piece.kind].format(piece.text) for piece in compare_words(old, new))


@given(TEXTS, TEXTS)
def test_the_pieces_give_both_texts_sign_by_sign(old: str, new: str) -> None:
    pieces = compare_words(old, new)
    assert (old_text(pieces), new_text(pieces)) == (old, new)
    assert all(piece.text for piece in pieces)
    assert all(one.kind != other.kind for one, other in pairwise(pieces))


@given(TEXTS)
def test_the_same_text_is_one_piece(text: str) -> None:
    assert compare_words(text, text) == ((Piece("kept", text),) if text else ())


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "Policija praneša centrui per 24 valandas.",
            "Policija praneša centrui nedelsdama, bet ne vėliau kaip per 12 valandų.",
            "Policija praneša centrui [per 24 valandas]{nedelsdama, bet ne vėliau kaip per 12 valandų}.",
        ),
        (
            "Полиција обавештава центар у року од 24 сата.",
            "Полиција одмах обавештава центар за социјални рад у року од 12 сати.",
            "Полиција {одмах }обавештава центар {за социјални рад }у року од [24 сата]{12 сати}.",
        ),
        (
            "Grupa se sastaje jednom mesečno. Saziva je tužilaštvo.",
            "Grupa se sastaje na svakih 15 dana. Saziva je tužilaštvo, a zapisnik vodi centar.",
            "Grupa se sastaje [jednom mesečno]{na svakih 15 dana}. Saziva je tužilaštvo{, a zapisnik vodi centar}.",
        ),
        ("a b c", "a, b c", "a{,} b c"),
        ("警察は通知する。", "警察は直ちに通知する。", "[警察は通知する。]{警察は直ちに通知する。}"),
    ],
)
def test_a_change_is_told_whole(old: str, new: str, expected: str) -> None:
    assert told(old, new) == expected


def test_texts_that_share_hardly_a_word_are_told_as_one_instead_of_the_other() -> None:
    assert told("Tikslas yra saugoti.", "Visai kitas dalykas čia parašytas.") == (
        "[Tikslas yra saugoti.]{Visai kitas dalykas čia parašytas.}"
    )

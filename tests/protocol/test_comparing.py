"""A comparison tells everything that changed: the old version and the changes give the new one."""

from __future__ import annotations

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from desktop.protocol.comparing import ADDED, CHANGED, MOVED, REMOVED, SAME, Said, apply, compare
from desktop.protocol.words_compared import INSERTED, Piece, compare_words, new_text, old_text
from desktop.protocol.words_compared import REMOVED as TAKEN
from desktop.protocol.words_compared import SAME as STAYED

WORDS = ["policija", "praneša", "centrui", "per", "24", "12", "valandas", ",", ".", " ", "\n", "обавештава", "рок", "č"]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=25).map("".join) | st.text(max_size=40)


@given(TEXTS, TEXTS)
def test_the_pieces_give_both_texts(old: str, new: str) -> None:
    pieces = compare_words(old, new)
    assert old_text(pieces) == old
    assert new_text(pieces) == new
    assert all(piece.text for piece in pieces)


@given(TEXTS)
def test_a_text_that_stayed_is_one_piece(text: str) -> None:
    assert compare_words(text, text) == ((Piece(STAYED, text),) if text else ())


def test_a_sentence_is_not_torn_into_crumbs() -> None:
    pieces = compare_words(
        "Policija praneša centrui per 24 valandas, raštu.", "Policija praneša centrui nedelsiant, laišku."
    )
    assert pieces == (
        Piece(STAYED, "Policija praneša centrui "),
        Piece(TAKEN, "per 24 valandas, raštu"),
        Piece(INSERTED, "nedelsiant, laišku"),
        Piece(STAYED, "."),
    )


SAIDS = st.builds(
    Said,
    st.integers(1, 9).map(lambda n: UUID(int=n)), st.sampled_from(["1", "2", "4.1"]), TEXTS, TEXTS,
    st.sampled_from(["", "incident"]), st.sampled_from([(None, ""), (24, "hours"), (1, "days")]),
)  # fmt: skip
VERSIONS = st.lists(SAIDS, max_size=9, unique_by=lambda said: said.origin_id)


@given(VERSIONS, VERSIONS)
def test_the_old_version_and_what_changed_give_the_new_one(old: list[Said], new: list[Said]) -> None:
    comparison = compare(old, new)
    assert apply(old, comparison.changed) == tuple(new)
    assert apply(old, comparison.changes) == tuple(new)


@given(VERSIONS, VERSIONS)
def test_every_provision_is_told_once(old: list[Said], new: list[Said]) -> None:
    told = [change.origin_id for change in compare(old, new).changes]
    assert len(told) == len(set(told))
    assert set(told) == {each.origin_id for each in (*old, *new)}


@given(VERSIONS)
def test_a_version_compared_with_itself_has_no_change(version: list[Said]) -> None:
    assert not compare(version, version).changed


def _said(number: int, text: str = "") -> Said:
    return Said(UUID(int=number), str(number), f"Nr. {number}", text)


def test_one_that_was_moved_is_told_alone() -> None:
    old = [_said(1), _said(2), _said(3), _said(4)]
    new = [_said(4), _said(1), _said(2), _said(3)]
    kinds = {change.number: change.kind for change in compare(old, new).changes}
    assert kinds == {"4": MOVED, "1": SAME, "2": SAME, "3": SAME}


def test_what_was_left_out_is_told_where_it_stood() -> None:
    comparison = compare([_said(1), _said(2), _said(3)], [_said(1, "Kitaip"), _said(5), _said(3)])
    assert [(change.number, change.kind) for change in comparison.changes] == [
        ("1", CHANGED), ("2", REMOVED), ("5", ADDED), ("3", SAME),
    ]  # fmt: skip
    assert [comparison.count(kind) for kind in (CHANGED, ADDED, REMOVED, MOVED, SAME)] == [1, 1, 1, 0, 1]

"""Finding in any script and spelling, and whatever is typed."""

from __future__ import annotations

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.orm import Session

from desktop.vault import search
from desktop.vault.history import History
from desktop.vault.refusals import SearchMended
from desktop.vault.vault import Vault

NAMES = {
    1: "Đurđa Đurić",
    2: "Ђорђе Петровић",
    3: "Šarūnė Žukauskienė",
    4: "Љубица Чекић",
    5: "Łukasz Dorđe 2026/419",
}


@pytest.fixture
def filled(vault: Vault) -> Vault:
    with vault.change("Entered", vault.worker) as session:
        for number, name in NAMES.items():
            search.index(session, "person" if number < 5 else "notice", UUID(int=number), "2026-11", name)
    return vault


def _found(vault: Vault, query: str, *kinds: str) -> list[int]:
    with vault.look() as session:
        return sorted(record.int for _, record in search.find(session, query, kinds))


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("duric", [1]), ("djuric", [1]), ("Đurić", [1]), ("Ђурић", [1]), ("ђу", [1]), ("djur", [1]),
        ("djordje", [2]), ("dorde", [2, 5]), ("Đorđe petr", [2]), ("zukauskiene", [3]), ("SARUNE", [3]),
        ("Žuk", [3]), ("ljub", [4]), ("cekic", [4]), ("lukasz", [5]), ("419", [5]), ("2026/419", [5]), ("nobody", []),
    ],
)  # fmt: skip
def test_every_spelling_finds_the_right_records_and_no_others(filled: Vault, typed: str, numbers: list[int]) -> None:
    assert _found(filled, typed) == numbers


@pytest.mark.parametrize(
    "typed", ["d", "z", "4", "4.", "2026/4", "2026/41", "d 4", "l d", "5", "q", "\u03b1", 'd"', "o'd"]
)
def test_one_sign_finds_every_word_that_begins_with_it(filled: Vault, typed: str) -> None:
    words = " ".join(f'"{word.replace(chr(34), chr(34) * 2)}"*' for word in search.fold(typed).split())
    with filled.look() as session:
        plainly = select_rows(session, words)
    assert _found(filled, typed) == plainly
    assert typed not in ("d", "4", "2026/4", "l d") or plainly


def select_rows(session: Session, words: str) -> list[int]:
    """What the index itself says of beginnings, the slow way."""
    asked = text("SELECT t.id FROM search_index f JOIN search_text t ON t.row = f.rowid WHERE f.text MATCH :words")
    return sorted(int.from_bytes(found, "big") for found in session.scalars(asked, {"words": words}))


@pytest.mark.parametrize("most", [200, 1])
@pytest.mark.parametrize(
    "typed",
    ["đord", "Ђорђ", "petr", "petrovic", "žuka", "2026", "2026/", "2026/4191", "nobody", 'cekic"', "dorde 2026"],
)
def test_a_long_word_finds_every_word_that_begins_with_it(
    filled: Vault, typed: str, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "_MOST_TERMS", most)
    with filled.change("Entered", filled.worker) as session:
        search.index(session, "notice", UUID(int=6), "2026-11", "Đorđeta Petrović 20261 3-2026/4191")
    words = " ".join(f'"{word.replace(chr(34), chr(34) * 2)}"*' for word in search.fold(typed).split())
    with filled.look() as session:
        plainly = select_rows(session, words)
        asked = search.as_match(typed, search.asking(session))
    assert _found(filled, typed) == plainly
    assert plainly or typed == "nobody"
    assert not [word for word in words.split() if word in asked], "FTS5 would gather all places of all of them"


def test_only_the_wanted_kinds_are_found(filled: Vault) -> None:
    assert _found(filled, "dorde", "notice") == [5]
    assert _found(filled, "dorde", "notice", "person") == [2, 5]


def test_a_record_indexed_again_is_found_by_its_new_words_only(filled: Vault) -> None:
    with filled.change("Amended", filled.worker) as session:
        search.index(session, "person", UUID(int=1), "", "Ana")
        search.unindex(session, UUID(int=2))
    assert (_found(filled, "ana"), _found(filled, "duric"), _found(filled, "petrovic")) == ([1], [], [])
    History(filled).undo(3, filled.worker)
    assert (_found(filled, "ana"), _found(filled, "duric"), _found(filled, "petrovic")) == ([], [1], [2])


@pytest.mark.parametrize("typed", ['a"b', "AND", "-", "NEAR(", "name:foo", "o'x", "*", '"', "", "\0", "^a", "{"])
def test_no_sign_means_anything_to_the_index(filled: Vault, typed: str) -> None:
    _found(filled, typed)


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(text: str) -> None:
    once = search.fold(text)
    assert search.fold(once) == once
    assert search.fold(text.upper()) == search.fold(text.upper().lower()) or "ß" in text.casefold()


ORDER = {
    "lt": ["ąžuolas", "batas", "čia", "eglė", "ėjo", "giria", "ydas", "įkaras", "ikras", "jonas", "sala", "šalis",
           "upė", "ūsas", "zebras", "žiema"],
    "sr_Latn": ["cena", "čaj", "ćup", "dan", "dva", "džep", "đak", "lav", "luk", "ljubav", "nada", "noć", "njiva",
                "sat", "šal", "zora", "žaba"],
    "sr_Cyrl": ["ађутант", "дан", "ђак", "ера", "жаба", "зора", "лук", "љубав", "ноћ", "њива", "тама", "ћуп", "цена",
                "час", "џеп", "шал"],
}  # fmt: skip


@pytest.mark.parametrize("locale", ORDER)
def test_words_sort_as_in_the_language_s_dictionary(locale: str) -> None:
    backwards = ORDER[locale][::-1]
    assert sorted(backwards, key=lambda word: search.sort_key(word, locale)) == ORDER[locale]


def test_capitals_and_marks_decide_only_between_words_that_are_otherwise_alike() -> None:
    words = ["yda", "Yda", "ydas", "10", " 1", "įda"]
    assert sorted(words, key=lambda word: search.sort_key(word, "lt")) == [" 1", "10", "įda", "yda", "Yda", "ydas"]


@given(st.text(max_size=30), st.sampled_from(["lt", "sr_Latn", "sr_Cyrl", "en"]))
def test_any_text_has_a_sort_key(text: str, locale: str) -> None:
    assert search.sort_key(text, locale)


def test_many_records_at_once_are_found_like_single_ones(filled: Vault) -> None:
    with filled.change("Entered", filled.worker) as session:
        search.index_new(session, "person", ((UUID(int=100 + n), "", f"Rūta Nr {n}") for n in range(2500)))
    assert len(_found(filled, "ruta")) == 50
    assert _found(filled, "ruta 2499") == [2599]
    assert History(filled).verify().whole


def test_newest_come_first(filled: Vault) -> None:
    with filled.look() as session:
        assert [record.int for _, record in search.find(session, "dorde")] == [5, 2]


def test_an_old_page_of_the_index_is_noticed_and_the_index_made_anew(filled: Vault) -> None:
    with filled.look() as session:
        run = session.connection().exec_driver_sql
        old = [tuple(row) for row in run("SELECT id, block FROM search_index_data")]
    with filled.change("Renamed", filled.worker) as session:
        search.index(session, "person", UUID(int=1), "2026-11", "Visai Kitas Vardas")
    assert filled.check().sentences == ()
    with filled.mending() as connection:
        connection.exec_driver_sql("DELETE FROM search_index_data")
        for row in old:
            connection.exec_driver_sql("INSERT INTO search_index_data(id, block) VALUES (?, ?)", row)
    filled._drop_connections()
    found = filled.check()
    assert (found.whole, [type(problem) for problem in found.sentences]) == (True, [SearchMended])
    assert (_found(filled, "visai kitas"), _found(filled, "duric")) == ([1], [])
    assert filled.check().sentences == ()

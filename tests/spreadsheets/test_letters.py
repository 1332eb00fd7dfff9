"""Encodings: every list of Lithuanian and Serbian names is read right, or somebody is asked."""

from __future__ import annotations

import random

import pytest

from desktop.spreadsheets.letters import decoded, looks_doubled

LITHUANIAN = (
    *("Šarūnė Žukauskienė", "Ona Jonaitytė", "Rūta Čepaitė", "Agnė Kęstutienė", "Živilė Vaičiūnienė", "Eglė Šimkutė"),
    *(
        "Kretingos g. 12, Klaipėda",
        "Panevėžio apskr. VPK",
        "Įvykio vieta",
        "Pranešimų žurnalas",
        "Jurgita Grigaliūnaitė",
    ),
)
LATIN = (
    *(
        "Života Đorđević",
        "Snežana Pešić",
        "Ljiljana Kovačević",
        "Milica Ćirić",
        "Ranđelović Čedomir",
        "Gordana Stojanović",
    ),
    *("Svetog Save 12, Čačak", "Policijska uprava Užice", "Šabac", "Datum prijave događaja", "Ružica Živković"),
)
CYRILLIC = (
    *(
        "Живота Ђорђевић",
        "Снежана Пешић",
        "Љиљана Ковачевић",
        "Милица Ћирић",
        "Ранђеловић Чедомир",
        "Гордана Стојановић",
    ),
    *("Светог Саве 12, Чачак", "Полицијска управа Ужице", "Шабац", "Датум пријаве догађаја", "Ружица Живковић"),
)
WRITTEN = (
    *((name, LITHUANIAN) for name in ("cp1257", "iso8859_13", "utf-8", "utf-8-sig", "utf-16", "utf-16-le")),
    *((name, LATIN) for name in ("cp1250", "iso8859_2", "utf-8", "utf-16-be")),
    *((name, CYRILLIC) for name in ("cp1251", "iso8859_5", "utf-8", "utf-16")),
)


@pytest.mark.parametrize(("encoding", "words"), WRITTEN)
def test_a_list_is_read_right_or_somebody_is_asked(encoding: str, words: tuple[str, ...]) -> None:
    pick = random.Random(encoding)
    right = 0
    for _turn in range(60):
        lines = [
            f"{pick.randint(100, 999)};{';'.join(pick.sample(words, 2))}" for _row in range(pick.choice((1, 3, 8)))
        ]
        text = "Nr;A;B\r\n" + "\r\n".join(lines) + "\r\n"
        found, encodings = decoded(text.encode(encoding))
        right += found == text
        assert found == text or len(encodings) > 1, "a wrong letter is never kept unseen"
    assert right >= 59


def test_what_somebody_chose_is_not_weighed() -> None:
    assert decoded("Đorđević".encode("cp1250"), "cp1257")[0] == "Šorševię"


def test_bytes_of_no_language_are_refused() -> None:
    with pytest.raises(ValueError, match="not a text"):
        decoded(bytes(range(128, 256)) * 4)


def test_letters_spoilt_before_are_seen() -> None:
    spoilt = "Šarūnė Žukauskienė".encode().decode("cp1252", "replace")
    assert looks_doubled(spoilt)
    assert not any(looks_doubled(" ".join(words)) for words in (LITHUANIAN, LATIN, CYRILLIC))

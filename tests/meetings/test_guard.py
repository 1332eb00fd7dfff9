"""No text that leaves may name a person, in any case or script, or tell how she is reached."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.meetings.guard import ADDRESS, NAME, NAMESAKE, TELEPHONE, Guarded, leaks

SHE = Guarded("P-0001", "Daiva Jonaitienė", ("+37061230041",), ("Vytauto g. 15-3, Kretinga",))
DJORDJEVIC = Guarded("P-0002", "Љиљана Ђорђевић")


def found(text: str, person: Guarded = SHE, officials: tuple[str, ...] = ()) -> list[str]:
    return [leak.what for leak in leaks([text], [person], officials)]


@pytest.mark.parametrize(
    "text",
    ["Daiva Jonaitienė kreipėsi", "kreipėsi Jonaitienė Daiva.", "padėta Daivai Jonaitienei", "DAIVOS JONAITIENĖS byla"],
)
def test_a_name_is_found_in_every_case_and_order(text: str) -> None:
    assert found(text) == [NAME]


@pytest.mark.parametrize("text", ["Љиљане Ђорђевић", "Ljiljani Đorđević", "DJORDJEVIC LJILJANA"])
def test_a_name_is_found_in_both_scripts(text: str) -> None:
    assert found(text, DJORDJEVIC) == [NAME]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Onos Petraitės", "Ona Petraitė"), ("Ane Ilić", "Ana Ilić"), ("Jono Žuko", "Jonas Žukas"),
        ("Kazio Gaidžio", "Kazys Gaidis"), ("Tomo Rimkaus", "Tomas Rimkus"), ("Петра Ђорђевића", "Petar Đorđević"),
        ("Daivai\nPetraitienei", "Daiva Jonaitienė-Petraitienė"), ("Janu Bergu", "Jan van der Berg"),
        ("D. Jonaitienės", "Daiva Jonaitienė"), ("Jonaitienė D.", "Daiva Jonaitienė"), ("Љ. Илић", "Ljiljana Ilić"),
    ],
)  # fmt: skip
def test_short_names_changed_names_and_parts_of_names_are_found(text: str, name: str) -> None:
    assert found(text, Guarded("P-0003", name)) == [NAME]


@pytest.mark.parametrize(
    ("text", "name"),
    [("Rasti stogą", "Rasa Stogienė"), ("Vytauto g. 15", "Gintaras Vytautas"), ("Van der Meer", "Jan van der Berg"),
     ("Ona ruošia raštą", "Rasa Onaitė"), ("Tomis rimtomis", "Tomas Rimkus")],
)  # fmt: skip
def test_words_that_only_begin_like_a_name_name_nobody(text: str, name: str) -> None:
    assert found(text, Guarded("P-0003", name)) == []


def test_an_initial_may_be_an_officials() -> None:
    assert found("D. Jonaitienės dėka", officials=("Dovilė Jonaitienė",)) == []
    assert found("D. Jonaitienės dėka", officials=("Dovilė Petraitienė",)) == [NAME]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jonaitienės dėka", "Daiva Jonaitienė"), ("padėta Jonaitienei", "Daiva Jonaitienė"),
        ("помоћ за Илићеву", "Маја Илић"), ("Kalbėta, kad Kalnas serga", "Petras Kalnas"),
        ("kreipėsi Rožė iš Kretingos", "Rožė"), ("kreipėsi Rožė", "Daiva „Rožė“ Jonaitienė"),
        ("JONAITIENĖS byla", "Daiva Jonaitienė"), ("Петровић је дошла", "Петровић Марија"),
    ],
)  # fmt: skip
def test_a_surname_a_nickname_or_the_only_name_is_found_by_itself(text: str, name: str) -> None:
    assert found(text, Guarded("P-0003", name)) == [NAME]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kalnas aukštas.", "Petras Kalnas"), ("kalno papėdėje", "Petras Kalnas"), ("Rožės žydi", "Rožė"),
        ("Posėdis Kalno g. 5", "Petras Kalnas"), ("padėjo Rasa Jonaitienė", "Daiva Jonaitienė"),
        ("padėjo kalnas, o Kalnas aukštas", "Petras Kalnas"), ("Kretingos centras", "Jonas Kretinga"),
    ],
)  # fmt: skip
def test_another_word_another_person_and_a_place_name_nobody(text: str, name: str) -> None:
    assert list(leaks([text], [Guarded("P-0003", name)], places=["Kretingos centras"])) == []


def test_a_surname_of_an_official_or_of_many_tells_of_nobody() -> None:
    assert found("Jonaitienės dėka", officials=("Dovilė Jonaitienė",)) == []
    many = [Guarded(name, f"{name} Jonaitienė") for name in ("Daiva", "Ona", "Rasa", "Eglė")]
    assert list(leaks(["Jonaitienės dėka"], many)) == []
    assert [leak.code for leak in leaks(["Jonaitienės dėka"], many[:3])] == ["Daiva", "Ona", "Rasa"]


def test_an_official_called_exactly_as_she_is_asked_about() -> None:
    officials = ("Daiva Jonaitienė",)
    (asked,) = leaks(["Ačiū Daivai Jonaitienei", "Ačiū visiems"], [SHE], officials, asks=True)
    assert (asked.what, asked.code) == (NAMESAKE, "P-0001")
    allowed = Guarded(SHE.code, SHE.name, may_be_named=True)
    assert list(leaks(["Ačiū Daivai Jonaitienei"], [allowed], officials, asks=True)) == []


@pytest.mark.parametrize("text", ["Daiva padėjo", "Visi spalio pranešimai perduoti laiku.", ""])
def test_a_part_of_a_name_names_nobody(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "tel. 8 612 30041",
        "+370 612 30 041",
        "861230041",
        "skambinti (8-612) 30041",
        "861230041 15 val.",
        "8 – 612 – 30041",
    ],
)
def test_a_telephone_is_found_however_it_is_written(text: str) -> None:
    assert found(text) == [TELEPHONE]


def test_an_address_is_found() -> None:
    assert found("gyvena Vytauto g. 15-3, Kretinga") == [ADDRESS]


@pytest.mark.parametrize("text", ["Vytauto g. 15-3", "Vytauto g.15 - 3,\nKretinga", "Vytauto 15-3"])
def test_an_address_is_found_without_its_town(text: str) -> None:
    assert found(text) == [ADDRESS]


@pytest.mark.parametrize("text", ["Posėdis Kretingoje, Vytauto g. 15-31", "Kretinga", "Vytauto g. 1"])
def test_a_town_or_another_house_is_no_address(text: str) -> None:
    assert found(text) == []
    assert found("Kretinga", Guarded("P-0003", "", places=("Kretinga",))) == []


def test_an_official_of_the_same_name_may_be_thanked() -> None:
    assert found("Ačiū Daivai Jonaitienei", officials=("Daiva Jonaitienė",)) == []


def test_whoever_may_see_the_name_may_still_not_be_told_the_telephone() -> None:
    allowed = Guarded(SHE.code, SHE.name, SHE.numbers, may_be_named=True)
    assert found("Daiva Jonaitienė, 861230041", allowed) == [TELEPHONE]


@given(st.text(max_size=40), st.text(max_size=40))
def test_a_name_is_found_whatever_stands_around_it(before: str, after: str) -> None:
    assert NAME in found(f"{before} Daiva Jonaitienė {after}")

"""What is picked out of a pasted message: four ways of writing one, and what must never be taken for hers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.records.municipality import municipalities
from desktop.records.pasted_message import Known, read_message

TODAY = date(2026, 11, 24)


def known(country: str, language: str, *, full: bool = False, **senders: tuple[str, ...]) -> Known:
    places = municipalities(country, language)
    return Known(country, TODAY, tuple(place.name if full else place.short for place in places), senders)


LITHUANIA = known(
    "LT", "lt", county=("Klaipėdos apskrities vyriausiasis policijos komisariatas", "Klaipėdos apskr. VPK"),
    town=("Kretingos rajono policijos komisariatas",),
)  # fmt: skip
SERBIA = known("RS", "sr_Latn", police=("Policijska stanica Novi Pazar",))
SERBIA_CYRILLIC = known("RS", "sr_Cyrl", police=("Полицијска станица Нови Пазар",))

LABELLED = """Perduodame pranešimą apie smurtą artimoje aplinkoje.
ROIK: 26-1234567
Įvykio data ir laikas: 2026-11-23 21:40
Įvykio vieta: Vydmantų k., Klaipėdos g. 12-4
Smurtautojas: Petras Jonaitis, gim. 1980-01-02, tel. +370 612 99999
Nukentėjusioji: Aušra Jonaitienė, gim. 1986-03-12, tel. 8 612 30041, gyv. Vydmantų k., Kretingos r. sav.
Pareigūnas: Tomas Bružas, tel. +370 445 78000
Klaipėdos apskrities vyriausiojo policijos komisariato budėtojas"""
TOLD = (
    "2026 m. lapkričio 23 d. apie 21:40 val. nukentėjusiajai Aušrai Jonaitienei (gimusi 1986 m.), gyvenančiai adresu "
    "Vytauto g. 5, Kretinga, sutuoktinis sudavė. Telefonas 861230041. Pranešimo nr. 50-S-1234/26."
)
LATIN = """Oštećena: Milica Đorđević
Datum rođenja: 5. 3. 1990.
Adresa: Njegoševa 12, Novi Pazar
Kontakt telefon: 064 123 4567
Učinilac: Marko Đorđević, rođen 1985.
Datum događaja: 23.11.2026. u 21.40
KU broj: 123/26
Policijska stanica u Novom Pazaru"""
CYRILLIC = (
    "Дана 23.11.2026. у 21:40 пријављено је насиље у породици. Оштећена Милица Ђорђевић, рођена 1990, станује у улици "
    "Његошева 12, Нови Пазар, тел. 064/123-4567. КУ бр. 123/26"
)
HERS = {"incident_on": "2026-11-23", "incident_time": "21:40"}


def picked(text: str, where: Known) -> dict[str, str]:
    return {proposal.field.removeprefix("mentions.0."): proposal.value for proposal in read_message(text, where)}


@pytest.mark.parametrize(
    ("text", "where", "said"),
    [
        (LABELLED, LITHUANIA, {
            "reference": "26-1234567", "sender_id": "county", "name": "Aušra Jonaitienė", "birth_year": "1986",
            "phone": "+370 612 30041", "municipality": "Kretingos r.",
            "incident_place": "Vydmantų k., Klaipėdos g. 12-4",
        }),
        (TOLD, LITHUANIA, {
            "reference": "50-S-1234/26", "name": "Aušrai Jonaitienei", "birth_year": "1986", "phone": "+370 612 30041",
            "municipality": "Kretingos r.",
        }),
        (LATIN, SERBIA, {
            "reference": "123/26", "sender_id": "police", "name": "Milica Đorđević", "birth_year": "1990",
            "phone": "+381 64 1234567", "municipality": "Novi Pazar",
        }),
        (CYRILLIC, SERBIA_CYRILLIC, {
            "reference": "123/26", "name": "Милица Ђорђевић", "birth_year": "1990", "phone": "+381 64 1234567",
            "municipality": "Нови Пазар",
        }),
    ],
)  # fmt: skip
def test_a_message_is_read_as_it_is_written_in_each_country(text: str, where: Known, said: dict[str, str]) -> None:
    assert picked(text, where) == HERS | said


def test_a_unit_names_its_institution_too() -> None:
    where = replace(LITHUANIA, units={("county", "k1"): ("Kretingos rajono policijos komisariatas", "Kretingos r. PK")})
    told = picked("Perdavė Kretingos r. PK budėtojas", where)
    assert told == {"sender_id": "county", "unit_id": "k1"}


def test_a_municipality_is_found_by_its_full_name_too() -> None:
    where = known("LT", "lt", full=True)
    assert picked("Gyv. Vydmantų k., Kretingos raj.", where)["municipality"] == "Kretingos rajono savivaldybė"


def test_every_proposal_shows_the_words_it_was_read_from() -> None:
    for proposal in read_message(LABELLED, LITHUANIA):
        assert proposal.words
        assert proposal.field == "sender_id" or all(line in LABELLED for line in proposal.words.splitlines())


@pytest.mark.parametrize("label", ["Smurtautojas", "Galimas smurtautojas", "Učinilac", "Учинилац", "Pareigūnas"])
def test_nothing_of_another_person_is_taken_for_hers(label: str) -> None:
    text = f"{label}: Petras Jonaitis, gim. 1980-01-02, tel. 8 612 99999, gyv. Kretingos r."
    assert picked(text, LITHUANIA) == {}


def test_of_two_numbers_without_a_label_none_is_taken() -> None:
    assert "phone" not in picked("Skambinti 8 612 30041 arba 8 612 99999", LITHUANIA)


def test_the_number_of_the_letter_is_no_second_telephone() -> None:
    told = picked("Број: 03/2-4-230-1187/26\nЖртва: Милица Стојановић, тел. 064 123 45 67", SERBIA_CYRILLIC)
    assert (told["reference"], told["phone"]) == ("03/2-4-230-1187/26", "+381 64 1234567")


def test_a_name_without_a_word_for_her_is_not_taken() -> None:
    assert "name" not in picked("Vyresnysis tyrėjas Tomas Bružas praneša apie įvykį", LITHUANIA)


LETTERS = {
    "Kretingos PK, 2026-11-22 Nr. 77-4410. Pranešame, kad 2026-11-21 apie 22.40 val. Rugilė Aleksandravičiūtė, "
    "gim. 1991 m., patyrė sutuoktinio Tomo Aleksandravičiaus fizinį smurtą.": "Rugilė Aleksandravičiūtė",
    "22.11.2026. број 230. Дана 21.11.2026. у 22,40 часова Јелена Петровић, рођена 1991. године, претрпела је "
    "насиље од супруга Милана Петровића, рођ. 1985. године.": "Јелена Петровић",
}  # fmt: skip


@pytest.mark.parametrize("letter", LETTERS)
def test_of_a_letter_the_day_with_an_hour_and_the_only_name_with_a_birth_are_read(letter: str) -> None:
    told = picked(letter, replace(LITHUANIA, country="RS") if "Дана" in letter else LITHUANIA)
    assert told["name"] == LETTERS[letter]
    assert (told["incident_on"], told["incident_time"]) == ("2026-11-21", "22:40")
    assert told["birth_year"] == "1991"


@pytest.mark.parametrize(
    "words",
    ["Ona Onaitė, gim. 1991 m., ir Ieva Ievaitė, gim. 1985 m.", "sutuoktinis Tomas Tomaitis, gim. 1980 m.",
     "itariamasis Tomas Tomaitis, gim. 1980 m.", "супруг Милан Петровић, рођ. 1985. године"],
)  # fmt: skip
def test_a_name_with_a_birth_that_may_be_another_one_is_not_taken(words: str) -> None:
    assert "name" not in picked(words, LITHUANIA)


def test_a_town_with_a_city_and_a_district_of_its_name_is_left_to_the_worker() -> None:
    assert "municipality" not in picked("Adresas: Taikos pr. 5, Klaipėda", LITHUANIA)


def test_a_personal_code_is_never_proposed() -> None:
    assert picked("ROIK: 48603120018", LITHUANIA) == {}
    assert all("48603120018" not in value for value in picked("Pranešimo nr. 48603120018", LITHUANIA).values())


@pytest.mark.parametrize("day", ["2027-01-01", "2026-11-25", "2019-05-05", "2026-13-45"])
def test_a_day_that_has_not_come_is_long_past_or_does_not_exist_is_no_day_of_the_incident(day: str) -> None:
    assert picked(f"Įvykio data: {day}", LITHUANIA) == {}


pieces = st.sampled_from(
    ["ROIK:", "Nukentėjusioji:", "gim.", "1986-03-12", "tel.", "861230041", "\n", ", ", ": ", "Aušra Jonaitienė",
     "žrtva ", "2026-11-23", "21:40", "Smurtautojas:", "adresu ", "Novi Pazar", "48603120018", "\u202e", "<b>",
     "9" * 40]
)  # fmt: skip


@given(st.lists(pieces | st.text(max_size=12), max_size=25).map("".join))
def test_any_text_is_read_without_a_fault_and_gives_each_field_once(text: str) -> None:
    proposals: Any = read_message(text, LITHUANIA)
    fields = [proposal.field for proposal in proposals]
    assert len(fields) == len(set(fields))
    assert all(proposal.value and "\n" not in proposal.value for proposal in proposals)

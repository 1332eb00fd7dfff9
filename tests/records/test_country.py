from __future__ import annotations

import re

import pytest

from desktop.problems import Problem
from desktop.records.code_list import LISTS
from desktop.records.country import COUNTRIES, country
from desktop.records.municipality import counties, municipalities, shown_place, stored_place
from desktop.records.seeded_lists import PASSING_ON
from desktop.records.vocabulary import AGENCY_KINDS, OUTCOMES, REASON_WANTED


def test_lithuania_has_its_ten_counties_and_sixty_municipalities() -> None:
    places = municipalities("LT", "lt")
    assert (len(counties("LT", "lt")), len(places), len({place.name for place in places})) == (10, 60, 60)
    assert all(place.name.endswith(" savivaldybė") for place in places)
    assert {place.short for place in places} >= {"Kretingos r.", "Klaipėdos m.", "Neringos sav."}


def test_serbia_has_its_units_in_both_scripts() -> None:
    cyrillic, latin = municipalities("RS", "sr_Cyrl"), municipalities("RS", "sr_Latn")
    assert len(cyrillic) == len(latin) == 170
    assert len({place.name for place in cyrillic}) == len({place.name for place in latin}) == 170
    assert len(counties("RS", "sr_Latn")) == 25
    assert not any(re.search("[a-z]", place.name, re.IGNORECASE) for place in cyrillic)
    assert not any(re.search("[а-яђјљњћџ]", place.name, re.IGNORECASE) for place in latin)


def test_an_office_writing_another_language_names_serbian_places_in_latin() -> None:
    assert set(municipalities("RS", "en")) == set(municipalities("RS", "sr_Latn"))


@pytest.mark.parametrize(
    ("stored", "locale", "shown"),
    [
        ("Kretingos rajono savivaldybė", "lt", "Kretingos r."),
        ("Kretingos rajono savivaldybė", "sr_Cyrl", "Kretingos r."),
        ("Зрењанин", "sr_Latn", "Zrenjanin"),
        ("Zrenjanin", "sr_Cyrl", "Зрењанин"),
        ("Инђија", "lt", "Inđija"),
        ("Riga, Latvija", "lt", "Riga, Latvija"),
        ("", "lt", ""),
    ],
)
def test_a_place_is_shown_as_its_reader_expects(stored: str, locale: str, shown: str) -> None:
    assert shown_place(stored, locale) == shown


@pytest.mark.parametrize(
    ("typed", "country", "language", "stored"),
    [
        ("Kretingos r.", "LT", "lt", "Kretingos rajono savivaldybė"),
        ("KRETINGOS RAJONO", "LT", "lt", "Kretingos rajono savivaldybė"),
        ("klaipedos m.", "LT", "en", "Klaipėdos miesto savivaldybė"),
        ("Neringos", "LT", "lt", "Neringos savivaldybė"),
        ("Zrenjanin", "RS", "sr_Cyrl", "Зрењанин"),
        ("Зрењанин", "RS", "sr_Latn", "Zrenjanin"),
        ("Gargždai", "LT", "lt", "Gargždai"),
        ("Zrenjanin", "XX", "en", "Zrenjanin"),
        ("", "LT", "lt", ""),
    ],
)
def test_one_municipality_is_stored_under_one_name_however_it_was_typed(
    typed: str, country: str, language: str, stored: str
) -> None:
    assert stored_place(typed, country, language) == stored


def test_municipalities_stand_in_the_order_of_the_offices_alphabet() -> None:
    first = [place.short for place in municipalities("LT", "lt")][:3]
    assert first == ["Akmenės r.", "Alytaus m.", "Alytaus r."]
    assert municipalities("RS", "sr_Cyrl")[0].name == "Ада"
    assert municipalities("RS", "sr_Latn")[-1].name == "Žitorađa"
    assert municipalities("RS", "sr_Cyrl")[-1].name == "Шид"


@pytest.mark.parametrize("code", COUNTRIES)
def test_every_country_begins_with_every_list_and_no_code_twice(code: str) -> None:
    lists = country(code).lists
    assert set(lists) == set(LISTS)
    for name, entries in lists.items():
        codes = [entry.code for entry in entries]
        assert len(codes) == len(set(codes)), name
        assert not any(" " in entry for entry in codes), name
        assert all(entry.msgid for entry in entries), name
    assert PASSING_ON in {entry.code for entry in lists["consent_purpose"]}


def test_every_reason_belongs_to_an_outcome_and_those_that_want_one_have_some() -> None:
    outcomes = {entry.code.split(".")[0] for entry in country("LT").lists["outcome_reason"]}
    assert outcomes <= set(OUTCOMES)
    assert outcomes >= set(REASON_WANTED)


def test_orders_and_measures_last_as_their_source_says() -> None:
    lengths = {
        entry.code: (entry.hours, entry.prolonged_hours)
        for code in ("LT", "RS")
        for entry in country(code).lists["measure_kind"]
    }
    assert lengths["protection_order"] == (15 * 24, 0)
    assert lengths["urgent_removal"] == lengths["urgent_no_contact"] == (48, 30 * 24)
    for code in ("LT", "RS"):
        assert all(entry.source for entry in country(code).lists["measure_kind"] if entry.hours)


def test_the_police_of_klaipeda_also_work_where_the_county_does_not_reach() -> None:
    offers = country("LT").offered_agencies("Klaipėdos apskritis")
    headquarters = offers[0]
    assert headquarters.name == "Klaipėdos apskrities vyriausiasis policijos komisariatas"
    assert "Plungės rajono savivaldybė" in headquarters.municipalities
    units = [offer.short_name for offer in offers if offer.parent_name == headquarters.name]
    assert units[:3] == ["Klaipėdos m. PK", "Klaipėdos r. PK", "Kretingos r. PK"]
    telsiai = country("LT").offered_agencies("Telšių apskritis")
    assert "Plungės rajono savivaldybė" not in telsiai[0].municipalities


def test_serbian_institutions_are_offered_in_the_script_of_the_office() -> None:
    cyrillic = country("RS").offered_agencies("Средњобанатски округ")
    assert cyrillic[0].name == "Полицијска управа у Зрењанину"
    assert "Центар за социјални рад Житиште" in {offer.name for offer in cyrillic}
    latin = country("RS").offered_agencies("Grad Beograd", "sr_Latn")
    assert latin[0].name == "Policijska uprava za grad Beograd"


@pytest.mark.parametrize("code", ["LT", "RS"])
def test_every_county_offers_institutions_of_known_kinds_with_no_name_twice(code: str) -> None:
    for county in country(code).counties():
        offers = country(code).offered_agencies(county)
        assert {offer.kind for offer in offers} >= {"police", "prosecution", "court", "social_services"}, county
        assert {offer.kind for offer in offers} <= set(AGENCY_KINDS)
        assert len({offer.name for offer in offers}) == len(offers), county
        assert {offer.parent_name for offer in offers} <= {"", *(offer.name for offer in offers)}


def test_another_country_offers_no_places_and_no_institutions() -> None:
    assert country("XX").municipalities() == ()
    assert country("XX").offered_agencies("Anywhere") == ()


def test_an_unknown_country_is_told() -> None:
    with pytest.raises(Problem, match="no such country") as told:
        country("DE")
    assert told.value.field == "country"

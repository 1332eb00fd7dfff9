"""Words that blame are found in every language and script; terms of law are let be."""

from __future__ import annotations

import pytest

from desktop.meetings.wording import blaming


@pytest.mark.parametrize(
    ("locale", "text", "found"),
    [
        ("en", "The police never answer, and it is their fault. Never.", ("never", "fault", "Never")),
        ("lt", "Policija APLAIDŽIAI tikrina, dėl jos kaltes vėluojama.", ("APLAIDŽIAI", "kaltes")),
        ("sr_Latn", "Centar nikada ne odgovara i nestrucan je.", ("nikada", "nestrucan")),
        ("sr_Cyrl", "Центар никада не одговара и нестручан је.", ("никада", "нестручан")),
        ("sr_Latn", "Центар је нестручан.", ("нестручан",)),
    ],
)
def test_words_that_blame_are_found_as_they_stand(locale: str, text: str, found: tuple[str, ...]) -> None:
    assert blaming(text, locale) == found


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "Two notices came on the third day; the office is closed at weekends."),
        ("lt", "Pareikšti kaltinimai, surašytas pažeidimo protokolas, pranešimas gautas trečią dieną."),
        ("sr_Cyrl", "Поднета је кривична пријава, прекршајна пријава стигла је трећег дана."),
        ("sr_Latn", "Podneta je krivična prijava, optužnica je stigla trećeg dana."),
    ],
)
def test_what_happened_and_terms_of_law_are_let_be(locale: str, text: str) -> None:
    assert blaming(text, locale) == ()

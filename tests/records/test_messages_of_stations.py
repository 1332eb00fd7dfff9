"""Messages as stations write them, in Lithuanian and in both Serbian scripts: what is picked out, and nothing else.

The people, numbers and addresses are invented; the shapes are not.
"""

from __future__ import annotations

import pytest

from tests.records.test_pasted_message import LITHUANIA, SERBIA, SERBIA_CYRILLIC, picked

MAY_BE_THERE = {"incident_place", "sender_id", "unit_id"}
"""What some of them tell besides."""
LITHUANIAN: list[tuple[str, dict[str, str]]] = [
    (
        """Gavėjas: Specializuotos pagalbos centras
Siuntėjas: Klaipėdos apskr. VPK Kretingos r. PK
ROIK Nr. 21-4-09114-26
Įvykis: 2026-11-23 apie 21.40 val.
Smurtą patyręs asmuo: JONAITIENĖ DAIVA, g. 1984 m.
Tel. Nr. +37061230041
Gyvenamoji vieta: Žvejų g. 5, Kretinga""",
        {
            "reference": "21-4-09114-26",
            "name": "JONAITIENĖ DAIVA",
            "phone": "+370 612 30041",
            "municipality": "Kretingos r.",
            "birth_year": "1984",
            "incident_on": "2026-11-23",
            "incident_time": "21:40",
        },
    ),
    (
        """Laba diena, perduodu informaciją: 2026.11.23 Kretingos m. smurtą artimoje aplinkoje patyrė Rasa \
Petrauskienė, gim. 1979 m., tel. 8-612-30041, gyvena Vilniaus g. 4, Kretinga. Nr. 21-4-09114-26""",
        {"name": "Rasa Petrauskienė", "birth_year": "1979", "phone": "+370 612 30041", "incident_on": "2026-11-23"},
    ),
    (
        """NUKENTĖJUSYSIS ASMUO: Vardas, pavardė: Rasa Petrauskienė; gimimo data: 1979-05-06; telefonas: (8 \
612) 30041; adresas: Vilniaus g. 4, Palanga""",
        {"name": "Rasa Petrauskienė", "birth_year": "1979", "phone": "+370 612 30041", "municipality": "Palangos m."},
    ),
    (
        """Informuojame, kad 2026-11-22 gautas pranešimas apie galimą smurtą. Nukentėjusi: Rasa P., 1979 m. g., \
tel. nežinomas.""",
        {"incident_on": "2026-11-22", "birth_year": "1979"},
    ),
    (
        """Pranešimas apie smurtą artimoje aplinkoje
1. Registracijos Nr.: 21-SP-334-26
2. Įvykio data, laikas: 2026-11-23, 22:15
3. Įvykio vieta: Gargždai, Klaipėdos g. 8-2
4. Nukentėjusio asmens vardas, pavardė: Jolanta Mickutė
5. Gimimo metai: 1991
6. Telefono Nr.: 0 612 30041
7. Pavojų keliantis asmuo: Darius Mickus, 1988""",
        {
            "reference": "21-SP-334-26",
            "incident_on": "2026-11-23",
            "incident_time": "22:15",
            "incident_place": "Gargždai, Klaipėdos g. 8-2",
            "name": "Jolanta Mickutė",
            "birth_year": "1991",
            "phone": "+370 612 30041",
        },
    ),
    (
        """Asmuo, patyręs smurtą: Jolanta Mickutė (1991-02-03), mob. +370 (612) 30041. Pavojų kelia: Darius \
Mickus (1988-01-01), mob. 8 699 11111.""",
        {"name": "Jolanta Mickutė", "birth_year": "1991"},
    ),
    (
        """Nukent. Jolanta Mickutė, gim. 1991 m. gegužės 3 d., gyv. Skuodo r., Mosėdžio mstl., tel.: 861230041
ROIK 21-4-09114-26""",
        {
            "name": "Jolanta Mickutė",
            "birth_year": "1991",
            "phone": "+370 612 30041",
            "municipality": "Skuodo r.",
            "reference": "21-4-09114-26",
        },
    ),
    (
        """Vardas: Jolanta
Pavardė: Mickutė
Gim. data: 1991-02-03
Kontaktinis telefonas: 8 612 30041
Faktinė gyvenamoji vieta: Salantai, Kretingos r. sav.
Įvykio aplinkybės: 2026-11-23 vakare sutuoktinis sudavė.""",
        {
            "name": "Jolanta Mickutė",
            "birth_year": "1991",
            "phone": "+370 612 30041",
            "municipality": "Kretingos r.",
            "incident_on": "2026-11-23",
        },
    ),
]
SERBIAN: list[tuple[str, dict[str, str]]] = [
    (
        """Policijska uprava Novi Pazar, broj: 205-4/26
Žrtva nasilja: Milica Đorđević, rođena 05.03.1990. godine u Raškoj, sa prebivalištem u Novom Pazaru, ul. \
Njegoševa 12, kontakt telefon 064/123-45-67.
Mogući učinilac: Marko Đorđević, rođen 1985. godine, tel. 063/999-888.
Nasilje prijavljeno dana 23.11.2026. godine.""",
        {
            "name": "Milica Đorđević",
            "birth_year": "1990",
            "phone": "+381 64 1234567",
            "municipality": "Novi Pazar",
            "incident_on": "2026-11-23",
            "reference": "205-4/26",
        },
    ),
    (
        """Ime i prezime žrtve: Milica Đorđević
Godina rođenja: 1990
Br. telefona: +381 64 123 4567
Opština: Raška
Datum i vreme događaja: 23.11.2026. 21:40
Del. br. 205-4/26""",
        {
            "name": "Milica Đorđević",
            "birth_year": "1990",
            "phone": "+381 64 1234567",
            "municipality": "Raška",
            "incident_on": "2026-11-23",
            "incident_time": "21:40",
            "reference": "205-4/26",
        },
    ),
    (
        """Име и презиме: Милица Ђорђевић
Датум рођења: 05.03.1990.
Адреса: Његошева 12, Рашка
Моб: 0641234567
Учинилац: Марко Ђорђевић, тел. 063999888
Датум догађаја: 23.11.2026.
Број: 205-4/26""",
        {
            "name": "Милица Ђорђевић",
            "birth_year": "1990",
            "phone": "+381 64 1234567",
            "municipality": "Рашка",
            "incident_on": "2026-11-23",
            "reference": "205-4/26",
        },
    ),
    (
        """Обавештавамо вас да је дана 23. новембра 2026. године насиље претрпела Милица Ђорђевић (1990), из \
Новог Пазара, телефон 064 123 4567.""",
        {"name": "Милица Ђорђевић", "birth_year": "1990", "phone": "+381 64 1234567", "incident_on": "2026-11-23"},
    ),
    (
        """Oštećena: MILICA ĐORĐEVIĆ, rođ. 1990. god., nastanjena u Tutinu, mob. tel. 064-1234567""",
        {"name": "MILICA ĐORĐEVIĆ", "birth_year": "1990", "phone": "+381 64 1234567", "municipality": "Tutin"},
    ),
    (
        """Особа која је претрпела насиље: Милица Ђорђевић, рођ. 1990. год., Тутин, 064/1234-567. Дете: Лука \
Ђорђевић, рођ. 2015.""",
        {"name": "Милица Ђорђевић", "birth_year": "1990", "phone": "+381 64 1234567"},
    ),
    (
        """Žrtva: Đorđević Milica, JMBG 0503990785012, tel: 064 1234567, prebivalište: Raška, Ibarska 3""",
        {"name": "Đorđević Milica", "phone": "+381 64 1234567", "municipality": "Raška"},
    ),
    (
        """Prijava nasilja u porodici
Podnosilac: PS Novi Pazar
Podaci o žrtvi: Milica Đorđević, 1990. godište, Njegoševa 12 Novi Pazar, 064 1234567
Podaci o učiniocu: Marko Đorđević, 1985. godište, 063 999888""",
        {"name": "Milica Đorđević", "birth_year": "1990", "phone": "+381 64 1234567"},
    ),
]


def _check(told: dict[str, str], said: dict[str, str]) -> None:
    assert {field: told.get(field) for field in said} == said
    assert set(told) - set(said) <= MAY_BE_THERE, "nothing of another person is taken for hers"


@pytest.mark.parametrize(("text", "said"), LITHUANIAN)
def test_a_lithuanian_message_is_read(text: str, said: dict[str, str]) -> None:
    _check(picked(text, LITHUANIA), said)


@pytest.mark.parametrize(("text", "said"), SERBIAN)
def test_a_serbian_message_is_read_in_either_script(text: str, said: dict[str, str]) -> None:
    is_cyrillic = any("а" <= sign <= "я" for sign in text)
    _check(picked(text, SERBIA_CYRILLIC if is_cyrillic else SERBIA), said)


@pytest.mark.parametrize("who", ["Pavojų keliančio asmens", "Smurtautojo", "Tyrėjo (pareigūno)", "Učinioca"])
def test_a_name_after_a_word_for_another_is_not_hers(who: str) -> None:
    assert "mentions.0.name" not in picked(f"{who} vardas, pavardė: Darius Mickus, gim. 1988", LITHUANIA)
    assert "name" not in picked(f"{who} vardas, pavardė: Darius Mickus, gim. 1988", LITHUANIA)

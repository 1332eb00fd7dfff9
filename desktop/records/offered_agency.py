"""The institutions that a centre of a county usually works with, offered to be taken into the directory.

Names are formed by rule from the table of places, so that a new centre need not type thirty of them; each can be
amended once it is taken. Nothing here is ever entered by itself.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop.records.municipality import place_rows, script_of


@dataclass(frozen=True)
class OfferedAgency:
    """An institution that a centre of the county usually works with, offered to be taken into the directory."""

    kind: str
    """One of `AGENCY_KINDS`."""
    name: str
    short_name: str = ""
    parent_name: str = ""
    """The name of the offered institution it is a unit of; empty: of none."""
    municipalities: tuple[str, ...] = ()
    """Its territory, official names."""


def offered_agencies(country: str, county: str, language: str) -> tuple[OfferedAgency, ...]:
    """The usual institutions of a county, in house order; names are formed by rule and may be amended when taken."""
    if country == "LT":
        return _lithuanian_offer(county)
    return _serbian_offer(county, script_of(language)) if country == "RS" else ()


def _lithuanian_offer(county: str) -> tuple[OfferedAgency, ...]:
    stem = county.removesuffix(" apskritis")
    rows = place_rows("LT")
    # The territory of a county's police is not the county's own: Plungė and Rietavas belong to the police of Klaipėda.
    policed = [row for row in rows if row["police"] == f"{stem} apskrities"]
    here = [row for row in rows if row["county"] == county]
    if not here:
        return ()
    headquarters = f"{stem} apskrities vyriausiasis policijos komisariatas"
    region = here[0]["prosecution"].removesuffix(" apygardos")
    offers = [OfferedAgency("police", headquarters, f"{stem} aps. VPK", "", tuple(row["name"] for row in policed))]
    offers += [
        OfferedAgency("police", _lt(row, "policijos komisariatas"), f"{row['short'].removesuffix(' sav.')} PK",
                      headquarters, (row["name"],))
        for row in policed
    ]  # fmt: skip
    offers += [
        OfferedAgency("prosecution", f"{region} apygardos prokuratūra"),
        OfferedAgency("court", f"{stem} {'miesto ' if stem == 'Vilniaus' else ''}apylinkės teismas"),
        OfferedAgency("child_protection", f"{stem} apskrities vaiko teisių apsaugos skyrius"),
    ]
    offers += [
        OfferedAgency("social_services", _lt(row, "socialinių paslaugų centras"),
                      f"{row['short'].removesuffix(' sav.')} SPC", "", (row["name"],))
        for row in here
    ]  # fmt: skip
    return tuple(offers)


def _lt(row: dict[str, str], institution: str) -> str:
    return row["name"].replace("savivaldybė", institution)


_SERBIAN = {
    "sr_Cyrl": ("Полицијска управа у {seat}", "ПУ у {seat}", "Полицијска станица {name}", "ПС {name}",
                "Основно јавно тужилаштво у {seat}", "ОЈТ у {seat}", "Основни суд у {seat}",
                "Центар за социјални рад {name}", "ЦСР {name}"),
    "sr_Latn": ("Policijska uprava u {seat}", "PU u {seat}", "Policijska stanica {name}", "PS {name}",
                "Osnovno javno tužilaštvo u {seat}", "OJT u {seat}", "Osnovni sud u {seat}",
                "Centar za socijalni rad {name}", "CSR {name}"),
}  # fmt: skip
"""How institutions are named in either script; {seat} is in the locative, {name} in the nominative."""
_CAPITAL = {
    "Полицијска управа у Београду": "Полицијска управа за град Београд",
    "Основно јавно тужилаштво у Београду": "Прво основно јавно тужилаштво у Београду",
    "Основни суд у Београду": "Први основни суд у Београду",
    "Policijska uprava u Beogradu": "Policijska uprava za grad Beograd",
    "Osnovno javno tužilaštvo u Beogradu": "Prvo osnovno javno tužilaštvo u Beogradu",
    "Osnovni sud u Beogradu": "Prvi osnovni sud u Beogradu",
}
"""Where the capital departs from the rule."""


def _serbian_offer(county: str, script: str) -> tuple[OfferedAgency, ...]:
    here = [row for row in place_rows("RS") if row[f"county_{script}"] == county]
    if not here:
        return ()
    police, police_short, station, station_short, office, office_short, court, social, social_short = _SERBIAN[script]
    seat = here[0][f"seat_{script}"]
    units = [row[f"name_{script}"] for row in here if row["kind"] != "part"]
    headquarters = _named(police, seat)
    names = [row[f"name_{script}"] for row in here]
    offers = [OfferedAgency("police", headquarters, police_short.format(seat=seat), "", tuple(names))]
    # The seat's own station is the administration itself.
    offers += [
        OfferedAgency("police", station.format(name=name), station_short.format(name=name), headquarters, (name,))
        for name in units[1:]
    ]
    offers += [
        OfferedAgency("prosecution", _named(office, seat), office_short.format(seat=seat)),
        OfferedAgency("court", _named(court, seat)),
    ]
    offers += [
        OfferedAgency("social_services", social.format(name=name), social_short.format(name=name), "", (name,))
        for name in units
    ]
    return tuple(offers)


def _named(pattern: str, seat: str) -> str:
    name = pattern.format(seat=seat)
    return _CAPITAL.get(name, name)

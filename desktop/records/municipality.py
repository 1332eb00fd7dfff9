"""Municipalities by country: official names for the records, and how they are shown.

A record stores the official name in the office's own language and script, because papers to institutions bear it; it
stays as it was when the office later changes its script. Any other text may stand there too, such as a place abroad.
`shown_place` turns a stored name into the reader's script or into the short form for lists; search is blind to script.
Lithuania: the 60 municipalities. Serbia: the 145 units for which its statistical office publishes data, and the parts
of cities that are units of their own.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache

from desktop.places import res
from desktop.vault.search import fold, sort_key


@dataclass(frozen=True)
class Municipality:
    """One municipality in the words of one office."""

    name: str
    """The official name as records store it: `Kretingos rajono savivaldybė`, `Зрењанин`."""
    short: str
    """For lists: `Kretingos r.`; the same as the name where nothing shorter is usual."""
    county: str
    """The county or district in which it lies."""


@cache
def place_rows(country: str) -> tuple[dict[str, str], ...]:
    """The rows of the country's shipped table of places; none where there is no table."""
    path = res("resources", "places", f"{country.lower()}.csv")
    if country not in {"LT", "RS"}:
        return ()
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def script_of(language: str) -> str:
    """The script in which Serbian names stand for readers of a language: sr_Cyrl or sr_Latn."""
    return "sr_Cyrl" if language == "sr_Cyrl" else "sr_Latn"


@cache
def municipalities(country: str, language: str) -> tuple[Municipality, ...]:
    """All municipalities of a country, sorted, as an office writing in a language names them; none where unknown."""
    if country == "LT":
        found = [Municipality(row["name"], row["short"], row["county"]) for row in place_rows("LT")]
    else:
        name, county = f"name_{script_of(language)}", f"county_{script_of(language)}"
        found = [Municipality(row[name], row[name], row[county]) for row in place_rows(country)]
    return tuple(sorted(found, key=lambda place: sort_key(place.name, language)))


@cache
def counties(country: str, language: str) -> tuple[str, ...]:
    """The counties or districts of a country, each once."""
    found = {place.county for place in municipalities(country, language)}
    return tuple(sorted(found, key=lambda county: sort_key(county, language)))


@cache
def _shown(locale: str) -> dict[str, str]:
    known = {row["name"]: row["short"] for row in place_rows("LT")}
    script = script_of(locale)
    for row in place_rows("RS"):
        for stored in ("name_sr_Cyrl", "name_sr_Latn"):
            known[row[stored]] = row[f"name_{script}"]
    return known


def shown_place(stored: str, locale: str) -> str:
    """A stored municipality as lists show it to a reader; anything that is not one stays as typed."""
    return _shown(locale).get(stored, stored)


@cache
def _known_as(country: str, language: str) -> dict[str, str]:
    known: dict[str, str] = {}
    for place in municipalities(country, language):
        known |= {fold(place.name): place.name, fold(place.short): place.name}
    if country == "LT":
        known |= {fold(row["name"].removesuffix(" savivaldybė")): row["name"] for row in place_rows("LT")}
    return known


def stored_place(typed: str, country: str, language: str) -> str:
    """What a record stores for a typed place: the official name where one is meant, in any script, spelling or short
    form, so that one municipality is counted as one; anything else as typed."""
    return _known_as(country, language).get(fold(typed), typed) if typed else ""

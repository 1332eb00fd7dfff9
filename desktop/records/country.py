"""Country profiles: what a centre in Lithuania, in Serbia or elsewhere begins with.

A profile only seeds: once the vault is made, its lists, its rules and its agencies are the centre's own to change. No
profile claims to be the law in force; lengths and deadlines carry the source they were taken from.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop.language import N_
from desktop.problems import Problem
from desktop.records.municipality import Municipality, counties, municipalities
from desktop.records.offered_agency import OfferedAgency, offered_agencies
from desktop.records.seeded_lists import ANYWHERE, LITHUANIA, SERBIA, Seeds


@dataclass(frozen=True)
class CountryProfile:
    """One country: its time zone, its languages, its lists and its rules."""

    code: str
    """LT, RS or XX (another)."""
    name: str
    """English msgid."""
    zone: str
    """Time zone name; empty: the computer's own is proposed."""
    language: str
    """The office language proposed."""
    phone_region: str
    """Region by which a telephone number without a country code is understood; empty: such a number stays as typed."""
    reference_name: str
    """What senders call their own number, an English msgid."""
    lists: Seeds
    """Entries of the editable lists."""
    first_contact_days: int
    """Working days within which the first contact is due."""
    first_contact_source: str
    """English msgid; an own rule of the centre is shown as typed."""

    def municipalities(self, language: str = "") -> tuple[Municipality, ...]:
        """The country's municipalities as an office writing in `language` names them."""
        return municipalities(self.code, language or self.language)

    def counties(self, language: str = "") -> tuple[str, ...]:
        """The country's counties or districts."""
        return counties(self.code, language or self.language)

    def offered_agencies(self, county: str, language: str = "") -> tuple[OfferedAgency, ...]:
        """The institutions with which a centre of this county usually works, to be taken into the directory."""
        return offered_agencies(self.code, county, language or self.language)


COUNTRIES = {
    "LT": CountryProfile(
        code="LT",
        name=N_("Lithuania"),
        zone="Europe/Vilnius",
        language="lt",
        phone_region="LT",
        reference_name=N_("ROIK"),
        lists=LITHUANIA,
        first_contact_days=1,
        first_contact_source=N_(
            "Order A1-227 of 2012 as quoted by centres: not later than the next working day. Compare with the order in "
            "force."
        ),
    ),
    "RS": CountryProfile(
        code="RS",
        name=N_("Serbia"),
        zone="Europe/Belgrade",
        language="sr_Cyrl",
        phone_region="RS",
        reference_name=N_("Number in the ministry's records"),
        lists=SERBIA,
        first_contact_days=1,
        first_contact_source=N_("The centre's own rule."),
    ),
    "XX": CountryProfile(
        code="XX",
        name=N_("Another country"),
        zone="",
        language="en",
        phone_region="",
        reference_name=N_("Sender's number"),
        lists=ANYWHERE,
        first_contact_days=1,
        first_contact_source=N_("The centre's own rule."),
    ),
}
"""The countries Liepa knows, in the order in which they are offered."""


def country(code: str) -> CountryProfile:
    """The profile of a country; a Problem for any other code."""
    found = COUNTRIES.get(code.upper())
    if found is None:
        raise Problem(N_("There is no such country: {code}. Known are: {known}"), field="country", code=code,
                      known=", ".join(COUNTRIES))  # fmt: skip
    return found

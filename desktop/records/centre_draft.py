"""What is typed of the centre itself: its name and letterhead, its week and its rules."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import time
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from desktop.language import LOCALES, N_
from desktop.problems import Problem
from desktop.records.centre_profile import CentreProfile
from desktop.records.country import COUNTRIES, country
from desktop.records.municipality import stored_place
from desktop.records.typed_check import (
    LONG,
    NAME,
    SHORT,
    checked_choices,
    checked_filled,
    checked_lengths,
    checked_ranges,
)
from desktop.records.typed_text import clean, clean_line
from desktop.records.vocabulary import WEEKDAYS
from desktop.vault.record import Codes

_LIMITS = {
    "name": NAME, "short_name": NAME, "legal_code": 50, "address": SHORT, "phone": 50, "email": NAME, "town": NAME,
    "municipalities": 200, "first_contact_source": SHORT, "prepared_by": NAME, "prepared_by_title": NAME,
    "approved_by": NAME, "approved_by_title": NAME, "receiver": SHORT, "backup_folder": LONG,
}  # fmt: skip
_RANGES = {"first_contact_days": (0, 30), "safe_contact_days": (1, 365), "repeat_months": (1, 120)}


@dataclass(frozen=True)
class CentreDraft:
    """The centre as typed; see `CentreProfile` for what each field means."""

    name: str = ""
    country: str = "LT"
    language: str = ""
    """Empty: the country's own."""
    zone: str = ""
    """Empty: the country's own, and where it has none, the computer's."""
    short_name: str = ""
    legal_code: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    town: str = ""
    municipalities: tuple[str, ...] = ()
    work_days: Codes = ("mo", "tu", "we", "th", "fr")
    day_begins: time = time(8, 0)
    day_ends: time = time(17, 0)
    first_contact_days: int | None = None
    """None: the country's own, together with its source."""
    first_contact_source: str = ""
    safe_contact_days: int = 30
    repeat_months: int = 12
    prepared_by: str = ""
    prepared_by_title: str = ""
    approved_by: str = ""
    approved_by_title: str = ""
    receiver: str = ""
    backup_folder: str = ""
    is_practice: bool = False

    @classmethod
    def of(cls, profile: CentreProfile) -> CentreDraft:
        """The centre as it stands, to be amended."""
        values = {field.name: getattr(profile, field.name) for field in fields(cls)}
        return cls(**values | {"municipalities": tuple(profile.municipalities.splitlines())})

    def completed(self) -> CentreDraft:
        """The same without unseen signs, and with what the country profile says where nothing was chosen."""
        if self.country not in COUNTRIES:
            return self
        profile = country(self.country)
        typed: dict[str, Any] = {name: clean_line(getattr(self, name)) for name in _LIMITS if name != "municipalities"}
        draft = replace(
            self, **typed | {"address": clean(self.address)},
            language=self.language or profile.language, zone=self.zone or profile.zone,
            municipalities=tuple(
                stored_place(clean_line(place), self.country, self.language or profile.language)
                for place in self.municipalities if place.strip()
            ),
            work_days=tuple(day for day in WEEKDAYS if day in self.work_days),
        )  # fmt: skip
        if draft.first_contact_days is None:
            source = draft.first_contact_source or profile.first_contact_source
            draft = replace(draft, first_contact_days=profile.first_contact_days, first_contact_source=source)
        return draft

    def check(self) -> tuple[Problem, ...]:
        """What is wrong with it, once completed."""
        problems = [
            *checked_filled(self, ["name", "work_days"]),
            *checked_lengths(self, _LIMITS),
            *checked_choices(self, {"country": COUNTRIES, "language": LOCALES}),
            *checked_ranges(self, _RANGES),
        ]
        if self.day_ends <= self.day_begins:
            problems.append(Problem(N_("The working day ends before it begins."), field="day_ends"))
        if self.zone and not _is_zone(self.zone):
            problems.append(Problem(N_("There is no such time zone: {zone}"), field="zone", zone=self.zone))
        return tuple(problems)

    def write_to(self, profile: CentreProfile) -> None:
        """Carry the values over to the record."""
        for field in fields(self):
            value = getattr(self, field.name)
            setattr(profile, field.name, "\n".join(value) if field.name == "municipalities" else value)


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True

"""What narrows the people: words, role, residence, and quick chips for whom nobody knows how to reach."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget

from desktop.language import N_, _, chosen
from desktop.records.municipality import shown_place
from desktop.records.people import PeopleQuery
from desktop.records.people_query import to_confirm_before
from desktop.records.vocabulary import ROLES
from desktop.windows.desk import Desk
from desktop.windows.list_filters import ListFilters


class PeopleFilters(ListFilters):
    """The filters of the people."""

    CHOICES: ClassVar[Mapping[str, str]] = {"role": N_("Role"), "place": N_("Residence")}
    CHIPS: ClassVar[Mapping[str, str]] = {
        "open": N_("With open notices"),
        "confirm": N_("Safe way to be confirmed"),
        "unknown": N_("No safe way known"),
    }
    SEARCHES = N_("Search in the people")
    NOTHING = N_("Nobody is like that.")

    def __init__(self, desk: Desk, lead: QWidget | None = None) -> None:
        self._places: tuple[str, ...] = ()
        super().__init__(desk, lead)
        self.role, self.place = self.choices["role"], self.choices["place"]

    def query(self) -> PeopleQuery:
        """What is asked for."""
        days = self.desk.centre.profile_log.profile().safe_contact_days
        before = to_confirm_before(self.desk.centre.world.today(), days)
        on = self.on()
        return PeopleQuery(
            text=self.text(),
            with_open=True if "open" in on else None,
            role=self.code("role"),
            municipality=self.code("place"),
            no_safe_way="unknown" in on,
            confirmed_before=before if "confirm" in on else None,
        )

    def fill(self, name: str) -> Sequence[tuple[str, str]]:
        """What each choice offers."""
        if name == "role":
            return [("", _("All roles")), *((code, _(word)) for code, word in ROLES.items())]
        locale = chosen().locale
        return [("", _("All places")), *((place, shown_place(place, locale)) for place in self._places)]

    def missing(self, name: str, code: str) -> str:
        """A place in which nobody lives any more, or of which is not known yet that somebody does."""
        return shown_place(code, chosen().locale) if name == "place" else ""

    def refill(self) -> None:
        """Read the places again, off the window's thread."""
        super().refill()
        self.desk.background.run(self.desk.centre.people.residences, self._take_places)

    def _take_places(self, places: Any) -> None:
        if places != self._places:
            self._places = places
            super().refill()

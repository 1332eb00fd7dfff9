"""How a person stands in a list: her cells, her safe way as sign and word, and where the list comes from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from desktop.language import N_, _, chosen
from desktop.records.municipality import shown_place
from desktop.records.people import People, PeopleQuery, PeopleRow
from desktop.records.person import MayCall
from desktop.records.vocabulary import ROLES
from desktop.windows.names import shown_name
from desktop.windows.pill import CONFIRM, DUE, GOOD, MUST_NOT, Sign
from desktop.windows.table import Cell, Sort, TableColumn

MAY: dict[MayCall, tuple[Sign, str]] = {
    MayCall.YES: (GOOD, N_("May call now")),
    MayCall.NOT_NOW: (DUE, N_("Not now")),
    MayCall.ASK_FIRST: (CONFIRM, N_("Confirm")),
    MayCall.NO: (MUST_NOT, N_("Do not call")),
    MayCall.UNKNOWN: (MUST_NOT, N_("Not known")),
}
"""What the safe-contact rule answers, as sign and word."""

COLUMNS = (
    TableColumn("code", N_("Code"), "key", signs=7, can_sort=True),
    TableColumn("name", N_("Person"), signs=18, stretch=3, can_sort=True),
    TableColumn("birth_year", N_("Born"), "quiet", signs=6, can_sort=True, leaves=3),
    TableColumn("municipality", N_("Residence"), "quiet", signs=14, stretch=2, can_sort=True, leaves=2),
    TableColumn("open", N_("Unfinished"), "figure", signs=5, can_sort=True),
    TableColumn("last_contact", N_("Reached"), "quiet", signs=11, can_sort=True, leaves=1),
    TableColumn("may", N_("Safe contact"), "pill", signs=18, can_sort=True),
)
DANGER = "posing_risk"
"""The role that is said wherever such a person stands: nobody is to take one for the other."""


class PeopleSource:
    """The persons of a query, for the table."""

    def __init__(self, people: People) -> None:
        self._people = people

    def ids(self, query: PeopleQuery, sort: Sort) -> Sequence[UUID]:
        """The identifiers, in order."""
        return self._people.ids(replace(query, sort=sort.key, descending=sort.descending))

    def rows(self, ids: Sequence[UUID]) -> Mapping[UUID, PeopleRow]:
        """The rows by identifier."""
        return {row.id: row for row in self._people.rows(ids)}


def cells(row: PeopleRow, hidden: frozenset[str], today: date) -> Mapping[str, Cell]:
    """The cells of one person; what left a narrow list becomes the second line."""
    speak = chosen()
    place = shown_place(row.municipality, speak.locale)
    reached = speak.day_of_year(row.last_contact_at.date(), today) if row.last_contact_at else ""
    born = str(row.birth_year or "")
    second = [_(ROLES[role]) for role in row.roles if role != "experienced"]
    if "birth_year" in hidden and born:
        second.append(_("born {year}", year=born))
    if "municipality" in hidden:
        second.append(place)
    if "last_contact" in hidden and reached:
        second.append(_("Reached: {date}", date=reached))
    sign, words = MAY[row.may]
    ink = "red" if DANGER in row.roles else "muted"
    return {
        "code": Cell(row.code),
        "name": Cell(shown_name(row.name, row.code), " \u00b7 ".join(part for part in second if part), second_ink=ink),
        "birth_year": Cell(born or "\u2013"),
        "municipality": Cell(place or "\u2013"),
        "open": Cell(speak.number(row.open_referrals) if row.open_referrals else "\u2013"),
        "last_contact": Cell(reached or "\u2013"),
        "may": Cell("\u2013") if row.roles == (DANGER,) else Cell(_(words), sign=sign),
    }

"""The institutions as a tree: each county with its institutions, each institution with its units below it.

The county is that of most of the territory; where no territory is given, the centre's own. It shows and orders what it
is handed, and changes nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from desktop.language import N_, _, chosen
from desktop.records.agency import Agency
from desktop.records.centre_profile import CentreProfile
from desktop.records.country import country
from desktop.records.directory import Directory
from desktop.records.municipality import shown_place
from desktop.records.vocabulary import AGENCY_KINDS
from desktop.windows.look import px
from desktop.windows.pill import CLOSED, GOOD, NOT_YET, Sign
from desktop.windows.table import Cell, Sort, TableColumn, TableModel
from desktop.windows.table_view import TableView

COLUMNS = (
    TableColumn("name", N_("Institution"), signs=36, stretch=3, can_sort=True),
    TableColumn("kind", N_("Kind"), "quiet", signs=14, can_sort=True, leaves=2),
    TableColumn("phone", N_("Telephone"), "quiet", signs=14, leaves=1),
    TableColumn("state", N_("State"), "pill", signs=10),
)
DEEPER = "\u2003\u2003"
"""How a unit stands below its institution."""
SECTION_HIGH = 32


def own_county(profile: CentreProfile) -> str:
    """The county in which the centre itself works, as its country's table of places says."""
    places = country(profile.country).municipalities(profile.language)
    own = {*profile.municipalities.splitlines(), profile.town}
    found = (p.county for p in places if {p.name, p.short} & own or p.name.startswith(profile.town[:6]))
    return next(found, places[0].county if places else "")


def state_of_agency(agency: Agency, today: date) -> tuple[Sign, str]:
    """Sign and word (English msgid) for whether it works."""
    if agency.active_until is not None and agency.active_until < today:
        return CLOSED, N_("Closed")
    if agency.active_from is not None and agency.active_from > today:
        return NOT_YET, N_("Not yet")
    return GOOD, N_("Working")


@dataclass
class Tree:
    """Institutions by county with their units below them; a county's title is its name."""

    directory: Directory
    profile: CentreProfile
    found: dict[UUID, Agency] = field(default_factory=dict)

    def ids(self, query: Any, sort: Sort) -> Sequence[Hashable]:
        """Titles and identifiers from the top; those under one roof in the order asked."""
        agencies = list(self.directory.agencies())
        self.found = {agency.id: agency for agency in agencies}
        if sort.key == "name":
            agencies.sort(key=lambda agency: agency.name_sort)
        if sort.descending:
            agencies.reverse()
        below: dict[UUID | None, list[Agency]] = {}
        for agency in agencies:
            below.setdefault(agency.parent_id if agency.parent_id in self.found else None, []).append(agency)
        by_county: dict[str, list[Hashable]] = {}
        own = own_county(self.profile)
        for top in below.get(None, []):
            by_county.setdefault(self._county(top) or own, []).extend(_with_units(top, below))
        order = sorted(by_county, key=lambda county: (county != own, county))
        if len(order) < 2:
            return [identifier for county in order for identifier in by_county[county]]
        return [row for county in order for row in (county, *by_county[county])]

    def rows(self, ids: Sequence[Any]) -> Mapping[Any, Agency | str]:
        """These institutions; a title is its own row."""
        return {i: i if isinstance(i, str) else self.found[i] for i in ids if isinstance(i, str) or i in self.found}

    def _county(self, agency: Agency) -> str:
        """Where most of its territory lies."""
        places = {p.name: p.county for p in country(self.profile.country).municipalities(self.profile.language)}
        lies = Counter(places[place] for place in agency.municipalities.splitlines() if place in places)
        return lies.most_common(1)[0][0] if lies else ""


def _with_units(top: Agency, below: Mapping[UUID | None, Sequence[Agency]]) -> list[Hashable]:
    return [top.id, *(one for unit in below.get(top.id, ()) for one in _with_units(unit, below))]


class TreeModel(TableModel):
    """The rows; a county's title takes no caret."""

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Nothing can be done with a title."""
        is_title = isinstance(self.id_at(index.row()), str)
        return Qt.ItemFlag.ItemNeverHasChildren if is_title else super().flags(index)


class TreeView(TableView):
    """The rows with the titles of counties, which are lower."""

    def __init__(self, model: TreeModel, name: str) -> None:
        self._rows = model
        super().__init__(model, name)
        model.modelReset.connect(self.lower_titles)

    def lower_titles(self) -> None:
        """Give the titles less height."""
        for row in range(self._rows.rowCount()):
            if isinstance(self._rows.id_at(row), str):
                self.setRowHeight(row, px(SECTION_HIGH))

    def dress(self) -> None:
        """Take the sizes of the look in use."""
        super().dress()
        self.lower_titles()


def agency_cells(row: Agency | str, today: date) -> dict[str, Cell]:
    """The cells of one institution, or of a county's title."""
    if isinstance(row, str):
        return {column.key: Cell(row, is_section=True) for column in COLUMNS}
    sign, word = state_of_agency(row, today)
    places = row.municipalities.splitlines()
    where = ", ".join(shown_place(place, chosen().locale) for place in places[:3])
    where += "\u2026" if len(places) > 3 else ""
    deep = DEEPER if row.parent_id else ""
    return {
        "name": Cell(deep + row.name, deep + where if where else ""),
        "kind": Cell(_(AGENCY_KINDS[row.kind])),
        "phone": Cell(row.phone),
        "state": Cell() if sign == GOOD else Cell(_(word), sign=sign),
    }

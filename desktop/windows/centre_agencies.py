"""The institutions the centre works with, as a list with their units; those usual for a county are taken in one go."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from desktop.language import N_, _, chosen
from desktop.records.agency import Agency
from desktop.records.country import country
from desktop.records.directory import Directory
from desktop.records.municipality import shown_place
from desktop.records.offered_agency import OfferedAgency
from desktop.records.vocabulary import AGENCY_KINDS
from desktop.windows.banner import EmptyState
from desktop.windows.buttons import OUTLINED, PRIMARY, Button
from desktop.windows.card import Card
from desktop.windows.centre_part import Part
from desktop.windows.choice import Combo
from desktop.windows.labels import Label
from desktop.windows.layouts import Row
from desktop.windows.pill import CLOSED, GOOD
from desktop.windows.table import Cell, Sort, TableColumn, TableModel
from desktop.windows.table_acts import ListActs
from desktop.windows.table_card import TableCard, TableView

COLUMNS = (
    TableColumn("name", N_("Institution"), signs=26, stretch=3, can_sort=True),
    TableColumn("kind", N_("Kind"), "quiet", signs=14, can_sort=True, leaves=2),
    TableColumn("phone", N_("Telephone"), "quiet", signs=14, leaves=1),
    TableColumn("state", N_("State"), "pill", signs=10),
)
DEEPER = "\u2003\u2003"
"""How a unit stands below its institution."""


@dataclass
class InOrder:
    """Institutions with their units below them."""

    directory: Directory

    def ids(self, query: Any, sort: Sort) -> Sequence[UUID]:
        """Each institution, then its units; those under one roof in that order."""
        agencies = list(self.directory.agencies())
        if sort.key == "name":
            agencies.sort(key=lambda agency: agency.name_sort)
        if sort.descending:
            agencies.reverse()
        known = {agency.id for agency in agencies}
        found: list[UUID] = []

        def under(parent: UUID | None) -> None:
            for agency in agencies:
                if (agency.parent_id if agency.parent_id in known else None) == parent:
                    found.append(agency.id)
                    under(agency.id)

        under(None)
        return found

    def rows(self, ids: Sequence[Any]) -> Mapping[Any, Agency]:
        """These institutions."""
        return {agency.id: agency for agency in self.directory.agencies()}


class AgenciesPart(Part):
    """The list; Enter opens an institution."""

    NAME = "agencies"
    TITLE = N_("Institutions")
    SAYS = N_("Who sends notices and to whom help is turned. Those that closed stay in past records.")
    ICON = "agency"

    def build(self) -> None:
        """The offer of the county, then the list."""
        centre = self.desk.centre
        self.action(Button(N_("New institution"), PRIMARY, icon="plus", key="F6", do=lambda: self.desk.go("agency")))
        self._offer, self.county = Card(gap=6, tone="accent"), Combo()
        self.take_button = Button("", OUTLINED, do=self.take)
        self.county.currentIndexChanged.connect(self._count)
        row = Row(gap=8)
        row.addWidget(self.county, 1)
        row.addWidget(self.take_button)
        self._offer.column.addWidget(
            Label(
                N_("The usual institutions of a county can be taken over at once and changed later."), "body", wrap=True
            )
        )
        self._offer.column.addLayout(row)
        self.model = TableModel(
            InOrder(centre.directory), COLUMNS, self._cells, self.desk.background, sort=Sort("kind"), parent=self
        )
        self.view = TableView(self.model, N_("Institutions"))
        self.list = TableCard(self.view, self.model, EmptyState("agency", N_("No institution is entered yet.")))
        self.acts = ListActs(self.desk, self.NAME, self.TITLE, self.list)
        self.view.opened.connect(lambda found: self.desk.go("agency", found.hex))
        self.model.loaded.connect(lambda n: self.list.foot.say(N_("Institutions and units: {n}"), n=n))
        self.list.foot_right.say(N_("Enter opens an institution"))
        self.column.addWidget(self._offer)
        self.column.addWidget(self.list, 1)

    def refresh(self) -> None:
        """Read the list and the offer again."""
        profile = self.desk.centre.profile_log.profile()
        counties = country(profile.country).counties(profile.language)
        self.county.setAccessibleName(_(N_("County")))
        self.county.fill([(county, county) for county in counties])
        if not self.county.code() and counties:
            self.county.choose(self._own_county())
        self._offer.setVisible(bool(counties) and self.leads)
        self._count()
        self.model.refresh()

    def offered(self) -> tuple[OfferedAgency, ...]:
        """The county's usual institutions that are not in the list yet."""
        profile = self.desk.centre.profile_log.profile()
        known = {agency.name for agency in self.desk.centre.directory.agencies()}
        offers = country(profile.country).offered_agencies(self.county.code(), profile.language)
        return tuple(offer for offer in offers if offer.name not in known)

    def take(self) -> None:
        """Take the offered institutions over, in one change."""
        centre, offers = self.desk.centre, self.offered()
        self.attempt(lambda: centre.directory.take(offers, centre.worker), N_("Institutions taken over."))

    def first(self) -> QWidget:
        """The list."""
        return self.view

    def _own_county(self) -> str:
        profile = self.desk.centre.profile_log.profile()
        places = country(profile.country).municipalities(profile.language)
        own = {*profile.municipalities.splitlines(), profile.town}
        found = next((p.county for p in places if {p.name, p.short} & own or p.name.startswith(profile.town[:6])), "")
        return found or places[0].county

    def _count(self) -> None:
        count = len(self.offered()) if self.county.code() else 0
        self.take_button.say(N_("Take over: {n}"), n=count)
        self.take_button.setEnabled(count > 0)

    def _cells(self, agency: Agency) -> dict[str, Cell]:
        today = self.desk.centre.world.today()
        is_closed = agency.active_until is not None and agency.active_until < today
        state = Cell(_(N_("Closed")), sign=CLOSED) if is_closed else Cell(_(N_("Working")), sign=GOOD)
        places = agency.municipalities.splitlines()
        where = ", ".join(shown_place(place, chosen().locale) for place in places[:3])
        where += "\u2026" if len(places) > 3 else ""
        deep = DEEPER if agency.parent_id else ""
        return {
            "name": Cell(deep + agency.name, deep + where if where else ""),
            "kind": Cell(_(AGENCY_KINDS[agency.kind])),
            "phone": Cell(agency.phone),
            "state": state,
        }

"""The institutions the centre works with: their tree and the chosen one; those usual for a county are taken at once."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from desktop.language import N_, _
from desktop.records.country import country
from desktop.records.offered_agency import OfferedAgency
from desktop.windows.banner import EmptyState
from desktop.windows.buttons import OUTLINED, PRIMARY, Button
from desktop.windows.card import Card
from desktop.windows.centre_agency import UNIT_OF
from desktop.windows.centre_agency_card import AgencyCard, ToldAgency, tell_agency
from desktop.windows.centre_agency_meetings import LISTS
from desktop.windows.centre_agency_tree import COLUMNS, Tree, TreeModel, TreeView, agency_cells, own_county
from desktop.windows.centre_part import Part
from desktop.windows.choice import Combo
from desktop.windows.commitments_rows import ALL
from desktop.windows.labels import Label
from desktop.windows.layouts import Row
from desktop.windows.list_filters import PERIOD
from desktop.windows.referral_filters import UNIT
from desktop.windows.sides import Sides
from desktop.windows.table import Sort
from desktop.windows.table_acts import ListActs, RowAct
from desktop.windows.table_card import TableCard


class AgenciesPart(Part):
    """The tree at the left, the chosen institution at the right."""

    NAME = "agencies"
    TITLE = N_("Institutions")
    SAYS = N_("Who sends notices and to whom help is turned. Those that closed stay in past records.")
    ICON = "agency"

    def build(self) -> None:
        """What may be done, the offer of the county, then the tree beside the chosen institution."""
        self.action(Button(N_("New institution"), PRIMARY, icon="plus", key="F6", do=lambda: self.desk.go("agency")))
        self.offer_button = self.action(Button(N_("Take over the usual ones\u2026"), OUTLINED, do=self.turn_offer))
        self._build_offer()
        self._build_tree()
        self.column.addWidget(self.offer)
        self.column.addWidget(self.sides, 1)
        self._is_offered: bool | None = None

    def refresh(self) -> None:
        """Read the tree and the offer again."""
        profile = self.desk.centre.profile_log.profile()
        counties = country(profile.country).counties(profile.language)
        self.county.setAccessibleName(_(N_("County")))
        self.county.fill([(county, county) for county in counties])
        if not self.county.code() and counties:
            self.county.choose(own_county(profile))
        may_take = bool(counties) and self.leads
        self.offer_button.setVisible(may_take)
        self.offer.setVisible(may_take and (self._is_empty() if self._is_offered is None else self._is_offered))
        self._count()
        self._tree.profile = profile
        self.model.refresh()
        self._choose(self.view.current_id())

    def turn_offer(self) -> None:
        """Show what a county offers, or put it away."""
        self._is_offered = not self.offer.isVisible()
        self.offer.setVisible(self._is_offered)

    def offered(self) -> tuple[OfferedAgency, ...]:
        """The county's usual institutions that are not in the list yet."""
        profile = self.desk.centre.profile_log.profile()
        known = {agency.name for agency in self.desk.centre.directory.agencies()}
        offers = country(profile.country).offered_agencies(self.county.code(), profile.language)
        return tuple(offer for offer in offers if offer.name not in known)

    def take(self) -> None:
        """Take the offered institutions over, in one change."""
        centre, offers = self.desk.centre, self.offered()
        self._is_offered = False
        self.attempt(lambda: centre.directory.take(offers, centre.worker), N_("Institutions taken over."))

    def first(self) -> QWidget:
        """The list."""
        return self.view

    def act(self, what: str, about: UUID) -> None:
        """Do with that institution what its card asks for."""
        directory, by = self.desk.centre.directory, self.desk.centre.worker
        if what == "open":
            self.view.choose(about)
        elif what == "notices":
            sender = about.hex if directory.agency(about).parent_id is None else UNIT + about.hex
            self.desk.go("referrals", {"sender": sender, PERIOD: str(self.desk.centre.world.today().year)})
        elif what in LISTS:
            self.desk.go(what, {"agency": about.hex, "state": ALL})
        elif what == "meeting":
            self.desk.go("meeting", about)
        elif what == "close":
            ended = partial(directory.close, about, self.desk.centre.world.today(), by)
            self.attempt(ended, N_("Works no longer from tomorrow. It stays in past records."))
        elif what == "reopen":
            self.attempt(partial(directory.reopen, about, by))
        else:
            self.desk.go("agency", f"{UNIT_OF}{about.hex}" if what == "unit" else about.hex)

    def _build_offer(self) -> None:
        self.offer, self.county = Card(gap=6, tone="accent"), Combo()
        self.take_button = Button("", OUTLINED, do=self.take)
        self.county.currentIndexChanged.connect(self._count)
        row = Row(gap=8)
        row.addWidget(self.county, 1)
        row.addWidget(self.take_button)
        said = N_("The usual institutions of a county can be taken over at once and changed later.")
        self.offer.column.addWidget(Label(said, "body", wrap=True))
        self.offer.column.addLayout(row)

    def _build_tree(self) -> None:
        centre = self.desk.centre
        self._tree = Tree(centre.directory, centre.profile_log.profile())
        self.model = TreeModel(
            self._tree, COLUMNS, lambda row: agency_cells(row, centre.world.today()), self.desk.background,
            sort=Sort("kind"), parent=self,
        )  # fmt: skip
        self.view = TreeView(self.model, N_("Institutions"))
        self.list = TableCard(self.view, self.model, EmptyState("agency", N_("No institution is entered yet.")))
        self.acts = ListActs(self.desk, self.NAME, self.TITLE, self.list)
        self.acts.of_row = self._row_acts
        self.card = AgencyCard(centre)
        self.card.hide()
        self.card.wanted.connect(self.act)
        self.sides = Sides(self.list, self.card, sizes=self.desk.sizes(self.NAME))
        self.sides.moved.connect(lambda sizes: self.desk.sizes(self.NAME, sizes))
        self.view.chosen.connect(self._choose)
        self.view.opened.connect(self._open)
        self.model.loaded.connect(self._loaded)

    def _row_acts(self) -> list[RowAct]:
        """What the card offers."""
        about = self.view.current_id()
        acts = (("change", N_("Change\u2026")), ("unit", N_("New unit")), ("notices", N_("Notices")))
        return [(words, partial(self.act, what, about)) for what, words in acts] if isinstance(about, UUID) else []

    def _is_empty(self) -> bool:
        return all(agency.kind == "self" for agency in self.desk.centre.directory.agencies())

    def _count(self) -> None:
        count = len(self.offered()) if self.county.code() else 0
        self.take_button.say(N_("Take over: {n}"), n=count)
        self.take_button.setEnabled(count > 0)

    def _loaded(self, _rows: int) -> None:
        self.list.foot.say(N_("Institutions and units: {n}"), n=len(self._tree.found))
        if self.view.current_id() is None and self.model.rowCount():
            self.view.selectRow(1 if isinstance(self.model.id_at(0), str) else 0)

    def _open(self, found: Any) -> None:
        if self.sides.is_single:
            self.sides.show_detail()
        elif isinstance(found, UUID):
            self.act("change", found)

    def _choose(self, found: Any) -> None:
        if isinstance(found, UUID):
            centre = self.desk.centre
            self.desk.background.run(lambda: tell_agency(centre, found), self._show)

    def _show(self, told: ToldAgency | None) -> None:
        self.card.setVisible(told is not None)
        if told is not None:
            self.card.show_agency(told)

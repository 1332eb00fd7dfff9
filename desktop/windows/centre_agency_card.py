"""One institution beside the tree: who it is, where it works, whom one speaks to, and what it sent this year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.centre import Centre
from desktop.language import N_, OWN_NAMES, _, chosen
from desktop.records.agency import Agency
from desktop.records.municipality import shown_place
from desktop.records.telephone import shown
from desktop.records.vocabulary import AGENCY_KINDS
from desktop.windows.buttons import OUTLINED, PLAIN, Button
from desktop.windows.card import Card
from desktop.windows.centre_agency_meetings import AtMeetings, at_meetings, shown_at_meetings
from desktop.windows.centre_agency_tree import state_of_agency
from desktop.windows.labels import Label, text
from desktop.windows.layouts import Column, Flow, Grid, Row, clear, line, scrolled
from desktop.windows.look import px
from desktop.windows.pill import CLOSED, CONFIRM, GOOD, Pill
from desktop.wordlist import words_for


@dataclass(frozen=True)
class ToldAgency:
    """An institution with what stands around it."""

    agency: Agency
    above: Agency | None
    units: tuple[Agency, ...]
    notices: int
    """Of this year, its units' included."""
    is_trusted: bool
    """Whether the seal with its control code is trusted here."""
    met: AtMeetings


def tell_agency(centre: Centre, agency_id: UUID) -> ToldAgency | None:
    """Read one institution; run by the worker."""
    found = {agency.id: agency for agency in centre.directory.agencies()}
    agency = found.get(agency_id)
    if agency is None:
        return None
    return ToldAgency(
        agency,
        found.get(agency.parent_id) if agency.parent_id else None,
        tuple(one for one in found.values() if one.parent_id == agency_id),
        centre.directory.notices(agency_id, centre.world.today().year),
        agency.fingerprint in {known.fingerprint for known in centre.profile_log.known_centres()},
        at_meetings(centre, agency_id),
    )


class AgencyCard(Card):
    """The chosen institution; hidden while none is chosen."""

    wanted = Signal(str, object)
    """`change`, `unit`, `close`, `reopen`, `notices`, one of `LISTS`, or `open` for another institution; and its
    identifier. `meeting` and the meeting's."""

    def __init__(self, centre: Centre) -> None:
        super().__init__(gap=8)
        self._centre = centre
        self.told: ToldAgency | None = None
        self.name, self._second = Label("", "name", wrap=True), Label("", "second", wrap=True)
        self._pill = Row(gap=8)
        self._body = QWidget()
        self._facts = Column(self._body, gap=12)
        self.change = Button(N_("Change\u2026"), OUTLINED, do=partial(self._want, "change"))
        self.unit = Button(N_("New unit"), OUTLINED, key="F7", do=partial(self._want, "unit"))
        self.end = Button(N_("Close it"), PLAIN, do=self._end)
        buttons = QWidget()
        flow = Flow(buttons, gap=8, right=True)
        for button in (self.end, self.unit, self.change):
            flow.addWidget(button)
        head = Row(gap=10)
        head.addWidget(self.name, 1)
        head.addLayout(self._pill)
        self.column.addLayout(head)
        for widget in (self._second, line(), scrolled(self._body), buttons):
            self.column.addWidget(widget)
        self.column.setStretch(3, 1)
        self.setMinimumHeight(px(260))

    def show_agency(self, told: ToldAgency) -> None:
        """Show that institution."""
        self.told, agency = told, told.agency
        sign, word = state_of_agency(agency, self._centre.world.today())
        self.name.put(agency.name)
        above = _("Unit of: {name}", name=told.above.known_as) if told.above else ""
        self._second.put(" \u00b7 ".join(filter(None, (_(AGENCY_KINDS[agency.kind]), agency.short_name, above))))
        clear(self._pill)
        self._pill.addWidget(Pill(sign, word))
        self.end.say(N_("Open it again") if sign == CLOSED else N_("Close it"))
        clear(self._facts)
        self._say_notices(told)
        self._facts.addLayout(_grid(_facts(agency)))
        if agency.note:
            self._facts.addLayout(_titled(N_("Who there understands the work"), text(agency.note, "body", wrap=True)))
        met = shown_at_meetings(told.met, agency.id, self._centre, self.wanted.emit)
        if met is not None:
            self._facts.addLayout(met)
        if agency.fingerprint:
            self._facts.addLayout(self._code(told))
        if told.units:
            self._facts.addLayout(self._units(told.units))
        self._facts.addStretch(1)

    def _say_notices(self, told: ToldAgency) -> None:
        button = Button(
            N_("Notices this year: {n}"), PLAIN, icon="referral", n=chosen().number(told.notices),
            do=partial(self._want, "notices"),
        )  # fmt: skip
        button.setEnabled(told.notices > 0)
        self._facts.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _code(self, told: ToldAgency) -> Column:
        words = " \u00b7 ".join(words_for(bytes.fromhex(told.agency.fingerprint), chosen().locale))
        column = _titled(N_("Control words of the sister centre"), text(words, "body", wrap=True))
        pill = Pill(GOOD, N_("Seal trusted")) if told.is_trusted else Pill(CONFIRM, N_("Seal not trusted yet"))
        column.addWidget(pill, 0, Qt.AlignmentFlag.AlignLeft)
        return column

    def _units(self, units: Sequence[Agency]) -> Column:
        box = QWidget()
        flow = Flow(box, gap=4)
        for unit in units:
            flow.addWidget(Button("{name}", PLAIN, name=unit.known_as, do=partial(self.wanted.emit, "open", unit.id)))
        return _titled(N_("Units"), box)

    def _want(self, what: str) -> None:
        if self.told is not None:
            self.wanted.emit(what, self.told.agency.id)

    def _end(self) -> None:
        if self.told is not None:
            sign, _word = state_of_agency(self.told.agency, self._centre.world.today())
            self._want("reopen" if sign == CLOSED else "close")


def _facts(agency: Agency) -> list[tuple[str, str]]:
    """Title (English msgid) and words of what is known; what is not known is left out, but for the telephone."""
    speak = chosen()
    places = ", ".join(shown_place(place, speak.locale) for place in agency.municipalities.splitlines())
    days: list[str] = []
    if agency.active_from:
        days.append(_("since {date}", date=speak.day(agency.active_from)))
    if agency.active_until:
        days.append(_("until {date}", date=speak.day(agency.active_until)))
    facts = [
        (N_("Territory"), places),
        (N_("Representative"), agency.representative),
        (N_("Deputy"), agency.deputy),
        (N_("Telephone"), shown(agency.phone) or "\u2013"),
        (N_("E-mail"), agency.email),
        (N_("Language of letters"), OWN_NAMES.get(agency.language, "")),
        (N_("Works"), " ".join(days)),
        *((_("Name in: {language}", language=OWN_NAMES[locale]), name) for locale, name in agency.other_names.items()),
    ]
    return [(title, words) for title, words in facts if words]


def _grid(facts: Sequence[tuple[str, str]]) -> Grid:
    grid = Grid(gap=6)
    grid.setColumnStretch(0, 2)
    grid.setColumnStretch(1, 3)
    for row, (title, words) in enumerate(facts):
        grid.addWidget(text(_(title), "second", wrap=True), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(text(words, "body", wrap=True), row, 1)
    return grid


def _titled(title: str, inner: QWidget) -> Column:
    column = Column(gap=2)
    column.addWidget(Label(title, "label", wrap=True))
    column.addWidget(inner)
    return column

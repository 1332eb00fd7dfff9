"""The local protocol, a screen of the rail: its head, the version on show, and the tabs over that version."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.language import N_, _, chosen
from desktop.problems import Problem
from desktop.protocol.protocols import VersionRow, meant_first
from desktop.protocol.review_due import AHEAD
from desktop.protocol.sheet import VersionSheet
from desktop.protocol.spoken import name_in
from desktop.records.protocol import VERSION_STATES, Protocol
from desktop.windows.apart import Apart
from desktop.windows.banner import Banner, EmptyState
from desktop.windows.choice import Combo
from desktop.windows.desk import Desk, Screen
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, Row
from desktop.windows.look import px
from desktop.windows.protocol_tab import ProtocolTab, Shelf, TabNames
from desktop.windows.protocol_tabs import TABS

SIDE = 24
FIRST = N_("Start from the usual chapters (empty) or bring the text you have.")


class ProtocolScreen(Screen):
    """The page; `desk.go("protocol", (NAME of a tab, what is meant there))` opens a tab."""

    NAME = "protocol"
    TITLE = N_("Protocol")
    ICON = "protocol"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.version_id: UUID | None = None
        self._protocols: list[Protocol] = []
        self._versions: list[VersionRow] = []
        self._tabs: dict[str, ProtocolTab] = {}
        self._states: dict[str, dict[str, object]] = {}
        self.banner = Banner("red")
        self.name, self.context = Label("", "title", wrap=True), Label("", "second", wrap=True)
        self.which, self.version = Combo(), Combo()
        self.names, self.shelf = TabNames(), Shelf()
        self.empty = EmptyState(self.ICON, FIRST)
        self._begin = self.empty.offer(N_("Start from the usual chapters"), lambda: desk.go("protocol_new"))
        self._bring = self.empty.offer(N_("Bring the text you have"), lambda: desk.go("protocol_new", "bring"))
        self.empty.offer(N_("Numbers over time"), lambda: desk.go("monitoring"))
        self._build()
        for key, step in (("Ctrl+Tab", 1), ("Ctrl+Shift+Tab", -1)):
            QShortcut(QKeySequence(key), self, lambda step=step: self.step(step))
        self.refresh()

    def _build(self) -> None:
        words = QWidget()
        said = Column(words, gap=2)
        said.addWidget(self.name)
        said.addWidget(self.context)
        self.head = Apart(words)
        self._choices = QWidget()
        choices = Row(self._choices, gap=10)
        for combo, msgid in ((self.which, N_("Which protocol")), (self.version, N_("Which version"))):
            combo.setAccessibleName(_(msgid))
            choices.addWidget(combo)
        line = QWidget()
        bar = Row(line, gap=16)
        bar.addWidget(self.names, 1)
        bar.addWidget(self._choices, 0, Qt.AlignmentFlag.AlignRight)
        self._body = QWidget()
        body = Column(self._body, gap=12)
        body.addWidget(line)
        body.addWidget(self.shelf, 1)
        page = Column(self, gap=8, margins=(SIDE, 14, SIDE, 16))
        page.addWidget(self.head)
        page.addWidget(self.banner)
        page.addWidget(self._body, 1)
        page.addWidget(self.empty, 1)
        self.names.take([kind.TITLE for kind in TABS])
        self.names.currentChanged.connect(self._turn)
        self.which.activated.connect(self._choose_protocol)
        self.version.activated.connect(self._choose_version)

    @property
    def tab(self) -> ProtocolTab | None:
        """The tab on show."""
        current = self.shelf.currentWidget()
        return current if isinstance(current, ProtocolTab) else None

    @property
    def sheet(self) -> VersionSheet | None:
        """The version on show."""
        return self.tab.sheet if self.tab else None

    def first(self) -> QWidget:
        """What the open tab names, or the first way to a protocol."""
        return self.tab.first() if self._protocols and self.tab else self._begin

    def heightForWidth(self, width: int) -> int:
        """No more than the open tab needs at least: what lies in it scrolls, and the page around it does not."""
        tab, shelf = self.tab, self.shelf
        whole = super().heightForWidth(width)
        if tab is None or self._body.isHidden():
            return whole
        room = width - 2 * px(SIDE)
        wished = shelf.heightForWidth(room) if shelf.hasHeightForWidth() else shelf.sizeHint().height()
        return whole - max(0, wished - tab.least(room))

    def minimumSizeHint(self) -> QSize:
        """As low as its width allows."""
        return QSize(super().minimumSizeHint().width(), 0)

    def open(self, name: str) -> ProtocolTab:
        """Open the tab of that name; read anew."""
        kind = next(kind for kind in TABS if name == kind.NAME)
        if name not in self._tabs:
            made = kind(self.desk)
            made.restore(self._states.pop(name, {}))
            made.changed.connect(self.refresh)
            made.acts_changed.connect(self._show_acts)
            self._tabs[name] = made
            self.shelf.addWidget(made)
        tab = self._tabs[name]
        self.shelf.setCurrentWidget(tab)
        with QSignalBlocker(self.names):
            self.names.setCurrentIndex(TABS.index(kind))
        self._fill()
        return tab

    def step(self, way: int) -> None:
        """To the next tab, or the one before."""
        if TABS and self._protocols:
            self.names.setCurrentIndex((self.names.currentIndex() + way) % len(TABS))
            if self.tab:
                self.tab.first().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_record(self, about: UUID | Any | None) -> None:
        """A tab by name, with what is meant there; an identifier is that of a version."""
        name, meant = about if isinstance(about, tuple) else (about, None)
        if isinstance(name, UUID):
            self._show_version_or_provision(name)
        elif isinstance(name, str) and self._protocols and any(name == kind.NAME for kind in TABS):
            tab = self.open(name)
            if meant is not None:
                tab.show_record(meant)
            tab.first().setFocus()

    def _show_version_or_provision(self, identifier: UUID) -> None:
        protocols = self.desk.centre.protocols
        versions = [row.version.id for each in protocols.all() for row in protocols.versions(each.id)]
        if identifier in versions:
            self.version_id = identifier
            self.refresh()
            return
        for version in versions:
            if any(row.provision.id == identifier for row in protocols.sheet(version).provisions):
                self.version_id = version
                self.refresh()
                self.show_record(("provisions", identifier))

    def refresh(self) -> None:
        """Read everything again."""
        centre = self.desk.centre
        self.banner.hide()
        self._protocols = list(centre.protocols.all())
        has = bool(self._protocols)
        self._body.setVisible(has)
        self.empty.setVisible(not has)
        if not has:
            self.head.put(())
            self.version_id = None
            self.name.say(self.TITLE)
            self.context.say(N_("What institutions promised each other in writing: who does what, until when."))
            return
        self._find_version()
        if self.tab is None and TABS:
            self.open(TABS[max(0, self.names.currentIndex())].NAME)
        else:
            self._fill()

    def _find_version(self) -> None:
        """The version on show, or else the one that is worked on, the one in force, the newest."""
        centre, found = self.desk.centre, None
        for protocol in self._protocols:
            rows = list(centre.protocols.versions(protocol.id))
            if any(row.version.id == self.version_id for row in rows):
                found = rows
                break
        if found is None:
            found = list(centre.protocols.versions(self._protocols[0].id))
            self.version_id = meant_first(found).version.id
        self._versions = found
        mine = found[0].version.protocol_id
        with QSignalBlocker(self.which), QSignalBlocker(self.version):
            self.which.fill([(str(each.id), protocol_named(each)) for each in self._protocols])
            self.which.choose(str(mine))
            self.version.fill([(str(row.version.id), _version_words(row)) for row in found])
            self.version.choose(str(self.version_id))
        self.which.setVisible(len(self._protocols) > 1)
        self.version.setVisible(len(found) > 1)

    def _fill(self) -> None:
        """Show the version in the head and in the open tab."""
        if self.version_id is None or not self._versions:
            return
        try:
            sheet = self.desk.centre.protocols.sheet(self.version_id)
        except Problem as gone:
            self.banner.tell(gone)
            return
        self.name.put(protocol_named(sheet.protocol))
        self._tell_context(sheet)
        if self.tab:
            self.tab.put(sheet)
        self._show_acts()

    def _tell_context(self, sheet: VersionSheet) -> None:
        speak, today = chosen(), self.desk.centre.world.today()
        said = [_version_words(next(row for row in self._versions if row.version.id == sheet.version.id))]
        in_force = next((row for row in self._versions if row.state == "in_force"), None)
        if in_force and in_force.version.id != sheet.version.id and in_force.version.in_force_from:
            since = speak.long_day(in_force.version.in_force_from)
            said.append(_("in force: version {number}, since {date}", number=in_force.version.number, date=since))
        elif sheet.version.in_force_from:
            said.append(_("since {date}", date=speak.long_day(sheet.version.in_force_from)))
        review = (in_force or self._versions[0]).version.review_on
        if review:
            said.append(_("review by {date}", date=speak.long_day(review)))
        self.context.put(" · ".join(said))
        self.context.tint("amber" if review and review - AHEAD <= today else "")

    def _show_acts(self) -> None:
        """The buttons of the open tab."""
        self.head.put(self.tab.acts() if self.tab else ())
        self.head.updateGeometry()

    def _turn(self, index: int) -> None:
        if 0 <= index < len(TABS) and self._protocols:
            self.open(TABS[index].NAME)

    def _choose_protocol(self) -> None:
        rows = list(self.desk.centre.protocols.versions(UUID(self.which.code())))
        self.version_id = meant_first(rows).version.id
        self.refresh()

    def _choose_version(self) -> None:
        self.version_id = UUID(self.version.code())
        self.refresh()

    def keep_now(self) -> None:
        """Keep what is half typed in any tab."""
        for tab in self._tabs.values():
            tab.keep_now()

    def state(self) -> dict[str, Any]:
        """Which version, which tab, and what each remembers."""
        told = {name: tab.state() for name, tab in self._tabs.items()}
        open_tab = self.tab.NAME if self.tab else ""
        return {"version": self.version_id.hex if self.version_id else "", "tab": open_tab, "tabs": told}

    def restore(self, state: dict[str, Any]) -> None:
        """The same again."""
        self._states = dict(state.get("tabs", {}))
        for name, tab in self._tabs.items():
            tab.restore(self._states.pop(name, {}))
        if state.get("version"):
            self.version_id = UUID(state["version"])
        self.refresh()
        if self._protocols and any(state.get("tab") == kind.NAME for kind in TABS):
            self.open(state["tab"])

    def changeEvent(self, event: QEvent) -> None:
        """Say everything in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.which.setAccessibleName(_("Which protocol"))
            self.version.setAccessibleName(_("Which version"))
            self.refresh()


def protocol_named(protocol: Protocol) -> str:
    """Its name in the language of the screen."""
    return name_in(protocol.name, protocol.names, chosen().locale, protocol.language)


def _version_words(row: VersionRow) -> str:
    state = _(VERSION_STATES[row.state])
    return _("version {number}, {state}", number=row.version.number, state=state[:1].lower() + state[1:])

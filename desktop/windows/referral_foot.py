"""The foot of a notice's card: the thing to do next as the filled button, and under "More" everything else.

What is next follows from how the notice stands: reach her; once reached, help; closed without help, open it again.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from desktop.language import N_, _
from desktop.records.referral_sheet import ReferralSheet
from desktop.windows.apart import Apart
from desktop.windows.buttons import OUTLINED, PRIMARY, Button
from desktop.windows.layouts import Row
from desktop.windows.names import shown_name

HELPS = ("reached", "accepted")
"""States in which help is next."""
CLOSED = ("ended", "not_accepted", "not_reached", "centre_declined", "minor", "other_centre")
"""States in which the notice is closed, until somebody opens it again."""
ABOUT = (
    ("amend", N_("Change the notice")),
    ("outcome", N_("Outcome")),
    ("hand_on", N_("Hand it on")),
    ("duplicate", N_("Duplicate of another notice")),
    ("case_numbers", N_("Numbers of other bodies")),
)
HELP_END = ("help_end", N_("End of help"))
"""Offered where help was accepted."""
CARE = (
    ("safe", N_("Safe contact")),
    ("consent", N_("Consent")),
    ("plan", N_("Plan")),
    ("measure", N_("Prolong or end the order")),
    ("put_on_meeting", N_("Put on a meeting")),
)
PAPER = (
    ("print", N_("Print the sheet…")),
    ("history", N_("History of this notice")),
)
PERSON, REOPEN = "person", "reopen"


class ReferralFoot(QWidget):
    """Tells `wanted(what)` what is to be done with the notice, or `wanted("person", id)` whose page is asked for."""

    def __init__(self, wanted: Callable[..., object]) -> None:
        super().__init__()
        self._wanted = wanted
        self._sheet: ReferralSheet | None = None
        self.more = Button(N_("More"), OUTLINED, icon="down", also=("F10",), do=self.open_menu)
        self.assistance = Button(N_("Assistance"), OUTLINED, icon="lifebuoy", key="F7", do=lambda: wanted("assistance"))
        self.attempt = Button(N_("Contact attempt"), PRIMARY, icon="phone", key="F6", do=lambda: wanted("attempt"))
        self.reopen = Button(N_("Reopen"), OUTLINED, icon="undo", key="Ctrl+Enter", do=lambda: wanted(REOPEN))
        left = QWidget()
        row = Row(left, gap=0)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        self._acts: tuple[Button, ...] = (self.assistance, self.attempt, self.reopen)
        self._apart = Apart(left, self._acts, margins=(12, 12))
        Row(self, gap=0).addWidget(self._apart)

    def put(self, sheet: ReferralSheet) -> None:
        """Say what is next with this notice, at the right end."""
        self._sheet, state = sheet, sheet.state.code
        acts = (self.attempt, self.assistance) if state in HELPS else (self.assistance, self.attempt)
        self._lay((self.assistance, self.reopen) if state in CLOSED else acts)
        self.attempt.set_kind(OUTLINED if state in (*HELPS, "duplicate") else PRIMARY)
        self.assistance.set_kind(PRIMARY if state in HELPS else OUTLINED)
        self.reopen.set_kind(PRIMARY)

    def first(self) -> Button:
        """What is next."""
        return self._acts[-1]

    def _lay(self, acts: tuple[Button, ...]) -> None:
        if acts != self._acts:
            self._acts = acts
            self._apart.put(acts)

    def menu(self) -> QMenu:
        """Everything else that can be done with this notice."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for mention in self._sheet.mentions if self._sheet is not None else ():
            if mention.person_id is not None:
                self._add_page(menu, mention.person_id, shown_name(mention.name, ""))
        is_helped = self._sheet is not None and self._sheet.state.code in ("accepted", "ended")
        about = (*ABOUT[:2], HELP_END, *ABOUT[2:]) if is_helped else ABOUT
        for group in (about, CARE, PAPER):
            menu.addSeparator()
            for what, msgid in group:
                action = QAction(_(msgid), menu)
                action.triggered.connect(lambda _on=False, what=what: self._wanted(what))
                menu.addAction(action)
        return menu

    def open_menu(self) -> None:
        """Show it over the button."""
        menu = self.menu()
        menu.popup(self.more.mapToGlobal(QPoint(0, -menu.sizeHint().height())))
        menu.setActiveAction(next(action for action in menu.actions() if not action.isSeparator()))

    def _add_page(self, menu: QMenu, person: UUID, name: str) -> None:
        page = QAction(_("Page: {name}", name=name), menu)
        page.triggered.connect(partial(self._page, person))
        menu.addAction(page)

    def _page(self, person: UUID, _is_on: bool = False) -> None:
        self._wanted(PERSON, person)

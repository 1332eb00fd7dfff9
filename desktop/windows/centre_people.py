"""Who may open the vault, and the recovery sheets by which it opens when a passphrase is forgotten."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from desktop.language import N_, _, chosen
from desktop.records.centre_profile import StaffMember
from desktop.records.vocabulary import WORKER_ROLES
from desktop.vault.recovery import State
from desktop.windows.buttons import OUTLINED, PRIMARY, Button
from desktop.windows.card import Card
from desktop.windows.centre_part import Part, entry_row, plain
from desktop.windows.centre_roles import RolesCard
from desktop.windows.labels import Label
from desktop.windows.layouts import Flow, clear
from desktop.windows.pill import CLOSED, CONFIRM, GOING_ON, GOOD, MISSING, Pill, Sign
from desktop.windows.when import near
from desktop.windows.worker import Progress

STATES: dict[State, tuple[Sign, str, str]] = {
    State.NONE: (MISSING, N_("Missing"), N_("There are no recovery sheets: a forgotten passphrase means lost data.")),
    State.MADE: (CONFIRM, N_("Not rehearsed"), N_("The sheets are made, but nobody has proven them yet.")),
    State.REHEARSED: (GOOD, N_("Rehearsed"), N_("Any two of the three sheets open the data. This was proven.")),
    State.USED: (MISSING, N_("Used up"), N_("The sheets were used once and open nothing any more. Make new ones.")),
}
"""Sign, word and sentence for how the recovery sheets stand."""


class PeoplePart(Part):
    """The workers and their access."""

    NAME = "people"
    TITLE = N_("People and roles")
    SAYS = N_("Who may open the data. Everybody has a passphrase of her own.")
    ICON = "people"

    def build(self) -> None:
        """The workers, then the recovery sheets."""
        if self.leads:
            add = Button(N_("Add a worker"), PRIMARY, icon="plus", key="F6", do=lambda: self.desk.go("worker"))
            self.action(add)
        self.action(Button(N_("Change my passphrase"), OUTLINED, icon="lock", do=lambda: self.desk.go("passphrase")))
        self._members = Card(gap=12)
        self._sheets = Card(gap=10)
        self.column.addWidget(self._members)
        self.column.addWidget(self._sheets)
        self.column.addWidget(RolesCard())
        self.column.addStretch(1)

    def refresh(self) -> None:
        """Read again who works here."""
        self._show_members({})
        self._show_sheets()
        self.desk.background.run(self.desk.centre.history.last_by_each, self._show_members)

    def remove(self, member: StaffMember) -> None:
        """Ask, then take the worker's access away under a new key."""
        self.question.ask(
            N_("Remove access? {name}"),
            N_("The data get a new key. Copies made earlier can still be opened with the old passphrase."),
            N_("Remove access"),
            lambda: self._remove(member),
            name=member.name,
        )

    def _remove(self, member: StaffMember) -> None:
        centre = self.desk.centre

        def job(progress: Progress) -> None:
            centre.staff.remove(member.id, centre.worker, progress)

        def done(_answer: object) -> None:
            self.refresh()
            self.desk.saved(N_("Access removed: {name}"), name=member.name)

        self.work(job, done, N_("Changing the key\u2026"))

    def _show_members(self, seen: Mapping[UUID, datetime]) -> None:
        """Everybody with when something was last done by her; those who left come last."""
        clear(self._members.column)
        for member in sorted(self.desk.centre.staff.members(), key=lambda one: one.until is not None):
            self._show(member, seen.get(member.id))

    def _show(self, member: StaffMember, seen: datetime | None) -> None:
        own = self.desk.centre.worker.id
        role, title = _(WORKER_ROLES[member.role]), member.job_title
        since = _(N_("since {date}"), date=chosen().long_day(member.since))
        until = _(N_("until {date}"), date=chosen().long_day(member.until)) if member.until else ""
        world = self.desk.centre.world
        last = _(N_("last entry: {when}"), when=near(world.desk(seen), world.here())) if seen else ""
        second = " \u00b7 ".join(part for part in (role, title, since, until, last) if part)
        buttons = []
        if member.until is not None:
            pill = Pill(CLOSED, N_("Access removed"))
        else:
            pill = Pill(GOING_ON, N_("You")) if member.id == own else Pill(GOOD, N_("May open"))
            if member.id != own and self.leads:
                buttons.append(plain(N_("Remove"), partial(self.remove, member), about=member.name))
        self._members.column.addLayout(entry_row(member.name, second, *buttons, pill=pill))

    def _show_sheets(self) -> None:
        column, state = self._sheets.column, self.desk.centre.vault.recovery_state
        clear(column)
        sign, word, sentence = STATES[state]
        column.addWidget(Label(N_("Recovery sheets"), "card"))
        column.addLayout(entry_row(_(sentence), "", pill=Pill(sign, word)))
        if not self.leads:
            return
        buttons = QWidget()
        flow = Flow(buttons, gap=8)
        flow.addWidget(Button(N_("Make new sheets"), OUTLINED, icon="print", do=lambda: self.desk.go("sheets")))
        if state in (State.MADE, State.REHEARSED):
            flow.addWidget(Button(N_("Rehearse"), OUTLINED, icon="check", do=lambda: self.desk.go("rehearsal")))
        column.addWidget(buttons)

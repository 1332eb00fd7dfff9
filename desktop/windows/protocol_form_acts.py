"""What can be done with a version as a whole: closed, opened again, adopted, revised, ended, taken out, on paper.

It makes the buttons; each small question is a page of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QMenu, QWidget

from desktop.language import N_, _
from desktop.problems import Problem
from desktop.protocol.sheet import VersionSheet
from desktop.windows.buttons import OUTLINED, PRIMARY, Button
from desktop.windows.desk import Desk


class VersionActs:
    """The buttons; `changed` is called after something was done at once, `tell` shows why it was not."""

    def __init__(
        self, desk: Desk, over: QWidget, changed: Callable[[], object], tell: Callable[[Problem], object]
    ) -> None:
        self._desk, self._over, self._changed, self._tell = desk, over, changed, tell
        self._sheet: VersionSheet | None = None
        self.close_button = Button(N_("Close the text"), OUTLINED, icon="lock", do=self.close)
        self.open_button = Button(N_("Open the text again"), OUTLINED, do=self.reopen)
        self.adopt_button = Button(N_("Adopted…"), PRIMARY, key="F6", do=lambda: self._go("protocol_adopt"))
        self.revise_button = Button(N_("Begin a revision"), PRIMARY, key="F6", do=lambda: self._go("protocol_revise"))
        self.paper_button = Button(N_("On paper"), OUTLINED, icon="print", do=self.on_paper)
        self.more_button = Button(N_("More"), OUTLINED, icon="down", do=self.open_menu)

    def put(self, sheet: VersionSheet) -> None:
        """They are about this version now."""
        self._sheet = sheet

    def offered(self) -> tuple[Button, ...]:
        """Those that fit how the version stands, the one to do next last; a draft has its own after these."""
        if self._sheet is None:
            return ()
        if self._sheet.state == "draft":
            return self.more_button, self.paper_button, self.close_button
        if self._sheet.state == "closed":
            return self.more_button, self.paper_button, self.open_button, self.adopt_button
        return self.more_button, self.paper_button, self.revise_button

    def close(self) -> None:
        """Close the text for signature."""
        protocols, by = self._desk.centre.protocols, self._desk.centre.worker
        self._do(lambda version: protocols.close(version, by), N_("The text is closed. Now it can be signed."))

    def reopen(self) -> None:
        """Open the text again."""
        protocols, by = self._desk.centre.protocols, self._desk.centre.worker
        self._do(lambda version: protocols.reopen(version, by), N_("The text is open again."))

    def take_out(self) -> None:
        """Take the draft out, with the way back offered."""
        protocols, by = self._desk.centre.protocols, self._desk.centre.worker
        self._do(lambda version: protocols.take_out(version, by), N_("Draft taken out."))

    def on_paper(self) -> None:
        """To its pages."""
        self._go("protocol_paper")

    def open_menu(self) -> None:
        """What is wanted seldom."""
        if self._sheet is None:
            return
        sheet, menu = self._sheet, QMenu(self._over)
        protocol = sheet.protocol.id
        menu.addAction(_("Name and language…"), lambda: self._desk.go("protocol_new", protocol))
        menu.addAction(_("Review date…"), lambda: self._go("protocol_review"))
        if sheet.state == "draft":
            menu.addAction(_("Bring the text you have"), lambda: self._go("protocol_import"))
        if sheet.version.in_force_from:
            menu.addAction(_("No longer in force…"), lambda: self._go("protocol_end"))
        if sheet.version.adopted_on:
            menu.addAction(_("Correct the days of adoption…"), lambda: self._go("protocol_adopt"))
        menu.addAction(_("Begin another protocol"), lambda: self._desk.go("protocol_new"))
        if sheet.state == "draft":
            menu.addSeparator()
            menu.addAction(_("Take the draft out"), self.take_out)
        button = self.more_button
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _go(self, page: str) -> None:
        if self._sheet is not None:
            self._desk.go(page, self._sheet.version.id)

    def _do(self, change: Callable[[UUID], object], said: str) -> None:
        if self._sheet is None:
            return
        try:
            change(self._sheet.version.id)
        except Problem as problem:
            self._tell(problem)
            return
        self._desk.kept(said)
        self._changed()

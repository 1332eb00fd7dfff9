"""A sender that the list does not have yet: written down from the notice, and chosen there when she comes back."""

from __future__ import annotations

from uuid import UUID

from desktop.language import N_
from desktop.windows.buttons import PLAIN, Button
from desktop.windows.desk import Desk
from desktop.windows.notice_form import NoticeForm


class NewSender:
    """The button that leads to the form of an institution, and what comes back from there."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._known = frozenset[UUID]()
        """The institutions there were when she went."""
        self.button = Button(N_("New institution"), PLAIN, icon="plus", do=self.enter)

    def enter(self) -> None:
        """Write one down; what is typed in the notice is kept meanwhile."""
        self._known = frozenset(agency.id for agency in self.desk.centre.directory.agencies())
        self.desk.go("agency")

    def take(self, form: NoticeForm) -> None:
        """Choose the institution, or the unit of one, that was written down."""
        known, self._known = self._known, frozenset()
        for agency in self.desk.centre.directory.agencies() if known else ():
            if agency.id not in known:
                form.take_sender(agency)
                form.keep_now()

"""What holds for the whole centre, in one line each, with the way to where it is changed."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QScrollArea

from desktop.language import N_, _, chosen, ngettext
from desktop.records.centre_profile import CentreProfile
from desktop.records.code_list import LISTS
from desktop.windows.card import Card
from desktop.windows.centre_part import entry_row, plain
from desktop.windows.desk import Desk
from desktop.windows.labels import Label
from desktop.windows.layouts import clear, line

WEEK = ("mo", "tu", "we", "th", "fr", "sa", "su")


class CentreRules(Card):
    """Week, closed days, deadline, lists, letterhead: as they stand."""

    TITLE = N_("The whole centre")

    def __init__(self, desk: Desk) -> None:
        super().__init__(gap=8)
        self.desk = desk

    def refresh(self) -> None:
        """Read again what holds."""
        clear(self.column)
        self.column.addWidget(Label(self.TITLE, "card"))
        for number, (words, second, part) in enumerate(self._lines()):
            if number:
                self.column.addWidget(line())
            change = plain(N_("Change\u2026"), partial(self.desk.go, "centre", part), about=words)
            self.column.addLayout(entry_row(words, second, change))

    def _lines(self) -> list[tuple[str, str, str]]:
        """Words, a second line, and the part where it is changed."""
        profile, lists, speak = self.desk.centre.profile_log.profile(), self.desk.centre.lists, chosen()
        days = speak.weekdays_on(WEEK.index(day) for day in profile.work_days)
        hours = f"{speak.clock(profile.day_begins)}\u2013{speak.clock(profile.day_ends)}"
        closed = [one for one in lists.closed_days() if one.day >= self.desk.centre.world.today()]
        source = _(profile.first_contact_source) if profile.first_contact_source else _("No source is written down.")
        return [
            (_("Working week: {days}", days=days), hours, "data"),
            (_("Closed days to come: {n}", n=speak.number(len(closed))),
             _("Public holidays are known already."), "days"),
            (ngettext("First contact within {n} working day", "First contact within {n} working days",
                      profile.first_contact_days), source, "data"),
            (_("Safe contact asked again after days: {n}", n=profile.safe_contact_days),
             _("Repeat within months: {n}", n=profile.repeat_months), "data"),
            (_("Lists: {n}", n=speak.number(len(LISTS))), _("The words that forms offer, in their order."), "lists"),
            (_("Letterhead: {name}", name=profile.name), _letterhead(profile), "data"),
        ]  # fmt: skip


def come_into_sight(card: Card) -> None:
    """Scroll to it."""
    above = card.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if isinstance(above, QScrollArea):
        above.ensureWidgetVisible(card)


def _letterhead(profile: CentreProfile) -> str:
    parts = (profile.address, profile.town, profile.phone, profile.email)
    return ", ".join(dict.fromkeys(part for part in parts if part))

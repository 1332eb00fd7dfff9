"""The time line of one person over all her notices, narrowed by chips, and where each event leads."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal

from desktop.language import N_
from desktop.records.people import PersonSheet
from desktop.records.timeline import EFFECT, TimelineItem
from desktop.records.wording import Wording
from desktop.windows.buttons import PLAIN, Button
from desktop.windows.card import Card
from desktop.windows.desk import Desk
from desktop.windows.labels import Label
from desktop.windows.layouts import Row
from desktop.windows.timeline import TAKE_BACK, TimeLine
from desktop.windows.timeline_chips import LineChips
from desktop.windows.timeline_events import LEADS, amendments, events_of, take_back

SEVERAL = 12
"""A time line longer than this begins shortened."""


class LineCard(Card):
    """The card of the time line."""

    wanted = Signal(str, object)
    """A page, and what it is about."""
    changed = Signal()
    """An entry was taken back."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(margins=(16, 12, 14, 10), gap=10)
        self.desk = desk
        self._shown: tuple[PersonSheet, Wording, datetime] | None = None
        self._whole = False
        self.chips = LineChips()
        self.chips.changed.connect(self._narrow)
        self.line = TimeLine()
        self.line.wanted.connect(self._act)
        self._nothing = Label(N_("Nothing yet."), "quiet")
        self.more = Button(N_("Whole time line"), PLAIN, do=self._show_all)
        head = Row(gap=8)
        head.addWidget(Label(N_("Time line"), "card"), 1)
        head.addWidget(self.more)
        self.column.addLayout(head)
        for widget in (self.chips, self._nothing, self.line):
            self.column.addWidget(widget)

    def put(self, sheet: PersonSheet, wording: Wording, now: datetime) -> None:
        """Show what happened to this person."""
        if self._shown is None or self._shown[0].person.id != sheet.person.id:
            self._whole = False
        self._shown = (sheet, wording, now)
        self._show()

    def _show(self) -> None:
        if self._shown is None:
            return
        sheet, wording, now = self._shown
        items = self.chips.kept(sheet.line)
        shown = items if self._whole else items[:SEVERAL]
        self.more.setVisible(len(items) > len(shown))
        self._nothing.setVisible(not items)
        self.line.setVisible(bool(items))
        self.line.put(events_of(shown, wording, now, amendments(self.desk, shown)))

    def _narrow(self) -> None:
        self._whole = False
        self._show()

    def _show_all(self) -> None:
        self._whole = True
        self._show()

    def _act(self, act: str, item: TimelineItem) -> None:
        if self._shown is None or item.record_id is None:
            return
        if act == TAKE_BACK:
            take_back(self.desk, item.kind, item.record_id)
            self.changed.emit()
            return
        page, about = _leads(item, self._shown[0])
        if page:
            self.wanted.emit(page, about)


def _leads(item: TimelineItem, sheet: PersonSheet) -> tuple[str, object]:
    """The page to which an event leads, and what it is about; it opens on this very record."""
    about, kind = (sheet.person.id, item.record_id), item.kind
    without = {kept.id for kept in sheet.attempts if kept.referral_id is None}
    notice_of = {kept.id: kept.referral_id for kept in sheet.measures}
    if kind == "order":
        return LEADS[kind], notice_of.get(item.record_id or sheet.person.id)
    if kind == "consent":
        return "person_consent", about
    if kind == "plan":
        return "person_effect" if item.head == EFFECT else "person_plan", about
    if item.record_id in without:
        return "person_attempt", about
    return (LEADS[kind] if kind in ("attempt", "assistance", "change", "help_end") else "referrals"), item.record_id

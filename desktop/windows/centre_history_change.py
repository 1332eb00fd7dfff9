"""One change of the history beside the list: who, when, what, and each field as it was before and as it was after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from desktop.centre import Centre
from desktop.language import N_, _, chosen
from desktop.records.named_records import NamedRecords
from desktop.records.telephone import masked
from desktop.records.told_change import Teller, ToldField, ToldRecord, named_within, referred
from desktop.records.wording import Wording
from desktop.vault.history import Entry
from desktop.windows.buttons import Button
from desktop.windows.card import Card
from desktop.windows.labels import Label, breakable, text
from desktop.windows.layouts import Column, Flow, Grid, clear, line, scrolled
from desktop.windows.look import colour, px
from desktop.windows.names import shown_name

MOST_RECORDS = 12
"""So many records of one change are shown field by field; an import has thousands."""


@dataclass(frozen=True)
class ToldChange:
    """An entry with what a person wants to know of it."""

    entry: Entry
    records: tuple[ToldRecord, ...]
    standing_on: int
    """So many later changes would have to go along."""


def teller_of(centre: Centre, entries: Sequence[Entry]) -> Teller:
    """Tells these changes in the language of the screen; run by the worker."""
    names = named_within(entries) | NamedRecords(centre.vault).of(referred(entries))
    return Teller(Wording(centre.lists, chosen()), names, centre.world.desk)


def tell_change(centre: Centre, number: int) -> ToldChange | None:
    """Read one change; run by the worker."""
    entry = next(iter(centre.history.among([number])), None)
    if entry is None:
        return None
    stands = entry.undone_by is None and bool(entry.changes)
    standing_on = len(centre.history.standing_on(number)) if stands else 0
    return ToldChange(entry, teller_of(centre, [entry]).told(entry), standing_on)


class Marked(Label):
    """What stands in a field now, on the ground of a mark."""

    def dress(self) -> None:
        """Take the colours of the mark in use."""
        super().dress()
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Window, colour("mark"))
        palette.setColor(QPalette.ColorRole.WindowText, colour("mark_text"))
        self.setPalette(palette)
        self.setAutoFillBackground(True)
        self.setContentsMargins(px(4), 0, px(4), 0)


class ChangeCard(Card):
    """The chosen change; empty while none is chosen."""

    def __init__(self, undo: Button, redo: Button) -> None:
        super().__init__(gap=8)
        self.what = Label("", "card", wrap=True)
        self.who, self.later = Label("", "second", wrap=True), Label("", "body", ink="amber", wrap=True)
        self._body = QWidget()
        self._fields = Column(self._body, gap=10)
        buttons = QWidget()
        flow = Flow(buttons, gap=8, right=True)
        for button in (redo, undo):
            flow.addWidget(button)
        for widget in (self.what, self.who, line(), scrolled(self._body), self.later, buttons):
            self.column.addWidget(widget)
        self.column.setStretch(3, 1)
        self.setMinimumHeight(px(260))

    def show_nothing(self) -> None:
        """Say what will stand here."""
        clear(self._fields)
        self.what.put("")
        self.who.say(N_("Choose a change to see what stood there before and after."))
        self.later.hide()

    def show_change(self, told: ToldChange, when: str) -> None:
        """Show that change."""
        clear(self._fields)
        self.what.put(told.entry.told(chosen().say))
        self.who.put(f"{when} \u00b7 {told.entry.by_name}")
        self.later.say(N_("Later changes stand on this one and would go too: {n}"), n=told.standing_on)
        self.later.setVisible(told.standing_on > 0)
        for record in told.records[:MOST_RECORDS]:
            self._fields.addWidget(_record(record))
        left = len(told.records) - MOST_RECORDS
        if left > 0:
            self._fields.addWidget(Label(N_("Further records: {n}"), "second", wrap=True, n=chosen().number(left)))
        if not told.records:
            self._fields.addWidget(text(_nothing_told(told.entry), "quiet", wrap=True))
        self._fields.addStretch(1)


def _nothing_told(entry: Entry) -> str:
    if not entry.changes:
        return _("No record was changed by it.")
    erased = all(change.before is None and change.after is None for change in entry.changes)
    return _("What stood here was erased.") if erased else _("Only what the program keeps in step was changed.")


def _record(record: ToldRecord) -> QWidget:
    """One record: what it is, whether it was entered or taken out, its fields."""
    box = QWidget()
    column = Column(box, gap=4)
    state = "" if record.was_there and record.is_there else _("entered") if record.is_there else _("taken out")
    title = " \u00b7 ".join(part for part in (_(record.kind), record.about, state) if part)
    column.addWidget(text(title, "label", wrap=True))
    grid = Grid(gap=6)
    grid.setColumnStretch(0, 2)
    grid.setColumnStretch(1, 3)
    for row, field in enumerate(record.fields):
        grid.addWidget(Label(field.label, "second", wrap=True), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(_sides(field, marks=record.was_there and record.is_there), row, 1)
    column.addLayout(grid)
    return box


def _sides(field: ToldField, *, marks: bool) -> Column:
    """What stood there before, struck out, and below it what stands there now, marked."""
    both = Column(gap=2)
    sides: Sequence[str] = (field.before, field.after)
    before, after = (masked(side) for side in sides) if field.masked else sides
    if field.is_name:
        before, after = (shown_name(side, "") if side else "" for side in sides)
    if before:
        struck = text(breakable(before), "quiet", wrap=True)
        font = struck.font()
        font.setStrikeOut(True)
        struck.setFont(font)
        struck.setAccessibleName(_("before: {words}", words=before))
        both.addWidget(struck)
    if after or not before:
        now = Marked("", "body", wrap=True) if marks else Label("", "body", wrap=True)
        now.put(breakable(after) or "\u2013")
        now.setAccessibleName(_("after: {words}", words=after or "\u2013"))
        both.addWidget(now, 0, Qt.AlignmentFlag.AlignLeft if marks and len(after) < 28 else Qt.AlignmentFlag(0))
    elif marks:
        both.addWidget(text("\u2013", "body"))
    return both

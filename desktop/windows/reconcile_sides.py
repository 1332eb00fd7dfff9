"""A row of theirs and a notice of ours side by side, field by field in one order; what differs is marked.

While names are hidden, neither names nor places are shown; a telephone is masked, as everywhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.language import N_, _, chosen
from desktop.reconciliation.digits import phones_of
from desktop.reconciliation.groups import Pair
from desktop.reconciliation.listed import Listed
from desktop.reconciliation.standing import Lists
from desktop.records.difference import OURS, SIDES, THEIRS
from desktop.records.telephone import masked
from desktop.windows.card import Card
from desktop.windows.labels import Label, text
from desktop.windows.layouts import Cards, Column, Grid, Row, line
from desktop.windows.look import colour, px
from desktop.windows.names import are_hidden, shown_name
from desktop.windows.reconcile_marks import SEVERAL, Parts, differing, differing_days, differing_items, plain

FIELDS = {
    "name": N_("Person"), "birth_year": N_("Birth year"), "date": N_("Date"), "address": N_("Place"),
    "notice_no": N_("Number"), "unit": N_("Unit"), "phone": N_("Telephone"),
}  # fmt: skip
"""What is compared, in the order in which both cards tell it."""
LEAST = 250
"""Pixels at text size 100 % that a card needs; where both have not so much they stand one under the other."""
HIDDEN = "\u25cf\u25cf\u25cf"


@dataclass(frozen=True)
class Line:
    """One field of both."""

    title: str
    """English msgid."""
    theirs: Parts
    ours: Parts


def lines_of(pair: Pair) -> list[Line]:
    """Every field that one of the two gives, ready to be shown."""
    found = []
    for field, title in FIELDS.items():
        one, other = str(getattr(pair.theirs, field)), str(getattr(pair.ours, field))
        if not (one or other):
            continue
        if are_hidden() and field in ("name", "address"):
            theirs, ours = (plain(HIDDEN if value else "") for value in (one, other))
        else:
            theirs, ours = _COMPARED.get(field, differing)(one, other)
        none = plain(_("not given"), is_marked=True)
        found.append(Line(title, theirs if one else none, ours if other else none))
    return found


def _days(one: str, other: str) -> tuple[Parts, Parts]:
    if not (one and other):
        return plain(shown_day(one)), plain(shown_day(other))
    return differing_days(shown_day(one), shown_day(other))


def _phones(one: str, other: str) -> tuple[Parts, Parts]:
    differs = bool(one and other) and not set(phones_of(one)) & set(phones_of(other))
    shown = [SEVERAL.join(masked(number) for number in value.split(SEVERAL)) for value in (one, other)]
    return plain(shown[0], is_marked=differs), plain(shown[1], is_marked=differs)


def _items(one: str, other: str) -> tuple[Parts, Parts]:
    return differing_items(one, other) if one and other else (plain(one), plain(other))


def _words(one: str, other: str) -> tuple[Parts, Parts]:
    return differing(one, other) if one and other else (plain(one), plain(other))


_COMPARED = {
    "name": _items, "birth_year": _items, "date": _days, "phone": _phones, "notice_no": _words, "address": _words,
    "unit": _words,
}  # fmt: skip


def shown_day(iso: str) -> str:
    """A day of a list in the language of the screen."""
    return chosen().day(date.fromisoformat(iso)) if iso else ""


def row_title(lists: Lists, row_id: str) -> str:
    """Which row of which file it is."""
    row, name = lists.theirs.get(row_id), lists.kept.file_name
    if row is None:
        return ""
    told = _("row {rows}", rows=row.rows) if row.rows else ""
    return " \u00b7 ".join(part for part in (told, name) if part)


def known_as(row: Listed, code: str) -> str:
    """Who stands in a row, or its number while names are hidden."""
    return shown_name(row.name, code)


class MarkedLabel(Label):
    """Words in which what differs stands on the ground of the mark, underlined."""

    def __init__(self) -> None:
        self._parts: Parts = ()
        super().__init__("", "strong", wrap=True)
        self.setTextFormat(Qt.TextFormat.RichText)

    def show_parts(self, parts: Parts) -> None:
        """Show these."""
        self._parts = parts
        self.setAccessibleName("".join(part for part, _differs in parts))
        self.dress()

    def dress(self) -> None:
        """Take the colours of the mark in use."""
        super().dress()
        style = f"background-color:{colour('mark').name()};color:{colour('mark_text').name()};text-decoration:underline"
        self.setText(
            "".join(
                f'<span style="{style}">{escape(part)}</span>' if differs else escape(part)
                for part, differs in self._parts
            )
        )


class SideCard(Card):
    """One of the two."""

    def __init__(self, side: str) -> None:
        super().__init__(margins=(18, 12, 18, 12), gap=8)
        self.where = text("", "second")
        head = Row(gap=8)
        head.addWidget(Label(SIDES[side], "card", wrap=True), 1)
        head.addWidget(self.where)
        self._grid = Grid(gap=8)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 6)
        self.rows: list[tuple[Label, MarkedLabel]] = []
        self.column.addLayout(head)
        self.column.addWidget(line())
        self.column.addLayout(self._grid)
        self.column.addStretch(1)

    def put(self, where: str, told: Sequence[tuple[str, Parts]]) -> None:
        """Show these fields; the labels stay when others are shown."""
        self.where.put(where)
        top = Qt.AlignmentFlag.AlignTop
        while len(self.rows) < len(told):
            made = Label("", "quiet", wrap=True), MarkedLabel()
            for column, label in enumerate(made):
                self._grid.addWidget(label, len(self.rows), column, top)
            self.rows.append(made)
        for place, (title, value) in enumerate(self.rows):
            if place < len(told):
                title.say(told[place][0])
                value.show_parts(told[place][1])
            title.setVisible(place < len(told))
            value.setVisible(place < len(told))
        self._grid.setHorizontalSpacing(px(12))

    def level(self, place: int, height: int) -> None:
        """Let a line be so high, as it is on the other side."""
        self._grid.setRowMinimumHeight(place, height)

    def height_of(self, place: int) -> int:
        """How high a line needs to be."""
        shown = [label for label in self.rows[place] if not label.isHidden()]
        return max((label.heightForWidth(label.width()) for label in shown), default=0)


class TwoSides(QWidget):
    """Both cards, their fields level with each other."""

    def __init__(self) -> None:
        super().__init__()
        self.theirs, self.ours = SideCard(THEIRS), SideCard(OURS)
        Column(self, gap=0).addWidget(Cards([self.theirs, self.ours], least=LEAST))

    def put(self, pair: Pair, lists: Lists) -> None:
        """Show this pair."""
        lines = lines_of(pair)
        ours = lists.ours.get(pair.ours.id)
        self.theirs.put(row_title(lists, pair.theirs.id), [(each.title, each.theirs) for each in lines])
        self.ours.put(ours.label if ours else "", [(each.title, each.ours) for each in lines])
        QTimer.singleShot(0, self, self._level)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap elsewhere."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._level)

    def _level(self) -> None:
        beside = self.theirs.y() == self.ours.y()
        for place in range(len(self.theirs.rows)):
            need = max(self.theirs.height_of(place), self.ours.height_of(place)) if beside else 0
            for card in (self.theirs, self.ours):
                card.level(place, need)

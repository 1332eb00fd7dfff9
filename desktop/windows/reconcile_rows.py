"""Where the rows of a partner's list went, its units that nobody knows yet, and its numbers where it only counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.language import N_, _, chosen, ngettext
from desktop.periods import Month
from desktop.reconciliation.opened import RowCount, count_rows_of
from desktop.reconciliation.partner_list import PartnerList
from desktop.reconciliation.partner_rows import HEADING, SECTION, SUM, TITLE
from desktop.records.reconciliation import COUNTED
from desktop.windows.apart import Apart
from desktop.windows.buttons import PLAIN, Button
from desktop.windows.card import Card, Drawing
from desktop.windows.choice import Combo
from desktop.windows.labels import Label, text
from desktop.windows.layouts import Column, Grid, Row, clear
from desktop.windows.look import px
from desktop.windows.names import are_hidden

MOST = 60
"""Rows listed at most; more are counted."""
MOST_UNITS = 12
ASIDE_WORDS = {SUM: N_("A sum"), HEADING: N_("Headings said again"), SECTION: N_("Title of a part")}
LONGEST = 90


@dataclass(frozen=True)
class Told:
    """One row that is listed: where it stands, why it is listed, what stands in it."""

    row: int
    sheet: str
    why: str
    """In words."""
    written: str


def sum_words(count: RowCount) -> str:
    """Where the rows went: 58 rows = 57 readable + 1 without a name, and none is lost."""
    told = (
        (count.readable, ngettext("{n} readable", "{n} readable", count.readable)),
        (count.nameless, ngettext("{n} without a name", "{n} without a name", count.nameless)),
        (count.unread, ngettext("{n} not read", "{n} not read", count.unread)),
        (count.aside, ngettext("{n} sum or title", "{n} sums or titles", count.aside)),
    )
    rows = ngettext("{n} row", "{n} rows", count.rows)
    parts = " + ".join(words for n, words in told if n)
    return _("{rows} = {parts}. None is lost.", rows=rows, parts=parts or "0")


def rows_to_tell(listed: PartnerList) -> list[Told]:
    """What could not be read first, then what is read but for a name or a year, then what was set aside."""
    found = [Told(each.row, each.sheet, each.reason.told(_), each.text) for each in listed.unread]
    nameless = [each for each in listed.notices if not any(person.name for person in each.persons)]
    found += [Told(each.rows[0], each.sheet, _(N_("Without a name")), each.notice_no) for each in nameless]
    for each in listed.notices:
        if written := each.unread.get("birth_year"):
            found.append(Told(each.rows[0], each.sheet, _(N_("The birth year is not read")), written))
    words = ((each, ASIDE_WORDS.get(each.what)) for each in listed.aside if each.what != TITLE)
    return found + [Told(each.row, each.sheet, _(said), each.text) for each, said in words if said]


class RowsCard(Card):
    """The sum of the rows; those that want a look are listed on demand, each with its reason."""

    def __init__(self, *, is_open: bool = False) -> None:
        super().__init__(gap=8)
        self.is_open = is_open
        self._icon = Drawing("check", "green")
        self._head, self._sum = Label("", "card", wrap=True), Label("", "second", wrap=True)
        self.show_button = Button(N_("Show"), PLAIN, do=self._turn)
        words = QWidget()
        head = Row(words, gap=10)
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        said = Column(gap=3)
        said.addWidget(self._head)
        said.addWidget(self._sum)
        head.addLayout(said, 1)
        self._rows = QWidget()
        self._grid = Grid(self._rows, gap=6)
        self._more = Label("", "second", wrap=True)
        self.column.addWidget(Apart(words, (self.show_button,)))
        self.column.addWidget(self._rows)
        self.column.addWidget(self._more)
        self.column.addStretch(1)
        self._listed: PartnerList | None = None

    def show_list(self, listed: PartnerList, outside: int) -> None:
        """Tell of this list; `outside` notices are dated outside the months chosen."""
        self._listed = listed
        count, wanting = count_rows_of(listed), rows_to_tell(listed)
        tone = "red" if count.unread else "amber" if count.nameless or outside else "green"
        self.set_edge(tone)
        self._icon.show_drawing("check" if tone == "green" else "warn", tone)
        self._head.put(self._title(count, outside))
        is_fewer = listed.notices and len(listed.notices) != count.readable + count.nameless
        notices = _(N_("Notices in them: {n}."), n=chosen().number(len(listed.notices))) if is_fewer else ""
        self._sum.put(" ".join(filter(None, (sum_words(count), notices))))
        self.show_button.setVisible(bool(wanting))
        self._fill(wanting)

    def _title(self, count: RowCount, outside: int) -> str:
        if count.unread:
            return _(N_("Rows not read: {n}. They are listed with the reason."), n=chosen().number(count.unread))
        if count.nameless:
            return _(
                N_("Rows without a name: {n}. They are compared by number and date."), n=chosen().number(count.nameless)
            )
        if outside:
            return _(N_("Notices dated outside these months: {n}"), n=chosen().number(outside))
        return _(N_("Every row is read."))

    def _turn(self) -> None:
        self.is_open = not self.is_open
        if self._listed is not None:
            self._fill(rows_to_tell(self._listed))

    def _fill(self, wanting: Sequence[Told]) -> None:
        clear(self._grid)
        self.show_button.say(N_("Hide") if self.is_open else N_("Show"))
        self._rows.setVisible(self.is_open and bool(wanting))
        self._more.setVisible(self.is_open and len(wanting) > MOST)
        self._more.say(N_("And {n} more."), n=len(wanting) - MOST)
        if not self.is_open:
            return
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setColumnStretch(2, 1)
        for place, told in enumerate(wanting[:MOST]):
            where = _(N_("Row {row}"), row=told.row)
            key = f"{told.sheet} \u00b7 {where}" if told.sheet else where
            self._grid.addWidget(text(key, "quiet"), place, 0, Qt.AlignmentFlag.AlignTop)
            said = Column(gap=1)
            said.addWidget(text(told.why, "body", wrap=True))
            if told.written:
                said.addWidget(
                    text("\u25cf\u25cf\u25cf" if are_hidden() else told.written[:LONGEST], "second", wrap=True)
                )
            self._grid.addLayout(said, place, 1, 1, 2)


class UnitsCard(Card):
    """The units of the list that the directory does not know, each with the choice which one it is."""

    def __init__(self, take: Callable[[str, str], object]) -> None:
        super().__init__(gap=8)
        self._take = take
        self.combos: dict[str, Combo] = {}
        self.set_edge("amber")
        self.column.addWidget(Label(N_("Which unit is this?"), "card", wrap=True))
        words = N_("The list names units that the directory does not know. What you choose is remembered.")
        self.column.addWidget(Label(words, "second", wrap=True))
        self._grid = Grid(gap=8)
        self.column.addLayout(self._grid)
        self._more = Label("", "second", wrap=True)
        self.column.addWidget(self._more)

    def show_units(self, words: Sequence[str], units: Sequence[tuple[str, str]], chosen_: Mapping[str, UUID]) -> None:
        """Ask for these; `units` are the partner's own as (code, words)."""
        self.setVisible(bool(words) and bool(units))
        clear(self._grid)
        self.combos = {}
        self._grid.setColumnStretch(1, 1)
        for place, word in enumerate(words[:MOST_UNITS]):
            combo = Combo()
            combo.setAccessibleName(word)
            combo.fill([("", _(N_("None of them"))), *units])
            combo.choose(chosen_[word].hex if word in chosen_ else "")
            combo.activated.connect(lambda _at, word=word, combo=combo: self._take(word, combo.code()))
            self.combos[word] = combo
            self._grid.addWidget(text(word, "medium", wrap=True), place, 0)
            self._grid.addWidget(combo, place, 1)
        self._more.setVisible(len(words) > MOST_UNITS)
        self._more.say(N_("And {n} more."), n=len(words) - MOST_UNITS)


class CountsCard(Card):
    """A list that is only counts: unit by month, with what was counted and the sums."""

    def __init__(self) -> None:
        super().__init__(gap=8)
        self._head, self._note = Label("", "card", wrap=True), Label("", "second", wrap=True)
        self._table = QWidget()
        self._table.setMinimumWidth(1)
        self._grid = Grid(self._table, gap=9)
        for widget in (self._head, self._note, self._table):
            self.column.addWidget(widget)

    def show_counts(self, listed: PartnerList) -> None:
        """Show the numbers of a list; nothing where it has none."""
        self.setVisible(bool(listed.counts))
        clear(self._grid)
        if not listed.counts:
            return
        kinds = {each.counted for each in listed.counts}
        if listed.notices:
            self._head.say(N_("Numbers beside the notices"))
            self._note.say(N_("They are not compared: the list names the notices one by one."))
        else:
            self._head.say(N_("This list is only numbers"))
            words = ", ".join(_(COUNTED[kind]) for kind in COUNTED if kind in kinds) or _(N_("not known yet"))
            self._note.say(N_("What is counted: {what}"), what=words)
        self._lay(listed)

    def _lay(self, listed: PartnerList) -> None:
        tally: Counter[tuple[str, Month | None]] = Counter()
        for each in listed.counts:
            tally[each.unit, each.month] += each.number
        units = list(dict.fromkeys(unit for unit, _month in tally))
        months = sorted({month for _unit, month in tally if month}, key=lambda month: month.key)
        told = months if len(months) <= MOST_MONTHS else []
        heads = [f"{chosen().month_short(month.month)} {month.year}" for month in told]
        is_summed = len(told) != 1
        self._line(0, _(N_("Unit")), [*heads, *([_(N_("Together"))] if is_summed else [])], "label")
        sums: Counter[Month | None] = Counter()
        for row, unit in enumerate(units, 1):
            mine = {month: number for (named, month), number in tally.items() if named == unit}
            sums.update(mine)
            self._line(row, unit or _(N_("All together")), self._numbers(mine, told, is_summed), "body")
        self._line(len(units) + 1, _(N_("Together")), self._numbers(sums, told, is_summed), "strong")
        self._grid.setColumnMinimumWidth(0, px(160))
        self._grid.setColumnStretch(len(told) + 2, 1)

    def _numbers(self, tally: Mapping[Month | None, int], told: Sequence[Month], is_summed: bool) -> list[str]:
        numbers = [tally.get(month, 0) for month in told] + ([sum(tally.values())] if is_summed else [])
        return [chosen().number(number) for number in numbers]

    def _line(self, row: int, words: str, numbers: Sequence[str], kind: str) -> None:
        self._grid.addWidget(text(words, kind, wrap=True), row, 0)
        for place, number in enumerate(numbers, 1):
            self._grid.addWidget(text(number, kind), row, place, Qt.AlignmentFlag.AlignRight)


MOST_MONTHS = 4
"""More months than these are told as their sum."""

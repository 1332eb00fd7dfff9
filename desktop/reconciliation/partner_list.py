"""A partner's list, read from any file: notices or counts, what could not be read, and what has to be asked first.

Nothing here writes anything, and nothing is guessed silently: what could mean two things is a `Question`, with the
answer that seems likelier, and `Answers` gives it. The rows of the file are all accounted for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from desktop.language import N_
from desktop.periods import Month
from desktop.problems import Problem
from desktop.reconciliation.partner_columns import LOOKED_THROUGH, Column, by_values, columns, header_place, two_rows
from desktop.reconciliation.partner_counts import UNITS, CountColumns, PartnerCount, count_columns, counts_in, year_of
from desktop.reconciliation.partner_dates import DAY_FIRST, order_of
from desktop.reconciliation.partner_rows import (
    SUM,
    TITLE,
    Aside,
    PartnerNotice,
    Table,
    Unread,
    filled_down,
    read_rows,
    set_aside,
    text_of,
    unit_in,
)
from desktop.spreadsheets.letters import looks_doubled
from desktop.spreadsheets.sheets import Book, Cell, RawSheet
from desktop.vault.letters import fold

COUNTRY = {"LT": "ąčęėįšųūž", "RS": "ćđђљњћџј"}
"""Letters that only lists of one country have."""
_WORDS = {"LT": ("pavard", "policijos", "nuovad"), "RS": ("prezime", "policijsk", "datum")}


@dataclass(frozen=True)
class Answers:
    """What somebody said about a list; empty where nothing was asked or said."""

    date_order: str = ""
    """`dmy` or `mdy`."""
    encoding: str = ""
    header: Mapping[str, int] = field(default_factory=dict)
    """The row of the headings by sheet, as the file counts; 0: there are none."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """What a column holds, by its letter, or for one sheet alone as `Lapas1!A`; empty text: not used."""
    counted: str = ""
    """What a list of counts counts."""
    month: Month | None = None
    """The month of counts that name none."""
    hidden: bool | None = None
    """Whether hidden sheets are read too."""
    apart: bool | None = None
    """Whether rows without number and date are notices of their own."""
    country: str = ""
    """LT or RS, for telephone numbers; empty: told by the letters of the list."""

    def chosen_in(self, sheet: str) -> dict[str, str]:
        """What the columns of a sheet hold, by their letters; what was said of this sheet goes first."""
        own = {key.removeprefix(f"{sheet}!"): each for key, each in self.columns.items() if key.startswith(f"{sheet}!")}
        return {key: each for key, each in self.columns.items() if "!" not in key} | own


@dataclass(frozen=True)
class Question:
    """Something that the list does not tell."""

    kind: str
    """`date_order`, `encoding`, `letters`, `header`, `hidden`, `apart`, `counted` or `month`."""
    sentence: str
    """English msgid."""
    values: Mapping[str, Any] = field(default_factory=dict)
    choices: tuple[str, ...] = ()
    proposed: str = ""
    rows: tuple[int, ...] = ()


@dataclass(frozen=True)
class PartnerList:
    """Everything that a partner's list says."""

    notices: tuple[PartnerNotice, ...]
    counts: tuple[PartnerCount, ...]
    unread: tuple[Unread, ...]
    aside: tuple[Aside, ...]
    questions: tuple[Question, ...]
    columns: Mapping[str, tuple[Column, ...]]
    """By sheet."""


def understand(book: Book, answers: Answers | None = None) -> PartnerList:
    """What a book says, with everything that has to be asked about it.

    Args:
        book: The file as sheets of plain cells.
        answers: What was asked before; None at first.
    """
    reading = _Reading(book, answers or Answers())
    for sheet in book.sheets:
        reading.read(sheet)
    return reading.done()


class _Reading:
    def __init__(self, book: Book, answers: Answers) -> None:
        self.book, self.answers = book, answers
        self.country = answers.country or country_of(book)
        self.notices: list[PartnerNotice] = []
        self.counts: list[PartnerCount] = []
        self.unread: list[Unread] = []
        self.aside: list[Aside] = []
        self.questions: list[Question] = []
        self.columns: dict[str, tuple[Column, ...]] = {}
        self._about_letters()

    def done(self) -> PartnerList:
        if any(not count.counted for count in self.counts):
            self._ask("counted", N_("What do these numbers count?"), choices=UNITS)
        if any(count.month is None for count in self.counts):
            self._ask("month", N_("Of which month are these numbers?"))
        return PartnerList(tuple(self.notices), tuple(self.counts), tuple(self.unread), tuple(self.aside),
                           tuple(self.questions), self.columns)  # fmt: skip

    def _ask(self, kind: str, sentence: str, **more: Any) -> None:
        self.questions.append(Question(kind, sentence, **more))

    def _about_letters(self) -> None:
        texts = [cell for sheet in self.book.sheets for row in sheet.rows for cell in row if isinstance(cell, str)]
        if len(self.book.encodings) > 1 and not self.answers.encoding:
            odd = tuple(dict.fromkeys(text for text in texts if not text.isascii()))[:3]
            self._ask("encoding", N_("Are these words right: {words}?"), values={"words": ", ".join(odd)},
                      choices=self.book.encodings, proposed=self.book.encodings[0])  # fmt: skip
        if looks_doubled("\n".join(texts)):
            self._ask("letters", N_("Letters in this list were spoilt before it came. Ask for it as XLSX."))

    def read(self, sheet: RawSheet) -> None:
        if not any(text_of(row) for row in sheet.rows):
            return
        if sheet.hidden and self.answers.hidden is None:
            self._ask("hidden", N_("A sheet of this file is hidden: {sheet}. Shall it be read?"),
                      values={"sheet": sheet.name}, choices=("no", "yes"), proposed="no")  # fmt: skip
        if sheet.hidden and not self.answers.hidden:
            self._set_aside(sheet, range(len(sheet.rows)))
            return
        rows = filled_down(sheet)
        place, height = self._headings(sheet, rows)
        headings: Sequence[Cell] = two_rows(rows, place, height) if height else ()
        below = [row for row in rows[place + height :] if text_of(row)]
        chosen = self.answers.chosen_in(sheet.name)
        cols = columns(headings, below, chosen) if height else by_values(below, chosen)
        self.columns[sheet.name] = cols
        titles = [sheet.name, *(text_of(row) for row in rows[:place]), *(column.heading for column in cols)]
        self._set_aside(sheet, range(place + height))
        plain = [row for row in below if not _is_sum(row)]
        if where := count_columns(cols, plain, titles):
            self._count(sheet, place + height, where, titles)
        else:
            self._list(sheet, place + height, cols, below)

    def _headings(self, sheet: RawSheet, rows: Sequence[Sequence[Cell]]) -> tuple[int, int]:
        chosen = self.answers.header.get(sheet.name)
        if chosen is not None:
            return (chosen - 1, 1) if 0 < chosen <= len(rows) else (0, 0)
        found = header_place(rows)
        if found is None:
            first = next((n for n, row in enumerate(rows[:LOOKED_THROUGH], 1) if len([c for c in row if c]) > 1), 1)
            self._ask(
                "header",
                N_("Which row names the columns? Sheet: {sheet}"),
                values={"sheet": sheet.name},
                proposed=str(first),
            )
        return found or (0, 0)

    def _set_aside(self, sheet: RawSheet, places: range) -> None:
        texts = [(place, text_of(sheet.rows[place])) for place in places]
        self.aside += [Aside(sheet.name, place + 1, TITLE, text) for place, text in texts if text]

    def _list(self, sheet: RawSheet, first: int, cols: tuple[Column, ...], below: Sequence[Sequence[Cell]]) -> None:
        place = next((column.place for column in cols if column.field == "date"), None)
        cells = [row[place] for row in below if place is not None and place < len(row)]
        order = order_of(cells, self.answers.date_order)
        if order.doubtful:
            self._ask("date_order", N_("How is the date {text} to be read?"), values={"text": order.doubtful[0]},
                      choices=("dmy", "mdy"), proposed=DAY_FIRST)  # fmt: skip
        over = [text for row in sheet.rows[: first - 1] if (text := text_of(row))]
        table = Table(
            sheet, first, cols, order.order, self.book.epoch, self.country, unit_in(over), bool(self.answers.apart)
        )
        read = read_rows(table)
        if read.continued and self.answers.apart is None:
            self._ask("apart", N_("Rows without number and date are taken for persons of the notice above."),
                      rows=tuple(read.continued), choices=("yes", "no"), proposed="yes")  # fmt: skip
        self.notices += read.notices
        self.unread += read.unread
        self.aside += read.aside

    def _count(self, sheet: RawSheet, first: int, where: CountColumns, titles: Sequence[str]) -> None:
        rows, year = filled_down(sheet), year_of(titles)
        for place in range(first, len(rows)):
            words = text_of(rows[place])
            if not words:
                continue
            if _is_sum(rows[place]):
                self.aside.append(Aside(sheet.name, place + 1, SUM, words))
                continue
            found = counts_in(rows[place], place + 1, sheet.name, where, year)
            if not found:
                self.unread.append(Unread(sheet.name, place + 1, Problem(NO_COUNT), words))
            self.counts += [
                replace(each, month=each.month or self.answers.month, counted=each.counted or self.answers.counted)
                for each in found
            ]


NO_COUNT = N_("There is no number in this row.")


def _is_sum(row: Sequence[Cell]) -> bool:
    return set_aside(row, Table(RawSheet("", ()), 0, (), "", 1900, ""), {}) == SUM


def country_of(book: Book) -> str:
    """The country of a list by the letters that only its names have; empty if none or both are found."""
    text = "".join(
        cell.casefold() for sheet in book.sheets for row in sheet.rows[:500] for cell in row if isinstance(cell, str)
    )
    counts = {country: sum(text.count(sign) for sign in letters) for country, letters in COUNTRY.items()}
    counts["LT"] -= text.count("č") + text.count("š") + text.count("ž")
    best = max(counts, key=lambda country: counts[country])
    if max(counts.values()) > 0:
        return best
    plain = fold(text)
    return next((country for country, words in _WORDS.items() if any(word in plain for word in words)), "")

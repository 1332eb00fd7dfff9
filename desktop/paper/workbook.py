"""A document's figures as a workbook (XLSX), for those who reckon further with them.

Numbers are numbers, dates are dates, words are words: nothing is ever a formula or a link, whatever a person typed. A
figure that is not published is a word. The same tables give the same bytes; the only time in the file is the one handed
in.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from desktop.language import N_, Language
from desktop.paper.cells import Cell, Column, Kind, Row, Table
from desktop.paper.face import plain
from desktop.problems import Problem

LONGEST_CELL = 32767
"""The most signs that a cell of a workbook can hold."""
LONGEST_NAME = 31
"""The most signs in a worksheet's name."""
NOT_IN_A_NAME = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
WORDS = {
    Kind.HIDDEN: N_("not published"),
    Kind.NONE: N_("not asked"),
    Kind.OTHER_RULE: N_("counted by another rule"),
}
"""What stands in a cell that has no figure: a word, never a sign."""


@dataclass(frozen=True)
class Page:
    """One worksheet: its name on the tab and the tables that stand on it, one below the other."""

    name: str
    tables: tuple[Table, ...]
    lines: tuple[str, ...] = ()
    """What stands above the tables: title, centre, period, profile."""


def workbook(language: Language, pages: Iterable[Page], *, title: str, created: datetime) -> bytes:
    """The pages as an XLSX file."""
    import xlsxwriter

    out = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_date_format": "yyyy-mm-dd",
    }
    book: Any = xlsxwriter.Workbook(out, options)
    book.set_properties(
        {"title": plain(title)[:255], "author": "", "created": created.astimezone(UTC).replace(tzinfo=None)}
    )
    writer = _Writer(book, language)
    names: set[str] = set()
    for page in pages:
        name = _free_name(page.name, names)
        names.add(name.casefold())
        writer.page(book.add_worksheet(name), page)
    book.close()
    return out.getvalue()


class _Writer:
    def __init__(self, book: Any, language: Language) -> None:
        self._language = language
        self._title = book.add_format({"bold": True, "font_size": 12})
        self._head = book.add_format({"bold": True, "text_wrap": True, "bottom": 1})
        self._note = book.add_format({"font_color": "#56625E"})
        self._formats: dict[tuple[str, bool, bool], Any] = {}
        self._book = book

    def page(self, sheet: Any, page: Page) -> None:
        """Write one worksheet."""
        row = 0
        for line in page.lines:
            _write_words(sheet, (row, 0), line, self._title if row == 0 else self._note)
            row += 1
        for table in page.tables:
            row = self._table(sheet, row + (1 if row else 0), table)
        for number in range(max((len(table.columns) for table in page.tables), default=0)):
            sheet.set_column(number, number, 44 if number == 0 else 16)

    def _table(self, sheet: Any, row: int, table: Table) -> int:
        for words, shape in ((table.title, self._title), (table.unit, self._note)):
            if words:
                _write_words(sheet, (row, 0), words, shape)
                row += 1
        for number, column in enumerate(table.columns):
            _write_words(sheet, (row, number), column.head, self._head)
        for line in table.rows:
            row += 1
            for number, (cell, column) in enumerate(zip(line.cells, table.columns, strict=True)):
                self._cell(sheet, (row, number), cell, line, column)
        for note in table.notes:
            row += 1
            _write_words(sheet, (row, 0), note, self._note)
        return row + 1

    def _cell(self, sheet: Any, place: tuple[int, int], cell: Cell, row: Row, column: Column) -> None:
        value: Any = cell.value
        if cell.kind in WORDS:
            words = self._language.say(WORDS[cell.kind])
            _write_words(sheet, place, words, self._format("", row, column))
        elif cell.kind is Kind.PERCENT:
            digits = "0." + "0" * cell.digits if cell.digits else "0"
            sheet.write_number(*place, value / cell.whole, self._format(f"{digits}%", row, column))
        elif cell.kind is Kind.DAY and isinstance(value, datetime):
            sheet.write_datetime(*place, value.replace(tzinfo=None), self._format("yyyy-mm-dd hh:mm", row, column))
        elif cell.kind is Kind.DAY and isinstance(value, date):
            moment = datetime(value.year, value.month, value.day)  # noqa: DTZ001 - a date of the wall calendar
            sheet.write_datetime(*place, moment, self._format("yyyy-mm-dd", row, column))
        elif cell.kind is Kind.TEXT:
            _write_words(sheet, place, str(value), self._format("", row, column, row.indent and place[1] == 0))
        else:
            digits = "#,##0." + "0" * cell.digits if cell.digits else "#,##0"
            shape = f"+{digits};-{digits};0" if cell.kind is Kind.CHANGE else digits
            sheet.write_number(*place, value, self._format(shape, row, column))

    def _format(self, number: str, row: Row, column: Column, indented: bool = False) -> Any:
        key = (f"{number}|{column.numbers}", row.total, indented)
        if key not in self._formats:
            shape: dict[str, object] = {"bold": row.total, "indent": int(indented)}
            if number:
                shape["num_format"] = number
            if column.numbers:
                shape["align"] = "right"
            self._formats[key] = self._book.add_format(shape)
        return self._formats[key]


def _write_words(sheet: Any, place: tuple[int, int], words: str, shape: Any) -> None:
    """The only way for words into a cell: as words, without control signs, and never cut."""
    kept = plain(words)
    if len(kept) > LONGEST_CELL:
        raise Problem(N_("This text is too long for one cell. Make it shorter."))
    if kept:
        sheet.write_string(*place, kept, shape)


def _free_name(name: str, taken: set[str]) -> str:
    """A name that a worksheet may bear and that no other bears."""
    base = plain(name).translate(NOT_IN_A_NAME).strip() or "1"
    candidate, number = base[:LONGEST_NAME], 2
    while candidate.casefold() in taken or candidate.casefold() == "history":
        candidate = f"{base[: LONGEST_NAME - 4]} {number}"
        number += 1
    return candidate

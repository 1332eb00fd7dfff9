"""Workbooks: XLSX, XLS and ODS, each cell with the value last worked out; a formula is never worked out here."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

import python_calamine

from desktop.language import N_
from desktop.problems import Problem
from desktop.spreadsheets.archive import DAMAGED, MACROS, PASSWORD, TOO_BIG
from desktop.spreadsheets.sheets import MOST_COLUMNS, MOST_ROWS, MOST_SHEETS, Book, Cell, RawSheet, checked

_CELL = re.compile(rb"""\br=["']([A-Z]{1,3})(\d{1,9})["']""")
_WITH_VALUE = re.compile(rb"""<(?:\w+:)?c\b[^>]*?\br=["']([A-Z]{1,3})(\d{1,9})["'][^>/]*>\s*<(?:\w+:)?(?:v|is|f)\b""")
_REPEATED = re.compile(rb'table:number-(rows|columns)-repeated="(\d+)"')


def read_xlsx(content: bytes, parts: dict[str, bytes]) -> Book:
    """The book of an XLSX file whose parts have been looked through."""
    sheets = [part for name, part in parts.items() if name.startswith("xl/worksheets/")]
    if any(_is_wide(part) for part in sheets):
        raise Problem(TOO_BIG)
    early = re.search(rb"""date1904=["'](1|true)["']""", parts.get("xl/workbook.xml", b""))
    return Book("XLSX", _sheets(content), epoch=1904 if early else 1900)


def read_ods(content: bytes, parts: dict[str, bytes]) -> Book:
    """The book of an ODS file whose parts have been looked through."""
    if _swells(parts.get("content.xml", b"")):
        raise Problem(TOO_BIG)
    return Book("ODS", _sheets(content))


def read_xls(content: bytes) -> Book:
    """The book of an XLS file, the form before 2007."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise Problem(PASSWORD)
    if "_VBA_PROJECT".encode("utf-16-le") in content:
        raise Problem(MACROS)
    if "WordDocument".encode("utf-16-le") in content:
        raise Problem(N_("This is an old Word document. Save it as DOCX and bring it again."))
    return Book("XLS", _sheets(content))


def _sheets(content: bytes) -> tuple[RawSheet, ...]:
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        listed = [
            meta for meta in book.sheets_metadata if meta.typ == python_calamine.SheetTypeEnum.WorkSheet
        ]  # a chart is no list
        if len(listed) > MOST_SHEETS:
            raise Problem(TOO_BIG)
        return tuple(_sheet(book.get_sheet_by_name(meta.name), meta) for meta in listed)
    except python_calamine.PasswordError as error:
        raise Problem(PASSWORD) from error
    except (python_calamine.CalamineError, OSError, ValueError, OverflowError, UnicodeError) as error:
        raise Problem(DAMAGED) from error


def _sheet(sheet: Any, meta: Any) -> RawSheet:
    if sheet.total_height > 1 << 20 or sheet.total_height * max(1, sheet.width) > MOST_ROWS * MOST_COLUMNS:
        raise Problem(TOO_BIG)
    rows: Sequence[Sequence[Cell]] = sheet.to_python(skip_empty_area=False) if sheet.height else []
    merged = tuple((*first, *last) for first, last in _merged(lambda: sheet.merged_cell_ranges))
    hidden = meta.visible != python_calamine.SheetVisibleEnum.Visible
    plain = tuple(tuple(None if cell == "" else _plain(cell) for cell in row) for row in rows)
    return checked(RawSheet(meta.name, plain, hidden, merged))


def _merged(ask: Callable[[], Any]) -> list[Any]:
    """The joined cells; a form of file that cannot tell them has none."""
    try:
        return list(ask() or ())
    except python_calamine.CalamineError:
        return []


def _plain(cell: Cell | int | timedelta) -> Cell:
    """A span of time (25:10) is told as hours; everything else is a cell already."""
    if isinstance(cell, int) and not isinstance(cell, bool):
        return float(cell)
    return cell.total_seconds() / 3600 if isinstance(cell, timedelta) else cell


def _is_wide(sheet: bytes) -> bool:
    """Whether a cell that holds something lies so far out that the table up to it would fill the memory."""
    filled = _WITH_VALUE.findall(sheet) if b"<v" in sheet or b":v" in sheet else _CELL.findall(sheet)
    return any(int(row) > 2 * MOST_ROWS or len(column) > 2 for column, row in filled)


def _swells(content: bytes) -> bool:
    """Whether a filled row or cell of an ODS file is to be repeated more often than a list has rows or columns."""
    for found in _REPEATED.finditer(content):
        if int(found[2]) > (MOST_ROWS if found[1] == b"rows" else MOST_COLUMNS) and _filled_after(content, found):
            return True
    return False


def _filled_after(content: bytes, found: re.Match[bytes]) -> bool:
    """Whether what is repeated holds a value: looked for up to the end of that row or cell."""
    end = b"</table:table-row>" if found[1] == b"rows" else b">"
    start = content.rfind(b"<", 0, found.start())
    close = content.find(end, found.end())
    piece = content[start : close if close >= 0 else len(content)]
    if found[1] == b"rows" and content[content.find(b">", found.end()) - 1 : content.find(b">", found.end())] == b"/":
        return False
    return b"office:value" in piece or b"<text:p" in piece or b"office:string-value" in piece

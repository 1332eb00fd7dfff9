"""Any file that may hold a list, told by what is in it and not by its name. Meant to run in a process of its own."""

from __future__ import annotations

from desktop.language import N_
from desktop.problems import Problem
from desktop.spreadsheets.archive import BIGGEST, DAMAGED, MACROS, NOT_A_LIST, TOO_BIG, parts_of
from desktop.spreadsheets.delimited import read_text
from desktop.spreadsheets.sheets import Book
from desktop.spreadsheets.word_table import read_docx
from desktop.spreadsheets.workbook import read_ods, read_xls, read_xlsx

_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*")
_MARKED_UP = (b"<!doctype html", b"<html", b"<?xml", b"{\\rtf")


def read_book(content: bytes, encoding: str = "", *, whole: bool = False) -> Book:
    """Every sheet of a file, as values.

    Args:
        content: The whole file.
        encoding: Of a text: which encoding somebody chose; empty finds it.
        whole: Whether the paragraphs of a letter or a text are wanted beside its tables.

    Raises:
        Problem: It is empty, no list, damaged, locked by a password, with macros, or too big.
    """
    if not content.strip():
        raise Problem(N_("The file is empty."))
    if len(content) > BIGGEST:
        raise Problem(TOO_BIG)
    if content.startswith(b"PK"):
        return _archive(content, whole=whole)
    if content.startswith(_OLD):
        return read_xls(content)
    if b"%PDF-" in content[:1024]:
        raise Problem(N_("This file is a PDF with another name. Ask for the list as XLSX or CSV."))
    start = content[:200].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if content.startswith(_PICTURES) or start.startswith(_MARKED_UP):
        raise Problem(NOT_A_LIST)
    return read_text(content, encoding, whole=whole)


def _archive(content: bytes, *, whole: bool) -> Book:
    parts = parts_of(content)
    if b"macroEnabled" in parts.get("[Content_Types].xml", b""):
        raise Problem(MACROS)
    if "xl/workbook.xml" in parts:
        return read_xlsx(content, parts)
    if "xl/workbook.bin" in parts:
        raise Problem(N_("This is a binary workbook (XLSB). Save it as XLSX and bring it again."))
    if "word/document.xml" in parts:
        return read_docx(parts, whole=whole)
    if parts.get("mimetype", b"").strip().startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
        return read_ods(content, parts)
    if any(name.startswith(("xl/", "word/")) for name in parts):
        raise Problem(DAMAGED)
    raise Problem(NOT_A_LIST)

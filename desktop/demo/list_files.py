"""Files as partners send them, written cell by cell: a workbook, a spreadsheet of another office, a plain text.

None of these is ever what Liepa itself hands out; their shapes are those that the police are known to use.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from html import escape

from desktop.demo.partner_lists import Row, Sent

HEADINGS = {
    "LT": ("Reg. nr.", "Data", "Asmuo", "Gim. metai", "Tel.", "Nuovada", "Pastabos"),
    "RS": ("Broj predmeta", "Datum", "Prezime i ime", "God. rođenja", "Telefon", "Stanica", "Napomena"),
}
TITLES = {
    "LT": ("{institution}", "Perduoti pranešimai, {month}"),
    "RS": ("{institution}", "Prosleđene prijave, {month}"),
}
TOTAL = {"LT": "Iš viso", "RS": "Ukupno"}
LETTERS = {"LT": "cp1257", "RS": "utf-16"}
_KIND = "application/vnd.oasis.opendocument.spreadsheet"
_NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)


def workbook(sent: Sequence[Sent], country: str, institution: str, month: str) -> bytes:
    """A workbook with titles above the headings, true dates, numbers for telephones, and a sum at the end."""
    from xlsxwriter import Workbook

    held = io.BytesIO()
    with Workbook(held, {"in_memory": True, "default_date_format": "yyyy-mm-dd"}) as book:
        book.set_properties({"created": datetime(2026, 1, 1, tzinfo=UTC)})
        sheet = book.add_worksheet()
        for place, title in enumerate(TITLES[country]):
            sheet.write_string(place, 0, title.format(institution=institution, month=month))
        sheet.write_row(3, 0, HEADINGS[country])
        for place, each in enumerate(sent, 4):
            sheet.write_string(place, 0, each.number)
            sheet.write_datetime(place, 1, datetime.combine(each.on, time.min))
            sheet.write_string(place, 2, "; ".join(each.names))
            _write_number(sheet, place, 3, each.birth_year)
            _write_number(sheet, place, 4, int(each.phone) if each.phone.isdigit() else each.phone)
            sheet.write_string(place, 5, each.unit)
        sheet.write_row(len(sent) + 4, 0, (TOTAL[country], None, len(sent)))
    return held.getvalue()


def _write_number(sheet: object, row: int, column: int, value: object) -> None:
    if value not in (None, ""):
        sheet.write(row, column, value)  # type: ignore[attr-defined]


def open_document(sent: Sequence[Sent], country: str, institution: str, month: str) -> bytes:
    """An ODS file with the number of the row first, surname and name apart, and days written out."""
    _number, _day, _person, born, phone, unit, _remarks = HEADINGS[country]
    first, last = ("Vardas", "Pavardė") if country == "LT" else ("Ime", "Prezime")
    rows: list[Row] = [(TITLES[country][1].format(month=month), *[None] * 7)]
    order = "Eil. nr." if country == "LT" else "R. br."
    rows.append((order, HEADINGS[country][0], HEADINGS[country][1], last, first, born, phone, unit))
    for place, each in enumerate(sent, 1):
        surname, name = _apart(each.names[0]) if each.names else ("", "")
        rows.append((place, each.number, each.on, surname, name, each.birth_year, each.phone, each.unit))
    lines = "".join(f"<table:table-row>{''.join(map(_cell, row))}</table:table-row>" for row in rows)
    content = (
        f"<?xml version='1.0' encoding='UTF-8'?><office:document-content {_NAMES} office:version='1.2'><office:body>"
        f'<office:spreadsheet><table:table table:name="{escape(institution)}">{lines}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        "<manifest:manifest xmlns:manifest='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'>"
        f"<manifest:file-entry manifest:full-path='/' manifest:media-type='{_KIND}'/></manifest:manifest>"
    )
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as file:
        for name, part in {"mimetype": _KIND, "content.xml": content, "META-INF/manifest.xml": manifest}.items():
            file.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), part)
    return held.getvalue()


def _apart(name: str) -> tuple[str, str]:
    surname, _space, first = name.rpartition(" ")
    return surname, first


def _cell(cell: object) -> str:
    if cell is None or cell == "":
        return "<table:table-cell/>"
    if isinstance(cell, date):
        return f'<table:table-cell office:value-type="date" office:date-value="{cell.isoformat()}"/>'
    if isinstance(cell, int):
        return f'<table:table-cell office:value-type="float" office:value="{cell}"/>'
    return f'<table:table-cell office:value-type="string"><text:p>{escape(str(cell))}</text:p></table:table-cell>'


def plain_text(sent: Sequence[Sent], country: str, _institution: str, _month: str) -> bytes:
    """A text parted by semicolons as other offices write it, with days as they are spoken."""
    number, day, person, born, phone, unit, _remarks = HEADINGS[country]
    pattern = "{0.year}.{0.month:02d}.{0.day:02d}" if country == "LT" else "{0.day}. {0.month}. {0.year}."
    lines = [";".join((number, day, person, born, phone, unit))]
    lines += [
        ";".join((each.number, pattern.format(each.on), " / ".join(each.names), str(each.birth_year or ""), each.phone,
                  each.unit))
        for each in sent
    ]  # fmt: skip
    return ("\r\n".join(lines) + "\r\n").encode(LETTERS[country])


SHAPES = {"xlsx": workbook, "ods": open_document, "csv": plain_text}
"""By the ending of the file."""

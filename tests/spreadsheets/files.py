"""Lists as partners send them, made as real files: XLSX by its library, ODS and DOCX written part by part."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from xml.sax.saxutils import escape

import xlsxwriter

Row = Sequence[object]
OFFICE = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def xlsx(
    rows: Sequence[Row] | Mapping[str, Sequence[Row]],
    *,
    merged: Sequence[tuple[int, int, int, int]] = (),
    hidden: Sequence[str] = (),
) -> bytes:
    """A workbook with one sheet, or with several by name; joined cells keep their first value."""
    sheets = rows if isinstance(rows, Mapping) else {"Lapas1": rows}
    held = io.BytesIO()
    with xlsxwriter.Workbook(held, {"in_memory": True}) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for name, lines in sheets.items():
            sheet = book.add_worksheet(name)
            if name in hidden:
                sheet.hide()
            for place, line in enumerate(lines):
                for column, cell in enumerate(line):
                    if isinstance(cell, date):
                        sheet.write_datetime(
                            place, column, cell if isinstance(cell, datetime) else datetime(*cell.timetuple()[:3]), day
                        )
                    elif cell is not None:
                        sheet.write(place, column, cell)
            for area in merged:
                sheet.merge_range(*area, lines[area[0]][area[1]])
    return held.getvalue()


def csv_text(rows: Sequence[Row], separator: str = ";") -> str:
    """The rows as a text; a cell that holds the separator or a line break stands in quotes."""
    return "".join(separator.join(_quoted(cell, separator) for cell in row) + "\r\n" for row in rows)


def _quoted(cell: object, separator: str) -> str:
    written = "" if cell is None else str(cell)
    return f'"{written}"' if separator in written or "\n" in written else written


def archive(parts: Mapping[str, str | bytes], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive of these parts."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", packing) as file:
        for name, part in parts.items():
            file.writestr(name, part)
    return held.getvalue()


def ods(rows: Sequence[Row]) -> bytes:
    """An ODS workbook with one sheet."""
    lines = "".join(f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in rows)
    return ods_of(f'<table:table table:name="Sheet1">{lines}</table:table>')


def ods_of(tables: str) -> bytes:
    """An ODS workbook around these tables."""
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    content = (
        f"<?xml version='1.0' encoding='UTF-8'?><office:document-content {OFFICE} office:version='1.2'><office:body>"
        f"<office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        "<manifest:manifest xmlns:manifest='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'>"
        f"<manifest:file-entry manifest:full-path='/' manifest:media-type='{kind}'/></manifest:manifest>"
    )
    return archive({"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest})


def _ods_cell(cell: object) -> str:
    if cell is None:
        return "<table:table-cell/>"
    if isinstance(cell, date):
        return f'<table:table-cell office:value-type="date" office:date-value="{cell.isoformat()}"/>'
    if isinstance(cell, (int, float)):
        return f'<table:table-cell office:value-type="float" office:value="{cell}"/>'
    return f'<table:table-cell office:value-type="string"><text:p>{escape(str(cell))}</text:p></table:table-cell>'


def docx(rows: Sequence[Row], before: str = "Sąrašas", joined: Sequence[tuple[int, int]] = ()) -> bytes:
    """A letter with one table; `joined` are cells (row, column) that go on the cell above them."""
    lines = []
    for place, row in enumerate(rows):
        cells = []
        for column, cell in enumerate(row):
            starts = (place + 1, column) in joined and (place, column) not in joined
            merge = "<w:vMerge/>" if (place, column) in joined else '<w:vMerge w:val="restart"/>' if starts else ""
            written = "" if cell is None or (place, column) in joined else escape(str(cell))
            cells.append(f"<w:tc><w:tcPr>{merge}</w:tcPr><w:p><w:r><w:t>{written}</w:t></w:r></w:p></w:tc>")
        lines.append(f"<w:tr>{''.join(cells)}</w:tr>")
    body = (
        f"<?xml version='1.0' encoding='UTF-8'?><w:document {WORD}><w:body><w:p><w:r><w:t>{before}</w:t></w:r></w:p>"
        f"<w:tbl>{''.join(lines)}</w:tbl></w:body></w:document>"
    )
    return archive({"[Content_Types].xml": "<Types/>", "word/document.xml": body})

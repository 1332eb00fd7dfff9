"""Which column of a partner's list holds what: known by its heading in four languages, or by what stands in it. Pure.

Headings are compared folded, so that case, marks and script do not matter. What is not known stays unused and is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from desktop.reconciliation.partner_dates import is_month, looks_like_day
from desktop.spreadsheets.sheets import Cell
from desktop.vault.letters import fold

FIELDS = (
    "sequence", "notice_no", "date", "incident_date", "name", "given", "surname", "birth", "personal_code", "phone",
    "address", "unit", "month", "count", "remarks",
)  # fmt: skip
"""What a column can hold. `sequence` is the number of the row, `incident_date` stands in for a missing `date`."""
ONCE = {"notice_no", "date", "name", "given", "surname", "birth", "personal_code", "phone", "unit", "month"}

_EVENT = r"(ivyk|dogad|dogadj|incident|nasilj)"
_MOMENT = r"(dat|laik|vreme|when)"
_SENT = (
    r"(pranes|perdav|issiunt|siunt|registr|gavim|gaut|prijav|dostav|upuc|slanj|obavest|sent|received|reported|notice)"
)
_PAPER = r"(reg|registr|pranes|bylos|medziag|dokument|rast|protokol)"
_FILE = r"(pranes|registr|medziag|predmet|prijav|obavest|slucaj|evidenc|delovod)"
_HEADINGS: tuple[tuple[str, str], ...] = (
    (
        "sequence",
        r"(eil|e)\.? ?nr\.?|eilutes nr|r\.? ?(br|b)\.?|red\.? ?br\.?|redni broj|#|no\.?|row|line",
    ),
    ("count", r"broj (prijava|lica|zrtava|slucajeva|dece|dogadaja|dogadjaja|osoba)"),
    ("birth", r".*(gimim|gimus|rodenj|rodjenj|birth|\bborn\b).*|gim\.?( ?(m|data|metai))?\.?|god(ina|\.)? ?rod\.?.*"),
    ("personal_code", r".*(asmens kod|\bak\b|a\.? ?k\.?$|jmbg|maticni broj|personal (code|no|number)|national id).*"),
    ("phone", r".*(tel\b|tel\.|telef|\bmob|phone|kontakt).*"),
    ("incident_date", rf".*{_EVENT}.*{_MOMENT}.*|.*{_MOMENT}.*{_EVENT}.*"),
    ("notice_no", r".*(roik|\bku\b|\bikt\b).*|siuntejo numeris|numeris|broj|nr\.?|br\.?"),
    ("notice_no", rf".*{_PAPER}\w*\.? ?(nr|numer)\w*\.?.*|.*\b(nr|numer\w*|br|broj)\.? .*{_FILE}.*"),
    ("notice_no", r".*(delovodni|predmet|evidencij|prijave|obavestenj)\w* ?(br|broj)\w*\.?"),
    ("notice_no", r"(notice|case|reference|ref|file)\.? ?(no|number|nr)?\.?"),
    (
        "date",
        rf".*{_SENT}.*(dat|dien|dan).*|.*(dat|dien)\w* .*{_SENT}.*|dat(a|um|e)\.?|diena|dan|gauta|issiusta|sent",
    ),
    ("given", r"vardas|v\.|ime|ime lica|given name|first name"),
    ("surname", r"pavarde|prezime|surname|last name|family name"),
    ("name", r".*(vardas|v\.).*pavard.*|.*pavarde.*vardas.*|.*ime.*prezime.*|.*prezime.*ime.*|asmenys|lica|name"),
    ("name", r".*(nukentej|zrtv|ostecen|asmuo|asmens vardas|\blice\b|osoba|victim|person|full name).*"),
    ("month", r"menuo|mesec|month|laikotarpis|period"),
    (
        "address",
        r".*(adres|gyvenamoji|gyv\.? ?viet|\bgyv\.|prebivalist|boravist|stanovanj|residence|savivaldyb|opstin).*|grad",
    ),
    ("unit", r".*(padalin|nuovad|komisariat|\bpk\b|vpk|istaig|ispostav|stanic|jedinic|uprav|\bps\b|\bpu\b|odeljenj).*"),
    ("unit", r".*(unit|station|department|siuntej|posiljal|sender|apskrit|okrug|county).*"),
    ("count", r".*(skaicius|kiekis|viso|ukupno|svega|count|number of|total|vnt|broj (obavest|predmet)).*"),
    (
        "remarks",
        r".*(pastab|past\.|napomen|komentar|apras|opis|turin|remark|note|comment|vaik|dec|rusis|vrsta|rizik).*",
    ),
)
_KNOWN = tuple((field, re.compile(rf"^(?:{words})$")) for field, words in _HEADINGS)
_PLAIN = re.compile(r"[^\w.# ]+|_")
_SUM = re.compile(
    r"^(is ?viso|viso|visu|ukupno|svega|zbir|suma|total|sum|subtotal|tarpine suma|medjuzbir|meduzbir|grand total)\b"
)
LOOKED_THROUGH = 40
"""Rows from the top among which the headings are looked for."""


@dataclass(frozen=True)
class Column:
    """One column and what it holds."""

    place: int
    """From 0."""
    heading: str
    """As written; empty if there is none."""
    field: str
    """One of `FIELDS`, or empty: not used."""
    how: str
    """`heading`, `values`, `chosen`, or empty."""


def letter(place: int) -> str:
    """The column as a spreadsheet calls it: A, B ... Z, AA."""
    return (letter(place // 26 - 1) if place >= 26 else "") + chr(ord("A") + place % 26)


def is_sum(text: str) -> bool:
    """Whether a row or a column with this title sums others up."""
    return bool(_SUM.match(fold(text)))


def field_of(heading: str) -> str:
    """What a column with this heading holds; empty if nobody knows."""
    plain = " ".join(_PLAIN.sub(" ", fold(heading)).split()).strip(" :")
    if is_month(plain):
        return "count"
    return next((field for field, words in _KNOWN if plain and words.match(plain)), "")


def header_place(rows: Sequence[Sequence[Cell]]) -> tuple[int, int] | None:
    """The first row of the headings and how many rows they take; None if there are none."""
    best: tuple[int, int, int] | None = None
    for place, row in enumerate(rows[:LOOKED_THROUGH]):
        one = _known(row)
        if one >= 2 and (best is None or one > best[0]):
            best = (one, place, 1)
        below = rows[place + 1] if place + 1 < len(rows) else ()
        if one >= 1 and sum(map(bool, map(_words, below))) > 1 and not _has_values(below):
            both = _known(_headings(row, below))
            if both > max(one, _known(below)) and both >= 2 and (best is None or both > best[0]):
                best = (both, place, 2)
    return (best[1], best[2]) if best else None


def columns(headings: Sequence[Cell], rows: Sequence[Sequence[Cell]], chosen: Mapping[str, str]) -> tuple[Column, ...]:
    """Every column of a table with what it holds.

    Args:
        headings: The row of headings; two rows already put together.
        rows: What stands below, for columns that no heading explains.
        chosen: What somebody chose, by the column's letter; goes before all else.
    """
    width = max([len(headings), *(len(row) for row in rows)], default=0)
    found: list[Column] = []
    for place in range(width):
        heading = _words(headings[place]) if place < len(headings) else ""
        picked = chosen.get(letter(place))
        field, how = (picked, "chosen") if picked is not None else (field_of(heading), "heading")
        found.append(Column(place, heading, field, how if field or picked is not None else ""))
    return _once(_numbers_of_rows(found, rows), rows)


def by_values(rows: Sequence[Sequence[Cell]], chosen: Mapping[str, str]) -> tuple[Column, ...]:
    """The columns of a table without headings, by what stands in them; only what is sure."""
    found = list(columns((), rows, chosen))
    for column in found:
        if not column.how and (field := _value_field([row[column.place] for row in rows if column.place < len(row)])):
            found[column.place] = Column(column.place, "", field, "values")
    return _once(found, rows)


def two_rows(rows: Sequence[Sequence[Cell]], place: int, height: int) -> Sequence[Cell]:
    """The headings that take one row or two."""
    return rows[place] if height == 1 else _headings(rows[place], rows[place + 1])


def _headings(first: Sequence[Cell], second: Sequence[Cell]) -> list[Cell]:
    width = max(len(first), len(second))
    pairs = [(_at(first, place), _at(second, place)) for place in range(width)]
    return [lower if field_of(lower) else f"{upper} {lower}".strip() for upper, lower in pairs]


def _at(row: Sequence[Cell], place: int) -> str:
    return _words(row[place]) if place < len(row) else ""


def _words(cell: Cell) -> str:
    return " ".join(cell.split()) if isinstance(cell, str) else ""


def _known(row: Iterable[Cell]) -> int:
    """How many different fields the cells of a row name; a long text is no heading."""
    fields = {field_of(text) for cell in row if (text := _words(cell)) and len(text) <= 60}
    return len(fields - {"", "remarks"})


def _has_values(row: Iterable[Cell]) -> bool:
    return any((cell is not None and not isinstance(cell, str)) or looks_like_day(cell) for cell in row)


def _numbers_of_rows(found: list[Column], rows: Sequence[Sequence[Cell]]) -> list[Column]:
    """A column headed by a bare number sign counts the rows if its values do, one by one; else it numbers notices."""
    held = list(found)
    for column in found:
        if column.how != "heading" or column.field not in {"sequence", "notice_no"}:
            continue
        values = [text for row in rows if (text := _number(row, column.place))]
        counts = values == [str(n) for n in range(1, len(values) + 1)]
        bare = len(column.heading.strip(" .#")) <= 3
        if bare and values:
            held[column.place] = Column(column.place, column.heading, "sequence" if counts else "notice_no", "heading")
    return held


def _number(row: Sequence[Cell], place: int) -> str:
    cell = row[place] if place < len(row) else None
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else str(cell)
    return str(cell).strip().rstrip(".") if isinstance(cell, str) else ""


def _once(found: Sequence[Column], rows: Sequence[Sequence[Cell]]) -> tuple[Column, ...]:
    """Each field for one column, the fuller of two; `incident_date` becomes `date` where there is no other."""
    taken: dict[str, Column] = {}
    for column in found:
        if column.field in ONCE:
            rival = taken.get(column.field)
            if rival is None or _claim(rows, column) > _claim(rows, rival):
                taken[column.field] = column
    kept = [c if c.field not in ONCE or taken[c.field] is c else Column(c.place, c.heading, "", "") for c in found]
    if not {"given", "surname"} <= taken.keys():
        kept = [Column(c.place, c.heading, "name", c.how) if c.field in {"given", "surname"} else c for c in kept]
    if "date" not in taken:
        stand_in = next((c for c in kept if c.field == "incident_date"), None)
        kept = [Column(c.place, c.heading, "date", c.how) if c is stand_in else c for c in kept]
    return tuple(kept)


def _claim(rows: Sequence[Sequence[Cell]], column: Column) -> tuple[bool, int]:
    """How good a claim a column has to its field: that somebody chose it, then how much stands in it."""
    filled = sum(column.place < len(row) and row[column.place] is not None for row in rows)
    return column.how == "chosen", filled


_CODE, _CALL = re.compile(r"\d{11}|\d{13}"), re.compile(r"\+?[\d\s()/-]{8,16}")
_NAMES = re.compile(r"[^\W\d_]{2,}([ -][^\W\d_]{2,}){1,3}")


def _value_field(cells: Sequence[Cell]) -> str:
    written = [str(int(c)) if isinstance(c, float) and c.is_integer() else c for c in cells if c is not None]
    if len(written) < 2:
        return ""
    texts = [cell.strip() if isinstance(cell, str) else "" for cell in written]
    tests = (
        ("date", [looks_like_day(cell) for cell in written if not isinstance(cell, bool)]),
        ("personal_code", [bool(_CODE.fullmatch(text)) for text in texts]),
        ("phone", [bool(_CALL.fullmatch(text)) for text in texts]),
        ("name", [bool(_NAMES.fullmatch(text)) for text in texts]),
    )
    return next((field for field, fits in tests if sum(fits) >= 0.8 * len(written)), "")

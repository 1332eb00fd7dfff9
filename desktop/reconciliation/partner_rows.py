"""The rows of one table of a partner's list: which are notices, which are sums, headings said again, titles or gaps.

Every row that holds anything ends in exactly one place: a notice, a row that cannot be read, with its reason, or a row
set aside, with what it is. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from desktop.language import N_
from desktop.problems import Problem
from desktop.reconciliation.partner_columns import Column, field_of, is_sum
from desktop.reconciliation.partner_dates import is_doubtful, looks_like_day, read_day
from desktop.reconciliation.partner_people import PartnerPerson, people
from desktop.spreadsheets.sheets import Cell, RawSheet
from desktop.vault.letters import fold

SUM, HEADING, TITLE, SECTION = "sum", "heading", "title", "section"
"""What a row may be that is set aside."""
_UNIT_WORD = re.compile(
    r"komisariat|nuovad|\bpk\b|vpk|skyri|policij|uprav|stanic|odeljenj|ispostav|\bpu\b|\bps\b|\bapskr|padalin"
)
BELOW_UNREAD = N_("It belongs to the row above, which cannot be read.")
NO_NUMBER = N_("There is no date, and this is no number of a notice: {text}")
NOTHING = N_("There is no number, date or name in this row.")


@dataclass(frozen=True)
class PartnerNotice:
    """One notice of the partner's list."""

    sheet: str
    rows: tuple[int, ...]
    """Where it stands, as the file counts its rows; several where several persons are named in rows of their own."""
    notice_no: str = ""
    date: date | None = None
    persons: tuple[PartnerPerson, ...] = ()
    unit: str = ""
    remarks: str = ""
    unread: Mapping[str, str] = field(default_factory=dict)
    """What stands in its cells and could not be read, by field: a date that may be two days, a year that is none."""


@dataclass(frozen=True)
class Unread:
    """A row that could not be read."""

    sheet: str
    row: int
    reason: Problem
    text: str
    """What stands in it."""


@dataclass(frozen=True)
class Aside:
    """A row that is no notice and no fault."""

    sheet: str
    row: int
    what: str
    """`sum`, `heading`, `title` or `section`."""
    text: str


@dataclass
class TableRows:
    """Everything that the rows of one table say."""

    notices: list[PartnerNotice] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    aside: list[Aside] = field(default_factory=list)
    continued: list[int] = field(default_factory=list)
    """Rows that name somebody and have neither number nor date, and are taken for the notice above."""


@dataclass(frozen=True)
class Table:
    """A table as its headings explain it."""

    sheet: RawSheet
    first: int
    """The place of the first row below the headings."""
    columns: tuple[Column, ...]
    order: str
    """`dmy`, `mdy` or empty."""
    epoch: int
    country: str
    unit: str = ""
    """The unit that a title over the headings names."""
    apart: bool = False
    """Whether rows without number and date are notices of their own rather than persons of the one above."""


def read_rows(table: Table) -> TableRows:
    """Every row below the headings, put where it belongs."""
    held = TableRows()
    rows = filled_down(table.sheet)
    fields = {column.field: column.place for column in table.columns if column.field}
    section, lost = table.unit or unit_in([table.sheet.name]), False
    for place in range(table.first, len(rows)):
        row, number = rows[place], place + 1
        words = text_of(row)
        if not words:
            continue
        if what := set_aside(row, table, fields):
            held.aside.append(Aside(table.sheet.name, number, what, words))
            section = words if what == SECTION else section
            continue
        try:
            notice = _notice(row, number, table, fields, section)
        except Problem as problem:
            held.unread.append(Unread(table.sheet.name, number, problem, words))
            lost = True
            continue
        if lost and _hangs(notice):
            held.unread.append(Unread(table.sheet.name, number, Problem(BELOW_UNREAD), words))
            continue
        lost = False
        _keep(held, notice, fields, joined=_joined(table.sheet, place), apart=table.apart)
    held.notices = _together(held.notices)
    return held


def filled_down(sheet: RawSheet) -> list[list[Cell]]:
    """The rows with the value of joined cells in each of their rows; across columns it stays where it is."""
    rows = [list(row) for row in sheet.rows]
    for top, left, bottom, _right in sheet.merged:
        if top < len(rows) and left < len(rows[top]):
            for place in range(top + 1, min(bottom + 1, len(rows))):
                rows[place] += [None] * (left + 1 - len(rows[place]))
                rows[place][left] = rows[top][left]
    return rows


def text_of(row: Sequence[Cell]) -> str:
    """Everything that stands in a row, as one line."""
    return " · ".join(text for cell in row if (text := written(cell)))


def written(cell: Cell) -> str:
    """A cell as it would be read; a whole number without its point."""
    if cell is None or isinstance(cell, bool):
        return ""
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else str(cell)
    return "\n".join(" ".join(line.split()) for line in str(cell).strip().splitlines())


def set_aside(row: Sequence[Cell], table: Table, fields: Mapping[str, int]) -> str:
    """What a row is that is no notice: a sum, the headings once more, or the title of a section; empty if it is one."""
    filled = [(place, text) for place, cell in enumerate(row) if (text := written(cell))]
    if any(is_sum(text) for _place, text in filled[:2]):
        return SUM
    texts = [text for _place, text in filled]
    if len(texts) > 1 and sum(bool(field_of(text)) for text in texts) == len(texts):
        return HEADING
    only = filled[0] if len(filled) == 1 else None
    if only and len(table.columns) > 2 and _UNIT_WORD.search(fold(only[1])) and only[0] != fields.get("unit"):
        return SECTION
    return ""


def _notice(row: Sequence[Cell], number: int, table: Table, fields: Mapping[str, int], section: str) -> PartnerNotice:
    def cell(name: str) -> Cell:
        place = fields.get(name)
        return row[place] if place is not None and place < len(row) else None

    unread: dict[str, str] = {}
    day = None
    if is_doubtful(cell("date"), table.order):
        unread["date"] = written(cell("date"))
    else:
        day = read_day(cell("date"), table.order, table.epoch)
    birth = cell("birth")
    born = str(birth.year) if isinstance(birth, date) else written(birth)
    named = people(
        _name(row, table.columns),
        birth=born,
        code=written(cell("personal_code")),
        phone=written(cell("phone")),
        address=written(cell("address")),
        country=table.country,
    )
    if born and not any(person.birth_year for person in named):
        unread["birth_year"] = born
    number_ = written(cell("notice_no"))
    if not (number_ or day or unread.get("date") or any(person.name for person in named)):
        raise Problem(NOTHING)
    if "date" in fields and not (day or unread.get("date")) and number_ and not _is_number(number_):
        raise Problem(NO_NUMBER, text=number_)
    remarks = " · ".join(written(row[c.place]) for c in table.columns if c.field == "remarks" and c.place < len(row))
    return PartnerNotice(
        table.sheet.name, (number,), number_, day, named, written(cell("unit")) or section, remarks.strip(" ·"), unread
    )


def _is_number(text: str) -> bool:
    """Whether a notice can have this number: a day or a word stands there only below the list, where it is signed."""
    return any(sign.isdigit() for sign in text) and not looks_like_day(text)


def _name(row: Sequence[Cell], columns: Sequence[Column]) -> str:
    parts = [written(row[c.place]) for c in columns if c.field in {"name", "given", "surname"} and c.place < len(row)]
    return " ".join(part for part in parts if part)


def unit_in(titles: Sequence[str]) -> str:
    """The last of the titles over a list that is a unit's name; empty if there is none."""
    return next((title for title in reversed(titles) if _UNIT_WORD.search(fold(title)) and len(title) < 60), "")


def _joined(sheet: RawSheet, place: int) -> bool:
    """Whether a row is joined to the one above in some column."""
    return any(top < place <= bottom for top, _left, bottom, _right in sheet.merged)


def _keep(held: TableRows, notice: PartnerNotice, fields: Mapping[str, int], *, joined: bool, apart: bool) -> None:
    """A notice of its own, or another person of the one above it."""
    above = held.notices[-1] if held.notices else None
    goes_on = not apart and _hangs(notice) and ("notice_no" in fields or "date" in fields) and above is not None
    if above is not None and (goes_on or (joined and _same(above, notice))):
        if not joined:
            held.continued.append(notice.rows[0])
        held.notices[-1] = _with_people_of(above, notice)
    else:
        held.notices.append(notice)


def _hangs(notice: PartnerNotice) -> bool:
    """Whether a row has neither number nor date, so that it may belong to the one above."""
    return not (notice.notice_no or notice.date or notice.unread.get("date"))


def _same(one: PartnerNotice, other: PartnerNotice) -> bool:
    return (one.notice_no, one.date) == (other.notice_no, other.date) and bool(one.notice_no or one.date)


def _together(notices: list[PartnerNotice]) -> list[PartnerNotice]:
    """Rows with one number and one day that name different persons are one notice; the same name twice stays twice."""
    kept: list[PartnerNotice] = []
    places: dict[tuple[str, str, date | None], int] = {}
    for notice in notices:
        key = (notice.sheet, notice.notice_no, notice.date)
        place = places.get(key)
        names = {fold(person.name) for person in notice.persons}
        if (
            notice.notice_no
            and place is not None
            and names.isdisjoint(fold(p.name) for p in kept[place].persons)
            and names
        ):
            kept[place] = _with_people_of(kept[place], notice)
        else:
            places.setdefault(key, len(kept))
            kept.append(notice)
    return kept


def _with_people_of(one: PartnerNotice, other: PartnerNotice) -> PartnerNotice:
    remarks = " · ".join(dict.fromkeys(text for text in (one.remarks, other.remarks) if text))
    return PartnerNotice(one.sheet, (*one.rows, *other.rows), one.notice_no, one.date, (*one.persons, *other.persons),
                         one.unit or other.unit, remarks, {**one.unread, **other.unread})  # fmt: skip

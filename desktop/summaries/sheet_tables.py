"""The tables of a reconciliation sheet: the matrix, the differences with letters, earlier months, the rows named.

The same tables stand on paper and in the workbook.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from desktop.language import N_, Language
from desktop.paper import cells
from desktop.paper.cells import ALARM, QUIET, Cell, Column, Kind, Row, Table
from desktop.reconciliation.statement import SPECIAL, Difference
from desktop.records.difference import OURS, REASONS, THEIRS
from desktop.summaries import sheet_sentences as words
from desktop.summaries.reconciliation_sheet import Earlier, NamedRow, ReconciliationSheet, Sister, called
from desktop.summaries.sentences import SMALL_BASE, unit_and_rule

BESIDE, SHORT = 2, 24
"""So many other centres have room in the matrix itself, beside unit names of so many signs; else they have a table."""
IN_A_TABLE = 4
"""So many of them stand in one such table."""
LETTERS = 0.38
"""How wide the column of letters is, in columns of the page's grid."""
NARROW = 0.62


def matrix(sheet: ReconciliationSheet, language: Language, *, units: bool = True) -> Table:
    """Unit by unit what was sent, received and agreed; without `units` their sum alone."""
    say, sums = language.say, sheet.sums
    beside = sheet.sisters if _have_room(sheet, language) else ()
    group = sheet.us if beside else ""
    heads = (words.side_words(sheet).sent, N_("Centre received"), N_("Difference"))
    columns = (
        Column(say(N_("Unit"))),
        *(Column(say(head), NARROW, numbers=True, group=group) for head in heads),
        Column("", LETTERS, group=group),
        Column(say(N_("Agreed")), NARROW, numbers=True, band=True, group=group),
        *_sister_columns(beside, language),
    )
    rows = [_unit_row(sheet, place, beside, language) for place in range(len(sheet.statement.lines))] if units else []
    total = (
        cells.text(say(N_("Total"))), cells.count(sums.sent), cells.count(sums.received),
        cells.change(sums.received - sums.sent), cells.text(""), cells.count(sums.agreed),
        *_sister_cells([sister.total for sister in beside], sums.agreed),
    )  # fmt: skip
    if len(sheet.statement.lines) != 1 or not units:
        rows.append(Row(total, total=True))
    unit = _unit_line(sheet, language)
    if any(cell.kind is Kind.NONE for row in rows for cell in row.cells):
        unit = f"{unit} {say(N_('– not told.'))}"
    return Table(say(N_("Sent, received, agreed")), unit, columns, tuple(rows))


def sister_tables(sheet: ReconciliationSheet, language: Language) -> tuple[Table, ...]:
    """What other centres agreed, where they have no room in the matrix."""
    if _have_room(sheet, language):
        return ()
    return tuple(_sister_table(sheet, begin, language) for begin in range(0, len(sheet.sisters), IN_A_TABLE))


def _sister_table(sheet: ReconciliationSheet, begin: int, language: Language) -> Table:
    say, shown = language.say, sheet.sisters[begin : begin + IN_A_TABLE]
    is_last = begin + IN_A_TABLE >= len(sheet.sisters)
    names = [Column(called(each.name, language.locale), numbers=True) for each in shown]
    last = [Column(say(N_("All")), numbers=True)] if is_last else []

    def row(name: str, agreed: int, found: list[int | None], all_of_them: int, *, total: bool) -> Row:
        more = [cells.count(all_of_them)] if is_last else []
        ours = cells.count(agreed)
        return Row((cells.text(name), ours, *map(_count, found), *more), total=total)

    rows = [
        row(
            words.unit_named(sheet, line.unit, language),
            line.agreed,
            [each.agreed.get(line.unit) for each in shown],
            line.agreed + sum(each.agreed.get(line.unit, 0) for each in sheet.sisters),
            total=False,
        )
        for line in sheet.statement.lines
    ]
    everything = sheet.sums.agreed + sum(each.total for each in sheet.sisters)
    total = row(say(N_("Total")), sheet.sums.agreed, [each.total for each in shown], everything, total=True)
    columns = (Column(say(N_("Unit"))), Column(sheet.us, numbers=True, band=True), *names, *last)
    return Table(say(N_("Agreed figures of other centres")), say(_AS_TOLD), columns, (*rows, total))


_AS_TOLD = N_("Figures of other centres: as they agreed them themselves.")


def _unit_line(sheet: ReconciliationSheet, language: Language) -> str:
    if sheet.counted:
        told = language.say(N_("Unit: {unit}."), unit=words.unit(sheet, language))
    else:
        told = unit_and_rule(words.RULE, language, told=True)
    return f"{told} {language.say(_AS_TOLD)}" if sheet.sisters and _have_room(sheet, language) else told


def _have_room(sheet: ReconciliationSheet, language: Language) -> bool:
    """Whether other centres stand in the matrix."""
    names = (words.unit_named(sheet, line.unit, language) for line in sheet.statement.lines)
    return len(sheet.sisters) <= BESIDE and max(map(len, names), default=0) <= SHORT


def _sister_columns(sisters: tuple[Sister, ...], language: Language) -> tuple[Column, ...]:
    if not sisters:
        return ()
    others = language.say(N_("Other centres"))
    named = (Column(called(each.name, language.locale), 0.5, numbers=True, group=others) for each in sisters)
    return Column("", 0.1), *named, Column(language.say(N_("All")), 0.5, numbers=True)


def _sister_cells(found: list[int | None] | list[int], agreed: int) -> tuple[Cell, ...]:
    if not found:
        return ()
    return cells.text(""), *map(_count, found), cells.count(agreed + sum(filter(None, found)))


def _count(number: int | None) -> Cell:
    return cells.none() if number is None else cells.count(number)


def _unit_row(sheet: ReconciliationSheet, place: int, sisters: tuple[Sister, ...], language: Language) -> Row:
    line = sheet.statement.lines[place]
    marks = [mark for mark, each in sheet.marks if each.unit == line.unit]
    return Row(
        (
            cells.text(words.unit_named(sheet, line.unit, language)),
            cells.count(line.sent),
            _count(line.received),
            cells.none() if line.difference is None else cells.change(line.difference),
            cells.text(words.letters(marks), tone=QUIET),
            cells.count(line.agreed),
            *_sister_cells([each.agreed.get(line.unit) for each in sisters], line.agreed),
        )
    )


def differences(sheet: ReconciliationSheet, language: Language) -> Table:
    """Every difference with its letter, its unit, why it is, and how it is counted."""
    say, both = language.say, any(each.side == OURS for each in sheet.statement.differences)
    columns = (
        Column("", 0.3),
        *((Column(say(N_("Unit"))),) if len(sheet.statement.lines) > 1 else ()),
        *((Column(say(N_("In whose list")), 0.7),) if both else ()),
        Column(say(N_("Reason"))),
        Column(say(N_("How many")), 0.55, numbers=True),
        Column(say(N_("How it is counted"))),
    )
    rows = tuple(_difference_row(sheet, mark, each, both, language) for mark, each in sheet.marks)
    unit = N_("The letters are those of the table of units.")
    if not sheet.counted:
        unit = N_(
            "The letters are those of the table of units. Persons are not named here; both sides have the list of "
            "notices."
        )
    return Table(say(N_("Differences and their reasons")), say(unit), columns, rows)


def _difference_row(sheet: ReconciliationSheet, mark: str, each: Difference, both: bool, language: Language) -> Row:
    say = language.say
    whose = words.OF_THE_CENTRE if each.side == OURS else words.side_words(sheet).whose
    tone = ALARM if words.is_alarming(each) else ""
    return Row(
        (
            cells.text(mark, tone=QUIET),
            *((cells.text(words.unit_named(sheet, each.unit, language)),) if len(sheet.statement.lines) > 1 else ()),
            *((cells.text(say(whose)),) if both else ()),
            cells.text(words.reason(each, language), tone=tone),
            cells.count(each.number),
            cells.text(words.how_it_counts(sheet, each, language)),
        )
    )


def reasons(sheet: ReconciliationSheet, language: Language) -> Table:
    """The differences of all units together, by reason."""
    say, found = language.say, Counter[tuple[str, str]]()
    for each in sheet.statement.differences:
        found[each.side, each.reason] += each.number
    merged = [Difference("", side, reason, number) for (side, reason), number in found.items()]
    codes = [*REASONS, *SPECIAL]
    merged.sort(key=lambda each: (each.side != THEIRS, codes.index(each.reason)))
    both = any(each.side == OURS for each in merged)
    columns = (
        *((Column(say(N_("In whose list")), 0.7),) if both else ()),
        Column(say(N_("Reason"))),
        Column(say(N_("How many")), 0.55, numbers=True),
        Column(say(N_("How it is counted"))),
    )
    whole = (_difference_row(sheet, "", each, both, language) for each in merged)
    rows = tuple(replace(row, cells=row.cells[len(row.cells) - len(columns) :]) for row in whole)
    title, unit = say(N_("Differences and their reasons")), say(N_("All units together. Unit by unit in the annex."))
    return Table(title, unit, columns, rows)


def earlier(rows: tuple[Earlier, ...], language: Language) -> Table:
    """What was agreed before, and which part had arrived by itself."""
    say = language.say
    columns = (
        Column(say(N_("Month"))),
        Column(say(N_("Agreed")), numbers=True),
        Column(say(N_("Arrived by themselves")), 1.3, numbers=True),
        Column(say(N_("Sheet"))),
    )
    return Table(
        "", "", columns,
        tuple(
            Row((cells.text(words.period(row, language)), cells.count(row.agreed), arrived(row.agreed, row.entered),
                 cells.text(row.number)))
            for row in rows
        ),
    )  # fmt: skip


def arrived(agreed: int, entered: int) -> Cell:
    """The share that arrived by itself; a dash where it would be of too few."""
    return cells.percent(agreed - entered, agreed, digits=1) if agreed >= SMALL_BASE else cells.none()


def counting(sheet: ReconciliationSheet, language: Language) -> Table:
    """The rules of both sides, and where a late and a lost notice go."""
    say = language.say
    rows = [Row((cells.text(say(what)), cells.text(say(how)))) for what, how in words.COUNTING]
    return Table("", "", (Column("", 0.9), Column(say(N_("How it is counted")))), tuple(rows), small=True)


def named(sheet: ReconciliationSheet, side: str, language: Language) -> Table:
    """The rows of one list behind the differences, with the persons they name."""
    say = language.say
    whose = words.side_words(sheet).whose if side == THEIRS else words.OF_THE_CENTRE
    heads = (N_("Number"), N_("Date"), N_("Names as written"), N_("Reason"), N_("Number on the other side"))
    columns = (Column("", 0.3), *(Column(say(head)) for head in heads))
    rows = tuple(_named_row(row, language) for row in sheet.named if row.side == side)
    return Table(say(N_("List: {whose}"), whose=say(whose)), "", columns, rows)


def _named_row(row: NamedRow, language: Language) -> Row:
    why = SPECIAL.get(row.reason) or REASONS[row.reason].words
    return Row(
        (
            cells.text(row.mark, tone=QUIET),
            cells.text(row.number),
            cells.day(row.day) if row.day else cells.text(""),
            cells.text(row.names),
            cells.text(language.say(why), tone=ALARM if words.is_alarming(Difference("", "", row.reason, 1)) else ""),
            cells.text(row.other),
        )
    )

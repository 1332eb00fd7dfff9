"""The reconciled figures of a month on an agenda: units by centres where there is room, else the centres alone.

A meeting is many: what is small is not published, nor what it could be reckoned from. Both sides of a reconciliation
have all of it, unit by unit, on the sheet in their own pack.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop.language import N_, Language
from desktop.meetings.agenda import Agenda, CentreFigure, DifferenceCount, Line, UnitFigure
from desktop.meetings.protected_figures import Shown, ShownFigures, protected
from desktop.meetings.protected_units import ShownUnits, shown_reasons, shown_units, summed
from desktop.paper import cells
from desktop.paper.cells import Cell, Column, Row, Table, text
from desktop.records.difference import SIDES
from desktop.summaries import sentences

RULE = "P-2"
"""By which rule notices are counted and agreed."""
BESIDE = 3
"""So many centres have room beside each other."""
_HIDDEN = "\N{BLACK CIRCLE}"


def reconciled(agenda: Agenda, lines: Iterable[Line], missing: Sequence[str], language: Language) -> Table:
    """The matrix of units and centres if it may be shown, with sums, sheets and reasons under it; else the centres.

    `missing`: institutions with which the month is not agreed yet.
    """
    kept = tuple(lines)
    centres = [line for line in kept if isinstance(line, CentreFigure)]
    units = [line for line in kept if isinstance(line, UnitFigure)]
    shown = protected(centres)
    matrix = _units(shown, units)
    columns, rows = _matrix(matrix, centres, language) if matrix else _centres(centres, shown, language)
    sums = [_sums(each, language) for each in centres if each.sheets or each.sent is not None] if matrix else []
    notes = ["; ".join(sums)] if sums else []
    reasons, hides = _reasons([line for line in kept if isinstance(line, DifferenceCount)], language)
    rest = [language.say(N_("Not agreed yet: {names}"), names=", ".join(missing)) + "."] if missing else []
    rest += _signs(rows, hides=hides, shares=not matrix, language=language)
    notes += [*reasons, *([" ".join(rest)] if rest else [])]
    month, unit = sentences.month_title(agenda.month, language), sentences.unit_and_rule(RULE, language, told=True)
    return Table("", f"{month.rstrip('.')}. {unit}", columns, rows, tuple(notes), ruled=False)


def told(lines: Iterable[Line], language: Language) -> tuple[str, ...]:
    """The same in lines, for a screen that everybody at the meeting sees: units, then why the lists differed."""
    kept = tuple(lines)
    shown = protected([line for line in kept if isinstance(line, CentreFigure)])
    matrix = _units(shown, [line for line in kept if isinstance(line, UnitFigure)])
    units = [(each.unit, each.agreed) for each in matrix.rows] if matrix else []
    units += [(_together(matrix, language), matrix.sums)] if matrix and matrix.together else []
    number, nothing = language.number, "\N{EN DASH}"
    said = [f"{name}: {' · '.join(nothing if each is None else number(each) for each in row)}" for name, row in units]
    return *said, *_reasons([line for line in kept if isinstance(line, DifferenceCount)], language)[0]


def _units(shown: ShownFigures, units: Sequence[UnitFigure]) -> ShownUnits | None:
    """The units as they may be shown; None where a centre is hidden, or too many stand beside each other."""
    hidden = any(row.hidden for row in (*shown.rows, shown.total))
    return None if hidden or not units or len(shown.rows) > BESIDE else shown_units(units)


def _together(matrix: ShownUnits, language: Language) -> str:
    return language.say(N_("Together: {names}"), names=", ".join(each.unit for each in matrix.together))


Drawn = tuple[tuple[Column, ...], tuple[Row, ...]]


def _matrix(matrix: ShownUnits, centres: Sequence[CentreFigure], language: Language) -> Drawn:
    """A row for each unit, one for those that stand together, and the total."""
    say = language.say
    several = len(centres) > 1
    heads = [Column(each.centre if several else say(N_("Agreed")), numbers=True) for each in centres]
    columns = Column(say(N_("Unit"))), *heads, *([Column(say(N_("All")), 0.6, numbers=True)] if several else [])

    def row(name: str, values: Sequence[int | None], *, total: bool = False) -> Row:
        shown = [*values, *([sum(value or 0 for value in values)] if several else [])]
        return Row((text(name), *(cells.none() if each is None else cells.count(each) for each in shown)), total=total)

    rows = [row(each.unit, each.agreed) for each in matrix.rows]
    if matrix.together:
        rows.append(row(_together(matrix, language), matrix.sums))
    return columns, (*rows, row(say(N_("Total")), summed((*matrix.rows, *matrix.together)), total=True))


def _centres(centres: Sequence[CentreFigure], shown: ShownFigures, language: Language) -> Drawn:
    """A row for each centre with the numbers of its sheets, and all of them together."""
    say = language.say
    columns = (
        Column(say(N_("Centre"))), Column(say(N_("Police sent")), 0.9, numbers=True),
        Column(say(N_("Agreed")), 0.9, numbers=True), Column(say(N_("Arrived at once")), 0.9, numbers=True),
        Column(say(N_("Share")), 0.7, numbers=True),
    )  # fmt: skip
    rows = [Row((text(_named(each, language)), *_figures(row))) for each, row in zip(centres, shown.rows, strict=True)]
    if len(centres) > 1:
        rows.append(Row((text(say(N_("Total"))), *_figures(shown.total)), total=True))
    return columns, tuple(rows)


def _figures(row: Shown) -> tuple[Cell, ...]:
    if row.hidden:
        return (cells.hidden(),) * 4
    share = cells.percent(row.at_once or 0, row.agreed or 0) if _has_share(row) else cells.none()
    return *(cells.none() if each is None else cells.count(each) for each in (row.sent, row.agreed, row.at_once)), share


def _has_share(row: Shown | CentreFigure) -> bool:
    return row.at_once is not None and row.agreed is not None and row.agreed >= sentences.SMALL_BASE


def _named(each: CentreFigure, language: Language) -> str:
    numbers = ", ".join(sentences.numbered(number, language) for number in each.sheets)
    return f"{each.centre} ({numbers})" if numbers else each.centre


def _sums(each: CentreFigure, language: Language) -> str:
    """Whose sheet it is, and what is known of one centre beside what it agreed."""
    say, number = language.say, language.number
    bits = []
    if each.sent is not None:
        bits.append(say(N_("police sent: {n}"), n=number(each.sent)))
        bits.append(say(N_("agreed: {n}"), n=number(each.agreed)))
    if each.at_once is not None:
        share = f" ({language.percent(each.at_once, each.agreed)})" if _has_share(each) else ""
        bits.append(say(N_("arrived at once: {n}"), n=number(each.at_once)) + share)
    return f"{_named(each, language)}{': ' if bits else ''}{', '.join(bits)}"


def _reasons(found: Sequence[DifferenceCount], language: Language) -> tuple[list[str], bool]:
    """Why the lists differed, and whether a number is hidden."""
    if not found:
        return [], False
    say = language.say
    shown = shown_reasons(found)
    if shown is None:
        return [say(N_("Differences: too few to tell their reasons here. Both sides have them on their sheet."))], False
    said = []
    for side, words in SIDES.items():
        each = [
            f"{say(one.reason)} \N{EN DASH} {_HIDDEN if number is None else language.number(number)}"
            for one, number in zip(found, shown, strict=True) if one.side == side
        ]  # fmt: skip
        said += [f"{say(words)}: {', '.join(each)}"] if each else []
    return [say(N_("Differences. {told}"), told=". ".join(said))], None in shown


def _signs(rows: Iterable[Row], *, hides: bool, shares: bool, language: Language) -> list[str]:
    """What the signs in it say."""
    say, notes = language.say, []
    kinds = {cell.kind for row in rows for cell in row.cells}
    if hides or cells.Kind.HIDDEN in kinds:
        notes.append(
            say(N_("● not published: a small number, or one needed to protect a small number. It may also be zero."))
        )
    if cells.Kind.NONE in kinds:
        few = say(N_("– not told, or a share of fewer than {n}."), n=sentences.SMALL_BASE)
        notes.append(few if shares else say(N_("– not told.")))
    return notes

"""Whether the figures of a period agree with one another: rows with totals, tables with tables. Pure."""

from __future__ import annotations

from desktop.figures.figures import TOTAL, FigureTable, PeriodFigures

_BY_NOTICE = ("outcome", "contact", "with_children", "repeat", "risk")
_BY_PERSON = ("municipality",)


def sums_agree(figures: PeriodFigures) -> bool:
    """True if every table that adds up does, and tables about the same records have the same total."""
    tables = {table.code: table for table in figures.tables}
    months = figures.period.months
    notices, persons = tables["received"].value(TOTAL), tables["age"].value(TOTAL, TOTAL)
    return (
        all(_adds_up(table) for table in figures.tables if table.adds_up)
        and all(tables[code].figure(TOTAL, "count").value == notices for code in _BY_NOTICE)
        and all(tables[code].figure(TOTAL, "count").value == persons for code in _BY_PERSON)
        and tables["relation"].value(TOTAL, TOTAL) == persons
        and tables["channel"].value(TOTAL) == tables["help"].value(TOTAL)
        and [month for month, _ in figures.series[-len(months) :]] == list(months)
        and sum(figure.value or 0 for _, figure in figures.series[-len(months) :]) == notices
    )


def _adds_up(table: FigureTable) -> bool:
    rows = [line for line in table.lines if line.code != TOTAL and not line.part]
    for place, heading in enumerate(table.headings):
        if heading.code == "persons":
            continue
        if sum(line.figures[place].value or 0 for line in rows) != table.figure(TOTAL, heading.code).value:
            return False
    return True

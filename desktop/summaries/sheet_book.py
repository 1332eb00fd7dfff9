"""A reconciliation sheet as a workbook, for those who reckon further: numbers as numbers, never a formula."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from desktop.language import N_, Language
from desktop.paper import cells
from desktop.paper.cells import Column, Row, Table
from desktop.paper.workbook import Page, workbook
from desktop.records.difference import OURS, THEIRS
from desktop.summaries import sentences, sheet_tables
from desktop.summaries import sheet_sentences as words
from desktop.summaries.reconciliation_sheet import ReconciliationSheet


def spreadsheet(sheet: ReconciliationSheet, language: Language) -> bytes:
    """The workbook as XLSX bytes; the same sheet gives the same bytes."""
    title = f"{words.title(sheet, language)} · {words.period(sheet, language)}"
    return workbook(language, _pages(sheet, language, title), title=title, created=sheet.made_at)


def _pages(sheet: ReconciliationSheet, language: Language, title: str) -> Iterable[Page]:
    say = language.say
    tables = [_full(sheet_tables.matrix(sheet, language)), *sheet_tables.sister_tables(sheet, language)]
    if sheet.statement.differences:
        tables.append(sheet_tables.differences(sheet, language))
    yield Page(say(N_("Reconciliation")), (*tables, _sums(sheet, language)), (title, *_about(sheet, language)))
    more = [sheet_tables.counting(sheet, language)]
    if sheet.earlier:
        more.insert(0, replace(sheet_tables.earlier(sheet.earlier, language), title=say(N_("Earlier months"))))
    if sheet.corrections:
        more.append(_corrections(sheet, language))
    yield Page(say(N_("Counting rules")), tuple(more), (title, words.rules_of_both(sheet, language)))
    if sheet.with_names:
        lists = tuple(sheet_tables.named(sheet, side, language) for side in (THEIRS, OURS))
        told = say(N_("Only for: {receiver}"), receiver=sheet.receiver)
        yield Page(say(N_("Annex with names")), tuple(one for one in lists if one.rows), (title, told))


def _about(sheet: ReconciliationSheet, language: Language) -> Iterable[str]:
    yield words.parties(sheet, language)
    yield " · ".join(sentences.facts(sheet.number, sheet.made_on, sheet.letter.town, language))
    yield words.mark(sheet, language)
    yield words.rules_of_both(sheet, language)
    if sheet.receiver:
        yield language.say(N_("To: {receiver}"), receiver=sheet.receiver)
    if sheet.what_next:
        yield language.say(N_("What will be done: {what}"), what=sheet.what_next)
    if sheet.practice:
        yield language.say(N_("Example, invented data"))


def _full(table: Table) -> Table:
    """The table without the empty columns that part its groups on paper, the letters under a head of their own."""
    kept = [n for n, column in enumerate(table.columns) if column.head or any(row.cells[n].value for row in table.rows)]
    return replace(
        table,
        columns=tuple(table.columns[n] for n in kept),
        rows=tuple(replace(row, cells=tuple(row.cells[n] for n in kept)) for row in table.rows),
    )


def _sums(sheet: ReconciliationSheet, language: Language) -> Table:
    """Both ways to the agreed figure, a line for each term."""
    say, sums = language.say, sheet.sums
    lines = (
        (words.side_words(sheet).sent, sums.sent),
        (N_("Explained, not counted"), -sum(sums.theirs.values())),
        (N_("Not explained"), -sums.unexplained_theirs),
        (N_("Not decided yet"), -sums.undecided_theirs),
        (N_("Sent before, counted"), sums.month_before),
        (N_("Agreed"), sums.agreed),
        (N_("Centre received"), sums.received),
        (N_("Explained, not counted"), -sum(sums.ours.values())),
        (N_("Not explained"), -sums.unexplained_ours),
        (N_("Not decided yet"), -sums.undecided_ours),
        (N_("Never received, entered now"), sums.entered),
        (N_("Agreed"), sums.agreed_by_us),
    )
    agreed = say(N_("Agreed"))
    rows = tuple(Row((cells.text(say(what)), cells.count(number)), total=say(what) == agreed) for what, number in lines)
    columns = Column(say(N_("Sum"))), Column(say(N_("How many")), numbers=True)
    return Table(say(N_("Two ways to the agreed figure")), "", columns, rows)


def _corrections(sheet: ReconciliationSheet, language: Language) -> Table:
    say = language.say
    rows = tuple(
        Row((cells.text(each.label), cells.text(say(N_("came in") if each.came else N_("left")))))
        for each in sheet.corrections
    )
    title = say(N_("Corrections since the figures were agreed"))
    return Table(title, "", (Column(say(N_("Number"))), Column(say(N_("What happened")))), rows)

"""The figures of a month as a meeting may see them: merged by fixed rules, then protected table by table.

The merges are the same every month and never chosen to fit the figures. Tables are chosen so that no two share anything
but their whole, which is always published: what protects each by itself protects them together. Earlier publications
are not compared.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from desktop.figures.crossing import TOTAL_WORDS, UNKNOWN_WORDS
from desktop.figures.facts import Words
from desktop.figures.figures import TOTAL, UNKNOWN, Figure, FigureTable, Heading, Line, PeriodFigures
from desktop.figures.small_numbers import THRESHOLD, CannotProtect, protect_several, with_totals
from desktop.figures.small_numbers import protect as protect_numbers
from desktop.language import N_
from desktop.records.vocabulary import AGE_GROUPS, AGENCY_KINDS, OUTCOMES

PLACE_THRESHOLD = 10
"""A single municipality is protected more: its people know one another."""
MEDIAN_BASE = 20
"""No median of fewer than so many."""
RARE = ("trainings",)
"""Tables that a meeting gets only of months in which there was something: its paper has four pages. Who came to which
training a meeting hears from its agenda."""
_NUMBER = Words(N_("Count"))
_OTHER = Words(N_("Other"))

Merge = tuple[tuple[str, Words, tuple[str, ...]], ...]
"""New row, its words, the rows put together; rows not named fall into "unknown"."""

SENDERS: Merge = (
    ("police", Words(AGENCY_KINDS["police"]), ("police",)),
    ("justice", Words(N_("Prosecution and courts")), ("prosecution", "court")),
    ("social", Words(N_("Social services and child protection")), ("social_services", "child_protection")),
    ("health", Words(N_("Health care and education")), ("health", "education")),
    ("self", Words(AGENCY_KINDS["self"]), ("self",)),
    (
        "other",
        Words(N_("Other institutions")),
        ("employment", "centre", "municipality", "association", "other"),
    ),
)
AGES: Merge = (
    ("0-17", Words(N_("0–17")), ("0-6", "7-13", "14-17")),
    *((code, Words(AGE_GROUPS[code]), (code,)) for code in ("18-29", "30-44", "45-64", "65+")),
)
RELATIONS: Merge = (
    ("partner", Words(N_("Spouse or partner")), ("spouse", "partner")),
    ("family", Words(N_("Parent or child")), ("parent", "child")),
)
RESULTS: Merge = (
    *((code, Words(OUTCOMES[code]), (code,)) for code in ("accepted", "not_accepted", "not_reached")),
    ("passed_on", Words(N_("Passed on or declined")), ("centre_declined", "minor", "other_centre")),
    ("pending", Words(OUTCOMES["pending"]), ("pending",)),
)
CONTACTS: Merge = (
    ("in_time", Words(N_("In time")), ("in_time",)),
    ("late", Words(N_("Late")), ("late",)),
    ("not_reached", Words(N_("Not reached")), ("not_reached",)),
    ("overdue", Words(N_("Waiting, time is over")), ("overdue",)),
    ("not_counted", Words(N_("Not due yet, or no contact due")), ("waiting", "not_due")),
)


def protect(exact: PeriodFigures, k: int = THRESHOLD) -> PeriodFigures:
    """What a meeting may see. No record can be opened from it. Tables that cannot be protected are left out by name."""
    tables, left_out = [], []
    for code, make in _TABLES:
        if code in RARE and not any(one.value for one in exact.table(code).lines[-1].figures):
            continue
        try:
            tables.append(make(exact.table(code), k))
        except CannotProtect:
            left_out.append(exact.table(code).subject.title)
    seen = exact.reached >= MEDIAN_BASE
    return PeriodFigures(
        exact.period,
        exact.definitions,
        0,
        tuple((month, _single(figure, k)) for month, figure in exact.series),
        exact.median_hours if seen else None,
        exact.reached if seen else 0,
        tuple(tables),
        tuple(left_out),
        k,
    )


def _single(figure: Figure, k: int) -> Figure:
    return Figure(None) if 0 < (figure.value or 0) < k else Figure(figure.value)


def _flat(merge: Merge | None = None, *, rest: bool = False) -> Callable[[FigureTable, int], FigureTable]:
    """A table of one column: rows merged, then protected."""

    def make(table: FigureTable, k: int) -> FigureTable:
        rows = _merged(table, merge, (table.headings[0].code,), rest=rest)
        shown = protect_numbers(with_totals([values for _, _, values in rows]), k)
        return _table(table, rows, (Heading(table.headings[0].code, _NUMBER),), [row[:1] for row in shown])

    return make


def _crossed(merge: Merge, *, rest: bool = False) -> Callable[[FigureTable, int], FigureTable]:
    """A table of rows and columns with their totals."""

    def make(table: FigureTable, k: int) -> FigureTable:
        columns = tuple(heading.code for heading in table.headings if heading.code != TOTAL)
        rows = _merged(table, merge, columns, rest=rest)
        return _table(table, rows, table.headings, protect_numbers(with_totals([row[2] for row in rows]), k))

    return make


_Rows = list[tuple[str, Words, list[int]]]


def _merged(table: FigureTable, merge: Merge | None, columns: tuple[str, ...], *, rest: bool) -> _Rows:
    """Rows put together; with `rest` those not named make a row of their own, else they are unknown."""
    lines = [line for line in table.lines if line.code not in (TOTAL, UNKNOWN) and not line.part]
    named = merge or tuple((line.code, line.words, (line.code,)) for line in lines)
    taken = {code for _, _, codes in named for code in codes}
    others = tuple(line.code for line in lines if line.code not in taken)
    unknown = (UNKNOWN, *(() if rest else others))
    last = next((line.words for line in table.lines if line.code == UNKNOWN), UNKNOWN_WORDS)
    groups = (*named, *((("other", _OTHER, others),) if rest else ()), (UNKNOWN, last, unknown))
    return [
        (code, words, [sum(table.value(one, column) for one in codes if table.has(one)) for column in columns])
        for code, words, codes in groups
    ]


def _table(table: FigureTable, rows: _Rows, headings: tuple[Heading, ...], shown: object) -> FigureTable:
    names = [(code, words) for code, words, _ in rows] + [(TOTAL, TOTAL_WORDS)]
    assert isinstance(shown, (tuple, list))
    lines = tuple(
        Line(code, words, tuple(Figure(value) for value in values))
        for (code, words), values in zip(names, shown, strict=True)
    )
    return FigureTable(table.subject, headings, lines)


def _kinds(table: FigureTable, k: int) -> FigureTable:
    rows = [line for line in table.lines if line.code != UNKNOWN]
    values = [table.value(line.code) for line in rows]
    shown = protect_several(values, table.value(UNKNOWN), table.base, k)
    codes = {line.code: value for line, value in zip((*rows, table.lines[-1]), shown, strict=True)}
    lines = tuple(Line(line.code, line.words, (Figure(codes[line.code]),)) for line in table.lines)
    return replace(table, lines=lines)


def _places(table: FigureTable, k: int) -> FigureTable:
    return _flat()(table, max(k, PLACE_THRESHOLD))


def _only_total(table: FigureTable, k: int) -> FigureTable:
    total = table.lines[-1]
    return replace(table, lines=(Line(total.code, total.words, tuple(_single(one, k) for one in total.figures)),))


def _held(table: FigureTable, k: int) -> FigureTable:
    """Every row is known: none is merged, and there is none of unknown ones."""
    columns = [place for place, heading in enumerate(table.headings) if heading.code != TOTAL]
    columns = columns if table.tells(TOTAL) else columns[:1]
    rows: _Rows = [
        (line.code, line.words, [line.figures[place].value or 0 for place in columns])
        for line in table.lines if line.code != TOTAL
    ]  # fmt: skip
    shown = protect_numbers(with_totals([values for _, _, values in rows]), k)
    if table.tells(TOTAL):
        return _table(table, rows, table.headings, shown)
    return _table(table, rows, (Heading(table.headings[0].code, _NUMBER),), [row[:1] for row in shown])


_TABLES: tuple[tuple[str, Callable[[FigureTable, int], FigureTable]], ...] = (
    ("received", _flat(SENDERS)),
    ("age", _crossed(AGES)),
    ("municipality", _places),
    ("kinds", _kinds),
    ("relation", _crossed(RELATIONS, rest=True)),
    ("with_children", _flat()),
    ("outcome", _flat(RESULTS)),
    ("contact", _flat(CONTACTS)),
    ("repeat", _flat()),
    ("help", _flat()),
    ("channel", _flat()),
    ("measures", _only_total),
    ("trainings", _held),
)

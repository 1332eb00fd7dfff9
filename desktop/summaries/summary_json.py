"""A summary as JSON and back, so that what was issued stays readable for as long as the vault.

Identifiers stand once in a list and are named by their position: the same notice lies behind many figures.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import astuple
from datetime import date, datetime
from typing import Any
from uuid import UUID

from desktop.figures.facts import Words
from desktop.figures.figures import Figure, FigureTable, Heading, Line, PeriodFigures, Subject
from desktop.periods import Month, period_of
from desktop.summaries.summary import Agreed, Correction, Letter, Signatory, Summary

Plain = dict[str, Any]
FORMAT = 1


def to_json(summary: Summary) -> str:
    """The summary as one JSON text; the same summary gives the same text."""
    ids = _Ids()
    plain = {
        "format": FORMAT,
        "figures": _figures(summary.figures, ids),
        "profile": summary.profile,
        "language": summary.language,
        "number": summary.number,
        "made_at": summary.made_at.isoformat(),
        "made_on": summary.made_on.isoformat(),
        "letter": [summary.letter.name, summary.letter.lines, summary.letter.town],
        "receiver": summary.receiver,
        "note": summary.note,
        "prepared": [summary.prepared.name, summary.prepared.title],
        "approved": [summary.approved.name, summary.approved.title],
        "corrections": [_correction(one, ids) for one in summary.corrections],
        "corrected": summary.corrected,
        "record_count": summary.record_count,
        "record_mac": summary.record_mac,
        "contact_rule": summary.contact_rule,
        "practice": summary.practice,
    }
    if summary.agreed:
        plain["agreed"] = [astuple(one) for one in summary.agreed]
    if summary.without:
        plain["without"] = summary.without
    return json.dumps({**plain, "ids": ids.listed}, ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> Summary:
    """The summary kept as JSON."""
    plain: Plain = json.loads(text)
    ids = [UUID(one) for one in plain["ids"]]
    name, lines, town = plain["letter"]
    return Summary(
        _read_figures(plain["figures"], ids),
        plain["profile"],
        plain["language"],
        plain["number"],
        datetime.fromisoformat(plain["made_at"]),
        date.fromisoformat(plain["made_on"]),
        Letter(name, tuple(lines), town),
        plain["receiver"],
        plain["note"],
        Signatory(*plain["prepared"]),
        Signatory(*plain["approved"]),
        tuple(_read_correction(one, ids) for one in plain["corrections"]),
        tuple(plain["corrected"]),
        plain["record_count"],
        plain["record_mac"],
        plain["contact_rule"],
        plain["practice"],
        tuple(Agreed(*one[:5], *map(tuple, one[5:])) for one in plain.get("agreed", ())),
        tuple(plain.get("without", ())),
    )


class _Ids:
    """Identifiers in the order in which they are first met, each named by its place."""

    def __init__(self) -> None:
        self._places: dict[UUID, int] = {}

    def places(self, ids: Iterable[UUID]) -> list[int]:
        return [self._places.setdefault(one, len(self._places)) for one in ids]

    @property
    def listed(self) -> list[str]:
        return [one.hex for one in self._places]


def _figures(figures: PeriodFigures, ids: _Ids) -> Plain:
    return {
        "month": figures.period.key,
        "definitions": figures.definitions,
        "duplicates": figures.duplicates,
        "series": [[month.key, _figure(figure, ids)] for month, figure in figures.series],
        "median_hours": figures.median_hours,
        "reached": figures.reached,
        "tables": [_table(table, ids) for table in figures.tables],
        "left_out": figures.left_out,
        "threshold": figures.threshold,
    }


def _read_figures(plain: Plain, ids: list[UUID]) -> PeriodFigures:
    return PeriodFigures(
        period_of(plain["month"]),
        plain["definitions"],
        plain["duplicates"],
        tuple((Month.parse(key), _read_figure(figure, ids)) for key, figure in plain["series"]),
        plain["median_hours"],
        plain["reached"],
        tuple(_read_table(table, ids) for table in plain["tables"]),
        tuple(plain["left_out"]),
        plain["threshold"],
    )


def _table(table: FigureTable, ids: _Ids) -> Plain:
    subject = table.subject
    told = {"told": table.told} if table.told else {}
    return {
        "subject": [subject.code, subject.title, subject.about, subject.rule],
        "headings": [[one.code, one.words, one.measure, one.period and one.period.key] for one in table.headings],
        "lines": [
            [one.code, one.words, [_figure(figure, ids) for figure in one.figures], one.part] for one in table.lines
        ],
        "adds_up": table.adds_up,
        "base": table.base,
        **told,
    }


def _read_table(plain: Plain, ids: list[UUID]) -> FigureTable:
    code, title, about, rule = plain["subject"]
    headings = tuple(
        Heading(name, Words(*words), measure, period_of(period) if period else None)
        for name, words, measure, period in plain["headings"]
    )
    lines = tuple(
        Line(name, Words(*words), tuple(_read_figure(figure, ids) for figure in figures), part)
        for name, words, figures, part in plain["lines"]
    )
    subject = Subject(code, title, Words(*about), rule)
    told = tuple(Words(*words) for words in plain.get("told", ()))
    return FigureTable(subject, headings, lines, plain["adds_up"], plain["base"], told)


def _figure(figure: Figure, ids: _Ids) -> list[Any]:
    return [figure.value, ids.places(figure.ids), figure.asked]


def _read_figure(plain: list[Any], ids: list[UUID]) -> Figure:
    value, places, asked = plain
    return Figure(value, tuple(ids[place] for place in places), asked)


def _correction(one: Correction, ids: _Ids) -> list[Any]:
    return [
        one.period.key, one.key, one.title, one.row, one.column, one.was, one.now, one.measure,
        one.entered, one.left, one.moved, ids.places(one.ids),
    ]  # fmt: skip


def _read_correction(plain: list[Any], ids: list[UUID]) -> Correction:
    period, key, title, row, column, was, now, measure, entered, left, moved, places = plain
    return Correction(
        period_of(period), key, title, Words(*row), Words(*column), was, now, measure, entered, left, moved,
        tuple(ids[place] for place in places),
    )  # fmt: skip

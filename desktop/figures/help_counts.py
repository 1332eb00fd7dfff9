"""What help was given: occasions, persons and hours by kind, occasions by channel, and onward referrals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple
from uuid import UUID

from desktop.figures.crossing import TOTAL_WORDS, Counted, cross, ending_unknown, figure, listed, named
from desktop.figures.facts import AssistanceFact, PeriodFacts, Words
from desktop.figures.figures import TOTAL, UNKNOWN, Figure, FigureTable, Heading, Line
from desktop.figures.subjects import SUBJECTS
from desktop.language import N_
from desktop.records.vocabulary import AGENCY_KINDS


class Occasion(NamedTuple):
    """One occasion of help, given to one person or to a group."""

    id: UUID
    """Identifier of its first row."""
    kind: str
    channel: str
    minutes: int
    persons: frozenset[UUID]
    onward: tuple[UUID, ...]
    """Institutions somebody was referred on to."""


def occasions(rows: Iterable[AssistanceFact]) -> tuple[Occasion, ...]:
    """Rows put together into occasions: those of one group are one, and its minutes count once."""
    groups: dict[UUID, list[AssistanceFact]] = {}
    for row in rows:
        groups.setdefault(row.group_id or row.id, []).append(row)
    made = []
    for members in groups.values():
        first = min(members, key=lambda row: row.id.int)
        minutes = max(row.minutes for row in members)
        persons = frozenset(row.person_id for row in members if row.person_id)
        onward = tuple(sorted({row.onward_id for row in members if row.onward_id}))
        made.append(Occasion(first.id, first.kind, first.channel, minutes, persons, onward))
    return tuple(sorted(made, key=lambda one: one.id.int))


def help_table(facts: PeriodFacts) -> FigureTable:
    """Occasions, different persons and minutes by kind of assistance. A person may be helped in several kinds."""
    given = occasions(facts.assistance)
    kinds = listed(facts, "assistance_kind", (one.kind for one in given))
    known = {code for code, _ in kinds}
    lines = [
        Line(code, words, _measured([one for one in given if (one.kind if one.kind in known else UNKNOWN) == code]))
        for code, words in kinds
    ]
    lines.append(Line(TOTAL, TOTAL_WORDS, _measured(given)))
    headings = (
        Heading("count", Words(N_("Occasions"))),
        Heading("persons", Words(N_("Persons"))),
        Heading("minutes", Words(N_("Hours")), measure="minutes"),
    )
    return FigureTable(SUBJECTS["help"], headings, tuple(lines))


def _measured(given: Sequence[Occasion]) -> tuple[Figure, ...]:
    ids = tuple(one.id for one in given)
    persons = figure(set().union(*(one.persons for one in given)))
    return Figure(len(ids), ids), persons, Figure(sum(one.minutes for one in given), ids)


def channel_table(facts: PeriodFacts) -> FigureTable:
    """Occasions of help by channel."""
    given = occasions(facts.assistance)
    channels = listed(facts, "contact_channel", (one.channel for one in given))
    return cross(SUBJECTS["channel"], channels,
                 [Counted(one.channel, "", one.id) for one in given])  # fmt: skip


def onward_table(facts: PeriodFacts) -> FigureTable:
    """Onward referrals by kind of institution; only kinds to which somebody was referred."""
    kind_of = {agency.id: agency.kind for agency in facts.agencies}
    rows = [(kind_of.get(row.onward_id, UNKNOWN), row.id) for row in facts.assistance if row.onward_id is not None]
    met = {kind for kind, _ in rows}
    kinds = tuple(kind for kind in named(AGENCY_KINDS) if kind[0] in met)
    return cross(SUBJECTS["onward"],
                 ending_unknown(kinds), [Counted(kind, "", one) for kind, one in rows])  # fmt: skip

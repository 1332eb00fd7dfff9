"""What was done together: trainings and events by kind, who came to whose and as what, and the working groups."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop.figures.crossing import TOTAL_WORDS, Named, named
from desktop.figures.facts import GroupFact, PeriodFacts, TrainingFact, TrainingPartFact, Words
from desktop.figures.figures import TOTAL, Figure, FigureTable, Heading, Line
from desktop.figures.subjects import SUBJECTS
from desktop.language import N_
from desktop.records.training import PART_ROLES, TRAINING_KINDS

KINDS: Named = named(TRAINING_KINDS)
DIRECTIONS: Named = (
    ("to_us", Words(N_("Held by the centre: from institutions"))),
    ("from_us", Words(N_("Held by institutions: from the centre"))),
    ("own", Words(N_("Held by the centre: from the centre"))),
    ("among_them", Words(N_("Held by institutions: from institutions"))),
)
"""Whose it was, and from where they came; the two directions of working together first."""


def training_tables(facts: PeriodFacts) -> tuple[FigureTable, FigureTable, FigureTable]:
    """What was held, with its hours; the persons who took part; and the groups at work, with what came of them."""
    return _held_table(facts.trainings), _people_table(facts.training_parts), _group_table(facts.groups)


def direction_of(one: TrainingPartFact) -> str:
    """A code of `DIRECTIONS`."""
    if one.at_ours:
        return "own" if one.from_us else "to_us"
    return "from_us" if one.from_us else "among_them"


def _held_table(held: Sequence[TrainingFact]) -> FigureTable:
    lines = [Line(code, words, _held(one for one in held if one.kind == code)) for code, words in KINDS]
    lines.append(Line(TOTAL, TOTAL_WORDS, _held(held)))
    headings = Heading("count", Words(N_("Count"))), Heading("minutes", Words(N_("Hours")), measure="minutes")
    return FigureTable(SUBJECTS["trainings"], headings, tuple(lines))


def _held(held: Iterable[TrainingFact]) -> tuple[Figure, Figure]:
    found = sorted(held, key=lambda one: one.id.int)
    ids = tuple(one.id for one in found)
    return Figure(len(ids), ids), Figure(sum(one.minutes for one in found), ids)


def _people_table(parts: Sequence[TrainingPartFact]) -> FigureTable:
    lines = [
        Line(code, words, _people([one for one in parts if direction_of(one) == code])) for code, words in DIRECTIONS
    ]
    lines.append(Line(TOTAL, TOTAL_WORDS, _people(parts)))
    headings = (*(Heading(role, Words(msgid)) for role, msgid in PART_ROLES.items()), Heading(TOTAL, TOTAL_WORDS))
    return FigureTable(SUBJECTS["training_people"], headings, tuple(lines))


def _people(parts: Sequence[TrainingPartFact]) -> tuple[Figure, ...]:
    """Those who came in each role, and all; each number opens down to the institutions they came from."""
    columns = [[one for one in parts if one.role == role] for role in PART_ROLES]
    return tuple(_persons(column) for column in (*columns, [one for column in columns for one in column]))


def _persons(parts: Sequence[TrainingPartFact]) -> Figure:
    found = sorted(parts, key=lambda one: one.id.int)
    return Figure(sum(one.persons for one in found), tuple(one.id for one in found))


def _group_table(groups: Sequence[GroupFact]) -> FigureTable:
    """A row for each group; every number opens down to the groups."""
    lines = [Line(one.id.hex, Words(own=one.name), _group([one])) for one in groups]
    lines.append(Line(TOTAL, TOTAL_WORDS, _group(groups)))
    headings = (
        Heading("count", Words(N_("Groups"))),
        Heading("institutions", Words(N_("Institutions"))),
        Heading("members", Words(N_("Members"))),
    )
    told = tuple(Words(own=f"{one.name}: {one.results}") for one in groups if one.results)
    return FigureTable(SUBJECTS["groups"], headings, tuple(lines), told=told)


def _group(groups: Sequence[GroupFact]) -> tuple[Figure, Figure, Figure]:
    ids = tuple(one.id for one in sorted(groups, key=lambda one: one.id.int))
    counts = len(ids), sum(one.institutions for one in groups), sum(one.members for one in groups)
    first, second, third = (Figure(value, ids) for value in counts)
    return first, second, third

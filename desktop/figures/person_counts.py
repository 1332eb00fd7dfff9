"""Whom the notices name: persons by role, age, sex, residence, kinds of violence and relation.

A person is counted in every notice that names her. Those who pose the risk never stand in one sum with those to be
helped.
"""

from __future__ import annotations

from desktop.figures.crossing import Counted, Named, cross, listed, named, several
from desktop.figures.facts import MentionFact, PeriodFacts, Words
from desktop.figures.figures import UNKNOWN, FigureTable
from desktop.figures.subjects import SUBJECTS
from desktop.language import N_
from desktop.records.vocabulary import AGE_GROUPS, ENDED, HELPED_ROLES, ROLES, SEXES

CHILD_GROUPS = ("0-6", "7-13", "14-17")
"""Age groups of children."""
COUNTED_ROLES = (*HELPED_ROLES, "child_witness")
"""Roles of the persons named that are counted together; those who pose the risk stand apart."""

_CHILDREN: Named = (
    ("helped", Words(N_("Experienced violence or at risk"))),
    ("witness", Words(N_("Child witnesses"))),
)


def person_tables(facts: PeriodFacts) -> tuple[FigureTable, ...]:
    """Every table whose unit is a person."""
    counted = [one for one in facts.mentions if one.role in COUNTED_ROLES]
    helped = [one for one in facts.mentions if one.role in HELPED_ROLES]
    return (
        _role_table(counted),
        _age_table(helped),
        _children_table(counted),
        _posing_table(facts),
        _municipality_table(facts, helped),
        _kinds_table(facts, helped),
        _relation_table(facts, helped),
    )


def is_child(one: MentionFact) -> bool:
    """Whether the person named is a child."""
    return one.role == "child_witness" or one.age_group in CHILD_GROUPS


def _role_table(counted: list[MentionFact]) -> FigureTable:
    roles = tuple(role for role in named(ROLES) if role[0] in COUNTED_ROLES)
    records = [Counted(one.role, one.sex, one.id) for one in counted]
    return cross(SUBJECTS["role"], roles, records, named(SEXES))


def _age_table(helped: list[MentionFact]) -> FigureTable:
    records = [Counted(one.age_group, one.sex, one.id) for one in helped]
    return cross(SUBJECTS["age"], named(AGE_GROUPS), records, named(SEXES))


def _children_table(counted: list[MentionFact]) -> FigureTable:
    records = [
        Counted("witness" if one.role == "child_witness" else "helped", one.sex, one.id)
        for one in counted
        if is_child(one)
    ]
    return cross(SUBJECTS["children"], _CHILDREN, records, named(SEXES))


def _posing_table(facts: PeriodFacts) -> FigureTable:
    records = [Counted(one.sex, "", one.id) for one in facts.mentions if one.role == "posing_risk"]
    return cross(SUBJECTS["posing"], named(SEXES), records)


def _municipality_table(facts: PeriodFacts, helped: list[MentionFact]) -> FigureTable:
    served = dict.fromkeys(facts.municipalities)
    others = sorted({one.municipality for one in helped if one.municipality} - set(served))
    rows = tuple((name, Words(own=name)) for name in (*served, *others))
    records = [Counted(one.municipality or UNKNOWN, "", one.id) for one in helped]
    return cross(SUBJECTS["municipality"], (*rows, (UNKNOWN, Words(N_("Not given")))), records)


def _kinds_table(facts: PeriodFacts, helped: list[MentionFact]) -> FigureTable:
    kinds = listed(facts, "violence_kind", (kind for one in helped for kind in one.kinds))
    return several(SUBJECTS["kinds"], kinds, [(one.kinds, one.id) for one in helped])


def _relation_table(facts: PeriodFacts, helped: list[MentionFact]) -> FigureTable:
    relations = listed(facts, "relation", (one.relation for one in helped))
    records = [Counted(one.relation, one.relation_ended, one.id) for one in helped]
    return cross(SUBJECTS["relation"], relations, records, named(ENDED))

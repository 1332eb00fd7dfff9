"""What was corrected in the summaries of a year, as everybody may be told: what protected papers promise once a year.

Composed from the issued papers alone. Exact papers may be named here, their numbers not: of a figure stands what a
protected paper told of it, and what it is now where so many changed that no single record shows. Pure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.figures.figures import TOTAL
from desktop.figures.small_numbers import THRESHOLD
from desktop.language import N_
from desktop.periods import Month
from desktop.summaries.corrections import corrections, last_told, told_in
from desktop.summaries.numbers import Kept
from desktop.summaries.summary import MEETING, OFFICIAL, Correction

ENTERED, LEFT = N_("records entered later"), N_("records no longer counted")
MOVED, RULES = N_("details of records changed"), N_("counted by newer rules")


@dataclass(frozen=True)
class Changed:
    """One table in which something is otherwise now."""

    title: str
    """Its title, a msgid."""
    was: int | None = None
    """The number of all, as a protected paper told it; None: it told none, or all of them stayed as they were."""
    now: int | None = None
    """None: not published, as it differs by a few."""


@dataclass(frozen=True)
class Corrected:
    """One month, corrected in one paper."""

    month: Month
    number: str
    """Of the paper that was corrected."""
    later: str
    """Of the paper that tells it."""
    on: date
    changes: tuple[Changed, ...]
    why: tuple[str, ...]
    """Msgids."""
    note: str = ""
    """What the later paper says of it in the director's words."""


def corrected(kept: Sequence[Kept], year: int, k: int = THRESHOLD) -> tuple[Corrected, ...]:
    """Every correction of a month of the year, told in papers given in the order of issue; by months."""
    papers: dict[tuple[str, str], Kept] = {}
    for one in kept:
        papers.setdefault((one.row.profile, one.row.number), one)
    several = list(papers.values())
    found = [row for place, one in enumerate(several) for row in _told_in(one, several[:place], year, k)]
    return tuple(sorted(found, key=lambda row: row.month))


def _told_in(one: Kept, before: Sequence[Kept], year: int, k: int) -> Iterator[Corrected]:
    for month in (Month(year, number) for number in range(1, 13)):
        mine = [each for each in before if (each.row.profile, each.row.month) == (one.row.profile, month.key)]
        if not mine:
            continue
        is_again = one.row.month == month.key
        if one.row.profile == OFFICIAL:
            official = [each.summary for each in before if each.row.profile == OFFICIAL]
            found = corrections(last_told(official, month), one.summary.figures) if is_again else tuple(
                each for each in one.summary.corrections if each.period == month
            )  # fmt: skip
            changes = _hidden(found, before, month, k)
        else:
            found, changes = (), _open(mine[-1], one) if is_again else ()
        if changes:
            newer = is_again and one.summary.figures.definitions != mine[-1].summary.figures.definitions
            note = one.summary.note if is_again and one.summary.note != mine[-1].summary.note else ""
            yield Corrected(
                month, mine[-1].row.number, one.row.number, one.summary.made_on, changes, _why(found, newer), note
            )


def _open(earlier: Kept, later: Kept) -> tuple[Changed, ...]:
    """What two protected papers tell otherwise: both are known to all."""
    was, now = told_in(earlier.summary), told_in(later.summary)
    found: dict[str, Changed] = {}
    for key, one in {**was, **now}.items():
        if any(each.summary.leaves_out(one.table.code) for each in (earlier, later)):
            continue
        title, values = one.table.subject.title, [each[key].value if key in each else None for each in (was, now)]
        if values[0] != values[1]:
            found.setdefault(title, Changed(title))
            if _is_total(key) and None not in values:
                found[title] = Changed(title, *values)
    return tuple(found.values())


def _hidden(
    changes: Sequence[Correction], before: Sequence[Kept], month: Month, k: int
) -> tuple[Changed, ...]:  # fmt: skip
    """What exact papers tell otherwise, as far as everybody may know it."""
    shown = [each for each in before if (each.row.profile, each.row.month) == (MEETING, month.key)]
    told = told_in(shown[-1].summary) if shown else {}
    found: dict[str, Changed] = {}
    for one in changes:
        found.setdefault(one.title, Changed(one.title))
        if _is_total(one.key) and one.measure == "count" and one.key in told:
            was = told[one.key].value
            is_many = abs(one.now - was) >= k and not 0 < one.now < k
            found[one.title] = Changed(one.title, was, one.now if is_many else None)
    return tuple(found.values())


def _is_total(key: str) -> bool:
    """Whether it is the number of all in its table."""
    _table, row, column = key.split("/")
    return row == TOTAL and column in {TOTAL, "count"}


def _why(changes: Sequence[Correction], newer: bool) -> tuple[str, ...]:
    reasons = (
        (ENTERED, any(one.entered for one in changes)), (LEFT, any(one.left for one in changes)),
        (MOVED, any(one.moved for one in changes)), (RULES, newer),
    )  # fmt: skip
    return tuple(words for words, holds in reasons if holds)

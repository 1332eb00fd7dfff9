"""The checks that every draft shares: how long a text may be, which dates exist, which words a fixed list holds.

Pure. Each check yields problems that name the draft's own field.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from desktop.language import N_
from desktop.problems import Invalid, Problem

NAME = 200
"""Characters allowed in a name."""
SHORT = 500
"""Characters allowed in any other line."""
LONG = 10_000
"""Characters allowed in a description or a note."""
FIRST_YEAR = 1990
LAST_YEAR = 2199
_OLDEST = 1900


def checked_lengths(draft: object, limits: Mapping[str, int]) -> Iterator[Problem]:
    """A problem for each text that is longer than its field allows."""
    for name, limit in limits.items():
        if len(getattr(draft, name)) > limit:
            yield Problem(N_("The text is too long. Characters allowed: {n}"), field=name, n=limit)


def checked_days(draft: object, names: Iterable[str]) -> Iterator[Problem]:
    """A problem for each date or time outside the years in which a centre can have worked."""
    for name in names:
        day: date | None = getattr(draft, name)
        if day is not None and not FIRST_YEAR <= day.year <= LAST_YEAR:
            yield Problem(N_("There is no such date."), field=name)


def checked_choices(draft: object, lists: Mapping[str, Collection[str]]) -> Iterator[Problem]:
    """A problem for each code that its fixed list does not hold."""
    for name, codes in lists.items():
        if getattr(draft, name) not in codes:
            yield Problem(N_("Choose from the list."), field=name)


def checked_birth_year(year: int | None, now: date) -> Iterator[Problem]:
    """A problem for a year in which nobody living was born, or that has not come yet."""
    if year is not None and not _OLDEST <= year <= now.year:
        yield Problem(N_("There is no such year of birth."), field="birth_year")


def checked_filled(draft: object, names: Iterable[str]) -> Iterator[Problem]:
    """A problem for each field that must be filled in and is not."""
    for name in names:
        if getattr(draft, name) in (None, "", ()):
            yield Problem(N_("Fill in this field."), field=name)


def insist(problems: Iterable[Problem]) -> None:
    """Raise `Invalid` with all the problems, if there are any."""
    if found := tuple(problems):
        raise Invalid(found)


def checked_ranges(draft: object, ranges: Mapping[str, tuple[int, int]]) -> Iterator[Problem]:
    """A problem for each number that lies outside its range; both ends are allowed, None is not looked at."""
    for name, (least, most) in ranges.items():
        number: int | None = getattr(draft, name)
        if number is not None and not least <= number <= most:
            yield Problem(N_("Allowed: {least}–{most}"), field=name, least=least, most=most)

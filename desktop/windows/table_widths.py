"""How the columns of a list share its width: those that do not fit leave in their order, the others take the rest.

Where even those that always stay are too wide, words end sooner: a date or a state beyond the edge would not be seen.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desktop.windows.table_parts import TableColumn

ENDING = ("head", "text")
"""Kinds of columns whose words may end in an ellipsis."""
LEAST = 3
"""They keep at least one part in so many of what they need."""


def shared(columns: Sequence[TableColumn], needs: Sequence[int], order: Sequence[int], room: int) -> dict[int, int]:
    """How many of the `room` pixels each column gets, by its place in `columns`; one that left is not there.

    `needs` are the least pixels of all columns, `order` the places of those that were chosen, from left to right.
    """
    stay = list(order)
    for place in sorted((place for place in order if columns[place].leaves), key=lambda place: columns[place].leaves):
        if sum(needs[staying] for staying in stay) > room:
            stay.remove(place)
    if (over := sum(needs[place] for place in stay) - room) > 0:
        return _squeezed(columns, {place: needs[place] for place in stay}, over)
    spare = max(0, room - sum(needs[place] for place in stay))
    shares = sum(columns[place].stretch for place in stay)
    if not shares:
        return {place: needs[place] + spare * (place == stay[-1]) for place in stay}
    return {place: needs[place] + spare * columns[place].stretch // shares for place in stay}


def _squeezed(columns: Sequence[TableColumn], needs: Mapping[int, int], over: int) -> dict[int, int]:
    """So many pixels less, taken from the words."""
    ending = [place for place in needs if columns[place].kind in ENDING]
    whole = sum(needs[place] for place in ending)
    less = {place: min(-(-over * needs[place] // whole), needs[place] - needs[place] // LEAST) for place in ending}
    return {place: need - less.get(place, 0) for place, need in needs.items()}

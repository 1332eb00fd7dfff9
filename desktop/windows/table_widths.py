"""How the columns of a list share its width: those that do not fit leave in their order, the others take the rest."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.windows.table_parts import TableColumn


def shared(columns: Sequence[TableColumn], needs: Sequence[int], order: Sequence[int], room: int) -> dict[int, int]:
    """How many of the `room` pixels each column gets, by its place in `columns`; one that left is not there.

    `needs` are the least pixels of all columns, `order` the places of those that were chosen, from left to right.
    """
    stay = list(order)
    for place in sorted((place for place in order if columns[place].leaves), key=lambda place: columns[place].leaves):
        if sum(needs[staying] for staying in stay) > room:
            stay.remove(place)
    spare = max(0, room - sum(needs[place] for place in stay))
    shares = sum(columns[place].stretch for place in stay)
    if not shares:
        return {place: needs[place] + spare * (place == stay[-1]) for place in stay}
    return {place: needs[place] + spare * columns[place].stretch // shares for place in stay}

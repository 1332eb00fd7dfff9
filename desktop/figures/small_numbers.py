"""Hiding small numbers in a table so that they cannot be worked out from what stays.

A table with totals is a circulation: rows, columns and the whole are places, each cell and each total flows from one
place to another, and what flows in flows out. How far a hidden number may lie from its true value is the largest flow
through the other hidden ones. Zeros may be hidden as partners too, so a hidden number may be zero. Whole numbers come
free. Pure; protects one publication by itself and knows nothing of earlier ones.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

THRESHOLD = 5
"""Numbers from 1 to one less than this are protected."""
_UNBOUNDED = 10**9
_TOTAL_COST = 10
"""Hiding a total costs so many times as much as hiding a cell of that size."""

Place = tuple[int, int]
"""Row and column in the table with its totals; the last row and the last column are totals."""
Table = tuple[tuple[int, ...], ...]
"""True numbers, totals included."""
Published = tuple[tuple[int | None, ...], ...]
"""What is printed; None: not published."""


class CannotProtect(Exception):
    """No set of cells hides the small numbers: categories must be merged."""


def with_totals(rows: Sequence[Sequence[int]]) -> Table:
    """The table with a total column and a total row."""
    summed = [(*row, sum(row)) for row in rows]
    return (*summed, tuple(map(sum, zip(*summed, strict=True))))


def protect(table: Table, k: int = THRESHOLD) -> Published:
    """The table as it may be published, audited once more from what is published alone."""
    small = _small(table, k)
    if not small:
        return table
    if 0 < table[-1][-1] < k:
        raise CannotProtect
    hidden = set(small)
    for cell in sorted(small):
        if not _is_safe(table, hidden, cell, k):
            _hide_partners(table, hidden, cell, k)
    while unsafe := [cell for cell in sorted(small) if not _is_safe(table, hidden, cell, k)]:
        _hide_partners(table, hidden, unsafe[0], k)
    published = tuple(
        tuple(None if (i, j) in hidden else value for j, value in enumerate(row)) for i, row in enumerate(table)
    )
    audit(published, small, k)
    return published


def audit(published: Published, small: Iterable[Place], k: int = THRESHOLD) -> None:
    """Raise unless every small number, seen from what is published alone, may be anything from 0 to at least k."""
    ranges = possible(published)
    for cell in small:
        low, high = ranges.get(cell, (-1, -1))
        if low != 0 or high < k:
            raise CannotProtect


def possible(published: Published) -> dict[Place, tuple[int, int]]:
    """For every hidden number the least and the greatest value that agree with all that is published."""
    guess = _a_solution(published)
    hidden = {(i, j) for i, row in enumerate(published) for j, value in enumerate(row) if value is None}
    return {cell: (guess[cell[0]][cell[1]] - _down(guess, hidden, cell), guess[cell[0]][cell[1]]
                   + _up(guess, hidden, cell)) for cell in hidden}  # fmt: skip


def _small(table: Table, k: int) -> set[Place]:
    return {(i, j) for i, row in enumerate(table) for j, value in enumerate(row) if 0 < value < k}


def _is_safe(table: Table, hidden: set[Place], cell: Place, k: int) -> bool:
    value = table[cell[0]][cell[1]]
    return _down(table, hidden, cell) >= value and value + _up(table, hidden, cell) >= k


def _hide_partners(table: Table, hidden: set[Place], cell: Place, k: int) -> None:
    """Hide the cheapest further cells that make this one safe; failing that, the smallest cell that is left."""
    best: tuple[int, tuple[Place, ...]] | None = None
    for partners in _partners(table, hidden, cell):
        price = sum(_cost(table, one) for one in partners)
        if (best is None or (price, partners) < best) and _is_safe(table, hidden | set(partners), cell, k):
            best = price, partners
    if best is None:
        left = [(_cost(table, one), one) for one in _places(table) if one not in hidden]
        if not left:
            raise CannotProtect
        best = 0, (min(left)[1],)
    hidden.update(best[1])


def _partners(table: Table, hidden: set[Place], cell: Place) -> Iterator[tuple[Place, ...]]:
    for one in _places(table):
        if one not in hidden:
            yield (one,)
    row, column = cell
    for i, j in _places(table):
        if i != row and j != column:
            corners = {(row, j), (i, column), (i, j)} - hidden
            if len(corners) > 1:
                yield tuple(sorted(corners))


def _places(table: Table) -> Iterator[Place]:
    """Every cell and total but the whole, which is always published."""
    last = len(table) - 1, len(table[0]) - 1
    for i, row in enumerate(table):
        for j in range(len(row)):
            if (i, j) != last:
                yield i, j


def _cost(table: Table, place: Place) -> int:
    is_total = place[0] == len(table) - 1 or place[1] == len(table[0]) - 1
    return (table[place[0]][place[1]] + 2) * (_TOTAL_COST if is_total else 1)


@dataclass(frozen=True)
class _Arc:
    tail: str
    head: str


def _arc(table: Sequence[Sequence[object]], place: Place) -> _Arc:
    """Cells and the whole flow from row to column, totals the other way, through the place of all rows and columns."""
    (i, j), last_row, last_column = place, len(table) - 1, len(table[0]) - 1
    if i == last_row:
        return _Arc("columns", "rows") if j == last_column else _Arc(f"c{j}", "columns")
    return _Arc("rows", f"r{i}") if j == last_column else _Arc(f"r{i}", f"c{j}")


def _up(table: Table, hidden: set[Place], cell: Place) -> int:
    arc = _arc(table, cell)
    return _flow(_room(table, hidden, cell), arc.head, arc.tail)


def _down(table: Table, hidden: set[Place], cell: Place) -> int:
    arc = _arc(table, cell)
    return min(table[cell[0]][cell[1]], _flow(_room(table, hidden, cell), arc.tail, arc.head))


_Room = dict[str, dict[str, int]]


def _room(table: Table, hidden: set[Place], without: Place) -> _Room:
    """By how much the hidden numbers may change: up without bound, down to zero."""
    room: _Room = {}
    for place in hidden - {without}:
        arc = _arc(table, place)
        _widen(room, arc.tail, arc.head, _UNBOUNDED)
        _widen(room, arc.head, arc.tail, table[place[0]][place[1]])
    return room


def _widen(room: _Room, tail: str, head: str, by: int) -> None:
    room.setdefault(tail, {})
    room[tail][head] = room[tail].get(head, 0) + by
    room.setdefault(head, {}).setdefault(tail, 0)


def _flow(room: _Room, source: str, sink: str) -> int:
    """The largest flow from source to sink, by shortest paths; uses up the room it is given."""
    total = 0
    while path := _path(room, source, sink):
        step = min(room[tail][head] for tail, head in path)
        for tail, head in path:
            room[tail][head] -= step
            room[head][tail] += step
        total += step
        if total >= _UNBOUNDED:
            break
    return total


def _path(room: _Room, source: str, sink: str) -> list[tuple[str, str]]:
    came: dict[str, str] = {source: ""}
    queue = deque([source])
    while queue and sink not in came:
        at = queue.popleft()
        for head, width in room.get(at, {}).items():
            if width > 0 and head not in came:
                came[head] = at
                queue.append(head)
    if sink not in came:
        return []
    path = []
    while came[sink]:
        path.append((came[sink], sink))
        sink = came[sink]
    return path


def _a_solution(published: Published) -> Table:
    """Some numbers that agree with all that is published: what flows in must flow out, at every row and column."""
    room: _Room = {}
    surplus: dict[str, int] = {}
    hidden: list[Place] = []
    for i, row in enumerate(published):
        for j, value in enumerate(row):
            arc = _arc(published, (i, j))
            if value is None:
                hidden.append((i, j))
                _widen(room, arc.tail, arc.head, _UNBOUNDED)
            else:
                surplus[arc.head] = surplus.get(arc.head, 0) + value
                surplus[arc.tail] = surplus.get(arc.tail, 0) - value
    for place, value in surplus.items():
        _widen(room, "source", place, max(0, value))
        _widen(room, place, "sink", max(0, -value))
    if _flow(room, "source", "sink") != sum(value for value in surplus.values() if value > 0):
        raise CannotProtect
    found = [[0 if value is None else value for value in row] for row in published]
    for i, j in hidden:
        arc = _arc(published, (i, j))
        found[i][j] = room[arc.head][arc.tail]
    return tuple(map(tuple, found))


def protect_several(values: Sequence[int], unknown: int, base: int, k: int = THRESHOLD) -> tuple[int | None, ...]:
    """Counts of which several may hold for one person, then how many persons had none, out of a published number.

    Every person with none stands in `unknown` alone, so no count exceeds the rest, and together they reach it.
    """
    counts = (*values, unknown)
    if 0 < base < k:
        raise CannotProtect
    hidden = {place for place, value in enumerate(counts) if 0 < value < k}
    small = tuple(hidden)
    for further in [-1, *sorted(set(range(len(counts))) - hidden, key=lambda place: (counts[place], place))]:
        hidden |= {further} - {-1}
        shown = tuple(None if place in hidden else value for place, value in enumerate(counts))
        ranges = possible_several(shown, base)
        if all(ranges[place][0] == 0 and ranges[place][1] >= k for place in small):
            return shown
    raise CannotProtect


def possible_several(shown: Sequence[int | None], base: int) -> dict[int, tuple[int, int]]:
    """For every hidden count its least and greatest value; the last is the number of persons with none."""
    *kinds, unknown = shown
    told = [value for value in kinds if value is not None]
    most_unknown = unknown if unknown is not None else base - max(told, default=0)
    least_unknown = unknown if unknown is not None else 0
    open_kinds = [place for place, value in enumerate(kinds) if value is None]
    ranges = {}
    for place in open_kinds:
        others = base if len(open_kinds) > 1 else 0
        ranges[place] = max(0, base - most_unknown - sum(told) - others), base - least_unknown
    if unknown is None:
        ranges[len(kinds)] = max(0, base - sum(told) - (base if open_kinds else 0)), most_unknown
    return ranges

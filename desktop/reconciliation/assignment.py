"""Which of many possible pairs to propose: one partner at most for each row, and all weights together the greatest.

The best whole, not the best pair first: a row never loses its only partner to one that has a choice. Pure numbers.
"""

from __future__ import annotations

from collections.abc import Mapping
from heapq import heappop, heappush

Edges = Mapping[int, Mapping[int, int]]


def assign(edges: Edges) -> dict[int, int]:
    """For each left number its right one, if it has one; a pair whose weight is not above 0 is never chosen.

    Only rows that are linked by possible pairs are ever looked at together. The same weights give the same answer.
    """
    places = _Places(edges)
    for left in sorted(edges):
        places.find(left)
    return {left: right for left, right in sorted(places.chosen.items()) if right >= 0}


class _Places:
    """Who has which place so far, and the prices that keep the whole at its best (Hungarian method on sparse rows).

    A row that stays alone has a place of its own, numbered below 0, as good as a pair of weight 0.
    """

    def __init__(self, edges: Edges) -> None:
        self.edges = edges
        self.top = max((weight for row in edges.values() for weight in row.values()), default=0)
        self.chosen: dict[int, int] = {}
        self.taken: dict[int, int] = {}
        self.left_price: dict[int, int] = {}
        self.right_price: dict[int, int] = {}

    def find(self, start: int) -> None:
        """Find a place for one more row, moving others where the whole gains by it."""
        best: dict[int, int] = {}
        came: dict[int, int] = {}
        done: dict[int, int] = {}
        heap: list[tuple[int, int]] = []
        left, far = start, 0
        while True:
            price = far - self.left_price.get(left, 0)
            for right, cost in (
                *((r, self.top - w) for r, w in self.edges[left].items() if w > 0),
                (-1 - left, self.top),
            ):
                reach = price + cost - self.right_price.get(right, 0)
                if right not in done and (right not in best or reach < best[right]):
                    best[right], came[right] = reach, left
                    heappush(heap, (reach, right))
            far, right = heappop(heap)
            while right in done:
                far, right = heappop(heap)
            done[right] = far
            if right not in self.taken:
                break
            left = self.taken[right]
        self._settle(start, right, far, done)
        self._move(start, right, came)

    def _settle(self, start: int, free: int, far: int, done: Mapping[int, int]) -> None:
        """Set the prices anew, so that every pair chosen stays the cheapest for its row."""
        self.left_price[start] = self.left_price.get(start, 0) + far
        for right, reach in done.items():
            if right != free:
                self.right_price[right] = self.right_price.get(right, 0) + reach - far
                self.left_price[self.taken[right]] = self.left_price.get(self.taken[right], 0) + far - reach

    def _move(self, start: int, right: int, came: Mapping[int, int]) -> None:
        """Let every row on the way take the place that was found for it."""
        while True:
            left = came[right]
            before = self.chosen.get(left)
            self.chosen[left], self.taken[right] = right, left
            if left == start or before is None:
                return
            right = before

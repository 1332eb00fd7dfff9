"""How blocks are laid on pages: what belongs together stays together, and nothing is cut.

Pure: it only measures and places, so that a page can be reckoned without drawing it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from desktop.language import N_
from desktop.paper.blocks import Block
from desktop.paper.face import STEP, Face
from desktop.problems import Problem

COMPANY = 54.0
"""Of a table or paragraph that may be divided, so much is enough not to leave a block alone: four lines."""


@dataclass(frozen=True)
class Placed:
    """A block and where its top stands on its page."""

    block: Block
    top: float
    below: float
    """Where the next block may begin."""


def pages_of(blocks: list[Block], face: Face, first_top: float, later_top: float, bottom: float) -> list[list[Placed]]:
    """The blocks laid on pages, in their order; every page begins at its top and ends above the bottom.

    The gaps are drawn tighter by up to two steps if that spares a page, and by three where little is left for the last.
    """
    pages = _laid(blocks, _Flow(face, first_top, later_top, bottom))
    for tighter in (STEP, 2 * STEP, 3 * STEP):
        last = pages[-1]
        little = last and last[-1].below - later_top <= (bottom - later_top) / 5
        if len(pages) == 1 or (tighter > 2 * STEP and not little):
            break
        closer = _laid(blocks, _Flow(face, first_top, later_top, bottom, tighter))
        if len(closer) < len(pages):
            return closer
    return pages


def _laid(blocks: list[Block], flow: _Flow) -> list[list[Placed]]:
    chain: list[Block] = []
    for block in blocks:
        chain.append(block)
        if not block.keeps:
            flow.lay(chain)
            chain = []
    flow.lay(chain)
    return flow.pages


class _Flow:
    def __init__(self, face: Face, first_top: float, later_top: float, bottom: float, tighter: float = 0.0) -> None:
        self.pages: list[list[Placed]] = [[]]
        self._face = face
        self._later_top = _on_step(later_top)
        self._bottom = bottom
        self._tighter = tighter
        self._y = _on_step(first_top)
        self._begun = 0
        """How many blocks of this page stood there before the chain that was laid last."""

    def lay(self, chain: list[Block]) -> None:
        """Lay headings together with the beginning of what they head."""
        if not chain:
            return
        if self.pages[-1] and chain[0].turns:
            self._turn()
        if self.pages[-1] and self._reach(chain) > self._bottom:
            company = self._taken_along(chain)
            self._turn()
            for placed in company:
                self._place(placed.block)
        self._begun = len(self.pages[-1])
        for block in chain[:-1]:
            self._place(block)
        self._flow(chain[-1])

    def _reach(self, chain: list[Block]) -> float:
        """How far down this page the chain would reach with the beginning of its last block."""
        y = self._y + self._before(chain[0])
        for block in chain[:-1]:
            y = _on_step(y + block.height(self._face))
        last = chain[-1]
        return y + (last.height(self._face) if last.keeps else last.least(self._face))

    def _taken_along(self, chain: list[Block]) -> list[Placed]:
        """What must leave its page with a block that may not stand alone: the end of the chain before it, if short."""
        page = self.pages[-1]
        before = page[self._begun :]
        if not chain[-1].company or not self._begun or not before:
            return []
        last, high = before[-1], before[-1].block.height(self._face)
        for room in (high - 1.0, high - COMPANY):
            parts = last.block.split(self._face, room) if last.block.least(self._face) < high else None
            if parts and parts[1].height(self._face) >= COMPANY:
                page[-1] = replace(last, block=parts[0])
                return [replace(last, block=parts[1])]
        if before[-1].below - before[0].top > (self._bottom - self._later_top) / 2:
            return []
        del page[self._begun :]
        return before

    def _flow(self, block: Block) -> None:
        before = self._before(block)
        room = self._bottom - self._y - before
        if block.height(self._face) <= room:
            self._place(block)
            return
        parts = block.split(self._face, room)
        if parts:
            self._place(parts[0])
            self._turn()
            self._flow(parts[1])
        elif self.pages[-1]:
            self._turn()
            self._flow(block)
        else:
            raise Problem(N_("This text is too long for one page. Make it shorter."))

    def _place(self, block: Block) -> None:
        page = self.pages[-1]
        top = self._y + self._before(block)
        below = _on_step(top + block.height(self._face))
        page.append(Placed(block, top, below))
        self._y = below

    def _before(self, block: Block) -> float:
        """The space above a block: none at the top of a page, none under a heading."""
        page = self.pages[-1]
        if not page or page[-1].block.keeps:
            return 0.0
        return max(block.before - self._tighter, min(block.before, 2 * STEP))

    def _turn(self) -> None:
        self.pages.append([])
        self._y = self._later_top
        self._begun = 0


def _on_step(y: float) -> float:
    """The next multiple of the vertical step."""
    return math.ceil(round(y / STEP, 6)) * STEP

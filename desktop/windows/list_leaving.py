"""A list leaves the window: on paper, or as a workbook; then the history says which, how many rows, and by whom.

Rows are read, drawn and written in the worker's thread. What is drawn is what the asking screen says is on show.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.language import N_, _, chosen
from desktop.problems import Problem
from desktop.summaries.press import write_file
from desktop.windows.banner import Banner, ProgressCard
from desktop.windows.desk import Desk
from desktop.windows.files import ask_save
from desktop.windows.printing import ask_to_print, has_printer
from desktop.windows.table import Cell, TableColumn
from desktop.windows.table_paper import (
    MOST_PRINTED,
    MOST_WRITTEN,
    TakenList,
    as_pdf,
    as_workbook,
    check_length,
    how_many,
)
from desktop.windows.worker import Progress

NOT_ENCRYPTED = N_("This file is not encrypted. Delete it when it is no longer needed.")
Draw = Callable[..., bytes]
Taken = tuple[bytes, int]
"""What was drawn, and how many rows it has."""
MOST: dict[Draw, int] = {as_pdf: MOST_PRINTED, as_workbook: MOST_WRITTEN}


@dataclass(frozen=True)
class Leaves:
    """What is to leave: how many rows, what is said of them, the columns, and how the worker gets the rows."""

    count: int
    told: str
    columns: tuple[TableColumn, ...]
    take: Callable[[Progress], Sequence[Mapping[str, Cell]]]


class Leaving:
    """The ways out of one list; its progress lies over `over`, and `banner` says what became of it."""

    def __init__(self, desk: Desk, title: str, over: QWidget, banner: Banner) -> None:
        self.desk, self._title, self._over, self._banner = desk, title, over, banner

    def print(self, leaves: Leaves) -> None:
        """On paper; where there is no printer, as a file."""
        if leaves.count and has_printer():
            self._take(as_pdf, leaves, lambda taken: ask_to_print(self._over, taken[0], lambda: self._note(taken[1])))
        elif leaves.count:
            self._save(as_pdf, leaves, "pdf")

    def export(self, leaves: Leaves) -> None:
        """As a workbook of typed cells."""
        if leaves.count:
            self._save(as_workbook, leaves, "xlsx")

    def write(self, draw: Draw, path: Path, leaves: Leaves) -> None:
        """Draw it and write it there; then it is said that the file is not encrypted."""

        def written(taken: Taken) -> None:
            self._banner.say(NOT_ENCRYPTED, "{path}", tone="blue", path=path)
            self._note(taken[1])

        self._take(draw, leaves, written, path)

    def _save(self, draw: Draw, leaves: Leaves, kind: str) -> None:
        if self._is_too_long(draw, leaves):
            return
        name = f"{_(self._title)} {self.desk.centre.world.today():%Y-%m-%d}.{kind}"
        ask_save(self._over, name, f"{kind.upper()} (*.{kind})", lambda path: self.write(draw, path, leaves))

    def _take(self, draw: Draw, leaves: Leaves, done: Callable[[Taken], None], path: Path | None = None) -> None:
        """Read every row, draw it and perhaps write it, all in the worker's thread."""
        if self._is_too_long(draw, leaves):
            return
        world, language = self.desk.centre.world, chosen()
        made, centre, title = world.desk(world.now()), self.desk.centre.profile_log.profile().name, _(self._title)

        def job(progress: Progress) -> Taken:
            rows = leaves.take(progress)
            check_length(len(rows), MOST[draw])
            content = draw(TakenList(title, leaves.told, centre, leaves.columns, rows), language, made)
            if path is not None:
                write_file(path, content)
            return content, how_many(rows)

        errand = self.desk.background.run(job, done, self._banner.tell, counts=True, lasts=path is not None)
        ProgressCard(self._over, errand, N_("Taking out the list…"))

    def _is_too_long(self, draw: Draw, leaves: Leaves) -> bool:
        """Say so before anything is read or asked."""
        self._banner.hide()
        try:
            check_length(leaves.count, MOST[draw])
        except Problem as problem:
            self._banner.tell(problem)
            return True
        return False

    def _note(self, rows: int) -> None:
        """Keep in the history that the list left the house: which, how many, by whom, and no word of what it says."""
        try:
            self.desk.centre.profile_log.list_left(self._title, rows, self.desk.centre.worker)
        except Problem as problem:
            self.desk.tell(problem)

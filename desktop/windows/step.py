"""What each of the first steps is: a page with a heading, one sentence, and a filled button that may have to wait."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.language import N_
from desktop.places import documents_folder
from desktop.problems import Problem
from desktop.windows.banner import ProgressCard
from desktop.windows.layouts import Column
from desktop.windows.worker import Background, Errand, Progress
from desktop.world import World


@dataclass
class Beginning:
    """What the first steps have found out so far."""

    world: World
    background: Background
    country: str = "LT"
    centre_fields: dict[str, Any] = field(default_factory=dict)
    folder: Path = field(default_factory=lambda: free_folder("data"))
    centre: Any = None
    """The open centre, once it is made."""
    shares: tuple[Any, ...] = ()
    """The recovery sheets, in memory until they are proven; never on the screen."""


def free_folder(name: str) -> Path:
    """A folder of that name which is not there yet, among the person's documents."""
    folder, number = documents_folder() / f"{name}.liepa", 1
    while folder.exists():
        number += 1
        folder = folder.with_name(f"{name}-{number}.liepa")
    return folder


class Step(QWidget):
    """One of the first steps."""

    title = ""
    """English msgid in the list at the left."""
    heading = ""
    says = ""
    """One sentence under the heading."""
    next_word = N_("Next")
    settled = Signal()
    """Whether one can go on may have changed."""

    def __init__(self, beginning: Beginning) -> None:
        super().__init__()
        self.beginning = beginning
        self.column = Column(self, gap=16)

    def enter(self) -> None:
        """It is shown."""

    def may_go_on(self) -> bool:
        """Whether the filled button is on."""
        return True

    def note(self) -> str:
        """What still keeps the filled button off, said beside it."""
        return ""

    def go_on(self, done: Callable[[], None]) -> None:
        """Check what was typed, do what is to be done, then call `done`."""
        done()

    def run(self, job: Callable[[Progress], Any], done: Callable[[Any], None], what: str) -> Errand:
        """Do long work with its card over this step."""
        errand = self.beginning.background.run(job, done, self.refuse, counts=True, lasts=True)
        if not errand.is_over:
            ProgressCard(self, errand, what)
        return errand

    def refuse(self, problem: Problem) -> None:
        """Show a problem; steps with a form show it at its field."""

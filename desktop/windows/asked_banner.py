"""A banner that tells why a paper was not made, and asks who is meant where an official bears a known name."""

from __future__ import annotations

from collections.abc import Callable

from desktop.language import N_, _
from desktop.meetings.pack_content import Namesake
from desktop.problems import Invalid, Problem
from desktop.windows.banner import Banner


class AskedBanner(Banner):
    """Hidden while silent; all the problems there are stand in it, one below the other."""

    def __init__(self) -> None:
        super().__init__("red")
        self._again: Callable[[], object] = self.hide
        self.sure_button = self.offer(N_("The official is meant"), self._go)
        self.sure_button.hide()

    def ask(self, problem: Problem, again: Callable[[], object]) -> None:
        """Tell the problem; `again` makes the paper though an official is called as somebody we know."""
        self.tell(problem)
        self._again = again
        self.sure_button.setVisible(isinstance(problem, Namesake))

    def tell(self, problem: Problem, tone: str = "red") -> None:
        """Show every problem there is."""
        super().tell(problem, "amber" if isinstance(problem, Namesake) else tone)
        others = problem.problems[1:] if isinstance(problem, Invalid) else ()
        self._more.put("\n".join(each.told(_) for each in others))
        self._more.setVisible(bool(others))

    def _show(self, tone: str) -> None:
        self.sure_button.hide()
        super()._show(tone)

    def _go(self) -> None:
        self.hide()
        self._again()

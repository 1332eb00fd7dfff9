"""A banner that tells why a paper was not made, and asks who is meant where that is all that stands in its way."""

from __future__ import annotations

from collections.abc import Callable

from desktop.language import N_, _
from desktop.meetings.pack_content import Namesake
from desktop.problems import Invalid, Problem
from desktop.protocol.meant import MayBeMeant
from desktop.windows.banner import Banner

NOTED = N_(
    "This text cannot be changed any more. If that is how it is meant, or somebody else is meant, say so: the history "
    "keeps it."
)


class AskedBanner(Banner):
    """Hidden while silent; all the problems there are stand in it, one below the other."""

    def __init__(self) -> None:
        super().__init__("red")
        self._again: Callable[[], object] = self.hide
        self.sure_button = self.offer(N_("The official is meant"), self._go)
        self.meant_button = self.offer(N_("It is meant so"), self._go)
        for button in (self.sure_button, self.meant_button):
            button.hide()

    def ask(self, problem: Problem, again: Callable[[], object]) -> None:
        """Tell the problem; `again` makes the paper though an official is called so, or a closed text tells it."""
        self.tell(problem)
        self._again = again
        self.sure_button.setVisible(isinstance(problem, Namesake))
        self.meant_button.setVisible(isinstance(problem, MayBeMeant))

    def tell(self, problem: Problem, tone: str = "red") -> None:
        """Show every problem there is."""
        super().tell(problem, "amber" if isinstance(problem, (Namesake, MayBeMeant)) else tone)
        others = problem.problems[1:] if isinstance(problem, Invalid) else ()
        more = [each.told(_) for each in others]
        if isinstance(problem, MayBeMeant):
            more.append(_(NOTED))
        self._more.put("\n".join(more))
        self._more.setVisible(bool(more))

    def _show(self, tone: str) -> None:
        for button in (self.sure_button, self.meant_button):
            button.hide()
        super()._show(tone)

    def _go(self) -> None:
        self.hide()
        self._again()

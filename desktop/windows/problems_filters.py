"""What narrows the problems: words, who raised them, open or solved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from desktop.language import N_, _
from desktop.windows.institutions import institution_words
from desktop.windows.list_filters import ListFilters
from desktop.windows.meeting_named import who
from desktop.windows.problems_rows import ALL, SOLVED, ProblemQuery

STATES = {"": N_("Open ones"), SOLVED: N_("Solved ones"), ALL: N_("Open and solved")}


class ProblemFilters(ListFilters):
    """The filters of the problems."""

    CHOICES: ClassVar[Mapping[str, str]] = {"agency": N_("Raised by"), "state": N_("State")}
    SEARCHES = N_("Search in the problems")
    HINT = N_("Fact, wish, institution")
    NOTHING = N_("No problem is like that.")

    def query(self) -> ProblemQuery:
        """What is asked for."""
        return ProblemQuery(self.text(), self.code("agency"), self.code("state"))

    def fill(self, name: str) -> Sequence[tuple[str, str]]:
        """What each choice offers."""
        if name == "state":
            return [(code, _(words)) for code, words in STATES.items()]
        return [("", _("All institutions")), *who(self.desk.centre)()]

    def missing(self, name: str, code: str) -> str:
        """An institution that closed since."""
        return institution_words(self.desk.centre, code) if name == "agency" else ""

    def retranslate(self) -> None:
        """Say everything again; what is looked for here is no name of a person."""
        super().retranslate()
        self.words.setPlaceholderText(_("Words of the problem"))

"""What narrows the commitments: words, institution, state, meeting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from desktop.language import N_, _
from desktop.records.promise import COMMITMENT_STATES
from desktop.windows.commitments_rows import ALL, CommitmentQuery
from desktop.windows.institutions import institution_words
from desktop.windows.list_filters import ListFilters
from desktop.windows.meeting_named import latest_meetings, who

STATES = {**COMMITMENT_STATES, ALL: N_("All, those settled before too")}


class CommitmentFilters(ListFilters):
    """The filters of the commitments."""

    CHOICES: ClassVar[Mapping[str, str]] = {
        "agency": N_("Institution"), "state": N_("State"), "meeting": N_("From which meeting"),
    }  # fmt: skip
    SEARCHES = N_("Search in the commitments")
    HINT = N_("What, institution, person")
    NOTHING = N_("No commitment is like that.")
    PLACE = N_("What, who, evidence")

    def query(self) -> CommitmentQuery:
        """What is asked for."""
        return CommitmentQuery(self.text(), self.code("agency"), self.code("state"), self.code("meeting"))

    def fill(self, name: str) -> Sequence[tuple[str, str]]:
        """What each choice offers."""
        if name == "state":
            return [("", _("Open, done this month")), *((code, _(word)) for code, word in STATES.items())]
        if name == "meeting":
            return [("", _("All meetings")), *latest_meetings(self.desk.centre)]
        return [("", _("All institutions")), *who(self.desk.centre)()]

    def missing(self, name: str, code: str) -> str:
        """An institution that closed since."""
        return institution_words(self.desk.centre, code) if name == "agency" else ""

    def retranslate(self) -> None:
        """Say everything again; what is looked for here is no name of a person."""
        super().retranslate()
        self.words.setPlaceholderText(_(self.PLACE))

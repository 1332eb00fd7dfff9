"""What narrows what institutions told: words, institution, kind, meeting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from desktop.language import N_, _
from desktop.records.promise import CONTRIBUTIONS
from desktop.windows.contributions_rows import WAITING, WAITS, ContributionQuery
from desktop.windows.institutions import institution_words
from desktop.windows.list_filters import ListFilters
from desktop.windows.meeting_named import latest_meetings, who


class ContributionFilters(ListFilters):
    """The filters of what institutions told."""

    CHOICES: ClassVar[Mapping[str, str]] = {
        "agency": N_("Institution"), "kind": N_("Kind"), "meeting": N_("At which meeting"),
    }  # fmt: skip
    SEARCHES = N_("Search in what institutions told")
    HINT = N_("What, institution")

    def query(self) -> ContributionQuery:
        """What is asked for."""
        return ContributionQuery(self.text(), self.code("agency"), self.code("kind"), self.code("meeting"))

    def fill(self, name: str) -> Sequence[tuple[str, str]]:
        """What each choice offers."""
        if name == "kind":
            return [("", _("Both kinds")), *((code, _(words)) for code, words in CONTRIBUTIONS.items())]
        if name == "meeting":
            return [("", _("All meetings")), (WAITS, _(WAITING)), *latest_meetings(self.desk.centre)]
        return [("", _("All institutions")), *who(self.desk.centre)()]

    def missing(self, name: str, code: str) -> str:
        """An institution that closed since."""
        return institution_words(self.desk.centre, code) if name == "agency" else ""

    def retranslate(self) -> None:
        """Say everything again; what is looked for here is no name of a person."""
        super().retranslate()
        self.words.setPlaceholderText(_("What it told"))

"""A notice put on one of the coming meetings, from its own page."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from desktop.language import N_, chosen
from desktop.problems import Problem
from desktop.records.meeting import CASE_LISTS
from desktop.windows.centre_page import CentrePage
from desktop.windows.chips_field import ChipsField
from desktop.windows.choice import ChoiceField
from desktop.windows.fields import TextField
from desktop.windows.form import Group
from desktop.windows.meeting_words import begins_at, kind_words
from desktop.windows.offered_lists import said


class PutOnMeeting(CentrePage):
    """A notice put on one of the coming meetings that speak of cases; `about` is the notice."""

    NAME = "put_on_meeting"
    HEADING = N_("Put on a meeting")

    def groups(self) -> list[Group]:
        """Which meeting, which list, what is asked."""
        return [Group("", [
            [(ChoiceField("meeting", N_("Meeting"), self._meetings, required=True), 12)],
            [(ChipsField("listed", N_("On which list"), said(CASE_LISTS), required=True), 12)],
            [(TextField("asked", N_("Step that is asked for")), 12)],
        ])]  # fmt: skip

    def begin(self) -> None:
        """The next meeting that speaks of cases, the list of new ones."""
        if self.record() is None:
            raise Problem(N_("There is no such notice."))
        meetings = self._meetings()
        if not meetings:
            raise Problem(N_("No planned meeting speaks of single cases. Plan one, or change its kind."))
        self.form.fields["meeting"].refill()  # type: ignore[attr-defined]
        self.form.put({"meeting": meetings[0][0], "listed": "new"})

    def write(self, told: dict[str, Any]) -> None:
        """Put it there."""
        found, centre = self.record(), self.desk.centre
        if found is not None:
            log, asked = centre.meeting_cases, told["asked"] or ""
            log.put(UUID(told["meeting"]), [found], told["listed"], centre.worker, asked)

    def _meetings(self) -> list[tuple[str, str]]:
        rows = [row for row in self.desk.centre.diary.rows() if row.meeting.state == "planned" and row.kind.cases]
        return [
            (r.meeting.id.hex, f"{kind_words(r.kind)} \u00b7 {chosen().moment(begins_at(r.meeting))}")
            for r in reversed(rows)
        ]

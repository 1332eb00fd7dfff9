"""A change in the way of counting as it is written down or corrected: what changed, from when, until when, whose."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from desktop.cooperation.breaks import BreakDraft
from desktop.cooperation.indicators import INDICATORS
from desktop.language import N_, _, chosen
from desktop.periods import Month
from desktop.problems import Problem
from desktop.records.monitoring import CountingBreak
from desktop.summaries.sentences import month_title
from desktop.windows.centre_page import CentrePage
from desktop.windows.choice import ChoiceField
from desktop.windows.fields import TextField
from desktop.windows.form import Group
from desktop.windows.institutions import institutions
from desktop.windows.offered import Entries, Offered

ALL, BACK = "all", 72
"""Stands for everything in a choice; so many months are offered, and one that a record bears stays offered."""


class BreakPage(CentrePage):
    """The form; `about` is the identifier of a break as hexadecimal, or empty."""

    NAME = "counting_break"
    HEADING = N_("Break in counting")

    def groups(self) -> list[Group]:
        """What changed, when, for whom."""
        months = Offered(self._months, _month)
        others = institutions(self.desk.centre)

        def whose() -> Entries:
            return [(ALL, _("All institutions")), *(entry for entry in others() if entry[0])]

        return [
            Group("", [
                [(TextField("words", N_("What changed"), required=True), 12)],
                [(ChoiceField("since", N_("First month"), months, searched=True, required=True), 6),
                 (ChoiceField("until", N_("Last month; empty: for good"), months, searched=True), 6)],
                [(ChoiceField("agency_id", N_("Whose notices"), Offered(whose, others.kept), required=True), 6),
                 (ChoiceField("indicator", N_("Which number"), _indicators, required=True), 6)],
            ]),
        ]  # fmt: skip

    def begin(self) -> None:
        """What stands in it."""
        found = self.record()
        draft = BreakDraft.of(self._kept(found)) if found else BreakDraft()
        self.form.put({
            "words": draft.words, "indicator": draft.indicator or ALL,
            "since": draft.since.key if draft.since else "", "until": draft.until.key if draft.until else "",
            "agency_id": draft.agency_id.hex if draft.agency_id else ALL,
        })  # fmt: skip

    def write(self, told: dict[str, Any]) -> None:
        """Note it, or correct it."""
        since, until = (Month.parse(told[name]) if told[name] else None for name in ("since", "until"))
        agency = UUID(told["agency_id"]) if told["agency_id"] != ALL else None
        indicator = "" if told["indicator"] == ALL else told["indicator"]
        draft = BreakDraft(since, told["words"] or "", until, agency, indicator)
        found, log, by = self.record(), self.desk.centre.monitoring, self.desk.centre.worker
        if found:
            log.amend_break(found, draft, by)
        else:
            log.note_break(draft, by)

    def _kept(self, found: UUID) -> CountingBreak:
        return self.desk.centre.monitoring.kept_break(found)

    def _months(self) -> Entries:
        now = Month.of(self.desk.centre.world.today())
        keys = [now.later(-back).key for back in range(BACK)]
        return [("", ""), *((key, _month(key)) for key in keys)]


def _month(key: str) -> str:
    try:
        return month_title(Month.parse(key), chosen())
    except Problem:
        return ""


def _indicators() -> Entries:
    """Everything about notices, or one number."""
    named = [(code, f"{_(code)} {_(one.title)}") for code, one in INDICATORS.items()]
    return [(ALL, _("Every number about notices")), *named]

"""Where the way of counting changed: as typed, as kept, and which of it a number over time must be broken by."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.cooperation.indicators import INDICATORS, NOTICES, Indicator
from desktop.cooperation.line import Change
from desktop.language import N_
from desktop.periods import Month
from desktop.problems import Problem
from desktop.records.agency import Agency
from desktop.records.monitoring import CountingBreak
from desktop.records.typed_check import SHORT, checked_filled, checked_lengths
from desktop.records.typed_text import clean_line


@dataclass(frozen=True)
class BreakDraft:
    """A break as typed; see `CountingBreak` for what each field means."""

    since: Month | None = None
    words: str = ""
    until: Month | None = None
    """The last month counted differently; None: for good."""
    agency_id: UUID | None = None
    indicator: str = ""

    @classmethod
    def of(cls, one: CountingBreak) -> BreakDraft:
        """As it stands, to be amended."""
        until = Month.parse(one.until) if one.until else None
        return cls(Month.parse(one.since), one.words, until, one.agency_id, one.indicator)

    def cleaned(self) -> BreakDraft:
        """The same without unseen signs."""
        return replace(self, words=clean_line(self.words))

    def check(self, today: date) -> tuple[Problem, ...]:
        """Everything that keeps it from being saved."""
        wrong = [*checked_filled(self, ("since", "words")), *checked_lengths(self, {"words": SHORT})]
        if self.since is not None and self.since > Month.of(today):
            wrong.append(Problem(N_("This month has not come yet."), field="since"))
        if self.since is not None and self.until is not None and self.until < self.since:
            wrong.append(Problem(N_("The end lies before the beginning."), field="until"))
        if self.indicator and self.indicator not in INDICATORS:
            wrong.append(
                Problem(N_("There is no such number over time: {code}."), code=self.indicator, field="indicator")
            )
        return tuple(wrong)

    def write_to(self, one: CountingBreak) -> None:
        """Put what was typed into the record."""
        assert self.since
        one.since, one.until = self.since.key, self.until.key if self.until else ""
        one.words, one.agency_id, one.indicator = self.words, self.agency_id, self.indicator


def breaks_of(session: Session) -> tuple[Change, ...]:
    """Every break, the earliest first."""
    rows = session.execute(
        select(CountingBreak, Agency)
        .outerjoin(Agency, Agency.id == CountingBreak.agency_id)
        .order_by(CountingBreak.since, CountingBreak.until, CountingBreak.id)
    )
    return tuple(
        Change(
            one.id, Month.parse(one.since), Month.parse(one.until) if one.until else None, one.words, one.indicator,
            one.agency_id, agency.known_as if agency else "",
        )
        for one, agency in rows
    )  # fmt: skip


def breaking(
    changes: tuple[Change, ...], indicator: Indicator, first: Month, last: Month, left_out: frozenset[UUID]
) -> tuple[Change, ...]:
    """Those by which some months of a number differ from others; what holds in all or none of them breaks nothing."""
    return tuple(
        one
        for one in changes
        if (one.indicator == indicator.code or (not one.indicator and indicator.about == NOTICES))
        and (one.agency_id is None or one.agency_id not in left_out)
        and one.since <= last
        and (one.until is None or one.until >= first)
        and not (one.since <= first and (one.until is None or one.until >= last))
    )

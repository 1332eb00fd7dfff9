"""The log of numbers over time: what is counted of each month, where counting changed, and what grew.

Nothing counted is kept here; only the breaks are.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.cooperation.breaks import BreakDraft, breaking, breaks_of
from desktop.cooperation.growth import Growth, growth
from desktop.cooperation.indicators import INDICATORS, Indicator
from desktop.cooperation.line import Change, Series
from desktop.cooperation.series import Asked, points, units_of
from desktop.language import N_
from desktop.periods import Month
from desktop.problems import Problem
from desktop.records.monitoring import CountingBreak
from desktop.records.typed_check import insist
from desktop.vault.vault import Vault, Worker
from desktop.world import World

MONTHS = 24
"""How many months are shown."""


@dataclass(frozen=True)
class Watched:
    """One number over time, and what grew: of all, and of the rest where the counting of some changed."""

    series: Series
    growth: tuple[Growth, ...]
    rest: tuple[Growth, ...] = ()
    """Without the institutions whose counting changed; empty where no single one's did."""
    changed: tuple[str, ...] = ()
    """What these institutions are called."""


class Monitoring:
    """The numbers over time of one vault."""

    def __init__(self, vault: Vault, world: World) -> None:
        self.vault, self.world = vault, world

    @staticmethod
    def indicators() -> tuple[Indicator, ...]:
        """Every number that is followed, in the order in which they are shown."""
        return tuple(INDICATORS.values())

    def last_month(self) -> Month:
        """The last month that is over."""
        return Month.of(self.world.today()).later(-1)

    def series(
        self, code: str, last: Month | None = None, months: int = MONTHS, without: Iterable[UUID] = ()
    ) -> Series:
        """One number over so many months that end with `last`, without the records of some institutions."""
        today = self.world.today()
        with self.vault.look() as session:
            return series_of(session, code, last or self.last_month(), today=today, months=months, without=without)

    def watched(self, last: Month, months: int = MONTHS, without: Iterable[UUID] = ()) -> tuple[Watched, ...]:
        """Every number over these months, read at one time."""
        today, left_out = self.world.today(), tuple(without)
        with self.vault.look() as session:
            return tuple(
                _watched(session, series_of(session, code, last, today=today, months=months, without=left_out), today)
                for code in INDICATORS
            )

    def watched_one(self, code: str, last: Month, months: int = MONTHS, without: Iterable[UUID] = ()) -> Watched:
        """One of them."""
        today, left_out = self.world.today(), tuple(without)
        with self.vault.look() as session:
            series = series_of(session, code, last, today=today, months=months, without=left_out)
            return _watched(session, series, today)

    @staticmethod
    def growth(series: Series) -> tuple[Growth, ...]:
        """What of it can be compared, and what cannot."""
        return growth(series)

    def breaks(self) -> tuple[Change, ...]:
        """Every change in the way of counting, the earliest first."""
        with self.vault.look() as session:
            return breaks_of(session)

    def kept_break(self, break_id: UUID) -> CountingBreak:
        """One of them as it is kept; a Problem if it was taken out meanwhile."""
        with self.vault.look() as session:
            return _present(session, break_id)

    def note_break(self, draft: BreakDraft, by: Worker) -> CountingBreak:
        """Keep that from a month on something was counted differently."""
        draft = self._checked(draft)
        with self.vault.change(N_("Break in counting noted: {words}"), by, words=draft.words) as session:
            one = CountingBreak(id=self.world.new_id())
            draft.write_to(one)
            session.add(one)
            return one

    def amend_break(self, break_id: UUID, draft: BreakDraft, by: Worker) -> CountingBreak:
        """Say it better."""
        draft = self._checked(draft)
        with self.vault.change(N_("Break in counting changed: {words}"), by, words=draft.words) as session:
            one = _present(session, break_id)
            draft.write_to(one)
            return one

    def take_out_break(self, break_id: UUID, by: Worker) -> None:
        """Take out a break that never was; the history keeps it."""
        with self.vault.change(N_("Break in counting taken out"), by) as session:
            session.delete(_present(session, break_id))

    def _checked(self, draft: BreakDraft) -> BreakDraft:
        draft = draft.cleaned()
        insist(draft.check(self.world.today()))
        return draft


def series_of(
    session: Session, code: str, last: Month, *, today: date, months: int = MONTHS, without: Iterable[UUID] = ()
) -> Series:
    """One number over so many months that end with `last`, as it stands on a day."""
    without = tuple(without)
    indicator, first = INDICATORS[code], last.later(1 - months)
    left_out = units_of(session, without) if without else frozenset()
    found = points(session, code, Asked(first, last, left_out), today)
    return Series(indicator, found, breaking(breaks_of(session), indicator, first, last, left_out), without)


def _watched(session: Session, series: Series, today: date) -> Watched:
    changed = series.broken_by
    if not changed:
        return Watched(series, growth(series))
    last, months = series.points[-1].month, len(series.points)
    rest = series_of(
        session, series.indicator.code, last, today=today, months=months, without=(*series.without, *changed)
    )
    names = tuple(dict.fromkeys(one.agency for one in series.breaks if one.agency))
    return Watched(series, growth(series), growth(rest), names)


def _present(session: Session, break_id: UUID) -> CountingBreak:
    found = session.get(CountingBreak, break_id)
    if found is None:
        raise Problem(N_("This entry was taken back meanwhile."))
    return found

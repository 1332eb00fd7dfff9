"""What narrows the notices: period, sender or unit, state, worker, and quick chips for what must not be forgotten."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, ClassVar
from uuid import UUID

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QWidget

from desktop.language import N_, _
from desktop.records.agency import Agency
from desktop.records.referral_query import ReferralQuery
from desktop.records.referral_state import STATES
from desktop.windows.desk import Desk
from desktop.windows.list_filters import PERIOD, ListFilters
from desktop.windows.period_choice import THIS, period_days, period_words, periods
from desktop.windows.worker import Errand

AS_COUNTED = {
    "notice": N_("As counted, each once"),
    "in_time": N_("First contact in time"),
    "late": N_("First contact late"),
    "never": N_("Not reached in time"),
}
"""Those behind a figure, by the field `counted`; on show only while somebody came from a figure."""
COUNTED = ("in_progress", "late", "order_ends")
"""Those that say how many there are: nobody is to be forgotten because nobody asked."""
SOON = timedelta(days=3)
UNIT = "unit:"
"""Begins the code of a unit, which is asked for as sender and as unit."""
DEEPER = "\u2003"


class ReferralFilters(ListFilters):
    """The filters of the notices."""

    CHOICES: ClassVar[Mapping[str, str]] = {
        PERIOD: N_("Month"), "sender": N_("Sender"), "state": N_("State"), "worker": N_("Worker"),
        "counted": N_("In the figures"),
    }  # fmt: skip
    CHIPS: ClassVar[Mapping[str, str]] = {
        "in_progress": N_("In progress"),
        "late": N_("Late"),
        "order_ends": N_("Order ends within 3 days"),
        "with_children": N_("With children"),
        "repeat": N_("Repeat"),
        "order_in_force": N_("Order in force"),
        "no_reference": N_("No reference number"),
        "from_reconciliation": N_("From reconciliation"),
    }
    OPENS: ClassVar[Mapping[str, str]] = {PERIOD: THIS}
    FOLDED = frozenset({"worker", "order_in_force", "no_reference", "from_reconciliation"})
    SEARCHES = N_("Search in the notices")
    NOTHING = N_("No notice is like that.")

    def __init__(self, desk: Desk, lead: QWidget | None = None) -> None:
        super().__init__(desk, lead)
        self._counting: Errand | None = None
        self.month, self.from_whom, self.state_combo, self.counted = (
            self.choices[name] for name in (PERIOD, "sender", "state", "counted")
        )

    def query(self) -> ReferralQuery:
        """What is asked for."""
        sender, worker = self.code("sender"), self.code("worker")
        return ReferralQuery(
            text=self.text(),
            period=period_days(self.code(PERIOD), self.desk.centre.world.today()),
            sender_id=UUID(sender) if sender and not sender.startswith(UNIT) else None,
            agency_id=UUID(sender.removeprefix(UNIT)) if sender.startswith(UNIT) else None,
            worker_id=UUID(worker) if worker else None,
            state=self.code("state"),
            counted=self.code("counted"),
            **{field: value for name in self.on() for field, value in self._asks(name).items()},
        )

    def count_again(self) -> None:
        """Count, off the window's thread, whom nobody may forget, and say it on the chips; after the list, which waits
        for no count begun before either."""
        if self._counting is not None:
            self._counting.drop()
        log, queries = self.desk.centre.referrals, {n: ReferralQuery(**self._asks(n)) for n in COUNTED}
        self._counting = self.desk.background.run(
            lambda: {name: log.count(query) for name, query in queries.items()}, self.count
        )

    def hides(self, name: str) -> bool:
        """Words come from the one search, and what is counted from a figure: both are on show while they narrow."""
        if name == "words":
            return not self.words.text() and not self.words.hasFocus()
        return name == "counted" and not self.code("counted")

    def fill(self, name: str) -> Sequence[tuple[str, str]]:
        """What each choice offers."""
        centre = self.desk.centre
        if name == PERIOD:
            return periods(centre.world.today())
        if name == "sender":
            return [("", _("All senders")), *_with_units(centre.directory.senders())]
        if name == "worker":
            return [("", _("All workers")), *((worker.id.hex, worker.name) for worker in centre.staff.members())]
        if name == "state":
            return [("", _("Any state")), *((code, _(word)) for code, word in STATES.items())]
        return [("", _("Counted or not")), *((code, _(word)) for code, word in AS_COUNTED.items())]

    def missing(self, name: str, code: str) -> str:
        """A month long past, an institution that closed."""
        if name == PERIOD:
            return period_words(code)
        if name != "sender":
            return ""
        wanted = code.removeprefix(UNIT)
        return next((a.known_as for a in self.desk.centre.directory.agencies() if a.id.hex == wanted), "")

    def let_in(self, day: date) -> None:
        """The period with which the list opened is not to hide a notice of that day; asks nothing yet."""
        period = period_days(self.code(PERIOD), self.desk.centre.world.today())
        if period is not None and not period[0] <= day <= period[1]:
            self._open_period()

    def _open_period(self) -> None:
        if self.code(PERIOD) == THIS:
            with QSignalBlocker(self.month):
                self.choose(PERIOD, "")

    def _turn(self, name: str, on: bool) -> None:
        """So many as the chip says are shown: nobody is forgotten because the month is a new one."""
        if on and name in COUNTED:
            self._open_period()
        super()._turn(name, on)

    def _asks(self, name: str) -> dict[str, Any]:
        return {"order_ends_by": self.desk.centre.world.here() + SOON} if name == "order_ends" else {name: True}


def _with_units(senders: Sequence[Agency]) -> Iterator[tuple[str, str]]:
    """Institutions in their order, each with its units below it."""
    known = {agency.id for agency in senders}

    def under(parent: UUID | None, deep: int) -> Iterator[tuple[str, str]]:
        for agency in senders:
            if (agency.parent_id if agency.parent_id in known else None) == parent:
                yield UNIT * (deep > 0) + agency.id.hex, DEEPER * deep + agency.known_as
                yield from under(agency.id, deep + 1)

    yield from under(None, 0)

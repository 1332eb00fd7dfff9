"""How a call stands in a list: may I, whom, by which rule, by when; and where the list of calls comes from.

It never holds a number: that stands on the card only, and only while the rule allows it.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from desktop.language import N_, _, chosen, ngettext
from desktop.records.contact_log import ContactLog, DueCall
from desktop.records.contact_way import Way
from desktop.records.municipality import shown_place
from desktop.records.person import MayCall
from desktop.records.wording import Wording
from desktop.vault.search import sort_key
from desktop.windows.names import shown_name
from desktop.windows.pill import CONFIRM, DUE, GOOD, MUST_NOT
from desktop.windows.safe_strip import days_in_words
from desktop.windows.table import Cell, Sort, TableColumn

MAY = {
    MayCall.YES: (GOOD, N_("May call now")),
    MayCall.NOT_NOW: (DUE, N_("Not now")),
    MayCall.ASK_FIRST: (CONFIRM, N_("Ask first")),
    MayCall.NO: (MUST_NOT, N_("Do not call")),
    MayCall.UNKNOWN: (MUST_NOT, N_("Do not call")),
}
"""What the rule answers, as sign and word."""
GOES_ON = (MayCall.YES, MayCall.ASK_FIRST)
"""Whom the card of the next call may be about: she may be called, or asked first whether she still may."""

COLUMNS = (
    TableColumn("may", N_("May I"), "pill", signs=19, can_sort=True),
    TableColumn("person", N_("Person"), "head", signs=18, stretch=3, can_sort=True),
    TableColumn("rule", N_("Rule of safe contact"), signs=20, stretch=2, leaves=1, can_sort=True),
    TableColumn("due", N_("Due and attempts"), signs=18, stretch=1, can_sort=True),
)


@dataclass(frozen=True)
class CallQuery:
    """Which calls are shown."""

    worker_id: UUID | None = None
    """Only hers, and those nobody looks after."""
    may_now: bool = False

    def has(self, call: DueCall) -> bool:
        """Whether a call is among them."""
        hers = self.worker_id is None or call.worker_id in (None, self.worker_id)
        return hers and (not self.may_now or call.may is MayCall.YES)


class CallSource:
    """The calls in their order, read in one look."""

    def __init__(self, log: ContactLog) -> None:
        self._log = log
        self.calls: dict[UUID, DueCall] = {}
        """Every call of the centre, filters aside."""

    def ids(self, query: CallQuery | None, sort: Sort) -> Sequence[Hashable]:
        """The notices to call about: in the log's own order (who may be called first), by name, rule or deadline."""
        due = list(self._log.due())
        if sort.key == "person":
            due.sort(key=lambda call: sort_key(call.person_name, chosen().locale))
        elif sort.key == "rule":
            due.sort(key=soonest)
        elif sort.key == "due":
            due.sort(key=lambda call: call.due_at)
        self.calls = {call.referral_id: call for call in (reversed(due) if sort.descending else due)}
        return [call.referral_id for call in self.calls.values() if (query or CallQuery()).has(call)]

    def rows(self, ids: Sequence[UUID]) -> Mapping[UUID, DueCall]:
        """These calls."""
        return {i: self.calls[i] for i in ids if i in self.calls}


def soonest(way: Way | None) -> tuple[int, float]:
    """For an order by the rule: who may be called now, then whoever may soonest, then those whom nobody may call."""
    at = (way.until if way.may is MayCall.YES else way.next_at) if way is not None else None
    place = 0 if way is not None and way.may is MayCall.YES else 1 if at is not None else 2
    return place, at.timestamp() if at is not None else 0.0


def rule_words(way: Way) -> str:
    """The agreed days and hours in a few words; what is unknown is said."""
    if way.may is MayCall.NO:
        return _("asked not to be contacted")
    if way.begins is None or way.ends is None or not way.days:
        return _("no safe way is known")
    hours = f"{chosen().clock(way.begins)}\u2013{chosen().clock(way.ends)}"
    return f"{days_in_words(way.days)} {hours}"


def second_words(way: Way, now: datetime, wording: Wording) -> tuple[str, str]:
    """What that means at this moment, and in which ink; first the channel, where she may not be called."""
    then, ink = now_words(way, now)
    channel = "" if way.is_by_telephone else wording.code("contact_channel", way.channel)
    return " \u00b7 ".join(part for part in (channel, then) if part), ink


def now_words(way: Way, now: datetime) -> tuple[str, str]:
    """What that means at this moment, and in which ink."""
    if way.may is MayCall.YES:
        return (_("now, until {time}", time=chosen().clock(way.until)) if way.until else _("now")), "green"
    if way.may is MayCall.NOT_NOW:
        return (chosen().near(way.next_at, now) if way.next_at else ""), "amber"
    if way.may is MayCall.ASK_FIRST:
        return _("ask first whether it is still safe"), "amber"
    return (_("do not call"), "red") if way.may is MayCall.UNKNOWN else ("", "red")


def attempts_words(call: DueCall) -> str:
    """How often it was tried."""
    return ngettext("{n} attempt", "{n} attempts", call.attempts) if call.attempts else _("not tried yet")


def cells(call: DueCall, now: datetime, wording: Wording, hidden: frozenset[str]) -> Mapping[str, Cell]:
    """The cells of one call; a rule that left a narrow list stands under the name."""
    sign, word = MAY[call.may]
    if call.may is MayCall.YES and not call.is_by_telephone:
        word = N_("Only as agreed")
    rule, (then, ink) = rule_words(call), second_words(call, now, wording)
    place = shown_place(call.municipality, chosen().locale)
    under = [call.label, rule if "rule" in hidden else place]
    again = chosen().near(call.again_at, now) if call.again_at and call.again_at > now else ""
    tried = [_("again: {when}", when=again) if again else "", attempts_words(call)]
    late = call.due_at < now
    return {
        "may": Cell(_(word), sign=sign),
        "person": Cell(shown_name(call.person_name, call.label), " \u00b7 ".join(part for part in under if part)),
        "rule": Cell(rule, then, second_ink=ink),
        "due": Cell(
            chosen().near(call.due_at, now), " \u00b7 ".join(part for part in tried if part),
            second_ink="red" if late and not call.attempts else "muted",
        ),
    }  # fmt: skip

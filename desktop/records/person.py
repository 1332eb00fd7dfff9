"""A person we were told of, and the one safe way to reach her.

National codes are not kept. Names stay as typed; spelling and script are folded only for search.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from enum import Enum
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from desktop.records.vocabulary import WEEKDAYS
from desktop.vault.record import Codes, Record


class MayCall(Enum):
    """What the safe-contact rule answers at a given time."""

    YES = "yes"
    """Now, in the agreed way."""
    NOT_NOW = "not_now"
    """Agreed, but at other days or hours."""
    ASK_FIRST = "ask_first"
    """Agreed too long ago: confirm before relying on it."""
    NO = "no"
    """She asked not to be contacted."""
    UNKNOWN = "unknown"
    """Nobody knows a safe way: do not call."""


WAITS = (timedelta(hours=3), timedelta(hours=1), timedelta(minutes=30))
"""So long after a call that reached nobody the next one may be, the longest first."""


class Person(Record):
    """Somebody named in a notice or helped by the centre."""

    __tablename__ = "person"
    __table_args__ = (
        Index("person_by_name", "name_sort", "id"),
        Index("person_by_number", "number", "id"),
        Index("person_by_birth", "birth_year", "municipality", "id"),
    )

    code: Mapped[str] = mapped_column(unique=True)
    """What stands for the name where the name may not stand: P-0388."""
    number: Mapped[int] = mapped_column(default=0)
    """The number in the code, by which codes are counted on and sorted."""
    name: Mapped[str] = mapped_column(default="")
    """As typed."""
    name_sort: Mapped[bytes] = mapped_column(default=b"")
    birth_year: Mapped[int | None]
    sex: Mapped[str] = mapped_column(default="unknown")
    phone: Mapped[str] = mapped_column(default="", index=True)
    """International form, +37061230041, where it could be understood; else as typed."""
    email: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    municipality: Mapped[str] = mapped_column(default="")
    """Empty: not given."""
    note: Mapped[str] = mapped_column(default="")

    safe_allowed: Mapped[str] = mapped_column(default="unknown")
    """May we contact her: yes, no, unknown. Unknown means no."""
    safe_channel: Mapped[str] = mapped_column(default="")
    safe_number: Mapped[str] = mapped_column(default="")
    """The number or address agreed for contact; empty: the person's own."""
    safe_days: Mapped[Codes] = mapped_column(default=())
    safe_from: Mapped[time | None]
    safe_to: Mapped[time | None]
    """Hours on those days; a window that ends before it begins runs past midnight."""
    safe_voicemail: Mapped[bool] = mapped_column(default=False)
    safe_who: Mapped[str] = mapped_column(default="")
    """Who else may answer; empty: nobody."""
    safe_say: Mapped[str] = mapped_column(default="")
    """What we say we are if another person answers."""
    safe_confirmed_on: Mapped[date | None]
    safe_confirmed_by: Mapped[str] = mapped_column(default="")

    def may_call(self, now: datetime, confirm_days: int = 30) -> MayCall:
        """What the agreed rule says at this desk time; `confirm_days` after confirmation it must be asked again."""
        if self.safe_allowed == "no":
            return MayCall.NO
        if self.safe_allowed != "yes" or self.safe_from is None or self.safe_to is None or not self.safe_days:
            return MayCall.UNKNOWN
        if not self._in_window(now):
            return MayCall.NOT_NOW
        confirmed = self.safe_confirmed_on
        if confirmed is None or not timedelta() <= now.date() - confirmed <= timedelta(days=confirm_days):
            return MayCall.ASK_FIRST  # a day that has not come yet tells of a clock that was set back
        return MayCall.YES

    def _in_window(self, now: datetime) -> bool:
        begins, ends, clock = self.safe_from, self.safe_to, now.time()
        assert begins is not None
        assert ends is not None
        today, yesterday = WEEKDAYS[now.weekday()], WEEKDAYS[now.weekday() - 1]
        if begins < ends:
            return today in self.safe_days and begins <= clock < ends
        return (today in self.safe_days and clock >= begins) or (yesterday in self.safe_days and clock < ends)

    def allowed_until(self, now: datetime) -> datetime | None:
        """When the window that is open at this desk time closes; None where it is not open or no rule is agreed."""
        if self.next_allowed(now) != now:
            return None
        assert self.safe_from is not None
        assert self.safe_to is not None
        past_midnight = self.safe_to <= self.safe_from and now.time() >= self.safe_from
        return datetime.combine(now.date() + timedelta(days=past_midnight), self.safe_to)

    def next_allowed(self, now: datetime) -> datetime | None:
        """The next desk time at which the window opens; now itself while it is open; None where no rule is agreed."""
        if self.safe_allowed != "yes" or self.safe_from is None or self.safe_to is None or not self.safe_days:
            return None
        if self._in_window(now):
            return now
        for ahead in range(8):
            day = now.date() + timedelta(days=ahead)
            opens = datetime.combine(day, self.safe_from)
            if opens > now and WEEKDAYS[day.weekday()] in self.safe_days:
                return opens
        return None

    def again_after(self, now: datetime, due: datetime) -> datetime | None:
        """When to try again after a call that reached nobody: as late as the deadline lets, at an allowed hour.

        Where none is left before it, the first allowed hour after the longest wait; None where no rule is agreed.
        """
        allowed = [opens for wait in WAITS if (opens := self.next_allowed(now + wait)) is not None]
        return next((opens for opens in allowed if opens <= due), allowed[0] if allowed else None)


class Kinship(Record):
    """Two persons who belong to one family or household."""

    __tablename__ = "kinship"

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    other_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    relation: Mapped[str] = mapped_column(default="")
    """What the other is to the person, a code of the list `relation`."""


class JoinedPerson(Record):
    """Somebody who was written down a second time and joined with another; bears the identifier that she had."""

    __tablename__ = "joined_person"

    person_id: Mapped[UUID] = mapped_column(ForeignKey("person.id"), index=True)
    """With whom she was joined."""
    code: Mapped[str] = mapped_column(unique=True)
    """The code that she had; it is on papers, so nobody else gets it."""
    number: Mapped[int] = mapped_column(default=0)
    name: Mapped[str] = mapped_column(default="")
    """As she was written; still found by it."""
    joined_on: Mapped[date]
    joined_by: Mapped[str] = mapped_column(default="")

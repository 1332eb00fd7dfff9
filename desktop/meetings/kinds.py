"""The kinds of meeting a centre has: typed, checked, and the usual ones of its country."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import time
from uuid import UUID

from desktop.language import N_
from desktop.problems import Problem
from desktop.records.meeting import CASES, PARTS, RHYTHMS, USUAL_KINDS, MeetingKind
from desktop.records.typed_check import NAME, SHORT, checked_choices, checked_lengths, checked_ranges
from desktop.records.typed_text import clean_line
from desktop.records.vocabulary import WEEKDAYS
from desktop.vault.record import Codes

_HOUSE = tuple(part for part in PARTS if part not in {"cases", "duties", "own"})
_WITH_CASES = tuple(part for part in PARTS if part not in {"duties", "own"})


@dataclass(frozen=True)
class KindDraft:
    """A kind of meeting as typed; see `MeetingKind` for what each field means."""

    code: str = ""
    name: str = ""
    rhythm: str = ""
    week: int = 1
    weekday: str = "th"
    days: int = 15
    begins: time = time(10, 0)
    place: str = ""
    cut_off_days: int = 2
    cut_off_at: time = time(16, 0)
    parts: Codes = _HOUSE
    cases: str = ""
    permanent: tuple[UUID, ...] = ()
    """Institutions asked to every meeting."""
    occasional: tuple[UUID, ...] = ()

    @classmethod
    def of(cls, kind: MeetingKind, permanent: tuple[UUID, ...], occasional: tuple[UUID, ...]) -> KindDraft:
        """A kind as it stands, to be amended."""
        values = {each.name: getattr(kind, each.name) for each in fields(cls) if hasattr(kind, each.name)}
        return cls(**values, permanent=permanent, occasional=occasional)

    def cleaned(self) -> KindDraft:
        """The same without unseen signs; its agenda in house order is left as it was put."""
        return replace(self, name=clean_line(self.name), place=clean_line(self.place))

    def check(self) -> tuple[Problem, ...]:
        """Everything that keeps it from being saved."""
        return tuple(self._problems())

    def _problems(self) -> Iterator[Problem]:
        if not self.name and self.code not in USUAL_KINDS:
            yield Problem(N_("Fill in this field."), field="name")
        yield from checked_lengths(self, {"name": NAME, "place": SHORT})
        yield from checked_choices(self, {"rhythm": RHYTHMS, "cases": CASES, "weekday": WEEKDAYS})
        yield from checked_ranges(self, {"week": (1, 5), "days": (1, 366), "cut_off_days": (0, 30)})
        if set(self.parts) - set(PARTS) or not self.parts or len(set(self.parts)) < len(self.parts):
            yield Problem(N_("Choose from the list."), field="parts")
        if "cases" in self.parts and not self.cases:
            yield Problem(N_("Say on what ground this meeting speaks of cases."), field="cases")
        if set(self.permanent) & set(self.occasional):
            yield Problem(N_("An institution is either a permanent or an occasional member."), field="occasional")


def usual_kinds(country: str) -> tuple[KindDraft, ...]:
    """The kinds with which a centre of a country begins.

    Lithuania: the county's monthly meeting and the municipal commission (order A1-607 of 2022). Serbia: the group for
    coordination and cooperation, at least every 15 days, its table due the day before at ten (Law on Prevention of
    Domestic Violence, articles 25 and 26, and the guidance to it), and consultative meetings about a local protocol.
    """
    group = KindDraft("group", rhythm="", parts=("achievements", "commitments", "problems", "offers", "next"))
    consultative = KindDraft("consultative", parts=("achievements", "commitments", "law", "problems", "offers", "next"))
    county = KindDraft("county", rhythm="monthly", week=4)
    if country == "RS":
        coordination = KindDraft(
            "coordination", rhythm="days", cut_off_days=1, cut_off_at=time(10, 0), parts=_WITH_CASES, cases="law"
        )
        return (coordination, consultative, group)
    if country == "LT":
        return (county, KindDraft("commission"), consultative, group)
    return (county, consultative, group)

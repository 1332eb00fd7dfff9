"""The sheet that both sides of a reconciliation sign: what stands on it, frozen and free of any language.

A sheet can be drawn again at any time and gives the same paper. Must never know a vault, nor how a page looks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from uuid import UUID

from desktop.periods import Month
from desktop.reconciliation.settling import Sums
from desktop.reconciliation.statement import Difference, Statement
from desktop.summaries.summary import Letter, Signatory

Named = Mapping[str, str]
"""What an institution is called: under the empty word its own name, under a language its name there."""


@dataclass(frozen=True)
class Partner:
    """The other side."""

    name: Named
    short: str
    kind: str
    """A code of `AGENCY_KINDS`: it decides whether the sheet says police or institution."""


@dataclass(frozen=True)
class Sister:
    """Another centre and what it agreed with the same partner for the same month."""

    name: Named
    agreed: Mapping[str, int]
    """By unit; under the empty name what was told of no single one."""

    @property
    def total(self) -> int:
        """All it agreed."""
        return sum(self.agreed.values())


@dataclass(frozen=True)
class Earlier:
    """An earlier period that was agreed with the same partner."""

    first: Month
    last: Month
    agreed: int
    entered: int
    """How many of them had never arrived and were entered while reconciling."""
    number: str = ""
    """The number of its sheet; empty where none was issued."""


@dataclass(frozen=True)
class Correction:
    """A notice of ours that came into the agreed month or left it afterwards; never a name."""

    label: str
    came: bool


@dataclass(frozen=True)
class NamedRow:
    """One row behind a difference, with the persons it names: it stands in the annex with names alone."""

    mark: str
    side: str
    """In whose list it stands: `theirs` or `ours`."""
    number: str
    """Its number there."""
    day: date | None
    names: str
    reason: str
    """A code of `REASONS` or of `SPECIAL`."""
    other: str = ""
    """The number on the other side, where it stands there too."""


@dataclass(frozen=True)
class ReconciliationSheet:
    """One reconciliation on paper."""

    reconciliation_id: UUID
    first: Month
    last: Month
    language: str
    number: str
    """SA-2026-10, with /2 and on when issued again; empty on a draft."""
    made_at: datetime
    """Moment of making, aware, UTC."""
    made_on: date
    """The date at the centre."""
    letter: Letter
    us: str
    """The centre's short name."""
    partner: Partner
    counted: str
    """What two numbers count, a code of `COUNTED`; empty where lists of notices were compared."""
    their_rule: str
    """A code of `THEIR_RULES`."""
    statement: Statement
    units: Mapping[str, Named]
    """What each unit of the statement is called."""
    is_agreed: bool
    """False: a working copy for the meeting, never sealed."""
    agreed_on: date | None = None
    for_them: Signatory = field(default_factory=Signatory)
    for_us: Signatory = field(default_factory=Signatory)
    entered_on: Mapping[str, tuple[date, ...]] = field(default_factory=dict)
    """By unit: on which days what had never arrived was entered."""
    sisters: tuple[Sister, ...] = ()
    earlier: tuple[Earlier, ...] = ()
    """Those before it, the latest first."""
    what_next: str = ""
    corrections: tuple[Correction, ...] = ()
    receiver: str = ""
    with_names: bool = False
    """Whether the annex names persons: somebody said that the receiver may see them."""
    named: tuple[NamedRow, ...] = ()
    """The rows of that annex; empty without it."""
    record_count: int = 0
    record_mac: str = ""
    """The head of the vault when the sheet was made, as hex digits."""
    practice: bool = False
    """True for invented data; said on every page."""

    @property
    def sums(self) -> Sums:
        """The arithmetic that leads from both sides to the agreed figure."""
        return self.statement.sums

    @property
    def marks(self) -> tuple[tuple[str, Difference], ...]:
        """Every difference with its letter, in the order of the units."""
        return tuple((mark_of(place), each) for place, each in enumerate(self.statement.differences))

    @property
    def title(self) -> str:
        """What it is called in a file name: neutral, and sorted by month."""
        return f"{self.number or 'SA-' + period_key(self.first, self.last)}-{self.language}".replace("/", "-")

    @property
    def told(self) -> ReconciliationSheet:
        """What it tells, apart from when and in which language: equal for one paper in two languages."""
        return replace(
            self, language="", number="", made_at=_EVER, made_on=date.min, record_count=0, record_mac="", earlier=(),
            letter=Letter(""),
        )  # fmt: skip

    def in_language(self, locale: str) -> ReconciliationSheet:
        """The same sheet in another language."""
        return replace(self, language=locale)


_EVER = datetime.min.replace(tzinfo=UTC)


def mark_of(place: int) -> str:
    """The letter of a difference: a to z, then aa and on."""
    more, letter = divmod(place, 26)
    return (mark_of(more - 1) if more else "") + "abcdefghijklmnopqrstuvwxyz"[letter]


def period_key(first: Month, last: Month) -> str:
    """The period in a number: 2026-10; 2020 for a whole year; 2026-10-2026-12 for anything else."""
    if first == last:
        return first.key
    if (first.year, first.month, last.month) == (last.year, 1, 12):
        return str(first.year)
    return f"{first.key}-{last.key}"


def called(name: Named, locale: str) -> str:
    """A name in a language, or the institution's own where it has none there."""
    return name.get(locale) or name[""]

"""A month or quarter as it goes out: frozen figures and everything else on the paper, free of any language.

A summary can be drawn again at any time and gives the same paper. Must never know a vault, nor how a page looks.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from desktop.figures.facts import Words
from desktop.figures.figures import PeriodFigures
from desktop.figures.subjects import SUBJECTS
from desktop.language import N_
from desktop.periods import Month, Period
from desktop.problems import Problem
from desktop.summaries.content import PARTNERS

OFFICIAL = "official"
"""Exact figures, for one named receiver by right."""
MEETING = "meeting"
"""Protected figures, for the members of a meeting."""
PROFILES = (OFFICIAL, MEETING)


class Unseen(Problem):
    """Nobody seals what she has not seen."""

    def __init__(self) -> None:
        super().__init__(N_("What would be signed is not what is shown. Look at it again, then sign."))


@dataclass(frozen=True)
class Letter:
    """Who writes, and from where."""

    name: str
    lines: tuple[str, ...] = ()
    town: str = ""


@dataclass(frozen=True)
class Signatory:
    """Who will sign; the title is free text, so it is always right."""

    name: str = ""
    title: str = ""


@dataclass(frozen=True)
class Correction:
    """One published figure that has changed since."""

    period: Period
    """Of which summaries it was published."""
    key: str
    """Which figure: `table/row/column`."""
    title: str
    """The table's title, a msgid."""
    row: Words
    column: Words
    was: int
    now: int
    measure: str = "count"
    entered: int = 0
    """Records that came into the period since."""
    left: int = 0
    """Records that are no longer counted in the period."""
    moved: int = 0
    """Records of the period that now stand in another row."""
    ids: tuple[UUID, ...] = ()
    """The records behind the figure as it is now."""


@dataclass(frozen=True)
class Agreed:
    """What was agreed with one sender for a month, or for several at once."""

    sender: str
    """Empty: with all of them together."""
    sent: int
    agreed: int
    arrived: int | None
    """How many of them truly arrived by themselves; None where two numbers were compared."""
    number: str = ""
    """The number of the sheet both sides signed; empty where none was issued."""
    months: tuple[str, ...] = ()
    """On the paper of a quarter: key of the month, or of the first and the last one, that this was agreed for."""


@dataclass(frozen=True)
class Summary:
    """One month or quarter on paper."""

    figures: PeriodFigures
    profile: str
    language: str
    number: str
    """SV-2026-10 or SV-2026-Q4, with /2 and on when issued again."""
    made_at: datetime
    """Moment of making, aware, UTC."""
    made_on: date
    """The date at the centre."""
    letter: Letter
    receiver: str = ""
    note: str = ""
    """The director's own words, at most `NOTE_LENGTH` characters."""
    prepared: Signatory = Signatory()
    approved: Signatory = Signatory()
    corrections: tuple[Correction, ...] = ()
    corrected: tuple[str, ...] = ()
    """Keys of figures of earlier periods that differ from what was first published: marked `r`."""
    record_count: int = 0
    record_mac: str = ""
    """The head of the vault when the summary was made, as hex digits."""
    contact_rule: str = ""
    """Where the rule of the first contact was taken from, the centre's own words."""
    practice: bool = False
    """True for invented data; said on every page."""
    agreed: tuple[Agreed, ...] = ()
    """What was agreed with the senders; empty where nothing was reconciled for the period."""
    without: tuple[str, ...] = ()
    """Tables, in their order, that the paper does without by choice; the lead and its large figures stay whole."""

    @property
    def period(self) -> Period:
        """The month or quarter it tells of."""
        return self.figures.period

    @property
    def is_over(self) -> bool:
        """Whether the whole period lay behind when this was made."""
        return self.period.last < self.made_on

    def is_to_come(self, month: Month) -> bool:
        """Whether a month had not begun when this was made: there is nothing to count in it yet, not even nothing."""
        return month.first > self.made_on

    @property
    def shown(self) -> PeriodFigures:
        """The figures whose tables stand on the paper; what was protected was protected with all of them."""
        tables = tuple(one for one in self.figures.tables if not self.leaves_out(one.code))
        return replace(self.figures, tables=tables) if self.without else self.figures

    def leaves_out(self, code: str) -> bool:
        """Whether the paper does without this table by choice."""
        return PARTNERS.get(code, code) in self.without

    @property
    def left_out(self) -> tuple[str, ...]:
        """Titles (msgids) of the tables that were made, and that the paper does without by choice."""
        return tuple(SUBJECTS[code].title for code in self.without if self.figures.has(code))

    @property
    def title(self) -> str:
        """What it is called in a file name: neutral, and sorted by period."""
        return f"{self.number}-{self.language}".replace("/", "-")

    def require_seen(self, seen: Summary) -> None:
        """Raise unless it tells what was seen; receiver and note are typed beside it, its moment may be a later one."""
        now = replace(
            self, made_at=seen.made_at, made_on=seen.made_on, number=seen.number, receiver=seen.receiver,
            note=seen.note, record_count=seen.record_count, record_mac=seen.record_mac,
        )  # fmt: skip
        if now != seen:
            raise Unseen

    def in_language(self, locale: str) -> Summary:
        """The same summary in another language."""
        return replace(self, language=locale)


NOTE_LENGTH = 600

"""The lines of a yearly report that tell of the local protocol: its duties, versions, parties, alignment. Pure.

Every number in them may be seen by all; what may not is None.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class DutyLine:
    """How a provision with a time limit was kept by one institution."""

    number: str
    """Of the provision."""
    title: str
    institution: str
    cases: int | None
    """None: not published."""
    kept: int | None
    late: int | None
    not_possible: int | None
    delay: float | None = None
    """The middle delay of those late."""
    delay_unit: str = ""
    """A code of `UNITS`."""


@dataclass(frozen=True)
class VersionLine:
    """One version of the protocol."""

    number: int
    state: str
    """A code of `VERSION_STATES`."""
    adopted_on: date | None
    in_force_from: date | None
    provisions: int
    signed: int
    parties: int


@dataclass(frozen=True)
class Party:
    """Who signed the version in force."""

    institution: str
    representative: str
    role: str
    signed_on: date | None
    withdrawn_on: date | None


@dataclass(frozen=True)
class ProtocolYear:
    """The protocol in the year."""

    name: str
    versions: tuple[VersionLine, ...]
    """Those that were worked on, adopted or in force in the year."""
    from_version: int = 0
    to_version: int = 0
    """Which two versions the changes lie between; 0: there is nothing to compare."""
    changed: tuple[tuple[str, int], ...] = ()
    """How many provisions were added, changed and so on: codes and numbers."""
    aligned_version: int = 0
    """The newest version of which anything was judged; 0: none was."""
    alignment: tuple[tuple[str, int], ...] = ()
    """How many of its provisions stand how to what they rest on: codes of `ALIGNMENTS` and numbers."""
    parties: tuple[Party, ...] = ()
    review_on: date | None = None

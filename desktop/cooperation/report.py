"""A year of working together as it goes out: frozen, free of any language, with what a person added in her own words.

It is a paper for many, so every number in it may be seen by all. Must never know a vault, nor how a page looks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from desktop.cooperation.report_lines import (
    Achieved,
    Arrived,
    Coming,
    Commitments,
    Curve,
    Definition,
    Met,
    OpenProblem,
    Solved,
    Trainings,
)
from desktop.cooperation.report_protocol_lines import DutyLine, ProtocolYear
from desktop.cooperation.texts import texts_within
from desktop.language import N_
from desktop.protocol.paper_head import PaperHead
from desktop.summaries.year_corrections import Corrected

PARTS = {
    "lead": N_("Opening words"),
    "achieved": N_("Achieved together"),
    "figures": N_("Figures"),
    "arrived": N_("Share that arrived"),
    "corrections": N_("Corrected summaries"),
    "duties": N_("Duties and time limits kept"),
    "commitments": N_("Commitments"),
    "trainings": N_("Trainings, publicity, working groups"),
    "protocol": N_("Local protocol"),
    "problems": N_("Open problems"),
    "next": N_("Next year"),
    "definitions": N_("Definitions of the numbers"),
}
"""The parts in house order; the opening words stand on the first page, above the contents."""
COMPOSED, OWN, EMPTY = "composed", "own", "empty"
STATES = {COMPOSED: N_("Composed"), OWN: N_("Your words"), EMPTY: N_("Empty")}
"""How a part stands."""


@dataclass(frozen=True)
class Report:
    """The yearly report."""

    head: PaperHead
    year: int
    as_of: date
    """The day up to which everything was counted."""
    met: Met
    achieved: tuple[Achieved, ...] = ()
    curves: tuple[Curve, ...] = ()
    arrived: tuple[Arrived, ...] = ()
    """By sender; the last one all together, where there are several."""
    duties: tuple[DutyLine, ...] = ()
    commitments: Commitments = field(default_factory=Commitments)
    trainings: Trainings = field(default_factory=Trainings)
    protocols: tuple[ProtocolYear, ...] = ()
    problems: tuple[OpenProblem, ...] = ()
    solved: tuple[Solved, ...] = ()
    coming: Coming = field(default_factory=Coming)
    definitions: tuple[Definition, ...] = ()
    words: tuple[tuple[str, str], ...] = ()
    """What a person wrote: the code of the part and her words."""
    is_draft: bool = True
    corrections: tuple[Corrected, ...] | None = None
    """What was corrected in the summaries of the year; None: a report that was sealed before this was told."""

    def own(self, part: str) -> str:
        """What a person wrote into one part."""
        return dict(self.words).get(part, "")

    def is_composed(self, part: str) -> bool:
        """Whether the vault tells anything for a part."""
        found: Mapping[str, bool] = {
            "lead": True, "achieved": bool(self.achieved or self.met.meetings), "figures": bool(self.curves),
            "arrived": bool(self.arrived), "corrections": self.corrections is not None, "duties": bool(self.duties),
            "commitments": bool(self.commitments.rows),
            "trainings": self.trainings != Trainings(), "protocol": bool(self.protocols),
            "problems": bool(self.problems or self.solved), "next": self.coming != Coming(),
            "definitions": bool(self.definitions),
        }  # fmt: skip
        return found[part]

    def state(self, part: str) -> str:
        """A code of `STATES`."""
        return OWN if self.own(part) else COMPOSED if self.is_composed(part) else EMPTY


OFFICIALS = ("representative",)
"""Fields that name an official on purpose."""


def texts_of(report: Report) -> Iterator[tuple[str, str]]:
    """Every text of the report with the part in which it stands, but for what the program itself says."""
    places = {
        "achieved": report.achieved, "arrived": report.arrived, "figures": report.curves,
        "corrections": report.corrections, "duties": report.duties, "commitments": report.commitments,
        "trainings": report.trainings, "protocol": report.protocols, "problems": (report.problems, report.solved),
        "next": report.coming,
    }  # fmt: skip
    yield from report.words
    for part, content in places.items():
        yield from ((part, text) for text in texts_within(content, but=OFFICIALS) if text.strip())

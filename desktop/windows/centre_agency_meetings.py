"""What an institution has to do with meetings: what it promised and told, what it raised, which papers it got."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.centre import Centre
from desktop.language import N_, _, chosen
from desktop.meetings.papers import PaperRow
from desktop.records.issued import PAPERS
from desktop.records.promise import CONTRIBUTIONS
from desktop.windows.buttons import PLAIN, Button
from desktop.windows.labels import Label
from desktop.windows.layouts import Column

MOST = 5
"""So many papers are shown, the latest of them."""
LISTS = ("commitments", "contributions", "problems")
"""The pages on which all of it stands."""
_LEFT = Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True)
class AtMeetings:
    """How many of each there are, and how many of these are open."""

    promised: tuple[int, int] = (0, 0)
    told: int = 0
    raised: tuple[int, int] = (0, 0)
    papers: Sequence[PaperRow] = ()
    """Those that were handed over, the latest first."""


def at_meetings(centre: Centre, agency_id: UUID) -> AtMeetings:
    """Read it; run by the worker."""
    promised = [row for row in centre.commitments.all() if row.commitment.agency_id == agency_id]
    raised = [row.problem for row in centre.raised_problems.all() if row.problem.agency_id == agency_id]
    told = [row for kind in CONTRIBUTIONS for row in centre.contributions.all(kind)]
    sent = [row for row in centre.meeting_papers.to(agency_id) if row.sent_at]
    return AtMeetings(
        (len(promised), sum(row.commitment.is_open for row in promised)),
        sum(row.contribution.agency_id == agency_id for row in told),
        (len(raised), sum(problem.solved_on is None for problem in raised)),
        sorted(sent, key=lambda row: (row.sent_at is not None, row.sent_at), reverse=True),
    )


def shown_at_meetings(found: AtMeetings, agency_id: UUID, centre: Centre, wanted: Callable[..., Any]) -> Column | None:
    """A button to each; None where there is nothing yet."""
    lines = (
        ("commitments", N_("Promised: {n}, still open: {open}"), found.promised[0], found.promised[1]),
        ("contributions", N_("Told what went well or what it can do: {n}"), found.told, 0),
        ("problems", N_("Problems raised: {n}, still open: {open}"), found.raised[0], found.raised[1]),
    )
    if not any(count for _page, _msgid, count, _open in lines) and not found.papers:
        return None
    column = Column(gap=2)
    column.addWidget(Label(N_("At meetings"), "label", wrap=True))
    for page, msgid, count, still_open in lines:
        if count:
            n, left = chosen().number(count), chosen().number(still_open)
            go = partial(wanted, page, agency_id)
            column.addWidget(Button(msgid, PLAIN, icon="right", do=go, n=n, open=left), 0, _LEFT)
    if found.papers:
        column.addWidget(_papers(found.papers, centre, wanted))
    return column


def _papers(papers: Sequence[PaperRow], centre: Centre, wanted: Callable[..., Any]) -> QWidget:
    """The papers it got, each with the day on which it was handed over; each opens its meeting."""
    box = QWidget()
    column = Column(box, gap=0)
    column.addWidget(Label(N_("Papers it got: {n}"), "second", n=chosen().number(len(papers))))
    for paper in papers[:MOST]:
        when = chosen().day(centre.world.desk(paper.sent_at).date()) if paper.sent_at else ""
        said = f"{_(PAPERS[paper.kind])} \u00b7 {paper.number} \u00b7 {when}"
        do = partial(wanted, "meeting", paper.meeting_id)
        column.addWidget(Button("{name}", PLAIN, icon="file", name=said, do=do), 0, _LEFT)
    return box

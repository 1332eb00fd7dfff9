"""What tests of meetings share: institutions, a kind that knows them, and a meeting planned."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

import pytest

from desktop.centre import Centre
from desktop.meetings.meeting_draft import MeetingDraft
from desktop.records.agency import Agency
from desktop.records.meeting import Meeting, MeetingKind
from tests.builders import an_agency
from tests.conftest import Day, Fill


@dataclass
class Table:
    """A table with its institutions around it."""

    centre: Centre
    police: Agency
    prosecution: Agency
    health: Agency
    kind: MeetingKind

    def plan(self, day: date = date(2026, 11, 26), **changes: object) -> Meeting:
        draft = MeetingDraft(kind_id=self.kind.id, on_day=day)
        return self.centre.diary.plan(replace(draft, **changes), self.centre.worker)  # type: ignore[arg-type]

    def item(self, meeting: Meeting, part: str) -> object:
        return next(each.id for each in self.centre.agendas.items(meeting.id) if each.part == part)


@pytest.fixture(scope="session")
def sat_down(later_day: Callable[[Fill], Day]) -> tuple[Day, Table]:
    """The day after all were written down, which is done once, and the table."""
    made: list[Table] = []
    return later_day(lambda centre: made.append(sit_down(centre))), made[0]


@pytest.fixture
def day(request: pytest.FixtureRequest, first_day: Day) -> Day:
    """With a table for whoever asks for one."""
    return request.getfixturevalue("sat_down")[0] if "table" in request.fixturenames else first_day


@pytest.fixture
def table(centre: Centre, sat_down: tuple[Day, Table]) -> Table:
    return replace(sat_down[1], centre=centre)


def sit_down(centre: Centre) -> Table:
    by, directory = centre.worker, centre.directory
    police = directory.enter(an_agency(representative="Andrius Kalvaitis"), by)
    prosecution = directory.enter(
        an_agency(
            name="Klaipėdos apylinkės prokuratūra", short_name="", kind="prosecution", representative="Dovilė R."
        ),
        by,
    )
    health = directory.enter(an_agency(name="Kretingos ligoninė", short_name="", kind="health"), by)
    kind = next(each for each in centre.diary.kinds() if each.code == "county")
    draft = centre.diary.kind_draft(kind.id)
    parts = (*draft.parts[:-1], "cases", "next")
    changed = replace(draft, permanent=(police.id, prosecution.id), occasional=(health.id,), parts=parts, cases="law")
    return Table(centre, police, prosecution, health, centre.diary.lay_down(changed, by, kind.id))

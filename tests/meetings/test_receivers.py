"""Who gets papers of a meeting: every institution asked, once, as it stands on that day."""

from __future__ import annotations

from datetime import date

from desktop.meetings.attendances import AttendanceDraft
from tests.meetings.conftest import Table


def test_an_institution_gets_one_copy_however_many_of_it_come(table: Table) -> None:
    meeting = table.plan()
    table.centre.attendances.add(meeting.id, AttendanceDraft(table.police.id, "Ieva K."), table.centre.worker)
    receivers = [each.known_as for each in table.centre.meeting_papers.receivers(meeting.id)]
    assert receivers == ["Kretingos r. PK", "Klaipėdos apylinkės prokuratūra", "Kretingos ligoninė"]


def test_an_institution_that_closed_meanwhile_gets_none(table: Table) -> None:
    meeting = table.plan()
    table.centre.directory.close(table.health.id, date(2026, 11, 20), table.centre.worker)
    receivers = {each.id for each in table.centre.meeting_papers.receivers(meeting.id)}
    assert receivers == {table.police.id, table.prosecution.id}

"""The invented centre met from its first weeks on, so that numbers over time have two years."""

from __future__ import annotations

from pathlib import Path

from tests.demo.test_reconciling import opened

YEAR = 12
SIX_AND_THE_NEXT = 7


def test_numbers_of_meetings_have_almost_two_years(demo: Path) -> None:
    centre = opened(demo)
    known = {
        code: [point.month for point in centre.monitoring.series(code).points if point.value is not None]
        for code in ("S-8", "S-9", "S-10")
    }
    assert min(len(known["S-9"]), len(known["S-10"])) > YEAR + YEAR // 2
    assert len(known["S-8"]) >= YEAR // 2 + 1
    centre.vault.lock()


def test_what_lies_before_the_six_is_over(demo: Path) -> None:
    centre = opened(demo)
    rows = centre.diary.rows()
    earlier = {row.meeting.id for row in rows[SIX_AND_THE_NEXT:]}
    first_of_six = rows[SIX_AND_THE_NEXT - 1].meeting.on_day
    assert all(row.meeting.agreed and not row.open_commitments for row in rows if row.meeting.id in earlier)
    promised = [row.commitment for row in centre.commitments.all()]
    mine = [one for one in promised if one.meeting_id in earlier]
    assert mine, "something was promised"
    assert all(one.noted_on == one.done_on for one in mine), "and noted on its day: no later meeting tells of it"
    open_problems = [row.problem for row in centre.raised_problems.all(open_only=True)]
    assert all(one.since >= first_of_six.replace(day=1) for one in open_problems)
    centre.vault.lock()

"""Duties in cases that are easily counted wrong, against what a person counts with a calendar."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from desktop.protocol.duty_cases import Event
from tests.protocol.test_duty_cases import RECORD, a_case, a_duty

MEETING = datetime(2026, 10, 20, 10, 0)  # a Tuesday


@pytest.mark.parametrize(
    ("number", "unit", "handed_over", "state", "delay"),
    [
        (7, "days", datetime(2026, 10, 13, 23, 59), "kept", 0),
        (7, "days", datetime(2026, 10, 14, 0, 0), "late", 1),
        (7, "days", datetime(2026, 10, 19, 16, 0), "late", 6),
        (48, "hours", datetime(2026, 10, 18, 10, 0), "kept", 0),
        (48, "hours", datetime(2026, 10, 20, 9, 0), "late", 47),
        (3, "workdays", datetime(2026, 10, 15, 9, 0), "kept", 0),
        (3, "workdays", datetime(2026, 10, 16, 9, 0), "late", 1),
        (0, "days", datetime(2026, 10, 20, 9, 0), "kept", 0),
    ],
)
def test_papers_are_handed_over_so_long_before_the_meeting(
    number: int, unit: str, handed_over: datetime, state: str, delay: int
) -> None:
    # as the records tell it: the occasion begins with the meeting itself
    case = a_case(a_duty("papers", number, unit), Event("meeting", RECORD, MEETING, (handed_over,), MEETING))
    assert (case.state, case.delay) == (state, delay)


def test_papers_never_handed_over_are_late_until_the_meeting_and_no_longer() -> None:
    event = Event("meeting", RECORD, MEETING, (), MEETING)
    case = a_case(a_duty("papers", 7, "days"), event, MEETING + timedelta(days=5))
    assert (case.state, case.delay) == ("late", 7)

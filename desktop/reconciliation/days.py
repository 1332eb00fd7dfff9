"""When the partner sent and when the centre received: the same day, the days after, late, or written wrongly.

A notice is received on the day on which it is sent or in the days after it, hardly ever before. Pure.
"""

from __future__ import annotations

SAME, NEXT, SECOND, NEAR, LATE, SWAPPED, MONTH, FAR = (
    "same", "next", "second", "near", "late", "swapped", "month", "far",
)  # fmt: skip

EARLIEST, LATEST = -2, 16
"""Days from sending to receiving within which a notice may be the same."""
SOON = (-1, 4)
"""Days within which most notices are received."""
MONTH_AWAY = ((-31, -26), (30, 35))
"""First and last number of days between two dates of which one was written a month off."""
_BY_GAP = {0: SAME, 1: NEXT, 2: SECOND, -1: NEAR, 3: NEAR, 4: NEAR}


def same_day(sent: int, received: int, sent_swapped: int | None, received_swapped: int | None) -> str:
    """How two dates agree, as numbers of days; a swapped one is the date with day and month changed round."""
    gap = received - sent
    if gap in _BY_GAP:
        return _BY_GAP[gap]
    for one, other in ((sent, received_swapped), (sent_swapped, received)):
        if one is not None and other is not None and other - one in _BY_GAP:
            return SWAPPED
    if EARLIEST <= gap <= LATEST:
        return LATE
    return MONTH if any(first <= gap <= last for first, last in MONTH_AWAY) else FAR

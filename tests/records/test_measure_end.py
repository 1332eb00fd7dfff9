"""When an order or an urgent measure ends, also over the nights in which the clock is turned."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from desktop.centre import Centre
from desktop.records.entry_values import measure_end
from desktop.records.referral_draft import MeasureDraft
from tests.builders import a_referral, an_agency

BELGRADE = ZoneInfo("Europe/Belgrade")


@pytest.mark.parametrize(
    ("granted", "hours", "ends"),
    [
        ("2026-10-20 14:00", 48, "2026-10-22 14:00"),
        ("2026-10-24 14:00", 48, "2026-10-26 13:00"),  # the night of 25 October has an hour more
        ("2026-10-23 02:30", 48, "2026-10-25 02:30"),  # the first of the two half past two
        ("2026-03-28 14:00", 48, "2026-03-30 15:00"),  # the night of 29 March has an hour less
        ("2026-10-20 14:00", 15 * 24, "2026-11-04 14:00"),  # days end at the same time of day
        ("2026-03-20 14:00", 15 * 24, "2026-04-04 14:00"),
    ],
)
def test_hours_pass_and_days_end_at_the_same_time_of_day(granted: str, hours: int, ends: str) -> None:
    assert measure_end(datetime.fromisoformat(granted), hours, BELGRADE) == datetime.fromisoformat(ends)


def test_an_urgent_measure_kept_over_the_turn_of_the_clock_ends_when_its_hours_have_passed(centre: Centre) -> None:
    urgent = centre.lists.code("measure_kind", "protection_order")
    assert urgent is not None
    with centre.vault.change("Shortened", centre.worker) as session:
        session.merge(urgent).hours = 48
    agency = centre.directory.enter(an_agency(), centre.worker)
    measure = MeasureDraft("protection_order", datetime(2026, 10, 24, 14, 0))
    draft = a_referral(agency.id, received_at=datetime(2026, 10, 24, 15, 0), measures=(measure,))
    kept = centre.referrals.enter(draft, centre.worker)
    (measured,) = centre.referrals.sheet(kept.id).measures
    assert measured.until_at == datetime(2026, 10, 26, 13, 0)

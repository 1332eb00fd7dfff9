"""What a half typed notice already tells: the end of an order is counted as it will be kept."""

from __future__ import annotations

from datetime import datetime

from desktop.centre import Centre
from desktop.records.lists import CodeDraft
from desktop.windows.notice_follows import what_follows
from tests.builders import a_measure, a_referral, an_agency


def test_hours_that_pass_while_the_clock_is_turned_are_counted_as_they_will_be_kept(centre: Centre) -> None:
    by = centre.worker
    kind = centre.lists.add("measure_kind", CodeDraft("Skubi priemonė", hours=48), by)
    sender = centre.directory.enter(an_agency(), by).id
    measure = a_measure(kind=kind.code, granted_at=datetime(2026, 10, 24, 20, 0))
    draft = a_referral(sender, received_at=datetime(2026, 10, 25, 9, 0), measures=(measure,))
    told = [sentence for _icon, _ink, sentence in what_follows(centre, draft, None)]
    kept = centre.referrals.sheet(centre.referrals.enter(draft, by).id)
    assert kept.measures[0].until_at == datetime(2026, 10, 26, 19, 0)
    assert any("19:00" in sentence for sentence in told)

"""The way back: pages to which nothing leads are gone, and after a lock no more is made anew than is seen."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop.centre import Centre
from desktop.windows.handover import HandoverPage
from desktop.windows.main import Main
from tests.windows.looking import settle

Desk = Callable[..., Main]


def test_a_page_to_which_nothing_leads_back_is_gone(
    desk_of: Desk, centre: Centre, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.windows.way.REMEMBERED", 2)
    frame = desk_of(centre)
    for _turn in range(3):
        frame.go("handover")
        frame.go("today")
    settle()
    assert len(frame.way.trail) == 2
    kept = [area for area in frame.way._areas.values() if area.findChildren(HandoverPage)]
    assert len(kept) == 1, "the one a step back; the others were let go"


def test_after_a_lock_only_what_is_seen_is_made_anew(desk_of: Desk, busy: Centre) -> None:
    frame = desk_of(busy)
    for name in ("calls", "people", "referrals", "handover"):
        frame.go(name)
    frame.keep()
    again = desk_of(busy)
    assert again.top is not None
    assert again.top.NAME == "handover"
    assert set(again.way._screens) == {"today", "referrals"}
    again.keep()
    third = desk_of(busy)
    assert "calls" in third.way._left, "where she was before, over two locks"
    third.back()
    assert third.top is not None
    assert third.top.NAME == "referrals"

"""The way back: pages to which nothing leads are gone, and after a lock no more is made anew than is seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from desktop.centre import Centre
from desktop.records.drafts import Drafts
from desktop.vault.refusals import DiskFull
from desktop.windows.desk import Screen
from desktop.windows.handover import HandoverPage
from desktop.windows.main import Main
from tests.windows.looking import settle, type_text
from tests.windows.thrown_away import destroy_thrown_away

Desk = Callable[..., Main]
WORDS = "R-77"


def _typed_into(page: Any) -> Any:
    return page.form.fields["reference"].edit


def _shown(frame: Main) -> str:
    assert frame.top is not None
    return frame.top.NAME


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


def test_pages_far_back_are_made_again_as_they_were_left(desk_of: Desk, busy: Centre) -> None:
    frame = desk_of(busy)
    frame.go("notice")
    settle()
    type_text(_typed_into(frame.top), WORDS)
    ways = ["today", "handover", "calls", "training", "people", "handover", "training"]
    for name in ways:
        frame.go(name)
    settle()
    destroy_thrown_away()
    standing = [screen.NAME for screen in frame.findChildren(Screen) if screen.NAME in {"notice", *ways[1::2]}]
    assert sorted(standing) == ["handover", "handover", "training", "training"]
    for name in [*ways[-2::-1], "notice"]:
        frame.back()
        settle()
        assert _shown(frame) == name
    assert _typed_into(frame.top).text() == WORDS
    frame.back()
    assert _shown(frame) == "today"


def test_a_page_far_back_stands_where_its_words_could_not_be_kept(
    desk_of: Desk, busy: Centre, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_told: object) -> None:
        raise DiskFull

    frame = desk_of(busy)
    frame.go("notice")
    settle()
    notice = frame.top
    monkeypatch.setattr(Drafts, "keep", refuse)
    type_text(_typed_into(notice), WORDS)
    for _turn in range(4):
        frame.go("handover")
    assert notice in frame.way.trail


def test_after_a_lock_only_what_is_seen_is_made_anew(desk_of: Desk, busy: Centre) -> None:
    frame = desk_of(busy)
    for name in ("calls", "people", "referrals", "handover"):
        frame.go(name)
    frame.keep()
    again = desk_of(busy)
    assert _shown(again) == "handover"
    assert set(again.way._screens) == {"today"}
    again.keep()
    third = desk_of(busy)
    assert "calls" in third.way._left, "where she was before, over two locks"
    third.back()
    assert _shown(third) == "referrals"


def test_after_a_lock_the_way_back_is_as_long_as_before(desk_of: Desk, busy: Centre) -> None:
    frame = desk_of(busy)
    ways = ["referrals", "notice", "handover", "training"]
    for name in ways:
        frame.go(name)
        if name == "notice":
            type_text(_typed_into(frame.top), WORDS)
    frame.keep()
    again = desk_of(busy)
    for name in ways[-2::-1]:
        again.back()
        settle()
        assert _shown(again) == name
        if name == "notice":
            assert _typed_into(again.top).text() == WORDS

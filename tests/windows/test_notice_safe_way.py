"""From a new notice to the agreed safe way, and back to the notice."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from desktop.centre import Centre
from desktop.windows.main import Main
from tests.windows.looking import settle, type_text


@pytest.fixture
def page(desk_of: Callable[..., Main], busy: Centre) -> Any:
    """An empty notice in a busy centre."""
    frame = desk_of(busy)
    frame.go("notice")
    settle()
    return frame.top


def name(page: Any, words: str) -> None:
    page.form.fields["mentions.0.name"].focus()
    type_text(page.form.fields["mentions.0.name"].edit, words)
    page.meant.looking.stop()
    page.meant.look()
    settle()


def test_a_safe_way_is_asked_right_after_saving(page: Any) -> None:
    name(page, "Milda Kairienė")
    page.save_and_agree()
    assert page.window().top.NAME == "safe"
    assert page.window().top.sheet.person.name == "Milda Kairienė"


def test_who_comes_back_from_the_safe_way_adds_to_the_same_notice(page: Any, busy: Centre) -> None:
    before = len(busy.referrals.ids())
    name(page, "Milda Kairienė")
    page.save_and_agree()
    frame = page.window()
    assert busy.drafts.all(busy.worker) == ()
    frame.back()
    assert frame.top is page
    page.others.add()
    page.others._rows[0].form.fields["name"].set_raw("Lukas Kairys")
    assert page.save()
    assert len(busy.referrals.ids()) == before + 1
    assert [one.name for one in busy.referrals.draft_of(busy.referrals.ids()[0]).mentions] == [
        "Milda Kairienė", "Lukas Kairys",
    ]  # fmt: skip

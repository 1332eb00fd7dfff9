"""Cases of a meeting: proposed, added by number, noted with numbers of other bodies; put on it from the notice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from desktop.centre import Centre
from desktop.meetings.kinds import KindDraft
from desktop.windows import names
from desktop.windows.main import Main
from tests.builders import a_mention, a_referral, an_agency
from tests.windows.looking import faults, settle, turned, type_text, words
from tests.windows.measuring import closer_faults, english_left


@pytest.fixture
def speaking(centre: Centre) -> Centre:
    """A meeting that speaks of cases, and three notices: one of high risk."""
    by, today = centre.worker, centre.world.today()
    police = centre.directory.enter(an_agency(), by)
    kind = centre.diary.lay_down(KindDraft(name="Grupė", cases="law", permanent=(police.id,)), by)
    day = today + timedelta(days=10)
    centre.diary.plan(replace(centre.diary.proposed(kind.id), on_day=day, cut_off=None), by)
    for number, risk in enumerate(("high", "", "")):
        person = a_mention(name=f"Ona Onaitė {number}")
        centre.referrals.enter(a_referral(police.id, mentions=(person,), risk_level=risk, reference=f"77-{number}"), by)
    return centre


@pytest.fixture
def page(desk_of: Callable[..., Main], speaking: Centre) -> Any:
    """The page of its cases."""
    frame = desk_of(speaking)
    frame.go("meeting_cases")
    settle()
    return frame.top


def listed(page: Any) -> list[tuple[str, str]]:
    return [(row.case.listed, row.referral.label) for row in page.desk.centre.meeting_cases.of(page.about)]


def add(page: Any, number: str) -> None:
    page.adding.notice.set_raw(("", number))
    page.adding.add_button.click()
    settle()


def test_notices_of_high_risk_are_proposed_and_taken_at_once(page: Any) -> None:
    assert page.proposed.take.accessibleName() == "Put all on: 1"
    page.proposed.take.click()
    settle()
    assert listed(page) == [("new", "2026/1")]
    assert page.proposed.isHidden()


def test_a_case_is_added_by_its_number_and_an_unknown_one_is_told_at_the_field(page: Any) -> None:
    add(page, "2026/2")
    assert listed(page) == [("new", "2026/2")]
    add(page, "2026/77")
    assert page.adding.notice.problem is not None
    assert len(listed(page)) == 1


def test_list_step_and_numbers_of_other_bodies_are_kept(page: Any) -> None:
    add(page, "2026/2")
    page.form.put({"listed": "speed_up", "asked": "Skubi priemonė", "prosecution": "KT-12/26"})
    page.save_button.click()
    settle()
    row = page.desk.centre.meeting_cases.of(page.about)[0]
    assert (row.case.listed, row.case.asked) == ("speed_up", "Skubi priemonė")
    assert (row.numbers.police, row.numbers.prosecution) == ("77-1", "KT-12/26")
    page.off_button.click()
    settle()
    assert listed(page) == []


def test_f8_hides_the_names(page: Any) -> None:
    add(page, "2026/2")
    assert "2026/2 · Ona Onaitė 1" in words(page)
    names.hide(True)
    try:
        page.refresh()
        settle()
        assert not any("Onaitė" in said for said in words(page))
    finally:
        names.hide(False)


def test_a_notice_is_put_on_a_meeting_from_its_own_page(desk_of: Callable[..., Main], speaking: Centre) -> None:
    notice = speaking.referrals.by_label("2026/3")
    assert notice is not None
    frame = desk_of(speaking)
    frame.go("referrals", notice.id)
    settle()
    assert "Put on a meeting" in [action.text() for action in frame.top.card.foot.menu().actions()]  # type: ignore[union-attr]
    frame.go("put_on_meeting", notice.id)
    settle()
    top: Any = frame.top
    top.form.put({"listed": "current"})
    top.save()
    settle()
    coming = speaking.diary.coming()
    assert coming is not None
    assert [row.case.listed for row in speaking.meeting_cases.of(coming.id)] == ["current"]


def test_the_cases_may_be_shown_in_every_language_and_size(page: Any, speaking: Centre) -> None:
    found_one = speaking.referrals.by_label("2026/2")
    assert found_one is not None
    speaking.meeting_cases.put(page.about, [found_one.id], "new", speaking.worker, "Skubi priemonė")
    page.refresh()
    found = []
    for locale in turned(page.window()):
        wrong = [*faults(page.window()), *closer_faults(page.window())]
        wrong += english_left(page.window(), locale) if locale != "en" else []
        found += [(locale, fault) for fault in wrong]
    assert found == []


def test_words_half_typed_about_a_case_are_there_when_the_page_is_opened_again(page: Any, speaking: Centre) -> None:
    add(page, "2026/2")
    add(page, "2026/3")
    second = page.desk.centre.meeting_cases.of(page.about)[1].case.id
    page._choose(second)
    page.form.fields["asked"].set_raw("Skubi priemonė")
    frame = page.window()
    frame.go("today")
    settle()
    assert [(one.form, one.title) for one in speaking.drafts.all(speaking.worker) if one.form != "window"] == [
        ("meeting_cases", "2026/3")
    ]
    frame.go("meeting_cases", page.about)
    settle()
    assert frame.top.chosen == second
    assert frame.top.form.fields["asked"].raw() == "Skubi priemonė"
    frame.top.save_button.click()
    settle()
    frame.go("today")
    assert [one.form for one in speaking.drafts.all(speaking.worker) if one.form != "window"] == []


def test_words_half_typed_about_one_case_are_kept_while_another_is_chosen(page: Any, speaking: Centre) -> None:
    add(page, "2026/2")
    add(page, "2026/3")
    first, second = (row.case.id for row in page.desk.centre.meeting_cases.of(page.about))
    asked = page.form.fields["asked"]
    page._choose(second)
    type_text(asked.edit, "Skubi priemonė")
    assert page.form.is_pending()
    page.form._timer.timeout.emit()  # a few seconds later
    assert [one.form for one in speaking.drafts.all(speaking.worker) if one.form != "window"] == ["meeting_cases"]
    page._choose(first)
    assert asked.raw() == ""
    page._choose(second)
    assert asked.raw() == "Skubi priemonė"
    page.save()
    settle()
    assert [row.case.asked for row in page.desk.centre.meeting_cases.of(page.about)] == ["", "Skubi priemonė"]
    assert [one.form for one in speaking.drafts.all(speaking.worker) if one.form != "window"] == []

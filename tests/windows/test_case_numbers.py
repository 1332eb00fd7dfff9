"""Numbers of other bodies on a notice, and the meetings at which it was spoken of, in its time line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from desktop.centre import Centre
from desktop.meetings.kinds import KindDraft
from desktop.meetings.meeting_cases import Numbers
from desktop.windows.main import Main
from desktop.windows.timeline import EventRow
from tests.windows.looking import faults, settle, type_text

Desk = Callable[..., Main]


def test_numbers_are_typed_on_a_page_of_the_notice_and_stand_on_its_card(desk_of: Desk, busy: Centre) -> None:
    notice = busy.referrals.ids()[0]
    frame: Any = desk_of(busy)
    frame.go("referrals", notice)
    settle()
    frame.top.card._want("case_numbers")
    settle()
    page = frame.top
    assert page.NAME == "case_numbers"
    assert faults(page) == []
    assert page.form.fields["police"].raw() == busy.referrals.sheet(notice).referral.reference
    type_text(page.form.fields["prosecution"].edit, "PP 14/2026")
    page.keep_now()
    assert busy.drafts.of("case_numbers", notice, busy.worker) is not None
    assert page.save()
    settle()
    assert busy.meeting_cases.numbers(notice).prosecution == "PP 14/2026"
    facts = [line[1].text() for line in frame.top.card._facts._lines if line[1].isVisible()]
    assert "PP 14/2026" in facts
    assert busy.drafts.all(busy.worker) == ()


def test_a_meeting_stands_in_the_time_line_and_enter_opens_it(desk_of: Desk, busy: Centre) -> None:
    by, notice = busy.worker, busy.referrals.ids()[0]
    kind = busy.diary.lay_down(KindDraft(name="Atvejų aptarimas", cases="consent", rhythm="days", days=14), by)
    meeting = busy.diary.plan(replace(busy.diary.proposed(kind.id)), by)
    busy.meeting_cases.put(meeting.id, [notice], "speed_up", by)
    busy.meeting_cases.number(notice, Numbers(social_work="SW-3"), by)
    frame: Any = desk_of(busy)
    frame.go("referrals", notice)
    settle()
    row = next(r for r in frame.top.card.findChildren(EventRow) if r.event_shown.kind == "meeting")
    assert row.event_shown.head == "On the agenda of a meeting"
    assert row.event_shown.body == "Atvejų aptarimas\nCases to speed up"
    row.wanted.emit(row.event_shown.acts[0], row.event_shown.key)
    settle()
    assert frame.top.NAME == "meeting"

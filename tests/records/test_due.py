"""What cannot wait: nothing is lost, everything is in its order, and days late are the centre's working days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.centre import Centre
from desktop.records import contact_log, due_log
from desktop.records.contact_log import DueCall
from desktop.records.due import (
    AHEAD,
    CALL,
    CONFIRM,
    CONSENT,
    LATER,
    NOW,
    ORDER,
    PLAN,
    SECTIONS,
    WEEK,
    Found,
    brief_name,
    due_list,
)
from desktop.records.person import MayCall
from desktop.records.referral_state import ReferralState
from desktop.records.workdays import WorkCalendar
from tests.builders import (
    a_consent,
    a_measure,
    a_mention,
    a_plan_measure,
    a_referral,
    a_safe_contact,
    an_agency,
    an_attempt,
    an_outcome,
)
from tests.conftest import Still

BASE = datetime(2026, 11, 2, 10, 0)
MOMENTS = st.integers(-40 * 24 * 60, 40 * 24 * 60).map(lambda minutes: BASE + timedelta(minutes=minutes))
CALENDARS = st.builds(
    WorkCalendar,
    st.lists(st.sampled_from(("mo", "tu", "we", "th", "fr", "sa", "su")), unique=True).map(tuple),
    country=st.sampled_from(("LT", "RS", "XX")),
    closed=st.frozensets(st.dates(date(2026, 9, 1), date(2026, 12, 31)), max_size=5),
)


def _call(number: int, due: datetime) -> DueCall:
    return DueCall(
        referral_id=UUID(int=number), label=f"2026/{number}", person_id=None, person_name="", municipality="",
        sender="", worker_id=None, due_at=due, state=ReferralState("late"), attempts=0, again_at=None,
        may=MayCall.UNKNOWN,
    )  # fmt: skip


def _found(number: int, kind: str, at: datetime) -> Found:
    return Found(kind, UUID(int=1000 + number), at, None, f"2026/{number}", None, "")


@given(
    st.lists(MOMENTS, max_size=12), st.lists(st.tuples(st.sampled_from((ORDER, CONFIRM, CONSENT, PLAN)), MOMENTS)),
    MOMENTS, CALENDARS,
)  # fmt: skip
def test_nothing_is_lost_and_the_order_is_by_urgency(
    dues: list[datetime], others: list[tuple[str, datetime]], now: datetime, calendar: WorkCalendar
) -> None:
    calls = [_call(number, due) for number, due in enumerate(dues)]
    found = [_found(number, *other) for number, other in enumerate(others)]
    listed = due_list(calls, found, now, calendar)
    assert sorted(item.key for item in listed.items) == sorted(
        [(CALL, call.referral_id) for call in calls] + [(item.kind, item.record_id) for item in found]
    )
    sections = [item.section for item in listed.items]
    assert sections == sorted(sections, key=SECTIONS.index)
    for section in SECTIONS:
        hours = [item.at for item in listed.items if item.section == section]
        assert hours == sorted(hours)
    assert listed.overdue + listed.today == sections.count(NOW)
    assert listed.this_week == sections.count(WEEK)
    assert all((item.at <= now + AHEAD) is (item.section != LATER) for item in listed.items)
    assert listed.not_reached == len(calls)
    assert due_list(calls[::-1], found[::-1], now, calendar) == listed, "the order does not depend on the reading"


@given(MOMENTS, MOMENTS, CALENDARS)
def test_days_late_are_the_working_days_that_began_since(due: datetime, now: datetime, calendar: WorkCalendar) -> None:
    (item,) = due_list([_call(1, due)], [], now, calendar).items
    between = (due.date() + timedelta(days=n) for n in range(1, max(0, (now.date() - due.date()).days) + 1))
    assert item.days_late == (sum(calendar.is_open(day) for day in between) if now > due else 0)
    assert item.is_late is (due < now)
    assert (item.section != NOW) is (due.date() > now.date())


@pytest.mark.parametrize(
    ("name", "brief"),
    [("Daiva Jonaitienė", "Daiva J."), ("Јелена Ђорђевић", "Јелена Ђ."), ("Ana Njegoš", "Ana Nj."), ("Rūta", "Rūta"),
     ("", ""), ("Ana Marija Petrović", "Ana P.")],
)  # fmt: skip
def test_a_name_is_made_brief_for_a_screen_that_others_see(name: str, brief: str) -> None:
    assert brief_name(name) == brief


def test_every_kind_of_what_cannot_wait_is_found(centre: Centre, still: Still) -> None:
    by = centre.worker
    sender = centre.directory.enter(an_agency(), by).id
    first = centre.referrals.enter(a_referral(sender, measures=(a_measure(),)), by)
    second = centre.referrals.enter(a_referral(sender, mentions=(a_mention(name="Rūta Budrienė", phone=""),)), by)
    assert first.person_id is not None
    assert second.person_id is not None
    centre.people.agree_safe_contact(first.person_id, a_safe_contact(), by)
    centre.contacts.attempt(first.id, an_attempt(), by, help_outcome=an_outcome())
    centre.care.plan_measure(a_plan_measure(first.person_id, due_on=date(2026, 12, 4)), by)
    centre.care.give_consent(a_consent(first.person_id, until=date(2026, 12, 7)), by)
    assert [item.kind for item in centre.due.read().items] == [CALL], "orders of a fortnight are not urgent yet"
    still.wait(days=10)
    assert [item.kind for item in centre.due.read().items] == [CALL, ORDER]
    still.wait(days=22)
    listed = centre.due.read()
    assert [(item.kind, item.section) for item in listed.items] == [
        (CALL, NOW), (CONFIRM, NOW), (PLAN, NOW), (CONSENT, WEEK)]  # fmt: skip
    assert [item.days_late for item in listed.items] == [23, 0, 0, 0]
    assert {item.referral_id for item in listed.items[1:]} == {first.id}, "each leads to the notice to work from"
    assert (listed.overdue, listed.today, listed.not_reached, listed.ending) == (1, 2, 1, 0)


def test_what_is_read_some_at_a_time_is_the_same_and_leads_to_her_latest_notice(
    centre: Centre, still: Still, monkeypatch: pytest.MonkeyPatch
) -> None:
    by = centre.worker
    sender = centre.directory.enter(an_agency(), by).id
    names = ("Rūta Budrienė", "Aldona Petraitytė", "Ona Kazlauskienė")
    for name in names:
        centre.referrals.enter(a_referral(sender, mentions=(a_mention(name=name, phone=""),)), by)
    kept = [centre.referrals.enter(a_referral(sender), by)]
    her = a_mention(person_id=kept[0].person_id)
    days = (datetime(2026, 10, 30, 9), datetime(2026, 11, 2, 9, 30), datetime(2026, 11, 1, 9))
    kept += [centre.referrals.enter(a_referral(sender, received_at=day, mentions=(her,)), by) for day in days]
    assert kept[0].person_id is not None
    centre.people.agree_safe_contact(kept[0].person_id, a_safe_contact(), by)
    for notice in kept:
        centre.contacts.attempt(notice.id, an_attempt(), by)
    still.wait(days=40)
    whole = centre.due.read()
    assert [item.kind for item in whole.items] == [CALL] * len(names) + [CONFIRM]
    assert whole.items[-1].referral_id == kept[2].id
    for module in (contact_log, due_log):
        monkeypatch.setattr(module, "_SOME", 1)
    assert centre.due.read() == whole


def test_only_open_work_is_due(centre: Centre, still: Still) -> None:
    by = centre.worker
    sender = centre.directory.enter(an_agency(), by).id
    kept = centre.referrals.enter(a_referral(sender), by)
    assert kept.person_id is not None
    centre.people.agree_safe_contact(kept.person_id, a_safe_contact(), by)
    measure = centre.care.plan_measure(a_plan_measure(kept.person_id), by)
    centre.contacts.attempt(kept.id, an_attempt(), by, help_outcome=an_outcome(outcome="not_accepted"))
    centre.care.done(measure.id, date(2026, 11, 2), by)
    still.wait(days=60)
    assert centre.due.read().items == ()


def test_a_consent_given_anew_is_not_asked_for(centre: Centre, still: Still) -> None:
    by = centre.worker
    sender = centre.directory.enter(an_agency(), by).id
    kept = centre.referrals.enter(a_referral(sender), by)
    centre.contacts.attempt(kept.id, an_attempt(), by, help_outcome=an_outcome())
    centre.care.give_consent(a_consent(kept.person_id, until=date(2026, 11, 6)), by)
    assert [item.kind for item in centre.due.read().items] == [CONSENT]
    centre.care.give_consent(a_consent(kept.person_id, until=date(2027, 11, 6)), by)
    assert centre.due.read().items == ()


def test_hers_are_those_she_looks_after_and_those_nobody_does(centre: Centre) -> None:
    hers, other = centre.worker.id, UUID(int=5)
    calls = [replace(_call(n, BASE), worker_id=whose) for n, whose in enumerate((hers, other, None))]
    mine = due_list(calls, [], BASE, WorkCalendar()).of(hers)
    assert [item.label for item in mine.items] == ["2026/0", "2026/2"]


def test_the_month_tells_who_was_reached_in_time(centre: Centre, still: Still) -> None:
    by = centre.worker
    sender = centre.directory.enter(an_agency(), by).id
    kept = centre.referrals.enter(a_referral(sender), by)
    centre.referrals.enter(a_referral(sender, mentions=(a_mention(name="Rūta Budrienė", phone=""),)), by)
    centre.contacts.attempt(kept.id, an_attempt(), by)
    listed = centre.due.read()
    assert (listed.in_time, listed.asked) == (1, 1), "the other's time is not over yet"
    still.wait(days=3)
    listed = centre.due.read()
    assert (listed.in_time, listed.asked) == (1, 2)
    assert time(17) == listed.items[0].at.time()

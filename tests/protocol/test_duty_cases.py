"""A duty is due when its provision says, counted as a person would with a calendar, and never accuses wrongly."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.protocol.duty_cases import DAY_ENDS, Duty, DutyCase, Event, Limit, Noted, judged
from desktop.records.workdays import WorkCalendar

POLICE, COUNTY, COURT, PROVISION, RECORD = (UUID(int=number) for number in range(1, 6))
CALENDAR = WorkCalendar(country="LT", closed=frozenset({date(2026, 10, 5)}))
NOW = datetime(2026, 11, 2, 10, 0)
moments = st.datetimes(datetime(2026, 1, 1), datetime(2026, 12, 31)).map(lambda at: at.replace(microsecond=0))


def a_duty(trigger: str, number: int, unit: str, **changes: object) -> Duty:
    """A provision in force since January that binds the police and our centre."""
    duty = Duty(
        PROVISION, PROVISION, "4", "Pranešimas", trigger, Limit(number, unit, trigger, CALENDAR), (None, POLICE),
        False, {None: None, POLICE: None, COUNTY: None}, date(2026, 1, 1), None,
    )  # fmt: skip
    return replace(duty, **changes)  # type: ignore[arg-type]


def a_case(duty: Duty, event: Event, now: datetime = NOW, note: Noted | None = None) -> DutyCase:
    """The one case of that occasion."""
    found = judged(duty, event, now, {(PROVISION, RECORD): note} if note else {})
    assert found
    return found


def an_event(begins: datetime, done: datetime | None = None, **changes: object) -> Event:
    """Something that the police had to do."""
    event = Event("referral", RECORD, begins, (done,) if done else (), chain=(POLICE, COUNTY))
    return event._replace(**changes)  # type: ignore[arg-type]


@given(moments, st.integers(0, 40), st.sampled_from(["hours", "days", "workdays"]), moments, moments)
def test_a_limit_that_runs_forward_is_counted_as_by_hand(
    begins: datetime, number: int, unit: str, done: datetime, now: datetime
) -> None:
    case = a_case(a_duty("incident", number, unit), an_event(begins, done if done <= now else None), now)
    due = by_hand(begins, number, unit)
    assert case.due == due
    if done <= now:
        assert case.state == ("kept" if done <= due else "late")
    else:
        assert case.state == ("late" if now > due else "running")
    until = done if done <= now else now
    assert case.delay == (late_by_hand(due, until, unit) if until > due else 0)


def by_hand(begins: datetime, number: int, unit: str) -> datetime:
    """By when, counted one step after another."""
    if unit == "hours":
        return begins + timedelta(minutes=60 * number if number else 60)
    day = begins.date()
    if unit == "days":
        for _ in range(number):
            day += timedelta(days=1)
    else:
        while number or not works(day):
            day += timedelta(days=1)
            number -= works(day) and number > 0
    return datetime.combine(day, DAY_ENDS)


def works(day: date) -> bool:
    """Whether the centre works on that day."""
    return day.weekday() < 5 and day != date(2026, 10, 5) and CALENDAR.is_open(day)


def late_by_hand(due: datetime, until: datetime, unit: str) -> int:
    """By how many whole hours, days or working days."""
    if unit == "hours":
        return int((until - due).total_seconds()) // 3600
    days = [due.date() + timedelta(days=ahead) for ahead in range(1, (until.date() - due.date()).days + 1)]
    return len(days) if unit == "days" else sum(map(works, days))


@given(moments, st.integers(0, 40), st.sampled_from(["hours", "days", "workdays"]), st.integers(0, 1000))
def test_a_limit_that_counts_back_is_counted_as_by_hand(at: datetime, number: int, unit: str, before: int) -> None:
    begins = at - timedelta(hours=before, minutes=1)
    case = a_case(a_duty("papers", number, unit, since=date(2020, 1, 1)), Event("meeting", RECORD, begins, moment=at))
    if unit == "hours":
        due = at - timedelta(hours=number)
    else:
        day, left = at.date(), number
        if unit == "days":
            day -= timedelta(days=number)
        else:
            while left or not works(day):
                day -= timedelta(days=1)
                left -= works(day) and left > 0
        due = min(datetime.combine(day, DAY_ENDS), at)
    if number == 0 or due <= begins:
        due = at
    assert case.due == due


@given(
    st.sampled_from(["incident", "papers"]), st.integers(0, 60), st.sampled_from(["hours", "days", "workdays"]),
    moments, st.integers(0, 60),
)  # fmt: skip
def test_no_case_of_some_days_begins_outside_the_span_that_is_asked_for(
    trigger: str, number: int, unit: str, at: datetime, days: int
) -> None:
    limit = Limit(number, unit, trigger, CALENDAR)
    event = an_event(at) if trigger == "incident" else an_event(at - timedelta(days=400), moment=at)
    due = limit.due(event).date()
    low, high = limit.anchors(due - timedelta(days=days), due + timedelta(days=days))
    assert low <= at <= high


def test_an_incident_known_by_day_alone_counts_from_the_end_of_that_day() -> None:
    duty = a_duty("incident", 24, "hours")
    the_day = datetime.combine(date(2026, 10, 1), DAY_ENDS)
    assert a_case(duty, an_event(the_day, datetime(2026, 10, 1, 9, 0))).state == "kept"  # the same morning
    assert a_case(duty, an_event(the_day, datetime(2026, 10, 2, 23, 59, 59))).state == "kept"
    assert a_case(duty, an_event(the_day, datetime(2026, 10, 3, 5, 0))).state == "late"


@pytest.mark.parametrize(
    ("unit", "kept", "late"),
    [
        ("hours", datetime(2026, 10, 2, 19, 30), datetime(2026, 10, 2, 19, 31)),
        ("days", datetime(2026, 10, 2, 23, 59), datetime(2026, 10, 3, 0, 0)),
        ("workdays", datetime(2026, 10, 2, 23, 59), datetime(2026, 10, 3, 0, 0)),
    ],
)
def test_nought_is_at_once_or_on_the_same_day(unit: str, kept: datetime, late: datetime) -> None:
    friday = datetime(2026, 10, 2, 18, 30)
    duty = a_duty("incident", 0, unit)
    assert a_case(duty, an_event(friday, kept)).state == "kept"
    assert a_case(duty, an_event(friday, late)).state == "late"


def test_nought_working_days_on_a_free_day_is_the_next_day_of_work() -> None:
    case = a_case(a_duty("incident", 0, "workdays"), an_event(datetime(2026, 10, 3, 12, 0)))
    assert case.due == datetime(2026, 10, 6, 23, 59, 59)  # Monday, 5 October, the centre is closed


def test_the_first_contact_ends_with_the_hours_of_the_centre_like_the_deadline_of_the_notice() -> None:
    begins = datetime(2026, 10, 2, 18, 30)
    duty = a_duty("contact", 1, "workdays")
    assert a_case(duty, an_event(begins, chain=(None,))).due == CALENDAR.deadline(begins, 1)


def test_the_nearest_institution_that_is_bound_is_told_and_others_are_not() -> None:
    event = an_event(datetime(2026, 10, 1, 12, 0))
    assert a_case(a_duty("incident", 1, "days"), event).agency_id == POLICE
    assert a_case(a_duty("incident", 1, "days", holders=(COUNTY,)), event).agency_id == COUNTY
    assert judged(a_duty("incident", 1, "days", holders=(COURT,)), event, NOW) is None
    everybody = a_duty("incident", 1, "days", holders=(), holds_all=True)
    assert a_case(everybody, event).agency_id == POLICE
    assert judged(replace(everybody, parties={COURT: None}), event, NOW) is None
    assert a_case(replace(everybody, parties={}), event).agency_id == COUNTY


def test_who_withdrew_is_bound_no_more() -> None:
    gone = a_duty("incident", 1, "days", parties={POLICE: date(2026, 10, 1)})
    assert a_case(gone, an_event(datetime(2026, 9, 30, 12, 0)))
    assert judged(gone, an_event(datetime(2026, 10, 1, 12, 0)), NOW) is None


def test_an_occasion_is_judged_by_the_version_in_force_when_its_clock_began() -> None:
    old = a_duty("incident", 1, "days", until=date(2026, 10, 10))
    new = a_duty("incident", 2, "days", since=date(2026, 10, 10))
    before, after = (an_event(datetime(2026, 10, day, 23, 0), datetime(2026, 10, 11, 9, 0)) for day in (9, 10))
    assert (a_case(old, before).state, judged(new, before, NOW)) == ("late", None)
    assert (judged(old, after, NOW), a_case(new, after).state) == (None, "kept")


def test_what_somebody_noted_is_heeded_but_does_not_take_praise_away() -> None:
    begins, late = datetime(2026, 10, 1, 12, 0), datetime(2026, 10, 20, 12, 0)
    duty = a_duty("incident", 1, "days")
    excused = Noted(RECORD, None, True, "Linijos neveikė")
    case = a_case(duty, an_event(begins, late), note=excused)
    assert (case.state, case.reason, case.to_do) == ("not_possible", "Linijos neveikė", False)
    assert a_case(duty, an_event(begins, begins), note=excused).state == "kept"
    by_telephone = Noted(RECORD, datetime(2026, 10, 1, 13, 0), False, "")
    assert a_case(duty, an_event(begins, late), note=by_telephone).state == "kept"


def test_who_was_tried_in_time_and_not_reached_was_not_possible() -> None:
    begins = datetime(2026, 10, 1, 12, 0)
    duty = a_duty("contact", 1, "days")
    event = an_event(begins, chain=(None,), excuse="She could not be reached.")
    assert a_case(duty, event._replace(tried=datetime(2026, 10, 2, 9, 0))).state == "not_possible"
    assert a_case(duty, event._replace(tried=datetime(2026, 10, 3, 9, 0))).state == "late"


def test_only_a_talk_of_the_last_week_is_about_the_end_of_an_order() -> None:
    begins, ends = datetime(2026, 10, 1, 12, 0), datetime(2026, 10, 16, 12, 0)
    duty = a_duty("order_end", 1, "days")
    event = an_event(begins, chain=(None,), moment=ends)
    assert a_case(duty, event).due == datetime(2026, 10, 15, 23, 59, 59)
    assert a_case(duty, event._replace(done=(datetime(2026, 10, 2, 9, 0),))).state == "late"
    assert a_case(duty, event._replace(done=(datetime(2026, 10, 2, 9, 0), datetime(2026, 10, 14, 9)))).state == "kept"
    assert a_case(duty, event._replace(done=(datetime(2026, 10, 16, 9, 0),))).state == "late"


def test_an_order_shorter_than_the_limit_asks_only_for_a_talk_before_it_ends() -> None:
    begins = datetime(2026, 10, 1, 12, 0)
    event = an_event(begins, chain=(None,), moment=begins + timedelta(hours=48))
    assert a_case(a_duty("order_end", 3, "days"), event).due == begins + timedelta(hours=48)
    assert a_case(a_duty("order_end", 0, "hours"), event).due == begins + timedelta(hours=48)


def test_papers_are_ours_unless_others_alone_hold_the_duty_and_meetings_are_of_all_together() -> None:
    event = Event("meeting", RECORD, datetime(2026, 10, 1, 10, 0))
    assert a_case(a_duty("minutes", 5, "workdays"), event).agency_id is None
    assert a_case(a_duty("minutes", 5, "workdays", holders=(POLICE,)), event).agency_id == POLICE
    case = a_case(a_duty("meeting", 31, "days"), event)
    assert (case.agency_id, case.together) == (None, True)


def test_a_duty_about_one_kind_of_meeting_leaves_the_others_alone() -> None:
    duty = a_duty("minutes", 5, "workdays", kind_id=COURT)
    event = Event("meeting", RECORD, datetime(2026, 10, 1, 10, 0), kind_id=COUNTY)
    assert judged(duty, event, NOW) is None
    assert judged(duty, event._replace(kind_id=COURT), NOW)


def test_a_day_stands_for_its_beginning_where_something_was_done() -> None:
    begins = datetime.combine(date(2026, 10, 1), DAY_ENDS)
    done = datetime.combine(date(2026, 10, 2), time())
    assert a_case(a_duty("plan", 1, "hours"), an_event(begins, done)).state == "kept"


VILNIUS, BELGRADE = ZoneInfo("Europe/Vilnius"), ZoneInfo("Europe/Belgrade")


def in_hours(number: int, zone: ZoneInfo, trigger: str = "incident") -> Duty:
    """A duty with a limit in hours, at a centre in that zone."""
    return a_duty(trigger, number, "hours", limit=Limit(number, "hours", trigger, CALENDAR, zone))


@pytest.mark.parametrize(
    ("zone", "begins", "number", "due"),
    [
        (VILNIUS, datetime(2026, 3, 28, 18, 0), 24, datetime(2026, 3, 29, 19, 0)),  # summer time begins
        (VILNIUS, datetime(2026, 10, 24, 18, 0), 24, datetime(2026, 10, 25, 17, 0)),  # and ends
        (BELGRADE, datetime(2026, 10, 25, 1, 30), 2, datetime(2026, 10, 25, 2, 30)),  # the second half past two
        (BELGRADE, datetime(2026, 3, 29, 1, 30), 1, datetime(2026, 3, 29, 3, 30)),
        (BELGRADE, datetime(2026, 6, 1, 18, 0), 24, datetime(2026, 6, 2, 18, 0)),
    ],
)
def test_hours_are_hours_that_pass_when_the_clock_is_turned(
    zone: ZoneInfo, begins: datetime, number: int, due: datetime
) -> None:
    duty = in_hours(number, zone)
    assert a_case(duty, an_event(begins)).due == due
    after = due + timedelta(hours=3)
    assert a_case(duty, an_event(begins, after)).delay == 3
    assert a_case(duty, an_event(begins, due)).state == "kept"


def test_a_limit_counted_back_over_the_turn_of_the_clock_loses_no_hour() -> None:
    meeting = datetime(2026, 10, 26, 10, 0)
    event = an_event(datetime(2026, 10, 20, 9, 0), moment=meeting)
    assert a_case(in_hours(48, VILNIUS, "papers"), event).due == datetime(2026, 10, 24, 11, 0)


def test_within_the_hour_that_comes_twice_nobody_is_accused_wrongly() -> None:
    at = datetime(2026, 10, 25, 3, 30)  # twice in Vilnius
    duty = in_hours(0, VILNIUS)
    assert a_case(duty, an_event(at, datetime(2026, 10, 25, 4, 30))).state == "kept"
    assert a_case(duty, an_event(at, datetime(2026, 10, 25, 4, 31))).state == "late"
    evening = an_event(datetime(2026, 10, 25, 2, 15), datetime(2026, 10, 25, 3, 40))
    assert a_case(in_hours(2, VILNIUS), evening).state == "kept"
    assert a_case(in_hours(2, VILNIUS), an_event(evening.begins, datetime(2026, 10, 25, 4, 16))).delay == 1

import random
from datetime import date, datetime, time, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from desktop.records.contact_draft import AttemptDraft
from desktop.records.contact_log import is_outside
from desktop.records.person import WAITS, MayCall, Person
from desktop.records.vocabulary import WEEKDAYS

WEEK = 7 * 24 * 60
MONDAY = datetime(2026, 11, 23)


def person(**safe: object) -> Person:
    return Person(id=UUID(int=1), code="P-0001", **{f"safe_{name}": value for name, value in safe.items()})


def allowed_minutes(days: tuple[str, ...], begins: time, ends: time) -> set[int]:
    """Every minute of the week in the window, walked through one by one from its beginning to its end."""
    found = set()
    for day in days:
        start = WEEKDAYS.index(day) * 1440 + begins.hour * 60 + begins.minute
        length = (ends.hour * 60 + ends.minute - begins.hour * 60 - begins.minute) % 1440
        found |= {(start + minute) % WEEK for minute in range(length)}
    return found


def test_ten_thousand_windows_equal_walking_minute_by_minute() -> None:
    chance = random.Random(7)
    for _ in range(200):
        days = tuple(day for day in WEEKDAYS if chance.random() < 0.5) or ("mo",)
        begins, ends = (
            time(chance.randrange(24), chance.randrange(60)),
            time(chance.randrange(24), chance.randrange(60)),
        )
        if begins == ends:
            continue
        agreed = person(
            allowed="yes", channel="telephone", days=days, confirmed_on=MONDAY.date(), **{"from": begins, "to": ends}
        )
        walked = allowed_minutes(days, begins, ends)
        for _ in range(50):
            minute = chance.randrange(WEEK)
            now = MONDAY + timedelta(minutes=minute)
            assert (agreed.may_call(now) is MayCall.YES) == (minute in walked), (days, begins, ends, now)
            opens = agreed.next_allowed(now)
            ahead = next(n for n in range(WEEK + 1) if (minute + n) % WEEK in walked)
            assert opens == now + timedelta(minutes=ahead)
            until = agreed.allowed_until(now)
            assert (until is not None) == (minute in walked)
            if until is not None:
                last = (until - timedelta(minutes=1) - MONDAY) // timedelta(minutes=1) % WEEK
                assert last in walked
                assert now < until <= now + timedelta(days=1)


@given(st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1)), st.sampled_from(("unknown", "", "maybe")))
def test_unknown_is_never_allowed(now: datetime, allowed: str) -> None:
    everything = {"days": WEEKDAYS, "from": time(0), "to": time(23, 59), "confirmed_on": now.date()}
    assert person(allowed=allowed, **everything).may_call(now) is MayCall.UNKNOWN
    assert person(allowed="no", **everything).may_call(now) is MayCall.NO
    assert person(allowed="yes").may_call(now) is MayCall.UNKNOWN, "yes without hours says nothing"
    assert Person(id=UUID(int=1), code="P-0001").may_call(now) is MayCall.UNKNOWN


@given(st.integers(0, WEEK), st.integers(-60, WEEK))
def test_the_next_try_keeps_the_deadline_where_an_allowed_hour_does(minute: int, left: int) -> None:
    agreed = person(
        allowed="yes", days=("mo", "th"), confirmed_on=MONDAY.date(), **{"from": time(10), "to": time(13)}
    )  # fmt: skip
    now, due = MONDAY + timedelta(minutes=minute), MONDAY + timedelta(minutes=minute + left)
    again = agreed.again_after(now, due)
    assert again is not None
    assert agreed.next_allowed(again) == again
    assert again >= now + WAITS[-1]
    if again > due:
        assert all((opens := agreed.next_allowed(now + wait)) is not None and opens > due for wait in WAITS)
    assert person(allowed="unknown").again_after(now, due) is None


def test_a_way_confirmed_long_ago_is_asked_about_first() -> None:
    agreed = person(allowed="yes", days=("mo",), confirmed_on=date(2026, 10, 24), **{"from": time(9), "to": time(12)})
    assert agreed.may_call(MONDAY + timedelta(hours=10)) is MayCall.YES
    assert agreed.may_call(MONDAY + timedelta(days=7, hours=10)) is MayCall.ASK_FIRST
    assert agreed.may_call(MONDAY + timedelta(days=7, hours=12)) is MayCall.NOT_NOW


def test_an_attempt_in_another_way_or_hour_needs_a_reason_and_a_visit_never() -> None:
    agreed = person(
        allowed="yes", channel="text", days=("mo",), confirmed_on=MONDAY.date(), **{"from": time(9), "to": time(12)}
    )
    inside, outside = MONDAY + timedelta(hours=10), MONDAY + timedelta(hours=13)
    assert not is_outside(agreed, AttemptDraft(inside, "text", "reached"))
    assert is_outside(agreed, AttemptDraft(inside, "telephone", "reached"))
    assert is_outside(agreed, AttemptDraft(outside, "text", "reached"))
    assert not is_outside(agreed, AttemptDraft(outside, "in_person", "reached"))
    assert is_outside(person(), AttemptDraft(inside, "telephone", "reached"))

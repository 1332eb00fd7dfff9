"""Every number over time equals what is asked of the same vault by hand, in SQL."""

from __future__ import annotations

import pytest

from desktop.centre import Centre
from desktop.cooperation.indicators import COUNT, INDICATORS, NOTICES
from desktop.cooperation.line import Series
from desktop.periods import Month
from tests.cooperation.invented_years import FIRST, LAST, MONTHS

MIDDLE = (
    "SELECT month, avg(value) FROM (SELECT month, value, "
    "row_number() OVER (PARTITION BY month ORDER BY value) AS place, count(*) OVER (PARTITION BY month) AS n "
    "FROM ({values})) WHERE place IN ((n + 1) / 2, (n + 2) / 2) GROUP BY month"
)
SINCE = "coalesce(datetime(incident_on || ' ' || substr(incident_time, 1, 8)), datetime(incident_on, '+1 day'))"
SLIP = "datetime(incident_on || ' ' || coalesce(substr(incident_time, 1, 8), '00:00:00'))"


def _hours(until: str, since: str) -> str:
    return f"max(0, (julianday({until}) - julianday({since})) * 24)"


BY_HAND = {
    "S-1": "SELECT month, count(*) FROM referral WHERE duplicate_of_id IS NULL GROUP BY month",
    "S-2": (
        "SELECT month, sum(agreed - entered) * 1.0 / sum(agreed) FROM (SELECT month, "
        "json_extract(frozen, '$.statement.sums.entered') AS entered, "
        "json_extract(frozen, '$.statement.sums.sent') + json_extract(frozen, '$.statement.sums.month_before') "
        "- json_extract(frozen, '$.statement.sums.unexplained_theirs') "
        "- json_extract(frozen, '$.statement.sums.undecided_theirs') "
        "- (SELECT sum(value) FROM json_each(frozen, '$.statement.sums.theirs')) AS agreed "
        "FROM reconciliation WHERE frozen <> '' AND counted = '' AND month = until) GROUP BY month"
    ),
    "S-3": MIDDLE.format(
        values=f"SELECT month, {_hours('received_at', SINCE)} AS value FROM referral "
        f"WHERE duplicate_of_id IS NULL AND incident_on IS NOT NULL AND {SLIP} <= received_at"
    ),
    "S-4": MIDDLE.format(
        values=f"SELECT month, {_hours('first_contact_at', SINCE)} AS value FROM referral "
        f"WHERE duplicate_of_id IS NULL AND incident_on IS NOT NULL "
        f"AND first_contact_at IS NOT NULL AND {SLIP} <= first_contact_at"
    ),
    "S-5": MIDDLE.format(
        values=f"SELECT month, {_hours('first_contact_at', 'received_at')} AS value FROM referral "
        "WHERE duplicate_of_id IS NULL AND first_contact_at IS NOT NULL"
    ),
    "S-6": (
        "SELECT month, avg(outcome = 'accepted') FROM referral "
        "WHERE duplicate_of_id IS NULL AND outcome <> 'pending' GROUP BY month"
    ),
    "S-7": (
        "SELECT month, avg(EXISTS (SELECT 1 FROM referral AS b WHERE b.person_id = a.person_id AND b.id <> a.id "
        "AND b.duplicate_of_id IS NULL AND b.received_at >= datetime(a.received_at, '-12 months') "
        "AND (b.received_at, b.id) < (a.received_at, a.id))) FROM referral AS a "
        f"WHERE duplicate_of_id IS NULL AND person_id IS NOT NULL AND month >= '{FIRST.later(12)}' GROUP BY month"
    ),
    "S-8": MIDDLE.format(
        values="SELECT substr(solved_on, 1, 7) AS month, julianday(solved_on) - julianday(since) AS value "
        "FROM raised_problem WHERE solved_on IS NOT NULL"
    ),
    "S-9": (
        "SELECT substr(due_on, 1, 7), sum(coalesce(done_on <= due_on, 0)) * 1.0 / count(*) FROM commitment "
        "WHERE impossible_on IS NULL GROUP BY 1"
    ),
    "S-10": (
        "SELECT substr(on_day, 1, 7), avg(came) FROM (SELECT on_day, max(presence IN ('present', 'deputy')) AS came "
        "FROM attendance JOIN meeting ON meeting.id = meeting_id WHERE held AND called_off_on IS NULL "
        "AND agency_id IS NOT NULL AND presence <> '' GROUP BY meeting_id, agency_id) GROUP BY 1"
    ),
    "S-11": "SELECT substr(on_day, 1, 7), sum(kind IN ('training', 'event')) FROM training GROUP BY 1",
    "S-12": (
        "SELECT substr(on_day, 1, 7), sum(persons) FROM training_part JOIN training ON training.id = training_id "
        "WHERE role = 'lecturer' AND agency_id IS NULL AND organiser_id IS NOT NULL GROUP BY 1"
    ),
    "S-13": (
        "SELECT substr(on_day, 1, 7), sum(persons) FROM training_part JOIN training ON training.id = training_id "
        "WHERE role = 'lecturer' AND agency_id IS NOT NULL AND organiser_id IS NULL GROUP BY 1"
    ),
    "S-14": "SELECT substr(on_day, 1, 7), sum(kind = 'publicity') FROM training GROUP BY 1",
}
"""Month and number; a month of a count that is not among them is zero once its register has begun."""
BEGINS = {"S-11": FIRST.later(5), "S-12": FIRST.later(5), "S-13": FIRST.later(5), "S-14": FIRST.later(5)}


def by_hand(centre: Centre, code: str) -> dict[str, float]:
    with centre.vault.look() as session:
        rows = session.connection().exec_driver_sql(BY_HAND[code])
        return {str(month): float(value) for month, value in rows if value is not None}


def told(series: Series) -> dict[str, float]:
    return {point.month.key: point.value for point in series.points if point.value is not None}


@pytest.mark.parametrize("code", INDICATORS)
def test_every_number_equals_a_query_written_by_hand(centre: Centre, code: str) -> None:
    wanted = by_hand(centre, code)
    assert len(wanted) > 5, "the vault holds enough of it"
    if INDICATORS[code].shape == COUNT:
        begins = BEGINS.get(code, FIRST)
        months = [FIRST.later(place) for place in range(MONTHS)]
        wanted = {month.key: wanted.get(month.key, 0.0) for month in months if month >= begins}
    found = told(centre.monitoring.series(code, LAST, MONTHS))
    assert found.keys() == wanted.keys()
    assert found == pytest.approx(wanted, abs=1e-4)


@pytest.mark.parametrize("code", INDICATORS)
def test_fewer_months_give_the_same_numbers(centre: Centre, code: str) -> None:
    whole = told(centre.monitoring.series(code, LAST, MONTHS))
    last = LAST.later(-3)
    part = told(centre.monitoring.series(code, last, 8))
    assert part == {key: value for key, value in whole.items() if last.later(-7).key <= key <= last.key}


def test_a_month_that_is_not_over_and_one_before_the_log_are_gaps(centre: Centre) -> None:
    points = centre.monitoring.series("S-1", Month(2026, 12), 36).points
    assert [point.month.key for point in points if point.value is None] == [
        *(FIRST.later(back).key for back in (-4, -3, -2, -1)), "2026-11", "2026-12",
    ]  # fmt: skip
    assert centre.monitoring.last_month() == LAST


def test_commitments_that_are_no_longer_possible_are_told_apart(centre: Centre) -> None:
    points = centre.monitoring.series("S-9", LAST, MONTHS).points
    with centre.vault.look() as session:
        count = "SELECT count(*) FROM commitment WHERE impossible_on IS NOT NULL"
        assert sum(point.apart for point in points) == session.connection().exec_driver_sql(count).scalar() > 0


@pytest.mark.parametrize("code", [code for code, each in INDICATORS.items() if each.about == NOTICES and code != "S-2"])
def test_without_an_institution_its_notices_and_those_of_its_units_are_as_if_they_never_came(
    centre: Centre, code: str
) -> None:
    police = next(each for each in centre.directory.agencies() if each.kind == "police" and each.parent_id is None)
    without = centre.monitoring.series(code, LAST, MONTHS, (police.id,))
    court = next(each for each in centre.directory.agencies() if each.kind == "court")
    only = BY_HAND[code].replace("FROM referral", f"FROM (SELECT * FROM referral WHERE sender_id = x'{court.id.hex}')")
    with centre.vault.look() as session:
        rows = session.connection().exec_driver_sql(only)
        wanted = {str(month): float(value) for month, value in rows if value is not None}
    if INDICATORS[code].shape == COUNT:
        wanted = {FIRST.later(place).key: wanted.get(FIRST.later(place).key, 0.0) for place in range(MONTHS)}
    assert told(without) == pytest.approx(wanted, abs=1e-4)
    assert without.without == (police.id,)


def test_without_a_unit_its_part_of_what_was_agreed_is_left_out(centre: Centre) -> None:
    unit = next(each for each in centre.directory.agencies() if each.parent_id is not None)
    whole = centre.monitoring.series("S-2", LAST, MONTHS).points
    without = centre.monitoring.series("S-2", LAST, MONTHS, (unit.id,)).points
    lost = [one.base - other.base for one, other in zip(whole, without, strict=True) if one.base]
    assert set(lost) == {6, 12}, "what each of the two senders agreed for it"

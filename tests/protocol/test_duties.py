"""The duties of a protocol at work: every number equals what a query written by hand says, with its records behind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from statistics import median
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text

from desktop.centre import Centre
from desktop.periods import Month
from desktop.problems import Invalid, Problem
from desktop.protocol.breaches import BreachDraft
from desktop.protocol.drafts import ProvisionDraft
from desktop.protocol.duty_drafts import ByHand
from desktop.protocol.duty_figures import DutyFigures, DutyRow
from desktop.records.meeting import Meeting
from desktop.records.promise import Commitment
from desktop.records.referral import Attempt, Measure, Referral
from desktop.world import dice
from tests.builders import a_referral
from tests.conftest import Still
from tests.protocol.conftest import Local

OCTOBER = Month(2026, 10)


@pytest.fixture
def at_work(local: Local) -> Local:
    """The protocol in force since September, with four more duties, one for everybody."""
    by, chapter = local.centre.worker, local.sheet.provisions[1].provision.chapter_id
    further = [
        ProvisionDraft("6", "Orderis", "t", chapter, holders=(local.police,), trigger="order", limit_number=12,
                       limit_unit="hours"),
        ProvisionDraft("7", "Prieš orderio pabaigą", "t", chapter, holders=(None,), trigger="order_end",
                       limit_number=1, limit_unit="days"),
        ProvisionDraft("8", "Įsipareigojimai", "t", chapter, holds_all=True, trigger="commitment", limit_number=0,
                       limit_unit="days"),
        ProvisionDraft("9", "Planas", "t", chapter, holds_all=True, trigger="plan", limit_number=3,
                       limit_unit="workdays"),
        ProvisionDraft("10", "Protokolas", "t", chapter, holders=(None,), trigger="minutes", limit_number=5,
                       limit_unit="workdays"),
        ProvisionDraft("11", "Posėdžiai", "t", chapter, holds_all=True, trigger="meeting", limit_number=31,
                       limit_unit="days"),
        ProvisionDraft("12", "Mokykla", "t", chapter, holders=(local.court,), trigger="by_hand", limit_number=2,
                       limit_unit="days"),
    ]  # fmt: skip
    local.centre.provisions.bring(local.version_id, further, by)
    local.adopt(on=date(2026, 9, 1))
    return local


def fill(local: Local, seed: int = 1, notices: int = 400) -> None:
    """Invent notices, orders, attempts, plans, meetings and commitments of the last months."""
    chance, new_id = dice(seed), local.centre.world.new_id
    with local.centre.vault.change("Test", local.centre.worker) as session:
        kind = session.connection().execute(text("SELECT id FROM meeting_kind ORDER BY position")).scalars().first()
        for number in range(notices):
            received = datetime(2026, 8, 15, 8, 0) + timedelta(minutes=chance.randrange(60 * 24 * 78))
            known = chance.random() < 0.9
            happened = received - timedelta(minutes=chance.randrange(60 * 60))
            reached = received + timedelta(minutes=chance.randrange(60 * 72))
            one = Referral(
                id=new_id(), year=2026, number=1000 + number, received_at=received, month=received.strftime("%Y-%m"),
                sender_id=chance.choice((local.police, local.court)), due_at=received + timedelta(days=1),
                incident_on=happened.date() if known else None,
                incident_time=happened.time() if known and chance.random() < 0.5 else None,
                first_contact_at=reached if chance.random() < 0.8 else None,
                outcome=chance.choice(("pending", "accepted", "not_reached", "minor", "not_accepted")),
            )  # fmt: skip
            session.add(one)
            session.flush()
            if number and chance.random() < 0.05:
                one.duplicate_of_id = _any(session, chance)
            granted = received - timedelta(hours=chance.randrange(-2, 30))
            if chance.random() < 0.5:
                session.add(Measure(id=new_id(), referral_id=one.id, kind="protection_order", granted_at=granted,
                                    until_at=granted + timedelta(days=15)))  # fmt: skip
            for _ in range(chance.randrange(3)):
                session.add(
                    Attempt(
                        id=new_id(), referral_id=one.id, at=received + timedelta(hours=chance.randrange(500)),
                        channel="telephone", outcome=chance.choice(("reached", "no_answer")),
                        worker_id=local.centre.worker.id, worker_name="Ona",
                    )
                )  # fmt: skip
        for number in range(60):
            day = date(2026, 9, 1) + timedelta(days=chance.randrange(60))
            done = day + timedelta(days=chance.randrange(-5, 9)) if chance.random() < 0.7 else None
            session.add(Commitment(id=new_id(), what=f"Pažadas {number}", made_on=day - timedelta(days=20), due_on=day,
                                   first_due_on=day, agency_id=chance.choice((None, local.police, local.court)),
                                   done_on=done, impossible_on=None if done or number % 7 else day,
                                   reason="" if number % 7 else "Nėra lėšų"))  # fmt: skip
        for number in range(9):
            day = date(2026, 8, 20) + timedelta(days=number * 9)
            session.add(Meeting(id=new_id(), kind_id=UUID(bytes=kind), number=f"PM-{number}", on_day=day,
                                begins=time(10), language="lt", cut_off=datetime.combine(day, time(8)), held=True,
                                agreed="{}" if number % 3 else "",
                                agreed_on=day + timedelta(days=number + 3) if number % 3 else None))  # fmt: skip


def _any(session: Any, chance: Any) -> UUID:
    ids = session.connection().execute(text("SELECT id FROM referral WHERE duplicate_of_id IS NULL")).scalars().all()
    return UUID(bytes=chance.choice(ids))


def row(figures: DutyFigures, number: str, agency_id: UUID | None = None) -> DutyRow:
    """One row of the figures."""
    return next(
        each for each in figures.rows
        if each.number == number and (each.agency.id if each.agency else None) == agency_id
    )  # fmt: skip


def ask(centre: Centre, sql: str, **values: object) -> Sequence[Any]:
    """A query written by hand."""
    with centre.vault.look() as session:
        return session.connection().execute(text(sql), values).all()


HAND_INCIDENT = """
WITH told AS (
  SELECT id, received_at,
         datetime(incident_on || ' ' || coalesce(substr(incident_time, 1, 8), '23:59:59'), '+24 hours') AS due
  FROM referral WHERE duplicate_of_id IS NULL AND incident_on IS NOT NULL AND sender_id = :who
    AND incident_on >= '2026-09-01')
SELECT received_at <= due AS kept,
       CAST((julianday(received_at) - julianday(due)) * 24 + 0.00001 AS INTEGER) AS late, id
FROM told WHERE due BETWEEN '2026-10-01 00:00:00' AND '2026-10-31 23:59:59'
"""


def test_notices_of_the_police_equal_a_query_written_by_hand(at_work: Local) -> None:
    fill(at_work)
    told = row(at_work.centre.duties.figures(at_work.protocol_id, OCTOBER), "4", at_work.police)
    found = ask(at_work.centre, HAND_INCIDENT, who=at_work.police.bytes)
    late = [one.late for one in found if not one.kept]
    assert len(late) > 10
    assert (told.tally.kept, told.tally.late) == (len(found) - len(late), len(late))
    assert (told.median, told.longest) == (median(late), max(late))
    assert {case.event.record_id for case in told.cases} == {UUID(bytes=one.id) for one in found}
    unknown = ask(
        at_work.centre,
        "SELECT count(*) AS n FROM referral WHERE incident_on IS NULL AND duplicate_of_id IS NULL AND sender_id = :who"
        " AND received_at LIKE '2026-10-%'",
        who=at_work.police.bytes,
    )
    assert told.without_day == unknown[0].n > 0


def test_orders_commitments_and_meetings_equal_queries_written_by_hand(at_work: Local) -> None:
    fill(at_work, 2)
    centre, figures = at_work.centre, at_work.centre.duties.figures(at_work.protocol_id, OCTOBER)
    orders = ask(
        centre,
        "SELECT r.received_at <= datetime(m.granted_at, '+12 hours') AS kept FROM measure m JOIN referral r"
        " ON r.id = m.referral_id WHERE r.duplicate_of_id IS NULL AND r.received_at >= m.granted_at"
        " AND r.sender_id = :who AND m.granted_at >= '2026-09-01'"
        " AND datetime(m.granted_at, '+12 hours') LIKE '2026-10-%'",
        who=at_work.police.bytes,
    )
    told = row(figures, "6", at_work.police)
    assert Counter(bool(one.kept) for one in orders) == {True: told.tally.kept, False: told.tally.late}
    promised = ask(
        centre,
        "SELECT CASE WHEN done_on <= due_on THEN 'kept' WHEN done_on IS NULL AND impossible_on IS NOT NULL"
        " THEN 'not_possible' ELSE 'late' END AS state FROM commitment WHERE agency_id IS NULL"
        " AND due_on LIKE '2026-10-%'",
    )
    tally = row(figures, "8").tally
    assert Counter(one.state for one in promised) == {
        "kept": tally.kept, "late": tally.late, "not_possible": tally.not_possible,
    }  # fmt: skip
    together = row(figures, "11")
    assert (together.together, together.tally.kept, together.tally.late) == (True, 3, 0)  # nine days apart


def test_the_end_of_orders_is_spoken_of_as_a_plain_reckoning_says(at_work: Local) -> None:
    fill(at_work, 3)
    told = row(at_work.centre.duties.figures(at_work.protocol_id, OCTOBER), "7")
    rows = ask(
        at_work.centre,
        "SELECT m.id, m.granted_at, m.until_at, r.received_at, r.outcome, r.id AS notice FROM measure m JOIN referral r"
        " ON r.id = m.referral_id WHERE r.duplicate_of_id IS NULL"
        " AND r.outcome IN ('pending', 'accepted', 'not_reached')",
    )
    states: Counter[str] = Counter()
    for one in rows:
        ends, begins = datetime.fromisoformat(one.until_at), max(one.granted_at, one.received_at)
        due = datetime.combine(ends.date() - timedelta(days=1), time(23, 59, 59))
        if not begins >= "2026-09-01" or (due.year, due.month) != (2026, 10):
            continue
        talks = ask(
            at_work.centre, "SELECT at FROM attempt WHERE outcome = 'reached' AND referral_id = :n", n=one.notice
        )
        said = [datetime.fromisoformat(each.at) for each in talks]
        opens = max(datetime.fromisoformat(begins).date(), due.date() - timedelta(days=7))
        good = [at for at in said if opens <= at.date() and at <= ends]
        if good and min(good) <= due:
            states["kept"] += 1
        else:
            states["not_possible" if one.outcome == "not_reached" else "late"] += 1
    assert states == {"kept": told.tally.kept, "late": told.tally.late, "not_possible": told.tally.not_possible}
    assert min(states.values()) > 2


def test_a_month_is_the_sum_of_its_cases_and_several_months_are_read_at_once(at_work: Local) -> None:
    fill(at_work, 4)
    duties = at_work.centre.duties
    months = duties.months(at_work.protocol_id, Month(2026, 11), 3)
    assert [each.month for each in months] == [Month(2026, 9), OCTOBER, Month(2026, 11)]
    assert _told(months[1]) == _told(duties.figures(at_work.protocol_id, OCTOBER))
    cases = duties.cases(at_work.protocol_id, Month(2026, 9), Month(2026, 11))
    assert len(cases) == sum(len(each.cases) for figures in months for each in figures.rows)
    for figures in months:
        assert all(Month.of(case.due.date()) == figures.month for each in figures.rows for case in each.cases)


def _told(figures: DutyFigures) -> list[object]:
    return [(each.key, each.tally, each.median, each.longest, each.cases) for each in figures.rows]


def test_praise_comes_first(at_work: Local) -> None:
    fill(at_work, 5)
    rows = at_work.centre.duties.figures(at_work.protocol_id, OCTOBER).rows
    shares = [each.tally.share for each in rows if each.tally.share is not None]
    assert shares == sorted(shares, reverse=True)
    assert len({shares[0], shares[-1]}) == 2


def test_a_duplicate_is_left_out_and_a_notice_tells_what_the_protocol_says_of_it(at_work: Local) -> None:
    centre, by = at_work.centre, at_work.centre.worker
    first = centre.referrals.enter(a_referral(at_work.police, incident_on=date(2026, 10, 25)), by)
    cases = {case.number: case for case in centre.duties.of_notice(first.id)}
    assert (cases["4"].state, cases["4"].delay) == ("late", 6 * 24 + 9)
    assert cases["5"].state == "running"
    twin = centre.referrals.enter(a_referral(at_work.police, incident_on=date(2026, 10, 25)), by)
    centre.referrals.mark_duplicate(twin.id, first.id, by)
    assert centre.duties.of_notice(twin.id) == ()


def test_a_revision_judges_from_its_own_day_on(at_work: Local) -> None:
    protocols, by = at_work.centre.protocols, at_work.centre.worker
    new = protocols.revise(at_work.version_id, "Ilgesnė riba", by)
    provision = protocols.sheet(new.id).numbered("4")
    assert provision
    at_work.centre.provisions.amend(provision.provision.id, replace(provision.draft(), limit_number=96), by)
    at_work.adopt(new.id, date(2026, 10, 20))
    fill(at_work, 6)
    cases = at_work.centre.duties.cases(at_work.protocol_id, OCTOBER, OCTOBER)
    held = {case.provision_id: case.event.begins.date() for case in cases if case.number == "4"}
    moment = at_work.centre.world.moment
    assert len(held) == 2
    for case in cases:
        if case.number == "4":
            hours = 96 if case.event.begins.date() >= date(2026, 10, 20) else 24
            assert moment(case.due) - moment(case.event.begins) == timedelta(hours=hours)  # summer time ends within


def test_what_was_noted_stands_in_the_figures_and_can_be_taken_back(at_work: Local) -> None:
    centre, by = at_work.centre, at_work.centre.worker
    notice = centre.referrals.enter(a_referral(at_work.police, incident_on=date(2026, 10, 25)), by)
    (case,) = (one for one in centre.duties.of_notice(notice.id) if one.number == "4")
    with pytest.raises(Invalid):
        centre.duties.note_impossible(case.provision_id, "referral", notice.id, " ", by)
    centre.duties.note_impossible(case.provision_id, "referral", notice.id, "Audra", by)
    told = row(centre.duties.figures(at_work.protocol_id, OCTOBER), "4", at_work.police)
    assert (told.tally.not_possible, told.cases[0].reason) == (1, "Audra")
    note = centre.duties.note_done(case.provision_id, "referral", notice.id, datetime(2026, 10, 26, 9, 0), by)
    told = row(centre.duties.figures(at_work.protocol_id, OCTOBER), "4", at_work.police)
    assert (told.tally.kept, told.tally.not_possible) == (1, 0)  # the later note took the place of the first
    centre.duties.take_out(note.id, by)
    assert row(centre.duties.figures(at_work.protocol_id, OCTOBER), "4", at_work.police).tally.late == 1
    with pytest.raises(Problem, match="taken back"):
        centre.duties.note_done(case.provision_id, "measure", notice.id, datetime(2026, 10, 26, 9, 0), by)


def test_a_case_by_hand_counts_with_its_own_moments(at_work: Local, still: Still) -> None:
    centre, by = at_work.centre, at_work.centre.worker
    provision = at_work.sheet.numbered("12")
    assert provision
    draft = ByHand(provision.provision.id, at_work.court, datetime(2026, 10, 20, 9, 0), reason="Nutartis mokyklai")
    note = centre.duties.note_by_hand(draft, by)
    told = row(centre.duties.figures(at_work.protocol_id, OCTOBER), "12", at_work.court)
    assert (told.tally.late, told.longest, told.cases[0].event.what) == (1, 11, "Nutartis mokyklai")
    centre.duties.note_by_hand(replace(draft, done_at=datetime(2026, 10, 22, 23, 0)), by, note.id)
    assert row(centre.duties.figures(at_work.protocol_id, OCTOBER), "12", at_work.court).tally.kept == 1
    with pytest.raises(Problem, match="did not hold"):
        centre.duties.note_by_hand(replace(draft, begins_at=datetime(2026, 8, 1, 9, 0)), by)
    with pytest.raises(Invalid):
        centre.duties.note_by_hand(replace(draft, done_at=datetime(2026, 10, 1, 9, 0)), by)


def test_a_departure_is_a_problem_from_the_same_change_on(at_work: Local) -> None:
    centre, by = at_work.centre, at_work.centre.worker
    provision = at_work.sheet.numbered("4")
    assert provision
    draft = BreachDraft(provision.provision.id, agency_id=at_work.police, fact="Trys pranešimai atėjo po savaitės.",
                        wish="Siųsti tą pačią dieną.")  # fmt: skip
    breach = centre.breaches.note(draft, by)
    (problem,) = centre.raised_problems.all()
    assert (problem.problem.id, problem.problem.fact) == (breach.problem_id, draft.fact)
    assert {change.table for change in centre.history.entries(limit=1)[0].changes} == {"breach", "raised_problem"}
    (told,) = centre.breaches.all(at_work.protocol_id)
    assert (told.provision.number, told.agency and told.agency.id) == ("4", at_work.police)
    centre.raised_problems.take_out(problem.problem.id, by)
    assert centre.breaches.all() == []
    with pytest.raises(Invalid):
        centre.breaches.note(replace(draft, fact=""), by)

"""A partner's list brought again in the place of the former: what was decided of rows that stay is not lost."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import pytest

from desktop.centre import Centre
from desktop.problems import Problem
from desktop.reconciliation.bringing import Brought
from desktop.reconciliation.bringing_again import Redone, bring_again, former_of, redone
from desktop.reconciliation.partner_counts import PartnerCount
from desktop.reconciliation.partner_list import PartnerList
from desktop.reconciliation.partner_rows import PartnerNotice
from desktop.reconciliation.reconciliations import Agreement, Explained, Remarks
from desktop.reconciliation.settling import ENTERED
from desktop.reconciliation.trial import compare
from desktop.records.difference import OURS, THEIRS
from desktop.records.reconciliation import LATER, NOT, SAME
from tests.builders import a_referral
from tests.windows.reconciling import OCTOBER, police_of, theirs

NORVILIENE = theirs(6, "Norvilienė Zita", 22, "77-PR-3360-26")
KUSAITE = theirs(5, "Kusaitė Jūratė", 27, "77-PR-3363-26")


def listing(*notices: PartnerNotice) -> PartnerList:
    return PartnerList(notices, (), (), (), (), {})


def counting(number: int) -> PartnerList:
    return PartnerList((), (PartnerCount(1, "Lapas1", "", OCTOBER, number, "persons"),), (), (), (), {})


def rows_of(centre: Centre, about: UUID) -> dict[str, UUID]:
    return {row.notice_no: row.id for row in centre.reconciliations.theirs(about)}


@pytest.fixture
def police(centre: Centre) -> UUID:
    return police_of(centre).id


@pytest.fixture
def brought(police: UUID) -> Brought:
    return Brought(OCTOBER, police, OCTOBER, "spalis.xlsx")


@pytest.fixture
def about(centre: Centre, brought: Brought) -> UUID:
    """Two notices only of theirs and one only of ours; each has a reason or a decision."""
    log, by = centre.reconciliations, centre.worker
    kept = log.bring(brought, listing(KUSAITE, NORVILIENE), by).id
    rows = rows_of(centre, kept)
    log.explain(kept, Explained(THEIRS, "other_centre", rows=tuple(rows.values())), by)
    log.remark(kept, Remarks("incident", what_next="Call them."), by)
    return kept


def test_what_was_decided_of_a_row_that_stays_stays_with_it(centre: Centre, about: UUID, brought: Brought) -> None:
    log, by = centre.reconciliations, centre.worker
    agency = log.lists(about).units.partner.id
    mine = centre.referrals.enter(a_referral(agency, received_at=datetime(2026, 10, 12, 9)), by)
    kusaite = rows_of(centre, about)[KUSAITE.notice_no]
    log.decide(about, kusaite, mine.id, NOT, by)
    log.explain(about, Explained(OURS, "other_centre", rows=(mine.id,)), by)
    later = theirs(9, "Kusaitė Jūratė", 27, "77-PR-3363-26")
    other_day = theirs(6, "Norvilienė Zita", 2, "77-PR-3360-26")
    again = listing(other_day, later)
    assert redone(log, about, brought, again) == Redone(pairs=0, reasons=1)
    before = centre.vault.head().count
    bring_again(log, about, brought, again, by)
    assert centre.vault.head().count == before + 1, "one change"
    lists = log.lists(about)
    assert {row.notice_no: row.rows for row in lists.theirs.values()} == {"77-PR-3360-26": "6", "77-PR-3363-26": "9"}
    assert rows_of(centre, about)[KUSAITE.notice_no] == kusaite
    assert lists.decisions.never == {(str(kusaite), str(mine.id))}
    assert lists.decisions.theirs == {str(kusaite): "other_centre"}
    assert lists.decisions.ours == {str(mine.id): "other_centre"}
    assert (lists.kept.their_rule, lists.kept.what_next) == ("incident", "Call them.")


def test_one_undo_brings_the_former_list_back_with_all_that_was_decided(
    centre: Centre, about: UUID, brought: Brought
) -> None:
    log, rows = centre.reconciliations, rows_of(centre, about)
    bring_again(log, about, brought, listing(theirs(3, "Bružaitė Lina", 7)), centre.worker)
    assert set(rows_of(centre, about)) == {""}
    assert log.lists(about).reasons == ()
    centre.history.undo(centre.vault.head().count, centre.worker)
    assert rows_of(centre, about) == rows
    assert set(log.lists(about).decisions.theirs) == {str(each) for each in rows.values()}


def test_what_would_be_lost_is_told_and_a_pair_put_off_is_no_answer(
    centre: Centre, about: UUID, brought: Brought
) -> None:
    log, by = centre.reconciliations, centre.worker
    agency = log.lists(about).units.partner.id
    rows, new = rows_of(centre, about), listing(theirs(3, "Bružaitė Lina", 7))
    mine = [centre.referrals.enter(a_referral(agency, received_at=datetime(2026, 10, 12, 9)), by).id for _ in range(2)]
    log.decide(about, rows[KUSAITE.notice_no], mine[0], SAME, by)
    log.decide(about, rows[NORVILIENE.notice_no], mine[1], LATER, by)
    assert redone(log, about, brought, new) == Redone(pairs=1, reasons=2)
    assert not redone(log, about, brought, listing(NORVILIENE, KUSAITE))
    moved = Brought(OCTOBER.later(-1), brought.partner_id, OCTOBER.later(-1))
    assert redone(log, about, moved, listing(NORVILIENE, KUSAITE)) == Redone(pairs=1, reasons=2)
    bring_again(log, about, moved, listing(NORVILIENE, KUSAITE), by)
    assert log.lists(about).kept.month == "2026-09"
    assert (log.lists(about).reasons, log.lists(about).decisions.same) == ((), frozenset())


def test_reasons_of_numbers_hold_while_the_numbers_are_the_same(centre: Centre, police: UUID) -> None:
    log, by, period = centre.reconciliations, centre.worker, Brought(OCTOBER, police, OCTOBER)
    about = log.bring(period, counting(12), by).id
    log.explain(about, Explained(THEIRS, "other_centre", number=2), by)
    assert not redone(log, about, period, counting(12))
    bring_again(log, about, period, counting(12), by)
    assert [each.number for each in log.lists(about).reasons] == [2]
    assert redone(log, about, period, counting(13)) == Redone(pairs=0, reasons=1)
    bring_again(log, about, period, counting(13), by)
    assert (log.lists(about).reasons, [each.number for each in log.lists(about).counts]) == ((), [13])


def test_an_agreed_month_stays_as_it_is(centre: Centre, about: UUID, brought: Brought) -> None:
    log, by = centre.reconciliations, centre.worker
    assert former_of(log, about).fixed is None
    log.settle(about, Agreement("A. Kalvaitis", "Ona Petraitė"), by)
    assert "agreed" in str(former_of(log, about).fixed)
    with pytest.raises(Problem, match="agreed"):
        bring_again(log, about, brought, listing(KUSAITE), by)
    with pytest.raises(Problem, match="agreed"):
        redone(log, about, brought, listing(KUSAITE))


def test_it_takes_the_place_of_its_own_list_alone(centre: Centre, about: UUID, brought: Brought) -> None:
    log, by, september = centre.reconciliations, centre.worker, OCTOBER.later(-1)
    before = Brought(september, brought.partner_id, september)
    log.bring(before, listing(KUSAITE), by)
    compare(log, brought, listing(KUSAITE), again=about)
    for refused in (lambda: compare(log, before, listing(KUSAITE), again=about),
                    lambda: bring_again(log, about, before, listing(KUSAITE), by)):  # fmt: skip
        with pytest.raises(Problem, match="here already"):
            refused()


def test_what_was_entered_from_the_former_list_still_did_not_arrive_by_itself(
    centre: Centre, about: UUID, brought: Brought
) -> None:
    log, by = centre.reconciliations, centre.worker
    log.enter_missing(about, rows_of(centre, about)[NORVILIENE.notice_no], by)
    assert log.standing(about).statement.sums.entered == 1
    with_year = theirs(6, "Norvilienė Zita", 22, "77-PR-3360-26", 1979)
    assert redone(log, about, brought, listing(KUSAITE, with_year)).pairs == 1
    bring_again(log, about, brought, listing(KUSAITE, with_year), by)
    now = log.standing(about)
    assert now.settlement is not None
    assert [match.how for match in now.settlement.matched] == [ENTERED]
    assert (now.statement.sums.entered, now.statement.sums.received) == (1, 0)

"""The log of reconciliations on a real vault: a list brought, decided, explained, entered, settled and corrected."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

import pytest

from desktop.centre import Centre
from desktop.periods import Month
from desktop.problems import Invalid, Problem
from desktop.reconciliation.bringing import Brought
from desktop.reconciliation.partner_counts import UNITS, PartnerCount
from desktop.reconciliation.partner_list import PartnerList, Question
from desktop.reconciliation.partner_people import PartnerPerson
from desktop.reconciliation.partner_rows import PartnerNotice
from desktop.reconciliation.reconciliations import Agreement, Explained, Remarks
from desktop.reconciliation.standing import Standing
from desktop.records.difference import OURS, THEIRS
from desktop.records.directory import AgencyDraft
from desktop.records.reconciliation import COUNTED, Reconciliation
from desktop.records.referral import Referral
from tests.builders import a_mention, a_referral

OCTOBER = Month(2026, 10)
BOTH = Agreement("A. Kalvaitis", "Ona Petraitė")


def theirs(number: int, name: str, day: int, unit: str = "Kretingos PK", year: int | None = None) -> PartnerNotice:
    """One notice of theirs, in the row of the file after the headings."""
    person = PartnerPerson(name, year, "48504120011", "+37061240018")
    return PartnerNotice("Lapas1", (number + 3,), f"77-PR-{number}-26", date(2026, 10, day), (person,), unit)


def listing(*notices: PartnerNotice) -> PartnerList:
    return PartnerList(notices, (), (), (), (), {})


def counting(*numbers: tuple[str, Month, int]) -> PartnerList:
    counts = (
        PartnerCount(n, "Lapas1", unit, month, number, "persons") for n, (unit, month, number) in enumerate(numbers)
    )
    return PartnerList((), tuple(counts), (), (), (), {})


@pytest.fixture
def police(centre: Centre) -> UUID:
    return centre.directory.enter(AgencyDraft(name="Klaipėdos apskrities VPK", kind="police"), centre.worker).id


@pytest.fixture
def unit(centre: Centre, police: UUID) -> UUID:
    draft = AgencyDraft(name="Kretingos rajono policijos komisariatas", short_name="Kretingos PK", kind="police",
                        parent_id=police)  # fmt: skip
    return centre.directory.enter(draft, centre.worker).id


def ours(centre: Centre, police: UUID, unit: UUID, number: int, name: str, day: int, month: int = 10) -> Referral:
    draft = a_referral(
        police, received_at=datetime(2026, month, day, 9), unit_id=unit, reference=f"77-PR-{number}-26",
        mentions=(a_mention(name=name, birth_year=None),),
    )  # fmt: skip
    return centre.referrals.enter(draft, centre.worker)


def brought(centre: Centre, police: UUID, *notices: PartnerNotice) -> Reconciliation:
    return centre.reconciliations.bring(
        Brought(OCTOBER, police, OCTOBER, "spalis.xlsx"), listing(*notices), centre.worker
    )


def standing(centre: Centre, kept: Reconciliation) -> Standing:
    return centre.reconciliations.standing(kept.id)


def groups(now: Standing) -> list[int]:
    found = now.settlement
    assert found is not None
    return [len(group) for group in (found.matched, found.late, found.doubtful, found.only_theirs, found.only_ours)]


def test_a_list_is_brought_whole_and_a_personal_code_is_not_kept(centre: Centre, police: UUID, unit: UUID) -> None:
    ours(centre, police, unit, 3321, "Asta Petrauskienė", 2)
    kept = brought(centre, police, theirs(3321, "Petrauskienė Asta", 1), theirs(3322, "Stonkutė Eglė", 1))
    now = standing(centre, kept)
    assert groups(now) == [1, 0, 0, 1, 0]
    assert [row.unit_id for row in now.lists.theirs.values()] == [unit, unit]
    assert "48504120011" not in str([vars(row) for row in now.lists.theirs.values()])
    (line,) = now.statement.lines
    assert (line.sent, line.received, line.agreed, now.names[line.unit]) == (2, 1, 1, "Kretingos PK")


def test_a_list_is_brought_once_and_not_while_something_is_asked(centre: Centre, police: UUID) -> None:
    asked = PartnerList((theirs(1, "Ona", 1),), (), (), (), (Question("header", "Which?"),), {})
    with pytest.raises(Problem):
        centre.reconciliations.bring(Brought(OCTOBER, police, OCTOBER), asked, centre.worker)
    with pytest.raises(Problem):
        brought(centre, police)
    assert centre.reconciliations.overview() == []
    kept = brought(centre, police, theirs(1, "Ona Jonaitienė", 1))
    with pytest.raises(Problem):
        brought(centre, police, theirs(1, "Ona Jonaitienė", 1))
    assert [(told.kept.id, told.rows) for told in centre.reconciliations.overview()] == [(kept.id, 1)]
    centre.reconciliations.take_out(kept.id, centre.worker)
    assert centre.reconciliations.overview() == []
    centre.history.undo(centre.vault.head().count, centre.worker)
    assert centre.reconciliations.standing(kept.id).statement.sums.sent == 1


def test_a_decision_is_a_fact_and_can_be_taken_back(centre: Centre, police: UUID, unit: UUID) -> None:
    mine = ours(centre, police, unit, 1, "Rūta Petrauskaitė", 5)
    kept = brought(centre, police, theirs(9, "Visai Kita", 20))
    (their_id,) = (row.id for row in standing(centre, kept).lists.theirs.values())
    assert groups(standing(centre, kept)) == [0, 0, 0, 1, 1]
    centre.reconciliations.decide(kept.id, their_id, mine.id, "same", centre.worker)
    assert groups(standing(centre, kept)) == [1, 0, 0, 0, 0]
    centre.history.undo(centre.vault.head().count, centre.worker)
    assert groups(standing(centre, kept)) == [0, 0, 0, 1, 1]
    other = ours(centre, police, unit, 2, "Asta Stonkutė", 6)
    for each in (mine, other):
        centre.reconciliations.decide(kept.id, their_id, each.id, "same", centre.worker)
    found = standing(centre, kept).settlement
    assert found is not None
    assert [match.ours.id for match in found.matched] == [str(other.id)]


def test_reasons_explain_several_rows_at_once(centre: Centre, police: UUID, unit: UUID) -> None:
    kept = brought(centre, police, *(theirs(n * 111, name, n * 5) for n, name in enumerate(NAMES, 1)))
    rows = tuple(row.id for row in standing(centre, kept).lists.theirs.values())
    explain = centre.reconciliations.explain
    explain(kept.id, Explained(THEIRS, "other_centre", rows=rows[:3]), centre.worker)
    explain(kept.id, Explained(THEIRS, "other", "gyvena užsienyje", rows=rows[2:3]), centre.worker)
    told = [(each.reason, each.number, each.note) for each in standing(centre, kept).statement.differences]
    assert told == [("other_centre", 2, ""), ("other", 1, "gyvena užsienyje"), ("", 1, "")]
    for wrong in (
        Explained(THEIRS, "other", rows=rows),
        Explained(THEIRS, "in_person", rows=rows),
        Explained(OURS, "x"),
    ):
        with pytest.raises(Problem):
            explain(kept.id, wrong, centre.worker)
    explain(kept.id, Explained(THEIRS, "", rows=rows), centre.worker)
    assert standing(centre, kept).statement.sums.unexplained_theirs == 4


def test_a_notice_that_never_arrived_is_entered_is_due_from_now_and_counts_in_its_month(
    centre: Centre, police: UUID, unit: UUID
) -> None:
    kept = brought(centre, police, theirs(3360, "Zita Norvilienė", 22, year=1979))
    (their_id,) = (row.id for row in standing(centre, kept).lists.theirs.values())
    entered = centre.reconciliations.enter_missing(kept.id, their_id, centre.worker)
    assert (entered.month, entered.received_at.date(), entered.origin) == (
        "2026-10",
        date(2026, 11, 2),
        "reconciliation",
    )
    assert entered.due_at.date() == date(2026, 11, 3)
    assert (entered.unit_id, entered.reference) == (unit, "77-PR-3360-26")
    now = standing(centre, kept)
    assert (groups(now), now.statement.sums.entered, now.statement.sums.agreed) == ([1, 0, 0, 0, 0], 1, 1)
    assert now.statement.sums.agreed_by_us == 1
    with pytest.raises(Problem):
        centre.reconciliations.enter_missing(kept.id, their_id, centre.worker)
    again = centre.referrals.amend(entered.id, centre.referrals.draft_of(entered.id), centre.worker)
    assert again.month == "2026-10"
    centre.history.undo(centre.vault.head().count - 1, centre.worker)
    assert groups(standing(centre, kept)) == [0, 0, 0, 1, 0]
    assert centre.referrals.by_label(entered.label) is None


def test_one_that_names_neither_person_nor_place_is_not_entered(centre: Centre, police: UUID) -> None:
    kept = brought(centre, police, PartnerNotice("Lapas1", (4,), "77-PR-1-26", date(2026, 10, 3)))
    (their_id,) = (row.id for row in standing(centre, kept).lists.theirs.values())
    with pytest.raises(Invalid):
        centre.reconciliations.enter_missing(kept.id, their_id, centre.worker)


def test_a_settled_month_is_frozen_and_corrections_are_listed(centre: Centre, police: UUID, unit: UUID) -> None:
    first = ours(centre, police, unit, 3321, "Asta Petrauskienė", 2)
    ours(centre, police, unit, 3322, "Eglė Stonkutė", 3)
    kept = brought(centre, police, theirs(3321, "Petrauskienė Asta", 1), theirs(3322, "STONKUTE EGLE", 2),
                   theirs(3363, "Kusaitė Jūratė", 27))  # fmt: skip
    with pytest.raises(Problem):
        centre.reconciliations.settle(kept.id, Agreement("", "Ona"), centre.worker)
    settled = centre.reconciliations.settle(kept.id, BOTH, centre.worker)
    assert (settled.agreed, settled.agreed_on, settled.is_settled) == (2, date(2026, 11, 2), True)
    was = standing(centre, kept)
    late = ours(centre, police, unit, 3400, "Lina Bružaitė", 29)
    centre.referrals.mark_duplicate(first.id, late.id, centre.worker)
    now = standing(centre, kept)
    assert (now.statement, groups(now)) == (was.statement, groups(was))
    assert [(each.label, each.came) for each in now.corrections] == [(late.label, True), ("", False)]
    refused = [
        lambda: centre.reconciliations.take_out(kept.id, centre.worker),
        lambda: centre.reconciliations.settle(kept.id, BOTH, centre.worker),
        lambda: centre.reconciliations.remark(kept.id, Remarks("incident"), centre.worker),
        lambda: centre.reconciliations.explain(kept.id, Explained(OURS, "in_person", rows=(late.id,)), centre.worker),
    ]
    for act in refused:
        with pytest.raises(Problem):
            act()


def test_a_month_with_pairs_to_decide_is_not_settled(centre: Centre, police: UUID, unit: UUID) -> None:
    ours(centre, police, unit, 1, "Jelena Đurić", 21)
    person = PartnerPerson("Durić Jelena")
    kept = brought(centre, police, PartnerNotice("Lapas1", (4,), "", date(2026, 10, 12), (person,), "Kretingos PK"))
    now = standing(centre, kept)
    assert groups(now)[2] == 1, groups(now)
    with pytest.raises(Problem):
        centre.reconciliations.settle(kept.id, BOTH, centre.worker)
    assert now.settlement is not None
    (pair,) = now.settlement.doubtful
    centre.reconciliations.decide(kept.id, UUID(pair.theirs.id), UUID(pair.ours.id), "not", centre.worker)
    assert centre.reconciliations.settle(kept.id, BOTH, centre.worker).agreed == 0


NAMES = ("Ona Jonaitienė", "Rūta Petrauskaitė", "Asta Stonkutė", "Eglė Rimkutė")


def test_what_looks_like_a_copy_can_be_said_to_be_none(centre: Centre, police: UUID) -> None:
    kept = brought(centre, police, theirs(3321, "Ona Jonaitienė", 4), theirs(3321, "Ona Jonaitienė", 4))
    found = standing(centre, kept).settlement
    assert found is not None
    (copy,) = found.copies_theirs
    row = (UUID(copy.row.id),)
    centre.reconciliations.explain(kept.id, Explained(THEIRS, "single", rows=row), centre.worker)
    centre.reconciliations.explain(kept.id, Explained(THEIRS, "other_centre", rows=row), centre.worker)
    assert groups(standing(centre, kept)) == [0, 0, 0, 2, 0]
    assert standing(centre, kept).statement.sums.theirs == {"other_centre": 1}
    centre.reconciliations.explain(kept.id, Explained(THEIRS, "", rows=row), centre.worker)
    assert groups(standing(centre, kept)) == [0, 0, 0, 1, 0]


COUNTIES = {"Klaipėdos": 1750, "Telšių": 1104, "Tauragės": 517, "Utenos": 631, "Marijampolės": 915, "Alytaus": 1153,
            "Panevėžio": 1664, "Šiaulių": 2240, "Kauno": 3093, "Vilniaus": 3482}  # fmt: skip


def test_the_published_figures_of_2020_come_out_as_explained(centre: Centre, police: UUID) -> None:
    year = Brought(Month(2020, 1), police, Month(2020, 12), "2020.xlsx")
    listed = counting(*((county, Month(2020, 1), number) for county, number in COUNTIES.items()))
    kept = centre.reconciliations.bring(year, listed, centre.worker)
    centre.reconciliations.remark(kept.id, Remarks("incident", 16_672), centre.worker)
    sums = standing(centre, kept).statement.sums
    assert (sums.sent, sums.received, sums.unexplained_ours, sums.agreed) == (16_549, 16_672, 123, 16_549)
    for reason, number in (("residence_unknown", 43), ("other_centre", 80)):
        centre.reconciliations.explain(kept.id, Explained(OURS, reason, number=number), centre.worker)
    now = standing(centre, kept).statement
    assert (now.sums.unexplained_ours, now.sums.agreed, now.sums.agreed_by_us) == (0, 16_549, 16_549)
    assert [(each.reason, each.number) for each in now.differences] == [("other_centre", 80), ("residence_unknown", 43)]
    settled = centre.reconciliations.settle(kept.id, BOTH, centre.worker)
    assert settled.agreed == 16_549
    assert standing(centre, kept).statement == now


def test_their_counts_are_compared_unit_by_unit_with_our_log(centre: Centre, police: UUID, unit: UUID) -> None:
    for day in (2, 3, 4):
        ours(centre, police, unit, day, f"Ona Jonaitienė{day}", day)
    kept = centre.reconciliations.bring(
        Brought(OCTOBER, police, OCTOBER), counting(("Kretingos PK", OCTOBER, 5)), centre.worker
    )
    now = standing(centre, kept).statement
    assert [(line.sent, line.received, line.agreed) for line in now.lines] == [(5, 3, 3)]
    assert (now.sums.unexplained_theirs, now.sums.agreed) == (2, 3)
    said = Explained(THEIRS, "several_persons", number=2, unit_id=unit)
    centre.reconciliations.explain(kept.id, said, centre.worker)
    assert standing(centre, kept).statement.sums.unexplained_theirs == 0


def test_a_station_has_no_line_but_belongs_to_its_commissariat(centre: Centre, police: UUID, unit: UUID) -> None:
    draft = AgencyDraft(name="Salantų nuovada", kind="police", parent_id=unit)
    station = centre.directory.enter(draft, centre.worker).id
    ours(centre, police, station, 1, "Asta Petrauskienė", 2)
    kept = brought(centre, police, theirs(1, "Asta Petrauskienė", 2), theirs(2, "Ona Kita", 9, "Salantų nuovada"))
    now = standing(centre, kept)
    assert [(now.names[line.unit], line.sent, line.received) for line in now.statement.lines] == [
        ("Kretingos PK", 2, 1)
    ]


def test_what_may_be_counted_has_a_word() -> None:
    assert set(UNITS) == set(COUNTED)

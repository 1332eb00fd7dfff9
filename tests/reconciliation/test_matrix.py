"""Units by centres by months: what each cell says, what all centres together say, and what others told."""

from __future__ import annotations

from uuid import UUID

import pytest

from desktop.centre import Centre
from desktop.periods import Month
from desktop.problems import Problem
from desktop.reconciliation.matrix import ALL, WHOLE, Told, read_matrix
from desktop.reconciliation.sister_figures import SisterDraft
from desktop.records.directory import AgencyDraft
from desktop.records.reconciliation import Reconciliation
from tests.windows.reconciling import OCTOBER, october

PERIOD = ("2026-10", "2026-10")


@pytest.fixture
def kept(centre: Centre) -> Reconciliation:
    """A list of October with one unit: 9 rows sent, 8 notices of ours in that month."""
    about = october(centre)
    return next(told.kept for told in centre.reconciliations.overview() if told.kept.id == about)


def sister(centre: Centre, name: str = "Telšių centras") -> UUID:
    return centre.directory.enter(AgencyDraft(name=name, kind="centre"), centre.worker).id


def unit_of(centre: Centre) -> UUID:
    return next(each.id for each in centre.directory.agencies("police") if each.parent_id)


def test_a_cell_says_what_the_sheet_says(centre: Centre, kept: Reconciliation) -> None:
    matrix = read_matrix(centre.vault, kept.partner_id, OCTOBER, OCTOBER)
    standing = centre.reconciliations.standing(kept.id)
    unit = str(unit_of(centre))
    assert matrix.periods == (PERIOD,)
    cell, line = matrix.cell(PERIOD, unit), standing.statement.lines[0]
    assert cell is not None
    assert (cell.sent, cell.received, cell.agreed) == (line.sent, line.received, line.agreed)
    assert cell.difference == line.difference
    whole, sums = matrix.cell(PERIOD, ALL), standing.statement.sums
    assert whole is not None
    assert (whole.sent, whole.received, whole.agreed) == (sums.sent, sums.received, sums.agreed)
    assert (
        whole.unexplained
        == cell.unexplained
        == sum((sums.unexplained_theirs, sums.unexplained_ours, sums.undecided_theirs, sums.undecided_ours))
    )
    assert whole.unexplained > 0


def test_what_other_centres_told_adds_up_beside_ours(centre: Centre, kept: Reconciliation) -> None:
    first, second, unit = sister(centre), sister(centre, "Utenos centras"), unit_of(centre)
    about = OCTOBER, kept.partner_id
    drafts = [
        SisterDraft(*about, first, 4, unit, "  2026/7 "),
        SisterDraft(*about, first, 3),
        SisterDraft(*about, second, 5, unit),
    ]
    centre.sisters.note(drafts, centre.worker)
    matrix = read_matrix(centre.vault, kept.partner_id, OCTOBER.later(-11), OCTOBER)
    assert list(matrix.centres.values()) == ["Telšių centras", "Utenos centras"]
    assert matrix.sisters[(PERIOD, str(unit)), str(first)] == Told(4, "2026/7")
    assert matrix.sister(PERIOD, str(unit), str(first)) == 4
    assert matrix.sister(PERIOD, ALL, str(first)) == 7
    assert matrix.sister(PERIOD, WHOLE, str(second)) is None
    own = matrix.cell(PERIOD, ALL)
    assert own is not None
    assert matrix.whole(PERIOD, ALL) == own.agreed + 12
    assert sum(matrix.whole(PERIOD, each) for each in matrix.units) == matrix.whole(PERIOD, ALL)


def test_a_month_that_only_another_centre_told_stands_in_the_matrix(centre: Centre, kept: Reconciliation) -> None:
    september = Month(2026, 9)
    centre.sisters.note([SisterDraft(september, kept.partner_id, sister(centre), 2)], centre.worker)
    matrix = read_matrix(centre.vault, kept.partner_id, september, OCTOBER)
    assert matrix.periods == (("2026-09", "2026-09"), PERIOD)
    assert matrix.cell(("2026-09", "2026-09"), ALL) is None
    assert matrix.whole(("2026-09", "2026-09"), ALL) == 2


def test_a_figure_takes_the_place_of_the_former_and_can_be_taken_out(centre: Centre, kept: Reconciliation) -> None:
    other, unit = sister(centre), unit_of(centre)
    for agreed in (4, 6):
        centre.sisters.note([SisterDraft(OCTOBER, kept.partner_id, other, agreed, unit)], centre.worker)
    assert [each.agreed for each in centre.sisters.of(kept.partner_id, OCTOBER, OCTOBER)] == [6]
    centre.sisters.note([SisterDraft(OCTOBER, kept.partner_id, other, None, unit)], centre.worker)
    assert list(centre.sisters.of(kept.partner_id, OCTOBER, OCTOBER)) == []


def test_what_cannot_be_a_figure_is_refused(centre: Centre, kept: Reconciliation) -> None:
    other, unit = sister(centre), unit_of(centre)
    foreign = centre.directory.enter(AgencyDraft(name="Kita policija", kind="police"), centre.worker).id
    about = OCTOBER, kept.partner_id
    for draft, field in (
        (SisterDraft(*about, unit, 4), "centre"),
        (SisterDraft(*about, other, 4, foreign), "unit"),
        (SisterDraft(*about, other, -1, unit), "agreed"),
    ):
        with pytest.raises(Problem) as refused:
            centre.sisters.note([draft], centre.worker)
        assert refused.value.field == field
    assert list(centre.sisters.of(kept.partner_id, OCTOBER, OCTOBER)) == []

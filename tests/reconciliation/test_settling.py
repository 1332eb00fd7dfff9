"""Settling a month: every row in one group, decisions are hard facts, and the two sums always meet."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.reconciliation.listed import Listed
from desktop.reconciliation.settling import ENTERED, Decisions, Settlement, settle
from desktop.records.difference import OURS, REASONS, THEIRS

FIRST = date(2026, 10, 1)
NAMES = ("Ona Jonaitienė", "Rūta Petrauskaitė", "Asta Stonkutė", "Eglė Rimkutė", "Ieva Mažeikaitė", "")


def row(name: str, number: int, day: int, who: int, *, numbered: bool = True) -> Listed:
    """One row: a notice of that day about one of the names."""
    written = NAMES[who % len(NAMES)]
    return Listed(
        notice_no=f"77-PR-{4100 + number}-26" if numbered else "",
        date=(FIRST + timedelta(day)).isoformat(),
        name=written,
        birth_year=str(1970 + who),
        id=name,
    )


ROWS = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 40), st.integers(0, 5), st.booleans()), max_size=9)


def lists(draw: st.DrawFn) -> tuple[dict[str, Listed], dict[str, Listed], frozenset[str]]:
    theirs = {f"t{n}": row(f"t{n}", *each[:3], numbered=each[3]) for n, each in enumerate(draw(ROWS))}
    ours = {f"o{n}": row(f"o{n}", *each[:3], numbered=each[3]) for n, each in enumerate(draw(ROWS))}
    return theirs, ours, frozenset(name for name, each in ours.items() if each.date.startswith("2026-10"))


@st.composite
def months(draw: st.DrawFn) -> tuple[dict[str, Listed], dict[str, Listed], frozenset[str], Decisions, frozenset[str]]:
    theirs, ours, in_month = lists(draw)
    pairs = st.tuples(st.sampled_from(sorted(theirs) or ["t"]), st.sampled_from(sorted(ours) or ["o"]))
    same: dict[str, str] = {}
    for left, right in draw(st.lists(pairs, max_size=4)):
        if left not in same and right not in same.values():
            same[left] = right
    said = Decisions(
        frozenset(same.items()), frozenset(draw(st.lists(pairs, max_size=4))) - frozenset(same.items()),
        frozenset(draw(st.lists(pairs, max_size=2))),
        draw(st.dictionaries(st.sampled_from(sorted(theirs) or ["t"]), st.sampled_from(codes(THEIRS)))),
        draw(st.dictionaries(st.sampled_from(sorted(ours) or ["o"]), st.sampled_from(codes(OURS)))),
    )  # fmt: skip
    return theirs, ours, in_month, said, frozenset(draw(st.lists(st.sampled_from(sorted(ours) or ["o"]), max_size=2)))


def codes(side: str) -> list[str]:
    return [code for code, reason in REASONS.items() if side in reason.sides]


def theirs_in(found: Settlement) -> list[str]:
    return [
        *(each.theirs.id for each in (*found.matched, *found.late, *found.doubtful)),
        *(left.alone.row.id for left in found.only_theirs), *(copy.row.id for copy in found.copies_theirs),
    ]  # fmt: skip


def ours_in(found: Settlement) -> list[str]:
    return [
        *(each.ours.id for each in (*found.matched, *found.late, *found.doubtful)),
        *(left.alone.row.id for left in found.only_ours), *(copy.row.id for copy in found.copies_ours),
    ]  # fmt: skip


@given(months())
@settings(max_examples=120, deadline=None)
def test_every_row_is_in_one_group_and_the_two_sums_meet(
    month: tuple[dict[str, Listed], dict[str, Listed], frozenset[str], Decisions, frozenset[str]],
) -> None:
    theirs, ours, in_month, said, entered = month
    found = settle(theirs, ours, said, in_month=in_month, entered=entered)
    assert sorted(theirs_in(found)) == sorted(theirs)
    assert len(ours_in(found)) == len(set(ours_in(found)))
    assert in_month <= set(ours_in(found)), "none of this month's is lost"
    pairs = {(each.theirs.id, each.ours.id) for each in (*found.matched, *found.late)}
    assert {(a, b) for a, b in said.same if a in theirs and b in ours} <= pairs
    proposed = {(pair.theirs.id, pair.ours.id) for pair in found.doubtful} | (pairs - said.same)
    assert not proposed & said.never, "what was refused is not proposed again"
    sums = found.sums
    assert sums.agreed == sums.agreed_by_us
    assert sums.sent == len(theirs)
    assert sums.received + sums.entered == len(in_month)


def test_the_pictured_month_comes_out_as_on_the_sheet() -> None:
    theirs = {f"t{n}": Listed(notice_no=f"77-PR-{1000 + 7 * n}-26", date="2026-10-05", id=f"t{n}") for n in range(113)}
    ours = {f"o{n}": Listed(notice_no=f"77-PR-{1000 + 7 * n}-26", date="2026-10-05", id=f"o{n}") for n in range(108)}
    ours["late"] = Listed(notice_no=theirs["t108"].notice_no, date="2026-11-02", id="late")
    ours["new"] = Listed(notice_no=theirs["t109"].notice_no, date="2026-10-31", id="new")
    said = Decisions(
        same=frozenset({("t109", "new"), ("t108", "late")}),
        theirs={"t110": "several_persons", "t111": "duplicate"},
    )
    found = settle(theirs, ours, said, in_month=frozenset(ours) - {"late"}, entered=frozenset({"new"}))
    sums = found.sums
    assert (sums.sent, sum(sums.theirs.values()), sums.unexplained_theirs, sums.agreed) == (113, 3, 1, 109)
    assert (sums.received, sums.entered, sums.agreed_by_us) == (108, 1, 109)
    assert sums.arrived_share is not None
    assert round(100 * sums.arrived_share, 1) == 99.1
    assert [each.theirs.id for each in found.matched if each.how == ENTERED] == ["t109"]


def test_a_pair_that_was_refused_frees_both_rows_for_others() -> None:
    theirs = {"t": Listed(notice_no="77-PR-4100-26", date="2026-10-05", name="Ona Jonaitienė", id="t")}
    ours = {
        "o1": Listed(notice_no="77-PR-4100-26", date="2026-10-05", name="Ona Jonaitienė", id="o1"),
        "o2": Listed(notice_no="77-PR-4390-26", date="2026-10-13", name="Ona Jonaitienė", birth_year="1980", id="o2"),
    }
    first = settle(theirs, ours, Decisions(), in_month=frozenset(ours))
    assert [each.ours.id for each in first.matched] == ["o1"]
    second = settle(theirs, ours, Decisions(never=frozenset({("t", "o1")})), in_month=frozenset(ours))
    assert "o1" in [left.alone.row.id for left in second.only_ours]
    assert sorted(theirs_in(second)) == ["t"]

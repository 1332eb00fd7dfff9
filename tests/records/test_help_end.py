"""Accepted help ends, is corrected, goes on again; the list, the time line and the history tell the same of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest

from desktop.centre import Centre
from desktop.figures.figure_log import FigureLog
from desktop.periods import Month
from desktop.problems import Invalid, Problem
from desktop.records.contact_draft import OutcomeDraft
from desktop.records.help_end import HelpEndDraft
from desktop.records.referral_log import ReferralQuery
from tests.builders import a_referral, an_agency, an_attempt, an_outcome

GOALS = HelpEndDraft("goals", on=date(2026, 11, 2))


@pytest.fixture
def helped(centre: Centre) -> UUID:
    """A notice on which help was accepted today."""
    by = centre.worker
    notice = centre.referrals.enter(a_referral(centre.directory.enter(an_agency(), by).id), by)
    centre.contacts.attempt(notice.id, an_attempt(), by, help_outcome=an_outcome())
    return notice.id


def stands(centre: Centre, notice: UUID) -> tuple[str, str, bool]:
    """Its state on its card and in the list, and whether it is in progress."""
    (row,) = centre.referrals.rows([notice])
    going = centre.referrals.ids(ReferralQuery(in_progress=True))
    return centre.referrals.sheet(notice).state.code, row.state.code, notice in going


def test_help_that_ended_is_no_longer_in_progress_and_the_outcome_stays(centre: Centre, helped: UUID) -> None:
    assert stands(centre, helped) == ("accepted", "accepted", True)
    centre.help.end(helped, GOALS, centre.worker)
    assert stands(centre, helped) == ("ended", "ended", False)
    assert centre.referrals.sheet(helped).referral.outcome == "accepted"
    assert centre.referrals.ids(ReferralQuery(outcome="accepted")) == [helped]
    assert centre.referrals.ids(ReferralQuery(state="ended")) == [helped]
    assert centre.referrals.count(ReferralQuery(in_progress=False)) == 1


def test_no_figure_knows_of_it(centre: Centre, helped: UUID) -> None:
    figures = FigureLog(centre.vault, centre.world)
    before = figures.figures(Month(2026, 11))
    centre.help.end(helped, GOALS, centre.worker)
    assert figures.figures(Month(2026, 11)) == before


def test_help_goes_on_again_and_both_stay_in_the_time_line(centre: Centre, helped: UUID) -> None:
    centre.help.end(helped, HelpEndDraft("wish", "Paprašė pati."), centre.worker)
    centre.help.resume(helped, centre.worker)
    assert stands(centre, helped) == ("accepted", "accepted", True)
    person = centre.referrals.sheet(helped).referral.person_id
    assert person is not None
    for line in (centre.referrals.sheet(helped).line, centre.people.sheet(person).line):
        told = [(item.head, [one.msgid or one.fields["text"] for one in item.lines], item.who) for item in line]
        assert ("Help ended", ["The person asked to end it", "Paprašė pati."], centre.worker.name) in told
        assert ("Help goes on again", [], centre.worker.name) in told
    centre.help.end(helped, GOALS, centre.worker)
    assert stands(centre, helped)[2] is False


def test_what_ended_already_is_corrected(centre: Centre, helped: UUID) -> None:
    first = centre.help.end(helped, GOALS, centre.worker)
    again = centre.help.end(helped, HelpEndDraft("moved"), centre.worker)
    (kept,) = centre.referrals.sheet(helped).ends
    assert (kept.id, kept.reason) == (first.id, "moved") == (again.id, "moved")
    assert [e.what for e in centre.history.entries(limit=2)] == [
        "End of help corrected: {number}", "Help ended: {number}",
    ]  # fmt: skip


def test_each_of_it_can_be_undone(centre: Centre, helped: UUID) -> None:
    centre.help.end(helped, GOALS, centre.worker)
    centre.history.undo(centre.vault.head().count, centre.worker)
    assert stands(centre, helped)[2]
    centre.help.end(helped, GOALS, centre.worker)
    centre.help.resume(helped, centre.worker)
    centre.history.undo(centre.vault.head().count, centre.worker)
    assert not stands(centre, helped)[2]


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (HelpEndDraft(), "reason"),
        (HelpEndDraft("nonsense"), "reason"),
        (HelpEndDraft("other"), "note"),
        (HelpEndDraft("goals", on=date(2026, 11, 3)), "on"),
    ],
)
def test_what_is_wrong_is_told_beside_its_field(
    centre: Centre, helped: UUID, draft: HelpEndDraft, field: str
) -> None:  # fmt: skip
    with pytest.raises(Invalid) as wrong:
        centre.help.end(helped, draft, centre.worker)
    assert [problem.field for problem in wrong.value.problems] == [field]


def test_it_neither_ends_before_it_began_nor_where_none_was_accepted(centre: Centre, helped: UUID) -> None:
    with pytest.raises(Problem, match="before the beginning"):
        centre.help.end(helped, HelpEndDraft("goals", on=date(2026, 11, 1)), centre.worker)
    with pytest.raises(Problem, match="not ended"):
        centre.help.resume(helped, centre.worker)
    centre.referrals.decide(helped, OutcomeDraft("not_accepted"), centre.worker)
    with pytest.raises(Problem, match="not accepted"):
        centre.help.end(helped, GOALS, centre.worker)


def _decided(centre: Centre, notice: UUID) -> None:
    centre.referrals.decide(notice, OutcomeDraft("pending"), centre.worker)


def _accepted_again(centre: Centre, notice: UUID) -> None:
    centre.contacts.attempt(notice, an_attempt(at=centre.world.here()), centre.worker, help_outcome=an_outcome())


@pytest.mark.parametrize("anew", [_decided, _accepted_again])
def test_an_outcome_decided_anew_ends_the_end(
    centre: Centre, still: object, helped: UUID, anew: Callable[[Centre, UUID], None]
) -> None:
    centre.help.end(helped, GOALS, centre.worker)
    still.wait(days=1)  # type: ignore[attr-defined]
    anew(centre, helped)
    assert stands(centre, helped)[2]
    centre.history.undo(centre.vault.head().count, centre.worker)
    assert not stands(centre, helped)[2]


def test_a_corrected_outcome_leaves_it_ended(centre: Centre, helped: UUID) -> None:
    centre.help.end(helped, GOALS, centre.worker)
    centre.referrals.decide(helped, OutcomeDraft("accepted", on=date(2026, 11, 1)), centre.worker)
    assert not stands(centre, helped)[2]

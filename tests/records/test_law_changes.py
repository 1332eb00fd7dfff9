"""Changes of law: noted, corrected, taken out, and found for the next meeting."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from desktop.centre import Centre
from desktop.problems import Problem
from desktop.records.law_changes import LawDraft
from tests.builders import TODAY, a_law_change
from tests.conftest import Still


def _fields(draft: LawDraft) -> set[str]:
    return {problem.field or "" for problem in draft.check(TODAY)}


def test_every_problem_names_its_field() -> None:
    assert _fields(LawDraft()) == {"act", "in_force_from", "meaning"}
    assert _fields(a_law_change(in_force_from=date(1901, 1, 1))) == {"in_force_from"}
    assert _fields(a_law_change(in_force_from=date(2062, 1, 1))) == {"in_force_from"}
    assert _fields(a_law_change(number="x" * 201, link="x" * 501)) == {"number", "link"}


def test_the_day_of_noting_stays_when_it_is_corrected(centre: Centre, still: Still) -> None:
    kept = centre.law_changes.note(a_law_change(link="https://pavyzdys.example"), centre.worker)
    still.wait(days=3)
    amended = centre.law_changes.amend(kept.id, a_law_change(number="X-2"), centre.worker)
    assert (amended.noted_on, amended.number, amended.link) == (TODAY, "X-2", "")


def test_each_verb_is_one_change_and_undo_takes_it_back(centre: Centre) -> None:
    before = centre.vault.head().count
    kept = centre.law_changes.note(a_law_change(), centre.worker)
    centre.law_changes.take_out(kept.id, centre.worker)
    assert centre.vault.head().count == before + 2
    with pytest.raises(Problem):
        centre.law_changes.change(kept.id)
    centre.history.undo(before + 2, centre.worker)
    assert LawDraft.of(centre.law_changes.change(kept.id)) == a_law_change()


def test_a_meeting_hears_what_was_noted_or_comes_into_force_since_the_last(centre: Centre, still: Still) -> None:
    note = centre.law_changes.note

    def between(first: date, last: date) -> list[UUID]:
        return [one.id for one in centre.law_changes.between(first, last)]

    old = note(a_law_change(act="Senas", in_force_from=date(2026, 3, 1)), centre.worker)
    coming = note(a_law_change(act="Būsimas", in_force_from=date(2026, 12, 1)), centre.worker)
    still.wait(days=30)
    late = note(replace(a_law_change(act="Vėlai"), in_force_from=date(2026, 6, 1)), centre.worker)
    assert [one.id for one in centre.law_changes.all()] == [coming.id, late.id, old.id]
    assert between(date(2026, 11, 1), date(2026, 11, 30)) == [old.id, coming.id]
    assert between(date(2026, 12, 1), date(2026, 12, 31)) == [late.id, coming.id]
    assert between(date(2026, 2, 1), date(2026, 3, 1)) == [old.id]
    assert [one.id for one in centre.law_changes.find("busim forma")] == [coming.id]

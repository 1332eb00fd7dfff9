"""Working groups: founded, changed, ended, found by purpose or member."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.centre import Centre
from desktop.problems import Invalid, Problem
from desktop.records.working_groups import GroupDraft, MemberDraft
from tests.builders import TODAY, a_group, an_agency


def _fields(draft: GroupDraft) -> set[str]:
    return {problem.field or "" for problem in draft.check(TODAY)}


def test_a_group_is_kept_with_its_members_and_read_back_as_it_was_typed(centre: Centre) -> None:
    police = centre.directory.enter(an_agency(), centre.worker)
    draft = a_group(purpose="Viena forma", members=(MemberDraft(None, "Rasa"), MemberDraft(police.id, "Tomas Bružas")))
    kept = centre.groups.found(draft, centre.worker)
    assert GroupDraft.of(centre.groups.sheet(kept.id)) == draft


def test_every_problem_names_its_field() -> None:
    assert _fields(GroupDraft()) == {"name", "since"}
    assert _fields(a_group(since=date(2026, 11, 3))) == {"since"}
    assert _fields(a_group(until=date(2026, 8, 31))) == {"until"}
    assert _fields(a_group(name="x" * 201)) == {"name"}
    assert _fields(a_group(members=(MemberDraft(), MemberDraft()))) == {"members"}
    assert _fields(a_group(members=(MemberDraft(person="x" * 201),))) == {"members"}


def test_ending_is_one_change_that_undo_takes_back(centre: Centre) -> None:
    kept = centre.groups.found(a_group(), centre.worker)
    before = centre.vault.head().count
    centre.groups.end(kept.id, date(2026, 10, 30), "Bendra forma", centre.worker)
    assert centre.vault.head().count == before + 1
    ended = centre.groups.sheet(kept.id).group
    assert (ended.until, ended.results) == (date(2026, 10, 30), "Bendra forma")
    centre.history.undo(before + 1, centre.worker)
    assert centre.groups.sheet(kept.id).group.until is None
    with pytest.raises(Invalid):
        centre.groups.end(kept.id, date(2026, 8, 1), "", centre.worker)
    assert centre.groups.sheet(kept.id).group.until is None


def test_members_are_changed_one_by_one(centre: Centre) -> None:
    draft = a_group(members=(MemberDraft(None, "Rasa"), MemberDraft(None, "Inga")))
    kept = centre.groups.found(draft, centre.worker)
    centre.groups.amend(kept.id, replace(draft, members=(MemberDraft(None, "Inga"),)), centre.worker)
    assert [one.person for one in centre.groups.sheet(kept.id).members] == ["Inga"]
    assert [change.table for change in centre.history.entries(limit=1)[0].changes] == ["working_group_member"]


def test_those_at_work_stand_first_and_are_found_by_any_word(centre: Centre) -> None:
    old = centre.groups.found(a_group(name="Sena", since=date(2026, 1, 1), until=date(2026, 10, 1)), centre.worker)
    new = centre.groups.found(a_group(name="Nauja", purpose="Vaikų apklausa"), centre.worker)
    assert [sheet.group.id for sheet in centre.groups.all()] == [new.id, old.id]
    assert [sheet.group.id for sheet in centre.groups.all(working=True)] == [new.id]
    assert [sheet.group.id for sheet in centre.groups.find("vaiku")] == [new.id]
    assert len(centre.groups.find("vaitkut")) == 2


def test_a_group_that_is_gone_is_told(centre: Centre) -> None:
    kept = centre.groups.found(a_group(), centre.worker)
    centre.history.undo(centre.vault.head().count, centre.worker)
    with pytest.raises(Problem):
        centre.groups.sheet(kept.id)

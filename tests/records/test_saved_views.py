"""Views of a list: each worker's own, kept by name, and every change of them taken back like any other."""

from __future__ import annotations

import pytest

from desktop.centre import Centre
from desktop.problems import Problem
from desktop.records.saved_views import LONGEST_NAME, MOST
from desktop.records.staff import StaffDraft
from desktop.vault.vault import Vault, Worker
from desktop.world import World
from tests.conftest import PASSPHRASE, WORKER

LATE = {"filters": {"chips": ["late"], "words": "Jonaitienė"}, "sort": ["person", False]}


def names(centre: Centre, by: Worker | None = None, screen: str = "referrals") -> list[str]:
    return [view.name for view in centre.views.of(screen, by or centre.worker)]


def test_a_view_comes_back_as_it_was_kept_and_stands_with_its_list_alone(centre: Centre) -> None:
    by = centre.worker
    centre.views.keep("referrals", " Mine,  late ", LATE, by)
    centre.views.keep("referrals", "A", {}, by)
    centre.views.keep("people", "Ask again", {}, by)
    kept = centre.views.of("referrals", by)
    assert [view.name for view in kept] == ["Mine, late", "A"]
    assert kept[0].fields == LATE
    assert names(centre, screen="people") == ["Ask again"]


def test_a_name_that_is_there_shows_the_new_thing_from_then_on(centre: Centre) -> None:
    centre.views.keep("referrals", "Vėluoja", LATE, centre.worker)
    centre.views.keep("referrals", "VELUOJA", {"filters": {}}, centre.worker)
    (kept,) = centre.views.of("referrals", centre.worker)
    assert kept.fields == {"filters": {}}


def test_each_worker_sees_and_touches_only_her_own(centre: Centre) -> None:
    mine = centre.views.keep("referrals", "Mine", LATE, centre.worker)
    other = centre.staff.add(StaffDraft("Rasa Antra", passphrase=PASSPHRASE), centre.worker)
    her = Worker(other.id, other.name, other.role)
    assert names(centre, her) == []
    for forbidden in (
        lambda: centre.views.delete(mine.id, her),
        lambda: centre.views.rename(mine.id, "Hers", her),
        lambda: centre.views.show_first(mine.id, her),
    ):
        with pytest.raises(Problem):
            forbidden()
    assert names(centre) == ["Mine"]


def test_deleting_and_renaming_are_undone_like_any_change(centre: Centre) -> None:
    by = centre.worker
    view = centre.views.keep("referrals", "Mine", LATE, by)
    centre.views.rename(view.id, "Late", by)
    centre.views.delete(view.id, by)
    assert names(centre) == []
    centre.history.undo(centre.history.last_of(by), by)
    assert names(centre) == ["Late"]
    assert centre.views.of("referrals", by)[0].fields == LATE
    centre.history.undo(centre.history.last_of(by), by)
    assert names(centre) == ["Mine"]


def test_one_alone_is_first(centre: Centre) -> None:
    by = centre.worker
    one, two = (centre.views.keep("referrals", name, {}, by) for name in ("One", "Two"))
    centre.views.show_first(one.id, by)
    centre.views.show_first(two.id, by)
    assert [view.is_first for view in centre.views.of("referrals", by)] == [False, True]
    centre.views.show_first(two.id, by, is_first=False)
    assert not any(view.is_first for view in centre.views.of("referrals", by))


@pytest.mark.parametrize("name", ["", " \n ", "x" * (LONGEST_NAME + 1)])
def test_a_name_must_be_one(centre: Centre, name: str) -> None:
    with pytest.raises(Problem) as told:
        centre.views.keep("referrals", name, {}, centre.worker)
    assert told.value.field == "name"
    assert names(centre) == []


def test_two_views_never_have_one_name_and_there_are_not_too_many(centre: Centre) -> None:
    by = centre.worker
    views = [centre.views.keep("referrals", f"View {n}", {}, by) for n in range(MOST)]
    with pytest.raises(Problem):
        centre.views.rename(views[0].id, "view 1", by)
    with pytest.raises(Problem):
        centre.views.keep("referrals", "One more", {}, by)
    assert len(names(centre)) == MOST


def test_the_names_in_a_filter_lie_nowhere_but_in_the_vault(centre: Centre, world: World) -> None:
    centre.views.keep("referrals", "Jonaitienė", LATE, centre.worker)
    folder = centre.vault.folder
    centre.vault.lock()
    for file in folder.rglob("*"):
        if file.is_file():
            assert b"Jonaitien" not in file.read_bytes(), file.name
    again = Vault.unlock(folder, WORKER, PASSPHRASE, world=world)
    again.lock()

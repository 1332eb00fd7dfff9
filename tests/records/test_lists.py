from __future__ import annotations

from datetime import date, datetime

import pytest

from desktop.centre import Centre
from desktop.language import Language
from desktop.problems import Invalid, Problem
from desktop.records.lists import CodeDraft


def codes(centre: Centre, name: str) -> list[str]:
    return [entry.code for entry in centre.lists.entries(name)]


def test_a_seeded_entry_speaks_the_readers_language_until_the_centre_has_words_of_its_own(centre: Centre) -> None:
    entry = centre.lists.entries("violence_kind")[0]
    assert entry.shown(Language("en").say) == "Physical"
    centre.lists.rename(entry.id, "Fizinis  smurtas", centre.worker)
    entry = centre.lists.entries("violence_kind")[0]
    assert entry.shown(Language("en").say) == "Fizinis smurtas"
    centre.lists.rename(entry.id, "", centre.worker)
    assert centre.lists.entries("violence_kind")[0].shown(Language("en").say) == "Physical"


def test_an_own_entry_comes_last_with_a_code_of_its_own(centre: Centre) -> None:
    first = centre.lists.add("assistance_kind", CodeDraft("Vaikų stovykla"), centre.worker)
    second = centre.lists.add("assistance_kind", CodeDraft("Savipagalbos grupė"), centre.worker)
    assert codes(centre, "assistance_kind")[-2:] == [first.code, second.code] == ["own_1", "own_2"]


def test_the_same_words_twice_in_a_list_are_refused(centre: Centre) -> None:
    centre.lists.add("assistance_kind", CodeDraft("Vaikų stovykla"), centre.worker)
    with pytest.raises(Problem) as told:
        centre.lists.add("assistance_kind", CodeDraft("vaikų STOVYKLA"), centre.worker)
    assert told.value.field == "words"


def test_an_own_reason_belongs_to_its_outcome(centre: Centre) -> None:
    added = centre.lists.add("outcome_reason", CodeDraft("Išvyko"), centre.worker, outcome="not_reached")
    assert added.code == "not_reached.own_1"
    assert added.id in {entry.id for entry in centre.lists.reasons("not_reached")}
    assert added.id not in {entry.id for entry in centre.lists.reasons("other_centre")}
    with pytest.raises(Problem) as told:
        centre.lists.add("outcome_reason", CodeDraft("Kita"), centre.worker)
    assert told.value.field == "outcome"


def test_an_own_entry_cannot_lose_its_words(centre: Centre) -> None:
    added = centre.lists.add("relation", CodeDraft("Kaimynas"), centre.worker)
    with pytest.raises(Problem) as told:
        centre.lists.rename(added.id, " ", centre.worker)
    assert told.value.field == "words"


def test_a_retired_entry_is_offered_no_longer_but_still_known(centre: Centre) -> None:
    entry = centre.lists.code("contact_channel", "post")
    assert entry is not None
    centre.lists.retire(entry.id, centre.worker)
    assert "post" not in codes(centre, "contact_channel")
    assert "post" in [kept.code for kept in centre.lists.entries("contact_channel", active_only=False)]
    assert centre.lists.code("contact_channel", "post") is not None
    centre.lists.revive(entry.id, centre.worker)
    assert "post" in codes(centre, "contact_channel")


def test_the_last_entry_of_a_list_stays(centre: Centre) -> None:
    *others, last = centre.lists.entries("risk_level")
    for entry in others:
        centre.lists.retire(entry.id, centre.worker)
    with pytest.raises(Problem, match="At least one"):
        centre.lists.retire(last.id, centre.worker)


def test_an_entry_is_moved_and_the_others_close_up(centre: Centre) -> None:
    low, medium, high = centre.lists.entries("risk_level")
    centre.lists.move(high.id, 0, centre.worker)
    assert codes(centre, "risk_level") == ["high", "low", "medium"]
    assert [entry.place for entry in centre.lists.entries("risk_level")] == [0, 1, 2]
    centre.lists.move(high.id, 99, centre.worker)
    assert codes(centre, "risk_level") == [low.code, medium.code, high.code]


def test_the_length_of_an_order_is_the_centres_to_change(centre: Centre) -> None:
    order = centre.lists.code("measure_kind", "protection_order")
    assert order is not None
    assert order.hours == 360
    centre.lists.set_length(order.id, CodeDraft(hours=720, source="Naujas įstatymas"), centre.worker)
    changed = centre.lists.code("measure_kind", "protection_order")
    assert changed is not None
    assert (changed.hours, changed.source) == (720, "Naujas įstatymas")
    with pytest.raises(Invalid) as told:
        centre.lists.set_length(order.id, CodeDraft(hours=-1), centre.worker)
    assert told.value.field == "hours"


def test_an_own_closed_day_moves_a_deadline(centre: Centre) -> None:
    monday = datetime(2026, 11, 9, 10, 0)
    assert centre.lists.calendar().deadline(monday, 1) == datetime(2026, 11, 10, 17, 0)
    closed = centre.lists.close_day(date(2026, 11, 10), "mokymai", centre.worker)
    assert centre.lists.calendar().deadline(monday, 1) == datetime(2026, 11, 11, 17, 0)
    with pytest.raises(Problem, match="already"):
        centre.lists.close_day(date(2026, 11, 10), "", centre.worker)
    centre.lists.open_day(closed.id, centre.worker)
    assert centre.lists.closed_days() == ()
    assert centre.lists.calendar().is_open(date(2026, 11, 10))


def test_a_change_of_a_list_can_be_undone(centre: Centre) -> None:
    centre.lists.add("relation", CodeDraft("Kaimynas"), centre.worker)
    last = centre.history.entries(limit=1)[0]
    centre.history.undo(last.number, centre.worker)
    assert "own_1" not in codes(centre, "relation")

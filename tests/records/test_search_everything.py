"""The one search: persons, notices and institutions, in any script and spelling, telephones in any shape."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.centre import Centre
from desktop.records.looks_alike import words_of
from desktop.records.people import People, PeopleQuery
from desktop.records.people_near import slips
from desktop.records.referral_log import ReferralLog
from desktop.records.search_everything import Found, Search
from desktop.records.telephone import dialled
from desktop.records.training_draft import PartDraft
from desktop.records.working_groups import MemberDraft
from tests.builders import a_group, a_law_change, a_training, an_agency
from tests.records.notices import notice, somebody

LETTERS = st.text("abcdefghijklmnoprstuvz", min_size=6, max_size=12)


@pytest.fixture
def find(referrals: ReferralLog, sender: UUID) -> Search:
    by = referrals.vault.worker
    referrals.enter(notice(sender), by)
    referrals.enter(notice(sender, somebody(name="Milica Đorđević", phone="0 655 11 222", municipality="")), by)
    return Search(referrals.vault, referrals.world)


def names(found: Found) -> list[str]:
    return [row.name for row in found.persons]


@pytest.mark.parametrize("typed", ["Јонаитиен", "jonatie daiv", "Daiva Jonaiteine", "ДАИВА ЈОНАТ"])
def test_half_a_misspelt_name_in_the_other_script_finds_her(find: Search, typed: str) -> None:
    found = find.find(typed)
    assert names(found) == ["Daiva Jonaitienė"]


@pytest.mark.parametrize("typed", ["Ђорђев", "djordjev", "Đordevi", "дјордјевич мил"])
def test_one_name_is_found_in_every_spelling(find: Search, typed: str) -> None:
    assert names(find.find(typed)) == ["Milica Đorđević"]


def test_it_says_when_a_name_is_written_otherwise(find: Search) -> None:
    assert not find.find("Jonaitie").is_near
    assert find.find("Jonattie").is_near
    assert not find.find("Kazlauskaitė")


@pytest.mark.parametrize("typed", ["0 612 30", "612 30 041", "8 612-30041", "+370 612 30 041", "00370 612 30"])
def test_a_telephone_is_found_in_any_shape_and_by_its_beginning(find: Search, typed: str) -> None:
    found = find.find(typed)
    assert names(found) == ["Daiva Jonaitienė"]
    assert [row.label for row in found.referrals] == ["2026/1"]


def test_a_reference_number_is_no_telephone(find: Search) -> None:
    found = find.find("21-4-08312-26")
    assert (found.count("person"), found.count("referral")) == (0, 2)
    assert [row.label for row in find.find("2026/2").referrals] == ["2026/2"]


def test_a_whole_number_stands_before_those_that_begin_alike(
    find: Search, referrals: ReferralLog, sender: UUID
) -> None:
    for _more in range(18):
        referrals.enter(notice(sender), referrals.vault.worker)
    found = find.find("2026/1", 5)
    assert next(row.label for row in found.referrals) == "2026/1"
    assert found.count("referral") == 11, "none of them is counted twice"
    assert not find.find("9999999999999999999/1")


def test_each_kind_is_counted_whatever_is_shown(find: Search) -> None:
    found = find.find("gargzd", limit=0)
    assert [(one.kind, one.count) for one in found.kinds] == [("person", 1), ("referral", 1)]
    assert found.referrals == ()


def test_what_there_is_little_of_is_found_by_its_words_and_by_who_took_part(centre: Centre) -> None:
    by = centre.worker
    court = an_agency(name="Teismas", short_name="", representative="Živilė Račkauskienė", deputy="Đurđa Ilić")
    came = (PartDraft(centre.directory.enter(court, by).id, "lecturer", 1, "Tomas Bružas"),)
    centre.trainings.enter(a_training(topic="Saugus pokalbis", place="Palanga", parts=came), by)
    centre.groups.found(a_group(name="Pranešimo forma", members=(MemberDraft(None, "Живиле Рачкаускиене"),)), by)
    centre.law_changes.note(a_law_change(act="Pavyzdinis įsakymas", meaning="Nauja pranešimo forma"), by)

    def kinds(typed: str) -> list[str]:
        return [one.kind for one in centre.search.find(typed).kinds]

    assert kinds("palanga pokalb") == kinds("bruzas") == ["training"]
    assert kinds("forma") == ["working_group", "law_change"]
    assert kinds("isakymas") == ["law_change"]
    assert kinds("rackausk") == ["agency", "working_group"]
    assert kinds("djurdja") == kinds("ilic") == ["agency"]
    centre.trainings.enter(a_training(on_day=date(2026, 10, 20)), by)
    found = centre.search.find("saugus", limit=1)
    assert (found.count("training"), [one.on_day for one in found.of("training")]) == (2, [date(2026, 10, 20)])


def test_whoever_has_a_name_for_each_word_stands_before_who_has_one_for_both(find: Search, sender: UUID) -> None:
    referrals, by = ReferralLog(find.vault, find.world), find.vault.worker
    for name in ("Biljana Bjelić", "Biljana Popov", "Biljana Torbica"):
        referrals.enter(notice(sender, somebody(name=name, phone="", municipality="")), by)
    assert names(find.find("biljna b"))[0] == "Biljana Bjelić"


def test_the_list_of_people_forgives_the_same_slips(find: Search) -> None:
    people = People(find.vault, find.world)
    assert people.count(PeopleQuery(text="Јонаиттиен")) == 1


@given(LETTERS, LETTERS, st.data())
def test_one_slip_is_forgiven_wherever_it_is(name: str, other: str, data: st.DataObject) -> None:
    known = words_of(f"{other} {name}")
    typed = known[-1]
    at = data.draw(st.integers(2, len(typed) - 1))
    slip = data.draw(st.sampled_from((typed[:at] + typed[at + 1 :], typed[:at] + "q" + typed[at:])))
    assert slips((slip,), known) is not None
    assert slips((slip[: len(slip) // 2],), (typed,)) in (0, 1, None)
    assert slips((typed,), known) == 0


@given(st.text(max_size=30))
def test_anything_may_be_typed(text: str) -> None:
    assert dialled(text, "LT") == "" or dialled(text, "LT").startswith("+")

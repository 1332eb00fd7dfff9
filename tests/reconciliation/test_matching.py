"""Every row in exactly one group, whatever the lists and their order."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.problems import Cancelled
from desktop.reconciliation import weights
from desktop.reconciliation.candidates import BEST, Shelves
from desktop.reconciliation.explanation import SENTENCES, TOO_FAR, explain
from desktop.reconciliation.groups import Matching
from desktop.reconciliation.listed import Listed, traits_of
from desktop.reconciliation.matching import match
from desktop.reconciliation.names import NameBook
from tests.reconciliation.invented_lists import CHOICES, rows

THEIRS = Listed(
    "13-PR1-52615-25", "2025-03-03", "Jonaitienė Ona", "1982", "", "Vilniaus g. 12-5, Kaunas", "861234567", "", "P1"
)
OURS = Listed("", "2025-03-04", "Onai Jonaitienei", "1982", "", "Vilniaus 12", "+370 612 34567", "", "C1")


def ids(found: Matching) -> tuple[list[str], list[str]]:
    """Every row of each list, as often as it stands in a group."""
    theirs = [p.theirs.id for p in found.pairs] + [a.row.id for a in found.only_theirs]
    ours = [p.ours.id for p in found.pairs] + [a.row.id for a in found.only_ours]
    return sorted(theirs + [c.row.id for c in found.copies_theirs]), sorted(
        ours + [c.row.id for c in found.copies_ours]
    )


@given(rows(), rows())
def test_every_row_ends_in_exactly_one_group(theirs: list[Listed], ours: list[Listed]) -> None:
    found = match(theirs, ours)
    assert ids(found) == (sorted(row.id for row in theirs), sorted(row.id for row in ours))
    assert {copy.of.id for copy in found.copies_theirs} <= {row.id for row in theirs}
    assert all(copy.row.id != copy.of.id for copy in (*found.copies_theirs, *found.copies_ours))


@given(rows(), rows(), st.randoms(use_true_random=False))
def test_the_order_of_the_rows_never_matters(theirs: list[Listed], ours: list[Listed], chance: object) -> None:
    before = match(theirs, ours)
    chance.shuffle(theirs)  # type: ignore[attr-defined]
    chance.shuffle(ours)  # type: ignore[attr-defined]
    assert match(theirs, ours) == before


@given(rows(), rows())
def test_every_pair_explains_itself(theirs: list[Listed], ours: list[Listed]) -> None:
    for pair in match(theirs, ours).pairs:
        told = explain(pair)
        given_in_one = {f for f in CHOICES if getattr(pair.theirs, f) or getattr(pair.ours, f)}
        told_of = {each.field for each in told.fields}
        assert told_of - {"birth_year"} == given_in_one - {"birth_year"}
        assert "birth_year" in told_of or "birth_year" not in given_in_one
        assert bool(told.reasons) is not pair.sure
        assert abs(sum(f.bits for f in told.fields) - sum(f.bits for f in pair.evidence.findings)) < 1e-9


@given(rows(), rows())
def test_without_dates_and_numbers_nothing_is_sure(theirs: list[Listed], ours: list[Listed]) -> None:
    plain = [replace(row, date="", notice_no="") for row in theirs]
    assert not match(plain, ours).matched
    assert not match(ours, plain).matched


def test_the_same_notice_is_found() -> None:
    found = match([THEIRS], [OURS])
    (pair,) = found.matched
    assert {f.field: f.level for f in pair.evidence.findings} == {
        "date": "next", "name": "ending", "birth_year": "same", "address": "house", "phone": "same",
    }  # fmt: skip


def test_much_that_is_known_of_a_person_does_not_make_another_notice_the_same() -> None:
    found = match(
        [replace(THEIRS, personal_code="48205030123")], [replace(OURS, date="2025-06-20", personal_code="48205030123")]
    )
    assert not found.pairs
    assert [alone.row.id for alone in (*found.only_theirs, *found.only_ours)] == ["P1", "C1"]


def test_a_notice_that_came_late_waits_for_a_look() -> None:
    (pair,) = match([THEIRS], [replace(OURS, date="2025-03-14")]).doubtful
    assert explain(pair).reasons == (TOO_FAR,)


def test_day_and_month_changed_round_wait_for_a_look() -> None:
    (pair,) = match([replace(THEIRS, date="2025-03-05")], [replace(OURS, date="2025-05-03")]).doubtful
    assert ("date", "swapped") in {(f.field, f.level) for f in pair.evidence.findings}


def test_a_row_that_stands_twice_is_a_duplicate_and_not_missing() -> None:
    again = replace(THEIRS, id="P2", name="JONAITIENE ONA")
    found = match([THEIRS, again], [OURS])
    assert len(found.matched) == len(found.copies_theirs) == 1
    assert not found.only_theirs
    alone = match([THEIRS, again], [])
    assert (len(alone.only_theirs), len(alone.copies_theirs)) == (1, 1)


def test_one_notice_naming_several_persons_says_so() -> None:
    child = replace(THEIRS, id="P2", name="Jonaitytė Ieva", birth_year="2010", phone="")
    found = match([THEIRS, child], [OURS])
    assert found.matched[0].theirs == THEIRS
    assert found.only_theirs[0].beside == THEIRS
    both = replace(OURS, name="Ona Jonaitienė; Ieva Jonaitytė", birth_year="1982; 2010")
    assert match([child], [both]).pairs


def test_two_notices_of_one_person_go_to_the_nearer_days() -> None:
    theirs = [replace(THEIRS, id=f"P{day}", date=f"2025-03-{day:02}", notice_no="") for day in (3, 12)]
    ours = [replace(OURS, id=f"C{day}", date=f"2025-03-{day:02}") for day in (4, 13)]
    assert [(p.theirs.id, p.ours.id) for p in match(theirs, ours).pairs] == [("P12", "C13"), ("P3", "C4")]


def test_the_best_whole_is_proposed_and_not_the_best_pair_first() -> None:
    theirs = [replace(THEIRS, id=f"P{day}", date=f"2025-03-{day:02}", notice_no="") for day in (3, 4)]
    ours = [replace(OURS, id=f"C{day}", date=f"2025-03-{day:02}") for day in (4, 5)]
    assert [(p.theirs.id, p.ours.id) for p in match(theirs, ours).pairs] == [("P3", "C4"), ("P4", "C5")]


@pytest.mark.parametrize("field", [field for field in CHOICES if field != "date"])
def test_an_empty_field_is_no_evidence_either_way(field: str) -> None:
    full, empty = match([THEIRS], [replace(OURS, **{field: ""})]), match([replace(THEIRS, **{field: ""})], [OURS])
    for pair in (*full.pairs, *empty.pairs):
        assert field not in {finding.field for finding in pair.evidence.findings}


def test_a_list_may_be_empty() -> None:
    assert ids(match([], [])) == ([], [])
    assert len(match([THEIRS], []).only_theirs) == 1


def test_hundreds_of_equal_rows_are_compared_in_no_time() -> None:
    many = [replace(OURS, id=f"C{n:04}", date="", name="Ona", address="", phone="", birth_year="") for n in range(600)]
    theirs = [replace(row, id=f"P{n:04}") for n, row in enumerate(many)]
    assert ids(match(theirs, many)) == ([row.id for row in theirs], [row.id for row in many])


def test_a_comparison_can_be_stopped() -> None:
    def stop(done: int, total: int) -> None:
        raise Cancelled("Stopped. Nothing was changed.")

    with pytest.raises(Cancelled):
        match([THEIRS], [OURS], stop)


@given(rows(), rows())
def test_what_agrees_is_told_alike_from_both_sides(theirs: list[Listed], ours: list[Listed]) -> None:
    """But for the date: a notice is received after it is sent."""
    same_day = (date(2025, 3, 3) + timedelta(days=0)).isoformat()
    theirs, ours = ([replace(row, date=same_day) for row in each] for each in (theirs[:1], ours[:1]))
    one, other = match(theirs, ours).pairs, match(ours, theirs).pairs
    assert [pair.evidence for pair in one] == [pair.evidence for pair in other]


@pytest.mark.parametrize("without", [(), ("notice_no",), ("notice_no", "date"), ("notice_no", "phone", "address")])
def test_one_row_said_a_thousand_times_is_one_row_and_its_copies(without: tuple[str, ...]) -> None:
    row = replace(THEIRS, **dict.fromkeys(without, ""))
    theirs, ours = ([replace(row, id=f"{side}{n}") for n in range(1_000)] for side in "PC")
    found = match(theirs, ours)
    assert (len(found.pairs), len(found.copies_theirs), len(found.copies_ours)) == (1, 999, 999)


def test_rows_that_say_only_a_date_are_no_copies() -> None:
    found = match([Listed(date="2025-03-03", id=f"P{n}") for n in range(50)], [])
    assert (len(found.only_theirs), found.copies_theirs) == (50, ())


def test_a_crowd_is_not_compared_each_with_each() -> None:
    given, book = ("Ona", "Rasa", "Asta", "Eglė", "Lina", "Rita", "Daiva"), NameBook()
    crowd = [Listed(name=f"Jonaitis {given[n % 7]}", date="2025-03-03", phone=f"8612{n:05}") for n in range(600)]
    traits = [traits_of(row, book) for row in crowd]
    shelves = Shelves(traits, book)
    for place in (0, 250, 599):
        near = shelves.candidates(traits[place])
        assert len(near) == BEST, "those that share most"
        assert place in near, "whose telephone is the same among them"


TABLES = {
    "birth_year": weights.YEAR, "personal_code": weights.CODE, "phone": weights.PHONE, "notice_no": weights.NUMBER,
    "address": weights.ADDRESS,
}  # fmt: skip


@pytest.mark.parametrize("table", [*TABLES.values(), weights.WORDS, weights.DAY])
def test_the_weights_fall_as_agreement_falls(table: dict[object, float]) -> None:
    assert list(table.values()) == sorted(table.values(), reverse=True)


def test_whoever_differs_speaks_against_a_pair() -> None:
    assert all(table["differs"] < 0 for table in TABLES.values())
    assert weights.NAME_DIFFERS < weights.GIVEN_DIFFERS < weights.WORD_DIFFERS < weights.SURNAME_DIFFERS < 0
    assert weights.UNIT_SAME > weights.UNIT_PARTLY > 0 > weights.UNIT_DIFFERS
    assert weights.AUTO > 0 > weights.REVIEW > weights.SEEN


def test_every_level_has_its_sentence() -> None:
    levels = {(field, level) for field, table in TABLES.items() for level in table} | {("date", d) for d in weights.DAY}
    assert levels | weights.NEVER_SURE <= set(SENTENCES)

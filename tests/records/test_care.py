from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from desktop.centre import Centre
from desktop.problems import Invalid, Problem
from tests.builders import TODAY, a_consent, a_plan_measure, a_referral, an_agency
from tests.conftest import Still


@pytest.fixture
def daiva(centre: Centre) -> UUID:
    sender = centre.directory.enter(an_agency(), centre.worker)
    person = centre.referrals.enter(a_referral(sender.id), centre.worker).person_id
    assert person is not None
    return person


def fields_of(told: pytest.ExceptionInfo[Invalid]) -> list[str | None]:
    return [problem.field for problem in told.value.problems]


def test_a_consent_holds_until_the_day_it_is_withdrawn(centre: Centre, daiva: UUID, still: Still) -> None:
    consent = centre.care.give_consent(a_consent(daiva), centre.worker)
    still.wait(days=5)
    withdrawn = centre.care.withdraw(consent.id, date(2026, 11, 5), " Socialinė darbuotoja ", centre.worker)
    assert [withdrawn.holds(date(2026, 11, day)) for day in (1, 2, 4, 5)] == [False, True, True, False]
    assert centre.care.consents(daiva)[0].told_to == "Socialinė darbuotoja"
    with pytest.raises(Problem, match="already"):
        centre.care.withdraw(consent.id, date(2026, 11, 6), "", centre.worker)


@pytest.mark.parametrize("on", [date(2026, 11, 1), date(2026, 11, 3)])
def test_a_consent_is_withdrawn_neither_before_it_was_given_nor_ahead(centre: Centre, daiva: UUID, on: date) -> None:
    consent = centre.care.give_consent(a_consent(daiva), centre.worker)
    with pytest.raises(Problem) as told:
        centre.care.withdraw(consent.id, on, "", centre.worker)
    assert told.value.field == "withdrawn_on"
    assert centre.care.consents(daiva)[0].withdrawn_on is None


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"purpose": "", "given_on": None, "person_id": None}, ["person_id", "purpose", "given_on"]),
        ({"purpose": "passing_on"}, ["recipient_id"]),
        ({"purpose": "fishing"}, ["purpose"]),
        ({"given_on": date(2026, 11, 3)}, ["given_on"]),
        ({"until": date(2026, 11, 1)}, ["until"]),
        ({"how": "sung"}, ["how"]),
        ({"withheld": "x" * 501}, ["withheld"]),
    ],
)
def test_each_thing_wrong_with_a_consent_names_its_field(
    centre: Centre, daiva: UUID, changes: dict[str, object], fields: list[str]
) -> None:
    with pytest.raises(Problem) as told:
        centre.care.give_consent(a_consent(daiva, **changes), centre.worker)
    found = [problem.field for problem in getattr(told.value, "problems", [told.value])]
    assert found == fields
    assert centre.care.consents(daiva) == ()


def test_consents_stand_newest_first(centre: Centre, daiva: UUID) -> None:
    centre.care.give_consent(a_consent(daiva, given_on=date(2026, 10, 1)), centre.worker)
    centre.care.give_consent(a_consent(daiva, purpose="plan"), centre.worker)
    assert [consent.purpose for consent in centre.care.consents(daiva)] == ["plan", "assistance"]


def test_a_plan_stands_in_the_order_in_which_its_measures_are_due(centre: Centre, daiva: UUID) -> None:
    late = centre.care.plan_measure(a_plan_measure(daiva, due_on=date(2026, 11, 20), kind="support"), centre.worker)
    soon = centre.care.plan_measure(a_plan_measure(daiva), centre.worker)
    assert [measure.id for measure in centre.care.plan(daiva)] == [soon.id, late.id]
    assert [measure.id for measure in centre.care.open_measures(date(2026, 11, 5))] == [soon.id]
    centre.care.done(soon.id, TODAY, centre.worker)
    assert centre.care.open_measures(date(2026, 11, 5)) == ()
    assert centre.care.plan(daiva)[0].done_on == TODAY


def test_a_measure_is_agreed_anew_and_its_effect_kept(centre: Centre, daiva: UUID) -> None:
    measure = centre.care.plan_measure(a_plan_measure(daiva), centre.worker)
    centre.care.amend_measure(measure.id, a_plan_measure(daiva, what="Pakeisti\tdvi spynas"), centre.worker)
    centre.care.effect(measure.id, "Jaučiasi saugiau.", TODAY, centre.worker)
    (kept,) = centre.care.plan(daiva)
    assert (kept.what, kept.effect, kept.effect_on) == ("Pakeisti dvi spynas", "Jaučiasi saugiau.", TODAY)


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"kind": "", "what": "", "due_on": None}, ["kind", "what", "due_on"]),
        ({"kind": "wish"}, ["kind"]),
        ({"what": "x" * 501}, ["what"]),
        ({"due_on": date(26, 11, 5)}, ["due_on"]),
    ],
)
def test_each_thing_wrong_with_a_measure_names_its_field(
    centre: Centre, daiva: UUID, changes: dict[str, object], fields: list[str]
) -> None:
    with pytest.raises(Invalid) as told:
        centre.care.plan_measure(a_plan_measure(daiva, **changes), centre.worker)
    assert fields_of(told) == fields


def test_nothing_of_a_measure_lies_ahead_of_today(centre: Centre, daiva: UUID) -> None:
    measure = centre.care.plan_measure(a_plan_measure(daiva), centre.worker)
    tomorrow = date(2026, 11, 3)
    with pytest.raises(Problem, match="not come yet"):
        centre.care.done(measure.id, tomorrow, centre.worker)
    with pytest.raises(Problem, match="not come yet"):
        centre.care.effect(measure.id, "Saugiau.", tomorrow, centre.worker)
    with pytest.raises(Invalid):
        centre.care.effect(measure.id, " ", TODAY, centre.worker)
    (kept,) = centre.care.plan(daiva)
    assert (kept.done_on, kept.effect_on, kept.effect) == (None, None, "")

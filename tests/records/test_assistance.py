from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from desktop.centre import Centre
from desktop.problems import Cancelled, Invalid, Problem
from desktop.records.assistance_draft import AssistanceDraft, AssistanceQuery
from desktop.records.referral import Referral
from desktop.vault.vault import Worker
from tests.builders import TODAY, a_consent, a_mention, a_referral, an_agency, an_assistance
from tests.conftest import Still

EVERYTHING = AssistanceQuery()


@pytest.fixture
def notice(centre: Centre) -> Referral:
    sender = centre.directory.enter(an_agency(), centre.worker)
    return centre.referrals.enter(a_referral(sender.id), centre.worker)


@pytest.fixture
def daiva(notice: Referral) -> UUID:
    assert notice.person_id is not None
    return notice.person_id


@pytest.fixture
def ruta(centre: Centre, notice: Referral) -> UUID:
    other = a_referral(notice.sender_id, mentions=(a_mention(name="Rūta Žvirblienė", phone="", birth_year=1990),))
    person = centre.referrals.enter(other, centre.worker).person_id
    assert person is not None
    return person


@pytest.fixture
def social_services(centre: Centre) -> UUID:
    return centre.directory.enter(
        an_agency(name="Kretingos SPC", short_name="", kind="social_services"), centre.worker
    ).id


def fields_of(told: pytest.ExceptionInfo[Invalid]) -> list[str | None]:
    return [problem.field for problem in told.value.problems]


def test_help_is_kept_with_its_month_and_who_gave_it(centre: Centre, notice: Referral, daiva: UUID) -> None:
    (kept,) = centre.assistance.give(an_assistance(persons=(), referral_id=notice.id), centre.worker)
    assert (kept.person_id, kept.month, kept.worker_name, kept.group_id) == (daiva, "2026-11", centre.worker.name, None)
    (row,) = centre.assistance.rows(centre.assistance.ids(EVERYTHING))
    assert (row.person_name, row.referral_label, row.minutes) == ("Daiva Jonaitienė", "2026/1", 45)


def test_help_to_somebody_whose_name_is_not_known_counts_too(centre: Centre) -> None:
    centre.assistance.give(an_assistance(persons=(None,)), centre.worker)
    (row,) = centre.assistance.rows(centre.assistance.ids(EVERYTHING))
    assert (row.person_name, row.referral_label) == ("", "")


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"on_day": None, "kind": "", "channel": "", "minutes": None, "persons": ()},
         ["on_day", "kind", "channel", "minutes", "persons"]),
        ({"minutes": 0}, ["minutes"]),
        ({"minutes": 1441}, ["minutes"]),
        ({"on_day": date(2026, 11, 3)}, ["on_day"]),
        ({"on_day": date(226, 11, 3)}, ["on_day"]),
        ({"for_whom": "cat"}, ["for_whom"]),
        ({"kind": "magic"}, ["kind"]),
        ({"channel": "pigeon", "worker_role": "king"}, ["channel", "worker_role"]),
        ({"kind": "onward"}, ["onward_id"]),
        ({"note": "x" * 10_001}, ["note"]),
        ({"persons": (UUID(int=1), UUID(int=1))}, ["persons"]),
    ],
)  # fmt: skip
def test_each_thing_wrong_names_its_field_and_nothing_is_kept(
    centre: Centre, changes: dict[str, object], fields: list[str]
) -> None:
    with pytest.raises(Invalid) as told:
        centre.assistance.give(an_assistance(**changes), centre.worker)
    assert fields_of(told) == fields
    assert centre.assistance.count(EVERYTHING) == 0


def test_a_retired_kind_may_still_be_kept_for_what_lies_behind(centre: Centre) -> None:
    entry = centre.lists.code("assistance_kind", "material")
    assert entry is not None
    centre.lists.retire(entry.id, centre.worker)
    centre.assistance.give(an_assistance(kind="material"), centre.worker)
    assert centre.assistance.count(AssistanceQuery(kind="material")) == 1


def test_minutes_of_group_help_count_once(centre: Centre, daiva: UUID, ruta: UUID) -> None:
    kept = centre.assistance.give(an_assistance(persons=(daiva, ruta, None), minutes=90), centre.worker)
    centre.assistance.give(an_assistance(persons=(daiva,), minutes=30), centre.worker)
    assert len({row.group_id for row in kept}) == 1
    assert centre.assistance.count(EVERYTHING) == 4
    assert centre.assistance.minutes(EVERYTHING) == 120
    assert centre.assistance.minutes(AssistanceQuery(person_id=ruta)) == 90
    assert centre.assistance.minutes(AssistanceQuery(month="2026-10")) == 0
    assert [row.is_group for row in centre.assistance.rows([row.id for row in kept])] == [True] * 3


def test_the_list_is_filtered_and_stands_newest_first(centre: Centre, daiva: UUID) -> None:
    ona = Worker(UUID(int=77), "Ona P.", "cases")
    centre.assistance.give(an_assistance(on_day=date(2026, 10, 30), kind="legal", given_by=ona), centre.worker)
    centre.assistance.give(an_assistance(persons=(daiva,)), centre.worker)
    rows = centre.assistance.rows(centre.assistance.ids(EVERYTHING))
    assert [row.on_day for row in rows] == [TODAY, date(2026, 10, 30)]
    for query in (AssistanceQuery(month="2026-10"), AssistanceQuery(kind="legal"), AssistanceQuery(worker_id=ona.id)):
        assert centre.assistance.ids(query) == [rows[1].id]
    assert centre.assistance.ids(AssistanceQuery(person_id=daiva)) == [rows[0].id]
    assert centre.assistance.rows([rows[1].id, UUID(int=9), rows[0].id]) == [rows[1], rows[0]]


def test_nobody_is_referred_on_without_a_consent_for_that_institution(
    centre: Centre, daiva: UUID, ruta: UUID, social_services: UUID
) -> None:
    onward = an_assistance(kind="onward", persons=(daiva,), onward_id=social_services)
    police = centre.directory.by_name("Kretingos r. PK").id
    for wrong in (
        a_consent(daiva),
        a_consent(daiva, purpose="passing_on", recipient_id=police),
        a_consent(ruta, purpose="passing_on", recipient_id=social_services),
    ):
        other = centre.care.give_consent(wrong, centre.worker)
        with pytest.raises(Invalid) as told:
            centre.assistance.give(onward, centre.worker)
        assert fields_of(told) == ["consent_id"]
    consent = centre.care.give_consent(
        a_consent(daiva, purpose="passing_on", recipient_id=social_services), centre.worker
    )
    (kept,) = centre.assistance.give(onward, centre.worker)
    assert kept.consent_id == consent.id
    with pytest.raises(Invalid):
        centre.assistance.give(an_assistance(**vars(onward) | {"consent_id": other.id}), centre.worker)


def test_a_consent_must_hold_on_the_day_of_passing_on(
    centre: Centre, daiva: UUID, social_services: UUID, still: Still
) -> None:
    consent = centre.care.give_consent(
        a_consent(daiva, purpose="passing_on", recipient_id=social_services), centre.worker
    )
    still.wait(days=10)
    centre.care.withdraw(consent.id, date(2026, 11, 10), "SPC", centre.worker)
    before = an_assistance(kind="onward", persons=(daiva,), onward_id=social_services, on_day=date(2026, 11, 9))
    centre.assistance.give(before, centre.worker)
    with pytest.raises(Invalid) as told:
        centre.assistance.give(an_assistance(**vars(before) | {"on_day": date(2026, 11, 10)}), centre.worker)
    assert fields_of(told) == ["consent_id"]


def test_passing_on_is_noted_for_one_person_at_a_time(
    centre: Centre, daiva: UUID, ruta: UUID, social_services: UUID
) -> None:
    with pytest.raises(Invalid) as told:
        centre.assistance.give(an_assistance(persons=(daiva, ruta), onward_id=social_services), centre.worker)
    assert fields_of(told) == ["persons"]


def test_an_occasion_is_amended_for_all_its_persons(centre: Centre, daiva: UUID, ruta: UUID) -> None:
    ona = Worker(UUID(int=77), "Ona P.", "cases")
    kept = centre.assistance.give(an_assistance(persons=(daiva, ruta), given_by=ona), centre.worker)
    draft = centre.assistance.draft_of(kept[1].id)
    assert draft.persons == (daiva, ruta)
    changed = AssistanceDraft(**vars(draft) | {"minutes": 20, "persons": (daiva, None)})
    centre.assistance.amend(kept[1].id, changed, centre.worker)
    rows = centre.assistance.rows(centre.assistance.ids(EVERYTHING))
    assert sorted(row.person_name for row in rows) == ["", "Daiva Jonaitienė"]
    assert {row.worker_name for row in rows} == {"Ona P."}
    assert kept[0].id in {row.id for row in rows}
    assert centre.assistance.minutes(EVERYTHING) == 20


def test_an_occasion_is_taken_back_whole_and_comes_back_by_undo(centre: Centre, daiva: UUID, ruta: UUID) -> None:
    kept = centre.assistance.give(an_assistance(persons=(daiva, ruta)), centre.worker)
    centre.assistance.take_back(kept[0].id, centre.worker)
    assert centre.assistance.count(EVERYTHING) == 0
    centre.history.undo(centre.vault.head().count, centre.worker)
    assert centre.assistance.minutes(EVERYTHING) == 45


def test_many_occasions_are_kept_in_one_change_by_the_same_rules(centre: Centre, daiva: UUID) -> None:
    drafts = [an_assistance(persons=(daiva,), minutes=1 + n % 60) for n in range(1100)]
    before, told = centre.vault.head().count, []
    done = centre.assistance.give_all(iter(drafts), centre.worker, lambda *now: told.append(now), len(drafts))
    assert (done, centre.assistance.count(EVERYTHING)) == (1100, 1100)
    assert centre.vault.head().count == before + 1
    assert told[-1] == (1100, 1100)
    with pytest.raises(Invalid) as invalid:
        centre.assistance.give_all([*drafts[:600], an_assistance(minutes=0)], centre.worker)
    assert fields_of(invalid) == ["minutes"]
    assert centre.assistance.count(EVERYTHING) == 1100


def test_a_stopped_bringing_in_leaves_nothing_behind(centre: Centre) -> None:
    def stop(_done: int, _total: int) -> None:
        raise Cancelled("Stopped. Nothing was changed.")

    with pytest.raises(Cancelled):
        centre.assistance.give_all([an_assistance()], centre.worker, stop)
    assert centre.assistance.count(EVERYTHING) == 0


def test_a_personal_code_in_a_note_is_warned_about_and_not_refused() -> None:
    draft = an_assistance(note="a. k. 33309240064")
    assert draft.check(TODAY) == ()
    assert [problem.field for problem in draft.warnings()] == ["note"]


def test_what_she_allows_on_the_occasion_is_kept_by_the_same_change(
    centre: Centre, daiva: UUID, social_services: UUID
) -> None:
    allowed = a_consent(daiva, purpose="passing_on", recipient_id=social_services)
    draft = an_assistance(persons=(daiva,), kind="onward", onward_id=social_services)
    assert centre.assistance.consent_for(draft) is None
    (kept,) = centre.assistance.give(draft, centre.worker, allowed)
    assert kept.consent_id == centre.care.consents(daiva)[0].id
    assert centre.assistance.consent_for(draft) is not None
    centre.history.undo(centre.vault.head().count, centre.worker)
    assert centre.care.consents(daiva) == ()
    assert centre.assistance.count(EVERYTHING) == 0


def test_a_consent_that_cannot_be_kept_keeps_the_help_out_too(
    centre: Centre, daiva: UUID, social_services: UUID
) -> None:
    later = a_consent(daiva, purpose="passing_on", recipient_id=social_services, given_on=date(2026, 12, 1))
    with pytest.raises(Invalid) as told:
        centre.assistance.give(an_assistance(persons=(daiva,), onward_id=social_services), centre.worker, later)
    assert fields_of(told) == ["given_on"]
    assert centre.assistance.count(EVERYTHING) == 0


def test_the_last_help_of_a_worker_can_be_repeated(centre: Centre, notice: Referral, daiva: UUID) -> None:
    assert centre.assistance.last_of(centre.worker) is None
    for kind in ("consultation", "legal", "consultation", "information"):
        centre.assistance.give(an_assistance(kind=kind, referral_id=notice.id, persons=(daiva,)), centre.worker)
    last = centre.assistance.last_of(centre.worker)
    assert last is not None
    assert (last.kind, last.minutes, last.persons, last.referral_id) == ("information", 45, (), None)
    assert centre.assistance.kinds_of(centre.worker, 2) == ("information", "consultation")


def test_the_time_line_tells_of_group_help_once(centre: Centre, notice: Referral, daiva: UUID, ruta: UUID) -> None:
    centre.assistance.give(an_assistance(referral_id=notice.id, persons=(daiva, ruta)), centre.worker)
    line = [item for item in centre.referrals.sheet(notice.id).line if item.kind == "assistance"]
    assert len(line) == 1
    assert line[0].lines[-1].msgid == "Several persons together; the minutes count once."


def test_help_to_several_goes_under_a_notice_for_those_alone_whom_it_names(
    centre: Centre, notice: Referral, daiva: UUID, ruta: UUID
) -> None:
    centre.assistance.give(an_assistance(referral_id=notice.id, persons=(ruta, daiva, None)), centre.worker)
    rows = {row.person_name: row for row in centre.assistance.rows(centre.assistance.ids(EVERYTHING))}
    labels = {name: row.referral_label for name, row in rows.items()}
    assert labels == {"Daiva Jonaitienė": "2026/1", "": "2026/1", "Rūta Žvirblienė": ""}
    draft = centre.assistance.draft_of(rows["Rūta Žvirblienė"].id)
    assert draft.referral_id == notice.id, "what is changed is changed for all, and stays where it was"
    centre.assistance.amend(rows["Rūta Žvirblienė"].id, AssistanceDraft(**vars(draft) | {"minutes": 20}), centre.worker)
    after = centre.assistance.rows(centre.assistance.ids(EVERYTHING))
    assert {row.person_name: row.referral_label for row in after} == labels


def test_help_to_the_one_who_poses_the_risk_does_not_go_under_her_notice(centre: Centre, notice: Referral) -> None:
    risk = a_mention(name="Rokas Jonaitis", role="posing_risk", phone="")
    named = centre.referrals.enter(a_referral(notice.sender_id, mentions=(a_mention(), risk)), centre.worker)
    rokas = centre.referrals.sheet(named.id).mentions[1].person_id
    (kept,) = centre.assistance.give(an_assistance(referral_id=named.id, persons=(rokas,)), centre.worker)
    assert kept.referral_id is None


def test_the_time_line_names_the_institution_she_was_referred_to(
    centre: Centre, notice: Referral, daiva: UUID, social_services: UUID
) -> None:
    allowed = a_consent(daiva, purpose="passing_on", recipient_id=social_services)
    draft = an_assistance(referral_id=notice.id, persons=(daiva,), kind="onward", onward_id=social_services)
    centre.assistance.give(draft, centre.worker, allowed)
    (item,) = [item for item in centre.referrals.sheet(notice.id).line if item.kind == "assistance"]
    assert {"agency": "Kretingos SPC"} in [line.fields for line in item.lines]


def test_help_that_was_taken_back_meanwhile_is_told(centre: Centre, daiva: UUID) -> None:
    (kept,) = centre.assistance.give(an_assistance(persons=(daiva,)), centre.worker)
    centre.assistance.take_back(kept.id, centre.worker)
    with pytest.raises(Problem, match="taken back meanwhile"):
        centre.assistance.draft_of(kept.id)


def test_calls_without_a_name_are_noted_together_and_each_counts(centre: Centre) -> None:
    hour = an_assistance(kind="information", minutes=100, persons=(), referral_id=None)
    before = centre.vault.head().count
    assert centre.assistance.give_calls(hour, 12, centre.worker) == 12
    assert centre.vault.head().count == before + 1, "one change, one undo"
    rows = centre.assistance.rows(centre.assistance.ids(EVERYTHING))
    assert [row.person_name for row in rows] == [""] * 12
    assert sorted(row.minutes for row in rows) == [8] * 8 + [9] * 4
    assert centre.assistance.minutes(EVERYTHING) == 100
    assert centre.assistance.times(EVERYTHING) == 12
    centre.history.undo(before + 1, centre.worker)
    assert centre.assistance.times(EVERYTHING) == 0


@pytest.mark.parametrize(("calls", "minutes", "field"), [(0, 10, "calls"), (201, 900, "calls"), (12, 11, "minutes")])
def test_calls_that_cannot_be_are_refused(centre: Centre, calls: int, minutes: int, field: str) -> None:
    hour = an_assistance(kind="information", minutes=minutes, persons=(), referral_id=None)
    with pytest.raises(Invalid) as told:
        centre.assistance.give_calls(hour, calls, centre.worker)
    assert fields_of(told) == [field]


def test_calls_without_a_name_name_nobody(centre: Centre, daiva: UUID) -> None:
    with pytest.raises(Invalid) as told:
        centre.assistance.give_calls(an_assistance(minutes=10, persons=(daiva,)), 2, centre.worker)
    assert fields_of(told) == ["calls"]

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select, text

from desktop.centre import Centre
from desktop.meetings.commitments import CommitmentDraft
from desktop.problems import Invalid, Problem
from desktop.records.assistance import Consent
from desktop.records.country import country
from desktop.records.directory import SEARCHED_AS, AgencyDraft, Directory
from desktop.records.promise import Commitment
from desktop.vault import search
from desktop.vault.vault import Vault
from tests.builders import TODAY, a_referral, an_agency
from tests.conftest import PASSPHRASE, WORKER, Still


def take_county(centre: Centre, county: str = "Klaipėdos apskritis") -> None:
    centre.directory.take(country("LT").offered_agencies(county), centre.worker)


def names(centre: Centre) -> list[str]:
    return [agency.known_as for agency in centre.directory.senders()]


def test_an_institution_is_kept_as_typed_and_its_telephone_understood(centre: Centre) -> None:
    draft = an_agency(phone="8 445 78024", municipalities=("Kretingos rajono savivaldybė", " "), deputy="R. Daukšaitė")
    kept = centre.directory.enter(draft, centre.worker)
    kept = centre.directory.agency(kept.id)
    assert (kept.phone, kept.municipalities) == ("+37044578024", "Kretingos rajono savivaldybė")
    assert AgencyDraft.of(kept).municipalities == ("Kretingos rajono savivaldybė",)


def test_each_thing_wrong_with_an_institution_names_its_field(centre: Centre) -> None:
    draft = an_agency(
        name=" \u202e ", kind="guild", email="x" * 201, active_from=TODAY, active_until=TODAY - timedelta(days=1)
    )
    with pytest.raises(Invalid) as told:
        centre.directory.enter(draft, centre.worker)
    assert {problem.field for problem in told.value.problems} == {"name", "kind", "email", "active_until"}
    assert len(centre.directory.agencies()) == 1


def test_an_institution_cannot_be_a_unit_of_itself_however_far_up(centre: Centre) -> None:
    top = centre.directory.enter(an_agency(), centre.worker)
    unit = centre.directory.enter(an_agency(name="Kretingos nuovada", parent_id=top.id), centre.worker)
    with pytest.raises(Invalid) as told:
        centre.directory.amend(top.id, an_agency(parent_id=unit.id), centre.worker)
    assert told.value.field == "parent_id"


def test_the_offered_institutions_are_taken_once_in_one_change(centre: Centre) -> None:
    before = centre.vault.head().count
    taken = centre.directory.take(country("LT").offered_agencies("Klaipėdos apskritis"), centre.worker)
    assert (len(taken), centre.vault.head().count - before) == (20, 1)
    assert centre.directory.take(country("LT").offered_agencies("Klaipėdos apskritis"), centre.worker) == ()
    headquarters = centre.directory.by_name("Klaipėdos aps. VPK")
    assert len(centre.directory.units(headquarters.id)) == 9


def test_institutions_stand_in_house_order(centre: Centre) -> None:
    take_county(centre)
    kinds = list(dict.fromkeys(agency.kind for agency in centre.directory.agencies()))
    assert kinds == ["police", "prosecution", "court", "child_protection", "social_services", "self"]
    police = [agency.name for agency in centre.directory.agencies("police")]
    assert police.index("Skuodo rajono policijos komisariatas") < police.index("Šilutės rajono policijos komisariatas")


def test_a_closed_institution_is_offered_no_longer_and_stays_in_what_is_past(centre: Centre) -> None:
    agency = centre.directory.enter(an_agency(), centre.worker)
    centre.directory.close(agency.id, date(2026, 11, 1), centre.worker)
    assert agency.known_as not in names(centre)
    assert agency.id in {kept.id for kept in centre.directory.agencies()}
    assert agency.id in {kept.id for kept in centre.directory.agencies(active_on=date(2026, 10, 31))}


def test_who_sent_last_is_offered_first(centre: Centre) -> None:
    take_county(centre)
    for name, minute in (("Kretingos r. PK", 1), ("Skuodo r. PK", 9), ("Kretingos r. PK", 5)):
        draft = a_referral(centre.directory.by_name(name).id, received_at=datetime(2026, 11, 2, 9, minute))
        centre.referrals.enter(draft, centre.worker)
    assert names(centre)[:3] == ["Skuodo r. PK", "Kretingos r. PK", "Klaipėdos aps. VPK"]


@pytest.mark.parametrize("typed", ["silutes pk", "ŠILUTĖS r. PK", "Šilutės rajono policijos komisariatas"])
def test_an_institution_is_known_by_any_of_its_names_in_any_spelling(centre: Centre, typed: str) -> None:
    take_county(centre)
    assert centre.directory.by_name(typed).short_name == "Šilutės r. PK"


def test_a_name_that_fits_none_or_several_is_told(centre: Centre) -> None:
    take_county(centre)
    with pytest.raises(Problem, match="no such institution"):
        centre.directory.by_name("Druskininkų PK")
    with pytest.raises(Problem, match="Several institutions") as told:
        centre.directory.by_name("Kretingos")
    assert told.value.values["names"] == "Kretingos r. PK, Kretingos r. SPC"


def test_an_institution_is_found_by_the_beginnings_of_its_words_and_by_the_search_of_everything(centre: Centre) -> None:
    take_county(centre)
    assert [agency.short_name for agency in centre.directory.find("silut soc")] == ["Šilutės r. SPC"]
    with centre.vault.look() as session:
        found = search.find(session, "silut komisar", [SEARCHED_AS])
    assert [id_ for _, id_ in found] == [centre.directory.by_name("Šilutės r. PK").id]


def test_somebody_who_comes_in_person_has_a_sender_from_the_beginning(centre: Centre) -> None:
    assert [agency.kind for agency in centre.directory.agencies("self")] == ["self"]


def test_an_institution_bears_a_name_in_each_language_and_is_found_by_any(centre: Centre) -> None:
    names = (("sr_Cyrl", " Полиција  Кретинга "), ("en", "Kretinga police"), ("lt", ""))
    kept = centre.directory.enter(an_agency(names=names, note="Ona D.:\nklausia pirma"), centre.worker)
    kept = centre.directory.agency(kept.id)
    assert kept.other_names == {"en": "Kretinga police", "sr_Cyrl": "Полиција Кретинга"}
    assert (kept.named("en"), kept.named("lt"), kept.note) == ("Kretinga police", kept.name, "Ona D.:\nklausia pirma")
    assert AgencyDraft.of(kept).cleaned("LT") == AgencyDraft.of(kept)
    assert [found.id for found in centre.directory.find("policija kret")] == [kept.id]
    assert centre.directory.by_name("kretinga police").id == kept.id


def test_a_control_code_and_names_that_cannot_be_are_refused(centre: Centre) -> None:
    draft = an_agency(fingerprint="12 34", names=(("xx", "A"), ("en", "y" * 201)))
    with pytest.raises(Invalid) as told:
        centre.directory.enter(draft, centre.worker)
    assert {problem.field for problem in told.value.problems} == {"names", "name_en", "fingerprint"}
    kept = centre.directory.enter(an_agency(kind="centre", fingerprint=" ".join(["ab:cd"] * 16)), centre.worker)
    assert kept.fingerprint == "ABCD" * 16


def test_a_closed_institution_is_offered_no_longer_and_may_be_opened_again(centre: Centre, still: Still) -> None:
    kept = centre.directory.enter(an_agency(), centre.worker)
    centre.directory.close(kept.id, still.world.today() - timedelta(days=1), centre.worker)
    assert kept.known_as not in names(centre)
    centre.directory.reopen(kept.id, centre.worker)
    assert kept.known_as in names(centre)


def test_the_notices_of_a_year_are_counted_by_sender_and_by_unit(centre: Centre) -> None:
    top = centre.directory.enter(an_agency(), centre.worker)
    unit = centre.directory.enter(an_agency(name="Nuovada", short_name="", parent_id=top.id), centre.worker)
    centre.referrals.enter(a_referral(top.id, unit_id=unit.id), centre.worker)
    centre.referrals.enter(a_referral(top.id), centre.worker)
    counted = [centre.directory.notices(one.id, TODAY.year) for one in (top, unit)]
    assert counted == [2, 1]
    assert centre.directory.notices(top.id, TODAY.year - 1) == 0


def test_an_older_vault_is_brought_to_know_institutions_better(centre: Centre) -> None:
    kept = centre.directory.enter(an_agency(), centre.worker)
    vault = centre.vault
    with vault.mending() as connection:
        run = connection.exec_driver_sql
        for name in [r.name for r in run("SELECT name FROM sqlite_master WHERE type='trigger' AND tbl_name='agency'")]:
            run(f"DROP TRIGGER {name}")
        for column in ("names", "note", "fingerprint"):
            run(f"ALTER TABLE agency DROP COLUMN {column}")
        run("PRAGMA user_version=3")
    vault.lock()
    again = Vault.unlock(vault.folder, WORKER, PASSPHRASE, world=centre.world)
    directory = Directory(again, centre.world)
    assert directory.agency(kept.id).other_names == {}
    directory.amend(kept.id, an_agency(note="Ona D."), again.worker)
    assert directory.agency(kept.id).note == "Ona D."
    assert again.check().whole
    again.lock()


def test_those_come_first_whom_the_last_records_name_in_that_place(centre: Centre) -> None:
    take_county(centre)
    by, working = centre.worker, [a for a in centre.directory.agencies(active_on=TODAY) if a.kind != "self"]
    last, before, other = working[-1], working[-3], working[4]
    for agency in (other, before, before, last):
        centre.commitments.promise(CommitmentDraft("Sąrašas", agency.id, TODAY), by)
    centre.commitments.promise(CommitmentDraft("Mūsų pačių", None, TODAY), by)
    found = centre.directory.named_lately(Commitment.agency_id)
    assert [one.id for one in found[:3]] == [last.id, before.id, other.id]
    named, house = {last.id, before.id, other.id}, [one.id for one in centre.directory.agencies(active_on=TODAY)]
    assert [one.id for one in found[3:]] == [one for one in house if one not in named], "the others in house order"
    assert [one.id for one in centre.directory.named_lately(Consent.recipient_id)] == house
    police = centre.directory.named_lately(Commitment.agency_id, "police")
    assert {one.kind for one in police} == {"police"}


def test_who_was_named_last_is_found_by_the_records_own_order(centre: Centre) -> None:
    place = Commitment.agency_id
    asked = select(place).order_by(place.class_.id.desc()).limit(300)
    with centre.vault.look() as session:
        plan = session.execute(text("EXPLAIN QUERY PLAN " + str(asked.compile(compile_kwargs={"literal_binds": True}))))
        told = " ".join(str(step) for step in plan)
    assert "INDEX" in told, told
    assert "TEMP B-TREE" not in told, told

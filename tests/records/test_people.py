from dataclasses import replace
from datetime import time, timedelta
from uuid import UUID

import pytest

from desktop.problems import Invalid, Problem
from desktop.records.contact_log import ContactLog
from desktop.records.people import People, PeopleQuery, PersonDraft, SafeContactDraft
from desktop.records.person import MayCall
from desktop.records.referral_log import ReferralLog, ReferralQuery
from desktop.records.search_everything import Search
from desktop.vault.history import History
from tests.builders import an_attempt
from tests.conftest import Still
from tests.records.notices import notice, somebody


@pytest.fixture
def people(referrals: ReferralLog) -> People:
    return People(referrals.vault, referrals.world)


def test_a_corrected_name_follows_in_the_notices_and_in_the_search(
    people: People, referrals: ReferralLog, sender: UUID
) -> None:
    by, kept = people.vault.worker, referrals.enter(notice(sender), people.vault.worker)
    people.amend(kept.person_id, PersonDraft(name="Daiva Šlepetytė", birth_year=1985, phone="+37061230041"), by)
    assert referrals.rows([kept.id])[0].person_name == "Daiva Šlepetytė"
    found = Search(people.vault, people.world).find("šlepet")
    assert [row.code for row in found.persons] == ["P-0001"]
    assert [row.label for row in found.referrals] == ["2026/1"]
    assert referrals.ids(ReferralQuery(text="slepetyte daiva")) == [kept.id]
    assert Search(people.vault, people.world).find("x").persons == ()


def test_yes_needs_channel_days_and_hours(people: People, referrals: ReferralLog, sender: UUID) -> None:
    kept = referrals.enter(notice(sender), people.vault.worker)
    with pytest.raises(Invalid) as told:
        people.agree_safe_contact(kept.person_id, SafeContactDraft(allowed="yes"), people.vault.worker)
    assert [problem.field for problem in told.value.problems] == ["channel", "days", "begins", "ends"]


def test_an_agreed_way_holds_and_is_asked_again_after_thirty_days(
    people: People, referrals: ReferralLog, sender: UUID, still: Still
) -> None:
    by, kept = people.vault.worker, referrals.enter(notice(sender), people.vault.worker)
    agreed = SafeContactDraft("yes", "telephone", days=("mo", "we"), begins=time(9), ends=time(12), say="kirpykla")
    people.agree_safe_contact(kept.person_id, agreed, by)
    assert people.sheet(kept.person_id).may is MayCall.YES, "Monday, 10 o'clock"
    assert people.sheet(kept.person_id).person.safe_confirmed_by == by.name
    still.wait(days=35)
    assert people.rows(people.ids())[0].may is MayCall.ASK_FIRST
    people.confirm_safe_contact(kept.person_id, by)
    assert people.rows(people.ids())[0].may is MayCall.YES
    still.wait(hours=3)
    assert people.rows(people.ids())[0].may is MayCall.NOT_NOW


def test_showing_a_number_is_written_in_the_history(people: People, referrals: ReferralLog, sender: UUID) -> None:
    kept = referrals.enter(notice(sender), people.vault.worker)
    assert people.reveal(kept.person_id, people.vault.worker, reason="danger") == "+37061230041"
    entry = History(people.vault).entries(limit=1)[0]
    assert entry.what == "Number shown outside the agreed way: {code}"
    assert entry.fields == {"code": "P-0001", "reason": "danger"}


def test_a_family_is_seen_from_both_sides(people: People, referrals: ReferralLog, sender: UUID) -> None:
    by = people.vault.worker
    child = somebody(name="Daina Jonaitytė", birth_year=2009, role="child_witness", phone="")
    kept = referrals.enter(notice(sender, somebody(), child), by)
    mother, daughter = (mention.person_id for mention in referrals.sheet(kept.id).mentions)
    link = people.link_family(mother, daughter, "child", by)
    assert [(r.person.id, r.relation) for r in people.sheet(mother).family] == [(daughter, "child")]
    assert [(r.person.id, r.relation) for r in people.sheet(daughter).family] == [(mother, "parent")]
    assert people.link_family(daughter, mother, "parent", by).id == link.id, "linked once"
    people.unlink_family(link.id, by)
    assert people.sheet(mother).family == ()
    with pytest.raises(Problem):
        people.link_family(mother, mother, "child", by)


def test_lists_are_ordered_by_the_lithuanian_alphabet_code_or_year(
    people: People, referrals: ReferralLog, sender: UUID
) -> None:
    names = (("Ylakienė", 1990), ("Inta", 1970), ("Šarkė", None), ("Sargienė", 1980))
    for name, year in names:
        referrals.enter(notice(sender, somebody(name=name, birth_year=year, phone="")), people.vault.worker)

    def listed(**query: object) -> list[str]:
        return [row.name for row in people.rows(people.ids(PeopleQuery(**query)))]

    assert listed() == ["Ylakienė", "Inta", "Sargienė", "Šarkė"], "y counts as i, š follows s"
    assert listed(sort="code", descending=True) == ["Sargienė", "Šarkė", "Inta", "Ylakienė"]
    assert listed(sort="birth_year")[-3:] == ["Inta", "Sargienė", "Ylakienė"]
    assert listed(text="sark") == ["Šarkė"]
    assert people.count(PeopleQuery(with_open=True)) == 4
    assert listed(with_open=False) == []


def test_lists_are_ordered_by_open_notices_and_by_the_last_contact(
    people: People, referrals: ReferralLog, sender: UUID
) -> None:
    by, world = people.vault.worker, people.world
    kept = {}
    for name in ("Asta", "Birutė", "Daiva"):
        kept[name] = referrals.enter(notice(sender, somebody(name=name, birth_year=None, phone="")), by)
    again = somebody(name="Birutė", birth_year=None, phone="", person_id=kept["Birutė"].person_id)
    referrals.enter(notice(sender, again), by)
    contacts = ContactLog(people.vault, world)
    for name, hours in (("Daiva", 1), ("Asta", 2)):
        at = world.here() - timedelta(hours=hours)
        attempt = an_attempt(at=at, outcome="reached", outside_reason="Paskambino pati.")
        contacts.attempt(kept[name].id, attempt, by)

    def listed(sort: str, *, descending: bool) -> list[str]:
        return [row.name for row in people.rows(people.ids(PeopleQuery(sort=sort, descending=descending)))]

    assert listed("open", descending=True) == ["Birutė", "Daiva", "Asta"]
    assert listed("open", descending=False) == ["Asta", "Daiva", "Birutė"]
    assert listed("last_contact", descending=True) == ["Daiva", "Asta", "Birutė"]
    assert listed("last_contact", descending=False) == ["Birutė", "Asta", "Daiva"]


def test_who_looks_alike_is_found_whatever_the_spelling(people: People, referrals: ReferralLog, sender: UUID) -> None:
    by = people.vault.worker
    mother = referrals.enter(notice(sender), by)
    referrals.enter(notice(sender, somebody(name="Daina Jonaitytė", birth_year=2009, phone="")), by)
    referrals.enter(notice(sender, somebody(name="Rūta Žvirblienė", birth_year=1984, phone="", municipality="")), by)

    found = people.alike(somebody(name="Jonaitiene Daiva", municipality=""))
    assert [(a.person.name, a.likeness) for a in found] == [
        ("Daiva Jonaitienė", "probably"),
        ("Daina Jonaitytė", "less"),
    ]
    assert found[0].same == ("name", "birth_year", "phone")
    assert found[0].last is not None
    assert found[0].last.id == mother.id
    family = people.alike(somebody(name="Jonaičio Tomo", birth_year=None, phone=""))
    assert {a.likeness for a in family} == {"family"}
    assert people.alike(somebody(name="", birth_year=None, phone="8 612 30041", municipality=""))[0].same == ("phone",)
    slip = people.alike(somebody(name="Daiva Jonatiene", phone=""))
    assert slip[0].person.id == mother.person_id
    assert people.alike(somebody(name="", birth_year=None, phone="", municipality="Gargždai")) == ()
    assert people.alike(somebody(person_id=mother.person_id))[0].person.id != mother.person_id


def test_a_name_half_typed_finds_her_from_three_letters_on(
    people: People, referrals: ReferralLog, sender: UUID
) -> None:
    referrals.enter(notice(sender), people.vault.worker)
    bare = somebody(birth_year=None, phone="", municipality="")

    def typed(name: str) -> list[str]:
        return [alike.likeness for alike in people.alike(replace(bare, name=name))]

    assert typed("Jo") == []
    assert typed("Jon") == ["less"]
    assert typed("daiv") == [], "a given name alone says nothing"
    assert typed("Daiva Jonai") == ["probably"]
    assert typed("Daiva Petr") == []

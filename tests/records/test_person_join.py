"""Joining two records of one person, and parting them: nothing is lost, nothing is doubled, everything comes back."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta
from random import Random
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from desktop.centre import Centre, open_centre
from desktop.problems import Problem
from desktop.records.people import JoinDraft, PeopleQuery, PersonDraft
from desktop.records.person import MayCall, Person
from desktop.records.person_contact import joined_contact
from desktop.records.person_join import FIELDS
from desktop.vault.history import History
from desktop.vault.schema import search_text
from desktop.vault.vault import Vault
from tests.builders import (
    NOW,
    TODAY,
    a_consent,
    a_mention,
    a_plan_measure,
    a_referral,
    a_safe_contact,
    an_assistance,
    an_attempt,
)
from tests.conftest import PASSPHRASE, WORKER, Still

NAMES = ("Daiva Jonaitienė", "Daiva Jonaitytė", "D. Jonaitienė", "Rūta Žvirblienė", "Ona Petraitienė", "")
Rows = dict[tuple[str, Any], dict[str, Any]]


def everything(centre: Centre) -> Rows:
    """Every row that the history follows."""
    found: Rows = {}
    with centre.vault.look() as session:
        for table in [
            *(kind.metadata.tables[name] for kind in (Person,) for name in kind.metadata.tables),
            search_text,
        ]:
            if table.name != "draft" and not table.name.startswith("test_"):
                for row in session.execute(select(table)):
                    found[table.name, row.id] = {k: v for k, v in row._mapping.items() if k != "row"}
    return found


def person(centre: Centre, **said: Any) -> UUID:
    return centre.people.enter(PersonDraft(**{"name": "Daiva Jonaitienė"} | said), centre.worker).id


def notice_about(centre: Centre, *mentions: Any, **said: Any) -> UUID:
    sender = centre.directory.senders()[0].id
    return centre.referrals.enter(a_referral(sender, mentions=mentions, **said), centre.worker).id


def grow(centre: Centre, chance: Random) -> None:
    """Something happens to somebody."""
    by, people = centre.worker, centre.people.ids()
    one, other = chance.choice(people), chance.choice(people)
    act = chance.randrange(8)
    notices = centre.people.sheet(one).about
    if act == 0:
        at = NOW - timedelta(days=chance.randrange(500))
        notice_about(centre, a_mention(person_id=one), a_mention(person_id=other, role="child_witness"), received_at=at)
    elif act == 1 and notices:
        centre.contacts.attempt(notices[0].id, an_attempt(person_id=one), by)
    elif act == 2:
        both = tuple(dict.fromkeys((one, other)))
        centre.assistance.give(an_assistance(persons=both, minutes=chance.randrange(5, 60)), by)
    elif act == 3:
        centre.care.give_consent(a_consent(one), by)
    elif act == 4:
        centre.care.plan_measure(a_plan_measure(one), by)
    elif act == 5 and one != other:
        centre.people.link_family(one, other, chance.choice(("", "child", "spouse")), by)
    elif act == 6:
        draft = a_safe_contact(allowed=chance.choice(("yes", "no", "unknown")), ends=time(chance.randrange(10, 20)))
        centre.people.agree_safe_contact(one, draft, by)
    else:
        said = {
            "name": chance.choice(NAMES),
            "birth_year": chance.choice((None, 1980, 1990)),
            "note": chance.choice("ab"),
        }
        centre.people.amend(one, PersonDraft(**said), by)


@pytest.mark.parametrize("seed", range(4))
def test_joined_and_parted_they_are_as_they_were(centre: Centre, seed: int) -> None:
    chance, by, history = Random(seed), centre.worker, History(centre.vault)
    for name in NAMES:
        person(centre, name=name, phone=f"+3706120000{NAMES.index(name)}", birth_year=chance.choice((None, 1985)))
    for _round in range(4):
        for _act in range(9):
            grow(centre, chance)
        kept, other = chance.sample(centre.people.ids(), 2)
        before = everything(centre)
        take = frozenset(name for name in FIELDS if chance.random() < 0.5)
        centre.people.join(JoinDraft(kept, other, take), by)
        joined = everything(centre)
        mention_of = {row["person_id"] for (table, _id), row in joined.items() if table == "mention"}
        assert other not in mention_of
        assert sum(table == "mention" for table, _id in joined) == sum(table == "mention" for table, _id in before)
        assert history.verify().whole
        if chance.random() < 0.5:
            history.undo(centre.vault.head().count, by)
        else:
            centre.people.part(other, by)
        assert everything(centre) == before
        assert history.verify().whole


def test_whoever_was_joined_is_found_by_name_and_code_and_keeps_her_code(centre: Centre) -> None:
    kept = person(centre, name="Daiva Jonaitienė")
    other = person(centre, name="Deiva Žvirblienė")
    centre.people.join(JoinDraft(kept, other), centre.worker)
    for words in ("deiva", "zvirbliene", "P-0002", "Jonaitienė"):
        assert centre.people.ids(PeopleQuery(text=words)) == [kept]
    assert centre.people.by_code("p-0002") == kept
    assert centre.people.sheet(other).person.id == kept, "whoever still knows her by what she was"
    assert [one.code for one in centre.people.sheet(kept).joined] == ["P-0002"]
    centre.people.amend(kept, PersonDraft(name="Daiva Kazlauskienė"), centre.worker)
    assert centre.people.ids(PeopleQuery(text="zvirbliene")) == [kept], "also after she got another name"
    assert centre.people.rows([person(centre, name="Nauja")])[0].code == "P-0003", "no code is given twice"
    centre.people.part(other, centre.worker)
    assert centre.people.ids(PeopleQuery(text="zvirbliene")) == [other]
    assert centre.people.by_code("P-0002") == other


def test_everything_moves_and_repeats_are_counted_anew(centre: Centre) -> None:
    by = centre.worker
    first = notice_about(centre, a_mention(), received_at=NOW - timedelta(days=90))
    second = notice_about(centre, a_mention(name="Deiva Jonaitiene", phone="8 600 11111"))
    kept, other = (centre.referrals.sheet(notice).referral.person_id for notice in (first, second))
    assert kept
    assert other
    centre.contacts.attempt(second, an_attempt(), by)
    centre.assistance.give(an_assistance(persons=(other,)), by)
    centre.care.give_consent(a_consent(other), by)
    centre.care.plan_measure(a_plan_measure(other), by)
    assert centre.people.two(kept, other).moves == {"notices": 1, "attempts": 1, "help": 1, "consents": 1, "plan": 1}
    centre.people.join(JoinDraft(kept, other), by)
    sheet = centre.people.sheet(kept)
    assert (len(sheet.referrals), len(sheet.attempts), len(sheet.assistance)) == (2, 1, 1)
    assert (len(sheet.consents), len(sheet.plan), sheet.recent) == (1, 1, 2)
    notice = centre.referrals.sheet(second).referral
    assert (notice.repeat_of_id, notice.person_name) == (first, "Daiva Jonaitienė")
    assert sheet.mentions[0].name == "Deiva Jonaitiene", "the notice keeps what is written in it"


def test_a_chosen_value_stays_an_empty_one_is_filled_and_both_notes_are_kept(centre: Centre) -> None:
    kept = person(centre, birth_year=1984, phone="8 612 30041", note="Viena")
    other = person(centre, name="Daiva Jonaite", birth_year=1985, email="d@example.lt", note="Kita")
    two = centre.people.two(kept, other)
    assert set(two.differs) == {"name", "birth_year", "phone", "email"}
    assert two.proposed == {"email"}
    made = centre.people.join(JoinDraft(kept, other, two.proposed | {"birth_year"}), centre.worker)
    assert (made.name, made.birth_year, made.email) == ("Daiva Jonaitienė", 1985, "d@example.lt")
    assert (made.phone, made.note) == ("+37061230041", "Viena\nKita")


def test_a_later_change_does_not_hinder_parting_and_stays(centre: Centre, still: Still) -> None:
    by, kept = centre.worker, person(centre, phone="8 612 30041")
    about = notice_about(centre, a_mention(name="Rūta", phone="8 600 11111"))
    other = centre.referrals.sheet(about).referral.person_id
    assert other
    centre.people.join(JoinDraft(kept, other, frozenset({"name", "phone"})), by)
    still.wait(days=20)
    centre.people.amend(kept, replace(centre.people.draft_of(kept), phone="8 655 55555"), by)
    new = centre.assistance.give(an_assistance(persons=(kept,)), by)[0]
    told = [entry.what for entry in centre.people.parting(other).since]
    assert "Person amended: {code}" in told
    centre.people.part(other, by)
    again, mine = centre.people.sheet(other), centre.people.sheet(kept)
    assert (again.person.name, again.person.phone) == ("Rūta", "+37060011111")
    assert [notice.id for notice in again.about] == [about]
    assert (mine.person.name, mine.person.phone) == ("Daiva Jonaitienė", "+37065555555"), "what was changed since stays"
    assert [row.id for row in mine.assistance] == [new.id]
    assert mine.joined == ()
    with pytest.raises(Problem, match="not joined"):
        centre.people.part(other, by)


def test_after_thirty_days_they_are_not_parted(centre: Centre, still: Still) -> None:
    kept, other = person(centre), person(centre)
    centre.people.join(JoinDraft(kept, other), centre.worker)
    still.wait(days=31)
    with pytest.raises(Problem, match="30 days of joining"):
        centre.people.part(other, centre.worker)


def test_of_a_chain_the_last_is_parted_first(centre: Centre) -> None:
    by, (one, two, three) = centre.worker, (person(centre), person(centre), person(centre))
    before = everything(centre)
    centre.people.join(JoinDraft(two, three), by)
    centre.people.join(JoinDraft(one, two), by)
    assert {joined.code for joined in centre.people.sheet(one).joined} == {"P-0002", "P-0003"}
    with pytest.raises(Problem, match="Part those two first"):
        centre.people.part(three, by)
    centre.people.part(two, by)
    assert [joined.code for joined in centre.people.sheet(two).joined] == ["P-0003"]
    centre.people.part(three, by)
    assert everything(centre) == before


def test_a_link_to_somebody_who_went_into_another_since_is_left_out(centre: Centre) -> None:
    by, (one, two, child, same) = centre.worker, (person(centre) for _ in range(4))
    centre.people.link_family(one, child, "child", by)
    centre.people.link_family(two, child, "child", by)
    centre.people.join(JoinDraft(one, two), by)
    assert len(centre.people.sheet(one).family) == 1, "the same child once"
    centre.people.join(JoinDraft(same, child), by)
    centre.people.part(two, by)
    assert centre.people.sheet(two).family == ()
    assert [relative.person.id for relative in centre.people.sheet(one).family] == [same]


def test_the_stricter_way_wins_and_is_asked_anew(centre: Centre) -> None:
    by, (one, two) = centre.worker, (person(centre), person(centre))
    centre.people.agree_safe_contact(one, a_safe_contact(number="8 612 30041"), by)
    centre.people.agree_safe_contact(two, a_safe_contact(number="8 612 30041", days=("mo", "su"), begins=time(8)), by)
    made = centre.people.join(JoinDraft(one, two), by)
    assert (made.safe_allowed, made.safe_days, made.safe_from, made.safe_to) == ("yes", ("mo",), time(9), time(12))
    assert made.may_call(NOW) is MayCall.ASK_FIRST
    three = person(centre)
    joined = centre.people.join(JoinDraft(one, three), by)
    assert joined.may_call(NOW) is MayCall.UNKNOWN, "unknown means no"
    assert joined.safe_days == ("mo",), "what was agreed can be agreed again in one step"
    four = person(centre)
    centre.people.agree_safe_contact(four, a_safe_contact(allowed="no"), by)
    assert centre.people.join(JoinDraft(one, four), by).may_call(NOW) is MayCall.NO


@pytest.mark.parametrize("other", ["unknown", "no", "yes"])
def test_no_joining_ever_allows_more_than_each_of_them_did(other: str) -> None:
    chance = Random(other)

    def somebody(allowed: str) -> Person:
        begins, ends = sorted(chance.sample(range(24), 2))
        days = tuple(day for day in ("mo", "tu", "we") if chance.random() < 0.6)
        return Person(
            code="", safe_allowed=allowed, safe_days=days, safe_from=time(begins), safe_to=time(ends),
            safe_channel="telephone", safe_number=chance.choice(("1", "2")), phone=chance.choice(("1", "3")),
            safe_confirmed_on=TODAY,
        )  # fmt: skip

    for _pair in range(200):
        two = (somebody("yes"), somebody(other))
        made = Person(code="", **joined_contact(*two))
        for hour in range(0, 72, 3):
            now = NOW.replace(hour=0) + timedelta(hours=hour)
            allowed = [one.may_call(now) in (MayCall.YES, MayCall.ASK_FIRST) for one in two]
            assert all(allowed) or made.may_call(now) not in (MayCall.YES, MayCall.ASK_FIRST)
            assert made.may_call(now) is not MayCall.YES


def test_two_named_in_one_notice_and_two_of_one_family_are_told(centre: Centre) -> None:
    about = notice_about(centre, a_mention(), a_mention(name="Tomas", phone="", role="posing_risk"))
    one, two = (mention.person_id for mention in centre.referrals.sheet(about).mentions)
    assert one
    assert two
    centre.people.link_family(one, two, "spouse", centre.worker)
    told = centre.people.two(one, two)
    assert told.named_together == ("2026/1",)
    assert told.kinship is not None
    with pytest.raises(Problem):
        centre.people.two(one, one)


def test_somebody_written_down_for_her_own_sake_stays_when_a_notice_no_longer_means_her(centre: Centre) -> None:
    by, own = centre.worker, person(centre, name="Ieva Ievaitė")
    about = notice_about(centre, a_mention(person_id=own))
    draft = centre.referrals.draft_of(about)
    centre.referrals.amend(about, replace(draft, mentions=(a_mention(name="Kita"),)), by)
    assert centre.people.sheet(own).person.name == "Ieva Ievaitė"
    assert [row.code for row in centre.search.find("ieva").persons] == ["P-0001"]


def test_somebody_of_whom_nothing_is_known_is_not_written_down(centre: Centre) -> None:
    with pytest.raises(Problem, match="a name or a telephone"):
        person(centre, name=" ", birth_year=1980)


def test_a_notice_that_comes_late_is_repeated_by_the_later_one(centre: Centre) -> None:
    own = person(centre)
    later = notice_about(centre, a_mention(person_id=own))
    early = notice_about(centre, a_mention(person_id=own), received_at=NOW - timedelta(days=30))
    assert centre.referrals.sheet(later).referral.repeat_of_id == early


def test_an_older_vault_keeps_its_attempts_and_learns_to_do_without_a_notice(centre: Centre) -> None:
    about = notice_about(centre, a_mention())
    kept = centre.contacts.attempt(about, an_attempt(), centre.worker)
    vault = centre.vault
    with vault.mending() as connection:
        run = connection.exec_driver_sql
        for name in [r.name for r in run("SELECT name FROM sqlite_master WHERE type='trigger' AND tbl_name='attempt'")]:
            run(f"DROP TRIGGER {name}")
        made = run("SELECT sql FROM sqlite_master WHERE name='attempt'").scalar()
        run("CREATE TABLE old_attempt AS SELECT * FROM attempt")
        run("DROP TABLE attempt")
        run(made.replace("referral_id BLOB", "referral_id BLOB NOT NULL", 1))
        columns = ", ".join(row.name for row in run("PRAGMA table_info(attempt)"))
        run(f"INSERT INTO attempt({columns}) SELECT {columns} FROM old_attempt")
        run("DROP TABLE old_attempt")
        run("DROP TABLE joined_person")
        run("PRAGMA user_version=4")
    vault.lock()
    again = open_centre(Vault.unlock(vault.folder, WORKER, PASSPHRASE, world=centre.world), centre.world)
    assert again.contacts.find(kept.id).note == kept.note
    own = person(again, name="Ieva")
    assert again.contacts.attempt_person(own, an_attempt(), again.worker).referral_id is None
    assert [attempt.person_id for attempt in again.people.sheet(own).attempts] == [own]
    assert again.vault.check().whole
    again.vault.lock()


def test_an_attempt_without_a_notice_is_corrected_and_taken_back(centre: Centre) -> None:
    by, own = centre.worker, person(centre, name="Ieva")
    with pytest.raises(Problem, match="outside the agreed way"):
        centre.contacts.attempt_person(own, an_attempt(outside_reason=""), by)
    kept = centre.contacts.attempt_person(own, an_attempt(), by)
    draft = centre.contacts.draft_of(kept.id)
    centre.contacts.amend_attempt(kept.id, replace(draft, note="vėliau"), by)
    assert centre.people.sheet(own).attempts[0].note == "vėliau"
    centre.contacts.take_back(kept.id, by)
    assert centre.people.sheet(own).attempts == ()
    assert History(centre.vault).entries(limit=1)[0].fields == {"number": "P-0001"}

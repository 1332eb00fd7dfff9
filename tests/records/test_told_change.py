"""The history told field by field, in the words of the forms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Boolean, Date, Integer, Time

from desktop.centre import Centre
from desktop.language import Language
from desktop.problems import Problem
from desktop.records.centre_draft import CentreDraft
from desktop.records.code_list import LISTS
from desktop.records.field_words import ABOUT, FIELDS, KEPT_IN_STEP, KINDS, LISTED, MASKED, RECORDS, SEEDED, WORDS
from desktop.records.handover_log import HandoverDraft
from desktop.records.named_records import NamedRecords
from desktop.records.tables import TABLES
from desktop.records.told_change import Teller, ToldRecord, referred
from desktop.records.wording import Wording
from desktop.vault.history import Change, Entry
from desktop.vault.record import CodesType, DeskTime, IdType, Moment
from tests.builders import (
    a_consent,
    a_measure,
    a_mention,
    a_plan_measure,
    a_referral,
    a_safe_contact,
    an_agency,
    an_assistance,
    an_attempt,
)
from tests.conftest import PASSPHRASE

HISTORIC = [kind for kind in TABLES if kind.historic]
COLUMNS = {(kind.__tablename__, name) for kind in HISTORIC for name in kind.__table__.columns.keys()}  # noqa: SIM118
GONE_ID = UUID(int=0xABCDEF)
IDENTIFIER = re.compile(r"[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}", re.IGNORECASE)
SAME_EVERYWHERE = {"lietuvių", "English", "srpski (latinica)", "српски (ћирилица)"}
"""Languages by their own names."""


def _told(centre: Centre, locale: str = "en") -> tuple[ToldRecord, ...]:
    entries = centre.history.entries(limit=1)
    return _teller(centre, entries, locale).told(entries[0])


def _teller(centre: Centre, entries: Sequence[Entry], locale: str) -> Teller:
    names = NamedRecords(centre.vault).of(referred(entries))
    return Teller(Wording(centre.lists, Language(locale)), names, centre.world.desk)


@pytest.fixture
def busy(centre: Centre) -> Centre:
    """A centre that did one of everything."""
    by = centre.worker
    sender = centre.directory.enter(an_agency(names=(("en", "Police"),), language="lt"), by).id
    kept = centre.referrals.enter(a_referral(sender, mentions=(a_mention(),), measures=(a_measure(),)), by)
    assert kept.person_id is not None
    centre.people.agree_safe_contact(kept.person_id, a_safe_contact(), by)
    centre.people.reveal(kept.person_id, by)
    centre.contacts.attempt(kept.id, an_attempt(), by)
    centre.assistance.give(an_assistance(referral_id=kept.id, persons=()), by)
    centre.care.give_consent(a_consent(kept.person_id), by)
    centre.care.plan_measure(a_plan_measure(kept.person_id, referral_id=kept.id), by)
    centre.handovers.write(HandoverDraft("Paskambinti", referral_id=kept.id, for_id=by.id), by)
    centre.lists.close_day(date(2026, 12, 23), "Mokymai", by)
    centre.lists.retire(centre.lists.entries("relation")[0].id, by)
    centre.staff.amend(by.id, "vadovė", by)
    centre.profile_log.amend(replace(CentreDraft.of(centre.profile_log.profile()), town="Palanga"), by)
    centre.directory.close(sender, date(2026, 12, 31), by)
    centre.history.undo(centre.vault.head().count, by)
    return centre


def _pairs(by_table: Mapping[str, Iterable[str]]) -> set[tuple[str, str]]:
    return {(table, name) for table, names in by_table.items() for name in names}


def test_every_field_of_every_table_is_either_told_or_known_to_be_kept_in_step() -> None:
    told, kept = _pairs(FIELDS), _pairs(KEPT_IN_STEP)
    assert told & kept == set()
    assert {(table, name) for table, name in COLUMNS - told - kept if name != "id"} == set()
    assert told | kept <= COLUMNS
    assert LISTED.keys() | WORDS.keys() | MASKED | SEEDED <= told
    assert _pairs(ABOUT) <= COLUMNS
    assert RECORDS.keys() == FIELDS.keys() == {table for table, _name in COLUMNS}
    assert {table for _word, tables in KINDS.values() for table in tables} >= RECORDS.keys()


def _samples(table: str, name: str, centre: Centre) -> list[Any]:
    """Values as the history keeps them: every code there is, and one of each kind of column."""
    kind = next(k.__table__.columns[name].type for k in TABLES if k.__tablename__ == table)
    if (table, name) in WORDS:
        return list(WORDS[table, name])
    if (table, name) in LISTED:
        return [entry.code for entry in centre.lists.entries(LISTED[table, name], active_only=False)]
    if (table, name) in SEEDED:
        return [
            text
            for one in LISTS
            for entry in centre.lists.entries(one)
            if (text := entry.msgid if name == "msgid" else entry.source)
        ]
    moment = "2026-11-02T08:00:00.000000+00:00"
    by_kind = {
        Boolean: [0, 1], IdType: [GONE_ID.hex], CodesType: ["mo tu"], Moment: [moment], DeskTime: ["2026-11-02T08:00"],
        Date: ["2026-11-02"], Time: ["08:00:00"], Integer: [3],
    }  # fmt: skip
    return next((values for one, values in by_kind.items() if isinstance(kind, one)), ["Žirnis 7"])


@pytest.mark.parametrize("locale", ["lt", "sr_Cyrl"])
def test_no_record_is_told_in_english_in_code_or_by_an_identifier(centre: Centre, locale: str) -> None:
    speak, english = Language(locale), Language("en")
    raw = {name for _table, name in COLUMNS if "_" in name} | {kind.__tablename__ for kind in TABLES}
    faults: list[tuple[str, ...]] = []
    for table, fields in FIELDS.items():
        for name, label in fields.items():
            for value in _samples(table, name, centre):
                row = {name: value} | ({"year": 2026, "number": 7} if table == "referral" else {})
                made = Change(table, GONE_ID, None, row)
                entry = Entry(1, centre.world.now(), GONE_ID, "Ona", "", {}, (made,))
                teller = Teller(Wording(centre.lists, speak), {}, centre.world.desk)
                in_english = Teller(Wording(centre.lists, english), {}, centre.world.desk)
                if not value:
                    continue
                (record,), (other,) = teller.told(entry), in_english.told(entry)
                (field,) = record.fields
                words = (speak.say(record.kind), record.about, speak.say(label), field.after)
                if any(GONE_ID.hex in word or str(GONE_ID) in word or word in raw for word in words):
                    faults.append((table, name, *words))
                said_so = field.after == other.fields[0].after and (table, name) in {*WORDS, *LISTED, *SEEDED}
                if (said_so and field.after not in SAME_EVERYWHERE) or not field.after:
                    faults.append((table, name, field.after))
                if speak.say(label) == label or speak.say(record.kind) == record.kind:
                    faults.append((table, name, label, record.kind))
    assert faults == []


@pytest.mark.parametrize("locale", ["lt", "sr_Cyrl"])
def test_whatever_a_busy_centre_did_is_told_in_plain_sentences(busy: Centre, locale: str) -> None:
    speak, entries = Language(locale), busy.history.entries(limit=500)
    teller = _teller(busy, entries, locale)
    for entry in entries:
        said = entry.told(speak.say)
        assert speak.say(entry.what) != entry.what
        words = [said, teller.about(entry)]
        for record in teller.told(entry):
            words += [record.about, *(side for field in record.fields for side in (field.before, field.after))]
        assert not any(IDENTIFIER.search(word) or "{" in word for word in words), words


def test_a_change_names_the_record_that_its_sentence_does_not(busy: Centre) -> None:
    entries = busy.history.entries(limit=500)
    teller = _teller(busy, entries, "en")
    about = {entry.what: teller.about(entry) for entry in entries}
    assert about["Assistance entered"] == "2026/1 · P-0001"
    assert about["Consent entered"] == "P-0001"
    assert "2026/1" not in about["Notice entered: {number}"]


def test_a_change_of_a_field_or_two_names_them(busy: Centre) -> None:
    person = busy.referrals.sheet(busy.referrals.ids()[-1]).person
    assert person is not None
    busy.people.amend(person.id, replace(busy.people.draft_of(person.id), address="Liepų g. 5"), busy.worker)
    entries = busy.history.entries(limit=500)
    teller = _teller(busy, entries, "en")
    changed = {entry.what: teller.changed(entry) for entry in entries}
    assert changed["Person amended: {code}"] == "Address"
    assert changed["Assistance entered"] == "", "what was entered is told by its sentence"


def test_a_record_is_found_by_what_it_is_called_with_all_that_belongs_to_it(busy: Centre) -> None:
    named, notice = NamedRecords(busy.vault), busy.referrals.ids()[-1]
    found = named.typed("2026/1")
    assert found[0] == notice
    assert len(found) > 3
    assert named.typed("p-0001")[0] == busy.referrals.sheet(notice).referral.person_id
    assert named.of(named.typed("kretingos r. pk")[:1]) == {named.typed("kretingos r. pk")[0]: "Kretingos r. PK"}
    with pytest.raises(Problem):
        named.typed("2026/999")


def test_what_a_list_entry_was_is_told_by_its_list_and_words(centre: Centre) -> None:
    entry = centre.lists.entries("relation")[0]
    centre.lists.retire(entry.id, centre.worker)
    (told,) = _told(centre, "en")
    assert told.about.startswith("Relations · ")
    assert [(field.label, field.after) for field in told.fields] == [("In use", "No")]


def test_a_notice_that_is_amended_is_told_before_and_after(centre: Centre) -> None:
    sender = centre.directory.enter(an_agency(), centre.worker).id
    draft = a_referral(sender, mentions=(a_mention(kinds=("physical",), phone="+370 612 30041"),))
    kept = centre.referrals.enter(draft, centre.worker)
    entered = {record.kind: record for record in _told(centre)}
    assert (entered["Notice"].was_there, entered["Notice"].is_there) == (False, True)
    fields = {field.label: field for field in entered["Person in a notice"].fields}
    assert (fields["Kinds of violence"].before, fields["Kinds of violence"].after) == ("", "Physical")
    assert fields["Telephone"].masked
    assert "Sender" in {field.label for field in entered["Notice"].fields}
    centre.referrals.amend(kept.id, replace(draft, officer="Ona Ta", children_saw="yes"), centre.worker)
    changed = next(record for record in _told(centre) if record.kind == "Notice")
    assert changed.about == kept.label
    told = {field.label: (field.before, field.after) for field in changed.fields}
    assert told == {"Officer": (draft.officer, "Ona Ta"), "Children saw it": ("Unknown", "Yes")}


def test_an_institution_is_told_by_its_name(centre: Centre) -> None:
    county = centre.directory.enter(an_agency(), centre.worker)
    centre.directory.enter(replace(an_agency(), name="Skyrius", short_name="", parent_id=county.id), centre.worker)
    (unit,) = _told(centre, "lt")
    assert county.known_as in {field.after for field in unit.fields}


def test_what_no_person_wrote_is_not_told(centre: Centre) -> None:
    centre.vault.change_passphrase(centre.worker, PASSPHRASE, "kitas medis žydi")
    assert _told(centre) == ()

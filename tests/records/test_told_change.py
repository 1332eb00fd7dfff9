"""The history told field by field, in the words of the forms."""

from __future__ import annotations

from dataclasses import replace

from desktop.centre import Centre
from desktop.language import Language
from desktop.records.field_words import FIELDS, KINDS, LISTED, MASKED, RECORDS, WORDS
from desktop.records.tables import TABLES
from desktop.records.told_change import Teller, ToldRecord
from desktop.records.wording import Wording
from tests.builders import a_mention, a_referral, an_agency
from tests.conftest import PASSPHRASE

COLUMNS = {(kind.__tablename__, name) for kind in TABLES for name in kind.__table__.columns.keys()}  # noqa: SIM118


def _told(centre: Centre, locale: str = "en") -> tuple[ToldRecord, ...]:
    names = {agency.id: agency.known_as for agency in centre.directory.agencies()}
    teller = Teller(Wording(centre.lists, Language(locale)), names, centre.world.desk)
    return teller.told(centre.history.entries(limit=1)[0])


def test_every_field_and_table_that_is_named_exists() -> None:
    named = {(table, name) for table, fields in FIELDS.items() for name in fields}
    assert named <= COLUMNS
    assert LISTED.keys() | WORDS.keys() | MASKED <= named
    assert RECORDS.keys() == FIELDS.keys()
    assert {table for _word, tables in KINDS.values() for table in tables} >= RECORDS.keys()


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
    (changed,) = (record for record in _told(centre) if record.kind == "Notice")
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

"""One family of the invented centre: a child, a sister, and a record that was made twice, in other letters.

The story's notices stay as they are told; what is added here is about persons alone. Nothing is a true person's.
"""

from __future__ import annotations

from desktop.centre import Centre
from desktop.records.contact_draft import PersonDraft
from desktop.records.people import JoinDraft
from desktop.records.person import Person
from desktop.records.referral_sheet import ReferralSheet
from desktop.vault.letters import fold
from desktop.vault.vault import Worker

LATEST = 20
"""Among so many notices the family is looked for."""
SISTERS = {
    "lt": ("Jolanta Stonkuvienė", "Gyvena Plungėje, gali priimti kelioms naktims."),
    "sr_Cyrl": ("Јелена Станковић", "Живи у Ваљеву, може да их прими на неколико ноћи."),
}
"""By the language of the centre: somebody whom no notice names, and what is known of her."""


def leave_family(centre: Centre, by: Worker) -> None:
    """Link a child and a sister to somebody of the latest notices, and join the record that was made of her twice."""
    sheets = [centre.referrals.sheet(notice) for notice in centre.referrals.ids()[:LATEST]]
    grown = [sheet for sheet in sheets if sheet.person is not None and _child(sheet) is not None]
    if not grown:
        return
    sheet = max(grown, key=lambda one: (bool(one.measures), len(one.line)))
    person, child = sheet.person, _child(sheet)
    assert person is not None
    assert child is not None
    _link(centre, person, child, by)
    twice = PersonDraft(
        name=fold(person.name).title(), birth_year=person.birth_year, sex=person.sex, phone=person.phone
    )
    centre.people.join(JoinDraft(person.id, centre.people.enter(twice, by).id), by)


def _link(centre: Centre, person: Person, child: Person, by: Worker) -> None:
    name, note = SISTERS["lt" if centre.profile_log.profile().language == "lt" else "sr_Cyrl"]
    sister = centre.people.enter(PersonDraft(name=name, sex="female", note=note), by)
    centre.people.link_family(person.id, child.id, "child", by)
    centre.people.link_family(person.id, sister.id, "sibling", by)


def _child(sheet: ReferralSheet) -> Person | None:
    """The first child whom the notice names."""
    children = {mention.person_id for mention in sheet.mentions if mention.role == "child_witness"}
    return next((other for other in sheet.others if other.id in children), None)

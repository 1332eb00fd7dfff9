"""The persons a centre knows of: their sheets, their safe contact, their families, and who looks alike.

Each writing verb is one change in the vault. A number is shown only through `reveal`, which leaves a trace.
"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from desktop.language import N_
from desktop.problems import Problem
from desktop.records.alike_search import alike
from desktop.records.centre_rules import rules_of
from desktop.records.contact_draft import PersonDraft, SafeContactDraft
from desktop.records.contact_way import address_of
from desktop.records.entering import code_of, give, last_code
from desktop.records.entry_values import own_values, person_values, safe_contact_values
from desktop.records.looks_alike import MOST, Alike
from desktop.records.people_query import PeopleQuery, PeopleRow, how_many, list_ids, list_rows, named_with, residences
from desktop.records.person import JoinedPerson, Kinship, Person
from desktop.records.person_contact import corrected
from desktop.records.person_join import JOINED, JoinDraft, TwoPersons, join, kinship_of, present_of, read_two
from desktop.records.person_links import ENTERED, make_person_findable, spread_name
from desktop.records.person_part import Parting, part, parting_of
from desktop.records.person_sheet import PersonSheet, read_sheet
from desktop.records.referral import Mention
from desktop.records.referral_draft import MentionDraft
from desktop.records.typed_check import insist
from desktop.records.typed_text import clean_line
from desktop.vault.history_query import made_by
from desktop.vault.vault import Vault, Worker
from desktop.world import World

__all__ = [
    "Alike",
    "JoinDraft",
    "Parting",
    "People",
    "PeopleQuery",
    "PeopleRow",
    "PersonDraft",
    "PersonSheet",
    "SafeContactDraft",
    "TwoPersons",
]


class People:
    """The persons of one vault."""

    def __init__(self, vault: Vault, world: World) -> None:
        self.vault, self.world = vault, world

    def sheet(self, person_id: UUID) -> PersonSheet:
        """Everything about one person, with her time line."""
        with self.vault.look() as session:
            return read_sheet(session, present_of(session, person_id), self.world)

    def find(self, person_id: UUID) -> PersonSheet | None:
        """The same, or None where entering her was undone meanwhile."""
        with self.vault.look() as session:
            present = present_of(session, person_id)
            return read_sheet(session, present, self.world) if session.get(Person, present) else None

    def known_but_for(self, person_id: UUID, referral_id: UUID) -> Person | None:
        """Who that is, if she would be known without this notice: named in another, or written down for herself."""
        with self.vault.look() as session:
            person = session.get(Person, present_of(session, person_id))
            if person is None:
                return None
            others = select(Mention.id).where(Mention.person_id == person.id, Mention.referral_id != referral_id)
            is_known = session.scalar(others.limit(1)) is not None or made_by(session, person.id) == ENTERED
            return person if is_known else None

    def written_down_last(self) -> UUID | None:
        """Whoever was written down last for her own sake; None where a notice has brought somebody since."""
        with self.vault.look() as session:
            last = session.scalar(select(Person.id).order_by(Person.number.desc()).limit(1))
            return last if last is not None and made_by(session, last) == ENTERED else None

    def by_code(self, code: str) -> UUID | None:
        """Who bears that code, or bore it before she was joined with another."""
        wanted = code.strip().upper()
        with self.vault.look() as session:
            found = session.scalar(select(Person.id).where(Person.code == wanted))
            return found or session.scalar(select(JoinedPerson.person_id).where(JoinedPerson.code == wanted))

    def joined_by_code(self, code: str) -> UUID | None:
        """The identifier of somebody who was joined with another, by the code that she had."""
        with self.vault.look() as session:
            return session.scalar(select(JoinedPerson.id).where(JoinedPerson.code == code.strip().upper()))

    def enter(self, draft: PersonDraft, by: Worker) -> Person:
        """Write down somebody whom no notice names: she came by herself, or is a relative or a child."""
        insist(draft.check(self.world.here()))
        if not (clean_line(draft.name) or clean_line(draft.phone)):
            raise Problem(N_("Needed at least: a name or a telephone."), field="name")
        with self.vault.look() as session:
            number = last_code(session) + 1
        code = code_of(number)
        with self.vault.change(ENTERED, by, code=code) as session:
            rules = rules_of(session)
            person = Person(id=self.world.new_id(), code=code, number=number)
            give(person, {**person_values(draft, rules), **own_values(draft)})
            session.add(person)
            session.flush()
            make_person_findable(session, person)
            return person

    def two(self, kept_id: UUID, other_id: UUID) -> TwoPersons:
        """Two persons side by side, and what joining them would do."""
        with self.vault.look() as session:
            return read_two(session, kept_id, other_id)

    def join(self, draft: JoinDraft, by: Worker) -> Person:
        """Let one record of a person go into another; everything that hangs on it moves along."""
        two = self.two(draft.kept_id, draft.other_id)
        with self.vault.change(JOINED, by, one=two.kept.code, other=two.other.code) as session:
            return join(session, draft, self.world.today(), by.name)

    def parting(self, joined_id: UUID) -> Parting:
        """What parting somebody who was joined would do; raises `Problem` where it cannot be done."""
        return parting_of(self.vault, self.world, joined_id)

    def part(self, joined_id: UUID, by: Worker) -> Person:
        """Part somebody who was joined; what was noted since stays where it is."""
        return part(self.vault, self.world, joined_id, by)

    def draft_of(self, person_id: UUID) -> PersonDraft:
        """The person as a form shows her, to be amended."""
        person = self._get(person_id)
        return PersonDraft(**{name: getattr(person, name) for name in PersonDraft.__dataclass_fields__})

    def safe_contact_of(self, person_id: UUID) -> SafeContactDraft:
        """The agreed way as a form shows it, to be agreed anew."""
        person = self._get(person_id)
        return SafeContactDraft(
            allowed=person.safe_allowed,
            channel=person.safe_channel,
            number=person.safe_number,
            days=person.safe_days,
            begins=person.safe_from,
            ends=person.safe_to,
            voicemail=person.safe_voicemail,
            who=person.safe_who,
            say=person.safe_say,
        )

    def amend(self, person_id: UUID, draft: PersonDraft, by: Worker) -> Person:
        """Correct what is known of a person; her name follows in every notice about her."""
        insist(draft.check(self.world.here()))
        code = self._get(person_id).code
        with self.vault.change(N_("Person amended: {code}"), by, code=code) as session:
            person = session.get_one(Person, person_id)
            rules = rules_of(session)
            give(person, corrected(person, {**person_values(draft, rules), **own_values(draft)}))
            session.flush()
            spread_name(session, person)
            make_person_findable(session, person)
            return person

    def agree_safe_contact(self, person_id: UUID, draft: SafeContactDraft, by: Worker) -> Person:
        """Keep the one safe way to reach her, as agreed today or on the day named."""
        today = self.world.today()
        insist(draft.check(today))
        code = self._get(person_id).code
        with self.vault.change(N_("Safe contact agreed: {code}"), by, code=code) as session:
            person = session.get_one(Person, person_id)
            give(person, safe_contact_values(draft, rules_of(session), by, today))
            return person

    def confirm_safe_contact(self, person_id: UUID, by: Worker) -> Person:
        """Note that the agreed way was asked about today and is still safe."""
        if self._get(person_id).safe_allowed != "yes":
            raise Problem(N_("No safe way is agreed yet."), field="allowed")
        return self.agree_safe_contact(person_id, self.safe_contact_of(person_id), by)

    def link_family(self, person_id: UUID, other_id: UUID, relation: str, by: Worker) -> Kinship:
        """Note that two persons belong to one family; `relation` is what the other is to the person."""
        if person_id == other_id:
            raise Problem(N_("Choose two different persons."), field="other_id")
        one, other = self._get(person_id), self._get(other_id)
        with self.vault.change(N_("Family linked: {one} and {other}"), by, one=one.code, other=other.code) as session:
            kinship = kinship_of(session, person_id, other_id) or Kinship(id=self.world.new_id())
            give(kinship, {"person_id": person_id, "other_id": other_id, "relation": relation})
            session.add(kinship)
            return kinship

    def unlink_family(self, kinship_id: UUID, by: Worker) -> None:
        """Take back that two persons belong together."""
        with self.vault.look() as session:
            link = session.get_one(Kinship, kinship_id)
            one, other = (session.get_one(Person, person_id).code for person_id in (link.person_id, link.other_id))
        with self.vault.change(N_("Family no longer linked: {one} and {other}"), by, one=one, other=other) as session:
            session.delete(session.get_one(Kinship, kinship_id))

    def reveal(self, person_id: UUID, by: Worker, reason: str = "") -> str:
        """The number agreed for contact, or else her own; that it was shown, and why, is written in the history."""
        person = self._get(person_id)
        what = N_("Number shown outside the agreed way: {code}") if reason else N_("Number shown: {code}")
        with self.vault.change(what, by, code=person.code, reason=reason):
            return address_of(person)

    def alike(self, hint: MentionDraft, limit: int = MOST) -> tuple[Alike, ...]:
        """Who of those known may be meant by what is being typed; the likeliest first, nobody for too few letters."""
        with self.vault.look() as session:
            return alike(session, hint, rules_of(session).country, limit)

    def ids(self, query: PeopleQuery | None = None) -> Sequence[UUID]:
        """Which persons a list shows, in its order."""
        with self.vault.look() as session:
            return list_ids(session, query or PeopleQuery(), self.world.here())

    def rows(self, ids: Sequence[UUID]) -> list[PeopleRow]:
        """These persons as a list shows them."""
        with self.vault.look() as session:
            return list_rows(session, ids, self.world.here(), rules_of(session).safe_contact_days)

    def count(self, query: PeopleQuery | None = None) -> int:
        """How many persons a list shows."""
        with self.vault.look() as session:
            return how_many(session, query or PeopleQuery())

    def named_with(self, person_id: UUID) -> tuple[UUID, ...]:
        """Who is named in the same notices."""
        with self.vault.look() as session:
            return named_with(session, person_id)

    def residences(self) -> tuple[str, ...]:
        """Where the persons live, each place once."""
        with self.vault.look() as session:
            return residences(session)

    def _get(self, person_id: UUID) -> Person:
        with self.vault.look() as session:
            return session.get_one(Person, person_id)

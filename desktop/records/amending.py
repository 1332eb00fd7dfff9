"""Correcting a notice: its columns, the persons it names, its orders, and all that follows from them.

Works inside a change that somebody else began. A person who was made by this very notice is corrected with it; of
somebody known from elsewhere only what was empty is filled in.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.records.centre_rules import CentreRules
from desktop.records.entering import Entering, give, note_repeats
from desktop.records.entry_values import Values, measure_values, mention_values, person_values, referral_values
from desktop.records.person import Person
from desktop.records.person_contact import corrected
from desktop.records.person_links import forget_if_unused, make_findable, spread_name
from desktop.records.referral import Measure, Mention, Referral
from desktop.records.referral_draft import MentionDraft, ReferralDraft
from desktop.vault.vault import Worker

Row = TypeVar("Row", Mention, Measure)


class Amending:
    """Corrects one notice in a session of one change."""

    def __init__(self, session: Session, rules: CentreRules, new_id: Callable[[], UUID], by: Worker) -> None:
        self.session, self.rules, self.new_id = session, rules, new_id
        self.entering = Entering(session, rules, new_id, by)

    def amend(self, referral_id: UUID, draft: ReferralDraft) -> Referral:
        """Write what the draft says over what was kept."""
        referral = self.session.get_one(Referral, referral_id)
        values = referral_values(draft, self.rules)
        if values["year"] != referral.year:
            values["number"] = self.entering.next_number(values["year"])
        give(referral, values)
        kept = self._kept(Mention, referral_id)
        before = {mention.person_id for mention in kept} | {referral.person_id}
        mentions = [mention for mention in draft.mentions if mention.says_something]
        people = self._people(mentions, kept)
        self.entering.keep_people()
        rows = [
            {"person_id": person_id, **mention_values(mention, place, values["received_at"], self.rules)}
            for place, (mention, person_id) in enumerate(zip(mentions, people, strict=True))
        ]
        self._write(Mention, referral_id, kept, rows)
        measures = [measure_values(measure, self.rules) for measure in draft.measures]
        self._write(Measure, referral_id, self._kept(Measure, referral_id), measures)
        give(referral, self.entering.about(mentions, people))
        self.session.flush()
        self._follow(referral, {person_id for person_id in before if person_id})
        return referral

    def _follow(self, referral: Referral, before: set[UUID]) -> None:
        """What is kept in step with the notice: repeats, search, persons whom it alone had made."""
        after = {referral.person_id} if referral.person_id else set()
        note_repeats(self.session, before | after, self.rules.repeat_months)
        for person_id in before - after:
            forget_if_unused(self.session, person_id)
        make_findable(self.session, {referral.id})
        self.session.refresh(referral)

    def _kept(self, table: type[Row], referral_id: UUID) -> list[Row]:
        order = Mention.place if table is Mention else Measure.granted_at
        return list(self.session.scalars(select(table).where(table.referral_id == referral_id).order_by(order)))

    def _write(self, table: type[Row], referral_id: UUID, kept: Sequence[Row], rows: Sequence[Values]) -> None:
        """Write rows over those that are kept, place by place; add what is more, take out what is left."""
        for place, values in enumerate(rows):
            if place < len(kept):
                give(kept[place], values)
            else:
                self.session.add(table(id=self.new_id(), referral_id=referral_id, **values))
        for left in kept[len(rows) :]:
            self.session.delete(left)

    def _people(self, mentions: Sequence[MentionDraft], kept: Sequence[Mention]) -> list[UUID | None]:
        """Whom each mention means now."""
        self.entering.know({mention.person_id for mention in mentions if mention.person_id})
        said = {mention.person_id: mention for mention in kept if mention.person_id}
        for mention in mentions:
            if mention.person_id in said:
                self._correct(mention, said[mention.person_id])
        return [self.entering.person_for(mention) for mention in mentions]

    def _correct(self, mention: MentionDraft, before: Mention) -> None:
        """Correct the person along with the notice, as far as she is known by it."""
        person = self.session.get_one(Person, before.person_id)
        name, old = person.name, {name: getattr(before, name) for name in _SAID}
        given = person_values(mention, self.rules)
        right = {key: given[key] for key in _SAID if old[key] == getattr(person, key) != given[key]}
        if "name" in right:
            right["name_sort"] = given["name_sort"]
        if right:
            give(person, corrected(person, right))
            self.session.flush()
            if person.name != name:
                spread_name(self.session, person)


_SAID = ("name", "birth_year", "sex", "phone", "municipality")
"""What a notice says of a person and her own sheet says too."""

"""What the vault itself says about help that is noted: its lists, the consents to passing on, whom a notice names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.language import N_
from desktop.problems import Problem
from desktop.records.assistance import Consent
from desktop.records.assistance_draft import NEEDS_CONSENT, AssistanceDraft
from desktop.records.code_list import Code
from desktop.records.referral import Mention, Referral
from desktop.records.seeded_lists import PASSING_ON

_LISTED = {"kind": "assistance_kind", "channel": "contact_channel", "worker_role": "worker_role"}


@dataclass(frozen=True)
class AssistanceRules:
    """What the vault itself says about some drafts: the codes of its lists, the consents of their persons."""

    codes: Mapping[str, frozenset[str]]
    consents: Mapping[UUID | None, Sequence[Consent]]
    """Consents to passing on, by person."""
    named: frozenset[tuple[UUID, UUID | None]]
    """A notice, and whom it is about or names beside her; the one who poses the risk is not among them."""

    @classmethod
    def read(cls, session: Session, drafts: Sequence[AssistanceDraft]) -> AssistanceRules:
        """What is to be asked of these drafts, in a question or two for all of them."""
        codes: dict[str, set[str]] = defaultdict(set)
        for list_name, code in session.execute(
            select(Code.list_name, Code.code).where(Code.list_name.in_(_LISTED.values()))
        ):
            codes[list_name].add(code)
        passed_on = {person for draft in drafts if draft.onward_id for person in draft.persons if person}
        consents: dict[UUID | None, list[Consent]] = defaultdict(list)
        if passed_on:
            wanted = select(Consent).where(Consent.person_id.in_(passed_on), Consent.purpose == PASSING_ON)
            for consent in session.scalars(wanted.order_by(Consent.given_on.desc(), Consent.id.desc())):
                consents[consent.person_id].append(consent)
        notices = {draft.referral_id for draft in drafts if draft.referral_id}
        about = select(Referral.id, Referral.person_id).where(Referral.id.in_(notices))
        beside = select(Mention.referral_id, Mention.person_id).where(Mention.referral_id.in_(notices))
        both = about.union_all(beside.where(Mention.role != "posing_risk"))
        named = frozenset((notice, person) for notice, person in session.execute(both)) if notices else frozenset()
        return cls({name: frozenset(found) for name, found in codes.items()}, consents, named)

    def notice_of(self, draft: AssistanceDraft, person: UUID | None) -> UUID | None:
        """The notice under which help to this person goes: never one that is about somebody else."""
        return draft.referral_id if person is None or (draft.referral_id, person) in self.named else None

    def problems(self, draft: AssistanceDraft) -> tuple[Problem, ...]:
        """A code that no list has; passing on without a consent that held on the day."""
        unknown = [
            Problem(N_("Choose from the list."), field=name)
            for name, list_name in _LISTED.items()
            if getattr(draft, name) and getattr(draft, name) not in self.codes.get(list_name, ())
        ]
        if draft.onward_id is not None and self.consent_for(draft) is None:
            unknown.append(Problem(NEEDS_CONSENT, field="consent_id"))
        return tuple(unknown)

    def consent_for(self, draft: AssistanceDraft) -> Consent | None:
        """Her consent to passing on to that institution which held on the day; the one named, if one was."""
        if draft.onward_id is None or draft.on_day is None:
            return None
        for consent in self.consents.get(draft.persons[0] if draft.persons else None, ()):
            named = draft.consent_id in (None, consent.id)
            if named and consent.recipient_id == draft.onward_id and consent.holds(draft.on_day):
                return consent
        return None

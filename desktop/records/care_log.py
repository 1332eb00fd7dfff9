"""The log of what is agreed with a person: her consents, and the plan made together."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.language import N_
from desktop.problems import Problem
from desktop.records.assistance import Assistance, Consent, PlanMeasure
from desktop.records.care_draft import ConsentDraft, PlanDraft
from desktop.records.code_list import Code
from desktop.records.typed_check import LONG, SHORT, checked_days, checked_filled, checked_lengths, insist
from desktop.records.typed_text import clean, clean_line
from desktop.vault.vault import Vault, Worker
from desktop.world import World

__all__ = ["CareLog", "ConsentDraft", "PlanDraft", "measures_due"]

Kept = TypeVar("Kept", Consent, PlanMeasure)


class CareLog:
    """Consents and plans. A consent that does not hold any more is withdrawn; one written down wrongly is corrected."""

    def __init__(self, vault: Vault, world: World) -> None:
        self.vault = vault
        self.world = world

    def consents(self, person_id: UUID) -> tuple[Consent, ...]:
        """A person's consents, the newest first, withdrawn ones included."""
        query = (
            select(Consent).where(Consent.person_id == person_id).order_by(Consent.given_on.desc(), Consent.id.desc())
        )
        with self.vault.look() as session:
            return tuple(session.scalars(query))

    def give_consent(self, draft: ConsentDraft, by: Worker) -> Consent:
        """Keep what a person allows."""
        draft = draft.cleaned()
        insist(draft.check(self.world.today()))
        with self.vault.change(N_("Consent entered"), by) as session:
            self._require_purpose(session, draft.purpose)
            values = {field.name: getattr(draft, field.name) for field in fields(draft)}
            consent = Consent(id=self.world.new_id(), **values)
            session.add(consent)
            return consent

    def amend_consent(self, consent_id: UUID, draft: ConsentDraft, by: Worker) -> Consent:
        """Correct a consent that was written down wrongly; whether it was withdrawn since stays."""
        draft = draft.cleaned()
        insist(draft.check(self.world.today()))
        with self.vault.change(N_("Consent amended"), by) as session:
            consent = _present(session, Consent, consent_id)
            if draft.purpose != consent.purpose:
                self._require_purpose(session, draft.purpose)
            for field in fields(draft):
                setattr(consent, field.name, getattr(draft, field.name))
            return consent

    def take_back_consent(self, consent_id: UUID, by: Worker) -> None:
        """Take out a consent that was never given; the history keeps it."""
        with self.vault.change(N_("Consent taken back"), by) as session:
            consent = _present(session, Consent, consent_id)
            if session.scalar(select(Assistance.id).where(Assistance.consent_id == consent_id).limit(1)):
                raise Problem(N_("Help was given on this consent. Withdraw it instead."))
            session.delete(consent)

    def take_back_measure(self, measure_id: UUID, by: Worker) -> None:
        """Take out a measure that was never planned; the history keeps it."""
        with self.vault.change(N_("Plan measure taken back"), by) as session:
            session.delete(_present(session, PlanMeasure, measure_id))

    def withdraw(self, consent_id: UUID, on: date, told_to: str, by: Worker) -> Consent:
        """Keep that a consent was taken back on a day; from that day on it does not hold."""
        with self.vault.change(N_("Consent withdrawn"), by) as session:
            consent = session.get_one(Consent, consent_id)
            if consent.withdrawn_on is not None:
                raise Problem(N_("This consent is withdrawn already."), field="withdrawn_on")
            if on > self.world.today():
                raise Problem(N_("This date has not come yet."), field="withdrawn_on")
            if on < consent.given_on:
                raise Problem(N_("The end lies before the beginning."), field="withdrawn_on")
            consent.withdrawn_on, consent.told_to = on, clean_line(told_to)
            insist(checked_lengths(consent, {"told_to": SHORT}))
            return consent

    def plan(self, person_id: UUID) -> tuple[PlanMeasure, ...]:
        """A person's plan, what is due first first."""
        query = select(PlanMeasure).where(PlanMeasure.person_id == person_id)
        with self.vault.look() as session:
            return tuple(session.scalars(query.order_by(PlanMeasure.due_on, PlanMeasure.id)))

    def open_measures(self, until: date) -> tuple[PlanMeasure, ...]:
        """Measures of all plans that are due by a day and not done yet, earliest first."""
        with self.vault.look() as session:
            return measures_due(session, until)

    def plan_measure(self, draft: PlanDraft, by: Worker) -> PlanMeasure:
        """Add a measure to a plan."""
        draft = draft.cleaned()
        insist(draft.check())
        with self.vault.change(N_("Plan measure entered"), by) as session:
            measure = PlanMeasure(id=self.world.new_id(), **_values(draft))
            session.add(measure)
            return measure

    def amend_measure(self, measure_id: UUID, draft: PlanDraft, by: Worker) -> PlanMeasure:
        """Change a measure as agreed anew."""
        draft = draft.cleaned()
        insist(draft.check())
        with self.vault.change(N_("Plan measure changed"), by) as session:
            measure = _present(session, PlanMeasure, measure_id)
            for name, value in _values(draft).items():
                setattr(measure, name, value)
            if measure.done_on is not None:
                self._require_past(measure, "done_on")
            return measure

    def done(self, measure_id: UUID, on: date, by: Worker) -> PlanMeasure:
        """Keep that a measure was carried out on a day."""
        with self.vault.change(N_("Plan measure done"), by) as session:
            measure = session.get_one(PlanMeasure, measure_id)
            measure.done_on = on
            self._require_past(measure, "done_on")
            return measure

    def effect(self, measure_id: UUID, effect: str, on: date | None, by: Worker) -> PlanMeasure:
        """Keep what a measure brought about, as looked at on a day; neither word nor day takes it out again."""
        with self.vault.change(N_("Effect of a plan measure entered"), by) as session:
            measure = _present(session, PlanMeasure, measure_id)
            measure.effect_on, measure.effect = on, clean(effect)
            if measure.effect or on is not None:
                insist([*checked_filled(measure, ["effect", "effect_on"]), *checked_lengths(measure, {"effect": LONG})])
                self._require_past(measure, "effect_on")
            return measure

    def _require_past(self, measure: PlanMeasure, field: str) -> None:
        insist(checked_days(measure, [field]))
        if getattr(measure, field) > self.world.today():
            raise Problem(N_("This date has not come yet."), field=field)

    @staticmethod
    def _require_purpose(session: Session, purpose: str) -> None:
        listed = select(Code.id).where(Code.list_name == "consent_purpose", Code.code == purpose)
        if session.scalar(listed) is None:
            raise Problem(N_("Choose from the list."), field="purpose")


def _present(session: Session, kind: type[Kept], record_id: UUID) -> Kept:
    found = session.get(kind, record_id)
    if found is None:
        raise Problem(N_("This entry was taken back meanwhile."))
    return found


def measures_due(session: Session, until: date) -> tuple[PlanMeasure, ...]:
    """Measures of all plans that are due by a day and not done yet, earliest first."""
    query = select(PlanMeasure).where(PlanMeasure.done_on.is_(None), PlanMeasure.due_on <= until)
    return tuple(session.scalars(query.order_by(PlanMeasure.due_on, PlanMeasure.id)))


def _values(draft: PlanDraft) -> dict[str, object]:
    return {field.name: getattr(draft, field.name) for field in fields(draft)}

"""Every class of which a vault keeps rows; whoever makes or opens one imports this, so that no table is missing."""

from __future__ import annotations

from desktop.language import N_
from desktop.records.agency import Agency
from desktop.records.assistance import Assistance, Consent, PlanMeasure
from desktop.records.centre_profile import CentreProfile, ClosedDay, Draft, KnownCentre, SealKey, StaffMember
from desktop.records.code_list import Code
from desktop.records.handover import Handover
from desktop.records.issued import IssuedSheet, IssuedSummary
from desktop.records.package import CentreCard, ExchangeKey, FigurePackage
from desktop.records.person import JoinedPerson, Kinship, Person
from desktop.records.reconciliation import (
    DifferenceReason,
    PairDecision,
    Reconciliation,
    SisterFigure,
    TheirCount,
    TheirNotice,
)
from desktop.records.referral import Attempt, Measure, Mention, Referral
from desktop.records.saved_view import SavedView
from desktop.vault.record import Record

TABLES: tuple[type[Record], ...] = (
    Agency,
    Assistance,
    Attempt,
    CentreCard,
    CentreProfile,
    ClosedDay,
    Code,
    Consent,
    DifferenceReason,
    Draft,
    ExchangeKey,
    FigurePackage,
    Handover,
    IssuedSheet,
    IssuedSummary,
    JoinedPerson,
    Kinship,
    KnownCentre,
    Measure,
    Mention,
    PairDecision,
    Person,
    PlanMeasure,
    Reconciliation,
    Referral,
    SavedView,
    SealKey,
    SisterFigure,
    StaffMember,
    TheirCount,
    TheirNotice,
)
"""In alphabetical order."""
COUNTED = {
    "referral": N_("Notices"),
    "person": N_("Persons"),
    "attempt": N_("Contact attempts"),
    "assistance": N_("Assistance"),
    "consent": N_("Consents"),
    "plan_measure": N_("Measures of plans"),
    "agency": N_("Institutions"),
    "reconciliation": N_("Reconciliations"),
    "figure_package": N_("Packages of figures"),
    "issued_summary": N_("Issued summaries"),
    "issued_sheet": N_("Issued reconciliation sheets"),
}
"""What is counted to compare two vaults, by table, with its word."""

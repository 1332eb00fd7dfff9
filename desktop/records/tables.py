"""Every class of which a vault keeps rows; whoever makes or opens one imports this, so that no table is missing."""

from __future__ import annotations

from desktop.language import N_
from desktop.records.agency import Agency
from desktop.records.alignment import Act, ActPoint, Basis
from desktop.records.assistance import Assistance, Consent, PlanMeasure
from desktop.records.centre_profile import CentreProfile, ClosedDay, Draft, KnownCentre, SealKey, StaffMember
from desktop.records.code_list import Code
from desktop.records.duty import Breach, DutyNote
from desktop.records.handover import Handover
from desktop.records.help_end import HelpEnd
from desktop.records.issued import IssuedSheet, IssuedSummary, MeetingPaper, ProtocolPaper
from desktop.records.law_change import LawChange
from desktop.records.meeting import (
    AgendaItem,
    Attendance,
    CaseNumbers,
    Decision,
    KindMember,
    Meeting,
    MeetingCase,
    MeetingKind,
    MinutesCorrection,
)
from desktop.records.monitoring import CountingBreak, ReportText
from desktop.records.package import CentreCard, ExchangeKey, FigurePackage
from desktop.records.person import JoinedPerson, Kinship, Person
from desktop.records.promise import Commitment, Contribution, ProblemStep, RaisedProblem
from desktop.records.protocol import (
    MeantText,
    Protocol,
    ProtocolChapter,
    ProtocolSignatory,
    ProtocolVersion,
    Provision,
    ProvisionHolder,
    ProvisionText,
)
from desktop.records.reconciliation import (
    DifferenceReason,
    PairDecision,
    Reconciliation,
    SisterFigure,
    TheirCount,
    TheirNotice,
)
from desktop.records.referral import Attempt, Measure, Mention, Referral
from desktop.records.revision import ProposedChange, ProvisionComment
from desktop.records.saved_view import SavedView
from desktop.records.training import Training, TrainingPart, WorkingGroup, WorkingGroupMember
from desktop.vault.record import Record

TABLES: tuple[type[Record], ...] = (
    Act,
    ActPoint,
    Agency,
    AgendaItem,
    Assistance,
    Attempt,
    Attendance,
    Basis,
    Breach,
    CaseNumbers,
    CentreCard,
    CentreProfile,
    ClosedDay,
    Code,
    Commitment,
    Consent,
    Contribution,
    CountingBreak,
    Decision,
    DifferenceReason,
    Draft,
    DutyNote,
    ExchangeKey,
    FigurePackage,
    Handover,
    HelpEnd,
    IssuedSheet,
    IssuedSummary,
    JoinedPerson,
    KindMember,
    Kinship,
    KnownCentre,
    LawChange,
    MeantText,
    Measure,
    Meeting,
    MeetingCase,
    MeetingKind,
    MeetingPaper,
    Mention,
    MinutesCorrection,
    PairDecision,
    Person,
    PlanMeasure,
    ProblemStep,
    ProposedChange,
    Protocol,
    ProtocolChapter,
    ProtocolPaper,
    ProtocolSignatory,
    ProtocolVersion,
    Provision,
    ProvisionComment,
    ProvisionHolder,
    ProvisionText,
    RaisedProblem,
    Reconciliation,
    Referral,
    ReportText,
    SavedView,
    SealKey,
    SisterFigure,
    StaffMember,
    TheirCount,
    TheirNotice,
    Training,
    TrainingPart,
    WorkingGroup,
    WorkingGroupMember,
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
    "training": N_("Trainings and events"),
    "working_group": N_("Working groups"),
    "law_change": N_("Changes of law"),
    "issued_summary": N_("Issued summaries"),
    "issued_sheet": N_("Issued reconciliation sheets"),
    "meeting": N_("Meetings"),
    "commitment": N_("Commitments"),
    "raised_problem": N_("Problems"),
    "meeting_paper": N_("Papers of meetings"),
    "provision": N_("Provisions of protocols"),
    "protocol_paper": N_("Papers about protocols"),
}
"""What is counted to compare two vaults, by table, with its word."""

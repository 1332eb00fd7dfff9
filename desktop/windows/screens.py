"""Which screens there are: those of the rail in its order and groups, and the pages laid over them."""

from __future__ import annotations

from desktop.windows.assistance import Assistance
from desktop.windows.assistance_amend import AmendAssistancePage
from desktop.windows.assistance_entry import AssistancePage
from desktop.windows.attempt import AttemptPage
from desktop.windows.attempt_amend import AmendAttemptPage
from desktop.windows.bring_in import BringIn
from desktop.windows.calls import Calls
from desktop.windows.care import ConsentPage, PlanPage
from desktop.windows.case_numbers import CaseNumbersPage
from desktop.windows.centre_agency import AgencyPage
from desktop.windows.centre_entry import EntryPage
from desktop.windows.centre_restore import RestorePage
from desktop.windows.centre_screen import CentreScreen
from desktop.windows.centre_sheets import RehearsalPage, SheetsPage
from desktop.windows.centre_worker import PassphrasePage, WorkerPage
from desktop.windows.check_received import CheckReceived
from desktop.windows.commitments import Commitments
from desktop.windows.commitments_form import CommitmentPage
from desktop.windows.contributions import Contributions
from desktop.windows.contributions_form import ContributionPage
from desktop.windows.desk import Screen
from desktop.windows.duplicate import DuplicatePage
from desktop.windows.guide import Guide
from desktop.windows.hand_on import HandOnPage
from desktop.windows.handover import HandoverPage
from desktop.windows.help_end import HelpEndPage
from desktop.windows.law_changes import LawPage, LawScreen
from desktop.windows.measure import MeasurePage
from desktop.windows.meeting_agenda import MeetingAgenda
from desktop.windows.meeting_attendance import MeetingAttendance
from desktop.windows.meeting_board import MeetingBoard
from desktop.windows.meeting_cases import MeetingCasesPage
from desktop.windows.meeting_form import CallOffPage, MeetingPage
from desktop.windows.meeting_kind import MeetingKindPage
from desktop.windows.meeting_kinds import MeetingKinds
from desktop.windows.meeting_minutes import MeetingMinutes
from desktop.windows.meeting_papers import MeetingPapersPage
from desktop.windows.meeting_put_on import PutOnMeeting
from desktop.windows.meeting_view import MeetingView
from desktop.windows.meetings import MeetingsScreen
from desktop.windows.monitoring_page import MonitoringPage
from desktop.windows.notice import Notice
from desktop.windows.outcome import OutcomePage
from desktop.windows.package_write import PackageWritePage
from desktop.windows.packages import PackagesPage
from desktop.windows.people import People
from desktop.windows.person_attempt import PersonAttempt
from desktop.windows.person_forms import (
    PersonAmend,
    PersonConsent,
    PersonEffect,
    PersonNew,
    PersonPlan,
    PersonWithdraw,
)
from desktop.windows.person_join import JoinPage
from desktop.windows.person_link import PersonLink, PersonRelation
from desktop.windows.person_page import PersonPage
from desktop.windows.person_part import PersonPart, PersonSame
from desktop.windows.problems import Problems
from desktop.windows.problems_form import ProblemPage
from desktop.windows.protocol import ProtocolScreen
from desktop.windows.protocol_acts import ActPage, ActsScreen, PointPage
from desktop.windows.protocol_case_form import BreachPage, ByHandPage, DonePage, ImpossiblePage
from desktop.windows.protocol_cases import DutyCasesPage
from desktop.windows.protocol_change_form import ChangePage, CommentPage
from desktop.windows.protocol_change_returned import ReturnedPage
from desktop.windows.protocol_chapters import ChapterPage, ChaptersPage
from desktop.windows.protocol_form import AdoptPage, EndPage, ProtocolPage, ReviewPage, RevisePage
from desktop.windows.protocol_import import ImportPage
from desktop.windows.protocol_monitoring_break import BreakPage
from desktop.windows.protocol_paper import ProtocolPaperPage
from desktop.windows.protocol_provision import ProvisionPage
from desktop.windows.protocol_report import ReportPage
from desktop.windows.protocol_signatory import PartiesPage, PartyPage, WithdrawPage
from desktop.windows.reconcile_agreed import ReconcileAgreed
from desktop.windows.reconcile_columns import ReconcileColumns
from desktop.windows.reconcile_matrix import ReconcileMatrix
from desktop.windows.reconcile_review import ReconcileReview
from desktop.windows.reconcile_sheet import ReconcileSheet
from desktop.windows.reconcile_sister import SisterPage
from desktop.windows.reconciliation import ReconciliationScreen
from desktop.windows.referrals import Referrals
from desktop.windows.safe_contact import SafePage
from desktop.windows.summaries import Summaries
from desktop.windows.today import Today
from desktop.windows.training_page import TrainingPage
from desktop.windows.trainings import TrainingsScreen
from desktop.windows.working_group_page import GroupEndPage, GroupPage
from desktop.windows.working_groups import GroupsScreen
from desktop.windows.year import Year

RAIL: tuple[tuple[type[Screen], ...], ...] = (
    (Today, Referrals, Calls, Assistance, People), (ReconciliationScreen, MeetingsScreen, ProtocolScreen, Summaries),
    (CentreScreen,),
)  # fmt: skip
"""The rail's groups; each screen is made as `Kind(desk)` when it is first wanted."""
PAGES: tuple[type[Screen], ...] = (
    CaseNumbersPage, Commitments, CommitmentPage, Problems, ProblemPage, Contributions, ContributionPage,
    Guide, HandoverPage, HandOnPage, BringIn, CheckReceived, Year, Notice, AttemptPage, AssistancePage, OutcomePage,
    HelpEndPage, DuplicatePage, SafePage, ConsentPage, PlanPage, MeasurePage, AmendAttemptPage, AmendAssistancePage,
    AgencyPage, WorkerPage, PassphrasePage, SheetsPage, RehearsalPage, EntryPage, RestorePage,
    PersonPage, PersonAmend, PersonConsent, PersonWithdraw, PersonPlan, PersonEffect, PersonLink,
    PersonNew, PersonAttempt, PersonRelation, PersonSame, JoinPage, PersonPart,
    TrainingsScreen, TrainingPage, GroupsScreen, GroupPage, GroupEndPage, LawScreen, LawPage,
    MeetingPage, CallOffPage,
    MeetingKinds, MeetingKindPage,
    MeetingAgenda,
    MeetingCasesPage, PutOnMeeting,
    MeetingPapersPage,
    ReportPage,
    ReconcileColumns, ReconcileReview, ReconcileAgreed, ReconcileSheet,
    MeetingBoard,
    ReconcileMatrix, SisterPage, PackagesPage, PackageWritePage,
    MeetingView, MeetingAttendance, MeetingMinutes, MonitoringPage,
    ProtocolPage, RevisePage, AdoptPage, ReviewPage, EndPage, ProvisionPage, ChaptersPage, ChapterPage,
    PartiesPage, PartyPage, WithdrawPage, ProtocolPaperPage, ActsScreen, ActPage, PointPage, ImportPage,
    ChangePage, CommentPage, ReturnedPage,
    BreakPage, DutyCasesPage, ImpossiblePage, DonePage, ByHandPage, BreachPage,
)  # fmt: skip
"""Reached by `desk.go(NAME, about)`; made anew each time, gone when left by `desk.back()`."""

"""The composition root: one open vault, and every log that a window or a command may ask for.

Nothing is decided here. A centre is made once (`new_centre`) and afterwards opened (`open_centre`) each time its vault
was unlocked; whoever needs a log is handed it from the `Centre`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.cooperation.monitoring import Monitoring
from desktop.cooperation.paper_guard import refuse_told
from desktop.cooperation.reports import Reports
from desktop.language import N_, Language
from desktop.meetings.agendas import Agendas
from desktop.meetings.attendances import Attendances
from desktop.meetings.commitments import Commitments
from desktop.meetings.contributions import Contributions
from desktop.meetings.diary import Diary, seed_kinds
from desktop.meetings.meeting_cases import MeetingCases
from desktop.meetings.minuting import Minuting
from desktop.meetings.papers import MeetingPapers
from desktop.meetings.raised_problems import RaisedProblems
from desktop.paper.centre_keys import LONGEST_NAME, CentreKeys, make_centre_keys
from desktop.protocol.acts import Acts
from desktop.protocol.alignments import Alignments
from desktop.protocol.breaches import Breaches
from desktop.protocol.bringing import Bringing
from desktop.protocol.duties import Duties
from desktop.protocol.duties_due import duties_due
from desktop.protocol.papers import ProtocolPapers
from desktop.protocol.protocols import Protocols
from desktop.protocol.provisions import Provisions
from desktop.protocol.review_due import reviews_due
from desktop.protocol.revision import Revision
from desktop.protocol.signatories import Signatories
from desktop.protocol.standing import closed_texts_stand
from desktop.reconciliation.packages import Packages
from desktop.reconciliation.reconciliations import Reconciliations
from desktop.reconciliation.sister_figures import SisterFigures
from desktop.records.assistance_log import AssistanceLog
from desktop.records.care_log import CareLog
from desktop.records.centre_draft import CentreDraft
from desktop.records.centre_log import CentreLog, centre_stays
from desktop.records.centre_profile import CentreProfile, SealKey, StaffMember
from desktop.records.contact_log import ContactLog
from desktop.records.country import country
from desktop.records.directory import AgencyDraft, Directory, add_agency
from desktop.records.drafts import Drafts
from desktop.records.due_log import DueLog
from desktop.records.handover_log import HandoverLog
from desktop.records.help_log import HelpLog
from desktop.records.law_changes import LawChanges
from desktop.records.lists import Lists, seed_lists
from desktop.records.people import People
from desktop.records.referral_log import ReferralLog
from desktop.records.saved_views import SavedViews
from desktop.records.search_everything import Search
from desktop.records.staff import Staff, StaffDraft, new_member
from desktop.records.tables import TABLES
from desktop.records.trainings import Trainings
from desktop.records.typed_check import insist
from desktop.records.typed_text import clean_line
from desktop.records.working_groups import WorkingGroups
from desktop.summaries.press import Press
from desktop.summaries.sheets import Sheets
from desktop.vault.files import Progress, no_progress
from desktop.vault.history import History
from desktop.vault.keys import KeyCost
from desktop.vault.vault import Vault, Worker
from desktop.world import World

KEPT = TABLES
"""What a vault keeps; named here so that every table is known before a vault is made or unlocked."""


@dataclass(frozen=True)
class Centre:
    """An unlocked vault and its logs."""

    vault: Vault
    world: World
    """Seen from the centre's own time zone."""
    history: History
    referrals: ReferralLog
    contacts: ContactLog
    people: People
    search: Search
    assistance: AssistanceLog
    care: CareLog
    help: HelpLog
    due: DueLog
    handovers: HandoverLog
    directory: Directory
    lists: Lists
    profile_log: CentreLog
    staff: Staff
    drafts: Drafts
    views: SavedViews
    reconciliations: Reconciliations
    sisters: SisterFigures
    packages: Packages
    trainings: Trainings
    groups: WorkingGroups
    law_changes: LawChanges
    diary: Diary
    attendances: Attendances
    agendas: Agendas
    commitments: Commitments
    raised_problems: RaisedProblems
    contributions: Contributions
    meeting_cases: MeetingCases
    minuting: Minuting
    meeting_papers: MeetingPapers
    protocols: Protocols
    provisions: Provisions
    signatories: Signatories
    acts: Acts
    bringing: Bringing
    alignments: Alignments
    duties: Duties
    breaches: Breaches
    monitoring: Monitoring
    reports: Reports
    revision: Revision
    protocol_papers: ProtocolPapers
    press: Press
    sheets: Sheets

    @property
    def worker(self) -> Worker:
        """Who unlocked it."""
        return self.vault.worker


def open_centre(vault: Vault, world: World) -> Centre:
    """The logs of a vault that was just unlocked."""
    with vault.look() as session:
        zone = session.scalars(select(CentreProfile.zone)).one()
    world = world.in_zone(zone) if zone else world
    return Centre(
        vault=vault,
        world=world,
        history=History(vault, (centre_stays, closed_texts_stand)),
        referrals=ReferralLog(vault, world),
        contacts=ContactLog(vault, world),
        people=People(vault, world),
        search=Search(vault, world),
        assistance=AssistanceLog(vault, world),
        care=CareLog(vault, world),
        help=HelpLog(vault, world),
        due=DueLog(vault, world, (duties_due, reviews_due)),
        handovers=HandoverLog(vault, world),
        directory=Directory(vault, world),
        lists=Lists(vault, world),
        profile_log=CentreLog(vault, world),
        staff=Staff(vault, world),
        drafts=Drafts(vault, world),
        views=SavedViews(vault, world),
        reconciliations=Reconciliations(vault, world),
        sisters=SisterFigures(vault, world),
        packages=Packages(vault, world),
        trainings=Trainings(vault, world),
        groups=WorkingGroups(vault, world),
        law_changes=LawChanges(vault, world),
        diary=Diary(vault, world),
        attendances=Attendances(vault, world),
        agendas=Agendas(vault, world),
        commitments=Commitments(vault, world),
        raised_problems=RaisedProblems(vault, world),
        contributions=Contributions(vault, world),
        meeting_cases=MeetingCases(vault, world),
        minuting=Minuting(vault, world),
        meeting_papers=MeetingPapers(vault, world),
        protocols=Protocols(vault, world),
        provisions=Provisions(vault, world),
        signatories=Signatories(vault, world),
        acts=Acts(vault, world),
        bringing=Bringing(vault, world),
        alignments=Alignments(vault, world),
        duties=Duties(vault, world),
        breaches=Breaches(vault, world),
        monitoring=Monitoring(vault, world),
        reports=Reports(vault, world),
        revision=Revision(vault, world, refuse_told),
        protocol_papers=ProtocolPapers(vault, world, refuse_told),
        press=Press(vault, world),
        sheets=Sheets(vault, world),
    )


def recover_centre(
    folder: Path, first: str, second: str, *, new_passphrase: str, worker_name: str, world: World,
    progress: Progress = no_progress,
) -> Centre:  # fmt: skip
    """Open a centre's vault with two sheets; whoever comes in under a new name is written down among the staff."""

    def write_down(session: Session, worker: Worker) -> None:
        if session.get(StaffMember, worker.id) is None:
            session.add(new_member(worker, "", world.today()))

    vault = Vault.recover(
        folder, first, second, new_passphrase=new_passphrase, worker_name=clean_line(worker_name), world=world,
        progress=progress, along=write_down,
    )  # fmt: skip
    return open_centre(vault, world)


def new_centre(
    folder: Path,
    draft: CentreDraft,
    *,
    worker_name: str,
    passphrase: str,
    world: World,
    job_title: str = "",
    cost: KeyCost | None = None,
    keys: CentreKeys | None = None,
    progress: Progress = no_progress,
) -> Centre:
    """Make a vault in a folder that does not exist yet and everything a centre begins with, then open it.

    The first worker is its director. `keys` are those the centre seals with if it has some already. Nothing is made
    while something typed is wrong (`Invalid`).
    """
    cost = cost or KeyCost.real()
    draft = draft.completed()
    draft = replace(draft, is_practice=draft.is_practice or not cost.is_real)
    first = StaffDraft(worker_name, "director", job_title, passphrase).cleaned()
    insist([*draft.check(), *first.check()])
    keys = keys or make_centre_keys(_name_for_seal(draft), world)
    vault = Vault.create(
        folder, worker_name=first.name, passphrase=passphrase, world=world, cost=cost, practice=draft.is_practice,
        progress=progress,
    )  # fmt: skip
    with vault.change(N_("Centre set up: {name}"), vault.worker, name=draft.name) as session:
        _write_beginnings(session, draft, keys, world)
        today = world.in_zone(draft.zone).today() if draft.zone else world.today()
        session.add(new_member(vault.worker, first.job_title, today))
    return open_centre(vault, world)


def _write_beginnings(session: Session, draft: CentreDraft, keys: CentreKeys, world: World) -> None:
    """The centre's profile, its seal, the country's lists, and the sender of those who come in person."""
    profile = CentreProfile(id=world.new_id())
    draft.write_to(profile)
    session.add(profile)
    session.add(
        SealKey(
            id=world.new_id(), root_certificate=keys.root, root_key=keys.root_key,
            leaf_certificate=keys.certificate, leaf_key=keys.key, made_at=world.now(),
        )
    )  # fmt: skip
    seed_lists(session, country(draft.country).lists, world)
    seed_kinds(session, draft.country, world)
    came_in_person = Language(draft.language).say(N_("Came in person"))
    add_agency(session, AgencyDraft(name=came_in_person, kind="self"), world)


def _name_for_seal(draft: CentreDraft) -> str:
    """A certificate bears at most 64 signs of name."""
    return draft.name if len(draft.name) <= LONGEST_NAME else (draft.short_name or draft.name)[:LONGEST_NAME]

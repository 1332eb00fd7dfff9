"""A meeting's agenda composed and a pack of sixty pages drawn and sealed, against reportlab and pyHanko alone."""

from __future__ import annotations

import shutil
import tempfile
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from bench.papers import alone, words_of
from bench.timing import Line, Time, medians, shown
from desktop.centre import Centre, open_centre
from desktop.demo.passphrase import PASSPHRASE
from desktop.meetings.commitments import CommitmentDraft
from desktop.meetings.contributions import ContributionDraft
from desktop.meetings.kinds import KindDraft
from desktop.meetings.meeting_draft import MeetingDraft
from desktop.meetings.paper_content import Pack
from desktop.meetings.paper_drawing import drawn
from desktop.meetings.raised_problems import ProblemDraft
from desktop.paper.centre_keys import make_centre_keys
from desktop.paper.seal import sign
from desktop.records.directory import AgencyDraft
from desktop.records.meeting import PARTS
from desktop.vault.vault import Vault
from desktop.world import World

INSTITUTIONS, OPEN_ITEMS = 12, 60
FULL = "Rizikos vertinimas ir saugumo planas, kurį institucijos parengia kartu iki kito pasitarimo. " * 3
CASES = 100
"""So many cases, each with as many words as there is room for, fill sixty pages."""


def measured(path: Path, rounds: int) -> tuple[list[Line], list[str]]:
    """Both on a copy of the vault, into which the meeting is written."""
    world = World.real()
    keys = make_centre_keys("Pajūrio krizių centras", world)
    with tempfile.TemporaryDirectory(prefix="liepa-bench-") as temporary:
        copy = Path(shutil.copytree(path, Path(temporary) / "meeting.liepa", ignore=shutil.ignore_patterns("owner")))
        vault = Vault.unlock(copy, Vault.workers(copy)[0].id, PASSPHRASE, world=world)
        try:
            centre = open_centre(vault, world)
            meeting, receiver = _prepared(centre)
            papers = centre.meeting_papers
            pack = papers.prepare(meeting, "pack", receiver)
            assert isinstance(pack, Pack)
            pages = words_of(drawn(pack).pdf)
            times = medians(
                {
                    "agenda": lambda: centre.agendas.compose(meeting),
                    "gathered": lambda: papers.prepare(meeting, "pack", receiver),
                    "ours": lambda: sign(drawn(pack).pdf, keys, world.now()),
                    "alone": lambda: alone(pages, keys),
                },
                rounds,
            )
        finally:
            vault.lock()
    line = Line(
        f"pack drawn, sealed, checked, {len(pages)} pages", times["ours"], "reportlab and pyHanko alone",
        times["alone"], 1.4,
    )  # fmt: skip
    return [line], [
        f"Agenda of {INSTITUTIONS} institutions and {OPEN_ITEMS} open items composed: {_told(times['agenda'])}; "
        "aim 300 ms.",
        f"A pack of {len(pages)} pages gathered, every text looked through for names: {_told(times['gathered'])}; "
        f"drawn, sealed and checked: {_told(times['ours'])}; aim 6 s in all.",
    ]


def _told(time: Time) -> str:
    return f"{shown(time.clock)}, of the processor {shown(time.processor)}"


def _prepared(centre: Centre) -> tuple[UUID, UUID]:
    """A meeting of twelve institutions with sixty open items and its lists of cases; and who gets the pack."""
    by, today = centre.worker, centre.world.today()
    members = [
        centre.directory.enter(AgencyDraft(name=f"Institucija {n}", short_name=f"Inst. {n}", kind="police"), by).id
        for n in range(INSTITUTIONS)
    ]
    kind = centre.diary.lay_down(
        KindDraft(name="Matuojamas pasitarimas", parts=tuple(each for each in PARTS if each != "own"), cases="law",
                  permanent=tuple(members)), by,
    )  # fmt: skip
    meeting = centre.diary.plan(MeetingDraft(kind.id, today + timedelta(days=5)), by)
    for n in range(OPEN_ITEMS // 2):
        agency = members[n % INSTITUTIONS]
        centre.commitments.promise(CommitmentDraft(f"Įsipareigojimas {n}", agency, today - timedelta(days=n)), by)
        centre.raised_problems.put(ProblemDraft(f"Faktas {n}. {FULL}", "Poveikis", "Pageidavimas", agency, today), by)
    for agency in members:
        centre.contributions.note(ContributionDraft("achievement", agency, FULL, meeting_id=meeting.id), by)
    notices = list(centre.referrals.ids())[:CASES]
    for listed, begin in (("new", 0), ("current", 1), ("speed_up", 2)):
        centre.meeting_cases.put(meeting.id, notices[begin::3], listed, by, asked=FULL)
    return meeting.id, members[0]

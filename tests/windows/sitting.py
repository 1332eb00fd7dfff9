"""A meeting for the tests of its windows: three institutions, a commitment carried over, a problem, a case by law."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import Any
from uuid import UUID

from desktop.centre import Centre
from desktop.meetings.commitments import CommitmentDraft
from desktop.meetings.contributions import ContributionDraft
from desktop.meetings.meeting_draft import MeetingDraft
from desktop.meetings.raised_problems import ProblemDraft
from desktop.records.meeting import Meeting
from desktop.windows.main import Main
from tests.builders import a_mention, a_referral, an_agency
from tests.windows.conftest import fill
from tests.windows.looking import settle


def a_sitting(centre: Centre) -> Meeting:
    """A meeting of this morning, with something under most of its items."""
    by, enter = centre.worker, centre.directory.enter
    police = enter(an_agency(name="Palangos policijos komisariatas", representative="Andrius Kalvaitis"), by)
    court = enter(an_agency(name="Klaipėdos apylinkės teismas", short_name="KAT", kind="court"), by)
    kind = next(each for each in centre.diary.kinds() if each.code == "county")
    draft = centre.diary.kind_draft(kind.id)
    parts = (*draft.parts[:-1], "cases", "next")
    centre.diary.lay_down(replace(draft, permanent=(police.id, court.id), parts=parts, cases="law"), by, kind.id)
    centre.commitments.promise(CommitmentDraft("Budėtojo adresas", police.id, date(2026, 11, 20)), by)
    centre.commitments.promise(CommitmentDraft("Orderio kopija", court.id, date(2026, 11, 12)), by)
    centre.contributions.note(ContributionDraft("achievement", police.id, "Visi pranešimai tą pačią dieną"), by)
    problem = ProblemDraft("Pranešimas ateina po dviejų dienų", "Žodis vėluoja", "Sąrašas per naktį", police.id)
    centre.raised_problems.put(replace(problem, since=date(2026, 9, 1)), by)
    meeting = centre.diary.plan(MeetingDraft(kind.id, date(2026, 11, 26), time(10, 0), "Kretinga"), by)
    notice = centre.referrals.enter(a_referral(police.id, mentions=(a_mention(),)), by)
    centre.meeting_cases.put(meeting.id, (notice.id,), "new", by, asked="Skubus pokalbis")
    return meeting


def meetings_too(centre: Centre) -> None:
    """A busy centre with a meeting that was held, and one that is prepared."""
    fill(centre)
    a_sitting(centre)
    kind, by = next(each for each in centre.diary.kinds() if each.code == "county"), centre.worker
    held = centre.diary.plan(MeetingDraft(kind.id, date(2026, 10, 29), time(10, 0), "Kretinga"), by)
    item_id = item_of(centre, held, "problems")
    centre.minuting.write(item_id, "Kalbėta apie sąrašą per naktį.", by)
    centre.minuting.decide(item_id, "Sąrašas siunčiamas ir savaitgaliais", by)
    centre.attendances.all_came(held.id, by)
    centre.minuting.end(held.id, by)
    centre.minuting.write(item_id, "Kalbėta ilgai apie sąrašą per naktį.", by)


def item_of(centre: Centre, meeting: Meeting, part: str) -> UUID:
    """The item of that part."""
    return next(item.id for item in centre.agendas.items(meeting.id) if item.part == part)


def heard(centre: Centre, meeting: Meeting, part: str) -> str:
    """What is written down under the item of that part."""
    return next(item.heard for item in centre.agendas.items(meeting.id) if item.part == part)


def at(frame: Main, part: str) -> Any:
    """The screen, with the item of that part on show."""
    view: Any = frame.top
    view.go_to(item_of(frame.desk.centre, view.sitting.meeting, part))
    settle()
    return view

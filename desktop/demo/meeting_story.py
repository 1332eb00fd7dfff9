"""The meetings of an invented centre: six that were, with what was promised at them, and the next one prepared.

Told through the very logs that the windows use, when all else is told; each in the country's own manner.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import select

from desktop.centre import Centre
from desktop.demo.reconciling import plain
from desktop.meetings.attendances import AttendanceDraft
from desktop.meetings.commitments import CommitmentDraft, Commitments
from desktop.meetings.contributions import ContributionDraft
from desktop.meetings.dates import next_day
from desktop.meetings.meeting_draft import MeetingDraft
from desktop.meetings.raised_problems import ProblemDraft
from desktop.places import res
from desktop.records.directory import AgencyDraft
from desktop.records.meeting import Meeting
from desktop.records.referral import Referral

FOLDER = "meeting"
OWN = "us"
LANGUAGES = {"LT": ("lt",), "RS": ("sr_Cyrl", "sr_Latn")}
"""In which languages agenda and minutes are written."""
MOST_CASES = 3
"""New cases put on a meeting that speaks of them."""


class MeetingStory:
    """The meetings of one invented centre."""

    def __init__(self, centre: Centre, country: str, today: date) -> None:
        path = res("resources", "demo", f"meetings-{country.lower()}.toml")
        self.lines: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
        self.centre, self.today, self.by = centre, today, centre.worker
        self.named = {agency.known_as: agency.id for agency in centre.directory.agencies()}
        self.problems: list[UUID] = []

    def lay_down(self) -> UUID:
        """Who speaks for each institution, and the kind of meeting with its members; returns the kind."""
        self._people()
        kind = next(each for each in self.centre.diary.kinds() if each.code == self.lines["kind"])
        draft = self.centre.diary.kind_draft(kind.id)
        permanent, occasional = (
            tuple(self.named[each] for each in self.lines[name]) for name in ("permanent", "occasional")
        )
        laid = replace(draft, place=self.lines["place"], permanent=permanent, occasional=occasional)
        return self.centre.diary.lay_down(laid, self.by, kind.id).id

    def tell(self) -> Meeting:
        """The six and the next one, of the kind that was laid down; returns the next one."""
        kind_id = next(each.id for each in self.centre.diary.kinds() if each.code == self.lines["kind"])
        days = self.days(kind_id)[-1 - len(self.lines["meeting"]) :]
        for told, day in zip(self.lines["meeting"], days, strict=False):
            self._held(kind_id, told, day)
        return self._next(kind_id, days[-1])

    def _people(self) -> None:
        for name, (representative, deputy) in self.lines["people"].items():
            known = AgencyDraft.of(self.centre.directory.agency(self.named[name]))
            told = replace(known, representative=representative, deputy=deputy)
            self.centre.directory.amend(self.named[name], told, self.by)

    def days(self, kind_id: UUID) -> list[date]:
        """Of those of the last year, one after the other up to today, and of the next."""
        kind, calendar = self.centre.diary.kind(kind_id), self.centre.lists.calendar()
        days, day = [], self.today - timedelta(days=365)
        while day <= self.today:
            following = next_day(kind, day, calendar)
            assert following is not None
            days.append(following)
            day = following
        return days

    def _held(self, kind_id: UUID, told: dict[str, Any], day: date) -> None:
        centre, by = self.centre, self.by
        director = centre.profile_log.profile().approved_by
        draft = MeetingDraft(kind_id, day, chair=director, minute_taker=centre.worker.name)
        meeting = centre.diary.plan(draft, by)
        items = {each.part: each.id for each in centre.agendas.items(meeting.id)}
        self._contribute(told["well"], "achievement", meeting.id, day)
        for whose, fact, effect, wish in told["problem"]:
            raised = ProblemDraft(fact, effect, wish, self.whose(whose), day - timedelta(days=3))
            self.problems.append(centre.raised_problems.put(raised, by).id)
        self._cases(meeting)
        for part, text in told["heard"].items():
            centre.minuting.write(items[part], text, by, seconds=600, done=True)
        for part, text in told["decided"].items():
            centre.minuting.decide(items[part], text, by)
        for whose, what, due, settled, why in told["promise"]:
            self._promise(meeting, items["problems"], (whose, what, due, settled, why))
        self._attended(meeting)
        centre.minuting.end(meeting.id, by, at=time(11, 30))
        centre.minuting.agree(meeting.id, by, on=min(day + timedelta(days=4), self.today))
        for place in told.get("solved", ()):
            centre.raised_problems.solve(self.problems[place - 1], told["decided"]["problems"], by, on=day)

    def _promise(self, meeting: Meeting, item_id: UUID, told: tuple[str, str, int, int, str]) -> None:
        """What was promised, and what became of it: done after so many days, or with a minus impossible."""
        whose, what, due, settled, why = told
        draft = CommitmentDraft(
            what, self.whose(whose), meeting.on_day + timedelta(days=due), meeting_id=meeting.id, item_id=item_id
        )
        made = self.centre.commitments.promise(draft, self.by)
        on = meeting.on_day + timedelta(days=abs(settled))
        noted = self.centre.world.moment(datetime.combine(on, time(12)))
        that_day = Commitments(self.centre.vault, self.centre.world._replace(now=lambda: noted))
        if settled > 0 and on <= self.today:
            that_day.done(made.id, self.by, on=on, evidence=why)
        elif settled < 0 and on <= self.today:
            that_day.impossible(made.id, why, self.by, on=on)

    def _attended(self, meeting: Meeting) -> None:
        """Everybody came but the last, who excused herself."""
        rows = self.centre.attendances.of(meeting.id)
        for row in rows:
            away = row is rows[-1]
            draft = replace(
                AttendanceDraft.of(row.attendance), presence="excused" if away else "present",
                sent_information=away, confidential=not away, signs=row.attendance.signs and not away,
            )  # fmt: skip
            self.centre.attendances.amend(row.attendance.id, draft, self.by)

    def _next(self, kind_id: UUID, day: date) -> Meeting:
        """The next one: planned, most have told something, answers come in; two things are still missing."""
        centre = self.centre
        director = centre.profile_log.profile().approved_by
        meeting = centre.diary.plan(MeetingDraft(kind_id, day, chair=director, minute_taker=self.by.name), self.by)
        self._contribute(self.lines["next"]["well"], "achievement", None, None)
        self._contribute(self.lines["next"]["offer"], "offer", None, None)
        self._cases(meeting)
        answers = ("comes", "comes", "deputy", "comes", "", "excused")
        for place, row in enumerate(centre.attendances.of(meeting.id)):
            draft = AttendanceDraft.of(row.attendance)
            answer = "comes" if row.agency is None else answers[place % len(answers)]
            centre.attendances.amend(row.attendance.id, replace(draft, answer=answer, invited_on=self.today), self.by)
        return meeting

    def _cases(self, meeting: Meeting) -> None:
        """A few cases of high risk on a meeting that speaks of them; one of them is to go faster."""
        if not self.lines["cases"]:
            return
        found = self.centre.meeting_cases.proposed(meeting.id)
        found["new"] += self._grave(meeting, {each.id for several in found.values() for each in several})
        for listed, several in found.items():
            self.centre.meeting_cases.put(meeting.id, [each.id for each in several[:MOST_CASES]], listed, self.by)
        rows = self.centre.meeting_cases.of(meeting.id)
        for place, row in enumerate(rows):
            again = place == 0
            self.centre.meeting_cases.note(
                row.case.id, self.by, asked=self.lines["asks"] if again else "", agreed="", again=again
            )
        if len(rows) > 1:
            self.centre.meeting_cases.put(meeting.id, [rows[-1].referral.id], "speed_up", self.by, self.lines["asks"])

    def _grave(self, meeting: Meeting, taken: set[UUID]) -> list[Referral]:
        """The latest notices before a meeting that came with an assessment of risk."""
        until = datetime.combine(meeting.on_day, meeting.begins)
        there = {row.referral.id for row in self.centre.meeting_cases.of(meeting.id)}
        wanted = select(Referral).where(Referral.risk_level != "", Referral.received_at < until)
        with self.centre.vault.look() as session:
            latest = session.scalars(wanted.order_by(Referral.received_at.desc(), Referral.id).limit(MOST_CASES))
            return [each for each in latest if each.id not in taken | there]

    def _contribute(self, told: list[list[str]], kind: str, meeting_id: UUID | None, since: date | None) -> None:
        for whose, what in told:
            draft = ContributionDraft(kind, self.whose(whose), what, since, meeting_id)
            self.centre.contributions.note(draft, self.by)

    def whose(self, name: str) -> UUID | None:
        """An institution by its short name; None is our own centre."""
        return None if name == OWN else self.named[name]


def hold_meetings(story: MeetingStory, country: str, folder: Path, tell: Callable[[str], None]) -> None:
    """Tell the last meetings, and write the papers of the next one and the minutes of the last."""
    coming, centre = story.tell(), story.centre
    papers, by, target = centre.meeting_papers, centre.worker, folder / FOLDER
    target.mkdir(exist_ok=True)
    last = next(row.meeting for row in centre.diary.rows() if row.meeting.agreed)
    for locale in LANGUAGES.get(country, ("lt",)):
        agenda = f"agenda-{coming.number}-{locale}"
        papers.write(papers.make(coming.id, "agenda", by, language=locale).id, target / f"{agenda}.pdf")
        papers.write_letter(papers.prepare(coming.id, "agenda", language=locale), target / f"{agenda}.docx")
        minutes = papers.make(last.id, "minutes", by, language=locale)
        papers.write(minutes.id, target / f"minutes-{last.number}-{locale}.pdf")
    receivers = papers.receivers(coming.id)
    for receiver in (receivers[0], receivers[-1]):
        pack = papers.make(coming.id, "pack", by, receiver_id=receiver.id)
        papers.write(pack.id, target / f"pack-{plain(receiver)}.pdf")
    asked = papers.make(coming.id, "invitation", by, receiver_id=receivers[0].id)
    papers.write(asked.id, target / f"invitation-{plain(receivers[0])}.pdf")
    papers.write_event(coming.id, receivers[0].id, target / f"invitation-{plain(receivers[0])}.ics")
    tell(f"{FOLDER}/: {coming.number}, {datetime.combine(coming.on_day, coming.begins):%Y-%m-%d %H:%M}")

"""The meetings of an invented centre from its first weeks on: who came, what was promised, which problems were solved.

They are told before the notices, each thing on its own day, so that the numbers over time have their two years.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import partial
from random import Random
from uuid import UUID

from desktop.demo.meeting_story import MeetingStory
from desktop.meetings.attendances import AttendanceDraft, AttendanceRow
from desktop.meetings.commitments import CommitmentDraft
from desktop.meetings.dates import next_day
from desktop.meetings.meeting_draft import MeetingDraft
from desktop.meetings.raised_problems import ProblemDraft
from desktop.records.meeting import Meeting

BEGINS = timedelta(days=714)
"""So long before the last day the first meeting is looked for."""
BEFORE = timedelta(days=3)
"""So long before a meeting a problem is met."""
PLANNED = timedelta(days=10)
"""So long before its day a meeting is planned."""
MOST_LATE = 0.4
"""How often something is kept late at first; it becomes rarer, as does that somebody does not come."""


class EarlierMeetings:
    """All meetings of one story before those told at length; `move` moves its clock on."""

    def __init__(self, story: MeetingStory, chance: Random, move: Callable[[datetime], None]) -> None:
        self.story, self.chance, self.move = story, chance, move
        self.centre, self.by, self.lines = story.centre, story.by, story.lines["earlier"]
        self.coming: list[tuple[datetime, int, Callable[[], object]]] = []
        self.counted = 0

    def hold(self) -> None:
        """Live them, with all they bring about, in the order of time."""
        kind_id = self.story.lay_down()
        days = self._days(kind_id)
        promises = self._promises(len(days))
        for place, day in enumerate(days):
            apt = MOST_LATE * (1 - place / len(days))
            self._at(day - PLANNED, 9, partial(self._plan, kind_id, day, apt, promises[place]))
        several = self.lines["problem"]
        for number, told in enumerate(several):
            self._at(days[number * len(days) // (len(several) + 1)] - BEFORE, 8, partial(self._raise, told))
        while self.coming:
            at, _counted, happens = heapq.heappop(self.coming)
            self.move(at)
            happens()

    def _at(self, day: date, hour: int, happens: Callable[[], object]) -> None:
        self.counted += 1
        heapq.heappush(self.coming, (datetime.combine(day, time(hour)), self.counted, happens))

    def _days(self, kind_id: UUID) -> list[date]:
        """One after the other, up to those told at length."""
        kind, calendar = self.centre.diary.kind(kind_id), self.centre.lists.calendar()
        told = self.story.days(kind_id)
        before, day = list[date](), self.story.today - BEGINS
        while (following := next_day(kind, day, calendar)) and following < told[0]:
            before.append(following)
            day = following
        return before + told[: -1 - len(self.story.lines["meeting"])]

    def _promises(self, count: int) -> list[list[list[str]]]:
        """What is promised at each: some things come again and again, the others are spread over the time."""
        steady, every, once = self.lines["steady"], self.lines["steady_every"], self.lines["once"]
        made = [[steady[place // every % len(steady)]] if place % every == 0 else [] for place in range(count)]
        for number, told in enumerate(once):
            made[min(number * count // len(once) + every - 1, count - 1)].append(told)
        return made

    def _plan(self, kind_id: UUID, day: date, apt: float, promises: list[list[str]]) -> None:
        director = self.centre.profile_log.profile().approved_by
        meeting = self.centre.diary.plan(MeetingDraft(kind_id, day, chair=director, minute_taker=self.by.name), self.by)
        self._at(day, 11, partial(self._held, meeting, apt, promises))

    def _held(self, meeting: Meeting, apt: float, promises: list[list[str]]) -> None:
        item = next(each for each in self.centre.agendas.items(meeting.id) if each.part == "problems")
        for told in promises:
            self._promise(meeting, item.id, told, apt)
        for row in self.centre.attendances.of(meeting.id):
            self._came(row, apt)
        self.centre.attendances.confide(meeting.id, self.by)
        self.centre.minuting.end(meeting.id, self.by, at=time(11, 30))
        agreed = meeting.on_day + timedelta(days=4)
        self._at(agreed, 9, partial(self.centre.minuting.agree, meeting.id, self.by, on=agreed))

    def _came(self, row: AttendanceRow, apt: float) -> None:
        """Our own always came; of the others each now and then sent a deputy or excused herself."""
        draft, chance, rare = AttendanceDraft.of(row.attendance), self.chance.random(), apt / 2 + 0.05
        deputy = row.agency.deputy if row.agency else ""
        if row.agency and chance < rare:
            draft = replace(draft, presence="excused", sent_information=chance < rare / 2, signs=False)
        elif deputy and chance > 1 - rare:
            draft = replace(draft, presence="deputy", name=deputy)
        else:
            draft = replace(draft, presence="present")
        self.centre.attendances.amend(row.attendance.id, draft, self.by)

    def _promise(self, meeting: Meeting, item_id: UUID, told: list[str], apt: float) -> None:
        """Kept some days before it is due, or some days late."""
        whose, what, evidence = told
        calendar, chance = self.centre.commitments.calendar(), self.chance
        due = calendar.later(meeting.on_day + timedelta(days=chance.randrange(9, 15)), 0)
        draft = CommitmentDraft(what, self.story.whose(whose), due, meeting_id=meeting.id, item_id=item_id)
        made = self.centre.commitments.promise(draft, self.by)
        days = chance.randrange(2, 9) if chance.random() < apt else -chance.randrange(4)
        kept = calendar.earlier(due + timedelta(days=days), 0)
        self._at(kept, 15, partial(self.centre.commitments.done, made.id, self.by, on=kept, evidence=evidence))

    def _raise(self, told: tuple[str, str, str, str, str, int]) -> None:
        whose, fact, effect, wish, solution, days = told
        since = self.centre.world.today()
        problem = self.centre.raised_problems.put(
            ProblemDraft(fact, effect, wish, self.story.whose(whose), since), self.by
        )
        day = self.centre.commitments.calendar().later(since + timedelta(days=days), 0)
        self._at(day, 14, partial(self.centre.raised_problems.solve, problem.id, solution, self.by, on=day))

"""Telling an invented story into a real vault, through the very logs that the windows and the command line use.

The last weeks are told verb by verb with the clock moved along, so that history and time lines look as they do at a
centre. What lies before is brought in many at once, and never held in memory, so that a million notices take minutes
and not days. The same seed and the same last day make the same records, identifiers included.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import date, datetime, time, timedelta
from functools import partial
from itertools import islice
from pathlib import Path
from uuid import UUID

from desktop.centre import Centre, new_centre
from desktop.demo.clock import Clock, identifier
from desktop.demo.endings import Endings, Happening
from desktop.demo.invented import Call, Help, Notice, Someone
from desktop.demo.story import ENDS, Story
from desktop.paper.centre_keys import CentreKeys
from desktop.records.agency import Agency
from desktop.records.assistance_log import AssistanceDraft
from desktop.records.care_log import ConsentDraft, PlanDraft
from desktop.records.centre_draft import CentreDraft
from desktop.records.contact_draft import AttemptDraft, OutcomeDraft, SafeContactDraft
from desktop.records.country import COUNTRIES
from desktop.records.directory import AgencyDraft
from desktop.records.entering import ReferralCourse
from desktop.records.referral import Referral
from desktop.records.referral_draft import MeasureDraft, MentionDraft, ReferralDraft
from desktop.records.staff import StaffDraft
from desktop.vault.keys import KeyCost
from desktop.vault.vault import Worker
from desktop.world import World, dice

RECENT = 45
"""Days told verb by verb."""
AT_MOST_RECENT = 400
"""Notices told verb by verb at most."""
AT_ONCE = 20_000
"""Notices brought in by one change."""
DAYS = 731
"""Days before the last one on which the centre was set up."""

Progress = Callable[[int, int], None]
Given = tuple[Help, UUID, UUID]
"""Help, the notice it belongs to, and the person."""


def _onwards(progress: Progress, begun: int, count: int, done: int) -> None:
    progress(begun + done, count)


class Telling:
    """One story, told into one vault."""

    def __init__(
        self, folder: Path, *, country: str, seed: int, today: date, words: str, cost: KeyCost,
        keys: CentreKeys | None = None,
    ) -> None:  # fmt: skip
        real = World.real().in_zone(COUNTRIES[country].zone)
        self.begins = real.moment(datetime.combine(today - timedelta(days=DAYS), time(8, 0)))
        self.clock = Clock(self.begins)
        self.world = real._replace(now=self.clock, new_id=self.clock.new_id)
        self.today = today
        self.story = Story(country, dice(seed))
        self.centre = self._found(folder, country, words, cost, keys)
        self.agencies: list[Agency] = []
        self.units: dict[tuple[int, str], UUID] = {}
        self.workers: list[Worker] = []
        self._furnish(words)
        self._endings = Endings(self.centre.help, self.workers)

    def _found(self, folder: Path, country: str, words: str, cost: KeyCost, keys: CentreKeys | None) -> Centre:
        told = self.story.lines["centre"]
        director, title = told["director"]
        preparer, preparer_title = told["preparer"]
        draft = CentreDraft(
            name=told["name"],
            short_name=told["short_name"],
            legal_code=told["legal_code"],
            address=told["address"],
            phone=told["phone"],
            email=told["email"],
            town=told["town"],
            country=country,
            language=self.story.lines["language"],
            municipalities=tuple(told["municipalities"]),
            prepared_by=preparer,
            prepared_by_title=preparer_title,
            approved_by=director,
            approved_by_title=title,
            receiver=told["receiver"],
            is_practice=True,
        )
        return new_centre(
            folder,
            draft,
            worker_name=director,
            job_title=title,
            passphrase=words,
            world=self.world,
            cost=cost,
            keys=keys,
        )

    def _furnish(self, words: str) -> None:
        centre, by = self.centre, self.centre.vault.worker
        for name, role, title, _profession in self.story.lines["centre"]["workers"]:
            member = centre.staff.add(StaffDraft(name, role, title, words), by)
            self.workers.append(Worker(member.id, member.name, member.role))
        for place, told in enumerate(self.story.agencies):
            draft = AgencyDraft(kind=told["kind"], name=told["name"], short_name=told["short"])
            agency = centre.directory.enter(draft, by)
            self.agencies.append(agency)
            for unit in told.get("units", ()):
                part = AgencyDraft(kind=told["kind"], name=unit, parent_id=agency.id)
                self.units[place, unit] = centre.directory.enter(part, by).id

    def tell(self, count: int, progress: Progress) -> None:
        """Tell so many notices, with everything that came of them; stopped in between, it ends with what is told."""
        moments = self.story.moments(count, self.today)
        since = datetime.combine(self.today - timedelta(days=RECENT), time())
        recent = min(sum(at >= since for at in moments), AT_MOST_RECENT)
        coming, still = self.story.notices(moments, self.today), list[Given]()
        left = count - recent
        while some := list(islice(coming, min(left, AT_ONCE))):
            begun = count - recent - left
            still = self._tell_at_once(some, still, partial(_onwards, progress, begun, count))
            left -= len(some)
        self._tell_day_by_day(list(coming), still, lambda done: progress(count - recent + done, count))
        self.move(datetime.combine(self.today, ENDS))
        progress(count, count)

    def move(self, desk: datetime) -> None:
        """Go on to a moment, where it lies ahead."""
        self.clock.move(self.world.moment(desk))

    def _tell_at_once(self, notices: list[Notice], still: list[Given], progress: Callable[[int], None]) -> list[Given]:
        """Bring in many notices and the help given until the last of them; returns the help that comes later."""
        self.move(datetime.combine(notices[-1].at.date(), time(23)))
        courses = (self._course(notice) for notice in notices)
        # Two thirds of the time go into the notices, one into the help.
        ids = self.centre.referrals.enter_all(courses, self.centre.worker, lambda done, _of: progress(done * 2 // 3))
        given = still + [
            (help_, ids[place], self._person(notice.person))
            for place, notice in enumerate(notices)
            for help_ in notice.help
        ]
        today = self.world.today()
        for place, worker in enumerate(self.workers):
            hers = [self._help(*row) for row in given if row[0].on_day <= today and row[0].worker == place]
            if hers:
                self.centre.assistance.give_all(hers, worker)
        self._endings.bring_in(notices, ids, today)
        progress(len(notices))
        return [row for row in given if row[0].on_day > today]

    def _course(self, notice: Notice) -> ReferralCourse:
        return ReferralCourse(
            draft=self._draft(notice),
            attempts=tuple(self._attempt(call) for call in notice.calls),
            outcome=self._outcome(notice) if notice.outcome != "pending" else None,
            safe_contact=self._safe(notice),
            worker=self.workers[notice.worker],
        )

    def _person(self, someone: Someone, place: int = 0) -> UUID:
        """The identifier of somebody of the story in the vault; of him who poses the risk (1), a child (2 and on)."""
        return identifier(self.begins, 1 << 60 | someone.number << 4 | place)

    def _tell_day_by_day(self, notices: list[Notice], still: list[Given], progress: Callable[[int], None]) -> None:
        """Live the last weeks: what happened, in the order in which it happened."""
        kept: dict[int, Referral] = {}
        happenings: list[Happening] = [
            (datetime.combine(row[0].on_day, time(16)), 0, partial(self._give, *row)) for row in still
        ]
        happenings += self._endings.waiting()
        for place, notice in enumerate(notices):
            happenings += self._happenings(notice, place, kept)
        end = datetime.combine(self.today, ENDS)
        for at, place, happens in sorted(happenings, key=lambda told: told[:2]):
            if at < end:
                self.move(at)
                happens()
                progress(place)

    def _happenings(self, notice: Notice, place: int, kept: dict[int, Referral]) -> Iterator[Happening]:
        """What one notice brings about, each with its time."""
        yield notice.at, place, partial(self._enter, notice, place, kept)
        for call in notice.calls:
            yield call.at, place, partial(self._call, notice, call, place, kept, call is notice.calls[-1])
        for help_ in notice.help:
            yield datetime.combine(help_.on_day, time(16)), place, partial(self._give_kept, notice, help_, place, kept)
        yield from self._endings.later(notice, place, lambda: kept[place].id)

    def _enter(self, notice: Notice, place: int, kept: dict[int, Referral]) -> None:
        by = self.workers[notice.worker]
        kept[place] = self.centre.referrals.enter(self._draft(notice), by)
        person, safe = kept[place].person_id, self._safe(notice)
        if safe and person:
            self.centre.people.agree_safe_contact(person, safe, by)
        if notice.outcome != "pending" and not notice.calls:
            self.centre.referrals.decide(kept[place].id, self._outcome(notice), by)

    def _call(self, notice: Notice, call: Call, place: int, kept: dict[int, Referral], last: bool) -> None:
        by = self.workers[call.worker]
        outcome = self._outcome(notice) if last and notice.outcome != "pending" else None
        self.centre.contacts.attempt(kept[place].id, self._attempt(call), by, help_outcome=outcome)
        person = kept[place].person_id
        if outcome is None or outcome.outcome != "accepted" or person is None:
            return
        today = call.at.date()
        self.centre.care.give_consent(ConsentDraft(person_id=person, purpose="assistance", given_on=today), by)
        for kind, what in notice.plan:
            due = today + timedelta(days=7 if kind == "protect" else 21)
            self.centre.care.plan_measure(PlanDraft(person_id=person, kind=kind, what=what, due_on=due), by)

    def _give_kept(self, notice: Notice, given: Help, place: int, kept: dict[int, Referral]) -> None:
        self._give(given, kept[place].id, self._person(notice.person))

    def _give(self, given: Help, referral: UUID, person: UUID) -> None:
        self.centre.assistance.give(self._help(given, referral, person), self.workers[given.worker])

    def _draft(self, notice: Notice) -> ReferralDraft:
        someone = notice.person
        first = MentionDraft(
            name=someone.name,
            birth_year=someone.birth_year,
            sex=someone.sex,
            phone=someone.phone,
            municipality=someone.municipality,
            kinds=notice.kinds,
            relation=someone.relation,
            relation_ended=someone.ended,
            person_id=self._person(someone),
        )
        children = tuple(
            MentionDraft(name=name, role="child_witness", birth_year=year, person_id=self._person(someone, place))
            for place, (name, year) in enumerate(someone.children, 2)
            if notice.children_saw == "yes"
        )
        risky = MentionDraft(
            name=someone.other_name, role="posing_risk", sex="male", person_id=self._person(someone, 1)
        )
        return ReferralDraft(
            received_at=notice.at,
            sender_id=self.agencies[notice.agency].id,
            unit_id=self.units.get((notice.agency, notice.unit)),
            channel="email",
            officer=notice.officer,
            reference=notice.reference,
            mentions=(first, *children, risky),
            incident_on=notice.incident,
            incident_time=notice.incident_time,
            incident_place=notice.place,
            children_saw=notice.children_saw,
            measures=(self._measure(notice),) if notice.order else (),
            risk_instrument="police" if notice.risk else "",
            risk_level=notice.risk,
            risk_on=notice.at.date() if notice.risk else None,
            description=notice.description,
            worker_id=self.workers[notice.worker].id,
        )

    def _measure(self, notice: Notice) -> MeasureDraft:
        kind = {"LT": "protection_order", "RS": "urgent_removal"}[self.story.country]
        granted_by = self.story.lines["words"]["order_by"]
        at, duties = notice.at.replace(minute=0), ("move_out", "no_approach")
        return MeasureDraft(kind=kind, granted_at=at, granted_by=granted_by, obligations=duties)

    def _safe(self, notice: Notice) -> SafeContactDraft | None:
        safe = notice.person.safe
        return SafeContactDraft(**asdict(safe), confirmed_on=notice.at.date()) if safe else None

    def _attempt(self, call: Call) -> AttemptDraft:
        return AttemptDraft(
            at=call.at, channel=call.channel, outcome=call.outcome, note=call.note, outside_reason=call.outside_reason
        )

    def _outcome(self, notice: Notice) -> OutcomeDraft:
        on = notice.calls[-1].at.date() if notice.calls else notice.at.date()
        return OutcomeDraft(outcome=notice.outcome, reason=notice.reason, on=on)

    def _help(self, given: Help, referral: UUID, person: UUID) -> AssistanceDraft:
        profession = self.story.lines["centre"]["workers"][given.worker][3]
        return AssistanceDraft(
            on_day=given.on_day,
            kind=given.kind,
            channel=given.channel,
            minutes=given.minutes,
            persons=(person,),
            referral_id=referral,
            worker_role=profession,
            for_whom=given.for_whom,
            note=given.note,
        )

"""Telling an invented story into a real vault, through the very logs that the windows and the command line use.

The last weeks are told verb by verb with the clock moved along, so that history and time lines look as they do at a
centre. What lies before is brought in at once, so that a million notices take minutes and not days.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import partial
from pathlib import Path
from uuid import UUID

from desktop.centre import Centre, new_centre
from desktop.demo.story import Call, Help, Notice, Someone, Story
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

Progress = Callable[[int, int], None]


class Clock:
    """A clock that the story moves; it never runs backwards and never past the present."""

    def __init__(self, begins: datetime, world: World) -> None:
        self.at = begins
        self._real = world

    def __call__(self) -> datetime:
        """The moment at which the story stands."""
        self.at += timedelta(milliseconds=7)
        return self.at

    def move(self, desk: datetime, world: World) -> None:
        """Go on to a desk time, where that lies ahead."""
        self.at = max(self.at, min(world.moment(desk), self._real.now()))


class Telling:
    """One story, told into one vault."""

    def __init__(self, folder: Path, *, country: str, seed: int, today: date, words: str, cost: KeyCost) -> None:
        real = World.real().in_zone(COUNTRIES[country].zone)
        self.clock = Clock(real.moment(datetime.combine(today - timedelta(days=731), time(8, 0))), real)
        self.world = replace(real, now=self.clock)
        self.today = today
        self.story = Story(country, dice(seed))
        self.centre = self._found(folder, country, words, cost)
        self.agencies: list[Agency] = []
        self.units: dict[tuple[int, str], UUID] = {}
        self.workers: list[Worker] = []
        self.people: dict[str, UUID] = {}
        self._furnish(words)

    def _found(self, folder: Path, country: str, words: str, cost: KeyCost) -> Centre:
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
            folder, draft, worker_name=director, job_title=title, passphrase=words, world=self.world, cost=cost
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
        """Tell so many notices, with everything that came of them."""
        notices = list(self.story.notices(count, self.today))
        begins = datetime.combine(self.today - timedelta(days=RECENT), time())
        split = max(next((n for n, notice in enumerate(notices) if notice.at >= begins), count), count - AT_MOST_RECENT)
        still = self._tell_at_once(notices[:split], lambda done, of: progress(done * split, max(of, 1) * max(count, 1)))
        self._tell_day_by_day(notices[split:], still, lambda done: progress(split + done, count))
        self.clock.move(datetime.combine(self.today, time(8, 45)), self.world)

    def _tell_at_once(self, notices: list[Notice], progress: Progress) -> list[tuple[Help, UUID, UUID]]:
        """Bring in everything before the last weeks by two large changes; returns the help that was given since."""
        if not notices:
            return []
        centre, by, count = self.centre, self.centre.worker, len(notices)
        self.clock.move(datetime.combine(notices[-1].at.date(), time(23)), self.world)
        courses = (self._course(notice) for notice in notices)
        ids = centre.referrals.enter_all(courses, by, lambda done, _of: progress(done, 2 * count), count)
        told = self.world.today()
        given = [
            (given, ids[place], self._person(notice.person))
            for place, notice in enumerate(notices)
            for given in notice.help
        ]
        for place, worker in enumerate(self.workers):
            hers = (self._help(*row) for row in given if row[0].on_day <= told and row[0].worker == place)
            part = count + count * place // len(self.workers)
            progress(part, 2 * count)
            centre.assistance.give_all(hers, worker)
        return [row for row in given if row[0].on_day > told]

    def _course(self, notice: Notice) -> ReferralCourse:
        return ReferralCourse(
            draft=self._draft(notice),
            attempts=tuple(self._attempt(call) for call in notice.calls),
            outcome=self._outcome(notice) if notice.outcome != "pending" else None,
            safe_contact=self._safe(notice.person, notice.at.date()) if notice.person.safe else None,
            worker=self.workers[notice.worker],
        )

    def _person(self, someone: Someone) -> UUID:
        """The identifier by which the vault knows somebody of the story."""
        key = someone.phone or someone.name
        if key not in self.people:
            self.people[key] = self.world.new_id()
        return self.people[key]

    def _tell_day_by_day(
        self, notices: list[Notice], still: list[tuple[Help, UUID, UUID]], progress: Callable[[int], None]
    ) -> None:
        """Live the last weeks: what happened, in the order in which it happened."""
        happenings: list[tuple[datetime, int, Callable[[], None]]] = [
            (datetime.combine(row[0].on_day, time(16)), 0, partial(self._give, *row)) for row in still
        ]
        kept: dict[int, Referral] = {}
        for place, notice in enumerate(notices):
            happenings.append((notice.at, place, partial(self._enter, notice, place, kept)))
            for turn, call in enumerate(notice.calls):
                last = turn == len(notice.calls) - 1
                happenings.append((call.at, place, partial(self._call, notice, call, place, kept, last)))
            for given in notice.help:
                at = datetime.combine(given.on_day, time(16))
                happenings.append((at, place, partial(self._give_kept, notice, given, place, kept)))
        end = datetime.combine(self.today, time(8, 40))
        for at, place, happens in sorted(happenings, key=lambda told: told[:2]):
            if at <= end:
                self.clock.move(at, self.world)
                happens()
                progress(place)

    def _enter(self, notice: Notice, place: int, kept: dict[int, Referral]) -> None:
        by = self.workers[notice.worker]
        kept[place] = self.centre.referrals.enter(self._draft(notice), by)
        person = kept[place].person_id
        if notice.person.safe and person is not None:
            self.centre.people.agree_safe_contact(person, self._safe(notice.person, notice.at.date()), by)

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
            name=notice.as_written,
            birth_year=someone.birth_year,
            sex=someone.sex,
            phone=someone.phone,
            municipality=someone.municipality,
            kinds=notice.kinds,
            relation=notice.relation,
            relation_ended=notice.ended,
            person_id=self._person(someone),
        )
        children = tuple(
            MentionDraft(name=name, role="child_witness", birth_year=year)
            for name, year in someone.children
            if notice.children_saw == "yes"
        )
        risky = MentionDraft(name=someone.other_name, role="posing_risk", sex="male")
        return ReferralDraft(
            received_at=notice.at,
            sender_id=self.agencies[notice.agency].id,
            unit_id=self.units.get((notice.agency, notice.unit)),
            channel="email",
            officer=notice.officer,
            reference=notice.reference,
            mentions=(first, *children, risky),
            incident_on=notice.incident,
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

    def _safe(self, someone: Someone, on: date) -> SafeContactDraft:
        return SafeContactDraft(**(someone.safe or {}), confirmed_on=on)

    def _attempt(self, call: Call) -> AttemptDraft:
        # The story asks no leave of the safe-contact rule; the reason stands where the rule wants one.
        return AttemptDraft(
            at=call.at, channel="telephone", outcome=call.outcome, note=call.note, outside_reason="agreed"
        )

    def _outcome(self, notice: Notice) -> OutcomeDraft:
        reasons = {"centre_declined": "centre_declined.not_domestic", "other_centre": "other_centre.residence"}
        on = notice.calls[-1].at.date() if notice.calls else notice.at.date()
        return OutcomeDraft(outcome=notice.outcome, reason=reasons.get(notice.outcome, ""), on=on)

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

"""Gathers what one receiver's paper tells: exactly what it may see, and for the worker what it may not and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from desktop.language import N_
from desktop.meetings import composing
from desktop.meetings.agenda import Agenda, Told
from desktop.meetings.guard import ADDRESS, NAMESAKE, TELEPHONE, Guarded, Leak, leaks
from desktop.meetings.meeting_cases import SeenCase, seen_by
from desktop.meetings.paper_content import Head, Invitation, Pack, PackCase, Withheld, texts_in
from desktop.meetings.permission import CODED, NAMED, WITHHELD
from desktop.problems import Invalid, Problem
from desktop.protocol.meant import Meant, alike, said_meant
from desktop.reconciliation.standing import read_lists, standing_of
from desktop.records.agency import Agency
from desktop.records.centre_profile import CentreProfile, StaffMember
from desktop.records.meeting import Attendance, Meeting
from desktop.records.person import JoinedPerson, Person
from desktop.records.reconciliation import Reconciliation
from desktop.records.referral import Mention, Referral
from desktop.summaries.agreed import sheet_numbers
from desktop.summaries.press import letter_of
from desktop.summaries.reconciliation_sheet import ReconciliationSheet
from desktop.summaries.sheet_content import Asked, sheet_of
from desktop.summaries.summary import Signatory
from desktop.world import World


class Namesake(Problem):
    """An official is called exactly as somebody we know; who makes the paper must say who is meant."""


@dataclass(frozen=True)
class Gathered:
    """A pack, what rests on which consent, and what is kept back in it."""

    pack: Pack
    withheld: tuple[Withheld, ...]
    consents: tuple[UUID, ...]
    """The consents by which it names persons."""


def head_of(
    session: Session, meeting: Meeting, receiver: Agency | None, language: str, made: tuple[datetime, World]
) -> Head:
    """What a paper of this meeting begins with; without `language` in the receiver's own, else the meeting's."""
    centre = session.scalars(select(CentreProfile)).one()
    locale = language or (receiver.language if receiver else "") or meeting.language
    moment, world = made
    return Head(
        meeting.number, locale, receiver.named(locale) if receiver else "", moment, world.today(), letter_of(centre),
        centre.short_name or centre.name, centre.phone, Signatory(centre.approved_by, centre.approved_by_title),
        practice=centre.is_practice,
    )  # fmt: skip


def gather(
    session: Session, meeting: Meeting, receiver: Agency, head: Head, world: World, *, asks: bool = False
) -> Gathered:
    """The pack of one institution as it would be made now; see `refuse_leaks` for `asks`."""
    agenda = composing.compose(session, meeting, head.made_on)
    seen = seen_by(session, meeting, receiver.id, world)
    kept_back = withheld_of(seen)
    pack = Pack(
        head, agenda, tuple(_case(each) for each in seen if each.seen.level != WITHHELD),
        sum(each.level == WITHHELD for each in kept_back), tuple(_sheets(session, agenda, receiver, head)),
    )  # fmt: skip
    named = {each.row.person.id for each in seen if each.seen.level == NAMED and each.row.person}
    refuse_leaks(session, texts_in(pack), named, meeting, asks=asks)
    consents = tuple(dict.fromkeys(each.seen.consent_id for each in seen if each.seen.consent_id))
    return Gathered(pack, kept_back, consents)


def withheld_of(seen: Iterable[SeenCase]) -> tuple[Withheld, ...]:
    """What a receiver is not told, or not by name, and why."""
    return tuple(
        Withheld(each.row.case.id, each.row.code, each.row.case.listed, each.seen.level, each.seen.reason)
        for each in seen
        if each.seen.level != NAMED
    )


def invitation_of(
    session: Session, meeting: Meeting, receiver: Agency, head: Head, *, asks: bool = False
) -> Invitation:
    """The letter that asks one institution to come."""
    agenda = composing.compose(session, meeting, head.made_on)
    promised = composing.still_promised(session, meeting, receiver.id)
    told = {name for part in agenda.parts if part.part == "achievements" for line in part.lines
            if isinstance(line, Told) for name in line.institutions}  # fmt: skip
    waiting = {name for part in agenda.parts if part.part == "figures" for name in part.missing}
    made = Invitation(head, agenda, receiver.known_as not in told, receiver.known_as in waiting, tuple(promised))
    refuse_leaks(session, texts_in(made), set(), meeting, asks=asks)
    return made


def refuse_leaks(
    session: Session, texts: Iterable[str], named: set[UUID], meeting: Meeting, *, asks: bool = False
) -> None:
    """All problems there are where texts name whom this reader may not see, or tell how anybody is reached.

    `asks`: an official who is called as somebody we know is a `Namesake`, if there is no other problem.
    """
    found = list(dict.fromkeys(look_through(session, texts, named, meeting, asks=asks)))
    if told := [each for each in found if each.what != NAMESAKE]:
        raise Invalid(Problem(_SAID[leak.what], code=leak.code, text=beginning(leak)) for leak in told)
    for leak in found:
        raise Namesake(_SAID[leak.what], code=leak.code, text=beginning(leak))


def look_through(
    session: Session, texts: Iterable[str], named: set[UUID], meeting: Meeting, *, asks: bool = False
) -> Iterator[Leak]:
    """What these texts tell of persons whom a reader may not see, but for those named."""
    known = {*officials(session), *_met(session, meeting)}
    return without_meant(session, leaks(texts, guarded(session, named), known, places(session), asks=asks))


def without_meant(session: Session, found: Iterable[Leak]) -> Iterator[Leak]:
    """All but what a closed text of the protocol tells and somebody said to be meant there."""
    said = said_meant(session)
    return (leak for leak in found if Meant(leak.what, leak.code, alike(leak.text)) not in said)


def places(session: Session) -> Iterator[str]:
    """Names in which a surname may stand without meaning anybody: institutions, their addresses, towns."""
    for names in session.execute(select(Agency.name, Agency.short_name)):
        yield from names
    centre = session.scalars(select(CentreProfile)).one()
    yield from (centre.name, centre.short_name, centre.address, centre.town, centre.municipalities)


def guarded(session: Session, named: set[UUID]) -> Iterator[Guarded]:
    """Everybody of whom the vault knows, as she is and was written, and where she is reached."""
    ours = session.scalars(select(CentreProfile.address)).one()
    for each in session.execute(select(
        Person.id, Person.code, Person.name, Person.phone, Person.safe_number, Person.address, Person.email
    )):  # fmt: skip
        places = tuple(place for place in (each.address, each.email, each.safe_number) if place != ours)
        yield Guarded(each.code, each.name, (each.phone, each.safe_number), places, each.id in named)
    for joined in session.execute(select(JoinedPerson.person_id, JoinedPerson.code, JoinedPerson.name)):
        yield Guarded(joined.code, joined.name, may_be_named=joined.person_id in named)
    for one in session.execute(
        select(Referral.year, Referral.number, Mention.person_id, Mention.name, Mention.phone)
        .join(Referral, Referral.id == Mention.referral_id)
        .outerjoin(Person, Person.id == Mention.person_id)
        .where(or_(Person.id.is_(None), Mention.name != Person.name, Mention.phone != Person.phone))
    ):  # fmt: skip
        yield Guarded(f"{one.year}/{one.number}", one.name, (one.phone,), may_be_named=one.person_id in named)


_SAID = {
    "name": N_(
        "A text of this paper names a person: {code}. Write the code instead of the name: “{text}” If an official of "
        "that name is meant, write the official's name down with the institution first."
    ),
    TELEPHONE: N_("A text of this agenda tells a person's telephone: {code}. Take it out: “{text}”"),
    ADDRESS: N_("A text of this agenda tells a person's address: {code}. Take it out: “{text}”"),
    NAMESAKE: N_(
        "An official bears the name of a person: {code}. Make this paper only if the official is meant: “{text}”"
    ),
}
_SHOWN = 60


def beginning(leak: Leak) -> str:
    """The first words of the text, as a sentence about it tells them."""
    line = " ".join(leak.text.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"


def officials(session: Session) -> set[str]:
    """Everybody who is named on papers by her office, whatever the paper."""
    names = set(session.scalars(select(StaffMember.name)))
    for pair in session.execute(select(Agency.representative, Agency.deputy)):
        names.update(pair)
    return names - {""}


def _met(session: Session, meeting: Meeting) -> set[str]:
    """Those who were asked to a meeting, its chair, and who took the minutes."""
    asked = session.scalars(select(Attendance.name).where(Attendance.meeting_id == meeting.id))
    return {*asked, meeting.chair, meeting.minute_taker} - {""}


def _case(each: SeenCase) -> PackCase:
    row = each.row
    if each.seen.level == CODED:
        return PackCase(row.case.listed, row.code, is_named=False, asked=row.case.asked)
    return PackCase(
        row.case.listed, row.name or row.code, True, row.case.asked, row.numbers.police, row.numbers.prosecution,
        row.numbers.social_work, row.referral.incident_on, row.referral.incident_municipality,
    )  # fmt: skip


def _sheets(session: Session, agenda: Agenda, receiver: Agency, head: Head) -> Iterable[ReconciliationSheet]:
    """The agreed sheets of the month with this institution, or with the one whose unit it is."""
    mine = {receiver.id, receiver.parent_id} - {None}
    wanted = select(Reconciliation).where(
        Reconciliation.month == agenda.month.key, Reconciliation.until == agenda.month.key,
        Reconciliation.partner_id.in_(mine), Reconciliation.frozen != "",
    )  # fmt: skip
    kept = list(session.scalars(wanted.order_by(Reconciliation.id)))
    numbers = sheet_numbers(session, kept)
    for each in kept:
        asked = Asked(head.language, head.receiver, False, head.made_at, head.made_on)
        sheet = sheet_of(session, standing_of(read_lists(session, each.id)), asked)
        yield replace(sheet, number=numbers.get(each.id.hex, ""))

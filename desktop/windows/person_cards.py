"""What stands on the cards of a person's page: notices, family, consents, plan and help, in the language of the screen.

It makes rows of what was read and says which page each leads to; it reads nothing itself.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

from desktop.language import N_, _, chosen, ngettext
from desktop.records.assistance import Consent, PlanMeasure
from desktop.records.care_draft import HOW_GIVEN
from desktop.records.municipality import shown_place
from desktop.records.people_query import PeopleRow
from desktop.records.person_sheet import PersonSheet, Relative
from desktop.records.referral import Mention, Referral
from desktop.records.referral_state import STATES
from desktop.records.vocabulary import OUTCOMES, PLAN_KINDS, ROLES
from desktop.records.wording import Wording
from desktop.windows.buttons import PLAIN, Button
from desktop.windows.names import shown_name
from desktop.windows.person_rows import LinkRow
from desktop.windows.pill import CLOSED, DUE, GOING_ON, GOOD, LATE, NOT_YET, Sign

Go = Callable[..., None]
OUTCOME_SIGNS: dict[str, Sign] = {"accepted": GOOD, "pending": NOT_YET}
CHILDREN = ("child", "child_own", "child_partner")


def joined(*words: str) -> str:
    """Words in one line, those that are empty left out."""
    return " \u00b7 ".join(word for word in words if word)


def repeat_words(sheet: PersonSheet) -> str:
    """The rule of the repeat in words: how many notices there were within the period that the centre has set."""
    if not sheet.about:
        return _("No notice is about this person; notices only name this person.")
    words = ngettext(
        "{n} notice within the period of the repeat", "{n} notices within the period of the repeat", sheet.recent
    )
    rule = _("Period of the repeat, in months: {n}", n=sheet.repeat_months)
    both = ""
    if sheet.same_two > 1:
        both = _(
            "Notices about the same two people within {months} months: {n}",
            months=sheet.repeat_months, n=sheet.same_two,
        )  # fmt: skip
    return joined(_("A repeat.") if sheet.recent > 1 else "", words, rule, both)


def notice_rows(sheet: PersonSheet, go: Go) -> list[LinkRow]:
    """Every notice that names her, the latest first."""
    labels = {referral.id: referral.label for referral in sheet.referrals}
    seen: dict[Any, tuple[Referral, Mention]] = {}
    for mention in sheet.mentions:
        notice = next(referral for referral in sheet.referrals if referral.id == mention.referral_id)
        seen.setdefault(notice.id, (notice, mention))
    return [_notice_row(notice, mention, sheet, labels, go) for notice, mention in seen.values()]


def _notice_row(
    notice: Referral, mention: Mention, sheet: PersonSheet, labels: dict[Any, str], go: Go
) -> LinkRow:  # fmt: skip
    speak = chosen()
    when = f"{speak.day(notice.received_at.date())} {speak.clock(notice.received_at)}"
    repeats = labels.get(notice.repeat_of_id, "")
    second = joined(
        when,
        sheet.agencies.get(notice.sender_id, ""),
        "" if notice.person_id == sheet.person.id else _(ROLES[mention.role]),
        _("Repeats: {number}", number=repeats) if repeats else "",
        _("Duplicate") if notice.duplicate_of_id else "",
    )
    sign = OUTCOME_SIGNS.get(notice.outcome, CLOSED)
    if notice.outcome == "pending" and notice.first_contact_at is not None:
        sign = GOING_ON
    words = _(OUTCOMES[notice.outcome])
    if notice.outcome == "accepted" and any(e.referral_id == notice.id and not e.resumed_on for e in sheet.ends):
        sign, words = CLOSED, _(STATES["ended"])
    return LinkRow(notice.label, second, (sign, words), opens=partial(go, "referrals", notice.id))


def family_rows(
    sheet: PersonSheet, wording: Wording, today: date, go: Go, unlink: Callable[[Any], None]
) -> list[LinkRow]:
    """Her family and household; children say their age."""
    made = []
    for relative in sheet.family:
        about = (sheet.person.id, relative.kinship_id)
        change = Button(N_("Change"), PLAIN, do=partial(go, "person_relation", about))
        remove = Button(N_("Remove"), PLAIN, icon="x", do=partial(unlink, relative.kinship_id))
        made.append(_relative(relative, wording, today, go, (change, remove)))
    return made


def _relative(relative: Relative, wording: Wording, today: date, go: Go, buttons: Sequence[Button]) -> LinkRow:
    person = relative.person
    born = _("born {year}", year=person.birth_year) if person.birth_year else ""
    is_minor = person.birth_year is not None and today.year - person.birth_year < 18
    relation = wording.code("relation", relative.relation) if relative.relation else ""
    pill = (NOT_YET, _("Child")) if is_minor else None
    return LinkRow(
        shown_name(person.name or person.code, person.code), joined(relation, born, person.code), pill,
        buttons=buttons, opens=partial(go, "person", person.id),
    )  # fmt: skip


def alike_rows(sheet: PersonSheet, rows: Sequence[PeopleRow], go: Go) -> list[LinkRow]:
    """Those who may be the same person, each with the way to both side by side."""
    made = []
    for row in rows:
        born = _("born {year}", year=row.birth_year) if row.birth_year else ""
        place = shown_place(row.municipality, chosen().locale)
        look = partial(go, "person_join", (sheet.person.id, row.id))
        made.append(
            LinkRow(
                shown_name(row.name, row.code), joined(row.code, born, place),
                buttons=(Button(N_("Compare both"), PLAIN, do=look),), opens=look,
            )
        )  # fmt: skip
    return made


def consent_rows(sheet: PersonSheet, wording: Wording, today: date, go: Go) -> list[LinkRow]:
    """Every consent, those that hold first, with their withdrawal."""
    kept = sorted(sheet.consents, key=lambda consent: not consent.holds(today))
    return [_consent_row(consent, sheet, wording, today, go) for consent in kept]


def _consent_row(consent: Consent, sheet: PersonSheet, wording: Wording, today: date, go: Go) -> LinkRow:
    speak, holds = chosen(), consent.holds(today)
    ended = _("Withdrawn") if consent.withdrawn_on else _("Ended")
    day = _("Withdrawn: {date}", date=speak.day(consent.withdrawn_on)) if consent.withdrawn_on else ""
    second = joined(
        _(HOW_GIVEN[consent.how]),
        day or speak.day(consent.given_on),
        _("until {date}", date=speak.day(consent.until)) if consent.until else "",
        _("Withheld: {what}", what=consent.withheld) if consent.withheld else "",
        _("Told to: {who}", who=consent.told_to) if consent.told_to else "",
    )
    recipient = sheet.agencies.get(consent.recipient_id, "") if consent.recipient_id else ""
    withdraw = Button(N_("Withdraw"), PLAIN, do=partial(go, "person_withdraw", (sheet.person.id, consent.id)))
    head = joined(wording.code("consent_purpose", consent.purpose), recipient)
    return LinkRow(head, second, (GOOD, _("Holds")) if holds else (CLOSED, ended), buttons=(withdraw,) if holds else ())


def plan_rows(sheet: PersonSheet, today: date, go: Go, done: Callable[[Any], None]) -> list[LinkRow]:
    """Every measure of the plan: what is not done first, by the day on which it is due."""
    kept = sorted(sheet.plan, key=lambda measure: (measure.done_on is not None, measure.due_on))
    return [_plan_row(measure, sheet, today, go, done) for measure in kept]


def plan_state(measure: PlanMeasure, today: date) -> tuple[Sign, str]:
    """How far a measure is, as sign and word."""
    if measure.done_on:
        return GOOD, _("Done")
    if measure.due_on < today:
        return LATE, _("Late")
    return (DUE, _("Today")) if measure.due_on == today else (NOT_YET, _("Planned"))


def _plan_row(
    measure: PlanMeasure, sheet: PersonSheet, today: date, go: Go, done: Callable[[Any], None]
) -> LinkRow:  # fmt: skip
    speak = chosen()
    who = sheet.agencies.get(measure.implementer_id, "") if measure.implementer_id else _("The centre")
    day = _("Done: {date}", date=speak.day(measure.done_on)) if measure.done_on else ""
    second = joined(
        _(PLAN_KINDS[measure.kind]),
        who,
        day or _("Due: {date}", date=speak.day(measure.due_on)),
        _("Effect: {effect}", effect=measure.effect) if measure.effect else "",
    )
    about = (sheet.person.id, measure.id)
    effect = Button(N_("Effect seen"), PLAIN, do=partial(go, "person_effect", about))
    finish = Button(N_("Done"), PLAIN, icon="check", do=partial(done, measure.id))
    buttons = (effect,) if measure.done_on else (finish,)
    opens = partial(go, "person_plan", about)
    return LinkRow(measure.what, second, plan_state(measure, today), buttons=buttons, opens=opens)


def help_words(sheet: PersonSheet, today: date) -> str:
    """The help given in one line: how often, how long, when last."""
    if not sheet.assistance:
        return ""
    speak = chosen()
    times = ngettext("{n} time", "{n} times", len(sheet.assistance))
    hours = _("Hours: {hours}", hours=speak.number(sum(row.minutes for row in sheet.assistance) / 60, 1))
    last = _("Last: {date}", date=speak.day_of_year(max(row.on_day for row in sheet.assistance), today))
    return joined(times, hours, last)


def help_rows(sheet: PersonSheet, wording: Wording) -> list[LinkRow]:
    """The help by kind, what took the longest first."""
    minutes: dict[str, int] = {}
    for row in sheet.assistance:
        minutes[row.kind] = minutes.get(row.kind, 0) + row.minutes
    order = sorted(minutes, key=lambda kind: -minutes[kind])
    return [LinkRow(wording.code("assistance_kind", kind), chosen().minutes(minutes[kind])) for kind in order]

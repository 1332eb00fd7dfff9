"""`liepa person`: persons, the safe way to reach them, and their families."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import Any

from desktop.centre import Centre
from desktop.commands import arguments as read
from desktop.commands import person_join, terminal, time_line
from desktop.commands.parser_kit import Adder, number, verbs_of
from desktop.language import N_, _, chosen
from desktop.problems import Problem
from desktop.records.contact_draft import PersonDraft, SafeContactDraft
from desktop.records.municipality import shown_place
from desktop.records.people import PeopleQuery
from desktop.records.person import Person
from desktop.records.person_sheet import PersonSheet
from desktop.records.vocabulary import SEXES, TERNARY
from desktop.records.wording import Wording

_OWN = ("name", "birth_year", "sex", "phone", "email", "address", "municipality", "note")


def person_argument(parser: argparse.ArgumentParser) -> None:
    """The argument that says who is meant."""
    parser.add_argument("person", metavar="PERSON", help=_("her code, such as P-0388, or the number of a notice"))


def fill(parser: argparse.ArgumentParser) -> None:
    """Add the verbs of this noun."""
    add = verbs_of(parser)
    listed = add.on_vault("list", _("List persons"), do_list, lists=True, limit=True)
    listed.add_argument(
        "--find", default="", metavar="TEXT", help=_("only those that match, in any script and spelling")
    )
    show = add.on_vault("show", _("Show one person with her time line"), do_show, lists=True)
    person_argument(show)
    reveal = add.on_vault("reveal", _("Show her telephone number; the history keeps that it was shown"), do_reveal)
    person_argument(reveal)
    reveal.add_argument("--reason", default="", metavar="TEXT", help=_("why it was right outside the agreed way"))
    _own_options(add.on_vault("add", _("Write down a person whom no notice names"), do_add))
    amend = add.on_vault("amend", _("Correct what is known of a person; an empty value takes a field out"), do_amend)
    person_argument(amend)
    _own_options(amend)
    _safe_verbs(add)
    _family_verbs(add)
    person_join.add_verbs(add)


def _own_options(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--name", metavar="NAME", help=_("her name"))
    verb.add_argument("--birth-year", type=_year, metavar="YEAR", help=_("birth year"))
    verb.add_argument("--sex", choices=SEXES, help=_("sex"))
    verb.add_argument("--phone", metavar="NUMBER", help=_("telephone"))
    verb.add_argument("--email", metavar="TEXT", help=_("e-mail"))
    verb.add_argument("--address", metavar="TEXT", help=_("address"))
    verb.add_argument("--municipality", metavar="PLACE", help=_("where she lives"))
    verb.add_argument("--note", metavar="TEXT", help=_("note"))


def _safe_verbs(add: Adder) -> None:
    safe = add.on_vault("safe-contact", _("Note the agreed way to reach a person"), do_safe)
    person_argument(safe)
    safe.add_argument("--allowed", choices=TERNARY, required=True, help=_("may she be contacted"))
    safe.add_argument("--channel", default="telephone", metavar="CODE", help=_("how"))
    safe.add_argument("--number", default="", metavar="NUMBER", help=_("number for contact; her own if left out"))
    safe.add_argument("--days", default="", metavar="DAYS", help=_("days, such as mo,tu,we"))
    safe.add_argument("--hours", default="", metavar="FROM-TO", help=_("hours, such as 09:00-12:00"))
    safe.add_argument("--voicemail", action="store_true", help=_("a voice message may be left"))
    safe.add_argument("--who", default="", metavar="TEXT", help=_("who may answer"))
    safe.add_argument("--say", default="", metavar="TEXT", help=_("what we say we are if someone else answers"))
    safe.add_argument("--on", metavar="DATE", help=_("the day; today if left out"))
    person_argument(add.on_vault("confirm", _("Note that the agreed way was asked about today"), do_confirm))


def _family_verbs(add: Adder) -> None:
    for name, about_it, do in (
        ("family", _("Note that two persons belong to one family"), do_family),
        ("not-family", _("Take back that two persons belong to one family"), do_not_family),
    ):
        verb = add.on_vault(name, about_it, do)
        person_argument(verb)
        verb.add_argument("other", metavar="OTHER", help=_("the other person"))
        if do is do_family:
            verb.add_argument("--relation", default="", metavar="CODE", help=_("what the other is to her"))


def do_list(centre: Centre, arguments: argparse.Namespace) -> int:
    """List persons; telephones and addresses are not shown."""
    ids = centre.people.ids(PeopleQuery(text=arguments.find))
    rows = centre.people.rows(ids[: arguments.limit] if arguments.limit else ids)
    return terminal.listing(
        arguments.json,
        ({"code": r.code, "name": r.name, "birth_year": r.birth_year, "municipality": r.municipality} for r in rows),
        [_("Code"), _("Name"), _("Birth year"), _("Place")],
        ([r.code, r.name, str(r.birth_year or "–"), shown_place(r.municipality, chosen().locale)] for r in rows),
    )


def do_show(centre: Centre, arguments: argparse.Namespace) -> int:
    """Show one person, without her telephone and address."""
    sheet = centre.people.sheet(read.person(centre, arguments.person))
    wording = Wording(centre.lists, chosen())
    if arguments.json:
        terminal.as_json(_sheet(sheet, wording))
        return terminal.DONE
    person, speak = sheet.person, chosen()
    place = shown_place(person.municipality, speak.locale)
    terminal.tell("  ".join(part for part in (person.code, person.name, str(person.birth_year or ""), place) if part))
    terminal.tell(f"{_('Safe contact')}: {_(TERNARY[person.safe_allowed])}")
    if sheet.family:
        terminal.tell(f"{_('Family')}: {', '.join(relative.person.code for relative in sheet.family)}")
    if sheet.joined:
        terminal.tell(f"{_('Joined with her')}: {', '.join(joined.code for joined in sheet.joined)}")
    time_line.show(sheet.line, wording)
    return terminal.DONE


def _sheet(sheet: PersonSheet, wording: Wording) -> dict[str, object]:
    person = sheet.person
    return {
        "code": person.code,
        "name": person.name,
        "birth_year": person.birth_year,
        "sex": person.sex,
        "municipality": person.municipality,
        "may_call": sheet.may,
        "safe_contact": _safe_contact(person),
        "notices": [notice.label for notice in sheet.referrals],
        "family": [{"code": relative.person.code, "relation": relative.relation} for relative in sheet.family],
        "joined": [joined.code for joined in sheet.joined],
        "line": time_line.as_objects(sheet.line, wording),
    }


def _safe_contact(person: Person) -> dict[str, object]:
    return {
        "allowed": person.safe_allowed,
        "channel": person.safe_channel,
        "days": person.safe_days,
        "from": person.safe_from,
        "to": person.safe_to,
        "voicemail": person.safe_voicemail,
        "who": person.safe_who,
        "say": person.safe_say,
        "confirmed_on": person.safe_confirmed_on,
    }


def do_reveal(centre: Centre, arguments: argparse.Namespace) -> int:
    """Show the number to call; leaves a trace."""
    terminal.tell(centre.people.reveal(read.person(centre, arguments.person), centre.worker, arguments.reason))
    return terminal.DONE


def _own(arguments: argparse.Namespace) -> dict[str, Any]:
    """What was typed of a person; an empty birth year is none."""
    said = read.given(arguments, *_OWN)
    return said | ({"birth_year": said["birth_year"] or None} if "birth_year" in said else {})


def _year(text: str) -> int:
    """A year; 0 for none."""
    return number(text) if text.strip() else 0


def do_add(centre: Centre, arguments: argparse.Namespace) -> int:
    """Write down a person, and say her code."""
    person = centre.people.enter(PersonDraft(**_own(arguments)), centre.worker)
    terminal.tell(person.code)
    return terminal.saved()


def do_amend(centre: Centre, arguments: argparse.Namespace) -> int:
    """Correct what is known of a person; what was not named stays."""
    person_id = read.person(centre, arguments.person)
    draft = replace(centre.people.draft_of(person_id), **_own(arguments))
    centre.people.amend(person_id, draft, centre.worker)
    return terminal.saved()


def do_safe(centre: Centre, arguments: argparse.Namespace) -> int:
    """Note the safe contact agreed with her."""
    begins, ends = read.hours(arguments.hours)
    draft = SafeContactDraft(
        allowed=arguments.allowed,
        channel=read.code(centre, "contact_channel", arguments.channel),
        number=arguments.number,
        days=read.weekdays(arguments.days),
        begins=begins,
        ends=ends,
        voicemail=arguments.voicemail,
        who=arguments.who,
        say=arguments.say,
        confirmed_on=read.day_or_today(centre, arguments.on),
    )
    centre.people.agree_safe_contact(read.person(centre, arguments.person), draft, centre.worker)
    return terminal.saved()


def do_confirm(centre: Centre, arguments: argparse.Namespace) -> int:
    """Note that the agreed way is still safe."""
    centre.people.confirm_safe_contact(read.person(centre, arguments.person), centre.worker)
    return terminal.saved()


def do_family(centre: Centre, arguments: argparse.Namespace) -> int:
    """Link two persons of one family."""
    relation = read.code(centre, "relation", arguments.relation) if arguments.relation else ""
    one, other = (read.person(centre, text) for text in (arguments.person, arguments.other))
    centre.people.link_family(one, other, relation, centre.worker)
    return terminal.saved()


def do_not_family(centre: Centre, arguments: argparse.Namespace) -> int:
    """Take the link between two persons back."""
    one, other = (read.person(centre, text) for text in (arguments.person, arguments.other))
    for relative in centre.people.sheet(one).family:
        if relative.person.id == other:
            centre.people.unlink_family(relative.kinship_id, centre.worker)
            return terminal.saved()
    raise Problem(N_("These two persons are not linked."))

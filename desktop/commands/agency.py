"""`liepa agency`: the institutions the centre works with."""

from __future__ import annotations

import argparse
from dataclasses import fields, replace
from datetime import date
from uuid import UUID

from desktop.centre import Centre
from desktop.commands import arguments as read
from desktop.commands import terminal
from desktop.commands.parser_kit import verbs_of
from desktop.language import LOCALES, N_, OWN_NAMES, _, chosen
from desktop.problems import Problem
from desktop.records.country import country
from desktop.records.directory import AgencyDraft
from desktop.records.offered_agency import OfferedAgency
from desktop.records.vocabulary import AGENCY_KINDS
from desktop.vault.search import fold

_TYPED = ("name", "kind", "short_name", "representative", "deputy", "phone", "email", "note", "language", "fingerprint")

_SHOWN = {
    "name": N_("Full name"), "short_name": N_("Short name"), "names": N_("Names in other languages"),
    "kind": N_("Kind"), "unit_of": N_("Unit of"), "municipalities": N_("Territory"),
    "representative": N_("Representative"), "deputy": N_("Deputy"), "phone": N_("Telephone"), "email": N_("E-mail"),
    "language": N_("Language of letters"), "note": N_("Who there understands the work"),
    "fingerprint": N_("Control code"), "active_from": N_("From"), "active_until": N_("Until"),
}  # fmt: skip


def fill(parser: argparse.ArgumentParser) -> None:
    """Add the verbs of this noun."""
    add = verbs_of(parser)
    new = add.on_vault("add", _("Add an institution, or a unit of one"), do_add)
    new.add_argument("name", metavar="NAME", help=_("its full name"))
    new.add_argument("--kind", choices=AGENCY_KINDS, required=True, help=_("its kind"))
    _details(new)
    listed = add.on_vault("list", _("List institutions"), do_list, lists=True)
    listed.add_argument("--find", metavar="TEXT", help=_("only those that match, in any script and spelling"))
    amend = add.on_vault("amend", _("Change an institution"), do_amend)
    amend.add_argument("agency", metavar="NAME", help=_("its full or short name"))
    amend.add_argument("--name", metavar="NAME", help=_("its full name"))
    amend.add_argument("--kind", choices=AGENCY_KINDS, help=_("its kind"))
    _details(amend)
    show = add.on_vault("show", _("Show all that is known of an institution"), do_show, lists=True)
    show.add_argument("agency", metavar="NAME", help=_("its full or short name"))
    close = add.on_vault("close", _("Say from when an institution is no more"), do_close)
    close.add_argument("agency", metavar="NAME", help=_("its full or short name"))
    close.add_argument("--on", metavar="DATE", help=_("the day; today if left out"))
    reopen = add.on_vault("reopen", _("Say that a closed institution works again"), do_reopen)
    reopen.add_argument("agency", metavar="NAME", help=_("its full or short name"))
    offered = add.on_vault("offered", _("List the usual institutions of a county"), do_offered, lists=True)
    take = add.on_vault("take", _("Take over the usual institutions of a county"), do_take)
    for one in (offered, take):
        one.add_argument("county", metavar="COUNTY", help=_("the county or district"))


def _details(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--short", dest="short_name", metavar="NAME", help=_("its short name"))
    parser.add_argument("--part-of", metavar="NAME", help=_("the institution it is a unit of"))
    parser.add_argument("--representative", metavar="NAME", help=_("who represents it"))
    parser.add_argument("--deputy", metavar="NAME", help=_("her deputy"))
    parser.add_argument("--phone", metavar="NUMBER", help=_("telephone"))
    parser.add_argument("--email", metavar="TEXT", help=_("e-mail"))
    parser.add_argument(
        "--municipality", action="append", metavar="PLACE", help=_("a municipality it serves; may be given several times")
    )  # fmt: skip
    parser.add_argument("--note", metavar="TEXT", help=_("who there understands the work"))
    parser.add_argument("--language", choices=LOCALES, help=_("the language of letters to it"))
    parser.add_argument("--fingerprint", metavar="CODE", help=_("the control code of a sister centre"))
    for locale in LOCALES:
        option = "--name-" + locale.lower().replace("_", "-")
        parser.add_argument(option, dest=f"name_{locale}", metavar="NAME", help=_("its full name in that language"))
    parser.add_argument("--from", dest="active_from", metavar="DATE", help=_("the day since which it works"))


def _with_details(centre: Centre, draft: AgencyDraft, typed: argparse.Namespace) -> AgencyDraft:
    named = read.given(typed, *_TYPED)
    if typed.active_from:
        named["active_from"] = read.day(typed.active_from)
    names = dict(draft.names) | {locale: name for locale in LOCALES if (name := getattr(typed, f"name_{locale}"))}
    if typed.part_of:
        named["parent_id"] = read.agency(centre, typed.part_of, "parent_id")
    if typed.municipality is not None:
        named["municipalities"] = tuple(typed.municipality)
    return replace(draft, **named, names=tuple(names.items()))


def do_add(centre: Centre, arguments: argparse.Namespace) -> int:
    """Add an institution."""
    centre.directory.enter(_with_details(centre, AgencyDraft(), arguments), centre.worker)
    return terminal.saved()


def do_list(centre: Centre, arguments: argparse.Namespace) -> int:
    """List institutions and their units."""
    agencies = centre.directory.find(arguments.find) if arguments.find else centre.directory.agencies()
    named: dict[UUID | None, str] = {agency.id: agency.name for agency in centre.directory.agencies()}
    return terminal.listing(
        arguments.json,
        (
            {"name": a.name, "short_name": a.short_name, "kind": a.kind, "unit_of": named.get(a.parent_id)}
            for a in agencies
        ),
        [_("Kind"), _("Name"), _("Short name")],
        ([_(AGENCY_KINDS[a.kind]), ("  " if a.parent_id else "") + a.name, a.short_name] for a in agencies),
    )


def do_amend(centre: Centre, arguments: argparse.Namespace) -> int:
    """Change an institution; what was not named stays."""
    agency = centre.directory.agency(read.agency(centre, arguments.agency, "name"))
    centre.directory.amend(agency.id, _with_details(centre, AgencyDraft.of(agency), arguments), centre.worker)
    return terminal.saved()


def do_close(centre: Centre, arguments: argparse.Namespace) -> int:
    """Close an institution; past notices keep it."""
    agency_id = read.agency(centre, arguments.agency, "name")
    centre.directory.close(agency_id, read.day_or_today(centre, arguments.on), centre.worker)
    return terminal.saved()


def do_show(centre: Centre, arguments: argparse.Namespace) -> int:
    """Show one institution with its units and the notices of this year."""
    agency = centre.directory.agency(read.agency(centre, arguments.agency, "name"))
    others = centre.directory.agencies()
    units = [one.name for one in others if one.parent_id == agency.id]
    notices = centre.directory.notices(agency.id, centre.world.today().year)
    draft = AgencyDraft.of(agency)
    known = {field.name: getattr(draft, field.name) for field in fields(draft)}
    known |= {"names": dict(draft.names), "parent_id": next((a.name for a in others if a.id == agency.parent_id), None)}
    known["unit_of"] = known.pop("parent_id")
    if arguments.json:
        terminal.as_json(known | {"units": units, "notices_this_year": notices})
        return terminal.DONE
    told = [(title, _value(known[name])) for name, title in _SHOWN.items()]
    told += [(N_("Units"), ", ".join(units)), (N_("Notices this year"), chosen().number(notices))]
    terminal.table([_("Field"), _("Value")], [[_(title), said] for title, said in told if said])
    return terminal.DONE


def _value(value: object) -> str:
    """One field in words."""
    if isinstance(value, dict):
        return ", ".join(f"{OWN_NAMES[locale]}: {name}" for locale, name in value.items())
    if isinstance(value, date):
        return chosen().day(value)
    if isinstance(value, tuple):
        return ", ".join(value)
    text = str(value or "")
    return _(AGENCY_KINDS[text]) if text in AGENCY_KINDS else OWN_NAMES.get(text, text)


def do_reopen(centre: Centre, arguments: argparse.Namespace) -> int:
    """Open a closed institution again."""
    centre.directory.reopen(read.agency(centre, arguments.agency, "name"), centre.worker)
    return terminal.saved()


def _offers(centre: Centre, county_name: str) -> tuple[OfferedAgency, ...]:
    profile = centre.profile_log.profile()
    seeds = country(profile.country)
    for county in seeds.counties(profile.language):
        if fold(county) == fold(county_name):
            return seeds.offered_agencies(county, profile.language)
    known = ", ".join(seeds.counties(profile.language))
    raise Problem(N_("There is no such county: {county}. Known are: {known}"), county=county_name, known=known)


def do_offered(centre: Centre, arguments: argparse.Namespace) -> int:
    """List the institutions with which a centre of that county usually works."""
    offers = _offers(centre, arguments.county)
    return terminal.listing(
        arguments.json,
        (
            {"name": o.name, "short_name": o.short_name, "kind": o.kind, "unit_of": o.parent_name or None}
            for o in offers
        ),
        [_("Kind"), _("Name"), _("Short name")],
        ([_(AGENCY_KINDS[o.kind]), o.name, o.short_name] for o in offers),
    )


def do_take(centre: Centre, arguments: argparse.Namespace) -> int:
    """Take them over, in one change; those that are there already stay as they are."""
    centre.directory.take(_offers(centre, arguments.county), centre.worker)
    return terminal.saved()

"""`liepa plan`: the measures of the plan made together with a person, and what came of them."""

from __future__ import annotations

import argparse
from dataclasses import replace

from desktop.centre import Centre
from desktop.commands import arguments as read
from desktop.commands import terminal
from desktop.commands.parser_kit import verbs_of
from desktop.commands.person import person_argument
from desktop.language import _, chosen
from desktop.records.assistance import PlanMeasure
from desktop.records.care_draft import PlanDraft
from desktop.records.vocabulary import PLAN_KINDS


def fill(parser: argparse.ArgumentParser) -> None:
    """Add the verbs of this noun."""
    add = verbs_of(parser)
    new = add.on_vault("add", _("Add a measure to a plan"), do_add)
    person_argument(new)
    new.add_argument("what", metavar="TEXT", help=_("what is to be done"))
    new.add_argument("--kind", choices=PLAN_KINDS, required=True, help=_("its kind"))
    new.add_argument("--due", required=True, metavar="DATE", help=_("by when"))
    new.add_argument("--by", metavar="NAME", help=_("the institution that does it; the centre if left out"))
    person_argument(add.on_vault("list", _("List the measures of a plan"), do_list, lists=True))
    amend = add.on_vault("amend", _("Change a measure as agreed anew"), do_amend)
    _measure(amend)
    amend.add_argument("--what", metavar="TEXT", help=_("what is to be done"))
    amend.add_argument("--kind", choices=PLAN_KINDS, help=_("its kind"))
    amend.add_argument("--due", metavar="DATE", help=_("by when"))
    amend.add_argument("--by", metavar="NAME", help=_("the institution that does it; the centre if left out"))
    done = add.on_vault("done", _("Note that a measure was carried out"), do_done)
    _measure(done)
    done.add_argument("--on", metavar="DATE", help=_("the day; today if left out"))
    effect = add.on_vault("effect", _("Note what a measure brought about"), do_effect)
    _measure(effect)
    effect.add_argument("effect", metavar="TEXT", help=_("what it brought about"))
    effect.add_argument("--on", metavar="DATE", help=_("the day; today if left out"))


def _measure(parser: argparse.ArgumentParser) -> None:
    person_argument(parser)
    parser.add_argument("number", metavar="N", help=_("its number in the list"))


def do_add(centre: Centre, arguments: argparse.Namespace) -> int:
    """Add a measure; where a notice was named, it belongs to that notice."""
    draft = PlanDraft(
        person_id=read.person(centre, arguments.person),
        kind=arguments.kind,
        what=arguments.what,
        due_on=read.day(arguments.due),
        implementer_id=read.agency_if_named(centre, arguments.by, "implementer_id"),
        referral_id=read.referral(centre, arguments.person).id if "/" in arguments.person else None,
    )
    centre.care.plan_measure(draft, centre.worker)
    return terminal.saved()


def do_list(centre: Centre, arguments: argparse.Namespace) -> int:
    """List a plan, what is due first first."""
    plan = centre.care.plan(read.person(centre, arguments.person))
    numbers, speak = read.places(plan), chosen()
    named = {agency.id: agency.name for agency in centre.directory.agencies()}
    return terminal.listing(
        arguments.json,
        (
            {"number": numbers[m.id], "kind": m.kind, "what": m.what, "by": m.implementer_id and named[m.implementer_id],
             "due": m.due_on, "done_on": m.done_on, "effect_on": m.effect_on, "effect": m.effect}
            for m in plan
        ),
        ["#", _("Due"), _("Kind"), _("What"), _("Institution"), _("Done")],
        (
            [str(numbers[m.id]), speak.day(m.due_on), _(PLAN_KINDS[m.kind]), m.what,
             named[m.implementer_id] if m.implementer_id else "", speak.day(m.done_on) if m.done_on else ""]
            for m in plan
        ),
    )  # fmt: skip


def _named(centre: Centre, arguments: argparse.Namespace) -> PlanMeasure:
    return read.nth(centre.care.plan(read.person(centre, arguments.person)), arguments.number)


def do_amend(centre: Centre, arguments: argparse.Namespace) -> int:
    """Change a measure; what was not named stays."""
    kept = _named(centre, arguments)
    draft = PlanDraft(
        kept.person_id, kept.kind, kept.what, kept.due_on, kept.implementer_id, kept.referral_id, kept.done_on
    )
    draft = replace(draft, **read.given(arguments, "what", "kind"))
    if arguments.due:
        draft = replace(draft, due_on=read.day(arguments.due))
    if arguments.by is not None:
        draft = replace(draft, implementer_id=read.agency_if_named(centre, arguments.by, "implementer_id"))
    centre.care.amend_measure(kept.id, draft, centre.worker)
    return terminal.saved()


def do_done(centre: Centre, arguments: argparse.Namespace) -> int:
    """Note that a measure was carried out."""
    kept = _named(centre, arguments)
    centre.care.done(kept.id, read.day_or_today(centre, arguments.on), centre.worker)
    return terminal.saved()


def do_effect(centre: Centre, arguments: argparse.Namespace) -> int:
    """Note the effect of a measure."""
    kept, on = _named(centre, arguments), read.day_or_today(centre, arguments.on)
    centre.care.effect(kept.id, arguments.effect, on, centre.worker)
    return terminal.saved()

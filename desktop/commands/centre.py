"""`liepa centre`: the centre's own data and rules, and the other centres whose seal it trusts."""

from __future__ import annotations

import argparse
from dataclasses import asdict, replace
from pathlib import Path

from desktop.centre import Centre
from desktop.commands import arguments as read
from desktop.commands import terminal
from desktop.commands.parser_kit import Adder, number, verbs_of
from desktop.language import LOCALES, N_, _
from desktop.problems import Problem
from desktop.records.centre_draft import CentreDraft

LARGEST_CERTIFICATE = 100_000
"""Bytes."""
_TEXTS = ("name", "short_name", "legal_code", "address", "phone", "email", "town", "receiver", "prepared_by",
          "prepared_by_title", "approved_by", "approved_by_title", "first_contact_source")  # fmt: skip
_NUMBERS = ("first_contact_days", "safe_contact_days", "repeat_months")


def fill(parser: argparse.ArgumentParser) -> None:
    """Add the verbs of this noun."""
    add = verbs_of(parser)
    add.on_vault("show", _("Show the centre's data and rules"), do_show, lists=True)
    amend = add.on_vault("amend", _("Change the centre's data and rules"), do_amend, leads=True)
    for name in _TEXTS:
        amend.add_argument("--" + name.replace("_", "-"), metavar="TEXT")
    for name in _NUMBERS:
        amend.add_argument("--" + name.replace("_", "-"), type=number, metavar="N")
    amend.add_argument("--language", choices=LOCALES, help=_("the office's language"))
    amend.add_argument("--zone", metavar="ZONE", help=_("time zone, such as Europe/Vilnius"))
    amend.add_argument("--days", metavar="DAYS", help=_("days, such as mo,tu,we"))
    amend.add_argument("--hours", metavar="FROM-TO", help=_("hours, such as 09:00-12:00"))
    amend.add_argument(
        "--municipality", action="append", metavar="PLACE", help=_("a municipality it serves; may be given several times")
    )  # fmt: skip
    _seal_verbs(add)


def _seal_verbs(add: Adder) -> None:
    add.on_vault("trusted", _("List the centres whose seal is trusted"), do_trusted, lists=True)
    trust = add.on_vault("trust", _("Trust a centre's seal, once its control words were compared"), do_trust)
    trust.add_argument("name", metavar="NAME", help=_("the centre's name"))
    trust.add_argument("file", type=Path, metavar="FILE", help=_("its certificate, .pem"))
    distrust = add.on_vault("distrust", _("Trust a centre's seal no longer"), do_distrust)
    distrust.add_argument("name", metavar="NAME", help=_("the centre's name"))


def do_show(centre: Centre, arguments: argparse.Namespace) -> int:
    """Show the centre as it stands."""
    values = asdict(CentreDraft.of(centre.profile_log.profile()))
    if arguments.json:
        terminal.as_json(values)
    else:
        shown = {name: ", ".join(v) if isinstance(v, tuple) else str(v) for name, v in values.items()}
        terminal.table([_("Field"), _("Value")], [[name, text] for name, text in shown.items() if text])
    return terminal.DONE


def do_amend(centre: Centre, arguments: argparse.Namespace) -> int:
    """Change what was named; all else stays."""
    draft = CentreDraft.of(centre.profile_log.profile())
    draft = replace(draft, **read.given(arguments, *_TEXTS, *_NUMBERS, "language", "zone"))
    if arguments.days is not None:
        draft = replace(draft, work_days=read.weekdays(arguments.days))
    begins, ends = read.hours(arguments.hours or "")
    if begins and ends:
        draft = replace(draft, day_begins=begins, day_ends=ends)
    if arguments.municipality is not None:
        draft = replace(draft, municipalities=tuple(arguments.municipality))
    centre.profile_log.amend(draft, centre.worker)
    return terminal.saved()


def do_trusted(centre: Centre, arguments: argparse.Namespace) -> int:
    """List the centres whose seal is trusted here."""
    known = centre.profile_log.known_centres()
    return terminal.listing(
        arguments.json,
        ({"name": k.name, "fingerprint": k.fingerprint, "trusted_at": k.pinned_at} for k in known),
        [_("Name"), _("Control code")],
        ([k.name, k.fingerprint] for k in known),
    )


def do_trust(centre: Centre, arguments: argparse.Namespace) -> int:
    """Trust a seal."""
    try:
        with arguments.file.open("rb") as file:
            certificate = file.read(LARGEST_CERTIFICATE)
        centre.profile_log.pin(arguments.name, certificate, centre.worker)
    except (OSError, ValueError) as error:
        raise Problem(N_("The file could not be read: {reason}"), reason=str(arguments.file)) from error
    return terminal.saved()


def do_distrust(centre: Centre, arguments: argparse.Namespace) -> int:
    """Trust a seal no longer."""
    for known in centre.profile_log.known_centres():
        if known.name == arguments.name:
            centre.profile_log.unpin(known.id, centre.worker)
            return terminal.saved()
    raise Problem(N_("The seal of no such centre is trusted: {name}"), name=arguments.name)

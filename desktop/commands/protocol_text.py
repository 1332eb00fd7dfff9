"""`liepa protocol show|provision|party`: what a version says, and who is a party to it."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import Any

from desktop.centre import Centre
from desktop.commands import arguments as read
from desktop.commands import terminal
from desktop.commands.parser_kit import in_vault
from desktop.commands.protocol_named import (
    OWN,
    chapter,
    holders,
    institution,
    limit,
    provision,
    sheet,
    version,
    version_arguments,
)
from desktop.commands.protocol_revise import write_paper
from desktop.language import LOCALES, N_, _, chosen
from desktop.problems import Problem
from desktop.protocol.drafts import BasisDraft, ProvisionDraft, SignatoryDraft, TextDraft
from desktop.protocol.sheet import ProvisionRow, VersionSheet
from desktop.protocol.signatories import STATES, SignatoryRow
from desktop.records.protocol import TRIGGERS

ALL = "all"
"""Said for every party in place of an institution's name."""


def fill_show(parser: argparse.ArgumentParser) -> None:
    """Which version, in which language."""
    in_vault(parser, do_show, lists=True)
    version_arguments(parser)
    parser.add_argument("--language", choices=LOCALES, metavar="LANGUAGE", help=_("its text in this language"))
    parser.add_argument("--parties", action="store_true", help=_("who is a party to it, instead of its text"))
    parser.add_argument(
        "--output", type=Path, metavar="FILE",
        help=_("write it as a DOCX or a PDF, which is sealed once the text is closed and a draft before"),
    )  # fmt: skip
    parser.add_argument(
        "--meant",
        action="store_true",
        help=_("what its closed text tells of a person is meant so; the history keeps it"),
    )


def fill_provision(parser: argparse.ArgumentParser) -> None:
    """Which provision, and what it says."""
    in_vault(parser, do_provision)
    version_arguments(parser)
    parser.add_argument("number", metavar="NUMBER", help=_("its number; a new provision where there is none with it"))
    parser.add_argument("--title", metavar="TEXT", help=_("its title"))
    parser.add_argument("--text", metavar="TEXT", help=_("what it says"))
    parser.add_argument("--chapter", metavar="NAME", help=_("its chapter: number, code or title"))
    parser.add_argument(
        "--holder", action="append", metavar="NAME",
        help=_("whom it binds: an institution, {own} for our own centre, {all} for every party", own=OWN, all=ALL),
    )  # fmt: skip
    parser.add_argument("--trigger", choices=[each for each in TRIGGERS if each], help=_("what sets its limit running"))
    parser.add_argument("--limit", metavar="LIMIT", help=_("its time limit: 24h, 3d or 5wd"))
    parser.add_argument("--basis", action="append", metavar="TEXT", help=_("act and article it rests on"))
    parser.add_argument("--in", dest="language", choices=LOCALES, metavar="LANGUAGE",
                        help=_("title and text are in this language, besides the protocol's own"))  # fmt: skip
    parser.add_argument("--renumber", metavar="NUMBER", help=_("give it another number"))
    parser.add_argument("--remove", action="store_true", help=_("leave it out"))


def fill_party(parser: argparse.ArgumentParser) -> None:
    """Which institution, and what of it."""
    in_vault(parser, do_party)
    version_arguments(parser)
    parser.add_argument("institution", metavar="NAME", help=_("the institution; {own} is our own centre", own=OWN))
    parser.add_argument("--representative", metavar="NAME", help=_("who signs for it"))
    parser.add_argument("--role", metavar="TEXT", help=_("the office of who signs"))
    parser.add_argument("--deputy", metavar="NAME", help=_("who signs otherwise"))
    parser.add_argument("--signed", metavar="DATE", nargs="?", const="", help=_("it signed; today if no day is named"))
    parser.add_argument("--withdrawn", metavar="DATE", help=_("the day on which it withdrew"))
    parser.add_argument("--why", metavar="TEXT", help=_("why it withdrew"))
    parser.add_argument("--remove", action="store_true", help=_("it never was a party"))


def do_show(centre: Centre, arguments: argparse.Namespace) -> int:
    """Show the text, or the parties."""
    of = sheet(centre, arguments)
    if arguments.output:
        return write_paper(
            centre, "protocol", of, arguments.output, draft=of.version.is_open, meant=arguments.meant,
            language=arguments.language or "",
        )  # fmt: skip
    if arguments.parties:
        return _parties(centre, of, arguments)
    locale = arguments.language or of.protocol.language
    named = centre.profile_log.profile().short_name
    return terminal.listing(
        arguments.json,
        (_told(row, of, locale) for row in of.provisions),
        [_("Number"), _("Heading"), _("Duty holder"), _("Trigger"), _("Time limit"), _("Basis")],
        (_shown(row, of, locale, named) for row in of.provisions),
    )


def _told(row: ProvisionRow, of: VersionSheet, locale: str) -> dict[str, object]:
    one, (title, text) = row.provision, row.said(locale, of.protocol.language)
    return {
        "number": one.number, "title": title, "text": text, "chapter": row.chapter.code if row.chapter else None,
        "binds_all": one.holds_all, "holders": [each.known_as if each else OWN for each in row.holders],
        "trigger": one.trigger, "limit": one.limit_number, "unit": one.limit_unit,
        "basis": [each.cited for each in row.bases], "behind": [each.language for each in row.texts if each.is_behind],
    }  # fmt: skip


def _shown(row: ProvisionRow, of: VersionSheet, locale: str, us: str) -> list[str]:
    one = row.provision
    who = [_("Every party")] if one.holds_all else [each.known_as if each else us for each in row.holders]
    trigger = _(TRIGGERS[one.trigger]) if one.trigger else one.trigger_words
    within = limit_words(one.limit_number, one.limit_unit)
    basis = " · ".join(filter(None, (each.cited for each in row.bases)))
    return [one.number, row.said(locale, of.protocol.language)[0], ", ".join(who), trigger, within, basis]


def limit_words(number: int | None, unit: str) -> str:
    """A time limit in words."""
    speak = chosen()
    if number is None or not unit:
        return ""
    if unit == "hours":
        return speak.count("{n} hour", "{n} hours", number)
    return speak.working_days(number) if unit == "workdays" else speak.count("{n} day", "{n} days", number)


def _parties(centre: Centre, of: VersionSheet, arguments: argparse.Namespace) -> int:
    rows, us, speak = centre.signatories.of(of.version.id), centre.profile_log.profile().short_name, chosen()
    return terminal.listing(
        arguments.json,
        (
            {"institution": row.agency.known_as if row.agency else OWN, "state": row.state,
             "representative": row.signatory.representative, "role": row.signatory.role,
             "deputy": row.signatory.deputy, "signed": row.signatory.signed_on,
             "withdrawn": row.signatory.withdrawn_on, "why": row.signatory.why_withdrawn}
            for row in rows
        ),
        [_("Institution"), _("State"), _("Who signs"), _("Deputy"), _("Signed on")],
        (
            [row.agency.known_as if row.agency else us, _(STATES[row.state]), row.signatory.representative,
             row.signatory.deputy, speak.day(row.signatory.signed_on) if row.signatory.signed_on else ""]
            for row in rows
        ),
    )  # fmt: skip


def do_provision(centre: Centre, arguments: argparse.Namespace) -> int:
    """Add one, change what was named of one, or leave it out."""
    of = sheet(centre, arguments)
    row = of.numbered(arguments.number)
    if arguments.remove:
        centre.provisions.remove(provision(of, arguments.number).provision.id, centre.worker)
        return terminal.saved()
    draft = row.draft() if row else ProvisionDraft(arguments.number)
    draft = replace(draft, **_named(centre, of, draft, arguments))
    if row:
        centre.provisions.amend(row.provision.id, draft, centre.worker)
    else:
        centre.provisions.add(of.version.id, draft, centre.worker)
    return terminal.saved()


def _named(centre: Centre, of: VersionSheet, draft: ProvisionDraft, typed: argparse.Namespace) -> dict[str, Any]:
    """The fields of a draft that were typed."""
    words = read.given(typed, "title", "text")
    if typed.language and typed.language != of.protocol.language:
        known = {each.language: each for each in draft.texts}
        known[typed.language] = replace(known.get(typed.language, TextDraft(typed.language)), **words)
        words = {"texts": tuple(known.values())}
    named: dict[str, Any] = {**words, **read.given(typed, "trigger")}
    if typed.renumber:
        named["number"] = typed.renumber
    if typed.chapter:
        named["chapter_id"] = chapter(of, typed.chapter)
    if typed.holder is not None:
        named["holds_all"] = ALL in typed.holder
        named["holders"] = () if named["holds_all"] else holders(centre, typed.holder)
    if typed.limit is not None:
        named["limit_number"], named["limit_unit"] = limit(typed.limit)
    if typed.basis is not None:
        named["bases"] = tuple(_basis(draft, text) for text in typed.basis if text)
    return named


def _basis(draft: ProvisionDraft, text: str) -> BasisDraft:
    return next((each for each in draft.bases if each.named == text), BasisDraft(named=text))


def do_party(centre: Centre, arguments: argparse.Namespace) -> int:
    """Name a party, or note what became of it."""
    one = version(centre, arguments).version
    agency_id = institution(centre, arguments.institution)
    rows = centre.signatories.of(one.id)
    row = next((row for row in rows if row.signatory.agency_id == agency_id), None)
    if arguments.remove:
        if row is None:
            raise Problem(N_("This institution is not a party."), field="institution")
        centre.signatories.take_out(row.signatory.id, centre.worker)
        return terminal.saved()
    draft = SignatoryDraft.of(row.signatory) if row else SignatoryDraft(agency_id)
    draft = replace(draft, **_of_party(centre, arguments))
    _keep_party(centre, one.id, row, draft)
    return terminal.saved()


def _of_party(centre: Centre, typed: argparse.Namespace) -> dict[str, Any]:
    named: dict[str, Any] = read.given(typed, "representative", "role", "deputy")
    if typed.signed is not None:
        named["signed_on"] = read.day_or_today(centre, typed.signed)
    if typed.withdrawn:
        named["withdrawn_on"] = read.day(typed.withdrawn)
    if typed.why is not None:
        named["why_withdrawn"] = typed.why
    return named


def _keep_party(centre: Centre, version_id: Any, row: SignatoryRow | None, draft: SignatoryDraft) -> None:
    if row:
        centre.signatories.amend(row.signatory.id, draft, centre.worker)
    else:
        centre.signatories.add(version_id, draft, centre.worker)

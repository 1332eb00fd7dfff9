"""`liepa protocol list|new|revise|close|adopt|take-out`: a protocol and its versions."""

from __future__ import annotations

import argparse

from desktop.centre import Centre
from desktop.commands import arguments as read
from desktop.commands import terminal
from desktop.commands.parser_kit import in_vault
from desktop.commands.protocol_named import version, version_arguments
from desktop.language import LOCALES, _, chosen
from desktop.protocol.drafts import ProtocolDraft
from desktop.protocol.protocols import Adoption, VersionRow
from desktop.records.protocol import VERSION_STATES, Protocol


def fill_list(parser: argparse.ArgumentParser) -> None:
    """Nothing but the vault."""
    in_vault(parser, do_list, lists=True)


def fill_new(parser: argparse.ArgumentParser) -> None:
    """Its name, and the language of its text."""
    in_vault(parser, do_new)
    parser.add_argument("name", metavar="NAME", help=_("what it is called"))
    parser.add_argument(
        "--language", choices=LOCALES, metavar="LANGUAGE", help=_("of its text; the office's own if left out")
    )
    parser.add_argument("--no-chapters", action="store_true", help=_("without the usual chapters"))


def fill_revise(parser: argparse.ArgumentParser) -> None:
    """Which version, and why."""
    in_vault(parser, do_revise)
    version_arguments(parser)
    parser.add_argument("--why", default="", metavar="TEXT", help=_("what the revision is for"))


def fill_close(parser: argparse.ArgumentParser) -> None:
    """Which version."""
    in_vault(parser, do_close)
    version_arguments(parser)
    parser.add_argument("--open-again", action="store_true", help=_("open it again, while nobody has signed"))


def fill_adopt(parser: argparse.ArgumentParser) -> None:
    """Which version, and the days."""
    in_vault(parser, do_adopt)
    version_arguments(parser)
    parser.add_argument("--on", metavar="DATE", help=_("the day; today if left out"))
    parser.add_argument("--in-force", metavar="DATE", help=_("the day from which it holds"))
    parser.add_argument("--review", metavar="DATE", help=_("by which day it is to be looked at again"))
    parser.add_argument("--ended", metavar="DATE", help=_("from which day it holds no longer, with no other after it"))


def fill_take_out(parser: argparse.ArgumentParser) -> None:
    """Which version."""
    in_vault(parser, do_take_out)
    version_arguments(parser)


def do_list(centre: Centre, arguments: argparse.Namespace) -> int:
    """List every version of every protocol, the newest first."""
    rows = [(each, row) for each in centre.protocols.all() for row in centre.protocols.versions(each.id)]
    return terminal.listing(
        arguments.json,
        (_told(each, row) for each, row in rows),
        [_("Protocol"), _("Version"), _("State"), _("In force from"), _("Review by"), _("Has signed")],
        (_shown(each, row) for each, row in rows),
    )


def _told(of: Protocol, row: VersionRow) -> dict[str, object]:
    one = row.version
    return {
        "protocol": of.name, "language": of.language, "version": one.number, "state": row.state, "why": one.why,
        "closed": one.closed_on, "adopted": one.adopted_on, "in_force": one.in_force_from,
        "superseded": row.replaced_on, "ended": one.ended_on, "review": one.review_on,
        "provisions": row.provisions, "signed": row.signed, "parties": row.parties,
    }  # fmt: skip


def _shown(of: Protocol, row: VersionRow) -> list[str]:
    speak, one = chosen(), row.version
    days = [speak.day(day) if day else "" for day in (one.in_force_from, one.review_on)]
    signed = _("{part} of {whole}", part=speak.number(row.signed), whole=speak.number(row.parties))
    return [of.name, speak.number(one.number), _(VERSION_STATES[row.state]), *days, signed]


def do_new(centre: Centre, arguments: argparse.Namespace) -> int:
    """Begin one."""
    language = arguments.language or centre.profile_log.profile().language
    draft = ProtocolDraft(arguments.name, language)
    centre.protocols.begin(draft, centre.worker, outline=not arguments.no_chapters)
    return terminal.saved()


def do_revise(centre: Centre, arguments: argparse.Namespace) -> int:
    """Begin the next version."""
    made = centre.protocols.revise(version(centre, arguments).version.id, arguments.why, centre.worker)
    terminal.tell(_("Version begun: {number}", number=chosen().number(made.number)))
    return terminal.DONE


def do_close(centre: Centre, arguments: argparse.Namespace) -> int:
    """Close the text, or open it again."""
    one = version(centre, arguments).version
    if arguments.open_again:
        centre.protocols.reopen(one.id, centre.worker)
    else:
        centre.protocols.close(one.id, centre.worker)
    return terminal.saved()


def do_adopt(centre: Centre, arguments: argparse.Namespace) -> int:
    """Note the days; what is left out of a version that was adopted already stays."""
    one = version(centre, arguments).version
    if arguments.ended:
        centre.protocols.end(one.id, read.day(arguments.ended), centre.worker)
        return terminal.saved()
    on = read.day(arguments.on) if arguments.on else one.adopted_on or centre.world.today()
    in_force = read.day(arguments.in_force) if arguments.in_force else one.in_force_from
    review = read.day(arguments.review) if arguments.review else one.review_on
    centre.protocols.adopt(one.id, Adoption(on, in_force, review), centre.worker)
    return terminal.saved()


def do_take_out(centre: Centre, arguments: argparse.Namespace) -> int:
    """Take out a draft."""
    centre.protocols.take_out(version(centre, arguments).version.id, centre.worker)
    return terminal.saved()

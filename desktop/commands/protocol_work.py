"""`liepa protocol duties|case|breach`: what the protocol lays down, at work."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.centre import Centre
from desktop.commands import arguments as read
from desktop.commands import terminal
from desktop.commands.parser_kit import in_vault
from desktop.commands.protocol_named import OWN, institution, protocol, protocol_argument, provision
from desktop.commands.protocol_revise import write_paper
from desktop.language import LOCALES, N_, _, chosen
from desktop.periods import Month
from desktop.problems import Problem
from desktop.protocol.breaches import BreachDraft
from desktop.protocol.duty_cases import DutyCase
from desktop.protocol.duty_drafts import ByHand
from desktop.protocol.duty_figures import DutyRow
from desktop.protocol.sheet import VersionSheet
from desktop.records.duty import DUTY_STATES


def fill_duties(parser: argparse.ArgumentParser) -> None:
    """Which month, and where to."""
    in_vault(parser, do_duties, lists=True)
    protocol_argument(parser)
    parser.add_argument("--month", metavar="MONTH", help=_("the month, such as 2026-10; the last one if left out"))
    parser.add_argument("--provision", metavar="NUMBER", help=_("the cases of this provision, with the records behind"))
    parser.add_argument("--language", choices=LOCALES, metavar="LANGUAGE", help=_("language of the paper"))
    parser.add_argument("--output", type=Path, metavar="FILE", help=_("write it as a sealed PDF, or as a DOCX"))


def fill_case(parser: argparse.ArgumentParser) -> None:
    """A case that no record tells of."""
    in_vault(parser, do_case)
    protocol_argument(parser)
    parser.add_argument("number", metavar="NUMBER", help=_("the provision"))
    parser.add_argument("about", metavar="TEXT", help=_("what the case was"))
    parser.add_argument(
        "--institution", required=True, metavar="NAME", help=_("the institution; {own} is our own centre", own=OWN)
    )
    parser.add_argument("--from", dest="begins", required=True, metavar="TIME", help=_("when its time began to run"))
    parser.add_argument("--done", metavar="TIME", help=_("when it was done"))
    parser.add_argument("--impossible", action="store_true", help=_("it was not possible"))


def fill_breach(parser: argparse.ArgumentParser) -> None:
    """A departure from the protocol, for the register of problems."""
    in_vault(parser, do_breach)
    protocol_argument(parser)
    parser.add_argument("number", metavar="NUMBER", help=_("the provision"))
    parser.add_argument("fact", metavar="TEXT", help=_("what happened"))
    parser.add_argument("--effect", default="", metavar="TEXT", help=_("what came of it"))
    parser.add_argument("--wish", default="", metavar="TEXT", help=_("what is wished"))
    parser.add_argument(
        "--institution", required=True, metavar="NAME", help=_("the institution; {own} is our own centre", own=OWN)
    )


def do_duties(centre: Centre, arguments: argparse.Namespace) -> int:
    """Show how duties were kept in a month, praise first, or the cases of one."""
    of = protocol(centre, arguments.protocol)
    month = Month.parse(arguments.month) if arguments.month else Month.of(centre.world.today()).later(-1)
    if arguments.output:
        version = _in_force(centre, arguments.protocol)
        return write_paper(
            centre, "duties", version, arguments.output, period=month.key, language=arguments.language or ""
        )  # fmt: skip
    rows = centre.duties.figures(of.id, month).rows
    if arguments.provision:
        return _cases(centre, [each for row in rows if row.number == arguments.provision for each in row.cases],
                      arguments)  # fmt: skip
    us = centre.profile_log.profile().short_name
    return terminal.listing(
        arguments.json,
        (_told(row) for row in rows),
        [_("Number"), _("Institution"), _("Cases"), _("Kept in time"), _("Late"), _("Was not possible")],
        (_shown(row, us) for row in rows),
    )


def _who(row: DutyRow, us: str) -> str:
    if row.together:
        return _("All together")
    return row.agency.known_as if row.agency else us


def _told(row: DutyRow) -> dict[str, object]:
    return {
        "number": row.number, "title": row.title, "institution": None if row.together else _who(row, OWN),
        "cases": row.tally.cases, "kept": row.tally.kept, "late": row.tally.late,
        "not_possible": row.tally.not_possible, "running": row.tally.running, "unit": row.unit,
        "median_delay": row.median, "longest_delay": row.longest, "without_day": row.without_day,
    }  # fmt: skip


def _shown(row: DutyRow, us: str) -> list[str]:
    speak, tally = chosen(), row.tally
    counts = (tally.cases, tally.kept, tally.late, tally.not_possible)
    return [row.number, _who(row, us), *(speak.number(each) for each in counts)]


def _cases(centre: Centre, cases: list[DutyCase], arguments: argparse.Namespace) -> int:
    speak = chosen()
    named = {each.id: each.known_as for each in centre.directory.agencies()}
    return terminal.listing(
        arguments.json,
        (
            {"number": each.number, "record": each.event.record, "label": each.event.label, "state": each.state,
             "institution": named.get(each.agency_id) if each.agency_id else None if each.together else OWN,
             "begins": each.event.begins, "due": each.due, "done": each.done, "delay": each.delay,
             "unit": each.unit, "reason": each.reason}
            for each in cases
        ),
        [_("Record"), _("Time limit runs from"), _("Due"), _("Done"), _("State")],
        (
            [each.event.label, speak.moment(each.event.begins), speak.moment(each.due),
             speak.moment(each.done) if each.done else "", _(DUTY_STATES[each.state])]
            for each in cases
        ),
    )  # fmt: skip


def _in_force(centre: Centre, name: str | None) -> VersionSheet:
    """The version in force: no other lays down duties."""
    version = centre.protocols.in_force(protocol(centre, name).id)
    if version is None:
        raise Problem(N_("No version of the protocol is in force."))
    return centre.protocols.sheet(version.id)


def do_case(centre: Centre, arguments: argparse.Namespace) -> int:
    """Keep it."""
    one = provision(_in_force(centre, arguments.protocol), arguments.number).provision
    draft = ByHand(
        one.id, institution(centre, arguments.institution), read.desk_time(arguments.begins),
        read.desk_time(arguments.done) if arguments.done else None, arguments.impossible, arguments.about,
    )  # fmt: skip
    centre.duties.note_by_hand(draft, centre.worker)
    return terminal.saved()


def do_breach(centre: Centre, arguments: argparse.Namespace) -> int:
    """Put it among the problems."""
    one = provision(_in_force(centre, arguments.protocol), arguments.number).provision
    draft = BreachDraft(
        one.id, agency_id=institution(centre, arguments.institution), fact=arguments.fact, effect=arguments.effect,
        wish=arguments.wish,
    )  # fmt: skip
    centre.breaches.note(draft, centre.worker)
    return terminal.saved()

"""`liepa protocol duties|case|breach|monitor|break`: what the protocol lays down at work, and numbers over time."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.centre import Centre
from desktop.commands import arguments as read
from desktop.commands import terminal
from desktop.commands.parser_kit import in_vault, number
from desktop.commands.protocol_named import OWN, institution, protocol, protocol_argument, provision
from desktop.commands.protocol_revise import write_paper
from desktop.cooperation.breaks import BreakDraft
from desktop.cooperation.indicators import MEDIAN, SHARE, Indicator
from desktop.cooperation.line import Point
from desktop.language import LOCALES, N_, _, chosen
from desktop.periods import Month
from desktop.problems import Problem
from desktop.protocol.breaches import BreachDraft
from desktop.protocol.duty_cases import DutyCase
from desktop.protocol.duty_drafts import ByHand
from desktop.protocol.duty_figures import DutyRow
from desktop.protocol.sheet import VersionSheet
from desktop.records.duty import DUTY_STATES
from desktop.vault.search import fold


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


def fill_monitor(parser: argparse.ArgumentParser) -> None:
    """Which number, over how many months."""
    in_vault(parser, do_monitor, lists=True)
    parser.add_argument("indicator", nargs="?", metavar="CODE", help=_("the number, such as S-1; all if left out"))
    parser.add_argument("--months", type=number, default=24, metavar="N", help=_("over so many months"))
    parser.add_argument(
        "--without", action="append", default=[], metavar="NAME", help=_("without the records of this institution")
    )
    parser.add_argument("--growth", action="store_true", help=_("what grew, between months counted alike"))


def fill_break(parser: argparse.ArgumentParser) -> None:
    """From when counting was another, and why."""
    in_vault(parser, do_break)
    parser.add_argument("since", metavar="MONTH", help=_("the first month counted otherwise, such as 2026-04"))
    parser.add_argument("words", metavar="TEXT", help=_("what changed"))
    parser.add_argument("--until", metavar="MONTH", help=_("the last such month; for good if left out"))
    parser.add_argument("--institution", metavar="NAME", help=_("whose records it concerns; all if left out"))
    parser.add_argument("--indicator", metavar="CODE", help=_("only this number; every count of notices if left out"))


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


def do_monitor(centre: Centre, arguments: argparse.Namespace) -> int:
    """Show numbers month by month, or what grew."""
    wanted = [_indicator(centre, arguments.indicator)] if arguments.indicator else centre.monitoring.indicators()
    without = [one for name in arguments.without if (one := institution(centre, name))]
    lines = [centre.monitoring.series(one.code, months=arguments.months, without=without) for one in wanted]
    if arguments.growth:
        grown = [each for line in lines for each in centre.monitoring.growth(line)]
        return terminal.listing(
            arguments.json,
            (
                {"code": each.indicator.code, "before": [each.before.first.key, each.before.last.key, each.before.value],
                 "after": [each.after.first.key, each.after.last.key, each.after.value], "comparable": each.comparable,
                 "change": each.change, "difference": each.difference}
                for each in grown
            ),
            [_("Indicator"), _("Before"), _("After"), _("Change")],
            (
                [_(each.indicator.title), *(_value(each.indicator, part.value) for part in (each.before, each.after)),
                 _change(each.change) if each.comparable else "≠"]
                for each in grown
            ),
        )  # fmt: skip
    points = [(line.indicator, point) for line in lines for point in line.points]
    return terminal.listing(
        arguments.json,
        (
            {"code": one.code, "month": point.month.key, "value": point.value, "base": point.base, "apart": point.apart}
            for one, point in points
        ),
        [_("Indicator"), _("Month"), _("Number")],
        ([_(one.title), _month(point), _value(one, point.value)] for one, point in points),
    )


def _indicator(centre: Centre, text: str) -> Indicator:
    for each in centre.monitoring.indicators():
        if fold(text) in {fold(each.code), fold(_(each.code)), fold(_(each.title))}:
            return each
    raise Problem(N_("There is no such number over time: {code}."), code=text)


def _month(point: Point) -> str:
    return chosen().month_title(point.month.year, point.month.month)


def _value(one: Indicator, value: float | None) -> str:
    if value is None:
        return "–"
    if one.shape == SHARE:
        return chosen().percent(value, 1, one.digits)
    return chosen().number(value, one.digits if one.shape == MEDIAN else 0)


def _change(change: float | None) -> str:
    return "–" if change is None else f"{'+' if change > 0 else ''}{chosen().percent(change, 1)}"


def do_break(centre: Centre, arguments: argparse.Namespace) -> int:
    """Note it."""
    draft = BreakDraft(
        Month.parse(arguments.since), arguments.words, Month.parse(arguments.until) if arguments.until else None,
        read.agency(centre, arguments.institution, "agency_id") if arguments.institution else None,
        _indicator(centre, arguments.indicator).code if arguments.indicator else "",
    )  # fmt: skip
    centre.monitoring.note_break(draft, centre.worker)
    return terminal.saved()

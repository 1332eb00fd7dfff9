"""`liepa monitoring`: numbers over time, what grew, and where the way of counting changed."""

from __future__ import annotations

import argparse
from dataclasses import replace

from desktop.centre import Centre
from desktop.commands import arguments as read
from desktop.commands import terminal
from desktop.commands.parser_kit import number, verbs_of
from desktop.cooperation.breaks import BreakDraft
from desktop.cooperation.indicators import INDICATORS
from desktop.cooperation.monitoring import MONTHS
from desktop.cooperation.told import grown, notes, told_break, value_of
from desktop.language import N_, _, chosen
from desktop.periods import Month
from desktop.problems import Problem
from desktop.records.monitoring import CountingBreak


def fill(parser: argparse.ArgumentParser) -> None:
    """Add the verbs of this noun."""
    add = verbs_of(parser)
    show = add.on_vault("show", _("Show one number over time, month by month, and what grew"), do_show, lists=True)
    show.add_argument("code", metavar="CODE", help=_("which number, such as S-1; list tells them all"))
    show.add_argument("--until", metavar="MONTH", help=_("the last month; the last one that is over if left out"))
    show.add_argument("--months", type=number, default=MONTHS, metavar="N", help=_("how many months"))
    show.add_argument("--without", action="append", default=[], metavar="NAME", help=_("leave an institution out"))
    add.on_vault("list", _("List the numbers that are followed, with their definitions"), do_list, lists=True)
    noted = add.on_vault("break", _("Note that something was counted differently from a month on"), do_break)
    noted.add_argument("words", metavar="TEXT", help=_("what changed"))
    _details(noted, new=True)
    amend = add.on_vault("amend", _("Correct a break in counting"), do_amend)
    amend.add_argument("entry", metavar="N", help=_("its number in the list"))
    amend.add_argument("--what", dest="words", metavar="TEXT", help=_("what changed"))
    _details(amend, new=False)
    remove = add.on_vault("remove", _("Take a break in counting out"), do_remove)
    remove.add_argument("entry", metavar="N", help=_("its number in the list"))
    add.on_vault("breaks", _("List the breaks in counting"), do_breaks, lists=True)


def _details(parser: argparse.ArgumentParser, *, new: bool) -> None:
    parser.add_argument("--from", dest="since", required=new, metavar="MONTH", help=_("the first month counted so"))
    parser.add_argument("--until", metavar="MONTH", help=_("the last month counted so; for good if left out"))
    parser.add_argument("--agency", metavar="NAME", help=_("whose notices; all if left out"))
    parser.add_argument(
        "--code", dest="indicator", metavar="CODE", help=_("one number alone; all about notices if left out")
    )


def _with_details(centre: Centre, draft: BreakDraft, typed: argparse.Namespace) -> BreakDraft:
    named = read.given(typed, "words", "indicator")
    if typed.since:
        named["since"] = Month.parse(typed.since)
    if typed.until is not None:
        named["until"] = Month.parse(typed.until) if typed.until else None
    if typed.agency is not None:
        named["agency_id"] = read.agency_if_named(centre, typed.agency or None, "agency_id")
    return replace(draft, **named)


def do_show(centre: Centre, arguments: argparse.Namespace) -> int:
    """One number: a row for each month, then what changed and what grew."""
    code, speak = arguments.code.upper(), chosen()
    if code not in INDICATORS:
        raise Problem(N_("There is no such number over time: {code}."), code=arguments.code)
    last = Month.parse(arguments.until) if arguments.until else centre.monitoring.last_month()
    without = tuple(read.agency(centre, name, "--without") for name in arguments.without)
    watched = centre.monitoring.watched_one(code, last, max(1, arguments.months), without)
    series = watched.series
    done = terminal.listing(
        arguments.json,
        ({"month": one.month.key, "value": one.value, "of": one.base, "apart": one.apart} for one in series.points),
        [_("Month"), _(series.indicator.title)],
        ([one.month.key, value_of(series.indicator, one, speak) or "\N{EN DASH}"] for one in series.points),
    )
    if not arguments.json:
        for sentence in (*notes(series, speak), *grown(watched, speak)):
            terminal.tell(sentence)
    return done


def do_list(centre: Centre, arguments: argparse.Namespace) -> int:
    """Every number with its definition."""
    found = centre.monitoring.indicators()
    return terminal.listing(
        arguments.json,
        (
            {"code": one.code, "title": _(one.title), "definition": _(one.definition), "shape": one.shape}
            for one in found
        ),
        [_("Code"), _("Number"), _("Definition")],
        ([_(one.code), _(one.title), _(one.definition)] for one in found),
    )


def do_break(centre: Centre, arguments: argparse.Namespace) -> int:
    """Note one."""
    centre.monitoring.note_break(_with_details(centre, BreakDraft(), arguments), centre.worker)
    return terminal.saved()


def do_amend(centre: Centre, arguments: argparse.Namespace) -> int:
    """Correct one; what was not named stays."""
    kept = _nth(centre, arguments.entry)
    draft = _with_details(centre, BreakDraft.of(kept), arguments)
    centre.monitoring.amend_break(kept.id, draft, centre.worker)
    return terminal.saved()


def do_remove(centre: Centre, arguments: argparse.Namespace) -> int:
    """Take one out; the history keeps it."""
    centre.monitoring.take_out_break(_nth(centre, arguments.entry).id, centre.worker)
    return terminal.saved()


def do_breaks(centre: Centre, arguments: argparse.Namespace) -> int:
    """List them, the earliest first."""
    numbers = {each: place for place, each in enumerate(sorted(one.id for one in centre.monitoring.breaks()), 1)}
    found = [(numbers[one.id], one) for one in centre.monitoring.breaks()]
    return terminal.listing(
        arguments.json,
        (
            {
                "entry": place, "since": one.since.key, "until": one.until.key if one.until else None,
                "words": one.words, "agency": one.agency or None, "indicator": one.indicator or None,
            }
            for place, one in found
        ),
        [_("Entry"), _("What changed"), _("Where")],
        ([str(place), one.words, told_break(one, chosen())] for place, one in found),
    )  # fmt: skip


def _nth(centre: Centre, text: str) -> CountingBreak:
    """The break with that number in the list."""
    return read.nth([centre.monitoring.kept_break(one.id) for one in centre.monitoring.breaks()], text)

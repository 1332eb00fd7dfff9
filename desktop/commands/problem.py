"""`liepa problem`: what does not work between institutions: fact, effect, wish, steps, and the solution."""

from __future__ import annotations

import argparse
from dataclasses import replace

from desktop.centre import Centre
from desktop.commands import arguments as read
from desktop.commands import terminal
from desktop.commands.commitment import problem_of
from desktop.commands.meeting_named import OWN, institution
from desktop.commands.parser_kit import verbs_of
from desktop.language import _, chosen
from desktop.meetings.raised_problems import ProblemDraft


def fill(parser: argparse.ArgumentParser) -> None:
    """Add the verbs of this noun."""
    add = verbs_of(parser)
    listed = add.on_vault("list", _("List problems, those open longest first"), do_list, lists=True)
    listed.add_argument("--all", action="store_true", help=_("the solved ones, too"))
    new = add.on_vault("add", _("Raise a problem: say what happened rather than who failed"), do_add)
    new.add_argument("fact", metavar="TEXT", help=_("what happened"))
    _details(new)
    amend = add.on_vault("amend", _("Say a problem better"), do_amend)
    _which(amend)
    amend.add_argument("--fact", metavar="TEXT", help=_("what happened"))
    _details(amend)
    step = add.on_vault("step", _("Note what was done about a problem"), do_step)
    _which(step)
    step.add_argument("text", metavar="TEXT", help=_("what was done"))
    raised = add.on_vault("raised", _("Note that a problem was raised again"), do_raised)
    _which(raised)
    solve = add.on_vault("solve", _("Say that a problem is solved, and how"), do_solve)
    _which(solve)
    solve.add_argument("solution", metavar="TEXT", help=_("how"))
    solve.add_argument("--on", metavar="DATE", help=_("the day; today if left out"))
    again = add.on_vault("reopen", _("Take back that a problem is solved"), do_reopen)
    _which(again)
    out = add.on_vault("take-out", _("Take out a problem that was written down by mistake"), do_take_out)
    _which(out)


def _which(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("number", metavar="N", help=_("the number of the problem"))


def _details(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--effect", metavar="TEXT", help=_("what it led to"))
    parser.add_argument("--wish", metavar="TEXT", help=_("what is wished"))
    parser.add_argument("--by", metavar="NAME", help=_("who raises it; {own} is our own centre", own=OWN))
    parser.add_argument("--since", metavar="DATE", help=_("since when"))


def do_list(centre: Centre, arguments: argparse.Namespace) -> int:
    """List problems."""
    rows = centre.raised_problems.all(open_only=not arguments.all)
    own = centre.profile_log.profile()
    return terminal.listing(
        arguments.json,
        (
            {"number": r.problem.number, "fact": r.problem.fact, "effect": r.problem.effect, "wish": r.problem.wish,
             "by": r.agency.known_as if r.agency else own.short_name or own.name, "since": r.problem.since,
             "days": r.days, "times": r.times, "solved_on": r.problem.solved_on, "solution": r.problem.solution,
             "steps": [{"on": s.on_day, "kind": s.kind, "text": s.text} for s in r.steps]}
            for r in rows
        ),
        ["", _("Fact"), _("Since"), _("Days"), _("Times raised"), _("Last step")],
        (
            [str(r.problem.number), r.problem.fact, chosen().day(r.problem.since), chosen().number(r.days),
             chosen().number(r.times), r.last_step.text if r.last_step else ""]
            for r in rows
        ),
    )  # fmt: skip


def do_add(centre: Centre, arguments: argparse.Namespace) -> int:
    """Raise a problem."""
    centre.raised_problems.put(_typed(centre, ProblemDraft(), arguments), centre.worker)
    return terminal.saved()


def do_amend(centre: Centre, arguments: argparse.Namespace) -> int:
    """Say it better; what was not named stays."""
    wanted = problem_of(centre, arguments.number)
    known = next(row.problem for row in centre.raised_problems.all() if row.problem.id == wanted)
    centre.raised_problems.amend(known.id, _typed(centre, ProblemDraft.of(known), arguments), centre.worker)
    return terminal.saved()


def do_step(centre: Centre, arguments: argparse.Namespace) -> int:
    """Note a step."""
    centre.raised_problems.step(problem_of(centre, arguments.number), arguments.text, centre.worker)
    return terminal.saved()


def do_raised(centre: Centre, arguments: argparse.Namespace) -> int:
    """Note that it was raised again."""
    centre.raised_problems.step(problem_of(centre, arguments.number), "", centre.worker, kind="raised")
    return terminal.saved()


def do_solve(centre: Centre, arguments: argparse.Namespace) -> int:
    """Say that it is solved."""
    on = read.day_or_today(centre, arguments.on)
    centre.raised_problems.solve(problem_of(centre, arguments.number), arguments.solution, centre.worker, on=on)
    return terminal.saved()


def do_reopen(centre: Centre, arguments: argparse.Namespace) -> int:
    """Open it again."""
    centre.raised_problems.reopen(problem_of(centre, arguments.number), centre.worker)
    return terminal.saved()


def do_take_out(centre: Centre, arguments: argparse.Namespace) -> int:
    """Take it out."""
    centre.raised_problems.take_out(problem_of(centre, arguments.number), centre.worker)
    return terminal.saved()


def _typed(centre: Centre, draft: ProblemDraft, arguments: argparse.Namespace) -> ProblemDraft:
    named = read.given(arguments, "fact", "effect", "wish")
    if arguments.by:
        named["agency_id"] = institution(centre, arguments.by)
    if arguments.since:
        named["since"] = read.day(arguments.since)
    return replace(draft, **named)

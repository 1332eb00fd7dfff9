"""`liepa reconcile show|decide|explain|enter|remark|settle`: from the proposal to the agreed figure."""

from __future__ import annotations

import argparse
from uuid import UUID

from desktop.centre import Centre
from desktop.commands import arguments as read
from desktop.commands import terminal
from desktop.commands.parser_kit import in_vault, number
from desktop.commands.reconcile_propose import meant, which_arguments
from desktop.commands.reconcile_show import do_show
from desktop.language import N_, _, chosen
from desktop.problems import Problem
from desktop.reconciliation.reconciliations import Agreement, Explained, Remarks
from desktop.reconciliation.standing import Standing
from desktop.records.difference import OURS, REASONS, SINGLE, THEIRS
from desktop.records.reconciliation import ANSWERS, THEIR_RULES, Reconciliation

_NOTHING = "none"
"""Said instead of an answer or a reason to take it back."""


def fill_show(parser: argparse.ArgumentParser) -> None:
    """Which one."""
    in_vault(parser, _show, lists=True)
    which_arguments(parser)


def fill_decide(parser: argparse.ArgumentParser) -> None:
    """The pair and the answer."""
    in_vault(parser, do_decide)
    which_arguments(parser)
    parser.add_argument("--theirs", required=True, type=number, metavar="ROW", help=_("the row of their list"))
    parser.add_argument("--ours", required=True, metavar="NUMBER", help=_("the number of our notice"))
    parser.add_argument("answer", choices=(*ANSWERS, _NOTHING), help=_("what the two are; none takes an answer back"))


def fill_explain(parser: argparse.ArgumentParser) -> None:
    """The rows or the number, and the reason."""
    in_vault(parser, do_explain)
    which_arguments(parser)
    parser.add_argument(
        "reason", choices=(*REASONS, SINGLE, _NOTHING), metavar="REASON",
        help=_("why: {reasons}; none takes a reason back", reasons=", ".join((*REASONS, SINGLE))),
    )  # fmt: skip
    parser.add_argument(
        "--theirs",
        action="append",
        type=number,
        default=[],
        metavar="ROW",
        help=_("a row of their list; may be several"),
    )
    parser.add_argument(
        "--ours", action="append", default=[], metavar="NUMBER", help=_("a notice of ours; may be several")
    )
    parser.add_argument("--side", choices=(THEIRS, OURS), help=_("of two numbers: which has so many more"))
    parser.add_argument("--number", type=number, default=1, metavar="N", help=_("of two numbers: how many it explains"))
    parser.add_argument("--unit", metavar="NAME", help=_("of two numbers: the unit to which they belong"))
    parser.add_argument("--note", default="", metavar="TEXT", help=_("in words"))


def fill_enter(parser: argparse.ArgumentParser) -> None:
    """Which row of theirs."""
    in_vault(parser, do_enter)
    which_arguments(parser)
    parser.add_argument("--theirs", required=True, type=number, metavar="ROW", help=_("the row of their list"))


def fill_remark(parser: argparse.ArgumentParser) -> None:
    """What is said of the whole."""
    in_vault(parser, do_remark)
    which_arguments(parser)
    parser.add_argument("--their-rule", choices=THEIR_RULES, help=_("by which day they count"))
    parser.add_argument("--our-number", type=number, metavar="N", help=_("our number, where the log lacks the period"))
    parser.add_argument("--what-next", metavar="TEXT", help=_("what will be done about the rest"))


def fill_settle(parser: argparse.ArgumentParser) -> None:
    """Who agrees."""
    in_vault(parser, do_settle)
    which_arguments(parser)
    parser.add_argument("--for-them", required=True, metavar="NAME", help=_("who agrees for the institution"))
    parser.add_argument("--for-us", required=True, metavar="NAME", help=_("who agrees for the centre"))
    parser.add_argument("--for-them-title", default="", metavar="TEXT", help=_("her title"))
    parser.add_argument("--for-us-title", default="", metavar="TEXT", help=_("her title"))


def _show(centre: Centre, arguments: argparse.Namespace) -> int:
    return do_show(_standing(centre, meant(centre, arguments)), as_json=arguments.json)


def do_decide(centre: Centre, arguments: argparse.Namespace) -> int:
    """Say whether a row of theirs and a notice of ours are the same."""
    kept = meant(centre, arguments)
    (theirs,) = _theirs(centre, kept, [arguments.theirs])
    answer = "" if arguments.answer == _NOTHING else arguments.answer
    ours = read.referral(centre, arguments.ours).id
    centre.reconciliations.decide(kept.id, theirs, ours, answer, centre.worker)
    return terminal.saved()


def do_explain(centre: Centre, arguments: argparse.Namespace) -> int:
    """Say why rows stand in one list alone, or why two numbers differ."""
    kept = meant(centre, arguments)
    if bool(arguments.theirs) and bool(arguments.ours):
        raise Problem(N_("Name rows of one list at a time."))
    rows = _theirs(centre, kept, arguments.theirs) or tuple(read.referral(centre, each).id for each in arguments.ours)
    side = arguments.side or (OURS if arguments.ours else THEIRS)
    reason = "" if arguments.reason == _NOTHING else arguments.reason
    unit_id = read.agency_if_named(centre, arguments.unit, "unit_id")
    if not reason and not rows:
        raise Problem(N_("Name the rows whose reason is taken back."))
    said = Explained(side, reason, arguments.note, rows, unit_id, arguments.number)
    centre.reconciliations.explain(kept.id, said, centre.worker)
    return terminal.saved()


def do_enter(centre: Centre, arguments: argparse.Namespace) -> int:
    """Enter one of theirs that never arrived."""
    kept = meant(centre, arguments)
    (theirs,) = _theirs(centre, kept, [arguments.theirs])
    entered = centre.reconciliations.enter_missing(kept.id, theirs, centre.worker)
    due = chosen().moment(entered.due_at)
    terminal.tell(_("Notice entered: {number}. First contact by: {due}", number=entered.label, due=due))
    return terminal.DONE


def do_remark(centre: Centre, arguments: argparse.Namespace) -> int:
    """Note what is said of the whole; what is left out stays."""
    kept = meant(centre, arguments)
    given = read.given(arguments, "their_rule", "our_number", "what_next")
    before = {name: getattr(kept, name) for name in ("their_rule", "our_number", "what_next")}
    centre.reconciliations.remark(kept.id, Remarks(**(before | given)), centre.worker)
    return terminal.saved()


def do_settle(centre: Centre, arguments: argparse.Namespace) -> int:
    """Settle it: both sides agree, and nothing of it is changed any more."""
    agreement = Agreement(arguments.for_them, arguments.for_us, arguments.for_them_title, arguments.for_us_title)
    settled = centre.reconciliations.settle(meant(centre, arguments).id, agreement, centre.worker)
    terminal.tell(_("Agreed figure: {n}", n=chosen().number(settled.agreed or 0)))
    return terminal.DONE


def _standing(centre: Centre, kept: Reconciliation) -> Standing:
    return centre.reconciliations.standing(kept.id, terminal.Progress(_("Comparing…")))


def _theirs(centre: Centre, kept: Reconciliation, places: list[int]) -> tuple[UUID, ...]:
    """Rows of their list by their places, from 1."""
    rows = {row.place + 1: row for row in centre.reconciliations.theirs(kept.id)}
    missing = [str(place) for place in places if place not in rows]
    if missing:
        raise Problem(N_("Their list has no such row: {rows}"), field="theirs", rows=", ".join(missing))
    return tuple(rows[place].id for place in places)

"""`liepa protocol import|acts|align`: texts from files, the acts a protocol is measured by, and how it stands to them."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from desktop.centre import Centre
from desktop.commands import terminal
from desktop.commands.parser_kit import in_vault
from desktop.commands.protocol_named import provision, sheet, version_arguments
from desktop.commands.protocol_revise import write_paper
from desktop.language import LOCALES, N_, _, chosen
from desktop.problems import Problem
from desktop.protocol.acts import ActDraft, ActRow, PointDraft
from desktop.protocol.alignments import AlignmentRow
from desktop.protocol.importing import read_provisions
from desktop.records.alignment import ACTS, ALIGNMENTS
from desktop.vault.search import fold

NOT_JUDGED = "none"
"""Said for a judgement that is taken back."""


def fill_import(parser: argparse.ArgumentParser) -> None:
    """Which file, and what it is."""
    in_vault(parser, do_import)
    version_arguments(parser)
    parser.add_argument("file", type=Path, metavar="FILE", help=_("a DOCX, a table, or a text with numbers"))
    parser.add_argument("--act", metavar="NAME", help=_("it is an act of this name, not the protocol itself"))
    parser.add_argument("--kind", choices=[*ACTS], default="other", help=_("what kind of act it is"))
    parser.add_argument("--short", default="", metavar="TEXT", help=_("the act as it is cited"))
    parser.add_argument(
        "--language", choices=LOCALES, metavar="LANGUAGE", help=_("of its text; the office's own if left out")
    )
    parser.add_argument("--look", action="store_true", help=_("only show what was read; nothing is kept"))


def fill_acts(parser: argparse.ArgumentParser) -> None:
    """Nothing but the vault, or which one goes."""
    in_vault(parser, do_acts, lists=True)
    parser.add_argument("--remove", metavar="NAME", help=_("take this act out"))
    parser.add_argument("--point", metavar="NUMBER", help=_("only this point of the act"))
    parser.add_argument("--anyway", action="store_true", help=_("though provisions rest on it"))


def fill_align(parser: argparse.ArgumentParser) -> None:
    """What is judged, how, and where the table goes."""
    in_vault(parser, do_align, lists=True)
    version_arguments(parser)
    parser.add_argument("number", nargs="?", metavar="NUMBER", help=_("the provision; all are listed if left out"))
    parser.add_argument("--point", metavar="TEXT", help=_("the point of an act as it is cited, such as GP 3.2"))
    states = [NOT_JUDGED, *filter(None, ALIGNMENTS)]
    parser.add_argument("--state", choices=states, help=_("how the provision stands to it"))
    parser.add_argument("--needed", metavar="TEXT", help=_("what has still to be done"))
    parser.add_argument("--all", action="store_true", help=_("on the paper what is in line, too"))
    parser.add_argument("--language", choices=LOCALES, metavar="LANGUAGE", help=_("language of the paper"))
    parser.add_argument("--output", type=Path, metavar="FILE", help=_("write it as a sealed PDF, or as a DOCX"))


def do_import(centre: Centre, arguments: argparse.Namespace) -> int:
    """Read a file; keep it as provisions of the draft or as points of an act."""
    read = read_provisions(arguments.file)
    for each in read.doubts:
        terminal.tell(each.told(_))
    if arguments.look:
        terminal.table([_("Number"), _("Heading"), _("Text")],
                       [[each.number, each.title, each.text] for each in read.provisions])  # fmt: skip
        return terminal.DONE
    if arguments.act:
        language = arguments.language or centre.profile_log.profile().language
        points = [PointDraft(each.number, each.title, each.text) for each in read.provisions]
        known = _act_or_none(centre, arguments.act)
        if known:
            centre.acts.bring_points(known.act.id, points, centre.worker)
        else:
            draft = ActDraft(arguments.kind, arguments.act, arguments.short, language=language)
            centre.acts.bring(draft, points, centre.worker)
    else:
        centre.bringing.text(sheet(centre, arguments).version.id, read, centre.worker)
    terminal.tell(_("Provisions brought in: {n}", n=chosen().number(len(read.provisions))))
    return terminal.DONE


def _act_or_none(centre: Centre, name: str) -> ActRow | None:
    wanted = fold(name)
    return next((row for row in centre.acts.all() if wanted in {fold(row.act.title), fold(row.act.short)}), None)


def do_acts(centre: Centre, arguments: argparse.Namespace) -> int:
    """List the acts, or take one out."""
    if arguments.remove:
        found = _act_or_none(centre, arguments.remove)
        if found is None:
            raise Problem(N_("There is no such act: {name}"), name=arguments.remove)
        return _taken_out(centre, found, arguments)
    rows, speak = centre.acts.all(), chosen()
    return terminal.listing(
        arguments.json,
        (
            {"kind": row.act.kind, "title": row.act.title, "short": row.act.short, "number": row.act.number,
             "language": row.act.language, "since": row.act.since, "points": row.points, "resting": row.resting}
            for row in rows
        ),
        [_("Act"), _("Kind"), _("Points")],
        ([row.act.title, _(ACTS[row.act.kind]), speak.number(row.points)] for row in rows),
    )  # fmt: skip


def _taken_out(centre: Centre, row: ActRow, arguments: argparse.Namespace) -> int:
    """The act, or one point of it."""
    if arguments.point is None:
        centre.acts.take_out(row.act.id, centre.worker, anyway=arguments.anyway)
        return terminal.saved()
    points = centre.acts.points(row.act.id)
    point = next((each for each in points if fold(each.number) == fold(arguments.point)), None)
    if point is None:
        raise Problem(N_("There is no such point of an act: {name}"), name=arguments.point)
    centre.acts.take_out_point(point.id, centre.worker, anyway=arguments.anyway)
    return terminal.saved()


def do_align(centre: Centre, arguments: argparse.Namespace) -> int:
    """Judge, write the table, or list how everything stands."""
    of = sheet(centre, arguments)
    if arguments.output:
        return write_paper(
            centre, "alignment", of, arguments.output, language=arguments.language or "", whole=arguments.all
        )  # fmt: skip
    rows = centre.alignments.of(of.version.id).rows
    if arguments.state is None:
        return _listed(rows, arguments)
    state = "" if arguments.state == NOT_JUDGED else arguments.state
    one = provision(of, arguments.number).provision.id if arguments.number else None
    point = next((each for row in rows for each in _points(row) if fold(each[0]) == fold(arguments.point or "")), None)
    if arguments.point and point is None:
        raise Problem(N_("There is no such point of an act: {name}"), name=arguments.point)
    if one is None and point is None:
        raise Problem(N_("Name a provision, or a point of an act with --point."))
    centre.alignments.judge(
        of.version.id, one, state, centre.worker, needed=arguments.needed, point_id=point[1] if point else None
    )
    return terminal.saved()


def _points(row: AlignmentRow) -> list[tuple[str, UUID]]:
    """The points of a row, each as it is cited with its identifier."""
    found = [(each.cited, each.basis.point_id) for each in row.bases if each.basis.point_id]
    return [*found, (row.cited[0], row.point.id)] if row.point and row.cited else found


def _listed(rows: Sequence[AlignmentRow], arguments: argparse.Namespace) -> int:
    wanted = [row for row in rows if not arguments.number or row.number == arguments.number]
    return terminal.listing(
        arguments.json,
        (
            {"number": row.number, "basis": list(row.cited), "state": row.state, "needed": list(row.needed),
             "by": list(row.judged_by), "on": row.judged_on}
            for row in wanted
        ),
        [_("Number"), _("Basis"), _("Alignment"), _("What is still needed")],
        ([row.number or "–", " · ".join(row.cited), _(ALIGNMENTS[row.state]), " · ".join(row.needed)]
         for row in wanted),
    )  # fmt: skip

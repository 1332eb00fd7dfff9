"""`liepa protocol propose|changes|decide|comment|compare`: a round of revision, and two versions side by side."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from desktop.centre import Centre
from desktop.commands import arguments as read
from desktop.commands import terminal
from desktop.commands.meeting_named import meeting
from desktop.commands.parser_kit import in_vault
from desktop.commands.protocol_named import OWN, chapter, institution, limit, provision, sheet, version_arguments
from desktop.language import LOCALES, N_, _, chosen
from desktop.problems import Problem
from desktop.protocol.comparing import KINDS, ProvisionChange, compare
from desktop.protocol.meant import MayBeMeant
from desktop.protocol.revision_drafts import ChangeDraft, CommentDraft
from desktop.protocol.revision_rows import ChangeRow
from desktop.protocol.sheet import VersionSheet
from desktop.records.protocol import TRIGGERS
from desktop.records.revision import CHANGE_KINDS, CHANGE_STATES

ANSWERS = ("accept", "reject", "open")


def fill_propose(parser: argparse.ArgumentParser) -> None:
    """For which provision, and what it should become."""
    in_vault(parser, do_propose)
    version_arguments(parser)
    parser.add_argument("number", metavar="NUMBER", help=_("the provision; a new one where there is none with it"))
    parser.add_argument("--title", metavar="TEXT", help=_("its title"))
    parser.add_argument("--text", metavar="TEXT", help=_("what it says"))
    parser.add_argument("--chapter", metavar="NAME", help=_("its chapter: number, code or title"))
    parser.add_argument("--trigger", choices=[each for each in TRIGGERS if each], help=_("what sets its limit running"))
    parser.add_argument("--limit", metavar="LIMIT", help=_("its time limit: 24h, 3d or 5wd"))
    parser.add_argument("--renumber", metavar="NUMBER", help=_("give it another number"))
    parser.add_argument("--remove", action="store_true", help=_("leave it out"))
    parser.add_argument("--why", default="", metavar="TEXT", help=_("why"))
    parser.add_argument("--by", metavar="NAME", help=_("the institution that proposes it; our own centre if left out"))


def fill_changes(parser: argparse.ArgumentParser) -> None:
    """Of which draft."""
    in_vault(parser, do_changes, lists=True)
    version_arguments(parser)
    parser.add_argument("--open", action="store_true", help=_("only those not decided yet"))


def fill_decide(parser: argparse.ArgumentParser) -> None:
    """Which proposed change, and what is decided."""
    in_vault(parser, do_decide)
    version_arguments(parser)
    parser.add_argument("number", metavar="NUMBER", help=_("the provision whose change is meant"))
    parser.add_argument("answer", choices=ANSWERS, help=_("accept, reject, or leave open again"))


def fill_comment(parser: argparse.ArgumentParser) -> None:
    """To which provision, whose, and what it says."""
    in_vault(parser, do_comment)
    version_arguments(parser)
    parser.add_argument("number", metavar="NUMBER", help=_("the provision"))
    parser.add_argument("text", metavar="TEXT", help=_("what the institution says"))
    parser.add_argument(
        "--institution", required=True, metavar="NAME", help=_("the institution; {own} is our own centre", own=OWN)
    )
    parser.add_argument("--meeting", metavar="MEETING", help=_("at which meeting"))


def fill_comments(parser: argparse.ArgumentParser) -> None:
    """Whose table came back, and where it lies."""
    in_vault(parser, do_comments)
    version_arguments(parser)
    parser.add_argument("file", type=Path, metavar="FILE", help=_("the DOCX table that came back"))
    parser.add_argument(
        "--institution", required=True, metavar="NAME", help=_("the institution; {own} is our own centre", own=OWN)
    )


def fill_compare(parser: argparse.ArgumentParser) -> None:
    """Which two versions, and where to."""
    in_vault(parser, do_compare, lists=True)
    version_arguments(parser)
    parser.add_argument("--old", metavar="N", help=_("the version it is compared with; the one it revises if left out"))
    parser.add_argument("--all", action="store_true", help=_("provisions that stayed as they were, too"))
    parser.add_argument("--language", choices=LOCALES, metavar="LANGUAGE", help=_("its text in this language"))
    parser.add_argument("--output", type=Path, metavar="FILE", help=_("write it as a sealed PDF, or as a DOCX"))


def do_propose(centre: Centre, arguments: argparse.Namespace) -> int:
    """Propose a change, or rewrite the one that is open."""
    of = sheet(centre, arguments)
    row = of.numbered(arguments.number)
    known = _open_change(centre, of, arguments.number)
    if known:
        draft = ChangeDraft.of(known.change)
    elif arguments.remove:
        draft = ChangeDraft("remove", provision(of, arguments.number).provision.id, number=arguments.number)
    else:
        draft = ChangeDraft.for_provision(row.provision) if row else ChangeDraft("add", number=arguments.number)
    draft = replace(draft, why=arguments.why or draft.why, **read.given(arguments, "title", "text", "trigger"))
    if arguments.renumber:
        draft = replace(draft, number=arguments.renumber)
    if arguments.chapter:
        draft = replace(draft, chapter_id=chapter(of, arguments.chapter))
    if arguments.limit is not None:
        count, unit = limit(arguments.limit)
        draft = replace(draft, limit_number=count, limit_unit=unit)
    if arguments.by:
        draft = replace(draft, agency_id=institution(centre, arguments.by))
    if known:
        centre.revision.amend(known.change.id, draft, centre.worker)
    else:
        centre.revision.propose(of.version.id, draft, centre.worker)
    return terminal.saved()


def _open_change(centre: Centre, of: VersionSheet, number: str) -> ChangeRow | None:
    rows = centre.revision.changes(of.version.id)
    return next((row for row in rows if row.change.state == "open" and number in _numbers(row)), None)


def _numbers(row: ChangeRow) -> set[str]:
    """Under which numbers a change may be named."""
    return {row.change.number, *(each.provision.number for each in (row.was, row.now) if each)} - {""}


def do_changes(centre: Centre, arguments: argparse.Namespace) -> int:
    """List what is proposed, with what is said to it."""
    rows = [
        row for row in centre.revision.changes(sheet(centre, arguments).version.id)
        if not arguments.open or row.change.state == "open"
    ]  # fmt: skip
    us = centre.profile_log.profile().short_name
    return terminal.listing(
        arguments.json,
        (
            {"number": row.change.number, "kind": row.change.kind, "state": row.change.state,
             "title": row.change.title, "text": row.change.text, "was": row.was.provision.text if row.was else None,
             "limit": row.change.limit_number, "unit": row.change.limit_unit, "why": row.change.why,
             "by": row.proposer.known_as if row.proposer else OWN,
             "comments": [{"institution": each.agency.known_as if each.agency else OWN, "text": each.comment.text,
                           "source": each.comment.source, "day": each.comment.on_day} for each in row.comments]}
            for row in rows
        ),
        [_("Number"), _("Kind"), _("State"), _("Text"), _("Comments")],
        (
            [row.change.number, _(CHANGE_KINDS[row.change.kind]), _(CHANGE_STATES[row.change.state]), row.change.text,
             " · ".join(f"{each.agency.known_as if each.agency else us}: {each.comment.text}"
                        for each in row.comments)]
            for row in rows
        ),
    )  # fmt: skip


def do_decide(centre: Centre, arguments: argparse.Namespace) -> int:
    """Accept, reject, or leave open again."""
    rows = centre.revision.changes(sheet(centre, arguments).version.id)
    found = [row.change for row in rows if arguments.number in _numbers(row)]
    if not found:
        raise Problem(N_("No change is proposed for this provision: {number}"), number=arguments.number)
    change = next((each for each in found if each.state == "open"), found[-1])
    verbs = (centre.revision.accept, centre.revision.reject, centre.revision.leave_open)
    dict(zip(ANSWERS, verbs, strict=True))[arguments.answer](change.id, centre.worker)
    return terminal.saved()


def do_comment(centre: Centre, arguments: argparse.Namespace) -> int:
    """Keep what an institution says."""
    of = sheet(centre, arguments)
    change = _open_change(centre, of, arguments.number)
    row = of.numbered(arguments.number)
    if row is None and change is None:
        provision(of, arguments.number)
    at = meeting(centre, arguments.meeting).id if arguments.meeting else None
    draft = CommentDraft(
        arguments.text, row.provision.id if row else None, change.change.id if change and row is None else None,
        institution(centre, arguments.institution), "meeting" if at else "typed", at,
    )  # fmt: skip
    centre.revision.comment(of.version.id, draft, centre.worker)
    return terminal.saved()


def do_comments(centre: Centre, arguments: argparse.Namespace) -> int:
    """Keep what stands in a returned table; numbers that the draft has not are listed, never guessed."""
    one = sheet(centre, arguments).version
    whose = institution(centre, arguments.institution)
    returned = centre.revision.read_returned(one.id, arguments.file)
    count = centre.revision.bring_comments(one.id, whose, returned, centre.worker) if returned.known else 0
    terminal.tell(_("Comments brought in: {n}", n=chosen().number(count)))
    for each in returned.unknown:
        terminal.tell(_("Not taken, no such provision: {number} · {text}", number=each.number, text=each.text))
    return terminal.DONE


def do_compare(centre: Centre, arguments: argparse.Namespace) -> int:
    """Show what changed word by word, or write it as a paper."""
    new = sheet(centre, arguments)
    old = _other(centre, new, arguments.old)
    if arguments.output:
        return _written(centre, new, old, arguments)
    locale = arguments.language or new.protocol.language
    found = compare(old, new, locale)
    shown = found.rows if arguments.all else found.differing
    return terminal.listing(
        arguments.json,
        (_told(each) for each in shown),
        [_("Number"), _("State"), _("Text")],
        ([each.shown.number, _(KINDS[each.kind]), marked(each)] for each in shown),
    )


def _other(centre: Centre, new: VersionSheet, number: str | None) -> VersionSheet:
    """The version of that number, or the one that is revised."""
    rows = {row.version.number: row.version for row in centre.protocols.versions(new.protocol.id)}
    if number is not None:
        if not number.isdecimal() or int(number[:6]) not in rows:
            raise Problem(N_("There is no such version: {number}"), number=number)
        return centre.protocols.sheet(rows[int(number)].id)
    if new.version.based_on_id is None:
        raise Problem(N_("There is no earlier version to compare it with. Name one with --old."))
    return centre.protocols.sheet(new.version.based_on_id)


def _told(change: ProvisionChange) -> dict[str, object]:
    return {
        "number": change.shown.number, "kind": change.kind, "moved": change.is_moved,
        "title": [(piece.kind, piece.text) for piece in change.title],
        "text": [(piece.kind, piece.text) for piece in change.text],
    }  # fmt: skip


def marked(change: ProvisionChange) -> str:
    """The text with what was removed in [brackets] and what was inserted in {braces}."""
    signs = {"removed": "[{}]", "inserted": "{{{}}}"}
    return "".join(signs.get(piece.kind, "{}").format(piece.text) for piece in change.text)


def _written(centre: Centre, new: VersionSheet, old: VersionSheet, arguments: argparse.Namespace) -> int:
    return write_paper(
        centre, "comparison", new, arguments.output, against_id=old.version.id, language=arguments.language or ""
    )


def write_paper(
    centre: Centre, kind: str, of: VersionSheet | None, output: Path, *, draft: bool = False, meant: bool = False,
    **wanted: object,
) -> int:  # fmt: skip
    """Make a paper and write it: a DOCX as it is, a PDF sealed, or unsealed as a draft.

    `meant`: what closed texts tell of persons is meant so; this is kept.
    """
    log = centre.protocol_papers
    asked = log.asked(kind, of.version.id if of else None, **wanted)
    if meant:
        try:
            log.prepare(asked)
        except MayBeMeant as told:
            log.say_meant(told, centre.worker)
    if output.suffix.lower() == ".docx":
        log.write_letter(log.prepare(asked), output)
        return terminal.saved()
    if draft:
        log.write_draft(log.prepare(asked), output)
        return terminal.saved()
    made = log.make(asked, centre.worker, progress=terminal.Progress(_("Making papers…")))
    log.write(made.id, output)
    terminal.tell(made.number)
    return terminal.DONE

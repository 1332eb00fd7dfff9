"""`liepa meeting invite|pack|papers`: what leaves the house for a meeting, to whom, and when."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from desktop.centre import Centre
from desktop.commands import arguments as read
from desktop.commands import terminal
from desktop.commands.meeting_named import meeting, meeting_argument
from desktop.commands.parser_kit import in_vault
from desktop.language import _, chosen
from desktop.meetings.permission import REASONS
from desktop.records.issued import PAPERS, MeetingPaper
from desktop.records.meeting import Meeting


def fill_invite(parser: argparse.ArgumentParser) -> None:
    """Which meeting, and where to."""
    in_vault(parser, do_invite)
    meeting_argument(parser)
    _folder(parser)


def fill_pack(parser: argparse.ArgumentParser) -> None:
    """Which meeting, for whom, and where to."""
    in_vault(parser, do_pack, lists=True)
    meeting_argument(parser)
    _folder(parser)
    parser.add_argument("--for", dest="receiver", metavar="NAME", help=_("for this institution alone"))
    parser.add_argument("--withheld", action="store_true", help=_("only list what each copy does not tell, and why"))


def fill_papers(parser: argparse.ArgumentParser) -> None:
    """Which meeting."""
    in_vault(parser, do_papers, lists=True)
    meeting_argument(parser)


def _folder(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--output", type=Path, metavar="FOLDER", help=_("the folder they are written to"))
    parser.add_argument("--sent", action="store_true", help=_("note that they are handed over"))
    official_meant(parser)


def official_meant(parser: argparse.ArgumentParser) -> None:
    """The answer to who is meant where an official is called as somebody we know."""
    parser.add_argument(
        "--official-meant", dest="official", action="store_true",
        help=_("where an official is called as a person we know, the official is meant"),
    )  # fmt: skip


def do_invite(centre: Centre, arguments: argparse.Namespace) -> int:
    """Make the invitations, each with a calendar file."""
    wanted = meeting(centre, arguments.meeting)
    progress = terminal.Progress(_("Making papers…"))
    made = centre.meeting_papers.make_packs(
        wanted.id, centre.worker, kind="invitation", sure=arguments.official, progress=progress
    )
    _hand_over(centre, made, arguments)
    for each in made:
        if arguments.output and each.receiver_id:
            path = arguments.output / f"{_name(each)}.ics"
            centre.meeting_papers.write_event(wanted.id, each.receiver_id, path)
    return _made(made)


def do_pack(centre: Centre, arguments: argparse.Namespace) -> int:
    """Make the papers of all or one, or tell what they keep back."""
    wanted = meeting(centre, arguments.meeting)
    if arguments.withheld:
        return _withheld(centre, wanted, arguments)
    progress = terminal.Progress(_("Making papers…"))
    if arguments.receiver:
        receiver = read.agency(centre, arguments.receiver, "receiver")
        made: Sequence[MeetingPaper] = [
            centre.meeting_papers.make(
                wanted.id, "pack", centre.worker, receiver_id=receiver, sure=arguments.official, progress=progress
            )
        ]
    else:
        made = centre.meeting_papers.make_packs(wanted.id, centre.worker, sure=arguments.official, progress=progress)
    _hand_over(centre, made, arguments)
    return _made(made)


def _withheld(centre: Centre, wanted: Meeting, arguments: argparse.Namespace) -> int:
    names = {each.id: each.known_as for each in centre.meeting_papers.receivers(wanted.id)}
    found = [(names[one], each) for one, kept in centre.meeting_papers.withheld(wanted.id).items() for each in kept]
    return terminal.listing(
        arguments.json,
        ({"receiver": who, "code": e.code, "list": e.listed, "level": e.level, "reason": e.reason} for who, e in found),
        [_("Receiver"), _("Code"), _("Reason")],
        ([who, each.code, _(REASONS[each.reason])] for who, each in found),
    )


def _hand_over(centre: Centre, made: Sequence[MeetingPaper], arguments: argparse.Namespace) -> None:
    if arguments.output:
        arguments.output.mkdir(parents=True, exist_ok=True)
    for each in made:
        path = arguments.output / f"{_name(each)}.pdf" if arguments.output else None
        if arguments.sent:
            centre.meeting_papers.send(each.id, centre.worker, path=path)
        elif path:
            centre.meeting_papers.write(each.id, path)


def _name(paper: MeetingPaper) -> str:
    """A file's name that any system takes: the number, the kind, the receiver."""
    kept = "".join(sign if sign.isalnum() else "-" for sign in paper.receiver)
    return "-".join(filter(None, (paper.number, paper.kind, "-".join(filter(None, kept.split("-")))[:60])))


def _made(made: Sequence[MeetingPaper]) -> int:
    for each in made:
        kept_back = _("items not in this copy: {n}", n=chosen().number(each.withheld)) if each.withheld else ""
        terminal.tell(" · ".join(filter(None, (each.number, each.receiver, kept_back))))
    return terminal.DONE


def do_papers(centre: Centre, arguments: argparse.Namespace) -> int:
    """The share log; waits for a decision where a copy tells more than it may by now."""
    wanted = meeting(centre, arguments.meeting)
    rows, desk = centre.meeting_papers.of(wanted.id), centre.world.desk
    code = terminal.listing(
        arguments.json,
        (
            {"kind": r.kind, "number": r.number, "language": r.language, "receiver": r.receiver, "digest": r.digest,
             "made": desk(r.made_at), "made_by": r.made_by, "sent": desk(r.sent_at) if r.sent_at else None,
             "sent_by": r.sent_by, "withheld": r.withheld, "superseded": r.superseded_by_id is not None}
            for r in rows
        ),
        [_("Paper"), _("Receiver"), _("Made"), _("Handed over")],
        (
            [_(PAPERS[r.kind]), r.receiver, chosen().moment(desk(r.made_at)),
             chosen().moment(desk(r.sent_at)) if r.sent_at else ""]
            for r in rows
        ),
    )  # fmt: skip
    doubts = centre.meeting_papers.doubts(wanted.id)
    for doubt in doubts:
        terminal.say_error(f"{doubt.receiver}: {_(doubt.because)}")
    return terminal.WAITING if doubts else code

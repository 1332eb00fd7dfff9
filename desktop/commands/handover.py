"""`liepa handover`: notes that one shift leaves for the next."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from uuid import UUID

from desktop.centre import Centre
from desktop.commands import arguments as read
from desktop.commands import terminal
from desktop.commands.parser_kit import verbs_of
from desktop.language import N_, _, chosen
from desktop.problems import Problem
from desktop.records.handover_log import HandoverDraft, HandoverNote
from desktop.vault.search import fold


def fill(parser: argparse.ArgumentParser) -> None:
    """Add the verbs of this noun."""
    add = verbs_of(parser)
    write = add.on_vault("write", _("Leave a note for the next shift"), do_write)
    write.add_argument("text", metavar="TEXT", help=_("the words"))
    write.add_argument("--for", dest="whom", metavar="NAME", help=_("for one worker; whoever comes next if left out"))
    write.add_argument("--notice", metavar="NUMBER", help=_("the notice, such as 2026/419"))
    add.on_vault("read", _("Show what waits for you, and keep that you read it"), do_read, lists=True)
    hand_on = add.on_vault("on", _("Let another worker look after notices"), do_on)
    hand_on.add_argument("notices", metavar="NUMBER", nargs="+", help=_("their numbers, such as 2026/419"))
    hand_on.add_argument("--to", metavar="NAME", help=_("the worker; whoever comes next if left out"))
    hand_on.add_argument("--note", default="", metavar="TEXT", help=_("words for the worker"))
    add.on_vault("list", _("List notes, newest first"), do_list, lists=True, limit=True)


def do_write(centre: Centre, arguments: argparse.Namespace) -> int:
    """Leave a note."""
    about_it = read.referral(centre, arguments.notice).id if arguments.notice else None
    whom = _worker(centre, arguments.whom) if arguments.whom else None
    centre.handovers.write(HandoverDraft(arguments.text, whom, about_it), centre.worker)
    return terminal.saved()


def do_read(centre: Centre, arguments: argparse.Namespace) -> int:
    """Show what waits, then keep that it was read."""
    notes = centre.handovers.waiting(centre.worker)
    _show(centre, arguments, notes)
    for kept in notes:
        centre.handovers.read(kept.note.id, centre.worker)
    return terminal.DONE


def do_on(centre: Centre, arguments: argparse.Namespace) -> int:
    """Hand notices on."""
    notices = [read.referral(centre, number).id for number in arguments.notices]
    to_id = _worker(centre, arguments.to) if arguments.to else None
    centre.handovers.hand_on(notices, to_id, arguments.note, centre.worker)
    return terminal.saved()


def do_list(centre: Centre, arguments: argparse.Namespace) -> int:
    """List the latest notes."""
    _show(centre, arguments, centre.handovers.everything(arguments.limit))
    return terminal.DONE


def _show(centre: Centre, arguments: argparse.Namespace, notes: Sequence[HandoverNote]) -> None:
    desk, speak = centre.world.desk, chosen()
    terminal.listing(
        arguments.json,
        (
            {"written": desk(n.note.written_at), "worker": n.note.worker_name, "notice": n.label, "text": n.note.text,
             "read": desk(n.note.read_at) if n.note.read_at else None, "read_by": n.note.read_by}
            for n in notes
        ),
        [_("Written"), _("Worker"), _("Notice"), _("Note"), _("Read by")],
        (
            [speak.moment(desk(n.note.written_at)), n.note.worker_name, n.label, n.note.text, n.note.read_by]
            for n in notes
        ),
    )  # fmt: skip


def _worker(centre: Centre, name: str) -> UUID:
    for member in centre.staff.members(active_only=True):
        if fold(member.name) == fold(name):
            return member.id
    raise Problem(N_("There is no such worker: {name}"), name=name)

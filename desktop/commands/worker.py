"""`liepa worker`: who may unlock a vault."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.centre import Centre
from desktop.commands import terminal
from desktop.commands.parser_kit import verbs_of
from desktop.language import N_, _
from desktop.problems import Problem
from desktop.records.staff import StaffDraft
from desktop.records.vocabulary import WORKER_ROLES
from desktop.vault.vault import Vault


def fill(parser: argparse.ArgumentParser) -> None:
    """Add the verbs of this noun."""
    add = verbs_of(parser)
    new = add.on_vault("add", _("Add a worker with her own passphrase"), do_add, leads=True)
    new.add_argument("name", metavar="NAME", help=_("her name"))
    new.add_argument("--role", choices=WORKER_ROLES, default="cases", help=_("what she does here"))
    new.add_argument("--title", default="", metavar="TEXT", help=_("her job title, as the papers name it"))
    new.add_argument(
        "--new-passphrase-file", metavar="PATH", help=_("read her passphrase from a file; - is standard input")
    )

    listed = add("list", _("List who may unlock"), do_list)
    listed.add_argument("vault", type=Path, metavar="VAULT", help=_("the folder of the vault"))
    listed.add_argument("--json", action="store_true", help=_("as JSON"))

    remove = add.on_vault("remove", _("Take a worker's access away and change the vault's key"), do_remove, leads=True)
    remove.add_argument("name", metavar="NAME", help=_("her name"))

    change = add.on_vault("passphrase", _("Change your own passphrase"), do_passphrase)
    change.add_argument(
        "--new-passphrase-file", metavar="PATH", help=_("read the new passphrase from a file; - is standard input")
    )

    title = add.on_vault("title", _("Change how a worker is titled on paper"), do_title)
    title.add_argument("name", metavar="NAME", help=_("her name"))
    title.add_argument("title", metavar="TEXT", help=_("her job title, as the papers name it"))


def do_add(centre: Centre, arguments: argparse.Namespace) -> int:
    """Add a worker."""
    asked = _("Passphrase of {worker}", worker=arguments.name)
    words = terminal.passphrase(arguments.new_passphrase_file, asked, twice=True)
    centre.staff.add(StaffDraft(arguments.name, arguments.role, arguments.title, words), centre.worker)
    return terminal.saved()


def do_list(arguments: argparse.Namespace) -> int:
    """List the slots of the key file; needs no passphrase."""
    slots = Vault.workers(arguments.vault)
    return terminal.listing(
        arguments.json,
        ({"name": slot.name, "role": slot.role} for slot in slots),
        [_("Name"), _("Role")],
        ([slot.name, _(WORKER_ROLES[slot.role])] for slot in slots),
    )


def do_remove(centre: Centre, arguments: argparse.Namespace) -> int:
    """Remove a worker; the data key changes."""
    found = [slot for slot in Vault.workers(arguments.vault) if slot.name == arguments.name]
    if not found:
        raise Problem(N_("There is no such worker: {name}"), name=arguments.name)
    centre.staff.remove(found[0].id, by=centre.worker, progress=terminal.Progress(_("Changing the key")))
    told = N_("Access removed: {worker}. Copies made earlier still open with the old passphrase.")
    terminal.tell(_(told, worker=arguments.name))
    return terminal.DONE


def do_passphrase(centre: Centre, arguments: argparse.Namespace) -> int:
    """Change the worker's own passphrase."""
    new = terminal.passphrase(arguments.new_passphrase_file, _("New passphrase"), twice=True)
    centre.staff.change_passphrase(arguments.given, new)
    return terminal.saved()


def do_title(centre: Centre, arguments: argparse.Namespace) -> int:
    """Change a worker's title."""
    for member in centre.staff.members():
        if member.name == arguments.name:
            centre.staff.amend(member.id, arguments.title, centre.worker)
            return terminal.saved()
    raise Problem(N_("There is no such worker: {name}"), name=arguments.name)

"""`liepa vault`: create, check, back up, restore and recover the encrypted store."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.centre import new_centre
from desktop.commands import terminal
from desktop.commands.opened import opened, vault_arguments
from desktop.commands.parser_kit import verbs_of
from desktop.language import LOCALES, _, chosen, ngettext
from desktop.paper.recovery_sheet import draw_recovery_sheet
from desktop.records.centre_draft import CentreDraft
from desktop.records.country import COUNTRIES
from desktop.summaries.press import write_file
from desktop.vault.backup import back_up, restore_beside
from desktop.vault.files import disk_problem
from desktop.vault.vault import Vault
from desktop.world import World

NAME = "vault"


def about() -> str:
    """What this noun is for."""
    return _("Create, check, back up, restore and recover a vault")


def fill(parser: argparse.ArgumentParser) -> None:
    """Add the verbs of this noun."""
    add = verbs_of(parser)
    create = add("create", _("Create a vault for a centre"), do_create)
    create.add_argument("vault", type=Path, metavar="VAULT", help=_("the new folder, NAME.liepa"))
    create.add_argument("--centre", required=True, metavar="NAME", help=_("the centre's name"))
    create.add_argument("--country", choices=COUNTRIES, default="XX", help=_("sets lists, holidays and deadlines"))
    create.add_argument("--language", choices=LOCALES, default="en", help=_("the office's language"))
    create.add_argument("--town", default="", metavar="PLACE", help=_("the centre's town"))
    create.add_argument("--worker", required=True, metavar="NAME", help=_("the first worker, who leads the vault"))
    create.add_argument(
        "--passphrase-file", metavar="PATH", help=_("read the passphrase from a file; - is standard input")
    )
    create.add_argument(
        "--recovery-sheets",
        type=Path,
        metavar="FOLDER",
        help=_("write three recovery sheets there as PDF; print them, then delete the files"),
    )

    check = add("check", _("Check every page and the history of a vault"), do_check)
    vault_arguments(check)
    check.add_argument("--json", action="store_true", help=_("as JSON"))

    backup = add("backup", _("Copy the vault into one encrypted file and check the copy"), do_backup)
    vault_arguments(backup)
    backup.add_argument("file", type=Path, metavar="FILE", help=_("the file to make"))

    restore = add("restore", _("Lay a copy beside the vault as a folder of its own"), do_restore)
    restore.add_argument("file", type=Path, metavar="FILE", help=_("the copy"))
    restore.add_argument("folder", type=Path, metavar="FOLDER", help=_("the new folder; it must not exist yet"))

    sheets = add("sheets", _("Make three new recovery sheets; the old ones stop working"), do_sheets)
    vault_arguments(sheets)
    sheets.add_argument("folder", type=Path, metavar="FOLDER", help=_("where the three PDF files go"))

    rehearse = add("rehearse", _("Prove that two recovery sheets open the vault"), do_rehearse)
    vault_arguments(rehearse)
    _codes(rehearse)

    recover = add("recover", _("Set a new passphrase with two recovery sheets"), do_recover)
    recover.add_argument("vault", type=Path, metavar="VAULT", help=_("the folder of the vault"))
    recover.add_argument("--worker", required=True, metavar="NAME", help=_("whose passphrase is set anew"))
    recover.add_argument(
        "--passphrase-file", metavar="PATH", help=_("read the new passphrase from a file; - is standard input")
    )
    _codes(recover)


def _codes(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--sheet", action="append", required=True, metavar="CODE", help=_("the code of a sheet; give two")
    )


def do_create(arguments: argparse.Namespace) -> int:
    """Create a vault and say what must be done next."""
    words = terminal.passphrase(arguments.passphrase_file, _("Passphrase"), twice=True)
    draft = CentreDraft(
        name=arguments.centre, country=arguments.country, language=arguments.language, town=arguments.town
    )
    centre = new_centre(
        arguments.vault,
        draft,
        worker_name=arguments.worker,
        passphrase=words,
        world=World.real(),
        progress=terminal.Progress(_("Creating the vault…")),
    )
    try:
        if arguments.recovery_sheets:
            _write_sheets(centre.vault, arguments.recovery_sheets)
        else:
            terminal.tell(_("There are no recovery sheets yet. Make them with “liepa vault sheets”."))
        terminal.tell(_("The vault is made: {folder}", folder=arguments.vault))
    finally:
        centre.vault.lock()
    return terminal.DONE


def _write_sheets(vault: Vault, folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise disk_problem(error) from error
    for share in vault.make_recovery(vault.worker):
        file = folder / f"{share.kit}-{share.number}.pdf"
        terminal.tell(str(write_file(file, draw_recovery_sheet(share, chosen(), vault.world.today()))))
    terminal.tell(_("Keep them in three different places. Do not photograph them."))
    terminal.tell(_("This file is not encrypted. Delete it when it is no longer needed."))


def do_check(arguments: argparse.Namespace) -> int:
    """Check the whole vault; exit 1 if anything is wrong."""
    with opened(arguments) as centre:
        report = centre.vault.check(terminal.Progress(_("Checking the vault…")))
        if arguments.json:
            said = [problem.told(_) for problem in report.sentences]
            terminal.as_json(
                {"whole": report.whole, "pages": report.pages, "changes": report.changes, "sentences": said}
            )
        for problem in report.sentences:
            terminal.complain(problem)
        if not arguments.json and report.whole:
            terminal.tell(_("The vault is whole."))
            terminal.tell(ngettext("{n} change, unbroken.", "{n} changes, unbroken.", report.changes))
    return terminal.DONE if report.whole else terminal.MENDABLE


def do_backup(arguments: argparse.Namespace) -> int:
    """Back up to one file."""
    with opened(arguments) as centre:
        report = back_up(centre.vault, arguments.file, terminal.Progress(_("Copying")))
        terminal.tell(_("The backup was opened and read: it is good."))
        terminal.tell(_("Bytes: {n}", n=chosen().number(report.size)))
    return terminal.DONE


def do_restore(arguments: argparse.Namespace) -> int:
    """Restore beside; the present vault is not touched."""
    restore_beside(arguments.file, arguments.folder, progress=terminal.Progress(_("Copying")))
    terminal.tell(_("The restored vault lies beside the present one. Compare, then decide."))
    return terminal.DONE


def do_sheets(arguments: argparse.Namespace) -> int:
    """Make new recovery sheets."""
    with opened(arguments) as centre:
        _write_sheets(centre.vault, arguments.folder)
    return terminal.DONE


def do_rehearse(arguments: argparse.Namespace) -> int:
    """Rehearse with two sheets."""
    with opened(arguments) as centre:
        centre.vault.rehearse(arguments.sheet[0], arguments.sheet[-1])
        terminal.tell(_("These two sheets open the vault."))
    return terminal.DONE


def do_recover(arguments: argparse.Namespace) -> int:
    """Set a new passphrase by two sheets."""
    words = terminal.passphrase(arguments.passphrase_file, _("New passphrase"), twice=True)
    vault = Vault.recover(
        arguments.vault,
        arguments.sheet[0],
        arguments.sheet[-1],
        new_passphrase=words,
        worker_name=arguments.worker,
        world=World.real(),
    )
    vault.lock()
    terminal.tell(_("The new passphrase is set. The old sheets are no longer valid. Destroy them."))
    return terminal.DONE

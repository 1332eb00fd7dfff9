"""`liepa vault`: create, check, back up, restore and recover the encrypted store."""

from __future__ import annotations

import argparse
from contextlib import ExitStack
from pathlib import Path

from desktop.centre import Centre, new_centre, recover_centre
from desktop.commands import terminal
from desktop.commands.opened import opened
from desktop.commands.parser_kit import Adder, vault_arguments, verbs_of
from desktop.language import LOCALES, _, chosen, ngettext
from desktop.paper.recovery_sheet import draw_recovery_sheet
from desktop.records.centre_draft import CentreDraft
from desktop.records.country import COUNTRIES
from desktop.records.tables import COUNTED
from desktop.summaries.press import write_file
from desktop.vault.backup import back_up
from desktop.vault.disks import disks
from desktop.vault.files import disk_problem
from desktop.vault.protection import STATES
from desktop.vault.refusals import DataDamaged, DataMissing, KeyFileDamaged
from desktop.vault.restoring import counts, restore_beside, switch
from desktop.vault.vault import CheckReport, Vault
from desktop.world import World


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

    check = add("check", _("Check every page, the history and the search of a vault"), do_check)
    vault_arguments(check)
    check.add_argument("--json", action="store_true", help=_("as JSON"))
    _backup_verbs(add)
    sheets = add.on_vault(
        "sheets", _("Make three new recovery sheets; the old ones stop working"), do_sheets, leads=True
    )
    sheets.add_argument("folder", type=Path, metavar="FOLDER", help=_("where the three PDF files go"))
    rehearse = add.on_vault("rehearse", _("Prove that two recovery sheets open the vault"), do_rehearse)
    _codes(rehearse)

    recover = add("recover", _("Set a new passphrase with two recovery sheets"), do_recover)
    recover.add_argument("vault", type=Path, metavar="VAULT", help=_("the folder of the vault"))
    recover.add_argument("--worker", required=True, metavar="NAME", help=_("whose passphrase is set anew"))
    recover.add_argument(
        "--passphrase-file", metavar="PATH", help=_("read the new passphrase from a file; - is standard input")
    )
    _codes(recover)


def _backup_verbs(add: Adder) -> None:
    backup = add.on_vault("backup", _("Copy the vault into one encrypted file and check the copy"), do_backup)
    backup.add_argument("file", type=Path, metavar="FILE", help=_("the file to make"))
    restore = add("restore", _("Lay a copy beside the vault as a folder of its own"), do_restore)
    restore.add_argument("file", type=Path, metavar="FILE", help=_("the copy"))
    restore.add_argument("folder", type=Path, metavar="FOLDER", help=_("the new folder; it must not exist yet"))
    switch_to = add("switch", _("Compare a restored vault with the present one, and use it in its place"), do_switch)
    vault_arguments(switch_to)
    switch_to.add_argument("restored", type=Path, metavar="RESTORED", help=_("the folder of the restored vault"))
    switch_to.add_argument(
        "--restored-passphrase-file", metavar="PATH", help=_("its passphrase, if it was another one then")
    )
    switch_to.add_argument("--yes", action="store_true", help=_("use it; without this they are only compared"))
    switch_to.add_argument("--json", action="store_true", help=_("as JSON"))


def _codes(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--sheet", action="append", required=True, metavar="CODE", help=_("the code of a sheet; give two")
    )


def do_create(arguments: argparse.Namespace) -> int:
    """Create a vault and say what must be done next."""
    if arguments.recovery_sheets:
        _make_folder(arguments.recovery_sheets)
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
        terminal.tell(_("The vault is made: {folder}", folder=arguments.vault))
        if arguments.recovery_sheets:
            _write_sheets(centre.vault, arguments.recovery_sheets)
        else:
            terminal.tell(_("There are no recovery sheets yet. Make them with “liepa vault sheets”."))
    finally:
        centre.vault.lock()
    return terminal.DONE


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise disk_problem(error) from error


def _write_sheets(vault: Vault, folder: Path) -> None:
    _make_folder(folder)
    for share in vault.make_recovery(vault.worker):
        file = folder / f"{share.kit}-{share.number}.pdf"
        terminal.tell(str(write_file(file, draw_recovery_sheet(share, chosen(), vault.world.today()))))
    terminal.tell(_("Keep them in three different places. Do not photograph them."))
    terminal.tell(_("This file is not encrypted. Delete it when it is no longer needed."))


def do_check(arguments: argparse.Namespace) -> int:
    """Check the whole vault; exit 1 if anything is wrong, even so much that it does not open.

    How the disks of this computer stand is told beside it, and is no fault of the vault.
    """
    try:
        with opened(arguments) as centre:
            report = centre.vault.check(terminal.Progress(_("Checking the vault…")))
            warned = centre.vault.warnings
    except DataDamaged as damage:
        report, warned = CheckReport(False, 0, 0, (damage,)), ()
    found = disks(arguments.vault, World.real().machine)
    if arguments.json:
        said = [problem.told(_) for problem in report.sentences]
        terminal.as_json({
            "whole": report.whole, "pages": report.pages, "changes": report.changes, "sentences": said,
            "disks": {"system": found.system.value, "vault": found.vault.value},
        })  # fmt: skip
    for problem in report.sentences:
        if problem not in warned:  # those were told when it was opened
            terminal.complain(problem)
    if not arguments.json and report.whole:
        terminal.tell(_("The vault is whole."))
        terminal.tell(ngettext("{n} change, unbroken.", "{n} changes, unbroken.", report.changes))
    if not arguments.json:
        for name, state in found.named():
            terminal.tell(f"{_(name)}: {_(STATES[state])}")
    return terminal.DONE if report.whole else terminal.MENDABLE


def do_backup(centre: Centre, arguments: argparse.Namespace) -> int:
    """Back up to one file."""
    report = back_up(centre.vault, arguments.file, terminal.Progress(_("Copying")))
    terminal.tell(_("The backup was opened and read: it is good."))
    terminal.tell(_("Bytes: {n}", n=chosen().number(report.size)))
    return terminal.DONE


def do_restore(arguments: argparse.Namespace) -> int:
    """Restore beside; the present vault is not touched."""
    restore_beside(arguments.file, arguments.folder, progress=terminal.Progress(_("Copying")))
    terminal.tell(_("The restored vault lies beside the present one. Compare, then decide."))
    return terminal.DONE


def do_switch(arguments: argparse.Namespace) -> int:
    """Use a restored vault in place of the present one; exit 3 while nobody has said so."""
    with ExitStack() as locked:
        try:
            present = locked.enter_context(opened(arguments, leads=True)).vault
        except (DataDamaged, DataMissing, KeyFileDamaged):
            present = None  # that is what a backup is for
        beside = argparse.Namespace(**vars(arguments) | {"vault": arguments.restored})
        if arguments.restored_passphrase_file:
            beside.passphrase_file = arguments.restored_passphrase_file
        restored = locked.enter_context(opened(beside)).vault
        if not arguments.yes:
            return _compare(present, restored, as_json=arguments.json)
        switch(restored, arguments.vault, present=present, progress=terminal.Progress(_("Restoring…")))
    terminal.tell(_("The restored data are in use. The file before stays in the folder of the vault."))
    return terminal.DONE


def _compare(present: Vault | None, restored: Vault, *, as_json: bool) -> int:
    now, then = counts(present) if present else {}, counts(restored)
    terminal.listing(
        as_json,
        ({"records": name, "now": now.get(name), "backup": count} for name, count in then.items()),
        [_("Records"), _("Now"), _("In the backup")],
        ([_(COUNTED[name]), str(now.get(name, "–")), str(count)] for name, count in then.items() if name in COUNTED),
    )
    terminal.say_error(_("Nothing was changed. With --yes the restored data take the place of the present ones."))
    return terminal.WAITING


def do_sheets(centre: Centre, arguments: argparse.Namespace) -> int:
    """Make new recovery sheets."""
    _write_sheets(centre.vault, arguments.folder)
    return terminal.DONE


def do_rehearse(centre: Centre, arguments: argparse.Namespace) -> int:
    """Rehearse with two sheets."""
    centre.vault.rehearse(arguments.sheet[0], arguments.sheet[-1])
    terminal.tell(_("These two sheets open the vault."))
    return terminal.DONE


def do_recover(arguments: argparse.Namespace) -> int:
    """Set a new passphrase by two sheets."""
    words = terminal.passphrase(arguments.passphrase_file, _("New passphrase"), twice=True)
    centre = recover_centre(
        arguments.vault,
        arguments.sheet[0],
        arguments.sheet[-1],
        new_passphrase=words,
        worker_name=arguments.worker,
        world=World.real(),
    )
    centre.vault.lock()
    terminal.tell(_("The new passphrase is set. The old sheets are no longer valid. Destroy them."))
    return terminal.DONE

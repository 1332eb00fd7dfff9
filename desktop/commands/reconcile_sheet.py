"""`liepa reconcile sheet`: the sheet both sides sign, sealed once they agreed, a draft before; as PDF or workbook."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.centre import Centre
from desktop.commands import terminal
from desktop.commands.parser_kit import in_vault
from desktop.commands.reconcile_propose import meant, which_arguments
from desktop.language import LOCALES, N_, _
from desktop.problems import Problem
from desktop.records.issued import IssuedSheet
from desktop.records.reconciliation import Reconciliation
from desktop.summaries.sheets import KEPT, SheetRow

_ENDINGS = (".pdf", ".xlsx")


def fill_sheet(parser: argparse.ArgumentParser) -> None:
    """Which one, in which language, and where to."""
    in_vault(parser, do_sheet)
    which_arguments(parser)
    parser.add_argument(
        "--language", choices=LOCALES, default="", help=_("language of the paper; the office's own if left out")
    )
    parser.add_argument("--output", required=True, type=Path, metavar="FILE", help=_("where to: FILE.pdf or FILE.xlsx"))
    parser.add_argument("--receiver", default="", metavar="NAME", help=_("for whom it is"))
    parser.add_argument(
        "--names", action="store_true", help=_("with an annex of names, for a receiver who may see them")
    )
    parser.add_argument("--again", action="store_true", help=_("the sheet that was issued last, as it was sealed"))


def do_sheet(centre: Centre, arguments: argparse.Namespace) -> int:
    """Issue the sheet of an agreed period, or write a draft of one that is still open."""
    path: Path = arguments.output
    if path.suffix.lower() not in _ENDINGS:
        raise Problem(N_("Name a file that ends with .pdf or .xlsx."), field="output")
    kept = meant(centre, arguments)
    wanted = {"receiver": arguments.receiver, "with_names": arguments.names}
    if path.suffix.lower() == ".xlsx" or not kept.is_settled:
        sheet = centre.sheets.prepare(kept.id, arguments.language, **wanted)
        write = centre.sheets.write_spreadsheet if path.suffix.lower() == ".xlsx" else centre.sheets.write_draft
        write(sheet, path)
        if not kept.is_settled:
            terminal.say_error(_("This is a draft without a seal: the period is not agreed yet."))
        return terminal.DONE
    if arguments.again:
        issued = _issued_last(centre, kept, arguments.language)
        centre.sheets.write(issued, path)
        terminal.tell(_("Sheet {number}: {file}", number=issued.number, file=str(path)))
        return terminal.DONE
    issued = centre.sheets.issue(kept.id, arguments.language, by=centre.worker, **wanted)
    try:
        centre.sheets.write(issued, path)
    except Problem:
        terminal.say_error(_(KEPT))
        raise
    terminal.tell(_("Sheet {number}: {file}", number=issued.number, file=str(path)))
    return terminal.DONE


def _issued_last(centre: Centre, kept: Reconciliation, language: str) -> IssuedSheet:
    """The newest sheet of a period, in the language named or in the office's own."""
    wanted = language or centre.profile_log.profile().language
    row = next((row for row in centre.sheets.issued(kept.id) if row.language == wanted), None)
    if row is None:
        raise Problem(N_("There is no such sheet."))
    return centre.sheets.reissue(row.id)


def fill_sheets(parser: argparse.ArgumentParser) -> None:
    """Nothing but the vault."""
    in_vault(parser, do_sheets, lists=True)


def do_sheets(centre: Centre, arguments: argparse.Namespace) -> int:
    """Every sheet that was issued, the newest first."""
    rows = centre.sheets.issued()
    objects = [{name: value for name, value in row._asdict().items() if name != "reconciliation_id"} for row in rows]
    return terminal.listing(
        arguments.json, objects, [_("Number"), _("Language"), _("Receiver"), _("Names")], map(_told, rows)
    )


def _told(row: SheetRow) -> list[str]:
    return [row.number, row.language, row.receiver, _("yes") if row.with_names else _("no")]

"""`liepa summary`: issue the signed summary of a month or a quarter, write it again, and check a received one."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path

from desktop.centre import Centre
from desktop.commands import terminal
from desktop.commands.opened import opened
from desktop.commands.parser_kit import verbs_of, worker_arguments
from desktop.language import LOCALES, Language, _, chosen
from desktop.paper.centre_keys import certificates_in, fingerprint_of, grouped
from desktop.paper.seal import Kind, Verdict, read_received, verify
from desktop.periods import period_of
from desktop.problems import Problem
from desktop.records.issued import IssuedSummary
from desktop.summaries.content import OPTIONAL
from desktop.summaries.press import KEPT, Press, write_file
from desktop.summaries.sentences import hours
from desktop.wordlist import words_for


def fill(parser: argparse.ArgumentParser) -> None:
    """Add the verbs of this noun."""
    add = verbs_of(parser)
    issue = add.on_vault("issue", _("Draw, seal, verify and write the summary of a month or a quarter"), do_issue)
    issue.add_argument("--month", required=True, metavar="MONTH", help=_("the month: 2026-10, or the quarter: 2026-Q4"))
    issue.add_argument("--language", choices=LOCALES, help=_("language of the document; the office's own if left out"))
    issue.add_argument("--output", type=Path, required=True, metavar="FILE", help=_("the PDF to write"))
    issue.add_argument("--spreadsheet", type=Path, metavar="FILE", help=_("write the same figures as XLSX too"))
    issue.add_argument(
        "--profile",
        choices=("official", "meeting"),
        default="official",
        help=_("exact figures for one receiver, or protected ones for a meeting"),
    )
    issue.add_argument(
        "--without",
        action="append",
        default=[],
        choices=OPTIONAL,
        metavar="TABLE",
        help=_("leave a table out, once for each: {tables}", tables=", ".join(OPTIONAL)),
    )
    issue.add_argument("--receiver", metavar="NAME", help=_("who receives it; the usual receiver if left out"))
    issue.add_argument("--note", default="", metavar="TEXT", help=_("the director's own words under the lead"))

    add.on_vault("list", _("List what was issued"), do_list, lists=True)
    add.on_vault("year", _("Count the year: notices, first contacts and help by month"), do_year, lists=True)

    check = add("verify", _("Check a received file: is it whole, and who sealed it"), do_verify)
    check.add_argument("file", type=Path, metavar="FILE", help=_("the PDF"))
    check.add_argument(
        "--centre",
        type=Path,
        metavar="CERTIFICATE",
        help=_("a file with the certificate of the centre, or of several, .pem"),
    )
    check.add_argument("--vault", type=Path, metavar="VAULT", help=_("a vault: the centres it knows are known"))
    worker_arguments(check)
    check.add_argument("--json", action="store_true", help=_("as JSON"))

    write = add.on_vault("write", _("Write an issued summary once more, byte for byte"), do_write)
    write.add_argument("number", metavar="NUMBER", help=_("its number: SV-2026-10"))
    write.add_argument("file", type=Path, metavar="FILE", help=_("the PDF to write"))
    write.add_argument("--language", choices=LOCALES, help=_("needed where it was issued in several languages"))
    write.add_argument("--spreadsheet", type=Path, metavar="FILE", help=_("write the same figures as XLSX too"))

    told = _("Write the page with the control code, which receivers are given once")
    page = add.on_vault("receiver-page", told, do_receiver_page)
    page.add_argument("file", type=Path, metavar="FILE", help=_("the PDF to write"))
    page.add_argument("--language", choices=LOCALES, help=_("language of the document; the office's own if left out"))

    export = add.on_vault("certificate", _("Write the centre's certificate, which receivers keep"), do_certificate)
    export.add_argument("file", type=Path, metavar="FILE", help=_("the .pem file to write"))


def do_issue(centre: Centre, arguments: argparse.Namespace) -> int:
    """Issue a summary."""
    period = period_of(arguments.month)
    for check in centre.press.checks(period):
        if not check.good:
            terminal.say_error(check.told(_))
    issued = centre.press.issue(
        period,
        arguments.profile,
        arguments.language or centre.profile_log.profile().language,
        receiver=arguments.receiver,
        note=arguments.note,
        without=arguments.without,
        by=centre.worker,
        progress=terminal.Progress(_("Putting the seal…")),
    )
    terminal.tell(_("Issued: {number}. SHA-256: {digest}", number=issued.number, digest=issued.digest))
    try:
        _write(centre.press, issued, arguments.output, arguments.spreadsheet)
    except Problem as problem:
        terminal.complain(problem)
        command = f"liepa summary write VAULT {issued.number} FILE --language {issued.language}"
        terminal.say_error(_(KEPT))
        terminal.say_error(_("To write it to another place: {command}", command=command))
        return terminal.MENDABLE
    return terminal.DONE


def do_write(centre: Centre, arguments: argparse.Namespace) -> int:
    """Write an issued paper again, as it was sealed."""
    issued = centre.press.kept(arguments.number, arguments.language or "")
    _write(centre.press, issued, arguments.file, arguments.spreadsheet)
    return terminal.DONE


def _write(press: Press, issued: IssuedSummary, file: Path, spreadsheet: Path | None) -> None:
    press.write(issued, file)
    terminal.tell(str(file))
    if spreadsheet:
        press.write_spreadsheet(issued, spreadsheet)
        terminal.tell(str(spreadsheet))


def do_list(centre: Centre, arguments: argparse.Namespace) -> int:
    """List issued summaries."""
    issued, speak = centre.press.issued(), chosen()
    return terminal.listing(
        arguments.json,
        (
            {"number": i.number, "month": i.month, "profile": i.profile, "language": i.language,
             "receiver": i.receiver, "issued_at": i.issued_at, "digest": i.digest}
            for i in issued
        ),
        [_("Number"), _("Period"), _("Language"), _("Receiver"), _("Issued")],
        ([i.number, i.month, i.language, i.receiver, speak.moment(centre.world.desk(i.issued_at))] for i in issued),
    )  # fmt: skip


def do_year(centre: Centre, arguments: argparse.Namespace) -> int:
    """Count thirteen months, each beside the same one a year before, and the help given in them."""
    year, speak = centre.press.figures.year(), chosen()
    if arguments.json:
        months = [
            {"month": str(one.month), "notices": one.notices, "a_year_before": one.before, **one.contacts}
            for one in year.months
        ]
        given = [
            {"month": month, "kind": kind, "occasions": times, "minutes": minutes}
            for (month, kind), (times, minutes) in year.help.items()
        ]
        terminal.as_json({"months": months, "left_out": year.duplicates, "help": given})
        return terminal.DONE
    heads = [_("Month"), _("Notices"), _("A year before"), _("In time"), _("Late"), _("Not reached"), _("Hours")]
    rows = []
    for one in year.months:
        minutes = sum(kind.minutes for kind in year.help_in(one.month.key))
        counted = (one.notices, one.before, *one.contacts.values())
        told = speak.number(hours(minutes), 1)
        rows.append([speak.month_title(one.month.year, one.month.month), *map(speak.number, counted), told])
    terminal.table(heads, rows)
    return terminal.DONE


def do_verify(arguments: argparse.Namespace) -> int:
    """Check a file: 0 sealed by a centre named or known and whole; 3 whole, but the signer is not known; 1 all else.

    Where a centre is named, the file should come from it: another's seal is 1. A vault knows those it trusts; others
    may send documents too.
    """
    named = _named(arguments.centre) if arguments.centre else frozenset()
    if arguments.vault:
        with opened(arguments) as centre:
            named |= centre.press.known()
    others = Kind.BAD if arguments.centre else Kind.UNKNOWN
    verdict = verify(read_received(arguments.file), named, others=others)
    code = _exit_code(verdict)
    if arguments.json:
        terminal.as_json(
            {
                "verdict": verdict.kind.value,
                "sentence": verdict.told(_),
                "signer": verdict.signer,
                "fingerprint": verdict.fingerprint,
                "signed_at": verdict.signed_at,
                "fields": [asdict(field) for field in verdict.fields],
            }
        )
        return code
    (terminal.tell if code == terminal.DONE else terminal.say_error)(verdict.told(_))
    if verdict.signer:
        terminal.tell(_("Sealed by: {name}", name=verdict.signer))
    for field in verdict.fields:
        terminal.tell(field.told(_))
    if code == terminal.WAITING:
        terminal.tell(_("Control code: {code}", code=" ".join(grouped(verdict.fingerprint))))
        words = " · ".join(words_for(bytes.fromhex(verdict.fingerprint), chosen().locale))
        terminal.tell(_("Control words: {words}", words=words))
        terminal.tell(_("Compare these eight words with the centre by telephone."))
    return code


def _named(file: Path) -> frozenset[str]:
    return frozenset(map(fingerprint_of, certificates_in(read_received(file))))


def _exit_code(verdict: Verdict) -> int:
    return {Kind.GENUINE: terminal.DONE, Kind.UNKNOWN: terminal.WAITING}.get(verdict.kind, terminal.MENDABLE)


def do_receiver_page(centre: Centre, arguments: argparse.Namespace) -> int:
    """Write the page that tells a receiver how to check a document."""
    language = Language(arguments.language or centre.profile_log.profile().language)
    return _written(arguments.file, centre.press.receiver_page(language).pdf)


def do_certificate(centre: Centre, arguments: argparse.Namespace) -> int:
    """Write the centre's root certificate."""
    return _written(arguments.file, centre.press.certificate())


def _written(file: Path, content: bytes) -> int:
    write_file(file, content)
    terminal.tell(str(file))
    return terminal.DONE

"""`liepa protocol report`: the yearly report, from the words written into it to the sealed paper."""

from __future__ import annotations

import argparse
from pathlib import Path

from desktop.centre import Centre
from desktop.commands import terminal
from desktop.commands.meeting_papers import official_meant
from desktop.commands.parser_kit import in_vault, number
from desktop.cooperation.report import PARTS, STATES
from desktop.language import LOCALES, N_, _
from desktop.problems import Problem


def fill_report(parser: argparse.ArgumentParser) -> None:
    """Which year, what is written into it, and where to."""
    in_vault(parser, do_report, lists=True)
    parser.add_argument("year", type=number, metavar="YEAR", help=_("the year, such as 2026"))
    parser.add_argument(
        "--language", choices=LOCALES, metavar="LANGUAGE", help=_("of its text; the office's own if left out")
    )
    parser.add_argument("--part", choices=[*PARTS], metavar="PART", help=_("write your words into this part"))
    parser.add_argument("--text", metavar="TEXT", help=_("your words; with an empty text they are taken out"))
    parser.add_argument("--receiver", default="", metavar="NAME", help=_("for whom it is; for all parties if left out"))
    parser.add_argument("--output", type=Path, metavar="FILE", help=_("write it as a sealed PDF, or as a DOCX"))
    parser.add_argument("--draft", action="store_true", help=_("write it unsealed, marked as a draft"))
    official_meant(parser)


def do_report(centre: Centre, arguments: argparse.Namespace) -> int:
    """Write into it, write it out, or tell how its parts stand."""
    language = arguments.language or centre.profile_log.profile().language
    if arguments.part or arguments.text is not None:
        if not arguments.part or arguments.text is None:
            raise Problem(N_("Name a part and what is to stand in it: --part PART --text TEXT"))
        centre.reports.put(arguments.year, arguments.part, language, arguments.text, centre.worker)
        return terminal.saved()
    if arguments.output:
        return _written(centre, arguments, language)
    report = centre.reports.prepare(arguments.year, language, receiver=arguments.receiver)
    return terminal.listing(
        arguments.json,
        ({"part": part, "state": report.state(part), "words": report.own(part)} for part in PARTS),
        [_("Part"), _("State"), _("Your words")],
        ([_(PARTS[part]), _(STATES[report.state(part)]), report.own(part)] for part in PARTS),
    )


def _written(centre: Centre, arguments: argparse.Namespace, language: str) -> int:
    log, output = centre.reports, arguments.output
    if output.suffix.lower() == ".docx" or arguments.draft:
        report = log.prepare(arguments.year, language, receiver=arguments.receiver)
        if output.suffix.lower() == ".docx":
            log.write_letter(report, output)
        else:
            log.write_draft(report, output)
        return terminal.saved()
    progress = terminal.Progress(_("Making papers…"))
    made = log.make(
        arguments.year, centre.worker, language=language, receiver=arguments.receiver, sure=arguments.official,
        progress=progress,
    )  # fmt: skip
    log.write(made.id, output)
    terminal.tell(made.number)
    return terminal.DONE

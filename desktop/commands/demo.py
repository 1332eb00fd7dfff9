"""`liepa demo`: an invented centre, laid out in a folder, with everything the program makes."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from contextlib import ExitStack
from datetime import date
from pathlib import Path

from desktop.commands import arguments as read
from desktop.commands import terminal
from desktop.demo.layout import lay_out
from desktop.demo.passphrase import PASSPHRASE
from desktop.language import LOCALES, N_, _, chosen, ngettext
from desktop.problems import Problem
from desktop.vault.engine import unwiped

MOST = 1_000_000


def fill(parser: argparse.ArgumentParser) -> None:
    """Add the arguments; this noun has no verbs."""
    parser.set_defaults(do=do_demo)
    parser.add_argument("folder", type=Path, metavar="FOLDER", help=_("the folder to make; it must be new or empty"))
    parser.add_argument("--referrals", type=int, default=900, metavar="N", help=_("how many notices, up to 1,000,000"))
    parser.add_argument("--seed", type=int, default=1, metavar="N", help=_("the same seed tells the same story"))
    parser.add_argument("--country", choices=("LT", "RS"), default="LT", help=_("where the centre is"))
    parser.add_argument("--today", metavar="DATE", help=_("the day on which the story ends; today if left out"))
    parser.add_argument("--no-pictures", action="store_true", help=_("leave out the pictures of the screens"))


def do_demo(arguments: argparse.Namespace) -> int:
    """Lay out the invented centre."""
    if not 1 <= arguments.referrals <= MOST:
        raise Problem(N_("The number of notices lies between 1 and {n}."), n=chosen().number(MOST), field="--referrals")
    today: date | None = read.day(arguments.today) if arguments.today else None
    with unwiped():
        laid = lay_out(
            arguments.folder,
            country=arguments.country,
            seed=arguments.seed,
            count=arguments.referrals,
            today=today,
            progress=terminal.Progress(_("Telling the story")),
            tell=terminal.tell,
        )
    terminal.tell(
        ngettext("{n} notice in the invented centre.", "{n} notices in the invented centre.", arguments.referrals)
    )
    terminal.tell(_("Passphrase: {words}", words=PASSPHRASE))
    if not arguments.no_pictures:
        _take_pictures(laid, arguments.folder / "screens")
    terminal.tell(_("Everything lies in: {folder}", folder=arguments.folder.resolve()))
    return terminal.DONE


def _take_pictures(vault: Path, folder: Path) -> None:
    """Let the windows picture themselves, in processes of their own, since no command may load them: one a processor,
    each with its share of the languages."""
    terminal.tell(_("Taking pictures of the screens…"))
    frozen = getattr(sys, "frozen", False)
    command = [sys.executable, *([] if frozen else ["-m", "desktop"]), "--pictures", str(vault), str(folder)]
    around = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": "1"}
    if not frozen:
        around["PYTHONPATH"] = str(Path(__file__).resolve().parents[2])
    hands = min(os.cpu_count() or 1, len(LOCALES))
    shares = [LOCALES[first::hands] for first in range(hands)]
    with ExitStack() as running:
        taking = [
            running.enter_context(subprocess.Popen([*command, *share], stdin=subprocess.PIPE, env=around))
            for share in shares
        ]
        for one in taking:
            assert one.stdin is not None
            one.stdin.write(PASSPHRASE.encode())
            one.stdin.close()
        ended = [one.wait() for one in taking]
    if any(ended):
        raise Problem(N_("The pictures could not be taken. The rest is there."))
    terminal.tell(ngettext("{n} picture", "{n} pictures", len(list(folder.glob("*.png")))))

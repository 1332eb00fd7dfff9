"""Opening a vault for one command: which worker, whose passphrase, and locked again whatever happens."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

from desktop.centre import Centre, open_centre
from desktop.commands import terminal
from desktop.language import N_, _
from desktop.problems import Problem
from desktop.records.staff import require_leading
from desktop.vault.vault import Vault
from desktop.world import World


@contextmanager
def opened(arguments: argparse.Namespace, *, leads: bool = False) -> Iterator[Centre]:
    """The centre of the vault named on the command line, unlocked; locked afterwards.

    `leads`: only for a worker who leads the centre, as in the windows.
    """
    world = World.real()
    slots = Vault.workers(arguments.vault)
    who = arguments.worker
    if not who:
        if len(slots) != 1:
            names = ", ".join(slot.name for slot in slots)
            raise Problem(N_("Several people may unlock this vault. Name one with --worker: {names}"), names=names)
        who = slots[0].name
    words = terminal.passphrase(arguments.passphrase_file, _("Passphrase of {worker}", worker=who))
    arguments.given = words
    vault = Vault.unlock(arguments.vault, who, words, world=world, progress=terminal.Progress(_("Checking the vault…")))
    try:
        for warning in vault.warnings:
            terminal.complain(warning)
        if leads:
            require_leading(vault.worker)
        yield open_centre(vault, world)
    finally:
        vault.lock()

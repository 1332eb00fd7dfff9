"""Laying an invented centre out in a folder: the vault, its passphrase, its certificate, its sealed summaries."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from desktop.centre import Centre
from desktop.demo.clock import last_day
from desktop.demo.earlier_meetings import EarlierMeetings
from desktop.demo.meeting_story import MeetingStory, hold_meetings
from desktop.demo.passphrase import PASSPHRASE
from desktop.demo.protocol_story import keep_protocol
from desktop.demo.reconciling import reconcile, write_lists
from desktop.demo.registers import keep_registers
from desktop.demo.shift import leave_open
from desktop.demo.sister_packages import exchange_packages
from desktop.demo.telling import Progress, Telling
from desktop.language import LOCALES, N_, _
from desktop.paper.centre_keys import CentreKeys, fingerprint_of
from desktop.paper.seal import Kind, verify
from desktop.periods import Month
from desktop.problems import Problem
from desktop.records.reconciliation import Reconciliation
from desktop.summaries.summary import OFFICIAL
from desktop.vault.engine import unwiped
from desktop.vault.files import disk_problem
from desktop.vault.keys import KeyCost
from desktop.world import World, dice

VAULT = "demo.liepa"
_RARELY = (20_000, 20, 50)


def lay_out(
    folder: Path,
    *,
    country: str,
    seed: int,
    count: int,
    today: date | None,
    progress: Progress,
    tell: Callable[[str], None],
    cost: KeyCost | None = None,
    keys: CentreKeys | None = None,
    sister_keys: CentreKeys | None = None,
    world: World | None = None,
) -> Path:
    """Make the folder with everything in it; returns the vault. A Problem if the folder is not new or empty.

    Its vault is as dear to open as a true one, and marked as practice for ever: everybody knows its passphrase. `cost`
    and both keys are for those who make many.
    `world` says what day it is.
    """
    today = last_day(country, today, world or World.real())
    _begin(folder)
    with unwiped(), _rarely_cleared_up():
        telling = Telling(
            folder / VAULT,
            country=country,
            seed=seed,
            today=today,
            words=PASSPHRASE,
            cost=cost or KeyCost.real(),
            keys=keys,
        )
        try:
            meetings = MeetingStory(telling.centre, country, today)
            EarlierMeetings(meetings, dice(seed), telling.move).hold()
            found_late = min(1, count - 1)  # the last notice is found missing while reconciling
            telling.tell(count - found_late, progress)
            leave_open(telling.centre, telling.workers, today)
            keep_registers(telling.centre, telling.story.lines, today)
            lists = write_lists(telling.centre, folder, telling.story, today)
            settled = reconcile(telling.centre, telling.story, lists, found_late, tell)
            if settled:
                _sheets(telling.centre, folder, settled, tell)
            hold_meetings(meetings, country, folder, tell)
            keep_protocol(telling.centre, country, today, folder, tell)
            _papers(telling.centre, folder, today, tell)
            exchange_packages(telling.centre, folder, telling.story, lists, sister_keys)
        finally:
            telling.centre.vault.lock()
    return folder / VAULT


@contextmanager
def _rarely_cleared_up() -> Iterator[None]:
    """Python looks for circles of rubbish less often: rows make none, and looking costs a seventh of the time."""
    often = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(*_RARELY)
    try:
        yield
    finally:
        gc.set_threshold(*often)
        gc.unfreeze()


def _begin(folder: Path) -> None:
    """Make the folder and put the passphrase into it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise Problem(N_("This folder is not empty: {folder}. Name a new one."), folder=str(folder))
        (folder / "passphrase.txt").write_text(PASSPHRASE + "\n", encoding="utf-8")
    except OSError as error:
        raise disk_problem(error) from error


def _papers(centre: Centre, folder: Path, today: date, tell: Callable[[str], None]) -> None:
    """The last month's summary in every language, each read back and verified against the certificate."""
    certificate = centre.press.certificate()
    (folder / "centre.pem").write_bytes(certificate)
    month = Month.of(today).later(-1)
    for locale in LOCALES:
        issued = centre.press.issue(month, OFFICIAL, locale, by=centre.worker)
        file = folder / f"summary-{month.key}-{locale}.pdf"
        centre.press.write(issued, file)
        centre.press.write_spreadsheet(issued, file.with_suffix(".xlsx"))
        _read_back(centre, file, tell)


def _sheets(centre: Centre, folder: Path, settled: Reconciliation, tell: Callable[[str], None]) -> None:
    """The sheet both sides sign in every language, each read back and verified."""
    for locale in LOCALES:
        issued = centre.sheets.issue(settled.id, locale, by=centre.worker)
        file = folder / f"reconciliation-{settled.month}-{locale}.pdf"
        centre.sheets.write(issued, file)
        centre.sheets.write_spreadsheet(issued, file.with_suffix(".xlsx"))
        _read_back(centre, file, tell)


def _read_back(centre: Centre, file: Path, tell: Callable[[str], None]) -> None:
    verdict = verify(file.read_bytes(), {fingerprint_of(centre.press.certificate())})
    tell(f"{file.name}: {verdict.told(_)}")
    if verdict.kind is not Kind.GENUINE:
        raise Problem(verdict.sentence)

"""A day's commonest tasks done by keys alone in the real window: how many keys, and how long a scripted worker takes.

The worker strikes five keys a second, typed letters among them, and knows the way; the program's own time is measured
and added. It is the path that is measured, not the worker: thinking and reading are not in it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from bench.centres import TODAY
from bench.hands import Worker
from desktop.centre import Centre, open_centre
from desktop.demo.passphrase import PASSPHRASE
from desktop.records.directory import AgencyDraft
from desktop.records.handover_log import HandoverDraft
from desktop.records.referral_draft import MentionDraft, ReferralDraft
from desktop.settings import Settings
from desktop.vault.vault import Vault
from desktop.windows.application import make_application
from desktop.windows.assistance import Assistance
from desktop.windows.fields import Field
from desktop.windows.main import Main
from desktop.windows.screens import PAGES, RAIL
from desktop.windows.timeline import EventRow
from desktop.windows.worker import Background
from desktop.world import World

ROOT = Path(__file__).resolve().parents[1]
K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SOUGHT, MISSPELT = "Skaistė Žvirgždinaitė", "жвиргжденај"
"""A name as it was entered, and half of it as another hears and writes it."""


def log_a_notice(worker: Worker) -> None:
    """Sender and hour stand already; name, year, telephone, residence, kinds, a line of text."""
    worker.press(K.Key_F2)
    fields: dict[str, Field] = worker.on("notice").form.fields
    for name, words in (
        ("name", "Rugilė Aleksandravičiūtė"), ("birth_year", "1991"), ("phone", "861230041"),
        ("municipality", "Kretingos r."),
    ):  # fmt: skip
        worker.tab_to(fields[f"mentions.0.{name}"])
        worker.type(words)
    worker.tab_to(fields["mentions.0.kinds"])
    worker.press(K.Key_1)
    worker.press(K.Key_2)
    worker.tab_to(fields["description"])
    worker.type("Kaimynė iškvietė policiją.")
    worker.press(K.Key_Return, CTRL)
    worker.on("today")


def find_a_person(worker: Worker) -> None:
    """Half of her name as it was heard, in the other script."""
    worker.press(K.Key_F3)
    worker.type(MISSPELT)
    found = worker.found()
    while (entry := found.list.chosen()) is None or SOUGHT not in entry.head:
        worker.press(K.Key_Down)
    worker.press(K.Key_Return)
    page = worker.on("person")
    worker.until(lambda: page.sheet is not None and page.sheet.person.name == SOUGHT)


def record_a_failed_call(worker: Worker) -> None:
    """The call list, its first person, no answer."""
    worker.press(K.Key_3, CTRL)
    calls = worker.on("calls")
    worker.until(lambda: calls.card.sheet is not None)
    called = calls.card.sheet.referral.id
    worker.press(K.Key_Return)
    worker.press(K.Key_2)
    worker.press(K.Key_Return, CTRL)
    worker.until(lambda: calls.card.sheet is not None and calls.card.sheet.referral.id != called)


def correct_yesterday(worker: Worker) -> None:
    """An attempt of yesterday: her name, the time line, the note."""
    worker.press(K.Key_F3)
    worker.type("Žvirgž")
    found = worker.found()
    while (entry := found.list.chosen()) is None or entry.kind != "referral":
        worker.press(K.Key_Down)
    worker.press(K.Key_Return)
    card = worker.on("referrals").card
    worker.until(lambda: card.sheet is not None and card.sheet.referral.person_name == SOUGHT)
    row = next(row for row in card.findChildren(EventRow) if row.isVisible() and "Nekėlė" in row.accessibleName())
    worker.tab_to(row)
    worker.press(K.Key_Return)
    form = worker.on("attempt_amend").form
    worker.tab_to(form.fields["note"])
    worker.press(K.Key_A, CTRL)
    worker.type("Atsiliepė sesuo")
    worker.press(K.Key_Return, CTRL)
    worker.on("referrals")


def see_what_is_due(worker: Worker) -> None:
    """Today, from wherever she is."""
    worker.press(K.Key_F5)
    today = worker.on("today")
    worker.until(lambda: today.model.rowCount() > 0)


def record_group_help(worker: Worker) -> None:
    """Two persons together, found by a few letters, an hour."""
    worker.press(K.Key_4, CTRL)
    worker.on(Assistance.NAME)
    worker.press(K.Key_F7)
    fields: dict[str, Any] = worker.on("assistance_entry").form.fields
    persons = fields["persons"]
    for words in ("Žvirgž", "Rugilė Al"):
        worker.tab_to(persons)
        worker.type(words)
        worker.until(persons._finder.popup_shown.isVisible)
        worker.press(K.Key_Return)
        worker.until(lambda: not persons.edit.text())
    worker.tab_to(fields["kind"])
    worker.press(K.Key_Space)
    worker.tab_to(fields["minutes"])
    worker.tab_to(fields["minutes"].edit)
    worker.type("60")
    worker.press(K.Key_Return, CTRL)
    worker.on(Assistance.NAME)


def read_and_write_the_note(worker: Worker) -> None:
    """What the last shift left, and one for the next."""
    today = worker.on("today")
    button = next(b for b in today.handovers.findChildren(QAbstractButton) if b.isVisible())
    worker.tab_to(button)
    worker.press(K.Key_Space)
    worker.press(K.Key_F9)
    worker.on("handover")
    worker.type("Paskambinti Rugilei po pietų")
    worker.press(K.Key_Return, CTRL)
    worker.on("today")


def take_back_the_last_change(worker: Worker) -> None:
    """Ctrl+Z, wherever no field has the caret."""
    before = worker.frame.desk.centre.vault.head().count
    worker.press(K.Key_Z, CTRL)
    worker.until(lambda: worker.frame.desk.centre.vault.head().count > before)


TASKS: dict[str, Callable[[Worker], None]] = {
    "log a notice": log_a_notice,
    "find a person by half a misspelt name in the other script": find_a_person,
    "record a failed call": record_a_failed_call,
    "correct yesterday's entry": correct_yesterday,
    "see what is due": see_what_is_due,
    "record group help": record_group_help,
    "read and write the hand-over note": read_and_write_the_note,
    "take back the last change": take_back_the_last_change,
}


@dataclass
class Clock:
    """The hour at the centre: a working day at ten, going on as the computer's does."""

    began: float = field(default_factory=time.monotonic)
    at: datetime = field(default_factory=lambda: datetime.combine(TODAY, datetime.min.time(), UTC))

    def now(self) -> datetime:
        """The present moment."""
        return self.at + timedelta(hours=7, seconds=time.monotonic() - self.began)


def prepare(centre: Centre) -> None:
    """Somebody of yesterday, whose call is to be corrected, and a note that waits to be read."""
    from desktop.records.contact_draft import AttemptDraft

    here, by = centre.world.here(), centre.worker
    sender = next((a.id for a in centre.directory.senders() if a.kind == "police"), None)
    sender = sender or centre.directory.enter(AgencyDraft("Kretingos r. PK", kind="police"), by).id
    known = MentionDraft(name=SOUGHT, birth_year=1988, sex="female")
    yesterday = here - timedelta(days=1)
    received = ReferralDraft(received_at=yesterday, sender_id=sender, mentions=(known,))
    notice = centre.referrals.enter(received, by)
    call = AttemptDraft(at=yesterday + timedelta(hours=1), channel="telephone", outcome="no_answer", note="Nekėlė",
                        outside_reason="agreed")  # fmt: skip
    centre.contacts.attempt(notice.id, call, by)
    other = next(m for m in centre.staff.members(active_only=True) if m.id != by.id)
    centre.handovers.write(HandoverDraft("Teismas skambins dešimtą"), replace(by, id=other.id, name=other.name))


def run(folder: Path) -> dict[str, Worker]:
    """Every task from Today, each by a worker of its own."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    make_application(Settings(look="light"))
    world = replace(World.real(), now=Clock().now)
    vault = Vault.unlock(folder, Vault.workers(folder)[0].id, PASSPHRASE, world=world)
    centre = open_centre(vault, world)
    prepare(centre)
    background = Background(_raise)
    frame = Main(centre, background, Settings(look="light"), RAIL, PAGES)
    frame.resize(1366, 768)
    frame.show()
    frame.activateWindow()
    frame.put_back()
    found = {}
    for name, task in TASKS.items():
        _rest(background)
        see_what_is_due(Worker(frame))
        _rest(background)
        worker = Worker(frame)
        task(worker)
        found[name] = worker
    _rest(background)
    background.close()
    vault.lock()
    return found


def _rest(background: Background) -> None:
    """Let everything come to an end that is under way."""
    until = time.perf_counter() + 0.5
    while background.is_busy() or time.perf_counter() < until:
        QApplication.processEvents()


def _raise(error: BaseException) -> None:
    raise error


def told(found: dict[str, Worker]) -> str:
    """The table."""
    rows = [("task", "keys pressed", "letters typed", "waited", "of it processor", "seconds for a scripted worker")]
    for name, worker in found.items():
        counted = (str(worker.keys), str(worker.letters))
        rows.append((name, *counted, f"{worker.clock:.1f} s", f"{worker.processor:.1f} s", f"{worker.seconds:.1f}"))
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    return "\n".join(" | ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)).rstrip() for row in rows)


def measured(vault: Path) -> str:
    """The table, from a process of its own and on a copy of the vault."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "tasks.liepa"
        shutil.copytree(vault, copy)
        around = os.environ | {"QT_QPA_PLATFORM": "offscreen", "HOME": folder, "PYTHONPATH": str(ROOT)}
        done = subprocess.run(
            [sys.executable, "-m", "bench.tasks", str(copy)], cwd=ROOT, env=around, capture_output=True, text=True,
            check=True,
        )  # fmt: skip
    return done.stdout.strip()


if __name__ == "__main__":
    print(told(run(Path(sys.argv[1]))))
    sys.stdout.flush()
    os._exit(0)

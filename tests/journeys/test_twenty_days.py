"""Twenty days of work through the real windows, two workers, interruptions, locks and crashes, beside a plain model.

`LIEPA_DAYS=20 LIEPA_ACTS=6 LIEPA_SEED=3 python3 run.py test tests/journeys/test_twenty_days.py` works longer, does
more a day, or does otherwise; what each day must have is done in any case.
"""

from __future__ import annotations

import os
import shutil
from collections import Counter
from pathlib import Path

from desktop.centre import Centre
from tests.conftest import PASSPHRASE, WORKER, Still
from tests.journeys import a_day
from tests.journeys.acts import MAKES_NO_CHANGE, Act, tell
from tests.journeys.asking import differences
from tests.journeys.hands import Hands, Office
from tests.journeys.plain_model import Model
from tests.journeys.player import Player
from tests.journeys.script import Author
from tests.journeys.test_day_by_windows import prepare

DAYS = int(os.environ.get("LIEPA_DAYS", "5"))
"""The first days alone in the usual run; more by `LIEPA_DAYS`."""
SEED = int(os.environ.get("LIEPA_SEED", "1"))
ACTS_A_DAY = int(os.environ.get("LIEPA_ACTS", "2"))
WORKERS = (WORKER, a_day.WORKER)


def test_twenty_days_of_work_leave_what_a_plain_model_says(office: Office, first_day: tuple[Path, Still]) -> None:
    folder = office.folder / "documents" / "centre.liepa"
    shutil.copytree(first_day[0], folder)
    player = Player(office, folder, {WORKER: PASSPHRASE, a_day.WORKER: a_day.SECOND})
    player.sit_down(WORKER)
    prepare(player.hands)
    began = changes(player.hands)
    player.hide()
    script, model, place = Author(SEED, DAYS, ACTS_A_DAY, WORKERS).write(), Model(office.still.moment), 0
    try:
        for place, act in enumerate(script):
            if act.what == "evening":
                evening(player.hands, model, began + made(script[:place]))
            player.play(act)
            tell(model, act)
    except BaseException:
        print(f"LIEPA_SEED={SEED} LIEPA_DAYS={DAYS} LIEPA_ACTS={ACTS_A_DAY}, at act {place} of {len(script)}:")
        print(*script[max(0, place - 12) : place + 1], sep="\n")
        raise


MUST_HAPPEN = {
    "crash", "idle", "hide", "undo", "redo", "amend_attempt", "amend_help", "help", "consent", "lift_order",
    "close_day", "issue", "hand_over", "read_note", "finish_notice", "finish_attempt", "search", "outcome",
}  # fmt: skip


def test_the_usual_twenty_days_have_everything_in_them() -> None:
    script = Author(1, 20, 2, WORKERS).write()
    assert not MUST_HAPPEN - Counter(act.what for act in script).keys()


def made(script: list[Act]) -> int:
    """How many changes these acts make, each one entry of the history."""
    return sum(act.what not in MAKES_NO_CHANGE for act in script)


def changes(hands: Hands) -> int:
    """How many entries the history has."""
    return int(hands.door.centre.vault.head().count)


def evening(hands: Hands, model: Model, entries: int) -> None:
    """The vault is asked; its history is read link by link."""
    centre: Centre = hands.door.centre
    assert differences(model, centre) == []
    assert changes(hands) == entries, "what was done is written down once, and nothing else is"
    assert centre.history.verify().whole

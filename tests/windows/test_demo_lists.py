"""The invented police's lists through windows and through commands: the same rows, decisions and agreed figure."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from desktop.centre import Centre, open_centre
from desktop.commands import parser
from desktop.demo.layout import VAULT
from desktop.demo.passphrase import PASSPHRASE
from desktop.demo.reconciling import FOLDER
from desktop.reconciliation.partner_list import understand
from desktop.spreadsheets.apart import read_file
from desktop.vault.vault import Vault
from desktop.windows.main import Main
from tests.demo.conftest import NEXT_DAY, demo
from tests.windows.looking import press, settle

__all__ = ["demo"]
KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def opened(folder: Path) -> Centre:
    slot = Vault.workers(folder)[0]
    return open_centre(Vault.unlock(folder, slot.id, PASSPHRASE, world=NEXT_DAY.world), NEXT_DAY.world)


def the_list(told: Path) -> tuple[Path, str]:
    """The third list and the institution that sent it, whose one unit stands in it."""
    (file,) = (told / FOLDER).glob("*.csv")
    return file, understand(read_file(file)).notices[0].unit


def by_commands(told: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    """Bring, decide every pair as the same, enter the first that is missing, settle; how it stands then."""
    file, partner = the_list(told)
    words = told / "passphrase.txt"
    worker = Vault.workers(folder)[0].name
    which = ("--partner", partner, "--month", "2026-10")

    def run(verb: str, *more: object) -> str:
        said = ["reconcile", verb, folder, *more, "--worker", worker, "--passphrase-file", words]
        assert parser.main([str(word) for word in said]) in {0, 3}, capsys.readouterr().err
        return capsys.readouterr().out

    def rows(group: str) -> list[dict[str, Any]]:
        return [row for row in json.loads(run("show", *which, "--json"))["rows"] if row["group"] == group]

    run("propose", file, *which)
    while doubtful := rows("doubtful"):
        run("decide", *which, "--theirs", doubtful[0]["theirs"], "--ours", doubtful[0]["ours"], "same")
    run("enter", *which, "--theirs", rows("only_theirs")[0]["theirs"])
    run("settle", *which, "--for-them", "A. Kalvaitis", "--for-us", worker)
    found = json.loads(run("show", *which, "--json"))
    assert isinstance(found, dict)
    return found


def by_windows(told: Path, centre: Centre, frame: Main) -> None:
    """The same by mouse and keys."""
    file, partner = the_list(told)
    frame.go("reconcile_columns", file)
    settle()
    page: Any = frame.top
    assert page.list.partner.words() == next(a.known_as for a in centre.directory.agencies() if a.name == partner)
    assert page.list.cards == []
    press(KEY.Key_Return, CTRL)
    if frame.top.NAME == "reconcile_review":
        review: Any = frame.top
        while not review.end.isVisible():
            press(KEY.Key_1)
        review.end.on.click()
        settle()
    page = frame.top
    assert page.NAME == "reconcile_agreed"
    page.table.view.choose(page.table.rows[0].key)
    page.table.view.setFocus()
    press(KEY.Key_F6)
    page.figures.them.set_raw(["", "A. Kalvaitis"])
    page.figures.us.set_value(centre.worker.name)
    page.figures.freeze.click()
    settle()
    frame._cover.freeze.click()  # type: ignore[union-attr]
    settle()


def test_windows_and_commands_come_to_the_same_agreed_figure(
    demo: Path, tmp_path: Path, desk_of: Callable[..., Main], capsys: pytest.CaptureFixture[str]
) -> None:
    for way in ("commands", "windows"):
        shutil.copytree(demo / VAULT, tmp_path / f"{way}.liepa")
    said = by_commands(demo, tmp_path / "commands.liepa", capsys)
    centre = opened(tmp_path / "windows.liepa")
    try:
        by_windows(demo, centre, desk_of(centre))
        kept = max((each.kept for each in centre.reconciliations.overview()), key=lambda kept: kept.brought_at)
        now = centre.reconciliations.standing(kept.id)
        sums = now.statement.sums
        shown = {"settled": kept.is_settled, "sent": sums.sent, "received": sums.received, "entered": sums.entered,
                 "agreed": sums.agreed, "agreed_by_us": sums.agreed_by_us,
                 "unexplained_theirs": sums.unexplained_theirs, "unexplained_ours": sums.unexplained_ours}  # fmt: skip
        assert shown == {name: said[name] for name in shown}
        assert (said["settled"], said["entered"]) == (True, 1)
    finally:
        centre.vault.lock()

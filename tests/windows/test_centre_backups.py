"""Backups on the centre's page: made, told when too old, compared and taken back."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

from desktop.centre import Centre
from desktop.vault.backup import back_up
from desktop.windows.centre_backup_days import days_with_backup
from desktop.windows.centre_backups import BackupsPart
from desktop.windows.main import Main
from desktop.windows.pill import Pill
from tests.conftest import PASSPHRASE, Still
from tests.windows.test_centre_screen import on_top


def test_a_backup_is_made_and_its_folder_remembered(frame: Main, part: Any, centre: Centre, tmp_path: Path) -> None:
    shown: BackupsPart = part("backup")
    target = tmp_path / "elsewhere" / "2026-11-02.liepa-backup"
    target.parent.mkdir()
    shown.back_up(target)
    profile = centre.profile_log.profile()
    assert target.exists()
    assert profile.backup_folder == str(target.parent)
    assert profile.last_backup_at is not None
    assert "Backup" in frame.bar.backup_sign.text()


def test_a_week_without_a_backup_is_red(part: Any, centre: Centre, still: Still) -> None:
    centre.profile_log.backed_up(still.world.now() - timedelta(days=8), centre.worker)
    shown: BackupsPart = part("backup")
    assert "Too old" in {pill.words() for pill in shown._state.findChildren(Pill)}


def test_a_backup_is_compared_and_taken_back(frame: Main, centre: Centre, tmp_path: Path) -> None:
    report = back_up(centre.vault, tmp_path / "a.liepa-backup")
    centre.lists.close_day(date(2026, 12, 23), "", centre.worker)
    locked: list[bool] = []
    frame.locking.connect(lambda: locked.append(True))
    frame.go("restore")
    page = on_top(frame)
    assert page.NAME == "restore"
    page.look_at(report.path)
    page.form.put({"passphrase": PASSPHRASE})
    page.open_beside()
    beside = page.restored.folder
    assert beside.exists()
    assert page.use_button.isVisible()
    page.use_button.click()
    page.question.yes.click()
    assert locked == [True]
    assert not beside.exists()
    assert centre.lists.closed_days() == ()


def test_a_wrong_passphrase_leaves_nothing_beside(frame: Main, centre: Centre, tmp_path: Path) -> None:
    report = back_up(centre.vault, tmp_path / "a.liepa-backup")
    before = set(centre.vault.folder.parent.iterdir())
    frame.go("restore")
    page = on_top(frame)
    page.look_at(report.path)
    page.form.put({"passphrase": "not this one at all"})
    page.open_beside()
    assert page.banner.isVisible() or page.passphrase.problem is not None
    assert set(centre.vault.folder.parent.iterdir()) == before


def test_the_strip_of_days_counts_each_day_with_a_backup_once(part: Any, centre: Centre, still: Still) -> None:
    for days in (70, 5, 0):
        centre.profile_log.backed_up(still.world.now(), centre.worker)
        centre.profile_log.backed_up(still.world.now(), centre.worker)
        still.wait(hours=24 * days)
    shown: BackupsPart = part("backup")
    assert len(days_with_backup(centre)) == 2
    assert shown.days.words() == shown.days.accessibleName() == "Days with a backup among the last 60: 2"

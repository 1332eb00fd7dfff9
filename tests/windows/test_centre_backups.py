"""Backups on the centre's page: made, told when too old, compared and taken back."""

from __future__ import annotations

import shutil
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.centre import Centre
from desktop.vault.backup import back_up, read_backup
from desktop.windows.centre_backup_days import days_with_backup
from desktop.windows.centre_backups import BackupsPart
from desktop.windows.main import Main
from desktop.windows.pill import Pill
from desktop.windows.translator import speak
from tests.conftest import PASSPHRASE, Still
from tests.windows.looking import faults, foreign_words, let_go, settle, turned, words
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
    counted = read_backup(target).changes
    assert frame._toast.words() == f"The backup was opened and counted. Changes in it: {counted}"


def test_restoring_is_a_key_away(frame: Main, part: Any) -> None:
    shown: BackupsPart = part("backup")
    QTest.keyClick(shown, Qt.Key.Key_F7)
    let_go()
    assert on_top(frame).NAME == "restore"


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


@contextmanager
def a_full_disk(room: int) -> Iterator[None]:
    """No file grows beyond so many bytes."""
    import resource

    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        signal.signal(signal.SIGXFSZ, before)


def _stands_as_before(centre: Centre, changes: int) -> bool:
    return centre.vault.head().count == changes and centre.profile_log.profile().last_backup_at is None


@pytest.mark.skipif(sys.platform == "win32", reason="limits of another kind")
def test_a_full_disk_is_a_sentence_and_nothing_is_lost(part: Any, centre: Centre, tmp_path: Path) -> None:
    shown: BackupsPart = part("backup")
    changes, target = centre.vault.head().count, tmp_path / "stick"
    target.mkdir()
    with a_full_disk(30_000):
        shown.back_up(target / "a.liepa-backup")
    assert "disk" in shown.banner.words()
    assert "lost" in shown.banner.words()
    assert list(target.iterdir()) == []
    assert _stands_as_before(centre, changes)
    shown.back_up(target / "a.liepa-backup")
    assert not shown.banner.isVisible()
    assert [path.name for path in target.iterdir()] == ["a.liepa-backup"]


def test_a_stick_that_was_pulled_out_is_a_sentence(part: Any, centre: Centre, tmp_path: Path) -> None:
    shown: BackupsPart = part("backup")
    stick = tmp_path / "stick"
    stick.mkdir()
    shown.set_folder(str(stick))
    shown.back_up_now()
    assert len(list(stick.iterdir())) == 1
    shutil.rmtree(stick)
    changes = centre.vault.head().count
    shown.back_up_now()
    assert shown.banner.words() == "The folder is not there. Is the stick in?"
    assert shown.elsewhere.isVisible()
    shown.back_up(stick / "a.liepa-backup")
    assert shown.banner.isVisible()
    assert not shown.elsewhere.isVisible()
    assert centre.vault.head().count == changes
    shown.refresh()
    settle()
    assert "Not there now" in {pill.words() for pill in shown._state.findChildren(Pill)}


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="no folder that nobody can write")
def test_a_place_that_cannot_be_written_is_a_sentence(part: Any, centre: Centre) -> None:
    shown: BackupsPart = part("backup")
    changes = centre.vault.head().count
    shown.back_up(Path("/proc/a.liepa-backup"))
    assert shown.banner.isVisible()
    assert shown.banner.words()
    assert _stands_as_before(centre, changes)


def test_after_a_restoring_it_is_said_and_no_earlier_copy_is_overwritten(
    frame: Main, part: Any, centre: Centre, tmp_path: Path
) -> None:
    shown: BackupsPart = part("backup")
    assert not shown.paused.isVisible()
    shown.set_folder(str(tmp_path / "stick"))
    (tmp_path / "stick").mkdir()
    shown.back_up_now()
    (first,) = (tmp_path / "stick").iterdir()
    content = first.read_bytes()
    frame.go("restore")
    page = on_top(frame)
    page.look_at(first)
    page.form.put({"passphrase": PASSPHRASE})
    page.open_beside()
    page.use_button.click()
    page.question.yes.click()
    shown = part("backup")
    shown.refresh()
    assert shown.paused.words().startswith("The data were restored from a backup: today")
    shown.set_folder(str(tmp_path / "stick"))
    shown.back_up_now()
    assert len(list((tmp_path / "stick").iterdir())) == 2
    assert first.read_bytes() == content
    assert not shown.paused.isVisible()


def test_a_rehearsal_is_told_with_its_day_and_grows_old(part: Any, centre: Centre, still: Still) -> None:
    shown: BackupsPart = part("backup")
    assert "Missing" in {pill.words() for pill in shown._state.findChildren(Pill)}
    one, two, _three = centre.vault.make_recovery(centre.worker)
    centre.vault.rehearse(one.text, two.text, centre.worker)
    shown.refresh()
    settle()
    assert any(word.startswith("Last rehearsal of the recovery sheets: today") for word in words(shown))
    still.wait(days=370)
    shown.refresh()
    settle()
    assert "Rehearse again" in {pill.words() for pill in shown._state.findChildren(Pill)}


def test_what_is_no_backup_is_a_sentence(frame: Main, centre: Centre, tmp_path: Path) -> None:
    (tmp_path / "a.liepa-backup").write_bytes(b"PK not at all")
    frame.go("restore")
    page = on_top(frame)
    for file in (tmp_path / "a.liepa-backup", tmp_path / "gone", tmp_path):
        page.look_at(file)
        assert page.banner.isVisible()
        assert not page.open_card.isVisible()
        page.banner.hide()


@pytest.mark.parametrize("page", ["backup", "restore"])
def test_backups_and_the_way_back_fit_every_window(frame: Main, part: Any, centre: Centre, page: str) -> None:
    report = back_up(centre.vault, centre.vault.folder.parent / "a.liepa-backup")
    if page == "backup":
        shown: BackupsPart = part("backup")
        shown.banner.say("The folder is not there. Is the stick in?")
        shown.elsewhere.show()
    else:
        frame.go("restore")
        on_top(frame).look_at(report.path)
    for locale in turned(frame):
        assert faults(on_top(frame)) == [], locale
        assert locale == "en" or foreign_words(on_top(frame), locale) == []


def test_the_top_bar_grows_amber_after_two_days_and_red_after_seven(frame: Main, centre: Centre, still: Still) -> None:
    centre.profile_log.backed_up(still.world.now(), centre.worker)
    tones = []
    for days in (0, 3, 5):
        still.wait(days=days)
        frame.show_signs()
        tones.append(frame.bar.backup_sign._tone)
    assert tones == ["muted", "amber", "red"]


@pytest.mark.parametrize("size", [(1024, 640), (800, 600)])
def test_a_late_backup_is_said_in_a_small_window_too(
    frame: Main, centre: Centre, still: Still, size: tuple[int, int]
) -> None:
    frame.resize(*size)
    centre.profile_log.backed_up(still.world.now(), centre.worker)
    for days, is_said in ((3, False), (5, True)):
        still.wait(days=days)
        frame.show_signs()
        settle()
        assert frame.bar.backup_below.isVisible() is is_said
    frame.go("today")
    for locale in ("lt", "sr_Cyrl"):
        speak(locale)
        settle()
        assert faults(frame.bar) == [], locale
    frame.bar.backup_below.click()
    assert on_top(frame).part.NAME == "backup"
    centre.profile_log.backed_up(still.world.now(), centre.worker)
    frame.show_signs()
    assert frame.bar.backup_below.isHidden()

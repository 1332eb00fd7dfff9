"""The door, the first steps, the lock: real vaults, real widgets, every size and language."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.language import LOCALES
from desktop.paper.preview import page_text
from desktop.records.staff import StaffDraft
from desktop.vault.keys import KeyCost
from desktop.windows.door import Door
from desktop.windows.first_run import FirstRun
from desktop.windows.look import look
from desktop.windows.main import Main
from desktop.windows.recovery import Recovery
from desktop.windows.screens import RAIL
from desktop.windows.translator import speak
from desktop.windows.unlock import Unlock
from desktop.world import World
from tests.conftest import WORKER
from tests.windows.at_the_door import unlock
from tests.windows.looking import SIZES, TEXT_SIZES, faults, foreign_words, settle, type_text, words

ROOT = Path(__file__).resolve().parents[2]
DAMAGED = "The data file is damaged. Nothing in it was changed."


def test_the_right_passphrase_opens_the_frame(make_door: Callable[..., Door], folder: Path) -> None:
    door = make_door(folder)
    unlock(door)
    assert isinstance(door.page, Main)
    assert door.windowTitle() == "Liepa"
    assert door.settings.last_vault == str(folder)


def test_the_worker_who_was_there_last_is_proposed(make_door: Callable[..., Door], folder: Path) -> None:
    door = make_door(folder)
    unlock(door)
    door.centre.staff.add(StaffDraft("Aldona Ažuolė", "cases", "", "upė medis kelias"), door.centre.worker)
    door.lock()
    settle()
    page = door.page
    assert isinstance(page, Unlock)
    assert page.worker.value() == WORKER
    page.worker.set_value("Aldona Ažuolė")
    unlock(door, "upė medis kelias")
    assert isinstance(door.page, Main)
    door.lock()
    settle()
    for again in (door, make_door(folder, last_worker=door.settings.last_worker)):
        page = again.page
        assert isinstance(page, Unlock)
        assert page.worker.value() == "Aldona Ažuolė"
    assert "Aldona" not in (folder.parent / "config" / "settings.json").read_text(encoding="utf-8")


def test_a_worker_who_is_not_known_any_more_is_not_proposed(make_door: Callable[..., Door], folder: Path) -> None:
    page = make_door(folder, last_worker="5f" * 16).page
    assert isinstance(page, Unlock)
    assert page.worker.value() == WORKER


def test_f12_minimises_the_window_where_that_was_chosen(make_door: Callable[..., Door], folder: Path) -> None:
    for wanted in (True, False):
        door = make_door(folder, minimise=wanted)
        unlock(door)
        assert isinstance(door.page, Main)
        door.hide_all()
        settle()
        assert door.isMinimized() is wanted
        assert door.page is door.cover
        door.showNormal()


def test_a_wrong_passphrase_is_told_under_the_field(make_door: Callable[..., Door], folder: Path) -> None:
    door = make_door(folder)
    unlock(door, "not this one at all")
    page = door.page
    assert isinstance(page, Unlock)
    assert page.passphrase._problem.text() == "Wrong passphrase. Check the keyboard language and try again."
    assert faults(door) == []


def test_after_several_wrong_ones_it_waits_and_says_so(make_door: Callable[..., Door], folder: Path) -> None:
    door = make_door(folder)
    for _try in range(3):
        unlock(door, "not this one at all")
    page = door.page
    assert isinstance(page, Unlock)
    assert page.passphrase._problem.text() == "You can try again in 2 s."
    assert not page.button.isEnabled()


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (lambda f: (f / "data-1.db").unlink(), "The data file is missing."),
        (lambda f: (f / "keys.json").write_text("{"), "The key file is damaged."),
        (lambda f: _flip(f / "data-1.db"), DAMAGED),
        (lambda f: (f / "data-1.db").write_bytes(b""), DAMAGED),
        (lambda f: (f / "data-1.db").write_bytes((f / "data-1.db").read_bytes()[:20_000]), DAMAGED),
    ],
    ids=["missing", "keys", "damaged", "empty", "truncated"],
)
def test_each_refusal_has_its_own_sentence_and_way_out(
    make_door: Callable[..., Door], folder: Path, harm: Callable[[Path], object], said: str
) -> None:
    (folder / "keys.json.prev").unlink(missing_ok=True)
    harm(folder)
    door = make_door(folder)
    page = door.page
    assert isinstance(page, Unlock)
    if page.worker.value():
        unlock(door)
    assert page.banner.words() == said
    assert "Restore from a backup" in words(door)
    assert faults(door) == []


def test_a_vault_that_is_open_elsewhere_is_told_politely(
    make_door: Callable[..., Door], folder: Path, world: World
) -> None:
    first, second = make_door(folder), make_door(folder)
    unlock(first)
    unlock(second)
    assert isinstance(second.page, Unlock)
    assert second.page.banner.words().startswith(f"Already open on this computer ({WORKER}")


def test_a_stick_that_is_not_there_is_asked_for(make_door: Callable[..., Door], tmp_path: Path) -> None:
    door = make_door(tmp_path / "gone.liepa")
    assert isinstance(door.page, Unlock)
    assert door.page.banner.words() == "The folder is not there. Is the stick in?"
    assert not door.page.button.isEnabled()


def test_caps_lock_is_noticed(make_door: Callable[..., Door], folder: Path) -> None:
    page = make_door(folder).page
    assert isinstance(page, Unlock)
    type_text(page.passphrase.edit, "A")
    assert page.passphrase.caps.text() == "Caps Lock is on."
    type_text(page.passphrase.edit, "a")
    assert page.passphrase.caps.text() == ""


def test_f12_covers_at_once_and_nothing_of_the_centre_stays(make_door: Callable[..., Door], folder: Path) -> None:
    door = make_door(folder)
    unlock(door)
    vault = door.centre.vault
    door.watch.hide.emit()
    assert door.page is door.cover
    assert words(door.cover) == {"Paused"}
    settle()
    assert not vault.is_open
    assert door.frame is None
    assert not any(isinstance(child, Main) for child in door.findChildren(QWidget) if child.isVisible())
    QTest.keyClick(door.cover, Qt.Key.Key_Space)
    assert isinstance(door.page, Unlock)


def test_after_the_lock_she_is_where_she_was(make_door: Callable[..., Door], folder: Path) -> None:
    door = make_door(folder)
    unlock(door)
    second = RAIL[0][1].NAME
    door.frame.go(second)
    door.lock()
    settle()
    unlock(door)
    assert second == door.frame.top.NAME
    door.frame.back()
    assert door.frame.top.NAME == RAIL[0][0].NAME


@pytest.mark.parametrize("percent", TEXT_SIZES)
def test_the_door_fits_every_window_in_every_language(
    make_door: Callable[..., Door], folder: Path, percent: int
) -> None:
    look().apply("light", percent)
    door = make_door(folder, text_size=percent)
    for show in (door.show_unlock, door.show_recovery):
        for locale in LOCALES:
            speak(locale)
            show()
            assert isinstance(door.page, Recovery if show == door.show_recovery else Unlock)
            assert wrong(door, locale) == []


@pytest.mark.parametrize("percent", TEXT_SIZES)
def test_every_first_step_fits_every_window_in_every_language(make_door: Callable[..., Door], percent: int) -> None:
    look().apply("light", percent)
    door = make_door(None, text_size=percent)
    page = door.page
    assert isinstance(page, FirstRun)
    for locale in LOCALES:
        speak(locale)
        page.beginning.shares = ()
        for number in range(6):
            page._now = number
            if number == 3:
                page.beginning.shares = ("one", "two", "three")
            page._show()
            assert wrong(door, locale) == [], (number, page.step.heading)


def wrong(door: Door, locale: str) -> list[object]:
    """What is wrong with what stands in the door, in every size of window."""
    found: list[object] = []
    for size in SIZES:
        door.resize(*size)
        settle()
        found += [(locale, size, fault) for fault in faults(door)]
    return [*found, *(foreign_words(door, locale) if locale != "en" else [])]


def test_the_six_steps_lead_to_a_safe_vault(
    make_door: Callable[..., Door], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(KeyCost, "real", KeyCost.cheap)
    door = make_door()
    page = door.page
    assert isinstance(page, FirstRun)
    page.next.click()
    type_text(page.step.form.fields["name"].edit, "Krizių centras „Uosis“")
    page.next.click()
    for field in (page.step.first, page.step.again):
        type_text(field.edit, "medis upė kelias")
    type_text(page.step.worker.edit, "Rasa Žukaitė")
    page.next.click()
    settle()
    assert page._now == 3
    shares = [share.text for share in page.beginning.shares]
    assert not any(group in words(door) for text in shares for group in text.split())
    assert not page.next.isEnabled()
    asked: list[bytes] = []
    monkeypatch.setattr("desktop.windows.recovery_steps.has_printer", lambda: False)
    monkeypatch.setattr("desktop.windows.recovery_steps.ask_to_save", lambda _step, pdf, *_rest: asked.append(pdf))
    page.step.cards[0].button.click()
    assert page.step.cards[0].holder.problem, "who keeps it is asked before anything is printed"
    assert not asked
    for card in page.step.cards:
        card.holder.set_value("Ona Gluosnienė")
        card.button.click()
        assert "O. G." in page_text(asked[-1], 0)
        page.step.saved(card.number, tmp_path / f"{card.number}.pdf")
    page.next.click()
    type_text(page.step.first.edit, shares[0][:-1] + ("0" if shares[0][-1] != "0" else "1"))
    type_text(page.step.second.edit, shares[2])
    assert not page.next.isEnabled()
    page.step.first.edit.clear()
    type_text(page.step.first.edit, shares[0].replace(" ", "").lower())
    settle()
    assert page.next.isEnabled()
    page.next.click()
    page.step.folder.set_raw(str(tmp_path))
    page.next.click()
    settle()
    assert isinstance(door.page, Main)
    assert list(tmp_path.glob("*.liepa-backup"))
    assert door.centre.profile_log.profile().last_backup_at is not None
    door.lock()
    settle()
    door.show_recovery()
    recovery = door.page
    assert isinstance(recovery, Recovery)
    recovery.form.restore(
        {"first": shares[1], "second": shares[2], "worker": ["Rasa Žukaitė", ""],
         "passphrase": "another tree here", "again": "another tree here"}
    )  # fmt: skip
    recovery.open_it()
    settle()
    assert door.centre is not None


def test_a_language_switch_leaves_no_word_of_the_former(make_door: Callable[..., Door], folder: Path) -> None:
    door = make_door(folder)
    for locale in ("lt", "sr_Cyrl", "sr_Latn"):
        page = door.page
        assert isinstance(page, Unlock)
        page.languages.choose(locale)
        page.languages.picked.emit(locale)
        settle()
        assert door.settings.language == locale
        assert foreign_words(door, locale) == []


def test_nothing_slow_is_loaded_before_the_first_paint(tmp_path: Path) -> None:
    script = f"""
import sys
from pathlib import Path
from desktop.settings import Settings
from desktop.windows.application import make_application
from desktop.windows.door import Door
from desktop.windows.messages import Messages
from desktop.world import World
app = make_application(Settings())
world = World.real()
door = Door(world, Settings(), Path({str(tmp_path)!r}), Messages(world, Path({str(tmp_path)!r})))
door.settle(last_vault={str(tmp_path / "data.liepa")!r})
door.show_unlock()
door.show()
door.grab()
slow = {{"sqlalchemy", "reportlab", "pyhanko", "aiohttp", "lxml", "PIL", "pikepdf", "cryptography", "holidays"}}
print(sorted(slow & set(sys.modules)))
"""
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False,
        env={"QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path), "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.stdout.strip() == "[]", done.stderr


def test_without_a_screen_it_says_so(tmp_path: Path) -> None:
    if not sys.platform.startswith("linux"):
        pytest.skip("other systems always have one")
    done = subprocess.run(
        [sys.executable, "-c", "from desktop.windows.application import main; raise SystemExit(main())"],
        cwd=ROOT, capture_output=True, text=True, check=False, env={"PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.returncode == 1
    assert "There is no screen here" in done.stderr


def _flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(bytes(content))

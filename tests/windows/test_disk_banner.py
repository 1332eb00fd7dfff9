"""That the computer's disk is not encrypted is said on Today to whoever leads, once found out, until it is left so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from desktop.centre import Centre, open_centre
from desktop.language import _
from desktop.records.centre_draft import CentreDraft
from desktop.settings import Settings
from desktop.vault.vault import Vault
from desktop.windows.buttons import Button
from desktop.windows.centre_options import OptionsPart
from desktop.windows.help_topics import TOPICS
from desktop.windows.main import Main
from desktop.windows.screens import PAGES, RAIL
from desktop.windows.today import Today
from desktop.windows.worker import Background
from tests.builders import a_worker
from tests.conftest import PASSPHRASE, Still
from tests.vault.machines import LUKS, LinuxMachine, a_machine
from tests.windows.looking import settle, until, words

SAID = "The vault is encrypted, the disk of this computer is not: words from memory can be read on it."


@pytest.fixture
def safe(centre: Centre, tmp_path: Path) -> Centre:
    """A centre with nothing worse to be said of its data."""
    by = centre.worker
    centre.profile_log.backed_up(centre.world.now(), by)
    centre.profile_log.amend(replace(CentreDraft.of(centre.profile_log.profile()), backup_folder=str(tmp_path)), by)
    one, two, _three = centre.vault.make_recovery(by)
    centre.vault.rehearse(one.text, two.text, by)
    return centre


def on(centre: Centre, machine: LinuxMachine) -> Centre:
    """The same centre on that computer."""
    return open_centre(centre.vault, centre.world._replace(machine=machine.machine))


def said(frame: Main) -> str:
    assert isinstance(frame.top, Today)
    banner = frame.top.banner
    return banner.words() if banner.isVisible() else ""


def test_a_plain_disk_is_said_and_the_button_tells_what_to_do(
    safe: Centre, desk_of: Callable[..., Main], tmp_path: Path
) -> None:
    frame: Any = desk_of(on(safe, a_machine(tmp_path / "m")))
    assert said(frame) == SAID
    assert frame.top.banner.tone == "red"
    frame.top.banner.button.click()
    settle()
    assert frame.top.NAME == "guide"
    assert {_(sentence) for sentence in TOPICS["disk"].says} <= words(frame.top)


def test_of_an_encrypted_disk_and_of_one_of_which_nothing_is_known_nothing_is_said(
    safe: Centre, desk_of: Callable[..., Main], tmp_path: Path
) -> None:
    assert said(desk_of(on(safe, a_machine(tmp_path / "a", LUKS)))) == ""
    assert said(desk_of(on(safe, LinuxMachine(tmp_path / "b")))) == ""
    assert said(desk_of(safe)) == "", "a test asks no computer"


def test_a_stick_that_is_plain_is_no_reason_where_the_system_s_disk_is_encrypted(
    safe: Centre, desk_of: Callable[..., Main], tmp_path: Path
) -> None:
    machine = a_machine(tmp_path / "m", LUKS)
    machine.mount(str(tmp_path), machine.disk("sdb"))
    frame: Any = desk_of(on(safe, machine))
    assert said(frame) == ""
    assert frame.desk.disks.now().vault.value == "plain"


def test_what_can_be_mended_in_a_minute_is_said_before_the_disk(
    safe: Centre, desk_of: Callable[..., Main], still: Still, tmp_path: Path
) -> None:
    frame: Any = desk_of(on(safe, a_machine(tmp_path / "m")))
    still.wait(days=3)
    frame.top.refresh()
    assert said(frame) == "Days without a verified backup: 3"
    assert not frame.top.banner.leave_button.isVisible()
    safe.profile_log.backed_up(safe.world.now(), safe.worker)
    frame.top.refresh()
    assert said(frame) == SAID


def test_who_does_not_lead_is_not_told(
    safe: Centre, desk_of: Callable[..., Main], still: Still, tmp_path: Path
) -> None:
    hers = safe.staff.add(a_worker(), safe.worker)
    safe.vault.lock()
    vault = Vault.unlock(safe.vault.folder, hers.name, a_worker().passphrase or PASSPHRASE, world=still.world)
    try:
        frame: Any = desk_of(on(open_centre(vault, still.world), a_machine(tmp_path / "m")))
        assert said(frame) == ""
        frame.go("centre", "options")
        settle()
        assert "Not encrypted" in words(frame.top.part.disk)
        assert not frame.top.part.disk.reminder.isVisible(), "she has none to turn off"
    finally:
        vault.lock()


def test_it_is_left_so_knowingly_and_taken_back_in_the_toast_or_in_the_options(
    safe: Centre, desk_of: Callable[..., Main], tmp_path: Path
) -> None:
    frame: Any = desk_of(on(safe, a_machine(tmp_path / "m")))
    kept: dict[str, object] = {}
    frame.settled.connect(kept.update)
    today = frame.top
    today.banner.leave_button.click()
    settle()
    assert said(frame) == ""
    assert kept == {"disk_left": True}
    frame._toast._undo.click()
    settle()
    assert (said(frame), frame.settings.disk_left) == (SAID, False)
    today.banner.leave_button.click()
    frame.go("centre", "options")
    settle()
    part = frame.top.part
    assert isinstance(part, OptionsPart)
    assert part.disk_left.value() == "no"
    part.disk_left.chips.chips()[0].click()
    settle()
    assert not frame.settings.disk_left
    frame.go("today")
    settle()
    assert said(frame) == SAID


@pytest.mark.parametrize(
    ("layers", "pill", "is_asked"),
    [((), "Not encrypted", True), ((LUKS,), "Encrypted", False), (("",), "Could not be found out", False)],
)
def test_the_options_tell_how_the_disks_stand(
    safe: Centre, desk_of: Callable[..., Main], tmp_path: Path, layers: tuple[str, ...], pill: str, is_asked: bool
) -> None:
    frame: Any = desk_of(on(safe, a_machine(tmp_path / "m", *layers)))
    frame.go("centre", "options")
    settle()
    card = frame.top.part.disk
    assert pill in words(card)
    assert card.reminder.isVisible() == is_asked
    ways = card.findChildren(Button)
    assert len(ways) == (pill != "Encrypted"), "there is something to do, and how is told"
    for way in ways:
        way.click()
        settle()
        assert frame.top.NAME == "guide"


def test_the_system_is_asked_once_and_beside_all_other_work(safe: Centre, tmp_path: Path) -> None:
    machine = a_machine(tmp_path / "m")
    background = Background(lambda error: pytest.fail(str(error)))
    frame: Any = Main(on(safe, machine), background, Settings(look="light"), RAIL, PAGES)
    try:
        frame.show()
        frame.put_back()
        until(lambda: said(frame))
        assert said(frame) == SAID
        assert background.aside is background.aside
        (machine.root / "proc/self/mountinfo").write_text("")
        frame.top.refresh()
        until(lambda: not background.is_busy())
        assert not background.aside.is_busy()
        assert said(frame) == SAID
    finally:
        frame.close()
        frame.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        background.close()

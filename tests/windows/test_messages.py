"""What breaks is told without a word of what was typed or kept."""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.problems import Cancelled, Problem
from desktop.windows.fault_report import report_of
from desktop.windows.messages import Messages
from desktop.world import World
from tests.windows.looking import faults, settle, until, words

SECRET = "Daiva Jonaitienė +37061230041"


def _broken(secret: str) -> Exception:
    try:
        {}[secret]
    except KeyError as error:
        return error
    raise AssertionError


def test_a_report_names_places_and_versions_but_no_values(world: World) -> None:
    report = report_of(_broken(SECRET), world.here())
    assert SECRET not in report.text
    assert "Jonait" not in report.text
    assert "builtins.KeyError" in report.text
    assert "tests.windows.test_messages._broken line" in report.text
    assert report.code in report.text
    assert report.code == report_of(_broken("another"), world.here()).code


def test_a_bug_from_another_thread_opens_the_window_and_is_saved(
    app: QApplication, qtbot: QtBot, world: World, tmp_path: Path
) -> None:
    messages = Messages(world, tmp_path)
    thread = threading.Thread(target=lambda: messages.tell(_broken(SECRET)))
    thread.start()
    thread.join()
    until(lambda: messages.window is not None)
    assert messages.window is not None
    qtbot.addWidget(messages.window)
    settle()
    assert faults(messages.window) == []
    assert messages.window.windowTitle() == "Liepa"
    assert "Nothing was sent to anyone." in words(messages.window)
    saved = list(tmp_path.glob("report-*.txt"))
    assert len(saved) == 1
    assert SECRET not in saved[0].read_text(encoding="utf-8")


def test_a_problem_is_handed_to_the_page_and_a_stop_to_nobody(
    app: QApplication, qtbot: QtBot, world: World, tmp_path: Path
) -> None:
    messages, told = Messages(world, tmp_path), []
    messages.told.connect(told.append)
    messages.tell(Problem("The disk is full."))
    messages.tell(Cancelled("Stopped."))
    settle()
    assert [problem.sentence for problem in told] == ["The disk is full."]
    assert messages.window is None

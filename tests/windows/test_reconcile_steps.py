"""The row of steps: what is done, what is on show, and which steps can be gone to."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.windows.pill import GOOD, NOT_YET
from desktop.windows.reconcile_steps import AGREED, COLUMNS, FILE, PRESENT, REVIEW, STEPS, Steps
from desktop.windows.translator import speak
from tests.windows.looking import settle

SAID = ["Step done", "Step on show", "Step to come"]


def signs(steps: Steps) -> list[object]:
    return [steps.pill(code).sign for code in STEPS]


def test_a_step_is_done_on_show_or_to_come_and_says_so_without_colour(app: QApplication) -> None:
    steps = Steps(REVIEW)
    assert signs(steps) == [GOOD, GOOD, GOOD, PRESENT, NOT_YET]
    assert [steps.pill(code).accessibleDescription() for code in (FILE, REVIEW, AGREED)] == SAID
    steps.stand(AGREED, over=True)
    assert set(signs(steps)) == {GOOD}


def test_only_a_step_with_a_way_can_be_gone_to_by_mouse_and_keyboard(app: QApplication) -> None:
    gone: list[str] = []
    steps = Steps(COLUMNS, {FILE: lambda: gone.append(FILE), COLUMNS: lambda: gone.append(COLUMNS)})
    steps.show()
    QTest.mouseClick(steps.pill(FILE), Qt.MouseButton.LeftButton)
    QTest.keyClick(steps.pill(FILE), Qt.Key.Key_Return)
    for code in (COLUMNS, REVIEW):
        QTest.mouseClick(steps.pill(code), Qt.MouseButton.LeftButton)
        assert steps.pill(code).focusPolicy() == Qt.FocusPolicy.NoFocus
    assert gone == [FILE, FILE], "the step on show leads nowhere, nor does one without a way"


def test_the_steps_speak_the_new_language(app: QApplication) -> None:
    steps = Steps()
    before = steps.pill(COLUMNS).sizeHint()
    speak("lt")
    settle()
    assert steps.pill(COLUMNS).text() == steps.pill(COLUMNS).accessibleName() == "Stulpeliai"
    assert steps.pill(COLUMNS).sizeHint() != before

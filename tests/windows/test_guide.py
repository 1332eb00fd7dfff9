"""F1 explains what is on show and the question that has the caret; twice, it tells all keys; Esc goes back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from desktop import language
from desktop.centre import Centre
from desktop.language import _
from desktop.windows.help_topics import ALIASES, KEYS, QUESTIONS, TOPICS
from desktop.windows.main import Main
from desktop.windows.screens import PAGES, RAIL
from desktop.windows.translator import speak
from tests.windows.looking import settle, words


def press(key: Qt.Key) -> None:
    """A button that is pressed by its key stays down for a moment before it does anything."""
    caret = QApplication.focusWidget()
    assert caret is not None
    QTest.keyClick(caret, key)
    settle()
    while any(isinstance(widget, QPushButton) and widget.isDown() for widget in QApplication.allWidgets()):
        settle(1)
    settle()


def test_every_screen_has_its_words_or_those_of_another() -> None:
    names = {kind.NAME for group in (*RAIL, PAGES) for kind in group} - {"guide"}
    assert names <= set(TOPICS) | set(ALIASES)
    assert set(ALIASES.values()) <= set(TOPICS)


@pytest.mark.parametrize("name", [kind.NAME for group in RAIL for kind in group] + ["notice"])
def test_f1_explains_the_screen_and_esc_goes_back(busy: Centre, desk_of: Callable[[Centre], Main], name: str) -> None:
    frame = desk_of(busy)
    frame.go(name)
    settle()
    frame.explain()
    settle()
    assert frame.top is not None
    assert frame.top.NAME == "guide"
    topic = TOPICS[ALIASES.get(name, name)]
    assert {_(sentence) for sentence in topic.says} <= words(frame.top)
    press(Qt.Key.Key_Escape)
    assert name == frame.top.NAME


def test_the_question_in_focus_is_explained_first(busy: Centre, desk_of: Callable[[Centre], Main]) -> None:
    frame = desk_of(busy)
    frame.go("notice")
    settle()
    frame.top.form.fields["reference"].focus()  # type: ignore[union-attr]
    press(Qt.Key.Key_F1)
    assert frame.top is not None
    assert frame.top.NAME == "guide"
    assert _(QUESTIONS["reference"]) in words(frame.top)


def test_f1_twice_tells_all_keys(busy: Centre, desk_of: Callable[[Centre], Main]) -> None:
    frame = desk_of(busy)
    press(Qt.Key.Key_F1)
    press(Qt.Key.Key_F1)
    assert frame.top is not None
    assert {key for key, _what in KEYS} <= words(frame.top)
    assert {_(what) for _key, what in KEYS} <= words(frame.top)


def test_the_help_speaks_the_new_language(busy: Centre, desk_of: Callable[[Centre], Main]) -> None:
    frame = desk_of(busy)
    frame.explain()
    language.choose("lt")
    speak("lt")
    settle()
    assert frame.top is not None
    assert _(TOPICS["referrals"].says[0]) in words(frame.top) or _(TOPICS["today"].says[0]) in words(frame.top)

"""F1 explains what is on show and the question that has the caret; twice, it tells all keys; Esc goes back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QPushButton

from desktop import language
from desktop.centre import Centre
from desktop.language import _
from desktop.windows import names
from desktop.windows.buttons import Button
from desktop.windows.centre_screen import PARTS
from desktop.windows.fields import Field
from desktop.windows.frame_keys import FrameKeys
from desktop.windows.guide import asked_of
from desktop.windows.help_keys import KEYS
from desktop.windows.help_questions import QUESTIONS, answer_to, answer_to_filter
from desktop.windows.help_topics import ALIASES, TOPICS
from desktop.windows.main import Main
from desktop.windows.screens import PAGES, RAIL
from desktop.windows.translator import speak
from tests.windows.looking import settle, type_text, words


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
    topic = TOPICS["centre.agencies" if name == "centre" else ALIASES.get(name, name)]
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


def test_every_part_of_the_centre_has_its_own_words(busy: Centre, desk_of: Callable[[Centre], Main]) -> None:
    frame = desk_of(busy)
    for part in PARTS:
        frame.go("centre", part.NAME)
        asked = asked_of(frame.top)
        assert asked.topic == f"centre.{part.NAME}"
        assert asked.topic in TOPICS


def _places(busy: Centre) -> list[tuple[str, Any]]:
    """Every screen and page with something it can be about."""
    notice = busy.referrals.ids()[-1]
    person = busy.referrals.sheet(notice).referral.person_id
    pages = [kind.NAME for kind in (*(kind for group in RAIL for kind in group), *PAGES)]
    about = {name: person if name == "person" or name.startswith("person_") else notice for name in pages}
    return [(name, about[name]) for name in pages] + [("centre", part.NAME) for part in PARTS]


def test_every_field_there_is_has_an_answer_in_every_language(busy: Centre, desk_of: Callable[[Centre], Main]) -> None:
    frame = desk_of(busy)
    unanswered, answers = set(), set()
    for name, about in _places(busy):
        frame.go(name, about)
        assert frame.top is not None
        shown = getattr(frame.top, "part", frame.top)
        for field in shown.findChildren(Field):
            answer = answer_to(shown.NAME, field.name)
            answers.add(answer)
            if not answer:
                unanswered.add((shown.NAME, field.name, field.title))
    assert unanswered == set()
    for locale in ("lt", "sr_Cyrl"):
        assert {words for words in answers if language.Language(locale).say(words) == words} == set()


def test_a_question_mark_tells_all_keys_but_not_while_it_is_typed(
    busy: Centre, desk_of: Callable[[Centre], Main]
) -> None:
    frame = desk_of(busy)
    frame.go("notice")
    assert frame.top is not None
    frame.top.form.fields["officer"].focus()  # type: ignore[attr-defined]
    settle()
    type_text(QApplication.focusWidget(), "?")
    settle()
    assert frame.top.NAME == "notice"
    frame.go("referrals")
    settle()
    QTest.keyClick(frame.top, Qt.Key.Key_Question)
    settle()
    assert frame.top.NAME == "guide"
    assert {_(what) for _key, what in KEYS} <= words(frame.top)


def _goes(frame: Main, key: Qt.Key, hold: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> str:
    caret = QApplication.focusWidget() or frame
    QTest.keyClick(caret, key, hold)
    settle()
    while any(isinstance(widget, QPushButton) and widget.isDown() for widget in QApplication.allWidgets()):
        settle(1)
    settle()
    assert frame.top is not None
    return frame.top.NAME


def test_the_sheet_of_keys_says_what_the_keys_do(busy: Centre, desk_of: Callable[..., Main]) -> None:
    """Those that only the door hears (F12, three Esc, text size) are tried in test_panic, those of buttons on them."""
    frame = desk_of(busy)
    key, ctrl, alt = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
    tried = {"F12", "Esc Esc Esc", "Ctrl++, Ctrl+\u2212"}
    for number, name in enumerate([kind.NAME for group in RAIL for kind in group], 1):
        assert _goes(frame, getattr(key, f"Key_{number % 10}"), ctrl) == name
        tried.add("Ctrl+1 \u2026 Ctrl+0")
    assert _goes(frame, key.Key_F5) == "today"
    assert _goes(frame, key.Key_F2) == "notice"
    assert _goes(frame, key.Key_Escape) == "today"
    assert _goes(frame, key.Key_F9) == "handover"
    assert _goes(frame, key.Key_Left, alt) == "today"
    frame.go("referrals")
    settle()
    frame.top.view.selectRow(0)  # type: ignore[union-attr]
    frame.top.view.setFocus()  # type: ignore[union-attr]
    settle()
    assert _goes(frame, key.Key_F6) == "attempt"
    outcomes = frame.top.form.fields["outcome"]  # type: ignore[union-attr]
    outcomes.focus()
    _goes(frame, key.Key_2)
    assert outcomes.raw() not in ([], [""], "")
    assert _goes(frame, key.Key_Escape) == "referrals"
    assert _goes(frame, key.Key_F7) == "assistance_entry"
    save = {button.key for button in frame.top.findChildren(Button) if button.isVisible()}  # type: ignore[union-attr]
    assert {"Ctrl+Enter", "Ctrl+Shift+Enter"} <= save
    assert _goes(frame, key.Key_Escape) == "referrals"
    _goes(frame, key.Key_F8)
    assert names.are_hidden()
    _goes(frame, key.Key_F8)
    _goes(frame, key.Key_F3)
    assert frame.bar.search.hasFocus() or frame.bar.search.isAncestorOf(QApplication.focusWidget() or frame)
    frame.top.view.setFocus()  # type: ignore[union-attr]
    _goes(frame, key.Key_F4)
    assert frame.top.filters.isAncestorOf(QApplication.focusWidget() or frame)  # type: ignore[union-attr]
    frame.top.view.setFocus()  # type: ignore[union-attr]
    _goes(frame, key.Key_End)
    _goes(frame, key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.actions()[0].text() == "Contact attempt"
    menu.close()
    frame.top.view.setFocus()  # type: ignore[union-attr]
    _goes(frame, key.Key_Home)
    assert frame.top.view.currentIndex().row() == 0  # type: ignore[union-attr]
    tried |= {"Shift+F10", "Home, End"}
    tried |= {"F1", "?", "F2", "F3", "F4, Shift+F4", "F5", "F6, F7", "F8", "F9", "1 \u2026 5", "Ctrl+Enter"}
    tried |= {"Ctrl+Shift+Enter", "Alt+\u2190", "Esc"}
    heard = {shortcut.key().toString() for shortcut in frame.findChildren(QShortcut)}
    heard |= {button.shortcut().toString() for button in frame.findChildren(QAbstractButton)}
    assert {"F11", "Ctrl+P", "Shift+F1"} <= heard
    assert isinstance(frame.keys, FrameKeys)
    entered = busy.vault.head().count
    busy.lists.close_day(date(2026, 12, 23), "", busy.worker)
    frame.top.view.setFocus()  # type: ignore[union-attr]
    _goes(frame, key.Key_Z, ctrl)
    assert busy.lists.closed_days() == ()
    frame.top.view.setFocus()  # type: ignore[union-attr]
    _goes(frame, key.Key_Y, ctrl)
    assert len(busy.lists.closed_days()) == 1
    assert busy.vault.head().count == entered + 3
    tried |= {"F10", "F11", "Ctrl+P", "Ctrl+Z, Ctrl+Y", "Shift+F1"}
    assert {told for told, _what in KEYS} == tried, "a key on the sheet is tried here"


@pytest.mark.parametrize("name", ["referrals", "people", "help"])
def test_f1_explains_every_filter_that_has_the_caret(
    busy: Centre, desk_of: Callable[[Centre], Main], name: str
) -> None:
    frame = desk_of(busy)
    frame.go(name)
    page: Any = frame.top
    page.filters.unfold()
    settle()
    seen = 0
    for kept, widget in page.filters._named():
        if widget.isVisible():
            widget.setFocus()
            asked = asked_of(page)
            assert (asked.question, asked.answer) == (page.filters.asked(widget)[1], answer_to_filter(kept))
            assert "" not in (asked.question, asked.answer)
            seen += 1
    assert seen > 2

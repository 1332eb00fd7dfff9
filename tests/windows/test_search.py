"""The one search: from anywhere by key, as she types, by keys alone, and back to where she was."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.centre import Centre
from desktop.vault.search import fold
from desktop.windows.found_hits import parts
from desktop.windows.look import look
from desktop.windows.main import Main
from desktop.windows.translator import speak
from tests.windows.looking import faults, foreign_words, settle, type_text, until

Desk = Callable[..., Main]


@pytest.fixture
def desk(desk_of: Desk, busy: Centre) -> Main:
    return desk_of(busy)


def caret() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(caret(), key, held)
    settle()


def look_for(desk: Main, words: str) -> list[tuple[str, str]]:
    """Type into the field as she does; the kinds and heads of what is found."""
    desk.bar.search.take()
    type_text(desk.bar.search, words)
    until(lambda: not desk.bar.search.is_waiting())
    settle()
    return [(entry.kind, entry.head) for entry in desk.found.list.found.entries]


@pytest.mark.parametrize(
    ("key", "held"),
    [(Qt.Key.Key_F3, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier),
     (Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)],
)  # fmt: skip
def test_three_keys_lead_into_the_field_from_anywhere(desk: Main, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    desk.go("notice")
    settle()
    press(key, held)
    assert caret() is desk.bar.search


def test_half_a_misspelt_name_in_the_other_script_finds_the_person(desk: Main) -> None:
    assert look_for(desk, "Јонаиттиен")[:2] == [("head", "Persons written similarly"), ("person", "Daiva Jonaitienė")]


def test_what_is_found_stands_in_groups_with_counts(desk: Main) -> None:
    found = look_for(desk, "kreting")
    assert ("head", "Institutions") in found
    found = look_for(desk, "jonait")
    assert [head for kind, head in found if kind == "head"] == ["Persons", "Notices"]
    heads = [entry for entry in desk.found.list.found.entries if entry.kind == "head"]
    assert [head.right for head in heads] == ["2", "1"]


def test_who_is_found_by_telephone_says_so_and_no_number_is_shown(desk: Main) -> None:
    look_for(desk, "0 612 30")
    persons = [entry for entry in desk.found.list.found.entries if entry.kind == "person"]
    assert ("Daiva Jonaitienė", True) in [(entry.head, "Telephone" in entry.second) for entry in persons]
    assert not any("612" in entry.read() for entry in desk.found.list.found.entries)


def test_nothing_is_looked_for_before_the_typing_rests_and_two_signs_stand_there(desk: Main) -> None:
    desk.bar.search.take()
    type_text(desk.bar.search, "jo")
    settle()
    assert not desk.found.isVisible()
    assert look_for(desk, "j") == []
    assert not desk.found.isVisible()


def test_down_and_enter_open_the_right_place(desk: Main, busy: Centre) -> None:
    found = look_for(desk, "jonait")
    assert desk.found.list.chosen().head == found[1][1], "the first can be opened at once"
    for _step in range(5):
        press(Qt.Key.Key_Down)
    assert desk.found.list.chosen().kind == "referral", "the end holds"
    press(Qt.Key.Key_Return)
    top: Any = desk.top
    assert top.NAME == "referrals"
    assert top.card.sheet.referral.person_name == "Daiva Jonaitienė"
    assert not desk.found.isVisible()
    assert desk.bar.search.text() == ""


def test_enter_before_the_answer_opens_the_first(desk: Main) -> None:
    desk.go("help")
    desk.bar.search.take()
    type_text(desk.bar.search, "2026/1")
    press(Qt.Key.Key_Return)
    assert desk.top is not None
    assert desk.top.NAME == "referrals"


def test_an_institution_opens_its_own_page(desk: Main) -> None:
    look_for(desk, "kretingos rajono policij")
    press(Qt.Key.Key_Return)
    assert desk.top is not None
    assert desk.top.NAME == "agency"


def test_esc_returns_to_where_she_was(desk: Main) -> None:
    desk.go("notice")
    settle()
    before = caret()
    look_for(desk, "jonait")
    assert desk.found.isVisible()
    press(Qt.Key.Key_Escape)
    assert caret() is before
    assert not desk.found.isVisible()
    assert desk.top is not None
    assert desk.top.NAME == "notice"


def test_where_nothing_is_found_it_says_what_to_try(desk: Main) -> None:
    assert look_for(desk, "zzzzzz") == []
    assert desk.found.isVisible()
    assert "Nothing found" in desk.found.words.text()
    press(Qt.Key.Key_Return)
    assert desk.found.isVisible()


def test_what_was_found_is_marked_before_it_is_painted(desk: Main, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[bool] = []

    def watched(*words: Any, **how: Any) -> Any:
        shown.append(desk.found.isVisible())
        return parts(*words, **how)

    monkeypatch.setattr("desktop.windows.found_list.parts", watched)
    desk.found.setMaximumHeight(120)
    look_for(desk, "jonait")
    assert desk.found.list.verticalScrollBar().isVisible(), "its list is narrower than it was thought to be"
    assert shown
    assert not any(shown)


def test_leaving_the_field_puts_the_list_away_and_coming_back_shows_it(desk: Main) -> None:
    look_for(desk, "jonait")
    press(Qt.Key.Key_Tab)
    assert not desk.found.isVisible()
    press(Qt.Key.Key_F3)
    assert desk.found.isVisible()


def test_the_panel_may_be_shown_in_every_look(desk: Main) -> None:
    for locale, percent, size, scheme in (
        ("lt", 100, (1366, 768), "light"), ("sr_Cyrl", 160, (1024, 640), "dark"), ("en", 200, (1366, 768), "light"),
    ):  # fmt: skip
        speak(locale)
        look().apply(scheme, percent)
        desk.resize(*size)
        for words in ("jonait", "zzzzzz"):
            look_for(desk, words)
            assert faults(desk.found) == [], (locale, percent)
            assert desk.rect().contains(desk.found.geometry())
            if locale != "en":
                assert foreign_words(desk.found, locale) == []


@pytest.mark.parametrize(
    ("text", "query", "hits"),
    [
        ("Daiva Jonaitienė", "јонаит", ["Jonait"]), ("Đorđe Đurić", "dju", ["Đu"]), ("Ђорђе Ђурић", "djo", ["Ђо"]),
        ("2026/419 · Ona", "2026/4 on", ["2026", "4", "On"]), ("Žvirblienė", "zvirb", ["Žvirb"]), ("Ona", "na", []),
    ],
)  # fmt: skip
def test_hits_are_marked_in_the_script_in_which_they_stand(text: str, query: str, hits: list[str]) -> None:
    assert [part for part, is_hit in parts(text, query) if is_hit] == hits


@settings(max_examples=200)
@given(st.text("aąbčđdžj Đнињ/12", max_size=20), st.text("aacdzjđ 12н", max_size=6))
def test_marking_loses_no_letter_and_marks_only_what_was_typed(text: str, query: str) -> None:
    made = parts(text, query)
    assert "".join(part for part, _hit in made) == text
    typed = fold(query).split()
    for part, is_hit in made:
        if is_hit:
            assert any(fold(part.replace("đ", "dj").replace("Đ", "dj")).startswith(t) or fold(part).startswith(t)
                       for t in typed)  # fmt: skip


@pytest.mark.parametrize(("key", "page"), [(Qt.Key.Key_F2, "notice"), (Qt.Key.Key_F5, "today")])
def test_a_key_that_leads_elsewhere_takes_the_caret_along_out_of_the_search(
    desk: Main, key: Qt.Key, page: str
) -> None:  # fmt: skip
    desk.go("referrals")
    settle()
    assert look_for(desk, "zzzqq") == []
    assert desk.found.isVisible()
    press(key)
    assert desk.top is not None
    assert page == desk.top.NAME
    assert desk.top.isAncestorOf(caret())
    assert not desk.found.isVisible(), "what was looked for lies no longer over the page"

"""A copied message of the police is offered part by part; nothing is filled in unless she says so."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.centre import Centre
from desktop.windows.main import Main
from tests.windows.looking import faults, settle, words

MESSAGE = """Perduodame pranešimą apie smurtą artimoje aplinkoje.
ROIK: 26-1234567
Įvykio data ir laikas: 2026-11-01 21:40
Smurtautojas: Petras Jonaitis, gim. 1980-01-02
Nukentėjusioji: Živilė Žukauskienė, gim. 1991-03-12, tel. 8 612 30077, gyv. Vydmantų k., Kretingos r. sav."""
PERSON = "mentions.0."


@pytest.fixture
def page(centre: Centre, desk_of: Callable[[Centre], Main]) -> Any:
    frame = desk_of(centre)
    frame.go("notice")
    settle()
    return frame.top


def paste(page: Any, text: str) -> None:
    QApplication.clipboard().setText(text)
    page.paste_message()
    settle()


def test_nothing_is_filled_in_before_it_is_taken(page: Any) -> None:
    before = page.form.raw()
    paste(page, MESSAGE)
    assert page.pasted.isVisible()
    assert page.form.raw() == before
    assert faults(page) == []


def test_enter_takes_what_is_ticked_and_the_notice_can_be_saved(page: Any, centre: Centre) -> None:
    paste(page, MESSAGE)
    caret = QApplication.focusWidget()
    assert caret is page.pasted.take
    page.pasted.take.click()
    settle()
    assert not page.pasted.isVisible()
    hint = page.form.hint()
    assert (hint.name, hint.birth_year, hint.phone) == ("Živilė Žukauskienė", 1991, "+37061230077")
    assert hint.municipality == "Kretingos rajono savivaldybė"
    assert page.form.fields["reference"].raw() == "26-1234567"
    assert page.form.fields["incident_on"].raw() == "2026-11-01"
    assert centre.drafts.of("notice", None, centre.worker) is not None


@pytest.mark.parametrize("name", ["sender_id", "reference"])
def test_a_message_pasted_into_a_line_is_read_and_does_not_stand_in_that_line(page: Any, name: str) -> None:
    field = page.form.fields[name]
    field.focus()
    before = field.raw()
    QApplication.clipboard().setText(MESSAGE)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert page.pasted.isVisible()
    assert field.raw() == before
    QTest.keyClick(page.pasted.take, Qt.Key.Key_Escape)
    settle()
    assert field.isAncestorOf(QApplication.focusWidget())


def test_words_for_a_line_and_what_says_nothing_stand_where_they_are_pasted(page: Any) -> None:
    field = page.form.fields["reference"]
    field.focus()
    for words_ in ("R-77", "R-78\n"):
        QApplication.clipboard().setText(words_)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        settle()
        assert not page.pasted.isVisible()
        assert field.raw().strip() == words_.strip()


def test_what_is_not_ticked_stays_out_and_what_stands_there_is_not_replaced(page: Any) -> None:
    page.form.fields[PERSON + "name"].set_raw("Živilė Ž.")
    paste(page, MESSAGE)
    offers = {offer.proposal.field: offer for offer in page.pasted.offers()}
    assert not offers[PERSON + "name"].tick.isChecked()
    assert any("Živilė Ž." in word for word in words(page.pasted))
    offers["reference"].tick.setChecked(False)
    page.pasted.take.click()
    settle()
    assert page.form.fields[PERSON + "name"].raw() == "Živilė Ž."
    assert page.form.fields["reference"].raw() == ""
    assert page.form.hint().birth_year == 1991


def test_esc_leaves_the_message_and_not_the_page(page: Any) -> None:
    page.form.fields["reference"].focus()
    settle()
    paste(page, MESSAGE)
    QTest.keyClick(page.pasted.take, Qt.Key.Key_Escape)
    settle()
    assert not page.pasted.isVisible()
    assert page.isVisible()
    assert page.form.fields["reference"].isAncestorOf(QApplication.focusWidget())


def test_a_text_that_says_nothing_gets_a_sentence(page: Any) -> None:
    paste(page, "laba diena")
    assert not page.pasted.isVisible()
    assert page.window().banner.isVisible()

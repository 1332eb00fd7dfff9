"""The form: typed forms read, problems beside their fields, drafts kept while typing and put back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.problems import Invalid, Problem
from desktop.windows.chips_field import ChipsField, ternary
from desktop.windows.choice import ChoiceField
from desktop.windows.fields import LongTextField, TextField
from desktop.windows.form import KEPT_AFTER_MS, Form, Group
from desktop.windows.look import look
from desktop.windows.several import SeveralField
from desktop.windows.time_fields import DateField, TimeField
from desktop.windows.translator import speak
from tests.windows.looking import faults, settle, type_text, until

TODAY = date(2026, 11, 24)
SENDERS = [("k", "Klaipėdos r. PK"), ("r", "Ћуприја"), ("s", "Šilutės r. PK")]
KINDS = [("a", "Physical"), ("b", "Psychological"), ("c", "Sexual")]


@pytest.fixture
def make_form(app: QApplication, qtbot: QtBot) -> Callable[..., Form]:
    def make(keep: Callable[[dict[str, Any]], object] | None = None) -> Form:
        form = Form(
            [
                Group("Notice", [
                    [(DateField("received", "Received", lambda: TODAY, required=True), 4),
                     (TimeField("at", "Time"), 4),
                     (ChoiceField("sender", "Sender", lambda: SENDERS, searched=True), 4)],
                ]),
                Group("Person", [
                    [(TextField("name", "Name as written", required=True), 8), (ternary("saw", "Children saw"), 4)],
                    [(ChipsField("kinds", "Kinds of violence", lambda: KINDS, several=True), 12)],
                    [(SeveralField("places", "Places", lambda: ["Kretinga", "Palanga"]), 12)],
                ]),
                Group("More", [[(LongTextField("text", "Description"), 12)]], folds=True),
            ],
            keep=keep,
        )  # fmt: skip
        qtbot.addWidget(form)
        form.resize(900, 700)
        form.show()
        form.activateWindow()
        settle()
        return form

    return make


def test_every_field_is_named_and_nothing_is_clipped(make_form: Callable[..., Form]) -> None:
    assert faults(make_form()) == []


def test_short_forms_become_full_when_the_field_is_left(make_form: Callable[..., Form]) -> None:
    form = make_form()
    form.fields["received"].focus()
    type_text(form.fields["received"].focusProxy(), "23 11")
    QTest.keyClick(form.fields["received"].focusProxy(), Qt.Key.Key_Return)
    type_text(QApplication.focusWidget(), "905")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert form.fields["received"].value() == date(2026, 11, 23)
    assert form.fields["received"].edit.text() == "23/11/2026"
    assert form.fields["at"].value() == time(9, 5)
    assert form.fields["at"].edit.text() == "09:05"


def test_a_date_keeps_its_day_when_the_language_changes(make_form: Callable[..., Form]) -> None:
    form = make_form()
    form.put({"received": date(2026, 11, 5)})
    for locale, shown in (("lt", "2026-11-05"), ("sr_Latn", "5. 11. 2026."), ("en", "05/11/2026")):
        speak(locale)
        settle()
        assert form.fields["received"].edit.text() == shown
        assert form.fields["received"].value() == date(2026, 11, 5)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_goes_from_question_to_question_past_what_is_folded(make_form: Callable[..., Form], key: Qt.Key) -> None:
    form, way = make_form(), []
    form.fields["received"].focus()
    for _question in form.fields:
        caret = QApplication.focusWidget()
        way += [name for name, field in form.fields.items() if field.isAncestorOf(caret)]
        keypad = Qt.KeyboardModifier.KeypadModifier if key == Qt.Key.Key_Enter else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(caret, key, keypad)
    assert way == ["received", "at", "sender", "name", "saw", "kinds", "places"]
    assert form.fields["saw"].raw() == form.fields["kinds"].raw() == []


def test_enter_takes_what_is_typed_where_it_means_that(make_form: Callable[..., Form]) -> None:
    form = make_form()
    places = form.fields["places"]
    places.focus()
    type_text(QApplication.focusWidget(), "Rusnė")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert (places.raw(), places.isAncestorOf(QApplication.focusWidget())) == (["Rusnė"], True)


def test_letters_find_an_entry_whatever_accents_and_script(make_form: Callable[..., Form]) -> None:
    field = make_form().fields["sender"]
    assert isinstance(field, ChoiceField)
    for typed, code in (("silutes r. pk", "s"), ("ćuprija", "r"), ("KLAIPEDOS R. PK", "k")):
        field.combo.setEditText(typed)
        assert field.value() == code
    completer = field.combo.completer()
    assert completer is not None
    completer.setCompletionPrefix("ilut")
    assert completer.currentCompletion() == "Šilutės r. PK"


def test_what_the_list_does_not_have_is_told(make_form: Callable[..., Form]) -> None:
    field = make_form().fields["sender"]
    field.combo.setEditText("Nobody")
    problem = field.check()
    assert problem is not None
    assert problem.sentence == "Choose from the list."


def test_leaving_a_field_checks_it_and_the_sentence_stands_below(make_form: Callable[..., Form]) -> None:
    form = make_form()
    form.fields["received"].focus()
    type_text(form.fields["received"].focusProxy(), "31.2")
    form.fields["name"].focus()
    settle()
    assert form.fields["received"].problem is not None
    assert form.fields["received"]._problem.isVisible()
    assert form.fields["received"]._problem.text() == "There is no such date."
    assert form.fields["name"].problem is None


def test_all_is_checked_at_once_and_the_first_gets_the_caret(make_form: Callable[..., Form]) -> None:
    form = make_form()
    with pytest.raises(Invalid) as raised:
        form.values()
    assert [problem.field for problem in raised.value.problems] == ["received", "name"]
    assert form.fields["received"].focusProxy().hasFocus()
    assert form.foot.text() == "Fields that need you: 2"


def test_a_problem_of_the_records_finds_its_field_even_in_a_folded_group(make_form: Callable[..., Form]) -> None:
    form = make_form()
    rest = form.show_problems([Problem("The text is too long.", field="text"), Problem("Elsewhere", field="nowhere")])
    assert [problem.sentence for problem in rest] == ["Elsewhere"]
    assert form.fields["text"].isVisible()
    settle()
    assert faults(form) == []


def test_typing_is_kept_within_two_seconds_and_put_back(make_form: Callable[..., Form]) -> None:
    kept: list[dict[str, Any]] = []
    form = make_form(kept.append)
    assert KEPT_AFTER_MS < 2000
    form.put({"received": TODAY})
    assert not form.is_pending()
    type_text(form.fields["name"].focusProxy(), "Živilė Ђ")
    form.fields["kinds"].chips.chips()[1].click()
    assert form.is_pending()
    until(lambda: bool(kept))
    again = make_form()
    again.restore(kept[-1])
    assert again.values()["name"] == "Živilė Ђ"
    assert again.values()["kinds"] == ("b",)
    assert again.values()["received"] == TODAY


def test_what_cannot_be_read_yet_survives_in_a_draft(make_form: Callable[..., Form]) -> None:
    form = make_form()
    form.fields["received"].edit.setText("31.2")
    form.fields["sender"].combo.setEditText("Kret")
    raw = form.raw()
    again = make_form()
    again.restore(raw)
    assert again.fields["received"].edit.text() == "31.2"
    assert again.fields["sender"].words() == "Kret"


def test_chips_are_turned_by_space_arrows_and_digits(make_form: Callable[..., Form]) -> None:
    chips = make_form().fields["kinds"].chips
    chips.focus_first()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert chips.chips()[1].hasFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_3)
    assert chips.value() == ("a", "c")


def test_one_of_few_lets_go_of_the_other(make_form: Callable[..., Form]) -> None:
    field = make_form().fields["saw"]
    field.chips.chips()[0].click()
    field.chips.chips()[2].click()
    assert field.value() == "unknown"


def test_several_are_taken_from_a_list_or_typed(make_form: Callable[..., Form]) -> None:
    field = make_form().fields["places"]
    assert isinstance(field, SeveralField)
    field.combo.textActivated.emit("Palanga")
    field.focus()
    type_text(field.combo.lineEdit(), "Ryga")
    QTest.keyClick(field.combo.lineEdit(), Qt.Key.Key_Return)
    assert field.value() == ("Palanga", "Ryga")
    field.chips.chips()[0].click()
    assert field.value() == ("Ryga",)


@pytest.mark.parametrize("width", [900, 500, 320])
def test_a_narrow_form_puts_fewer_fields_side_by_side(make_form: Callable[..., Form], width: int) -> None:
    form = make_form()
    form.resize(width, 900)
    settle()
    assert faults(form) == []


def test_the_calendar_is_drawn_as_large_as_the_words(app: QApplication) -> None:
    field = DateField("on", "On", lambda: date(2026, 11, 2))
    field.show()
    for size in (100, 200):
        look().apply("light", size)
        settle()
        assert field._button.iconSize().width() == 18 * size // 100
        assert field._button.geometry().right() < field.edit.width()
        assert field.edit.textMargins().right() >= field._button.iconSize().width()
    field.close()

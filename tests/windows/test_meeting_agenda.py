"""The agenda edited: items moved, added, renamed, said to be empty, saved on the way, kept when half typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.centre import Centre
from desktop.windows.main import Main
from tests.windows.going_on import go_on_from_today
from tests.windows.looking import faults, settle, turned
from tests.windows.measuring import closer_faults, english_left
from tests.windows.test_meetings import planned


@pytest.fixture
def page(desk_of: Callable[..., Main], centre: Centre) -> Any:
    """The agenda of a meeting in some days."""
    about = planned(centre, centre.world.today().replace(day=20))
    frame = desk_of(centre)
    frame.go("meeting_agenda", about)
    settle()
    return frame.top


def parts(page: Any) -> list[str]:
    return [item.title or item.part for item in page.desk.centre.agendas.items(page.about)]


def type_in(page: Any, name: str, words: str) -> None:
    page.card.form.fields[name].set_raw(words)
    page.card.form.fields[name].changed.emit()


def alt(page: Any, key: Qt.Key) -> None:
    QTest.keyClick(page.view, key, Qt.KeyboardModifier.AltModifier)
    settle()


def test_alt_and_an_arrow_move_the_item_with_the_caret(page: Any) -> None:
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_Down)
    _first, second, third = parts(page)[:3]
    alt(page, Qt.Key.Key_Down)
    assert parts(page)[1:3] == [third, second]
    assert page.view.currentIndex().row() == 2
    alt(page, Qt.Key.Key_Up)
    assert parts(page)[1:3] == [second, third]


def test_what_went_well_comes_first_whatever_is_moved(page: Any) -> None:
    page.view.setFocus()
    before = parts(page)
    assert before[0] == "achievements"
    alt(page, Qt.Key.Key_Down)
    assert page.banner.words() == "What went well comes first. Other items follow it."
    QTest.keyClick(page.view, Qt.Key.Key_Down)
    alt(page, Qt.Key.Key_Up)
    assert parts(page) == before


def test_a_new_item_stands_before_the_next_date_and_its_title_is_typed_over(page: Any) -> None:
    page.add_button.click()
    settle()
    assert parts(page)[-2:] == ["Another item", "next"]
    QTest.keyClicks(QApplication.focusWidget(), "Savaitgaliai")
    page.card.save_button.click()
    settle()
    assert parts(page)[-2] == "Savaitgaliai"
    page.card.out_button.click()
    settle()
    assert "Savaitgaliai" not in parts(page)


def test_choosing_another_item_saves_the_words_of_this_one(page: Any) -> None:
    type_in(page, "text", "Trumpai.")
    page.view.selectRow(3)
    settle()
    assert page.desk.centre.agendas.items(page.about)[0].text == "Trumpai."
    assert page.card.form.raw()["text"] == ""


def test_what_is_refused_stays_as_a_draft_and_is_offered_again(page: Any) -> None:
    type_in(page, "minutes", "ilgai")
    page.view.selectRow(2)
    settle()
    assert page.desk.centre.agendas.items(page.about)[0].minutes == 15
    page.view.selectRow(0)
    settle()
    assert page.card.form.raw()["minutes"] == "ilgai"
    page.card.save_button.click()
    assert page.card.form.fields["minutes"].problem is not None


def test_blaming_words_get_a_quiet_hint(page: Any) -> None:
    assert page.card.hint.isHidden()
    type_in(page, "text", "The police failed again")
    assert page.card.hint.isVisible()
    type_in(page, "text", "The list came on Monday")
    assert page.card.hint.isHidden()


def test_an_item_is_said_to_be_empty_and_wanted_again(page: Any) -> None:
    page.card.none_button.click()
    settle()
    assert page.desk.centre.agendas.items(page.about)[0].is_empty
    assert page.card.none_button.accessibleName() == "Take back"
    page.card.none_button.click()
    settle()
    assert not page.desk.centre.agendas.items(page.about)[0].is_empty


def test_after_a_lock_the_same_item_is_there_with_what_was_typed(
    desk_of: Callable[..., Main], page: Any, centre: Centre
) -> None:
    page.view.selectRow(4)
    settle()
    type_in(page, "text", "Pusė sakinio")
    page.window().keep()
    later: Any = desk_of(centre).top
    settle()
    assert later.NAME == "meeting_agenda"
    assert later.view.currentIndex().row() == 4
    assert later.card.form.raw()["text"] == "Pusė sakinio"


def test_a_meeting_that_was_held_is_only_read(page: Any, centre: Centre) -> None:
    centre.minuting.end(page.about, centre.worker)
    page.refresh()
    settle()
    assert page.card.save_button.isHidden()
    assert not page.card.form.isEnabled()
    page.move_item(1)
    assert parts(page)[0] == "achievements"


def test_the_agenda_may_be_shown_in_every_language_and_size(page: Any) -> None:
    found = []
    for locale in turned(page.window()):
        wrong = [*faults(page.window()), *closer_faults(page.window())]
        wrong += english_left(page.window(), locale) if locale != "en" else []
        found += [(locale, fault) for fault in wrong]
    assert found == []


def test_a_half_typed_item_goes_on_from_today(page: Any) -> None:
    frame, about = page.window(), page.about
    type_in(page, "text", "Kas pavyko spalį.")
    page.form.keep_now()
    item = page.item
    again = go_on_from_today(frame)
    assert (again.about, again.item) == (about, item)
    assert again.form.fields["text"].raw() == "Kas pavyko spalį."

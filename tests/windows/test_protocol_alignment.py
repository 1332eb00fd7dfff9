"""Alignment in the real window: judged by digits, typed beside, answered, shown on a paper."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt

from desktop.centre import Centre
from desktop.protocol.acts import ActDraft, PointDraft
from desktop.windows.main import Main
from desktop.windows.protocol_alignment import AlignmentTab
from desktop.windows.protocol_alignment_rows import row_id
from desktop.windows.protocol_change_form import ChangePage
from desktop.windows.protocol_paper import ProtocolPaperPage
from desktop.windows.translator import speak
from tests.conftest import Day, Fill
from tests.windows.aligning import two_and_three
from tests.windows.looking import faults, press, settle, turned, type_text, until, words
from tests.windows.measuring import closer_faults

KEY = Qt.Key


@pytest.fixture
def day(later_day: Callable[[Fill], Day]) -> Day:
    return later_day(two_and_three)


@pytest.fixture
def frame(centre: Centre, desk_of: Callable[..., Main]) -> Main:
    made = desk_of(centre)
    made.go("protocol", ("alignment", None))
    settle()
    return made


@pytest.fixture
def tab(frame: Main) -> AlignmentTab:
    top: Any = frame.top
    assert isinstance(top.tab, AlignmentTab)
    return top.tab


def states(tab: AlignmentTab) -> list[tuple[str, str]]:
    assert tab.sheet
    found = tab.desk.centre.alignments.of(tab.sheet.version.id)
    return [(row.number or row.cited[0], row.state) for row in found.rows]


def test_digits_judge_the_row_with_the_caret_and_undo_takes_it_back(tab: AlignmentTab, frame: Main) -> None:
    tab.view.setFocus()
    press(KEY.Key_2)
    settle()
    press(KEY.Key_Down)
    press(KEY.Key_1)
    settle()
    press(KEY.Key_Down)
    press(KEY.Key_3)
    settle()
    assert states(tab) == [("4", "partly"), ("5", "matched"), ("OP 3.2", "missing"), ("OP 4.1", ""), ("OP 9", "")]
    assert {"1 in line", "1 partly in line", "1 missing", "2 not judged"} <= {
        pill.words() for pill in tab.bar.pills.values()
    }
    press(KEY.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert states(tab)[2] == ("OP 3.2", "")
    tab.bar.only.click()
    settle()
    assert tab.model.rowCount() == 1


def test_what_is_needed_is_kept_as_a_draft_and_comes_back_after_a_crash(
    tab: AlignmentTab, centre: Centre, desk_of: Callable[..., Main]
) -> None:
    tab.view.choose(row_id(tab.source.table.rows[1]))
    tab.view.opened.emit(None)
    settle()
    type_text(tab.card.parts[0].needed, "Įrašyti terminą")
    assert tab.draft.timer.isActive()
    tab.draft.timer.timeout.emit()  # a few seconds later
    assert [(note.form, note.title) for note in centre.drafts.all(centre.worker)] == [("protocol_alignment", "5")]
    assert centre.alignments.of(tab.sheet.version.id).rows[1].needed == ()  # type: ignore[union-attr]
    tab.card.parts[0].needed.put("")  # the window is gone without a word
    again = desk_of(centre)
    again.go("today")
    settle()
    today: Any = again.top
    today._continue(centre.drafts.all(centre.worker)[0])
    settle()
    top: Any = again.top
    found = top.tab
    assert isinstance(found, AlignmentTab)
    assert found.card.parts[0].typed == "Įrašyti terminą"
    found.keep_now()
    assert found.source.table.rows[1].needed == ("Įrašyti terminą",)
    assert centre.drafts.all(centre.worker) == ()


def test_what_is_needed_is_typed_beside_and_kept_when_it_is_left(tab: AlignmentTab) -> None:
    tab.view.setFocus()
    press(KEY.Key_2)
    settle()
    assert tab.card.isHidden()
    press(KEY.Key_Return)
    settle()
    field = tab.card.parts[0].needed
    assert field.hasFocus()
    type_text(field, "Iki 12 valandų: 3")
    press(KEY.Key_Tab)
    settle()
    assert tab.sheet
    row = tab.desk.centre.alignments.of(tab.sheet.version.id).rows[0]
    assert (row.state, row.needed) == ("partly", ("Iki 12 valandų: 3",)), "a digit in a text is a digit"
    assert tab.card.parts[0].needed is field, "what stands there is not built anew under her hands"
    press(KEY.Key_Escape)
    settle()
    assert tab.card.isHidden()


def test_a_point_is_answered_by_a_provision_and_taken_from_it_again(tab: AlignmentTab) -> None:
    tab.view.selectRow(2)
    tab.view.opened.emit(tab.view.current_id())
    settle()
    assert tab.card.row
    assert tab.card.row.point
    tab.card.which.choose(str(tab.source.table.rows[1].key[0]))
    tab.card.answer_button.click()
    settle()
    assert [each[0] for each in states(tab)] == ["4", "5", "OP 4.1", "OP 9"]
    assert "OP 3.2  Prijem" in words(tab.card)
    tab.card.parts[0].chips.chips()[3].click()
    settle()
    assert states(tab)[1] == ("5", "contradicts")
    basis = tab.source.table.rows[1].bases[0].basis
    tab.loosen(basis.id)
    settle()
    assert states(tab)[2] == ("OP 3.2", "")


def test_the_filter_the_row_and_the_open_card_come_back(tab: AlignmentTab) -> None:
    tab.show_record(tab.source.table.rows[3].key[1])
    settle()
    other = AlignmentTab(tab.desk)
    other.restore(tab.state())
    assert tab.sheet
    other.put(tab.sheet)
    settle()
    assert other.state() == tab.state()
    other.deleteLater()


def test_the_table_for_the_meeting_is_a_paper(tab: AlignmentTab, frame: Main) -> None:
    tab.paper_button.click()
    settle()
    page: Any = frame.top
    assert isinstance(page, ProtocolPaperPage)
    assert page.kind == "alignment"
    until(lambda: page.content is not None)
    assert len(page.content.lines) == 0
    page.whole.click()
    until(lambda: page.content.whole)
    assert len(page.content.lines) == 5


def test_a_change_is_proposed_to_the_chosen_provision_or_for_the_chosen_point(tab: AlignmentTab, frame: Main) -> None:
    rows = tab.source.table.rows
    for place in (0, 2):
        tab.view.setFocus()
        tab.view.selectRow(place)
        press(KEY.Key_F6)
        settle()
        page: Any = frame.top
        assert isinstance(page, ChangePage)
        provision, point = rows[place].key
        assert (page.record(), page.form.values().get("point_id") or "") == (provision, point.hex if point else "")
        frame.back()
        settle()


def test_the_tab_is_readable_in_every_language_and_size(tab: AlignmentTab, frame: Main) -> None:
    tab.view.setFocus()
    press(KEY.Key_Return)
    settle()
    for locale in turned(frame):
        assert [*faults(frame), *closer_faults(frame)] == [], locale


def test_what_was_typed_in_cyrillic_is_shown_in_latin_letters_on_a_screen_in_serbian_latin(
    tab: AlignmentTab, centre: Centre
) -> None:
    by = centre.worker
    act = centre.acts.bring(ActDraft("general", "Правилник", "ПР", "", "sr_Cyrl"), [PointDraft("1", "", "Дете.")], by)
    point = centre.acts.points(act.id)[0].id
    assert tab.sheet
    centre.alignments.judge(tab.sheet.version.id, None, "missing", by, needed="Краћи рок.", point_id=point)
    tab.changed.emit()
    settle()
    tab.show_record(point)
    speak("sr_Latn")
    settle()
    row = tab.source.row(point)
    assert row
    told = [each.text for each in tab._cells(row).values()]
    assert told[1:3] == ["Dete.", "PR 1"]
    assert told[4] == "Kraći rok."
    assert "Dete." in words(tab.card)
    assert tab.card.parts[0].needed.toPlainText() == "Краћи рок.", "what is written on stays as it was typed"

"""Minutes: a draft that is put into better words, marked where it was changed, agreed, locked, corrected beside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.centre import Centre
from desktop.meetings.commitments import CommitmentDraft
from desktop.records.drafts import Drafts
from desktop.records.meeting import Meeting
from desktop.vault.history import History
from desktop.vault.refusals import DiskFull
from desktop.windows.main import Main
from tests.conftest import Day, Fill, Still
from tests.windows.looking import doubled_keys, faults, press, settle, turned, type_text, words
from tests.windows.measuring import closer_faults
from tests.windows.sitting import a_sitting, heard, item_of

CTRL = Qt.KeyboardModifier.ControlModifier
Opener = Callable[..., Main]


@pytest.fixture
def day(later_day: Callable[[Fill], Day]) -> Day:
    return later_day(a_sitting)


@pytest.fixture
def meeting(centre: Centre, still: Still) -> Meeting:
    """The meeting, ended, with a decision and a commitment."""
    found = centre.diary.coming()
    assert found is not None
    still.wait(days=24)
    item_id, by = item_of(centre, found, "problems"), centre.worker
    police = centre.directory.agencies()[0]
    centre.minuting.write(item_id, "Kalbėta apie sąrašą.", by)
    centre.minuting.decide(item_id, "Sąrašas per naktį", by)
    draft = CommitmentDraft("Siųsti sąrašą", police.id, date(2026, 12, 3), meeting_id=found.id, item_id=item_id)
    centre.commitments.promise(draft, by)
    centre.attendances.all_came(found.id, by)
    return centre.minuting.end(found.id, by)


@pytest.fixture
def frame(desk_of: Opener, centre: Centre, meeting: Meeting) -> Main:
    made = desk_of(centre)
    made.go("meeting_minutes", meeting.id)
    settle()
    return made


def test_the_draft_has_what_was_told_decided_and_promised(frame: Main, centre: Centre, meeting: Meeting) -> None:
    screen: Any = frame.top
    cards = screen.items.cards
    assert "Visi pranešimai tą pačią dieną" in cards[item_of(centre, meeting, "achievements")].text.toPlainText()
    table = cards[item_of(centre, meeting, "problems")].agreed.table.model
    assert [table.index(row, 0).data() for row in range(table.rowCount())] == ["Sąrašas per naktį", "Siųsti sąrašą"]


def test_minutes_that_a_full_disk_did_not_take_are_told_and_not_left(
    frame: Main, centre: Centre, meeting: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_told: object) -> None:
        raise DiskFull

    screen: Any = frame.top
    card = screen.items.cards[item_of(centre, meeting, "problems")]
    with monkeypatch.context() as full:
        full.setattr(Drafts, "keep", refuse)
        full.setattr(centre.vault, "change", refuse)
        card.text.setFocus()
        type_text(card.text, " Sutarta dėl laiko.")
        frame.back()
        assert frame.top is screen
        assert frame.unkept() == ("Minutes of a meeting",)
    frame.back()
    assert frame.top is not screen
    assert heard(centre, meeting, "problems") == "Kalbėta apie sąrašą. Sutarta dėl laiko."


def test_what_was_changed_since_the_draft_is_marked_by_a_word_and_in_its_place(
    frame: Main, centre: Centre, meeting: Meeting
) -> None:
    screen: Any = frame.top
    card = screen.items.cards[item_of(centre, meeting, "problems")]
    assert not card.marks["heard"].isVisible()
    card.text.setFocus()
    type_text(card.text, " Sutarta dėl laiko.")
    press(Qt.Key.Key_Tab)
    assert heard(centre, meeting, "problems") == "Kalbėta apie sąrašą. Sutarta dėl laiko."
    assert card.marks["heard"].isVisible()
    marked = [selection.cursor.selectedText() for selection in card.text.extraSelections()]
    assert marked == ["Sutarta dėl laiko."]


def test_a_decision_added_afterwards_is_told_apart_from_the_draft(
    frame: Main, centre: Centre, meeting: Meeting
) -> None:
    screen: Any = frame.top
    card = screen.items.cards[item_of(centre, meeting, "law")]
    card.text.setFocus()
    press(Qt.Key.Key_F7)
    type_text(QApplication.focusWidget(), "Išsiųsti įstatymą visiems")
    press(Qt.Key.Key_Return)
    assert card.marks["conclusions"].isVisible()
    assert "Išsiųsti įstatymą visiems" in [each.text for each in centre.minuting.decisions(meeting.id)]


def test_ctrl_enter_saves_what_a_panel_asks_and_locks_nothing(frame: Main, centre: Centre, meeting: Meeting) -> None:
    screen: Any = frame.top
    screen.items.cards[item_of(centre, meeting, "law")].text.setFocus()
    press(Qt.Key.Key_F7)
    type_text(QApplication.focusWidget(), "Išsiųsti įstatymą visiems")
    assert doubled_keys(frame) == []
    press(Qt.Key.Key_Return, CTRL)
    assert "Išsiųsti įstatymą visiems" in [each.text for each in centre.minuting.decisions(meeting.id)]
    assert screen.question.isHidden()
    press(Qt.Key.Key_Return, CTRL)
    assert screen.question.isVisible()


def test_half_typed_words_of_the_minutes_survive_a_crash(
    frame: Main, desk_of: Opener, centre: Centre, meeting: Meeting
) -> None:
    screen: Any = frame.top
    card = screen.items.cards[item_of(centre, meeting, "law")]
    type_text(card.text, "Nuo gruodžio")
    screen.kept.keep()
    again = desk_of(centre)
    again.go("meeting_minutes", meeting.id)
    settle()
    after: Any = again.top
    assert after.items.cards[item_of(centre, meeting, "law")].text.toPlainText() == "Nuo gruodžio"


def test_locking_is_asked_first_and_keeping_the_draft_is_the_safe_answer(
    frame: Main, centre: Centre, meeting: Meeting
) -> None:
    press(Qt.Key.Key_Return, CTRL)
    assert "Agree and lock these minutes? PM-2026-11" in words(frame)
    press(Qt.Key.Key_Return)
    assert centre.diary.meeting(meeting.id).state == "held"
    press(Qt.Key.Key_Return, CTRL)
    frame.top.question.agree.click()  # type: ignore[union-attr]
    settle()
    assert centre.diary.meeting(meeting.id).state == "agreed"
    assert "Minutes agreed" in words(frame)
    assert not frame.top.agree_button.isVisible()  # type: ignore[union-attr]


def test_agreed_minutes_show_what_was_agreed_whatever_became_of_it(
    frame: Main, centre: Centre, meeting: Meeting
) -> None:
    screen: Any = frame.top
    screen.agree()
    row = centre.commitments.all(meeting_id=meeting.id)[0]
    draft = replace(CommitmentDraft.of(row.commitment), due_on=date(2027, 1, 15), what="Kitas žodis")
    centre.commitments.amend(row.commitment.id, draft, centre.worker)
    screen.refresh()
    settle()
    table = screen.items.cards[item_of(centre, meeting, "problems")].agreed.table.model
    assert table.index(1, 0).data() == "Siųsti sąrašą"
    assert "Kalbėta apie sąrašą." in words(frame)


def test_corrections_are_listed_in_their_order_with_who_and_when(
    frame: Main, centre: Centre, meeting: Meeting, still: Still
) -> None:
    screen: Any = frame.top
    screen.agree()
    settle()
    for text in ("Ne 9, o 8.", "Ne 8, o 7."):
        screen.corrections.field.focus()
        type_text(QApplication.focusWidget(), text)
        press(Qt.Key.Key_F6)
        still.wait(minutes=5)
    assert [each.text for each in centre.minuting.corrections(meeting.id)] == ["Ne 9, o 8.", "Ne 8, o 7."]
    assert any("1." in word and "Ona Petraitė" in word for word in words(frame))
    assert centre.drafts.of("meeting_minutes", meeting.id, centre.worker) is None


def test_a_half_typed_correction_is_there_again(frame: Main, desk_of: Opener, centre: Centre, meeting: Meeting) -> None:
    screen: Any = frame.top
    screen.agree()
    screen.corrections.field.focus()
    type_text(QApplication.focusWidget(), "Ne 9")
    screen.keep_now()
    again = desk_of(centre)
    again.go("meeting_minutes", meeting.id)
    settle()
    assert again.top.corrections.field.raw() == "Ne 9"  # type: ignore[union-attr]


def test_a_meeting_ended_too_early_is_opened_again_with_its_words(
    frame: Main, centre: Centre, meeting: Meeting
) -> None:
    frame.top.again_button.click()  # type: ignore[union-attr]
    settle()
    assert frame.top is not None
    assert frame.top.NAME == "meeting_view"
    assert heard(centre, meeting, "problems") == "Kalbėta apie sąrašą."


def test_minutes_are_written_as_a_draft_before_and_sealed_after_they_are_agreed(
    frame: Main, centre: Centre, meeting: Meeting, tmp_path: Path
) -> None:
    screen: Any = frame.top
    screen.papers.write_pdf(meeting.id, tmp_path / "draft.pdf", is_agreed=False)
    assert centre.meeting_papers.of(meeting.id) == []
    screen.papers.write_docx(meeting.id, tmp_path / "letter.docx")
    screen.agree()
    screen.papers.write_pdf(meeting.id, tmp_path / "sealed.pdf", is_agreed=True)
    settle()
    (kept,) = centre.meeting_papers.of(meeting.id)
    assert kept.kind == "minutes"
    assert (tmp_path / "sealed.pdf").read_bytes() == centre.meeting_papers.paper(kept.id).pdf
    assert (tmp_path / "draft.pdf").read_bytes()[:4] == b"%PDF"
    assert (tmp_path / "letter.docx").read_bytes()[:2] == b"PK"


def test_it_is_whole_in_every_size_as_a_draft_and_locked(frame: Main) -> None:
    for locale in turned(frame):
        assert [*faults(frame), *closer_faults(frame)] == [], locale
    screen: Any = frame.top
    screen.agree()
    settle()
    assert [*faults(frame), *closer_faults(frame)] == []


def test_who_took_an_agreement_back_is_told_on_the_page(frame: Main, centre: Centre, meeting: Meeting) -> None:
    centre.minuting.agree(meeting.id, centre.worker)
    history = History(centre.vault)
    history.undo(history.entries(limit=1)[0].number, centre.worker)
    frame.go("today")
    frame.go("meeting_minutes", meeting.id)
    settle()
    assert frame.top.banner.words() == "These minutes were agreed, and that was taken back."
    assert not frame.top.banner.isHidden()


def test_what_was_promised_under_no_item_stands_below_the_items(frame: Main, centre: Centre, meeting: Meeting) -> None:
    assert frame.top.loose.isHidden()
    draft = CommitmentDraft("Laiškas ministerijai", None, date(2026, 12, 1), meeting_id=meeting.id)
    kept = centre.commitments.promise(draft, centre.worker)
    frame.go("today")
    frame.go("meeting_minutes", meeting.id)
    settle()
    assert not frame.top.loose.isHidden()
    assert frame.top.loose.agreed.table.row(kept.id).commitment.what == "Laiškas ministerijai"
    centre.minuting.agree(meeting.id, centre.worker)
    frame.top.refresh()
    settle()
    assert frame.top.loose.isHidden(), "agreed minutes tell it under their last item"
    assert [each.what for each in centre.minuting.minutes(meeting.id).items[-1].commitments][-1:] == [draft.what]

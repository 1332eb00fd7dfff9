"""The board of a meeting: what is ready, the verbs, the answers, what is withheld and why, packs and their doubts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.centre import Centre
from desktop.meetings.contributions import ContributionDraft
from desktop.meetings.kinds import KindDraft
from desktop.windows.main import Main
from desktop.windows.meeting_ways import leads_to
from tests.builders import a_consent, a_referral, an_agency
from tests.windows.looking import faults, settle, turned, words
from tests.windows.measuring import closer_faults, english_left


@pytest.fixture
def prepared(centre: Centre) -> Centre:
    """A meeting about cases by consent, with two members, and one case of a person who allowed one of them her name."""
    by, today = centre.worker, centre.world.today()
    police = centre.directory.enter(an_agency(), by)
    court = centre.directory.enter(an_agency(name="Apylinkės teismas", short_name="Teismas", kind="court"), by)
    parts = ("achievements", "trainings", "commitments", "cases", "next")
    kind = centre.diary.lay_down(
        KindDraft(name="Atvejų aptarimas", parts=parts, cases="consent", permanent=(police.id, court.id)), by
    )
    proposed = centre.diary.proposed(kind.id)
    day = today + timedelta(days=10)
    meeting = centre.diary.plan(replace(proposed, on_day=day, place="214 kab.", cut_off=None), by)
    notice = centre.referrals.enter(a_referral(police.id), by)
    assert notice.person_id is not None
    centre.care.give_consent(a_consent(notice.person_id, purpose="meeting", recipient_id=police.id), by)
    centre.meeting_cases.put(meeting.id, [notice.id], "new", by)
    centre.contributions.note(ContributionDraft("achievement", police.id, "Viskas laiku.", meeting_id=meeting.id), by)
    return centre


@pytest.fixture
def board(desk_of: Callable[..., Main], prepared: Centre) -> Any:
    """The board of that meeting."""
    frame = desk_of(prepared)
    frame.go("meetings")
    coming = prepared.diary.coming()
    assert coming is not None
    frame.go("meeting", coming.id)
    settle()
    return frame.top


def states(board: Any) -> dict[str, str]:
    return {row.part.part: row.told.state for row in board.parts.rows}


def row_of(board: Any, part: str) -> Any:
    return next(row for row in board.parts.rows if row.part.part == part)


def went(board: Any) -> list[tuple[Any, ...]]:
    gone: list[tuple[Any, ...]] = []
    object.__setattr__(board.desk, "go", lambda *told: gone.append(told))
    return gone


def test_the_board_says_what_is_ready_and_what_is_missing(board: Any) -> None:
    assert states(board) == {
        "achievements": "Missing: 2", "trainings": "Nothing yet", "commitments": "Nothing open", "cases": "Ready",
        "next": "Ready",
    }  # fmt: skip
    assert board.bar.ready.text() == "Parts ready: 3 of 5"
    assert board.bar.closes.text().startswith("papers close: ")
    assert "Told: 1 of 3" in row_of(board, "achievements").told.second


def test_the_first_part_that_wants_something_has_the_caret_and_its_verb_asks_the_first_who_is_missing(
    board: Any, prepared: Centre
) -> None:
    gone = went(board)
    assert board.first() is row_of(board, "achievements").verb
    board.first().setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    ((screen, about),) = gone
    court = prepared.directory.by_name("Apylinkės teismas")
    assert (screen, about) == ("contribution", f"achievement {court.id.hex} {board.about.hex}")


def test_every_verb_leads_somewhere_that_there_is(board: Any) -> None:
    gone = went(board)
    for row in board.parts.rows:
        row.verb.click()
    assert [told[0] for told in gone] == ["contribution", "trainings", "commitments", "meeting_cases", "meeting_new"]


def test_a_part_is_said_to_be_empty_and_wanted_again(board: Any) -> None:
    row_of(board, "trainings").none.click()
    settle()
    assert states(board)["trainings"] == "Said to be none"
    assert board.bar.ready.text() == "Parts ready: 4 of 5"
    row_of(board, "trainings").none.click()
    settle()
    assert states(board)["trainings"] == "Nothing yet"
    board.desk.undo(board.desk.centre.vault.head().count)
    settle()
    board.refresh()
    assert states(board)["trainings"] == "Said to be none"


def test_arrows_go_from_part_to_part(board: Any) -> None:
    board.first().setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert QApplication.focusWidget() is row_of(board, "trainings").verb
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    assert QApplication.focusWidget() is row_of(board, "trainings").none
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    assert QApplication.focusWidget() is row_of(board, "achievements").verb


def test_one_key_on_a_member_notes_her_answer(board: Any, prepared: Centre) -> None:
    row = board.members.rows[1]
    row.setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_2)
    settle()
    assert board.members.rows[1].pill.words() == "Sends a deputy"
    assert prepared.attendances.of(board.about)[1].attendance.answer == "deputy"
    assert board.members.rows[1].hasFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_4)
    settle()
    assert prepared.attendances.of(board.about)[1].attendance.answer == ""


def test_what_is_withheld_is_told_receiver_by_receiver_and_esc_closes_it(board: Any) -> None:
    board.papers.why_button.click()
    settle()
    said = words(board.panel)
    assert "Teismas" in said
    assert "There is no consent for this institution. A code stands instead of the name." in said
    assert board.members.isHidden()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    settle()
    assert board.panel.isHidden()
    assert board.window().top is board


def test_packs_are_made_for_all_and_a_consent_withdrawn_since_is_told(board: Any, prepared: Centre) -> None:
    board.make_button.click()
    settle()
    assert [pill.words() for pill in board.papers.log] == ["Made", "Made"]
    assert board.banner.isHidden()
    person = prepared.meeting_cases.of(board.about)[0].person
    assert person is not None
    consent = prepared.people.sheet(person.id).consents[0]
    prepared.care.withdraw(consent.id, prepared.world.today(), "", prepared.worker)
    board.refresh()
    settle()
    assert board.banner.words() == ("Consent was withdrawn after this material was made. Make it again before sending.")
    assert "Make again" in [pill.words() for pill in board.papers.log]
    board.make_button.click()
    settle()
    assert board.banner.isHidden()


def test_a_meeting_called_off_says_why_and_nothing_more_can_be_made(board: Any, prepared: Centre) -> None:
    prepared.diary.call_off(board.about, "Salė užimta", prepared.worker)
    board.refresh()
    settle()
    assert board.banner.words() == "Called off: Salė užimta"
    assert board.make_button.isHidden()
    assert not any(row.none.isVisible() for row in board.parts.rows)


def test_on_its_day_beginning_is_the_next_thing(board: Any, prepared: Centre, still: Any) -> None:
    assert board.make_button.property("kind") == "primary"
    still.moment += timedelta(days=10)
    board.refresh()
    assert board.begin_button.property("kind") == "primary"
    assert board.make_button.property("kind") == "outlined"
    assert board.bar.closes.text().startswith("papers closed: ")


def test_after_a_lock_the_same_part_is_meant(desk_of: Callable[..., Main], board: Any, prepared: Centre) -> None:
    row_of(board, "cases").verb.setFocus()
    settle()
    board.window().keep()
    later: Any = desk_of(prepared).top
    settle()
    assert later.NAME == "meeting"
    assert later.first() is row_of(later, "cases").verb


@pytest.mark.parametrize("why", [False, True])
def test_the_board_may_be_shown_in_every_language_and_size(board: Any, why: bool) -> None:
    if why:
        board.show_why()
    found = []
    for locale in turned(board.window()):
        wrong = [*faults(board.window()), *closer_faults(board.window())]
        wrong += english_left(board.window(), locale) if locale != "en" else []
        found += [(locale, fault) for fault in wrong]
    assert found == []


def test_who_brought_no_list_yet_is_reminded_by_the_invitation_that_asks_for_it(prepared: Centre) -> None:
    coming = prepared.diary.coming()
    assert coming is not None
    agenda = prepared.agendas.compose(coming.id)
    receiver = prepared.meeting_papers.receivers(coming.id)[0]
    part = replace(agenda.parts[0], part="figures", lines=(), missing=(receiver.known_as,))
    assert leads_to(prepared, agenda, part) == ("meeting_papers", (coming.id, "invitation", receiver.id))
    assert leads_to(prepared, agenda, replace(part, missing=("Kita",))) == ("reconciliation",)


def test_the_papers_open_for_the_one_who_is_reminded(desk_of: Callable[..., Main], prepared: Centre) -> None:
    coming = prepared.diary.coming()
    assert coming is not None
    last = prepared.meeting_papers.receivers(coming.id)[-1]
    frame = desk_of(prepared)
    frame.go("meeting_papers", (coming.id, "invitation", last.id))
    settle()
    assert (frame.top.kind.code(), frame.top.receiver.code()) == ("invitation", last.id.hex)
    assert frame.top.paper.head.receiver == last.name

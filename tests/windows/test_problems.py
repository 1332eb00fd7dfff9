"""The register of problems: a fact, its effect, a wish; steps, raised again, solved, with what was promised to it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.centre import Centre
from desktop.meetings.commitments import CommitmentDraft
from desktop.meetings.raised_problems import ProblemDraft
from desktop.windows.buttons import Button
from desktop.windows.main import Main
from desktop.windows.timeline import EventRow
from tests.builders import an_agency
from tests.windows.looking import faults, let_go, settle, turned, type_text

Desk = Callable[..., Main]


@pytest.fixture
def weekend(centre: Centre) -> UUID:
    """Open since ten days, with one step, and something promised to solve it."""
    by, today = centre.worker, centre.world.today()
    police = centre.directory.enter(an_agency(name="Tauragės policija", short_name="TP"), by).id
    log = centre.raised_problems
    draft = ProblemDraft("Notices of the weekend come on Tuesday.", "Calls are late.", "Send them at once.", police)
    made = log.put(ProblemDraft(**{**vars(draft), "since": today - timedelta(days=10)}), by).id
    log.step(made, "Asked by letter", by, on=today - timedelta(days=4))
    promise = CommitmentDraft("Name a duty officer", police, today + timedelta(days=5), problem_id=made)
    centre.commitments.promise(promise, by)
    return made


@pytest.fixture
def frame_of(desk_of: Desk, centre: Centre, weekend: UUID) -> Main:
    frame = desk_of(centre)
    frame.go("problems")
    settle()
    return frame


@pytest.fixture
def page(frame_of: Main) -> Any:
    return frame_of.top


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    QTest.keyClick(widget, key, held)
    let_go()


def test_a_row_says_how_long_how_often_and_the_last_step(page: Any) -> None:
    row = page.model.cells(0)
    assert (row["days"].text, row["times"].text, row["state"].text) == ("10", "1", "Being worked on")
    assert "Asked by letter" in row["step"].text
    assert [event.event_shown.head for event in page.card.findChildren(EventRow) if event.isVisible()] == [
        "Step taken", "Problem raised",
    ]  # fmt: skip


def test_a_step_raised_again_and_solved_by_keys(page: Any, centre: Centre, weekend: UUID) -> None:
    page.view.setFocus()
    press(Qt.Key.Key_2)
    type_text(page.card.inline.form.fields["text"].edit, "Talked with the head")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    page.view.setFocus()
    press(Qt.Key.Key_3)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    row = centre.raised_problems.all()[0]
    assert row.times == 2
    assert row.last_step is not None
    assert row.last_step.text == "Talked with the head"
    page.view.setFocus()
    press(Qt.Key.Key_1)
    type_text(page.card.inline.form.fields["solution"].edit, "A duty officer sends them")
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    solved = centre.raised_problems.all()[0].problem
    assert (solved.solved_on, solved.solution) == (centre.world.today(), "A duty officer sends them")
    assert page.model.rowCount() == 0
    assert "No problem is open." in page._empty.accessibleName() or page._empty.isVisible()


def test_what_was_promised_to_solve_it_opens_its_row(frame_of: Main, page: Any, centre: Centre) -> None:
    button = next(b for b in page.card.findChildren(Button) if b.accessibleName() == "Name a duty officer")
    button.click()
    settle()
    top: Any = frame_of.top
    assert top.NAME == "commitments"
    assert top.card.heading() == "Name a duty officer"


def test_something_promised_keeps_it_from_being_taken_out(page: Any, centre: Centre, frame_of: Main) -> None:
    page.card.take_out()
    settle()
    assert len(centre.raised_problems.all()) == 1


def test_a_new_one_hints_at_words_that_blame_and_is_kept(frame_of: Main, page: Any, centre: Centre) -> None:
    page.view.setFocus()
    press(Qt.Key.Key_F6)
    top: Any = frame_of.top
    assert top.NAME == "problem"
    assert not top.hint.isVisible()
    type_text(top.form.fields["fact"].edit, "They never answer")
    settle()
    assert top.hint.isVisible()
    assert "never" in top.hint.text()
    top.keep_now()
    assert centre.drafts.of("problem", None, centre.worker) is not None
    top.save()
    settle()
    assert {row.problem.fact for row in centre.raised_problems.all()} >= {"They never answer"}
    assert centre.drafts.all(centre.worker) == ()


def test_the_pages_have_no_fault_in_any_language_and_size(frame_of: Main, page: Any) -> None:
    for turn in turned(frame_of):
        assert [turn, *faults(page)] == [turn]
    frame_of.go("problem")
    settle()
    assert faults(frame_of.top) == []

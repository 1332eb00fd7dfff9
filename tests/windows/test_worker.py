"""The worker's thread: answers come home, problems are told, bugs are not swallowed, stopping stops."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from desktop.problems import Problem
from desktop.windows.banner import ProgressCard
from desktop.windows.buttons import PLAIN, Button
from desktop.windows.layouts import Column
from desktop.windows.worker import YIELDS_AFTER, Background, Progress, Steps
from tests.windows.looking import settle, until
from tests.windows.thrown_away import destroy_thrown_away


@pytest.fixture
def bugs() -> list[Exception]:
    return []


@pytest.fixture
def worker(app: QApplication, bugs: list[Exception]) -> Iterator[Background]:
    made = Background(bugs.append)
    yield made
    made.close()


def test_a_job_runs_elsewhere_and_its_answer_comes_home(worker: Background) -> None:
    threads: list[object] = []
    worker.run(threading.get_ident, lambda answer: threads.extend((answer, threading.get_ident())))
    until(lambda: bool(threads))
    assert threads[0] != threading.get_ident() == threads[1]


def test_the_worker_hands_python_back_to_the_window_sooner_than_by_itself(worker: Background) -> None:
    answers: list[float] = []
    worker.run(sys.getswitchinterval, answers.append)
    until(lambda: bool(answers))
    assert answers == [pytest.approx(YIELDS_AFTER)]


def test_jobs_are_done_in_order(worker: Background) -> None:
    answers: list[int] = []
    for number in range(5):
        worker.run(lambda number=number: number, answers.append)
    until(lambda: len(answers) == 5)
    assert answers == list(range(5))


class Painted(QWidget):
    """Notes when it is painted."""

    def __init__(self, seen: list[str]) -> None:
        super().__init__()
        self._seen = seen

    def paintEvent(self, event: QPaintEvent) -> None:
        self._seen.append("painted")


def test_a_job_begins_once_what_the_key_and_the_answer_before_it_changed_is_painted(
    worker: Background, qtbot: QtBot
) -> None:
    seen: list[str] = []
    page = Painted(seen)
    qtbot.addWidget(page)
    page.show()
    until(lambda: bool(seen))
    settle()
    seen.clear()

    def hear(answer: str) -> None:
        seen.append(answer)
        page.update()

    def ask(name: str) -> str:
        seen.append(f"asked {name}")
        return name

    for name in ("card", "list"):
        worker.run(partial(ask, name), hear)
    page.update()
    until(lambda: seen[-2:] == ["list", "painted"])
    assert seen == ["painted", "asked card", "card", "painted", "asked list", "list", "painted"]


def test_a_job_that_nobody_waits_for_any_more_does_not_begin(worker: Background) -> None:
    seen: list[str] = []
    worker.run(lambda: seen.append("card")).drop()
    worker.run(lambda: seen.append("list"))
    until(lambda: not worker.is_busy())
    assert seen == ["list"]


def test_the_window_lives_between_two_steps_of_hearing_an_answer(worker: Background) -> None:
    seen: list[str] = []

    def hear(answer: str) -> Steps:
        for step in "12":
            seen.append(f"{answer} {step}")
            QTimer.singleShot(0, lambda: seen.append("painted"))
            yield

    worker.run(lambda: "card", hear)
    worker.run(lambda: "list", seen.append)
    until(lambda: "list" in seen)
    assert seen == ["card 1", "painted", "card 2", "painted", "list"]
    assert not worker.is_busy()


def test_an_answer_that_is_dropped_while_it_is_heard_is_not_gone_on_with(worker: Background) -> None:
    seen: list[str] = []

    def hear(answer: str) -> Steps:
        try:
            seen.append(answer)
            yield
            seen.append("gone on")
        finally:
            seen.append("put away")

    errand = worker.run(lambda: "card", hear)
    until(lambda: bool(seen))
    assert worker.is_busy()
    errand.drop()
    until(lambda: not worker.is_busy())
    assert seen == ["card", "put away"]


def test_done_on_the_spot_an_answer_is_heard_to_its_end(bugs: list[Exception]) -> None:
    seen: list[int] = []

    def hear(answer: int) -> Steps:
        seen.append(answer)
        yield
        seen.append(answer + 1)

    Background(bugs.append, at_once=True).run(lambda: 1, hear)
    assert seen == [1, 2]


def test_what_a_hearer_returns_besides_is_nothing_to_the_worker(worker: Background) -> None:
    seen: list[int] = []
    worker.run(lambda: 1, lambda answer: seen.append(answer) is None)
    until(lambda: not worker.is_busy())
    assert seen == [1]


def test_other_answers_are_told_while_one_lets_the_window_live_within_it(worker: Background) -> None:
    seen: list[str] = []

    def hear(answer: str) -> None:
        until(lambda: "list" in seen)
        seen.append(answer)

    worker.run(lambda: "card", hear)
    worker.run(lambda: "list", seen.append)
    until(lambda: not worker.is_busy() and len(seen) == 2)
    assert seen == ["list", "card"]


def test_the_worker_may_be_closed_by_whoever_hears_an_answer(worker: Background) -> None:
    seen: list[str] = []

    def hear(answer: str) -> None:
        worker.close()
        seen.append(answer)

    worker.run(lambda: "card", hear)
    worker.run(lambda: "list", seen.append)
    until(lambda: bool(seen))
    settle()
    assert seen == ["card"]


def test_a_step_that_breaks_holds_up_no_other_answer(worker: Background) -> None:
    seen: list[str] = []

    def hear(_answer: str) -> Steps:
        yield
        raise ZeroDivisionError

    worker.run(lambda: "card", hear)
    worker.run(lambda: "list", seen.append)
    with capture_exceptions() as caught:
        until(lambda: bool(seen))
    assert [type(error) for _kind, error, _trace in caught] == [ZeroDivisionError]
    assert not worker.is_busy()


def test_a_problem_is_told_and_a_bug_is_shown(worker: Background, bugs: list[Exception]) -> None:
    told: list[Problem] = []

    def fail(error: Exception) -> Callable[[], None]:
        def job() -> None:
            raise error

        return job

    worker.run(fail(Problem("The disk is full.")), failed=told.append)
    worker.run(fail(ZeroDivisionError()), failed=told.append)
    worker.run(fail(Problem("Nobody asked.")))
    until(lambda: len(bugs) == 2)
    assert [problem.sentence for problem in told] == ["The disk is full."]
    assert isinstance(bugs[0], ZeroDivisionError)


def test_a_counting_job_is_stopped_and_says_so(worker: Background) -> None:
    begun, told = threading.Event(), []

    def job(progress: Callable[[int, int], None]) -> None:
        for number in range(10_000_000):
            progress(number, 10_000_000)
            begun.set()

    errand = worker.run(job, failed=told.append, counts=True)
    until(begun.is_set)
    errand.stop()
    until(lambda: bool(told))
    assert told[0].sentence == "Stopped. Nothing was changed."


def test_the_answer_of_a_stopped_job_is_dropped(worker: Background) -> None:
    answers: list[int] = []
    go = threading.Event()
    errand = worker.run(go.wait, answers.append)
    errand.stop()
    go.set()
    worker.run(lambda: 2, answers.append)
    until(lambda: answers == [2])


def test_what_lasts_is_told_even_to_whom_asked_too_late_to_stop_it(worker: Background) -> None:
    answers: list[bool] = []
    go = threading.Event()
    errand = worker.run(go.wait, answers.append, lasts=True)
    errand.stop()
    go.set()
    until(lambda: bool(answers))
    assert answers == [True]


class Page(QWidget):
    """Asks something, and writes the answer on itself."""

    def ask(self, worker: Background, job: Callable[[], str]) -> None:
        worker.run(job, self.setWindowTitle, lambda problem: self.setWindowTitle(problem.sentence))
        worker.run(job, lambda answer: self.setWindowTitle(f"{answer} done"))
        worker.run(job, partial(self._show, 2))

    def _show(self, times: int, answer: str) -> None:
        self.setWindowTitle(answer * times)


def _refuse() -> str:
    raise Problem("The disk is full.")


@pytest.mark.parametrize("job", [lambda: "Liepa", _refuse])
def test_no_answer_is_told_to_a_page_that_was_left_and_is_gone(
    worker: Background, bugs: list[Exception], job: Callable[[], str]
) -> None:
    go, page = threading.Event(), Page()
    worker.run(go.wait)
    page.ask(worker, job)
    page.deleteLater()
    destroy_thrown_away()
    go.set()
    until(lambda: not worker.is_busy())
    assert bugs == []


def test_the_card_of_long_work_comes_late_and_goes_with_it(worker: Background, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(800, 600)
    page.show()
    go = threading.Event()

    def job(progress: Callable[[int, int], None]) -> None:
        progress(40, 418)
        go.wait()

    card = ProgressCard(page, worker.run(job, counts=True), "Checking the vault…")
    assert not card.isVisible()
    until(card.isVisible)
    settle()
    assert card._far.text() == "40 of 418"
    go.set()
    until(lambda: not page.findChildren(ProgressCard))


def test_esc_cancels_the_work_and_closes_nothing_behind_it(worker: Background, qtbot: QtBot) -> None:
    closed: list[bool] = []
    page, go_on = QWidget(), threading.Event()
    qtbot.addWidget(page)
    column, field = Column(page), QLineEdit()
    column.addWidget(field)
    column.addWidget(Button("Close", PLAIN, key="Esc", do=lambda: closed.append(True)))
    page.show()
    page.activateWindow()
    field.setFocus()

    def count(progress: Progress) -> None:
        go_on.wait()
        progress(0, 1)

    errand = worker.run(count, counts=True)
    card = ProgressCard(page, errand, "Checking the vault\u2026")
    until(card.isVisible)
    menu = QMenu(page)
    menu.addAction("One")
    menu.popup(page.mapToGlobal(page.rect().center()))
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    page.activateWindow()
    assert (menu.isVisible(), errand.is_stopped) == (False, False), "what is open over it goes first"
    QTest.keyClick(page.windowHandle(), Qt.Key.Key_Escape)
    go_on.set()
    assert (errand.is_stopped, closed) == (True, [])
    until(lambda: not page.findChildren(ProgressCard))

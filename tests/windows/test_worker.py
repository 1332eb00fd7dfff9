"""The worker's thread: answers come home, problems are told, bugs are not swallowed, stopping stops."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.problems import Problem
from desktop.windows.banner import ProgressCard
from desktop.windows.worker import Background
from tests.windows.looking import settle


@pytest.fixture
def bugs() -> list[Exception]:
    return []


@pytest.fixture
def worker(app: QApplication, bugs: list[Exception]) -> Iterator[Background]:
    made = Background(bugs.append)
    yield made
    made.close()


def test_a_job_runs_elsewhere_and_its_answer_comes_home(worker: Background, qtbot: QtBot) -> None:
    threads: list[object] = []
    worker.run(threading.get_ident, lambda answer: threads.extend((answer, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(threads), timeout=60_000)
    assert threads[0] != threading.get_ident() == threads[1]


def test_jobs_are_done_in_order(worker: Background, qtbot: QtBot) -> None:
    answers: list[int] = []
    for number in range(5):
        worker.run(lambda number=number: number, answers.append)
    qtbot.waitUntil(lambda: len(answers) == 5, timeout=60_000)
    assert answers == list(range(5))


def test_a_problem_is_told_and_a_bug_is_shown(worker: Background, bugs: list[Exception], qtbot: QtBot) -> None:
    told: list[Problem] = []

    def fail(error: Exception) -> Callable[[], None]:
        def job() -> None:
            raise error

        return job

    worker.run(fail(Problem("The disk is full.")), failed=told.append)
    worker.run(fail(ZeroDivisionError()), failed=told.append)
    worker.run(fail(Problem("Nobody asked.")))
    qtbot.waitUntil(lambda: len(bugs) == 2, timeout=60_000)
    assert [problem.sentence for problem in told] == ["The disk is full."]
    assert isinstance(bugs[0], ZeroDivisionError)


def test_a_counting_job_is_stopped_and_says_so(worker: Background, qtbot: QtBot) -> None:
    begun, told = threading.Event(), []

    def job(progress: Callable[[int, int], None]) -> None:
        for number in range(10_000_000):
            progress(number, 10_000_000)
            begun.set()

    errand = worker.run(job, failed=told.append, counts=True)
    assert begun.wait(5)
    errand.stop()
    qtbot.waitUntil(lambda: bool(told), timeout=60_000)
    assert told[0].sentence == "Stopped. Nothing was changed."


def test_the_answer_of_a_stopped_job_is_dropped(worker: Background, qtbot: QtBot) -> None:
    answers: list[int] = []
    go = threading.Event()
    errand = worker.run(lambda: go.wait(5), answers.append)
    errand.stop()
    go.set()
    worker.run(lambda: 2, answers.append)
    qtbot.waitUntil(lambda: answers == [2], timeout=60_000)


def test_the_card_of_long_work_comes_late_and_goes_with_it(worker: Background, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(800, 600)
    page.show()
    go = threading.Event()

    def job(progress: Callable[[int, int], None]) -> None:
        progress(40, 418)
        go.wait(5)

    card = ProgressCard(page, worker.run(job, counts=True), "Checking the vault…")
    assert not card.isVisible()
    qtbot.waitUntil(card.isVisible, timeout=60_000)
    settle()
    assert card._far.text() == "40 of 418"
    go.set()
    qtbot.waitUntil(lambda: not page.findChildren(ProgressCard), timeout=60_000)

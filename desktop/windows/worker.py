"""The one thread for long work: unlock, import, drawing, sealing, backup, lists of identifiers.

A job is a plain function that knows no Qt; if it counts, it is handed `progress(done, total)`, which raises `Cancelled`
once the person has stopped it. What comes back is told in the window's own thread. In tests `at_once=True` does each
job on the spot. The window's thread never waits for this one.

Python is shared: while a job runs, whatever the window does takes it up to twice as long. So a job begins only once the
answer before it is told and what a key or that answer changed is painted.

To hear an answer may take long, too. Whoever is told can do so in steps, by yielding between them: keys are answered
and the window is painted in between, and an answer that is dropped meanwhile is not gone on with.
"""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable, Generator
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from desktop.problems import Cancelled, Problem
from desktop.vault.stopping import stoppable, stopped

Progress = Callable[[int, int], None]
PAINTED_AFTER = 2
"""Turns of the window: at the first what was changed is laid out and painted, at the next what followed from that."""
YIELDS_AFTER = 0.0005
"""Seconds for which the worker may keep Python to itself once the window wants it; Python's own 5 ms are felt."""
Steps = Generator[None, None, None]
Hearer = Callable[[Any], object]
"""Is told an answer; what it returns counts only if it is steps."""


class Errand(QObject):
    """One job under way; what it may be asked is to stop."""

    progressed = Signal(object, object)
    """(done, total), in the window's thread."""
    ended = Signal()

    def __init__(
        self, done: Hearer, failed: Callable[[Exception], None], told: Callable[..., None] | None = None
    ) -> None:
        super().__init__()
        self.done, self.failed = done, failed
        self.is_stopped = False
        self.is_dropped = False
        """Whether nobody is there any more to be told."""
        self.is_left_out = False
        """Whether it need not even begin."""
        self.lasts = False
        """Whether what it has done lasts: who asked too late to stop it is told nevertheless."""
        self.is_over = False
        self._pages = [page for page in map(_page_of, (done, told)) if page is not None]
        self.reached: tuple[int, int] | None = None
        """(done, total) as it was told last."""

    def stop(self) -> None:
        """Ask it to stop: one that counts or reads ends with `Cancelled`; an answer is dropped, unless it lasts."""
        self.is_stopped = True

    def drop(self) -> None:
        """Ask a reading to stop, or not to begin, and tell nobody: another question took its place."""
        self.is_stopped = self.is_dropped = self.is_left_out = True

    def is_unheard(self) -> bool:
        """Whether nobody would hear the answer: it was dropped, or the page that asked is left and gone."""
        return self.is_dropped or not all(map(isValid, self._pages))

    def progress(self, done: int, total: int) -> None:
        """Called by the job, in the worker's thread."""
        if self.is_stopped:
            raise stopped()
        self.reached = done, total
        self.progressed.emit(done, total)


class Background(QObject):
    """Does one job after another, in the order given.

    Their answers are told one step at a turn: what one changes is painted, and a key answered, before the next.
    """

    _told = Signal(object, object, object)

    def __init__(self, on_bug: Callable[[Exception], None], *, at_once: bool = False) -> None:
        super().__init__()
        self._on_bug, self._at_once = on_bug, at_once
        self._pool: Any = None
        """Made for the first job: the door is painted before there is any."""
        self._errands: set[Errand] = set()
        self._given: deque[tuple[Errand, Callable[[], Any]]] = deque()
        """Jobs that are not begun yet."""
        self._is_at_it = False
        self._answers: deque[Steps] = deque()
        """Those that are being told, or wait for it."""
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._go_on)
        self._turns_left = 0
        self._rest = QTimer(self, singleShot=True, interval=1)
        self._rest.timeout.connect(self._begin)
        self._told.connect(self._hold, Qt.ConnectionType.QueuedConnection)
        self._aside: Background | None = None

    @property
    def aside(self) -> Background:
        """Another such thread, for what waits for another program: nothing else of here has to wait for that."""
        if self._aside is None:
            self._aside = Background(self._on_bug, at_once=self._at_once)
        return self._aside

    def run(
        self,
        job: Callable[..., Any],
        done: Hearer = lambda answer: None,
        failed: Callable[[Problem], None] | None = None,
        *,
        counts: bool = False,
        lasts: bool = False,
    ) -> Errand:
        """Do `job()` (or `job(progress)` if it counts), then call `done(answer)` or, for a `Problem`, `failed(it)`.

        `lasts`: it changes the vault or writes a file, and its answer is told even if Cancel was pressed too late.
        """
        errand = Errand(done, self._refusal(failed), failed)
        errand.lasts = lasts
        call = (lambda: job(errand.progress)) if counts else job
        self._errands.add(errand)
        if self._at_once:
            deque(self._tell(errand, *_done(call)), maxlen=0)
        else:
            self._given.append((errand, call))
            self._paint_first()
        return errand

    def is_busy(self) -> bool:
        """Whether anything is under way."""
        return bool(self._errands)

    def stop_all(self) -> None:
        """Ask whatever is under way to stop; nothing is told of it any more, for its page is gone."""
        for errand in self._errands:
            errand.stop()
            errand.is_dropped = True
        if self._aside is not None:
            self._aside.stop_all()

    def close(self) -> None:
        """Wait for the jobs that were given, asking those that count to stop."""
        self.stop_all()
        if self._aside is not None:
            self._aside.close()
        while self._given:
            self._hand_over()
        if self._pool is not None:
            self._pool.shutdown(wait=True)
        self._errands.clear()
        self._answers.clear()
        self._turn.stop()
        self._rest.stop()

    def _begin(self) -> None:
        """Hand the worker the next job, if it has none."""
        if self._answers or self._turns_left:
            self._turns_left = max(0, self._turns_left - 1)
            self._rest.start()
            return
        while self._given and not self._is_at_it:
            self._hand_over()

    def _paint_first(self) -> None:
        self._turns_left = PAINTED_AFTER - 1
        self._rest.start()

    def _hand_over(self) -> None:
        errand, call = self._given.popleft()
        if errand.is_left_out:
            self._errands.discard(errand)
            errand.is_over = True
            return
        self._is_at_it = True
        self._thread().submit(lambda: self._told.emit(errand, *_done(call, errand)))

    def _thread(self) -> Any:
        from concurrent.futures import ThreadPoolExecutor

        if self._pool is None:
            sys.setswitchinterval(YIELDS_AFTER)
            self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="liepa")
        return self._pool

    def _refusal(self, failed: Callable[[Problem], None] | None) -> Callable[[Exception], None]:
        def refuse(error: Exception) -> None:
            if isinstance(error, Problem) and failed is not None:
                failed(error)
            elif not isinstance(error, Cancelled):
                self._on_bug(error)

        return refuse

    def _hold(self, errand: Errand, answer: object, error: Exception | None) -> None:
        self._is_at_it = False
        self._answers.append(self._tell(errand, answer, error))
        self._turn.start()

    def _go_on(self) -> None:
        """Tell one step of the first answer; others are told meanwhile if that lets the window live in itself."""
        if not self._answers:
            return
        self._paint_first()
        first = self._answers.popleft()
        if self._answers:
            self._turn.start()
        if next(first, self) is not self:
            self._answers.appendleft(first)
            self._turn.start()

    def _tell(self, errand: Errand, answer: object, error: Exception | None) -> Steps:
        if errand not in self._errands:
            return
        self._errands.discard(errand)
        errand.is_over = True
        if errand.is_unheard() and (error is None or isinstance(error, Problem)):
            return
        errand.ended.emit()
        if error is not None:
            errand.failed(error)
        elif errand.lasts or not errand.is_stopped:
            yield from self._heard(errand, errand.done(answer))

    def _heard(self, errand: Errand, steps: object) -> Steps:
        """Go on with the steps of whoever hears it, as long as anybody does."""
        if isinstance(steps, Generator):
            self._errands.add(errand)
            try:
                for _step in steps:
                    yield
                    if errand.is_unheard():
                        steps.close()
            finally:
                self._errands.discard(errand)


def _done(call: Callable[[], Any], errand: Errand | None = None) -> tuple[object, Exception | None]:
    """The answer, or what was raised: nothing may be lost between the threads."""
    try:
        if errand is None:
            return call(), None
        with stoppable(lambda: errand.is_stopped):
            return call(), None
    except Exception as error:
        return None, error


def _page_of(call: Callable[..., Any] | None) -> QObject | None:
    """The object of Qt that hears an answer: whose method it is, or in whose method it was written."""
    while isinstance(call, partial):
        call = call.func
    page = getattr(call, "__self__", None)
    free: tuple[str, ...] = getattr(getattr(call, "__code__", None), "co_freevars", ())
    if "self" in free:
        page = getattr(call, "__closure__", ())[free.index("self")].cell_contents
    return page if isinstance(page, QObject) else None

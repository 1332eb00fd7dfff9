"""The review queue: doubtful pairs one after the other, both sides field by field, two questions, an answer by a digit.

Each answer is a change of its own and durable at once. The queue is as it was when the page opened; the lists are
compared anew when it is through.
"""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.language import N_, _
from desktop.problems import Problem
from desktop.reconciliation.groups import Pair, Rival
from desktop.records.reconciliation import ANSWERS, LATER, NOT, SAME
from desktop.windows.banner import Banner, ProgressCard, announce
from desktop.windows.buttons import OUTLINED, PLAIN, PRIMARY, Button
from desktop.windows.desk import Desk, Screen
from desktop.windows.footed import Footed
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, Flow, Row
from desktop.windows.look import px
from desktop.windows.pill import CLOSED, GOOD, NOT_YET, Pill
from desktop.windows.reconcile_answers import AnswerCard
from desktop.windows.reconcile_end import ReviewEnd
from desktop.windows.reconcile_head import ReviewHead
from desktop.windows.reconcile_queue import Queue, Reading, key_of
from desktop.windows.reconcile_rivals import RivalTable
from desktop.windows.reconcile_sides import TwoSides
from desktop.windows.reconcile_steps import REVIEW, Steps, ways_of
from desktop.windows.worker import Errand, Progress

GONE = Problem(N_("This entry was taken back meanwhile."))
ROOMY = 880
"""Pixels at text size 100 % from which on there is room for a hint beside the answers."""
SIGNS = {SAME: GOOD, NOT: CLOSED, LATER: NOT_YET}


class Open(Footed):
    """A body that scrolls over its foot, on the ground of the page itself."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing of its own."""


class ReconcileReview(Screen):
    """The page; it is about a reconciliation."""

    NAME = "reconcile_review"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.about: UUID | None = None
        self.reading: Reading | None = None
        self.queue = Queue()
        self.rival: Pair | None = None
        """The rival that is looked at instead of the pair of the queue."""
        self._made: list[int] = []
        """The numbers of the changes made here, the latest last."""
        self._is_over = False
        """Whether nothing is left to be asked, and the end is on show."""
        self._wanted: tuple[str, str] | None = None
        self._errand: Errand | None = None
        self.steps, self.banner, self.head, self.pill = Steps(REVIEW), Banner("red"), ReviewHead(self.walk), Pill()
        self.sides, self.answers, self.rivals = TwoSides(), AnswerCard(), RivalTable(desk)
        self.to_pair = Button(N_("Back to the pair that was proposed"), PLAIN, icon="left", do=self.leave_rival)
        self.same = Button(N_("Same notice"), PRIMARY, icon="check", key="1", do=partial(self.decide, SAME))
        self.other = Button(N_("Not the same"), OUTLINED, icon="x", key="2", do=partial(self.decide, NOT))
        self.later = Button(N_("Later"), OUTLINED, key="3", do=partial(self.decide, LATER))
        self.undo = Button(N_("Undo"), PLAIN, icon="undo", key="Ctrl+Z", do=self.take_back)
        self._hint = Label(N_("The next one opens by itself."), "second")
        self.end = ReviewEnd(on=self.go_on, again=self.look_again)
        self._build()
        self.rivals.wanted.connect(self.look_at)

    def _build(self) -> None:
        body, foot = QWidget(), QWidget()
        column, marks = Column(body, gap=10), Row(gap=8)
        marks.addWidget(self.pill)
        marks.addWidget(self.to_pair)
        marks.addStretch(1)
        column.addLayout(marks)
        for part in (self.sides, self.answers, self.rivals):
            column.addWidget(part)
        column.addStretch(1)
        line, left, right = Row(foot, gap=8, margins=(0, 10, 0, 2)), QWidget(), QWidget()
        first, last = Flow(left, gap=8), Flow(right, gap=12, right=True)
        for button in (self.other, self.later, self.undo):
            first.addWidget(button)
        last.addWidget(self._hint)
        last.addWidget(self.same)
        line.addWidget(left, 3)
        line.addWidget(right, 2)
        self.work = Open(body, foot)
        page = Column(self, gap=10, margins=(24, 14, 24, 12))
        for above in (self.head, self.steps, self.head.bar, self.banner):
            page.addWidget(above)
        for one in (self.work, self.end):
            page.addWidget(one, 1)
            one.hide()

    def show_record(self, about: UUID | Any | None) -> None:
        """Compare the lists and begin with the first pair, or with the one that is meant."""
        if isinstance(about, tuple):
            about, self._wanted = about
        if isinstance(about, UUID):
            self.about = about
            self._read(anew=True)
        elif self.about is None:
            self._gone(GONE)

    def refresh(self) -> None:
        """Something was changed elsewhere, or taken back: what was said is read again, the queue stays."""
        if self.reading is None or self.about is None:
            return
        log, lists = self.desk.centre.reconciliations, self.reading.standing.lists
        if {str(row.id) for row in log.theirs(self.about)} != set(lists.theirs):
            self._read(anew=True)  # another list stands in its place
            return
        before, now = self.queue.said, log.decisions(self.about)
        self.queue = self.queue.with_said(now)
        changed = (before.same ^ now.same) | (before.never ^ now.never) | (before.later ^ now.later)
        back = next((key_of(pair) for pair in self.queue.asked if key_of(pair) in changed), None)
        if back is not None:
            self.queue, self.rival, self._is_over = self.queue.to(back), None, False
        self._show()

    def state(self) -> dict[str, Any]:
        """Which pair is on show."""
        shown = self.rival or self.queue.shown
        return {"about": self.about.hex if self.about else "", "pair": key_of(shown) if shown else ()}

    def restore(self, state: dict[str, Any]) -> None:
        """The same pair again."""
        self._wanted = tuple(state["pair"]) if state.get("pair") else None
        if state.get("about"):
            self.show_record(UUID(state["about"]))

    def first(self) -> QWidget:
        """The rivals, where arrows choose; else the answer that decides nothing; at the end the way on."""
        return self.end.on if self._is_over else self.rivals.caret() or self.later

    def decide(self, answer: str) -> None:
        """Say so, durably, and show the next; what is put off is the pair proposed, whichever rival is on show."""
        pair = (self.rival if answer != LATER else None) or self.queue.shown
        if pair is None or self.about is None:
            return
        centre, was_rival = self.desk.centre, self.rival is not None
        try:
            theirs, ours = map(UUID, key_of(pair))
            centre.reconciliations.decide(self.about, theirs, ours, answer, centre.worker)
        except Problem as problem:
            self.banner.tell(problem)
            return
        self._made.append(centre.vault.head().count)
        self.banner.hide()
        self.rival = None
        self.queue = self.queue.with_said(centre.reconciliations.decisions(self.about))
        if was_rival and answer == NOT:
            self._show()
        else:
            self._onward()
        self.changed.emit()
        announce(self, f"{_(ANSWERS[answer])}. {self.head.left.text()}")

    def take_back(self) -> None:
        """Take the last answer given here back; its pair is shown again."""
        if self._made:
            self.desk.undo(self._made.pop())
            self._show()

    def walk(self, step: int) -> None:
        """The pair before or after, whether it was answered or not."""
        self.queue = self.queue.walk(0 if self._is_over else step)
        self.rival, self._is_over = None, False
        self._show()

    def look_at(self, rival: Rival) -> None:
        """Look at that one instead of the pair that was proposed."""
        if self.reading is not None:
            self.rival = self.reading.comparer.of_rows(rival.theirs, rival.ours)
            self._show()
            self.later.setFocus()

    def leave_rival(self) -> None:
        """Back to the pair that was proposed."""
        self.rival = None
        self._show()
        self.first().setFocus()

    def look_again(self) -> None:
        """Show those that were put off."""
        self.queue, self._is_over = self.queue.onward(put_off=True) or self.queue, False
        self._show()
        self.first().setFocus()

    def go_on(self) -> None:
        """To the figures both sides agree on."""
        self.desk.go("reconcile_agreed", self.about)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a small window the answers alone stand in the foot."""
        super().resizeEvent(event)
        self._hint.setVisible(self.width() >= px(ROOMY))

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    def _read(self, *, anew: bool) -> None:
        log, about = self.desk.centre.reconciliations, self.about
        assert about is not None
        if self._errand is not None:
            self._errand.drop()

        def job(progress: Progress) -> Reading:
            return Reading.of(log.lists(about), progress)

        put = partial(self._put, anew=anew)
        self._errand = self.desk.background.run(job, put, self._gone, counts=True)
        ProgressCard(self, self._errand, N_("Comparing the lists\u2026"))

    def _put(self, reading: Reading, *, anew: bool) -> None:
        said, self.reading = reading.standing.lists.decisions, reading
        self.queue = Queue(reading.doubtful, said) if anew else self.queue.with_more(reading.doubtful, said)
        if self._wanted is not None:
            self._show_wanted(self._wanted)
        else:
            following = self.queue.onward()
            self.queue, self._is_over = following or self.queue, following is None
        self._wanted = None
        self._show()
        if self.isVisible():
            self.first().setFocus()

    def _show_wanted(self, wanted: tuple[str, str]) -> None:
        """The pair that was on show before the lock; a rival is looked at again beside the pair it was a rival of."""
        asked = self.queue.asked
        near = (pair for pair in asked if wanted in {(each.theirs.id, each.ours.id) for each in pair.rivals})
        found = next((pair for pair in asked if key_of(pair) == wanted), None) or next(near, None)
        self._is_over = found is None and self.queue.onward() is None
        if found is not None:
            self.queue = self.queue.to(key_of(found))
        if found is not None and key_of(found) != wanted and self.reading is not None:
            self.rival = self.reading.comparer.pair(*wanted)

    def _gone(self, problem: Problem) -> None:
        self.reading = None
        for widget in (self.work, self.end):
            widget.hide()
        self.banner.tell(problem)

    def _onward(self) -> None:
        following = self.queue.onward()
        if following is None:
            self._read(anew=False)
            return
        self.queue = following
        self._show()
        self.first().setFocus()

    def _show(self) -> None:
        """Everything of the pair on show, or the end."""
        reading, pair = self.reading, self.rival or self.queue.shown
        if reading is None:
            return
        lists = reading.standing.lists
        ways = ways_of(self.desk.go, self.about, partial(self._read, anew=True))
        self.steps.stand(REVIEW, ways, over=lists.kept.is_settled)
        self.head.put(lists, self.queue)
        is_over = self._is_over or pair is None
        self.work.setVisible(not is_over)
        self.end.setVisible(is_over)
        if is_over or pair is None:
            self.end.put(reading.standing, self.queue)
            return
        self.sides.put(pair, lists)
        self.answers.put(pair)
        self.rivals.put(pair, lists, reading.comparer)
        self.to_pair.setVisible(self.rival is not None)
        answer = self.queue.answer(key_of(pair))
        self.pill.setVisible(bool(answer))
        self.pill.say(SIGNS.get(answer, NOT_YET), ANSWERS.get(answer, ""))
        self.undo.setEnabled(bool(self._made))

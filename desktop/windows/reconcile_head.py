"""The head of the review queue: whose list, which period, how far it is, and the way to the pair before and after."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QProgressBar, QWidget

from desktop.language import N_, _
from desktop.reconciliation.standing import Lists
from desktop.windows.buttons import IconButton
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, Flow, Row
from desktop.windows.reconcile_months import months_title
from desktop.windows.reconcile_queue import Queue


class ReviewHead(QWidget):
    """Title, progress, and the arrows."""

    def __init__(self, walk: Callable[[int], object]) -> None:
        super().__init__()
        self.context = Label("", "second", wrap=True)
        self.place, self.left = Label("", "card"), Label("", "second")
        self.before = IconButton(N_("The pair before"), "left", key="Left", bare=True, do=lambda: walk(-1))
        self.after = IconButton(N_("The pair after"), "right", key="Right", bare=True, do=lambda: walk(1))
        self.bar = QProgressBar()
        """Laid by the page below its steps."""
        self.bar.setTextVisible(False)
        words, self._right = Column(gap=1), QWidget()
        words.addWidget(Label(N_("Doubtful pairs"), "title", wrap=True))
        words.addWidget(self.context)
        told = Flow(self._right, gap=10, right=True)
        for widget in (self.place, self.left, self.before, self.after):
            told.addWidget(widget)
        head = Row(gap=12)
        head.addLayout(words, 1)
        head.addWidget(self._right, 1)
        Column(self, gap=0).addLayout(head)
        self._right.hide()
        self.bar.hide()

    def put(self, lists: Lists, queue: Queue) -> None:
        """Say where it stands."""
        total = len(queue.asked)
        self.context.put(f"{months_title(lists.kept.first, lists.kept.last)} \u00b7 {lists.units.partner.known_as}")
        self.place.say(N_("{place} of {total}"), place=min(queue.at + 1, total), total=total)
        self.left.say(N_("Left: {n}"), n=queue.left)
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(total - queue.left)
        self.bar.setAccessibleName(_("Left: {n}", n=queue.left))
        self.before.setEnabled(queue.at > 0)
        self.after.setEnabled(queue.at < total - 1)
        self._right.setVisible(total > 0)
        self.bar.setVisible(total > 0)

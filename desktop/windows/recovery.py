"""The way in when the passphrase is forgotten: two recovery sheets and a new passphrase; then the sheets are void."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.language import N_
from desktop.problems import Problem
from desktop.windows.banner import Banner, ProgressCard
from desktop.windows.buttons import OUTLINED, PRIMARY, Button
from desktop.windows.card import Card
from desktop.windows.choice import ChoiceField
from desktop.windows.fields import TextField
from desktop.windows.form import Form, Group
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, Row, centred, scrolled
from desktop.windows.look import follow, px
from desktop.windows.passphrase import PassphraseField
from desktop.windows.worker import Background, Progress
from desktop.world import World

WIDE = 620


def recover(folder: Path, typed: dict[str, Any], world: World, progress: Progress) -> Any:
    """Open the vault with two sheets and set the new passphrase; run by the worker."""
    from desktop.centre import recover_centre

    return recover_centre(
        folder, typed["first"], typed["second"],
        new_passphrase=typed["passphrase"], worker_name=typed["worker"], world=world, progress=progress,
    )  # fmt: skip


class Recovery(QWidget):
    """Two sheets, who she is, a new passphrase."""

    opened = Signal(object)
    left = Signal()

    def __init__(self, folder: Path, world: World, background: Background) -> None:
        super().__init__()
        self._folder, self._world, self._background = folder, world, background
        self.banner = Banner("red")
        worker = ChoiceField("worker", N_("Worker"), self._names, required=True)
        fresh = PassphraseField("passphrase", N_("New passphrase"), required=True)
        again = PassphraseField("again", N_("The same once more"), required=True)
        self.form = Form([
            Group("", [
                [(TextField("first", N_("One sheet"), required=True), 12)],
                [(TextField("second", N_("Another sheet"), required=True), 12)],
                [(worker, 12)],
                [(fresh, 6), (again, 6)],
            ])
        ])  # fmt: skip
        fresh.show_it.toggled.connect(again.show_it.setChecked)
        self._card = Card(margins=(28, 24, 28, 22), gap=12, radius=10)
        foot = Row(gap=8)
        foot.addWidget(Button(N_("Back"), OUTLINED, do=self.left.emit))
        foot.addStretch(1)
        foot.addWidget(Button(N_("Open with two sheets"), PRIMARY, key="Ctrl+Enter", do=self.open_it))
        shown = Row(gap=8)
        shown.addWidget(fresh.show_it)
        shown.addStretch(1)
        shown.addWidget(fresh.caps)
        column = self._card.column
        column.addWidget(Label(N_("Forgot the passphrase"), "title"))
        column.addWidget(
            Label(N_("Any two of the three recovery sheets open the data. New sheets are to be made afterwards."),
                  "quiet", wrap=True)
        )  # fmt: skip
        column.addWidget(self.banner)
        column.addWidget(self.form)
        column.addLayout(shown)
        column.addWidget(self.form.foot)
        column.addLayout(foot)
        middle = QWidget()
        page = Column(middle, gap=0, margins=20)
        page.addStretch(1)
        page.addLayout(centred(self._card))
        page.addStretch(1)
        Column(self).addWidget(scrolled(middle))
        follow(self.dress)
        self.form.fields["first"].focus()

    def dress(self) -> None:
        """Take the width of the look in use, as far as there is room."""
        self._card.setFixedWidth(min(px(WIDE), max(px(300), self.width() - px(56))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take another width."""
        super().resizeEvent(event)
        self.dress()

    def open_it(self) -> None:
        """Check what was typed, then open the vault."""
        if self.form.check():
            return
        typed = {name: field.value() for name, field in self.form.fields.items()}
        if typed["passphrase"] != typed["again"]:
            self.form.show_problems([Problem(N_("The two are not the same."), field="again")])
            return
        folder, world = self._folder, self._world
        errand = self._background.run(
            lambda progress: recover(folder, typed, world, progress), self.opened.emit, self._refuse,
            counts=True, lasts=True,
        )  # fmt: skip
        if not errand.is_over:
            ProgressCard(self, errand, N_("Checking the vault\u2026"))

    def _names(self) -> list[tuple[str, str]]:
        from desktop.vault.keyfile import read_keys

        try:
            return [(slot.name, slot.name) for slot in read_keys(self._folder)[0].slots]
        except (Problem, OSError):
            return []

    def _refuse(self, problem: Problem) -> None:
        for rest in self.form.show_problems([problem]):
            self.banner.tell(rest)

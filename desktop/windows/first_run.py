"""From nothing to a safe vault in ten minutes: six steps, which can be left at any of them and taken up again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QSizePolicy, QWidget

from desktop.demo.passphrase import PASSPHRASE
from desktop.language import N_, _
from desktop.places import documents_folder
from desktop.problems import Problem
from desktop.settings import Settings
from desktop.windows import icons
from desktop.windows.backup_step import BackupStep
from desktop.windows.banner import Banner, ProgressCard
from desktop.windows.buttons import OUTLINED, PLAIN, PRIMARY, Button
from desktop.windows.card import Ground
from desktop.windows.first_steps import CentreStep, LanguageStep
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, Row, scrolled
from desktop.windows.look import BODY, LABEL, REGULAR, SEMIBOLD, follow, font, px, tokens
from desktop.windows.passphrase_step import PassphraseStep
from desktop.windows.recovery_steps import RehearsalStep, SheetsStep
from desktop.windows.step import Beginning, Step, free_folder
from desktop.windows.window_name import title
from desktop.windows.worker import Background, Progress
from desktop.world import World

AFTER_MAKING = 3
"""The first step for which the vault must be there."""
SMALL = 860
"""Under this width at text size 100 % there is no room for the list of steps."""
PRACTICE = 60
"""Invented notices in the practice vault."""


class StepSign(QWidget):
    """One line of the list at the left: a tick, the number on a disc, or the number alone."""

    def __init__(self, number: int, title: str) -> None:
        super().__init__()
        self._number, self._title, self._state = number, title, "later"
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow(self.dress)

    def be(self, state: str) -> None:
        """`done`, `now` or `later`."""
        self._state = state
        self.setAccessibleName(_(self._title))
        self.update()

    def dress(self) -> None:
        """Take the look in use."""
        self.setFixedHeight(px(36))
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(px(200), px(36))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint disc, number or tick, and the title."""
        t, painter = tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now, done = self._state == "now", self._state == "done"
        disc = QRectF(0, (self.height() - px(26)) / 2, px(26), px(26))
        painter.setPen(Qt.PenStyle.NoPen if now or done else QColor(t.line))
        painter.setBrush(QColor(t.accent if now else t.green_soft if done else t.surface))
        painter.drawEllipse(disc)
        if done:
            painter.drawPixmap(px(6), int(disc.top()) + px(6), icons.pixmap("check", t.green, 14))
        else:
            painter.setFont(font(LABEL, SEMIBOLD))
            painter.setPen(QColor(t.on_accent if now else t.muted))
            painter.drawText(disc, int(Qt.AlignmentFlag.AlignCenter), str(self._number))
        painter.setFont(font(BODY, SEMIBOLD if now else REGULAR))
        painter.setPen(QColor(t.text if now or done else t.muted))
        words = QRectF(px(36), 0, self.width() - px(36), self.height())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap), _(self._title))
        painter.end()


class FirstRun(QWidget):
    """The six steps in one page; with `centre` only those that its vault still needs."""

    picked = Signal(str)
    other = Signal()
    made = Signal(object)
    """The vault is there and open."""
    finished = Signal(object)
    left = Signal()
    """She goes to the door instead: a vault was laid there from a backup."""

    def __init__(self, world: World, background: Background, settings: Settings, *, centre: Any = None) -> None:
        super().__init__()
        self.beginning = Beginning(world, background, centre=centre)
        self._settings = settings
        language, passphrase = LanguageStep(self.beginning), PassphraseStep(self.beginning)
        self.steps: list[Step] = [
            language, CentreStep(self.beginning), passphrase,
            SheetsStep(self.beginning), RehearsalStep(self.beginning), BackupStep(self.beginning),
        ]  # fmt: skip
        self._signs = [StepSign(n, step.title) for n, step in enumerate(self.steps, 1)]
        self._where = Label("", "second")
        self._heading, self._says = Label("", "title"), Label("", "body", wrap=True)
        self.banner = Banner("red")
        self._note = Label("", "quiet", wrap=True)
        self.back = Button(N_("Back"), OUTLINED, do=self.go_back)
        self.later = Button(N_("Later"), PLAIN, do=self._leave_for_later)
        self.next = Button(N_("Next"), PRIMARY, key="Ctrl+Enter", do=self.go_on)
        self._now = AFTER_MAKING if centre is not None else 0
        self._lay_out()
        language.picked.connect(self.picked)
        language.open_other.connect(self.other)
        language.restore.connect(self.choose_backup)
        language.practise.connect(self.practise)
        passphrase.made.connect(self.made)
        for step in self.steps:
            step.settled.connect(self._show_foot)
        follow(self.dress)
        self._show()

    @property
    def step(self) -> Step:
        """The step on show."""
        return self.steps[self._now]

    def dress(self) -> None:
        """Take the width of the look in use."""
        self._list.setFixedWidth(px(270))
        is_small = self.width() < px(SMALL)
        self._list.setVisible(not is_small)
        self._where.setVisible(is_small)

    def go_on(self) -> None:
        """Do this step and show the next one; after the last the frame comes."""
        if self.next.isEnabled():
            self.banner.hide()
            self.step.go_on(self._done)

    def go_back(self) -> None:
        """The step before; what the vault was made of cannot be gone back to."""
        self._now -= 1
        self._show()

    def choose_backup(self) -> None:
        """Ask for a backup and lay its vault beside, then go to its door."""
        dialog = QFileDialog(self, title(), str(documents_folder()))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.restore)
        dialog.open()

    def restore(self, path: str) -> None:
        """Lay the vault of that backup into a new folder."""
        folder = free_folder("data")
        self._run(lambda progress: lay_out_backup(Path(path), folder, progress), lambda _a: self.opened_other(folder),
                  N_("Restoring\u2026"))  # fmt: skip

    def practise(self) -> None:
        """Make a vault of invented data and go into it."""
        folder, language = free_folder("practice"), self.steps[0]
        assert isinstance(language, LanguageStep)
        country = language.country.value()
        self._run(lambda progress: make_practice(folder, country, progress), self._practice_made,
                  N_("Telling the story\u2026"))  # fmt: skip

    def opened_other(self, folder: Path) -> None:
        """A vault lies there; its door comes next."""
        self.beginning.folder = folder
        self.left.emit()

    def _practice_made(self, centre: Any) -> None:
        self.made.emit(centre)
        self.finished.emit(centre)

    def _run(self, job: Any, done: Any, what: str) -> None:
        errand = self.beginning.background.run(job, done, self._refuse, counts=True, lasts=True)
        if not errand.is_over:
            ProgressCard(self, errand, what)

    def _refuse(self, problem: Problem) -> None:
        self.banner.tell(problem)

    def _lay_out(self) -> None:
        self._list = Ground("sunken", gap=0, margins=(28, 32, 20, 28), edge=Qt.Edge.RightEdge)
        self._list.column.addWidget(Label(N_("First steps"), "title", wrap=True))
        self._list.column.addWidget(Label(N_("about 10 minutes"), "second"))
        self._list.column.addSpacing(px(20))
        for sign in self._signs:
            self._list.column.addWidget(sign)
        self._list.column.addStretch(1)
        self._list.column.addWidget(
            Label(N_("You can stop and go on later: once the passphrase is set, everything is encrypted."), "second",
                  wrap=True)
        )  # fmt: skip
        body = QWidget()
        column = Column(body, gap=14, margins=(44, 32, 44, 12))
        for widget in (self._where, self._heading, self._says, self.banner, *self.steps):
            column.addWidget(widget)
        column.addStretch(1)
        right = Column(gap=0)
        self._area = scrolled(body)
        right.addWidget(self._area, 1)
        right.addLayout(self._foot())
        row = Row(self, gap=0)
        row.addWidget(self._list)
        row.addLayout(right, 1)

    def _foot(self) -> Column:
        self._note.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        buttons = Row(gap=8)
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        buttons.addWidget(self.later)
        buttons.addWidget(self.next)
        foot = Column(gap=8, margins=(44, 10, 44, 22))
        foot.addWidget(self._note)
        foot.addLayout(buttons)
        return foot

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a small window the list of steps is one line."""
        super().resizeEvent(event)
        self.dress()

    def _done(self) -> None:
        if self._now + 1 == len(self.steps):
            self.finished.emit(self.beginning.centre)
            return
        self._now += 1
        self._show()

    def _leave_for_later(self) -> None:
        self.finished.emit(self.beginning.centre)

    def _show(self) -> None:
        for number, sign in enumerate(self._signs):
            sign.be("done" if number < self._now else "now" if number == self._now else "later")
        self._heading.say(self.step.heading)
        self._says.say(self.step.says)
        self._where.say(N_("Step {n} of {total}"), n=self._now + 1, total=len(self.steps))
        for step in self.steps:
            step.setVisible(step is self.step)
        self.step.enter()
        self._show_foot()
        self.step.focusNextChild()
        self._area.verticalScrollBar().setValue(0)

    def _show_foot(self) -> None:
        self.next.say(self.step.next_word)
        self.next.setEnabled(self.step.may_go_on())
        self.back.setVisible(self._now > 0 and self._now != AFTER_MAKING)
        self.later.setVisible(self._now >= AFTER_MAKING and self._now < len(self.steps) - 1)
        note = self.step.note()
        self._note.setVisible(bool(note))
        self._note.say(note)


def lay_out_backup(path: Path, folder: Path, progress: Progress) -> None:
    """Lay a backed-up vault into a new folder; run by the worker."""
    from desktop.vault.restoring import restore_beside

    restore_beside(path, folder, progress)


def make_practice(folder: Path, country: str, progress: Progress) -> Any:
    """Tell an invented story into a new vault; run by the worker."""
    from desktop.demo.clock import last_day
    from desktop.demo.telling import Telling
    from desktop.vault.keys import KeyCost

    today = last_day(country, None, World.real())
    telling = Telling(folder, country=country, seed=7, today=today, words=PASSPHRASE, cost=KeyCost.cheap())
    telling.tell(PRACTICE, progress)
    return telling.centre

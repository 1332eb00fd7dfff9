"""The neutral door: worker, passphrase, nothing that tells a passer-by what the program is for.

It is painted before the slow libraries are loaded; they come in the worker's thread while she types. Every refusal is
told in place, each kind with its own way out.
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.demo.passphrase import PASSPHRASE
from desktop.language import N_
from desktop.problems import Problem
from desktop.vault.refusals import (
    DataDamaged,
    DataMissing,
    KeyFileDamaged,
    OlderKeyFile,
    TooSoon,
    WrongPassphrase,
)
from desktop.vault.tries import Tries
from desktop.windows.banner import Banner
from desktop.windows.buttons import PLAIN, PRIMARY, Button
from desktop.windows.card import Card
from desktop.windows.choice import ChoiceField
from desktop.windows.labels import Label
from desktop.windows.language_choice import LanguageChoice
from desktop.windows.layouts import Column, Flow, Row, centred, scrolled
from desktop.windows.look import follow, px
from desktop.windows.passphrase import PassphraseField
from desktop.windows.when import near
from desktop.windows.worker import Background, Progress
from desktop.world import World

WIDE = 380
RESTORABLE = (DataDamaged, DataMissing, KeyFileDamaged, OlderKeyFile)
"""Refusals out of which a backup leads."""


def open_vault(folder: Path, who: str, passphrase: str, world: World, progress: Progress) -> Any:
    """Unlock and open the centre; run by the worker."""
    from desktop.centre import open_centre
    from desktop.vault.vault import Vault

    return open_centre(Vault.unlock(folder, who, passphrase, world=world, progress=progress), world)


class Unlock(QWidget):
    """The card in the middle; `opened` hands on the open centre."""

    opened = Signal(object)
    picked = Signal(str)
    """Another language."""
    forgot = Signal()
    other = Signal()
    """Another vault is wanted."""
    restore = Signal()

    def __init__(self, folder: Path, world: World, background: Background, last_worker: str = "") -> None:
        """`last_worker`: the identifier of whoever is proposed, if she may still unlock."""
        super().__init__()
        self.folder, self._world, self._background = folder, world, background
        self._last_worker = last_worker
        self._names: list[str] = []
        self._proposed = ""
        self.banner = Banner("red")
        self.last = Label("", "quiet")
        self.practice = Label("", "second", ink="amber", wrap=True)
        self.practice.hide()
        self.worker = ChoiceField("worker", N_("Worker"), lambda: [(name, name) for name in self._names])
        self.passphrase = PassphraseField("passphrase", N_("Passphrase"))
        self.button = Button(N_("Unlock"), PRIMARY, do=self.unlock)
        self.languages = LanguageChoice()
        self.languages.picked.connect(self.picked)
        self._wait = QTimer(self, singleShot=True)
        self._wait.timeout.connect(self._may_try)
        self.passphrase.edit.returnPressed.connect(self.unlock)
        self._lay_out()
        follow(self.dress)

    def dress(self) -> None:
        """Take the widths of the look in use."""
        self._card.setFixedWidth(px(WIDE))
        self.banner.setFixedWidth(px(WIDE))

    @cached_property
    def _restore(self) -> Button:
        """The way out in the banner, where a backup is one."""
        return self.banner.offer(N_("Restore from a backup"), self.restore.emit)

    def showEvent(self, event: QShowEvent) -> None:
        """Read who can unlock only after the window stands: the door opens at once."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self.read_workers)

    def read_workers(self) -> None:
        """Fill in who can unlock, and say when the vault was used last."""
        from desktop.vault.head import HEAD
        from desktop.vault.keyfile import read_keys

        try:
            if not self.folder.exists():
                raise FileNotFoundError
            keys = read_keys(self.folder)[0]
            self._names = [slot.name for slot in keys.slots]
            self._proposed = next((slot.name for slot in keys.slots if slot.id.hex == self._last_worker), "")
            if keys.practice:
                self.practice.say(N_("Practice with invented data. Passphrase: {words}"), words=PASSPHRASE)
                self.practice.show()
        except Problem as problem:
            self._refuse(problem)
        except OSError:
            self._restore.show()
            self.banner.say(N_("The folder is not there. Is the stick in?"), tone="red")
        self.button.setEnabled(bool(self._names))
        self.worker.refill()
        if not self.worker.value() and self._names:
            self.worker.set_value(self._proposed or self._names[0])
        head = self.folder / HEAD
        if head.exists():
            used = self._world.desk(datetime.fromtimestamp(head.stat().st_mtime, UTC))
            self.last.say(N_("Last time: {when}"), when=near(used, self._world.here()))
        self.last.setVisible(head.exists())
        self.passphrase.focus()

    def unlock(self) -> None:
        """Try the passphrase."""
        if not self.button.isEnabled() or self.passphrase.check() or self.worker.check():
            return
        self.banner.hide()
        self._busy(True)
        who, words, folder, world = self.worker.value(), self.passphrase.value(), self.folder, self._world
        self._background.run(
            lambda progress: open_vault(folder, who, words, world, progress),
            self._unlocked,
            self._refuse,
            counts=True,
        )

    def _lay_out(self) -> None:
        self._card = Card(margins=(28, 26, 28, 24), gap=12, radius=10)
        row = Row(gap=8)
        row.addWidget(self.passphrase.show_it)
        row.addStretch(1)
        row.addWidget(self.passphrase.caps)
        foot = Row()
        foot.addStretch(1)
        foot.addWidget(self.button)
        for widget in (Label(N_("Unlock"), "title"), self.last, self.practice, self.worker, self.passphrase):
            self._card.column.addWidget(widget)
        self._card.column.addLayout(row)
        self._card.column.addLayout(foot)
        middle = QWidget()
        column = Column(middle, gap=16, margins=20)
        column.addStretch(2)
        column.addLayout(centred(self.banner))
        column.addLayout(centred(self._card))
        column.addStretch(3)
        links = QWidget()
        flow = Flow(links, gap=4, right=True)
        flow.addWidget(Button(N_("Another vault"), PLAIN, do=self.other.emit))
        flow.addWidget(Button(N_("Forgot the passphrase"), PLAIN, do=self.forgot.emit))
        bottom = Row(gap=12, margins=(20, 8, 20, 16))
        bottom.addWidget(self.languages, 0, Qt.AlignmentFlag.AlignTop)
        bottom.addWidget(links, 1)
        page = Column(self, gap=0)
        page.addWidget(scrolled(middle), 1)
        page.addLayout(bottom)

    def _busy(self, busy: bool) -> None:
        self.button.setEnabled(not busy)
        self.button.say(N_("Checking the vault\u2026") if busy else N_("Unlock"))
        self.passphrase.edit.setReadOnly(busy)

    def _unlocked(self, centre: object) -> None:
        self._busy(False)
        self.passphrase.clear()
        self.opened.emit(centre)

    def _refuse(self, problem: Problem) -> None:
        self._busy(False)
        if isinstance(problem, WrongPassphrase | TooSoon):
            self._refuse_passphrase(problem)
        else:
            self._restore.setVisible(isinstance(problem, RESTORABLE))
            self.banner.tell(problem)

    def _refuse_passphrase(self, problem: Problem) -> None:
        self.passphrase.show_problem(problem)
        self.passphrase.edit.selectAll()
        self.passphrase.focus()
        locale = QGuiApplication.inputMethod().locale()
        if locale.nativeLanguageName():
            self.last.say(N_("Keyboard: {language}"), language=locale.nativeLanguageName())
            self.last.show()
        seconds = Tries(self.folder, self._world).seconds_left()
        if seconds:
            self.passphrase.show_problem(Problem(N_("You can try again in {n} s."), n=seconds))
            self.button.setEnabled(False)
            self._wait.start(seconds * 1000)

    def _may_try(self) -> None:
        self.passphrase.show_problem(None)
        self.button.setEnabled(True)
        self.passphrase.focus()

"""Sealing a yearly report: its receiver, and the passphrase once more; under it what was sealed before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from desktop.language import N_, OWN_NAMES, Language, _, chosen
from desktop.problems import Problem
from desktop.protocol.papers import PaperRow
from desktop.windows.buttons import PLAIN, PRIMARY, Button
from desktop.windows.card import Card
from desktop.windows.desk import Desk
from desktop.windows.fields import TextField
from desktop.windows.form import Form, Group
from desktop.windows.labels import Label, text
from desktop.windows.layouts import Column, Row, clear

DIGEST = 8


class SealCard(Card):
    """The last thing on the report's page."""

    wanted = Signal(str, str)
    """(passphrase, receiver)."""
    retold = Signal()
    """The receiver is another now."""

    def __init__(self) -> None:
        super().__init__(margins=(16, 12, 16, 14), gap=8)
        self.passphrase = TextField("passphrase", N_("Your passphrase, once more"), required=True)
        self.passphrase.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.receiver = TextField("receiver", N_("Receiver"), hint=N_("Empty: all parties"))
        self.form = Form([Group("", [[(self.receiver, 12)], [(self.passphrase, 12)]])])
        self.button = Button(N_("Seal"), PRIMARY, icon="shield", key="Ctrl+Enter", do=self._ask)
        self._told, self._busy = "", False
        self.column.addWidget(Label(N_("Seal the report"), "card"))
        self.column.addWidget(self.form)
        row = Row(gap=8)
        row.addStretch(1)
        row.addWidget(self.button)
        self.column.addLayout(row)
        self.receiver.edit.editingFinished.connect(self._retell)

    def told(self) -> str:
        """The receiver as it stands."""
        return self.receiver.value() or ""

    def ready(self, is_ready: bool) -> None:
        """Whether there is something to seal; while one is being sealed, nothing else is."""
        self.button.setEnabled(is_ready and not self._busy)

    def refuse(self, problem: Problem) -> None:
        """It was not sealed; a problem with the passphrase or the receiver stands at its field."""
        self._busy = False
        self.button.setEnabled(True)
        if problem.field in self.form.fields:
            self.form.show_problems([problem])

    def done(self) -> None:
        """It was sealed: the passphrase is gone at once."""
        self._busy = False
        self.form.put({"passphrase": None})
        self.button.setEnabled(True)

    def _retell(self) -> None:
        if self.told() != self._told:
            self._told = self.told()
            self.retold.emit()

    def _ask(self) -> None:
        if not self.form.check():
            self._busy = True
            self.button.setEnabled(False)
            self.wanted.emit(str(self.form.values()["passphrase"]), self.told())


class SealedCard(Card):
    """The reports of a year that were sealed, the newest first."""

    def __init__(self, desk: Desk, write: Callable[[PaperRow], object]) -> None:
        super().__init__(margins=(16, 12, 12, 12), gap=6)
        self._desk, self._write = desk, write
        self.column.addWidget(Label(N_("Sealed"), "card"))
        self._rows = Column(gap=6)
        self.column.addLayout(self._rows)

    def put(self, rows: Sequence[PaperRow]) -> None:
        """Number, language, when and by whom, fingerprint, and whether a later one took its place."""
        clear(self._rows)
        for row in rows:
            line, words = Row(gap=8), Column(gap=1)
            language = OWN_NAMES[Language(row.language).locale]
            when = chosen().moment(self._desk.centre.world.desk(row.made_at))
            replaced = _("Replaced by a later one") if row.superseded_by_id else ""
            second = (when, row.made_by, row.receiver, row.digest[:DIGEST], replaced)
            words.addWidget(text(f"{row.number} \u00b7 {language}", "medium", wrap=True))
            words.addWidget(text(" \u00b7 ".join(filter(None, second)), "second", wrap=True))
            line.addLayout(words, 1)
            button = Button(N_("Save a copy"), PLAIN, do=partial(self._write, row))
            button.setAccessibleName(f"{button.accessibleName()}: {row.number}, {language}")
            line.addWidget(button)
            self._rows.addLayout(line)
        if not rows:
            self._rows.addWidget(Label(N_("No report of this year was sealed yet."), "quiet", wrap=True))

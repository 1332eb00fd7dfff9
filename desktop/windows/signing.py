"""Signing: receiver, the director's own words, and the passphrase once more, before the seal is put."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QLineEdit

from desktop.language import N_
from desktop.problems import Problem
from desktop.summaries.summary import NOTE_LENGTH
from desktop.windows.buttons import PRIMARY, Button
from desktop.windows.card import Card
from desktop.windows.desk import Desk
from desktop.windows.fields import LongTextField, TextField
from desktop.windows.form import Form, Group
from desktop.windows.labels import Label
from desktop.windows.layouts import Row


class SignCard(Card):
    """The last thing on the summary's page."""

    wanted = Signal(str, str, str)
    """(passphrase, receiver, note)."""
    retold = Signal()
    """Receiver or note are others now: the paper is to be drawn again."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(margins=(16, 12, 16, 14), gap=8)
        profile = desk.centre.profile_log.profile()
        self.passphrase = TextField("passphrase", N_("Your passphrase, once more"), required=True)
        self.passphrase.edit.setEchoMode(QLineEdit.EchoMode.Password)
        note = LongTextField("note", N_("The director's own words"), lines=2, hint="")
        self._usual, self._busy = profile.receiver, False
        receiver = TextField("receiver", N_("Receiver"))
        self.form = Form([
            Group("", [[(receiver, 12)], [(note, 12)], [(self.passphrase, 12)]])
        ])  # fmt: skip
        self._receiver, self._note = receiver, note
        self._told = ("", "")
        self.address(usual=True)
        receiver.edit.editingFinished.connect(self._retell)
        note.edit.installEventFilter(self)
        self.button = Button(N_("Sign"), PRIMARY, icon="shield", key="Ctrl+Enter", do=self._ask)
        self.column.addWidget(Label(N_("Sign"), "card"))
        self.column.addWidget(self.form)
        for words in (
            N_("It is not a qualified electronic signature and does not replace one."),
            N_("After signing you choose where the file is saved, on a USB stick for example."),
        ):
            self.column.addWidget(Label(words, "second", wrap=True))
        row = Row(gap=8)
        row.addStretch(1)
        row.addWidget(self.button)
        self.column.addLayout(row)

    def told(self) -> tuple[str, str]:
        """Receiver and note as they stand."""
        return self._receiver.value() or "", self._note.value() or ""

    def address(self, *, usual: bool) -> None:
        """Name the usual receiver, or none: a paper for a meeting is for all who sit there."""
        if self._receiver.edit.text().strip() in ("", self._usual):
            self.form.put({"receiver": self._usual if usual else ""})
            self._receiver.edit.setCursorPosition(0)
        self._told = self.told()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The note is told when it is left."""
        if event.type() == QEvent.Type.FocusOut:
            self._retell()
        return super().eventFilter(watched, event)

    def _retell(self) -> None:
        if self.told() != self._told:
            self._told = self.told()
            self.retold.emit()

    def ready(self, is_ready: bool) -> None:
        """Whether there is something to sign; while a paper is being signed, nothing else is."""
        self.button.setEnabled(is_ready and not self._busy)

    def refuse(self, problem: Problem) -> None:
        """It was not signed: say why."""
        self._busy = False
        self.button.setEnabled(True)
        problem.field = problem.field if problem.field in self.form.fields else "passphrase"
        self.form.show_problems([problem])

    def done(self) -> None:
        """It was signed: the passphrase is gone at once."""
        self._busy = False
        self.form.put({"passphrase": None, "note": ""})
        self._told = self.told()
        self.button.setEnabled(True)

    def _ask(self) -> None:
        if self.form.check():
            return
        told = self.form.values()
        if len(told["note"] or "") > NOTE_LENGTH:
            sentence = N_("The text is too long. Characters allowed: {n}")
            self.form.show_problems([Problem(sentence, field="note", n=NOTE_LENGTH)])
            return
        self._busy = True
        self.button.setEnabled(False)
        self.wanted.emit(str(told["passphrase"]), told["receiver"] or "", told["note"] or "")

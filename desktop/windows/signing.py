"""Signing: receiver, the director's own words, and the passphrase once more, before the seal is put."""

from __future__ import annotations

from PySide6.QtCore import Signal
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

    def __init__(self, desk: Desk) -> None:
        super().__init__(margins=(16, 12, 16, 14), gap=8)
        profile = desk.centre.profile_log.profile()
        self.passphrase = TextField("passphrase", N_("Your passphrase, once more"), required=True)
        self.passphrase.edit.setEchoMode(QLineEdit.EchoMode.Password)
        note = LongTextField("note", N_("The director's own words"), lines=2, hint="")
        self.form = Form([
            Group("", [[(TextField("receiver", N_("Receiver")), 12)], [(note, 12)], [(self.passphrase, 12)]])
        ])  # fmt: skip
        self.form.put({"receiver": profile.receiver})
        self.button = Button(N_("Sign"), PRIMARY, icon="shield", key="Ctrl+Enter", do=self._ask)
        self.column.addWidget(Label(N_("Sign"), "card"))
        self.column.addWidget(self.form)
        self.column.addWidget(
            Label(N_("It is not a qualified electronic signature and does not replace one."), "second", wrap=True)
        )
        row = Row(gap=8)
        row.addStretch(1)
        row.addWidget(self.button)
        self.column.addLayout(row)

    def ready(self, is_ready: bool) -> None:
        """Whether there is something to sign."""
        self.button.setEnabled(is_ready)

    def refuse(self, problem: Problem) -> None:
        """It was not signed: say why."""
        self.button.setEnabled(True)
        problem.field = problem.field if problem.field in self.form.fields else "passphrase"
        self.form.show_problems([problem])

    def done(self) -> None:
        """It was signed: the passphrase is gone at once."""
        self.form.put({"passphrase": None, "note": ""})
        self.button.setEnabled(True)

    def _ask(self) -> None:
        if self.form.check():
            return
        told = self.form.values()
        if len(told["note"] or "") > NOTE_LENGTH:
            sentence = N_("The text is too long. Characters allowed: {n}")
            self.form.show_problems([Problem(sentence, field="note", n=NOTE_LENGTH)])
            return
        self.button.setEnabled(False)
        self.wanted.emit(str(told["passphrase"]), told["receiver"] or "", told["note"] or "")

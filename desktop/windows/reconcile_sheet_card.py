"""Whom a sheet is for, whether it names persons, and its seal: the last thing before it leaves the house."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from desktop.language import N_
from desktop.problems import Problem
from desktop.windows.banner import Banner
from desktop.windows.buttons import PRIMARY, Button
from desktop.windows.card import Card
from desktop.windows.fields import TextField
from desktop.windows.form import Form, Group
from desktop.windows.labels import Label
from desktop.windows.layouts import Row
from desktop.windows.passphrase import Tick

WARNING = N_(
    "The annex names people. It is only for a receiver who has the right to see these names; that you said so is kept."
)


class SheetCard(Card):
    """At the right of the sheet's preview."""

    sealed = Signal(str)
    """The passphrase, once more."""
    saved = Signal()
    """The draft is to be saved."""
    retold = Signal()
    """Receiver or names are others now: the paper is to be drawn again."""

    def __init__(self) -> None:
        super().__init__(margins=(16, 12, 16, 14), gap=8)
        self.receiver = TextField("receiver", N_("Receiver"))
        self.form = Form([Group("", [[(self.receiver, 12)]])])
        self.names = Tick(N_("Name persons in an annex"))
        self.warning = Banner("amber")
        self.passphrase = TextField("passphrase", N_("Your passphrase, once more"), required=True)
        self.passphrase.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.seal_form = Form([Group("", [[(self.passphrase, 12)]])])
        self.seal_button = Button(N_("Seal and save"), PRIMARY, icon="shield", key="Ctrl+Enter", do=self._seal)
        self.draft_button = Button(N_("Save the draft"), PRIMARY, icon="file", key="Ctrl+Enter", do=self.saved.emit)
        self._not_qualified = Label(
            N_("It is not a qualified electronic signature and does not replace one."), "second", wrap=True
        )
        self._told, self._busy = self.told(), False
        row = Row(gap=8)
        row.addStretch(1)
        row.addWidget(self.draft_button)
        row.addWidget(self.seal_button)
        self.column.addWidget(Label(N_("What leaves the house"), "card"))
        for part in (self.form, self.names, self.warning, self.seal_form, self._not_qualified):
            self.column.addWidget(part)
        self.column.addLayout(row)
        self.receiver.edit.editingFinished.connect(self._retell)
        self.names.toggled.connect(self._ticked)
        self.stand(is_agreed=False)

    def told(self) -> tuple[str, bool]:
        """The receiver, and whether persons are named; never without a receiver."""
        receiver = str(self.receiver.value() or "")
        return receiver, self.names.isChecked() and bool(receiver)

    def put(self, receiver: str, names: bool) -> None:
        """What was chosen before."""
        self.form.put({"receiver": receiver})
        self.names.setChecked(names)
        self._told = self.told()

    def stand(self, *, is_agreed: bool) -> None:
        """Offer the seal for what both sides agreed on, and a draft for anything else; a draft never names anybody."""
        for widget in (self.names, self.seal_form, self._not_qualified, self.seal_button):
            widget.setVisible(is_agreed)
        self.draft_button.setVisible(not is_agreed)

    def ready(self, is_ready: bool) -> None:
        """Whether there is something to seal; while a paper is being sealed, nothing else is."""
        for button in (self.seal_button, self.draft_button):
            button.setEnabled(is_ready and not self._busy)

    def refuse(self, problem: Problem) -> None:
        """It was not sealed: say why."""
        self._busy = False
        self.ready(True)
        if problem.field == "receiver":
            self.form.show_problems([problem])
        else:
            problem.field = "passphrase"
            self.seal_form.show_problems([problem])

    def done(self) -> None:
        """It was sealed: the passphrase is gone at once."""
        self._busy = False
        self.seal_form.put({"passphrase": None})
        self.ready(True)

    def _ticked(self, on: bool) -> None:
        self.receiver.require(on)
        if on:
            self.warning.say(WARNING)
        else:
            self.warning.hide()
            self.receiver.show_problem(None)
        if on and not self.told()[0]:
            self.receiver.show_problem(Problem(N_("Name the receiver who may see the names."), field="receiver"))
            self.receiver.focus()
        self._retell()

    def _retell(self) -> None:
        if self.told() != self._told:
            self._told = self.told()
            self.retold.emit()

    def _seal(self) -> None:
        if self.form.check() or self.seal_form.check():
            return
        self._busy = True
        self.ready(False)
        self.sealed.emit(str(self.passphrase.value()))

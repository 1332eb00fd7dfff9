"""Signing: receiver, the director's own words, and the passphrase once more, before the seal is put.

Whoever does not lead the centre hands it to the director first; what is typed is kept, the passphrase never.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.language import N_, _
from desktop.problems import Problem
from desktop.records.handover_log import HandoverDraft
from desktop.records.staff import LEADING
from desktop.summaries.summary import NOTE_LENGTH
from desktop.windows.buttons import OUTLINED, PRIMARY, Button
from desktop.windows.card import Card
from desktop.windows.desk import Desk
from desktop.windows.fields import LongTextField, TextField
from desktop.windows.form import Form, Group
from desktop.windows.labels import Label
from desktop.windows.layouts import Flow

FORM = "summaries"
"""What its draft is called."""


class SignCard(Card):
    """The last thing on the summary's page."""

    wanted = Signal(str, str, str)
    """(passphrase, receiver, note)."""
    retold = Signal()
    """Receiver or note are others now: the paper is to be drawn again."""

    def __init__(self, desk: Desk, paper: Callable[[], tuple[str, dict[str, Any]]]) -> None:
        super().__init__(margins=(16, 12, 16, 14), gap=8)
        self._desk, self._paper = desk, paper
        profile = desk.centre.profile_log.profile()
        self.passphrase = TextField("passphrase", N_("Your passphrase, once more"), required=True)
        self.passphrase.edit.setEchoMode(QLineEdit.EchoMode.Password)
        note = LongTextField("note", N_("The director's own words"), lines=2, hint="")
        self._usual, self._busy = profile.receiver, False
        receiver = TextField("receiver", N_("Receiver"))
        group = Group("", [[(receiver, 12)], [(note, 12)], [(self.passphrase, 12)]])
        self.form = Form([group], keep=self._keep)
        self._receiver, self._note = receiver, note
        self._told = ("", "")
        self.address(usual=True)
        receiver.edit.editingFinished.connect(self._retell)
        note.edit.installEventFilter(self)
        leads = desk.centre.worker.role in LEADING
        done, prepared = "Ctrl+Enter", N_("Prepared: hand to the director")
        self.hand_button = Button(prepared, PRIMARY, key="" if leads else done, do=self.hand_over)
        kind, key = (PRIMARY, done) if leads else (OUTLINED, "")
        self.button = Button(N_("Sign"), kind, icon="shield", key=key, do=self._ask)
        self.column.addWidget(Label(N_("Sign"), "card"))
        self.column.addWidget(self.form)
        for words in (
            N_("It is not a qualified electronic signature and does not replace one."),
            N_("After signing you choose where the file is saved, on a USB stick for example."),
        ):
            self.column.addWidget(Label(words, "second", wrap=True))
        acts = QWidget()
        flow = Flow(acts, gap=8, right=True)
        for button in (self.button, self.hand_button):
            flow.addWidget(button)
        self.column.addWidget(acts)
        self.hand_button.setVisible(not leads)

    def told(self) -> tuple[str, str]:
        """Receiver and note as they stand."""
        return self._receiver.value() or "", self._note.value() or ""

    @property
    def is_typed(self) -> bool:
        """Whether something stands there that the centre's settings do not say."""
        receiver, note = self.told()
        return bool(note) or receiver not in ("", self._usual)

    def put_back(self) -> dict[str, Any]:
        """Show what was half typed before; given back is all that was kept, which paper too."""
        kept = self._desk.centre.drafts.of(FORM, None, self._desk.centre.worker)
        if kept is None:
            return {}
        self.form.put({name: kept.fields.get(name, "") for name in ("receiver", "note")})
        self._told = self.told()
        return dict(kept.fields)

    def hand_over(self) -> None:
        """Leave word with the director that the paper is ready to be signed; else with whoever comes next."""
        centre = self._desk.centre
        leader = centre.staff.leader(but=centre.worker)
        words = (_("The summary is prepared. It waits to be looked at and signed."), self._paper()[0], *self.told())
        try:
            note = HandoverDraft("\n".join(filter(None, words)), leader.id if leader else None)
            centre.handovers.write(note, centre.worker)
        except Problem as problem:
            self.form.refuse(problem, self._desk.tell)
            return
        self._forget()
        self._desk.kept(N_("Handed to the director."))

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
        self._forget()
        self.button.setEnabled(True)

    def _keep(self, _raw: dict[str, Any]) -> bool:
        """Keep receiver and note with the paper they are for, while something of them was typed; nothing else."""
        if not self.is_typed:
            self._desk.drop_draft(FORM, None)
            return True
        words, choices = self._paper()
        receiver, note = self.told()
        return self._desk.keep_draft(FORM, None, {"receiver": receiver, "note": note, **choices}, words)

    def _forget(self) -> None:
        self.form.forget()
        self._desk.drop_draft(FORM, None)

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

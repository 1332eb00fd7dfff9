"""A new worker with a passphrase of her own, and one's own passphrase changed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.language import N_, _, chosen
from desktop.problems import Problem
from desktop.records.staff import StaffDraft, passphrase_problems
from desktop.records.vocabulary import WORKER_ROLES
from desktop.vault.refusals import TooSoon, WrongPassphrase
from desktop.windows.buttons import PLAIN, Button
from desktop.windows.card import Card
from desktop.windows.centre_page import CentrePage
from desktop.windows.choice import ChoiceField
from desktop.windows.desk import Desk
from desktop.windows.fields import TextField
from desktop.windows.form import Group
from desktop.windows.labels import Label, text
from desktop.windows.layouts import Row
from desktop.windows.offered_lists import said
from desktop.windows.passphrase import PassphraseField
from desktop.wordlist import offered_passphrase


class SixWords(Card):
    """Six words drawn by chance, offered as a passphrase."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(tone="accent", gap=6)
        self._world = desk.centre.world
        self.words = text("", "name", wrap=True)
        self.words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.words.setAccessibleName(_(N_("Six words")))
        head = Row(gap=8)
        head.addWidget(Label(N_("Six words, drawn by chance"), "label", wrap=True), 1)
        head.addWidget(Button(N_("Others"), PLAIN, do=self.offer))
        self.column.addLayout(head)
        self.column.addWidget(self.words)
        self.column.addWidget(
            Label(N_("Write them on paper until you know them, then destroy the paper."), "second", wrap=True)
        )
        self.offer()

    def offer(self) -> None:
        """Draw six other words."""
        self.words.put(offered_passphrase(self._world.chance, chosen().locale))


class SecretPage(CentrePage):
    """A page with a new passphrase, typed twice."""

    SECRET = True

    def new_words(self) -> list[tuple[PassphraseField, int]]:
        """The two fields of the new passphrase."""
        self.new = PassphraseField("new", N_("New passphrase"), required=True)
        self.again = PassphraseField("again", N_("The same once more"), required=True)
        return [(self.new, 6), (self.again, 6)]

    def above(self) -> QWidget:
        """The six words."""
        return SixWords(self.desk)

    def below(self) -> QWidget:
        """Whether what is typed may be seen."""
        box = QWidget()
        row = Row(box, gap=12)
        row.addWidget(self.new.show_it)
        row.addStretch(1)
        row.addWidget(self.new.caps)
        self.new.show_it.toggled.connect(self.again.show_it.setChecked)
        return box

    def look_through(self, told: dict[str, Any]) -> None:
        """Long enough, and twice the same."""
        for problem in passphrase_problems(told["new"], "new"):
            raise problem
        if told["new"] != told["again"]:
            raise Problem(N_("The two are not the same."), field="again")

    def done(self) -> None:
        """Forget the words before going back."""
        self.keep_now()
        super().done()

    def keep_now(self) -> None:
        """A passphrase is never kept: forget it."""
        for field in self.form.fields.values():
            if isinstance(field, PassphraseField):
                field.clear()


class WorkerPage(SecretPage):
    """A worker is let in."""

    NAME = "worker"
    HEADING = N_("Add a worker")
    SAVE = N_("Add")

    def groups(self) -> list[Group]:
        """Who, what she does, her passphrase."""
        return [
            Group("", [
                [(TextField("name", N_("Name of the worker"), required=True), 12)],
                [(ChoiceField("role", N_("Role"), said(WORKER_ROLES), required=True), 5),
                 (TextField("job_title", N_("Title, as it stands on papers")), 7)],
                self.new_words(),
            ])
        ]  # fmt: skip

    def begin(self) -> None:
        """Work with cases is usual."""
        self.form.put({"role": "cases"})

    def write(self, told: dict[str, Any]) -> None:
        """Give her the passphrase and write her down."""
        centre = self.desk.centre
        draft = StaffDraft(told["name"], told["role"], told["job_title"] or "", told["new"])
        centre.staff.add(draft, centre.worker)

    def saved(self) -> None:
        """Letting somebody in is taken back by removing her, not by undo."""
        name = self.form.fields["name"].value()
        self.done()
        self.desk.saved(N_("Worker added: {name}"), name=name)

    def refuse(self, problem: Problem) -> None:
        """The log calls the field `passphrase`."""
        if problem.field == "passphrase":
            problem.field = "new"
        super().refuse(problem)


class PassphrasePage(SecretPage):
    """One's own passphrase."""

    NAME = "passphrase"
    HEADING = N_("Change my passphrase")

    def groups(self) -> list[Group]:
        """The present one, then the new one."""
        present = PassphraseField("old", N_("Present passphrase"), required=True)
        return [Group("", [[(present, 6)], self.new_words()])]

    def write(self, told: dict[str, Any]) -> None:
        """Change it; the present one is proven first."""
        self.desk.centre.staff.change_passphrase(told["old"], told["new"])

    def saved(self) -> None:
        """There is no way back to the old one."""
        self.done()
        self.desk.saved(N_("The passphrase is changed."))

    def refuse(self, problem: Problem) -> None:
        """What is not about the new one is about the present one."""
        if isinstance(problem, WrongPassphrase | TooSoon):
            problem.field = "old"
        elif problem.field == "passphrase":
            problem.field = "new"
        super().refuse(problem)

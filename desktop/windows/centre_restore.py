"""The way back in three steps: choose a backup, open it beside and compare, then make it the present one."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.language import N_, _, chosen
from desktop.places import documents_folder
from desktop.problems import Problem
from desktop.records.tables import COUNTED
from desktop.vault.backup import BackupInfo, read_backup
from desktop.vault.restoring import counts, folder_beside, restore_beside, switch
from desktop.vault.vault import Vault
from desktop.windows.banner import Banner, ProgressCard
from desktop.windows.buttons import DANGER, OUTLINED, PLAIN, PRIMARY, Button
from desktop.windows.card import Card
from desktop.windows.centre_part import Question
from desktop.windows.choice import ChoiceField
from desktop.windows.desk import Desk, Screen
from desktop.windows.form import Form, Group
from desktop.windows.labels import Label, text
from desktop.windows.layouts import Column, Grid, Row, clear, scrolled
from desktop.windows.look import follow, px
from desktop.windows.passphrase import PassphraseField
from desktop.windows.pill import GOOD, Pill
from desktop.windows.window_name import title
from desktop.windows.worker import Progress

WIDE = 860


class RestorePage(Screen):
    """The page of the three steps."""

    NAME = "restore"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.info: BackupInfo | None = None
        self.restored: Vault | None = None
        self.banner, self.question = Banner("red"), Question()
        self.choose_card, self.open_card, self.compare_card = Card(gap=10), Card(gap=10), Card(gap=10)
        self.choose_button = Button(N_("Choose a file"), PRIMARY, icon="file", do=self.choose_file)
        self._told = Column(gap=8)
        self.worker = ChoiceField("worker", N_("Worker"), self._workers, required=True)
        self.passphrase = PassphraseField("passphrase", N_("Passphrase of that time"), required=True)
        self.form = Form([Group("", [[(self.worker, 6), (self.passphrase, 6)]])])
        self.open_button = Button(N_("Open it beside"), PRIMARY, key="Ctrl+Enter", do=self.open_beside)
        self.use_button = Button(N_("Use this one"), DANGER, do=self.ask)
        self._numbers = Grid(gap=8)
        self._build()

    def dress(self) -> None:
        """Take the width of the look in use."""
        self._body.setMaximumWidth(px(WIDE))

    def choose_file(self) -> None:
        """Ask which backup."""
        dialog = QFileDialog(self, title(), str(documents_folder()))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([f"{_('Backups')} (*.liepa-backup)", "* (*)"])
        dialog.fileSelected.connect(lambda path: self.look_at(Path(path)))
        dialog.open()

    def look_at(self, path: Path) -> None:
        """Read what the backup says of itself."""
        self.banner.hide()
        self.desk.background.run(lambda: read_backup(path), self._looked, self.banner.tell)

    def open_beside(self) -> None:
        """Lay it into a folder of its own beside the present vault, unlock it there and count."""
        if self.info is None or self.form.check():
            return
        info, present, world = self.info, self.desk.centre.vault, self.desk.centre.world
        who, words = self.worker.value(), self.passphrase.value()
        folder = folder_beside(present.folder, info)

        def job(progress: Progress) -> tuple[Vault, dict[str, int], dict[str, int]]:
            try:
                restore_beside(info.path, folder, progress)
                restored = Vault.unlock(folder, who, words, world=world, progress=progress)
            except BaseException:
                shutil.rmtree(folder, ignore_errors=True)
                raise
            return restored, counts(present), counts(restored)

        self._run(job, self._opened, N_("Opening the backup beside\u2026"))

    def ask(self) -> None:
        """Ask before the present data give way."""
        self.question.ask(
            N_("Use the backup in place of the present data?"),
            N_("What was entered since then is no longer shown. The present file stays in the vault's folder."),
            N_("Use this one"),
            self.use,
        )

    def use(self) -> None:
        """Make the restored data the present ones, then lock: the vault opens anew."""
        restored, present = self.restored, self.desk.centre.vault
        if restored is None:
            return
        self._run(lambda progress: switch(restored, present.folder, present=present, progress=progress), self._switched,
                  N_("Restoring\u2026"))  # fmt: skip

    def keep_now(self) -> None:
        """Leave the restored vault behind, locked and taken away again; what was compared is known by now."""
        self.passphrase.clear()
        restored, self.restored = self.restored, None
        if restored is not None:
            restored.lock()
            shutil.rmtree(restored.folder, ignore_errors=True)

    def first(self) -> QWidget:
        """The first thing to do."""
        return self.choose_button

    def _looked(self, info: BackupInfo) -> None:
        self.info = info
        clear(self._told)
        here = self.desk.centre
        row = Row(gap=10)
        row.addWidget(text(info.path.name, "medium", wrap=True), 1)
        row.addWidget(Pill(GOOD, N_("Readable")))
        self._told.addLayout(row)
        for msgid, values in (
            (N_("Made: {when}"), {"when": chosen().moment(here.world.desk(info.made))}),
            (N_("Size: {n} MB"), {"n": chosen().number(info.size / 1_000_000, 1)}),
            (N_("Changes in it: {n}"), {"n": chosen().number(info.changes)}),
        ):
            self._told.addWidget(Label(msgid, "body", wrap=True, **values))
        self.choose_button.set_kind(OUTLINED)
        self.choose_button.say(N_("Choose another file"))
        self.worker.refill()
        if here.worker.name in info.workers:
            self.worker.set_value(here.worker.name)
        is_ours = info.store_id == here.vault.store_id
        if not is_ours:
            self.banner.tell(Problem(N_("This backup is of another vault. Open it from the first screen.")))
        self.open_card.setVisible(is_ours)
        self.compare_card.hide()

    def _opened(self, found: tuple[Vault, dict[str, int], dict[str, int]]) -> None:
        self.restored, present, restored = found
        clear(self._numbers)
        for column, head in enumerate((N_("Records"), N_("Now"), N_("In the backup"))):
            self._numbers.addWidget(Label(head, "label"), 0, column)
        for row, (table, name) in enumerate(COUNTED.items(), 1):
            here, there = present.get(table, 0), restored.get(table, 0)
            self._numbers.addWidget(Label(name, "body"), row, 0)
            self._numbers.addWidget(text(chosen().number(here)), row, 1)
            differs = "amber" if there < here else ""
            self._numbers.addWidget(text(chosen().number(there), "strong", ink=differs), row, 2)
        self._numbers.setColumnStretch(3, 1)
        self.open_card.hide()
        self.compare_card.show()

    def _switched(self, _answer: Any) -> None:
        self.keep_now()
        self.desk.back()
        self.desk.lock()

    def _workers(self) -> list[tuple[str, str]]:
        return [(name, name) for name in self.info.workers] if self.info else []

    def _run(self, job: Any, done: Any, what: str) -> None:
        self.banner.hide()
        errand = self.desk.background.run(job, done, self._refuse, counts=True, lasts=True)
        if not errand.is_over:
            ProgressCard(self, errand, what)

    def _refuse(self, problem: Problem) -> None:
        for rest in self.form.show_problems([problem]):
            self.banner.tell(rest)

    def _build(self) -> None:
        head = Row(gap=12)
        head.addWidget(Label(N_("Restore from a backup"), "title", wrap=True), 1)
        head.addWidget(Button(N_("Close"), PLAIN, key="Esc", do=self.desk.back))
        self._step(self.choose_card, N_("1. Choose the backup"), self._told, self.choose_button)
        self._step(self.open_card, N_("2. Open it beside and compare"), self.form, self.open_button)
        self._step(self.compare_card, N_("3. Compare, then decide"), self._numbers, self.use_button)
        self.open_card.hide()
        self.compare_card.hide()
        body = QWidget()
        column = Column(body, gap=14)
        column.addWidget(
            Label(N_("Nothing present is overwritten: the backup is laid beside it first."), "quiet", wrap=True)
        )
        for widget in (self.banner, self.choose_card, self.open_card, self.compare_card, self.question):
            column.addWidget(widget)
        column.addStretch(1)
        self._body = body
        follow(self.dress)
        page = Column(self, gap=12, margins=(24, 14, 24, 16))
        page.addLayout(head)
        page.addWidget(scrolled(body), 1)

    def _step(self, card: Card, title: str, inner: Any, button: Button) -> None:
        card.column.addWidget(Label(title, "card", wrap=True))
        if isinstance(inner, QWidget):
            card.column.addWidget(inner)
        else:
            card.column.addLayout(inner)
        row = Row(gap=8)
        row.addStretch(1)
        row.addWidget(button)
        card.column.addLayout(row)

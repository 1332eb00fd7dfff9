"""The last of the first steps: how the first worker signs, and where the second copy of everything goes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from desktop.language import N_
from desktop.places import documents_folder
from desktop.problems import Problem
from desktop.windows.buttons import OUTLINED, Button
from desktop.windows.card import Card
from desktop.windows.fields import TextField
from desktop.windows.labels import Label
from desktop.windows.layouts import Row
from desktop.windows.step import Beginning, Step
from desktop.windows.window_name import title
from desktop.windows.worker import Progress


class BackupStep(Step):
    """Job title and second place; both may be left for later."""

    title = N_("Worker and backups")
    heading = N_("First worker and backups")
    says = N_("Backups are encrypted like the data. A stick or a drive that is kept elsewhere is best.")
    next_word = N_("Begin")

    def __init__(self, beginning: Beginning) -> None:
        super().__init__(beginning)
        self.job_title = TextField("job_title", N_("Your title, as it stands on papers"), signs=24)
        self.folder = TextField("folder", N_("Second place for backups"), signs=30)
        row = Row(gap=8)
        row.addWidget(self.folder, 1)
        row.addWidget(Button(N_("Browse\u2026"), OUTLINED, do=self._choose), 0, Qt.AlignmentFlag.AlignBottom)
        card = Card(gap=14)
        card.column.addWidget(self.job_title)
        card.column.addLayout(row)
        card.column.addWidget(
            Label(N_("It may be left empty for now; you will be reminded until it is set."), "second", wrap=True)
        )
        self.column.addWidget(card)
        self.column.addStretch(1)

    def go_on(self, done: Callable[[], None]) -> None:
        """Write both down; make the first backup where a place was named."""
        centre, title, folder = self.beginning.centre, self.job_title.value() or "", self.folder.value() or ""
        if folder and not Path(folder).is_dir():
            self.folder.show_problem(Problem(N_("The folder is not there. Is the stick in?")))
            return
        self.run(lambda progress: settle(centre, title, folder, progress), lambda _a: done(), N_("Backing up\u2026"))

    def refuse(self, problem: Problem) -> None:
        """Show it under the place."""
        self.folder.show_problem(problem)

    def _choose(self) -> None:
        dialog = QFileDialog(self, title(), str(documents_folder()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.folder.set_raw)
        dialog.open()


def settle(centre: Any, title: str, folder: str, progress: Progress) -> None:
    """Write title and place down and make the first backup; run by the worker."""
    from desktop.records.centre_draft import CentreDraft
    from desktop.vault.backup import back_up

    by = centre.worker
    if title:
        centre.staff.amend(by.id, title, by)
    if folder:
        draft = CentreDraft.of(centre.profile_log.profile())
        centre.profile_log.amend(replace(draft, backup_folder=folder), by)
        report = back_up(centre.vault, Path(folder) / f"{centre.world.today():%Y-%m-%d}.liepa-backup", progress)
        centre.profile_log.backed_up(report.made, by)

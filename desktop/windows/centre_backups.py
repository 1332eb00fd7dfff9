"""The copies of the vault: when the last one was made, where they go, one made now, and the way back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from desktop.language import N_, _
from desktop.places import documents_folder
from desktop.problems import Problem
from desktop.records.centre_draft import CentreDraft
from desktop.vault.backup import BackupReport, back_up
from desktop.windows.buttons import OUTLINED, PRIMARY, Button
from desktop.windows.card import Card
from desktop.windows.centre_backup_days import BackupDays, days_with_backup
from desktop.windows.centre_part import Part, entry_row, plain
from desktop.windows.labels import Label
from desktop.windows.layouts import clear, line
from desktop.windows.pill import CONFIRM, GOOD, LATE, MISSING, Pill
from desktop.windows.when import near
from desktop.windows.window_name import title
from desktop.windows.worker import Progress

SUFFIX = ".liepa-backup"
DUE, OVERDUE = timedelta(days=2), timedelta(days=7)
"""How old the last copy may be before it is said in amber, and in red."""


class BackupsPart(Part):
    """Last copy and second place in words; back up, restore."""

    NAME = "backup"
    TITLE = N_("Backups")
    SAYS = N_("One encrypted file holds everything. Keep it elsewhere than this computer.")
    ICON = "disk"

    def build(self) -> None:
        """What to do, and how things stand."""
        self.now_button = self.action(Button(N_("Back up now"), PRIMARY, icon="disk", key="F6", do=self.back_up_now))
        if self.leads:
            self.action(Button(N_("Restore\u2026"), OUTLINED, icon="undo", do=lambda: self.desk.go("restore")))
        self._state = Card(gap=12)
        self.days, self._days_said = BackupDays(), Label("", "second", wrap=True)
        days = Card(gap=8)
        days.column.addWidget(self.days)
        days.column.addWidget(self._days_said)
        self.column.addWidget(self._state)
        self.column.addWidget(days)
        self.column.addWidget(
            Label(N_("A backup opens with the passphrases that held when it was made."), "second", wrap=True)
        )
        self.column.addStretch(1)

    def refresh(self) -> None:
        """Read again how things stand."""
        column, centre = self._state.column, self.desk.centre
        clear(column)
        self.days.put(centre.world.today(), days_with_backup(centre))
        self._days_said.put(self.days.words())
        profile, now = centre.profile_log.profile(), centre.world.here()
        pill, said = Pill(MISSING, N_("Missing")), _(N_("No backup was made yet."))
        if profile.last_backup_at is not None:
            made = centre.world.desk(profile.last_backup_at)
            old, said = now - made, _(N_("Last backup: {when}"), when=near(made, now))
            pill = Pill(GOOD, N_("Good"))
            if old > DUE:
                pill = Pill(LATE, N_("Too old")) if old > OVERDUE else Pill(CONFIRM, N_("Make a new one"))
        column.addLayout(entry_row(said, _(N_("Every backup is opened and read before it counts.")), pill=pill))
        column.addWidget(line())
        folder = profile.backup_folder
        is_there = bool(folder) and Path(folder).is_dir()
        place = Pill(GOOD, N_("There")) if is_there else Pill(CONFIRM, N_("Not there now") if folder else N_("Not set"))
        words = _(N_("Second place: {folder}"), folder=folder) if folder else _(N_("No second place is set."))
        hint = "" if is_there else _(N_("A stick or a drive that is kept elsewhere is best."))
        change = [plain(N_("Another place"), self.choose_folder, about=words)] if self.leads else []
        column.addLayout(entry_row(words, hint, *change, pill=place))

    def back_up_now(self) -> None:
        """Into the second place; where none is set, ask for the file and remember its folder."""
        folder = self.desk.centre.profile_log.profile().backup_folder
        name = f"{self.desk.centre.world.today():%Y-%m-%d}{SUFFIX}"
        if folder and Path(folder).is_dir():
            self.back_up(Path(folder) / name)
            return
        if folder:
            self.banner.tell(Problem(N_("The folder is not there. Is the stick in?")))
        dialog = QFileDialog(self, title(), str(documents_folder() / name))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX[1:])
        dialog.fileSelected.connect(lambda path: self.back_up(Path(path)))
        dialog.open()

    def back_up(self, target: Path) -> None:
        """Make the copy off the window's thread, and note it."""
        centre = self.desk.centre

        def job(progress: Progress) -> BackupReport:
            report = back_up(centre.vault, target, progress)
            if not centre.vault.read_only:
                remember(centre.profile_log.profile().backup_folder)
                centre.profile_log.backed_up(report.made, centre.worker)
            return report

        def remember(known: str) -> None:
            if not known:
                draft = CentreDraft.of(centre.profile_log.profile())
                centre.profile_log.amend(replace(draft, backup_folder=str(target.parent)), centre.worker)

        self.work(job, self._done, N_("Backing up\u2026"))

    def choose_folder(self) -> None:
        """Ask for another second place."""
        dialog = QFileDialog(self, title(), str(documents_folder()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.set_folder)
        dialog.open()

    def set_folder(self, folder: str) -> None:
        """Remember the second place."""
        log, by = self.desk.centre.profile_log, self.desk.centre.worker
        self.attempt(lambda: log.amend(replace(CentreDraft.of(log.profile()), backup_folder=folder), by))

    def _done(self, report: BackupReport) -> None:
        self.refresh()
        self.desk.signs()
        self.desk.saved(N_("The backup was opened and read: it is good."))

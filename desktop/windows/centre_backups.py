"""The copies of the vault: when the last one was made, where they go, one made now, and the way back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from desktop.language import N_, _, chosen
from desktop.places import documents_folder
from desktop.problems import Problem
from desktop.records.centre_draft import CentreDraft
from desktop.vault.backup import BackupReport, back_up
from desktop.vault.recovery import State
from desktop.windows.banner import Banner
from desktop.windows.buttons import OUTLINED, PRIMARY, Button
from desktop.windows.card import Card
from desktop.windows.centre_backup_days import BackupDays, days_with_backup, restored_at
from desktop.windows.centre_part import Part, entry_row, plain
from desktop.windows.centre_people import STATES
from desktop.windows.labels import Label
from desktop.windows.layouts import Row, clear, line
from desktop.windows.pill import CONFIRM, GOOD, LATE, MISSING, Pill
from desktop.windows.when import near
from desktop.windows.window_name import title
from desktop.windows.worker import Progress

SUFFIX = ".liepa-backup"
DUE, OVERDUE = timedelta(days=2), timedelta(days=7)
"""How old the last copy may be before it is said in amber, and in red."""
A_YEAR = timedelta(days=365)
"""So long a rehearsal holds."""
RESTORED = N_("The data were restored from a backup: {when}")
BEFORE_STAY = N_("Look them through before you make a new backup. The backups made before stay as they are.")


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
            restore = Button(N_("Restore\u2026"), OUTLINED, icon="undo", key="F7", do=lambda: self.desk.go("restore"))
            self.action(restore)
        self.elsewhere = self.banner.offer(N_("Choose another place"), self.ask_where)
        self.elsewhere.hide()
        self.paused = Banner("amber")
        self._restored: datetime | None = None
        self._state = Card(gap=12)
        self.days, self._days_said = BackupDays(), Label("", "second", wrap=True)
        days = Card(gap=8)
        days.column.addWidget(self.days)
        days.column.addWidget(self._days_said)
        self.column.addWidget(self.paused)
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
        self._restored = restored_at(centre)
        self.paused.setVisible(self._restored is not None)
        if self._restored is not None:
            when = near(self._restored, centre.world.here())
            self.paused.say(RESTORED, BEFORE_STAY, tone="amber", when=when)
        for number, row in enumerate((self._last(), self._place(), self._rehearsal())):
            if number:
                column.addWidget(line())
            column.addLayout(row)

    def _last(self) -> Row:
        """When the last copy was made."""
        centre = self.desk.centre
        made_at, now = centre.profile_log.profile().last_backup_at, centre.world.here()
        pill, said = Pill(MISSING, N_("Missing")), _(N_("No backup was made yet."))
        if made_at is not None:
            made = centre.world.desk(made_at)
            old, said = now - made, _(N_("Last backup: {when}"), when=near(made, now))
            pill = Pill(GOOD, N_("Good"))
            if old > DUE:
                pill = Pill(LATE, N_("Too old")) if old > OVERDUE else Pill(CONFIRM, N_("Make a new one"))
        return entry_row(said, _(N_("Every backup is opened and read before it counts.")), pill=pill)

    def _place(self) -> Row:
        """Where the copies go."""
        folder = self.desk.centre.profile_log.profile().backup_folder
        is_there = bool(folder) and Path(folder).is_dir()
        pill = Pill(GOOD, N_("There")) if is_there else Pill(CONFIRM, N_("Not there now") if folder else N_("Not set"))
        words = _(N_("Second place: {folder}"), folder=folder) if folder else _(N_("No second place is set."))
        hint = "" if is_there else _(N_("A stick or a drive that is kept elsewhere is best."))
        change = [plain(N_("Another place"), self.choose_folder, about=words)] if self.leads else []
        return entry_row(words, hint, *change, pill=pill)

    def _rehearsal(self) -> Row:
        """When it was last proven that the data can be opened without a passphrase."""
        centre, state = self.desk.centre, self.desk.centre.vault.recovery_state
        sign, word, sentence = STATES[state]
        kit = centre.vault.keys.recovery
        said, buttons = _(sentence), []
        if kit is not None and kit.rehearsed and state == State.REHEARSED:
            proven = centre.world.desk(datetime.fromisoformat(kit.rehearsed))
            said = _(N_("Last rehearsal of the recovery sheets: {when}"), when=near(proven, centre.world.here()))
            if centre.world.here() - proven > A_YEAR:
                sign, word = CONFIRM, N_("Rehearse again")
        if self.leads:
            page = "rehearsal" if state in (State.MADE, State.REHEARSED) else "sheets"
            title = N_("Rehearse") if page == "rehearsal" else N_("Make new sheets")
            buttons = [plain(title, lambda: self.desk.go(page), about=said)]
        hint = _(N_("Any two of the three sheets open the data when every passphrase is forgotten."))
        return entry_row(said, hint, *buttons, pill=Pill(sign, word))

    def back_up_now(self) -> None:
        """Into the second place; where none is set, ask for the file and remember its folder."""
        folder = self.desk.centre.profile_log.profile().backup_folder
        if folder and Path(folder).is_dir():
            self.back_up(Path(folder) / self._name(Path(folder)))
        elif folder:
            self.banner.tell(Problem(N_("The folder is not there. Is the stick in?")))
            self.elsewhere.show()
        else:
            self.ask_where()

    def ask_where(self) -> None:
        """Ask for a place for this one copy."""
        self.banner.hide()
        folder = documents_folder()
        dialog = QFileDialog(self, title(), str(folder / self._name(folder)))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX[1:])
        dialog.fileSelected.connect(lambda path: self.back_up(Path(path)))
        dialog.open()

    def _name(self, folder: Path) -> str:
        """One file a day; after a restoring no earlier one is overwritten: it may hold what is wanted yet."""
        day = f"{self.desk.centre.world.today():%Y-%m-%d}"
        names = [f"{day}{SUFFIX}", *(f"{day} ({n}){SUFFIX}" for n in range(2, 1000))]
        if self._restored is None:
            return names[0]
        return next(name for name in names if not (folder / name).exists())

    def back_up(self, target: Path) -> None:
        """Make the copy off the window's thread, and note it."""
        centre = self.desk.centre
        self.elsewhere.hide()

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
        changes = chosen().number(report.head.count)
        self.desk.saved(N_("The backup was opened and counted. Changes in it: {n}"), n=changes)

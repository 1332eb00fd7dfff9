"""The one window: it shows the door, the first steps, the cover, or the frame of an open centre, one at a time.

Locking covers first, keeps what is half typed in the vault, throws the frame away and only then closes the vault.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget

from desktop.language import N_, _, chosen
from desktop.places import NAME, documents_folder
from desktop.problems import Problem
from desktop.settings import Settings
from desktop.vault.refusals import DiskFull, ReadOnly
from desktop.windows import garbage
from desktop.windows.cover import Covered
from desktop.windows.look import look
from desktop.windows.messages import SAFE, Messages
from desktop.windows.tab_way import lay_way
from desktop.windows.translator import speak
from desktop.windows.unlock import Unlock
from desktop.windows.watch import Watch
from desktop.windows.window_name import title
from desktop.windows.worker import Background
from desktop.world import World

SMALLEST = (800, 600)
USUAL = (1366, 768)
NEEDED = 20
"""Megabytes that let the vault save again."""
FULL = N_("The disk is full. Your text is safe in memory. Free {n} MB, then open again.")
LOST = N_("Not kept when the program locked at {time}, for the disk took nothing more: {what}")


def preload() -> None:
    """Load what opening a vault needs, while she types; run by the worker, so nothing of it may make a class of Qt's:
    PySide ends the process when one is made while the window's thread is at its events."""
    import desktop.centre  # noqa: F401


class Door(QWidget):
    """The program's only window, called "Liepa" and nothing else."""

    def __init__(
        self, world: World, settings: Settings, config: Path, messages: Messages, *, at_once: bool = False
    ) -> None:
        super().__init__()
        look().dress(self)
        self.world, self.settings, self._config, self._messages = world, settings, config, messages
        self.background = Background(messages.tell, at_once=at_once)
        self.watch = Watch(world, settings.lock_minutes)
        self.centre: Any = None
        self.frame: Any = None
        self._after_lock: Callable[[], None] | None = None
        self._lost: dict[Any, tuple[datetime, tuple[str, ...]]] = {}
        """By worker, which forms could not be kept at a lock, and when; told after the next unlocking."""
        self._pages = Covered(self)
        self.cover = self._pages.cover
        self.cover.woken.connect(self.show_unlock)
        self.watch.hide.connect(self.hide_all)
        self.watch.idle.connect(self.lock)
        self.watch.soon.connect(self._warn)
        self.watch.resized.connect(self._resize_text)
        messages.told.connect(self._tell)
        messages.keep, messages.again = self.keep_all, self.open_again
        self.loading: Any = None
        """Loads the screens, once what opens a vault is loaded."""
        self.setWindowTitle(NAME)
        self.setMinimumSize(*SMALLEST)
        self.resize(*USUAL)
        if settings.geometry:
            self.restoreGeometry(QByteArray.fromBase64(settings.geometry.encode()))

    @property
    def page(self) -> QWidget:
        """What is on show."""
        return self._pages.on_show

    def start(self, folder: Path | None = None) -> None:
        """Show the door of that vault, of the one used last, or the first steps where there is none."""
        last = folder or (Path(self.settings.last_vault) if self.settings.last_vault else None)
        if last is None or (folder is None and not last.exists()):
            self.show_first_run()
        else:
            self.settle(last_vault=str(last))
            self.show_unlock()
        QTimer.singleShot(0, self, lambda: self.background.run(preload, self._load_screens))

    def _load_screens(self, _loaded: object) -> None:
        """Load the screens too, between what she types."""
        from desktop.windows.door_loading import Loading  # only now: the door is painted

        self.loading = self.loading or Loading(lambda: self.frame is None, self)
        self.loading.start()

    def settle(self, **changes: Any) -> None:
        """Change settings and keep them; what is as it was is not written again."""
        before, self.settings = self.settings, self.settings._replace(**changes)
        self.watch.minutes = self.settings.lock_minutes
        if self.settings != before:
            self.settings.write(self._config)

    def show_unlock(self) -> None:
        """The door."""
        if not self.settings.last_vault:
            self.show_first_run()
            return
        door = Unlock(Path(self.settings.last_vault), self.world, self.background, self.settings.last_worker)
        door.opened.connect(lambda centre: self._opened(centre, door))
        door.picked.connect(self._speak)
        door.other.connect(self.choose_vault)
        door.forgot.connect(self.show_recovery)
        door.restore.connect(lambda: self.show_first_run(restore=True))
        self._pages.put(door)

    def show_recovery(self) -> None:
        """The way in with two sheets."""
        from desktop.windows.recovery import Recovery

        page = Recovery(Path(self.settings.last_vault), self.world, self.background)
        page.opened.connect(lambda centre: self._opened(centre, page))
        page.left.connect(self.show_unlock)
        self._pages.put(page)

    def show_first_run(self, *, restore: bool = False, centre: Any = None) -> None:
        """The first steps; with `centre`, those that are still to be done for it."""
        from desktop.windows.first_run import FirstRun

        page = FirstRun(self.world, self.background, self.settings, centre=centre)
        page.picked.connect(self._speak)
        page.other.connect(self.choose_vault)
        page.made.connect(lambda centre: self._made(centre, page))
        page.finished.connect(self.show_centre)
        page.left.connect(lambda: self._other(str(page.beginning.folder)))
        self._pages.put(page)
        if restore:
            page.choose_backup()

    def show_centre(self, centre: Any) -> None:
        """The frame of the centre that was opened, as it was before the lock."""
        from desktop.windows.main import Main
        from desktop.windows.screens import PAGES, RAIL

        garbage.settle()
        self.centre = centre
        self.settle(last_vault=str(centre.vault.folder), last_worker=centre.worker.id.hex)
        self.frame = Main(centre, self.background, self.settings, RAIL, PAGES)
        self.frame.locking.connect(self.lock)
        self.frame.settled.connect(lambda changes: self.settle(**changes))
        self._pages.put(self.frame)
        self.frame.put_back()
        for warning in centre.vault.warnings:
            self.frame.tell(warning)
        if centre.worker.id in self._lost:
            at, forms = self._lost.pop(centre.worker.id)
            self.frame.tell(Problem(LOST, time=chosen().clock(at), what=", ".join(map(_, forms))))

    def _opened(self, centre: Any, page: QWidget) -> None:
        """Go on with a centre, unless the page that asked for it was hidden or left meanwhile: then lock it again."""
        if page is self.page:
            self._unlocked(centre)
        else:
            self.background.run(centre.vault.lock)

    def _unlocked(self, centre: Any) -> None:
        """Go on where the first steps were left, else show the frame."""
        from desktop.vault.recovery import State

        self.centre, vault = centre, centre.vault
        is_proven = vault.recovery_state == State.REHEARSED or vault.is_practice
        if is_proven or vault.read_only or vault.worker.role != "director":
            self.show_centre(centre)
        else:
            self.show_first_run(centre=centre)

    def choose_vault(self) -> None:
        """Ask which other vault is meant."""
        from PySide6.QtWidgets import QFileDialog  # dear, and hardly ever asked for

        dialog = QFileDialog(self, title(), str(documents_folder()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._other)
        dialog.open()

    def keep_all(self) -> Problem | None:
        """Keep what is half typed, because a part of the program broke; a full disk is told with the room it needs."""
        if self.frame is None:
            return Problem(SAFE)
        self.frame.banner.problem = None
        self.frame.keep()
        problem = ReadOnly() if self.centre.vault.read_only else self.frame.banner.problem
        return Problem(FULL, n=NEEDED) if isinstance(problem, DiskFull) else problem

    def open_again(self) -> Problem | None:
        """Lock, and show the door; not while what is typed stands in memory alone and would find its place."""
        problem = self.keep_all() if self.frame is not None else None
        if problem is not None and not isinstance(problem, ReadOnly):
            return problem
        if self.centre is not None:
            self.lock()
        else:
            self.start()
        return None

    def hide_all(self) -> None:
        """Hide everything at once, then lock."""
        if self.frame is not None or self.centre is not None:
            self._pages.hide_all()
            QTimer.singleShot(0, self, self._lock_now)
        elif not isinstance(self.page, Unlock) or self.background.is_busy():
            self._pages.hide_all()
        if self.settings.minimise:
            self.showMinimized()

    def lock(self) -> None:
        """Lock, and show the door."""
        if self.centre is not None:
            self._after_lock = self.show_unlock
            self._pages.hide_all()
            QTimer.singleShot(0, self, self._lock_now)

    def focusNextPrevChild(self, onward: bool) -> bool:
        """Tab goes as the eye reads."""
        lay_way(self)
        return super().focusNextPrevChild(onward)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep everything, lock, and go."""
        self._pages.hide_all()
        self._lock_now()
        self.settle(geometry=bytes(self.saveGeometry().toBase64().data()).decode())
        self.background.close()
        super().closeEvent(event)

    def _lock_now(self) -> None:
        frame, centre, self.frame, self.centre = self.frame, self.centre, None, None
        try:
            if frame is not None:
                frame.keep()
                if forms := frame.unkept():
                    self._lost[centre.worker.id] = centre.world.here(), forms
        finally:
            self._throw_away(centre)

    def _throw_away(self, centre: Any) -> None:
        """Take every page off and close the vault, whatever became of what was half typed."""
        self._pages.throw_away()
        if centre is not None:
            self.background.stop_all()
            self.background.run(centre.vault.lock, lambda _answer: self._locked())
        else:
            self._locked()

    def _locked(self) -> None:
        garbage.clear_all()  # what was read of the centre lies in memory until then
        garbage.give_back()
        then, self._after_lock = self._after_lock, None
        if then is not None:
            then()

    def _made(self, centre: Any, page: QWidget) -> None:
        if page is not self.page:
            self.background.run(centre.vault.lock)
            return
        self.centre = centre
        self.settle(last_vault=str(centre.vault.folder))

    def _other(self, folder: str) -> None:
        self.settle(last_vault=folder)
        self.show_unlock()

    def _speak(self, locale: str) -> None:
        speak(locale)
        self.settle(language=locale)

    def _resize_text(self, step: int) -> None:
        look().apply(self.settings.look, self.settings.text_size + step)
        self.settle(text_size=look().percent)

    def _warn(self, seconds: int) -> None:
        if self.frame is not None:
            self.frame.warn_of_lock(seconds)

    def _tell(self, problem: Problem) -> None:
        if self.frame is not None:
            self.frame.tell(problem)
        elif isinstance(self.page, Unlock):
            self.page.banner.tell(problem)

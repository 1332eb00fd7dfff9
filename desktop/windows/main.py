"""The frame: rail, top bar, and between them the screens with their pages.

It is built anew after each unlock and thrown away at each lock, so nothing of the centre stays in memory behind the
cover. Which screens there are is told by `screens`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, cast

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.centre import Centre
from desktop.language import N_
from desktop.problems import Problem
from desktop.settings import Settings
from desktop.windows import names
from desktop.windows.banner import Banner
from desktop.windows.card import Card
from desktop.windows.desk import Desk, Screen
from desktop.windows.disk_state import DiskState
from desktop.windows.found import FoundPanel
from desktop.windows.frame_keys import FrameKeys, is_redo, is_undo, open_menu_at, text_at
from desktop.windows.frame_rest import FrameRest
from desktop.windows.guide import Guide, asked_of
from desktop.windows.labels import Label
from desktop.windows.language_button import KEY
from desktop.windows.language_choice import switch
from desktop.windows.layouts import Column, Row
from desktop.windows.look import follow, look, px
from desktop.windows.page_stack import PageStack
from desktop.windows.rail import Rail
from desktop.windows.tab_way import lay_way
from desktop.windows.toast import Toast
from desktop.windows.top_bar import TopBar
from desktop.windows.translator import speak
from desktop.windows.undoing import redo_last, undo_last
from desktop.windows.unfinished_forms import FORMS
from desktop.windows.way import Groups, Way
from desktop.windows.worker import Background

NARROW, SMALL, TINY = 1100, 900, 800
"""Under these widths at text size 100 % the window shows less at a time: first in the top bar, then in the rail, then
in the top bar once more."""


class Main(QWidget):
    """The frame around every screen of an open centre."""

    locking = Signal()
    settled = Signal(object)
    """These settings changed, by name: a movable edge, language, look, text size, minutes until the lock."""

    def __init__(
        self, centre: Centre, background: Background, settings: Settings, rail: Groups, pages: Sequence[type[Screen]]
    ) -> None:
        super().__init__()
        self.settings = settings
        self.desk = Desk(
            centre, background, self._saved, self.go, self.back, DiskState(centre, background), self.tell, self._sizes,
            lambda: self.settings, self.settle, self.locking.emit, self.show_signs, self.cover, self.untell,
            self.turn_names, self.turn_full_screen,
        )  # fmt: skip
        self.rail, self.bar, self._stack = Rail(), TopBar(), PageStack()
        self.banner = Banner("red")
        self.way = Way(self.desk, self._stack, rail, pages, self.rail.set_badge)
        self._inside, self._cover = QWidget(), cast("QWidget | None", None)
        self._lay_out(rail)
        self._toast = Toast(self._stack)
        self.found = FoundPanel(self.desk, self.bar.search, self, self.look_in)
        acts = {"F1": self.explain, "F5": lambda: self.go("today"), "F8": self.turn_names, "F9": self.hand_over}
        acts["F11"] = self.turn_full_screen
        acts[KEY] = self.bar.language.open_menu
        acts["?"] = lambda: self.go(Guide.NAME, asked_of(None))
        self.keys = FrameKeys(self, acts, self.back)
        self._clock = QTimer(self, interval=60_000)
        self._clock.timeout.connect(self.show_signs)
        self._clock.start()
        self.show_signs()
        self.resting = FrameRest(self.desk, self)
        follow(self._fit)

    @property
    def top(self) -> Screen | None:
        """The screen or page on show."""
        return self.way.now

    def go(self, name: str, about: Any = None) -> None:
        """Show that screen, or lay that page over the one on show; a name nobody knows does nothing."""
        if not self.way.leads_to(name):
            return
        self.banner.hide()
        screen = self.way.on(name)
        self._show(screen)
        screen.show_record(about)

    def back(self) -> None:
        """From a detail to its list, else to the screen before, as it was left; a page that is left is gone.

        A page whose words could not be kept stays: they stand there alone.
        """
        left = self.top
        if left is None or left.step_back() or not self.way.trail:
            return
        self.banner.hide()
        left.keep_now()
        if self.way.would_lose(left):
            return
        screen = self.way.step_back()
        screen.hear_of(left.written)
        screen.refresh()
        self._show(screen)
        self.way.let_go(left)

    def explain(self) -> None:
        """Help about what is on show and the question that has the caret; within the help, all keys."""
        self.go(Guide.NAME, asked_of(self.top if self.top and self.top.NAME != Guide.NAME else None))

    def turn_names(self) -> None:
        """Codes for names everywhere, or names again."""
        names.hide(not names.are_hidden())
        self.show_signs()
        if self.top is not None:
            self.top.refresh()
        QApplication.sendEvent(self, QEvent(QEvent.Type.LanguageChange))  # labels and titles say themselves anew

    def turn_full_screen(self) -> None:
        """The whole screen, or the window again."""
        self.window().setWindowState(self.window().windowState() ^ Qt.WindowState.WindowFullScreen)
        self._fit()

    def hand_over(self) -> None:
        """A note for the next shift, about the notice at hand."""
        if self.top is not None and self.top.NAME != "handover":
            self.go("handover", self.top.at_hand())

    def cover(self, widget: QWidget | None) -> None:
        """Show this alone in the whole frame; None, or another screen, takes it away."""
        if self._cover is not None:
            self._cover.hide()
            self._cover.deleteLater()
        self._cover = widget
        self._inside.setVisible(widget is None)
        if widget is not None:
            self._whole.addWidget(widget)
            widget.show()

    def settle(self, **changes: Any) -> None:
        """Apply other settings at once and let them be kept."""
        self.settings = self.settings._replace(**changes)
        if "language" in changes:
            speak(changes["language"])
        if "look" in changes or "text_size" in changes:
            look().apply(changes.get("look", look().scheme), changes.get("text_size", look().percent))
        self.settled.emit(changes)
        self.show_signs()

    def tell(self, problem: Problem) -> None:
        """Show a problem that belongs to no field, over the page."""
        self.banner.tell(problem)

    def untell(self, kind: type[Problem]) -> None:
        """A problem of this kind is over."""
        if isinstance(self.banner.problem, kind):
            self.banner.problem = None
            self.banner.hide()

    def warn_of_lock(self, seconds: int) -> None:
        """Say that it locks soon; 0 takes it back."""
        self.bar.warn_of_lock(seconds, self.settings.lock_minutes)
        self.bar.setVisible(seconds > 0 or not self._is_alone())

    def keep(self) -> None:
        """Keep, encrypted, where she is and what is half typed, to be put back after the lock."""
        self.way.keep()

    def unkept(self) -> tuple[str, ...]:
        """Which forms hold words that could not be kept, as msgids: names of forms, and nothing that was typed."""
        return tuple(dict.fromkeys(FORMS.get(page.NAME) or page.TITLE or N_("Entry") for page in self.way.unkept()))

    def put_back(self) -> None:
        """Be where she was before the lock; the first screen if nothing was kept."""
        self.way.put_back(self._show)

    def show_signs(self) -> None:
        """Say who works, and when the last copy was made."""
        centre = self.desk.centre
        self.warn_of_lock(0)
        self.bar.show_hidden(names.are_hidden())
        self.bar.set_worker(centre.worker.name)
        last = centre.profile_log.profile().last_backup_at
        self.bar.set_backup(centre.world.desk(last) if last else None, centre.world.here())

    def event(self, event: QEvent) -> bool:
        """Once the vault is locked nothing in it is said again: it only waits to be destroyed."""
        if event.type() == QEvent.Type.LanguageChange and not self.desk.centre.vault.is_open:
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Say the signs again in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.show_signs()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that nothing on show takes: Ctrl+Z and Ctrl+Y, for the last change of mine, F10 and Ctrl+P."""
        typed = text_at(QApplication.focusWidget())
        if is_undo(event):
            typed.undo() if typed else undo_last(self.desk)
        elif is_redo(event):
            typed.redo() if typed else redo_last(self.desk)
        elif event.key() == Qt.Key.Key_F10:
            open_menu_at(QApplication.focusWidget())
        elif event.matches(QKeySequence.StandardKey.Print):
            self.tell(Problem(N_("There is nothing to print here.")))
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, onward: bool) -> bool:
        """Tab goes as the eye reads."""
        if self.isWindow():  # else the window does it
            lay_way(self)
        return super().focusNextPrevChild(onward)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show less in a small window."""
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self, rail: Groups) -> None:
        self.rail.fill([[(kind.NAME, kind.TITLE, kind.ICON) for kind in group] for group in rail])
        right = Column(gap=0)
        shelf = Column(gap=0, margins=(24, 0, 24, 0))
        shelf.addWidget(self.banner)
        if self.desk.centre.vault.is_practice:
            band = Card(tone="amber", margins=(24, 4, 24, 4), radius=0)
            band.column.addWidget(Label(N_("Practice: everything here is invented."), "label", ink="amber"))
            right.addWidget(band)
        right.addWidget(self.bar)
        right.addLayout(shelf)
        right.addWidget(self._stack, 1)
        self._whole = Column(self, gap=0)
        self._whole.addWidget(self._inside)
        row = Row(self._inside, gap=0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)
        self.banner.offer(N_("Close"), self.banner.hide)
        self.rail.chosen.connect(self.go)
        self.rail.helped.connect(self.explain)
        self.rail.locked.connect(self.locking)
        self.bar.new_notice.connect(lambda: self.go("notice"))
        self.bar.language.picked.connect(partial(switch, self.desk.settle, self.desk.saved))
        self.bar.names_wanted.connect(self.turn_names)
        self.bar.backup.connect(lambda: self.go("centre", "backup"))

    def _show(self, screen: Screen) -> None:
        self.cover(None)
        self.way.show(screen)
        self._fit()
        self.rail.choose(self.way.chosen())
        screen.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def look_in(self, name: str, words: str) -> None:
        """Show everything on that screen that has these words."""
        self.go(name)
        if self.top is not None:
            self.top.search(words)

    def _saved(self, msgid: str, undo: Callable[[], object] | None = None, **values: object) -> None:
        self.banner.hide()
        self._toast.say(msgid, undo, **values)
        for screen in (self.way.beside(), self.top if undo is None else None):
            if screen is not None:
                screen.refresh()

    def _sizes(self, name: str, sizes: list[int] | None = None) -> list[int]:
        if sizes is not None:
            self.settle(splitters={**self.settings.splitters, name: sizes})
        return self.settings.splitters.get(name, [])

    def _fit(self) -> None:
        wide = self.width()
        self.rail.set_only_icons(wide < px(SMALL))
        self.bar.set_narrow(wide < px(NARROW), wide < px(TINY))
        for part in (self.rail, self.bar):
            part.setVisible(not self._is_alone())

    def _is_alone(self) -> bool:
        """Whether the screen on show stands without rail and top bar."""
        return self.top is not None and self.top.STANDS_ALONE and self.window().isFullScreen()

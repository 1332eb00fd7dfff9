"""The frame: rail, top bar, and the screens with their pages; remembers where she was.

It is built anew after each unlock and thrown away at each lock, so nothing of the centre stays in memory behind the
cover. Which screens there are is told by `screens`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, cast

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from desktop.centre import Centre
from desktop.language import N_
from desktop.problems import Problem
from desktop.settings import Settings
from desktop.windows import garbage, names
from desktop.windows.banner import Banner
from desktop.windows.card import Card
from desktop.windows.desk import Desk, Screen
from desktop.windows.form import Form
from desktop.windows.found import FoundPanel
from desktop.windows.frame_keys import FrameKeys, is_redo, is_undo, open_menu_at
from desktop.windows.guide import Guide, asked_of
from desktop.windows.labels import Label
from desktop.windows.language_choice import KEY, switch
from desktop.windows.layouts import Column, Row
from desktop.windows.look import follow, look, px
from desktop.windows.page_area import PageArea
from desktop.windows.rail import Rail
from desktop.windows.tab_way import lay_way
from desktop.windows.toast import Toast
from desktop.windows.top_bar import TopBar
from desktop.windows.translator import speak
from desktop.windows.undoing import redo_last, undo_last
from desktop.windows.unfinished_forms import FORMS
from desktop.windows.worker import Background

NARROW, TINY = 1100, 800
"""Under these widths at text size 100 % the window shows less at a time."""
STATE = "window"
"""The draft in which the frame's own state is kept over a lock."""
REMEMBERED, STEPS = 30, 2
"""Steps that can be gone back; so many of them after a lock, since each page is made anew while she waits."""
Groups = Sequence[Sequence[type[Screen]]]


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
            centre, background, self._saved, self.go, self.back, self.tell, self._sizes,
            lambda: self.settings, self.settle, self.locking.emit, self.show_signs, self.cover, self.untell,
            self.turn_names, self.turn_full_screen,
        )  # fmt: skip
        self.rail, self.bar, self._stack = Rail(), TopBar(), QStackedWidget()
        self.banner = Banner("red")
        self._kinds = {kind.NAME: kind for group in (*rail, pages) for kind in group}
        self._in_rail = [kind.NAME for group in rail for kind in group]
        self._screens: dict[str, Screen] = {}
        self._areas: dict[int, PageArea] = {}
        self._trail: list[Screen] = []
        self._now: Screen | None = None
        self._left: dict[str, dict[str, Any]] = {}
        """Screens that were not wanted since the lock, as they were left."""
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
        garbage.at_rest(self.rest)
        follow(self._fit)

    @property
    def top(self) -> Screen | None:
        """The screen or page on show."""
        return self._now

    def go(self, name: str, about: Any = None) -> None:
        """Show that screen, or lay that page over the one on show; a name nobody knows does nothing."""
        if name not in self._kinds:
            return
        self.banner.hide()
        before, screen = self._now, self._screen(name)
        if before is not None and before is not screen:
            before.keep_now()
            self._trail.append(before)
            if len(self._trail) > REMEMBERED:
                self._let_go(self._trail.pop(0))
        if before is not screen and name in self._in_rail:
            screen.refresh()
        self._show(screen)
        screen.show_record(about)

    def back(self) -> None:
        """From a detail to its list, else to the screen before, as it was left; a page that is left is gone.

        A page whose words could not be kept stays: they stand there alone.
        """
        left = self._now
        if left is None or left.step_back() or not self._trail:
            return
        self.banner.hide()
        left.keep_now()
        if self._would_lose(left):
            return
        screen = self._trail.pop()
        screen.refresh()
        self._show(screen)
        self._let_go(left)

    def _would_lose(self, page: Screen) -> bool:
        """Whether words would be gone with a page, for they could not be kept."""
        if page.NAME in self._in_rail or self.desk.centre.vault.read_only:
            return False
        return any(form.is_unkept for form in page.findChildren(Form))

    def _let_go(self, page: Screen) -> None:
        """A page to which nothing leads back is gone."""
        if page.NAME not in self._in_rail and page not in (*self._trail, self._now):
            area = self._areas.pop(id(page))
            self._stack.removeWidget(area)
            area.deleteLater()

    def explain(self) -> None:
        """Help about what is on show and the question that has the caret; within the help, all keys."""
        self.go(Guide.NAME, asked_of(self._now if self._now and self._now.NAME != Guide.NAME else None))

    def turn_names(self) -> None:
        """Codes for names everywhere, or names again."""
        names.hide(not names.are_hidden())
        self.show_signs()
        if self._now is not None:
            self._now.refresh()
        QApplication.sendEvent(self, QEvent(QEvent.Type.LanguageChange))  # labels and titles say themselves anew

    def turn_full_screen(self) -> None:
        """The whole screen, or the window again."""
        self.window().setWindowState(self.window().windowState() ^ Qt.WindowState.WindowFullScreen)
        self._fit()

    def hand_over(self) -> None:
        """A note for the next shift, about the notice at hand."""
        if self._now is not None and self._now.NAME != "handover":
            self.go("handover", self._now.at_hand())

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
        self.settings = replace(self.settings, **changes)
        if "language" in changes:
            speak(changes["language"])
        if "look" in changes or "text_size" in changes:
            look().apply(changes.get("look", look().scheme), changes.get("text_size", look().percent))
        self.settled.emit(changes)
        self.show_signs()

    def rest(self) -> None:
        """Nobody is at it: give back the memory that only made the next question quicker."""
        vault = self.desk.centre.vault

        def rest() -> None:
            vault.rest()
            garbage.give_back()

        if not self.desk.background.is_busy():
            garbage.clear_old()
            self.desk.background.run(rest)

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
        shown = [screen for screen in (*self._trail, self._now) if screen is not None]
        for screen in {id(s): s for s in (*shown, *self._screens.values())}.values():
            screen.keep_now()
        trail = [{"name": s.NAME, "state": s.state() if s.NAME not in self._in_rail else {}} for s in shown]
        screens = self._left | {name: screen.state() for name, screen in self._screens.items()}
        state = {"trail": trail[-STEPS:], "screens": screens}
        self.desk.keep_draft(STATE, None, state)

    def unkept(self) -> tuple[str, ...]:
        """Which forms hold words that could not be kept, as msgids: names of forms, and nothing that was typed."""
        if self.desk.centre.vault.read_only:
            return ()
        pages = {id(s): s for s in (*self._trail, self._now, *self._screens.values()) if s is not None}.values()
        lost = [page for page in pages if any(form.is_unkept for form in page.findChildren(Form))]
        return tuple(dict.fromkeys(FORMS.get(page.NAME) or page.TITLE or N_("Entry") for page in lost))

    def put_back(self) -> None:
        """Be where she was before the lock; the first screen if nothing was kept."""
        centre = self.desk.centre
        kept = centre.drafts.of(STATE, None, centre.worker)
        state: dict[str, Any] = dict(kept.fields) if kept else {}
        if kept:
            self.desk.drop_draft(STATE, None)
        self._left = {name: inner for name, inner in state.get("screens", {}).items() if name in self._in_rail}
        self._screen(self._in_rail[0])  # it counts what is late, whichever screen is on show
        trail = [step for step in state.get("trail", []) if step["name"] in self._kinds]
        for step in trail or [{"name": self._in_rail[0], "state": {}}]:
            screen = self._screen(step["name"])
            if step["name"] not in self._in_rail:
                screen.restore(step["state"])
            if self._now is not None:
                self._trail.append(self._now)
            self._show(screen)

    def show_signs(self) -> None:
        """Say who works, and when the last copy was made."""
        centre = self.desk.centre
        self.warn_of_lock(0)
        self.bar.hidden_names.setVisible(names.are_hidden())
        self.bar.set_worker(centre.worker.name)
        last = centre.profile_log.profile().last_backup_at
        self.bar.set_backup(centre.world.desk(last) if last else None, centre.world.here())

    def changeEvent(self, event: QEvent) -> None:
        """Say the signs again in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.show_signs()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Z and Ctrl+Y, where no field and no toast takes them: the last change of mine, back and again."""
        if is_undo(event):
            undo_last(self.desk)
        elif is_redo(event):
            redo_last(self.desk)
        elif event.key() == Qt.Key.Key_F10:
            open_menu_at(QApplication.focusWidget())
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
        for number, group in enumerate(rail):
            if number:
                self.rail.add_gap()
            for kind in group:
                self.rail.add(kind.NAME, kind.TITLE, kind.ICON)
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
        self.rail.chosen.connect(self._choose)
        self.rail.helped.connect(self.explain)
        self.rail.locked.connect(self.locking)
        self.bar.new_notice.connect(lambda: self.go("notice"))
        self.bar.language.picked.connect(partial(switch, self.desk.settle, self.desk.saved))
        self.bar.names_wanted.connect(self.turn_names)
        self.bar.backup.connect(lambda: self.go("centre", "backup"))

    def _choose(self, name: str) -> None:
        self.go(name)

    def _screen(self, name: str) -> Screen:
        """The screen of the rail, made when it is first wanted; a new page for anything else."""
        if name in self._screens:
            return self._screens[name]
        screen = self._kinds[name](self.desk)  # type: ignore[arg-type]
        area = PageArea(screen)
        self._stack.addWidget(area)
        self._areas[id(screen)] = area
        if name in self._in_rail:
            self._screens[name] = screen
            screen.counted.connect(partial(self.rail.set_badge, name))
            if name in self._left:
                screen.restore(self._left.pop(name))
        return screen

    def _show(self, screen: Screen) -> None:
        self._now = screen
        self.cover(None)
        self._stack.setCurrentWidget(self._areas[id(screen)])
        self._fit()
        chosen = next((s for s in (screen, *reversed(self._trail)) if s.NAME in self._in_rail), None)
        self.rail.choose(chosen.NAME if chosen else "")
        screen.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def look_in(self, name: str, words: str) -> None:
        """Show everything on that screen that has these words."""
        self.go(name)
        if self._now is not None:
            self._now.search(words)

    def _saved(self, msgid: str, undo: Callable[[], object] | None = None, **values: object) -> None:
        self.banner.hide()
        self._toast.say(msgid, undo, **values)
        if undo is None and self._now is not None:
            self._now.refresh()

    def _sizes(self, name: str, sizes: list[int] | None = None) -> list[int]:
        if sizes is not None:
            self.settle(splitters=self.settings.splitters | {name: sizes})
        return self.settings.splitters.get(name, [])

    def _fit(self) -> None:
        narrow, tiny = self.width() < px(NARROW), self.width() < px(TINY)
        self.rail.set_only_icons(tiny)
        self.bar.set_narrow(narrow, tiny)
        for part in (self.rail, self.bar):
            part.setVisible(not self._is_alone())

    def _is_alone(self) -> bool:
        """Whether the screen on show stands without rail and top bar."""
        return self._now is not None and self._now.STANDS_ALONE and self.window().isFullScreen()

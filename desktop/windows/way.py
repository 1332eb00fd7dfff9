"""The way she came: which screens and pages stand, which is on show, what can be gone back to; kept over a lock.

A screen of the rail is made once, when it is first wanted; any other page is made anew and gone once nothing leads back
to it. Of a page far back, and after a lock of every page but the one on show, only what a lock keeps is remembered: a
form takes some ten megabytes, and time to be made. What a screen shows it asks for itself; how the frame looks is the
frame's matter.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from desktop.windows.desk import Desk, Screen
from desktop.windows.form import Form
from desktop.windows.minutes_text import Kept
from desktop.windows.page_area import PageArea
from desktop.windows.page_stack import PageStack

STATE = "window"
"""The draft in which the way is kept over a lock."""
REMEMBERED = 30
"""Steps that can be gone back."""
STANDING = 3
"""Pages on the way back that stand as they were left; those further back are made again if she comes so far."""
Groups = Sequence[Sequence[type[Screen]]]


@dataclass(frozen=True)
class Step:
    """A page as it was left."""

    name: str
    state: dict[str, Any]
    """What it told of itself, fit for JSON."""
    beside: dict[str, Any] | None = None
    """What the screen told of itself beside which it was a panel, when she went on; None for a page."""


class Way:
    """Screens and pages of one frame, and the steps between them."""

    def __init__(
        self,
        desk: Desk,
        stack: PageStack,
        rail: Groups,
        pages: Sequence[type[Screen]],
        counted: Callable[[str, int], None],
    ) -> None:
        self._desk, self._stack, self._counted = desk, stack, counted
        self._kinds = {kind.NAME: kind for group in (*rail, pages) for kind in group}
        self._in_rail = [kind.NAME for group in rail for kind in group]
        self._screens: dict[str, Screen] = {}
        self._areas: dict[int, PageArea] = {}
        self._left: dict[str, dict[str, Any]] = {}
        """Screens that were not wanted since the lock, as they were left."""
        self._seen: dict[int, dict[str, Any]] = {}
        """Of panels from which she went on: how the screen beside them stood, which may show another person by now."""
        self.trail: list[Screen | Step] = []
        self.now: Screen | None = None

    def leads_to(self, name: str) -> bool:
        """Whether there is such a screen or page."""
        return name in self._kinds

    def area(self, screen: Screen) -> PageArea:
        """What it scrolls in."""
        return self._areas[id(screen)]

    def show(self, screen: Screen) -> None:
        """Put it on show; a panel beside the screen from which it was opened."""
        self.now = screen
        beside, seen = self.beside(), self._seen.pop(id(screen), None)
        if beside is not None and seen is not None and seen != beside.state():
            beside.restore(seen)
        self._stack.put(self.area(screen), self.area(beside) if beside else None)

    def beside(self) -> Screen | None:
        """The screen from which the panel on show was opened, and beside which it stands; None where it is a page.

        It is made again where it lay too far back to stand: no other screen takes its place.
        """
        if self.now is None or not self.now.IS_PANEL:
            return None
        for place, step in reversed(list(enumerate(self.trail))):
            if not self._kinds[_name(step)].IS_PANEL:
                screen = self.trail[place] = self._as_left(step) if isinstance(step, Step) else step
                return screen
        return None

    def first(self) -> Screen:
        """The first screen of the rail."""
        return self._screen(self._in_rail[0])

    def chosen(self) -> str:
        """The screen of the rail to which the page on show belongs; empty if none."""
        return next((name for name in map(_name, reversed(self._shown())) if name in self._in_rail), "")

    def on(self, name: str) -> Screen:
        """The screen of that name, or a new page over the one on show, which can be gone back to."""
        before, screen = self.now, self._screen(name)
        if before is not None and before is not screen:
            before.keep_now()
            if (beside := self.beside()) is not None:
                self._seen[id(before)] = beside.state()
            self.trail.append(before)
            self._fold()
        if before is not screen and name in self._in_rail:
            screen.refresh()
        return screen

    def step_back(self) -> Screen:
        """The screen before, as it was left."""
        step = self.trail.pop()
        return self._as_left(step) if isinstance(step, Step) else step

    def would_lose(self, page: Screen) -> bool:
        """Whether words would be gone with a page, for they could not be kept."""
        if page.NAME in self._in_rail or self._desk.centre.vault.read_only:
            return False
        return _is_unkept(page)

    def let_go(self, page: Screen) -> None:
        """A page to which nothing leads back is gone."""
        if page.NAME not in self._in_rail and page not in (*self.trail, self.now):
            self._seen.pop(id(page), None)
            area = self._areas.pop(id(page))
            self._stack.take_out(area)
            area.deleteLater()

    def keep(self) -> None:
        """Keep, encrypted, where she is and what is half typed."""
        for screen in self._all():
            screen.keep_now()
        steps = [vars(self._step(each)) for each in self._shown()]
        screens = self._left | {name: screen.state() for name, screen in self._screens.items()}
        is_on_detail = self.now is not None and self.now.is_on_detail()
        self._desk.keep_draft(STATE, None, {"trail": steps, "screens": screens, "detail": is_on_detail})

    def unkept(self) -> list[Screen]:
        """The pages on which words stand that could not be kept."""
        return [] if self._desk.centre.vault.read_only else [page for page in self._all() if _is_unkept(page)]

    def put_back(self, show: Callable[[Screen], None]) -> None:
        """Show what was on show before the lock, by the steps that led there; else the first screen."""
        centre = self._desk.centre
        kept = centre.drafts.of(STATE, None, centre.worker)
        state: dict[str, Any] = dict(kept.fields) if kept else {}
        if kept:
            self._desk.drop_draft(STATE, None)
        self._left = {name: inner for name, inner in state.get("screens", {}).items() if name in self._in_rail}
        first = self.first()  # it counts what is late, whichever screen is on show
        trail = [Step(**step) for step in state.get("trail", []) if self.leads_to(step["name"])]
        self.trail = [*trail[:-1]]
        show(self._as_left(trail[-1]) if trail else first)
        if state.get("detail") and self.now is not None:
            self.now.step_in()

    def _screen(self, name: str) -> Screen:
        if name in self._screens:
            return self._screens[name]
        screen = self._kinds[name](self._desk)  # type: ignore[arg-type]
        area = PageArea(screen)
        self._stack.lay_in(area)
        self._areas[id(screen)] = area
        if name in self._in_rail:
            self._screens[name] = screen
            screen.counted.connect(partial(self._counted, name))
            if name in self._left:
                screen.restore(self._left.pop(name))
        return screen

    def _as_left(self, step: Step) -> Screen:
        screen = self._screen(step.name)
        if step.name not in self._in_rail:
            screen.restore(step.state)
        if step.beside is not None:
            self._seen[id(screen)] = step.beside
        return screen

    def _step(self, screen: Screen | Step) -> Step:
        if isinstance(screen, Step):
            return screen
        state = screen.state() if screen.NAME not in self._in_rail else {}
        return Step(screen.NAME, state, self._seen.get(id(screen)))

    def _fold(self) -> None:
        """Forget what is too far back; of pages that are far back let go all but what they are made from again."""
        if len(self.trail) > REMEMBERED:
            gone = self.trail.pop(0)
            if isinstance(gone, Screen):
                self.let_go(gone)
        pages = [page for page in self._standing() if page.NAME not in self._in_rail]
        for page in pages[:-STANDING]:
            if not _is_unkept(page):
                self.trail[self.trail.index(page)] = self._step(page)
                self.let_go(page)

    def _shown(self) -> list[Screen | Step]:
        return [screen for screen in (*self.trail, self.now) if screen is not None]

    def _standing(self) -> list[Screen]:
        return [screen for screen in self.trail if isinstance(screen, Screen)]

    def _all(self) -> list[Screen]:
        now = [self.now] if self.now is not None else []
        return list({id(screen): screen for screen in (*self._standing(), *now, *self._screens.values())}.values())


def _name(screen: Screen | Step) -> str:
    return screen.name if isinstance(screen, Step) else screen.NAME


def _is_unkept(page: Screen) -> bool:
    forms, minutes = page.findChildren(Form), page.findChildren(Kept)
    return any(form.is_unkept for form in forms) or any(kept.is_unkept for kept in minutes)

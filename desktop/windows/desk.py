"""What every screen is handed: the open centre, the worker thread, and the few things it may ask of the frame.

A screen knows no other screen and not the frame: it names where to go and about which record, and is told what it is
about itself by `show_record`.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.centre import Centre
from desktop.language import N_, chosen
from desktop.problems import Problem
from desktop.records.wording import Wording
from desktop.settings import Settings
from desktop.vault.history import Entry
from desktop.vault.refusals import DiskFull
from desktop.windows.disk_state import DiskState
from desktop.windows.names import shown_name
from desktop.windows.sides import Sides
from desktop.windows.worker import Background


class Unkept(DiskFull):
    """What is typed stands in the window alone, for the disk is full: told while there is time to free some of it."""

    said = N_("This cannot be kept now: the disk is full. Free some space before you lock, or it will be lost.")


@dataclass(frozen=True)
class Desk:
    """The centre at which somebody works just now."""

    centre: Centre
    background: Background
    saved: Callable[..., None]
    """`saved(msgid, undo=None, **values)`: say in the toast that something is durable, perhaps with a way back."""
    go: Callable[..., None]
    """`go(screen, about=None)`: show another screen, perhaps about a record."""
    back: Callable[[], None]
    """To the screen before, as it was left."""
    disks: DiskState
    """How the disks of this computer stand."""
    tell: Callable[[Problem], None] = lambda problem: None
    """Show a problem that belongs to no field, over the page."""
    sizes: Callable[..., list[int]] = lambda screen, sizes=None: sizes or []
    """`sizes(screen)` gives where the movable edge stood, `sizes(screen, now)` remembers it."""

    settings: Callable[[], Settings] = Settings
    """The choices of this computer as they are now."""
    settle: Callable[..., None] = lambda **changes: None
    """`settle(language=..., look=..., text_size=..., lock_minutes=...)`: apply at once and keep."""
    lock: Callable[[], None] = lambda: None
    """Lock, as F12 does but with the door shown at once."""
    signs: Callable[[], None] = lambda: None
    """Say again in the top bar who works and when the last copy was made."""
    cover: Callable[[QWidget | None], None] = lambda widget: None
    """Cover the whole frame with this until it is answered; None takes it away."""
    untell: Callable[[type[Problem]], None] = lambda kind: None
    """Take a problem of this kind away, if it is the one on show: it is over."""
    turn_names: Callable[[], None] = lambda: None
    """Codes for names everywhere, or names again."""
    turn_full_screen: Callable[[], None] = lambda: None
    """The whole screen, or the window again."""

    def wording(self) -> Wording:
        """The words of the centre's lists in the language of the screen."""
        return Wording(self.centre.lists, chosen(), shown_name)

    def say_channel(self, code: str) -> str:
        """A way of contact in the words of the centre's list."""
        return self.wording().code("contact_channel", code)

    def undo(self, number: int) -> None:
        """Take back the change of that number and say so."""
        try:
            entry = self.centre.history.undo(number, self.centre.worker)
        except Problem as problem:
            self.tell(problem)
        else:
            self.tell_reversed(entry)

    def tell_reversed(self, entry: Entry) -> None:
        """Say what was taken back or done again: the history's own sentence begins with which of the two it is."""
        self.saved("{what}", what=entry.told(chosen().say))

    def kept(self, msgid: str = N_("Saved."), **values: object) -> None:
        """Say that the last change is durable, with undo offered."""
        number = self.centre.vault.head().count
        self.saved(msgid, lambda: self.undo(number), **values)

    def keep_draft(self, form: str, about: UUID | None, fields: dict[str, Any], title: str = "") -> bool:
        """Keep what is half typed, encrypted; False where it could not be, and stays in the window alone."""
        vault = self.centre.vault
        if not vault.is_open or vault.read_only:
            return False
        try:
            self.centre.drafts.keep(form, about, fields, title, self.centre.worker)
        except DiskFull:
            self.tell(Unkept())
            return False
        except Problem as problem:
            self.tell(problem)
            return False
        self.untell(Unkept)
        return True

    def drop_draft(self, form: str, about: UUID | None) -> None:
        """Throw a draft away: it was saved. Where that is refused it is offered once more, and nothing else stops."""
        vault = self.centre.vault
        if vault.is_open and not vault.read_only:
            try:
                self.centre.drafts.drop(form, about, self.centre.worker)
            except Problem as problem:
                self.tell(problem)

    def written(self, form: str, about: UUID | None) -> None:
        """The same in the worker's thread, as soon as it is saved: who has left the form by then hears no answer."""
        with suppress(Problem):
            self.centre.drafts.drop(form, about, self.centre.worker)


class Screen(QWidget):
    """One screen of the frame, an entry of the rail or a page laid over one; made as `Kind(desk)`.

    Words that do not say themselves (all but those of `Label`, `Button`, `Field` ...) are said again in `changeEvent`.
    """

    NAME = ""
    """What `Desk.go` calls it."""
    TITLE = ""
    """English msgid, the word in the rail; empty where it has no place there."""
    ICON = ""
    STANDS_ALONE = False
    """Whether rail and top bar go where it has the whole screen."""
    IS_PANEL = False
    """Whether it stands beside the screen from which it was opened, where there is room for both."""

    written: Any = None
    """The record that was saved here last; the screen to which she goes back hears of it."""
    changed = Signal()
    """Something was saved here; other screens refresh when they are shown."""
    counted = Signal(int)
    """So many stand out here; shown as a badge in the rail."""

    def show_record(self, about: UUID | Any | None) -> None:
        """Show this record; None: as the screen was left."""

    def refresh(self) -> None:
        """Read again: something may have been changed elsewhere."""

    def hear_of(self, written: Any) -> None:
        """That was saved on the page which lay over this screen; before `refresh`."""

    def keep_now(self) -> None:
        """Keep what is half typed, at once: the vault is about to be locked."""

    def state(self) -> dict[str, Any]:
        """What a lock must not lose: filter, row, place; fit for JSON, kept encrypted."""
        return {}

    def restore(self, state: dict[str, Any]) -> None:
        """Take it back after the lock."""

    def search(self, words: str) -> None:
        """Look for these words, typed into the top bar."""

    def at_hand(self) -> UUID | None:
        """The notice that is on show, if one is."""
        sheet = getattr(self, "sheet", None) or getattr(getattr(self, "card", None), "sheet", None)
        notice = getattr(sheet, "referral", None)
        return notice.id if notice is not None else None

    def be_panel(self, is_panel: bool) -> None:
        """Lay itself out as a narrow panel, or as a page again."""

    def step_back(self) -> bool:
        """Where the detail covers its list in a small window: to the list; False where there is no such step."""
        covered = self._covered()
        if covered is not None:
            covered.show_main()
        return covered is not None

    def is_on_detail(self) -> bool:
        """Whether the detail covers its list."""
        return self._covered() is not None

    def step_in(self) -> None:
        """Let the detail cover its list again, if the window is still too small for both."""
        for sides in self.findChildren(Sides):
            if sides.isVisibleTo(self):
                sides.show_detail()
        self.first().setFocus()

    def _covered(self) -> Sides | None:
        return next((s for s in self.findChildren(Sides) if s.isVisibleTo(self) and s.is_on_detail()), None)

    def first(self) -> QWidget:
        """What takes the caret when the screen is shown."""
        return self

"""Takes pictures of every screen there is, in every language, light and dark: for the README, and to be looked at.

It is shown a copy of the vault, which is thrown away afterwards, so nothing it does is ever kept. Of the screens it
knows a table only: what the picture is called, which screen it shows, and what that screen is about.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication

from desktop.language import LOCALES, _, chosen
from desktop.periods import Month
from desktop.problems import Problem
from desktop.settings import Settings
from desktop.windows.application import make_application
from desktop.windows.door import Door
from desktop.windows.look import look
from desktop.windows.messages import Messages
from desktop.windows.translator import speak
from desktop.world import World

SIZE = (1366, 768)
SCHEMES = ("light", "dark")
LOOKED_THROUGH = 25
"""So many notices are looked through for one that has much to show."""


@dataclass(frozen=True)
class Picture:
    """One picture: `screen` as the frame calls it, `door` or `steps`; `about` a notice, a part, or nothing."""

    name: str
    screen: str
    about: str = ""


NOTICE = "notice"
"""In place of a notice: the one that was found."""
PERSON = "person"
"""In place of a person: the one of that notice."""
PICTURES = (
    Picture("unlock", "door", "unlock"),
    Picture("forgotten", "door", "recovery"),
    Picture("paused", "door", "paused"),
    Picture("first-language", "steps", "0"),
    Picture("first-centre", "steps", "1"),
    Picture("first-passphrase", "steps", "2"),
    Picture("first-sheets", "steps", "3"),
    Picture("first-rehearsal", "steps", "4"),
    Picture("today", "today"),
    Picture("hand-over", "handover"),
    Picture("calls", "calls"),
    Picture("notices", "referrals", NOTICE),
    Picture("new-notice", "notice"),
    Picture("change-notice", "notice", NOTICE),
    Picture("bring-in", "bring_in"),
    Picture("attempt", "attempt", NOTICE),
    Picture("outcome", "outcome", NOTICE),
    Picture("duplicate", "duplicate", NOTICE),
    Picture("order", "measure", NOTICE),
    Picture("safe-contact", "safe", NOTICE),
    Picture("assistance", "help"),
    Picture("assistance-entry", "assistance_entry", NOTICE),
    Picture("persons", "people"),
    Picture("person", "person", PERSON),
    Picture("person-amend", "person_amend", PERSON),
    Picture("family-link", "person_link", PERSON),
    Picture("consent", "consent", NOTICE),
    Picture("plan", "plan", NOTICE),
    Picture("summary", "summaries"),
    Picture("year", "year"),
    Picture("check", "check"),
    Picture("institutions", "centre", "agencies"),
    Picture("institution", "agency", "agency"),
    Picture("people", "centre", "people"),
    Picture("new-worker", "worker"),
    Picture("lists", "centre", "lists"),
    Picture("list-entry", "entry", "entry"),
    Picture("closed-days", "centre", "days"),
    Picture("centre", "centre", "data"),
    Picture("history", "centre", "history"),
    Picture("backups", "centre", "backup"),
    Picture("restore", "restore"),
    Picture("options", "centre", "options"),
    Picture("help", "guide"),
)


BEFORE = ("door", "steps")
"""Screens before the frame; taken last, since the steps write into the copy's history."""


class Loud(Messages):
    """A bug ends the taking of pictures: none may show half a screen."""

    def tell(self, error: BaseException) -> None:
        """Raise it."""
        raise error


class Stage:
    """The one window, on a copy of the vault, which is unlocked once."""

    def __init__(self, vault: Path, scratch: Path, words: str) -> None:
        self._scratch, self.world = scratch, World.real()
        make_application(Settings(look="light"))
        settings = Settings(look="light", last_vault=str(vault))
        self.door: Any = Door(self.world, settings, scratch, Loud(self.world, scratch), at_once=True)
        self.door.resize(*SIZE)
        self.door.show()
        QCursor.setPos(SIZE[0] * 2, SIZE[1] * 2)
        self.centre = self._unlocked(words)
        self._notice, self._sealed = self._find_notice(), self._find_sealed()
        self._person = self.centre.referrals.sheet(self._notice).referral.person_id if self._notice else None
        self.clear()

    def clear(self) -> None:
        """Take the frame with all its pages away: nothing of it need speak the next language."""
        self.door.frame = self.door.centre = None
        self.door.show_unlock()
        settle()

    def show(self, picture: Picture) -> None:
        """Put that screen before the camera."""
        if picture.screen == "door":
            self._show_door(picture.about)
        elif picture.screen == "steps":
            self._show_step(int(picture.about))
        else:
            if self.door.frame is None:
                self.door.show_centre(self.centre)
                settle()
            self.door.frame.go(picture.screen, self._about(picture))
            if picture.screen == "check" and self._sealed is not None:
                self.door.frame.top.check(self._sealed)
        settle()

    def close(self) -> None:
        """Lock, and let the window go."""
        self.door.centre = self.centre
        self.door.close()
        settle()

    def _unlocked(self, words: str) -> Any:
        self.door.show_unlock()
        settle()
        self.door.page.passphrase.set_raw(words)
        self.door.page.unlock()
        if self.door.centre is None:
            raise self.door.page.passphrase.problem or Problem(self.door.page.banner.words())
        return self.door.centre

    def _show_door(self, about: str) -> None:
        if about == "paused":
            self.door.hide_all()
        elif about == "recovery":
            self.door.show_recovery()
        else:
            self.door.show_unlock()

    def _show_step(self, number: int) -> None:
        """One of the first steps; those after the vault was made are shown of the open one."""
        if number in (0, 3):
            self.door.show_first_run(centre=self.centre if number else None)
            return
        page = self.door.page
        if number == 2:
            page.step.form.put({"name": _("Crisis centre")})
        if number == 4:
            for card in page.step.cards:
                card.printed()
            page.step.settled.emit()
        page.go_on()

    def _about(self, picture: Picture) -> Any:
        if picture.about == NOTICE:
            return self._notice
        if picture.about == PERSON:
            return self._person
        if picture.about == "agency":
            return self.centre.directory.agencies()[0].id.hex
        if picture.about == "entry":
            return self.centre.lists.entries("measure_kind")[0].id.hex
        return picture.about or None

    def _find_notice(self) -> UUID | None:
        """A notice with much to show."""
        log = self.centre.referrals
        sheets = [log.sheet(found) for found in log.ids()[:LOOKED_THROUGH]]
        rich = max(sheets, key=lambda s: (len(s.measures) > 0) + len(s.line) if s.person else 0, default=None)
        return rich.referral.id if rich else None

    def _find_sealed(self) -> Path | None:
        """A sealed document that the centre issued last month, if there is one."""
        press = self.centre.press
        issued = press.issued(Month.of(self.world.today()).later(-1))
        if not issued:
            return None
        return Path(press.write(press.reissue(issued[0].id), self._scratch / "2026.pdf"))


def settle(times: int = 8) -> None:
    """Let layouts and queued answers come to rest, and what was left be gone."""
    for _turn in range(times):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def main(vault: Path, folder: Path, locales: Sequence[str] = ()) -> int:
    """Take every picture into a folder, in these languages, or in all if none is named.

    The passphrase of the vault's first worker comes on standard input.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    words = sys.stdin.readline().rstrip("\r\n")
    folder.mkdir(parents=True, exist_ok=True)
    asked = chosen().locale
    with tempfile.TemporaryDirectory(prefix="liepa-") as scratch:
        copied = Path(scratch) / vault.name
        try:
            shutil.copytree(vault, copied)
            kept = Path(scratch) / "kept"
            kept.mkdir()
            take(Stage(copied, kept, words), folder, locales or LOCALES)
        except Problem as problem:
            sys.stderr.write(problem.told(_) + "\n")
            return 1
        finally:
            speak(asked)
    return 0


def take(stage: Stage, folder: Path, locales: Sequence[str]) -> None:
    """All pictures, language by language, light and dark; files are written beside the work.

    A look is put on while no screen stands: dressing a frame full of screens anew takes longer than building them.
    """
    with ThreadPoolExecutor(max_workers=1) as writer:
        for is_door, locale, scheme in product((False, True), locales, SCHEMES):
            stage.clear()
            speak(locale)
            look().apply(scheme, 100)
            for number, picture in enumerate(PICTURES, 1):
                if (picture.screen in BEFORE) != is_door:
                    continue
                stage.show(picture)
                image = stage.door.grab().toImage()
                file = folder / f"{number:02}-{picture.name}-{locale}-{scheme}.png"
                writer.submit(image.save, str(file), "PNG")
    stage.close()

"""Takes pictures of every screen there is, in every language, light and dark: for the README, and to be looked at.

It is shown a copy of the vault, which is thrown away afterwards, so nothing it does is ever kept. Which screens there
are stands in `album`.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from functools import partial
from itertools import product
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QWidget

from desktop.language import LOCALES, _, chosen
from desktop.periods import Month
from desktop.problems import Problem
from desktop.settings import Settings
from desktop.windows.album import BEFORE, PICTURES, Picture
from desktop.windows.album_records import Records
from desktop.windows.application import make_application
from desktop.windows.crash import CrashWindow
from desktop.windows.door import Door
from desktop.windows.fault_report import Broken
from desktop.windows.look import look
from desktop.windows.messages import KEPT, Messages
from desktop.windows.translator import speak
from desktop.world import World

SIZE = (1366, 768)
SCHEMES = ("light", "dark")
BROKEN = Broken(
    "7F3A90", datetime.fromisoformat("2026-11-20 09:06"), "Liepa 7F3A90 2026-11-20 09:06\nbuiltins.KeyError\n", KEPT
)
"""What the picture of the window that tells of a bug tells of."""


class Loud(Messages):
    """A bug ends the taking of pictures: none may show half a screen."""

    def tell(self, error: BaseException) -> None:
        """Raise it."""
        raise error


class Stage:
    """The one window, on a copy of the vault, which is unlocked once."""

    def __init__(self, vault: Path, scratch: Path, words: str, world: World | None = None) -> None:
        self._scratch, self.world = scratch, world or World.real()._replace(machine=None)
        make_application(Settings(look="light"))
        settings = Settings(look="light", last_vault=str(vault))
        self.door: Any = Door(self.world, settings, scratch, Loud(self.world, scratch), at_once=True)
        self.door.resize(*SIZE)
        self.door.show()
        QCursor.setPos(SIZE[0] * 2, SIZE[1] * 2)
        self.on_show: QWidget = self.door
        """The window that stands before the camera."""
        self.centre = self._unlocked(words)
        self._records, self._sealed = Records(self.centre), self._find_sealed()
        self.clear()

    def clear(self) -> None:
        """Take the frame with all its pages away: nothing of it need speak the next language."""
        self.door.watch.seen()
        self._leave_broken()
        self.door.frame = self.door.centre = None
        self.door.show_unlock()
        settle()

    def show(self, picture: Picture) -> None:
        """Put that screen before the camera: somebody looks at it, so it must not lock meanwhile."""
        self.door.watch.seen()
        self._leave_broken()
        if picture.screen == "door":
            self._show_door(picture.about)
        elif picture.screen == "steps":
            self._show_step(int(picture.about))
        else:
            if self.door.frame is None:
                self.door.show_centre(self.centre)
                settle()
            self.centre.drafts.drop(picture.screen, None, self.centre.worker)  # else what was shown before is offered
            self.door.frame.go(picture.beside)  # which leads nowhere where it has none
            self.door.frame.go(picture.screen, self._records.about(picture))
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
        elif about == "crash":
            self.on_show = CrashWindow(BROKEN, lambda: None)
            self.on_show.show()
        else:
            self.door.show_unlock()

    def _leave_broken(self) -> None:
        if self.on_show is not self.door:
            self.on_show.close()
            self.on_show.deleteLater()
            self.on_show = self.door

    def _show_step(self, number: int) -> None:
        """One of the first steps; those after the vault was made are shown of the open one."""
        first = number - number % 3
        self.door.show_first_run(centre=self.centre if first else None)
        for here in range(first, number):
            page = self.door.page
            if here == 1:
                page.step.form.put({"name": _("Crisis centre")})
            elif here == 3:
                for card in page.step.cards:
                    card.printed()
                page.step.settled.emit()
            elif here == 4:
                for field, share in zip((page.step.first, page.step.second), page.beginning.shares, strict=False):
                    field.set_raw(share.text)
                    field.changed.emit()
            page.go_on()

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
                image = stage.on_show.grab().toImage()
                file = folder / f"{number:02}-{picture.name}-{locale}-{scheme}.png"
                writer.submit(partial(image.save, str(file)))
    stage.close()

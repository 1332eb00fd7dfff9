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
from desktop.records.training_draft import TrainingQuery
from desktop.settings import Settings
from desktop.windows.album import (
    AGENCY,
    ATTEMPT,
    BEFORE,
    BEGUN,
    CONSENT,
    DUTIES,
    DUTY,
    ENTRY,
    GROUP,
    HELP,
    JOINED,
    LAW,
    LIST,
    NOTICE,
    PARTNER,
    PARTY,
    PERSON,
    PICTURES,
    PLAN,
    POINT,
    RECONCILIATION,
    RELATIVE,
    STOPPED,
    TRAINING,
    TWO,
    Picture,
)
from desktop.windows.application import make_application
from desktop.windows.crash import CrashWindow
from desktop.windows.door import Door
from desktop.windows.fault_report import Broken
from desktop.windows.look import look
from desktop.windows.meeting_named import OWN
from desktop.windows.messages import KEPT, Messages
from desktop.windows.protocol_cases import case_code
from desktop.windows.stop_card import STOPS
from desktop.windows.translator import speak
from desktop.world import World

SIZE = (1366, 768)
SCHEMES = ("light", "dark")
LIST_ROWS = (
    ("Reg. nr.", "Data", "Asmuo", "Gim. m.", "Tel.", "Past."),
    ("3321", "{month}-02", "Petrauskaitė Asta", "1979", "61240018", ""),
    ("3325", "03.{turned}", "Rimkutė Ieva", "2001", "", "2 vaikai"),
    ("3330", "{month}-04", "", "", "", "be vardo"),
    ("3331", "{month}-35", "Mažeikaitė Ona", "1951", "0 445 78024", ""),
)
"""A partner's list that shows what may be asked about one; nobody in it is real."""
LOOKED_THROUGH = 25
"""So many notices are looked through for one that has much to show."""


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
        self._scratch, self.world = scratch, world or World.real()
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


class Records:
    """A record of each kind, for whoever shows every screen of a centre."""

    def __init__(self, centre: Any) -> None:
        self.centre = centre
        self._found = self._find()

    def about(self, picture: Picture) -> Any:
        """What that picture is about: a record, a part, or nothing."""
        return self._found.get(picture.about, picture.about) or None

    def _find(self) -> dict[str, Any]:
        """A record of each kind, those with much to show before others; None where the vault has none."""
        log, people = self.centre.referrals, self.centre.people
        notices = [log.sheet(found) for found in log.ids()[:LOOKED_THROUGH]]
        notices.sort(key=lambda sheet: (bool(sheet.person), bool(sheet.measures), len(sheet.line)), reverse=True)
        persons = [people.sheet(sheet.person.id) for sheet in notices if sheet.person]
        stopped = (call.referral_id for call in self.centre.contacts.due() if call.may in STOPS)
        reconciled = self.centre.reconciliations.overview()
        return {
            NOTICE: next((sheet.referral.id for sheet in notices), None),
            PERSON: next((sheet.person.id for sheet in persons), None),
            ATTEMPT: next((kept.id for sheet in persons for kept in sheet.attempts), None),
            HELP: next((kept.id for sheet in persons for kept in sheet.assistance), None),
            CONSENT: next(((sheet.person.id, kept.id) for sheet in persons for kept in sheet.consents), None),
            PLAN: next(((sheet.person.id, kept.id) for sheet in persons for kept in sheet.plan), None),
            TWO: tuple(dict.fromkeys(sheet.person.id for sheet in persons))[:2],
            RELATIVE: next(((s.person.id, kin.kinship_id) for s in persons for kin in s.family), None),
            JOINED: next(((s.person.id, one.id) for s in persons for one in s.joined), None),
            STOPPED: next(stopped, None),
            AGENCY: next((agency.id.hex for agency in self.centre.directory.agencies()), None),
            TRAINING: next(iter(self.centre.trainings.ids(TrainingQuery())), None),
            GROUP: next((sheet.group.id for sheet in self.centre.groups.all()), None),
            LAW: next((each.id for each in self.centre.law_changes.all()), None),
            PARTY: self._party(),
            POINT: self._point(),
            DUTIES: self._duties(),
            DUTY: self._duty(),
            LIST: self._list(),
            RECONCILIATION: next((told.kept.id for told in reconciled), None),
            BEGUN: next((told.kept.id for told in reconciled if not told.kept.is_settled), None),
            PARTNER: next((each.id for each in self.centre.directory.agencies("police") if not each.parent_id), None),
            ENTRY: next((entry.id.hex for entry in self.centre.lists.entries("measure_kind")), None),
        }

    def _party(self) -> Any:
        """A party to a version of a protocol."""
        protocols, signatories = self.centre.protocols, self.centre.signatories
        versions = (row.version.id for each in protocols.all() for row in protocols.versions(each.id))
        return next((row.signatory.id for each in versions for row in signatories.of(each)), None)

    def _point(self) -> Any:
        """A point of an act that was brought in."""
        acts = self.centre.acts
        return next((point.id for row in acts.all() for point in acts.points(row.act.id)), None)

    def _duties(self) -> Any:
        """What is told of our own centre's duties this month."""
        month = Month.of(self.centre.world.today()).key
        found = ({"protocol": one.id.hex, "month": month, "whose": OWN} for one in self.centre.protocols.all())
        return next(found, None)

    def _duty(self) -> str:
        """One case of a duty."""
        month = Month.of(self.centre.world.today())
        cases = (self.centre.duties.cases(one.id, month.later(-1), month) for one in self.centre.protocols.all())
        return next((case_code(case) for found in cases for case in found if case.event.record), "")

    def _list(self) -> str:
        """A partner's list of last month, as it is pasted."""
        month = Month.of(self.centre.world.today()).later(-1)
        turned = f"{month.month:02}.{month.year}"
        rows = ("\t".join(row) for row in LIST_ROWS)
        return "\n".join(rows).format(month=month.key, turned=turned)


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

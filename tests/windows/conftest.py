"""What the tests of the windows share: the application in its look, and a door into a folder of its own."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from desktop import language
from desktop.centre import Centre, new_centre
from desktop.paper.centre_keys import CentreKeys
from desktop.records.centre_draft import CentreDraft
from desktop.records.training_draft import PartDraft
from desktop.records.working_groups import MemberDraft
from desktop.settings import Settings
from desktop.vault.keys import KeyCost
from desktop.windows import hearing as heard
from desktop.windows.application import make_application
from desktop.windows.door import Door
from desktop.windows.look import look
from desktop.windows.main import Main
from desktop.windows.messages import Messages
from desktop.windows.screens import PAGES, RAIL
from desktop.windows.tokens import LIGHT
from desktop.windows.translator import speak
from desktop.windows.worker import Background
from desktop.world import World
from tests.builders import (
    a_consent,
    a_group,
    a_law_change,
    a_measure,
    a_mention,
    a_plan_measure,
    a_referral,
    a_safe_contact,
    a_training,
    an_agency,
    an_assistance,
    an_attempt,
    an_outcome,
)
from tests.conftest import PASSPHRASE, WORKER, Day, Fill, Still
from tests.windows.looking import settle

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def _raise(error: BaseException) -> None:
    raise error


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    """The application in its look, which is dear to put on."""
    language.choose("en")
    made = make_application(Settings(look="light"))
    heard.hearing()  # which dresses what a test shows by itself
    return made


@pytest.fixture
def app(dressed: QApplication) -> Iterator[QApplication]:
    """The application, English, light, at text size 100 %."""
    language.choose("en")
    yield dressed
    undress()


def undress() -> None:
    """English, light, at text size 100 % again, whatever a test has made of it."""
    speak("en")
    if (look().scheme, look().percent, look().tokens) != ("light", 100, LIGHT):
        look().apply("light", 100)


@pytest.fixture(autouse=True)
def nothing_flashes(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A part of a page that is shown before it has a place flashes as a window and takes the caret: never.

    The program's one filter tells of it: another one would be asked about every event there is.
    """
    shown: list[QWidget] = []
    dress = heard._dress

    def note(widget: QObject) -> None:
        if isinstance(widget, QWidget) and widget.isWindow():
            shown.append(widget)
        dress(widget)

    heard.hearing()
    monkeypatch.setattr(heard, "_dress", note)
    yield
    assert [w for w in shown if isValid(w) and not w.isWindow()] == []


@pytest.fixture(autouse=True)
def no_key_is_held(qapp: QApplication) -> Iterator[None]:
    """Ctrl, Shift and Alt are let go after each test: Qt goes by what was held with the last key that was pressed."""
    yield
    if QApplication.keyboardModifiers() != Qt.KeyboardModifier.NoModifier:
        QTest.keyRelease(QWidget(), Qt.Key.Key_Shift)


@pytest.fixture
def background(app: QApplication) -> Background:
    """Does every job on the spot; a bug fails the test."""
    return Background(_raise, at_once=True)


@pytest.fixture
def make_door(
    app: QApplication, world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., Door]]:
    """A door with settings of its own, shown in a given size; documents go into the test's folder."""
    made: list[Door] = []
    monkeypatch.setattr("desktop.windows.step.documents_folder", lambda: tmp_path)

    def make(folder: Path | None = None, size: tuple[int, int] = (1366, 768), **settings: object) -> Door:
        messages = Messages(world, tmp_path)
        messages.tell = _raise  # type: ignore[method-assign]
        kept = Settings(look="light")._replace(**settings)  # type: ignore[arg-type]
        door = Door(world, kept, tmp_path / "config", messages, at_once=True)
        made.append(door)
        door.resize(*size)
        door.start(folder)
        door.show()
        door.activateWindow()
        settle()
        return door

    yield make
    for door in made:
        door.close()
        door.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(scope="session")
def another_day(tmp_path_factory: pytest.TempPathFactory, seal_keys: CentreKeys) -> Day:
    """A centre's vault, locked; every test's `folder` is a copy."""
    draft, still = CentreDraft(name="Krizių centras „Uosis“", country="LT"), Still()
    made = new_centre(
        tmp_path_factory.mktemp("another") / "data.liepa", draft, worker_name=WORKER, passphrase=PASSPHRASE,
        world=still.world, cost=KeyCost.cheap(), keys=seal_keys,
    )  # fmt: skip
    made.vault.lock()
    return made.vault.folder, still


@pytest.fixture
def folder(tmp_path: Path, still: Still, another_day: Day) -> Path:
    """A centre's vault, locked."""
    made, past = another_day
    still.ids, still.drawn = past.ids, past.drawn
    shutil.copytree(made, tmp_path / made.name)
    return tmp_path / made.name


@pytest.fixture
def day(request: pytest.FixtureRequest, first_day: Day, later_day: Callable[[Fill], Day]) -> Day:
    """A busy one for whoever asks for it."""
    return later_day(fill) if "busy" in request.fixturenames else first_day


@pytest.fixture
def busy(centre: Centre) -> Centre:
    """A centre with two notices: one about whom much happened, one about whom nothing is known."""
    return centre


@pytest.fixture
def daivas(busy: Centre) -> UUID:
    """The notice that names a child beside the woman, of whom it is known when she may be called."""
    rows = busy.referrals.rows(busy.referrals.ids())
    return next(row.id for row in rows if row.person_name == "Daiva Jonaitienė")


def fill(centre: Centre) -> None:
    """Enter both notices."""
    by = centre.worker
    sender = centre.directory.enter(an_agency(), by).id
    child = a_mention(name="Matas Jonaitis", role="child_witness", birth_year=2016, phone="")
    notice = a_referral(
        sender, mentions=(a_mention(kinds=("physical",), relation="spouse"), child), measures=(a_measure(),),
        officer="Tomas Bružas", children_saw="yes", description="Kaimynė iškvietė policiją.",
    )  # fmt: skip
    kept = centre.referrals.enter(notice, by)
    assert kept.person_id is not None
    centre.people.agree_safe_contact(kept.person_id, a_safe_contact(say="kirpykla", who="sesuo"), by)
    centre.contacts.attempt(kept.id, an_attempt(), by, help_outcome=an_outcome())
    centre.care.give_consent(a_consent(kept.person_id), by)
    centre.care.plan_measure(a_plan_measure(kept.person_id, referral_id=kept.id), by)
    centre.assistance.give(an_assistance(referral_id=kept.id, persons=()), by)
    centre.referrals.enter(a_referral(sender, mentions=(a_mention(name="Rūta Budrienė", birth_year=None),)), by)
    came = PartDraft(sender, "participant", 12, "Tomas Bružas"), PartDraft(None, "lecturer", 1)
    centre.trainings.enter(a_training(note="Paskaita ir pokalbis.", publicity="Pajūrio naujienos", parts=came), by)
    centre.groups.found(a_group(purpose="Viena pranešimo forma.", members=(MemberDraft(sender, "Tomas Bružas"),)), by)
    centre.law_changes.note(a_law_change(link="https://pavyzdys.example/x-1"), by)


@pytest.fixture
def desk_of(background: Background) -> Iterator[Callable[..., Main]]:
    """Opens the frame on a centre, in a given size."""
    made: list[Main] = []

    def open_frame(centre: Centre, size: tuple[int, int] = (1366, 768)) -> Main:
        frame = Main(centre, background, Settings(look="light"), RAIL, PAGES)
        made.append(frame)
        frame.resize(*size)
        frame.show()
        frame.activateWindow()
        frame.put_back()
        settle()
        return frame

    yield open_frame
    for frame in made:
        frame.close()
        frame.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def frame(centre: Centre, background: Background) -> Iterator[Main]:
    """The frame of an open centre, with its own page on show and none below: what lies covered is dressed anew too."""
    made = Main(centre, background, Settings(look="light"), RAIL, PAGES)
    made.resize(1366, 768)
    made.show()
    made.go("centre")
    settle()
    yield made
    made.close()
    made.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def part(frame: Main) -> Callable[[str], Any]:
    """Opens a part by its name."""

    def opened(name: str) -> Any:
        frame.go("centre", name)
        settle()
        return getattr(frame.top, "part", None)

    return opened

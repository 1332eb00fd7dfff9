"""Every screen there is, in four languages, three sizes of text and three windows: named, whole, apart, in order.

`LIEPA_LOOKS=all python3 run.py test tests/windows/test_every_screen.py` takes every language in every size of text.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.language import LOCALES
from desktop.windows.album import PICTURES, Picture
from desktop.windows.pictures import Stage
from desktop.windows.screens import PAGES, RAIL
from desktop.windows.sides import Sides
from desktop.windows.translator import speak
from tests.conftest import Day, Fill
from tests.windows.keys_told import wrong_keys
from tests.windows.looking import doubled_keys, faults, settle
from tests.windows.measuring import closer_faults, english_left, tab_stops
from tests.windows.whole_day import everything, put_on, stage_on

SMALL, LOW, USUAL = (800, 600), (1024, 640), (1366, 768)
SOME = (
    ("sr_Cyrl", "dark", 200, (USUAL, LOW)),
    ("lt", "light", 160, (USUAL, SMALL)),
    ("en", "contrast", 160, (LOW,)),
    ("sr_Latn", "light", 100, (LOW, SMALL)),
)
ALL = tuple((locale, scheme, percent, (USUAL, LOW)) for locale, scheme, percent in (
    *product(LOCALES, ("light",), (100, 160, 200)), *product(LOCALES, ("contrast",), (100, 160)),
))  # fmt: skip
LOOKS = ALL if os.environ.get("LIEPA_LOOKS") == "all" else SOME
"""Language, scheme, size of text, and windows: a screen is built in the first and goes on into the other."""
HANDFULS = [PICTURES[first : first + 12] for first in range(0, len(PICTURES), 12)]
"""So many screens share a frame: to build one is dear."""


@pytest.fixture(autouse=True)
def nothing_flashes() -> None:
    """Looked for where keys at random go over all pages: to see every event takes longer than all these screens."""


@pytest.fixture(scope="module")
def stage(
    qapp: QApplication, later_day: Callable[[Fill], Day], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Stage]:
    """The one window on a centre in which everything has happened."""
    yield from stage_on(later_day(everything), tmp_path_factory.mktemp("busy"))


@pytest.mark.parametrize("pictures", HANDFULS, ids=lambda pictures: f"{pictures[0].name}-to-{pictures[-1].name}")
def test_screens_may_be_shown(stage: Stage, pictures: Sequence[Picture]) -> None:
    found = []
    for locale, scheme, percent, windows in LOOKS:
        put_on(stage, locale, scheme, percent, windows[0])
        for picture, size in product(pictures, windows):
            stage.door.resize(*size)
            if size == windows[0]:
                stage.show(picture)
            else:
                settle()
            wrong = [*faults(stage.on_show), *closer_faults(stage.on_show), *wrong_keys(stage.on_show)]
            if size == windows[-1]:
                wrong += keys_of_details(stage.on_show)
            if locale != "en":
                wrong += english_left(stage.on_show, locale)
            found += [(picture.name, locale, percent, size, fault) for fault in wrong]
    assert found == []


def keys_of_details(screen: QWidget) -> list[str]:
    """What is wrong with the keys where the detail of a list takes the list's place."""
    sides = screen.findChildren(Sides)
    for each in sides:
        each.show_detail()
    settle(4)
    return [*doubled_keys(screen), *wrong_keys(screen)] if sides else []


@pytest.mark.parametrize("name", ["today", "new-notice", "year", "centre", "options", "person"])
def test_no_former_language_is_left_after_a_switch(stage: Stage, name: str) -> None:
    put_on(stage, "en", "light", 100, USUAL)
    stage.show(next(picture for picture in PICTURES if picture.name == name))
    for locale in ("lt", "sr_Cyrl", "sr_Latn"):
        speak(locale)
        settle()
        assert english_left(stage.door, locale) == []
        assert faults(stage.door) == []


@pytest.mark.parametrize("name", ["new-notice", "assistance-entry"])
def test_tab_itself_goes_as_the_eye_reads(stage: Stage, name: str) -> None:
    put_on(stage, "en", "light", 200, USUAL)
    stage.show(next(picture for picture in PICTURES if picture.name == name))
    stage.door.activateWindow()
    settle()
    stage.door.frame.top.first().setFocus()
    went = []
    for _time in range(8):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        went.append(QApplication.focusWidget())
    stops = list(tab_stops(stage.door))
    where = [(stops.index(one)) for one in went if one in stops]
    assert where == sorted(where)
    assert len(where) == len(went)


def test_every_screen_stands_in_the_table() -> None:
    shown = {picture.screen for picture in PICTURES}
    assert {kind.NAME for group in (*RAIL, PAGES) for kind in group} <= shown

"""The screens of a centre in which nothing was entered yet: whole, named and in order.

They stand apart from `test_every_screen`, since the program has one window: where there are two, one closes the other.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from desktop.windows.album import PICTURES
from desktop.windows.pictures import Stage
from tests.conftest import Day
from tests.windows.looking import faults
from tests.windows.measuring import closer_faults
from tests.windows.whole_day import put_on, stage_on

BEGINNING = ("today", "calls", "notices", "new-notice", "assistance", "persons", "summary", "year")
"""Screens that a centre sees before anything is entered."""


@pytest.fixture(autouse=True)
def nothing_flashes() -> None:
    """Looked for elsewhere: to see every event takes longer than all these screens."""


@pytest.fixture(scope="module")
def empty(qapp: QApplication, first_day: Day, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """The one window on a centre without any record."""
    yield from stage_on(first_day, tmp_path_factory.mktemp("empty"))


@pytest.mark.parametrize("name", BEGINNING)
def test_a_screen_of_an_empty_centre_may_be_shown(empty: Stage, name: str) -> None:
    picture = next(picture for picture in PICTURES if picture.name == name)
    for locale, percent, size in (("sr_Cyrl", 200, (1366, 768)), ("lt", 160, (800, 600))):
        put_on(empty, locale, "light", percent, size)
        empty.show(picture)
        assert [*faults(empty.door), *closer_faults(empty.door)] == [], (locale, percent, size)

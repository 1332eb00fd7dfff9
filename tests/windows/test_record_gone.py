"""A page far back on the way is made again when she comes to it, and what it is about may be gone by then."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from desktop.windows.album import PICTURES
from desktop.windows.pictures import Stage
from desktop.windows.screens import PAGES
from desktop.windows.way import Step
from tests.conftest import Day, Fill
from tests.windows.looking import settle
from tests.windows.whole_day import everything, put_on, stage_on

NOBODY = "00000000000000000000000000000007"
"""What nothing in the vault is called."""
RECORD = re.compile("[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}")
NAMES = [kind.NAME for kind in PAGES]
HANDFULS = [NAMES[first::4] for first in range(4)]


@pytest.fixture(autouse=True)
def nothing_flashes() -> None:
    """Looked for elsewhere: to see every event takes longer than all these pages."""


@pytest.fixture(scope="module")
def stage(
    qapp: QApplication, later_day: Callable[[Fill], Day], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Stage]:
    """The one window on a centre in which everything has happened."""
    yield from stage_on(later_day(everything), tmp_path_factory.mktemp("gone"))


def of_nobody(told: Any) -> Any:
    """What a page told of itself, with every record in it gone."""
    if isinstance(told, dict):
        return {of_nobody(name): of_nobody(value) for name, value in told.items()}
    if isinstance(told, list | tuple):
        return [of_nobody(each) for each in told]
    return RECORD.sub(NOBODY, told) if isinstance(told, str) else told


@pytest.mark.parametrize("names", HANDFULS, ids=lambda names: names[0])
def test_the_way_back_to_a_record_that_is_gone_leads_to_a_page(stage: Stage, names: list[str]) -> None:
    put_on(stage, "lt", "light", 100, (1366, 768))
    tried = []
    for picture in PICTURES:
        if picture.screen in names and picture.screen not in tried:
            stage.show(picture)
            frame = stage.door.frame
            left = of_nobody(frame.top.state())
            if "about" in left:
                left["about"] = left["about"] or NOBODY
            frame.go("guide")
            frame.way.trail[-1] = Step(picture.screen, left)
            frame.back()
            settle()
            assert picture.screen == frame.top.NAME
            tried.append(picture.screen)
    assert sorted(tried) == sorted(names)

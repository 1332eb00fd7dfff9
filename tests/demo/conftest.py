"""Small invented centres, laid out once for all tests."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path

import pytest

from desktop.demo.layout import lay_out
from desktop.paper.centre_keys import CentreKeys, make_centre_keys
from desktop.vault.keys import KeyCost
from tests.conftest import Still

TODAY = date(2026, 11, 12)
COUNT = 150
NEXT_DAY = Still(datetime(2026, 11, 13, 9, tzinfo=UTC))
_SISTER = make_centre_keys("Sister", Still().world)


def laid(folder: Path, keys: CentreKeys, country: str = "LT", count: int = COUNT, seed: int = 7) -> Path:
    lay_out(
        folder, country=country, seed=seed, count=count, today=TODAY, progress=lambda done, of: None,
        tell=lambda line: None, cost=KeyCost.cheap(), keys=keys, sister_keys=_SISTER, world=NEXT_DAY.world,
    )  # fmt: skip
    return folder


@cache
def laid_once(place: Path, keys: CentreKeys, country: str) -> Path:
    """The same in the place of all tests, once for those who do not change it."""
    return laid(place / f"demo-{country}" / "out", keys, country)


@pytest.fixture(scope="session", params=["LT", "RS"])
def demo(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, seal_keys: CentreKeys) -> Path:
    """The folder of a laid out centre, in Lithuania and in Serbia."""
    return laid_once(tmp_path_factory.getbasetemp(), seal_keys, request.param)

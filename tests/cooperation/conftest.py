"""A centre with thirty months of records."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.conftest import Day, Fill
from tests.cooperation.invented_years import fill


@pytest.fixture
def day(later_day: Callable[[Fill], Day]) -> Day:
    return later_day(fill)

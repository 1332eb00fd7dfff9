"""What the tests of paper share: a centre's keys, made once, and a small sealed document."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from desktop.language import Language
from desktop.paper.centre_keys import CentreKeys, make_centre_keys
from desktop.paper.seal import sign
from desktop.paper.sheet import Sheet
from tests.conftest import Still

MADE = datetime(2026, 11, 9, 12, 32, tzinfo=UTC)


def small_pdf(words: str = "Rūta Žukauskienė") -> bytes:
    sheet = Sheet(Language("en"), title="Monthly summary", made=MADE)
    sheet.heading("Monthly summary", facts=("9 November 2026",))
    sheet.text(words)
    return sheet.draw().pdf


@pytest.fixture(scope="session")
def keys() -> CentreKeys:
    return make_centre_keys("Pajūrio krizių centras „Žiburys“", Still().world)


@pytest.fixture(scope="session")
def stranger() -> CentreKeys:
    """Somebody else who gave himself the same name."""
    return make_centre_keys("Pajūrio krizių centras „Žiburys“", Still(drawn=50).world)


@pytest.fixture(scope="session")
def sealed(keys: CentreKeys) -> bytes:
    return sign(small_pdf(), keys, MADE)

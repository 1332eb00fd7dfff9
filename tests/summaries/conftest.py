"""An invented centre with a seal, and one fixed summary that needs no vault."""

from __future__ import annotations

from datetime import UTC, date, datetime
from random import Random

import pypdfium2
import pytest
from sqlalchemy import select

from desktop.figures.counts import count
from desktop.figures.meeting_figures import protect
from desktop.paper.centre_keys import CentreKeys, make_centre_keys
from desktop.periods import Month
from desktop.records.centre_profile import SealKey
from desktop.records.issued import IssuedSummary
from desktop.summaries.press import Press
from desktop.summaries.summary import MEETING, OFFICIAL, Letter, Signatory, Summary
from desktop.vault.vault import Vault
from desktop.world import World
from tests.conftest import Still
from tests.figures.sample import fill, some_facts

MADE = datetime(2026, 11, 9, 12, 32, tzinfo=UTC)
KEPT = (SealKey, IssuedSummary)


def text_of(pdf: bytes) -> str:
    """All words of a PDF as a reader extracts them, page by page."""
    with pypdfium2.PdfDocument(pdf) as document:
        pages = []
        for page in document:
            words = page.get_textpage()
            pages.append(words.get_text_range().replace("\r\n", "\n"))
            words.close()
            page.close()
    return "\n----- page -----\n".join(pages) + "\n"


def fixed_summary(locale: str = "en", profile: str = OFFICIAL, seed: int = 7, notices: int = 70) -> Summary:
    """A summary that is the same in every run."""
    exact = count(some_facts(Random(seed), notices))
    return Summary(
        protect(exact) if profile == MEETING else exact, profile, locale,
        "SV-2026-10-M" if profile == MEETING else "SV-2026-10", MADE, date(2026, 11, 9),
        Letter("Krizių centras „Uosis“ <b> & Co", ("300000017 · Vasaros g. 4, Kretinga", "+370 445 00000"), "Kretinga"),
        "Socialinių paslaugų priežiūros departamentas", "Spalį pradėjo dirbti antra teisininkė.",
        Signatory("Rūta Jonynienė", "Statistikos darbuotoja"), Signatory("Dalia Žvirblytė", "Direktorė"),
        (), (), 4812, "00112233445566778899aabbccddeeff", "A1-296, 12 p.", True,
    )  # fmt: skip


@pytest.fixture(scope="session")
def keys() -> CentreKeys:
    return make_centre_keys("Pajūrio krizių centras", Still().world)


@pytest.fixture
def press(vault: Vault, still: Still, world: World, keys: CentreKeys) -> Press:
    fill(vault, months=3, a_month=25)
    still.moment = MADE
    with vault.change("Seal made", vault.worker) as session:
        session.add(
            SealKey(id=world.new_id(), root_certificate=keys.root, root_key=keys.root_key,
                    leaf_certificate=keys.certificate, leaf_key=keys.key,
                    made_at=world.now())
        )  # fmt: skip
    with vault.look() as session:
        assert session.scalars(select(SealKey)).one()
    return Press(vault, world)


@pytest.fixture
def october() -> Month:
    return Month(2026, 10)

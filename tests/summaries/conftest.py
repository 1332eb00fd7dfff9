"""An invented centre with a seal, and one fixed summary that needs no vault."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from random import Random
from uuid import UUID

import pypdfium2
import pytest
from sqlalchemy import select

from desktop.centre import Centre
from desktop.figures.counts import count
from desktop.figures.facts import Words
from desktop.figures.figures import TOTAL
from desktop.figures.meeting_figures import protect
from desktop.paper.centre_keys import CentreKeys, make_centre_keys
from desktop.periods import Month, Quarter
from desktop.reconciliation.bringing import Brought
from desktop.reconciliation.partner_list import PartnerList
from desktop.reconciliation.partner_people import PartnerPerson
from desktop.reconciliation.partner_rows import PartnerNotice
from desktop.reconciliation.reconciliations import Explained, Remarks
from desktop.records.centre_profile import SealKey
from desktop.records.difference import THEIRS
from desktop.records.directory import AgencyDraft
from desktop.records.issued import IssuedSummary
from desktop.records.reconciliation import Reconciliation
from desktop.summaries.press import Press
from desktop.summaries.summary import MEETING, OFFICIAL, Agreed, Correction, Letter, Signatory, Summary
from desktop.vault.vault import Vault
from desktop.world import World
from tests.conftest import Day, Sample, Still
from tests.figures.sample import fill, quarter_facts, some_facts
from tests.summaries.reconciled import BOTH, NAMES, OCTOBER, enter_ours

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


def fixed_quarter(locale: str = "en") -> Summary:
    """A summary of a quarter that is the same in every run: corrected, and agreed with a sender by months."""
    figures = count(quarter_facts(Random(7)))
    quarter, now = Quarter(2026, 2), figures.table("received").value(TOTAL, "before")
    changed = Correction(
        quarter,
        "received/total/count",
        "Notices received by sender",
        Words("Total"),
        Words(),
        now - 1,
        now,
        entered=1,
    )
    agreed = (
        Agreed("Klaipėdos apskrities VPK", 41, 40, 38, "SA-2026-07", ("2026-07",)),
        Agreed("Klaipėdos apskrities VPK", 80, 77, None, "", ("2026-08", "2026-09")),
    )
    return replace(
        fixed_summary(locale), figures=figures, number="SV-2026-Q3", note="", corrections=(changed,), agreed=agreed,
        corrected=("received/total/before", "series/2026-08/count"),
    )  # fmt: skip


@pytest.fixture(scope="session")
def keys() -> CentreKeys:
    return make_centre_keys("Pajūrio krizių centras", Still().world)


@pytest.fixture
def vault_day(later_vault: Callable[[Sample], Day]) -> Day:
    return later_vault(three_months)


def three_months(vault: Vault) -> None:
    fill(vault, months=3, a_month=25)


@pytest.fixture
def press(vault: Vault, still: Still, world: World, keys: CentreKeys) -> Press:
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


@pytest.fixture
def police(centre: Centre) -> UUID:
    return centre.directory.enter(AgencyDraft(name="Klaipėdos apskrities VPK", kind="police"), centre.worker).id


@pytest.fixture
def unit(centre: Centre, police: UUID) -> UUID:
    draft = AgencyDraft(
        name="Kretingos rajono policijos komisariatas", short_name="Kretingos PK", kind="police", parent_id=police
    )
    return centre.directory.enter(draft, centre.worker).id


@pytest.fixture
def kept(centre: Centre, police: UUID, unit: UUID) -> Reconciliation:
    """Five of theirs: two arrived, one never did and is entered, one went elsewhere, one is not explained."""
    for number, name in enumerate(NAMES[:2]):
        enter_ours(centre, police, unit, number, name)
    notices = tuple(
        PartnerNotice(
            "Lapas1", (number + 3,), f"77-PR-{number}-26", date(2026, 10, number * 5 + 2),
            (PartnerPerson(name, None, "", ""),), "Kretingos PK",
        )
        for number, name in enumerate(NAMES)
    )  # fmt: skip
    log = centre.reconciliations
    brought = log.bring(
        Brought(OCTOBER, police, OCTOBER, "spalis.xlsx"), PartnerList(notices, (), (), (), (), {}), centre.worker
    )
    rows = {row.names: row.id for row in log.standing(brought.id).lists.theirs.values()}
    log.enter_missing(brought.id, rows[NAMES[2]], centre.worker)
    log.explain(brought.id, Explained(THEIRS, "other_centre", rows=(rows[NAMES[3]],)), centre.worker)
    log.remark(brought.id, Remarks("sent", what_next="Patikrins iki lapkričio 20 d."), centre.worker)
    return brought


@pytest.fixture
def settled(centre: Centre, kept: Reconciliation) -> Reconciliation:
    return centre.reconciliations.settle(kept.id, BOTH, centre.worker)

"""A protocol in force, and a few institutions that are parties to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

import pytest

from desktop.centre import Centre
from desktop.protocol.drafts import BasisDraft, ProtocolDraft, ProvisionDraft, SignatoryDraft, TextDraft
from desktop.protocol.protocols import Adoption
from desktop.protocol.sheet import VersionSheet
from tests.builders import an_agency
from tests.conftest import Day, Fill


@dataclass(frozen=True)
class Local:
    """A local protocol and those it binds."""

    centre: Centre
    protocol_id: UUID
    version_id: UUID
    police: UUID
    court: UUID

    @property
    def sheet(self) -> VersionSheet:
        """The version as it stands."""
        return self.centre.protocols.sheet(self.version_id)

    def adopt(self, version_id: UUID | None = None, on: date = date(2026, 10, 1)) -> None:
        """Close the text, have it signed by all, and adopt it."""
        version_id, by = version_id or self.version_id, self.centre.worker
        self.centre.protocols.close(version_id, by)
        for row in self.centre.signatories.of(version_id):
            self.centre.signatories.sign(row.signatory.id, by, on=on)
        self.centre.protocols.adopt(version_id, Adoption(on, on, date(2027, 3, 1)), by)


@pytest.fixture(scope="session")
def laid_down(later_day: Callable[[Fill], Day]) -> tuple[Day, Local]:
    """The day after it was laid down, which is done once, and what was laid down."""
    made: list[Local] = []
    return later_day(lambda centre: made.append(lay_down(centre))), made[0]


@pytest.fixture
def day(request: pytest.FixtureRequest, first_day: Day) -> Day:
    """With a protocol for whoever asks for one."""
    return request.getfixturevalue("laid_down")[0] if "local" in request.fixturenames else first_day


@pytest.fixture
def local(centre: Centre, laid_down: tuple[Day, Local]) -> Local:
    return replace(laid_down[1], centre=centre)


def lay_down(centre: Centre) -> Local:
    """A draft with three provisions in two chapters, which police, court and our centre will sign."""
    by = centre.worker
    police = centre.directory.enter(
        an_agency(name="Tauragės policija", representative="Jonas Jonaitis", deputy="Rūta Rūtaitė"), by
    ).id
    court = centre.directory.enter(an_agency(name="Tauragės teismas", kind="court"), by).id
    version = centre.protocols.begin(ProtocolDraft("Bendradarbiavimo protokolas", "lt"), by)
    chapters = {one.code: one.id for one in centre.protocols.sheet(version.id).chapters}
    centre.provisions.bring(
        version.id,
        [
            ProvisionDraft("1", "Tikslas", "Saugoti ir padėti.", chapters["purpose"], holds_all=True),
            ProvisionDraft(
                "4", "Pranešimas", "Policija praneša centrui per 24 valandas.", chapters["referral"],
                holders=(police,), trigger="incident", limit_number=24, limit_unit="hours",
                texts=(TextDraft("sr_Cyrl", "Обавештење", "Полиција обавештава центар у року од 24 сата."),),
                bases=(BasisDraft(named="BP 3.2"), BasisDraft(named="Įstatymo 13 str.")),
            ),
            ProvisionDraft(
                "5", "Pirmasis ryšys", "Centras susisiekia kitą darbo dieną.", chapters["referral"],
                holders=(None,), trigger="contact", limit_number=1, limit_unit="workdays",
            ),
        ],
        by,
    )  # fmt: skip
    for agency in (None, police, court):
        centre.signatories.add(version.id, SignatoryDraft(agency), by)
    return Local(centre, version.protocol_id, version.id, police, court)

"""A centre whose protocol is in force and being revised, for tests that go over every screen."""

from __future__ import annotations

from datetime import date

from desktop.centre import Centre
from desktop.protocol.drafts import BasisDraft, ProtocolDraft, ProvisionDraft, SignatoryDraft, TextDraft
from desktop.protocol.protocols import Adoption
from tests.builders import an_agency
from tests.windows.sitting import meetings_too

DAY = date(2026, 1, 15)


def protocol_too(centre: Centre) -> None:
    """A busy centre with meetings and a protocol: one version signed and in force, the next one drafted."""
    meetings_too(centre)
    by = centre.worker
    names = "Apskrities vyriausiasis policijos komisariatas", "Apylinkės prokuratūra"
    police, law = (
        centre.directory.enter(an_agency(name=name, kind=kind, representative="Jonas Jonaitis"), by).id
        for name, kind in zip(names, ("police", "prosecution"), strict=True)
    )
    version = centre.protocols.begin(ProtocolDraft("Vietos bendradarbiavimo protokolas", "lt"), by)
    chapters = {each.code: each.id for each in centre.protocols.sheet(version.id).chapters}
    centre.provisions.bring(
        version.id,
        [
            ProvisionDraft("1", "Tikslas", "Saugoti ir padėti.", chapters["purpose"], holds_all=True),
            ProvisionDraft(
                "4", "Pranešimas centrui", "Policija praneša per 24 valandas.", chapters["referral"],
                holders=(police, law), trigger="incident", limit_number=24, limit_unit="hours",
                texts=(TextDraft("sr_Cyrl", "Обавештење центра", "Полиција обавештава центар у року од 24 сата."),),
                bases=(BasisDraft(named="Įstatymo 13 straipsnio 2 dalis"),),
            ),
            ProvisionDraft("5", "Pirmasis ryšys", "Centras susisiekia kitą darbo dieną.", chapters["referral"],
                           holders=(None,), trigger="contact", limit_number=1, limit_unit="workdays"),
        ],
        by,
    )  # fmt: skip
    for agency in (None, police, law):
        centre.signatories.add(version.id, SignatoryDraft(agency), by)
    centre.protocols.close(version.id, by)
    for row in centre.signatories.of(version.id):
        centre.signatories.sign(row.signatory.id, by, on=DAY)
    centre.protocols.adopt(version.id, Adoption(DAY, DAY, date(2026, 12, 1)), by)
    centre.protocols.revise(version.id, "Suderinti su Bendruoju protokolu", by)

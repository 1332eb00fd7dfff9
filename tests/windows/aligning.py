"""A centre whose protocol is to be measured by an act."""

from __future__ import annotations

from desktop.centre import Centre
from desktop.protocol.acts import ActDraft, PointDraft
from desktop.protocol.drafts import ProtocolDraft, ProvisionDraft


def two_and_three(centre: Centre) -> None:
    """Two provisions, and an act with three points."""
    by = centre.worker
    version = centre.protocols.begin(ProtocolDraft("Bendradarbiavimo protokolas", "lt"), by, outline=False)
    drafts = [
        ProvisionDraft("4", "Pranešimas", "Per 24 valandas.", holds_all=True),
        ProvisionDraft("5", "Ryšys", "Kitą dieną."),
    ]
    centre.provisions.bring(version.id, drafts, by)
    points = [
        PointDraft("3.2", "Prijem", "Odmah."),
        PointDraft("4.1", "Dete", "Dete je žrtva."),
        PointDraft("9", "Kita"),
    ]
    centre.acts.bring(ActDraft("general", "Opšti protokol", "OP", "", "sr_Latn"), points, by)

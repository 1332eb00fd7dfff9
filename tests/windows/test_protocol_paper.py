"""The page of a paper about the protocol: what stands in its way is told, and asked where only a person can say."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from desktop.centre import Centre
from desktop.protocol.drafts import ProtocolDraft, ProvisionDraft
from desktop.protocol.protocols import Adoption
from desktop.records.contact_draft import PersonDraft
from desktop.windows.main import Main
from desktop.windows.protocol_paper import ProtocolPaperPage
from tests.windows.looking import settle


def test_a_name_in_a_closed_text_is_shown_and_said_to_be_meant(desk_of: Callable[..., Main], centre: Centre) -> None:
    by, day = centre.worker, date(2026, 10, 1)
    version = centre.protocols.begin(ProtocolDraft("Protokolas", "lt"), by)
    text = "Ryšius palaiko Daiva Jonaitienė."
    centre.provisions.add(version.id, ProvisionDraft("4", "Pranešimas", text, holds_all=True), by)
    centre.protocols.close(version.id, by)
    centre.protocols.adopt(version.id, Adoption(day, day), by)
    centre.people.enter(PersonDraft("Daiva Jonaitienė", sex="female"), by)
    frame = desk_of(centre)
    frame.go("protocol_paper", version.id)
    settle()
    page = frame.top
    assert isinstance(page, ProtocolPaperPage)
    assert text in page.banner.words()
    assert page.content is None
    assert page.banner.meant_button.isVisible()
    page.banner.meant_button.click()
    settle()
    assert page.banner.isHidden()
    assert page.seal_button.isEnabled()
    page.seal()
    settle()
    assert [row.number for row in centre.protocol_papers.of()] == ["LP-1"]

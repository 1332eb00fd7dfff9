"""No paper about the protocol carries out the name, telephone or address of a helped person, however it was typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from desktop.centre import Centre
from desktop.problems import Invalid
from desktop.protocol.drafts import ProtocolDraft, ProvisionDraft
from desktop.protocol.protocols import Adoption
from desktop.protocol.revision_drafts import ChangeDraft
from desktop.records.contact_draft import PersonDraft
from tests.builders import an_agency

WORDS = (
    "Daiva Jonaitienė laukė dvi dienas.",
    "Susitarti su DAIVA JONAITIENE.",
    "Skambinti 0 612 30 041.",
    "Kreiptis: Žvejų g. 8.",
)


@pytest.fixture
def draft_id(centre: Centre) -> UUID:
    """A draft that revises an adopted protocol, in a centre that helps one person."""
    by = centre.worker
    centre.directory.enter(an_agency(representative="Jonas Jonaitis"), by)
    centre.people.enter(
        PersonDraft("Daiva Jonaitienė", sex="female", phone="0 612 30 041", address="Žvejų g. 8, Kretinga"), by
    )
    version = centre.protocols.begin(ProtocolDraft("Protokolas", "lt"), by)
    centre.provisions.add(version.id, ProvisionDraft("4", "Pranešimas", "Policija praneša.", holds_all=True), by)
    centre.protocols.close(version.id, by)
    centre.protocols.adopt(version.id, Adoption(date(2026, 10, 1), date(2026, 10, 1)), by)
    return centre.protocols.revise(version.id, "", by).id


@pytest.mark.parametrize("words", WORDS)
@pytest.mark.parametrize("kind", ["comparison", "protocol"])
def test_no_provision_carries_a_person_out(centre: Centre, draft_id: UUID, kind: str, words: str) -> None:
    row, papers = centre.protocols.sheet(draft_id).provisions[0], centre.protocol_papers
    centre.provisions.amend(row.provision.id, replace(row.draft(), text=words), centre.worker)
    with pytest.raises(Invalid) as refused:
        papers.prepare(papers.asked(kind, draft_id))
    assert {each.values["code"] for each in refused.value.problems} != set()
    assert papers.of() == []


@pytest.mark.parametrize("words", WORDS)
def test_no_judgement_carries_a_person_out(centre: Centre, draft_id: UUID, words: str) -> None:
    provision = centre.protocols.sheet(draft_id).provisions[0].provision
    centre.alignments.judge(draft_id, provision.id, "missing", centre.worker, needed=words)
    papers = centre.protocol_papers
    with pytest.raises(Invalid):
        papers.make(papers.asked("alignment", draft_id), centre.worker)


@pytest.mark.parametrize("words", WORDS)
def test_no_table_for_comments_carries_a_person_out(centre: Centre, draft_id: UUID, words: str) -> None:
    provision = centre.protocols.sheet(draft_id).provisions[0].provision
    change = replace(ChangeDraft.for_provision(provision), text=words)
    centre.revision.propose(draft_id, change, centre.worker)
    with pytest.raises(Invalid):
        centre.revision.comment_table(draft_id, None)


def test_an_official_and_plain_words_stand_on_every_paper(centre: Centre, draft_id: UUID) -> None:
    row, papers = centre.protocols.sheet(draft_id).provisions[0], centre.protocol_papers
    words = "Kretingos komisaras Jonas Jonaitis praneša per 24 valandas."
    centre.provisions.amend(row.provision.id, replace(row.draft(), text=words), centre.worker)
    for kind in ("comparison", "alignment", "duties", "protocol"):
        assert papers.preview(papers.prepare(papers.asked(kind, draft_id))).pages
    assert centre.revision.comment_table(draft_id, None)

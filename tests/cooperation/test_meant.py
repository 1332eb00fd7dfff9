"""A closed text that tells of a person goes on paper once somebody has looked at it and says that it is meant so."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest

from desktop.centre import Centre
from desktop.problems import Invalid
from desktop.protocol.drafts import ProtocolDraft, ProvisionDraft, TextDraft
from desktop.protocol.meant import MayBeMeant
from desktop.protocol.protocols import Adoption
from desktop.records.contact_draft import PersonDraft

TEXT = "Policija praneša per 24 valandas. Ryšius palaiko koord. gr. narė Daiva Jonaitienė."
DAY = date(2026, 10, 1)


@pytest.fixture
def adopted_id(centre: Centre) -> UUID:
    """An adopted protocol that names somebody; later a person of that name is helped."""
    by = centre.worker
    version = centre.protocols.begin(ProtocolDraft("Protokolas", "lt"), by)
    texts = (TextDraft("sr_Cyrl", "Обавештење", "Везу одржава Daiva Jonaitienė."),)
    centre.provisions.add(version.id, ProvisionDraft("4", "Pranešimas", TEXT, holds_all=True, texts=texts), by)
    centre.protocols.close(version.id, by)
    centre.protocols.adopt(version.id, Adoption(DAY, DAY), by)
    centre.people.enter(PersonDraft("Daiva Jonaitienė", sex="female"), by)
    return version.id


def refused(centre: Centre, version_id: UUID, kind: str = "protocol", language: str = "") -> MayBeMeant:
    """What stands in the way of this paper."""
    papers = centre.protocol_papers
    with pytest.raises(MayBeMeant) as told:
        papers.prepare(papers.asked(kind, version_id, language=language))
    return told.value


def test_the_place_is_told_and_the_paper_made_once_it_is_said_to_be_meant(centre: Centre, adopted_id: UUID) -> None:
    papers, told = centre.protocol_papers, refused(centre, adopted_id)
    assert told.problems[0].values["place"] == "4"
    assert told.problems[0].values["text"] == "Ryšius palaiko koord. gr. narė Daiva Jonaitienė."
    papers.say_meant(told, centre.worker)
    assert papers.make(papers.asked("protocol", adopted_id), centre.worker).number == "LP-1"


def test_it_is_said_for_one_text_and_one_person(centre: Centre, adopted_id: UUID) -> None:
    papers = centre.protocol_papers
    papers.say_meant(refused(centre, adopted_id), centre.worker)
    assert refused(centre, adopted_id, language="sr_Cyrl").problems[0].values["place"] == "4"
    centre.people.enter(PersonDraft("Daiva Jonaitienė", sex="female"), centre.worker)
    assert len(refused(centre, adopted_id).meant) == 1


def test_the_history_keeps_it_and_takes_it_back(centre: Centre, adopted_id: UUID) -> None:
    told = refused(centre, adopted_id)
    centre.protocol_papers.say_meant(told, centre.worker)
    entry = centre.history.entries(limit=1)[0]
    assert (entry.what, entry.fields) == ("Said to be meant in the closed text: {code}", {"code": told.meant[0].code})
    centre.history.undo(entry.number, centre.worker)
    assert refused(centre, adopted_id).meant == told.meant


def test_what_was_said_holds_for_the_comparison_with_its_parts(centre: Centre, adopted_id: UUID) -> None:
    papers, by = centre.protocol_papers, centre.worker
    papers.say_meant(refused(centre, adopted_id), by)
    draft = centre.protocols.revise(adopted_id, "", by)
    row = centre.protocols.sheet(draft.id).provisions[0]
    centre.provisions.amend(
        row.provision.id, ProvisionDraft("4", "Pranešimas", "Policija praneša.", holds_all=True), by
    )
    assert papers.preview(papers.prepare(papers.asked("comparison", draft.id))).pages


def test_what_can_be_written_anew_is_refused_as_before(centre: Centre, adopted_id: UUID) -> None:
    papers, by = centre.protocol_papers, centre.worker
    papers.say_meant(refused(centre, adopted_id), by)
    provision = centre.protocols.sheet(adopted_id).provisions[0].provision
    centre.alignments.judge(adopted_id, provision.id, "missing", by, needed="Susitarti su Daiva Jonaitiene.")
    with pytest.raises(Invalid) as told:
        papers.prepare(papers.asked("alignment", adopted_id))
    assert not isinstance(told.value, MayBeMeant)

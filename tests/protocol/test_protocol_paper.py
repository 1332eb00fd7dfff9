"""The whole protocol on paper: its words in three languages, a draft until it is closed, sealed and signed after."""

from __future__ import annotations

import io
import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from desktop.paper.sheet import Drawn
from desktop.problems import Problem
from desktop.protocol.drafts import ChapterDraft, ProtocolDraft, SignatoryDraft
from desktop.protocol.protocol_paper import letter
from tests.protocol.conftest import Local
from tests.summaries.conftest import text_of

GOLDEN = Path(__file__).parent.parent / "golden"
WRITE = os.environ.get("LIEPA_GOLDEN") == "write"
"""`LIEPA_GOLDEN=write` writes the files anew; look at the difference."""


def drawn(local: Local, locale: str = "") -> Drawn:
    papers = local.centre.protocol_papers
    content = papers.prepare(papers.asked("protocol", local.version_id, language=locale))
    return papers.preview(replace(content, head=content.head.marked(13, bytes(range(32)))))


@pytest.fixture
def told(local: Local) -> Local:
    """The same, with its name and a chapter in a further language, closed and signed by one."""
    centre, by = local.centre, local.centre.worker
    name = "sr_Cyrl Протокол о сарадњи"
    centre.protocols.amend(local.protocol_id, ProtocolDraft("Bendradarbiavimo protokolas", "lt", name), by)
    purpose = next(each for each in local.sheet.chapters if each.code == "purpose")
    titled = ChapterDraft("purpose", "Ko siekiame", "sr_Cyrl Чему тежимо")
    centre.provisions.amend_chapter(purpose.id, titled, by)
    centre.protocols.close(local.version_id, by)
    police = next(row.signatory.id for row in centre.signatories.of(local.version_id) if row.agency)
    centre.signatories.sign(police, by)
    return local


@pytest.mark.parametrize("locale", ["lt", "sr_Cyrl", "sr_Latn"])
def test_the_paper_reads_as_it_was_approved(told: Local, locale: str) -> None:
    read, kept = text_of(drawn(told, locale).pdf), GOLDEN / f"protocol-{locale}.txt"
    if WRITE:
        kept.write_text(read, encoding="utf-8")
    assert read == kept.read_text(encoding="utf-8")


def test_a_draft_says_so_has_no_room_for_signatures_and_is_not_sealed(local: Local) -> None:
    pages = drawn(local, "en")
    assert "DRAFT" in text_of(pages.pdf)
    assert "What the digital seal shows" not in text_of(pages.pdf)
    assert pages.fields == ()
    papers = local.centre.protocol_papers
    with pytest.raises(Problem, match="not closed yet"):
        papers.make(papers.asked("protocol", local.version_id), local.centre.worker)


def test_a_closed_text_has_a_field_for_each_party_that_did_not_withdraw(told: Local) -> None:
    assert len(drawn(told).fields) == 3
    signatories, by = told.centre.signatories, told.centre.worker
    party = next(row.signatory for row in signatories.of(told.version_id) if row.state == "signed")
    gone = replace(SignatoryDraft.of(party), withdrawn_on=told.centre.world.today())
    signatories.amend(party.id, gone, by)
    pages = drawn(told, "en")
    assert len(pages.fields) == 2
    assert "Withdrawn: Tauragės policija" in text_of(pages.pdf)


def test_names_of_fields_hold_no_full_stops_and_differ(told: Local) -> None:
    names = [field.name for field in drawn(told).fields]
    assert not any("." in name for name in names)
    assert len(set(names)) == len(names)


def test_a_sealed_paper_is_kept_and_made_again_takes_the_place_of_the_former(told: Local) -> None:
    papers, by = told.centre.protocol_papers, told.centre.worker
    first = papers.make(papers.asked("protocol", told.version_id), by)
    second = papers.make(papers.asked("protocol", told.version_id), by)
    assert (first.number, second.number) == ("LP-1", "LP-1/2")
    assert [row.superseded_by_id for row in papers.of(kind="protocol")] == [None, second.id]


def test_the_file_to_edit_holds_every_provision_and_every_party(told: Local, tmp_path: Path) -> None:
    papers = told.centre.protocol_papers
    file = papers.write_letter(papers.prepare(papers.asked("protocol", told.version_id)), tmp_path / "a.docx")
    read = Document(io.BytesIO(file.read_bytes()))
    words = [each.text for each in read.paragraphs]
    assert {"1. Tikslas", "4. Pranešimas", "5. Pirmasis ryšys"} <= set(words)
    assert [row.cells[0].text for row in read.tables[-1].rows[1:]][1:] == ["Tauragės policija", "Tauragės teismas"]


def test_the_days_of_an_adopted_version_stand_on_it(local: Local) -> None:
    local.adopt(on=date(2026, 10, 1))
    page = text_of(drawn(local, "en").pdf)
    assert "1 October 2026" in page
    assert "1 March 2027" in page


def test_the_small_line_under_a_provision_stays_with_it_in_the_letter(local: Local) -> None:
    papers = local.centre.protocol_papers
    content = papers.prepare(papers.asked("protocol", local.version_id, language="lt"))
    paragraphs = Document(io.BytesIO(letter(content))).paragraphs
    told = [at for at, each in enumerate(paragraphs) if each.text.startswith("Už pareigą atsako")]
    assert len(told) == 3
    assert all(paragraphs[at - 1].paragraph_format.keep_with_next for at in told)

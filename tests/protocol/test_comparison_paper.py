"""The comparison of two versions on paper and as a file to write in: every change stands in it, with its signs."""

from __future__ import annotations

import io
from dataclasses import replace
from uuid import UUID

import pytest
from docx import Document

from desktop.protocol.drafts import ProvisionDraft, TextDraft
from tests.protocol.conftest import Local
from tests.summaries.conftest import text_of
from tests.summaries.test_layout import compare


@pytest.fixture
def revised(local: Local) -> Local:
    """A draft in which one provision is new, one left out, one changed."""
    local.adopt()
    centre, by = local.centre, local.centre.worker
    second = centre.protocols.revise(local.version_id, "", by)
    draft = centre.protocols.sheet(second.id)
    four = draft.numbered("4")
    assert four
    said = TextDraft("sr_Cyrl", "Обавештење", "Полиција одмах обавештава центар, најкасније за 12 сати.")
    text = "Policija praneša centrui nedelsdama, ne vėliau kaip per 12 valandų."
    changed = replace(four.draft(), text=text, limit_number=12, texts=(said,))
    centre.provisions.amend(four.provision.id, changed, by)
    centre.provisions.remove(draft.provisions[2].provision.id, by)
    child = TextDraft("sr_Cyrl", "Дете сведок", "Дете се не испитује поново.")
    chapter = four.provision.chapter_id
    new = ProvisionDraft("6", "Vaikas liudytojas", "Vaikas pakartotinai neapklausiamas.", chapter, texts=(child,))
    centre.provisions.add(second.id, new, by)
    return replace(local, version_id=second.id)


def _drawn(local: Local, locale: str) -> bytes:
    """The pages with a record mark that does not hang on what a vault keeps besides."""
    papers = local.centre.protocol_papers
    content = papers.prepare(papers.asked("comparison", local.version_id, language=locale))
    return papers.preview(replace(content, head=content.head.marked(18, bytes(32)))).pdf


@pytest.mark.parametrize("locale", ["lt", "sr_Cyrl", "sr_Latn"])
def test_the_paper_reads_as_it_was_approved(revised: Local, locale: str) -> None:
    compare(f"comparison-{locale}.txt", text_of(_drawn(revised, locale)))


def test_the_file_to_write_in_has_the_same_signs(revised: Local) -> None:
    papers = revised.centre.protocol_papers
    content = papers.prepare(papers.asked("comparison", revised.version_id))
    grid = Document(io.BytesIO(_letter(content))).tables[-1]
    row = next(line for line in grid.rows if line.cells[0].text.startswith("4"))
    struck = [run.text for each in row.cells[1].paragraphs for run in each.runs if run.font.strike]
    heavy = [run.text for each in row.cells[2].paragraphs for run in each.runs if run.font.underline and run.font.bold]
    assert struck[0] == "[per 24 valandas]"
    assert heavy[0] == "nedelsdama, ne vėliau kaip per 12 valandų"


def _letter(content: object) -> bytes:
    from desktop.protocol.comparison_paper import ComparisonContent, letter

    assert isinstance(content, ComparisonContent)
    return letter(content)


def test_a_long_provision_runs_over_pages(revised: Local) -> None:
    centre, by = revised.centre, revised.centre.worker
    long = " ".join(f"Žodis{n}" for n in range(900))
    centre.provisions.add(revised.version_id, ProvisionDraft("7", "Ilga", long), by)
    papers = centre.protocol_papers
    drawn = papers.preview(papers.prepare(papers.asked("comparison", revised.version_id, language="lt")))
    read = text_of(drawn.pdf)
    assert drawn.pages > 2
    assert all(f"Žodis{n}" in read for n in (0, 450, 899))


def test_the_sealed_paper_is_kept_and_a_later_one_takes_its_place(revised: Local) -> None:
    papers, by = revised.centre.protocol_papers, revised.centre.worker
    first = papers.make(papers.asked("comparison", revised.version_id), by)
    papers.make(papers.asked("comparison", revised.version_id), by)
    listed = {row.number: row.superseded_by_id for row in papers.of(kind="comparison")}
    assert isinstance(listed[first.number], UUID)

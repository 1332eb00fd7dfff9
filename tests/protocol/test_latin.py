"""Papers about a protocol in Serbian Latin: no Cyrillic letter, whatever script its words were typed in."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document

from desktop.centre import Centre
from desktop.protocol.acts import ActDraft, PointDraft
from desktop.protocol.drafts import BasisDraft, ProtocolDraft, ProvisionDraft, SignatoryDraft
from desktop.protocol.revision_drafts import ChangeDraft, CommentDraft
from tests.builders import an_agency
from tests.protocol.conftest import Local
from tests.summaries.conftest import text_of


@pytest.fixture
def cyrillic(centre: Centre) -> Local:
    """A second version whose every word, and those of the acts, was typed in Cyrillic letters."""
    by = centre.worker
    police = centre.directory.enter(an_agency(name="Полицијска управа", kind="police"), by).id
    first = centre.protocols.begin(ProtocolDraft("Споразум о сарадњи", "sr_Cyrl"), by, outline=False)
    drafts = [
        ProvisionDraft("4а", "Обавештење", "Полиција обавештава центар.", holders=(police,), trigger="incident",
                       trigger_words="Чим сазна", limit_number=24, limit_unit="hours",
                       bases=(BasisDraft(named="Закон, члан 13"),)),
        ProvisionDraft("5", "Веза", "Центар се јавља сутрадан.", holders=(None,)),
    ]  # fmt: skip
    centre.provisions.bring(first.id, drafts, by)
    centre.signatories.add(first.id, SignatoryDraft(police), by)
    local = Local(centre, first.protocol_id, first.id, police, police)
    local.adopt()
    second = centre.protocols.revise(first.id, "Због Општег протокола", by)
    four, five = (row.provision.id for row in centre.protocols.sheet(second.id).provisions)
    log = centre.revision
    log.accept(log.propose(second.id, ChangeDraft("change", four, "4а", "Обавештење", "Одмах."), by).id, by)
    said = log.propose(second.id, ChangeDraft("add", number="6", title="Дете", text="Дете сведок."), by)
    log.comment(second.id, CommentDraft(agency_id=police, change_id=said.id, text="Слажемо се."), by)
    points = [PointDraft("3.2", "Пријем", "Одмах."), PointDraft("4.1", "Дете", "Дете је жртва.")]
    act = centre.acts.bring(ActDraft("general", "Општи протокол", "ОП", "", "sr_Cyrl"), points, by)
    one, two = centre.acts.points(act.id)
    centre.alignments.answer(one.id, five, by)
    centre.alignments.judge(second.id, five, "partly", by, needed="Краћи рок.")
    centre.alignments.judge(second.id, None, "missing", by, needed="Нова одредба.", point_id=two.id)
    return Local(centre, first.protocol_id, second.id, police, police)


def written(file: bytes) -> Iterator[str]:
    """Every word of a DOCX."""
    document = Document(io.BytesIO(file))
    yield from (each.text for each in document.paragraphs)
    yield from (cell.text for table in document.tables for row in table.rows for cell in row.cells)


def cyrillic_in(words: str) -> list[str]:
    """The lines in which a Cyrillic letter stands."""
    return [each for each in words.splitlines() if any("CYRILLIC" in unicodedata.name(sign, "") for sign in each)]


@pytest.mark.parametrize("kind", ["protocol", "comparison", "alignment", "duties"])
def test_no_cyrillic_letter_is_left_on_a_paper_in_serbian_latin(cyrillic: Local, kind: str, tmp_path: Path) -> None:
    papers = cyrillic.centre.protocol_papers
    content = papers.prepare(papers.asked(kind, cyrillic.version_id, language="sr_Latn", whole=True, receiver="Суд"))
    file = papers.write_letter(content, tmp_path / "paper.docx")
    pages, letter = text_of(papers.preview(content).pdf), "\n".join(written(file.read_bytes()))
    assert "Sporazum o saradnji" in pages
    assert "Sporazum o saradnji" in letter
    assert cyrillic_in(pages) == []
    assert cyrillic_in(letter) == []


def test_no_cyrillic_letter_is_left_in_the_table_for_comments(cyrillic: Local) -> None:
    file = cyrillic.centre.revision.comment_table(cyrillic.version_id, cyrillic.police, language="sr_Latn")
    assert cyrillic_in("\n".join(written(file))) == []

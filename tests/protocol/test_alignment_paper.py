"""What still has to be brought into line, on paper: only that by default, all on wish, the same as a file to edit."""

from __future__ import annotations

import io
import os
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document

from desktop.protocol.acts import ActDraft, PointDraft
from tests.protocol.conftest import Local
from tests.summaries.conftest import text_of

GOLDEN = Path(__file__).parent.parent / "golden"
WRITE = os.environ.get("LIEPA_GOLDEN") == "write"
"""`LIEPA_GOLDEN=write` writes the files anew; look at the difference."""


@pytest.fixture
def judged(local: Local) -> Local:
    """A protocol half brought into line with a General Protocol."""
    centre, by = local.centre, local.centre.worker
    points = [
        PointDraft("3.2", "Prijem", "Odmah."),
        PointDraft("4.1", "Dete svedok", "Dete je žrtva."),
        PointDraft("9"),
    ]
    act = centre.acts.bring(ActDraft("general", "Opšti protokol", "OP", "Sl. glasnik 2021", "sr_Latn"), points, by)
    first, second, third = centre.acts.points(act.id)
    one, four, _five = (row.provision.id for row in local.sheet.provisions)
    centre.alignments.answer(first.id, four, by)
    needed = "Riba turi būti „nedelsiant, ne vėliau kaip per 12 valandų“."
    centre.alignments.judge(local.version_id, four, "partly", by, needed=needed)
    centre.alignments.judge(local.version_id, one, "matched", by)
    centre.alignments.judge(local.version_id, None, "missing", by, needed="Nauja nuostata.", point_id=second.id)
    centre.alignments.judge(local.version_id, None, "apart", by, point_id=third.id)
    return local


def drawn(local: Local, locale: str, *, whole: bool = False) -> bytes:
    papers = local.centre.protocol_papers
    content = papers.prepare(papers.asked("alignment", local.version_id, language=locale, whole=whole))
    return papers.preview(replace(content, head=content.head.marked(15, bytes(range(32))))).pdf


@pytest.mark.parametrize("locale", ["lt", "sr_Cyrl", "sr_Latn"])
def test_the_paper_reads_as_it_was_approved(judged: Local, locale: str) -> None:
    read, kept = text_of(drawn(judged, locale)), GOLDEN / f"alignment-{locale}.txt"
    if WRITE:
        kept.write_text(read, encoding="utf-8")
    assert read == kept.read_text(encoding="utf-8")


def test_only_what_is_not_in_line_stands_in_it_unless_all_is_wished_for(judged: Local) -> None:
    some, everything = text_of(drawn(judged, "en")), text_of(drawn(judged, "en", whole=True))
    assert "Pranešimas" in some
    assert "Pirmasis ryšys" not in some
    assert all(words in everything for words in ("Pranešimas", "Pirmasis ryšys", "Not judged", "OP 9"))


def test_the_file_to_edit_holds_the_same_rows(judged: Local, tmp_path: Path) -> None:
    papers = judged.centre.protocol_papers
    file = papers.write_letter(papers.prepare(papers.asked("alignment", judged.version_id)), tmp_path / "a.docx")
    grid = Document(io.BytesIO(file.read_bytes())).tables[-1]
    assert [row.cells[1].text for row in grid.rows[1:]] == ["BP 3.2, Įstatymo 13 str., OP 3.2", "OP 4.1"]


def test_a_protocol_that_is_in_line_says_so_and_a_sealed_paper_is_kept(local: Local) -> None:
    assert "is in line" in text_of(drawn(local, "en"))
    papers, by = local.centre.protocol_papers, local.centre.worker
    made = papers.make(papers.asked("alignment", local.version_id), by)
    assert made.number == "LPA-1"
    assert [row.kind for row in papers.of(version_id=local.version_id)] == ["alignment"]

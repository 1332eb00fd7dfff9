"""A table is sent out for comments and read back by number, whatever was done to it on the way."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from docx import Document

from desktop.language import LOCALES
from desktop.problems import Problem
from desktop.protocol.returned import comments_in
from desktop.protocol.revision_drafts import ChangeDraft
from desktop.spreadsheets.reading import read_book
from tests.protocol.conftest import Local


@pytest.fixture
def revised(local: Local) -> Local:
    """A draft in which one change and one new provision are proposed."""
    local.adopt()
    centre, by = local.centre, local.centre.worker
    second = centre.protocols.revise(local.version_id, "", by)
    four = centre.protocols.sheet(second.id).numbered("4")
    assert four
    change = replace(ChangeDraft.for_provision(four.provision), text="Policija praneša nedelsdama.")
    centre.revision.propose(second.id, change, by)
    centre.revision.propose(second.id, ChangeDraft("add", number="6", title="Vaikas", text="Vaikas liudytojas."), by)
    return replace(local, version_id=second.id)


def filled(file: bytes, answers: dict[str, str], also: Callable[[Any], None] = lambda grid: None) -> bytes:
    """The table with these answers written in by number, and whatever else was done to it."""
    document = Document(io.BytesIO(file))
    grid = document.tables[-1]
    for row in grid.rows[1:]:
        row.cells[-1].text = answers.get(row.cells[0].text, "")
    also(grid)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize("locale", LOCALES)
def test_what_is_written_into_the_sent_table_comes_back_by_number(revised: Local, locale: str) -> None:
    revision, by = revised.centre.revision, revised.centre.worker
    sent = revision.comment_table(revised.version_id, revised.police, locale)
    came = revision.read_returned(revised.version_id, filled(sent, {"4": "Sutinkame.", "6": "Gerai."}))
    assert [(each.number, each.text) for each in came.known] == [("4", "Sutinkame."), ("6", "Gerai.")]
    assert (came.unknown, came.silent) == ((), 2)
    assert revision.bring_comments(revised.version_id, revised.police, came, by) == 2
    said = {row.change.number: [each.comment.text for each in row.comments]
            for row in revision.changes(revised.version_id)}  # fmt: skip
    assert said == {"4": ["Sutinkame."], "6": ["Gerai."]}
    assert {row.comment.source for row in revision.comments(revised.version_id)} == {"docx"}


def test_columns_that_changed_places_and_words_beside_numbers_are_understood(revised: Local) -> None:
    def turned(grid: Any) -> None:
        for row in grid.rows:
            texts = [cell.text for cell in row.cells]
            for cell, words in zip(row.cells, [texts[3], texts[1], texts[2], texts[0]], strict=True):
                cell.text = words
        grid.rows[2].cells[3].text = "4 straipsnis."

    sent = revised.centre.revision.comment_table(revised.version_id, None, "lt")
    came = revised.centre.revision.read_returned(revised.version_id, filled(sent, {"4": "Taip.", "5": "Ne."}, turned))
    assert [(each.number, each.text) for each in came.known] == [("4", "Taip."), ("5", "Ne.")]


def test_an_unknown_number_is_listed_and_a_cell_joined_downwards_goes_on(revised: Local) -> None:
    def joined(grid: Any) -> None:
        strange = grid.add_row()
        strange.cells[0].text, strange.cells[3].text = "17", "O kas čia?"
        more = grid.add_row()
        more.cells[3].text = "Ir dar."
        strange.cells[0].merge(more.cells[0])

    sent = revised.centre.revision.comment_table(revised.version_id, None, "lt")
    came = revised.centre.revision.read_returned(revised.version_id, filled(sent, {"4": "Taip."}, joined))
    assert [(each.number, each.text) for each in came.known] == [("4", "Taip.")]
    assert [(each.number, each.text) for each in came.unknown] == [("17", "O kas čia?\nIr dar.")]


def test_a_table_whose_head_was_lost_is_read_by_the_places_of_its_columns(revised: Local) -> None:
    def beheaded(grid: Any) -> None:
        grid._tbl.remove(grid.rows[0]._tr)

    sent = revised.centre.revision.comment_table(revised.version_id, None, "lt")
    book = read_book(filled(sent, {"4": "Taip."}, beheaded))
    known = {"1": (None, None), "4": (None, None), "5": (None, None), "6": (None, None)}
    assert [each.text for each in comments_in(book, known).known] == ["Taip."]


def test_a_file_that_is_no_such_table_is_told_in_a_sentence(revised: Local) -> None:
    empty = io.BytesIO()
    Document().save(empty)
    other = Document()
    other.add_table(2, 2)
    kept = io.BytesIO()
    other.save(kept)
    for came in (b"", b"PK\x03\x04 broken", b"%PDF-1.7", empty.getvalue(), kept.getvalue()):
        with pytest.raises(Problem):
            revised.centre.revision.read_returned(revised.version_id, came)

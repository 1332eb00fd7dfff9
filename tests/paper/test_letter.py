from __future__ import annotations

import io
import re
import zipfile
from datetime import time
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.language import LOCALES, Language
from desktop.paper.cells import Column, Row, Table, count, hidden, text
from desktop.paper.edges import Foot, Letterhead
from desktop.paper.letter import Letter
from desktop.paper.pen import TAGS
from desktop.serbian import in_latin
from tests.paper.conftest import MADE
from tests.paper.meeting_papers import GROUP, HOUSE, SAID, about, achievements, commitments, signatories

FIGURES = Table(
    "Усаглашени подаци", "Јединица: пријава.", (Column("Центар"), Column("Усаглашено", numbers=True)),
    (Row((text("Плава врата"), count(1234))), Row((text("од тога"), hidden()), indent=True)), ("● није објављено",),
)  # fmt: skip


def agenda(locale: str = "sr_Cyrl", words: str = SAID) -> bytes:
    letter = Letter(
        Language(locale),
        title="Дневни ред",
        made=MADE,
        letterhead=Letterhead(HOUSE, ("Липова 8, 23000 Зрењанин", "023 000 000")),
        foot=Foot("Бр. 34/2026", "Ознака евиденције 2.951", "Пример", f"Прималац: {GROUP}"),
        running="Дневни ред · 12. 11. 2026.",
    )
    letter.heading("Дневни ред", facts=("Број: 34/2026", "Зрењанин"))
    letter.lead(words)
    letter.facts_list(about())
    letter.item("1. Шта је добро урађено", begins=time(10), minutes=15)
    letter.table(achievements(4))
    letter.section("Тачка 2")
    letter.subsection("Чланови")
    letter.text(f"{words}\n{words}")
    letter.conclusion("Закључак", words, commitments(3))
    letter.table(FIGURES)
    letter.note(words)
    letter.signatories(signatories(9))
    return letter.written()


def read(file: bytes) -> Any:
    return Document(io.BytesIO(file))


def test_what_was_told_is_read_back_in_its_order() -> None:
    said = [paragraph.text for paragraph in read(agenda()).paragraphs if paragraph.text]
    assert said[:4] == ["Број: 34/2026", "Зрењанин", "Дневни ред", SAID]
    assert "1. Шта је добро урађено\t10:00  15\u00a0min" in said
    assert said.count(SAID) == 5
    tables = read(agenda()).tables
    assert [len(table.rows) for table in tables] == [4, 4, 4, 3, 10]
    assert [cell.text for cell in tables[3].rows[1].cells] == ["Плава врата", "1.234"]
    assert tables[3].rows[2].cells[1].text == "●"


def test_headings_are_headings_and_heads_of_tables_are_repeated() -> None:
    file = read(agenda())
    styles = {paragraph.text.split("\t")[0]: paragraph.style.name for paragraph in file.paragraphs}
    assert styles["Дневни ред"] == "Heading 1"
    assert styles["1. Шта је добро урађено"] == styles["Тачка 2"] == "Heading 2"
    assert styles["Чланови"] == styles["Усаглашени подаци"] == "Heading 3"
    repeated = [bool(table.rows[0]._tr.findall(f".//{qn('w:tblHeader')}")) for table in file.tables]
    assert repeated == [False, False, True, True, True]


@pytest.mark.parametrize("locale", LOCALES)
def test_the_language_is_set_everywhere_and_pages_are_counted_by_fields(locale: str) -> None:
    file, told = agenda(locale), in_latin if locale == "sr_Latn" else str
    document = read(file)
    tags = {each.get(qn("w:val")) for each in document.styles.element.iter(qn("w:lang"))}
    assert tags == {TAGS[locale]}
    part = document.sections[0]
    for foot in (part.footer, part.first_page_footer):
        fields = [each.get(qn("w:instr")) for each in foot._element.iter(qn("w:fldSimple"))]
        assert sorted(fields) == ["NUMPAGES", "PAGE"]
        said = Language(locale).say("page {page} of {pages}", page=1, pages=1)
        assert said in "".join(each.text or "" for each in foot._element.iter(qn("w:t")))
        assert told(GROUP) in foot.paragraphs[0].text
    assert part.first_page_header.paragraphs[0].text == told(HOUSE)
    assert part.header.paragraphs[0].text == told("Дневни ред · 12. 11. 2026.")


def test_the_same_letter_gives_the_same_bytes_and_tells_nothing_of_the_computer() -> None:
    file = agenda()
    assert file == agenda()
    own = read(file).core_properties
    assert (own.author, own.last_modified_by, own.comments, own.title) == ("", "", "", "Дневни ред")
    assert own.created == own.modified == MADE.replace(tzinfo=own.created.tzinfo)
    with zipfile.ZipFile(io.BytesIO(file)) as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(2026, 11, 9, 12, 32, 0)}
        everything = b"".join(packed.read(name) for name in packed.namelist())
    assert b"python-docx" not in everything
    assert b'<w:font w:name="Source Sans 3"><w:altName w:val="Calibri"/>' in everything
    assert not re.search(rb"jpeg|thumbnail", everything.split(b"<Types")[0])


def test_the_styles_are_those_of_our_paper() -> None:
    styles = read(agenda()).styles
    assert styles["Normal"].font.name == "Source Sans 3"
    assert styles["Normal"].font.size.pt == 10
    assert (styles["Heading 1"].font.size.pt, str(styles["Heading 1"].font.color.rgb)) == (20, "1C5D63")
    assert not any(styles[name].font.italic for name in ("Normal", "Heading 1", "Heading 2", "Heading 3", "Note"))


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_whatever_was_typed_stays_words(typed: str) -> None:
    file = read(agenda(words=typed))
    fields = list(file.element.iter(qn("w:fldSimple"), qn("w:instrText"), qn("w:hyperlink")))
    assert fields == []

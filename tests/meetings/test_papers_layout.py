"""Pack, invitation and minutes on paper: their words in four languages, what a draft lacks, what is never cut."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pypdfium2
import pytest

from desktop.language import LOCALES, Language
from desktop.meetings import invitation_layout, minutes_layout, pack_layout
from desktop.meetings.paper_content import Correction, PackCase
from desktop.meetings.paper_drawing import drawn
from desktop.meetings.paper_layout import NOT_SEALED
from desktop.paper.sheet import Drawn
from tests.meetings.invented_agendas import GROUP
from tests.meetings.invented_papers import agenda_paper, invitation, minutes, pack
from tests.meetings.test_papers_agenda import as_written, docx_text
from tests.summaries.conftest import text_of
from tests.summaries.test_layout import compare, one_line

CORRECTION = Correction(date(2026, 11, 25), "Весна Шљукић", "Рок за предлог: 4. децембар.")


def words(drawn: Drawn) -> list[str]:
    """The words of each page."""
    return [one_line(page).replace("\u00a0", " ") for page in text_of(drawn.pdf).split("----- page -----")]


@pytest.mark.parametrize("locale", LOCALES)
def test_the_words_of_the_papers_are_those_that_were_read_and_approved(locale: str) -> None:
    compare(f"pack-{locale}.txt", text_of(pack_layout.draw(pack(locale)).pdf))
    compare(f"invitation-{locale}.txt", text_of(invitation_layout.draw(invitation(locale)).pdf))
    paper = minutes(locale, corrections=(CORRECTION,))
    compare(f"minutes-{locale}.txt", text_of(minutes_layout.draw(paper).pdf))


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert pack_layout.draw(pack("lt")).pdf == pack_layout.draw(pack("lt")).pdf
    assert minutes_layout.draw(minutes()).pdf == minutes_layout.draw(minutes()).pdf
    assert minutes_layout.letter(minutes()) == minutes_layout.letter(minutes())


def test_a_pack_tells_on_each_page_whose_copy_it_is_and_begins_each_list_on_a_page() -> None:
    cover, *pages = words(pack_layout.draw(pack()))
    assert all(f"Прималац: {GROUP}" in one_line(page) for page in (cover, *pages))
    assert "У вашем примерку нема 2 ставке." in cover
    for title in ("Нови случајеви", "Текући случајеви", "Случајеви за убрзање поступка"):
        assert title in cover
        assert any(title in page[:120] for page in pages)


def test_the_contents_of_a_pack_are_its_bookmarks() -> None:
    drawn = pack_layout.draw(pack("lt"))
    with pypdfium2.PdfDocument(drawn.pdf) as file:
        marks = [(mark.level, mark.get_title()) for mark in file.get_toc()]
    assert [title for level, title in marks if level == 1] == [
        "Turinys", "Apskrities pasitarimo darbotvarkė", "Pranešimų statistikos suderinimo aktas", "Nauji atvejai",
    ]  # fmt: skip


def test_a_case_without_a_name_is_a_code_and_nothing_else() -> None:
    page = next(page for page in words(pack_layout.draw(pack())) if "Марија Петровић" in page)
    assert "03.17.2-88/26 Кт-512/26 551-99/2026" in page
    assert "2 2026/419 план заштите" in page


def test_an_agreed_sheet_within_a_pack_says_for_whom_its_figures_are() -> None:
    pages = words(pack_layout.draw(pack("lt")))
    assert any("Tikslūs skaičiai · tik šalims" in page for page in pages)


def test_numbers_and_names_of_any_length_are_not_cut() -> None:
    long = PackCase("new", "W" * 60, True, "w" * 60, "1" * 60, "2" * 60, "3" * 60, date(2026, 11, 2), "Ж" * 40)
    printed = text_of(pack_layout.draw(replace(pack(), cases=(long,) * 3)).pdf)
    assert (printed.count("W"), printed.count("Ж")) == (180, 120)


def test_an_invitation_is_one_page_whatever_was_promised() -> None:
    paper = replace(invitation(), own_commitments=tuple(f"{n}. {'labai ilgas pažadas ' * 30}" for n in range(40)))
    drawn = invitation_layout.draw(paper)
    assert drawn.pages == 1
    assert "Parašykite, kaip sekasi vykdyti 40 Jūsų įsipareigojimų." in words(drawn)[0]


def test_an_invitation_asks_only_for_what_is_missing() -> None:
    (page,) = words(invitation_layout.draw(invitation()))
    assert page.index("Parašykite apie vieną dalyką, kuris pavyko") < page.index("Atsiųskite pranešimų sąrašą")
    told = replace(invitation(), asks_for_achievement=False, asks_for_list=False, own_commitments=())
    (page,) = words(invitation_layout.draw(told))
    assert "Atsiųskite pranešimų sąrašą" not in page
    assert "dėkojame" in page


def test_a_draft_of_minutes_has_no_room_for_signatures_and_speaks_of_no_seal() -> None:
    draft = minutes_layout.draw(minutes("lt", agreed=False))
    said = " ".join(words(draft))
    assert draft.fields == ()
    assert "PROJEKTAS" in said.upper()
    assert "spaudas" not in said


def test_agreed_minutes_have_a_field_for_each_who_signs_and_list_corrections_under_them() -> None:
    drawn = minutes_layout.draw(minutes("sr_Cyrl", corrections=(CORRECTION,)))
    assert [field.name for field in drawn.fields] == [
        "Потпис 1: Јелена Ђурђевић-Стојадиновић", "Потпис 2: Милош Ћирић", "Потпис 3: Весна Шљукић",
    ]  # fmt: skip
    said = " ".join(words(drawn))
    assert said.index("Потписи") < said.index("25. 11. 2026. · Весна Шљукић: Рок за предлог")
    assert "Невена Џодан" in said


@pytest.mark.parametrize("locale", LOCALES)
def test_minutes_as_a_file_tell_the_same(locale: str) -> None:
    paper = minutes(locale)
    told = docx_text(minutes_layout.letter(paper))
    for item in paper.minutes.items:
        assert all(as_written(each, locale) in told for each in item.conclusions)
        assert all(as_written(each.what, locale) in told for each in item.commitments)
        assert as_written(item.heard, locale) in told


@pytest.mark.parametrize("kind", ["agenda", "pack", "invitation"])
def test_a_working_copy_says_on_every_page_that_it_is_one(kind: str) -> None:
    paper = {"agenda": agenda_paper(), "pack": pack("lt"), "invitation": invitation()}[kind]
    sealed, working = drawn(paper), drawn(replace(paper, head=replace(paper.head, is_draft=True)))
    said = Language("lt").say(NOT_SEALED)
    assert not any(said in page for page in words(sealed))
    assert all(said in page for page in words(working))


def test_the_last_line_of_the_agenda_of_minutes_does_not_stand_alone() -> None:
    paper = minutes("lt")
    one, last = paper.minutes.present[0], f"{len(paper.minutes.items)}. "
    for people in range(18, 36):
        present = tuple(replace(one, institution=f"I {n}", name="A", role="") for n in range(people))
        told = replace(paper, minutes=replace(paper.minutes, present=present))
        *_before, page = text_of(minutes_layout.draw(told).pdf).partition(f"\n{last}")[0].split("----- page -----")
        assert any(line.startswith(f"{len(paper.minutes.items) - 1}. ") for line in page.splitlines()), people

from __future__ import annotations

import io
import re

import pikepdf
import pytest

from desktop.language import LOCALES
from desktop.paper.pen import BOTTOM, LEFT, RIGHT
from desktop.paper.preview import page_text
from desktop.serbian import in_latin
from tests.paper.meeting_papers import GROUP, HOUSE, SAID, begun, commitments, pack, signatories


def texts(pdf: bytes, pages: int) -> list[str]:
    return [" ".join(page_text(pdf, number).split()) for number in range(pages)]


def outline(pdf: bytes) -> list[tuple[str, list[str]]]:
    with pikepdf.open(io.BytesIO(pdf)) as file, file.open_outline() as tree:
        return [(str(part.title), [str(item.title) for item in part.children]) for part in tree.root[0].children]


def test_the_contents_name_the_pages_on_which_the_parts_begin() -> None:
    drawn = pack()
    said = texts(drawn.pdf, drawn.pages)
    for title in ("Дневни ред", "Записник са састанка", "Потписи"):
        (number,) = re.findall(rf"{title} (\d+)", said[0])
        assert title in said[int(number) - 1]
        assert title not in said[int(number) - 2] or number == "2"


def test_the_bookmarks_are_the_contents_with_the_items_under_their_part() -> None:
    parts = outline(pack().pdf)
    assert [title for title, _items in parts] == ["Садржај", "Дневни ред", "Записник са састанка", "Потписи"]
    assert parts[1][1] == [f"{number}. Шта је добро урађено од прошлог састанка" for number in (1, 2, 3)]
    assert len(parts[2][1]) == 8


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("large", [False, True])
def test_no_word_is_cut_and_the_receiver_stands_on_every_page(locale: str, large: bool) -> None:
    drawn = pack(locale, large=large)
    said = texts(drawn.pdf, drawn.pages)
    told = in_latin if locale == "sr_Latn" else str
    assert all(told(f"Прималац: {GROUP}") in page for page in said)
    whole = " ".join(said)
    assert whole.count(told("Јелена Ђурђевић-Стојадиновић")) >= 4 + 2
    assert told("У вашем примерку нису 2 ставке.") in whole
    assert told(HOUSE) in whole


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert pack().pdf == pack().pdf


def test_a_receiver_who_fits_stands_behind_the_words_of_the_foot() -> None:
    def foot(receiver: str) -> str:
        sheet = begun("sr_Cyrl", receiver)
        sheet.text("a")
        return page_text(sheet.draw().pdf, 0)

    assert "Бр. 34/2026 · Материјал · Прималац: ОЈТ" in " ".join(foot("Прималац: ОЈТ").split())
    long = " ".join(foot(f"Прималац: {GROUP}, {HOUSE}, {HOUSE}").split())
    assert f"Прималац: {GROUP}, " in long
    assert long.endswith("страна 1 од 1") or "страна 1 од 1" in long


@pytest.mark.parametrize("count", [1, 3, 8, 9, 17])
def test_at_most_eight_sign_on_a_page_and_each_has_a_field_of_its_own(count: int) -> None:
    sheet = begun("sr_Cyrl")
    sheet.signatories(signatories(count))
    drawn = sheet.draw()
    names = [field.name for field in drawn.fields]
    assert names == [f"Потпис {number + 1}" for number in range(count)]
    pages = [field.page for field in drawn.fields]
    assert max(pages.count(page) for page in pages) <= 8
    assert drawn.spots == ()
    for field in drawn.fields:
        assert LEFT < field.x < field.x + field.width < RIGHT
        assert field.height >= 24
        assert field.y + field.height <= BOTTOM


def test_a_long_conclusion_goes_on_after_the_page_and_nothing_of_it_is_lost() -> None:
    sheet = begun("sr_Cyrl")
    sheet.conclusion("Закључак", " ".join([SAID] * 40), commitments(30))
    drawn = sheet.draw()
    assert drawn.pages > 1
    whole = " ".join(texts(drawn.pdf, drawn.pages))
    assert whole.count("Усвојено.") == 40
    assert whole.count("Предлог текста члана 12") == 30
    assert whole.count("Закључак") == 1


@pytest.mark.parametrize("filled", range(20, 60))
def test_a_conclusion_that_is_short_is_never_divided(filled: int) -> None:
    sheet = begun("sr_Cyrl")
    for _ in range(filled):
        sheet.text("ред")
    sheet.conclusion("Закључак", SAID, commitments(2))
    drawn = sheet.draw()
    (page,) = [page for page in texts(drawn.pdf, drawn.pages) if "Закључак" in page]
    assert page.count("Предлог текста члана 12") == 2


def test_an_item_that_has_no_time_uses_the_whole_width() -> None:
    sheet = begun("lt")
    sheet.item("Kas pavyko")
    assert "Kas pavyko" in page_text(sheet.draw().pdf, 0)

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import date

import pikepdf
import pytest
from PIL import Image

from desktop.language import LOCALES, Language
from desktop.paper.preview import page_count, page_png, page_text
from desktop.paper.receiver_page import Receiver, receiver_page
from desktop.paper.recovery_sheet import draw_recovery_sheet
from desktop.paper.sheet import Letterhead
from desktop.wordlist import words_for
from tests.paper.conftest import MADE

GROUPS = "27K3 QX0W 40J2 GB1G 6GW3 RG24 9165 0N2R BHG6 8TEG XB6N"


@dataclass(frozen=True)
class Printed:
    number: int = 2
    kit: str = "7K3QX"
    text: str = GROUPS


@pytest.mark.parametrize("locale", LOCALES)
def test_it_is_one_page_with_every_group(locale: str) -> None:
    pdf = draw_recovery_sheet(Printed(), Language(locale), date(2026, 11, 3))
    assert page_count(pdf) == 1
    words = page_text(pdf, 0)
    assert all(group in words for group in GROUPS.split())
    assert "7K3QX" in words


@pytest.mark.parametrize("locale", LOCALES)
def test_it_tells_a_finder_nothing(locale: str) -> None:
    pdf = draw_recovery_sheet(Printed(), Language(locale), date(2026, 11, 3))
    with pikepdf.open(io.BytesIO(pdf)) as file:
        told = page_text(pdf, 0).casefold() + str(file.docinfo.Title).casefold()
        assert [str(file.docinfo.get(key, "")) for key in ("/Author", "/Subject", "/Creator")] == ["", "", ""]
    for word in ("liepa", "centre", "centras", "centar", "центар", "violence", "smurt", "nasilj", "насиљ", "crisis"):
        assert word not in told


@pytest.mark.parametrize("locale", LOCALES)
def test_whoever_keeps_it_is_told_by_initials_above_the_cut_and_by_name_below(locale: str) -> None:
    import pypdfium2

    name = "Živilė Ąžuolaitė Pranskevičienė Vaitiekūnaitė"
    pdf = draw_recovery_sheet(Printed(), Language(locale), date(2026, 11, 3), name)
    assert page_count(pdf) == 1
    text = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    cut = 841.89 * 99 / 297
    above, below = text.get_text_bounded(0, cut, 595, 842), text.get_text_bounded(0, 0, 595, cut)
    assert "Ž. Ą. P. V." in above
    assert "Živilė" not in above
    assert " ".join(below.split()).count(name) == 1, "all of it, however long"


def test_it_is_drawn_in_black_alone() -> None:
    pdf = draw_recovery_sheet(Printed(), Language("en"), date(2026, 11, 3))
    picture = Image.open(io.BytesIO(page_png(pdf, 0))).convert("RGB")
    assert all(red == green == blue for _, (red, green, blue) in picture.getcolors(1 << 20) or [])


def test_the_signs_lie_between_the_fold_and_the_cut() -> None:
    import pypdfium2

    pdf = draw_recovery_sheet(Printed(), Language("en"), date(2026, 11, 3))
    text = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    inside = text.get_text_bounded(0, 841.89 * 99 / 297 + 6, 595, 841.89 * 198 / 297 - 6)
    assert all(group in inside for group in GROUPS.split())


@pytest.mark.parametrize("locale", LOCALES)
def test_the_receivers_page_fits_one_page_and_holds_the_control_code(locale: str) -> None:
    code = "7F3A91C055D208BE4C17A6F93E20D184B95B3D2EF7A31C488D0672EAE2B406D8"
    words = words_for(bytes.fromhex(code), locale)
    receiver = Receiver(code, words, date(2036, 11, 3), "Kretinga", "R-4")
    drawn = receiver_page(Language(locale), Letterhead("Centras", ("Vasaros g. 4",)), receiver, ["Seal. " * 70], MADE)
    assert drawn.pages == 1
    told = page_text(drawn.pdf, 0)
    assert all(code[start : start + 4] in told for start in range(0, 64, 4))
    assert " · ".join(words) in told

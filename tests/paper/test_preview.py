from __future__ import annotations

import io

import pytest
from PIL import Image

from desktop.paper.preview import page_count, page_png, page_size, page_text
from desktop.problems import Problem
from tests.paper.conftest import small_pdf


def test_a_page_becomes_a_picture_of_the_asked_scale() -> None:
    pdf = small_pdf()
    assert page_count(pdf) == 1
    assert page_size(pdf, 0) == pytest.approx((595.28, 841.89), abs=0.01)
    picture = Image.open(io.BytesIO(page_png(pdf, 0, 0.5)))
    assert picture.size == (298, 421)
    assert page_png(pdf, 0, 0.5) == page_png(pdf, 0, 0.5)
    assert "Rūta Žukauskienė" in page_text(pdf, 0)


def test_a_sealed_document_can_be_shown_too(sealed: bytes) -> None:
    assert page_count(sealed) == 1


@pytest.mark.parametrize("file", [b"", b"hello", b"%PDF-1.4\n"])
def test_what_cannot_be_shown_is_told(file: bytes) -> None:
    with pytest.raises(Problem, match="cannot be shown"):
        page_png(file, 0)

"""The pages of a document as pictures, drawn from memory: no plain file is ever left behind.

The library that draws them bears only one caller at a time, in the whole program; a lock sees to it.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any

from desktop.language import N_
from desktop.problems import Problem

_one_at_a_time = Lock()


def page_count(pdf: bytes) -> int:
    """How many pages the document has."""
    with _opened(pdf) as document:
        return len(document)


def page_size(pdf: bytes, page: int) -> tuple[float, float]:
    """Width and height of a page in points; pages count from 0."""
    with _opened(pdf) as document:
        width, height = document[page].get_size()
        return float(width), float(height)


def page_png(pdf: bytes, page: int, scale: float = 1.0) -> bytes:
    """A page as a PNG picture, with `scale` pixels to a point; pages count from 0."""
    with _opened(pdf) as document:
        picture = document[page].render(scale=scale, may_draw_forms=False).to_pil()
        out = io.BytesIO()
        picture.save(out, "PNG", compress_level=1)
        return out.getvalue()


def page_text(pdf: bytes, page: int) -> str:
    """The words of a page in the order they were drawn; pages count from 0."""
    with _opened(pdf) as document:
        text = document[page].get_textpage()
        try:
            return str(text.get_text_range()).replace("\r\n", "\n")
        finally:
            text.close()


@contextmanager
def _opened(pdf: bytes) -> Iterator[Any]:
    import pypdfium2

    with _one_at_a_time:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as error:
            raise Problem(N_("This file cannot be shown: it is damaged or not a PDF file.")) from error
        try:
            yield document
        finally:
            document.close()

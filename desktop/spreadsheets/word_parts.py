"""What is common to reading tables and reading paragraphs of a DOCX letter: its XML, and the words in a piece of it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import cast
from xml.etree import ElementTree as Xml

from desktop.problems import Problem
from desktop.spreadsheets.archive import DAMAGED, TOO_BIG

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DEEPEST = 200
"""So many things of a letter stand within each other at most."""
_BREAKS = {f"{W}br", f"{W}cr"}
_AGAIN = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""The same once more, for programs that cannot draw the first."""


def parsed(part: bytes) -> Xml.Element:
    """The document, if nothing in it stands deeper within others than a person would put it."""
    deep, root = 0, cast("Xml.Element | None", None)
    for event, element in Xml.iterparse(io.BytesIO(part), ("start", "end")):  # noqa: S314 - declared types were refused
        root = element if root is None else root
        deep += 1 if event == "start" else -1
        if deep > DEEPEST:
            raise Problem(TOO_BIG)
    if root is None:
        raise Problem(DAMAGED)
    return root


def words_of(piece: Xml.Element) -> str:
    """What is written in a piece, a line for each paragraph; what was struck out as a revision is not read."""
    lines = (line_of(paragraph) for paragraph in piece.iter(f"{W}p"))
    return "\n".join(line for line in lines if line)


def line_of(paragraph: Xml.Element) -> str:
    """What is written in one paragraph."""
    return "".join(_pieces(paragraph)).strip()


def _pieces(element: Xml.Element) -> Iterator[str]:
    for each in element:
        if each.tag == f"{W}t":
            yield each.text or ""
        elif each.tag in _BREAKS:
            yield "\n"
        elif each.tag == f"{W}tab":
            yield "\t"
        elif each.tag == f"{W}noBreakHyphen":
            yield "-"
        elif each.tag not in {_AGAIN, f"{W}pPr"}:
            yield from _pieces(each)


def value(element: Xml.Element | None, path: str) -> str | None:
    """The value of a property; None if it is not there."""
    found = element.find(path) if element is not None else None
    return found.get(f"{W}val") if found is not None else None

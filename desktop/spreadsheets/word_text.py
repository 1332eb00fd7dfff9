"""The paragraphs of a DOCX letter in their order: headings known by their style, automatic numbers told as people see.

A table between them is told row by row. Fields, notes, heads and feet are not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as Xml

from desktop.problems import Problem
from desktop.spreadsheets.archive import TOO_BIG
from desktop.spreadsheets.sheets import LONGEST_PARAGRAPH, MOST_ROWS, Paragraph
from desktop.spreadsheets.word_numbering import Numbering, read_numbering, whole
from desktop.spreadsheets.word_parts import W, line_of, parsed, value, words_of

_HEADING = re.compile(r"heading ?([1-9])$", re.I)
_CONTENTS = re.compile(r"toc ?[1-9]$", re.I)
_LONGEST_CHAIN = 20
"""So many styles rest on each other at most."""


@dataclass(frozen=True)
class Style:
    """What a style of paragraphs says, with that of the styles it rests on."""

    name: str = ""
    level: int = 0
    list_id: str = ""
    depth: int = 0
    centred: bool = False
    bold: bool = False


def read_paragraphs(document: Xml.Element, parts: dict[str, bytes]) -> tuple[Paragraph, ...]:
    """Every paragraph that says something."""
    styles = _styles(_part(parts, "word/styles.xml"))
    numbering = read_numbering(_part(parts, "word/numbering.xml"))
    found = []
    body = document.find(f"{W}body")
    for element in _blocks(body if body is not None else document):
        paragraphs = [_row(each) for each in element.findall(f"{W}tr")] if element.tag == f"{W}tbl" else (
            [_paragraph(element, styles, numbering)]
        )  # fmt: skip
        found += [each for each in paragraphs if each and (each.text or each.mark)]
        if len(found) > MOST_ROWS or any(each and len(each.text) > LONGEST_PARAGRAPH for each in paragraphs):
            raise Problem(TOO_BIG)
    return tuple(found)


def _part(parts: dict[str, bytes], name: str) -> Xml.Element | None:
    return parsed(parts[name]) if name in parts else None


def _blocks(element: Xml.Element) -> Iterator[Xml.Element]:
    """Paragraphs and tables in order, out of whatever the letter wraps them in."""
    for each in element:
        if each.tag in {f"{W}p", f"{W}tbl"}:
            yield each
        elif each.tag not in {f"{W}sectPr", f"{W}del"}:
            yield from _blocks(each)


def _row(row: Xml.Element) -> Paragraph:
    cells = (" ".join(words_of(cell).split()) for cell in row.findall(f"{W}tc"))
    return Paragraph(" · ".join(cell for cell in cells if cell), tabled=True)


def _paragraph(element: Xml.Element, styles: dict[str, Style], numbering: Numbering) -> Paragraph | None:
    own = element.find(f"{W}pPr")
    style = styles.get(value(own, f"{W}pStyle") or "", styles.get("", Style()))
    if _CONTENTS.match(style.name):
        return None
    text = line_of(element)
    list_id = value(own, f"{W}numPr/{W}numId") or style.list_id
    depth = whole(value(own, f"{W}numPr/{W}ilvl"), style.depth)
    mark = numbering.mark(list_id, depth) if text and list_id not in {"", "0"} else ""
    outline = whole(value(own, f"{W}outlineLvl"), -1)
    level = outline + 1 if 0 <= outline < 9 else style.level
    align = value(own, f"{W}jc")
    centred = align == "center" if align else style.centred
    return Paragraph(text, mark, level, bool(text) and (centred or _is_bold(element, style.bold)))


def _is_bold(paragraph: Xml.Element, otherwise: bool) -> bool:
    runs = [run for run in paragraph.iter(f"{W}r") if any((each.text or "").strip() for each in run.findall(f"{W}t"))]
    return bool(runs) and all(_switch(run.find(f"{W}rPr"), otherwise) for run in runs)


def _switch(properties: Xml.Element | None, otherwise: bool) -> bool:
    """Whether bold is switched on."""
    bold = properties.find(f"{W}b") if properties is not None else None
    return otherwise if bold is None else bold.get(f"{W}val", "1") not in {"0", "false", "off"}


def _styles(root: Xml.Element | None) -> dict[str, Style]:
    """The styles of paragraphs by identifier; the one of paragraphs that name none under an empty one."""
    if root is None:
        return {}
    known = {
        each.get(f"{W}styleId", ""): each
        for each in root.findall(f"{W}style")
        if each.get(f"{W}type", "paragraph") == "paragraph"
    }
    styles = {name: _style(name, known) for name in known}
    usual = next((name for name, each in known.items() if each.get(f"{W}default") in {"1", "true"}), "")
    return {**styles, "": styles.get(usual, Style())}


def _style(name: str, known: dict[str, Xml.Element]) -> Style:
    """The style with what it takes from those it rests on; the nearest one that says something counts."""
    chain: list[Xml.Element] = []
    at: str | None = name
    while at in known and known[at] not in chain and len(chain) < _LONGEST_CHAIN:
        chain.append(known[at])
        at = value(known[at], f"{W}basedOn")

    def said(path: str) -> str:
        return next((found for each in chain if (found := value(each, f"{W}pPr/{path}")) is not None), "")

    names = [value(each, f"{W}name") or "" for each in chain]
    heading = next(filter(None, map(_HEADING.match, names)), None)
    outline = whole(said(f"{W}outlineLvl"), -1)
    level = int(heading[1]) if heading else outline + 1 if 0 <= outline < 9 else 0
    bold = next((each.find(f"{W}rPr") for each in chain if each.find(f"{W}rPr/{W}b") is not None), None)
    return Style(
        names[0] or name, level, said(f"{W}numPr/{W}numId"), whole(said(f"{W}numPr/{W}ilvl"), 0),
        said(f"{W}jc") == "center", _switch(bold, otherwise=False),
    )  # fmt: skip

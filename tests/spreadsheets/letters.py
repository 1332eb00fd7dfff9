"""Letters as they come from institutions: DOCX with headings and numbers that Word puts there by itself."""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape

from tests.spreadsheets.files import WORD, archive

LISTS = (
    '<w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2.%3."/></w:lvl>'
    '<w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="Член %1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>'
    '<w:lvlText w:val="%1%2)"/><w:isLgl w:val="0"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/>'
    "</w:lvlOverride></w:num>"
)
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Antrat1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/>'
    '</w:numPr></w:pPr><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Savo"><w:name w:val="Savo"/><w:basedOn w:val="Antrat1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
)  # fmt: skip


def line(
    text: str, style: str = "", number: tuple[int, int] | None = None, *, bold: bool = False, centred: bool = False
) -> str:
    """A paragraph; `number`: the list and the depth in it."""
    listed = f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>' if number else ""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    middle = '<w:jc w:val="center"/>' if centred else ""
    run = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f"<w:p><w:pPr>{styled}{listed}{middle}</w:pPr><w:r>{run}<w:t>{escape(text)}</w:t></w:r></w:p>"


def rows(*cells: Sequence[str]) -> str:
    """A table."""
    lines = ("".join(f"<w:tc>{line(cell)}</w:tc>" for cell in row) for row in cells)
    return f"<w:tbl>{''.join(f'<w:tr>{each}</w:tr>' for each in lines)}</w:tbl>"


def letter(*blocks: str, lists: str = LISTS, styles: str = STYLES) -> bytes:
    """A letter of these paragraphs and tables."""
    head = "<?xml version='1.0' encoding='UTF-8'?>"
    return archive({
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"{head}<w:document {WORD}><w:body>{''.join(blocks)}<w:sectPr/></w:body></w:document>",
        "word/numbering.xml": f"{head}<w:numbering {WORD}>{lists}</w:numbering>",
        "word/styles.xml": f"{head}<w:styles {WORD}>{styles}</w:styles>",
    })  # fmt: skip

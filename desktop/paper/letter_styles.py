"""How an editable document looks: the paper's own sizes, colours and margins as styles of the word processor.

Only here is the file format itself touched. Must never know what is written.
"""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from typing import Any

from desktop.language import Language
from desktop.paper import face as type_
from desktop.paper.face import Role
from desktop.paper.pen import MM, TAGS

FONT, ELSE = "Source Sans 3", "Calibri"
"""The font of our papers, and what a computer that lacks it takes."""
STYLES: dict[str, tuple[Role, float, float]] = {
    "Normal": (type_.TEXT, 0.0, 4.5),
    "Heading 1": (type_.TITLE, 9.0, 4.5),
    "Heading 2": (type_.SECTION, 18.0, 4.5),
    "Heading 3": (type_.SUBSECTION, 13.5, 2.0),
    "Lead": (type_.LEAD, 0.0, 9.0),
    "Note": (type_.NOTE, 2.0, 2.0),
    "Conclusion": (type_.TEXT, 0.0, 0.0),
    "Letterhead": (type_.NAME, 0.0, 0.0),
    "Edge": (type_.EDGE, 0.0, 0.0),
}
"""Each style with its role, and the space above and below it."""


def begin(language: Language, title: str, made: datetime) -> Any:
    """An empty document of our page, named, in its language, made at that moment."""
    from docx import Document
    from docx.shared import Pt

    file: Any = Document()
    page = file.sections[0]
    page.page_width, page.page_height = Pt(210 * MM), Pt(297 * MM)
    page.left_margin, page.right_margin = Pt(25 * MM), Pt(20 * MM)
    page.top_margin, page.bottom_margin = Pt(30 * MM), Pt(25 * MM)
    page.header_distance, page.footer_distance = Pt(15 * MM), Pt(12 * MM)
    own = file.core_properties
    own.title, own.language = title, TAGS[language.locale]
    own.author = own.last_modified_by = own.comments = own.keywords = own.subject = own.category = ""
    own.created = own.modified = made.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    own.revision = 1
    package = file.part.package
    for name in [name for name, link in package.rels.items() if link.reltype.endswith("/thumbnail")]:
        del package.rels[name]
    return file


def add_styles(file: Any, language: Language) -> None:
    """Our styles, in the document's language; the word processor's own headings are made to look like ours."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.oxml.ns import qn
    from docx.shared import Pt

    for name, (role, above, below) in STYLES.items():
        known = name in [style.name for style in file.styles]
        style = file.styles[name] if known else file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        set_role(style.font, role)
        shape = style.paragraph_format
        shape.space_before, shape.space_after, shape.line_spacing = Pt(above), Pt(below), Pt(role.lead)
        shape.keep_with_next, shape.widow_control = name.startswith("Heading"), True
    indent = file.styles["Conclusion"]
    indent.paragraph_format.left_indent = Pt(12)
    rule(indent, "left", 1.4, space=8)
    _name_other_font(file)
    tag = TAGS[language.locale]
    for spoken in file.styles.element.iter(qn("w:lang")):
        for which in ("w:val", "w:eastAsia", "w:bidi"):
            spoken.set(qn(which), tag)


def _name_other_font(file: Any) -> None:
    """Tell the word processor what to take where our font is not installed."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    fonts = file.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    other = f'<w:font w:name="{FONT}"><w:altName w:val="{ELSE}"/><w:family w:val="swiss"/></w:font></w:fonts>'
    fonts._blob = fonts.blob.replace(b"</w:fonts>", other.encode())


def set_role(font: Any, role: Role) -> None:
    """Size, weight and colour of a role; another font stands in where ours is missing."""
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    font.name, font.size, font.bold, font.italic = FONT, Pt(role.size), role.weight != "Regular", False
    font.color.rgb = RGBColor.from_string(role.colour.removeprefix("#"))
    fonts = font.element.get_or_add_rPr().get_or_add_rFonts()
    for which in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{which}"), None)
    for which in ("eastAsia", "cs"):
        fonts.set(qn(f"w:{which}"), FONT)


def rule(place: Any, side: str, thickness: float, colour: str = type_.ACCENT, *, space: int = 3) -> None:
    """A line at one side of a paragraph, of a style's paragraphs or of a table's cell."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    cell = hasattr(place, "_tc")
    holder = place._tc.get_or_add_tcPr() if cell else place._element.get_or_add_pPr()
    name = "w:tcBorders" if cell else "w:pBdr"
    borders = holder.find(qn(name))
    if borders is None:
        borders = OxmlElement(name)
        if cell:
            holder.append(borders)
        else:
            holder.insert_element_before(borders, *_AFTER_BORDERS)
    line = OxmlElement(f"w:{side}")
    shown = {"val": "single", "sz": str(round(thickness * 8)), "space": str(0 if cell else space)}
    for key, value in {**shown, "color": colour.removeprefix("#")}.items():
        line.set(qn(f"w:{key}"), value)
    borders.append(line)


_AFTER_BORDERS = (
    *("w:shd", "w:tabs", "w:suppressAutoHyphens", "w:kinsoku", "w:wordWrap", "w:overflowPunct", "w:topLinePunct"),
    *("w:autoSpaceDE", "w:autoSpaceDN", "w:bidi", "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind"),
    *("w:contextualSpacing", "w:mirrorIndents", "w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment"),
    *("w:textboxTightWrap", "w:outlineLvl", "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange"),
)
"""What must follow the lines of a paragraph, in the order that the file format demands."""


def set_width(grid: Any, widths: tuple[float, ...], title: str) -> None:
    """Columns of that width in points; the table's title is what is read aloud for it."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt

    grid.autofit = False
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = Pt(width)
        for cell in column.cells:
            cell.width = Pt(width)
    if title:
        caption = OxmlElement("w:tblCaption")
        caption.set(qn("w:val"), title)
        grid._tbl.tblPr.append(caption)


def set_cell(place: Any, words: str, role: Role, *, right: bool = False, indent: float = 0.0) -> None:
    """The words of one cell."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    paragraph = place.paragraphs[0]
    shape = paragraph.paragraph_format
    shape.space_before = shape.space_after = Pt(2.75)
    shape.line_spacing = Pt(role.lead)
    if right:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    if indent:
        shape.left_indent = Pt(indent)
    set_role(paragraph.add_run(words).font, role)


def row_rules(line: Any, *, repeats: bool = False, least: float = 0.0) -> None:
    """A row is never divided; a head is repeated on every page; a row to be signed has room for a pen."""
    from docx.enum.table import WD_ROW_HEIGHT_RULE
    from docx.oxml import OxmlElement
    from docx.shared import Pt

    holder = line._tr.get_or_add_trPr()
    holder.append(OxmlElement("w:cantSplit"))
    if least:
        line.height, line.height_rule = Pt(least), WD_ROW_HEIGHT_RULE.AT_LEAST
    if repeats:
        holder.append(OxmlElement("w:tblHeader"))


def add_field(paragraph: Any, name: str) -> None:
    """A number that the word processor works out itself: PAGE, NUMPAGES."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    run = paragraph.add_run("1")
    field.append(run._r)
    paragraph._p.append(field)


def kept_file(file: Any, made: datetime) -> bytes:
    """The file with its own moment in place of the clock: the same document gives the same bytes."""
    out, still = io.BytesIO(), io.BytesIO()
    file.save(out)
    stamp = max(made.astimezone(UTC).timetuple()[:6], (1980, 1, 1, 0, 0, 0))
    with zipfile.ZipFile(out) as old, zipfile.ZipFile(still, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            told = zipfile.ZipInfo(entry.filename, stamp)
            told.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(told, old.read(entry.filename))
    return still.getvalue()

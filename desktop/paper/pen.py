"""The pen that draws a document: words, rules, fills and bookmarks, measured from the top left corner of the page.

Only here is the PDF library's canvas touched and only here do words reach a page, each through `Face.plain`. Nothing is
ever read as mark-up, no file or address in a text is ever opened, no font but the document's own is ever named.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from threading import Lock
from typing import Any

from desktop.language import N_
from desktop.paper import face as type_
from desktop.paper.face import Face, Role
from desktop.problems import Problem

MM = 72 / 25.4
PAGE_WIDTH, PAGE_HEIGHT = 210 * MM, 297 * MM
LEFT, RIGHT, TOP, BOTTOM = 25 * MM, 190 * MM, 18 * MM, 275 * MM
"""The edges of the text on the page, in points from the top left corner."""
WIDTH = RIGHT - LEFT
_ESCAPED = {n: f"\\{n:03o}" for n in (*range(32), *range(127, 256))} | {ord(sign): f"\\{sign}" for sign in "\\()"}
"""Signs that are not written as they are between the brackets of a text in the file."""
_SAVING = Lock()
"""Pages are written as they are packed, without the older code of letters around it: a switch of the whole library."""
Place = tuple[float, float]
"""A point of the page: x from the left, y from the top."""
GUTTER = 4.2 * MM
"""The empty space between two columns of the six-column grid."""
HALF = (WIDTH - GUTTER) / 2
"""Three columns of the grid: the width of what stands beside something else."""
TAGS = {"en": "en-GB", "lt": "lt-LT", "sr_Latn": "sr-Latn-RS", "sr_Cyrl": "sr-Cyrl-RS"}
"""How each language is named inside a file."""


class Pen:
    """Draws on the pages of one document and remembers where its figures lie."""

    def __init__(self, face: Face, title: str, made: datetime) -> None:
        from reportlab.pdfgen.canvas import Canvas

        self.face = face
        self.page = 0
        self.spots: list[tuple[int, float, float, float, float, str]] = []
        self._level = -1
        self._aside = 0.0
        self._file = io.BytesIO()
        self._canvas: Any = Canvas(
            self._file,
            pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
            invariant=1,
            pageCompression=1,
            initialFontName=face.font(type_.TEXT),
            lang=TAGS[face.language.locale],
        )
        _stand_still(self._canvas._doc._timeStamp, made)
        self._canvas.setTitle(face.plain(title))
        self._canvas.setAuthor("")
        self._canvas.setSubject("")
        self._canvas.setCreator("")
        self._canvas.setProducer("reportlab")
        self._canvas.setViewerPreference("DisplayDocTitle", "true")

    def words(self, words: str, x: float, y: float, role: Role, *, right: bool = False, colour: str = "") -> None:
        """One line with its base at y, beginning at x or ending there."""
        kept, font, size = self.face.plain(words), self.face.font(role), self.face.size(role)
        x -= self.face.width(kept, role) if right else 0.0
        shown = "".join(_shown(part, size) for part in self._parts(font, kept))
        place = f"1 0 0 1 {x:.2f} {PAGE_HEIGHT - y:.2f} Tm"
        self._canvas._code.append(f"{_filled(colour or role.colour)} BT {place}{shown} ET")

    def _parts(self, font: str, words: str) -> Iterator[tuple[str, bytes]]:
        """The words in runs of one part of the font each: what it is called in this file, and its signs there."""
        drawn, document = _font(font), self._canvas._doc
        for number, signs in drawn.splitString(words, document):
            yield drawn.getSubsetInternalName(number, document), signs

    def width(self, words: str, role: Role) -> float:
        """How wide a line is."""
        return self.face.width(self.face.plain(words), role)

    def centred(self, words: str, x: float, y: float, role: Role, colour: str = "") -> None:
        """One line with its middle at x."""
        self.words(words, x - self.width(words, role) / 2, y, role, colour=colour)

    def lines(self, lines: list[str], x: float, top: float, role: Role) -> float:
        """Lines one below the other from `top`; gives the y under the last."""
        lead = self.face.lead(role)
        for number, line in enumerate(lines):
            self.words(line, x, top + number * lead + self.base(role), role)
        return top + len(lines) * lead

    def base(self, role: Role) -> float:
        """How far below the top of its line the base of the letters stands."""
        return self.face.lead(role) / 2 + self.face.size(role) * 0.34

    def rule(self, left: float, right: float, y: float, thickness: float = 0.5, colour: str = type_.INK) -> None:
        """A horizontal line."""
        self.line((left, y), (right, y), thickness, colour)

    def line(self, start: Place, end: Place, thickness: float, colour: str, dash: tuple[float, ...] = ()) -> None:
        """A straight line, dashed if told so."""
        self._canvas.setStrokeColor(_colour(colour))
        self._canvas.setLineWidth(thickness)
        self._canvas.setDash(list(dash))
        self._canvas.line(start[0], PAGE_HEIGHT - start[1], end[0], PAGE_HEIGHT - end[1])
        self._canvas.setDash([])

    def box(self, x: float, y: float, width: float, height: float, *, fill: str = "", edge: str = "") -> None:
        """A rectangle from its top left corner, filled, outlined by 0.6 points, or both."""
        if fill:
            self._canvas.setFillColor(fill)
        if edge:
            self._canvas.setStrokeColor(edge)
            self._canvas.setLineWidth(0.6)
        self._canvas.rect(x, PAGE_HEIGHT - y - height, width, height, stroke=int(bool(edge)), fill=int(bool(fill)))

    def hatch(self, x: float, y: float, width: float, height: float) -> None:
        """A rectangle of diagonal lines with an outline: told apart from a fill even in the worst copy."""
        canvas = self._canvas
        canvas.saveState()
        path = canvas.beginPath()
        path.rect(x, PAGE_HEIGHT - y - height, width, height)
        canvas.clipPath(path, stroke=0, fill=0)
        canvas.setStrokeColor(type_.ACCENT)
        canvas.setLineWidth(0.7)
        start = x - height
        while start < x + width:
            canvas.line(start, PAGE_HEIGHT - y - height, start + height, PAGE_HEIGHT - y)
            start += 3 * 2**0.5
        canvas.restoreState()
        self.box(x, y, width, height, edge=type_.ACCENT)

    def dot(self, x: float, y: float, radius: float, colour: str) -> None:
        """A filled round marker with its middle at x, y."""
        self._canvas.setFillColor(colour)
        self._canvas.circle(x, PAGE_HEIGHT - y, radius, stroke=0, fill=1)

    def squares(self, rows: list[list[bool]], x: float, y: float, size: float) -> None:
        """A square pattern as one filled shape, such as a QR code."""
        unit = size / len(rows)
        path = self._canvas.beginPath()
        for down, row in enumerate(rows):
            for across, dark in enumerate(row):
                if dark:
                    path.rect(x + across * unit, PAGE_HEIGHT - y - (down + 1) * unit, unit, unit)
        self._canvas.setFillColor("#000000")
        self._canvas.drawPath(path, stroke=0, fill=1)

    def picture(self, data: bytes, x: float, y: float, size: tuple[float, float]) -> None:
        """A picture in a rectangle of that size, drawn as given."""
        width, height = size
        reader = _picture(data)
        self._canvas.drawImage(reader, x, PAGE_HEIGHT - y - height, width, height, mask="auto")

    def instead(self, words: str) -> None:
        """What is read aloud and copied in place of what is drawn until `as_drawn`."""
        self._canvas._code.append(f"/Span <</ActualText {_hexed(self.face.plain(words))}>> BDC")

    def meaning(self, words: str) -> None:
        """The alternative text of what is drawn until `as_drawn`."""
        self._canvas._code.append(f"/Span <</Alt {_hexed(self.face.plain(words))}>> BDC")

    def as_drawn(self) -> None:
        """End what `instead` or `meaning` began."""
        self._canvas._code.append("EMC")

    def spot(self, x: float, y: float, width: float, height: float, key: str) -> None:
        """Remember where a figure lies, if it has a key."""
        if key:
            self.spots.append((self.page, x + self._aside, y, width, height, key))

    @contextmanager
    def aside(self, across: float) -> Iterator[None]:
        """Draw everything so far to the right, for what stands beside something else."""
        self._canvas.saveState()
        self._canvas.translate(across, 0)
        self._aside = across
        yield
        self._aside = 0.0
        self._canvas.restoreState()

    def bookmark(self, words: str, y: float, level: int) -> None:
        """An entry in the file's table of contents that leads to this height of this page."""
        name = f"place-{self.page}-{y:.0f}"
        self._level = min(level, self._level + 1)
        self._canvas.bookmarkHorizontal(name, 0, PAGE_HEIGHT - y)
        self._canvas.addOutlineEntry(self.face.plain(words), name, self._level)

    def turn(self) -> None:
        """End this page."""
        self._canvas.showPage()
        self.page += 1

    def finished(self) -> bytes:
        """The file."""
        from reportlab import rl_config

        with _SAVING:
            kept, rl_config.useA85 = rl_config.useA85, 0
            try:
                self._canvas.save()
            finally:
                rl_config.useA85 = kept
        return self._file.getvalue()


def picture_size(data: bytes) -> tuple[float, float]:
    """Width and height of a PNG or JPEG picture in its own pixels."""
    across, down = _picture(data).getSize()
    return float(across), float(down)


def _picture(data: bytes) -> Any:
    from reportlab.lib.utils import ImageReader

    try:
        return ImageReader(io.BytesIO(data))
    except (OSError, ValueError, SyntaxError) as error:
        raise Problem(N_("The logo cannot be read. Choose a PNG or JPEG picture.")) from error


@cache
def _colour(code: str) -> Any:
    """A colour, read once: to read it again for every word takes longer than to draw the word."""
    from reportlab.lib.colors import HexColor

    return HexColor(code)


@cache
def _filled(code: str) -> str:
    """The same as the file says it of what is filled."""
    colour = _colour(code)
    return f"{colour.red:.4g} {colour.green:.4g} {colour.blue:.4g} rg"


def _font(name: str) -> Any:
    from reportlab.pdfbase.pdfmetrics import getFont

    return getFont(name)


def _shown(part: tuple[str, bytes], size: float) -> str:
    font, signs = part
    return f" {font} {size:g} Tf ({signs.decode('latin-1').translate(_ESCAPED)}) Tj"


def _hexed(words: str) -> str:
    return f"<FEFF{words.encode('utf-16-be').hex().upper()}>"


def _stand_still(stamp: Any, made: datetime) -> None:
    """Put the document's own moment in place of the library's clock."""
    utc = made.astimezone(UTC)
    stamp.t = utc.timestamp()
    stamp.lt = tuple(utc.timetuple())
    stamp.YMDhms = stamp.lt[:6]
    stamp.dhh = stamp.dmm = 0
    stamp.tzname = "UTC"

"""What stands around the text of every page: letterhead, running head, profile mark and foot.

The text of a page lies between `first_top` or `later_top` and `bottom`, which move when the edges need more lines.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from desktop.language import N_
from desktop.paper import face as type_
from desktop.paper.face import EDGE, NAME, NOTE, TILE, Face
from desktop.paper.pen import BOTTOM, LEFT, MM, RIGHT, TOP, WIDTH, Pen, picture_size

LOGO = 14 * MM
"""The greatest height of a logo."""
FOOT = 283 * MM
"""Where the first line of the foot begins."""
BETWEEN = " · "
"""What stands between the words of the foot and the receiver."""


@dataclass(frozen=True)
class Letterhead:
    """Who writes: name, one or two lines of address, and a logo. An empty name is the neutral letterhead: nothing."""

    name: str = ""
    lines: tuple[str, ...] = ()
    logo: bytes | None = None
    """A PNG or JPEG picture, at most 14 mm high on the page, drawn as given."""


@dataclass(frozen=True)
class ProfileMark:
    """The tile at the top right of every page that says for whom the figures are."""

    words: str
    filled: bool
    """Filled: exact figures. Outlined: protected figures."""


@dataclass(frozen=True)
class Foot:
    """What stands at the foot of every page beside the page number."""

    words: str = ""
    """Number, short title, and the receiver of a paper that every reader may have."""
    record_mark: str = ""
    """The head of the vault in words."""
    note: str = ""
    """At the right under the page number, such as "Example, invented data"."""
    receiver: str = ""
    """Whose copy this is, in SemiBold on every page; behind the words, or under them where it does not fit there."""


@dataclass(frozen=True)
class Edges:
    """The edges of one document's pages."""

    face: Face
    letterhead: Letterhead
    mark: ProfileMark | None
    running: str
    foot: Foot

    @cached_property
    def first_top(self) -> float:
        """Where the text of the first page begins."""
        if self.letterhead.name:
            return TOP + self._letterhead_height
        return self.later_top if self.mark else TOP

    @cached_property
    def later_top(self) -> float:
        """Where the text of the later pages begins."""
        if not (self.running or self.mark):
            return TOP
        return TOP + max(len(self._running_lines) * self.face.lead(EDGE) + 16.5, 27.0)

    @cached_property
    def bottom(self) -> float:
        """Where the text of every page ends."""
        return BOTTOM - self._foot_lift

    def draw_head(self, pen: Pen, number: int) -> None:
        """Draw what stands above the text of the page with this number, from 0."""
        if number == 0 and self.letterhead.name:
            self._draw_letterhead(pen)
        elif number:
            pen.lines(self._running_lines, LEFT, TOP + 2, EDGE)
        if self.mark:
            self._draw_mark(pen, self.mark)

    def draw_foot(self, pen: Pen, number: int, pages: int) -> None:
        """Draw what stands under the text; drawn last, so that it is read last."""
        top = FOOT - self._foot_lift
        pen.rule(LEFT, RIGHT, top - 4.5, 0.4, type_.HAIR)
        page = self.face.language.say(N_("page {page} of {pages}"), page=number + 1, pages=pages)
        pen.words(page, RIGHT, top + pen.base(EDGE), EDGE, right=True)
        under = self._draw_foot_words(pen, top)
        pen.lines(self._mark_lines, LEFT, under, EDGE)
        pen.words(self.foot.note, RIGHT, under + pen.base(EDGE), EDGE, right=True)

    @cached_property
    def _mark_width(self) -> float:
        """The tile and the space that keeps other words away from it."""
        return self.face.width(self.face.plain(self.mark.words), TILE) + 12 if self.mark else 0.0

    @cached_property
    def _beside_mark(self) -> float:
        return WIDTH - (self._mark_width + 12 if self.mark else 0.0)

    @cached_property
    def _running_lines(self) -> list[str]:
        return self.face.lines(self.running, self._beside_mark, EDGE)

    @cached_property
    def _logo_size(self) -> tuple[float, float]:
        if not self.letterhead.logo:
            return 0.0, 0.0
        across, down = picture_size(self.letterhead.logo)
        part = min(LOGO / down, WIDTH / 4 / across)
        return across * part, down * part

    @cached_property
    def _name_lines(self) -> list[str]:
        return self.face.lines(self.letterhead.name, self._beside_mark - self._beside_logo, NAME)

    @cached_property
    def _address_lines(self) -> list[str]:
        room = WIDTH - self._beside_logo
        return [each for line in self.letterhead.lines for each in self.face.lines(line, room, NOTE)]

    @property
    def _beside_logo(self) -> float:
        return self._logo_size[0] + 9 if self.letterhead.logo else 0.0

    @cached_property
    def _letterhead_height(self) -> float:
        words = len(self._name_lines) * self.face.lead(NAME) + len(self._address_lines) * self.face.lead(NOTE)
        return max(words, self._logo_size[1], 27.0) + 15.5

    @property
    def _beside_page(self) -> float:
        return WIDTH - 70 * self.face.scale

    @cached_property
    def _foot_lines(self) -> list[str]:
        return self.face.lines(self.foot.words, self._beside_page, EDGE) if self.foot.words else []

    @cached_property
    def _receiver_lines(self) -> list[str]:
        return self.face.lines(self.foot.receiver, self._beside_page, TILE) if self.foot.receiver else []

    @cached_property
    def _receiver_place(self) -> float:
        """How far behind the beginning of the words the receiver stands; 0: on lines of its own."""
        if len(self._foot_lines) != 1 or len(self._receiver_lines) != 1:
            return 0.0
        place = self.face.width(self._foot_lines[0] + BETWEEN, EDGE)
        return place if place + self.face.width(self._receiver_lines[0], TILE) <= self._beside_page else 0.0

    @cached_property
    def _mark_lines(self) -> list[str]:
        note = self.face.width(self.face.plain(self.foot.note), EDGE) + 12 if self.foot.note else 0.0
        return self.face.lines(self.foot.record_mark, WIDTH - note, EDGE)

    @cached_property
    def _foot_lift(self) -> float:
        """How much higher the foot begins than one of two lines in ordinary print."""
        own = 0 if self._receiver_place else len(self._receiver_lines)
        lines = len(self._foot_lines) + own + len(self._mark_lines)
        return max(0.0, lines * self.face.lead(EDGE) - 2 * EDGE.lead)

    def _draw_letterhead(self, pen: Pen) -> None:
        if self.letterhead.logo:
            pen.meaning(self.letterhead.name)
            pen.picture(self.letterhead.logo, LEFT, TOP, self._logo_size)
            pen.as_drawn()
        x = LEFT + self._beside_logo
        y = pen.lines(self._name_lines, x, TOP, NAME)
        pen.lines(self._address_lines, x, y, NOTE)
        pen.rule(LEFT, RIGHT, TOP + self._letterhead_height - 7, 0.4, type_.HAIR)

    def _draw_foot_words(self, pen: Pen, top: float) -> float:
        """Number, title and receiver; gives the y under them."""
        place = self._receiver_place
        words = [self._foot_lines[0] + BETWEEN] if place else self._foot_lines
        under = pen.lines(words, LEFT, top, EDGE)
        if not place:
            return max(pen.lines(self._receiver_lines, LEFT, under, TILE), top + self.face.lead(EDGE))
        pen.lines(self._receiver_lines, LEFT + place, top, TILE)
        return under

    def _draw_mark(self, pen: Pen, mark: ProfileMark) -> None:
        width, high = self._mark_width, self.face.lead(TILE) + 5
        fill, colour = (type_.ACCENT, type_.WHITE) if mark.filled else ("", type_.ACCENT)
        pen.box(RIGHT - width, TOP, width, high, fill=fill, edge=type_.ACCENT)
        pen.words(mark.words, RIGHT - width + 6, TOP + 2.5 + pen.base(TILE), TILE, colour=colour)

"""A recovery sheet: one of three pieces of paper, any two of which open the vault again.

Exactly one page, black only, in three panels to be folded and cut. It tells a finder nothing: no name of a centre, none
of a program, nothing of what is kept. It is printed and never kept as a file for longer than that takes.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Protocol

from desktop.language import N_, Language
from desktop.paper.face import Face, Role
from desktop.paper.pen import LEFT, MM, PAGE_WIDTH, RIGHT, WIDTH, Pen
from desktop.paper.qr import draw_qr

SHEETS = 3
BLACK = "#000000"
TITLE = Role(20, 24, "SemiBold", BLACK)
NUMBER = Role(34, 36, "Bold", BLACK)
OF = Role(18, 22, "Bold", BLACK)
STRONG = Role(11.5, 16, "SemiBold", BLACK)
HEAD = Role(10, 13.5, "SemiBold", BLACK)
TEXT = Role(10, 13.5, colour=BLACK)
SMALL = Role(8.5, 11.5, colour=BLACK)
SIGNS = Role(17, 26, "SemiBold", BLACK)
COUNT = Role(8.5, 26, colour=BLACK)
FOLD, CUT = 99 * MM, 198 * MM
"""Where the sheet is folded, the signs inside, and where the receipt is cut off."""
QR = 40 * MM
COLUMNS = 3


class PrintedShare(Protocol):
    """What of a recovery share is printed."""

    @property
    def number(self) -> int:
        """1, 2 or 3."""

    @property
    def kit(self) -> str:
        """Signs that are the same on the sheets of one making."""

    @property
    def text(self) -> str:
        """Groups of signs with spaces between; also what the QR code holds."""


def draw_recovery_sheet(share: PrintedShare, language: Language, made: date, keeper: str = "") -> bytes:
    """The page as a PDF file; `made` is the date printed on it.

    Of the keeper the part that she takes away shows the initials alone; the receipt shows the name. Without a name both
    are written by hand.
    """
    say = language.say
    face = Face(language)
    title = say(N_("Recovery sheet"))
    pen = Pen(face, title, datetime(made.year, made.month, made.day, tzinfo=UTC))
    _draw_top(pen, share, title, made, keeper)
    _draw_signs(pen, share)
    _draw_receipt(pen, share, keeper)
    pen.turn()
    return pen.finished()


def _draw_top(pen: Pen, share: PrintedShare, title: str, made: date, keeper: str) -> None:
    say, day = pen.face.language.say, pen.face.language.long_day
    pen.words(title, LEFT, 25 * MM, TITLE)
    of = say(N_("of {count}"), count=SHEETS)
    pen.words(of, RIGHT, 32 * MM, OF, right=True)
    pen.words(str(share.number), RIGHT - pen.width(of, OF) - 7, 32 * MM, NUMBER, right=True)
    line = say(N_("Kit {kit} · made {date} · kept by:"), kit=share.kit, date=day(made))
    pen.words(line, LEFT, 31.5 * MM, TEXT)
    end = LEFT + pen.width(line, TEXT)
    if keeper:
        pen.words(" ".join(f"{name[0]}." for name in keeper.split()), end + 4, 31.5 * MM, HEAD)
    else:
        pen.rule(end + 4, end + 30 * MM, 32 * MM, 0.5, BLACK)
    pen.rule(LEFT, RIGHT, 34 * MM, 1.2, BLACK)
    pen.words(say(N_("This sheet alone opens nothing. Any two of the three do.")), LEFT, 41 * MM, STRONG)
    half = (WIDTH - 6 * MM) / 2
    keep = say(
        N_(
            "In a closed envelope, in another building than the other sheets. Do not photograph or copy it, do not "
            "read it out on the telephone. Every three months look whether the envelope is whole. If it is lost or was "
            "seen by somebody, say so the same day: all three sheets are replaced."
        )
    )
    use = say(
        N_(
            "The keepers of two sheets meet, with somebody who works with the program. In the opening window choose "
            "“Forgot the passphrase” and type the signs of both sheets, or scan their codes. Three new sheets are "
            "printed at once; the old ones are destroyed."
        )
    )
    for number, (head, words) in enumerate(((say(N_("How to keep it")), keep), (say(N_("How to use it")), use))):
        x = LEFT + number * (half + 6 * MM)
        pen.words(head, x, 50 * MM, HEAD)
        pen.lines(pen.face.lines(words, half, TEXT), x, 52 * MM, TEXT)
    _across(pen, FOLD, say(N_("fold here: the signs stay inside")), (2.5, 3.0))


def _draw_signs(pen: Pen, share: PrintedShare) -> None:
    say, face = pen.face.language.say, pen.face
    top = FOLD + 9 * MM
    pen.words(say(N_("Signs")), LEFT, top, HEAD)
    groups = share.text.split()
    hint = say(
        N_("Type them in order from 1 to {n}. Capitals or not is all the same; the program shows a mistake."),
        n=len(groups),
    )
    y = pen.lines(face.lines(hint, WIDTH - QR - 10 * MM, SMALL), LEFT, top + 2 * MM, SMALL) + 3 * MM
    rows = -(-len(groups) // COLUMNS)
    wide = WIDTH - QR - 10 * MM
    column = wide / COLUMNS
    for row in range(rows + 1):
        pen.rule(LEFT, LEFT + wide, y + row * SIGNS.lead, 0.9 if row == 0 else 0.4, BLACK)
    for number, group in enumerate(groups):
        x = LEFT + (number // rows) * column
        line = y + (number % rows) * SIGNS.lead + pen.base(SIGNS)
        pen.words(str(number + 1), x + 12, line, COUNT, right=True)
        pen.words(group, x + 18, line, SIGNS)
    draw_qr(pen, share.text, RIGHT - QR, top, QR)
    below = top + QR + 5 * MM
    pen.words(say(N_("the same signs")), RIGHT - QR, below, SMALL)
    below = y + rows * SIGNS.lead + 10 * MM
    pen.words(say(N_("Looked at, date and initials:")), LEFT, below, SMALL)
    third = (WIDTH - 8 * MM) / 4
    for number in range(4):
        x = LEFT + number * (third + 8 * MM / 3)
        pen.rule(x, x + third, below + 9 * MM, 0.5, BLACK)
    _across(pen, CUT, say(N_("cut here: the lower part stays in the office")), (7.0, 4.0))


def _draw_receipt(pen: Pen, share: PrintedShare, keeper: str) -> None:
    say = pen.face.language.say
    top = CUT + 12 * MM
    head = N_("Receipt: recovery sheet {number} of {count}, kit {kit}")
    head = say(head, number=share.number, count=SHEETS, kit=share.kit)
    pen.words(head, LEFT, top, HEAD)
    words = say(
        N_(
            "I received the sheet in a closed envelope. I know that it may not be photographed, and that I say it the "
            "same day if it is lost."
        )
    )
    pen.lines(pen.face.lines(words, WIDTH, TEXT), LEFT, top + 2 * MM, TEXT)
    line = top + 28 * MM
    name = pen.face.lines(keeper, 0.38 * WIDTH, TEXT) if keeper else []
    pen.lines(name, LEFT, line - 1 * MM - len(name) * pen.face.lead(TEXT), TEXT)
    places = ((0.0, 0.38, N_("name")), (0.41, 0.78, N_("signature")), (0.81, 1.0, N_("date")))
    for start, end, words in places:
        pen.rule(LEFT + start * WIDTH, LEFT + end * WIDTH, line, 0.5, BLACK)
        pen.words(say(words), LEFT + start * WIDTH, line + 4.5 * MM, SMALL)


def _across(pen: Pen, y: float, words: str, dash: tuple[float, float]) -> None:
    """A dashed line from edge to edge of the sheet, its words in the middle."""
    half = pen.face.width(pen.face.plain(words), SMALL) / 2 + 5
    middle = PAGE_WIDTH / 2
    pen.line((8 * MM, y), (middle - half, y), 0.5, BLACK, dash)
    pen.line((middle + half, y), (PAGE_WIDTH - 8 * MM, y), 0.5, BLACK, dash)
    pen.centred(words, middle, y + 3, SMALL)

"""The page that a receiver is given once: how to check a sealed document, and the control code to check it by.

It is handed over on paper or by another channel than the documents themselves, and only here does the control code
stand: a code found in the file proves nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from desktop.language import N_, Language
from desktop.paper import face as type_
from desktop.paper.blocks import Block
from desktop.paper.cells import Column, Row, Table, text
from desktop.paper.centre_keys import grouped
from desktop.paper.face import Face, Role
from desktop.paper.pen import LEFT, MM, RIGHT, WIDTH, Pen
from desktop.paper.qr import draw_qr
from desktop.paper.sheet import Drawn, Foot, Letterhead, Sheet

GROUP = Role(13, 21, "SemiBold")
QR = 30 * MM
QUIET = 10.0
"""What must stay empty around the QR code."""
FOUR = 4
WAYS = (
    (
        N_("Liepa"),
        N_(
            "Open “Check a received file”, choose the PDF and compare the control code once. From then on one green or "
            "one red sentence tells the result."
        ),
    ),
    (
        N_("Adobe Reader"),
        N_(
            "At first it says “validity UNKNOWN”: that is expected. Signature panel → Signature Properties → Show "
            "Signer’s Certificate; choose the uppermost certificate → Details: compare SHA-256 with this page. Only if "
            "all 16 groups agree: Trust → Add to Trusted Certificates, tick “certified documents”, and open the file "
            "again."
        ),
    ),
    (
        N_("Other programs"),
        N_(
            "Programs of a computer department (poppler, OpenSSL) can check the signature too. They must also confirm "
            "that the signature covers the whole file. A browser shows nothing about signatures."
        ),
    ),
)
ANSWERS = (
    (
        N_("whole, centre known"),
        N_("From the key with this control code; nothing changed since."),
        N_("Use the figures."),
    ),
    (
        N_("whole, centre not known"),
        N_("Nothing changed, but the key is not one you hold."),
        N_("Compare the control code; if it differs, telephone us."),
    ),
    (
        N_("changed, damaged or no seal"),
        N_("The file is not what we sealed."),
        N_("Do not use it. Telephone the number you already have."),
    ),
)


@dataclass(frozen=True)
class ControlCode(Block):
    """The control code in sixteen groups, eight words to read aloud, and the same as a QR code."""

    fingerprint: str
    words: tuple[str, ...]
    before = 9.0

    def height(self, face: Face) -> float:
        """Heading, four lines of groups, the words and the line above them."""
        words = face.lead(type_.NOTE) + face.lead(type_.TEXT) + 4.5 if self.words else 0.0
        beside = QR + QUIET + len(self._caption(face)) * face.lead(type_.NOTE)
        return max(face.lead(type_.HEAD) + 4.5 + FOUR * face.lead(GROUP) + words, beside)

    def draw(self, pen: Pen, top: float) -> None:
        """All of it beside an accent bar."""
        face, say = pen.face, pen.face.language.say
        pen.line((LEFT, top), (LEFT, top + self.height(face)), 1.4, type_.ACCENT)
        x = LEFT + 10
        heading = say(N_("Control code: the SHA-256 fingerprint of our certificate"))
        y = pen.lines(face.lines(heading, WIDTH - QR - 30, type_.HEAD), x, top, type_.HEAD) + 4.5
        for number, group in enumerate(grouped(self.fingerprint)):
            line = y + number // FOUR * face.lead(GROUP) + pen.base(GROUP)
            pen.words(group, x + number % FOUR * 66 * face.scale, line, GROUP)
        y += FOUR * face.lead(GROUP) + 4.5
        if self.words:
            y = pen.lines([say(N_("To compare by telephone, read these eight words aloud:"))], x, y, type_.NOTE)
            pen.lines([" · ".join(self.words)], x, y, type_.SUBSECTION)
        draw_qr(pen, self.fingerprint, RIGHT - QR, top, QR)
        pen.lines(self._caption(face), RIGHT - QR, top + QR + QUIET, type_.NOTE)

    @staticmethod
    def _caption(face: Face) -> list[str]:
        return face.lines(face.language.say(N_("the same control code")), QR, type_.NOTE)


@dataclass(frozen=True)
class Receiver:
    """What the page says of the centre that hands it over."""

    fingerprint: str
    """The control code: 64 hexadecimal signs."""
    words: tuple[str, ...]
    """The eight words of the control code in the language of the page."""
    until: date
    """The last day on which the key is valid."""
    place: str = ""
    number: str = ""


def receiver_page(
    language: Language, letterhead: Letterhead, receiver: Receiver, seal_text: Iterable[str], made: datetime
) -> Drawn:
    """The page as a PDF; `seal_text` is what every sealed document says of its seal, `made` the centre's moment."""
    say = language.say
    title = say(N_("How to check this document"))
    foot = Foot(say(N_("{title} · one page per language · handed over separately, never with the file"), title=title))
    sheet = Sheet(language, title=title, made=made, letterhead=letterhead, running=title, foot=foot)
    facts = filter(None, (language.long_day(made.date()), receiver.place, receiver.number))
    sheet.heading(title, [" · ".join(facts)])
    sheet.lead(
        say(
            N_(
                "We send you PDF files sealed with our own key. Keep this page: it is the only place where its control "
                "code stands, and you received it in person or by post, not with a file."
            )
        )
    )
    sheet.block(ControlCode(receiver.fingerprint, receiver.words))
    sheet.section(say(N_("Three ways to check")))
    sheet.table(Table("", "", (Column("", 1.1), Column("")), _rows(language, WAYS)))
    sheet.section(say(N_("What the answer means")))
    heads = (N_("Answer"), N_("What it means"), N_("What to do"))
    columns = tuple(Column(say(head), 1.7) for head in heads)
    sheet.table(Table("", "", (columns[0], columns[1], Column(columns[2].head)), _rows(language, ANSWERS)))
    until = say(
        N_("The key is valid until: {date}. If we change it earlier, you get a new page like this one by post."),
        date=language.long_day(receiver.until),
    )
    sheet.seal_text(say(N_("What the digital seal shows")), [*seal_text, until])
    return sheet.draw()


def _rows(language: Language, rows: Iterable[tuple[str, ...]]) -> tuple[Row, ...]:
    return tuple(Row(tuple(text(language.say(words)) for words in row)) for row in rows)

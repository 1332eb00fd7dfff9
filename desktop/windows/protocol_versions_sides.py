"""One change beside the list: old and new words side by side, what they rest on, and what institutions said."""

from __future__ import annotations

import html
from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QSizePolicy, QWidget

from desktop.language import N_, _, chosen
from desktop.protocol.revision_rows import CommentRow, Ground
from desktop.protocol.words_compared import INSERTED, REMOVED, Piece
from desktop.records.alignment import ALIGNMENTS
from desktop.records.revision import COMMENT_SOURCES
from desktop.windows.apart import Apart
from desktop.windows.card import Card
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, clear, line, scrolled
from desktop.windows.look import BODY, follow, font, px, tokens
from desktop.windows.meeting_named import agency_named
from desktop.windows.pill import Pill
from desktop.windows.protocol_alignment_rows import SIGNS
from desktop.windows.protocol_versions_rows import VersionRow

NARROW = 620
"""Under so many pixels at text size 100 % the new words stand under the old ones."""
NOTHING = N_("It does not stand there.")


class ComparedText(QLabel):
    """One side of a text: what went struck through on red, what came underlined on green.

    What people typed is escaped, so that it never becomes markup.
    """

    def __init__(self, without: str) -> None:
        super().__init__()
        self._without = without
        self._parts: tuple[tuple[Piece, ...], ...] = ((), (), ())
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        follow(self.dress)

    def put(self, parts: Iterable[tuple[Piece, ...]]) -> None:
        """Show title, text and duty."""
        self._parts = tuple(tuple(piece for piece in each if piece.kind != self._without) for each in parts)
        told = [_read_aloud(each) for each in self._parts if each]
        self.setAccessibleName(" ".join(told) or _(NOTHING))
        self.dress()

    def dress(self) -> None:
        """Take letters and colours of the look in use."""
        self.setFont(font(BODY))
        title, text, duty = (_marked(each) for each in self._parts)
        said = [f"<p style='margin:0 0 {px(6)}px 0'><span style='font-weight:600'>{title}</span></p>" if title else ""]
        said += [f"<p style='margin:0 0 {px(6)}px 0'>{text}</p>" if text else ""]
        said += [f"<p style='margin:0;color:{tokens().muted}'>{duty}</p>" if duty else ""]
        empty = f"<span style='color:{tokens().muted}'>{html.escape(_(NOTHING))}</span>"
        self.setText("".join(said) or empty)


def _marked(pieces: Iterable[Piece]) -> str:
    t = tokens()
    look = {
        REMOVED: f"background:{t.red_soft};color:{t.red};text-decoration:line-through",
        INSERTED: f"background:{t.green_soft};color:{t.green};text-decoration:underline",
    }
    told = []
    for piece in pieces:
        words = html.escape(piece.text).replace("\n", "<br>")
        told.append(f"<span style='{look[piece.kind]}'>{words}</span>" if piece.kind in look else words)
    return "".join(told)


def _read_aloud(pieces: Iterable[Piece]) -> str:
    """With signs instead of colours."""
    signs = {REMOVED: "[{}]", INSERTED: "{{{}}}"}
    return "".join(signs.get(piece.kind, "{}").format(piece.text) for piece in pieces)


class _Side(Card):
    """One version of the provision."""

    def __init__(self, without: str) -> None:
        super().__init__(margins=(16, 12, 16, 14), gap=8)
        self.name, self.since = Label("", "card", wrap=True), Label("", "second", wrap=True)
        self.text = ComparedText(without)
        self.column.addWidget(self.name)
        self.column.addWidget(self.since)
        self.column.addWidget(line())
        self.column.addWidget(self.text)
        self.column.addStretch(1)


class _Beside(QWidget):
    """Two cards beside each other, or below each other where that would crowd them."""

    def __init__(self, old: QWidget, new: QWidget) -> None:
        super().__init__()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        for card in (old, new):
            self._box.addWidget(card, 1)
        follow(self.dress)

    def dress(self) -> None:
        """Take the measures of the text size in use."""
        self._box.setSpacing(px(12))
        self._turn()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn where the width asks for it."""
        self._turn()

    def _turn(self) -> None:
        wide = self.width() >= px(NARROW)
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)


class ChangeView(QWidget):
    """Both sides, the basis, why it is proposed, and the comments; scrolls where they are long."""

    def __init__(self) -> None:
        super().__init__()
        self.row: VersionRow | None = None
        self.old, self.new = _Side(INSERTED), _Side(REMOVED)
        self.basis = Card(tone="blue", margins=(16, 10, 12, 10), gap=6)
        self._grounds = Column(gap=6)
        self.basis.column.addLayout(self._grounds)
        self.why = Card(margins=(16, 12, 16, 12), gap=4)
        self._who, self._because = Label("", "second", wrap=True), Label("", "body", wrap=True)
        self.why.column.addWidget(self._who)
        self.why.column.addWidget(self._because)
        self.said = Card(margins=(16, 12, 16, 12), gap=8)
        self.said.column.addWidget(Label(N_("Comments of institutions"), "card"))
        self._comments = Column(gap=8)
        self.said.column.addLayout(self._comments)
        body = QWidget()
        inner = Column(body, gap=12)
        for card in (_Beside(self.old, self.new), self.basis, self.why, self.said):
            inner.addWidget(card)
        inner.addStretch(1)
        column = Column(self)
        column.addWidget(scrolled(body), 1)

    def put(self, row: VersionRow | None, names: tuple[tuple[str, str], tuple[str, str]]) -> None:
        """Show a row; `names`: what each side is called, and since when it holds."""
        self.row = row
        parts = row.parts() if row else ((), (), ())
        for side, (name, since), there in zip(
            (self.old, self.new), names, (row and row.old, row and row.new), strict=True
        ):
            side.name.put(name)
            side.since.put(since)
            side.text.put(parts if there else ((), (), ()))
        change = row.change if row else None
        self._show_grounds(change.grounds if change else ())
        self._show_why(row)
        self._show_comments(change.comments if change else ())
        self.said.setVisible(change is not None)

    def _show_grounds(self, grounds: Iterable[Ground]) -> None:
        clear(self._grounds)
        shown = False
        for ground in grounds:
            words = Label("", "body", wrap=True)
            words.put(": ".join(filter(None, (ground.cited, " ".join(ground.words.split())[:160]))))
            pill = Pill(SIGNS[ground.state], ALIGNMENTS[ground.state])
            self._grounds.addWidget(Apart(words, (pill,)))
            shown = True
        self.basis.setVisible(shown)

    def _show_why(self, row: VersionRow | None) -> None:
        change = row.change if row else None
        self.why.setVisible(change is not None)
        if change is None:
            return
        speak, kept = chosen(), change.change
        told = [_("Proposed by: {name}", name=agency_named(change.proposer)), speak.day(kept.on_day)]
        if kept.decided_on:
            told.append(_("decided: {name}, {date}", name=kept.decided_by, date=speak.day(kept.decided_on)))
        self._who.put(" · ".join(told))
        self._because.put(kept.why)
        self._because.setVisible(bool(kept.why))

    def _show_comments(self, comments: Iterable[CommentRow]) -> None:
        clear(self._comments)
        rows = list(comments)
        for number, row in enumerate(rows):
            if number:
                self._comments.addWidget(line())
            whose, words = Label("", "strong", wrap=True), Label("", "body", wrap=True)
            whose.put(agency_named(row.agency))
            words.put(row.comment.text)
            came = Label("", "second")
            day = row.meeting.on_day if row.meeting else row.comment.on_day
            came.put(f"{_(COMMENT_SOURCES[row.comment.source])} · {chosen().day(day)}")
            self._comments.addWidget(Apart(whose, (came,)))
            self._comments.addWidget(words)
        if not rows:
            self._comments.addWidget(Label(N_("Nobody has said anything to it yet."), "quiet", wrap=True))

"""The parts around Today's list: the greeting and the four figures over it, and the cards beside it.

Each is handed what it shows and asks nobody.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.language import N_, _, chosen
from desktop.records.drafts import DraftNote
from desktop.records.due import DueList, brief_name
from desktop.records.handover_log import HandoverNote
from desktop.windows.buttons import OUTLINED, PLAIN, Button, DrawnButton, IconButton
from desktop.windows.card import Card, Drawing
from desktop.windows.desk import Desk
from desktop.windows.handover import note_words
from desktop.windows.labels import Label, text
from desktop.windows.layouts import Cards, Column, Row, clear
from desktop.windows.look import BODY, DISPLAY, REGULAR, SEMIBOLD, follow, font, px, tokens
from desktop.windows.names import shown_name
from desktop.windows.unfinished_forms import FORMS, OF_NOBODY

FIGURES = {
    "overdue": N_("overdue"),
    "today": N_("due today"),
    "calls": N_("not reached yet"),
    "orders": N_("orders ending"),
}
"""The four figures, by what each narrows the list to."""
MOST = 4
"""Entries of a card; the rest is counted."""


class Greeting(QWidget):
    """A greeting by the hour, and below it the day."""

    def __init__(self) -> None:
        super().__init__()
        self._words, self._day = Label("", "title", wrap=True), Label("", "quiet", wrap=True)
        column = Column(self, gap=2)
        column.addWidget(self._words)
        column.addWidget(self._day)

    def put(self, name: str, now: datetime) -> None:
        """Greet this worker."""
        said = N_("Good day, {name}") if now.hour < 18 else N_("Good evening, {name}")
        said = N_("Good morning, {name}") if now.hour < 11 else said
        self._words.say(said, name=name.split(maxsplit=1)[0] if name else "")
        self._day.put(f"{chosen().weekday(now.weekday())}, {chosen().long_day(now.date())}")


class FigureButton(DrawnButton):
    """One figure: pressed, the list shows what it counts; pressed again, everything."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self.code, self._count = code, 0
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.retranslate()
        follow(self.dress)

    def put(self, count: int) -> None:
        """Show another number."""
        self._count = count
        self.retranslate()

    def retranslate(self) -> None:
        """Say its words again."""
        words = _(FIGURES[self.code])
        self.setText(words)
        self.setAccessibleName(f"{chosen().number(self._count)} {words}")
        self.updateGeometry()
        self.update()

    def dress(self) -> None:
        """Take the sizes of the look in use."""
        self.setFixedHeight(px(74))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        return QSize(QFontMetrics(font(BODY, REGULAR)).horizontalAdvance(self.text()) + px(36), px(74))

    def minimumSizeHint(self) -> QSize:
        """It never elides."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card, the number and the words."""
        t = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, wide = self.isChecked(), 2 if self.hasFocus() else 1
        painter.setPen(QPen(QColor(t.accent if on or self.hasFocus() else t.line), wide))
        painter.setBrush(QColor(t.accent_soft if on else t.surface))
        box = QRectF(self.rect()).adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2)
        painter.drawRoundedRect(box, px(8), px(8))
        side = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(font(DISPLAY, SEMIBOLD))
        painter.setPen(QColor(t.red if self.code == "overdue" and self._count else t.text))
        painter.drawText(QRect(px(16), px(8), self.width() - px(20), px(34)), side, chosen().number(self._count))
        painter.setFont(font(BODY, REGULAR))
        painter.setPen(QColor(t.muted))
        painter.drawText(QRect(px(16), px(42), self.width() - px(20), px(22)), side, self.text())
        painter.end()


class Figures(Cards):
    """The four figures; at most one is on."""

    chosen_one = Signal(str)

    def __init__(self) -> None:
        self.buttons = {code: FigureButton(code) for code in FIGURES}
        super().__init__(list(self.buttons.values()), least=170, gap=12)
        for code, button in self.buttons.items():
            button.clicked.connect(lambda on, code=code: self._clicked(code, on))

    def put(self, due: DueList) -> None:
        """Show these numbers."""
        counts = {"overdue": due.overdue, "today": due.today, "calls": due.not_reached, "orders": due.ending}
        for code, button in self.buttons.items():
            button.put(counts[code])

    def choose(self, code: str) -> None:
        """Turn that one on, or none."""
        for other, button in self.buttons.items():
            button.setChecked(other == code)

    def _clicked(self, code: str, on: bool) -> None:
        self.choose(code if on else "")
        self.chosen_one.emit(code if on else "")


class DraftsCard(Card):
    """What is unfinished, each with the way on."""

    def __init__(self) -> None:
        super().__init__(gap=10)

    def put(
        self,
        drafts: tuple[DraftNote, ...],
        now: datetime,
        go_on: Callable[[DraftNote], object],
        drop: Callable[[DraftNote], object],
    ) -> None:
        """Show these; none hides the card."""
        clear(self.column)
        head = Row(gap=8)
        head.addWidget(Label(N_("Unfinished"), "card"), 1)
        head.addWidget(text(chosen().number(len(drafts)), "label", ink="muted"))
        self.column.addLayout(head)
        for draft in drafts[:MOST]:
            words = Column(gap=0)
            words.addWidget(Label(FORMS.get(draft.form, N_("Entry")), "strong", wrap=True))
            when = chosen().near(draft.saved_at, now)
            title = _title(draft)
            words.addWidget(text(" \u00b7 ".join(p for p in (title, when) if p), "second", wrap=True))
            row = Row(gap=10)
            row.addWidget(Drawing("note", "muted", 18), 0, Qt.AlignmentFlag.AlignTop)
            row.addLayout(words, 1)
            button = Button(N_("Continue"), PLAIN, do=partial(go_on, draft))
            away = IconButton(N_("Throw it away"), "x", bare=True, do=partial(drop, draft))
            away.setAccessibleName(f"{away.toolTip()}: {_(FORMS.get(draft.form, N_('Entry')))} {title}".strip())
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(away, 0, Qt.AlignmentFlag.AlignTop)
            self.column.addLayout(row)
        self.setVisible(bool(drafts))


def _title(draft: DraftNote) -> str:
    """What it is about; a person is named here as everywhere on Today, since others may see it."""
    if not draft.title or draft.form in OF_NOBODY:
        return draft.title
    return shown_name(brief_name(draft.title), "")


class HandoverCard(Card):
    """What the last shift left, to be read; and the way to leave something for the next, about what is at hand."""

    def __init__(self, desk: Desk, at_hand: Callable[[], object]) -> None:
        super().__init__(gap=10)
        self._desk, self._at_hand = desk, at_hand

    def put(self, notes: tuple[HandoverNote, ...], left: int, read: Callable[[HandoverNote], object]) -> None:
        """Show these notes; so many of hers wait for the next shift."""
        clear(self.column)
        self.column.addWidget(Label(N_("Handed over"), "card"))
        for kept in notes:
            self.column.addWidget(text(kept.note.text, "body", wrap=True))
            self.column.addWidget(text(note_words(self._desk, kept), "second", wrap=True))
            buttons = Row(gap=8)
            done = Button(N_("I have read it"), OUTLINED, do=partial(read, kept))
            buttons.addWidget(done)
            if kept.note.referral_id is not None:
                about = partial(self._desk.go, "referrals", kept.note.referral_id)
                buttons.addWidget(Button(N_("Open"), PLAIN, do=about))
            buttons.addStretch(1)
            self.column.addLayout(buttons)
        if not notes:
            self.column.addWidget(Label(N_("The last shift left no note."), "quiet", wrap=True))
        if left:
            self.column.addWidget(
                Label(N_("Of yours, not read yet: {n}"), "second", wrap=True, n=chosen().number(left))
            )
        write = Button(
            N_("Note for the next shift"),
            PLAIN,
            icon="note",
            key="F9",
            hears=False,
            do=lambda: self._desk.go("handover", self._at_hand()),
        )
        self.column.addWidget(write, 0, Qt.AlignmentFlag.AlignLeft)


class MonthCard(Card):
    """How the month goes, a good thing first; the tick is for a month in which nobody was reached too late."""

    def __init__(self) -> None:
        super().__init__(gap=8)

    def put(self, due: DueList) -> None:
        """Show how many were reached in time; hidden while it cannot be said of anybody."""
        clear(self.column)
        head = Row(gap=8)
        head.addWidget(Label(N_("This month"), "card"), 1)
        head.addWidget(text(chosen().month_name(due.now.month), "second"))
        self.column.addLayout(head)
        row, words = Row(gap=10), Column(gap=0)
        values = {"n": chosen().number(due.in_time), "all": chosen().number(due.asked)}
        words.addWidget(Label(N_("Reached in time: {n} of {all}"), "strong", wrap=True, **values))
        words.addWidget(Label(N_("first contact by the centre's rule"), "second", wrap=True))
        sign = ("check", "green") if due.in_time == due.asked else ("clock", "muted")
        row.addWidget(Drawing(*sign, 18), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.column.addLayout(row)
        self.setVisible(due.asked > 0)

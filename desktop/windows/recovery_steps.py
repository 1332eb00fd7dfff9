"""The recovery sheets: three cards to print, and the rehearsal that proves them. Secrets are on paper only."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.language import N_, chosen
from desktop.paper.recovery_sheet import draw_recovery_sheet
from desktop.problems import Problem
from desktop.vault.shares import Share
from desktop.windows import icons
from desktop.windows.banner import Banner
from desktop.windows.buttons import OUTLINED, PLAIN, SOFT, Button
from desktop.windows.card import Card
from desktop.windows.fields import TextField
from desktop.windows.labels import Label
from desktop.windows.layouts import Cards, Row
from desktop.windows.look import follow, px, tokens
from desktop.windows.pill import GOOD, NOT_YET, Pill
from desktop.windows.printing import ask_to_print, ask_to_save, has_printer
from desktop.windows.step import Beginning, Step

LONGEST_NAME = 80
"""Signs of a keeper's name for which the receipt has room."""


class PaperDrawing(QWidget):
    """What a sheet looks like, without anything that stands on it."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        follow(self.dress)

    def dress(self) -> None:
        """Take the size of the look in use."""
        self.setFixedHeight(px(150))
        self.update()

    def sizeHint(self) -> QSize:
        """Upright like paper."""
        return QSize(px(120), px(150))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint lines and a lock in place of the signs."""
        t, painter = tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide, high = px(112), px(146)
        left, top = (self.width() - wide) / 2, px(2)
        painter.setPen(QPen(QColor(t.line), 1))
        painter.setBrush(QColor(t.surface))
        painter.drawRect(QRectF(left, top, wide, high))
        painter.setPen(Qt.PenStyle.NoPen)
        lines = [(12, 14, 46, 5, t.text), (12, 30, 88, 2, t.line), (12, 37, 80, 2, t.line)]
        lines += [(58, 52 + n * 8, 38 - n % 3 * 4, 2, t.line) for n in range(5)]
        lines += [(12, 104 + n * 8, 88 - n % 2 * 16, 2, t.line) for n in range(4)]
        for x, y, w, h, ink in lines:
            painter.fillRect(QRectF(left + px(x), top + px(y), px(w), px(h)), QColor(ink))
        painter.fillRect(QRectF(left + px(12), top + px(50), px(38), px(38)), QColor(t.sunken))
        painter.drawPixmap(int(left) + px(22), top + px(60), icons.pixmap("lock", t.muted, 18))
        painter.end()


class SheetCard(Card):
    """One sheet: who keeps it, and whether it was printed."""

    def __init__(self, number: int, do_print: Callable[[int], None], do_save: Callable[[int], None]) -> None:
        super().__init__(gap=8)
        self.number, self.is_printed = number, False
        self.pill = Pill(NOT_YET, N_("Waiting"))
        self.holder = TextField(f"holder{number}", N_("Kept by"), signs=14, required=True)
        self.holder.edit.setMaxLength(LONGEST_NAME)
        self.button = Button(N_("Print the sheet"), SOFT, icon="print", do=lambda: do_print(number))
        head = Row(gap=8)
        head.addWidget(Label(N_("Sheet {n}"), "card", n=number), 1)
        head.addWidget(self.pill)
        self.column.addLayout(head)
        self.column.addWidget(self.holder)
        self.column.addWidget(PaperDrawing())
        note = Label(N_("The signs are on the paper only, not on the screen."), "small", wrap=True)
        note.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.column.addWidget(note)
        self.column.addWidget(self.button)
        self.column.addWidget(Button(N_("Save as PDF"), PLAIN, do=lambda: do_save(number)))

    def printed(self) -> None:
        """It is on paper now."""
        self.is_printed = True
        self.pill.say(GOOD, N_("Printed"))
        self.button.say(N_("Print again"))
        self.button.set_kind(OUTLINED)


class SheetsStep(Step):
    """Three sheets, of which any two open the data again."""

    title = N_("Recovery sheets")
    heading = N_("Recovery sheets")
    says = N_(
        "If the passphrase is forgotten, any two of these three sheets open the data again. One alone opens nothing."
    )
    next_word = N_("Next: rehearsal")

    def __init__(self, beginning: Beginning) -> None:
        super().__init__(beginning)
        self.cards = [SheetCard(n, self._print, self._save) for n in (1, 2, 3)]
        self._told = Banner("amber")
        warning = Banner("amber")
        self.column.addWidget(self._told)
        self.column.addWidget(Cards(self.cards, least=250))
        self.column.addWidget(warning)
        self.column.addStretch(1)
        warning.say(  # once it has its place: before that it would be a window of its own for a moment
            N_("Without the passphrase and without two sheets nobody can bring the data back, not even the makers."),
            N_("Keep the sheets in three different places, not at this computer and not in its bag."),
        )

    def enter(self) -> None:
        """Make the sheets, once."""
        if not self.beginning.shares:
            vault = self.beginning.centre.vault
            self.run(lambda _progress: vault.make_recovery(vault.worker), self._take, N_("Making the sheets\u2026"))
        if not has_printer():
            self._told.say(N_("No printer was found. Save the sheets to a stick and print them elsewhere."))

    def may_go_on(self) -> bool:
        """After all three are on paper."""
        return all(card.is_printed for card in self.cards)

    def note(self) -> str:
        """How many are still to be printed."""
        left = sum(not card.is_printed for card in self.cards)
        if not left:
            return ""
        return N_("One sheet is still to be printed.") if left == 1 else N_("The sheets are still to be printed.")

    def refuse(self, problem: Problem) -> None:
        """Show it over the cards."""
        self._told.tell(problem)

    def _take(self, shares: tuple[Any, ...]) -> None:
        self.beginning.shares = shares

    def _pdf(self, number: int) -> bytes:
        share, today = self.beginning.shares[number - 1], self.beginning.world.today()
        return draw_recovery_sheet(share, chosen(), today, self.cards[number - 1].holder.value())

    def _is_ready(self, number: int) -> bool:
        """Whether the sheets are made, and it is known who keeps this one."""
        holder = self.cards[number - 1].holder
        if holder.check():
            holder.focus()
            return False
        return bool(self.beginning.shares)

    def _print(self, number: int) -> None:
        if not has_printer():
            self._save(number)
        elif self._is_ready(number):
            ask_to_print(self, self._pdf(number), lambda: self._printed(number))

    def _save(self, number: int) -> None:
        if self._is_ready(number):
            ask_to_save(self, self._pdf(number), f"{number}.pdf", lambda path: self.saved(number, path))

    def saved(self, number: int, path: Path | None) -> None:
        """The sheet lies in a file now, which must not stay there."""
        if path is None:
            self._told.say(N_("The file could not be written there. Choose another place."), tone="red")
            return
        self._told.say(N_("Print this file, then delete it: together with one more sheet it opens the data. {file}"),
                       tone="amber", file=path.name)  # fmt: skip
        self._printed(number)

    def _printed(self, number: int) -> None:
        self.cards[number - 1].printed()
        self.settled.emit()


class RehearsalStep(Step):
    """Two sheets typed back: only then it is known that they work."""

    title = N_("Rehearsal")
    heading = N_("Rehearsal")
    says = N_("Take any two of the sheets and type what stands on them. Gaps and small letters do not matter.")

    def __init__(self, beginning: Beginning) -> None:
        super().__init__(beginning)
        self.is_proven = False
        self.first = TextField("first", N_("One sheet"), read=str.strip)
        self.second = TextField("second", N_("Another sheet"), read=str.strip)
        self._pill = Pill(NOT_YET, N_("Waiting"))
        card = Card(gap=12)
        for sheet in (self.first, self.second):
            card.column.addWidget(sheet)
            sheet.changed.connect(self._typed)
            sheet.left.connect(lambda sheet=sheet: self._read(sheet))
        card.column.addWidget(self._pill)
        self.column.addWidget(card)
        self.column.addStretch(1)

    def may_go_on(self) -> bool:
        """After two sheets opened the vault."""
        return self.is_proven

    def note(self) -> str:
        """Why not yet."""
        return "" if self.is_proven else N_("Goes on when two sheets are right.")

    def refuse(self, problem: Problem) -> None:
        """Show it at the sheet it belongs to."""
        (self.second if problem.field == "second" else self.first).show_problem(problem)

    def _read(self, sheet: TextField) -> bool:
        if not sheet.value():
            return False
        try:
            sheet.note.say(N_("Sheet {n}"), n=Share.parse(sheet.value(), sheet.name).number)
        except Problem as problem:
            sheet.note.put("")
            sheet.show_problem(problem)
            return False
        return True

    def _typed(self) -> None:
        signs = [sum(sign.isalnum() for sign in sheet.edit.text()) for sheet in (self.first, self.second)]
        if min(signs) < 44 or self.is_proven or not (self._read(self.first) and self._read(self.second)):
            return
        vault, one, other = self.beginning.centre.vault, self.first.value(), self.second.value()
        self.run(lambda _progress: vault.rehearse(one, other), lambda _answer: self._proven(), N_("Checking\u2026"))

    def _proven(self) -> None:
        self.is_proven = True
        self.beginning.shares = ()
        for sheet in (self.first, self.second):
            sheet.edit.clear()
            sheet.note.put("")
            sheet.show_problem(None)
            sheet.setEnabled(False)
        self._pill.say(GOOD, N_("The two sheets open the data"))
        self.settled.emit()

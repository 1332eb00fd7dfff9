"""One item of the minutes: its words, what was concluded and promised, and where it differs from the draft."""

from __future__ import annotations

from collections.abc import Callable
from difflib import SequenceMatcher
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from desktop.language import N_, _
from desktop.meetings.minutes import MinutesItem
from desktop.records.meeting import PARTS
from desktop.windows.apart import Apart
from desktop.windows.buttons import OUTLINED, PLAIN, Button
from desktop.windows.card import Card, Ground
from desktop.windows.desk import Desk
from desktop.windows.labels import Label, text
from desktop.windows.layouts import Flow
from desktop.windows.look import colour, follow
from desktop.windows.meeting_agreed import AgreedTable
from desktop.windows.meeting_panel import Panel
from desktop.windows.meeting_sitting import Sitting, part_words
from desktop.windows.minutes_text import MinutesText

CHANGED = {
    "heard": N_("Words changed since the draft"),
    "conclusions": N_("Decisions changed since the draft"),
    "commitments": N_("Commitments changed since the draft"),
}


class Marked(Ground):
    """Words on the ground of a mark: something differs."""

    def __init__(self, msgid: str) -> None:
        super().__init__("mark", margins=(6, 2, 6, 2))
        self.column.addWidget(Label(msgid, "second", ink="mark_text"))


class MinutesItemCard(Card):
    """The card of one item."""

    typed = Signal(object)
    """Its identifier: letters came."""
    left = Signal()

    def __init__(self, desk: Desk, item_id: UUID, number: int) -> None:
        super().__init__(gap=8)
        self.item_id, self._number, self._drafted = item_id, number, ""
        self._title = Label("", "card", wrap=True)
        self.marks = {field: Marked(msgid) for field, msgid in CHANGED.items()}
        marks = QWidget()
        flow = Flow(marks, gap=8, right=True)
        for mark in self.marks.values():
            mark.hide()
            flow.addWidget(mark)
        self.text, self.fixed = MinutesText(grows=True, least=2), text("", wrap=True)
        self.agreed = AgreedTable(desk, most=12)
        for widget in (Apart(self._title, (marks,)), self.text, self.fixed, self.agreed):
            self.column.addWidget(widget)
        self.text.textChanged.connect(self._typed)
        self.text.left.connect(self.left)
        follow(self._mark)

    def put(self, sitting: Sitting, said: str, drafted: str | None, changed: frozenset[str]) -> None:
        """Show it as it stands; `drafted` is what the program wrote, None where there is no draft."""
        self._title.put(f"{self._number}. {part_words(sitting.part(self.item_id))}")
        self.text.setAccessibleName(self._title.text())
        self._drafted = said if drafted is None else drafted
        if self.text.toPlainText() != said:
            self.text.put(said)
        for field, mark in self.marks.items():
            mark.setVisible(field in changed)
        self.agreed.put(sitting, self.item_id)
        self._fix(False)
        self._mark()

    def put_fixed(self, item: MinutesItem) -> None:
        """Show it as it was agreed, whatever became of the records since."""
        self._title.put(f"{self._number}. {item.title or _(PARTS[item.part])}")
        self.fixed.put(item.heard or "\u2013")
        for mark in self.marks.values():
            mark.hide()
        self.agreed.put_fixed(item)
        self._fix(True)

    def _fix(self, is_fixed: bool) -> None:
        self.text.setVisible(not is_fixed)
        self.fixed.setVisible(is_fixed)
        self.agreed.is_fixed = is_fixed
        self.agreed.setVisible(self.agreed.has_rows)

    def hold(self, panel: Panel) -> None:
        """Let a panel stand below what was agreed."""
        self.column.addWidget(panel)

    def _typed(self) -> None:
        self._mark()
        self.typed.emit(self.item_id)

    def _mark(self) -> None:
        """Mark the words that are not in the draft, underlined and on the ground of a mark."""
        look = QTextCharFormat()
        look.setBackground(colour("mark"))
        look.setForeground(colour("mark_text"))
        look.setFontUnderline(True)
        now, found = self.text.toPlainText(), []
        matched = SequenceMatcher(None, self._drafted.split(" "), now.split(" "), autojunk=False)
        starts, at = [], 0
        for word in now.split(" "):
            starts.append((at, at + len(word)))
            at += len(word) + 1
        for what, _a, _b, first, last in matched.get_opcodes():
            if what in ("insert", "replace") and last > first:
                cursor = QTextCursor(self.text.document())
                cursor.setPosition(starts[first][0])
                cursor.setPosition(starts[last - 1][1], QTextCursor.MoveMode.KeepAnchor)
                selection = QTextEdit.ExtraSelection()
                selection.cursor, selection.format = cursor, look
                found.append(selection)
        self.text.setExtraSelections(found)


class AgreeQuestion(Card):
    """The question before minutes are locked: what stays as it is, what goes on; the safe answer is to wait."""

    def __init__(self, *, agree: Callable[[], object], keep: Callable[[], object]) -> None:
        super().__init__(tone="amber", margins=(18, 14, 16, 14), gap=8)
        self._title, self._open = Label("", "card", wrap=True), Label("", "body", wrap=True)
        self.keep = Button(N_("Keep it a draft"), OUTLINED, key="Esc", do=keep)
        self.agree = Button(N_("Lock the minutes"), PLAIN, icon="lock", do=agree)
        says = (
            N_("Words, decisions, commitments, attendance and signatories stay as they are now."),
            N_("Commitments can still be kept or called impossible. Corrections are listed under the minutes."),
        )
        self.column.addWidget(self._title)
        for msgid in says:
            self.column.addWidget(Label(msgid, "body", wrap=True))
        self.column.addWidget(self._open)
        answers = QWidget()
        flow = Flow(answers, gap=10, right=True)
        flow.addWidget(self.agree)
        flow.addWidget(self.keep)
        self.column.addWidget(answers)
        self.hide()

    def ask(self, number: str, unnoted: int) -> None:
        """Ask about these minutes; so many persons are neither present nor excused yet."""
        self._title.say(N_("Agree and lock these minutes? {number}"), number=number)
        self._open.say(N_("Attendance not noted yet: {n}"), n=unnoted)
        self._open.setVisible(bool(unnoted))
        self.show()
        self.keep.setFocus()

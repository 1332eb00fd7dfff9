"""The fields of a form: each with its label above, its accessible name, its problem below, and its value read strictly.

A field knows how its value is typed and shown, nothing of the record it will land in. `raw` is what stands in it, as
typed, fit for JSON: that is what a draft keeps. `value` is what it means, and raises a `Problem` when it means nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QScrollArea, QSizePolicy, QWidget

from desktop.language import N_, _
from desktop.problems import Problem
from desktop.windows.banner import announce
from desktop.windows.card import Drawing
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, Row
from desktop.windows.look import follow, px

REST_MS, LATE_REST_MS = 20, 150
"""A page to which a row was added has its place again so long after."""
FILL_IN = N_("Fill in this field.")


class Field(QWidget):
    """One question of a form. Subclasses give the input and read it."""

    changed = Signal()
    typing = Signal()
    """Words are typed by which an answer is looked for."""
    left = Signal()

    def __init__(self, name: str, title: str, *, required: bool = False, signs: int = 0, hint: str = "") -> None:
        super().__init__()
        self.name, self.title, self.required, self.signs = name, title, required, signs
        self._label = Label(title, "label")
        self._dot = Label("", "label", ink="accent")
        self._dot.put("\u2022" if required else "")
        self.note = Label(hint, "small")
        self._sign: Drawing | None = None
        self._problem: Label | None = None
        """What is wrong, and the sign before it: made when something is for the first time."""
        head = Row(gap=5)
        head.addWidget(self._label)
        head.addWidget(self._dot)
        head.addStretch(1)
        head.addWidget(self.note)
        self._body = Column(self, gap=3)
        self._body.addLayout(head)
        self.problem: Problem | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def require(self, is_required: bool) -> None:
        """Ask for it, or no longer: another answer decides."""
        self.required = is_required
        self._dot.put("\u2022" if is_required else "")
        self._name_it()

    def hold(self, control: QWidget, inputs: QWidget | None = None) -> None:
        """Place the control under the label; `inputs` is the widget that takes the caret, if it is not the control."""
        self._input = inputs or control
        self._body.insertWidget(1, control)
        self._label.setBuddy(self._input)
        self.setFocusProxy(self._input)
        self._input.installEventFilter(self)
        self._name_it()

    def raw(self) -> Any:
        """What stands in it, as typed, fit for JSON."""
        raise NotImplementedError

    def set_raw(self, raw: Any) -> None:
        """Put back what `raw` gave."""
        raise NotImplementedError

    def looked_for(self) -> str:
        """The words by which an answer is looked for, as long as none was chosen; not in `raw`."""
        return ""

    def look_for(self, words: str) -> None:
        """Put them back."""

    def value(self) -> Any:
        """What it means; raises a `Problem` if it cannot be read, and is empty or None when nothing stands in it."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show a value."""
        raise NotImplementedError

    def check(self) -> Problem | None:
        """Read it, show what is wrong under it, and say whether anything is."""
        try:
            value = self.value()
            wrong = Problem(FILL_IN) if self.required and value in (None, "", ()) else None
        except Problem as problem:
            wrong = problem
        self.show_problem(wrong)
        return wrong

    def show_problem(self, problem: Problem | None) -> None:
        """Outline it in red with the sentence below, or take both away."""
        self.problem = problem
        if problem is not None and self._problem is None:
            self._make_room()
        if self._problem is not None and self._sign is not None:
            for widget in (self._sign, self._problem):
                widget.setVisible(problem is not None)
            if problem is not None:
                self._problem.tell(problem)
                announce(self, self._problem.text())
        if hasattr(self, "_input"):
            self._outline(problem is not None)

    def _make_room(self) -> None:
        """A line for what is wrong, below everything else."""
        self._sign, self._problem = Drawing("warn", "red", 16), Label("", "second", ink="red", wrap=True)
        below = Row(gap=5)
        below.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self._problem, 1)
        self._body.addLayout(below)

    def takes_enter(self) -> bool:
        """Whether Enter means something here just now; else it goes to the next question."""
        return False

    def focus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give it the caret, and bring it into sight once the page has come to rest."""
        self.setFocus(reason)
        for wait in (REST_MS, LATE_REST_MS):
            QTimer.singleShot(wait, self, self._come_into_sight)

    def _come_into_sight(self) -> None:
        above = self.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(self, 0, px(12))
            above = above.parentWidget()

    def summary(self) -> str:
        """A few words for the head of a folded group."""
        return str(self.raw() or "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell the form when the caret leaves; a list that opens under it takes it for a while only."""
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()
        return False

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Say its name again; labels do so by themselves."""
        self._name_it()

    def _name_it(self) -> None:
        words = _(self.title)
        self._input.setAccessibleName(f"{words}, {_(N_('required'))}" if self.required else words)

    def _outline(self, wrong: bool) -> None:
        if bool(self._input.property("wrong")) != wrong:
            self._input.setProperty("wrong", wrong)
            self._input.style().unpolish(self._input)
            self._input.style().polish(self._input)


class TextField(Field):
    """One line of text. `read` may turn it into something else; `show` turns that into text again."""

    def __init__(
        self,
        name: str,
        title: str,
        *,
        read: Callable[[str], Any] = str.strip,
        show: Callable[[Any], str] = str,
        told: Callable[[str], str] | None = None,
        **how: Any,
    ) -> None:
        super().__init__(name, title, **how)
        self._read, self._show, self._told = read, show, told
        self.edit = QLineEdit()
        self.hold(self.edit)
        self.edit.textEdited.connect(self._edited)
        follow(self.dress)

    def dress(self) -> None:
        """Take the width in signs."""
        if self.signs:
            self.edit.setMinimumWidth(self.edit.fontMetrics().averageCharWidth() * self.signs + px(24))

    def raw(self) -> str:
        """The text as typed."""
        return self.edit.text()

    def set_raw(self, raw: Any) -> None:
        """Put text back."""
        self.edit.setText(str(raw or ""))
        self._tell()

    def value(self) -> Any:
        """The text read."""
        return self._read(self.edit.text()) if self.edit.text().strip() else None

    def set_value(self, value: Any) -> None:
        """Show a value as text."""
        self.set_raw("" if value is None else self._show(value))

    def _edited(self) -> None:
        if self.problem is not None:
            self.show_problem(None)
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        if self._told is not None:
            shape = self._told(self.edit.text()) if self.edit.text().strip() else ""
            self.note.put(shape if shape != self.edit.text().strip() else "")


class LongTextField(Field):
    """Several lines of text; Enter is a new line, Tab leaves."""

    def __init__(self, name: str, title: str, *, lines: int = 3, **how: Any) -> None:
        from PySide6.QtWidgets import QPlainTextEdit  # dear, and the door asks for one line

        super().__init__(name, title, **how)
        self._lines = lines
        self.edit = QPlainTextEdit()
        self.edit.setTabChangesFocus(True)
        self.hold(self.edit)
        self.edit.textChanged.connect(self._edited)
        follow(self.dress)

    def dress(self) -> None:
        """Take the height of so many lines."""
        self.edit.setFixedHeight(self.edit.fontMetrics().lineSpacing() * self._lines + px(20))

    def raw(self) -> str:
        """The text as typed."""
        return self.edit.toPlainText()

    def set_raw(self, raw: Any) -> None:
        """Put text back."""
        self.edit.setPlainText(str(raw or ""))

    def value(self) -> Any:
        """The text without blanks around it."""
        return self.edit.toPlainText().strip()

    def set_value(self, value: Any) -> None:
        """Show text."""
        self.set_raw(value)

    def _edited(self) -> None:
        if self.problem is not None:
            self.show_problem(None)
        self.changed.emit()

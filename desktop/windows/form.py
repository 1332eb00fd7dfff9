"""The one form kind: fields in rows and groups, checked when left and all at once, kept as a draft while typing.

A form reads its fields and shows problems beside them. It knows no record: `values()` is what a draft is made of, and a
`Problem` with a field name finds its field. What is typed is handed to `keep` within two seconds, to be encrypted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

from desktop.language import N_
from desktop.problems import Invalid, Problem
from desktop.windows.buttons import is_enter
from desktop.windows.fields import Field
from desktop.windows.form_group import Group, GroupBox, Place
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, line

__all__ = ["KEPT_AFTER_MS", "LOOKED_FOR", "Form", "Group", "Place", "is_choosing"]

KEPT_AFTER_MS = 1500
"""A draft is kept so long after the last key: within two seconds."""
LOOKED_FOR = "looked for"
"""What a draft calls the words of fields in which an answer is looked for."""


class Form(QWidget):
    """Fields in groups. `submitted` is sent by Ctrl+Enter after everything was found in order."""

    changed = Signal()
    left = Signal(str)
    """A field's name, after the caret left it and it was checked."""

    def __init__(self, groups: Sequence[Group], *, keep: Callable[[dict[str, Any]], bool] | None = None) -> None:
        super().__init__()
        self._keep, self._is_unkept = keep, False
        self._boxes = [GroupBox(group) for group in groups]
        self.fields: dict[str, Field] = {field.name: field for box in self._boxes for field in box.fields}
        self._restoring = False
        column = Column(self, gap=9)
        for number, box in enumerate(self._boxes):
            if number:
                column.addWidget(line())
            column.addWidget(box)
        column.addStretch(1)
        self.foot = Label(N_("Only what is marked with a dot is required."), "second")
        self._timer = QTimer(self, singleShot=True, interval=KEPT_AFTER_MS)
        self._timer.timeout.connect(self.keep_now)
        for name, field in self.fields.items():
            field.changed.connect(self._changed)
            field.typing.connect(self._changed)
            field.left.connect(lambda name=name: self._left(name))
        for entry in (*self.findChildren(QLineEdit), *self.findChildren(QComboBox)):
            entry.installEventFilter(self)
        self._blank = self.raw()

    def values(self) -> dict[str, Any]:
        """Every field's value by name; raises `Invalid` with all problems after showing them."""
        problems = self.check()
        if problems:
            raise Invalid(problems)
        return {name: field.value() for name, field in self.fields.items()}

    def check(self) -> list[Problem]:
        """Check every field that is in use, show what is wrong, give the first one the caret."""
        found = []
        for name, field in self.fields.items():
            problem = field.check() if not field.isHidden() else None
            if problem is not None:
                problem.field = name
                found.append(problem)
        self._point(found)
        return found

    def show_problems(self, problems: Iterable[Problem]) -> list[Problem]:
        """Show each problem under its field; those that belong to no field here are given back for a banner."""
        shown, rest = [], []
        for problem in problems:
            field = self.fields.get(problem.field or "")
            if field is None:
                rest.append(problem)
            else:
                field.show_problem(problem)
                shown.append(problem)
        self._point(shown)
        return rest

    def refuse(self, problem: Problem, tell: Callable[[Problem], object]) -> None:
        """Show what is wrong under its fields; what belongs to none of them is told otherwise."""
        for rest in self.show_problems(problem.problems if isinstance(problem, Invalid) else [problem]):
            tell(rest)

    def raw(self) -> dict[str, Any]:
        """What stands in every field, as typed, fit for JSON."""
        raw, looked = {name: field.raw() for name, field in self.fields.items()}, self.looked_for()
        return raw | {LOOKED_FOR: looked} if looked else raw

    def looked_for(self) -> dict[str, str]:
        """The words by which an answer is looked for, by field, where there are any."""
        return {name: words for name, field in self.fields.items() if (words := field.looked_for())}

    def look_for(self, looked: dict[str, str]) -> None:
        """Put such words back."""
        for name in looked.keys() & self.fields.keys():
            self.fields[name].look_for(looked[name])

    def restore(self, raw: dict[str, Any]) -> None:
        """Put a draft back; fields it does not know stay as they are."""
        before, self._restoring = self._restoring, True
        for name, field in self.fields.items():
            if name in raw:
                field.set_raw(raw[name])
                field.look_for("")
        self.look_for(raw.get(LOOKED_FOR) or {})
        self._restoring = before
        self._summarise()

    def clear(self) -> None:
        """Empty every field: what follows is about another record."""
        self.restore(self._blank)
        for field in self.fields.values():
            field.show_problem(None)
        self._point(())

    def put(self, values: dict[str, Any]) -> None:
        """Show values of a record, or defaults; that is not typing and makes no draft."""
        before, self._restoring = self._restoring, True
        for name, value in values.items():
            self.fields[name].set_value(value)
        self._restoring = before
        self._summarise()

    @property
    def is_unkept(self) -> bool:
        """Whether something typed could not be kept, and stands here alone."""
        return self._is_unkept

    def is_pending(self) -> bool:
        """Whether something was typed that has not been kept yet, or could not be."""
        return self._timer.isActive() or self._is_unkept

    def keep_now(self) -> None:
        """Keep the draft at once: before a lock, when leaving."""
        self._timer.stop()
        self._is_unkept = self._keep is not None and self._keep(self.raw()) is False

    def forget(self) -> None:
        """Keep nothing more: it was saved."""
        self._timer.stop()
        self._is_unkept = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes to the next question, unless the one with the caret takes it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and is_enter(event):
            field = self._field_of(watched) if isinstance(watched, QLineEdit | QComboBox) else None
            if field is not None and not field.takes_enter() and not is_choosing(watched):
                self._go_on_from(field)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on from chips too, which leave it alone: they are chosen by Space."""
        caret = QApplication.focusWidget()
        was_asked = isinstance(caret, QLineEdit | QComboBox)
        field = self._field_of(caret) if is_enter(event) and not was_asked else None
        if field is None:
            super().keyPressEvent(event)
        else:
            self._go_on_from(field)

    def _field_of(self, within: QObject | None) -> Field | None:
        """The question to which this belongs."""
        inner = within if isinstance(within, QWidget) else None
        return next((field for field in self.fields.values() if inner is not None and field.isAncestorOf(inner)), None)

    def _go_on_from(self, field: Field) -> None:
        """To the next question on show, past buttons and what is folded; after the last one as Tab goes."""
        fields = list(self.fields.values())
        after = fields[fields.index(field) + 1 :]
        following = next((one for one in after if one.isVisibleTo(self) and one.isEnabled()), None)
        if following is None:
            self.focusNextChild()
        else:
            following.focus(Qt.FocusReason.TabFocusReason)

    def _point(self, problems: Sequence[Problem]) -> None:
        if not problems:
            self.foot.tint("")
            self.foot.say(N_("Only what is marked with a dot is required."))
            return
        first = self.fields[problems[0].field or ""]
        for box in self._boxes:
            if box.is_folded() and any(field.problem for field in box.fields):
                box.unfold()
        first.focus()
        self.foot.tint("red")
        self.foot.say(N_("Fields that need you: {n}"), n=len(problems))

    def _changed(self) -> None:
        if not self._restoring:
            if self._keep is not None:
                self._timer.start()
            self.changed.emit()

    def _left(self, name: str) -> None:
        field = self.fields[name]
        if field.raw() not in ("", [], ["", ""]):
            field.check()
        self.left.emit(name)

    def _summarise(self) -> None:
        for box in self._boxes:
            if box.is_folded():
                box.summarise()


def is_choosing(entry: QObject) -> bool:
    """Whether a list hangs open under the entry, so that Enter takes from it."""
    combo = entry if isinstance(entry, QComboBox) else entry.parent()
    if isinstance(combo, QComboBox):
        completer = combo.completer()
        popups = (combo.view(), completer.popup() if completer else None)
        return any(popup is not None and popup.isVisible() for popup in popups)
    return False

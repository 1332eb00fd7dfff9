"""The one form kind: fields in rows and groups, checked when left and all at once, kept as a draft while typing.

A form reads its fields and shows problems beside them. It knows no record: `values()` is what a draft is made of, and a
`Problem` with a field name finds its field. What is typed is handed to `keep` within two seconds, to be encrypted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from desktop.language import N_
from desktop.problems import Invalid, Problem
from desktop.windows.buttons import PLAIN, Button
from desktop.windows.fields import Field
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, Flow, Grid, Row, line
from desktop.windows.look import CARD_TITLE, SEMIBOLD, follow, font, px

KEPT_AFTER_MS = 1500
"""A draft is kept so long after the last key: within two seconds."""
WIDE, NARROW = 560, 340
"""Under these widths at text size 100 % a field takes twice its share of a row, or the whole row."""
Place = tuple[Field, int]
"""A field and its share of the row, in twelfths."""


@dataclass(frozen=True)
class Group:
    """Rows of fields under a title; `folds` hides them behind a one-line summary, `links` stand right of the title."""

    title: str
    rows: Sequence[Sequence[Place]]
    folds: bool = False
    links: tuple[Button, ...] = ()


class FoldButton(Button):
    """The title of a group that folds: as strong as other titles, with the way it opens before it."""

    def dress(self) -> None:
        """Take font and drawing from the look in use."""
        super().dress()
        self.setFont(font(CARD_TITLE, SEMIBOLD))
        self.setStyleSheet("padding-left: 0; text-align: left;")

    def draw(self, icon: str) -> None:
        """Show whether the group is open."""
        self._icon = icon
        self.dress()


class GroupBox(QWidget):
    """One group as it is shown."""

    def __init__(self, group: Group) -> None:
        super().__init__()
        self.fields = tuple(field for row in group.rows for field, _share in row)
        column = Column(self, gap=6)
        self._inner = QWidget()
        self._summary = Label("", "second", wrap=True)
        self._fold = FoldButton(group.title, PLAIN, icon="down", do=self._turn)
        if group.title:
            column.addLayout(self._head(group))
        self._rows, self._widen = group.rows, 0
        self._inner.setMinimumWidth(1)
        self._grid = Grid(self._inner, gap=9)
        for twelfth in range(12):
            self._grid.setColumnStretch(twelfth, 1)
        follow(self._arrange)
        column.addWidget(self._inner)
        if group.folds:
            self.fold()

    def fold(self) -> None:
        """Hide the fields behind their summary."""
        self._inner.hide()
        self._fold.draw("right")
        self.summarise()
        self._summary.show()

    def unfold(self) -> None:
        """Show the fields."""
        self._inner.show()
        self._fold.draw("down")
        self._summary.hide()

    def is_folded(self) -> bool:
        """Whether its fields are hidden."""
        return self._inner.isHidden()

    def summarise(self) -> None:
        """Say in one line what stands in the hidden fields."""
        self._summary.put(" \u00b7 ".join(said for field in self.fields if (said := field.summary().strip())))

    def _head(self, group: Group) -> Row:
        head = Row(gap=6)
        if group.folds:
            head.addWidget(self._fold)
            head.addWidget(self._summary, 1)
            head.addStretch()
        else:
            head.addWidget(Label(group.title, "card"), 0, Qt.AlignmentFlag.AlignVCenter)
            head.addStretch(0 if group.links else 1)
        if group.links:
            links = QWidget()
            flow = Flow(links, gap=6, right=True)
            for link in group.links:
                flow.addWidget(link)
            head.addWidget(links, 1)
        return head

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fewer fields side by side in a narrow form."""
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Arrange anew when a field has grown: a list that was filled with longer words."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        width = self.width()
        ways = ((1, px(WIDE)), (2, px(NARROW)), (12, 0))
        needs = max((sum(self._need(f) for f, _share in row) for row in self._rows), default=0)
        widen = next(w for w, least in ways if width >= least and (w == 12 or needs / w <= width))
        if widen == self._widen:
            return
        self._widen = widen
        number = 0
        for row in self._rows:
            at = 0
            for field, share in row:
                wide = min(12, share * widen)
                if at + wide > 12:
                    number, at = number + 1, 0
                self._grid.addWidget(field, number, at, 1, wide, Qt.AlignmentFlag.AlignTop)
                at += wide
            number += 1

    def _need(self, field: Field) -> int:
        """The room that a field needs in its row, its gap included; what is hidden needs none."""
        return 0 if field.isHidden() else field.minimumSizeHint().width() + self._grid.horizontalSpacing()

    def _turn(self) -> None:
        if self.is_folded():
            self.unfold()
            self.fields[0].focus()
        else:
            self.fold()


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
            field.left.connect(lambda name=name: self._left(name))
        for entry in self.findChildren(QLineEdit):
            entry.installEventFilter(self)

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
        return {name: field.raw() for name, field in self.fields.items()}

    def restore(self, raw: dict[str, Any]) -> None:
        """Put a draft back; fields it does not know stay as they are."""
        before, self._restoring = self._restoring, True
        for name, field in self.fields.items():
            if name in raw:
                field.set_raw(raw[name])
        self._restoring = before
        self._summarise()

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
        """Enter goes to the next field."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and not event.modifiers():
            plain = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if plain and isinstance(watched, QLineEdit) and not is_choosing(watched):
                self.focusNextChild()
                return True
        return super().eventFilter(watched, event)

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


def is_choosing(entry: QLineEdit) -> bool:
    """Whether a list hangs open under the entry, so that Enter takes from it."""
    combo = entry.parent()
    if isinstance(combo, QComboBox):
        completer = combo.completer()
        popups = (combo.view(), completer.popup() if completer else None)
        return any(popup is not None and popup.isVisible() for popup in popups)
    return False

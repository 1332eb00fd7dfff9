"""A question answered by a few short rows, such as who took part: each row a line of fields, added and taken away.

It knows no record: what a row asks, and what it means, is said by whoever makes the field.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.language import N_
from desktop.problems import Invalid, Problem
from desktop.windows.buttons import OUTLINED, PLAIN, Button
from desktop.windows.fields import Field
from desktop.windows.form import Form, Group, Place
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, Row

Ask = Callable[[], Sequence[Place]]
"""Makes the fields of one row."""


class OneRow(QWidget):
    """One row of fields, and the button that takes it away."""

    gone = Signal()

    def __init__(self, fields: Sequence[Place], begins: Mapping[str, Any]) -> None:
        super().__init__()
        self.form = Form([Group("", [fields])])
        self.form.foot.hide()
        self.form.put(dict(begins))
        row, beside = Row(self, gap=8), Column(gap=3)
        beside.addWidget(Label("", "label"))
        self.away = Button(N_("Remove"), PLAIN, icon="x", do=self.gone.emit)
        beside.addWidget(self.away)
        beside.addStretch(1)
        row.addWidget(self.form, 1)
        row.addLayout(beside)


class RowsField(Field):
    """The rows, in the order in which they were added; F7 adds one more, which begins with `begins`."""

    def __init__(
        self,
        name: str,
        title: str,
        *,
        add: str,
        ask: Ask,
        begins: Mapping[str, Any],
        read: Callable[[dict[str, Any]], Any],
        show: Callable[[Any], dict[str, Any]],
        **how: Any,
    ) -> None:
        super().__init__(name, title, **how)
        self._ask, self._begins, self._read, self._show = ask, begins, read, show
        self.rows: list[OneRow] = []
        box = QWidget()
        self._column = Column(box, gap=8)
        self.add_button = Button(add, OUTLINED, icon="plus", key="F7", do=self.add)
        foot = Row(gap=0)
        foot.addWidget(self.add_button)
        foot.addStretch(1)
        self._column.addLayout(foot)
        self.hold(box, self.add_button)

    def add(self) -> None:
        """One more row, which takes the caret."""
        row = self._put(self._begins)
        next(iter(row.form.fields.values())).focus()
        self.changed.emit()

    def raw(self) -> list[dict[str, Any]]:
        """What stands in every row."""
        return [row.form.raw() for row in self.rows]

    def set_raw(self, raw: Any) -> None:
        """Put rows back in place of those there are."""
        self._clear()
        for one in raw or ():
            self._put(self._begins).form.restore(one)

    def value(self) -> tuple[Any, ...]:
        """What every row means; the first problem of a row, shown in it too."""
        found = []
        for row in self.rows:
            try:
                found.append(self._read(row.form.values()))
            except Invalid as invalid:
                first = invalid.problems[0]
                raise Problem(first.sentence, field=self.name, **first.values) from None
        return tuple(found)

    def set_value(self, value: Any) -> None:
        """Show these."""
        self._clear()
        for one in value or ():
            self._put(self._show(one))

    def summary(self) -> str:
        """How many rows there are."""
        return str(len(self.rows) or "")

    def _put(self, values: Mapping[str, Any]) -> OneRow:
        row = OneRow(self._ask(), values)
        row.gone.connect(lambda: self._take_away(row))
        row.form.changed.connect(self._edited)
        self._column.insertWidget(len(self.rows), row)
        self.rows.append(row)
        return row

    def _take_away(self, row: OneRow) -> None:
        self._drop(row)
        self.add_button.setFocus()
        self._edited()

    def _clear(self) -> None:
        for row in list(self.rows):
            self._drop(row)

    def _drop(self, row: OneRow) -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _edited(self) -> None:
        if self.problem is not None:
            self.show_problem(None)
        self.changed.emit()

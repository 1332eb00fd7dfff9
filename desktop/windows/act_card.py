"""One record beside its list: what it is, how it stands, and a few acts whose answers are typed on the card itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from desktop.windows.buttons import Button
from desktop.windows.card import Card
from desktop.windows.desk import Desk
from desktop.windows.facts_grid import FactsGrid
from desktop.windows.inline_form import Ask, InlineForm
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, Flow, Row, clear, line, scrolled
from desktop.windows.look import px
from desktop.windows.pill import Pill, Sign


class ActCard(Card):
    """Hidden while nothing is chosen. Subclasses say the facts, and which of `acts` are on show."""

    changed = Signal()
    """Something of the record was changed."""
    left = Signal()
    """The caret may go back to the list."""

    def __init__(self, desk: Desk, draft: str, asks: Mapping[str, Ask], acts: Sequence[Button]) -> None:
        super().__init__(gap=8)
        self.desk, self.acts = desk, tuple(acts)
        self.about: UUID | None = None
        self.row: Any = None
        self.name, self.second = Label("", "name", wrap=True), Label("", "second", wrap=True)
        self._pill = Row(gap=8)
        self.inline = InlineForm(desk, draft, asks)
        self.body, self._buttons = QWidget(), QWidget()
        body = Column(self.body, gap=12)
        self.grid, self.more = FactsGrid(shares=(2, 3), wraps_titles=True), Column(gap=10)
        body.addLayout(self.grid)
        body.addLayout(self.more)
        body.addStretch(1)
        flow = Flow(self._buttons, gap=8, right=True)
        for button in acts:
            flow.addWidget(button)
        for widget in (self.name, self._pill, self.second, line(), scrolled(self.body), self.inline, self._buttons):
            if isinstance(widget, QWidget):
                self.column.addWidget(widget)
            else:
                self.column.addLayout(widget)
        self.column.setStretch(4, 1)
        self.setMinimumHeight(px(260))
        self.inline.over.connect(self._answered)
        self.hide()

    def put(self, row: Any, about: UUID | None) -> None:
        """Show that record, and what was half answered about it."""
        self.row, self.about = row, about
        self.setVisible(row is not None)
        if row is None:
            self.inline.show_of(None, "")
            return
        self._say()
        self.inline.show_of(about, self.heading())
        self._fit()

    def heading(self) -> str:
        """What the record is called."""
        raise NotImplementedError

    def told(self) -> tuple[str, Sign, str]:
        """The line under the heading, and the state as sign and words."""
        raise NotImplementedError

    def fill(self) -> None:
        """Put what is known into `grid`, and what else there is into `more`."""
        raise NotImplementedError

    def offered(self) -> Sequence[Button]:
        """The acts that make sense just now."""
        raise NotImplementedError

    def ask(self, code: str) -> None:
        """Ask something about the record on show."""
        if self.about is not None:
            self.inline.ask(code, self.about, self.heading())
            self._fit()

    def keep_now(self) -> None:
        """Keep what is half typed."""
        self.inline.keep_now()

    def first(self) -> QWidget:
        """What takes the caret: the question, or the first act."""
        if self.inline.is_asking and self.inline.form is not None:
            return next(iter(self.inline.form.fields.values()))
        return next(iter(self.offered()), self)

    def changeEvent(self, event: QEvent) -> None:
        """Say it in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self.row is not None:
            self._say()

    def _say(self) -> None:
        second, sign, words = self.told()
        self.name.put(self.heading())
        self.second.put(second)
        clear(self._pill)
        self._pill.addWidget(Pill(sign, words))
        self._pill.addStretch(1)
        clear(self.more)
        self.fill()

    def _fit(self) -> None:
        """While something is asked, nothing else is offered."""
        offered = () if self.inline.is_asking else self.offered()
        for button in self.acts:
            button.setVisible(button in offered)
        self._buttons.setVisible(bool(offered))

    def _answered(self, is_answered: bool) -> None:
        self._fit()
        if is_answered:
            self.changed.emit()
        self.left.emit()

"""A question asked in the place where its answer stands: a few fields on a card, saved or left by one key.

What is half typed is kept as a draft of the record that is on the card, and is there again when it is chosen.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.language import N_
from desktop.problems import Problem
from desktop.windows.banner import Banner
from desktop.windows.buttons import PLAIN, PRIMARY, Button
from desktop.windows.desk import Desk
from desktop.windows.fields import Field
from desktop.windows.form import Form, Group
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, Flow, clear

ACT = "act"
"""What a draft calls the question that was being answered."""


@dataclass(frozen=True)
class Ask:
    """One question: its fields, and what an answer does."""

    title: str
    """English msgid."""
    fields: Callable[[], Sequence[Field]]
    write: Callable[[UUID, Mapping[str, Any]], object]
    """Keeps the answer about that record; raises `Problem`."""
    values: Callable[[], Mapping[str, Any]] = dict
    """What stands in the fields at first."""
    told: str = field(default=N_("Saved."))
    """Said when it is kept."""


class InlineForm(QWidget):
    """Hidden until something is asked. `over` is sent when it was answered or left: True if it was answered."""

    over = Signal(bool)

    def __init__(self, desk: Desk, draft: str, asks: Mapping[str, Ask]) -> None:
        super().__init__()
        self.desk, self._draft, self._asks = desk, draft, asks
        self._code = self._title_of_record = ""
        self._about: UUID | None = None
        self.form: Form | None = None
        self.title, self.banner = Label("", "card", wrap=True), Banner("red")
        self.save_button = Button(N_("Save"), PRIMARY, key="Ctrl+Enter", also=("Ctrl+S",), do=self.save)
        self.leave_button = Button(N_("Cancel"), PLAIN, key="Esc", hears=False, do=self.leave)
        self._place = QWidget()
        self._inner = Column(self._place)
        buttons = QWidget()
        row = Flow(buttons, gap=8, right=True)
        row.addWidget(self.leave_button)
        row.addWidget(self.save_button)
        column = Column(self, gap=8)
        for widget in (self.title, self.banner, self._place, buttons):
            column.addWidget(widget)
        self.hide()

    @property
    def is_asking(self) -> bool:
        """Whether a question stands open."""
        return self._about is not None

    def show_of(self, about: UUID | None, title: str) -> None:
        """Another record is on the card: what was half answered about it stands open again, or nothing does."""
        if about is not None and about == self._about:
            return
        self.keep_now()
        self._put_away()
        note = self.desk.centre.drafts.of(self._draft, about, self.desk.centre.worker) if about else None
        code = str(note.fields.get(ACT, "")) if note else ""
        if about is not None and note is not None and code in self._asks:
            self._open(code, about, title)
            assert self.form
            self.form.restore(dict(note.fields))

    def ask(self, code: str, about: UUID, title: str) -> None:
        """Ask that about a record."""
        self._open(code, about, title)
        assert self.form
        next(iter(self.form.fields.values())).focus()

    def save(self) -> None:
        """Keep the answer; what is wrong is shown at its field."""
        if self._about is None or self.form is None:
            return
        ask = self._asks[self._code]
        try:
            ask.write(self._about, self.form.values())
        except Problem as problem:
            self.form.refuse(problem, self.banner.tell)
            return
        self._end(is_answered=True)
        self.desk.kept(ask.told)

    def leave(self) -> None:
        """Answer nothing; what was typed is thrown away."""
        if self._about is not None:
            self._end(is_answered=False)

    def keep_now(self) -> None:
        """Keep what is half typed."""
        if self.form is not None and self.form.is_pending():
            self.form.keep_now()

    def event(self, event: QEvent) -> bool:
        """Esc within leaves the question, and does not close the page behind it."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.leave()
                return True
        return super().event(event)

    def _open(self, code: str, about: UUID, title: str) -> None:
        self._put_away()
        self._code, self._about, self._title_of_record = code, about, title
        ask = self._asks[code]
        self.title.say(ask.title)
        self.form = Form([Group("", [[(each, 12)] for each in ask.fields()])], keep=self._keep)
        self.form.foot.hide()
        self.form.put(dict(ask.values()))
        self._inner.addWidget(self.form)
        self.show()

    def _end(self, *, is_answered: bool) -> None:
        assert self.form
        self.form.forget()
        self.desk.drop_draft(self._draft, self._about)
        self._put_away()
        self.over.emit(is_answered)

    def _put_away(self) -> None:
        self.hide()
        self.banner.hide()
        clear(self._inner)
        self.form, self._about = None, None

    def _keep(self, raw: dict[str, Any]) -> bool:
        return self.desk.keep_draft(self._draft, self._about, raw | {ACT: self._code}, self._title_of_record)

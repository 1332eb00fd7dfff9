"""A form of the centre laid over its page: an institution, a worker, an entry of a list, a passphrase.

What is half typed is kept as a draft, unless it holds a passphrase. Saving goes back to the part it was opened from.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from desktop.language import N_
from desktop.problems import Problem
from desktop.windows.banner import Banner, ProgressCard
from desktop.windows.beside import foot_of
from desktop.windows.buttons import PLAIN, PRIMARY, Button
from desktop.windows.centre_part import Question
from desktop.windows.desk import Desk, Screen
from desktop.windows.footed import Footed
from desktop.windows.form import Form, Group
from desktop.windows.labels import Label
from desktop.windows.layouts import Column, Row
from desktop.windows.look import follow, px

WIDE = 860


class CentrePage(Screen):
    """The page; subclasses say its heading, its fields and what saving does."""

    HEADING = ""
    """English msgid."""
    SAVE = N_("Save")
    SECRET = False
    """Whether it holds a passphrase, so that nothing of it is ever kept as a draft."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.about = ""
        self._is_written = False
        """Whether it was saved, and she has not been told so yet."""
        self.form = Form(self.groups(), keep=None if self.SECRET else self._keep)
        self.banner, self.question = Banner("red"), Question()
        self.title = Label(self.HEADING, "title", wrap=True)
        self.save_button = Button(self.SAVE, PRIMARY, key="Ctrl+Enter", also=("Ctrl+S",), do=self.save)
        self._build()

    def dress(self) -> None:
        """Take the width of the look in use."""
        self._head.setMaximumWidth(px(WIDE))
        self._card.setMaximumWidth(px(WIDE))

    def groups(self) -> list[Group]:
        """The fields."""
        raise NotImplementedError

    def begin(self) -> None:
        """Put what stands in the record that `about` names, or defaults for a new one."""

    def write(self, told: dict[str, Any]) -> None:
        """Save what is typed, by one verb of a log; raises `Problem`."""
        raise NotImplementedError

    def above(self) -> QWidget | None:
        """Something over the form."""
        return None

    def below(self) -> QWidget | None:
        """Something between the form and the foot."""
        return None

    def record(self) -> UUID | None:
        """The record that is amended; None for a new one."""
        try:
            return UUID(self.about)
        except ValueError:
            return None

    def kept_under(self) -> UUID | None:
        """By what its draft is known: the record, where that alone tells what the form is about."""
        return self.record()

    def first(self) -> QWidget:
        """The first field."""
        return next(iter(self.form.fields.values()))

    def show_record(self, about: Any | None) -> None:
        """Begin about this record, with the draft if one was kept."""
        self.about = about.hex if isinstance(about, UUID) else about if isinstance(about, str) else ""
        try:
            self.begin()
        except Problem as gone:
            self.banner.tell(gone)
            self.form.setEnabled(False)
            self.save_button.setEnabled(False)
            return
        if not self.SECRET:
            note = self.desk.centre.drafts.of(self.NAME, self.kept_under(), self.desk.centre.worker)
            if note is not None:
                self.form.restore(dict(note.fields))

    def state(self) -> dict[str, Any]:
        """Which record."""
        return {"about": self.about}

    def restore(self, state: dict[str, Any]) -> None:
        """The same record, with what was typed."""
        self.show_record(state.get("about", ""))

    def keep_now(self) -> None:
        """Keep what is typed; a passphrase is forgotten instead, and what was saved just now is half typed no more."""
        if not self.SECRET and self.form.is_pending():
            self.form.keep_now()
            if self._is_written:  # by the worker, perhaps while this was being kept
                self.desk.drop_draft(self.NAME, self.kept_under())

    def save(self) -> None:
        """Save off the window's thread and go back; every problem is shown at its field."""
        self.banner.hide()
        try:
            told = self.form.values()
            self.look_through(told)
        except Problem as problem:
            self.refuse(problem)
            return
        self.save_button.setEnabled(False)
        errand = self.desk.background.run(lambda: self._write(told), self._heard, self.refuse, lasts=True)
        if not errand.is_over:
            ProgressCard(self, errand, N_("Saving\u2026"))

    def look_through(self, told: dict[str, Any]) -> None:
        """Look at what is typed once more, before it is handed to the worker; raises `Problem`."""

    def saved(self) -> None:
        """It is durable: back to the part, with undo offered."""
        self.done()
        self.desk.kept()

    def done(self) -> None:
        """Back to the part; nothing is half typed any more. Whoever left meanwhile stays where she is."""
        self.form.forget()
        if not self.SECRET:
            self.desk.drop_draft(self.NAME, self.kept_under())
        if self.isVisible():
            self.save_button.setEnabled(True)
            self.desk.back()
        else:
            self.form.setEnabled(False)  # it stands in the vault: not to be saved once more

    def refuse(self, problem: Problem) -> None:
        """Show what is wrong where it is wrong."""
        self.save_button.setEnabled(True)
        self.form.refuse(problem, self.banner.tell)

    def _write(self, told: dict[str, Any]) -> None:
        """In the worker's thread: it is durable, whether she is told or has left by then."""
        self.write(told)
        self._is_written = True
        if not self.SECRET:
            self.desk.written(self.NAME, self.kept_under())

    def _heard(self, _answer: object) -> None:
        self._is_written = False
        self.saved()

    def _build(self) -> None:
        self._head = QWidget()
        head = Row(self._head, gap=12)
        head.addWidget(self.title, 1)
        head.addWidget(Button(N_("Close"), PLAIN, key="Esc", do=self.desk.back))
        body = QWidget()
        inner = Column(body, gap=12, margins=(20, 14, 20, 14))
        inner.addWidget(self.banner)
        inner.addWidget(self.question)
        above = self.above()
        if above is not None:
            inner.addWidget(above)
        inner.addWidget(self.form)
        below = self.below()
        if below is not None:
            inner.addWidget(below)
        inner.addStretch(1)
        self._card = Footed(body, foot_of((self.form.foot,), (self.save_button,)))
        follow(self.dress)
        page = Column(self, gap=12, margins=(24, 14, 24, 16))
        page.addWidget(self._head)
        page.addWidget(self._card, 1)

    def _keep(self, raw: dict[str, Any]) -> bool:
        return self.desk.keep_draft(self.NAME, self.kept_under(), raw, str(raw.get("name", "")))

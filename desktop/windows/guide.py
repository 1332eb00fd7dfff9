"""The help inside the program: what the screen on show is for, the question in focus, and the keys.

F1 opens it about what is on show; F1 once more leads to all keys; Esc goes back to where she was.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.language import N_, _
from desktop.windows.buttons import OUTLINED, PLAIN, SOFT, Button
from desktop.windows.card import Card
from desktop.windows.desk import Desk, Screen
from desktop.windows.fields import Field
from desktop.windows.help_keys import KEYS
from desktop.windows.help_questions import answer_to, answer_to_filter
from desktop.windows.help_topics import ALIASES, TOPICS
from desktop.windows.labels import Label, text
from desktop.windows.layouts import Column, Flow, Grid, Row, clear
from desktop.windows.list_filters import ListFilters
from desktop.windows.look import follow, px

ALL_KEYS = "keys"
_SAID_TWICE = ("attempt", "centre")
"""Topics whose words stand under another one too."""


@dataclass(frozen=True)
class Asked:
    """What the help is asked about."""

    topic: str
    """A key of `TOPICS`, or `ALL_KEYS`."""
    question: str = ""
    """English msgid of the field in focus; empty if there is none that is explained."""
    answer: str = ""
    keys: tuple[tuple[str, str], ...] = ()
    """Key and words, as they stand on the screen's buttons."""


def asked_of(screen: Screen | None) -> Asked:
    """What help is wanted just now: about this screen and the question that has the caret."""
    if screen is None:
        return Asked(ALL_KEYS)
    part = getattr(getattr(screen, "part", None), "NAME", "")
    name = f"{screen.NAME}.{part}" if part else ALIASES.get(screen.NAME, screen.NAME)
    title, answer = _question_in_focus(screen, part or screen.NAME)
    return Asked(name if name in TOPICS else ALL_KEYS, title, answer, tuple(_keys_on(screen)))


def _question_in_focus(screen: Screen, name: str) -> tuple[str, str]:
    """What the field or filter with the caret is called, and what is to be known of it; both empty where nothing is."""
    field, caret = _field_in_focus(screen), QApplication.focusWidget()
    if field is not None:
        answer = answer_to(name, field.name)
        return (field.title if answer else ""), answer
    asked = (filters.asked(caret) for filters in screen.findChildren(ListFilters))
    return next(((title, answer_to_filter(kept)) for kept, title in asked if kept), ("", ""))


def _field_in_focus(screen: Screen) -> Field | None:
    widget = QApplication.focusWidget()
    while widget is not None and widget is not screen:
        if isinstance(widget, Field):
            return widget
        widget = widget.parentWidget()
    return None


def _keys_on(screen: QWidget) -> Iterable[tuple[str, str]]:
    """The keys of the buttons on show, in their order."""
    seen = set()
    for button in screen.findChildren(Button):
        if button.key and button.isVisible() and button.key not in seen:
            seen.add(button.key)
            yield button.key, button.accessibleName()


class Guide(Screen):
    """The page of the help."""

    NAME = "guide"

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._asked = Asked(ALL_KEYS)
        head = Row(gap=12)
        head.addWidget(Label(N_("Help"), "title"), 1)
        self.close_button = Button(N_("Close"), PLAIN, key="Esc", do=desk.back)
        self.keys_button = Button(N_("All keys"), OUTLINED, do=partial(self.show_record, Asked(ALL_KEYS)))
        head.addWidget(self.keys_button)
        head.addWidget(self.close_button)
        self._topics = {name: Button(topic.title, PLAIN, do=partial(self.show_record, Asked(name)))
                        for name, topic in TOPICS.items() if name not in _SAID_TWICE}  # fmt: skip
        row = QWidget()
        flow = Flow(row, gap=4)
        for button in self._topics.values():
            flow.addWidget(button)
        self._body = Column(gap=12)
        page = Column(self, gap=14, margins=(24, 16, 24, 24))
        page.addLayout(head)
        page.addLayout(self._body)
        page.addWidget(Label(N_("More help"), "card"))
        page.addWidget(row)
        page.addStretch(1)
        follow(self.dress)
        self._show()

    def dress(self) -> None:
        """Prose is read in lines of some seventy-five signs."""
        self.setMaximumWidth(px(980))

    def first(self) -> QWidget:
        """Enter or Esc goes back."""
        return self.close_button

    def show_record(self, about: Any | None) -> None:
        """Explain this; asked again about the same, tell all keys."""
        self._asked = about if isinstance(about, Asked) else Asked(ALL_KEYS)
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Say everything again in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    def _show(self) -> None:
        clear(self._body)
        asked = self._asked
        for name, button in self._topics.items():
            button.set_kind(SOFT if name == asked.topic else PLAIN)
        if asked.answer:
            self._body.addWidget(_prose(asked.question, (asked.answer,), edge="accent"))
        topic = TOPICS.get(asked.topic)
        if topic is not None:
            self._body.addWidget(_prose(topic.title, topic.says))
            if asked.keys:
                self._body.addWidget(_keys(N_("Keys here"), asked.keys))
        self.keys_button.setHidden(topic is None)
        if topic is None or not asked.keys:
            self._body.addWidget(_keys(N_("Keys everywhere"), tuple((key, _(what)) for key, what in KEYS)))


def _prose(title: str, says: Iterable[str], *, edge: str = "") -> Card:
    card = Card(gap=8)
    if edge:
        card.set_edge(edge)
    card.column.addWidget(Label(title, "card", wrap=True))
    for sentence in says:
        card.column.addWidget(Label(sentence, "body", wrap=True))
    return card


def _keys(title: str, keys: Iterable[tuple[str, str]]) -> Card:
    """A table of keys; `keys` come in the language of the screen."""
    card = Card(gap=8)
    card.column.addWidget(Label(title, "card"))
    grid = Grid(gap=8)
    grid.setColumnMinimumWidth(0, px(170))
    grid.setColumnStretch(1, 1)
    for row, (key, what) in enumerate(keys):
        grid.addWidget(text(key, "strong"), row, 0)
        grid.addWidget(text(what, "body", wrap=True), row, 1)
    card.column.addLayout(grid)
    return card

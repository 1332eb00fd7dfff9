"""The filter bar over a list: words, choices, quick chips; what is set is said in words, kept, taken off by one key.

Each list says which choices and chips it has and what they ask for; how they stand, fold away in a small window, are
kept and put back is the same everywhere.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import QEvent, QSignalBlocker, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.language import N_, _, chosen
from desktop.windows.buttons import OUTLINED, PLAIN, Button, sequence
from desktop.windows.chips import Chip
from desktop.windows.choice import Combo
from desktop.windows.desk import Desk
from desktop.windows.layouts import Flow
from desktop.windows.look import follow, px
from desktop.windows.names import shown_words

TYPING_MS = 150
"""A search begins so long after the last key."""
NARROW = 950
"""Under this width at text size 100 % the first two filters are shown and the others fold away."""
FIRST = 2
PERIOD = "month"
"""The choice that says when."""


@dataclass(frozen=True)
class WayOut:
    """Why a list is empty though something was entered, and the one button that helps."""

    told: str
    offer: str
    keeps: tuple[str, ...] = ()
    """What stays set: `words`, or the name of a choice."""
    values: Mapping[str, str] = field(default_factory=dict)


class ListFilters(QWidget):
    """What narrows a list; `changed` is sent once the typing rests."""

    changed = Signal()
    CHOICES: ClassVar[Mapping[str, str]] = {}
    """Accessible names of the choices, by the name under which they are kept."""
    CHIPS: ClassVar[Mapping[str, str]] = {}
    """Words of the quick chips, by name."""
    OPENS: ClassVar[Mapping[str, str]] = {}
    """What is chosen when the list opens, until she chooses otherwise."""
    FOLDED: ClassVar[frozenset[str]] = frozenset()
    """Choices and chips that stand behind "Filters" in a wide window too."""
    HINT: ClassVar[str] = N_("Name, number, place")
    """What may be typed into the field of words, an English msgid."""
    SEARCHES: ClassVar[str] = ""
    """What the field of words is called."""
    NOTHING: ClassVar[str] = N_("Nothing is like that.")
    """What is said where the filters let nothing through."""

    def __init__(self, desk: Desk, lead: QWidget | None = None) -> None:
        super().__init__()
        self.desk = desk
        self.words = QLineEdit()
        self.words.setClearButtonEnabled(True)
        self.choices = {name: Combo() for name in self.CHOICES}
        self.chips = {name: Chip(code=name) for name in self.CHIPS}
        self._counts: dict[str, int] = {}
        self.more = Button(N_("Filters"), PLAIN, icon="filter", do=self.unfold)
        self.clear_button = Button(N_("Clear the filters"), PLAIN, key="Shift+F4", do=self.clear)
        self.is_unfolded = False
        row = Flow(self, gap=8)
        for widget in (*([lead] if lead else []), *self._inputs(), self.more, self.clear_button):
            row.addWidget(widget)
        self._typing = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._typing.timeout.connect(self._tell)
        self.words.textChanged.connect(lambda _words: self._typing.start())
        for combo in self.choices.values():
            combo.currentIndexChanged.connect(self._tell)
        for name, chip in self.chips.items():
            chip.toggled.connect(partial(self._turn, name))
        QShortcut(sequence("F4"), self, self.take)
        follow(self.dress)
        self.retranslate()

    def query(self) -> Any:
        """What is asked for."""
        raise NotImplementedError

    def fill(self, name: str) -> Sequence[tuple[str, str]]:
        """What a choice offers as (code, words), beginning with the one that narrows nothing."""
        raise NotImplementedError

    def missing(self, name: str, code: str) -> str:
        """The words of something that is not offered any more but was kept; empty: let it go."""
        return ""

    def hides(self, name: str) -> bool:
        """Whether this input has no business on show just now."""
        return False

    def asked(self, caret: QWidget | None) -> tuple[str, str]:
        """The filter that has the caret: the name by which it is kept, and what it is called (English msgid)."""
        named = {"words": self.SEARCHES, **self.CHOICES, **self.CHIPS}
        widgets = [("words", self.words), *self._named()]
        name = next((name for name, widget in widgets if widget is caret), "")
        return name, named.get(name, "")

    def take(self) -> None:
        """The caret goes to the first filter on show."""
        next((widget for widget in self._inputs() if not widget.isHidden()), self.more).setFocus()

    def dress(self) -> None:
        """Take sizes from the look in use."""
        self.words.setFixedWidth(px(200))
        for combo in self.choices.values():
            combo.setMaximumWidth(px(200))
        self._show()

    def look_for(self, words: str) -> None:
        """Show what has these words, typed elsewhere, and nothing is left out by another filter."""
        self.restore({"words": words})

    def on(self) -> tuple[str, ...]:
        """The chips that are on."""
        return tuple(name for name, chip in self.chips.items() if chip.isChecked())

    def code(self, name: str) -> str:
        """What is chosen; empty where it narrows nothing."""
        return self.choices[name].code()

    def text(self) -> str:
        """The words looked for."""
        return self.words.text().strip()

    def in_words(self) -> str:
        """The filters as words, for the foot; empty if none is set."""
        words = [f"„{shown_words(self.text())}“" if self.text() else ""]
        words += [combo.currentText() if combo.code() else "" for combo in self.choices.values()]
        words += [_(self.CHIPS[name]) for name in self.on()]
        return " \u00b7 ".join(word for word in words if word)

    def is_set(self) -> bool:
        """Whether anything narrows the list."""
        return bool(self.text() or self.on() or any(combo.code() for combo in self.choices.values()))

    def way_out(self) -> WayOut | None:
        """Why nothing is found and what helps; None where nothing narrows the list."""
        if not self.is_set():
            return None
        period = self.choices[PERIOD].currentText() if PERIOD in self.choices and self.code(PERIOD) else ""
        others = [name for name in self.choices if self.code(name) and name != PERIOD]
        if period and not (others or self.on()):
            values = {"words": shown_words(self.text()), "period": period}
            alone = N_("Nothing was entered. Period: {period}")
            told = N_("Nothing for „{words}“. Period: {period}") if self.text() else alone
            return WayOut(told, N_("Look in all months"), ("words",), values)
        if self.text() and (period or others or self.on()):
            told = N_("Nothing for „{words}“ with these filters.")
            return WayOut(told, N_("Look without the filters"), ("words",), {"words": shown_words(self.text())})
        if self.text():
            return WayOut(N_("Nothing found. Try fewer letters."), N_("Clear the filters"))
        return WayOut(self.NOTHING, N_("Clear the filters"))

    def go_out(self) -> None:
        """Do what the way out offers."""
        way = self.way_out()
        state = self.state()
        self.restore({name: state[name] for name in way.keeps} if way else {})

    def clear(self) -> None:
        """Take all filters off."""
        self.restore({})

    def state(self) -> dict[str, Any]:
        """What is set, for after a lock and for a view: kept in the vault only, since words may be a name."""
        codes = {name: combo.code() for name, combo in self.choices.items()}
        return {**codes, "chips": list(self.on()), "words": self.text()}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Set exactly this."""
        with ExitStack() as quiet:
            for widget in self._inputs():
                quiet.enter_context(QSignalBlocker(widget))
            self.words.setText(str(state.get("words", "")))
            for name in self.choices:
                self.choose(name, str(state.get(name, "")))
            for name, chip in self.chips.items():
                chip.setChecked(name in state.get("chips", ()))
        self._typing.stop()
        self._tell()

    def choose(self, name: str, code: str) -> None:
        """Choose that; what is not offered any more is offered once more."""
        combo = self.choices[name]
        combo.choose(code)
        if code and combo.code() != code and (words := self.missing(name, code)):
            combo.addItem(words, code)
            combo.choose(code)

    def refill(self) -> None:
        """Read again what can be chosen; what is chosen stays."""
        for name, combo in self.choices.items():
            code = combo.code()
            combo.fill(self.fill(name))
            if combo.code() != code:
                with QSignalBlocker(combo):
                    self.choose(name, code)

    def count(self, counts: Mapping[str, int]) -> None:
        """Say on the chips how many there are of each."""
        self._counts = dict(counts)
        self._name_chips()

    def unfold(self) -> None:
        """Show every filter, or the first ones again."""
        self.is_unfolded = not self.is_unfolded
        self._show()
        if self.is_unfolded:
            shown = [w for name, w in self._named() if name in self._behind() and not w.isHidden()]
            (shown or [self.more])[0].setFocus()

    def retranslate(self) -> None:
        """Say everything again in the language of the screen."""
        self.words.setPlaceholderText(_(self.HINT))
        self.words.setAccessibleName(_(self.SEARCHES))
        for name, combo in self.choices.items():
            combo.setAccessibleName(_(self.CHOICES[name]))
        self._name_chips()
        self.refill()
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold in a small window."""
        super().resizeEvent(event)
        self._show()

    def _turn(self, name: str, _on: bool) -> None:
        """That chip was pressed."""
        self._tell()

    def _inputs(self) -> tuple[QWidget, ...]:
        return self.words, *self.choices.values(), *self.chips.values()

    def _named(self) -> list[tuple[str, QWidget]]:
        return [*self.choices.items(), *self.chips.items()]

    def _behind(self) -> frozenset[str]:
        """What stands behind "Filters" just now."""
        names = [name for name, _widget in self._named() if not self.hides(name)]
        return frozenset(names[FIRST:]) if self.width() < px(NARROW) else self.FOLDED

    def _show(self) -> None:
        """Show what is to be shown; what is folded away but set is counted on the button."""
        behind = self._behind()
        for name, widget in self._named():
            widget.setHidden(self.hides(name) or (name in behind and not self.is_unfolded))
        self.words.setHidden(self.hides("words"))
        hidden = sum(1 for name in behind if name in self.on() or (name in self.choices and self.code(name)))
        self.more.setHidden(not behind)
        self.more.set_kind(OUTLINED if self.is_unfolded else PLAIN)
        if hidden:
            self.more.say(N_("Filters ({n})"), n=chosen().number(hidden))
        else:
            self.more.say(N_("Filters"))
        self.clear_button.setVisible(self.is_set())

    def _name_chips(self) -> None:
        for name, chip in self.chips.items():
            count, words = self._counts.get(name, 0), _(self.CHIPS[name])
            chip.put(f"{words}\u2002{chosen().number(count)}" if count else words)

    def _tell(self) -> None:
        self._show()
        self.changed.emit()

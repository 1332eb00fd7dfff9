"""The choosers of the screen's language: each by its own name, switched at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop.language import N_, OWN_NAMES, _, chosen
from desktop.windows.buttons import PLAIN, Button
from desktop.windows.choice import Combo

KEY = "Shift+F1"
SIGNS = {"en": "EN", "lt": "LT", "sr_Latn": "SR", "sr_Cyrl": "\u0421\u0420"}
"""What stands on the button in the top bar."""


class LanguageChoice(Combo):
    """The four languages by their own names."""

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.fill(own_names())
        self.retranslate()
        self.activated.connect(self._pick)

    def retranslate(self) -> None:
        """Say its name again, and show the language in use."""
        self.setAccessibleName(_(N_("Language")))
        self.choose(chosen().locale)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _pick(self) -> None:
        self.picked.emit(self.code())


class LanguageButton(Button):
    """The language in use, in the top bar; pressed, all languages by their own names."""

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__("", PLAIN, icon="globe", do=self.open_menu)

    def retranslate(self) -> None:
        """Show the language in use."""
        locale = chosen().locale
        self.setText(SIGNS[locale])
        words = f"{_(N_('Language'))}: {dict(own_names())[locale]}"
        self.setAccessibleName(words)
        self.setToolTip(f"{words}  {KEY}")

    def menu(self) -> QMenu:
        """All languages; the one in use is ticked."""
        menu = QMenu(self)
        for locale, name in own_names():
            action = QAction(name, menu)
            action.setCheckable(True)
            action.setChecked(locale == chosen().locale)
            action.triggered.connect(partial(self.picked.emit, locale))
            menu.addAction(action)
        return menu

    def open_menu(self) -> None:
        """Show them under the button, or where the top bar has no room for it."""
        above = self if self.isVisible() else self.parentWidget() or self
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(above.mapToGlobal(QPoint(0, above.height())))
        menu.setActiveAction(next(action for action in menu.actions() if action.isChecked()))


def own_names() -> list[tuple[str, str]]:
    """Each language with its own name."""
    return [(locale, name[0].upper() + name[1:]) for locale, name in OWN_NAMES.items()]


def switch(settle: Callable[..., None], saved: Callable[..., None], locale: str) -> None:
    """Speak that language at once, and offer the way back; both as the desk does them, which the door does not know."""
    former = chosen().locale
    if locale != former:
        settle(language=locale)
        saved(N_("Applied."), lambda: settle(language=former))

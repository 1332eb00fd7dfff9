"""The button in the top bar that tells the language of the screen and leads to the others.

It stands apart from the chooser at the door, which opens sooner without menus.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop.language import N_, _, chosen
from desktop.windows.buttons import PLAIN, Button
from desktop.windows.language_choice import own_names

KEY = "Shift+F1"
SIGNS = {"en": "EN", "lt": "LT", "sr_Latn": "SR", "sr_Cyrl": "\u0421\u0420"}
"""What stands on the button in the top bar."""


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

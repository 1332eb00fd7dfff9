"""The list under a field in which letters of any word find an entry, blind to accents and script."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QComboBox, QCompleter, QListView

from desktop.vault.letters import fold
from desktop.windows.choice import FOLDED
from desktop.windows.look import look


class Finder(QCompleter):
    """Finds entries that have the typed letters anywhere."""

    def __init__(self, model: QStandardItemModel, combo: QComboBox) -> None:
        super().__init__(model, combo)  # what no one owns would outlive the page and the lock, with its open list
        self.setCompletionRole(FOLDED)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseSensitive)
        self.setMaxVisibleItems(9)
        popup = QListView()
        popup.setProperty("popup", True)
        look().dress(popup)
        self.setPopup(popup)

    def splitPath(self, path: str) -> list[str]:
        """Compare without accents."""
        return [fold(path)]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Show the entry's own words."""
        return str(index.data(Qt.ItemDataRole.DisplayRole))
